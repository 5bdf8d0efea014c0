"""What the environment says, read once, typed, refused by name; and the keys, made when absent."""

import base64
import os
import secrets
from pathlib import Path

from environs import Env

env = Env()
KEY_BYTES = 32


def data_folder() -> Path:
    """Where everything that must survive lies: database, queue, sealed files, keys."""
    return Path(env.str("GLANE_DATA", "var")).resolve()


def key(name: str) -> bytes:
    """A 256-bit key: from the variable `name` (base64), from the file `<name>_FILE` names, or from
    a file made at first use.

    That last one is for one machine and development. In production the variable is required: a key
    that lies beside what it opens protects nothing. Raises ValueError: it names the variable, or
    says that the data folder cannot be written.
    """
    if given := _given(name):
        return _decoded(name, given)
    if is_production():
        raise ValueError(f"{name} is required in production: {KEY_BYTES} random bytes in base64")
    return _from_file(data_folder() / "keys" / name.lower())


def told(name: str, example: str) -> str:
    """What donors are told of the instance; in production never the example of a demonstration.

    Raises ValueError: it names the variable.
    """
    value: str = env.str(name, example)
    if is_production() and value.strip() in ("", example):
        raise ValueError(f"{name} is required in production: every page says it to donors")
    return value


def previous_keys(name: str) -> list[bytes]:
    """Keys that still open and no longer seal, separated by commas; none by default."""
    listed: list[str] = env.list(name, [])
    return [_decoded(name, given) for given in listed]


def is_production() -> bool:
    """Whether this instance serves the public."""
    return bool(env.bool("GLANE_PRODUCTION", False))


def _decoded(name: str, given: str) -> bytes:
    try:
        raw = base64.b64decode(given, validate=True)
    except ValueError:
        raw = b""
    if len(raw) != KEY_BYTES:
        raise ValueError(f"{name} must be {KEY_BYTES} bytes in base64")
    return raw


def _given(name: str) -> str:
    """What the variable holds, or the file that `<name>_FILE` names: containers get secrets so."""
    value: str = env.str(name, "")
    path = None if value else env.path(f"{name}_FILE", None)
    if path is None:
        return value
    if path.resolve().is_relative_to(data_folder()):
        raise ValueError(f"{name}_FILE lies in the data folder: a backup would hold key and lock")
    try:
        return str(path.read_text(encoding="ascii")).strip()
    except (OSError, UnicodeDecodeError):
        raise ValueError(f"{name}_FILE cannot be read") from None


def _from_file(path: Path) -> bytes:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Exclusive: of two processes that start at once, one makes the key and both read it.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    except OSError as error:
        raise ValueError(f"The data folder cannot be written: {error.strerror}.") from None
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
    return path.read_bytes()
