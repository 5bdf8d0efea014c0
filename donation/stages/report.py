"""The retention report: what was kept, what was removed and why; taking rows out, and back in."""

import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from operator import attrgetter

import msgspec
from django.db import transaction

from donation import cards, draft
from donation.draft import Place
from donation.models import Donation, Stage
from filters.interaction import Retained

PAGE_ROWS = 25
EXAMPLES = 3
LONGEST = 10
_MOST_SEARCHED = 200
_MOST_ACCENTS = 6
_MARKED = (Stage.REPORT, Stage.CONFIRMED)
"""Where rows may be marked: before the donor confirms, and when they change what they gave."""


class Row(msgspec.Struct, frozen=True):
    """One row as it is shown."""

    number: int
    record: Retained
    family: str
    is_removed: bool


class Family(msgspec.Struct, frozen=True):
    """Rows of one kind."""

    id: str
    count: int
    removed: int
    examples: list[Row]


class Chat(msgspec.Struct, frozen=True):
    """The rows of one conversation."""

    number: int
    title: str
    """What the donor calls it; empty when that is not known, or not any more."""
    platform: str
    count: int
    removed: int
    first: str
    last: str
    """The quarters of its first and last row, as `2026-Q2`; empty when no row has one."""


class Wanted(msgspec.Struct, frozen=True):
    """Which rows are meant: those of one kind, from one conversation, with a text in them."""

    family: str = ""
    chat: int = 0
    search: str = ""

    def __bool__(self) -> bool:
        """Whether it means anything less than every row."""
        return bool(self.family or self.chat or self.search)


EVERY = Wanted()


class Removed(msgspec.Struct, frozen=True):
    """What one rule removed, over all file families."""

    rule: str
    count: int


class Headline(msgspec.Struct, frozen=True):
    """The three numbers. `found` is always `kept` plus `removed`."""

    found: int
    kept: int
    removed: int
    by_donor: int
    """How many of the removed the donor took out."""


class Page(msgspec.Struct, frozen=True):
    """A page of rows."""

    rows: list[Row]
    number: int
    pages: int
    total: int


class ChatPage(msgspec.Struct, frozen=True):
    """A page of conversations."""

    chats: list[Chat]
    number: int
    pages: int
    total: int


