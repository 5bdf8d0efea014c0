"""Spotify: songs liked, things kept in the library, songs and artists banned.

Facts: formats/spotify. `YourLibrary.json` is one object of lists: `tracks` are the liked songs,
`albums`, `artists`, `shows` and `episodes` were saved (the weaker reading of keeping something),
`bannedTracks` and `bannedArtists` were hidden: the rare explicit no (unverified). It holds no date.
What was listened to or searched, and playlists, judge nothing. Titles are others' public words.
"""

import re
from collections.abc import Iterator
from typing import Any

from filters.formats.dates import is_under_age, iso
from filters.formats.json import Item, documents, items
from filters.interaction import Interaction, Label, Option, Passage, Signal
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread

_LISTS: dict[str, tuple[Signal, Label]] = {
    "tracks": ("like", "good"),
    "albums": ("save", "good"),
    "artists": ("save", "good"),
    "shows": ("save", "good"),
    "episodes": ("save", "good"),
    "audiobooks": ("save", "good"),
    "bannedtracks": ("hide", "bad"),
    "bannedartists": ("hide", "bad"),
}
_JUDGES_NOTHING = frozenset({"other"})
_KEYS = "tracks|albums|artists|shows|episodes|audiobooks|bannedTracks|bannedArtists|other"
_CATALOGUE = (
    r"(?:spotify:|https?://open\.spotify\.com/)(track|album|artist|show|episode|audiobook)[:/]"
)
_CATALOGUED = re.compile(_CATALOGUE)
_PUBLIC_ID = re.compile(_CATALOGUE + r"([0-9A-Za-z]{22})(?![0-9A-Za-z])")

reader = Reader(
    "spotify",
    version=1,
    title="Spotify",
    signals={"one_source": ("like",), "unverified": ("save", "hide", "star")},
)


