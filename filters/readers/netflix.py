"""Netflix: thumbs and stars on titles, and titles the donor said (not) to be interested in.

Facts: formats/netflix. CSV with English headings in every language. Several profiles share an
account: the donor says which is theirs, the acts of the others are counted and left out; those of
a children's profile always are. Thumbs are 0 none, 1 down, 2 up, 3 two thumbs up (2 and 3 are yet
to be confirmed: both are read as a thumb up). `My List` is a list of things to watch, and judges
nothing. Titles are others' public words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from filters.formats.csv import rows
from filters.formats.dates import iso, pattern
from filters.formats.numbers import decimal
from filters.interaction import Interaction, Label, Option, Passage, Signal
from filters.reader import (
    Finding,
    Knowledge,
    Question,
    Reader,
    SetAside,
    Unread,
    folded_name,
)

_THUMBS: dict[str, tuple[Signal, Label, float]] = {
    "1": ("thumb_down", "bad", -1.0),
    "2": ("thumb_up", "good", 0.5),
    "3": ("thumb_up", "good", 1.0),
}
_NO_THUMB = ("", "0")
_STARS_MOST = 5.0
_YES = frozenset({"true", "1", "yes", "y", "t"})
_NO = frozenset({"false", "0", "no", "n", "f"})
_NAMES = ("first name", "last name", "account owner", "name")
_HEADING = r'\A(?:\xef\xbb\xbf)?"?'
_DAY_LAYOUTS = ("%m/%d/%Y", "%d/%m/%Y")


@dataclass
class Notes:
    """The profiles of the account, in the order they were met."""

    profiles: dict[str, None] = field(default_factory=dict)
    children: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    """Folded names of the donor's profiles."""


def prepare(knowledge: Knowledge) -> None:
    """Find out which profile is the donor's: the only one, the one they named, or ask."""
    notes: Notes = knowledge.notes
    adults = [name for name in notes.profiles if folded_name(name) not in notes.children]
    if len(adults) == 1:
        notes.own = {folded_name(adults[0])}
        return
    notes.own = {folded_name(name) for name in adults if knowledge.is_own(name)}
    if adults and not notes.own:
        knowledge.questions.append(Question("author", "netflix", tuple(adults[:200])))


reader = Reader(
    "netflix",
    version=1,
    title="Netflix",
    notes=Notes,
    prepare=prepare,
    signals={"confirmed": ("thumb_up", "thumb_down", "star"), "unverified": ("like", "hide")},
)


@reader.identity("profiles/profiles.csv", decode=rows, telling=True)
@reader.identity(
    "profiles.csv", decode=rows,
    telling=True, signature=_HEADING + r"Profile Name\b[^\n]*(?:Profile Creation|Max Stream)",
)  # fmt: skip
def profile(row: dict[str, str], knowledge: Knowledge) -> None:
    """One profile of the household, perhaps a child's."""
    name = row["profile name"]
    _meet(row, knowledge)
    knowledge.identities.add("emails", *(v for k, v in row.items() if "email" in k and "@" in v))
    for key, value in row.items():
        is_for_children = "kid" in key or "child" in key
        if (is_for_children and value.strip().casefold() in _YES) or (
            "maturity" in key and value.casefold() in ("kids", "little kids", "older kids")
        ):
            knowledge.notes.children.add(folded_name(name))


@reader.identity("account/accountdetails.csv", decode=rows, family="account", telling=True)
@reader.identity(
    "accountdetails.csv", decode=rows, family="account",
    signature=_HEADING + r"First Name\b[^\n]*Last Name\b[^\n]*Country [Oo]f Sign", telling=True,
)  # fmt: skip
def account(row: dict[str, str], knowledge: Knowledge) -> None:
    """Whoever holds the account."""
    known = knowledge.identities
    for key, value in row.items():
        if "email" in key:
            known.add("emails", value)
        elif "phone" in key:
            known.add("phones", value)
        elif "address" in key and "ip" not in key.split():
            known.add("addresses", value)
        elif key in _NAMES:
            known.add("names", value)
    known.add("names", f"{row.get('first name', '')} {row.get('last name', '')}")


def _meet(row: dict[str, str], knowledge: Knowledge) -> None:
    """Note whose act a row is, before anything is read."""
    name = row.get("profile name", "").strip()
    if name and name not in knowledge.notes.profiles:
        knowledge.notes.profiles.setdefault(name)
        knowledge.identities.add("names", name)


