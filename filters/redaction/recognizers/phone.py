"""Telephone numbers: France and overseas, Belgium, Switzerland, Luxembourg, the United Kingdom, North America.

Validity by phonenumbers (Google's numbering plans). A French number in the usual form is taken as
it stands; another one must be valid, or be announced.
"""

import itertools
import re
from collections.abc import Iterator

import phonenumbers

from filters.redaction.finder import Finder, Hit, digits_of, either, figures, holds, near, says

_FRENCH_FORM = (
    r"(?:\(?(?:\+|00)[ .]?(?:33|262|590|594|596|508|687|689)\)?[ .\-]{0,2}"
    r"(?:\(0\)[ .]?|0)?|0|33(?=[67]\d{8}\b)|\(0(?=\d\)))[1-9]\)?(?:(?:[ ]?[.\-/_–][ ]?|[ ]{0,2})\d{2}){4}(?!\d)(?![.,]\d)"
)
_EXTENSION = r"(?:,?[ ]?(?:(?i:x|ext\.?|extension|poste|p\.)[ ]?(?:n°[ ]?)?\d{1,5}))?"
_FRENCH = re.compile(rf"(?<![\w.,\-])(?<!\d[ /]){_FRENCH_FORM}{_EXTENSION}")
_ANOTHER = re.compile(rf"[ ]?[/,;]?[ ]?(?P<value>{_FRENCH_FORM}{_EXTENSION})")
"""Right behind a number, where a figure before would else make it part of a longer one."""
_LISTED = re.compile(
    r"(?<![\w.,:\-])(?<!\d )0[1-9](?P<between>[ ]?[,:;|][ ]?)\d{2}(?:(?P=between)\d{2}){3}(?![ ]?[,:;|.][ ]?\d)(?!\d)"
)
"""With commas or colons it is also a list or a time: a mobile, or announced."""
_CANDIDATE = re.compile(
    rf"(?<![\w.,/\-])(?P<number>(?:(?:\+|00)[ ]?|\(?)\d(?:[ .\-/()]{{0,2}}\d){{6,14}}){_EXTENSION}"
    r"(?![\w])(?![.,]\d)(?![ ]?[$€£%])"
)
_ANNOUNCED = re.compile(
    r"\b(?:t[ée]l(?:[ée]phon(?:e|er|ique))?s?|phones?|gsm|natel|rappel\w{0,4}|contact\w{0,3}|texto?s?|sonne\w{0,3}|portables?|mobiles?|fixe|num[ée]ros?|num|numbers?|"
    r"appel(?:le|er|ez)|call(?:s|ed|ing|er)?|text(?:ed|ing)?|messages?|answer(?:s|ing)?|reach(?:ed|able)?|dial|voicemail|hotline|sms|whats?app|joindre|joignable|fax|cell)\b",
    re.IGNORECASE,
)
_REGIONS_WITH_ZERO = ("FR", "BE", "CH", "GB")
_REGIONS = ("LU", "CA", "CH")
_DECIMAL = re.compile(r"0[.,]\d{3}")
_YEARS = re.compile(r"\(?(?:1[5-9]|20)\d\d[ ]?[-/][ ]?(?:1[5-9]|20)\d\d\)?")
_GROUPED_AMERICAN = re.compile(
    r"(?:1[ .\-]?)?\(?\d{3}\)?[ .\-]?\d{3}[ .\-]\d{4}(?:[ ]?(?:x|ext).*)?"
)
_SPELLED_DIGITS = (
    "zéro|zero|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|"
    "quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|et"
)
_PAUSE = r"(?:[ ,.…\-]{1,4}(?:(?:euh+|heu+|hum+|alors|puis|voilà)[ ,.…]{1,4})?)"
_SPELLED = re.compile(
    rf"(?<!\w)(?:z[ée]ro{_PAUSE}(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|[1-9])|0[ ]?[1-9]|0[ ](?:un|deux|trois|quatre|cinq|six|sept|huit|neuf))"
    rf"(?![^\W_])(?:{_PAUSE}(?:{_SPELLED_DIGITS}|z[ée]ro|\d\d?)(?![^\W_])){{4,24}}",
    re.IGNORECASE,
)
"""In words, or figures and words, or with the pauses of who says it aloud."""
_SAID_ALOUD = re.compile(
    r"z[ée]ro|euh|heu|(?:trois|quatre|cinq|six|sept|huit|neuf|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|"
    r"cinquante|soixante)",
    re.IGNORECASE,
)
_BROKEN = re.compile(
    r"(?<![\w.,\-])(?<!\d )0[1-9](?:(?:[ ]?[\t\n*·•|:][ ]?|[ .\-]?)\d{2}){4}(?![^\W_])(?![ ]?[*·:|.][ ]?\d)"
)
"""Over table cells or lines, or with odd signs between: a mobile, or announced."""
_KEYCAPS = re.compile(r"0\ufe0f?\u20e3(?:[ .\-]?\d\ufe0f?\u20e3){9}")
_LETTER_FOR_ZERO = re.compile(r"(?<![^\W_])[oO](?=[1-9][ .\-]?\d\d[ .\-]?\d)")
_BRITISH = re.compile(
    r"(?<![\w.,/\-])(?<!\d )(?:07\d{3}[ ]\d{3}[ ]?\d{3}|\(?02\d\)?[ ]\d{4}[ ]\d{4}|\(?01\d{2}\d?\)?[ ]\d{3}[ ]\d{3,4})"
    rf"{_EXTENSION}(?!\w)(?![.,]\d)(?![ ]\d)"
)
"""In the groups that nobody else makes: also numbers that Ofcom keeps for fiction, which are valid nowhere."""
_ENGLISH_DIGIT = "(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine)"
_SPELLED_IN_ENGLISH = re.compile(
    rf"(?<![^\W_])(?:(?:double|triple)[ ])?{_ENGLISH_DIGIT}(?:[ ,.\-]{{1,3}}(?:and[ ])?(?:(?:double|triple)[ ])?{_ENGLISH_DIGIT}(?![^\W_])){{5,14}}",
    re.IGNORECASE,
)
_SAYS_DIGITS = says("zero", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_COUNTED_ON = re.compile(r"one\W+two\W+three\W+four\W+five", re.IGNORECASE)
_SIX_DIGITS = re.compile(
    r"(?<![\w.,/\-])(?<!\d )[2-57-9]\d(?P<dot>[ .]?)\d{2}(?P=dot)\d{2}(?![^\W_])(?![ ]?[.,:/\-]?\d)"
    r"(?![ ]?(?:€|\$|%|euros?|eur|francs?|km|kg|ans|fois|points?|personnes?)(?!\w))",
    re.IGNORECASE,
)
"""New Caledonia, Saint-Pierre-et-Miquelon, Wallis-et-Futuna: only where a number is called one."""
_CALLED_A_NUMBER = re.compile(
    r"(?<![^\W_])(?:t[ée]l(?:[ée]phone)?|num(?:[ée]ro)?(?: de (?:t[ée]l(?:[ée]phone)?|portable))?|portable|mobilis|mobile|fixe|joindre|joignable|gsm|whats?app|appel\w{0,3})"
    r"[\"']?(?:[ ](?:au|est|c['’]est|c|le|sur|me|moi|nous))*[ ]?[:|=;\t]?[ \"']{0,2}$",
    re.IGNORECASE,
)
_LOTTERY = re.compile(
    r"\b(?:tirage|loto|euromillions?|keno|combinaison|compl[ée]mentaire|num[ée]ro chance|suite|s[ée]rie|grille)\b",
    re.IGNORECASE,
)


def _find(text: str) -> Iterator[Hit]:
    text = _LETTER_FOR_ZERO.sub("0", text)
    usual = list(_usual(text))
    yield from usual
    ahead = iter((*usual, (len(text), len(text))))
    known = next(ahead)
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        while known[1] < end and known[0] < len(text):
            known = next(ahead)
        if not known[0] <= start and _is_number(text, match):
            yield start, end
    yield from _unusual(text)
    yield from _british(text)


def _unusual(text: str) -> Iterator[Hit]:
    """Numbers listed, broken, said aloud, drawn, or of six figures."""
    for pattern in (_LISTED, _BROKEN):
        for match in pattern.finditer(text):
            is_likely = match.group()[1] in "67" or near(text, match, _ANNOUNCED)
            if is_likely and not _is_series(text, match):
                yield match.span()
    for match in _SPELLED.finditer(text):
        if _SAID_ALOUD.search(match.group()):
            yield match.span()
    for match in _KEYCAPS.finditer(text):
        yield match.span()
    for match in _SIX_DIGITS.finditer(text):
        called = _CALLED_A_NUMBER.search(text[max(0, match.start() - 40) : match.start()])
        if called and (match["dot"] or not called.group().casefold().startswith("num")):
            yield match.span()


def _british(text: str) -> Iterator[Hit]:
    """Numbers in British groups, or said in English one figure after the other."""
    if "07" in text or "02" in text or "01" in text:
        for match in _BRITISH.finditer(text):
            yield match.span()
    for match in _SPELLED_IN_ENGLISH.finditer(text) if _SAYS_DIGITS(text) else ():
        if not _COUNTED_ON.search(match.group()):
            yield match.span()


def _usual(text: str) -> Iterator[Hit]:
    """Numbers in the usual French form, and those that follow one another."""
    end = 0
    for match in _FRENCH.finditer(text):
        if match.start() < end or _is_series(text, match):
            continue
        yield match.span()
        end = match.end()
        while another := _ANOTHER.match(text, end):
            yield another.span("value")
            end = another.end()


def _is_series(text: str, match: re.Match[str]) -> bool:
    """Figures of a draw, or that count on: 01 02 03 04 05."""
    digits = digits_of(match.group())
    pairs = [int(digits[at : at + 2]) for at in range(0, len(digits) - 1, 2)]
    steps = {later - earlier for earlier, later in itertools.pairwise(pairs)}
    return steps == {1} or (near(text, match, _LOTTERY) and not near(text, match, _ANNOUNCED))


def _is_number(text: str, match: re.Match[str]) -> bool:
    written = match["number"]
    if _DECIMAL.match(written) or _YEARS.fullmatch(written) or _is_series(text, match):
        return False
    if written.startswith(("+", "00")):
        return _is_valid("+" + digits_of(written).removeprefix("00"), None, loosely=True)
    is_announced = near(text, match, _ANNOUNCED)
    regions = _REGIONS_WITH_ZERO if written[0] == "0" else _REGIONS
    if written[0] in "0(" or _GROUPED_AMERICAN.fullmatch(written) or is_announced:
        return any(_is_valid(written, region, loosely=is_announced) for region in regions)
    return False


def _is_valid(written: str, region: str | None, *, loosely: bool) -> bool:
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return False
    check = phonenumbers.is_possible_number if loosely else phonenumbers.is_valid_number
    return bool(check(number))


recognizer = Finder("PHONE", _find, needs=either(figures(1), holds("zéro", "zero", "six", "seven")))
