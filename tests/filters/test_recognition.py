"""Which platform an archive comes from, and what is said of one nobody knows."""

import io
import json
import zipfile
from collections.abc import Mapping

import pytest

from filters.archive.archive import Source
from filters.problem import ArchiveProblem, Problem
from tests.filters.reading import read, zipped

LIKES = 'window.YTD.like.part0 = [{"like": {"tweetId": "1", "fullText": "Bien vu, merci"}}]'


def test_content_makes_sure_and_a_single_name_only_likely() -> None:
    assert read(zipped({"like.txt": LIKES}))[1].platforms[0].confidence == "sure"


def test_two_platforms_in_one_zip_are_both_read() -> None:
    poll = {"poll_votes_v2": [{"timestamp": 1700000000, "attachments": [{"data": [{"poll": {
        "options": [{"option": "Oui", "voted": True}, {"option": "Non"}]}}]}]}]}  # fmt: skip
    kept, outcome = read(zipped({"x/data/like.js": LIKES, "fb/polls/your_poll_votes.json": poll}))
    assert [part.platform for part in outcome.platforms] == ["facebook", "x"]
    assert {record.platform for record in kept} == {"facebook", "x"}


@pytest.mark.parametrize("root", ["", "twitter-2024-01-01-abc/", "Bureau/mes données/"])
def test_extra_root_folders_change_nothing(root: str) -> None:
    kept, _ = read(zipped({f"{root}data/like.js": LIKES}))
    assert [record.signal for record in kept] == ["like"]


def test_an_unknown_archive_is_described_by_neutral_counts_only() -> None:
    files = {
        "Camille Durand/lettres/a.json": json.dumps({"k": 1}),
        "Camille Durand/b.json": "{}",
        "Camille Durand/photo.jpg": b"x",
        "c.camille": "x",
    }
    with pytest.raises(ArchiveProblem) as stopped:
        read(zipped(files))
    assert stopped.value.problem is Problem.UNKNOWN_PLATFORM
    assert stopped.value.layout == {"2/json": 1, "1/json": 1, "1/media": 1, "0/other": 1}


