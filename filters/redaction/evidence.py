"""People's names that no single sign gives away: signs that add up.

The language model knows names by their capital and by careful prose; who writes "j'ai vu kaaris
avec lena" gives it neither. Each sign below is weak and is worth points; a word is masked when they
reach the threshold. An ordinary word of the language, a town or a brand is no candidate at all.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from filters.language import is_everyday
from filters.redaction.code import is_code
from filters.redaction.identities import folded
from filters.redaction.lexicon import (
    FIRST_NAMES,
    NAMES_THAT_ARE_WORDS,
    NOT_PEOPLE,
    PUBLIC_NAMES,
    RARER_NAMES,
    SURNAMES,
    Lexicon,
    is_scrawl,
)
from filters.redaction.likeness import Likeness
from filters.redaction.outcome import Span
from filters.redaction.short_replies import is_reply_word

ENOUGH = 1.5
_WORD = re.compile(
    r"(?<![\w@#/.\-])(?<!\w['’])(?:[dDlLjJ]['’]|[qQ]u['’])?([^\W\d_]{3,24}(?:-[^\W\d_]{2,24})?)(?![\w@/\-]|['’](?!s(?!\w))\w)"
)
"""In single quotes too, and before an English genitive."""
_NEIGHBOUR = re.compile(r",?[ ]?([\w'’]+)")
_JOINED = re.compile(r"[ ](?:and|et|&)[ ]([A-ZÀ-ÖØ-Þ][^\W\d_]{2,24})")

_RESEMBLES, _RESEMBLES_LITTLE = 0.5, 0.25
"""Likeness from which a word resembles names."""
_RESEMBLES_NOTHING = -0.2
_NEAR_PEOPLE_WORDS = (
    "merci bravo "
    "avec chez pauvre cher chere croise croiser croisee rencontre rencontrer vu appele "
    "appeler embrasse embrasser epouse epouser marie invite inviter remercie remercier salue "
    "surnomme prenomme copain copine pote cousin cousine frere soeur oncle tante tonton tata "
    "mamie papi voisin voisine collegue with dear poor met called named married hugged thanks"
)
_NEAR_PEOPLE = frozenset(_NEAR_PEOPLE_WORDS.split())
"""Words before a name, seldom before a thing without an article."""
_KIN_WORDS = (
    "bf gf bff boyfriend girlfriend partner fiance fiancee husband hubby wife brother "
    "bro sister sis son daughter mum mom dad cousin uncle aunt nephew niece friend "
    "bestie mate roommate flatmate housemate boss manager coworker colleague neighbour "
    "neighbor teacher landlord landlady copain copine mec meuf pote mari femme frere "
    "frerot soeur fils fille cousine oncle tante coloc voisin voisine collegue patron "
    "patronne chef cheffe daron daronne neveu ami amie prof proprio conjoint conjointe"
)
_KIN = frozenset(_KIN_WORDS.split())
_OWNERS_WORDS = "my our your his her their mon ma mes ton ta son sa notre votre leur"
_OWNERS = frozenset(_OWNERS_WORDS.split())
_VERBS_TOO = frozenset(
    ["said", "hope", "will", "sue", "mark", "grant", "rob", "aime", "pat", "bill"]
)
"""Behind "my sister", what she does and not who she is."""
_NAME_BEFORE = frozenset(["name", "named", "called", "prenom", "nom", "appelle"])
"""What a word in capitals stands behind that is a name and no acronym."""
_OF_A_PLACE = frozenset(["san", "santa", "sao"])
_TITLES = frozenset(["mr", "mrs", "mme", "mlle", "monsieur", "madame", "docteur", "dr", "maitre"])
_BEFORE_NAMES_WORDS = (
    "a de d' et ou par pour que qu' comme sur contre apres c'est cest y'a entre selon "
    "and or by for than like after between against from to of"
)
_BEFORE_NAMES = frozenset(_BEFORE_NAMES_WORDS.split())
_BEFORE_THINGS_WORDS = (
    "le la les l' un une des ce cet cette ces mon ma mes ton ta tes son sa ses notre nos "
    "votre vos leur leurs du au aux en quel quelle chaque plusieurs the a an this that these "
    "those my your his her our their some any every"
)
_BEFORE_THINGS = frozenset(_BEFORE_THINGS_WORDS.split())
_TAKEN_UP = frozenset(["il", "elle"])
"""Spoken French takes up its subject: "Kevin il dort"."""
_ONLY_PEOPLE_DO_WORDS = "il elle s'est m'a t'a l'a nous vous lui dit disait he she says told said"
_ONLY_PEOPLE_DO = frozenset(_ONLY_PEOPLE_DO_WORDS.split())
_THERE = frozenset(["y", "ya"])
"""Before "a": "y a Kevin" names without an article, "y a du monde" has one."""
_AFTER_NAMES_WORDS = "est etait a avait va vient veut peut fait sera is was has had wants will"
_AFTER_NAMES = frozenset(_AFTER_NAMES_WORDS.split())
_NAMES = FIRST_NAMES | SURNAMES
_ANY_NAMES = FIRST_NAMES | RARER_NAMES
_DOES_AS_PEOPLE = re.compile(
    r"[ ](?:ils?|elles?|lui|dit|disait|says|told|said|(?:s['’]est|[mtl]['’]a)|"
    r"(?:nous|vous)[ ](?:a|avait|dit)|est|[ée]tait|avait|va|vient|veut|peut|fait|sera|"
    r"a(?![ ](?:demain|bient[ôo]t|plus|toute?|la|ce|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche)\b))(?![\w'’])",
    re.IGNORECASE,
)
"""Behind a word of a reply that is a name too: "parfait m'a dit", not "parfait, il marche"."""
_OF = frozenset(["de", "d'", "du", "of"])
_PLACES_WORDS = (
    "rue place avenue boulevard quai lycee college ecole gare ville quartier commune village "
    "region departement arrondissement pays ile lac mont chateau eglise hotel stade aeroport "
    "station marche groupe film serie jeu livre album marque club street road city town river "
    "lake hotel"
)
_PLACES = frozenset(_PLACES_WORDS.split())
"""What a name after "de" belongs to: then it is the place's or the work's."""


_PARTICLES = (
    r"(?:(?:de la|de los|van der|van den|de|du|des|le|la|van|von|el|al|ben|da|dos|di|del)[ ]|"
    r"[dn]['’])"
)
_SURNAME = re.compile(
    rf"[ ](?:(?-i:[A-Z])\.?[ ])?{_PARTICLES}?([^\W\d_]{{2,24}})"
    r"(?:-(?:le |la |du |de )?([^\W\d_]{2,24}))?(?![\w@])",
    re.IGNORECASE,
)
_TAKEN_BY_A_PRONOUN = re.compile(
    r".+-(?:moi|toi|nous|vous|les?|la|lui|ce|ils?|elles?|je|tu|on|y|en)", re.IGNORECASE
)
"""A verb: "aide-moi", "est-ce"."""
_SECOND = re.compile(r"[ ](?:[A-Z]\.?[ ])?([^\W\d_a-zà-öø-ÿ][^\W\d_]{2,24})(?!\w)")
_MOST_SURNAMES = 3


def with_surnames(
    text: str, people: Sequence[Span], lexicon: Lexicon, likeness: Likeness
) -> list[Span]:
    """The same people, each with the surnames that follow, or the one that stands before."""
    return [
        Span(_start(text, p, lexicon), _end(text, p.end, lexicon, likeness), p.type) for p in people
    ]


_SURNAME_FIRST = re.compile(
    r"(?<![\w@#/.'’\-])([^\W\d_][^\W\d_'’\-]{2,24}(?:[\-'’][^\W\d_]{2,24})?),?[ ]$"
)
_SURNAME_CHARS = 54
_LEAST_CAPITALS = 4


def _start(text: str, person: Span, lexicon: Lexicon) -> int:
    """Where a name begins that is written surname first, as in lists: "DURAND Louise"."""
    first = re.split(r"[\s\-]", text[person.start : person.end])[0]
    is_first_name = folded(first) in FIRST_NAMES
    if not is_first_name and not first.istitle():
        return person.start
    before = _SURNAME_FIRST.search(text[max(0, person.start - _SURNAME_CHARS) : person.start])
    if before is None:
        return person.start
    word, plain = before[1], folded(before[1])
    if (
        plain in NOT_PEOPLE
        or plain in FIRST_NAMES
        or is_everyday(word.casefold())
        or is_scrawl(plain)
    ):
        return person.start
    is_known = plain in SURNAMES or plain in RARER_NAMES
    if word.isupper() and not text.isupper():
        is_surname = len(word) >= _LEAST_CAPITALS and (
            is_known or (is_first_name and not lexicon.knows(word))
        )
    else:
        is_titled = word.istitle() and text[person.start].isupper() and "," not in before.group()
        is_surname = is_titled and is_first_name and is_known and not lexicon.knows(word)
    return person.start - len(before.group()) if is_surname else person.start


def _end(text: str, end: int, lexicon: Lexicon, likeness: Likeness) -> int:
    for _ in range(_MOST_SURNAMES):
        surname = _SURNAME.match(text, end)
        if surname is None or _TAKEN_BY_A_PRONOUN.fullmatch(surname.group().lstrip()):
            break
        if not _is_surname(surname[1], lexicon, likeness):
            break
        end = surname.end()
    return end


def _is_surname(word: str, lexicon: Lexicon, likeness: Likeness) -> bool:
    plain = folded(word)
    if plain in SURNAMES:
        return plain not in NOT_PEOPLE or word[0].isupper()
    if plain in NOT_PEOPLE or lexicon.holds(word):
        return False
    if plain in RARER_NAMES and (word.istitle() or not lexicon.knows(word)):
        return True
    if lexicon.knows(word):
        return False
    as_name = likeness.of(plain.title())
    if word.istitle() and likeness.of(plain) is None:
        # What nobody ever wrote in small letters, with a capital behind a name.
        return as_name is None or as_name > _RESEMBLES_NOTHING
    if as_name is None:
        return False
    return as_name >= _RESEMBLES_LITTLE


class _Word(NamedTuple):
    start: int
    end: int
    plain: str
    """Without capitals and accents."""
    before: str
    earlier: str
    """The word before the one before."""
    after: str
    is_capitalised: bool
    """Though it opens no sentence."""
    begins_pair: bool
    """With a capital, before another unusual word with one: the shape of a full name."""
    opens: bool
    """A sentence: a bare noun that does is seldom a thing's, which has an article."""
    with_name: bool
    """With a capital, and joined by "and" to a name."""


