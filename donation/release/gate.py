"""What a gate says, and what a failed one stops."""

import json
from typing import Any, NamedTuple


class Gate(NamedTuple):
    """The result of one gate."""

    id: str
    hard: bool
    passed: bool
    found: dict[str, Any]
    advice: str = ""


class Failed(Exception):
    """A hard gate failed: nothing was published."""

    def __init__(self, gates: list[Gate]) -> None:
        super().__init__("; ".join(f"{g.id}: {g.advice} {json.dumps(g.found)}" for g in gates))
        self.gates = gates


def hard(name: str, *, ok: bool, found: dict[str, Any], advice: str) -> Gate:
    """A gate that stops the build when it is not `ok`."""
    return Gate(name, hard=True, passed=ok, found=found, advice=advice)


def told(name: str, found: dict[str, Any]) -> Gate:
    """A figure that is published and stops nothing."""
    return Gate(name, hard=False, passed=True, found=found)
