"""What the samples of Messenger cannot say: who the donor is, and encrypted chats."""

from typing import Any

import pytest

from filters.reader import Choices
from tests.filters.reading import identities, read, zipped

AT = 1_700_000_000
PROFILE = {"profile_v2": {"name": {"full_name": "FrÃ©dÃ©ric Exemple"}, "birthday": {"year": 1980}}}
THREAD = {
    "participants": [{"name": "FrÃ©dÃ©ric Exemple"}, {"name": "Noor"}],
    "title": "Noor",
    "thread_path": "inbox/noor_1",
    "messages": [
        {"sender_name": "Noor", "timestamp_ms": 1_700_000_000_000, "content": "leurs mots",
         "reactions": [{"reaction": "ð\u009f\u0091\u008d", "actor": "FrÃ©dÃ©ric Exemple"}]},
        {"sender_name": "FrÃ©dÃ©ric Exemple", "timestamp_ms": 1_700_000_000_000, "content": "mes mots",
         "reactions": [{"reaction": "â\u009d¤", "actor": "Noor"}]},
        {"sender_name": "FrÃ©dÃ©ric Exemple", "timestamp_ms": 1_700_000_000_000, "content": "You sent an attachment."},
    ],
}  # fmt: skip


def test_messenger_knows_the_donor_from_the_profile() -> None:
    files = {
        "personal_information/profile_information/profile_information.json": PROFILE,
        "your_facebook_activity/messages/inbox/noor_1/message_1.json": THREAD,
    }
    kept, outcome = read(zipped(files))
    assert [part.platform for part in outcome.platforms] == ["facebook", "messenger"]
    assert [(record.platform, record.signal) for record in kept] == [("messenger", "like")]
    removed = {
        rule: count
        for (rule, family), count in outcome.tally.removed.items()
        if family == "messages"
    }
    assert removed == {"R3": 1, "R4": 1, "R5": 1, "no_preference": 1}
    assert [(chat.title, chat.own_messages) for chat in outcome.private_chats] == [("Noor", 1)]
    assert not outcome.questions
    ticked, _ = read(zipped(files), choices=Choices(all_private_chats=True))
    assert "mes mots" in repr(ticked)
    assert "leurs mots" not in repr(ticked)


def test_messenger_takes_the_one_person_of_all_threads_for_the_donor() -> None:
    other = {
        **THREAD,
        "thread_path": "inbox/sacha_2",
        "participants": [{"name": "FrÃ©dÃ©ric Exemple"}, {"name": "Sacha"}],
        "messages": THREAD["messages"][1:],
    }
    _, outcome = read(
        zipped(
            {"messages/inbox/a/message_1.json": THREAD, "messages/inbox/b/message_1.json": other}
        )
    )
    assert not outcome.questions
    assert outcome.tally.removed["R4", "messages"] == 2


def test_messenger_takes_no_friend_for_the_donor_who_left_a_group() -> None:
    group = {**THREAD, "thread_path": "inbox/group_2", "participants": [{"name": "Noor"}]}
    _, outcome = read(
        zipped(
            {"messages/inbox/a/message_1.json": THREAD, "messages/inbox/b/message_1.json": group}
        )
    )
    (question,) = outcome.questions
    assert set(question.options) == {"Frédéric Exemple", "Noor"}


def test_encrypted_chats_come_on_their_own() -> None:
    chat = {
        "participants": ["Camille", "Noor"],
        "threadName": "Noor",
        "messages": [
            {
                "senderName": "Camille",
                "timestamp": 1_700_000_000_000,
                "text": "mes mots",
                "isUnsent": False,
            },
            {
                "senderName": "Noor",
                "timestamp": 1_700_000_000_000,
                "text": "leurs mots",
                "isUnsent": False,
            },
        ],
    }
    kept, _ = read(
        zipped({"Noor_1.json": chat}),
        choices=Choices(me=frozenset({"Camille"}), all_private_chats=True),
    )
    assert [record.candidates[0].content for record in kept] == ["mes mots"]


def test_many_encrypted_chats_are_all_known_by_what_they_hold() -> None:
    def chat(number: int) -> dict[str, Any]:
        return {
            "participants": ["Camille", f"Ami {number}"],
            "threadName": f"Ami {number}",
            "messages": [
                {"isUnsent": True, "media": [], "senderName": "Camille", "text": "repris", "timestamp": AT * 1000},
                {"isUnsent": False, "media": [], "senderName": f"Ami {number}", "text": "non",
                 "timestamp": AT * 1000, "type": "text",
                 "reactions": [{"reaction": "\U0001f602", "actor": "Camille"}]},
            ],
        }  # fmt: skip

    kept, outcome = read(zipped({f"Ami {n}_{n}.json": chat(n) for n in range(250)}))
    assert [record.signal for record in kept] == ["haha"] * 250
    assert outcome.tally.unread_entries == 0
    assert outcome.tally.removed["no_preference", "messages"] == 250


@pytest.mark.parametrize(
    ("notice", "name"),
    [
        ("You set the nickname for Noor Exemple to Zigomar.", "Zigomar"),
        ("Noor set your nickname to Camillou la terreur.", "Camillou la terreur"),
        ("Noor set their own nickname to Nono.", "Nono"),
        ("Vous avez dÃ©fini le surnom de Noor Exemple sur Zigomar.", "Zigomar"),
        ("Vous avez dÃ©fini le pseudo de Noor comme Ã©tant Le Zig.", "Le Zig"),
        ("Noor a dÃ©fini votre pseudo : Zig Zag", "Zig Zag"),
    ],
)
def test_a_nickname_that_was_set_is_a_name(notice: str, name: str) -> None:
    said = [{"sender_name": "Noor", "timestamp_ms": 1, "content": notice}]
    thread = {**THREAD, "messages": [*THREAD["messages"], *said]}
    files = {
        "personal_information/profile_information/profile_information.json": PROFILE,
        "your_facebook_activity/messages/inbox/noor_1/message_1.json": thread,
    }
    ticked = Choices(all_private_chats=True)
    assert name in identities(zipped(files), choices=ticked).names


def test_what_people_say_of_nicknames_is_no_name() -> None:
    said = "mon pseudo sur le forum est resté le même"
    messages = [{"sender_name": "Noor", "timestamp_ms": 1, "content": said}]
    thread = {**THREAD, "messages": [*THREAD["messages"], *messages]}
    files = {"your_facebook_activity/messages/inbox/noor_1/message_1.json": thread}
    me = Choices(all_private_chats=True, me=frozenset({"Frédéric Exemple"}))
    assert identities(zipped(files), choices=me).names == {"Frédéric Exemple", "Noor"}


def test_a_call_is_nobodys_words() -> None:
    own = "FrÃ©dÃ©ric Exemple"
    calls = [
        {"sender_name": own, "timestamp_ms": 1, "content": "You called Noor.", "call_duration": 3}
    ]
    files = {"messages/inbox/a/message_1.json": {**THREAD, "messages": calls}}
    me = Choices(all_private_chats=True, me=frozenset({"Frédéric Exemple"}))
    kept, outcome = read(zipped(files), choices=me)
    assert kept == []
    assert outcome.tally.removed["no_preference", "messages"] == 1
