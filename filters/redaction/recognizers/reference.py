"""Numbers under which somebody is known to an office, a shop or a maker: customer, file, contract, order,
parcel, pupil, employee, telephone, vehicle.

They have no form of their own, so a word must say whose number it is, and what stands right behind must be
written as no quantity, year or date is. Words that are also ordinary ("order", "case") need "number", "#" or a
colon; in code (`customer_id`) they are names of variables.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit, both, either, figures, holds, says

_FRENCH = (
    r"(?:client[es]?|allocataire|adh[ée]rente?|abonn[ée]e?|abonnement|contrat|dossier|sinistre|police|commande|facture|devis|r[ée]servation|"
    r"suivi|colis|[ée]tudiante?|[ée]l[èe]ve|matricule|agent|patiente?|assur[ée]e?|b[ée]n[ée]ficiaire|demandeur|usager|locataire|salari[ée]e?|compteur|"
    r"p[ôo]le emploi|france travail|caf|ameli|ine|pdl|siv|ch[âa]ssis|immatriculation|s[ée]rie|imei|vin|avis|r[ée]clamation|plainte|[ée]tranger|agdref|r[ée]c[ée]piss[ée]|titre de s[ée]jour|contravention|requ[êe]te|demande|fid[ée]lit[ée])"
)
_ENGLISH = (
    r"(?:customer|client|account|member(?:ship)?|policy|claim|case|application|order|booking|reservation|invoice|tracking|parcel|"
    r"student|employee|staff|patient|payroll|badge|contract|loyalty|frequent flyer|confirmation|enrol?lment|tenancy|tenant|ticket|file|"
    r"receipt|medical record|prescription|serial|imei|vin|alien|visa|licen[cs]e|registration|meter|crn|hospital)"
)
_NUMBER = r"(?:n°|nº|no\.?(?=[ ]?[\dA-Z]{0,4}\d)|num[ée]ros?|num\.?|number|nbr|nr\.?|id|ident(?:ifiant|ification)?|r[ée]f(?:[ée]rences?|s?\.)?|ref(?:erence|s?\.)?|code|#)"
_OF = r"(?:[ ](?:de|du|des|d['’]|of|for|the|la|le|mon|ma|votre|my|your))?[ ]?"
_WHO = r"(?:[ ](?!est\b|is\b)[^\W\d_]{2,15}){0,2}"
_SIGN = r"(?:[ ]?[:=]|[ ](?:c['’]?est|est|is|was)(?:[ ](?:le|the))?)?[ ]{0,2}[\"'«(#]?[ ]?"
_GLUED = r"(?=[\w/\-.]{0,24}\d)[^\W_](?:[^\W_]|[/\-.](?=[^\W_])){3,33}"
_SPACED = r"[A-Z]{0,4}\d{1,6}(?:[ ]\d{2,6}){1,5}(?:[ ]?[A-Z](?!\w))?"
_VALUE = (
    rf"(?<![^\W_])(?P<value>{_SPACED}|{_GLUED})(?![\w/@])(?![.,]\d)"
    r"(?![ ]?(?:€|\$|£|%|euros?|eur|dollars?|km|kg|ans|fois|points?|pages?|clients?|personnes?|dossiers?|views?|items?|lines?|times)(?!\w))"
)
_NUMBERED = re.compile(
    rf"(?<![\w\-])(?:{_NUMBER}{_OF}(?:{_FRENCH}|{_ENGLISH})|(?:{_FRENCH}|{_ENGLISH})[ ]?(?:'s[ ])?{_NUMBER}|a-number)(?![^\W_])"
    rf"{_WHO}(?:[ ]?{_NUMBER})?{_SIGN}{_VALUE}",
    re.IGNORECASE,
)
"""The word and "number", in either order; the office may be named behind: "n° de contrat EDF"."""
_REFERRED = re.compile(
    rf"(?<![\w\-])(?:(?:mon |ma |my |your |our |votre |notre )?(?:r[ée]f(?:[ée]rence)?s?|ref(?:erence)?s?)\.?|matricule|identifiant|allocataire|imei|vin|ine|ch[âa]ssis)(?![^\W_])"
    rf"{_WHO}{_SIGN}{_VALUE}",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"(?<![\w\-])(?!colis|parcel)(?:{_FRENCH}|{_ENGLISH})(?![^\W_])(?:[ ](?:colissimo|chronopost|mondial relay|ups|dhl|dpd|gls|fedex|usps|la poste|caf|edf|engie))?"
    rf"(?:[ ]?[:#][ ]?|[ ]){_VALUE}",
    re.IGNORECASE,
)
"""Without "number": what stands behind must look like one by itself."""
_BY_ITSELF = re.compile(
    rf"(?<![^\W_])(?:n°|nº|num[ée]ro|(?-i:ID)(?= \d| ?[:#])){_OF}{_SIGN}{_VALUE}", re.IGNORECASE
)
"""Whatever it is the number of, where it is long."""
_OF_A_TEXT = re.compile(
    r"\b(?:loi|d[ée]cret|arr[êe]t[ée]?s?|ordonnance|directive|r[èe]glement|brevet|pourvoi|circulaire|avis du conseil|isbn|issn|cas|einecs|article)\b[^\n]{0,24}$",
    re.IGNORECASE,
)
"""Published, with its number."""
_HELD_AT = re.compile(
    rf"(?<![\w\-])(?!colis|parcel)(?:{_FRENCH}|order|booking|claim|policy)(?:[ ](?:d['’]|de[ ])[^\W\d_]{{3,12}})?(?:[ ](?-i:[A-Z])[\w&]{{1,14}}){{1,2}}[ ]{_VALUE}",
    re.IGNORECASE,
)
"""With the office named between, and nothing else: long too."""
_LONG = 7
_LEAST_DIGITS = 4
_LEAST_ALONE = 5
_LEAST_RUN = 8
_TEXT_CHARS = 40
_DATE = re.compile(r"\d{1,4}([./\-])\d{1,2}\1\d{2,4}|(?:19|20)\d\d(?:[/\-](?:19|20)?\d\d)?")


def _find(text: str) -> Iterator[Hit]:
    for pattern, least in (
        (_NUMBERED, _LEAST_DIGITS),
        (_REFERRED, _LEAST_DIGITS),
        (_HELD, _LEAST_ALONE),
        (_BY_ITSELF, _LONG),
        (_HELD_AT, _LONG),
    ):
        for match in pattern.finditer(text):
            value = match["value"]
            if sum(map(str.isdecimal, value)) < least or _DATE.fullmatch(value):
                continue
            if pattern is _HELD and not _tells_itself(value, match.group()):
                continue
            if pattern is _BY_ITSELF and _OF_A_TEXT.search(
                text[max(0, match.start() - _TEXT_CHARS) : match.start()]
            ):
                continue
            yield match.span("value")


def _tells_itself(value: str, whole: str) -> bool:
    """Whether it is no quantity: with letters, strokes or very many figures, or behind "#"."""
    has_letter = any(map(str.isalpha, value)) and any(c.isupper() for c in value)
    is_long = value.isdecimal() and len(value) >= _LEAST_RUN
    return has_letter or is_long or "-" in value or "/" in value or "#" in whole


_NEEDED_WORDS = (
    "client cliente clients allocataire adherent adherente abonne abonnee abonnement contrat dossier sinistre police "
    "commande facture devis reservation suivi colis etudiant etudiante eleve matricule agent patient patiente assure "
    "assuree beneficiaire demandeur usager locataire salarie salariee compteur emploi travail caf ameli ine pdl siv "
    "chassis immatriculation serie imei vin avis reclamation plainte etranger agdref recepisse sejour contravention "
    "requete demande fidelite customer account member membership policy claim case application order booking invoice "
    "tracking parcel student employee staff payroll badge contract loyalty flyer confirmation enrollment enrolment "
    "tenancy tenant ticket file receipt record prescription serial alien visa license licence registration meter crn "
    "hospital no num numero numeros number nbr nr id ident identifiant identification ref refs reference references "
    "code"
)
"""What each pattern begins with, or holds: in small letters without accents."""

recognizer = Finder(
    "REFERENCE",
    _find,
    needs=both(figures(4), either(holds("n°", "nº", "#"), says(*_NEEDED_WORDS.split()))),
)
