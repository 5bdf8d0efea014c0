"""The straight line: read, decide, redact, tally, in batches of bounded memory.

Runs in the process that calls it; `filters.confined` makes the same call in a child with limits.
"""

import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from filters.archive.archive import Archive, Source
from filters.examples import Witness
from filters.findings import Findings
from filters.interaction import Interaction, Retained, tier
from filters.layout import kind_of_entry
from filters.limits import Limits
from filters.outcome import Keep, Outcome, PlatformRead, Progress, reader_of_strangers
from filters.parts import missing_archives, missing_parts
from filters.problem import ArchiveProblem, Problem
from filters.reader import (
    BROKEN_OFF,
    MOST_TITLES,
    TITLE_CHARS,
    Choices,
    Finding,
    Identities,
    Knowledge,
    PrivateChat,
    Purpose,
    SetAside,
    Unread,
)
from filters.recognition import Claim, Part, recognise
from filters.redaction.outcome import FAILURES, Redacts
from filters.retention import Admitted, Dropped, left_out, retain
from filters.rules import RECEIVED, Decision, decide, passages, rule_of, shape
from filters.tally import Tally

BATCH = 256
_PROGRESS_SECONDS = 0.5


def sift(
    sources: Sequence[Source],
    choices: Choices,
    *,
    redactor: Redacts | None,
    keep: Keep = lambda _record, _chat: None,
    progress: Callable[[Progress], None] = lambda _: None,
    examples: int = 0,
    limits: Limits,
) -> Outcome:
    """Read the parts of one export; hand every retained interaction to `keep`, in order.

    A record does not say which conversation it is from: that goes beside it, as a number.

    Without a redactor nothing is handed over: the archive is read, decided and counted only.
    `examples` is how many masked passages to give back with the words that were masked.
    Records under rule R6 are handed over but counted as removed: they wait for the donor's tick.
    Raises ArchiveProblem.
    """
    witness = Witness(redactor, examples) if redactor is not None and examples else None
    outcome = _Sifting(
        sources, choices, redactor=witness or redactor, keep=keep, progress=progress, limits=limits
    ).run()
    if witness is None:
        return outcome
    return msgspec.structs.replace(outcome, examples=tuple(witness.examples))


