"""Messages and e-mails copied into somebody's own text: what is left without them.

Each program writes who wrote a message, and when, in a form of its own.
"""

import re

from filters.formats.quotations import own_lines

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
"""The head of one message or e-mail. In a conversation between people one is enough."""
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
"""The first line of one, in a text for an assistant: WhatsApp on both kinds of phone, Telegram,
Discord. Logs and tables are pasted there too, and written alike but for whom they name."""
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
