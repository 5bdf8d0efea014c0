"""Reading and cleaning one donation on a worker: survey, ask if need be, sift, report."""

import logging
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from uuid import UUID

import msgspec
from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from donation import draft, drift, examples, funnel, jobs, lifecycle, logs, vault
from donation.funnel import Step
from donation.models import Donation, Stage
from donation.stages import intake
from donation.watchdog import Watchdog, watched
from filters import Outcome, Progress, sift
from filters.archive.archive import Source
from filters.problem import ArchiveProblem, Problem
from filters.reader import Choices, PrivateChat, Question
from filters.redaction.outcome import Redacts

log = logging.getLogger("donation.sieving")
NOTHING_TO_KEEP = "nothing_to_keep"
_QUESTIONS, _ANSWERS = "questions", "answers"
_SHOWN_SECONDS = 1.0


class Asked(msgspec.Struct, frozen=True):
    """What the donor is asked before cleaning. Sealed: it holds names."""

    questions: tuple[Question, ...]
    private_chats: tuple[PrivateChat, ...]


class Answers(msgspec.Struct, frozen=True):
    """What the donor answered. Sealed: it holds a name."""

    me: tuple[str, ...] = ()
    private_chats: tuple[str, ...] = ()


def sift_donation(donation_id: str) -> None:
    """Do the work on one donation, if it is free and still wanted. Safe to call at any time."""
    donation = Donation.objects.filter(
        pk=UUID(donation_id), stage__in=(Stage.QUEUED, Stage.SIEVING)
    ).first()
    if donation is None:
        return
    # Before the claim: the first time it takes seconds, in which no lease would be kept.
    try:
        _redactor()
    except Exception as error:
        # Models that are missing, memory that is short: an attempt like any other, and counted.
        if (token := jobs.claim(donation.pk)) is not None:
            jobs.let_go(donation.pk, token, logs.code(error))
        raise
    token = jobs.claim(donation.pk)
    if token is None:
        return
    try:
        lifecycle.move(donation, Stage.SIEVING)
        with watched(settings.STUCK_SECONDS) as dog:
            _work(donation, token, dog)
    except ArchiveProblem as stopped:
        if stopped.defect:
            log.error("a reader has a defect: %s", stopped.defect)  # noqa: TRY400 - the way here says nothing
        numbers = {"layout": stopped.layout} if stopped.layout else {}
        _end(donation, token, str(stopped.problem), stopped.platform, numbers)
    except vault.Unopenable:
        _end(donation, token, "unreadable", None, {})
    except (jobs.LeaseLost, lifecycle.NotAllowed):
        # Withdrawn meanwhile, or another worker has it: write nothing, leave nothing.
        _clear_leftovers(donation)
    except Exception as error:
        # A disk that is full, a database that went away, a defect: not the archive's fault.
        with suppress(DatabaseError):
            jobs.let_go(donation.pk, token, logs.code(error))
        raise


def asked(donation: Donation) -> Asked:
    """The questions of a donation in stage asking. Raises Unopenable."""
    with vault.opened(donation, _QUESTIONS) as sealed:
        return msgspec.json.decode(sealed.read(), type=Asked)


def answer(donation: Donation, me: Collection[str], private_chats: Collection[str]) -> None:
    """Take the donor's answers and go on cleaning. Raises NotAllowed, Unopenable.

    Answers that were not among the options are passed over.
    """
    known = asked(donation)
    options = {option for question in known.questions for option in question.options}
    chats = {chat.key for chat in known.private_chats}
    answers = Answers(
        tuple(name for name in me if name in options),
        tuple(key for key in private_chats if key in chats),
    )
    with vault.sealing(donation, _ANSWERS) as sealed:
        sealed.write(msgspec.json.encode(answers))
    with transaction.atomic():
        lifecycle.move(donation, Stage.QUEUED, answered=True)
        jobs.enqueue(donation)