class _Sifting:
    """One archive on its way through the sieve."""

    def __init__(
        self,
        sources: Sequence[Source],
        choices: Choices,
        *,
        redactor: Redacts | None,
        keep: Keep,
        progress: Callable[[Progress], None],
        limits: Limits,
    ) -> None:
        self._archive = Archive(sources, limits)
        self._tally = Tally()
        self._findings = Findings(
            self._archive,
            choices,
            limits,
            several=len(sources) > 1,
            has_read=self._has_read,
            leaves_unread=self._tally.leave_unread,
        )
        self._choices = choices
        self._redactor = redactor
        self._keep = keep
        self._progress = progress
        self._limits = limits
        self._identities = Identities()
        self._own_names = set(choices.me)
        self._chats: dict[str, int] = {}
        self._broken_off: set[tuple[str, int]] = set()
        self._read_bytes = 0
        self._total_bytes = 0
        self._reported_at = 0.0

    def run(self) -> Outcome:
        recognised = recognise(self._archive)
        self._total_bytes = sum(
            claim.entry.size for part in recognised.parts for claim in part.of(Purpose.SIGNAL)
        )
        reader = reader_of_strangers([part.reader.name for part in recognised.parts])
        for entry in recognised.unknown:
            self._tally.leave_unread(entry.size)
            if not entry.is_media:  # A photo more or less is no change of format.
                self._tally.meet_unknown(reader, "entry", kind_of_entry(entry))
        learned = [
            (one, self._learn(one)) for one in map(self._findings.without_copies, recognised.parts)
        ]
        for part, knowledge in learned:
            if part.reader.prepare is not None:
                part.reader.prepare(knowledge)
        found = (one for part, knowledge in learned for one in self._find(part, knowledge))
        if self._redactor is None:
            self._count(found)
        else:
            self._clean(found)
        self._report(force=True)
        pages = [part for part in recognised.parts if _pages(part)]
        self._refuse_if_only_empty_pages(recognised.parts, pages)
        return Outcome(
            platforms=tuple(
                PlatformRead(part.reader.platform, part.reader.name, part.confidence)
                for part, _ in learned
            ),
            tally=self._tally,
            questions=tuple(question for _, known in learned for question in known.questions),
            private_chats=tuple(
                PrivateChat(key, title, self._tally.own_private_messages[key])
                for _, known in learned
                for key, title in known.chats.items()
                # As long as it is not known who the donor is, every chat may hold words of theirs.
                if self._tally.own_private_messages[key] or known.questions
            ),
            missing=(
                *missing_archives(recognised.parts, self._archive.containers),
                *(
                    one
                    for whole, (_, known) in zip(recognised.parts, learned, strict=True)
                    for one in missing_parts(whole, known.expected, self._archive.entries)
                ),
            ),
            poorer=tuple(part.reader.platform for part in pages),
            is_cut=self._is_cut([part for part, _ in learned]),
            chats=self._titles([known for _, known in learned]),
        )

    def _number(self, chat: str | None) -> int:
        return 0 if chat is None else self._chats.setdefault(chat, len(self._chats) + 1)

    def _titles(self, learned: Sequence[Knowledge]) -> tuple[str, ...]:
        """What the conversations are called, in the order of their numbers."""
        held = [titles for known in learned for titles in (known.chats, known.titles)]
        return tuple(
            _plain(next((titles[chat] for titles in held if chat in titles), ""))
            for chat in islice(self._chats, MOST_TITLES)
        )

    def _refuse_if_only_empty_pages(self, parts: Sequence[Part], pages: Sequence[Part]) -> None:
        """An export in HTML whose pages held nothing readable is refused as one that is not read.

        Raises ArchiveProblem.
        """
        others = any(len(_pages(part)) < len(part.of(Purpose.SIGNAL)) for part in parts)
        if pages and not others and not self._tally.read.total():
            raise ArchiveProblem(Problem.HTML_EXPORT, pages[0].reader.platform)

    def _is_cut(self, parts: Sequence[Part]) -> bool:
        signals = sum(len(part.of(Purpose.SIGNAL)) for part in parts)
        return 0 < signals == len(self._broken_off)

    def _learn(self, part: Part) -> Knowledge:
        """Read the entries that only inform, and find out what the donor must be asked."""
        knowledge = Knowledge(
            self._choices, self._identities, self._own_names, notes=part.reader.new_notes()
        )
        for claim in (*part.of(Purpose.IDENTITY), *part.of(Purpose.CONTEXT)):
            for finding in self._findings.of_entry(claim, claim.row.handle, knowledge):
                self._count_aside(finding, part.reader.name)
            if claim.row.purpose is Purpose.IDENTITY:
                self._tally.remove("R8", claim.row.family)
        for claim in (*part.of(Purpose.IGNORED), *part.of(Purpose.HTML)):
            self._tally.remove("R8", claim.row.family)
            self._tally.leave_unread(claim.entry.size)
        for knowledge.entry, claim in enumerate(part.of(Purpose.SIGNAL)):
            if claim.row.learn is not None:
                # What cannot be read here is counted when the same entry is read for its signals.
                for _ in self._findings.of_entry(claim, claim.row.learn, knowledge):
                    pass
        return knowledge

    def _find(self, part: Part, knowledge: Knowledge) -> Iterator[tuple[Interaction, str]]:
        """The interactions of one part, with the reader's name; all else is counted here."""
        reader = part.reader.name
        same: Finding | None = None  # What is set aside comes in long runs of the same.
        times = 0
        for finding in self._findings.of_signals(part, knowledge):
            if isinstance(finding, Interaction):
                self._tally.read[reader] += 1
                yield finding, reader
                continue
            if isinstance(finding, Unread) and finding.reason in BROKEN_OFF:
                self._broken_off.add((reader, knowledge.entry))
            if finding == same:
                times += 1
            else:
                self._count_aside(same, reader, times)
                same, times = finding, 1
        self._count_aside(same, reader, times)

    def _count(self, found: Iterator[tuple[Interaction, str]]) -> None:
        """Without redaction: rules and tiers look at the shape only, so each is decided once."""
        seen: dict[Hashable, list[Any]] = {}
        for one in found:
            alike = seen.get(key := shape(one[0]))
            if alike is None:
                seen[key] = [one, 1]
            else:
                alike[1] += 1
        for (interaction, reader), count in seen.values():
            decision = self._decide(interaction, count)
            if decision is not None:
                admitted = Admitted(interaction, decision, reader)
                for record in retain([admitted], None, self._identities, self._limits):
                    self._tally_record(record, count)

    def _clean(self, found: Iterator[tuple[Interaction, str]]) -> None:
        """With redaction: every retained record is handed over."""
        while batch := list(islice(found, BATCH)):
            admitted = [
                Admitted(interaction, decision, reader)
                for interaction, reader in batch
                if (decision := self._decide(interaction)) is not None
            ]
            records = retain(admitted, self._redactor, self._identities, self._limits)
            for one, record in zip(admitted, records, strict=True):
                self._tally_record(record)
                if not isinstance(record, Dropped):
                    self._keep(record, self._number(one.found.chat))
            self._report()

    def _decide(self, found: Interaction, count: int = 1) -> Decision | None:
        """What the rules say, counted; None when the interaction is dropped."""
        decision = decide(found, self._choices)
        if found.chat is not None and any(rule_of(o.passage) == "R4" for o in found.options):
            self._tally.own_private_messages[found.chat] += count
        if not decision.keep:
            self._tally.drop(decision.rule, found.family, count)
            return None
        for passage, rule in zip(passages(found), decision.withheld, strict=True):
            if rule is not None and passage.text is not None:
                self._tally.remove(rule, found.family, count)
        return decision

    def _tally_record(self, record: Retained | Dropped, count: int = 1) -> None:
        if isinstance(record, Dropped):
            self._tally.drop(record.rule, record.family, count)
            if record.reason in FAILURES:
                self._tally.refused[record.reason] += count
        elif record.rule == "R6":
            self._tally.drop("R6", record.source, count)
        else:
            signal = "received" if RECEIVED in record.flags else record.signal
            self._tally.keep(record.kind, tier(record), signal, count)
            self._tally.redacted.update(record.redactions)
            for rule in left_out(record):
                self._tally.remove(rule, record.source, count)

    def _count_aside(self, finding: Finding | None, reader: str, times: int = 1) -> None:
        if isinstance(finding, SetAside):
            count = finding.count * times
            self._tally.read[reader] += count
            self._tally.drop(finding.rule, finding.family, count)
        elif isinstance(finding, Unread):
            count = finding.count * times
            self._tally.read[reader] += count
            self._tally.drop("unknown", finding.family, count)
            self._tally.meet_unknown(reader, finding.family, finding.reason, count)

    def _has_read(self, count: int) -> None:
        self._read_bytes += count
        self._report()

    def _report(self, *, force: bool = False) -> None:
        now = time.monotonic()
        if force or now - self._reported_at >= _PROGRESS_SECONDS:
            self._reported_at = now
            self._progress(
                Progress(
                    stage="reading" if self._redactor is None else "cleaning",
                    found=self._tally.kept_total,
                    masked=self._tally.redacted.total(),
                    read_bytes=min(self._read_bytes, self._total_bytes),
                    total_bytes=self._total_bytes,
                )
            )


def _plain(title: str) -> str:
    """A title on one line, short, of characters that can be written."""
    return " ".join(title.encode("utf-8", "replace").decode().split())[:TITLE_CHARS]


def _pages(part: Part) -> list[Claim]:
    """The signals of one platform that are pages in HTML."""
    return [
        claim for claim in part.of(Purpose.SIGNAL) if claim.entry.name.endswith((".html", ".htm"))
    ]
