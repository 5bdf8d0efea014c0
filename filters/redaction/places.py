"""How a postcode and the name of a town are written in French, for the patterns that hold them."""

import re

from filters.redaction.identities import folded
from filters.redaction.lexicon import TOWNS

TOWN = (
    r"(?-i:(?!C(?:EDEX|edex))[A-ZÀ-ÖØ-Þ][\w'’\-]{1,30}"
    r"(?:[ -](?!C(?:EDEX|edex))(?:(?:sur|sous|en|la|le|les|de|du|des|lès)(?=[ -](?:l[ae]s? |[ld]['’])?[A-ZÀ-ÖØ-Þ])|"
    r"(?:[ld]['’])?[A-ZÀ-ÖØ-Þ][\w'’\-]{0,30})){0,5})"
)
NO_TOWN = (
    r"(?!(?:euros?|eur|dollars?|fois|personnes?|gens|habitants?|ans|jours?|heures?|km|kilom\w+|kg|"
    r"m[èe]tres?|mots?|caract\w+|lignes?|points?|vues?|likes?|abonn\w+|followers?|exemplaires?|places?|pas|"
    r"balles?|tonnes?|litres?|pages?|calories?|kcal|watts?|tours?|volts?|francs?|soldats?|morts?|"
    r"salari\w+|[ée]tudiants?|[ée]l[èe]ves?|manifestants?|spectateurs?|logements?|emplois?|entreprises?|signatures?|"
    r"et|ou|de|en|par|pour|dans|sur|à|au|plus|moins|brut|nets?|lieues?|"
    r"people|times|words|dollars|years|steps|users|views|tokens?|lines|rows|ms|fran[çc]ais|anglais|parisiens|"
    r"am[ée]ricains|allemands|italiens|espagnols|europ[ée]ens|belges|suisses|ukrainiens|russes|marocains|alg[ée]riens|"
    r"chinois|japonais|canadiens|qu[ée]b[ée]cois|lyonnais|marseillais|toulousains|bretons|corses|syriens|migrants)\b)"
)
LOWER_TOWN = (
    r"(?:(?:saint|sainte|st|ste|le|la|les|l['’]|dos|da|de|du|aix|mont|pont|bourg|nogent|boulogne|fort|basse|pointe|clermont)[ \-])?"
    r"[^\W\d_][\w'’\-]{1,40}"
)
FIVE = r"(?:0[1-9]|[1-8]\d|9[0-5]|97|98)[ ]?\d{3}"
CEDEX = r"(?:\s+cedex(?:\s\d{1,2})?(?!\w))?"
COUNTRY = r"(?:(?:F|FR|B|BE|CH|L|LU)[ ]?[-–][ ]?)"
BETWEEN = r"(?:[ ]?[-–,][ ]|[ ]{1,2})"
POSTCODE_AND_TOWN = (
    rf"{COUNTRY}?(?:{FIVE}|[1-9]\d{{3}}){BETWEEN}{NO_TOWN}(?:{TOWN}|{LOWER_TOWN}){CEDEX}"
)
"""As it stands behind a street; there four digits are a postcode too."""

_ONLY_TOWNS = re.compile(
    r"(?:saint|sainte|st|ste)[ -]\w|-(?:sur|sous|en|les|lès|la|le|de|du|l)-", re.IGNORECASE
)


def is_town(written: str) -> bool:
    """Whether this is the name of a town that is known, or of the form that only towns have."""
    plain = folded(written).replace("’", "'").strip("' -").replace(" ", "-")
    return plain in TOWNS or bool(_ONLY_TOWNS.search(plain))
