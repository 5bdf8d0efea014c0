"""One file under two names: what stands in both is counted once, and said to be given twice."""

import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

from filters.archive.archive import Source, open_paths
from filters.outcome import Outcome
from filters.reader import Choices
from tests.filters.reading import read, zipped

CHAT = "12/03/2024 à 14:24 - Noor : la loutre\n12/03/2024 à 14:25 - Camille : devant le parc\n"
IN_CHATS = Choices(me=frozenset({"Camille"}), all_private_chats=True)


def likes(*numbers: int) -> str:
    rows = [{"like": {"tweetId": str(n), "fullText": "Bien vu"}} for n in numbers]
    return "window.YTD.like.part0 = " + json.dumps(rows)


def votes(*posts: str) -> str:
    lines = (f"{post},https://www.reddit.com/r/france/comments/{post}/,up" for post in posts)
    return "\n".join(("id,permalink,direction", *lines))


def instagram(*seconds: int) -> dict[str, Any]:
    """Likes of posts that are not named: only their times tell them apart."""
    liked = [
        {"title": "x", "string_list_data": [{"timestamp": 1_600_000_000 + at, "value": "👍"}]}
        for at in seconds
    ]
    return {"likes_media_likes": liked}


def comment(text: str) -> list[dict[str, Any]]:
    time = {"timestamp": 1_600_000_000}
    return [{"string_map_data": {"Comment": {"value": text}, "Time": time}}]


TWICE: dict[str, tuple[str, str, Any, int]] = {
    "x": ("data/like.js", "data/like (1).js", likes(1, 2), 2),
    "reddit": ("post_votes.csv", "post_votes (1).csv", votes("a1", "b2"), 2),
    "instagram": (
        "your_instagram_activity/likes/liked_posts.json",
        "your_instagram_activity/likes/liked_posts (1).json",
        instagram(0, 1, 2),
        3,
    ),
    "another_name": ("data/like.js", "mes likes.js", likes(1, 2), 2),
    "whatsapp": (
        "Discussion WhatsApp avec Noor.txt",
        "Discussion WhatsApp avec Noor (1).txt",
        CHAT,
        1,
    ),
}


def in_a_zip(files: dict[str, Any], _: Path) -> list[Source]:
    return [zipped(files)]


def in_a_tar(files: dict[str, Any], _: Path) -> list[Source]:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
        for name, content in files.items():
            member, written = tarfile.TarInfo(name), as_bytes(content)
            member.size = len(written)
            tar.addfile(member, io.BytesIO(written))
    return [Source(buffer, "export.tgz")]


def in_a_folder(files: dict[str, Any], folder: Path) -> list[Source]:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(as_bytes(content))
    return open_paths([folder])


def as_bytes(content: Any) -> bytes:
    return content.encode() if isinstance(content, str) else json.dumps(content).encode()


def repeated(outcome: Outcome) -> int:
    items = outcome.tally.as_report()["items"]
    assert items["read"] == items["kept"] + items["dropped"]
    return sum(n for (rule, _), n in outcome.tally.removed.items() if rule == "quality")


@pytest.mark.parametrize("given", [in_a_zip, in_a_tar, in_a_folder])
@pytest.mark.parametrize("case", TWICE)
def test_a_file_that_lies_there_under_two_names_is_counted_once(
    case: str, given: Any, tmp_path: Path
) -> None:
    name, again, content, acts = TWICE[case]
    kept, outcome = read(*given({name: content, again: content}, tmp_path), choices=IN_CHATS)
    assert (len(kept), repeated(outcome)) == (acts, acts)


def test_a_chat_that_lies_there_twice_is_offered_once() -> None:
    name, again, content, _ = TWICE["whatsapp"]
    _, outcome = read(zipped({name: content, again: content}), choices=IN_CHATS)
    assert len(outcome.private_chats) == 1


