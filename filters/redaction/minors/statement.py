"""Whether a text says that its writer, or somebody of the writer's life, is a minor (rule R7).

Records, section 3: "credentials, minors' data: dropped, counted, never shown". A minor is under 18:
article 388 of the Code civil, article 1 of the Convention on the Rights of the Child, and the age
that Glane asks of donors. Fifteen (article 45 of the Loi informatique et libertés) is the age of
consent to an online service: it says who may consent, not whose data they are.

Said of the writer: an age under 18, an age of at most 18 that is still to come, a class or a school
of minors ("en 4e", "au lycée", "en terminale": most are 17), a year of birth, the word itself. Said
of a child who is one in particular: the same of "ma fille", "mon élève", "my nephew", a friend. The
child of a donor has consented to nothing, and whoever knows the donor knows which child it is.

Not said of anybody: children in general ("pour les 8-12 ans", "niveau CM2", "a 4 year old"), a
figure of speech ("comme si j'avais 5 ans"), a figure in a tale, an exercise or a program ("Léa, 8
ans, découvre..."), a group ("mes élèves de 14 ans"). Not said of the present: memories of an adult
("quand j'avais 13 ans"). Their ages are masked as all are. Where one cannot tell a tale from a life
("J'ai 10 ans, je m'appelle Tom"), it is taken for a life.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from ahocorasick_rs import AhoCorasick

from filters.redaction.identities import folded
from filters.redaction.minors import english, french

MAJORITY_YEARS = 18
_SIGNS = (*french.SIGNS, *english.SIGNS)
_FIRST_WORDS = sorted({word for sign in _SIGNS for word in sign.needs[0]})
_FIRST = AhoCorasick(_FIRST_WORDS)
_BY_FIRST_WORD = [
    [number for number, sign in enumerate(_SIGNS) if word in sign.needs[0]] for word in _FIRST_WORDS
]
_SPACES = re.compile(r"[^\S\n]+")
_PROGRAM = re.compile(
    r"(?:print\w*|log|write(?:line)?|format|assert\w*|says?|alert)\("
    r"|\b(?:return|echo|puts) ?\(?[\"'`]|\w ?[+=]= ?[\"'`f]|\w = f?[\"'`]|[\"'`]\);"
)
"""A line of a program: whoever is in it is an example."""
_SENTENCE_ENDS = ".!?\n"
_CHARS_AROUND = 100
_REACH_CHARS = 200
"""No sign is longer: a long answer is not searched whole for a word that stands in it once."""


def tells_of_a_minor(text: str) -> bool:
    """In: a text in its visible form, before ages are masked."""
    if not _stretches_by_sign(text):
        return False
    spaced = _SPACES.sub(" ", text)
    plain = _plain(spaced)
    return any(
        _is_said(number, plain, start, end)
        for number, stretches in _stretches_by_sign(spaced).items()
        for start, end in stretches
    )


def _stretches_by_sign(text: str) -> dict[int, list[tuple[int, int]]]:
    """Where each sign may be said: around the words it needs first, if all it needs is there."""
    written = _written(text)
    places: defaultdict[int, list[int]] = defaultdict(list)
    for word, start, _ in _FIRST.find_matches_as_indexes(written, overlapping=True):
        for number in _BY_FIRST_WORD[word]:
            places[number].append(start)
    found = {}
    for number, starts in places.items():
        # A capital that is two small letters shifts what stands behind it: all of the text then.
        around = _around(starts) if len(written) == len(text) else [(0, len(written))]
        able = [one for one in around if _has_what_it_needs(number, written[slice(*one)])]
        if able:
            found[number] = able
    return found


def _around(starts: Sequence[int]) -> list[tuple[int, int]]:
    """Stretches of a text about these places, in order; those that touch are one."""
    stretches: list[tuple[int, int]] = []
    for start in starts:
        begin = max(0, start - _REACH_CHARS)
        if stretches and begin <= stretches[-1][1]:
            begin = stretches.pop()[0]
        stretches.append((begin, start + _REACH_CHARS))
    return stretches


def _written(text: str) -> str:
    return text.lower().replace("’", "'")


def _plain(text: str) -> str:
    return folded(text).replace("’", "'")


def _has_what_it_needs(number: int, written: str) -> bool:
    return all(any(map(written.__contains__, some)) for some in _SIGNS[number].needs[1:])


def _is_said(number: int, plain: str, start: int, end: int) -> bool:
    pattern, _, unless_before, unless_in_sentence = _SIGNS[number]
    for place in pattern.finditer(plain, start, end):
        # What stands behind the stretch may say otherwise.
        match = pattern.match(plain, place.start())
        if match is None or _PROGRAM.search(_line_around(plain, match)):
            continue
        if "year" in pattern.groupindex and not _is_birth_of_a_minor(match["year"]):
            continue
        before = _sentence_before(plain, match.start())
        if unless_before is not None and unless_before.search(before):
            continue
        if unless_in_sentence is None or not unless_in_sentence.search(
            before + match.group() + _sentence_after(plain, match.end())
        ):
            return True
    return False


def _is_birth_of_a_minor(year: str) -> bool:
    this_year = datetime.now(UTC).year
    return this_year - MAJORITY_YEARS < int(year) <= this_year


def _sentence_before(plain: str, end: int) -> str:
    start = max(0, end - _CHARS_AROUND)
    return plain[max(start, *(plain.rfind(mark, start, end) + 1 for mark in _SENTENCE_ENDS)) : end]


def _sentence_after(plain: str, start: int) -> str:
    after = plain[start : start + _CHARS_AROUND]
    return re.split(r"[.!?\n]", after, maxsplit=1)[0]


def _line_around(plain: str, match: re.Match[str]) -> str:
    start = max(plain.rfind("\n", 0, match.start()) + 1, match.start() - _CHARS_AROUND)
    end = plain.find("\n", match.end())
    return plain[start : min(len(plain) if end < 0 else end, match.end() + _CHARS_AROUND)]
