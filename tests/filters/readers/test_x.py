"""What the samples of X cannot say: parts, own posts, notes, direct messages."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from filters.interaction import tier
from filters.problem import ArchiveProblem
from filters.reader import Choices
from tests.filters.generators.export import Export
from tests.filters.reading import read, zipped
from tests.filters.test_planted import sifted

ACCOUNT = {
    "account": {"accountId": "1", "username": "camille", "accountDisplayName": "Camille Exemple"}
}


def script(name: str, part: int, *rows: Any) -> str:
    return f"window.YTD.{name}.part{part} = {json.dumps(rows)}"


def like(number: int, text: str | None = "Un beau texte &amp; court") -> dict[str, Any]:
    return {"like": {"tweetId": str(number), "fullText": text, "expandedUrl": "https://x.com"}}


def test_likes_in_every_part_are_read_and_their_words_are_not_kept() -> None:
    kept, outcome = read(
        zipped(
            {
                "data/like.js": script("like", 0, like(1)),
                "data/like-part1.js": script("like", 1, like(2), like(3, None)),
                "data/account.js": script("account", 0, ACCOUNT),
            }
        )
    )
    assert [record.object_ref for record in kept] == ["x:post:1", "x:post:2", "x:post:3"]
    assert {record.candidates[0].content for record in kept} == {None}
    assert [record.candidates[0].status for record in kept] == ["withheld", "withheld", "withheld"]
    assert outcome.tally.removed["R2", "likes"] == 2


def test_own_posts_keep_approval_as_a_rough_size() -> None:
    posts = [
        {"tweet": {"full_text": "Je préfère le train.", "favorite_count": "7", "created_at": "Wed Oct 10 20:19:24 +0000 2018"}},
        {"tweet": {"full_text": "@a d'accord", "favorite_count": "0", "in_reply_to_user_id_str": "9"}},
        {"tweet": {"full_text": "suite du fil", "favorite_count": "60", "in_reply_to_status_id_str": "5", "in_reply_to_user_id_str": "1"}},
        {"tweet": {"full_text": "RT @b: leurs mots", "favorite_count": "0"}},
        {"full_text": "sans enveloppe (2018)", "favorite_count": "0"},
    ]  # fmt: skip
    kept, outcome = read(
        zipped(
            {
                "data/account.js": script("account", 0, ACCOUNT),
                "data/tweets.js": script("tweets", 0, *posts),
            }
        )
    )
    assert [(r.kind, r.signal, r.value, r.polarity) for r in kept] == [
        ("reaction", "like", 0.6, 0),
        ("reply", "reply", None, 0),
        ("reaction", "like", 1.0, 0),
        ("reaction", "like", 0.0, 0),
    ]
    # What others pressed is not counted with what the donor did.
    assert dict(outcome.tally.signals) == {"reply": 1, "received": 3}
    assert kept[0].period == "2018-Q4"
    assert [tier(record) for record in kept] == ["T2", "T3", "T2", "T2"]
    assert outcome.tally.removed["R2", "posts"] == 1


@pytest.mark.parametrize("name", ["data/birdwatch-note-rating.js", "notes.js"])
def test_ratings_of_notes_are_read_under_the_name_notes_had_before(name: str) -> None:
    rows = [{"birdwatchNoteRating": {"noteId": "1", "helpfulnessLevel": level}}
            for level in ("HELPFUL", "NOT_HELPFUL")] + [{"birdwatchNoteRating": {"helpful": 1}}]  # fmt: skip
    kept, outcome = read(zipped({name: script("birdwatch_note_rating", 0, *rows)}))
    assert [record.signal for record in kept] == ["helpful_note", "unhelpful_note"]
    assert outcome.tally.removed["unknown", "note_ratings"] == 1


def test_note_ratings_have_three_levels() -> None:
    rows = [
        {
            "communityNoteRating": {
                "noteId": "n",
                "helpfulnessLevel": level,
                "createdAt": "2024-02-01T00:00:00Z",
            }
        }
        for level in ("HELPFUL", "SOMEWHAT_HELPFUL", "NOT_HELPFUL", "NEW_LEVEL")
    ]
    kept, outcome = read(
        zipped({"data/community-note-rating.js": script("community_note_rating", 0, *rows)})
    )
    assert [(r.signal, r.value, tier(r)) for r in kept] == [
        ("helpful_note", 1.0, "T3"),
        ("somewhat_helpful_note", 0.0, "T3"),
        ("unhelpful_note", -1.0, "T3"),
    ]
    assert outcome.tally.removed["unknown", "note_ratings"] == 1


def test_direct_messages_of_others_are_never_kept_and_own_ones_only_when_ticked() -> None:
    talk = {
        "dmConversation": {
            "conversationId": "1-2",
            "messages": [
                {"messageCreate": {"senderId": "1", "text": "mes mots", "createdAt": "2024-02-01T00:00:00Z",
                                   "reactions": [{"senderId": "2", "reactionKey": "like"}]}},
                {"messageCreate": {"senderId": "2", "text": "leurs mots",
                                   "reactions": [{"senderId": "1", "reactionKey": "funny"}]}},
            ],
        }
    }  # fmt: skip
    files = {
        "data/account.js": script("account", 0, ACCOUNT),
        "data/direct-messages.js": script("direct_messages", 0, talk),
    }
    kept, outcome = read(zipped(files))
    assert [record.signal for record in kept] == ["funny"]
    assert outcome.tally.removed["R3", "messages"] == 1
    assert outcome.tally.removed["R4", "messages"] == 1
    assert outcome.tally.removed["R5", "messages"] == 1
    (chat,) = outcome.private_chats
    ticked, _ = read(zipped(files), choices=Choices(private_chats=frozenset({chat.key})))
    assert sorted(record.signal for record in ticked) == ["funny", "reply"]
    assert "leurs mots" not in repr(ticked)


def test_without_the_account_every_message_is_somebody_elses() -> None:
    talk = {
        "dmConversation": {
            "conversationId": "1-2",
            "messages": [{"messageCreate": {"senderId": "1", "text": "x"}}],
        }
    }
    kept, outcome = read(
        zipped({"data/direct-messages.js": script("direct_messages", 0, talk)}),
        choices=Choices(all_private_chats=True),
    )
    assert not kept
    assert outcome.tally.removed["R3", "messages"] == 1


def test_talks_with_grok_are_put_in_order_and_read_for_what_was_said_of_an_answer() -> None:
    def turn(chat: str, second: int, sender: str, message: str) -> dict[str, Any]:
        created = f"2025-01-02T10:00:{second:02d}.000Z"
        return {
            "grokChatItem": {
                "chatId": chat,
                "message": message,
                "sender": sender,
                "createdAt": created,
            }
        }

    items = [
        turn("b", 9, "stranger", "?"),
        turn("a", 3, "User", "C'est faux."),
        turn("a", 2, "Agent", "Lyon."),
        turn("a", 1, "User", "Quelle capitale ?"),
    ]
    kept, outcome = read(zipped({"data/grok-chat-item.js": script("grok_chat_item", 0, *items)}))
    assert [(r.signal, r.context[0].content, r.candidates[0].content) for r in kept] == [
        ("complaint", "Quelle capitale ?", "Lyon.")
    ]
    assert dict(outcome.tally.unknown) == {("x@1", "conversations", "shape"): 1}


def test_a_reply_longer_than_its_line_among_the_posts_is_kept_whole() -> None:
    whole = "@a " + "Je préfère le train, et voici pourquoi. " * 12
    post = {"full_text": whole[:277] + "…", "in_reply_to_user_id_str": "9", "favorite_count": "1"}
    kept, _ = read(
        zipped(
            {
                "data/tweets.js": script("tweets", 0, {"tweet": post}),
                "data/note-tweet.js": script(
                    "note_tweet", 0, {"noteTweet": {"core": {"text": whole}}}
                ),
            }
        )
    )
    assert [record.candidates[0].content for record in kept] == [whole.strip()]


def test_messages_under_their_older_name_are_read() -> None:
    talk = {"dmConversation": {"conversationId": "1-9", "messages": [
        {"messageCreate": {"id": "1", "senderId": "1", "text": "Bonjour", "createdAt": "2019-01-02T10:00:00.000Z"}},
    ]}}  # fmt: skip
    files = {
        "data/account.js": script("account", 0, ACCOUNT),
        "data/direct-message.js": script("direct_message", 0, talk),
        "data/direct-message-group.js": script("direct_message_group", 0, talk),
    }
    kept, _ = read(zipped(files), choices=Choices(all_private_chats=True))
    assert [record.signal for record in kept] == ["reply", "reply"]


LONG = "Je préfère le train, et voici pourquoi, en trois points que voici."


@pytest.mark.parametrize(
    ("cut", "second", "found"),
    [
        ("@a Je préfère le train, et voici pourquoi… https://t.co/AbC", 24, True),
        ("Je préfère le train, et voici pourquoi…", 24, True),
        ("Je préfère le train, et voici pour", 24, True),
        ("Je préfère le train, et voici pour…", 3, True),
        ("Je préfère le train, et voici pour", 3, False),
        ("Je préfère le vélo, et voici…", 3, False),
    ],
)
def test_the_whole_of_a_long_post_is_found_by_its_beginning_and_its_second(
    cut: str, second: int, found: bool
) -> None:
    post = {"full_text": cut, "in_reply_to_user_id_str": "9",
            "created_at": f"Wed May 08 20:19:{second:02d} +0000 2024"}  # fmt: skip
    note = {"core": {"text": f"@a {LONG}"}, "createdAt": "2024-05-08T20:19:24.123Z"}
    files = {
        "data/tweets.js": script("tweets", 0, {"tweet": post}),
        "data/note-tweet.js": script("note_tweet", 0, {"noteTweet": note}),
    }
    kept, _ = read(zipped(files))
    assert [record.candidates[0].content for record in kept] == [f"@a {LONG}" if found else cut]


def test_of_two_long_posts_that_begin_alike_each_goes_to_its_own_second() -> None:
    beginning = "Je préfère le train, et voici pourquoi, sans mentir, " * 3
    notes = [
        {
            "noteTweet": {
                "core": {"text": f"{beginning}{n}"},
                "createdAt": f"2024-05-08T20:19:0{n}.000Z",
            }
        }
        for n in (1, 2)
    ]
    posts = [
        {"full_text": f"{beginning.strip()}…", "in_reply_to_user_id_str": "9",
         "created_at": f"Wed May 08 20:19:0{n} +0000 2024"} for n in (2, 1)
    ]  # fmt: skip
    files = {
        "data/tweets.js": script("tweets", 0, *posts),
        "data/note-tweet.js": script("note_tweet", 0, *notes),
    }
    kept, _ = read(zipped(files))
    assert [str(record.candidates[0].content)[-1] for record in kept] == ["2", "1"]


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("Bien vu ! RT @noor_b: leurs mots\nà elle", "Bien vu !"),
        ("Oui. “@noor_b: leurs mots” Et toi ?", "Oui.  Et toi ?"),
        ("MT @noor_b : leurs mots", None),
        ("Faites passer, RT bienvenus pour @noor_b", "Faites passer, RT bienvenus pour @noor_b"),
        ("Il est ART @noor_b: vraiment", "Il est ART @noor_b: vraiment"),
    ],
)
def test_words_quoted_by_hand_are_left_out(written: str, own: str | None) -> None:
    post = {"full_text": written, "in_reply_to_user_id_str": "9"}
    kept, _ = read(zipped({"data/tweets.js": script("tweets", 0, {"tweet": post})}))
    assert [record.candidates[0].content for record in kept] == ([own] if own else [])


def test_people_named_in_posts_are_known_by_the_dictionary() -> None:
    post = {"full_text": "@zoev d'accord", "in_reply_to_user_id_str": "9", "in_reply_to_screen_name": "zoev",
            "entities": {"user_mentions": [{"screen_name": "max_p", "name": "Max Prévôt"}]}}  # fmt: skip
    export = Export("x", files={"data/tweets.js": script("tweets", 0, {"tweet": post}).encode()})
    assert {"zoev", "max_p", "Max Prévôt"} <= sifted(export)[1]


def of_age(name: str = "data/ageinfo.js", **meta: Any) -> dict[str, str]:
    return {
        "data/like.js": script("like", 0, like(1)),
        name: script("ageinfo", 0, {"ageMeta": meta}),
    }


def born(years_ago: int) -> str:
    return f"{datetime.now(UTC).year - years_ago}-08-10"


@pytest.mark.parametrize(
    "told",
    [
        {"age": ["11"], "birthDate": born(11)},
        {"birthDate": born(11)},
        {"age": ["13-54"], "birthDate": born(11)},
        {"age": ["12"]},
        {"age": 12, "birthDate": ""},
    ],
)
@pytest.mark.parametrize("name", ["data/ageinfo.js", "age.js"])
def test_the_archive_of_a_child_is_refused(name: str, told: dict[str, Any]) -> None:
    guess = {"age": ["13-54"], "birthDate": born(30)}
    for meta in ({"ageInfo": told}, {"ageInfo": told, "inferredAgeInfo": guess}, told):
        with pytest.raises(ArchiveProblem, match="minor") as stopped:
            read(zipped(of_age(name, **meta)))
        assert stopped.value.platform == "x"


@pytest.mark.parametrize(
    "meta",
    [
        {"ageInfo": {"age": ["30"], "birthDate": born(30)}},
        {"ageInfo": {"age": ["13-54"], "birthDate": born(30)}},
        {"ageInfo": {"age": ["13-54"]}},
        {"ageInfo": {"age": ["30"], "birthDate": born(30)}, "inferredAgeInfo": {"age": ["12"]}},
        {"inferredAgeInfo": {"age": ["12"], "birthDate": born(12)}},
        {"ageInfo": {}},
        {"ageInfo": None},
        {"ageInfo": "?"},
        {},
    ],
)
def test_a_grown_up_is_none_and_what_x_guesses_of_an_age_refuses_nothing(meta: Any) -> None:
    kept, _ = read(zipped(of_age(**meta)))
    assert len(kept) == 1


PROTECTED = [{"protectedAt": "2019-03-04T10:00:00.000Z", "action": "Protect"}]
OPENED = [*PROTECTED, {"protectedAt": "2021-03-04T10:00:00.000Z", "action": "Unprotect"}]
CLOSED_AGAIN = [{"protectedAt": "2023-03-04T10:00:00.000Z", "action": "Protect"}, *OPENED]


@pytest.mark.parametrize(
    ("history", "is_protected"),
    [
        (PROTECTED, True),
        (OPENED, False),
        (OPENED[::-1], False),
        (CLOSED_AGAIN, True),
        ([], False),
        ([{"action": "Protect"}], True),
        # What is not understood is no reason to take words for public.
        ([{"protectedAt": "2019-03-04T10:00:00.000Z", "action": "?"}], True),
    ],
)
def test_the_posts_of_a_protected_account_are_not_public(
    history: list[dict[str, Any]], is_protected: bool
) -> None:
    posts = [
        {"full_text": "@autre pas d'accord", "in_reply_to_user_id_str": "9",
         "in_reply_to_status_id_str": "8", "favorite_count": "0"},
        {"full_text": "Il fait beau", "favorite_count": "12"},
    ]  # fmt: skip
    changes = [{"protectedHistory": change} for change in history]
    kept, outcome = read(
        zipped(
            {
                "data/account.js": script("account", 0, ACCOUNT),
                "data/like.js": script("like", 0, like(1)),
                "data/tweets.js": script("tweets", 0, *({"tweet": one} for one in posts)),
                "data/protected-history.js": script("protected_history", 0, *changes),
            }
        )
    )
    assert len(kept) == (1 if is_protected else 3)
    assert outcome.tally.removed["R4", "posts"] == (2 if is_protected else 0)
    assert not outcome.tally.unknown