class Report:
    """The rows of one donation, in stage report or confirmed. Raises vault.Unopenable."""

    def __init__(self, donation: Donation) -> None:
        self.donation = donation
        self._draft = draft.Draft(donation)
        self._removed = bytes(donation.removed)

    def __enter__(self) -> "Report":
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the draft."""
        self._draft.__exit__()

    def headline(self) -> Headline:
        """The three numbers at the head."""
        offered = self._offered()
        by_donor = sum(self._is_removed(place.row) for place in offered)
        by_rules = sum(row["count"] for row in self.donation.numbers["removed"])
        return Headline(
            found=len(offered) + by_rules,
            kept=len(offered) - by_donor,
            removed=by_rules + by_donor,
            by_donor=by_donor,
        )

    def families(self) -> list[Family]:
        """The kinds of rows, largest first, with a few examples, drawn once for all."""
        places: dict[str, list[Place]] = {}
        for place in self._offered():
            places.setdefault(place.family, []).append(place)
        return [
            Family(
                family,
                len(found),
                sum(self._is_removed(place.row) for place in found),
                [self._row(place) for place in self._drawn(family, found)],
            )
            for family, found in sorted(places.items(), key=lambda item: -len(item[1]))
        ]

    def _drawn(self, family: str, places: list[Place]) -> list[Place]:
        chance = random.Random(f"{self.donation.pk} {family}")  # noqa: S311 - no secret
        return sorted(chance.sample(places, min(EXAMPLES, len(places))))

    def family_ids(self, chat: int = 0) -> list[str]:
        """The kinds of rows, largest first: of all rows, or of those from one conversation."""
        counts = Counter(p.family for p in self._offered() if not chat or p.chat == chat)
        return [family for family, _ in counts.most_common()]

    def chats(self, number: int = 1, search: str = "", most: int = PAGE_ROWS) -> ChatPage:
        """A page of the conversations rows are from, largest first: all, or those with a text in
        their title. One without a title is found by its number.
        """
        offered = self._offered()
        counts = Counter(map(attrgetter("chat"), offered))
        del counts[0]
        titles, wanted = draft.titles(self.donation), folded(search)
        if wanted:
            for chat in list(counts):
                if wanted not in (folded(_title(titles, chat)) or str(chat)):
                    del counts[chat]
        largest = sorted(counts, key=lambda chat: (-counts[chat], chat))
        number, pages, here = _cut(number, len(largest), most)
        places: dict[int, list[Place]] = {chat: [] for chat in largest[here]}
        for place in offered:
            if place.chat in places:
                places[place.chat].append(place)
        chats = [self._chat(_title(titles, chat), found) for chat, found in places.items()]
        return ChatPage(chats, number, pages, len(largest))

    def _chat(self, title: str, places: list[Place]) -> Chat:
        quarters = [place.period for place in places if place.period]
        return Chat(
            places[0].chat,
            title,
            places[0].family.partition(":")[0],
            len(places),
            sum(self._is_removed(place.row) for place in places),
            min(quarters, default=""),
            max(quarters, default=""),
        )

    def has_chats(self) -> bool:
        """Whether any row is from a conversation."""
        return any(place.chat for place in self._offered())

    def chat(self, number: int) -> Chat | None:
        """One conversation, if any row is from it."""
        places = self._matching(Wanted(chat=number)) if number else []
        return self._chat(_title(draft.titles(self.donation), number), places) if places else None

    def removed_by_rule(self) -> list[Removed]:
        """What the rules removed, in the order of the rules."""
        counts: Counter[str] = Counter()
        for row in self.donation.numbers["removed"]:
            counts[row["rule"]] += row["count"]
        return [Removed(rule, counts[rule]) for rule in sorted(counts)]

    def longest(self) -> list[Row]:
        """The rows with the most words: those carry most risk."""
        offered = sorted(self._offered(), key=lambda place: -place.length)
        return [self._row(place) for place in offered[:LONGEST]]

    def cards_left(self) -> int:
        """How many confirmation cards the donor has not answered."""
        return sum(not card.is_answered for card in cards.of(self._draft, self.donation))

    def sensitive_count(self) -> int:
        """Rows on special categories: kept only with a tick of their own."""
        return sum(place.is_sensitive for place in self._draft.places)

    def platform_of(self, row: int) -> str:
        """Which platform a row comes from; empty for a row that is not offered."""
        found = (place.family for place in self._offered() if place.row == row)
        return next(found, "").partition(":")[0]

    def private_count(self) -> int:
        """The donor's own messages from conversations they ticked, not taken out."""
        return sum(
            place.is_private and not self._is_removed(place.row) for place in self._offered()
        )

    def page(self, number: int, wanted: Wanted = EVERY) -> Page:
        """A page of the rows that are meant, 1 the first."""
        places = self._matching(wanted)
        number, pages, here = _cut(number, len(places), PAGE_ROWS)
        return Page([self._row(place) for place in places[here]], number, pages, len(places))

    def remove(self, wanted: Wanted = EVERY, *, rows: Iterable[int] = ()) -> int:
        """Take rows out: all that are meant, or some by number. Out: how many changed."""
        return self._mark(dict.fromkeys(self._chosen(rows, wanted), True))

    def restore(self, wanted: Wanted = EVERY, *, rows: Iterable[int] = ()) -> int:
        """Take rows back in. Out: how many changed."""
        return self._mark(dict.fromkeys(self._chosen(rows, wanted), False))

    def keep(self, shown: Iterable[int], kept: Iterable[int]) -> int:
        """Of the rows that were shown keep these and take the others out, as one change."""
        wanted = set(kept)
        return self._mark({row: row not in wanted for row in self._chosen(shown, EVERY)})

    def kept_lines(self) -> Iterator[bytes]:
        """Every row that is offered and not taken out, as it is stored."""
        rows = {place.row for place in self._offered() if not self._is_removed(place.row)}
        return (line.rstrip(b"\n") for place, line in self._draft.lines() if place.row in rows)

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        before = self.donation.removed_before
        return before is not None and self._store(bytes(before), None)

    def _chosen(self, rows: Iterable[int], wanted: Wanted) -> list[int]:
        if wanted:
            return [place.row for place in self._matching(wanted)]
        offered = {place.row for place in self._offered()}
        return [row for row in rows if row in offered]

    def _offered(self) -> list[Place]:
        if self.donation.stage == Stage.CONFIRMED:
            return self._draft.places
        return [place for place in self._draft.places if not place.is_sensitive]

    def _matching(self, wanted: Wanted) -> list[Place]:
        found = self._offered()
        if wanted.family:
            found = [place for place in found if place.family == wanted.family]
        if wanted.chat:
            found = [place for place in found if place.chat == wanted.chat]
        if not wanted.search:
            return found
        is_in, rows = finder(wanted.search), bytearray(len(self._draft.places))
        for place in found:
            rows[place.row] = 1
        return [place for place, line in self._draft.lines() if rows[place.row] and is_in(line)]

    def _row(self, place: Place) -> Row:
        return Row(place.row, self._draft.record(place), place.family, self._is_removed(place.row))

    def _is_removed(self, row: int) -> bool:
        return draft.is_removed(self._removed, row)

    def _mark(self, wanted: Mapping[int, bool]) -> int:
        """In: rows, and whether each is to be out."""
        while self.donation.stage in _MARKED:
            bits = bytearray(self._removed)
            changed = 0
            for row, is_out in wanted.items():
                if self._is_removed(row) != is_out:
                    bits[row >> 3] ^= 1 << (row & 7)
                    changed += 1
            # Another tab of the donor's may come in between: then theirs is taken in, and again.
            if not changed or self._store(bytes(bits), self._removed):
                return changed
        return 0

    def _store(self, bits: bytes, before: bytes | None) -> bool:
        with transaction.atomic():
            stored = Donation.objects.filter(
                pk=self.donation.pk, stage__in=_MARKED, removed=self._removed
            ).update(removed=bits, removed_before=before)
        self.donation.refresh_from_db(fields=["stage", "removed", "removed_before"])
        self._removed = bytes(self.donation.removed)
        return stored == 1


