"""The donor's code: 130 random bits in Crockford's base32, a check character, groups of five.

Only a keyed hash of it is stored. Source: donor-journey, section 2; Crockford, "Base 32".
"""

import hashlib
import hmac
import secrets

from django.conf import settings

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 26
_MEANT = str.maketrans("OIL", "011", " -\u2013\u2014\u00a0\t\r\n")


def new() -> str:
    """A fresh code, as it is shown: `7K3MQ-9TX4B-2HZC8-RW5NE-6VJ0D-A1`."""
    return _shown("".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH)))


def of(secret: bytes) -> str:
    """The code that 32 secret bytes always give, in the same shape."""
    number = int.from_bytes(secret, "big")
    body = "".join(_ALPHABET[number >> 5 * place & 31] for place in range(_LENGTH))
    return _shown(body)


def normalised(typed: str) -> str | None:
    """The code somebody typed, without dashes and misread letters; None when it cannot be one."""
    if len(typed) > 100:
        return None
    code = typed.upper().translate(_MEANT)
    if len(code) != _LENGTH + 1 or set(code) - set(_ALPHABET):
        return None
    return code if code[-1] == _check(code[:-1]) else None


def digest(code: str) -> bytes:
    """The keyed hash under which a donation is found. In: a code that passes `normalised`."""
    plain = normalised(code)
    if plain is None:
        raise ValueError("not a code")
    return hmac.new(settings.CODE_KEY, plain.encode(), hashlib.sha256).digest()


def _shown(body: str) -> str:
    whole = body + _check(body)
    return "-".join(whole[at : at + 5] for at in range(0, len(whole), 5))


def _check(body: str) -> str:
    """A weighted sum: it notices every single wrong character, and two neighbours exchanged
    unless they lie sixteen apart in the alphabet."""
    return _ALPHABET[sum((2 * i + 1) * _ALPHABET.index(c) for i, c in enumerate(body)) % 32]


NOBODYS = "0" * _LENGTH + _check("0" * _LENGTH)
"""A code that could be one and was given to nobody: stands in for those that cannot."""
