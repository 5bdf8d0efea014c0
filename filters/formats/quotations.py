"""Words of others quoted inside somebody's own text: what is left without them.

Markdown marks a quotation by `>` at the beginning of a line, HTML by the element `blockquote`.
"""

import re

_QUOTED_LINE = re.compile(
    r"^[ \t]{0,3}(?:>|&gt;)"
    r"(?!!|[:;._^][^\s\w])"  # A spoiler and an angry face begin alike.
    r"[^\n]*\n?",
    re.MULTILINE,
)
_QUOTATION = re.compile(r"<(/?)blockquote(?=[\s/>])[^<>]*>", re.IGNORECASE)


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