def _cut(number: int, total: int, most: int) -> tuple[int, int, slice]:
    """The page that is asked for or the nearest there is, of how many, and what it shows."""
    pages = max(1, -(-total // most))
    number = min(max(1, number), pages)
    return number, pages, slice((number - 1) * most, number * most)


def _title(titles: list[str], chat: int) -> str:
    return titles[chat - 1] if 0 < chat <= len(titles) else ""


def folded(title: str) -> str:
    """A title as it is looked for: no accents, no capitals."""
    plain = unicodedata.normalize("NFD", title)
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold().strip()


def finder(search: str) -> Callable[[bytes], bool]:
    """Whether a stored line holds what was typed, in capitals or not.

    Over the bytes as they lie: decoding and folding a hundred thousand lines takes a second. ASCII
    is folded by `bytes.lower`; of other letters each case is looked for.
    """
    cases = [
        (character.lower(),) if character.isascii() else (character.lower(), character.upper())
        for character in search[:_MOST_SEARCHED]
    ]
    few = sum(len(case) > 1 for case in cases) <= _MOST_ACCENTS
    typed = product(*cases) if few else [[c[0] for c in cases], [c[-1] for c in cases]]
    wanted = [msgspec.json.encode("".join(letters))[1:-1].lower() for letters in typed]
    return lambda line: any(one in low for low in (line.lower(),) for one in wanted)
