"""Trakt: ratings, comments that repeat some, likes, favourites, among lists and a history."""

import json
import random
from typing import Any

from tests.filters.generators.export import Export
from tests.filters.generators.words import sentence

LAYOUTS = ("flat", "folders")
_DONOR = {"username": "maelle_k", "private": False, "name": "Maëlle Kervadec", "vip": False,
          "vip_ep": False, "ids": {"slug": "maelle-k"}}  # fmt: skip
_FRIEND = {**_DONOR, "username": "zoe_v", "name": "Zoé Vasseur", "ids": {"slug": "zoe-v"}}


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of `size` acts, with a history of works among them that nobody judged."""
    export, chance = Export("trakt"), random.Random(seed)
    files: dict[str, list[Any]] = {name: [] for name in _FILES}
    for n in range(size):
        kind, works = _works(n, language)
        row, at = {"type": kind, **works}, f"2024-0{1 + n % 9}-02T10:11:12.000Z"
        files["watched-history-1"].append({"id": n, "watched_at": at, "action": "watch", **row})
        draw, stars = chance.random(), chance.randint(1, 10)
        if draw < 0.5:
            files[f"ratings-{kind}s"].append({"rated_at": at, "rating": stars, **row})
            export.plant("star")
        elif draw < 0.75:
            words = sentence(chance, language, n)
            is_rated = draw < 0.65
            comment = _comment(n, words, at, stars if is_rated else None)
            files[f"comments-{kind}s"].append({**row, "comment": comment})
            if is_rated:
                files[f"ratings-{kind}s"].append({"rated_at": at, "rating": stars, **row})
            export.plant("star" if is_rated else "reply")
        elif draw < 0.85:
            theirs = {**_comment(n, sentence(chance, language, n), at, None), "user": _FRIEND}
            files["likes-comments"].append({"liked_at": at, "type": "comment", "comment": theirs})
            export.plant("like", "good")
        elif draw < 0.95:
            files["lists-favorites"].append({"rank": n, "listed_at": at, "notes": None, **row})
            export.plant("like", "good")
        else:
            files["hidden-recommendations"].append({"hidden_at": at, **row})
            export.plant("hide", "bad")
    files["lists-watchlist"] = [{"listed_at": "2024-01-02T10:11:12.000Z", **row}]
    files["network-friends"] = [{"friends_at": "2024-01-02T10:11:12.000Z", "user": _FRIEND}]
    settings = {
        "user": {**_DONOR, "email": "maelle@exemple.fr"},
        "account": {"timezone": "Europe/Paris"},
    }
    contents: dict[str, Any] = {
        **files,
        "user-profile": {**_DONOR, "age": 40},
        "user-settings": settings,
    }
    export.files = {
        _named(name, layout): json.dumps(content).encode() for name, content in contents.items()
    }
    export.identities = {
        "maelle_k", "Maëlle Kervadec", "maelle@exemple.fr", "zoe_v", "Zoé Vasseur",
    }  # fmt: skip
    return export


_FILES = (
    "ratings-movies", "ratings-shows", "ratings-seasons", "ratings-episodes", "comments-movies",
    "comments-shows", "comments-seasons", "comments-episodes", "likes-comments", "likes-lists",
    "lists-favorites", "lists-watchlist", "hidden-recommendations", "hidden-calendar",
    "network-friends", "notes-movies", "watched-history-1",
)  # fmt: skip


def _named(name: str, layout: str) -> str:
    folder, _, rest = name.partition("-")
    if layout == "flat":
        return f"{name}.json"
    return f"maelle_k/{folder}/{rest if folder in ('user', 'lists') else name}.json"


def _works(number: int, language: str) -> tuple[str, dict[str, Any]]:
    title = f"Le Train {number}" if language == "fr" else f"The Train {number}"
    whole = {
        "title": title,
        "year": 1990,
        "ids": {"trakt": 1000 + number, "slug": f"train-{number}"},
    }
    part = {"number": 2, "ids": {"trakt": 5000 + number}}
    return (
        ("movie", {"movie": whole}),
        ("show", {"show": whole}),
        ("season", {"season": part, "show": whole}),
        ("episode", {"episode": {"season": 1, "title": f"Gare {number}", **part}, "show": whole}),
    )[number % 4]


def _comment(number: int, words: str, at: str, rating: int | None) -> dict[str, Any]:
    return {
        "id": number, "comment": words, "spoiler": False, "review": False, "parent_id": 0,
        "created_at": at, "updated_at": at, "replies": 0, "likes": 0, "language": "fr",
        "user_stats": {"rating": rating, "play_count": 1, "completed_count": 1}, "user": _DONOR,
    }  # fmt: skip
