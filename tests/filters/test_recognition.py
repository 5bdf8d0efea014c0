"""Which platform an archive comes from, and what is said of one nobody knows."""

import json

import pytest

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
