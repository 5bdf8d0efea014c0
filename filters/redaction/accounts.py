"""Accounts of letters only, behind the name of a network: "snap : ysotreb si tu veux", "my ig bartq".

They have no sign of their own, and what stands behind a network's name is a sentence as often ("snap
: une application"): the word must be one that no language that is read has.
"""

import re
from collections.abc import Callable, Iterator

from filters.redaction.finder import either, holds
from filters.redaction.identities import folded
from filters.redaction.lexicon import NOT_PEOPLE
from filters.redaction.outcome import Span
from filters.redaction.recognizers.handle import SAYS_ACCOUNT, SAYS_NETWORK

_NETWORK = r"(?:insta(?:gram)?|ig|snap(?:chat)?|tik ?tok|twitter|bluesky|threads|discord|twitch|telegram|skype|bereal|kik|wechat|facebook|fb)"
_ACCOUNT = r"(?:pseudo(?:nyme)?|nom d['’]utilisateur|user ?name|login|handle|nickname|(?:mon|ton|son|my|your|his|her) @)"
_IS = r"[ ]?(?:[:=→]|,?[ ]?(?:c['’ ]?est|it['’]?s|is|est|c)(?=[ ]))[ ]{0,2}(?:[\"'«][ ]?)?"
_VALUE = r"@?(?P<value>[^\W\d_](?:[^\W\d_]|[.](?=[^\W\d_])){2,29})(?![\w@/\-]|['’]\w|[.]\w)"
_PATTERNS = (
    re.compile(
        rf"(?<![^\W_])(?:{_NETWORK}|{_ACCOUNT})(?:[ ](?:sur|on|de|du)[ ]{_NETWORK})?{_IS}{_VALUE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![^\W_])(?:mon|ton|son|my|your|his|her|add)[ ]{_NETWORK}[ ]{_VALUE}", re.IGNORECASE
    ),
    re.compile(
        rf"(?<![^\W_])(?:insta|ig|snap|tik ?tok|telegram|discord)[ ]{_VALUE}", re.IGNORECASE
    ),
)
_NETWORKS_WORDS = (
    "insta instagram ig snap snapchat tiktok tik twitter bluesky threads discord twitch telegram skype bereal kik wechat facebook "
    "fb whatsapp messenger youtube reddit pseudo username login nitro reels stories bot premium"
)
_NETWORKS = frozenset(_NETWORKS_WORDS.split())
_NEEDED = either(
    SAYS_NETWORK,
    SAYS_ACCOUNT,
    holds("facebook", "fb", "mon @", "ton @", "son @", "my @", "your @", "his @", "her @"),
)


def accounts_of_letters(text: str, is_word: Callable[[str], bool]) -> Iterator[Span]:
    """Accounts; in: whether a word is one of a language that is read."""
    if not _NEEDED(text):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            plain = folded(match["value"])
            if not (plain in _NETWORKS or plain in NOT_PEOPLE or is_word(plain)):
                yield Span(*match.span("value"), "HANDLE")