@reader.signal("content_interaction/ratings*.csv", decode=rows, family="ratings", learn=_meet)
@reader.signal(
    "ratings.csv", decode=rows, family="ratings", learn=_meet,
    signature=_HEADING + r"[^\n]*\b(?i:Thumbs Value|Star Value)\b",
)  # fmt: skip
def rating(row: dict[str, str], knowledge: Knowledge) -> Iterator[Finding]:
    """A thumb, or one to five stars until 2017, on one title."""
    if (refused := _not_own(row, knowledge, "ratings")) is not None:
        yield refused
        return
    kind = row.get("rating type", "").strip().casefold()
    kind = kind or ("star" if _digits(row.get("star value")) != "0" else "thumb")
    signal: Signal
    label: Label
    if kind.startswith("thumb"):
        thumb = _digits(row["thumbs value"])
        if thumb in _NO_THUMB:
            yield SetAside("ratings", "no_preference")
            return
        if thumb not in _THUMBS:
            yield Unread("ratings", "thumbs value")
            return
        signal, label, value = _THUMBS[thumb]
        scale = "1-3"
    elif kind.startswith("star"):
        stars = _digits(row["star value"])
        if stars in _NO_THUMB:
            yield SetAside("ratings", "no_preference")
            return
        number = decimal(stars)
        if not 0 < number <= _STARS_MOST:
            yield Unread("ratings", "star value")
            return
        signal, label, value, scale = "star", "unlabelled", max((number - 3) / 2, -1.0), "1-5"
    else:
        yield Unread("ratings", "rating type")
        return
    yield Interaction(
        platform="netflix",
        family="ratings",
        kind="rating",
        signal=signal,
        value=value,
        scale=scale,
        options=(Option(label, Passage(_title(row, "title name"), "work", "public")),),
        object_type="film",
        at=_day(row.get("event utc ts") or row.get("region view date") or ""),
    )


@reader.signal("indicatedpreferences*.csv", decode=rows, family="preferences", learn=_meet)
@reader.signal(
    decode=rows, family="preferences", learn=_meet,
    signature=_HEADING + r"[^\n]*\b(?i:Is Interested)\b",
)  # fmt: skip
def preference(row: dict[str, str], knowledge: Knowledge) -> Iterator[Finding]:
    """A title the donor said they are, or are not, interested in. To have seen it says nothing."""
    if (refused := _not_own(row, knowledge, "preferences")) is not None:
        yield refused
        return
    said = row["is interested"].strip().casefold()
    if not said:
        yield SetAside("preferences", "no_preference")
        return
    if said not in _YES | _NO:
        yield Unread("preferences", "is interested")
        return
    yield Interaction(
        platform="netflix",
        family="preferences",
        kind="binary",
        signal="like" if said in _YES else "hide",
        options=(
            Option(
                "good" if said in _YES else "bad", Passage(_title(row, "show"), "work", "public")
            ),
        ),
        object_type="film",
        at=_day(row.get("event date", "")),
    )


@reader.signal(
    "content_interaction/mylist*.csv", "mylist.csv", decode=rows, family="my_list", learn=_meet,
    signature=_HEADING + r"Profile Name\b[^\n]*Title Add Date",
)  # fmt: skip
def listed(_row: dict[str, str], _: Knowledge) -> Iterator[Finding]:
    """A title to watch one day: no judgement of it."""
    yield SetAside("my_list", "no_preference")


def _not_own(row: dict[str, Any], knowledge: Knowledge, family: str) -> SetAside | None:
    """Why an act of another profile, or of nobody knows whose, is left out."""
    name = _folded(row["profile name"])
    if name in knowledge.notes.children:
        return SetAside(family, "R7")
    return None if name in knowledge.notes.own else SetAside(family, "R3")


@lru_cache(256)
def _folded(name: str) -> str:
    return folded_name(name)


def _digits(value: str | None) -> str:
    """A number as a spreadsheet may have rewritten it: `2.0` or `2,0` is `2`."""
    number = (value or "").strip()
    return number.removesuffix(".0").removesuffix(",0") if number else "0"


def _title(row: dict[str, str], key: str) -> str | None:
    return row[key].strip() or None


@lru_cache(4096)
def _point(day: str) -> float | None:
    found = iso(day)
    for layout in _DAY_LAYOUTS:
        found = found if found is not None else pattern(day, layout)
    return found


def _day(written: str) -> float | None:
    """The day of `2021-10-10 20:50:47`, or of the older `10/10/2021`."""
    return _point(written.strip().split("T")[0].split(" ")[0])


# Last, so that the rows above see their own files first.
reader.ignore(
    "content_interaction/viewingactivity*.csv", family="history", telling=True,
    signature=_HEADING + r"Profile Name\W{1,3}Start Time\W{1,3}Duration",
)  # fmt: skip
reader.ignore("netflixviewinghistory*.csv", "viewingactivity.csv", family="history", telling=True)
reader.ignore(
    "messages/messagessentbynetflix*.csv", family="messages_received", telling=True,
    signature=_HEADING + r"Profile Name\W{1,3}Sent Utc Ts",
)  # fmt: skip
reader.ignore(
    "content_interaction/interactivetitles*.csv", "content_interaction/playbackrelatedevents*.csv",
    "content_interaction/searchhistory*.csv", "clickstream/**.csv", "ip_addresses/**.csv",
    "devices/devices.csv", "payment_and_billing/**.csv", "customer_service/**.csv",
    "social_media_connections/**.csv", "surveys/*survey*.csv", "games/gameplay*.csv",
    "profiles/avatarhistory.csv",
    "profiles/parentalcontrols*.csv", "account/subscriptionhistory.csv", "account/termsofuse.csv",
    "account/extramembers.csv", "account/accessanddevices.csv", family="account",
)  # fmt: skip