def stored(files: Mapping[str, str | bytes]) -> bytes:
    """A zip whose entries lie in it as they are, so that their bytes can be seen from outside."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


INNER = stored({"message_feedback.json": '[{"rating": "thumbs_up"}]', "data/like.js": LIKES})


def outer(files: Mapping[str, str | bytes], *, deflated: bool) -> Source:
    return zipped(files) if deflated else Source(io.BytesIO(stored(files)), "dossier.zip")


@pytest.mark.parametrize("deflated", [True, False])
@pytest.mark.parametrize(
    "inner", ["export.zip", "Mon dossier/facebook-camille.ZIP", "takeout-001.tgz", "data.dms"]
)
def test_an_archive_that_only_holds_another_says_so(inner: str, *, deflated: bool) -> None:
    files = {inner: INNER, "photo.jpg": b"x", "lisez-moi.txt": "Mes exports"}
    with pytest.raises(ArchiveProblem) as stopped:
        read(outer(files, deflated=deflated))
    assert stopped.value.problem is Problem.NESTED_ARCHIVE
    assert not stopped.value.layout


@pytest.mark.parametrize("deflated", [True, False])
@pytest.mark.parametrize("name", ["export.zip", "export", "conversations.json", "like.js"])
def test_what_stands_in_the_bytes_of_an_inner_archive_is_read_as_no_other_file(
    name: str, *, deflated: bool
) -> None:
    with pytest.raises(ArchiveProblem):
        read(outer({name: INNER}, deflated=deflated))


def test_an_inner_archive_beside_acts_is_passed_over_and_counted() -> None:
    kept, outcome = read(zipped({"data/like.js": LIKES, "data/more.zip": INNER}))
    assert [record.signal for record in kept] == ["like"]
    assert [row["field"] for row in outcome.tally.as_report()["unknown"]] == ["zip"]


def test_what_only_tells_who_the_donor_is_does_not_hide_an_inner_archive() -> None:
    account = 'window.YTD.account.part0 = [{"account": {"username": "camille"}}]'
    with pytest.raises(ArchiveProblem) as stopped:
        read(zipped({"data/account.js": account, "twitter-2024.zip": INNER}))
    assert stopped.value.problem is Problem.NESTED_ARCHIVE


def test_what_a_reader_does_not_know_is_counted_by_our_own_words() -> None:
    ratings = [
        {"communityNoteRating": {"noteId": "1", "helpfulnessLevel": "VERY_HELPFUL"}},
        {"communityNoteRating": {"noteId": "2", "helpfulnessLevel": "HELPFUL"}},
    ]
    archive = {
        "data/community-note-rating.js": "window.YTD.community_note_rating.part0 = "
        + json.dumps(ratings),
        "data/brand-new.xyz": "x",
    }
    numbers = read(zipped(archive))[1].tally.as_report()
    assert numbers["unknown"] == [
        {"reader": "x@1", "family": "entry", "field": "other", "count": 1},
        {"reader": "x@1", "family": "note_ratings", "field": "helpfulnessLevel", "count": 1},
    ]
    assert numbers["read"] == {"x@1": 2}


def test_an_entry_goes_to_a_platform_that_is_there() -> None:
    """`threads_viewed.json` lies in a folder of Instagram, of which there is nothing else."""
    liked = {"text_post_app_media_likes": [{"string_list_data": [{"timestamp": 1_700_000_000}]}]}
    folder = "your_instagram_activity/threads"
    _, outcome = read(
        zipped({f"{folder}/liked_threads.json": liked, f"{folder}/threads_viewed.json": {}})
    )
    assert not outcome.tally.unknown


def test_a_photo_is_no_change_of_format() -> None:
    _, outcome = read(zipped({"data/like.js": LIKES, "data/tweets_media/1.jpg": b"x"}))
    assert not outcome.tally.unknown
    assert outcome.tally.unread_entries == 1


def test_a_name_that_was_borne_out_a_hundred_times_is_believed() -> None:
    """Of fifty thousand conversations not every one is opened twice; what an entry turns out not to
    hold is counted all the same."""
    said = [{"id": "1", "chatId": "c", "role": "user", "content": "Salut", "contentChunks": [],
             "createdAt": "2025-01-01T00:00:00Z"}]  # fmt: skip
    elsewhere = [{"gossip": "x" * 100}]
    chats = {f"chat-{number:03}.json": said for number in range(120)}
    late = read(zipped({**chats, "chat-999.json": elsewhere}))[1].tally
    assert late.as_report()["unknown"] == [
        {"reader": "lechat@1", "family": "conversations", "field": "message", "count": 1}
    ]
    early = read(zipped({"chat-.json": elsewhere, **chats, "chat-999.json": elsewhere}))[1].tally
    assert early.as_report()["unknown"] == [
        {"reader": "lechat@1", "family": "entry", "field": "json", "count": 2}
    ]


NEW_FILES = {
    "facebook": [
        "your_facebook_activity/votes/new_votes.json", "your_facebook_activity/polls/quiz.json",
        "your_facebook_activity/comments_and_reactions/emoji_1.json",
        "your_facebook_activity/other_activity/opinions.json", "preferences/feed/show_next.json",
        "ads_information/ads_ratings.json", "your_facebook_activity/votes/new_votes.html",
        "saved_items_and_collections/wishes.html",
    ],
    "instagram": [
        "your_instagram_activity/votes/new_votes.json", "your_instagram_activity/likes/liked_x.json",
        "ads_information/ads_and_topics/posts_you_rated.json", "media/reposts.json",
        "your_instagram_activity/votes/new_votes.html", "preferences/filters/keywords.json",
    ],
    "x": ["data/brand-new.js", "data/ad-ratings.js", "data/community-note-vote.js"],
}  # fmt: skip
OF_THEIRS = {
    "facebook": {"polls/polls_you_voted_on.json": {"poll_votes_v2": []}},
    "instagram": {
        "your_instagram_activity/likes/liked_posts.json": {
            "likes_media_likes": [{"string_list_data": [{"timestamp": 1_700_000_000}]}]
        }
    },
    "x": {"data/like.js": LIKES},
}


@pytest.mark.parametrize(
    ("platform", "name"),
    [(platform, name) for platform, some in NEW_FILES.items() for name in some],
)
def test_a_new_file_among_files_that_are_known_is_counted(platform: str, name: str) -> None:
    content = "window.YTD.brand_new.part0 = [{}]" if platform == "x" else "{}"
    _, outcome = read(zipped({**OF_THEIRS[platform], name: content}))
    (reader,) = (part.reader for part in outcome.platforms)
    assert dict(outcome.tally.unknown) == {(reader, "entry", name.rpartition(".")[2]): 1}


KNOWN_FILES = {
    "facebook": [
        "ads_information/ad_preferences.json", "ads_information/ads_and_topics/ads_viewed.json",
        "ads_information/advertisers_you've_interacted_with.json",
        "apps_and_websites_off_of_facebook/connected_apps_and_websites.json",
        "connections/supervision/supervision.json", "logged_information/search/your_search_history.json",
        "personal_information/other_personal_information/emails_we_sent_you.json",
        "preferences/feed/snooze.json", "preferences/preferences/video.json",
        "security_and_login_information/browser_cookies.json",
        "your_facebook_activity/comments_and_reactions/your_comment_edits.json",
        "your_facebook_activity/facebook_marketplace/items_sold.json",
        "your_facebook_activity/groups/your_group_membership_activity.json",
        "your_facebook_activity/navigation_bar/shortcuts.json",
        "your_facebook_activity/other_activity/pokes.json",
        "your_facebook_activity/pages/pages_and_profiles_you_follow.json",
        "your_facebook_activity/pages/pages_and_profiles_you_ve_unfollowed.json",
        "your_facebook_activity/posts/album/0.json", "your_facebook_activity/posts/archive.json",
        "your_facebook_activity/saved_items_and_collections/collections.json",
        "your_facebook_activity/stories/archived_stories.json",
        "your_facebook_activity/posts/your_posts_1.html", "start_here.html",
    ],
    "instagram": [
        "ads_information/ads_and_topics/videos_watched.json",
        "ads_information/instagram_ads_and_businesses/ads_about_meta.json",
        "connections/followers_and_following/removed_suggestions.json",
        "logged_information/recent_searches/profile_searches.json", "media/posts_1.json",
        "preferences/media_settings/consents.json", "preferences/your_topics/your_topics.json",
        "security_and_login_information/login_and_profile_creation/signup_details.json",
        "your_instagram_activity/media/reels.json", "media/reels/202209/7bPxUCKAJDM_17955", "your_instagram_activity/gifts/gifts.json",
        "your_instagram_activity/saved/saved_collections.json",
        "your_instagram_activity/other_activity/time_spent_on_instagram.json",
    ],
    "x": [
        "assets/js/runtime.js", "data/account-timezone.js", "data/ad-impressions-part2.js",
        "data/deleted-tweet-headers.js", "data/direct-message-group-headers.js",
        "data/follower-part1.js", "data/lists-member.js", "data/periscope-followers.js",
        "data/README.txt", "data/smartblock.js", "data/sso.js",
    ],
}  # fmt: skip


@pytest.mark.parametrize("platform", KNOWN_FILES)
def test_what_an_export_is_known_to_hold_is_no_change_of_format(platform: str) -> None:
    _, outcome = read(zipped(dict.fromkeys(KNOWN_FILES[platform], "{}") | OF_THEIRS[platform]))
    assert not outcome.tally.unknown
