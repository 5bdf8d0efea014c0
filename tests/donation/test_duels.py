"""The game of two answers: terms first, totals only, and a share once enough have spoken."""

import pytest
from django.test import Client

from donation import duels
from donation.models import PairVote

pytestmark = pytest.mark.django_db
ADDRESS = "/deux-reponses/"


@pytest.fixture
def player(client: Client) -> Client:
    client.post(ADDRESS, {"agree": ["", "yes"]})
    return client


def say(client: Client, pair: duels.Pair, choice: str, turned: str = "0") -> str:
    data = {"pair": pair.id, "choice": choice, "turned": turned, "tag": ["useful", "nonsense"]}
    return client.post(ADDRESS, data).content.decode()


def test_nobody_plays_before_agreeing(client: Client) -> None:
    assert "a total" not in client.get(ADDRESS).content.decode()
    assert "Seul un total est gardé" in client.get(ADDRESS).content.decode()
    say(client, duels.PAIRS[0], "first")
    assert not PairVote.objects.exists()
    assert client.post(ADDRESS, {"agree": ""}).status_code == 400


def test_a_vote_is_a_total_and_sent_twice_it_counts_once(player: Client) -> None:
    say(player, duels.PAIRS[0], "first")
    say(player, duels.PAIRS[0], "first")
    rows = set(PairVote.objects.values_list("said", "count"))
    assert rows == {("first", 1), ("tag useful", 1)}


def test_the_place_on_the_page_does_not_matter(player: Client) -> None:
    say(player, duels.PAIRS[0], "first", turned="1")
    assert PairVote.objects.filter(said="second").exists()


def test_a_share_is_told_from_twenty_votes_on(player: Client) -> None:
    pair = duels.PAIRS[0]
    for _ in range(11):
        duels.vote(pair, "first", (), "fr")
    for _ in range(8):
        duels.vote(pair, "second", (), "fr")
    assert duels.share(pair, "first") is None
    page = say(player, pair, "first")
    assert "60\u202f% des gens ont choisi comme vous" in page


def test_after_the_last_question_there_is_an_end(player: Client) -> None:
    for pair in duels.PAIRS:
        say(player, pair, "equal")
    assert "toutes les questions" in player.get(ADDRESS).content.decode()


def test_every_pair_has_two_different_answers_and_an_id_of_its_own() -> None:
    assert len({pair.id for pair in duels.PAIRS}) == len(duels.PAIRS)
    assert all(pair.first != pair.second for pair in duels.PAIRS)
