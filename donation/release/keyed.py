"""What the key of a release decides: the ids of its rows and of the objects they are about, and
which split a donor goes to."""

import hashlib
import hmac

SPLITS = (("train", 0.90), ("validation", 0.05), ("test", 0.05))


def record_id(release_key: bytes, uid: str, config: str) -> str:
    """The id of a row in one release: another in every release, so that rows cannot be joined."""
    return hmac.new(release_key, f"{config}:{uid}".encode(), hashlib.sha256).hexdigest()[:32]


def object_id(release_key: bytes, reference: str) -> str:
    """What stands for a public object in one release: equal for equal objects, another in every
    release, and no way back to the object without the key."""
    return hmac.new(release_key, b"object" + reference.encode(), hashlib.sha256).hexdigest()[:32]


def split_of(donor: bytes, release_key: bytes) -> str:
    """Which split a donor's rows all go to, drawn anew for each release."""
    drawn = hmac.new(release_key, b"split" + donor, hashlib.sha256).digest()
    at = int.from_bytes(drawn[:8], "big") / 2**64
    for name, share in SPLITS:
        if at < share:
            return name
        at -= share
    return SPLITS[0][0]
