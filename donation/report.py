"""The retention report: what was kept, what was removed and why; taking rows out, and back in."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product

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
        """The kinds of rows, largest first, with a few examples."""
        places: dict[str, list[Place]] = {}
        for place in self._offered():
            places.setdefault(place.family, []).append(place)
        return [
            Family(
                family,
                len(found),
                sum(self._is_removed(place.row) for place in found),
                [self._row(place) for place in found[:: max(1, len(found) // EXAMPLES)][:EXAMPLES]],
            )
            for family, found in sorted(places.items(), key=lambda item: -len(item[1]))
        ]

    def family_ids(self) -> list[str]:
        """The kinds of rows, largest first."""
        counts = Counter(place.family for place in self._offered())
        return [family for family, _ in counts.most_common()]

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

    def page(self, number: int, *, family: str = "", search: str = "") -> Page:
        """A page of rows, 1 the first; those of one family or with a text in them."""
        places = self._matching(family, search)
        pages = max(1, -(-len(places) // PAGE_ROWS))
        number = min(max(1, number), pages)
        shown = places[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]
        return Page([self._row(place) for place in shown], number, pages, len(places))

    def remove(self, *, rows: Iterable[int] = (), family: str = "", search: str = "") -> int:
        """Take rows out: some by number, or all that match. Out: how many changed."""
        return self._mark(dict.fromkeys(self._chosen(rows, family, search), True))

    def restore(self, *, rows: Iterable[int] = (), family: str = "", search: str = "") -> int:
        """Take rows back in. Out: how many changed."""
        return self._mark(dict.fromkeys(self._chosen(rows, family, search), False))

    def keep(self, shown: Iterable[int], kept: Iterable[int]) -> int:
        """Of the rows that were shown keep these and take the others out, as one change."""
        wanted = set(kept)
        return self._mark({row: row not in wanted for row in self._chosen(shown, "", "")})

    def kept_lines(self) -> Iterator[bytes]:
        """Every row that is offered and not taken out, as it is stored."""
        rows = {place.row for place in self._offered() if not self._is_removed(place.row)}
        return (line.rstrip(b"\n") for place, line in self._draft.lines() if place.row in rows)

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        before = self.donation.removed_before
        return before is not None and self._store(bytes(before), None)

    def _chosen(self, rows: Iterable[int], family: str, search: str) -> list[int]:
        if family or search:
            return [place.row for place in self._matching(family, search)]
        offered = {place.row for place in self._offered()}
        return [row for row in rows if row in offered]

    def _offered(self) -> list[Place]:
        if self.donation.stage == Stage.CONFIRMED:
            return self._draft.places
        return [place for place in self._draft.places if not place.is_sensitive]

    def _matching(self, family: str, search: str) -> list[Place]:
        offered = self._offered()
        if search:
            is_in, rows = finder(search), {place.row for place in offered}
            offered = [
                place for place, line in self._draft.lines() if place.row in rows and is_in(line)
            ]
        return [place for place in offered if not family or place.family == family]

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
