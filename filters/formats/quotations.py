"""Words of others quoted inside somebody's own text: what is left without them.

Markdown marks a quotation by `>` at the beginning of a line, HTML by the element `blockquote`.
Messages copied from a conversation bring who wrote them and when, each messenger in its own form;
so do e-mails.
"""

import re

_QUOTED_LINE = re.compile(
    r"^[ \t]{0,3}(?:>|&gt;)"
    r"(?!!|[:;._^][^\s\w])"  # A spoiler and an angry face begin alike.
    r"[^\n]*\n?",
    re.MULTILINE,
)
_TIME = r"\d{1,2}:\d{2}"
_COPIED = re.compile(
    r"^[^\S\n]*[\u200e\u200f\u202a-\u202e\ufeff]*(?:"
    # WhatsApp: `[12/03, 14:23] Noor: `; Teams and others leave the colon out, and end the line.
    rf"\[(?=[^\]\n]{{0,40}}\d[./-]\d)(?=[^\]\n]{{0,40}}{_TIME})[^\]\n]{{8,40}}\]"
    r"(?:[^\n:]{1,80}:(?=\s)|[^\n:]{1,80}$)"
    # A line of a conversation exported by WhatsApp.
    rf"|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}},?\s(?:à\s)?{_TIME}[^\n:-]{{0,8}}\s[-–]\s[^\n:]{{1,80}}:\s"
    # Telegram: `Noor, [12.03.2024 14:23]`, then the words.
    rf"|[^\n\[\]]{{1,80}},\s\[[^\]\n]{{0,40}}{_TIME}[^\]\n]{{0,10}}\]:?\s*$"
    # Discord: `noor — 12/03/2024 14:23` or `noor — Today at 2:23 PM`, then the words.
    r"|[^\n]{1,40}\s—\s(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|today|yesterday|aujourd[’']hui|hier)"
    rf"[^\n\d]{{1,6}}{_TIME}(?:\s?[AP]M)?\s*$"
    # E-mails: their head, what programs write above them, and where one answers below.
    r"|(?:de|from)\s?:\s[^\n]{1,200}\n(?:[^\n]{0,200}\n){0,5}?(?:objet|subject)\s?:"
    r"|-{2,20}\s?(?:forwarded message|original message|message transféré|message original"
    r"|message d[’']origine)\s?-{2,20}"
    r"|(?:le|on)\s(?=[^\n]{0,40}\d)[^\n]{5,200}(?:\n[^\n]{0,100})?\s(?:a écrit|wrote)\s?:\s*$"
    r")",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTATION = re.compile(r"<(/?)blockquote(?=[\s/>])[^<>]*>", re.IGNORECASE)


def own_lines(text: str) -> str:
    """A text in Markdown without its quoted lines; a line that goes on unmarked is the author's."""
    if ">" not in text and "&gt;" not in text:
        return text
    return _QUOTED_LINE.sub("", text).strip()


def own_talk(text: str) -> str:
    """A message of a conversation without those of others that it quotes or holds copies of.

    Where a copied message ends nothing says, so that all behind the first goes too.
    """
    # Of messages on one line almost all are told at sight.
    if ":" in text and ("\n" in text or "[" in text or " - " in text or " – " in text):
        copied = _COPIED.search(text)
        if copied is not None:
            text = text[: copied.start()].rstrip()
    return own_lines(text)


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
