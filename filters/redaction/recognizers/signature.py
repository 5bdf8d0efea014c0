"""Who signs a message: names and initials behind a closing, on the last line, behind a dash.

A closing makes a name of what no list has ("Bises, Thuy"), and of letters that are nobody elsewhere
("Bisous, K.", "Cdt, G. Marchand").
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.finder import Finder, Hit, holds
from filters.redaction.identities import folded
from filters.redaction.lexicon import FIRST_NAMES, NOT_PEOPLE

_CLOSING = (
    r"(?:bi[sz]+e?s?|bisous?|bien [àa] (?:vous|toi)|cordialement|cdlt|cdt|amicalement|amiti[ée]s|[àa] (?:bient[ôo]t|plus|demain|tr[èe]s vite)|@\+|"
    r"sinc[èe]rement|respectueusement|affectueusement|tendrement|je (?:t['’]|vous )embrasse|salutations(?:[ ][^\W\d_]{1,15}){0,2}|sentiments(?:[ ][^\W\d_]{1,15}){1,2}|"
    r"(?:(?:kind|best|warm) )?regards|cheers|sincerely|faithfully|love|xoxo|take care|yours|"
    r"votre (?:conseill[èe]re?|voisine?|d[ée]vou[ée]e?|fid[èe]le|client[e]?|locataire|amie?|ma[îi]tresse|prof))"
)
_CLOSES = holds(
    "bis", "biz", "bien ", "cordial", "cdlt", "cdt", "amic", "amiti", "bient", "à plus", "a plus", "demain", "vite", "@+", "sinc",
    "respect", "affect", "tendre", "embrasse", "salutations", "sentiments", "regards", "cheers", "faithful", "love", "xoxo", "take care",
    "yours", "votre ",
)  # fmt: skip
"""Without one of these nothing is closed."""
_INITIALS = r"[A-ZÀ-ÖØ-Þ](?:[.\-]{1,2}[A-ZÀ-ÖØ-Þ]){0,2}(?:\.|(?![\w.]))"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][^\W\d_'’\-]{0,24}(?:['’\-][^\W\d_]{1,24}){0,3}"
_FULL = rf"(?:[A-ZÀ-ÖØ-Þ]\.[ ]?){{0,2}}{_CAPITAL}(?:[ ](?:(?:de|du|le|la|van|von|el|ben|d['’])[ ]?)?{_CAPITAL}){{0,2}}"
_ENDS = r"[ ]?[.!]?[ \t]{0,4}(?=\n|\Z)"
_SIGNED = re.compile(
    rf"(?<!\w)(?i:{_CLOSING})[ ]?[,!.]{{0,3}}\s{{1,3}}(?P<value>{_INITIALS}|{_FULL}(?:[ ](?:et|and|&)[ ]{_FULL})?){_ENDS}"
)
_SIGNED_LOWER = re.compile(
    rf"(?<!\w)(?:{_CLOSING})[ ]?[,!.]{{0,3}}\s{{1,3}}(?P<value>(?P<first>[^\W\d_]{{2,20}}(?:-[^\W\d_]{{2,20}})?)(?:[ ][^\W\d_]{{2,24}}){{1,2}}){_ENDS}",
    re.IGNORECASE,
)
_BY_A_DASH = re.compile(
    rf"\n[ \t]{{0,4}}(?:--?|—|–)[ ]?(?P<value>{_CAPITAL}(?:[ ]{_CAPITAL})?){_ENDS}"
)
_ITEM = re.compile(r"[ \t]{0,4}(?:[-—–*•]|\d{1,2}[.)])[ ]?\w")
_HEADING = re.compile(r"[ \t]{0,4}(?:#.*|\*\*.*|.*(?::|\*\*))[ \t]*")
_NEXT_ITEM = re.compile(r"\s*\n[ \t]{0,4}(?:[-—–*•]|\d{1,2}[.)])[ ]?\w")
_LAST_LINE = re.compile(
    r"\n[ \t]{0,4}(?P<value>[A-ZÀ-ÖØ-Þ](?:[.\-]{1,2}[A-ZÀ-ÖØ-Þ]){1,2}\.?)[ \t]{0,4}(?=\Z|\n\s{0,3}P\.?S\.?\b)"
)
_LAST_WORD = re.compile(r"[.!?…][ \n](?P<value>[A-ZÀ-ÖØ-Þ]{2})\s{0,3}\Z")
_NOBODYS_LETTERS_WORDS = (
    "OK KO TV CV PC CD DJ UK US UE EU ML DL PS NB RH TP TD CP CM GG WP XD MP DM RT FR EN IA AI AM PM HS "
    "PJ CB LV BO AG CA CE SI TA TU LA LE JE ON IL ET OU"
)
_NOBODYS_LETTERS = frozenset(_NOBODYS_LETTERS_WORDS.split())


def _find(text: str) -> Iterator[Hit]:
    closes = _CLOSES(text)
    for pattern in (_SIGNED, _BY_A_DASH) if closes else (_BY_A_DASH,):
        for match in pattern.finditer(text):
            if pattern is _BY_A_DASH and _is_item(text, match):
                continue
            first = folded(re.split(r"[ .\-'’]", match["value"])[0])
            if len(first) == 1 or not (first in NOT_PEOPLE or is_everyday(first)):
                yield match.span("value")
    for match in _SIGNED_LOWER.finditer(text) if closes else ():
        if folded(match["first"]) in FIRST_NAMES:
            yield match.span("value")
    for match in _LAST_LINE.finditer(text):
        yield match.span("value")
    letters = _LAST_WORD.search(text, max(0, len(text) - 8))
    if letters and not text.isupper() and letters["value"] not in _NOBODYS_LETTERS:
        yield letters.span("value")


def _is_item(text: str, match: re.Match[str]) -> bool:
    """Whether the line is one of a list: beside another that opens with a dash, or under a heading."""
    before = text[: match.start()].rstrip().rpartition("\n")[2]
    return (
        _ITEM.match(before) is not None
        or _HEADING.fullmatch(before) is not None
        or _NEXT_ITEM.match(text, match.end()) is not None
    )


recognizer = Finder("PERSON", _find)
