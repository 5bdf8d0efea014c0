"""Ages of the writer and of those close to them: "j'ai 34 ans", "mon fils de 7 ans", "I'm 34", "36F".

An age needs a person: years of experience, of delay or of a guarantee stay.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Condition, Finder, Hit, both, either, figures, says

_NUMBER = r"(?:\d{1,2}|1[01]\d)"
_WORDS = (
    r"(?:(?:quatre[- ]vingt|soixante|cinquante|quarante|trente|vingt)(?:s|(?:[- ]et)?[- ](?:une?|onze))?(?:[- ](?:deux|trois|quatre|cinq|six|"
    r"sept|huit|neuf|dix(?:[- ](?:sept|huit|neuf))?|douze|treize|quatorze|quinze|seize))?|deux|trois|quatre|cinq|six|sept|huit|neuf|"
    r"dix(?:[- ](?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize)"
)
_AGE = rf"(?:(?:{_NUMBER}|{_WORDS})[ ](?:ans|piges|balais)(?: et demie?)?|{_NUMBER}ans|(?:{_NUMBER}|{_WORDS})[ ](?:mois|semaines)(?=[ ]?(?:[,.;!)?]|$|et |qui |fait |dort |est )))"
_NOT_LIVED = r"(?![ ](?:d['’]|de[ ]|pour\b|apr[èe]s|avant|plus tard|ferme|avec sursis|en arri[èe]re|à (?:attendre|rattraper)))"
_KIN = (
    r"(?:fils|filles?|gar[çc]on|enfants?|b[ée]b[ée]|gamine?|ado|m[èe]re|p[èe]re|maman|papa|fr[èe]res?|s[œo]e?urs?|mari|femme|"
    r"copain|copine|conjointe?|grand[- ](?:m[èe]re|p[èe]re)|mamie|papi|neveu|ni[èe]ce|cousine?|petite?[- ](?:fils|fille))"
)
_OWN = re.compile(
    rf"(?<!\w)(?:j['’ ]?ai|j['’]aurai|j['’]avais|j['’]vais avoir|je vais avoir|je viens d['’]avoir|j['’]ai eu|je fais|(?:je|on) f[êe]te(?:ra)?[ ](?:mes|ses|tes)|pour[ ](?:mes|ses)|"
    rf"(?:je suis|moi)[ ,]+(?:une?[ ]\w{{1,15}}[ ](?:de[ ])?)?(?:[âa]g[ée]e?[ ]de[ ])?)[ ]?(?:bient[ôo]t[ ]|presque[ ]|d[ée]j[àa][ ]|que[ ]|à peine[ ])?"
    rf"(?P<value>{_AGE})(?!\w){_NOT_LIVED}",
    re.IGNORECASE,
)
_OF_KIN = re.compile(
    rf"(?<!\w)(?:mon|ma|mes|notre|nos)[ ](?:\w{{1,12}}[ ])?{_KIN}(?:[ ][^\W\d_]{{2,20}})?"
    rf"(?:,?[ ](?:qui[ ])?(?:de|a|ont|aura|avait|va avoir|vient d['’]avoir|[âa]g[ée]e?s?[ ]de|,)[ ]|[ ]?[,(][ ]?)(?:bient[ôo]t[ ]|d[ée]j[àa][ ])?"
    rf"(?P<value>{_AGE})(?!\w){_NOT_LIVED}",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    rf"(?<![\w-])(?:(?:[âa]g[ée]e?s?[ ](?:de|d['’])[ ]?)"
    r"|(?:(?:une?|je suis|jsuis|chuis)[ ])?(?:homme|femme|mec|meuf|gars|jeune|dame|monsieur|retrait[ée]e?|lyc[ée]enn?e?|coll[ée]gienn?e?|[ée]tudiante?|"
    r"apprentie?|infirmi[èe]re?|b[ée]b[ée]|gamine?|ado(?:lescente?)?|fillette|gar[çc]onnet|papa|maman|veu(?:f|ve)|c[ée]libataire|divorc[ée]e?|JH|JF|H|F)"
    r"[ ]?(?:,[ ]?|de[ ]|d['’]|\()?)"
    rf"(?P<value>{_AGE})(?!\w){_NOT_LIVED}",
    re.IGNORECASE,
)
_BESIDE_A_LIFE = re.compile(
    rf"(?:(?<=[,.;:(][ ])|(?<=^)|(?<=\())(?P<value>{_AGE})(?=,?[ ](?:c[ée]libataire|mari[ée]e?|divorc[ée]e?|pacs[ée]e?|veu(?:f|ve)|[ée]tudiante?|"
    r"retrait[ée]e?|au ch[ôo]mage|m[èe]re de|p[èe]re de|papa|maman|sans enfants?|deux enfants|trois enfants|une? enfant|habitant|originaire|cherche|recherche)(?!\w))",
    re.IGNORECASE | re.MULTILINE,
)
_THEN = re.compile(
    rf"(?<!\w)(?:il|elle)[ ](?:avait|aurait|aura)[ ](?P<value>{_AGE})(?=[ ](?:quand|lorsque|à l['’][ée]poque|à sa mort))",
    re.IGNORECASE,
)
_SHORT_FORM = re.compile(
    r"(?:(?<=\()|(?<=^)|(?<=bonjour )|(?<=salut )|(?<=hello )|(?<=coucou )|(?<=\bje suis )|(?<=\bI )|(?<=\bmoi )|(?<=\bme ))"
    r"(?P<value>(?:1[5-9]|[2-7]\d)[ ]?[FHM])(?=[\s,.;!)/]|$)(?![ ]?\d)(?![ ](?:€|euros|contre|vs))",
    re.MULTILINE | re.IGNORECASE,
)
"""As on dating sites and forums: "36F", "(34M)"."""
_FIELD = re.compile(
    rf"(?<![^\W_])(?:[âa]ge|age)[\"']?[ ]?[:=|][ ]?[\"']?(?P<value>{_NUMBER}(?:[ ]ans)?)(?!\w)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    rf"(?<!\w)(?:I['’]?m|I am|I was|I turned|I just turned|my (?:\w{{1,12}} )?(?:son|daughter|kid|brother|sister|mom|mum|dad|mother|father|"
    rf"wife|husband|boyfriend|girlfriend|nephew|niece|grandma|grandpa) (?:is|was|turned))[ ](?:a[n]? )?"
    rf"(?P<value>{_NUMBER}(?:[ -](?:years?|yrs?)[ -]old|[ ]?y/?o|(?=[.,!?;)]|$| and )))(?!\w)",
    re.IGNORECASE | re.MULTILINE,
)
_ENGLISH_CHILD = re.compile(
    rf"(?<!\w)(?:(?:my|our|his|her|a|the)[ ](?:\w{{1,10}}[ ])?)?(?P<value>{_NUMBER}[ -]?(?:year|yr|month|week)s?[ -]old)[ ](?:\w{{1,10}}[ ])?"
    r"(?:son|daughter|kid|boy|girl|baby|brother|sister|niece|nephew|man|woman|guy|child|teen(?:ager)?|student|male|female)(?!\w)"
    rf"|(?<![\w.])(?P<short>{_NUMBER}[ ]?y/?o)(?!\w)",
    re.IGNORECASE,
)


_IN_YEARS = says("ans", "piges", "balais", "mois", "semaines")
_PATTERNS: tuple[tuple[re.Pattern[str], Condition], ...] = (
    *((pattern, _IN_YEARS) for pattern in (_OWN, _OF_KIN, _OF_SOMEBODY, _BESIDE_A_LIFE, _THEN)),
    (_FIELD, both(figures(1), says("age"))),
    (_ENGLISH, both(figures(1), says("i", "im", "my"))),
    (_SHORT_FORM, both(figures(2), says("f", "h", "m"))),
    (_ENGLISH_CHILD, both(figures(1), says("year", "years", "yr", "yrs", "month", "months", "week", "weeks", "y", "yo"))),
)  # fmt: skip
"""Each with what it finds nothing without."""


def _find(text: str) -> Iterator[Hit]:
    for pattern, needed in _PATTERNS:
        if needed(text):
            for match in pattern.finditer(text):
                yield match.span("short" if match["value"] is None else "value")


recognizer = Finder("AGE", _find, needs=either(figures(1), _IN_YEARS))
