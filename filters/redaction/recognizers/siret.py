"""French company numbers: SIRET (14 digits), SIREN (9 digits) and VAT numbers made of them.

Both are Luhn numbers (La Poste's establishments sum otherwise: python-stdnum knows). One number of
nine digits in ten passes by chance, so a SIREN must also be announced.
"""

import re
from collections.abc import Iterator

from stdnum.fr import siren, siret, tva

from filters.redaction.finder import Finder, Hit, digits_of, figures, near

_SIRET_DIGITS = 14
_SIRET = re.compile(r"(?<![\w.,])\d{3}[ .\-]?\d{3}[ .\-]?\d{3}[ .\-]?\d{5}(?![\w])")
_SIRET_SPLIT = re.compile(r"(?<![\w.,])\d{3}[ .]?\d{3}[ .]?\d{3}[ .]\d{2,3}[ .]\d{2,3}(?!\w)")
_SIREN = re.compile(r"(?<![\w.,+])\d{3}[ .\-]?\d{3}[ .\-]?\d{3}(?![\w])(?![ .\-]\d)")
_VAT = re.compile(r"\bFR[ ]?[0-9A-HJ-NP-Z]{2}[ ]?\d{3}[ .]?\d{3}[ .]?\d{3}\b", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\b(?:sire[nt]|rcs|r\.c\.s|tva|kbis|registre du commerce|soci[ée]t[ée])\b", re.IGNORECASE
)


def _find(text: str) -> Iterator[Hit]:
    for pattern in (_SIRET, _SIRET_SPLIT):
        for match in pattern.finditer(text):
            number = digits_of(match.group())
            if siret.is_valid(number) or (
                len(number) == _SIRET_DIGITS and near(text, match, _ANNOUNCED)
            ):
                yield match.span()
    for match in _SIREN.finditer(text):
        if siren.is_valid(digits_of(match.group())) and near(text, match, _ANNOUNCED):
            yield match.span()
    for match in _VAT.finditer(text):
        if tva.is_valid(match.group()) or near(text, match, _ANNOUNCED):
            yield match.span()


recognizer = Finder("SIRET", _find, needs=figures(9))
