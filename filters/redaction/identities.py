"""The archive's own dictionary: the donor and the people around them, masked wherever named.

Built from what the readers found, in memory, gone with the job. Matching ignores case and accents;
a first or last name alone is enough, but one that is also an everyday word only counts when it is
capitalised.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from filters.language import is_everyday
from filters.reader import Identities
from filters.redaction.outcome import Span

_ENTITIES = (
    ("addresses", "ADDRESS"), ("names", "PERSON"), ("handles", "HANDLE"), ("emails", "EMAIL"),
)  # fmt: skip
"""The fields of the identities that are looked for by spelling. One that is two is the latter."""
_NEAR_SIZE = 3
_PART_LETTERS = 3
_AMBIGUOUS_WORDS = (
    "aime aimee ange avril belle blanc blanche bon bonne brun cerise chance claire clement "
    "colombe constance court desire douce ete fleur fort france franc grand gros jeune jean "
    "juin juste lac leger lilas long loup lune marche marin mars martin mercier merle moulin "
    "noel noir olive ours page paris parfait perle petit petite pierre plume prudence roi "
    "rose rouge roux sage saint soleil victoire vert vidal ville violette april art bill bob "
    "brown chase china crystal dawn drew faith frank grace grant green harmony heather holly "
    "hope hunter iris ivy jack joy june lily long mark may melody miles old olive pat rich "
    "rob ruby sky summer sunny white will young boulanger berger boucher marchand meunier "
    "chevalier fontaine bonnet renard poulain charpentier tailleur barbier marechal bourgeois "
    "cousin oncle parent voisin bois pont mont riviere vallee port portier potier fevre faure "
    "ferry fay roche rocher croix page baker butler carter cook cooper fisher gardener king "
    "knight mason miller parker porter potter shepherd smith stone taylor turner walker wood "
    "woods hill lake field banks bell bird bush fox wolf ali ben bin guy ray lee may max roy "
    "del des der den von van las los mac mai ami fee mer mur roc sol sun sky day way gay ang "
    "maman papa mom dad mum famille family groupe group amis friends user team équipe equipe"
)
_AMBIGUOUS = frozenset(_AMBIGUOUS_WORDS.split())
_VOWEL = re.compile(r"[aeiouy]")
_SHORT_WORDS_WORDS = (
    "bb bc bd bg bl bp br bz cb cc cd cf ch ck cl cm cp cr cs ct cv dc dl dm dr ds dt dv fb "
    "fc fd fm fr ft gb gf gg gp gr gt hd hs ht jt kg kh km kw lg ls lt mb mc mg ml mm mn mp "
    "mr ms mt mw nb nc nm np nt pc pd ph pk pl pm pn pp pq pr ps pt pv qc qd qq rb rc rd rh "
    "rn rp rt rv sa sc sd sf sk sl sm sn sp sq ss st sv tb tc td tg tj tk tl tm tn tp tr ts "
    "tt tv tx vb vm vp vs vt wc wp ww xd xl xp xs"
)
_SHORT_WORDS = frozenset(_SHORT_WORDS_WORDS.split())
"""Two letters without a vowel that are a unit or a short form of something."""
_NO_DIGIT = re.compile(r"\D")
_NUMBER = re.compile(r"(?<!\d)\d(?:[ .\-/()]{0,3}\d){7,14}(?!\d)")
_SUBSCRIBER_DIGITS = 8
_LEAST_DRAWN = 2
_NEAR_PEOPLE = re.compile(
    r"(?<!\w)(?:avec|chez|merci|salut|coucou|bonjour|bonsoir|hello|slt|cc|bravo|bisous?|bises|with|hi|hey|dear|thanks)[ ,]{1,2}$",
    re.IGNORECASE,
)
"""Before a name, seldom before a thing without an article."""
_COMPOUND = re.compile(r"[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})+")
_WORDS = re.compile(r"[^\W\d_]+")


@lru_cache(4096)
def _folded_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def folded(text: str) -> str:
    """Without case and accents, character by character: offsets stay those of the input."""
    if text.isascii():
        return text.lower()
    return "".join(map(_folded_character, text))


class _Names(NamedTuple):
    """Part of the dictionary: spellings, and what each is of."""

    entities: dict[str, str]
    forms: list[str]
    automaton: AhoCorasick

    @classmethod
    def of(cls, entities: dict[str, str]) -> "_Names":
        forms = list(entities)
        return cls(entities, forms, AhoCorasick(forms, matchkind=MatchKind.Standard))


class Dictionary:
    """Finds the people of one archive in a text."""

    def __init__(
        self, identities: Identities, is_word: Callable[[str], bool] = lambda _: False
    ) -> None:
        """In: whether a word is an ordinary one that nobody is called by ("Julie Plombier")."""
        self.identities = identities
        self._is_word = is_word
        self._size = 0
        self._taken = Identities()
        self._phones: set[str] = set()
        self._parts: list[_Names] = []
        self.update()

    def update(self) -> None:
        """Take in who was added to the identities since: readers meet people while they read on.

        A part is merged with those that came after it once they are near its size, so that ten
        thousand who come one by one are each taken up a dozen times, and a text is looked through
        for a few parts only.
        """
        if self.identities.size == self._size:
            return
        self._size = self.identities.size
        self._phones |= {_subscriber(phone) for phone in self._take("phones")} - {""}
        forms: dict[str, str] = {}
        for field, entity in _ENTITIES:
            for text in self._take(field):
                forms.update(dict.fromkeys(_forms(entity, text), entity))
        while self._parts and len(self._parts[-1].forms) < _NEAR_SIZE * len(forms):
            forms = self._parts.pop().entities | forms
        if forms:
            self._parts.append(_Names.of(forms))

    def _take(self, field: str) -> set[str]:
        taken: set[str] = getattr(self._taken, field)
        added: set[str] = getattr(self.identities, field) - taken
        taken |= added
        return added

    def find(self, text: str) -> list[Span]:
        """Where people of the archive are named; offsets in code points."""
        if not self._parts and not self._phones:
            return []
        plain = folded(text)
        numbers = [
            Span(*match.span(), "PHONE")
            for match in _NUMBER.finditer(plain)
            if _subscriber(match.group()) in self._phones
        ]
        # Overlapping: a longer name that stands in a word must not hide a shorter one.
        found = list(numbers)
        for form, entity, start, found_end in self._named(plain):
            end = _drawn_out(text, plain, start, found_end) if entity == "PERSON" else found_end
            if _stands_alone(plain, start, end) and (
                entity != "PERSON" or self._counts(form, text, start, found_end)
            ):
                found.append(Span(start, end, entity))
        return found

    def _named(self, plain: str) -> Iterator[tuple[str, str, int, int]]:
        for part in self._parts:
            for index, start, end in part.automaton.find_matches_as_indexes(
                plain, overlapping=True
            ):
                form = part.forms[index]
                yield form, part.entities[form], start, end

    def _counts(self, form: str, text: str, start: int, end: int) -> bool:
        """Whether a name is meant, and not the word it also is."""
        if " " in form:
            return True
        if not _is_ambiguous(form) and not self._is_word(form):
            return True
        return text[start].isupper() or bool(
            end - start > 1 and _NEAR_PEOPLE.search(text[max(0, start - 20) : start])
        )


def _forms(entity: str, text: str) -> set[str]:
    """The spellings under which an identity is looked for."""
    whole = " ".join(folded(unicodedata.normalize("NFC", text)).split())
    if entity == "EMAIL":
        return {whole} if "@" in whole else set()
    if entity == "HANDLE":
        return {whole} if len(whole) >= _PART_LETTERS else set()
    if entity == "ADDRESS":
        return _address_forms(whole)
    parts = _WORDS.findall(whole)
    forms = {part for part in parts if len(part) > 1 and not is_everyday(part)}
    if len(parts) > 1 or (parts and len(whole) >= _PART_LETTERS and not is_everyday(whole)):
        forms.add(whole)
    # Surname first, wherever it begins: "Le Goff Marcelle".
    forms.update(" ".join((*parts[at:], *parts[:at])) for at in range(1, min(len(parts), 5)))
    if len(parts) > 1:
        forms.update((" ".join(parts), "-".join(parts), "".join(parts), "".join(reversed(parts))))
    for compound in _COMPOUND.findall(whole):
        # Jean-Pierre is also "jean pierre" and JP.
        pieces = compound.split("-")
        forms.update((compound, " ".join(pieces), "".join(pieces), "".join(p[0] for p in pieces)))
    return forms


_POSTCODE_ON = re.compile(r"[ ,\-]+(?:[a-z]{1,2}-?)?\d{4,5}(?!\w).*")
_HOUSE_NUMBER = re.compile(r"\d{1,4}[ ]?(?:bis|ter|quater|[a-d](?=[ ,]))?,?[ ]")
_LEAST_ADDRESS = 6
_LEAST_STREET = 9


def _address_forms(whole: str) -> set[str]:
    """The address, its street with the number, and without: "rue des lilas" is said too."""
    street = _POSTCODE_ON.sub("", re.split(r"[,;\n(]", whole)[0]).strip()
    number = _HOUSE_NUMBER.match(street)
    forms = {form for form in (whole, street) if len(form) >= _LEAST_ADDRESS and " " in form}
    if number and len(bare := street[number.end() :]) >= _LEAST_STREET and " " in bare:
        forms |= {
            bare,
            f"{number.group().rstrip(' ,')} {bare}",
            f"{number.group().rstrip(' ,')}, {bare}",
        }
    return forms


def _subscriber(phone: str) -> str:
    """The digits of a number without country and area prefix: what its spellings share."""
    digits = _NO_DIGIT.sub("", phone)
    return digits[-_SUBSCRIBER_DIGITS:] if len(digits) >= _SUBSCRIBER_DIGITS else ""


def _is_ambiguous(form: str) -> bool:
    is_short = len(form) < _PART_LETTERS and (form in _SHORT_WORDS or bool(_VOWEL.search(form)))
    return is_short or form in _AMBIGUOUS


def _drawn_out(text: str, plain: str, start: int, end: int) -> int:
    """Where a name ends that is written with more letters: "Annnne" no, "Zoéééé", "les Martins"."""
    drawn = end
    while drawn < len(plain) and plain[drawn] == plain[end - 1] and plain[drawn].isalpha():
        drawn += 1
    if drawn - end >= _LEAST_DRAWN and _is_alone(plain, drawn):
        return drawn
    is_plural = plain[end : end + 1] in ("s", "x") and end - start > _PART_LETTERS
    return end + 1 if is_plural and text[start].isupper() and _is_alone(plain, end + 1) else end


def _is_alone(text: str, end: int) -> bool:
    return not text[end : end + 1].isalnum()


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on at either side; a figure behind a name goes not on with it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    ends = not after.isalnum() or (after.isdigit() and text[start:end].isalpha())
    return ends and not (before.isalnum() and text[start].isalnum())
