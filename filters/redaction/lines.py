"""JSON lines in, JSON lines out: redaction on its own, to be tried and measured."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import msgspec

from filters.reader import Identities
from filters.redaction.engine import Redactor
from filters.redaction.placeholders import Numbering

_BATCH = 256


class _Line(msgspec.Struct):
    text: str


def redact_lines(
    lines: Iterable[bytes],
    language: str,
    redactor: Redactor,
    identities: Identities,
    write: Callable[[bytes], Any],
) -> None:
    """For each `{"text": ...}`, write `{"text": cleaned, "spans": [{"start", "end", "type"}]}`.

    Offsets are code points of the input. Every line in gives a line out; nothing is withheld here,
    so that what is masked can be measured. A line that is no such object gives `{"error": ...}`.
    """
    pending = iter(lines)
    while batch := list(islice(pending, _BATCH)):
        texts = [_text(line) for line in batch]
        found = redactor.spans([text or "" for text in texts], language, identities)
        for text, spans in zip(texts, found, strict=True):
            if text is None:
                write(b'{"error":"not an object with a text"}\n')
                continue
            numbering = Numbering(language)
            numbering.see(text, spans)
            cleaned = {"text": numbering.replace(text, spans), "spans": spans}
            write(msgspec.json.encode(cleaned) + b"\n")


def _text(line: bytes) -> str | None:
    try:
        return msgspec.json.decode(line, type=_Line).text
    except msgspec.MsgspecError:
        return None
