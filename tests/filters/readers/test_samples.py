"""Every sample of the first five platforms, with counts taken by hand from the files."""

import pytest

from filters.problem import ArchiveProblem
from filters.reader import Choices
from tests.filters.reading import counted
from tests.samples import sample

CHATS = {
    # file: (messages of people, notices); every message is somebody else's until the donor says who
    "chat-miner/test_[mmddyy]_24hrs.txt": (6, 3),
    "chat-miner/test_ddmmyy_24hrs.txt": (6, 3),
    "chat-miner/test_mmddyy_24hrs.txt": (6, 3),
    "chat-miner/test_mmddyyyy_12hrs.txt": (6, 3),
    "chat-miner/test_yyyymmdd_24hrs.txt": (6, 3),
    "langchain/whatsapp_chat.txt": (12, 0),
    "whats-reader/chats__android-private-chat__WhatsApp Chat with Alice.txt": (43, 2),
    "whats-reader/chats__ios-private-chat___chat.txt": (43, 2),
    "whats-reader/parser-tests__asian-ampm-format-test.txt": (4, 1),
    "whats-reader/parser-tests__asian-format-test.txt": (5, 0),
    "whats-reader/parser-tests__bracketed-year-first-test.txt": (3, 0),
    "whats-reader/parser-tests__dash-format-test.txt": (5, 0),
    "whats-reader/parser-tests__dot-time-klo-format-test.txt": (3, 0),
    "whats-reader/parser-tests__european-ampm-format-test.txt": (4, 0),
    "whats-reader/parser-tests__french-format-test.txt": (5, 1),
    "whats-reader/parser-tests__german-format-test.txt": (5, 1),
    "whats-reader/parser-tests__ios-format-test.txt": (4, 1),
    "whats-reader/parser-tests__spanish-format-test.txt": (5, 1),
    "whatstk/pokemon.txt": (18, 2),
    "whatstk/lorem.txt": (500, 0),
    "whatstk/lorem-merge-part1.txt": (300, 0),
    "whatstk/lorem-merge-part2.txt": (300, 0),
}


@pytest.mark.parametrize("name", CHATS)
def test_every_message_of_a_whatsapp_chat_is_counted_and_the_author_is_asked(name: str) -> None:
    messages, notices = CHATS[name]
    found = counted(sample(f"whatsapp/{name}"))
    assert found["readers"] == ["whatsapp@2"]
    assert found["removed"].get(("R3", "messages")) == messages
    assert found["removed"].get(("no_preference", "notices"), 0) == notices
    assert found["asks"]
    assert not found["signals"]


def test_the_donor_of_a_whatsapp_chat_keeps_only_their_own_messages_and_only_when_ticked() -> None:
    chat = sample("whatsapp/whatstk/pokemon.txt")
    left_out = counted(chat, choices=Choices(me=frozenset({"Ash Ketchum"})))
    assert left_out["removed"] == {
        ("R3", "messages"): 14,
        ("R4", "messages"): 4,
        ("no_preference", "notices"): 2,
    }
    ticked = counted(chat, choices=Choices(me=frozenset({"ash ketchum"}), all_private_chats=True))
    assert ticked["signals"] == {"reply": 4}
    assert ticked["tiers"] == {"T3": 4}
    assert not ticked["asks"]


def test_x_likes_and_posts() -> None:
    found = counted(sample("x/knowledgemaxxing/like.js"), sample("x/knowledgemaxxing/tweets.js"))
    # Two likes; the first post with others' approval of it; the second answers; one is a repost.
    assert found["signals"] == {"like": 2, "received": 1, "reply": 1}
    assert found["tiers"] == {"T2": 1, "T3": 3}
    assert found["removed"] == {("R2", "likes"): 2, ("R2", "posts"): 1}


def test_an_x_archive_without_acts_is_recognised_all_the_same() -> None:
    found = counted(sample("x/dogsheep"))
    assert found["readers"] == ["x@1"]
    assert found["signals"] == {}
    assert found["removed"] == {("R8", "profile"): 1, ("R8", "account"): 5}


def test_facebook_comments_merged_from_several_files() -> None:
    merged = sample("facebook/waultar/facebook_comments.json")
    asked = counted(merged)
    assert asked["asks"]
    assert asked["signals"] == {}
    assert asked["removed"] == {("R2", "comments"): 8}
    found = counted(merged, choices=Choices(me=frozenset({"Redacted Author"})))
    assert found["signals"] == {"reply": 6}
    assert not found["asks"]


def test_facebook_polls_keep_the_choice_and_not_the_words() -> None:
    found = counted(sample("facebook/waultar/polls_you_voted_on.json"))
    assert found["signals"] == {"poll_option": 2}
    assert found["removed"] == {("R2", "polls"): 5}


def test_facebook_posts_in_groups_hold_one_vote() -> None:
    found = counted(sample("facebook/waultar/your_posts_in_groups.json"))
    assert found["signals"] == {"poll_option": 1}
    assert found["removed"][("no_preference", "group_posts")] == 2


@pytest.mark.parametrize(
    ("name", "messages"),
    [("langchain/facebook_chat.json", 11), ("fb-archive-viewer/message_1.json", 3)],
)
def test_a_messenger_thread_alone_asks_who_the_donor_is(name: str, messages: int) -> None:
    found = counted(sample(f"messenger/{name}"))
    assert found["readers"] == ["messenger@2"]
    assert found["asks"]
    assert found["removed"] == {("R3", "messages"): messages}


def test_a_messenger_photo_has_no_words_to_keep() -> None:
    choices = Choices(me=frozenset({"Kacper Faber"}), all_private_chats=True)
    found = counted(sample("messenger/fb-archive-viewer/message_1.json"), choices=choices)
    assert found["signals"] == {"reply": 1}
    assert found["removed"] == {("R3", "messages"): 1, ("no_preference", "messages"): 1}


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("chatgpt-export-parser/example-conversation.json", 2),
        ("knowledgemaxxing/conversations_chatgpt.json", 1),
        ("polylogue/sample-00.json", 0),
        ("polylogue/sample-01.json", 0),
    ],
)
def test_chatgpt_answers_nobody_judged_are_not_preferences(name: str, answers: int) -> None:
    """The first sample edits a prompt: two questions under one answer are no choice of answers."""
    found = counted(sample(f"chatgpt/{name}"))
    assert found["readers"] == ["chatgpt@1"]
    assert found["signals"] == {}
    assert found["removed"].get(("no_preference", "conversations"), 0) == answers


@pytest.mark.parametrize("name", ["whatsapp/chat-miner/target.json"])
def test_what_no_reader_knows_is_refused(name: str) -> None:
    with pytest.raises(ArchiveProblem, match="unknown_platform"):
        counted(sample(name))
