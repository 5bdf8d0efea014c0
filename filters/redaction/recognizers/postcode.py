"""A postcode with its town, in either order: France and overseas; with a country's letters also
Belgium, Switzerland and Luxembourg.

Five digits are also a quantity ("15000 Français"): in lower case the town must be a known one, look
like none but a town ("saint-…", "…-sur-…"), or be announced.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit
from filters.redaction.identities import folded
from filters.redaction.places import (
    BETWEEN,
    CEDEX,
    COUNTRY,
    FIVE,
    LOWER_TOWN,
    NO_TOWN,
    TOWN,
    is_town,
)

_CAPITALISED = re.compile(
    rf"(?<![\w.,-])(?:{COUNTRY})?(?P<code>{FIVE}){BETWEEN}(?i:{NO_TOWN})(?P<town>{TOWN})(?i:{CEDEX})(?!\s?€)"
)
_ABROAD = re.compile(
    rf"(?<![\w.,-]){COUNTRY}[1-9]\d{{3}}{BETWEEN}(?:{TOWN}|(?i:{LOWER_TOWN}))",
    re.IGNORECASE,
)
_LOWER = re.compile(
    rf"(?<![\w.,-])(?P<letters>{COUNTRY})?(?P<code>{FIVE}){BETWEEN}{NO_TOWN}(?P<town>{LOWER_TOWN})(?P<cedex>{CEDEX})",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:(?<![^\W_])(?:[àa]|adresse|ville|cp|code postal|commune|habit\w{0,6}|vi[st]|livr\w{1,5}|livraison|domicil\w{1,5}|"
    r"au|vers|sur|live in|moved to|localit[ée]|place)(?: n°| est)?[ ]{0,2}(?:\(\w+\)[ ]?)?|[:;|=→>\"'\]\t_*/])[ :|=*_'\"]{0,4}$",
    re.IGNORECASE,
)
_ANNOUNCED_CHARS = 40
_ARTICLE = re.compile(r"l[ae]s?[ ]|l['’]", re.IGNORECASE)
_PLACE = re.compile(
    r"(?<![^\W_])(?:adresse|ville|cp|code postal|commune|localit[ée]|habit\w{0,6}|livr\w{1,5}|livraison|domicil\w{1,5})"
    r"(?:[ ]\(\w+\)| n°| est| sur| à)?[^\w]{0,6}$",
    re.IGNORECASE,
)
_TOWN_FIRST = re.compile(
    rf"(?<![\w.-])(?P<town>{TOWN}),?[ ]?(?P<open>\(?)(?:F[- ])?(?P<code>(?:0[1-9]|[1-8]\d|9[0-5]|97|98)\d{{3}})\)?(?!\w|[ ]?€|[ ](?i:euros?|eur|km|fois|ans))"
)
_LOWER_TOWN_FIRST = re.compile(
    r"(?<![\w.-])(?P<town>(?:(?:la|le|les|saint|sainte|st|ste|boulogne|clermont|aix)[ -])?[^\W\d_][^\W\d_'’]{1,24}(?:-[^\W\d_]{1,20}){0,4}),?[ ]?"
    r"(?P<open>\(?)(?P<code>(?:0[1-9]|[1-8]\d|9[0-5]|97|98)\d{3})\)?(?!\w|[ ]?€|[ ](?:euros?|eur|km|fois|ans))",
    re.IGNORECASE,
)
_NO_TOWN_FIRST_WORDS = (
    "le la les de du des un une en a et ou the windows iphone renault peugeot audi bmw facture commande numero ticket code réf ref "
    "article art version modèle lot bp cs total prix budget salaire dossier"
)
_NO_TOWN_FIRST = frozenset(_NO_TOWN_FIRST_WORDS.split())


def _find(text: str) -> Iterator[Hit]:
    for match in _CAPITALISED.finditer(text):
        separators = match.group()[: match.start("town") - match.start()] + match["code"]
        is_plain = " " not in match["code"] and "," not in separators
        if is_plain or is_town(match["town"]) or _is_announced(text, match.start()):
            yield match.span()
    for match in _ABROAD.finditer(text):
        yield match.span()
    for match in _LOWER.finditer(text):
        if _is_lower_town(text, match):
            yield match.span()
    for pattern in (_TOWN_FIRST, _LOWER_TOWN_FIRST):
        for match in pattern.finditer(text):
            if _comes_first(text, match, is_capitalised=pattern is _TOWN_FIRST):
                yield match.span()


def _is_lower_town(text: str, match: re.Match[str]) -> bool:
    if match["letters"] or match["cedex"] or is_town(match["town"]):
        return True
    return not _ARTICLE.match(match["town"]) and _is_announced(text, match.start())


def _comes_first(text: str, match: re.Match[str], *, is_capitalised: bool) -> bool:
    """Whether a town stands before its postcode, and not a thing before its number."""
    town = match["town"]
    if is_town(town):
        return True
    if folded(town).split()[0] in _NO_TOWN_FIRST:
        return False
    before = text[max(0, match.start() - _ANNOUNCED_CHARS) : match.start()]
    return bool((is_capitalised and match["open"]) or _PLACE.search(before))


def _is_announced(text: str, start: int) -> bool:
    return bool(_ANNOUNCED.search(text[max(0, start - _ANNOUNCED_CHARS) : start]))


recognizer = Finder("ADDRESS", _find, needs=r"\d")
