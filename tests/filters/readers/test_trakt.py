"""Trakt: what is kept of ratings, comments and likes, and what of them never is."""

import json
from typing import Any

import pytest

from filters.interaction import tier
from filters.problem import ArchiveProblem, Problem
from tests.filters.reading import read, zipped

FILM = {"title": "Le Train", "year": 1990, "ids": {"trakt": 77, "slug": "le-train-1990"}}
SHOW = {"title": "La Gare", "year": 2001, "ids": {"trakt": 5, "slug": "la-gare"}}
DONOR = {"username": "maelle_k", "private": False, "name": "Maëlle Kervadec", "vip": True,
         "vip_ep": False, "ids": {"slug": "maelle-k"}}  # fmt: skip
OTHER = {**DONOR, "username": "zoe_v", "name": "Zoé Vasseur", "ids": {"slug": "zoe-v"}}


def rated(rating: object, kind: str = "movie", **work: Any) -> dict[str, Any]:
    work = work or {"movie": FILM}
    return {"rated_at": "2024-03-02T10:00:00.000Z", "rating": rating, "type": kind, **work}


def commented(
    words: str, rating: int | None = None, *, number: int = 1, parent: int = 0, **work: Any
) -> dict[str, Any]:
    work = work or {"movie": FILM}
    return {"type": next(iter(work)), **work, "comment": {
        "id": number, "comment": words, "spoiler": False, "review": False, "parent_id": parent,
        "created_at": "2024-03-03T10:00:00.000Z", "updated_at": "2024-03-03T10:00:00.000Z",
        "replies": 0, "likes": 2, "language": "fr", "user_stats": {"rating": rating, "play_count": 1},
        "user": DONOR,
    }}  # fmt: skip


def test_ratings_of_every_kind_of_work() -> None:
    files = {
        "ratings-movies.json": [rated(10), rated(1)],
        "ratings-shows.json": [rated(7, "show", show=SHOW)],
        "ratings-seasons.json": [
            rated(6, "season", season={"number": 2, "ids": {"trakt": 61}}, show=SHOW),
        ],
        "ratings-episodes.json": [
            rated(8, "episode", show=SHOW, episode={
                "season": 2, "number": 3, "title": "Le quai", "ids": {"trakt": 62}}),
        ],
    }  # fmt: skip
    kept, outcome = read(zipped(files))
    found = [(r.candidates[0].content, r.value, r.object_ref) for r in kept]
    assert found == [
        ("Le Train", 1.0, "trakt:movie:77"),
        ("Le Train", -1.0, "trakt:movie:77"),
        ("La Gare", pytest.approx(1.5 / 4.5), "trakt:show:5"),
        ("La Gare S2", pytest.approx(0.5 / 4.5), "trakt:season:61"),
        ("La Gare S2E3: Le quai", pytest.approx(2.5 / 4.5), "trakt:episode:62"),
    ]
    assert {(r.signal, r.scale, r.period) for r in kept} == {("star", "1-10", "2024-Q1")}
    assert not outcome.tally.unknown


@pytest.mark.parametrize("name", ["ratings/ratings-movies.json", "ratings-movies-2.json", "x.json"])
def test_parts_folders_and_renamed_files_are_known(name: str) -> None:
    kept, outcome = read(zipped({name: [rated(8)]}))
    assert [record.signal for record in kept] == ["star"]
    assert [part.reader for part in outcome.platforms] == ["trakt@1"]


@pytest.mark.parametrize("rating", [0, 11, 7.5, "8", None, True])
def test_a_rating_that_is_none_is_counted(rating: object) -> None:
    kept, outcome = read(zipped({"ratings-movies.json": [rated(rating), rated(4)]}))
    assert len(kept) == 1
    assert outcome.tally.unknown.total() == 1


@pytest.mark.parametrize(
    "one",
    [
        rated(9, movie={**FILM, "title": True}),
        rated(9, "season", season={"number": "deux", "ids": {"trakt": 61}}, show=SHOW),
        rated(9, "person", person={"name": "Zoé Vasseur", "ids": {"trakt": 8}}),
    ],
)
def test_a_work_of_another_shape_is_counted(one: dict[str, Any]) -> None:
    kept, outcome = read(zipped({"ratings-movies.json": [one, rated(4)]}))
    assert len(kept) == 1
    assert outcome.tally.unknown.total() == 1


def test_a_rating_and_the_words_about_it_are_one_act() -> None:
    files = {
        "comments-movies.json": [commented("Très beau.", 9)],
        "ratings-movies.json": [rated(9)],
    }
    kept, outcome = read(zipped(files))
    (record,) = kept
    assert (record.signal, tier(record)) == ("star", "T2")
    assert [c.content for c in record.candidates] == ["Le Train", "Très beau."]
    assert outcome.tally.removed["quality", "ratings"] == 1


