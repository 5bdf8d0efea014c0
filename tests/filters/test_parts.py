"""An export in several parts: all are read, and a part that was not given is named."""

import json
from typing import Any

import pytest

from tests.filters.reading import read, zipped


def script(name: str, *records: Any) -> str:
    return f"window.YTD.{name}.part0 = {json.dumps(records)}"


def likes(*numbers: int) -> str:
    return script("like", *({"like": {"tweetId": str(n), "fullText": "Bien vu"}} for n in numbers))


def manifest(*names: str) -> str:
    files = [{"fileName": name, "count": "1"} for name in names]
    kinds = {"like": {"files": files}, "ad": {"files": [{"fileName": "data/ad-engagements.js"}]}}
    return "window.__THAR_CONFIG = " + json.dumps(
        {"userInfo": {"accountId": "1", "userName": "moi"}, "dataTypes": kinds}
    )


def test_parts_in_one_zip_and_in_two_are_one_export() -> None:
    together = zipped({"data/like.js": likes(1, 2), "data/like-part1.js": likes(3)})
    apart = (zipped({"data/like.js": likes(1, 2)}), zipped({"data/like-part1.js": likes(3)}))
    assert len(read(together)[0]) == len(read(*apart)[0]) == 3
    assert read(together)[1].missing == read(*apart)[1].missing == ()


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (["like.js", "like-part2.js"], ["like-part1.js"]),
        (["like-part1.js"], ["like.js"]),
        (["like.js", "like-part1.js", "like-part2.js"], []),
        (["like.js"], []),
    ],
)
def test_a_gap_in_the_numbering_is_named(given: list[str], missing: list[str]) -> None:
    _, outcome = read(zipped({f"data/{name}": likes(n) for n, name in enumerate(given)}))
    assert [part.name for part in outcome.missing] == missing
    assert {part.family for part in outcome.missing} <= {"likes"}


def test_a_file_that_only_the_manifest_knows_is_named_when_it_would_have_been_read() -> None:
    listed = manifest("data/like.js", "data/like-part1.js")
    _, outcome = read(zipped({"data/like.js": likes(1), "data/manifest.js": listed}))
    assert [part.name for part in outcome.missing] == ["like-part1.js"]


@pytest.mark.parametrize(
    ("stated", "unread"),
    [("2", 0), ("3", 1), ("1", 1), ("0", 1), ("plenty", 0), (None, 0), ("9" * 5000, 0)],
)
@pytest.mark.parametrize("name", ["data/like.js", "renamed.js"])
def test_a_file_of_another_size_than_the_manifest_states_is_counted(
    name: str, stated: str | None, unread: int
) -> None:
    file = {"fileName": "data/like.js", "globalName": "YTD.like.part0", "count": stated}
    listed = {"userInfo": {"accountId": "1"}, "dataTypes": {"like": {"files": [file]}}}
    kept, outcome = read(
        zipped(
            {
                name: likes(1, 2),
                "data/manifest.js": "window.__THAR_CONFIG = " + json.dumps(listed),
            }
        )
    )
    assert len(kept) == 2
    assert outcome.tally.unknown["x@1", "likes", "manifest"] == unread
    assert outcome.tally.unknown.total() == unread


def test_a_file_that_breaks_off_is_counted_as_such_whatever_the_manifest_states() -> None:
    file = {"fileName": "data/like.js", "globalName": "YTD.like.part0", "count": "3"}
    listed = "window.__THAR_CONFIG = " + json.dumps({"dataTypes": {"like": {"files": [file]}}})
    broken = likes(1, 2, 3)[:-40]
    kept, outcome = read(zipped({"data/like.js": broken, "data/manifest.js": listed}))
    assert len(kept) == 2
    assert outcome.tally.unknown["x@1", "likes", "end"] == 1
    assert not outcome.tally.unknown["x@1", "likes", "manifest"]


def test_a_hostile_manifest_puts_none_of_its_words_in_the_report() -> None:
    listed = manifest("data/like-part<script>Camille.js", "data/like-part\u202eelliac.js")
    _, outcome = read(zipped({"data/like.js": likes(1), "data/manifest.js": listed}))
    assert {part.name for part in outcome.missing} <= {"(likes)"}


def test_a_gap_between_files_the_donor_named_says_nothing_of_their_names() -> None:
    chat = "[12/03/2024, 14:23:05] Camille: bonjour\n[12/03/2024, 14:24:05] Marie: salut\n"
    numbers = (1, 3)
    _, outcome = read(zipped({f"marie-dupont-{n}.txt": chat for n in numbers}))
    assert outcome.missing == ()


