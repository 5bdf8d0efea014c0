"""Before and after: a few masked passages that only the donor's code can open, and only once.

They are sealed to a public key that was derived from the code when the donation began; the private
half can be made from the code alone, which the site does not keep. X25519 with a key of its own for
each sealing, HKDF-SHA256 (RFC 5869), AES-256-GCM; and the vault's seal around it.
"""

import os

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from donation import codes, vault
from donation.draft import EXAMPLES
from donation.models import Donation
from filters.examples import Example

MOST = 10
_KEY_BYTES = 32
_NONCE_BYTES = 12


def public_key(donation: Donation, code: str) -> bytes:
    """The key to seal to, from a code that passes `codes.normalised`."""
    return _private_key(donation, code).public_key().public_bytes_raw()


def seal(donation: Donation, examples: list[Example] | tuple[Example, ...]) -> None:
    """Seal examples to the donor's code. Raises vault.Unopenable."""
    if not examples or not donation.examples_key:
        return
    ours = X25519PrivateKey.generate()
    theirs = X25519PublicKey.from_public_bytes(bytes(donation.examples_key))
    nonce = os.urandom(_NONCE_BYTES)
    content = _cipher(donation, ours.exchange(theirs)).encrypt(
        nonce, msgspec.json.encode(examples), None
    )
    with vault.sealing(donation, EXAMPLES) as sealed:
        sealed.write(ours.public_key().public_bytes_raw() + nonce + content)


def are_there(donation: Donation) -> bool:
    """Whether there is anything left to show."""
    try:
        return donation.examples_key is not None and vault.size(donation, EXAMPLES) > 0
    except vault.Unopenable:
        return False


def show_once(donation: Donation, code: str) -> list[Example]:
    """The examples, erased as they are given. Raises vault.Unopenable: none left, another code."""
    with vault.opened(donation, EXAMPLES) as sealed:
        content = sealed.read()
    theirs = X25519PublicKey.from_public_bytes(content[:_KEY_BYTES])
    nonce, body = (
        content[_KEY_BYTES : _KEY_BYTES + _NONCE_BYTES],
        content[_KEY_BYTES + _NONCE_BYTES :],
    )
    try:
        clear = _cipher(donation, _private_key(donation, code).exchange(theirs)).decrypt(
            nonce, body, None
        )
    except InvalidTag as error:
        raise vault.Unopenable from error
    # Claimed by one update: of two pages that ask at once, one shows them.
    unseen = Donation.objects.filter(pk=donation.pk, examples_key__isnull=False)
    if unseen.update(examples_key=None) != 1:
        raise vault.Unopenable
    vault.shred(donation.pk, EXAMPLES)
    return msgspec.json.decode(clear, type=list[Example])


def _private_key(donation: Donation, code: str) -> X25519PrivateKey:
    plain = codes.normalised(code)
    if plain is None:
        raise vault.Unopenable
    return X25519PrivateKey.from_private_bytes(_derived(donation, plain.encode(), b"key pair"))


def _cipher(donation: Donation, shared: bytes) -> AESGCM:
    return AESGCM(_derived(donation, shared, b"seal"))


def _derived(donation: Donation, secret: bytes, purpose: bytes) -> bytes:
    return HKDF(
        algorithm=SHA256(), length=_KEY_BYTES, salt=donation.pk.bytes,
        info=b"glane examples, " + purpose,
    ).derive(secret)  # fmt: skip