def test_a_file_given_three_times_was_given_twice_too_often() -> None:
    names = ("data/like.js", "data/like (1).js", "data/like (2).js")
    kept, outcome = read(zipped(dict.fromkeys(names, likes(1, 2))))
    assert (len(kept), repeated(outcome)) == (2, 4)


def test_files_that_hold_nothing_are_no_repetition() -> None:
    files = {f"data/{name}.js": likes() for name in ("like", "like (1)")}
    kept, outcome = read(zipped({"data/like-part1.js": likes(1), **files}))
    assert (len(kept), repeated(outcome)) == (1, 0)


def test_a_part_of_the_same_bytes_is_not_missing() -> None:
    files = {f"data/like{part}.js": likes(1, 2) for part in ("", "-part1", "-part2")}
    _, outcome = read(zipped({**files, "data/like-part3.js": likes(3)}))
    assert outcome.missing == ()


def test_chats_of_the_same_length_are_two_chats() -> None:
    other = CHAT.replace("la loutre", "le castor")
    assert len(other) == len(CHAT)
    files = {"Discussion WhatsApp avec Noor.txt": CHAT, "Discussion WhatsApp avec Zoé.txt": other}
    kept, outcome = read(zipped(files), choices=IN_CHATS)
    assert (len(kept), repeated(outcome)) == (2, 0)


@pytest.mark.parametrize("given", [in_a_zip, in_a_tar, in_a_folder])
def test_a_later_copy_in_one_archive_brings_only_what_is_new(given: Any, tmp_path: Path) -> None:
    files = {"data/like.js": likes(1, 2), "data/like (1).js": likes(1, 2, 3)}
    kept, outcome = read(*given(files, tmp_path))
    assert {one.object_ref for one in kept} == {f"x:post:{n}" for n in (1, 2, 3)}
    assert (len(kept), repeated(outcome)) == (3, 2)


@pytest.mark.parametrize("mark", [" (1)", "(2)", " - Copie", " - copy"])
def test_a_copy_is_known_by_its_mark(mark: str) -> None:
    files = {"post_votes.csv": votes("a1", "b2"), f"post_votes{mark}.csv": votes("b2", "c3")}
    kept, _ = read(zipped(files))
    assert len(kept) == 3


@pytest.mark.parametrize("mark", ["_1", "-part2", "_2", "-2"])
def test_parts_are_no_copies(mark: str) -> None:
    # Likes of what is not named, in one second, are several likes.
    folder = "your_instagram_activity/likes"
    files = {
        f"{folder}/liked_posts.json": instagram(0, 0, 1),
        f"{folder}/liked_posts{mark}.json": instagram(0, 2),
    }
    kept, outcome = read(zipped(files))
    assert (len(kept), repeated(outcome)) == (5, 0)


def test_what_only_looks_like_a_copy_loses_nothing() -> None:
    """Files whose names bear the mark, without the first of them there."""
    files = {
        "data/like (1).js": likes(1, 2),
        "your_instagram_activity/comments/post_comments_1.json": comment("Bravo"),
        "your_instagram_activity/comments/reels_comments (1).json": {
            "comments_reels_comments": comment("Bravo")
        },
    }
    kept, outcome = read(zipped(files))
    assert (len(kept), repeated(outcome)) == (4, 0)


def test_where_the_folder_says_whose_it_is_the_same_bytes_are_of_two_channels() -> None:
    said = "ID,Timestamp,Contents,Attachments\n1,2024-05-06 07:08:09,J'arrive,\n"
    files = {f"messages/c{number}/messages.csv": said for number in (123, 124)}
    ours = Choices(all_private_chats=True)
    kept, outcome = read(zipped(files), choices=ours)
    assert (len(kept), len(outcome.private_chats), repeated(outcome)) == (2, 2, 0)
    again = {"messages/c123/messages (1).csv": said}
    kept, outcome = read(zipped({**files, **again}), choices=ours)
    assert (len(kept), repeated(outcome)) == (2, 1)