def _work(donation: Donation, token: UUID, dog: Watchdog) -> None:
    watch = _Watch(donation, token, dog)
    with _opened_sources(donation, watch) as sources:
        if not donation.answered:
            survey = sift(sources, redactor=None, progress=watch)
            if survey.questions or survey.private_chats:
                _ask(donation, token, survey)
                return
        answers = _answers(donation)
        choices = Choices(me=frozenset(answers.me), private_chats=frozenset(answers.private_chats))
        with draft.writing(donation) as rows:
            outcome = sift(
                sources,
                choices,
                redactor=_redactor(),
                keep=rows.add,
                progress=watch,
                examples=examples.MOST,
            )
            # A worker that was frozen and lost its lease must not replace what another has made.
            jobs.renew(donation.pk, token)
    outcome.meet_at_home(donation.numbers.get(intake.AT_HOME, {}))
    if not rows.count:
        drift.note(outcome.tally)
        numbers = _numbers(outcome)
        problem = str(Problem.INCOMPLETE) if outcome.is_cut else NOTHING_TO_KEEP
        _end(donation, token, problem, _first_platform(outcome), {**numbers})
        return
    examples.seal(donation, outcome.examples)
    draft.seal_titles(donation, outcome.chats)
    with transaction.atomic():
        jobs.finish(donation.pk, token)
        drift.note(outcome.tally)
        lifecycle.move(
            donation,
            Stage.REPORT,
            platforms=[part.platform for part in outcome.platforms],
            numbers=_numbers(outcome),
            rows=rows.count,
            removed=draft.no_bits(rows.count),
            # What was shown last came before the end: a small archive showed nothing.
            progress={
                "found": outcome.tally.kept_total,
                "masked": outcome.tally.redacted.total(),
            },
            raw_erased_at=timezone.now(),
        )
        if not donation.is_sample:
            funnel.count(Step.CLEANED, _first_platform(outcome) or "")
        transaction.on_commit(lambda: vault.shred_all_but(donation.pk, draft.HELD))


def _numbers(outcome: Outcome) -> dict[str, object]:
    """What the report shows besides the rows."""
    return {
        **outcome.tally.as_report(),
        "poorer": list(outcome.poorer),
        "missing": [part.name for part in outcome.missing],
    }


@contextmanager
def _opened_sources(donation: Donation, watch: "_Watch") -> Iterator[list[Source]]:
    sources = intake.sources(donation, meanwhile=watch.alive)
    try:
        yield sources
    finally:
        for source in sources:
            source.file.close()


def _ask(donation: Donation, token: UUID, survey: Outcome) -> None:
    with vault.sealing(donation, _QUESTIONS) as sealed:
        sealed.write(msgspec.json.encode(Asked(survey.questions, survey.private_chats)))
    with transaction.atomic():
        jobs.finish(donation.pk, token)
        lifecycle.move(
            donation, Stage.ASKING, platforms=[part.platform for part in survey.platforms]
        )


def _answers(donation: Donation) -> Answers:
    if not donation.answered:
        return Answers()
    with vault.opened(donation, _ANSWERS) as sealed:
        return msgspec.json.decode(sealed.read(), type=Answers)


def _end(
    donation: Donation,
    token: UUID,
    problem: str,
    platform: str | None,
    numbers: Mapping[str, object],
) -> None:
    """The archive cannot be used: say why, erase everything."""
    try:
        with transaction.atomic():
            jobs.finish(donation.pk, token)
            lifecycle.move(
                donation,
                Stage.FAILED,
                problem=problem,
                numbers=numbers,
                platforms=[platform] if platform else [],
                raw_erased_at=timezone.now(),
            )
            if not donation.is_sample:
                funnel.count(Step.ERROR, problem)
    except (jobs.LeaseLost, lifecycle.NotAllowed):
        _clear_leftovers(donation)


def _clear_leftovers(donation: Donation) -> None:
    """A worker that lost its donation to a withdrawal erases what it had just written."""
    if Donation.objects.filter(pk=donation.pk, stage__in=lifecycle.TERMINAL).exists():
        vault.shred(donation.pk)


def _first_platform(outcome: Outcome) -> str | None:
    return outcome.platforms[0].platform if outcome.platforms else None


class _Watch:
    """Shows the progress and keeps the lease; raises LeaseLost when the donation is gone."""

    def __init__(self, donation: Donation, token: UUID, dog: Watchdog) -> None:
        self._donation = donation
        self._token = token
        self._dog = dog
        self._renewed_at = self._shown_at = time.monotonic()

    def alive(self) -> None:
        """Work goes on: the lease is kept, the watchdog too."""
        self._dog.feed()
        now = time.monotonic()
        if now - self._renewed_at > settings.LEASE_SECONDS / 3:
            jobs.renew(self._donation.pk, self._token)
            self._renewed_at = now

    def __call__(self, progress: Progress) -> None:
        self.alive()
        now = time.monotonic()
        if now - self._shown_at > _SHOWN_SECONDS:
            self._shown_at = now
            shown = Donation.objects.filter(pk=self._donation.pk, stage=Stage.SIEVING).update(
                progress=msgspec.to_builtins(progress)
            )
            if shown != 1:
                raise jobs.LeaseLost


@lru_cache(1)
def _redactor() -> Redacts:
    # Models take seconds and half a gigabyte: loaded once per worker process, never in the web's.
    from filters.redaction.engine import Redactor  # noqa: PLC0415

    return Redactor()
