"""Street addresses in French, whole: building, flat, number, street, box, postcode, town.

A street without a number is masked when its name is capitalised: "rue Victor-Hugo" says where
somebody is. A country or a town alone is not. Kinds of street: La Poste, "norme AFNOR XP Z10-011".
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.calendar import DAY_WORDS
from filters.redaction.finder import Finder, Hit, both, either, figures, holds, says
from filters.redaction.identities import folded
from filters.redaction.places import POSTCODE_AND_TOWN, TOWN, is_town

_WAY = (
    r"(?:rue|avenue|av\.?|ave\.?|boulevard|boul\.?|bd\.?|bld\.?|blvd\.?|bvd\.?|place|pl\.?|impasse|imp\.?|"
    r"all[ée]es?|all\.|chemin|chem\.?|che\.|ch\.|route|rte\.?|quai|cours|crs|square|sq\.?|passage|pass\.|villa|"
    r"cit[ée]|r[ée]sidence|r[ée]s\.|lotissement|lot\.|lieu[- ]dit|hameau|ham\.|faubourg|fbg\.?|fg\.?|sentier|sente|ruelle|"
    r"esplanade|promenade|prom\.|rond[- ]point|voie|mont[ée]e|traverse|venelle|chauss[ée]e|mail|clos|cour|"
    r"parvis|carrefour|galerie|rampe|corniche|domaine|rocade|dr[èe]ve|hent|z\.?[aic]\.?|zone (?:artisanale|industrielle|commerciale|d['’]activit[ée]s?)|parc d['’]activit[ée]s?|r\.(?=\s))"
)
_SAYS_WAY = says(
    "rue", "avenue", "av", "ave", "boulevard", "boul", "bd", "bld", "blvd", "bvd", "place", "pl", "impasse", "imp",
    "allee", "allees", "all", "chemin", "chem", "che", "ch", "route", "rte", "quai", "cours", "crs", "square", "sq", "passage", "pass",
    "villa", "cite", "residence", "res", "lotissement", "lot", "lieu", "hameau", "ham", "faubourg", "fbg", "fg", "sentier", "sente",
    "ruelle", "esplanade", "promenade", "prom", "rond", "voie", "montee", "traverse", "venelle", "chaussee", "mail", "clos", "cour",
    "parvis", "carrefour", "galerie", "rampe", "corniche", "domaine", "rocade", "dreve", "hent", "z", "za", "zi", "zc", "zone", "parc",
    "r",
)  # fmt: skip
"""The words that `_WAY` begins with."""
_HAS_FIGURE = figures(1)
_HOLDS_BOX = both(figures(2), holds("bp", "b.p", "cs", "c.s", "tsa", "po", "p.o"))
_ALSO_A_THING = re.compile(
    r"\d\s(?:place|route|cours|voies?|mail|villa|cit[ée]|passage|cour|r[ée]sidence|domaine|galerie|"
    r"traverse|all[ée]es|mont[ée]e|rampe|clos|carrefour|promenade|lotissement|pass)\s",
    re.IGNORECASE,
)
"""Counted like any thing: "2 cours de danse", "1 place de parking"."""
_ALONE = re.compile(
    r"(?:n°[ ]?)?(?!1[ ])\d[\d\-/ ]{0,8}[ ](?:rue|chemin|villa|chaussée|venelle|ruelle)[ ]",
    re.IGNORECASE,
)
"""More than one would have an s: what stands in the singular is not counted."""
_SAYS_WHERE = re.compile(
    r"(?:\b(?:au|du|habit\w{0,6}|cr[èe]ch\w{1,4}|adresse|livr\w{1,5}|rdv|rendez-vous|vis|vit|loge\w{0,2}|log[ée]e?s?|domicil\w{1,5}|demeur\w{0,5}|"
    r"situ[ée]e?s?|si[èe]ge|r[ée]sid\w{0,5}|bosse|travaill\w{1,4}|chez|colis|bureau|retrouve|viens|live|lives|living|moved|"
    r"maintenant c'est|mon adresse c)|[:;|=→>\"(\[])[ \t*'\"]{0,4}(?:est |c'est |c |est parti |est |at |to |au |à |le |:|\|| ){0,3}$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|"
    r"d[ée]cembre)"
)
_LINK = r"(?:(?:de la|de l['’]|de|du|des|d['’]|la|le|les|l['’]|aux?|à la|en|sur|sous|et)\s?)"
_STOP = (
    r"(?!(?:à|au|aux|et|en|est|c'est|pour|par|pas|depuis|chez|près|dans|avec|je|tu|il|elle|on|"
    r"nous|vous|ils|mais|ou|où|qui|que|tel|tél|code|bat|bât|b[âa]timent|appt?|apt|appartement|esc|escalier|[ée]tage|"
    r"porte|r[ée]s|r[ée]sidence|bp|cs|si|puis|car|donc|sans|vers|ce|cette|ma|mon|mes|y|a|demain|hier|ça|merci|stp|svp|viens|vient|venez|quand|the|and|is|"
    r"in|at|to|for|my|near|with|sonne|sonnez|devant|ce|ça|atteste|cordialement)\b)"
)
_NAME = rf"(?:{_LINK}{{0,3}}{_STOP}[\w'’.\-]{{1,30}})"
_PROPER = r"(?-i:[A-ZÀ-ÖØ-Þ][\w'’.\-]{1,30})"
_STREET = (
    rf"(?:du\s\d{{1,2}}(?:er)?[ ]{_MONTH}(?:[ ]\d{{4}})?"
    rf"|{_NAME}(?:[ \t]+(?:(?:à[ ]|{_LINK}{{0,2}}){_PROPER}|(?!\d){_NAME})){{0,3}})"
)
_NUMBER = (
    r"(?<![\w.,])(?:n°[ ]?)?\d{1,4}(?:\s?[-/]\s?\d{1,4})?"
    r"(?P<told>\s?(?:bis|ter|quater|quinquies|[a-h](?=[ ,])),?|,)?\s{1,2}"
)
_NUMBERED = re.compile(
    rf"{_NUMBER}(?!av\.? ?J\.? ?-? ?C\b)(?:(?:grande|petite|vieille|vieux|ancienne?|nouvelle)\s)?{_WAY}\s+(?P<street>{_STREET})",
    re.IGNORECASE,
)
_BEFORE_A_RANK = ("la", "sa", "ma", "ta", "ur", "ne", "me", "re", "es", "en")
_IN_STEAD = "".join(f"(?<!{end} )" for end in _BEFORE_A_RANK)
"""Behind "à la", "sa", "une", "première", a place is a rank or somebody's stead."""
_NAMED = re.compile(
    rf"(?<![\w-])(?:(?:rue|avenue|boulevard|bd|impasse|all[ée]e|chemin|quai|faubourg|(?-i:square)|"
    rf"{_IN_STEAD}(?-i:[Pp]lace))\s+{_LINK}{{0,2}}|(?:(?-i:[Pp]lace))\s+){_PROPER}"
    rf"(?:[ -]{_LINK}{{0,2}}{_PROPER}){{0,4}}",
    re.IGNORECASE,
)
_PUTS = re.compile(r"place\s+(?:les?|la)\s")
"""The verb: before an article a square has "de"."""
_STREET_LOWER = re.compile(
    rf"(?:\bhabit\w{{0,6}}|\bcr[èe]ch\w{{1,4}}|\badresse\s?:?|\blivr\w{{1,5}}|\brdv|\brendez-vous|\bvis|\bloge|"
    rf"\bdomicili\w{{1,3}})\s"
    rf"(?:(?:au|[àa]|chez moi|:)\s)?(?P<value>{_WAY}\s+{_NAME}(?:[ ]{_NAME}){{0,2}})",
    re.IGNORECASE,
)
_STREET_TO_TOWN = re.compile(
    rf"(?<![\w-]){_WAY}\s+{_NAME}(?:[ ]{_NAME}){{0,2}}(?=,?\s(?:0[1-9]|[1-8]\d|9[0-58]|97)\d{{3}}\s\w)",
    re.IGNORECASE,
)
_AT_NUMBER = re.compile(
    rf"(?<!\w)(?:au|n°|num[ée]ro|no)[ ]?(?P<value>\d{{1,4}}(?:[ ]?(?:bis|ter|[a-d]))?,?[ ](?:de la|de l['’]|du|des|de)[ ]?{_WAY}\s+(?P<street>{_STREET}))",
    re.IGNORECASE,
)
_NUMBER_IN_WORDS = re.compile(
    rf"(?<![\w-])(?:un|{DAY_WORDS}|(?:quarante|cinquante|soixante|quatre[- ]vingts?)(?:[- ](?:et[- ])?(?:{DAY_WORDS}|une?))?|cent(?:[- ]{DAY_WORDS})?)"
    rf"(?:[ ](?:bis|ter))?,?[ ]{_WAY}\s+(?P<street>{_STREET})",
    re.IGNORECASE,
)
_GRAND = re.compile(
    rf"{_NUMBER}(?:(?:grande?|haute|basse|vieille|petite)['’]?[ \-]?(?:rue|place))(?![\w-])",
    re.IGNORECASE,
)
_HOUSE_LAST = re.compile(
    r"(?:,[ ]?|[ ])(?:(?:au[ ])?(?:n°|num[ée]ro)[ ]?)?\d{1,4}[ ]?(?:bis|ter|[a-d])?(?=[ ]?(?:[,.;|\"')\n\t]|$)|[ ]\d{4,5}[ ])",
    re.IGNORECASE,
)
"""As in Belgium and Switzerland: "rue Haute 12"."""
_LOWER_NUMBER_LAST = re.compile(
    rf"(?:\bj?['’]?habit\w{{0,6}}|\badresse[ ]?:?|\b(?:on|je|j['’]|c['’]?)[ ]?(?:est|suis|habite)|\blivr\w{{1,5}}|\brdv|\bvis|\bloge|[:|;\t\"])[ ]?"
    rf"(?:(?:au|à|a|dans la|dans l['’])[ ])?(?P<value>{_WAY}\s+(?:du\s\d{{1,2}}[ ]{_MONTH}(?:[ ]\d{{4}})?|{_NAME}(?:[ ](?!\d){_NAME}){{0,3}}),?[ ]\d{{1,3}})(?!\w|[ ]?(?:€|ans|km|h\b))",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(r"\w,?[ ]\d{1,3}(?!\w)")
_BOX_LOWER = re.compile(
    r"(?:\b(?:adresse|courrier|[ée]cri\w{0,4}|envoy\w{1,3}|si[èe]ge)\b[^\n]{0,30}?)(?P<value>\bb\.?p\.?[ ]?\d{2,5})(?!\w)",
    re.IGNORECASE,
)
_HAMLET = re.compile(
    rf"(?<![\w-])lieu[- ]?dit[ ][«\"]?[ ]?(?:{_LINK}{{0,2}}[\w'’\-]{{2,30}})(?:[ ]{_PROPER}){{0,3}}",
    re.IGNORECASE,
)
_BOX_FORM = r"(?:B\.?P\.?|C\.?S\.?|TSA|P\.?O\.?[ ]Box)[ ]?\d{2,6}"
_BOX = re.compile(rf"\b{_BOX_FORM}(?<=\d\d\d)\b")
_BOX_AND_TOWN = re.compile(rf"\b{_BOX_FORM}(?=,?\s{{1,2}}\d{{5}}\s\w)", re.IGNORECASE)

_FLAT = (
    r"(?:(?:appartement|appart|appt?|apt|b[âa]timent|b[âa]t|bldg|escalier|esc|porte|entr[ée]e|lot|studio|chambre|bureau|local|digicode|"
    r"interphone|bo[îi]te|immeuble|hall|tour|code)\.?[ ]?(?:n°[ ]?)?(?:\d{1,4}[a-z]?\d{0,4}|[a-z]\d{0,3})(?!\w))"
)
_FLOOR = (
    r"(?:(?:\d{1,2}[ ]?(?:er|[èe]re|[èe]?me|nde?|e)|premier|deuxi[èe]me|second|troisi[èe]me|quatri[èe]me|cinqui[èe]me|dernier)"
    r"[ ][ée]t(?:age|\.)(?:[ ](?:gauche|droite?|face|gche|dte))?|[ée]tage[ ]\d{1,2}|rez[- ]de[- ]chauss[ée]e|rdc)(?!\w)"
)
_HOUSE = (
    rf"(?:r[ée]s(?:idence|\.)|immeuble|villa|domaine|lotissement|hameau)[ ](?!au)(?:{_LINK}{{0,2}}(?!\d)[\w'’\-]{{2,30}})"
    rf"(?:[ ]{_PROPER}|[ ]{_STOP}[^\W\d_]{{3,30}}(?=,)){{0,3}}"
)
_COUNTRY = r"(?:France|Belgique|Suisse|Luxembourg|Qu[ée]bec|Canada|Belgium|Switzerland)(?!\w)"
_GAP = r"(?:[ \t]{0,2}(?:[,(/–—\-]|\n)[ \t]{0,2}|[ \t]{1,2})"
_PART = re.compile(
    rf"{_GAP}(?:{_FLAT}|{_FLOOR}|{_BOX_FORM}(?!\w)|{POSTCODE_AND_TOWN}|{_COUNTRY}|{_HOUSE})\)?",
    re.IGNORECASE,
)
_IN_TOWN = re.compile(
    rf"(?:,[ \t]{{1,2}}|[ ][àa][ ])(?P<town>{TOWN})(?:[ ]\d{{1,2}}(?:er|[èe]?me|e)(?!\w))?"
)
_IN_LOWER_TOWN = re.compile(
    r"(?:,[ \t]{1,2}|[ ][àa][ ])(?P<town>(?:(?:la|le|les|saint|sainte|st|ste)[ -])?[^\W\d_][^\W\d_'’\-]{1,30}(?:-[^\W\d_]{1,20}){0,4})(?!\w)",
    re.IGNORECASE,
)
_NO_TOWN = frozenset(
    [
        "merci",
        "cordialement",
        "bonjour",
        "bonsoir",
        "salut",
        "bises",
        "bisous",
        "le",
        "la",
        "les",
        "un",
        "une",
        "ce",
    ]
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{_FLAT}|{_FLOOR}|{_HOUSE}),?[ \n]{{1,2}}){{1,3}}$", re.IGNORECASE
)
_HAS_CAPITAL = re.compile(r"(?:\w+[ '’]){0,2}[A-ZÀ-ÖØ-Þ]")
_BEFORE_CHARS = 80
_MOST_PARTS = 7


