"""Stack Exchange: votes, and the searches around them."""

import json
import time

from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd

LAYOUTS = ("names", "numbers")
_KINDS = {
    "names": {"UpMod": ("upvote", "good"), "DownMod": ("downvote", "bad"), "Favorite": ("save", "good"), "Close": None},
    "numbers": {2: ("upvote", "good"), 3: ("downvote", "bad"), 5: ("save", "good"), 1: None},
}  # fmt: skip


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    crowd = Crowd(seed, language)
    rng = crowd.rng
    export = Export("stackexchange")
    votes = []
    for number in range(size):
        at = time.strftime("%Y-%m-%dT%H:%M:%S.1230000+00:00", time.gmtime(crowd.when()))
        row = {"eventTime": at, "siteId": "stackoverflow.com", "ipAddress": "192.0.2.1"}
        if rng.random() < 0.2:
            votes.append({**row, "target": "Comment", "postId": number, "commentId": number + 7})
            export.plant("upvote", "good")
            continue
        kind, meant = rng.choice(list(_KINDS[layout].items()))  # type: ignore[attr-defined]
        votes.append({**row, "target": "Post", "postId": number, "voteType": kind})
        if meant:
            export.plant(*meant)
    searches = [{"eventTime": "2020-01-01", "query": crowd.sentence(3)} for _ in range(size // 4)]
    written = {
        "analytics/qa\\vote.submit.json": votes,
        "analytics/qa\\search.json": searches,
    }
    export.files = {name: json.dumps(value).encode("utf-8-sig") for name, value in written.items()}
    return export
