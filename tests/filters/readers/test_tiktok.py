"""TikTok: every generation of keys, the text export, reviews, and what must not be kept."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.problem import ArchiveProblem
from filters.reader import Choices
from tests.filters.reading import counted, read, zipped
from tests.samples import sample

DATE, LINK = "2024-05-06 07:08:09", "https://www.tiktokv.com/share/video/7123456789012345678/"
PROFILE = {"userName": "maelle_k", "displayName": "Maëlle K", "birthDate": "10-Aug-1990"}


def test_sample_of_the_first_generation() -> None:
    found = counted(sample("tiktok/hestialabs/tiktok.zip"))
    assert found["readers"] == ["tiktok@1"]
    assert found["signals"] == {"like": 589, "reply": 389}
    assert found["removed"] == {
        ("R3", "messages"): 302 + 102,
        ("R4", "messages"): 287 + 87,
        # Videos seen, searches, a share.
        ("no_preference", "history"): 5549 + 389 + 1,
        # Followers, followed, blocked, logins, the device, the profile, three groups of settings.
        ("R8", "account"): 30 + 200 + 16 + 2289 + 1 + 1 + 3,
    }


GENERATIONS: dict[str, dict[str, Any]] = {
    "a": {"Activity": {"Like List": {"ItemFavoriteList": [{"Date": DATE, "VideoLink": LINK}]}}},
    "b": {"Your Activity": {"Like List": {"ItemFavoriteList": [{"Date": DATE, "Link": LINK}]}}},
    "c": {"Likes and Favorites": {"Like List": {"ItemFavoriteList": [{"date": DATE, "link": LINK}]}}},
    "one object": {"Activity": {"Like List": {"ItemFavoriteList": {"Date": DATE, "Link": LINK}}}},
    "by number": {"Activity": {"Like List": {"ItemFavoriteList": {"0": {"Date": DATE, "Link": LINK}}}}},
    "suffix": {"Activity": {"Like List": {"ItemFavoriteList": [{"Date": DATE + " UTC", "Link": LINK}]}}},
}  # fmt: skip


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize("name", ["user_data.json", "user_data_tiktok.json", "a/b/export.json"])
def test_likes_of_every_generation(generation: str, name: str) -> None:
    kept, _ = read(zipped({name: GENERATIONS[generation]}))
    assert [(r.kind, r.signal, r.polarity, r.object_ref, r.period) for r in kept] == [
        ("binary", "like", 1, "tiktok:video:7123456789012345678", "2024-Q2")
    ]


def test_a_document_of_2025_holds_nothing_unknown() -> None:
    """Each section says `App` beside its list."""
    app = {"App": "TikTok"}
    row = {"date": DATE, "link": LINK}
    document = {
        "Comment": {"Comments": {**app, "CommentsList": [{"date": DATE, "comment": "Bravo", "url": LINK}]}},
        "Likes and Favorites": {"Like List": {**app, "ItemFavoriteList": [row]},
                                "Favorite Videos": {**app, "FavoriteVideoList": [row]}},
        "Location Review": {"Location Reviews": {**app, "ReviewsList": None}},
        "Your Activity": {"Watch History": {**app, "VideoList": [row, row]},
                          "Login History": {"LoginHistoryList": [{"Date": DATE, "IP": "192.0.2.7"}]}},
        "Profile And Settings": {"Block List": {**app, "BlockList": []},
                                 "Follower": {"FansList": [{"Date": DATE, "UserName": "zoe_v"}]},
                                 "Profile Info": {**app, "ProfileMap": PROFILE}},
    }  # fmt: skip
    kept, outcome = read(zipped({"user_data_tiktok.json": document}))
    assert sorted(r.signal for r in kept) == ["like", "reply", "save"]
    assert outcome.tally.removed == {("no_preference", "history"): 2, ("R8", "account"): 3}


@pytest.mark.parametrize("section", ["Your Activity", "Likes and Favorites", "Brand New"])
def test_rows_of_a_list_nobody_has_seen_are_counted(section: str) -> None:
    rows = [{"date": DATE, "link": LINK}] * 2
    document = {**GENERATIONS["a"], section: {"Video Reactions": {"VideoReactionList": rows}}}
    kept, outcome = read(zipped({"user_data.json": document}))
    assert [r.signal for r in kept] == ["like"]
    assert dict(outcome.tally.unknown) == {("tiktok@1", "activity", "list"): 2}


def test_a_file_of_the_text_export_nobody_has_seen_is_counted() -> None:
    files = {"Activity/Like List.txt": f"Date: {DATE}\nLink: {LINK}\n",
             "Activity/Video Reactions.txt": f"Date: {DATE}\nLink: {LINK}\n",
             "Activity/Share History.txt": f"Date: {DATE}\nLink: {LINK}\n"}  # fmt: skip
    _, outcome = read(zipped(files))
    assert dict(outcome.tally.unknown) == {("tiktok@1", "entry", "txt"): 1}


@pytest.mark.parametrize("name", ["user_data.json", "renamed.json"])
@pytest.mark.parametrize(
    ("section", "inner"),
    [("Block", "BlockList"), ("Search History", "SearchList"), ("Following List", "Following"),
     ("Login History", "LoginHistoryList"), ("Share History", "ShareHistoryList")],
)  # fmt: skip
def test_a_long_list_before_all_others_hides_nothing(name: str, section: str, inner: str) -> None:
    long = [{"Date": DATE, "UserName": f"someone{n}"} for n in range(3000)]
    document = {"App Settings": {section: {inner: long}}, **GENERATIONS["a"]}
    assert [r.signal for r in read(zipped({name: document}))[0]] == ["like"]


@pytest.mark.parametrize("nothing", [None, "", [], {}, "N/A"])
def test_lists_may_be_nothing_at_all(nothing: Any) -> None:
    activity = {"Like List": {"ItemFavoriteList": nothing}, "Favorite Videos": nothing,
                "Favorite Sounds": {"FavoriteSoundList": [{"Date": DATE, "Link": "N/A"}]}}  # fmt: skip
    kept, outcome = read(zipped({"user_data.json": {"Activity": activity, "Comment": nothing}}))
    assert [(r.signal, r.object_type, r.object_ref) for r in kept] == [("save", "music", None)]
    assert outcome.tally.removed["unknown", "activity"] == 0


@pytest.mark.parametrize(
    ("section", "entry"),
    [("FavoriteVideoList", "video"), ("FavoriteSoundList", "music"), ("FavoriteEffectsList", "page"),
     ("FavoriteHashtagList", "page"), ("FavoriteCollectionList", "page")],
)  # fmt: skip
def test_favourites_are_saved_for_later(section: str, entry: str) -> None:
    document = {
        "Likes and Favorites": {"Favorite Things": {section: [{"date": DATE, "link": LINK}]}}
    }
    kept, _ = read(zipped({"user_data.json": document}))
    assert [(r.signal, r.object_type, r.candidates[0].label) for r in kept] == [
        ("save", entry, "good")
    ]


@pytest.mark.parametrize(
    ("rating", "value"), [("5/5", 1.0), ("1/5", -1.0), (4, 0.5), ("3.5", 0.25), ("0/5", -1.0)]
)
@pytest.mark.parametrize(
    ("section", "object_type"),
    [({"Poi Review": {"POI Review": {"ReviewsList": "here"}}}, "place"),
     ({"Location Review": {"Location Reviews": {"ReviewsList": "here"}}}, "place"),
     ({"Tiktok Shopping": {"Product Reviews": {"ProductReviewHistories": "here"}}}, "product"),
     ({"TikTok Shop": {"Product Reviews": {"ProductReviewHistories": "here"}}}, "product")],
)  # fmt: skip
def test_reviews_keep_stars_and_own_words(
    section: dict[str, Any], object_type: str, rating: Any, value: float
) -> None:
    review = {
        "PlaceName": "Chez Zoé",
        "Date": DATE,
        "Rating": rating,
        "ReviewText": "Très bon accueil.",
    }
    document = json.loads(json.dumps(section).replace('"here"', json.dumps([review])))
    kept, _ = read(zipped({"user_data.json": document}))
    assert [(r.signal, r.value, r.scale, r.object_type) for r in kept] == [
        ("star", value, "1-5", object_type)
    ]
    assert kept[0].candidates[0].content == "Très bon accueil."
    assert "Zoé" not in repr(kept)


def test_a_rating_that_is_no_number_of_stars_is_counted() -> None:
    rows = [{"Rating": "great"}, {"Rating": "N/A", "ReviewText": "Bon"}, {"Rating": "9/5"}]
    kept, outcome = read(
        zipped({"user_data.json": {"Poi Review": {"POI Review": {"ReviewsList": rows}}}})
    )
    assert not kept
    assert outcome.tally.removed["unknown", "reviews"] == 3


def test_own_comments_under_videos_and_live_videos() -> None:
    document = {
        "Comment": {"Comments": {"CommentsList": [
            {"date": DATE, "comment": "Superbe", "photo": "N/A", "url": ""}, {"date": DATE, "comment": ""}]}},
        "Tiktok Live": {"Watch Live History": {"WatchLiveMap": {"12345": {
            "WatchTime": DATE, "Link": LINK, "Questions": [{"QuestionContent": "Quand ?"}],
            "Comments": [{"CommentTime": DATE, "CommentContent": "Bravo", "RawTime": 1}]}}}},
    }  # fmt: skip
    kept, outcome = read(zipped({"user_data.json": document}))
    assert [(r.candidates[0].content, r.source) for r in kept] == [
        ("Superbe", "comments"),
        ("Bravo", "live"),
    ]
    assert outcome.tally.removed["no_preference", "history"] == 2


def test_a_filter_by_keyword_is_kept_without_the_word() -> None:
    preferences = {"Keyword filters for videos in For You feed": ["zoé", "foot"],
                   "Keyword filters for videos in Following feed": None,
                   "Video Languages Preferences": "Français"}  # fmt: skip
    document = {"App Settings": {"Settings": {"SettingsMap": {"Content Preferences": preferences}}},
                "Activity": {"Like List": None}}  # fmt: skip
    kept, _ = read(zipped({"user_data.json": document}))
    assert [(r.signal, r.polarity, r.candidates[0].content) for r in kept] == [
        ("hide", -1, None)
    ] * 2


@pytest.mark.parametrize("root", ["Direct Messages", "Direct Message"])
@pytest.mark.parametrize("words", ["Content", "comment"])
def test_messages_are_the_donors_by_user_name(root: str, words: str) -> None:
    talk = {"Chat History with Zoe_V:": [{"Date": DATE, "From": "Zoe_V", words: "Tu viens ?"},
                                         {"Date": DATE, "From": "maelle_k", words: "J'arrive"}]}  # fmt: skip
    document: dict[str, Any] = {root: {"Chat History": {"ChatHistory": talk}}}
    _, outcome = read(zipped({"user_data.json": document}))
    assert [question.options for question in outcome.questions] == [("Zoe_V", "maelle_k")]
    document["Profile And Settings"] = {"Profile Info": {"ProfileMap": PROFILE}}
    _, outcome = read(zipped({"user_data.json": document}))
    assert outcome.tally.removed["R3", "messages"] == outcome.tally.removed["R4", "messages"] == 1
    assert [chat.title for chat in outcome.private_chats] == ["Zoe_V"]
    kept, _ = read(zipped({"user_data.json": document}), choices=Choices(all_private_chats=True))
    assert [r.candidates[0].content for r in kept] == ["J'arrive"]


def test_conversations_of_several_are_private_whatever_their_name() -> None:
    talk = [{"Date": DATE, "From": "zoe_v", "Content": "Qui vient ?"},
            {"Date": DATE, "From": "maelle_k", "Content": "Moi"}]  # fmt: skip
    document = {"Direct Message": {"Group Chat": {"GroupChat": {"Les copains:": talk}}},
                "Profile And Settings": {"Profile Info": {"ProfileMap": PROFILE}}}  # fmt: skip
    kept, outcome = read(zipped({"user_data.json": document}))
    assert not kept
    assert outcome.tally.removed["R3", "messages"] == outcome.tally.removed["R4", "messages"] == 1


def test_the_text_export_holds_the_same() -> None:
    files = {
        "Likes and Favorites/Like List.txt": f"Date: {DATE} UTC\nLink: {LINK}\n\nDate: {DATE}\r\nLink: {LINK}\r\n",
        "Your Activity/Favorite Sounds.txt": f"Date: {DATE}\nLink: {LINK}\n",
        "Comment/Comments.txt": (
            f"Date: {DATE}\nComment: Deux choses :\nNote: une,\n\net deux.\nPhoto: N/A\n\n"
            f"Date: {DATE}\nComment: Bien"),
        "Poi Review/POI Review.txt": "PlaceName: Chez Zoé\nDate: 2024-05-06\nRating: 4/5\nReviewText: Bon\n\n"
                                     "PlaceName: Ailleurs\nDate: 2024-05-06\nRating: 2/5\n",
        "Direct Messages/Chat History.txt": (
            f">>> Chat History with zoe_v::\nDate: {DATE}\nFrom: zoe_v\nContent: Salut\n\n"
            f"Date: {DATE}\nFrom: maelle_k\nContent: Oui : demain\n"),
        "Profile/Profile Information.txt": "Username: maelle_k\nDisplay Name: Maëlle K\nBirthdate: 10-Aug-1990\n",
        "Your Activity/Watch History.txt": f"Date: {DATE}\nLink: {LINK}\n",
        "Profile And Settings/Block List.txt": f"Date: {DATE}\nUsername: karim_b\n",
    }  # fmt: skip
    kept, outcome = read(zipped(files), choices=Choices(all_private_chats=True))
    assert [(r.signal, r.value, r.candidates[0].content) for r in kept] == [
        ("like", None, None), ("like", None, None), ("save", None, None),
        ("reply", None, "Deux choses :\nNote: une,\n\net deux."), ("reply", None, "Bien"),
        ("star", 0.5, "Bon"), ("star", -0.5, None), ("reply", None, "Oui : demain"),
    ]  # fmt: skip
    assert outcome.tally.removed["R3", "messages"] == 1
    assert outcome.tally.unread_entries == 1  # the history


def test_a_comments_file_of_somebody_else_is_not_taken() -> None:
    with pytest.raises(ArchiveProblem, match="unknown_platform"):
        read(
            zipped(
                {
                    "Comments.txt": "Dear all,\nplease find below my comments on the second draft.\n"
                    * 3
                }
            )
        )


@pytest.mark.parametrize("written", ["{d}-Aug-{y}", "{y}-08-{d}", "{y}"])
def test_the_export_of_a_child_is_refused(written: str) -> None:
    birth = written.format(d="10", y=datetime.now(UTC).year - 11)
    document = {"Profile": {"Profile Information": {"ProfileMap": {**PROFILE, "birthDate": birth}}}}
    with pytest.raises(ArchiveProblem, match="minor"):
        read(zipped({"user_data.json": document}))


def test_so_it_is_where_it_says_little_else() -> None:
    birth = f"10-Aug-{datetime.now(UTC).year - 11}"
    document = {"Profile": {"Profile Information": {"ProfileMap": {"birthDate": birth}}}}
    with pytest.raises(ArchiveProblem, match="minor"):
        read(zipped({"user_data.json": document}))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["Date", "Link", "link", "Comment", "From", "Content", "Rating", "ReviewText", "UserName",
             "ItemFavoriteList", "CommentsList", "ReviewsList", "Chat History with x:", "birthDate",
             "ProfileMap", "Content Preferences", "Keyword filters", "WatchLiveMap", "Comments"]
        ),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(VALUES, VALUES)
def test_no_shape_of_record_stops_the_others(one: Any, other: Any) -> None:
    document = {
        "Comment": {"Comments": {"CommentsList": [one, other]}},
        "Poi Review": {"POI Review": {"ReviewsList": [other]}, "Anything": one},
        "Profile": {"Profile Info": {"ProfileMap": one}},
        "Direct Messages": {"Chat History": {"ChatHistory": {"Chat History with z:": [one], "y": other}}},
        "Activity": {"Like List": {"ItemFavoriteList": [one, {"Date": DATE, "Link": LINK}, other]}},
    }  # fmt: skip
    assert "like" in [r.signal for r in read(zipped({"user_data.json": document}))[0]]


@given(st.text(max_size=200))
def test_no_text_stops_the_others(text: str) -> None:
    files = {"Comment/Comments.txt": f"Date: {DATE}\nComment: {text}\n", "Like List.txt": text,
             "Chat History.txt": text, "Profile Info.txt": text,
             "Favorite Videos.txt": f"Date: {DATE}\nLink: {LINK}\n"}  # fmt: skip
    assert "save" in [r.signal for r in read(zipped(files))[0]]
