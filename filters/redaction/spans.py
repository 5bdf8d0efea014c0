"""What was found in one text, brought into order: no two spans overlap, nothing found is lost."""

import re
from collections.abc import Iterable, Mapping, Sequence

from filters.redaction.outcome import Span
from filters.redaction.recognizers.url import domain_of

_LINK_CHARS = len("<LIEN >")
"""What a link's placeholder holds besides its domain."""
_TITLE = re.compile(
    r"(?<![\w.&-])(?:(?:MM?|Mr|Dr|Pr|Me|Mme|Mlle|Mgr)[ ]?\.?|monsieur|madame|mademoiselle|docteur)"
    r"[ ]{1,2}$",
    re.IGNORECASE,
)
_TITLE_CHARS = 15
_BETWEEN_NAMES = frozenset({" ", "-"})


def merged(text: str, found: Iterable[Span], trust: Mapping[str, int]) -> list[Span]:
    """Spans in order; of those that overlapped the union, typed by the one trusted most.

    The parts of one name, found one by one, become one.
    """
    result: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        last = result[-1] if result else None
        if last is not None and span.start < last.end:
            kind = max(last.type, span.type, key=lambda entity: trust.get(entity, -1))
            result[-1] = Span(last.start, max(last.end, span.end), kind)
        elif (
            last is not None
            and last.type == span.type == "PERSON"
            and text[last.end : span.start] in _BETWEEN_NAMES
        ):
            result[-1] = Span(last.start, span.end, "PERSON")
        else:
            result.append(span)
    return result


_BEHIND = re.compile(r"(?:\d|_[^\W_]|[.\-][^\W\d_])[\w.\-]{0,40}")
_AHEAD = re.compile(r"[^\W_][\w.\-]{0,40}[._\-]$")
_AHEAD_CHARS = 42
_ODD = re.compile(r"[\d_]")


def with_whole_accounts(text: str, spans: Sequence[Span]) -> list[Span]:
    """The same spans, a person's with the rest of the account name it is part of: "lea_marchand06".

    Half a name in a placeholder would leave the other half beside it.
    """
    return [_whole(text, span) if span.type == "PERSON" else span for span in spans]


def _whole(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    behind = _BEHIND.match(text, end)
    if behind and _ODD.search(behind.group()):
        end += len(behind.group().rstrip("._-"))
    ahead = _AHEAD.search(text[max(0, start - _AHEAD_CHARS) : start])
    if ahead and _ODD.search(ahead.group()) and any(map(str.isalpha, ahead.group())):
        start -= len(ahead.group())
    return Span(start, end, "PERSON")


def with_titles(text: str, spans: Sequence[Span]) -> list[Span]:
    """The same spans of a French text, a person's with the title before: "Mme", "Dr"."""
    result: list[Span] = []
    for span in spans:
        least = result[-1].end if result else 0
        title = None
        if span.type == "PERSON":
            title = _TITLE.search(text[max(least, span.start - _TITLE_CHARS) : span.start])
        result.append(Span(span.start - len(title.group()), span.end, span.type) if title else span)
    return result


def masked_share(text: str, spans: Iterable[Span]) -> float:
    """How much of a text is lost to masking, from 0 to 1.

    Of a link the domain stays, and however long it was, it weighs no more than what stands in its
    place: neither on the side of what is lost, nor as text that would hide other losses.
    """
    lost, length = 0, len(text)
    for span in spans:
        size = span.end - span.start
        domain = domain_of(text[span.start : span.end]) if span.type == "URL" else ""
        if domain:
            weight = min(size, len(domain) + _LINK_CHARS)
            lost += max(weight - len(domain), 0)
            length -= size - weight
        else:
            lost += size
    return lost / max(length, 1)
