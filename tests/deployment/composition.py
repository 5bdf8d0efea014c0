"""What docker-compose.yml and the Dockerfile say, as an engine would read them."""

import ast
import json
import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
_VARIABLE = re.compile(r"\$\{(\w+)(?::([-?])([^}]*))?\}")


def interpolated(environment: dict[str, str]) -> dict[str, Any]:
    """The composition with its variables filled in; KeyError names one that is required."""

    def value(found: re.Match[str]) -> str:
        name, how, rest = found.groups()
        return environment.get(name) or rest if how == "-" else environment[name]

    text = "\n".join(
        line for line in read("docker-compose.yml").splitlines() if not line.strip().startswith("#")
    )
    return yaml.safe_load(_VARIABLE.sub(value, text).replace("$$", "$"))


def required_variables() -> set[str]:
    """The variables without which the composition refuses to start."""
    return {name for name, how, _ in _VARIABLE.findall(read("docker-compose.yml")) if how == "?"}


def example() -> dict[str, str]:
    """The variables of .env.example."""
    lines = (line.strip() for line in read(".env.example").splitlines())
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def image_command() -> list[str]:
    """What the image runs when a service says nothing else."""
    command = read("Dockerfile").replace("\\\n", " ").rsplit("\nCMD ", 1)[1]
    return json.loads(command)


def read(name: str) -> str:
    """A file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def names_read_by_settings() -> dict[str, ast.expr | None]:
    """The environment's names that the code reads, each with its default when it has one."""
    found: dict[str, ast.expr | None] = {}
    for path in ("donation/settings.py", "donation/environment.py"):
        for node in ast.walk(ast.parse(read(path))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            function, first = ast.unparse(node.func), node.args[0]
            named = function in ("key", "previous_keys", "told") or function.startswith("env.")
            if named and isinstance(first, ast.Constant):
                found[first.value] = node.args[1] if len(node.args) > 1 else None
    return found


def keys_of_production() -> set[str]:
    """The keys that production refuses to start without."""
    return set(re.findall(r'\bkey\("(\w+)"\)', read("donation/settings.py")))


def told_in_production() -> dict[str, str]:
    """What else production refuses to start without, each with a value that will do."""
    names = re.findall(r'\btold\("(\w+)"', read("donation/settings.py"))
    return dict.fromkeys(names, "donnees@glane.example")
