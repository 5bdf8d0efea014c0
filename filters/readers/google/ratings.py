"""Stars, thumbs and own words about a place, an application or a work: one form for all."""

import re
from collections.abc import Iterator
from typing import Any

from filters.formats.dates import iso, seconds
from filters.formats.numbers import decimal
from filters.interaction import Interaction, ObjectType, Option, Passage
from filters.reader import Finding, SetAside, Unread

_STARS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "une": 1, "deux": 2, "trois": 3,
          "quatre": 4, "cinq": 5, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "ein": 1,
          "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "een": 1, "twee": 2, "drie": 3, "vijf": 5,
          "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "um": 1, "uma": 1, "dois": 2, "duas": 2,
          "três": 3, "quatro": 4}  # fmt: skip
_NUMBER = re.compile(r"(?<![\d.,-])[1-5](?:[.,]\d{1,3})?(?![\d.,])")
_WORD = re.compile(r"[^\W\d_]+")
_UP = {"up", "haut", "levé", "arriba", "oben", "hoch", "omhoog", "su", "cima", "positive",
       "positif", "like"}  # fmt: skip
_DOWN = {"down", "bas", "baissé", "abajo", "unten", "runter", "omlaag", "giù", "baixo", "negative",
         "négatif", "dislike"}  # fmt: skip


def rated(
    family: str,
    object_type: ObjectType,
    *,
    stars: Any,
    text: Any,
    written: Any,
    title: str | None = None,
    place: str = "",
) -> Iterator[Finding]:
    """One rating, with the donor's own review where there is one; a review alone is a reply."""
    number = _number(stars)
    own = text.strip() if isinstance(text, str) else ""
    if number is None:
        if stars not in (None, "", 0):
            yield Unread(family, "stars")
        elif own:
            yield reply(own, family, written, place)
        else:
            yield SetAside(family, "no_preference")
        return
    is_work = object_type in ("film", "music")
    judged = Option("unlabelled", Passage(title, "work" if is_work else "other", "public"))
    review = (Option("unlabelled", Passage(own, "donor", "public", place)),) if own else ()
    yield Interaction(
        platform="google",
        family=family,
        kind="rating",
        signal="star",
        value=(number - 3) / 2,
        scale="1-5",
        options=(judged, *review),
        object_type=object_type,
        at=time_of(written),
    )


def _number(stars: Any) -> float | None:
    """1 to 5, from a number, digits or a word in the account's language."""
    if isinstance(stars, str):
        if (digits := _NUMBER.search(stars)) is None:
            word = stars.strip().casefold().replace("_", " ").split(" ")[0]
            return _STARS.get(word)
        stars = decimal(digits[0])
    if isinstance(stars, bool) or not isinstance(stars, int | float):
        return None
    return float(stars) if 1 <= stars <= 5 else None


def thumb_of(words: str) -> bool | None:
    """Whether the words say up or down; None when they say neither."""
    said = set(_WORD.findall(words.casefold()))
    if bool(said & _UP) == bool(said & _DOWN):
        return None
    return bool(said & _UP)


def reply(text: str, family: str, written: Any, place: str = "") -> Interaction:
    """The donor's own public words about a place, an application or a work."""
    return Interaction(
        platform="google",
        family=family,
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "public", place)),),
        object_type="place",
        at=time_of(written),
    )


def thumb(*, up: bool, family: str, object_type: ObjectType, at: float | None) -> Interaction:
    """A thumb the donor gave to something whose name is not kept."""
    return Interaction(
        platform="google",
        family=family,
        kind="binary",
        signal="thumb_up" if up else "thumb_down",
        options=(Option("good" if up else "bad", Passage(None, "other", "public")),),
        object_type=object_type,
        at=at,
    )


def first_of(row: dict[str, Any], *keys: str) -> Any:
    """The first of these keys that holds something: their names changed over the years."""
    return next((row[key] for key in keys if row.get(key) not in (None, "")), None)


def time_of(written: Any) -> float | None:
    """A point in time as text, number, or an object of seconds."""
    if isinstance(written, dict):
        written = written.get("seconds")
    return iso(written) or seconds(written)
