"""Names behind a title, whatever their case: "mme poirier", "m. le goff", "judge harlow".

An office is none ("madame la directrice"). Behind a whole word or before an article, which open other
sentences too ("monsieur veuillez"), the name may be no everyday word nor a verb.
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.finder import Finder, Hit, either, holds, says
from filters.redaction.identities import folded
from filters.redaction.lexicon import NOT_PEOPLE, SURNAMES

_NAME = r"[^\W\d_][^\W\d_'’\-]{0,24}(?:['’\-][^\W\d_]{1,24}){0,3}"
_TITLED = re.compile(
    rf"(?<![\w&])(?<!\d )(?:(?P<short>mme|mlle|mr\.?|mrs\.?|ms\.?|dr\.?|m\.)|(?P<long>monsieur|madame|mademoiselle|docteur|ma[îi]tre|capitaine|"
    rf"commissaire|brigadier|lieutenant|juge|miss|mister|judge|captain|sergeant|officer|professor|doctor))"
    rf"[ ](?P<article>(?:l[ae]|du|des|de la|de|d['’]|van|ben|el)[ ]?(?<=[ '’]))?(?![mtsjclq]u?['’])(?P<value>{_NAME})(?![\w'’])",
    re.IGNORECASE,
)
_OFFICES_WORDS = (
    "directeur directrice president presidente maire ministre juge procureur procureure prefet prefete commissaire capitaine "
    "lieutenant professeur professeure proviseur principal principale principaux inspecteur inspectrice gendarme policier policiere agent "
    "gardien gardienne facteur factrice boulangere vendeur vendeuse caissiere coiffeur coiffeuse depute deputee senateur senatrice "
    "notaire avocat avocate huissier rapporteur secretaire conseiller conseillere chef cheffe patron patronne client cliente "
    "proprietaire locataire docteur medecin infirmier infirmiere cure pasteur rabbin imam consul ambassadeur general "
    "colonel comte comtesse duc duchesse marquis marquise baron baronne concierge syndic assesseur recteur doyen doyenne "
    "instruction instructeur paix enfants monde propre tout maison france univers"
)
_OFFICES = frozenset(_OFFICES_WORDS.split())
_NO_SURNAME_WORDS = (
    "est a et ou qui que quoi je tu il elle on nous vous ils elles ne se me te sera etait avait va vient dit fait veut peut doit "
    "pour par sur sous dans avec sans chez mais donc car si comme quand en au aux y puis merci bonjour bonsoir svp stp suite "
    "veuillez pouvez voici voila ici cordialement encore aussi tres trop bien pas plus moins this is was has said says and or of in "
    "for the to at on will would can could entre sort arrive part parle rit crie court tremble attend regarde ecoute repond demande "
    "pense sait connait"
)
_NO_SURNAME = frozenset(_NO_SURNAME_WORDS.split())
_VERB = re.compile(r".+(?:ez|ons|ent|ait|aient|ant|ement|er|ir)|.+-(?:je|tu|il|elle|nous|vous|moi)")
_LEAST = 3
_IN_OFFICE = re.compile(
    rf"(?<![\w&])(?:mme|m\.|madame|monsieur)[ ](?:la[ ]|le[ ]|l['’])(?:{'|'.join(sorted(_OFFICES))})(?:[ ](?:adjointe?|g[ée]n[ée]rale?))?"
    r"[ ](?P<value>(?-i:(?:(?:de|du|van|von|el|ben|Le|La)[ ])?[A-ZÀ-ÖØ-Þ])[^\W\d_]{2,24}(?:[\-'’][^\W\d_]{2,24})?)(?![\w'’])",
    re.IGNORECASE,
)
"""Behind the office: "Mme la directrice Trébeurden"; a capital is all that tells the name."""


def _find(text: str) -> Iterator[Hit]:
    for match in _IN_OFFICE.finditer(text):
        words = match["value"].split()
        if not is_everyday(words[-1].casefold()) and folded(words[-1]) not in NOT_PEOPLE:
            yield match.span("value")
    for match in _TITLED.finditer(text):
        plain = folded(match["value"])
        if plain in _NO_SURNAME or plain in _OFFICES or len(plain) < _LEAST:
            continue
        is_weak = bool(match["long"] or match["article"])
        if is_weak and (
            is_everyday(plain)
            or plain in NOT_PEOPLE
            or (plain not in SURNAMES and _VERB.fullmatch(plain))
        ):
            continue
        yield match.start("article" if match["article"] else "value"), match.end("value")


recognizer = Finder(
    "PERSON",
    _find,
    needs=either(
        holds("m. "),
        says(
            "mme", "mlle", "mr", "mrs", "ms", "dr", "monsieur", "madame", "mademoiselle", "docteur", "maitre", "capitaine", "commissaire",
            "brigadier", "lieutenant", "juge", "miss", "mister", "judge", "captain", "sergeant", "officer", "professor", "doctor",
        ),
    ),
)  # fmt: skip
