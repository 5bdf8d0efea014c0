"""Signed statements: a receipt or a proof that anybody can check with the instance's public key."""

import base64
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

_ALGORITHM = "Ed25519"


def signed(statement: dict[str, Any]) -> dict[str, Any]:
    """The statement with its signature, over its canonical JSON (keys in order)."""
    key = Ed25519PrivateKey.from_private_bytes(settings.SIGNING_KEY)
    return {
        **statement,
        "signature": {
            "algorithm": _ALGORITHM,
            "public_key": _text(key.public_key().public_bytes_raw()),
            "value": _text(key.sign(_canonical(statement))),
        },
    }


def public_key() -> str:
    """The key to check with, in base64."""
    key = Ed25519PrivateKey.from_private_bytes(settings.SIGNING_KEY)
    return _text(key.public_key().public_bytes_raw())


def is_genuine(document: dict[str, Any]) -> bool:
    """Whether this instance signed the document, and nobody changed it since."""
    key = Ed25519PrivateKey.from_private_bytes(settings.SIGNING_KEY).public_key()
    return _is_signed(document, key)


def holds(document: dict[str, Any]) -> bool:
    """Whether nobody changed the document since it was signed by the key that it names itself."""
    try:
        named = base64.b64decode(document["signature"]["public_key"])
        key = Ed25519PublicKey.from_public_bytes(named)
    except (KeyError, TypeError, ValueError):
        return False
    return _is_signed(document, key)


def _is_signed(document: dict[str, Any], key: Ed25519PublicKey) -> bool:
    statement = {name: value for name, value in document.items() if name != "signature"}
    try:
        key.verify(base64.b64decode(document["signature"]["value"]), _canonical(statement))
    except (InvalidSignature, KeyError, TypeError, ValueError, OverflowError, RecursionError):
        return False
    return True


def _canonical(statement: dict[str, Any]) -> bytes:
    return msgspec.json.encode(statement, order="sorted")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