def _find(text: str) -> Iterator[Hit]:
    if _SAYS_WAY(text):
        if _HAS_FIGURE(text):
            yield from _numbered(text)
        yield from _numbered_otherwise(text)
        yield from _without_number_before(text)
    if _HOLDS_BOX(text):
        for pattern in (_BOX, _BOX_LOWER, _BOX_AND_TOWN):
            for match in pattern.finditer(text):
                yield _whole(text, *match.span("value" if "value" in pattern.groupindex else 0))


def _numbered(text: str) -> Iterator[Hit]:
    for match in _NUMBERED.finditer(text):
        if _is_street(text, match):
            yield _whole(text, match.start(), _trimmed(match))


def _whole(text: str, start: int, end: int) -> Hit:
    """The address that has this street or box in it."""
    return _whole_start(text, start), _without_stop(text, _whole_end(text, end))


def _numbered_otherwise(text: str) -> Iterator[Hit]:
    """Behind "au" and before "de la rue", in words, or before a "Grande Rue"."""
    for match in _AT_NUMBER.finditer(text):
        yield match.start("value"), _without_stop(text, _whole_end(text, _trimmed(match)))
    for match in _NUMBER_IN_WORDS.finditer(text):
        if _HAS_CAPITAL.match(match["street"]) or _says_where(text, match):
            yield match.start(), _without_stop(text, _whole_end(text, _trimmed(match)))
    for match in _GRAND.finditer(text):
        end = _whole_end(text, match.end())
        has_capital = any(c.isupper() for c in match.group()) and not match.group().isupper()
        if has_capital or end > match.end() or _says_where(text, match):
            yield match.start(), end