def likely_people(
    text: str,
    masked: Sequence[Span],
    other: Sequence[tuple[int, int]],
    lexicon: Lexicon,
    likeness: Likeness,
) -> list[Span]:
    """Words that are likely names.

    In: what is masked already, and what the model takes for a place or an organisation.
    """
    people = []
    for word in _candidates(text, lexicon):
        if any(span.start < word.end and word.start < span.end for span in masked):
            continue
        points = _by_itself(word, likeness) + _by_neighbours(word)
        if any(start < word.end and word.start < end for start, end in other):
            points -= 0.5
        if points >= ENOUGH:
            people.append(Span(word.start, word.end, "PERSON"))
    return people


def could_be_name(word: str, lexicon: Lexicon) -> bool:
    """Whether this is no ordinary word, or one that is also a first name."""
    if folded(word) in NAMES_THAT_ARE_WORDS:
        return not is_everyday(word.lower())
    return not lexicon.knows(word)


def _candidates(text: str, lexicon: Lexicon) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span(1)
        written = match[1]
        if not could_be_name(written, lexicon):
            continue
        plain = folded(written)
        if (
            plain in NOT_PEOPLE
            or plain in _OF_A_PLACE
            or is_code(text, start, end)
            or _has_odd_capital(written)
        ):
            continue
        if is_scrawl(plain) or _TAKEN_BY_A_PRONOUN.fullmatch(written):
            continue
        if is_reply_word(text, start, end) and not _DOES_AS_PEOPLE.match(text, end):
            continue
        before = [folded(w) for w in _NEIGHBOUR.findall(text[max(0, start - 30) : start])[-2:]]
        if written.isupper() and not (text.isupper() or _NAME_BEFORE.intersection(before[-1:])):
            continue
        after = _NEIGHBOUR.match(text, end)
        head = text[max(0, match.start() - 3) : match.start()].rstrip(" \"'«(")
        opens = not head or head[-1] in ".!?\n:"
        found.append(
            _Word(
                start,
                end,
                plain,
                before[-1] if before and text[start - 1] in " '’" else "",
                before[0] if len(before) > 1 else "",
                folded(after[1]).replace("’", "'") if after else "",
                written[0].isupper() and not opens,
                written[0].isupper() and _is_pair(text, end, lexicon),
                opens,
                written[0].isupper() and _is_joined(text, end),
            )
        )
    return found


