"""Gemini: thumbs and preferred drafts, joined to the turn they were given for.

Facts: formats/gemini. One record a turn, newest first, no thread: a thumb or a choice of draft is
a record of its own, without the answer. It is joined to the turn before it in time, of the same
conversation where both have an id; because nothing in the export says so, such a join is evidence
from structure only. The latest thumb on a turn wins, and one that was taken back is none. Which
draft was refused is not in the export, and not invented.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import msgspec

from filters.dialogue import expressed
from filters.interaction import Evidence, Interaction, Label, Option, Passage, Signal, Turn
from filters.reader import Finding, SetAside, Unread, chat_key
from filters.readers.google.dates import quarter_time
from filters.readers.google.facts import Activity

_ID = re.compile(r"(?:gemini|bard)\.google\.com/(?:u/\d+/)?app/([\w-]+)")
_PROMPT = re.compile(
    r"(?:prompt (?:eingegeben|ingevoerd|envoyé|enviado|inviato)|gesendeter prompt|prompted|prompt"
    r"|requête envoyée|requête|vous avez demandé|vous avez saisi|a saisi|invite|said|asked"
    r"|petición|has preguntado|has escrito|solicitud|eingabe|eingegeben|gefragt|gevraagd"
    r"|hai chiesto|hai scritto|comando|perguntou|enviou o comando)(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
_SURE = re.compile(r"selected preferred draft|gave feedback", re.IGNORECASE)
_DRAFT = re.compile(
    r"selected preferred draft|(?:préféré|préférée|preferido|preferida|preferita|preferit"
    r"|bevorzugte|voorkeurs)|\bdraft (?:selected|chosen)", re.IGNORECASE
)  # fmt: skip
_FEEDBACK = re.compile(
    r"feedback|donné (?:votre|son) avis|\bavis\b|commentaires? (?:envoyé|donné)"
    r"|envoyé (?:un|des) commentaire|comentarios|opini[oó]n|rückmeldung|bewertung|beoordeling"
    r"|commenti|comentários",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"good|thumbs?[ _-]?up|bonne|positi|buena|gute|goed|buona|boa\b|helpful|utile|j'aime",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"\bbad\b|thumbs?[ _-]?down|mauvaise|negati|négati|\bmala\b|schlecht|slecht|non valida"
    r"|sbagliata|\bm[aá]\b|ruim|unhelpful|not (?:good|helpful)|pas (?:bonne|utile)|n'aime pas",
    re.IGNORECASE,
)  # fmt: skip
_TAKEN_BACK = re.compile(
    r"(?:cleared|removed|deleted|withdrew|(?:a |vous avez )?(?:effacé|supprimé|retiré|annulé)"
    r"|has (?:borrado|eliminado)|hai (?:cancellato|rimosso)|limpou|removeu) .{0,20}?"
    r"(?:feedback|avis|commentaires?|comentarios|opini[oó]n|commenti|comentários)\b",
    re.IGNORECASE,
)  # fmt: skip
_OTHER = re.compile(
    r"(?:created|used|cleared|answered|changed|deleted|removed|shared|opened|turned|set|visited"
    r"|viewed|uploaded|a créé|vous avez créé|a utilisé|vous avez utilisé|vous avez répondu"
    r"|a répondu|vous avez effacé|vous avez supprimé|vous avez consulté|has creado|has usado"
    r"|has utilizado|has respondido"
    r"|hai creato|hai usato|hai utilizzato|criou|usou)\b",
    re.IGNORECASE,
)
_NO_THUMB = SetAside("feedback", "no_preference")
"""A thumb that was taken back, and the record that takes it back."""
_LONGEST_NOTICE = 160
_MOST_WAITING = 50
_MOST_CONVERSATIONS = 2_000


Threads = frozenset[str]
"""The ids of a conversation: it may have gone on under another. None where none is given."""


class Judgement(NamedTuple):
    """A thumb or a choice of draft that waits for the turn it was given for."""

    signal: Signal
    label: Label
    threads: Threads
    found: Activity


@dataclass
class Dialogue:
    """The records of one file, as they pass by."""

    _waiting: deque[Judgement] = field(default_factory=deque)
    _taken_back: deque[Threads] = field(default_factory=deque)
    """Where a thumb was taken back that is still to come, for newest comes first."""
    _next: dict[str, tuple[str, str]] = field(default_factory=dict)
    """When and what the donor wrote next in each conversation."""
    _last: Activity | None = None
    _last_threads: Threads = frozenset()

    def take(self, found: Activity) -> Iterator[Finding]:
        """One record: a turn, something said about a turn, or neither."""
        threads = frozenset([m[1] for url in found.links if (m := _ID.search(url))])
        prompt = _PROMPT.match(found.title)
        notice = "" if prompt is not None else found.title
        if len(notice) > _LONGEST_NOTICE or (found.answer and not _SURE.match(notice)):
            notice = ""
        said = _said_by(notice)
        if isinstance(said, tuple):
            yield from self._judge(Judgement(*said, threads, found))
        elif said is not None:
            if said is _NO_THUMB:
                self._taken_back.append(threads)
                if len(self._taken_back) > _MOST_WAITING:
                    self._taken_back.popleft()
            yield said
        elif prompt is not None or found.answer:
            yield from self._turn(found, threads)
        else:
            yield Unread("conversations", "verb")

    def end(self) -> Iterator[Finding]:
        """What waited for a turn that is not in the file: the act is kept, without the answer."""
        while self._waiting:
            yield _interaction(self._waiting.popleft(), None)

    def _judge(self, one: Judgement) -> Iterator[Finding]:
        last, time = self._last, one.found.time
        if one.signal != "ab_choice" and self._was_taken_back(one.threads):
            yield _NO_THUMB
        elif one.found.answer:
            yield _interaction(one, None)
        elif last is not None and last.time[4:5] == "-" and last.time < time:
            # A file sorted the other way: the turn went by already.
            yield _interaction(one, last if _fit(one.threads, self._last_threads) else None)
        else:
            self._waiting.append(one)
            if len(self._waiting) > _MOST_WAITING:
                yield _interaction(self._waiting.popleft(), None)

    def _was_taken_back(self, threads: Threads) -> bool:
        """Whether a later record takes back a thumb given there; it takes back one."""
        later = next((one for one in self._taken_back if _fit(one, threads)), None)
        if later is not None:
            self._taken_back.remove(later)
        return later is not None

    def _turn(self, found: Activity, threads: Threads) -> Iterator[Finding]:
        self._last, self._last_threads = found, threads
        fitting = [one for one in self._waiting if _fit(one.threads, threads)]
        kinds: set[bool] = set()
        for one in fitting:
            self._waiting.remove(one)
            is_draft = one.signal == "ab_choice"
            # The one that came first is the latest.
            yield SetAside("feedback", "quality") if is_draft in kinds else _interaction(one, found)
            kinds.add(is_draft)
        said = self._said_next(found, threads)
        if not fitting:
            yield said or SetAside("conversations", "no_preference")

    def _said_next(self, found: Activity, threads: Threads) -> Interaction | None:
        """What the donor's next words in the same conversation say of the answer."""
        if not threads:
            return None
        known = [self._next.pop(thread, ("", "")) for thread in threads]
        # What was written next came last of what went by.
        time, following = known[0] if len(known) == 1 else min(filter(all, known), default=("", ""))
        prompt = _prompt_of(found)
        self._next.update(dict.fromkeys(threads, (found.time, prompt)))
        if len(self._next) > _MOST_CONVERSATIONS:
            del self._next[next(iter(self._next))]
        is_sorted_otherwise = found.time[4:5] == "-" and found.time > time
        if not following or not found.answer or is_sorted_otherwise:
            return None
        said = expressed("gemini", found.answer, following, quarter_time(found.time), asked=prompt)
        return said and msgspec.structs.replace(
            said, context=_asked(prompt), chat=chat_key("gemini", min(threads))
        )


