"""Special categories (GDPR, article 9; rule R6): does a text let somebody's health, politics,
religion, sex life, union or origin be known?

Signs add up, sentence by sentence. A phrase that says it all is enough ("my therapist", "je milite");
a condition, a party, a faith that is only named needs a person ("my diabetes", "il est musulman"); a
word that merely belongs to the field needs more than that. Homework, works of fiction and code count
against. Fixed expressions that mean something else ("computer virus", "la religion du beau jeu") are
no sign at all. It leans to setting aside: the donor may tick the box that keeps such lines.

The words are in `special/`, one file a topic, French and English, without accents. All were written
for this project from common knowledge; parties and unions are those in office or in the news in
France, the United Kingdom and the United States. `*` stands for any ending.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from filters.redaction.identities import folded

TOPICS = ("health", "politics", "religion", "sex_life", "union", "origin")
ENOUGH = 1.0
_ROUNDING = 1e-9
_POINTS = {"alone": 1.5, "named": 0.6, "hint": 0.4}
_LINK_POINTS = 0.4
_SELF_POINTS, _OWN_POINTS, _KIN_POINTS, _PRONOUN_POINTS = 0.6, 0.5, 0.5, 0.4
_GENERAL_POINTS, _CODE_POINTS = -0.5, -1.0
_OPENING_CHARS = 300
"""Where what is asked for stands: an essay, a recipe, a program."""

_SENTENCE = re.compile(r"[.!?;\n]+(?=\s|$)")
_SELF = re.compile(
    r"\b(?:je suis|j'etais|jsuis|chuis|on est|nous sommes|suis-je|i'm|im|i am|i was|we're|we are|"
    r"en tant qu(?:e |')|as an? )(?: ?(?:une?|an?|tres|very|pas|plus|not|the|only|proud|also|aussi|half|of))*[ ]?$"
)
_OWN = re.compile(
    r"(?:\b(?:j'ai|jai|t'as|tu as|il a|elle a|on a|ont|avait|avais|avoir|i've|i have|has|have|had|"
    r"suis|es|est|etait|etais|sommes|sont|etes|devenue?|j'etais|i'm|im|i am|he's|she's|is|was|we're|are|"
    r"became|become|mon|ma|mes|ton|ta|tes|son|sa|ses|notre|nos|votre|vos|my|your|his|her|our|their|"
    r"souffr\w+|attein\w+|sous|prends|prend|on my|on|with|avec|as an?|en tant que|nee?|born|test says)[ ])"
    r"(?:(?:une?|du|de la|de|d'|des|la|le|les|l'|au|tres|trop|plutot|bien|encore|toujours|vraiment|a|an|the|"
    r"very|so|still|also|half|pas|plus|not|some|full|tout|toute|un peu|kind of|proud|trop de|stage \d|"
    r"devout|former|ex)[ ]?){0,3}$"
)
_KIN = re.compile(
    r"\b(?:mere|pere|maman|papa|parents?|beau-\w+|belle-\w+|freres?|soeurs?|fils|filles?|enfants?|bebe|mari|"
    r"femme|epou\w+|copains?|copines?|amie?s?|pote|cousine?s?|oncle|tante|grand-\w+|mamie|papi|neveu|niece|"
    r"collegues?|patronne?|voisine?s?|prof|ex|famille|gamine?s?|mother|father|mom|mum|dad|parents|brothers?|"
    r"sisters?|sons?|daughters?|kids?|children|baby|husband|wife|partner|boyfriend|girlfriend|friends?|"
    r"cousins?|uncle|aunt|grand\w+|nephew|niece|coworkers?|colleagues?|boss|neighbou?rs?|teacher|"
    r"roommates?|flatmates?|family|in-laws)\b"
)
_OF_KIN = re.compile(
    rf"(?:{_KIN.pattern}) (?:est|etait|is|was|are|sont|a ete|est devenue?|became) (?:\w+ )?$"
)
_PRONOUN = re.compile(
    r"\b(?:je|j'|jsuis|chuis|moi|m'|me|mon|ma|mes|nous|on|notre|nos|il|elle|lui|perso|franchement|i|i'm|i've|"
    r"i'd|i'll|my|we|we're|our|us|he|he's|she|she's|his|her|him|myself|"
    r"depuis|hier|ce matin|ce soir|cette nuit|cette semaine|chaque (?:nuit|soir|matin)|last night|tonight|"
    r"yesterday|this (?:week|morning)|since|every (?:night|day|morning))\b|\bj'"
)
_GENERAL = re.compile(
    r"\b(?:expli\w+|explain\w*|defini\w*|define|c'est quoi|qu'est-ce qu\w*|what is|what are|what's the|"
    r"difference\w*|compare\w*|exposes?|dissertation|essay|homework|controle|cours|class|chapi?t\w+|"
    r"histoire d\w*|history|resum\w+|summar\w+|article|livres?|books?|romans?|novels?|films?|movies?|"
    r"seri?es?|documentaire|documentary|personnages?|characters?|heros|hero|scenario|plot|story|poem\w*|"
    r"debat\w*|quiz|statisti\w+|pourcentage|percentage|taux|rate|combien de (?:gens|pays|personnes)|"
    r"how many people|worldwide|siecle|century|empire|capitale?s?|population|"
    r"in 1\d{3}|en 1\d{3}|quelle annee|what year|loi de 1\w+|"
    r"synonym\w+|dev?oir|philo|biolog\w+|svt|dates? |qui (?:est|etait|fut|a gagne)|who (?:is|was|won)|quel est|liste les|list)\b"
)
_CODE = re.compile(
    r"```|\b(?:python|javascript|typescript|sql|css|html|json|docker\w*|git|api|linux|fonction|function|code|"
    r"bug|endpoint|npm|unity|regex|markdown|table\w*|chien|chat|dog|cat|veterinaire|vet)\b"
)


class _Phrase(NamedTuple):
    topic: str
    section: str
    is_stem: bool


class _Found(NamedTuple):
    start: int
    end: int
    phrase: int
    section: str


def _load() -> tuple[list[str], list[_Phrase]]:
    written, phrases = [], []
    for topic in TOPICS:
        section = ""
        file = Path(__file__).with_name("special") / f"{topic}.txt"
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                section = line.strip("[]")
            elif line and not line.startswith("#"):
                written.append(line.rstrip("*"))
                phrases.append(_Phrase(topic, section, line.endswith("*")))
    return written, phrases


_WRITTEN, _PHRASES = _load()
_AUTOMATON = AhoCorasick(_WRITTEN, matchkind=MatchKind.Standard)


def topics_of(text: str) -> frozenset[str]:
    """The special categories a text speaks of; empty for most."""
    plain = folded(text).replace("’", "'")
    found: defaultdict[str, list[_Found]] = defaultdict(list)
    for index, start, end in _AUTOMATON.find_matches_as_indexes(plain, overlapping=True):
        topic, section, is_stem = _PHRASES[index]
        if not plain[start - 1 : start].isalnum() and (
            is_stem or not plain[end : end + 1].isalnum()
        ):
            found[topic].append(_Found(start, end, index, section))
    if not any(one.section in _POINTS for group in found.values() for one in group):
        return frozenset()
    ends = [match.end() for match in _SENTENCE.finditer(plain)]
    about = _aside(plain[:_OPENING_CHARS])
    return frozenset(
        topic for topic, group in found.items() if _is_spoken_of(plain, group, ends, about)
    )


def _is_spoken_of(plain: str, group: list[_Found], ends: list[int], about: float) -> bool:
    """Whether one sentence has enough signs of a topic."""
    of_sentence: defaultdict[int, list[_Found]] = defaultdict(list)
    for one in _kept(group, len(plain)):
        of_sentence[bisect_right(ends, one.start)].append(one)
    for number, signs in of_sentence.items():
        cues = [one for one in signs if one.section in _POINTS]
        if not cues:
            continue
        start = ends[number - 1] if number else 0
        end = ends[number] if number < len(ends) else len(plain)
        sections = {one.section for one in signs}
        points = sum({cue.phrase: _POINTS[cue.section] for cue in cues}.values())
        points += _person(plain, start, end, cues) + min(about, _aside(plain[start:end]))
        points += _LINK_POINTS if "link" in sections else 0.0
        points += _GENERAL_POINTS if "aside" in sections else 0.0
        if points >= ENOUGH - _ROUNDING:
            return True
    return False


def _kept(group: list[_Found], length: int) -> list[_Found]:
    """The signs of a topic that count: none inside a fixed expression, of those that overlap the
    longest, then the most telling."""
    taken = bytearray(length)
    kept: list[_Found] = []
    for one in sorted(group, key=_precedence):
        if taken.find(1, one.start, one.end) >= 0:
            continue
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
        if one.section != "not":
            kept.append(one)
    return kept


def _precedence(one: _Found) -> tuple[int, int, float]:
    order = 0 if one.section == "not" else 1 if one.section in _POINTS else 2
    return order, one.start - one.end, -_POINTS.get(one.section, 0.0)


def _person(plain: str, start: int, end: int, cues: list[_Found]) -> float:
    """How closely the signs of a sentence belong to somebody."""
    before = [plain[max(start, cue.start - 40) : cue.start] for cue in cues]
    if any(_SELF.search(words) or _OF_KIN.search(words) for words in before):
        return _SELF_POINTS
    if any(map(_OWN.search, before)):
        return _OWN_POINTS
    sentence = plain[start:end]
    if _KIN.search(sentence):
        return _KIN_POINTS
    return _PRONOUN_POINTS if _PRONOUN.search(sentence) else 0.0


def _aside(text: str) -> float:
    """What counts against: general knowledge, works, code, animals."""
    if _CODE.search(text):
        return _CODE_POINTS
    return _GENERAL_POINTS if _GENERAL.search(text) else 0.0
