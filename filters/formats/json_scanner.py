"""JSON text as a window that moves over it: records, values with their place, what is damaged.

A record is an element of the list at the root or, when the root is an object, an element of a list
that is one of its values, or such a value itself; a list may be null, or an object of one list a
year (formats, rule 5). Records that break a limit are skipped by matching brackets, and reported as
`Damaged`; the records after them are still read. Numbers of more than 4,300 digits and NaN become
null. (Measured against ijson 3.5: its C parser crashes on a 5,000-digit integer and needs gigabytes
for deep nesting; this one is also faster on small records.)
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple, TypeVar

import msgspec

from filters.limits import KIB, Limits

T = TypeVar("T")
_SPACE = re.compile(r"[\s,]*")
_BARE_WORD_END = re.compile(r"[,\]}]")
_BY_YEAR = re.compile(r'\{\s*"(?:19|20)\d\d"\s*:\s*(?:\[|null)')
"""How an object begins that holds a list for each year."""
_BOUNDARY = re.compile(r'\s*,\s*\{\s*"[^"\\]{1,64}"\s*:')
"""What stands between two elements that are objects, and how the second begins."""
_STEP = re.compile(r'["\[\]{}]')
# Possessive: nothing is remembered on the way, so that a text of any length costs no memory.
_IN_TEXT = re.compile(r'(?:[^"\\]++|\\.)*+', re.DOTALL)
_MARGIN = 64
_DEEPEST = 24
"""Objects within objects that `placed` opens; real exports need five."""
SMALLEST_FILL = 256 * KIB
_STRIDE = 32 * KIB
"""As much as is decoded in one step where elements look alike: more would leave the processor's
cache before it is read."""
_MOST_MISSTEPS = 2


class Damaged(NamedTuple):
    """In place of a record that could not be read. `reason` is one of ours, and quotes nothing."""

    reason: str


class Item(NamedTuple):
    """One record and the key of the root object it stands under (None when the root is a list)."""

    key: str | None
    value: Any


class Placed(NamedTuple):
    """One value and the keys that lead to it from the root."""

    path: tuple[str, ...]
    value: Any


OPENED: Any = object()
"""Value of a `Placed` that only says that the next element of an opened list begins."""


def _itself(value: T) -> T:
    return value


def _null(_: str) -> None:
    return None


def _careful_int(digits: str) -> int | None:
    return int(digits) if len(digits) <= 4300 else None


def _scanner(decoder: json.JSONDecoder) -> Callable[[str, int], tuple[Any, int]]:
    """The decoder's C scanner: a value and where it ends, from anywhere in a text."""
    scan: Callable[[str, int], tuple[Any, int]] = decoder.scan_once  # type: ignore[attr-defined]
    return scan


_FAST = _scanner(json.JSONDecoder(parse_constant=_null))
_CAREFUL = _scanner(json.JSONDecoder(parse_constant=_null, parse_int=_careful_int))


_plain = msgspec.json.Decoder().decode
NOT_PLAIN: Any = object()


def plain(text: str | bytes, decode: Callable[[str | bytes], Any] = _plain) -> Any:
    """The value of a text with nothing strange about it, or `NOT_PLAIN`: then the careful way is to
    be tried. Faster than that, and stricter: what it takes, it takes for the same value."""
    try:
        return decode(text)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return NOT_PLAIN


