"""A postcode with its town, in either order: France and overseas; with a country's letters also
Belgium, Switzerland and Luxembourg.

Five digits are also a quantity ("15000 Français"): in lower case the town must be a known one, look
like none but a town ("saint-…", "…-sur-…"), or be announced.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit, both, digits_of, either, figures, has, holds
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
    rf"(?<![\w.,-])(?:{COUNTRY})?(?P<code>{FIVE}){BETWEEN}(?P<town>{TOWN})(?i:{CEDEX})(?!\s?€)"
)
_TOWN_LIKE = re.compile(NO_TOWN, re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:Euros?|Dollars?|Francs?|Fran[çc]aise?s?|Anglaise?s?|Parisien\w*|Am[ée]ricain\w*|Allemand\w*|Italien\w*|Espagnol\w*|Europ[ée]en\w*|"
    r"Belges|Suisses|Ukrainien\w*|Russes|Marocain\w*|Alg[ée]rien\w*|Chinoise?s?|Japonaise?s?|Canadien\w*|Qu[ée]b[ée]cois\w*|Lyonnais\w*|"
    r"Marseillais\w*|Toulousain\w*|Bretons|Corses|Syrien\w*|Km|Kg)\b"
)
_ABROAD = re.compile(
    rf"(?<![\w.,-]){COUNTRY}[1-9]\d{{3}}{BETWEEN}(?:{TOWN}|(?i:{LOWER_TOWN}))",
    re.IGNORECASE,
)
_FOUR = re.compile(
    rf"(?<![\w.,\-/])(?P<code>[1-9]\d{{3}})[ ]{{1,2}}(?P<town>{TOWN}|(?i:{LOWER_TOWN}))(?![\w'’])"
)
_QUANTIFIED = re.compile(
    r"(?:environ|plus de|moins de|pr[èe]s de|quelques?|les|ces|presque|jusqu['’][àa]|about|over)[ ]$",
    re.IGNORECASE,
)
_YEARS = range(1900, 2100)
_CANADIAN = re.compile(
    rf"(?<![\w-])(?:(?:{TOWN}),?[ ](?:\(?(?:Qu[ée]bec|QC|Ontario|ON|NB|Nouveau-Brunswick|Manitoba|MB|Alberta|AB|BC|NS|SK)\)?,?[ ]{{1,2}})?)?"
    r"[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ ]\d[ABCEGHJ-NPRSTV-Z]\d(?!\w)"
)
_ZIP = re.compile(
    r"(?<!\w)(?:zip(?:[ -]?code)?|post ?code|postal code|code postal)(?:[ ](?:is|est|c['’]?est))?[^\w\n]{1,4}(?P<value>\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2})(?!\w)",
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
_LIVED_IN = re.compile(
    r"(?:(?<![^\W_])(?:adresse|ville|cp|code postal|commune|habit\w{0,6}|vi[st]|vivent|livr\w{1,5}|livraison|domicil\w{1,5}|r[ée]sid\w{1,5}|"
    r"demeur\w{1,4}|situ[ée]e?s?|d[ée]m[ée]nag\w{1,5}|bas[ée]e?s?|log\w{1,3}|rdv|live in|moved to|localit[ée])(?:[ ](?:[àa]|au|est|sur|vers|dans le|n°|\(\w+\))){0,2}[ ]{0,2}|[;|\"'\t])"
    r"[ :|=*_'\"\t]{0,4}$",
    re.IGNORECASE,
)
"""Stricter: what a word in lower case must stand behind."""
_SENT_TO = re.compile(
    r"(?<![^\W_])(?:envo\w{1,5}|exp[ée]di\w{1,6}|renvo\w{1,5})(?:[ ][^\W\d]{1,12}){0,3}[ ](?:[àa]|au|vers)[ ]{1,2}$",
    re.IGNORECASE,
)
"""Something is sent to a town, or to so many people: their number is a round one."""
_ROUND = 100
_ANNOUNCED_CHARS = 40
_ARTICLE = re.compile(r"l[ae]s?[ ]|l['’]", re.IGNORECASE)
_PLACE = re.compile(
    r"(?<![^\W_])(?:adresse|ville|cp|code postal|commune|localit[ée]|habit\w{0,6}|livr\w{1,5}|livraison|domicil\w{1,5}|r[ée]sid\w{1,5}|demeur\w{1,4}|vi[st])"
    r"(?:[ ]\(\w+\)| n°| est| sur| [àa])?[^\w]{0,6}$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<![\d.,])(?:0[1-9]|[1-8]\d|9[0-5]|97|98)\d{3}(?P<closed>\)?)(?!\w|-\d|[ ]\d{5}|[ ]?€|[ ](?:euros?|eur|km|fois|ans))",
    re.IGNORECASE,
)
_TOWN_BEFORE = re.compile(rf"(?<![\w.-])(?P<town>{TOWN}),?[ ]?(?P<open>\(?)(?:F[- ])?$")
_LOWER_TOWN_BEFORE = re.compile(
    r"(?<![\w.-])(?P<town>(?:(?:la|le|les|saint|sainte|st|ste|boulogne|clermont|aix)[ -])?[^\W\d_][^\W\d_'’]{1,24}(?:-[^\W\d_]{1,20}){0,4}),?[ ]?"
    r"(?P<open>\(?)(?:F[- ])?$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z]{2,4}")
_PART_OF_ADDRESS = re.compile(r"(?:^|[,:(\n][ ]?|(?<!\w)(?:à|sur)[ ])$")
_TOWN_CHARS = 70
_NO_TOWN_FIRST_WORDS = (
    "le la les de du des un une en a et ou the windows iphone renault peugeot audi bmw facture commande numero ticket code réf ref "
    "article art version modèle lot bp cs total prix budget salaire dossier"
)
_NO_TOWN_FIRST = frozenset(_NO_TOWN_FIRST_WORDS.split())


def _find(text: str) -> Iterator[Hit]:
    yield from _french(text)
    for pattern in (_ABROAD, _CANADIAN, _ZIP):
        for match in pattern.finditer(text):
            yield match.span("value" if "value" in pattern.groupindex else 0)
    for match in _FOUR.finditer(text):
        if _is_four(text, match):
            yield match.span()


def _french(text: str) -> Iterator[Hit]:
    for match in _CAPITALISED.finditer(text):
        separators = match.group()[: match.start("town") - match.start()] + match["code"]
        if (match["town"].isupper() and not _TOWN_LIKE.match(match["town"])) or _COUNTED.match(
            match["town"]
        ):
            continue
        is_plain = " " not in match["code"] and "," not in separators
        if is_plain or is_town(match["town"]) or _is_announced(text, match.start()):
            yield match.span()
    for match in _LOWER.finditer(text):
        if _is_lower_town(text, match):
            yield match.span()
    for code in _CODE.finditer(text):
        start = _town_start(text, code.start())
        if start is not None:
            yield start, code.end()


def _is_four(text: str, match: re.Match[str]) -> bool:
    """Belgium, Switzerland and Luxembourg: four figures are a year or a count more often."""
    if not is_town(match["town"]):
        return False
    before = text[max(0, match.start() - _ANNOUNCED_CHARS) : match.start()]
    if int(match["code"]) in _YEARS or match["town"].islower():
        return bool(_LIVED_IN.search(before))
    return not _QUANTIFIED.search(before)


def _is_lower_town(text: str, match: re.Match[str]) -> bool:
    if match["letters"] or match["cedex"] or is_town(match["town"]):
        return True
    before = text[max(0, match.start() - _ANNOUNCED_CHARS) : match.start()]
    if _PLACE.search(before):
        return True
    if _ARTICLE.match(match["town"]):
        return False
    is_round = int(digits_of(match["code"])) % _ROUND == 0
    return bool(_LIVED_IN.search(before) or (not is_round and _SENT_TO.search(before)))


def _town_start(text: str, code: int) -> int | None:
    """Where the town begins that stands before its postcode; None for a thing before its number."""
    begin = max(0, code - _TOWN_CHARS)
    before = text[begin:code]
    for pattern in (_TOWN_BEFORE, _LOWER_TOWN_BEFORE):
        match = pattern.search(before)
        if match is None:
            continue
        town, start = match["town"], begin + match.start()
        if is_town(town):
            return start
        if folded(town).split()[0] in _NO_TOWN_FIRST or _ACRONYM.fullmatch(town):
            continue
        before_town = text[max(0, start - _ANNOUNCED_CHARS) : start]
        is_capitalised = pattern is _TOWN_BEFORE
        if is_capitalised and (match["open"] or _PART_OF_ADDRESS.search(before_town)):
            return start
        if _PLACE.search(before_town):
            return start
    return None


def _is_announced(text: str, start: int) -> bool:
    return bool(_ANNOUNCED.search(text[max(0, start - _ANNOUNCED_CHARS) : start]))


recognizer = Finder(
    "ADDRESS",
    _find,
    needs=both(
        figures(2),
        either(holds("zip", "post"), has(r"\d{4}|\d\d[ ]\d{3}|(?i:[A-Z]\d[A-Z][ ]\d[A-Z]\d)")),
    ),
)
