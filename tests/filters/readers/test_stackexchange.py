"""Stack Exchange: votes under names with a backslash; what is no vote is no preference."""

import json

import pytest

from tests.filters.reading import read, zipped

ROWS = [
    {"eventTime": "2020-08-19T20:12:45.9000000+00:00", "siteId": "stackoverflow", "target": "Post", "postId": 12, "voteType": "UpMod"},
    {"eventTime": "2020-08-19T20:12:45Z", "siteId": 1, "target": "Post", "postId": "13", "voteType": 3},
    {"eventTime": "2020-08-19T20:12:45Z", "siteId": 1, "target": "Comment", "postId": 1, "commentId": 14},
    {"siteId": 1, "target": "Post", "postId": 15},
    {"siteId": 1, "target": "Post", "postId": 15, "voteType": "Close"},
    {"siteId": 1, "target": "Post", "postId": 15, "voteType": "Sparkle"},
    {"siteId": 1, "target": "Wiki", "postId": 15},
    [],
]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["analytics/qa\\vote.submit.json", "x/analytics/qa/vote.submit.json", "a.txt"]
)
def test_votes_are_read_under_any_name(name: str) -> None:
    kept, outcome = read(zipped({name: json.dumps(ROWS).encode("utf-8-sig")}))
    assert [(r.signal, r.candidates[0].label, r.object_ref, r.period) for r in kept] == [
        ("upvote", "good", "stackexchange:post:stackoverflow:12", "2020-Q3"),
        ("downvote", "bad", "stackexchange:post:1:13", "2020-Q3"),
        ("upvote", "good", "stackexchange:comment:1:14", "2020-Q3"),
    ]
    assert outcome.tally.removed["unknown", "votes"] == 4
    assert outcome.tally.removed["no_preference", "votes"] == 1
