"""Which models were trained on a release, as its operator or a partner declares it: for the pages
of those whose rows are in it."""

import re
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.utils import timezone

from donation import audit
from donation.models import Donation, Release, TrainedModel

_NAME = re.compile(r"[\w][\w .:/+\-]{1,79}")


class Refused(Exception):
    """Why a model was not noted or taken back."""


class Use(NamedTuple):
    """A release that holds a donor's rows, and what was trained on it."""

    release: str
    models: list[str]


def declare(release: str, model: str) -> None:
    """Note that a model was trained on a release. Raises Refused."""
    if not _NAME.fullmatch(model):
        raise Refused("A model's name has 2 to 80 letters, digits, spaces or . : / + -")
    of = Release.objects.filter(name=release).first()
    if of is None:
        raise Refused("No release has that name.")
    try:
        with transaction.atomic():
            TrainedModel.objects.create(release=of, name=model, declared_at=timezone.now())
            audit.append(audit.Event.TRAINED, release=release, model=model)
    except IntegrityError:
        raise Refused(f"{model} is declared for {release} already.") from None


def take_back(release: str, model: str) -> None:
    """Forget a model that was declared by mistake. Raises Refused."""
    with transaction.atomic():
        gone, _ = TrainedModel.objects.filter(release__name=release, name=model).delete()
        if not gone:
            raise Refused(f"{model} is not declared for {release}.")
        audit.append(audit.Event.TRAINED, release=release, model=model, undone=True)


def uses_of(donation: Donation) -> list[Use]:
    """The releases a donation is in, the oldest first, each with its models."""
    releases = donation.releases.prefetch_related("models_trained")
    return [Use(one.name, [m.name for m in one.models_trained.all()]) for one in releases]
