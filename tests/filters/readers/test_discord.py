"""Discord: the package in its layouts and languages, and a log that says everything twice."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.problem import ArchiveProblem
from filters.reader import Choices
from tests.filters.reading import counted, read, zipped
from tests.samples import sample

USER = {"id": "1", "username": "maelle_k", "discriminator": "0", "email": "maelle@exemple.fr",
        "relationships": [{"user": {"username": "zoe_v"}}, None], "connections": None}  # fmt: skip
ROW = {
    "ID": 1234567890123456789,
    "Timestamp": "2024-05-06 07:08:09",
    "Contents": "J'arrive",
    "Attachments": "",
}
TICKED = Choices(all_private_chats=True)
_number = iter(range(10**9))


def event(kind: str, **more: Any) -> dict[str, Any]:
    return {
        "event_type": kind,
        "event_id": f"e{next(_number)}",
        "timestamp": '"2024-05-06T07:08:09.123Z"',
        **more,
    }


def reacted(
    emoji: str | None, kind: str = "add_reaction", message: str | None = "7", **more: Any
) -> dict[str, Any]:
    return event(kind, emoji_name=emoji, message_id=message, **more)


def log(*events: dict[str, Any]) -> str:
    return "\n".join(json.dumps(one) for one in events)


def test_sample_of_messages_asks_nothing_and_keeps_nothing_unticked() -> None:
    found = counted(sample("discord/langchain"))
    assert (found["readers"], found["signals"]) == (["discord@1"], {})
    assert found["removed"][("R4", "messages")] == 3
    assert counted(sample("discord/langchain"), choices=TICKED)["signals"] == {"reply": 3}


@pytest.mark.parametrize(
    ("account", "messages"),
    [
        ("account", "messages"),
        ("Account", "Messages"),
        ("Compte", "Messages"),
        ("Konto", "Nachrichten"),
    ],
)
@pytest.mark.parametrize("folder", ["c123", "123"])
@pytest.mark.parametrize("layout", ["messages.json", "messages.csv"])
def test_messages_of_every_layout_are_offered_by_channel(
    account: str, messages: str, folder: str, layout: str
) -> None:
    rows = [ROW, {**ROW, "Contents": ""}] if layout == "messages.json" else (
        'ID,Timestamp,Contents,Attachments\n1,2021-01-02 03:04:05.678000+00:00,"J\'arrive,\nvraiment",\n2,,,http://x\n')  # fmt: skip
    files = {f"package/{account}/user.json": USER,
             f"package/{messages}/{folder}/channel.json": {"id": "123", "type": 0, "name": "cuisine"},
             f"package/{messages}/{folder}/{layout}": rows}  # fmt: skip
    kept, outcome = read(zipped(files))
    assert not kept
    assert [(c.title, c.own_messages) for c in outcome.private_chats] == [("cuisine", 1)]
    assert outcome.tally.removed["no_preference", "messages"] == 1
    kept, _ = read(
        zipped(files), choices=Choices(private_chats=frozenset({outcome.private_chats[0].key}))
    )
    assert [r.signal for r in kept] == ["reply"]
    assert str(kept[0].period).endswith(("2024-Q2", "2021-Q1"))


def test_a_private_channel_is_called_as_the_index_says() -> None:
    files = {"messages/index.json": {"123": "Direct Message with zoe_v#0", "124": None},
             "messages/c123/messages.json": [ROW], "messages/c124/messages.json": [ROW]}  # fmt: skip
    _, outcome = read(zipped(files))
    assert sorted(c.title for c in outcome.private_chats) == ["", "Direct Message with zoe_v#0"]


@pytest.mark.parametrize("folder", ["activity", "Activity", "Activités", "Aktivität"])
def test_reactions_given_are_read_from_the_log(folder: str) -> None:
    events = log(reacted("👍"), reacted("👎"), reacted("❤️"), reacted("kappa", emoji_id="99"),
                 reacted("👍", emoji_id="98"), event("add_reaction", emoji={"id": None, "name": "😂"}),
                 event("poll_vote_added", message_id="8"), event("app_opened"))  # fmt: skip
    name = f"{folder}/analytics/events-2024-00000-of-00001.json"
    kept, outcome = read(zipped({name: events, "account/user.json": USER}))
    assert [(r.kind, r.signal, r.candidates[0].label, r.period) for r in kept] == [
        ("reaction", "like", "good", "2024-Q2"), ("reaction", "dislike", "bad", "2024-Q2"),
        ("reaction", "love", "good", "2024-Q2"), ("reaction", "other_emoji", "unlabelled", "2024-Q2"),
        ("reaction", "other_emoji", "unlabelled", "2024-Q2"), ("reaction", "haha", "unlabelled", "2024-Q2"),
        ("choice", "poll_option", "chosen", "2024-Q2"),
    ]  # fmt: skip
    assert outcome.tally.removed["no_preference", "activity"] == 1


def test_an_act_logged_for_two_teams_counts_once_and_one_undone_not_at_all() -> None:
    same, undone, again = reacted("👍"), reacted("😢", message="9"), reacted("😢", message="9")
    first = log(same, undone, reacted("😢", "remove_reaction", message="9"), again)
    files = {"activity/analytics/events-2024-1.json": first,
             "activity/reporting/events-2024-1.json": log(same, again)}  # fmt: skip
    kept, outcome = read(zipped(files))
    assert sorted(r.signal for r in kept) == ["like", "sad"]
    assert outcome.tally.removed["no_preference", "activity"] == 4


def test_events_nobody_knows_are_counted_when_they_speak_of_an_act() -> None:
    lines = log(
        event("reaction_flung"), event("reaction_picker_opened"), event("settings", why="poll")
    )
    kept, outcome = read(zipped({"activity/tns/events-2024-1.json": lines + '\n{"reaction": tru'}))
    assert not kept
    assert outcome.tally.removed == {("unknown", "activity"): 2, ("no_preference", "activity"): 2}


def test_other_peoples_messages_from_another_tool_are_refused() -> None:
    dump = {"guild": {"id": "1", "name": "Ici"}, "channel": {"id": "2", "type": "GuildTextChat"},
            "messages": [{"id": "3", "type": "Default", "content": "Bonjour", "author": {
                "id": "4", "name": "zoe", "discriminator": "0000", "nickname": "Zoé"}}]}  # fmt: skip
    with pytest.raises(ArchiveProblem, match="unknown_platform"):
        read(zipped({"Ici - général.json": dump}))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["ID", "Timestamp", "Contents", "event_type", "emoji", "emoji_name", "event_id", "message_id",
             "timestamp", "username", "relationships", "user", "recipients", "name", "connections", "poll"]
        ),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(VALUES, VALUES)
def test_no_shape_of_record_stops_the_others(one: Any, other: Any) -> None:
    known = {
        "event_type": "add_reaction",
        "event_id": other,
        "emoji": one,
        "message_id": other,
        "timestamp": one,
    }
    files = {
        "activity/tns/events-2024-1.json": "\n".join(map(json.dumps, (known, one, other, reacted("👍")))),
        "account/user.json": {**USER, "relationships": one, "connections": other},
        "messages/index.json": one, "messages/c1/channel.json": other,
        "messages/c1/messages.json": [one, {**ROW, "Contents": other, "Timestamp": one}, ROW],
    }  # fmt: skip
    assert "like" in [r.signal for r in read(zipped(files))[0]]


@pytest.mark.parametrize(
    ("written", "own"),
    [("> leurs mots\nPas d'accord", "Pas d'accord"), ("Oui\n>>> leurs\nmots", "Oui"), (">>> leurs\nmots", None)],
)  # fmt: skip
def test_lines_a_message_quotes_are_left_out(written: str, own: str | None) -> None:
    files = {"account/user.json": USER, "messages/c1/messages.json": [{**ROW, "Contents": written}]}
    kept, _ = read(zipped(files), choices=TICKED)
    assert [record.candidates[0].content for record in kept] == ([own] if own else [])


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("<@123> merci <@!456>, vous aussi <@&789>", "@123 merci @456, vous aussi @789"),
        ("viens dans <#123456789012345678> ce soir", "viens dans ce soir"),
        ("bien joué <:zigo:123456789012345678> <a:zag:123456789012345678>!", "bien joué !"),
        ("rendez-vous <t:1700000000:F>", "rendez-vous"),
        ("essaie </jouer:123456789012345678>", "essaie /jouer"),
        ("2 <3 et 5 > 4", "2 <3 et 5 > 4"),
    ],
)
def test_of_markup_no_number_stays_but_of_whom_is_mentioned(written: str, own: str) -> None:
    files = {
        "account/user.json": USER,
        "messages/c1/messages.json": [{**ROW, "Contents": written}],
    }
    kept, _ = read(zipped(files), choices=TICKED)
    assert [record.candidates[0].content for record in kept] == [own]