def _fit(threads: Threads, others: Threads) -> bool:
    """Whether two records may be of one conversation: nothing speaks against it."""
    return not threads or not others or not threads.isdisjoint(others)


@lru_cache(1024)
def _said_by(notice: str) -> tuple[Signal, Label] | SetAside | Unread | None:
    """What a notice says of an answer; that it says nothing of one; None when it is no notice."""
    if _TAKEN_BACK.match(notice):
        return _NO_THUMB
    if _OTHER.match(notice):
        return SetAside("conversations", "no_preference")  # A canvas may be titled "Feedback".
    if _DRAFT.search(notice):
        return "ab_choice", "chosen"
    if _FEEDBACK.search(notice):
        if _BAD.search(notice):
            return "thumb_down", "bad"
        return ("thumb_up", "good") if _GOOD.search(notice) else Unread("feedback", "rating")
    return None


def _interaction(one: Judgement, turn: Activity | None) -> Interaction:
    is_draft = one.signal == "ab_choice"
    own = one.found.answer or None
    # The turn holds the draft shown first, which need not be the one that was preferred.
    answer = own if is_draft or turn is None else turn.answer or None
    options = [Option(one.label, Passage(answer, "ai", "assistant"))]
    if is_draft:
        options.append(Option("rejected", Passage(None, "ai", "assistant")))
    evidence: Evidence = "explicit" if own or turn is None or is_draft else "structural"
    prompt = "" if turn is None else _prompt_of(turn)
    return Interaction(
        platform="gemini",
        family="feedback",
        kind="pairwise" if is_draft else "binary",
        signal=one.signal,
        evidence=evidence,
        context=_asked(prompt),
        options=tuple(options),
        object_type="ai_answer",
        at=quarter_time(one.found.time),
        chat=chat_key("gemini", min(one.threads)) if one.threads else None,
        flags=("attachment_missing",) if turn is not None and turn.has_files else (),
    )


def _prompt_of(turn: Activity) -> str:
    return _PROMPT.sub("", turn.title, count=1).strip()


def _asked(prompt: str) -> tuple[Turn, ...]:
    return (Turn("user", Passage(prompt, "donor", "assistant")),) if prompt else ()
