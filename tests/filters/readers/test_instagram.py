"""Instagram and Threads: every layout, the samples counted by hand, hostile records."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.interaction import Retained
from filters.problem import ArchiveProblem
from filters.reader import Choices
from tests.filters.reading import counted, read, zipped
from tests.samples import sample

AT = 1_600_000_000
ROOT = "your_instagram_activity"
THUMB = "ð\u009f\u0091\u008d"


def told(value: str | None = None, **more: Any) -> dict[str, Any]:
    one: dict[str, Any] = {"timestamp": AT, **more}
    if value is not None:
        one["value"] = value
    return {"title": "someone", "string_list_data": [one]}


def kept(files: dict[str, Any], **choices: Any) -> list[Retained]:
    return read(zipped(files), choices=Choices(**choices))[0]


def acts(files: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    return [(r.platform, r.kind, r.signal, r.candidates[0].label) for r in kept(files)]


LIKE = ("instagram", "binary", "like", "good")


@pytest.mark.parametrize(
    "document",
    [
        {"likes_media_likes": [told(THUMB, href="https://www.instagram.com/p/AbCdEf1/")]},
        [told(THUMB)],
        [{"timestamp": AT, "media": [], "label_values": []}],
        [{"timestamp": AT, "media": [], "fbid": "1", "label_values": [
            {"label": "URL", "value": "https://www.instagram.com/reel/AbCdEf1/",
             "href": "https://www.instagram.com/reel/AbCdEf1/"},
            {"title": "PropriÃ©taire", "dict": [
                {"dict": [{"label": "Nom d'utilisateur", "value": "someone"}], "title": ""}]},
        ]}],
    ],
)  # fmt: skip
@pytest.mark.parametrize("folder", ["likes", f"{ROOT}/likes", f"instagram-x/{ROOT}/likes", ""])
def test_a_liked_post_is_read_in_each_layout(folder: str, document: Any) -> None:
    assert acts({f"{folder}/liked_posts.json".lstrip("/"): document}) in (
        [LIKE],
        [("instagram", "binary", "like", "good")],
    )


def test_a_like_keeps_the_public_id_of_the_post_and_no_name() -> None:
    link = "https://www.instagram.com/someone/p/AbCdEf1/"
    records = kept({"likes/liked_posts.json": {"likes_media_likes": [told(THUMB, href=link)]}})
    assert records[0].object_ref == "instagram:post:AbCdEf1"
    assert "someone" not in repr(records)
    assert records[0].period == "2020-Q3"


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"string_map_data": {"Comment": {"value": "TrÃ¨s beau"}, "Media Owner": {"value": "a.b"},
                              "Time": {"timestamp": AT}}}, "Très beau"),
        ({"string_map_data": {"Commentaire": {"value": "super"}, "PropriÃ©taire du mÃ©dia":
                              {"value": "a.b"}, "Heure": {"timestamp": AT}}}, "super"),
        ({"string_map_data": {"Inconnu": {"value": "Bravo à vous"}, "Autre": {"value": "a.b"},
                              "Temps": {"timestamp": AT}}}, "Bravo à vous"),
        (told("The comment", href=""), "The comment"),
        ({"timestamp": AT, "label_values": [
            {"label": "Opmerking", "value": "Mooi zo"}, {"label": "Naam", "value": "A B C D E F G"},
            {"title": "Auteur", "dict": [{"label": "Naam", "value": "Very Long Name Of Somebody"}]},
        ]}, "Mooi zo"),
    ],
)  # fmt: skip
def test_a_comment_is_the_donors_words_and_never_a_name(row: dict[str, Any], text: str) -> None:
    records = kept({f"{ROOT}/comments/post_comments_1.json": [row]})
    assert [(r.signal, r.candidates[0].content) for r in records] == [("reply", text)]


def test_a_comment_without_words_is_set_aside() -> None:
    rows = [{"string_map_data": {"Media Owner": {"value": "a.b"}, "Time": {"timestamp": AT}}}]
    records, outcome = read(zipped({"comments/post_comments_1.json": rows}))
    assert not records
    assert outcome.tally.removed["no_preference", "comments"] == 1


@pytest.mark.parametrize("folder", ["story_interactions", "story_sticker_interactions"])
def test_stickers_of_stories(folder: str) -> None:
    names = {
        "polls": [told("Oui")], "quizzes": [told("Paris")], "emoji_sliders": [told()],
        "countdowns": [told()], "questions": [told()], "story_likes": [told()],
    }  # fmt: skip
    files: dict[str, Any] = {
        f"{ROOT}/{folder}/{name}.json": {f"story_activities_{name}": rows}
        for name, rows in names.items()
    }
    files[f"{ROOT}/{folder}/emoji_story_reactions.json"] = {
        "story_activities_emoji_quick_reactions": [told("â\u009d¤"), told()]
    }
    assert sorted(acts(files)) == sorted(
        [("instagram", "choice", "poll_option", "chosen")] * 3
        + [("instagram", "binary", "like", "good"), ("instagram", "reaction", "love", "good")]
        + [("instagram", "reaction", "other_emoji", "unlabelled")]
    )
    assert "Paris" not in repr(kept(files))


def test_what_the_donor_does_not_want_to_see() -> None:
    files = {
        "ads_information/ads_and_topics/posts_you're_not_interested_in.json": {
            "impressions_history_posts_not_interested": [
                {"title": "", "string_map_data": {"Auteur": {"value": "x"}, "Heure": {"timestamp": AT}}}
            ]
        },
        "ads_information/ads_and_topics/profiles_you\u2019re_not_interested_in.json": {
            "impressions_history_recs_hidden_authors": [{"string_map_data": {}, "timestamp": AT}]
        },
        "ads_information/ads_and_topics/posts_viewed.json": {"impressions_history_posts_seen": [{}]},
        f"{ROOT}/saved/saved_posts.json": {
            "saved_saved_media": [{"title": "x", "string_map_data": {"Saved on": {"timestamp": AT}}}]
        },
    }  # fmt: skip
    assert sorted(signal for _, _, signal, _ in acts(files)) == ["hide", "hide", "save"]


FLAT = {
    "likes.json": {"media_likes": [["2019-05-01T10:00:00+00:00", "u"]],
                   "comment_likes": [["2019-05-01T10:00:00", "u"]]},
    "comments.json": {"media_comments": [["2019-05-01T10:00:00", "joli", "u"]]},
    "saved.json": {"saved_media": [["2019-05-01T10:00:00", "u"]], "saved_collections": []},
    "stories_activities.json": {"polls": [["2019-05-01T10:00:00", "u"]]},
    "profile.json": {"username": "camille", "name": "Camille", "private_account": True},
    "connections.json": {"followers": {"noor_x": "2019-05-01T10:00:00"}},
    "messages.json": [{"participants": ["camille", "noor"], "conversation": [
        {"sender": "noor", "created_at": "2019-05-01T10:00:00", "text": "leurs mots",
         "likes": [{"username": "camille", "date": "2019-05-01T10:00:00"}]},
        {"sender": "camille", "created_at": "2019-05-01T10:00:00", "text": "mes mots"},
    ]}],
}  # fmt: skip


def test_the_flat_files_of_2018() -> None:
    records, outcome = read(zipped(FLAT), choices=Choices(all_private_chats=True))
    assert [part.platform for part in outcome.platforms] == ["instagram"]
    assert sorted(record.signal for record in records) == [
        "like", "like", "love", "poll_option", "reply", "reply", "save"
    ]  # fmt: skip
    assert "leurs mots" not in repr(records)
    assert outcome.tally.removed["R3", "messages"] == 1
    assert not outcome.questions


THREAD = {
    "participants": [{"name": "Camille"}, {"name": "Noor"}],
    "messages": [
        {"sender_name": "Noor", "timestamp_ms": AT * 1000, "content": "leurs mots",
         "reactions": [{"reaction": "â\u009d¤", "actor": "Camille"}]},
        {"sender_name": "Camille", "timestamp_ms": AT * 1000, "content": "mes mots"},
    ],
    "title": "Noor", "thread_path": "inbox/noor_1",
}  # fmt: skip
PROFILE = {"profile_user": [{"title": "Informations utilisateur", "string_map_data": {
    "Adresse e-mail": {"value": "c@example.org"}, "Nom dâ\u0080\u0099utilisateur": {"value": "cam"},
    "Nom": {"value": "Camille"}, "Date de naissance": {"value": "1999-01-02"}}}]}  # fmt: skip


@pytest.mark.parametrize("root", ["", f"{ROOT}/", "instagram-cam-2025/"])
def test_direct_messages_are_instagrams_when_the_archive_is(root: str) -> None:
    files = {
        "personal_information/personal_information/personal_information.json": PROFILE,
        f"{root}messages/inbox/noor_1/message_1.json": THREAD,
    }
    records, outcome = read(zipped(files))
    assert [part.platform for part in outcome.platforms] == ["instagram"]
    assert [(r.platform, r.signal, r.object_type) for r in records] == [
        ("instagram", "love", "message")
    ]
    assert outcome.tally.removed["R4", "messages"] == 1
    assert not outcome.questions


def test_threads_are_a_platform_of_their_own() -> None:
    files = {
        f"{ROOT}/threads/liked_threads.json": {"text_post_app_media_likes": [told(THUMB)]},
        f"{ROOT}/threads/threads_and_replies.json": {
            "text_post_app_text_posts": [{"media": [{"title": "x", "creation_timestamp": AT}]}]
        },
        f"{ROOT}/threads/threads_viewed.json": {"text_post_app_text_post_app_posts_seen": [told()]},
        f"{ROOT}/likes/liked_posts.json": {"likes_media_likes": [told(THUMB)]},
    }
    records, outcome = read(zipped(files))
    assert sorted(r.platform for r in records) == ["instagram", "threads"]
    assert [part.platform for part in outcome.platforms] == ["instagram", "threads"]
    assert outcome.tally.removed["no_preference", "posts"] == 1


def test_the_archive_of_a_child_is_refused() -> None:
    from datetime import UTC, datetime

    born = {"value": f"{datetime.now(UTC).year - 10}-01-02"}
    child = {"profile_user": [{"string_map_data": {"Date of birth": born}}]}
    with pytest.raises(ArchiveProblem, match="minor"):
        read(zipped({"personal_information/personal_information.json": child}))


def test_samples() -> None:
    smoke = counted(sample("instagram/eyra-mono/instagram_smoke.zip"))
    # Seven posts and three comments liked; five comments of which nothing but the time is left.
    assert smoke["signals"] == {"like": 10}
    assert smoke["removed"]["no_preference", "comments"] == 5
    fake = counted(sample("instagram/hestialabs/instagram.zip"))
    assert fake["readers"] == ["instagram@1"]
    assert set(fake["signals"]) == {"like"}
    assert not fake["asks"]
    old = counted(sample("instagram/waultar/post_comments.json"))
    assert old["signals"] == {"reply": 2}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["title", "string_list_data", "string_map_data", "label_values", "timestamp", "value",
             "href", "label", "dict", "Comment", "messages", "participants", "reactions", "actor"]
        ),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(VALUES)
def test_no_shape_of_record_stops_the_others(value: Any) -> None:
    good = told(THUMB)
    files = {
        "likes/liked_posts.json": {"likes_media_likes": [value, good]},
        "comments/post_comments_1.json": [value, told("mots")],
        "story_interactions/polls.json": {"story_activities_polls": [value, told("Oui")]},
        "messages/inbox/a/message_1.json": {"participants": value, "messages": [value]},
        "followers_and_following/followers_1.json": [value],
        "threads/liked_threads.json": {"text_post_app_media_likes": [value, good]},
    }
    signals = [record.signal for record in kept(files)]
    assert signals.count("like") >= 2
    assert {"reply", "poll_option"} <= set(signals)


@pytest.mark.parametrize("root", ["", "camille.ex_20190203_part_1/"])
def test_the_flat_profile_says_who_the_donor_is_whatever_its_keys(root: str) -> None:
    profile = {
        "username": "camille.ex",
        "name": "Camille Exemple",
        "email": "c@exemple.fr",
        "gender": "x" * 90,
    }
    talk = [
        {"participants": ["camille.ex", "noor"], "conversation": [
            {"sender": "camille.ex", "created_at": "2019-02-03T10:00:00", "text": "Bonjour"}]},
    ]  # fmt: skip
    files = {
        f"{root}profile.json": profile,
        f"{root}messages.json": talk,
        f"{root}likes.json": {"media_likes": [["2019-02-03T10:00:00", "noor"]]},
    }
    kept, outcome = read(zipped(files), choices=Choices(all_private_chats=True))
    assert sorted(record.signal for record in kept) == ["like", "reply"]
    assert not outcome.questions
    assert not outcome.tally.unknown
