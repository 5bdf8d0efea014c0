"""Several files of one account, some of which hold the same acts: each act is one, and none is lost."""

import json
from typing import Any

import pytest

from filters.archive.archive import Source
from filters.reader import Choices
from tests.filters.reading import read, zipped

EVERYTHING = Choices(me=frozenset({"Camille"}), all_private_chats=True)
FOLDER = "your_instagram_activity/likes"


def liked(*seconds: int, link: bool = True) -> Source:
    """Likes on Instagram, one at each second."""
    rows = [
        {"title": "noor", "string_list_data": [
            {"timestamp": at, "value": "👍"}
            | ({"href": f"https://www.instagram.com/p/Ab{at}/"} if link else {})
        ]}
        for at in seconds
    ]  # fmt: skip
    return zipped({f"{FOLDER}/liked_posts.json": {"likes_media_likes": rows}})


def chat(*messages: str, name: str = "Noor") -> Source:
    """One chat of Telegram, with one message of the donor's a minute."""
    return zipped(
        {
            "result.json": {
                "name": name, "type": "personal_chat", "id": 7,
                "messages": [
                    {"id": n, "type": "message", "date": "2024-01-01T10:00:00", "from": "Camille",
                     "date_unixtime": str(1_704_103_200 + 60 * n), "from_id": "user1", "text": text}
                    for n, text in enumerate(messages)
                ],
            }
        }
    )  # fmt: skip


def x_liked(*numbers: int, words: str = "Bien vu") -> Source:
    rows = [{"like": {"tweetId": str(n), "fullText": words}} for n in numbers]
    return zipped({"data/like.js": f"window.YTD.like.part0 = {json.dumps(rows)}"})


OLD, NEW = 1_700_000_003, 1_710_000_005


@pytest.mark.parametrize(
    ("sources", "acts", "twice"),
    [
        ((liked(OLD, OLD + 1), liked(OLD, OLD + 1, NEW)), 3, 2),
        ((liked(OLD, link=False), liked(OLD, NEW, link=False)), 2, 1),
        ((liked(OLD), liked(NEW), liked(NEW + 1)), 3, 0),
        ((x_liked(1, 2), x_liked(2, 3, words="Ce qui en reste")), 3, 1),
        ((chat("oui", "oui"), chat("oui", "oui", "non")), 3, 2),
        ((chat("oui"), chat("oui", name="Sacha")), 2, 0),
    ],
    ids=["references", "seconds only", "parts", "words that changed", "messages", "two chats"],
)
def test_what_two_files_hold_is_kept_once(
    sources: tuple[Source, ...], acts: int, twice: int
) -> None:
    kept, outcome = read(*sources, choices=EVERYTHING)
    assert len(kept) == acts
    dropped = {f: n for (rule, f), n in outcome.tally.removed.items() if rule == "quality"}
    assert sum(dropped.values()) == twice
    assert outcome.tally.read.total() == acts + twice


def test_in_one_file_what_looks_alike_is_not_the_same() -> None:
    assert len(read(liked(OLD, OLD, link=False))[0]) == 2
    kept, _ = read(liked(OLD, OLD, link=False), liked(OLD, OLD, OLD, link=False))
    assert len(kept) == 3


def test_what_cannot_be_told_apart_is_kept() -> None:
    """Reactions without a date, in two parts of one export."""

    def part(name: str, count: int) -> Source:
        row: dict[str, Any] = {"timestamp": 1, "data": [{"reaction": {"reaction": "LOVE"}}]}
        return zipped({f"comments_and_reactions/likes_and_reactions_{name}.json": [row] * count})

    assert len(read(part("1", 2), part("2", 3))[0]) == 5