# By its name too, where it does not hold these keys: an age must not go unread.
@reader.identity("userdata.json", decode=documents)
@reader.identity(
    "userdata.json", decode=documents, telling=True,
    signature=r'"createdFromFacebook"\s*:|"facebookUid"\s*:|"mobileOperator"\s*:',
)  # fmt: skip
def user(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The account. An archive of a child is refused."""
    born = _day(document.get("birthdate"))
    if born is not None and is_under_age(AGE_OF_CONSENT, *born):
        raise ArchiveProblem(Problem.MINOR, "spotify")
    known = knowledge.identities
    known.add("handles", document.get("username"))
    known.add("emails", document.get("email"))
    known.add("phones", document.get("mobileNumber"))
    known.add("addresses", document.get("postalCode"))


@reader.identity("identity.json", decode=documents, signature='"tasteMaker"\\s*:', telling=True)
def identity(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The public profile: the name others see."""
    names = [document.get(key) for key in ("displayName", "firstName", "lastName")]
    knowledge.identities.add("names", *names)
    if isinstance(names[1], str) and isinstance(names[2], str):
        knowledge.identities.add("names", f"{names[1]} {names[2]}")


@reader.identity(
    "follow.json", decode=items, family="contacts", telling=True,
    signature='"userIs(?:Following|FollowedBy|Blocking)"\\s*:',
)  # fmt: skip
def follow(item: Item, knowledge: Knowledge) -> None:
    """People who follow each other: names they chose, often their own."""
    if isinstance(item.value, str):
        knowledge.identities.add("handles", item.value)


@reader.identity("useraddress.json", "duonewfamily.json", decode=documents, family="contacts")
def address(document: dict[str, Any], knowledge: Knowledge) -> None:
    """Where the donor lives."""
    parts = ("address", "street", "addressLine1", "addressLine2", "city", "postal_code_extra")
    knowledge.identities.add("addresses", *(document.get(part) for part in parts))


@reader.identity("playlist[0-9]*.json", decode=items, family="playlists")
def playlist(item: Item, knowledge: Knowledge) -> None:
    """A playlist: of interest for the names of those who made it together, and for nothing else."""
    together = item.value.get("collaborators") if isinstance(item.value, dict) else None
    for one in together if isinstance(together, list) else ():
        names = one.values() if isinstance(one, dict) else (one,)
        knowledge.identities.add("handles", *names)


@reader.signal("yourlibrary*.json", decode=items, family="library")
@reader.signal(
    decode=items, family="library",
    signature=(
        rf'(?s)\A\s*\{{\s*"(?:{_KEYS})"\s*:\s*(?:\[|null).{{0,60000}}?'
        r'(?:"spotify:(?:track|album|artist|show|episode)|"banned(?:Tracks|Artists)"\s*:)'
    ),
)  # fmt: skip
def kept(item: Item, _: Knowledge) -> Iterator[Finding]:
    """One song, album, artist, show or episode, liked, saved or banned."""
    if item.key is None or item.value is None:
        return
    if item.key.casefold() in _JUDGES_NOTHING:
        yield SetAside("library", "no_preference")
        return
    if item.key.casefold() not in _LISTS:
        yield Unread("library", "list")
        return
    signal, label = _LISTS[item.key.casefold()]
    if not isinstance(item.value, dict | str) or not item.value:
        yield Unread("library", "work")
        return
    of = item.value if isinstance(item.value, dict) else {"name": item.value}
    uri = of.get("uri") or of.get("trackUri")
    titles = [of.get(key) for key in ("track", "name", "album", "artist", "show", "publisher")]
    title = " · ".join(dict.fromkeys(one for one in titles if isinstance(one, str) and one))
    reference = _public(uri) if isinstance(uri, str) else None
    # An artist is a person, and a file of the donor's own may be named after anybody: it has an
    # address too, which is none of the catalogue's.
    is_work = "artist" not in item.key.casefold() and (
        not isinstance(uri, str) or _CATALOGUED.match(uri) is not None
    )
    yield Interaction(
        platform="spotify",
        family="library",
        kind="binary",
        signal=signal,
        options=(Option(label, Passage(title or None, "work" if is_work else "other", "public")),),
        object_type="music",
        object_ref=reference,
    )


@reader.signal(
    "podcastinteractivityratedshow*.json", decode=items, family="ratings",
    signature='"ratedShows"\\s*:',
)  # fmt: skip
def rated_show(item: Item, _: Knowledge) -> Iterator[Finding]:
    """One to five stars for a podcast."""
    row = item.value
    number = float(row["rating"])
    if not 1 <= number <= 5:
        yield Unread("ratings", "rating")
        return
    name = row.get("showName") if isinstance(row.get("showName"), str) else None
    yield Interaction(
        platform="spotify",
        family="ratings",
        kind="rating",
        signal="star",
        value=(number - 3) / 2,
        scale="1-5",
        options=(Option("unlabelled", Passage(name, "work", "public")),),
        object_type="music",
        at=iso(row.get("ratedAt")),
    )


def _public(uri: str) -> str | None:
    """The public id of a work; a file of the donor's own has none."""
    found = _PUBLIC_ID.match(uri)
    return None if found is None else f"spotify:{found[1]}:{found[2]}"


def _day(written: Any) -> tuple[int, int, int] | None:
    parts = written[:10].split("-") if isinstance(written, str) else ()
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    year, month, day = map(int, parts)
    return year, month, day


# Last, so that the rows above see their own files first.
reader.ignore(
    "streaminghistory*.json", "streaming_history_*.json", "endsong*.json", family="history",
    telling=True, signature=r'"ms_?[pP]layed"\s*:',
)  # fmt: skip
reader.ignore(
    "searchqueries.json", "inferences.json", "payments.json", "marquee.json", "wrapped20*.json",
    "userprompts.json", "yoursoundcapsule.json", "identifiers.json", "messagedata*.json",
    "podcastinteractivity*.json", "carthingdata.json", "voiceinput.json",
    "spotify account data/**.json", "spotify extended streaming history/**.json",
    "spotify technical log information/**.json", family="account",
)  # fmt: skip