def _without_number_before(text: str) -> Iterator[Hit]:
    for pattern in (_NAMED, _STREET_LOWER, _STREET_TO_TOWN, _LOWER_NUMBER_LAST, _HAMLET):
        if pattern is _LOWER_NUMBER_LAST and not _NUMBER_BEHIND.search(text):
            continue
        for match in pattern.finditer(text):
            start, end = match.span("value" if "value" in pattern.groupindex else 0)
            if pattern is _NAMED and (not _is_named(match.group()) or _PUTS.match(match.group())):
                continue
            if (pattern is _NAMED or pattern is _STREET_LOWER) and (
                last := _HOUSE_LAST.match(text, end)
            ):
                end = last.end()
            yield _whole(text, start, end)


def _is_named(written: str) -> bool:
    """Where all is in capitals a capital tells no name: "LA RUE EST BLOQUÉE"."""
    return not written.isupper() or not any(
        is_everyday(word.lower()) and not re.fullmatch(_LINK, word.lower())
        for word in written.split()[1:2]
    )


def _is_street(text: str, match: re.Match[str]) -> bool:
    """Whether the number is a house's, where it could count things."""
    if re.match(r"\d+(?!\w)", match["street"]):
        return False
    if match["told"] or not _ALSO_A_THING.match(
        text, match.end("told") if match["told"] else _last_digit(match)
    ):
        return True
    street = match["street"]
    if _ALONE.match(match.group()):
        return True
    words = re.findall(r"[^\W_]+", street)
    if (
        any(word[0].isupper() or word[0].isdigit() for word in words)
        and not match.group().isupper()
    ):
        return True
    end = _trimmed(match)
    return _whole_end(text, end) > end or _says_where(text, match)