class Scanner:
    """A window over the text: what is before `at` is read, what is after is still to come. One
    subject, what one call leaves off the next goes on with: hence one class."""

    def __init__(self, pieces: Iterator[str], limits: Limits) -> None:
        self._pieces = pieces
        self._limits = limits
        self._window = ""
        self._at = 0
        self._ended = False

    def items(self) -> Iterator[Item | Damaged]:
        """Every record, from here on."""
        opening = self._peek()
        if opening == "[":
            self._at += 1
            yield from self._elements(partial(Item, None))
        elif opening == "{":
            self._at += 1
            yield from self._members()
        elif not self._is_null():
            yield Damaged("root")

    def records(self) -> Iterator[Any]:
        """As `items`, without the keys."""
        if self._peek() == "[":
            self._at += 1
            yield from self._elements(_itself)
        else:
            for item in self.items():
                yield item.value if isinstance(item, Item) else item

    def document(self) -> Any:
        """The root value as one record, or Damaged."""
        self._peek()
        return self.value(self._limits.document_bytes)

    def _is_null(self) -> bool:
        return (
            self._window.startswith("null", self._at) and not self._window[self._at + 4 :].strip()
        )

    def placed(  # noqa: C901, PLR0912 - one loop, no calls within calls: whole accounts pass here
        self, opened: frozenset[tuple[str, ...]]
    ) -> Iterator[Placed | Damaged]:
        """The values from here on, at the root."""
        path: tuple[str, ...] = ()
        within: list[tuple[tuple[str, ...], bool]] = []  # and whether it is an object
        while True:
            opening = self._peek()
            is_element = bool(within) and not within[-1][1]
            if len(path) > _DEEPEST:
                yield self._skipped("depth")
            elif opening == "{" or (opening == "[" and path in opened and not is_element):
                self._at += 1
                within.append((path, opening == "{"))
            elif opening == "[":
                self._at += 1
                yield from self._elements(partial(Placed, path))
            elif not opening:
                yield Damaged("end")
            else:
                value = self.value(self._limits.record_chars)
                yield value if isinstance(value, Damaged) else Placed(path, value)
            while within:
                path, is_object = within[-1]
                opening = self._peek()
                if not is_object and opening not in ("]", ""):
                    if opening == "{":
                        yield Placed(path, OPENED)
                    break
                if is_object and opening != "}":
                    key = self.value(self._limits.record_chars) if opening == '"' else None
                    if isinstance(key, str) and self._peek() == ":":
                        self._at += 1
                        path = (*path, key)
                        break
                    yield self._skipped("end" if not opening else "key")
                else:
                    self._at += 1
                within.pop()
            if not within:
                return

    def _skipped(self, reason: str) -> Damaged:
        if self._peek():
            self._skip()
        return Damaged(reason)

    def value(self, limit_chars: int) -> Any:  # noqa: C901 - each way a value can be wrong
        """The next value, or Damaged: then it has been skipped."""
        scan = _FAST
        while True:
            try:
                value, end = scan(self._window, self._at)
            except StopIteration:
                reason, unfinished = "syntax", True
            except json.JSONDecodeError as error:
                reason = "syntax"
                unfinished = error.pos >= len(self._window) - _MARGIN or "Unterminated" in error.msg
            except RecursionError:
                reason, unfinished = "depth", False
            except ValueError:  # the digits limit of int()
                if scan is _FAST:
                    scan = _CAREFUL
                    continue
                reason, unfinished = "number", False
            else:
                if end < len(self._window) or not self._fill():
                    self._at = end
                    return value
                continue  # a number at the edge of the window may go on
            if unfinished and len(self._window) - self._at < limit_chars and self._fill():
                continue
            if len(self._window) - self._at >= limit_chars:
                reason = "size"
            self._skip()
            return Damaged(reason)

    def _elements(self, place: Callable[[Any], T]) -> Iterator[T | Damaged]:
        """The elements of a list, each with its place; one that is damaged has none."""
        limit_chars = self._limits.record_chars
        boundary, missteps = "", 0
        while True:
            while boundary:
                self._look_ahead()
                stride = self._stride(boundary)
                missteps += stride is None
                yield from map(place, stride or ())
                boundary = boundary if stride else ""
            self._look_ahead()
            try:
                # The short way, for all but the record at the edge of the window.
                start = _SPACE.match(self._window, self._at).end()  # type: ignore[union-attr]
                value, end = _FAST(self._window, start)
                if end < len(self._window):
                    if missteps < _MOST_MISSTEPS:
                        boundary = self._boundary()
                    self._at = end
                    yield place(value)
                    continue
            except (StopIteration, ValueError, RecursionError):
                pass
            opening = self._peek()
            if opening == "]":
                self._at += 1
                return
            if not opening:
                yield Damaged("end")
                return
            value = self.value(limit_chars)
            yield value if isinstance(value, Damaged) else place(value)

    def _look_ahead(self) -> None:
        """Read on before the window ends: an element that it cuts off is tried in vain."""
        if len(self._window) - self._at < _STRIDE and not self._ended:
            self._fill()

    def _boundary(self) -> str:
        """What stands between the last element and the next one: the brackets that close the one,
        and how the other begins. Mostly the same between all, and seldom within one."""
        found = _BOUNDARY.match(self._window, self._at)
        if found is None:
            return ""
        before = self._window[max(0, self._at - _MARGIN) : self._at]
        return before[len(before.rstrip("]} \n\r\t")) :] + found.group()

    def _stride(self, boundary: str) -> list[Any] | None:
        """The elements from here to the last boundary in sight, decoded in one step: none where no
        other is in sight, None where that was no boundary of theirs.

        What decodes as a list are whole elements: within one, brackets would be left open.
        """
        start = _SPACE.match(self._window, self._at).end()  # type: ignore[union-attr]
        found = self._window.rfind(boundary, start, start + _STRIDE)
        if found < 0:
            return []
        cut = found + boundary.index(",")
        elements = plain(f"[{self._window[start:cut]}]")
        if not isinstance(elements, list):
            return None
        self._at = cut
        return elements

    def _members(self, years_of: str | None = None) -> Iterator[Item | Damaged]:
        """The records of an object's lists; `years_of` is the key of a list cut into years."""
        while True:
            opening = self._peek()
            if opening == "}":
                self._at += 1
                return
            key = self.value(self._limits.record_chars) if opening == '"' else Damaged("key")
            if isinstance(key, Damaged) or self._peek() != ":":
                yield Damaged("end" if not opening else "key")
                return
            self._at += 1
            place = partial(Item, years_of or key)
            if self._peek() == "[":
                self._at += 1
                yield from self._elements(place)
            elif years_of is None and self._opens_years():
                self._at += 1
                yield from self._members(years_of=key)
            else:
                value = self.value(self._limits.record_chars)
                if value is not None:  # Null stands for a list without records.
                    yield value if isinstance(value, Damaged) else place(value)

    def _opens_years(self) -> bool:
        if len(self._window) - self._at < _MARGIN:
            self._fill()
        return _BY_YEAR.match(self._window, self._at) is not None

    def _peek(self) -> str:
        """The next character that is neither space nor comma, or nothing at the end."""
        while True:
            found = _SPACE.match(self._window, self._at)
            assert found is not None
            self._at = found.end()
            if self._at < len(self._window):
                return self._window[self._at]
            if not self._fill():
                return ""

    def _fill(self) -> bool:
        """Read on: as much again as is pending, so that a long record is not tried too often."""
        wanted = max(SMALLEST_FILL, len(self._window) - self._at)
        parts = [self._window[self._at :]]
        while wanted > 0 and not self._ended:
            piece = next(self._pieces, None)
            if piece is None:
                self._ended = True
            else:
                parts.append(piece)
                wanted -= len(piece)
        self._window = "".join(parts)
        self._at = 0
        return len(parts) > 1

    def _skip(self) -> None:
        """Pass over one value by its brackets alone, holding no more than a window of it."""
        if self._at >= len(self._window) and not self._refill():
            return
        depth = 0
        is_bare_word = self._window[self._at] not in '"[{'
        if is_bare_word:
            # At least one character: a bracket that closes nothing would be met for ever.
            self._at += 1
        while True:
            step = (_BARE_WORD_END if is_bare_word else _STEP).search(self._window, self._at)
            if step is None:
                self._at = len(self._window)
                if not self._refill():
                    return
                continue
            if is_bare_word:
                self._at = step.start()
                return
            self._at = step.end()
            if step.group() == '"':
                self._skip_text()
            else:
                depth += 1 if step.group() in "[{" else -1
            if depth == 0:
                return

    def _skip_text(self) -> None:
        while True:
            found = _IN_TEXT.match(self._window, self._at)
            assert found is not None
            self._at = found.end()
            if self._at < len(self._window) and self._window[self._at] == '"':
                self._at += 1
                return
            backslash = self._window[self._at :]
            self._at = len(self._window)
            if not self._refill(backslash):
                return

    def _refill(self, keep: str = "") -> bool:
        """Replace the window by the next piece, after `keep`."""
        piece = next(self._pieces, None)
        if piece is None:
            self._ended = True
            self._window, self._at = "", 0
            return False
        self._window, self._at = keep + piece, 0
        return True
