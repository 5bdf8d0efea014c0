"""Snapchat: both layouts, the donor's own words only, entities, and HTML refused in words."""

import pytest

from filters.problem import ArchiveProblem, Problem
from filters.reader import Choices
from tests.filters.reading import read, zipped

TICKED = Choices(all_private_chats=True)
ACCOUNT = {"Basic Information": {"Username": "camille_x", "Name": "Camille Exemple"}}
NEW = {
    "noor_x": [
        {"From": "camille_x", "Media Type": "TEXT", "Created": "2024-02-01 10:00:00 UTC", "Content": "l&#39;idée",
         "Conversation Title": None, "IsSender": True, "Created(microseconds)": 1706781600000},
        {"From": "noor_x", "Media Type": "TEXT", "Content": "leurs mots", "IsSender": False},
        {"From": "camille_x", "Media Type": "MEDIA", "Content": None, "IsSender": True},
        {"From": "camille_x", "Media Type": "HOLOGRAM", "Content": "?", "IsSender": True},
        "not a message",
    ],
    "club": [{"From": "camille_x", "Media Type": "TEXT", "Content": "au club", "Conversation Title": "Le club", "IsSender": True}],
    "empty": None,
}  # fmt: skip
OLD = {
    "Received Saved Chat History": [{"From": "noor_x", "Media Type": "TEXT", "Created": "2019-02-01 10:00:00 UTC", "Text": "leurs mots"}],
    "Sent Saved Chat History": [{"To": "noor_x", "Media Type": "TEXT", "Created": "2019-02-01 10:00:00 UTC", "Text": "mes mots"}],
}  # fmt: skip


def test_own_messages_are_kept_only_when_ticked_and_others_never() -> None:
    files = {"json/chat_history.json": NEW, "json/account.json": ACCOUNT}
    kept, outcome = read(zipped(files))
    assert not kept
    assert outcome.tally.removed["R4", "messages"] == 2
    assert outcome.tally.removed["R3", "messages"] == 1
    assert outcome.tally.removed["no_preference", "messages"] == 1
    assert outcome.tally.removed["unknown", "messages"] == 2
    assert {chat.title for chat in outcome.private_chats} == {"noor_x", "Le club"}
    kept, _ = read(zipped(files), choices=TICKED)
    assert [r.candidates[0].content for r in kept] == ["l'idée", "au club"]
    assert kept[0].period == "2024-Q1"


@pytest.mark.parametrize(
    "name", ["json/chat_history.json", "mydata~1/json/chat_history.json", "a.txt"]
)
def test_the_old_layout_has_a_list_for_each_direction(name: str) -> None:
    kept, outcome = read(zipped({name: OLD}), choices=TICKED)
    assert [(r.candidates[0].content, r.period) for r in kept] == [("mes mots", "2019-Q1")]
    assert outcome.tally.removed["R3", "messages"] == 1


def test_pages_alone_are_refused_in_words_and_beside_json_are_passed_over() -> None:
    with pytest.raises(ArchiveProblem) as stopped:
        read(zipped({"html/chat_history.html": "<html>" * 20}))
    assert stopped.value.problem is Problem.HTML_EXPORT
    kept, _ = read(
        zipped({"html/chat_history.html": "<html>", "json/chat_history.json": OLD}), choices=TICKED
    )
    assert len(kept) == 1


@pytest.mark.parametrize("root", ["", "mydata~1700000000000/"])
def test_the_front_page_is_known_where_both_layouts_lie_side_by_side(root: str) -> None:
    names = ("index.html", "html/chat_history.html", "html/account.html", "html/friends.html")
    pages = {f"{root}{name}": "<html><body>Snapchat</body></html>" for name in names}
    files = {f"{root}json/chat_history.json": NEW, f"{root}json/account.json": ACCOUNT}
    _, outcome = read(zipped({**pages, **files}))
    assert ("snapchat@1", "entry", "html") not in outcome.tally.unknown
    assert not [key for key in outcome.tally.unknown if key[1] == "entry"]


def test_the_archive_of_a_child_is_refused() -> None:
    account = {"Basic Information": {"Username": "a", "Birthday": "2020-02-03"}}
    with pytest.raises(ArchiveProblem) as stopped:
        read(zipped({"json/account.json": account, "json/chat_history.json": OLD}))
    assert stopped.value.problem is Problem.MINOR
