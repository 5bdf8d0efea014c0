"""Words of others quoted inside somebody's own text: what is left without them.

Markdown marks a quotation by `>` at the beginning of a line, HTML by the element `blockquote`. What
was copied out of a messenger has a line with a name and a time for each message.
"""

import re

_QUOTED_LINE = re.compile(
    r"^[ \t]{0,3}(?:>|&gt;)"
    r"(?!!|[:;._^][^\s\w])"  # A spoiler and an angry face begin alike.
    r"[^\n]*\n?",
    re.MULTILINE,
)
_QUOTATION = re.compile(r"<(/?)blockquote(?=[\s/>])[^<>]*>", re.IGNORECASE)

LEFT_OUT = "[…]"
"""What stands in place of a chat."""
_DAY = r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d"
_HOUR = r"\d{1,2}[:h]\d\d(?::\d\d)?(?:[ \u202f][AaPp]\.?[Mm]\.?)?"
_PERSON = r"(?:[^\W\d_][^:\n\[\]()<>_/\\|=]{0,40}|\+\d[\d \u00a0]{6,18})"
_MESSAGE = re.compile(
    rf"[ \t\u200e\u200f]{{0,4}}(?:\[{_DAY},?[ ]{_HOUR}\]|{_DAY},?[ ]{_HOUR} [-–])[ ]"
    rf"(?!(?i:info|warn|warning|error|erreur|debug|trace|fatal|critical|notice)\b)"
    rf"(?P<person>{_PERSON}): "
    rf"|[^\n:\[\]]{{1,40}}, \[(?:{_DAY}|\d{{1,2}} \w{{3,9}}\.? \d{{4}})(?:,| at| à)? {_HOUR}\]"
    r":?[ ]*$"
    rf"|[^\n:]{{1,40}} — (?:(?i:aujourd.hui|hier|today|yesterday)(?: à| at)|{_DAY})? ?{_HOUR}[ ]*$"
)
"""The first line of one: WhatsApp on both kinds of phone, Telegram, Discord. A log is written
alike, but for whom it names."""
_A_FILE = re.compile(r"\.\w{1,4}$")


def without_messages(text: str) -> str:
    """A text without the chat that was pasted into it, of two messages or more; each goes on to the
    next or to an empty line. Whose they are cannot be told: the author's go too."""
    if "\n" not in text or ":" not in text:
        return text
    lines = text.split("\n")
    opens = [_is_message(line) for line in lines]
    if sum(opens) < 2:
        return text
    last = len(lines) - opens[::-1].index(True)
    kept: list[str] = []
    is_inside = False
    for number, (line, is_first) in enumerate(zip(lines, opens, strict=True)):
        # Between two messages may stand an empty line; behind the last it ends the chat.
        is_inside = is_first or (is_inside and (bool(line.strip()) or number < last))
        if not is_inside:
            kept.append(line)
        elif not kept or kept[-1] != LEFT_OUT:
            kept.append(LEFT_OUT)
    return "\n".join(kept)


def _is_message(line: str) -> bool:
    found = _MESSAGE.match(line) if ":" in line or "h" in line else None
    return found is not None and not _A_FILE.search(found["person"] or "")


def own_lines(text: str) -> str:
    """A text in Markdown without its quoted lines; a line that goes on unmarked is the author's."""
    if ">" not in text and "&gt;" not in text:
        return text
    return _QUOTED_LINE.sub("", text).strip()


def own_markup(source: str) -> str:
    """HTML without its quotations. One that is not ended goes on to the end."""
    if "blockquote" not in source.casefold():
        return source
    parts: list[str] = []
    depth = at = 0
    for tag in _QUOTATION.finditer(source):
        if not depth:
            parts.append(source[at : tag.start()])
        depth = max(depth + (-1 if tag[1] else 1), 0)
        at = tag.end()
    if not depth:
        parts.append(source[at:])
    # A new line, for the texts around a quotation are apart.
    return "\n".join(parts)