def _says_where(text: str, match: re.Match[str]) -> bool:
    return bool(_SAYS_WHERE.search(text[max(0, match.start() - 40) : match.start()]))


def _last_digit(match: re.Match[str]) -> int:
    digits = re.match(r"[\d\s/\-]{1,12}", match.group())
    return match.start() + len(digits.group().rstrip(" \t\n")) - 1 if digits else match.start()


_BEHIND_TOWN = re.compile(r"[ ]à[ ][A-ZÀ-ÖØ-Þ][\w'’\-]+$")


def _trimmed(match: re.Match[str]) -> int:
    """Where the street's name ends: who writes without capitals goes on with everyday words."""
    first, is_in_town = True, False
    for word in re.finditer(r"[\w'’.\-]+", match["street"]):
        plain = word.group()
        if is_in_town and plain.islower() and not re.fullmatch(_LINK.strip(), plain + " "):
            return match.start("street") + len(match["street"][: word.start()].rstrip())
        is_in_town |= _BEHIND_TOWN.search(match["street"][: word.end()]) is not None
        if (
            not first
            and plain.islower()
            and is_everyday(plain)
            and not re.fullmatch(_LINK.strip(), plain + " ")
        ):
            return match.start("street") + len(match["street"][: word.start()].rstrip())
        first = first and bool(re.fullmatch(_LINK, plain + " "))
    return match.end()


def _whole_start(text: str, start: int) -> int:
    before = _BEFORE.search(text[max(0, start - _BEFORE_CHARS) : start])
    return start - len(before.group()) if before else start


def _without_stop(text: str, end: int) -> int:
    """The end less the full stop and the space that belong to the sentence."""
    while text[end - 1] in " .\n":
        end -= 1
    return end


def _whole_end(text: str, end: int) -> int:
    """Where an address ends that begins with what ends here: flat, box, town, country."""
    for _ in range(_MOST_PARTS):
        part = _PART.match(text, end) or _town_after(text, end)
        if part is None:
            break
        end = part.end()
    return end


def _town_after(text: str, end: int) -> re.Match[str] | None:
    town = _IN_TOWN.match(text, end)
    if town and folded(town["town"]).split()[0] not in _NO_TOWN:
        return town
    lower = _IN_LOWER_TOWN.match(text, end)
    return lower if lower and is_town(lower["town"]) else None


recognizer = Finder("ADDRESS", _find, needs=either(_SAYS_WAY, _HOLDS_BOX))