def test_zips_with_root_folders_of_their_own_have_no_gap_between_them() -> None:
    first = zipped({"one/data/like.js": likes(1), "one/data/like-part1.js": likes(2)})
    second = zipped({"two/data/like-part2.js": likes(3)})
    kept, outcome = read(first, second)
    assert len(kept) == 3
    assert outcome.missing == ()


YOUTUBE = "Takeout/YouTube et YouTube Music/commentaires/commentaires"
OPINION = "Identifiant du commentaire,Horodatage de création du commentaire,Texte du commentaire\n"
THREAD = {"participants": ["Camille", "Noor"], "threadName": "Noor",
          "messages": [{"senderName": "Noor", "timestamp": 1700000000000, "text": "Bonjour"}]}  # fmt: skip


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        # Google numbers its files from the second on.
        ({f"{YOUTUBE}{n}.csv": OPINION for n in ("", "-2")}, []),
        ({f"{YOUTUBE}{n}.csv": OPINION for n in ("", "-2", "-3")}, []),
        ({f"{YOUTUBE}{n}.csv": OPINION for n in ("", "-3")}, ["commentaires-2.csv"]),
        # The numbers of Reddit's parts may have gaps.
        ({f"post_votes_{n}.csv": "id,permalink,direction\nabc,,up\n" for n in (1, 4)}, []),
        # In encrypted chats of Messenger a number counts threads.
        ({f"Noor {n}_{n}.json": THREAD for n in (2, 3)} | {"Noor_4.json": THREAD}, []),
        ({f"messages/inbox/noor_1/message_{n}.json": THREAD for n in (1, 3)}, ["message_2.json"]),
    ],
)
def test_only_a_numbering_of_parts_has_gaps(files: dict[str, Any], missing: list[str]) -> None:
    _, outcome = read(zipped(files))
    assert [part.name for part in outcome.missing] == missing


CONNECTIONS = "First Name,Last Name,URL,Company,Position,Connected On\nA,B,u,c,p,15 Mar 2019\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
    "1,,A B,u,C D,2023-05-03 12:20:31 UTC,,Bonjour,INBOX\n"
)


@pytest.mark.parametrize(
    ("beside", "missing"),
    [
        ({}, ["reactions.csv"]),
        ({"Comments.csv": "Date,Link,Message\n2023-05-03 12:20:31,x,Bravo\n"}, []),
        ({"Reactions.csv": "Date,Type,Link\n"}, []),
        # Only the whole archive has these: the donor never reacted to anything.
        ({"Ad_Targeting.csv": "Member Age\n25-34\n"}, []),
        ({"Logins.csv": "Login Date,IP Address\nx,y\n"}, []),
    ],
)
def test_the_quick_archive_of_linkedin_lacks_what_the_whole_one_holds(
    beside: dict[str, str], missing: list[str]
) -> None:
    files = {"Connections.csv": CONNECTIONS, "messages.csv": MESSAGES, **beside}
    _, outcome = read(zipped(files))
    assert [(part.platform, part.name) for part in outcome.missing] == [
        ("linkedin", name) for name in missing
    ]


LIKED = json.dumps(
    [{"header": "YouTube", "title": "Liked Un film", "titleUrl": "https://www.youtube.com/watch?v=a",
      "time": "2024-05-01T12:00:00Z", "products": ["YouTube"]}]
)  # fmt: skip
STAMP = "takeout-20240501T120000Z"


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ([f"{STAMP}-001.zip", f"{STAMP}-003.zip"], [f"{STAMP}-002.zip"]),
        ([f"{STAMP}-1-001.zip", f"{STAMP}-1-002.zip"], []),
        ([f"{STAMP}-003 (1).zip"], [f"{STAMP}-001.zip", f"{STAMP}-002.zip"]),
        ([f"{STAMP}-001.zip"], []),
        (["takeout-20240501T120000Z-001.zip", "takeout-20230501T120000Z-001.zip"], []),
        (["mon archive-002.zip"], []),
        ([""], []),
    ],
)
def test_a_zip_that_is_missing_between_those_of_takeout_is_named_once(
    given: list[str], missing: list[str]
) -> None:
    names = ["Takeout/My Activity/YouTube/MyActivity.json", "Takeout/Maps/My labeled places/a.json"]
    sources = [
        zipped({names[number % 2]: LIKED if number % 2 == 0 else "{}"})._replace(name=name)
        for number, name in enumerate(given)
    ]
    assert [part.name for part in read(*sources)[1].missing] == [one.lower() for one in missing]


def test_zips_of_takeout_that_hold_nothing_are_parts_of_it_all_the_same() -> None:
    empty = zipped({})._replace(name=f"{STAMP}-002.zip")
    full = [
        zipped({"Takeout/My Activity/YouTube/MyActivity.json": LIKED})._replace(
            name=f"{STAMP}-00{number}.zip"
        )
        for number in (1, 3)
    ]
    assert read(*full, empty)[1].missing == ()
