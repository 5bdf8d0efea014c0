"""Families by their surname: "chez les Pommerac-Duvivier", "the Quillfeather family".

A surname alone has no first name to stand behind and an article before it, as things have. Words
around it say that people are meant; it must be no ordinary word, which rules out peoples, places and
most things ("chez les Français", "the White House", "les Alpes-Maritimes").
"""

import re
from collections.abc import Callable, Iterator

from filters.redaction.finder import says
from filters.redaction.identities import folded
from filters.redaction.lexicon import NOT_PEOPLE, RARER_NAMES, SURNAMES
from filters.redaction.outcome import Span

_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-Þ])"
_SURNAME = (
    rf"(?P<value>(?:(?:de|du|van|von|ben|el|le|la)[ ])?{_CAPITAL}(?:['’]{_CAPITAL})?[^\W\d_]{{2,24}}"
    rf"(?:(?:-|[ ]-[ ]|[ ](?=(?-i:[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])))(?:(?:de|du|le|la)[ ])?{_CAPITAL}[^\W\d_]{{2,24}})?)(?![\w@/\-]|['’]\w)"
)
_ANY = r"(?P<value>[^\W\d_]{3,24}(?:-[^\W\d_]{2,24})?)(?![\w@/\-]|['’]\w)"
_KIN = r"(?:famille|tribu|clan|couple|foyer|fr[èe]res|s[œo]e?urs|[ée]poux)"
_RELATED = (
    r"(?:voisins|amis|copains|potes|cousins|parents|beaux-parents|enfants|gosses|gamins|petits|filles|jumeaux|jumelles|maison|villa|"
    r"appart(?:ement)?|jardin|chien|chat|anniversaire|mariage|nom)"
)
_DO = r"(?=[ ](?:nous|vous|m['’]|t['’]|l['’]|se|s['’]|ne|n['’]|ont|avaient|sont|[ée]taient|viennent|veulent|habitent|vivent|partent|arrivent|disent|[ée]taient|vont)(?![^\W_]))"
_FRENCH = (
    re.compile(
        rf"(?<!\w)(?:{_KIN}|et M(?:me|lle|r)s?\.?|(?:et|&) (?:madame|mademoiselle|monsieur)|messieurs|mesdames|MM\.)[ ]{_ANY}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:(?:chez|avec|par|pour|sans|contre|invit[ée]|vu|crois[ée]|appel[ée])[ ]les|{_RELATED}[ ](?:de la {_KIN}|des|les)|{_KIN}[ ]des?)[ ]{_SURNAME}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w)(?:chez les)[ ]{_ANY}", re.IGNORECASE),
    re.compile(rf"(?<![\w-])les[ ]{_SURNAME}{_DO}", re.IGNORECASE),
)
_THEIRS = r"(?:family|house|household|home|residence|clan|kids|children|twins|boys|girls|brothers|sisters|siblings|parents|wedding|dog|place)"
_PLURAL = (
    rf"(?P<value>{_CAPITAL}[^\W\d_]{{2,24}}(?:-{_CAPITAL}[^\W\d_]{{2,24}})?s)(?![\w@/\-]|['’]\w)"
)
_ENGLISH = (
    re.compile(rf"(?<!\w)(?:the|our|my)[ ](?:old[ ])?{_SURNAME}[ ]{_THEIRS}(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?:and|&)[ ](?:Mrs|Mr|Ms|Dr|Miss)\.?[ ]{_ANY}", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?:family|house|home)[ ](?:of[ ]the|called|named)[ ]{_SURNAME}", re.IGNORECASE
    ),
    re.compile(
        rf"(?<!\w)(?:with|by|for|from|at|to|neighbou?rs,?|friends,?|visit(?:ed|ing)?|invited|met)[ ]the[ ]{_PLURAL}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)the[ ]{_PLURAL}(?=[ ](?:are|were|have|had|invited|moved|live[sd]?|came|come|want|told|said|asked|next door)(?!\w))",
        re.IGNORECASE,
    ),
)
_SAYS_FRENCH = says(
    "chez", "famille", "tribu", "clan", "couple", "foyer", "freres", "soeurs", "sours", "sœurs", "sœeurs", "epoux",
    "mme", "mlle", "mm", "madame", "mademoiselle", "monsieur", "messieurs", "mesdames", "les", "des",
)  # fmt: skip
_SAYS_ENGLISH = says("the", "our", "my", "mrs", "mr", "ms", "dr", "miss", "family", "house", "home")
_PARTICLES = frozenset(["de", "du", "van", "von", "ben", "el", "le", "la"])
_LEAST_LOWER = 5


def families(text: str, is_word: Callable[[str], bool]) -> Iterator[Span]:
    """Surnames of families; in: whether a word is one of a language that is read."""
    for patterns, is_said in ((_FRENCH, _SAYS_FRENCH), (_ENGLISH, _SAYS_ENGLISH)):
        for pattern in patterns if is_said(text) else ():
            for match in pattern.finditer(text):
                if _is_surname(match["value"], is_word):
                    yield Span(*match.span("value"), "PERSON")


def _is_surname(written: str, is_word: Callable[[str], bool]) -> bool:
    plain = folded(written)
    if plain in NOT_PEOPLE or (written.islower() and len(written) < _LEAST_LOWER):
        return False
    parts = [part for part in re.split(r"[ '’\-]+", plain) if part not in _PARTICLES]
    unknown = [part for part in parts if not is_word(part) and part not in NOT_PEOPLE]
    return bool(unknown) and all(
        part in unknown or part in SURNAMES or part in RARER_NAMES for part in parts
    )
