"""People mentioned in a text of Facebook, written `@[100004512345678:2048:Noor Exemple]`.

The number is that of the person's account. A page is mentioned alike: all are taken for people.
"""

import re
from collections.abc import Iterator

_MENTION = re.compile(r"@\[\d{1,20}:\d{1,9}:([^\[\]\n]{1,100})\]")


def mentioned_in(text: object) -> Iterator[str]:
    """The names of those who are mentioned, as the file spells them."""
    if isinstance(text, str) and "@[" in text:
        yield from _MENTION.findall(text)


def named(text: str) -> str:
    """The text with names alone for mentions: `@Noor Exemple`."""
    return _MENTION.sub(r"@\1", text) if "@[" in text else text
