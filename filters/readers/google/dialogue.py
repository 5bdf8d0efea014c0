"""Gemini: thumbs and preferred drafts, joined to the turn they were given for.

Facts: formats/gemini. One record a turn, newest first, no thread: a thumb or a choice of draft is
a record of its own, without the answer. It is joined to the turn before it in time, of the same
conversation where both have an id; because nothing in the export says so, such a join is evidence
from structure only. Which draft was refused is not in the export, and not invented.
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
_OTHER = re.compile(
    r"(?:created|used|cleared|answered|changed|deleted|removed|shared|opened|turned|set|visited"
    r"|viewed|uploaded|a créé|vous avez créé|a utilisé|vous avez utilisé|vous avez répondu"
    r"|a répondu|vous avez effacé|vous avez supprimé|vous avez consulté|has creado|has usado"
    r"|has utilizado|has respondido"
    r"|hai creato|hai usato|hai utilizzato|criou|usou)\b",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 160
_MOST_WAITING = 50
_MOST_CONVERSATIONS = 2_000


class Judgement(NamedTuple):
    """A thumb or a choice of draft that waits for the turn it was given for."""

    signal: Signal
    label: Label
    conversation: str | None
    found: Activity


@dataclass
class Dialogue:
    """The records of one file, as they pass by."""

    _waiting: deque[Judgement] = field(default_factory=deque)
    _next: dict[str, tuple[str, str]] = field(default_factory=dict)
    """When and what the donor wrote next in each conversation, for newest comes first."""
    _last: Activity | None = None
    _last_conversation: str | None = None

    def take(self, found: Activity) -> Iterator[Finding]:
        """One record: a turn, something said about a turn, or neither."""
        conversation = next((m[1] for url in found.links if (m := _ID.search(url))), None)
        prompt = _PROMPT.match(found.title)
        notice = "" if prompt is not None else found.title
        if len(notice) > _LONGEST_NOTICE or (found.answer and not _SURE.match(notice)):
            notice = ""
        said = _said_by(notice)
        if isinstance(said, tuple):
            yield from self._judge(Judgement(*said, conversation, found))
        elif said is not None:
            yield said
        elif prompt is not None or found.answer:
            yield from self._turn(found, conversation)
        else:
            yield Unread("conversations", "verb")

    def end(self) -> Iterator[Finding]:
        """What waited for a turn that is not in the file: the act is kept, without the answer."""
        while self._waiting:
            yield _interaction(self._waiting.popleft(), None)

    def _judge(self, one: Judgement) -> Iterator[Finding]:
        last, time = self._last, one.found.time
        if one.found.answer:
            yield _interaction(one, None)
        elif last is not None and last.time[4:5] == "-" and last.time < time:
            # A file sorted the other way: the turn went by already.
            yield _interaction(one, last if self._fits(one, self._last_conversation) else None)
        else:
            self._waiting.append(one)
            if len(self._waiting) > _MOST_WAITING:
                yield _interaction(self._waiting.popleft(), None)

    def _turn(self, found: Activity, conversation: str | None) -> Iterator[Finding]:
        self._last, self._last_conversation = found, conversation
        fitting = [one for one in self._waiting if self._fits(one, conversation)]
        for one in fitting:
            self._waiting.remove(one)
            yield _interaction(one, found)
        said = self._said_next(found, conversation)
        if not fitting:
            yield said or SetAside("conversations", "no_preference")

    def _said_next(self, found: Activity, conversation: str | None) -> Interaction | None:
        """What the donor's next words in the same conversation say of the answer."""
        if conversation is None:
            return None
        time, following = self._next.pop(conversation, ("", ""))
        prompt = _prompt_of(found)
        self._next[conversation] = (found.time, prompt)
        if len(self._next) > _MOST_CONVERSATIONS:
            del self._next[next(iter(self._next))]
        is_sorted_otherwise = found.time[4:5] == "-" and found.time > time
        if not following or not found.answer or is_sorted_otherwise:
            return None
        said = expressed("gemini", found.answer, following, quarter_time(found.time), asked=prompt)
        return said and msgspec.structs.replace(
            said, context=_asked(prompt), chat=chat_key("gemini", conversation)
        )

    @staticmethod
    def _fits(one: Judgement, conversation: str | None) -> bool:
        return one.conversation == conversation or None in (one.conversation, conversation)


@lru_cache(1024)
def _said_by(notice: str) -> tuple[Signal, Label] | SetAside | Unread | None:
    """What a notice says of an answer; that it says nothing of one; None when it is no notice."""
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
        chat=None if one.conversation is None else chat_key("gemini", one.conversation),
        flags=("attachment_missing",) if turn is not None and turn.has_files else (),
    )


def _prompt_of(turn: Activity) -> str:
    return _PROMPT.sub("", turn.title, count=1).strip()


def _asked(prompt: str) -> tuple[Turn, ...]:
    return (Turn("user", Passage(prompt, "donor", "assistant")),) if prompt else ()
