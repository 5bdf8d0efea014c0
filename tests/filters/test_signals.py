"""The signals a reader declares, which the README's table shows, are those it finds, and no others."""

import json
from collections import defaultdict
from functools import cache
from itertools import product
from typing import Any, get_args

import pytest

from filters.expressed.feedback import Feedback
from filters.reader import Choices, Reader
from filters.recognition import READERS
from tests.filters.generators.catalogue import cases
from tests.filters.reading import read, zipped
from tests.filters.test_planted import sifted

IN_WORDS = set(get_args(Feedback))
"""Found in conversations with any assistant, and said above the table for all of them."""
AT = 1_700_000_000


def _chat(*messages: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"uuid": "c", "name": "", "chat_messages": list(messages)}]


def _turn(key: str, sender: str, parent: str | None) -> dict[str, Any]:
    return {"uuid": key, "sender": sender, "text": f"mots {key}", "parent_message_uuid": parent,
            "created_at": "2025-03-02T10:00:00Z", "files": [], "attachments": []}  # fmt: skip


def _grok(key: str, sender: str, parent: str | None, second: int) -> dict[str, Any]:
    return {"response": {"_id": key, "sender": sender, "message": f"mots {key}", "model": "grok-3",
            "parent_response_id": parent, "create_time": f"2025-05-01T10:00:0{second}.000Z"}}  # fmt: skip


def _judged_of_claude(rating: str) -> dict[str, Any]:
    answer = {**_turn("a", "assistant", "q"), "chat_feedback": {"type": rating}}
    return _chat(_turn("q", "human", None), answer)


def _deepseek(rating: str) -> dict[str, Any]:
    question = {"message_id": 1, "parent_id": None, "role": "USER", "content": "Et la tarte ?",
                "inserted_at": 1_746_093_600}  # fmt: skip
    answer = {"message_id": 2, "parent_id": 1, "role": "ASSISTANT", "content": "Au four.",
              "inserted_at": 1_746_093_601, "feedback": {"feedback_type": rating}}  # fmt: skip
    return {"chat_session": {"current_message_id": 2}, "chat_messages": [question, answer]}


_THREAD = [
    ("q", "human", None),
    ("a", "assistant", "q"),
    ("b", "assistant", "q"),
    ("n", "human", "b"),
]
_HIDDEN = {"title": "", "string_map_data": {"Heure": {"timestamp": AT}}}
_THUMB = {"title": "x", "string_list_data": [{"href": "", "value": "👍", "timestamp": AT}]}
SMALL: dict[str, dict[str, Any]] = {
    "claude": {"conversations.json": _chat(*(_turn(*one) for one in _THREAD))},
    "grok": {"prod-grok-backend.json": {"conversations": [{"conversation": {"id": "c"}, "responses": [
        _grok(*one, second) for second, one in enumerate(_THREAD)]}]}},
    "facebook": {
        "preferences/feed/controls.json": {"controls": [
            {"name": "Show Less", "entries": [{"timestamp": AT}]}]},
        "stories/story_reactions.json": {"stories_feedback_v2": [
            {"title": "x", "timestamp": AT, "data": [{"text": "🦄"}]}]},
    },
    "instagram": {
        "ads_information/ads_and_topics/posts_you're_not_interested_in.json": {
            "impressions_history_posts_not_interested": [_HIDDEN]},
        "story_interactions/emoji_story_reactions.json": {
            "story_activities_emoji_story_reactions": [
                {"title": "x", "string_list_data": [{"value": emoji, "timestamp": AT}]}
                for emoji in ("😂", "😮", "😢", "😡", "🦄")]},
    },
    "threads": {
        "threads/liked_threads.json": {"text_post_app_media_likes": [_THUMB]},
        "threads/saved_threads.json": {"text_post_app_media_saves": [_THUMB]},
    },
    "spotify": {"PodcastInteractivityRatedShow.json": {"ratedShows": [
        {"showName": "A", "rating": 5, "ratedAt": "2024-01-02T00:00:00Z"}]}},
    "google": {"Takeout/Maps (your places)/Reviews.json": {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"review_text_published": "Sans étoile", "date": "2024-05-06",
         "google_maps_url": "https://maps.example", "location": {"name": "x"}}}]}},
    "youtube": {"Takeout/My Activity/YouTube/MyActivity.json": [
        {"header": "YouTube", "title": "Not interested in A video", "time": "2024-01-02T00:00:00Z",
         "titleUrl": "https://www.youtube.com/watch?v=FGBhQbmPwH8", "products": ["YouTube"]}]},
}  # fmt: skip
"""Acts that no generator plants, because they are rare."""


@cache
def found() -> dict[str, set[str]]:
    """The signals of each platform that are found in generated and in small exports."""
    signals: defaultdict[str, set[str]] = defaultdict(set)
    for case, seed in product(cases(), (1, 2, 3)):
        for record in sifted(case.export(seed, 400))[0]:
            signals[record.platform].add(record.signal)
    donor = Choices(me=frozenset({"Camille Exemple"}), all_private_chats=True)
    small = [
        *SMALL.values(),
        *({"conversations.json": _deepseek(one)} for one in ("like", "dislike")),
        *({"conversations.json": _judged_of_claude(one)} for one in ("upvote", "downvote")),
    ]
    for files in small:
        written = {name: json.dumps(content) for name, content in files.items()}
        for record in read(zipped(written), choices=donor)[0]:
            signals[record.platform].add(record.signal)
    return signals


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.platform)
def test_a_reader_finds_what_it_declares_and_nothing_else(reader: Reader) -> None:
    declared = [signal for certain in reader.signals.values() for signal in certain]
    assert len(declared) == len(set(declared))
    assert set(declared) - IN_WORDS == found()[reader.platform] - IN_WORDS