def test_a_second_comment_does_not_rate_once_more() -> None:
    words = [commented("Très beau.", 9), commented("Revu, toujours beau.", 9, number=2)]
    kept, _ = read(zipped({"comments-movies.json": words, "ratings-movies.json": [rated(9)]}))
    assert [record.signal for record in kept] == ["star", "reply"]


@pytest.mark.parametrize(
    "one",
    [
        commented("Tout à fait.", 9, parent=44),
        commented("Belle liste.", list={"name": "À voir", "ids": {"trakt": 3}, "user": OTHER}),
        commented("Pas vu en entier."),
    ],
)
def test_answers_comments_on_lists_and_words_alone_are_replies(one: dict[str, Any]) -> None:
    kept, _ = read(zipped({"comments-movies.json": [one], "ratings-movies.json": [rated(9)]}))
    assert sorted(record.signal for record in kept) == ["reply", "star"]


def test_the_words_of_others_are_not_kept() -> None:
    theirs = {**commented("Mon avis à moi.")["comment"], "user": OTHER}
    lists = {
        "name": "Les trains de Zoé",
        "description": "Pour Luc",
        "user": OTHER,
        "ids": {"trakt": 9},
    }
    at = {"liked_at": "2024-05-02T10:00:00.000Z"}
    kept, _ = read(zipped({
        "likes-comments.json": [{**at, "type": "comment", "comment": theirs}],
        "likes-lists.json": [{**at, "type": "list", "list": lists}],
    }))  # fmt: skip
    assert [(r.signal, r.object_type) for r in kept] == [("like", "comment"), ("like", "post")]
    assert [(c.content, c.rule) for r in kept for c in r.candidates] == [(None, "R2")] * 2
    assert not any(word in repr(kept) for word in ("avis", "Zoé", "Luc", "zoe"))


def test_comments_that_the_profile_says_are_another_persons_are_not_kept() -> None:
    theirs = commented("Mon avis à moi.", 9)
    theirs["comment"]["user"] = OTHER
    own = commented("Très beau.", 9, number=2)
    files = {"comments-movies.json": [theirs, own], "ratings-movies.json": [rated(9)]}
    kept, outcome = read(zipped({"user-profile.json": DONOR, **files}))
    assert [[c.content for c in r.candidates] for r in kept] == [["Le Train", "Très beau."]]
    assert outcome.tally.removed["R2", "comments"] == 1


def test_favourites_and_hidden_recommendations_are_acts_and_lists_are_not() -> None:
    one = {"type": "movie", "movie": FILM}
    listed = {
        "rank": 1,
        "id": 4,
        "listed_at": "2024-05-02T10:00:00.000Z",
        "notes": "pour Luc",
        **one,
    }
    concealed = {"hidden_at": "2024-05-02T10:00:00.000Z", **one}
    kept, outcome = read(zipped({
        "ratings-movies.json": [rated(9)],
        "lists-favorites.json": [listed],
        "lists-watchlist.json": [listed],
        "lists-list-9-pour-luc.json": [listed],
        "hidden-recommendations.json": [concealed],
        "hidden-calendar.json": [concealed],
        "notes-movies.json": [{**one, "note": {"notes": "vu avec Luc", "privacy": "private"}}],
        "watched-history-1.json": [{"id": 1, "watched_at": "2024-05-02T10:00:00.000Z", **one}],
        "network-friends.json": [],
    }))  # fmt: skip
    assert sorted(r.signal for r in kept) == ["hide", "like", "star"]
    assert "Luc" not in repr(kept)
    assert not outcome.tally.unknown


def test_a_history_alone_is_recognised_and_holds_nothing() -> None:
    seen = [{"id": 1, "watched_at": "2024-05-02T10:00:00.000Z", "type": "movie", "movie": FILM}] * 3
    kept, outcome = read(zipped({"watched-history-1.json": seen}))
    assert not kept
    assert [part.reader for part in outcome.platforms] == ["trakt@1"]


@pytest.mark.parametrize("age", [9, 14])
def test_the_archive_of_a_child_is_refused(age: int) -> None:
    profile = {**DONOR, "age": age, "location": "Brest"}
    for name, content in (
        ("user-profile.json", profile),
        ("user-settings.json", {"user": profile}),
    ):
        with pytest.raises(ArchiveProblem) as refused:
            read(zipped({name: content, "ratings-movies.json": [rated(9)]}))
        assert refused.value.problem is Problem.MINOR


@pytest.mark.parametrize("key", ["rated_at", "parent_id", "ids"])
def test_where_a_key_is_renamed_nothing_is_lost_in_silence(key: str) -> None:
    files = {
        "ratings-movies.json": [rated(9)],
        "comments-shows.json": [commented("Oui.", show=SHOW)],
    }
    renamed = {name: json.dumps(rows).replace(f'"{key}"', '"qqch"') for name, rows in files.items()}
    kept, outcome = read(zipped({**renamed, "ratings-shows.json": [rated(3, "show", show=SHOW)]}))
    assert len(kept) + outcome.tally.unknown.total() == 3