def _has_odd_capital(written: str) -> bool:
    """A unit's or a program's: "mAh", "kWh"."""
    return written[0].islower() and not written.islower()


def _is_joined(text: str, end: int) -> bool:
    joined = _JOINED.match(text, end)
    return joined is not None and folded(joined[1]) in _ANY_NAMES


def _is_pair(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether an unusual capitalised word follows, perhaps behind an initial."""
    second = _SECOND.match(text, end)
    if second is None:
        return False
    return folded(second[1]) not in NOT_PEOPLE and not lexicon.knows(second[1])


def _by_itself(word: _Word, likeness: Likeness) -> float:
    """What the word is worth wherever it stands."""
    points = 0.5 if word.is_capitalised else 0.0
    if word.plain in NAMES_THAT_ARE_WORDS:
        return points + 0.5
    if word.plain in PUBLIC_NAMES:
        return points + ENOUGH
    if word.plain in _NAMES or word.plain in RARER_NAMES:
        points += 1.5 if word.begins_pair else 1.0
    as_name, as_word = likeness.of(word.plain.title()), likeness.of(word.plain)
    if as_name is not None and as_name >= _RESEMBLES:
        points += 1.5
    elif as_name is not None and as_name > _RESEMBLES_NOTHING and as_word is None:
        points += 1.0  # Only ever written with a capital.
    elif as_name is not None and as_name >= _RESEMBLES_LITTLE:
        points += 0.75
    elif as_name is None and as_word is None:
        points += 0.5
    elif as_word is not None and as_word != as_name:
        points -= 0.5  # In lower case it is something else than with a capital.
    return points


def _is_presented(word: _Word) -> bool:
    """Behind "y a" or "ya", without an article."""
    return word.before == "ya" or (word.before == "a" and word.earlier in _THERE)


def _by_neighbours(word: _Word) -> float:
    points = 0.0
    if word.before in _TITLES:
        points += 2.0
    elif word.before in _NEAR_PEOPLE or _is_presented(word):
        points += 1.0
    elif word.before in _BEFORE_NAMES:
        points += 0.5
    elif word.before in _BEFORE_THINGS:
        points -= 1.5
    elif word.before in FIRST_NAMES:
        points += 1.5
    if word.before in _KIN and word.earlier in _OWNERS and word.plain not in _VERBS_TOO:
        points += 1.0
    if word.before in _OF_A_PLACE or (word.before in _OF and word.earlier in _PLACES):
        points -= 3.0 if word.before in _OF_A_PLACE else 1.5
    if word.with_name:
        points += 1.0
    return points + _by_what_follows(word)


def _by_what_follows(word: _Word) -> float:
    if word.after in _TAKEN_UP:
        return 1.5
    if word.after in _ONLY_PEOPLE_DO or word.after in _NAMES:
        return 1.0
    if word.after in _AFTER_NAMES:
        return 1.0 if word.opens else 0.5
    return 0.0
