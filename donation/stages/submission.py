"""A form that is sent twice is one donation: a double click, a refresh, both under way at once.

The form without scripts holds a random token. With the hash of what was given it names the
submission, under a unique key of the database: whoever comes second finds the first. The code is
made of the same two, so that the second answer can show it though it is stored nowhere. Another
archive sent from the same form is another donation.
"""

import hashlib
import hmac
import re
import secrets

from django.conf import settings
from django.db import IntegrityError

from donation import codes, examples, lifecycle
from donation.models import Donation, Stage
from donation.stages import intake

_TOKEN_BYTES = 24
_is_token = re.compile(r"[\w-]{32}", re.ASCII).fullmatch


def new_token() -> str:
    """For a form that is about to be shown: 192 random bits."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def take(received: intake.SealingHandler, token: str) -> tuple[Donation, str | None, bool]:
    """Hand on what a form brought, once.

    Out: the donation, its code (None when the donor has it), and whether it is new. A token that no
    form of ours held makes no promise: what comes with it is new. Raises lifecycle.NotAllowed.
    """
    donation = received.donation
    assert donation is not None
    if not _is_token(token):
        intake.complete(donation, received.files, received.size_bytes)
        return donation, received.code, True
    code, name = codes.of(_keyed("code", received, token)), _keyed("name", received, token)
    fields = {"submission": name}
    if received.code is not None:
        fields["code_digest"] = codes.digest(code)
        fields["examples_key"] = examples.public_key(donation, code)
    shown = code if received.code is not None else None
    try:
        intake.complete(donation, received.files, received.size_bytes, **fields)
    except IntegrityError:
        first = Donation.objects.filter(submission=name).first()
        if first is None:
            # It ended between the two statements.
            intake.complete(donation, received.files, received.size_bytes, **fields)
            return donation, shown, True
        lifecycle.move(donation, Stage.DISCARDED)
        is_its_own = hmac.compare_digest(bytes(first.code_digest), codes.digest(code))
        return first, code if is_its_own else None, False
    return donation, shown, True


def _keyed(purpose: str, received: intake.SealingHandler, token: str) -> bytes:
    said = f"submission {purpose} {token} ".encode() + received.sha256
    return hmac.new(settings.CODE_KEY, said, hashlib.sha256).digest()
