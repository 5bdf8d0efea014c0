"""A pair that the donor looked at becomes theirs; what they do not want used is not kept."""

import json

import msgspec
import pytest

from donation import cards
from donation.cards import Choice
from donation.models import Donation
from donation.stages import confirmation
from filters.interaction import NEWEST_CHOSEN, OLDER_CHOSEN, Candidate, Retained, tier
from tests.donation.conftest import Give
from tests.journeys.archives import File, chatgpt, zipped

pytestmark = pytest.mark.django_db(transaction=True)


def regenerated(pairs: int) -> File:
    """A ChatGPT export in which Camille asked again, and went on from the second answer."""
    talks = []
    for n in range(pairs):
        ask, first, second, more = (f"{word}-{n}" for word in ("ask", "first", "second", "more"))
        texts = {
            ask: ("user", f"Propose une recette de soupe au potiron, numéro {n}.", "root", [first, second]),
            first: ("assistant", "Faites cuire le potiron dans de l'eau, puis mixez le tout.", ask, []),
            second: ("assistant", "Faites revenir un oignon, ajoutez le potiron et mixez.", ask, [more]),
            more: ("user", "Et pour six personnes, combien de potiron faut-il prévoir ?", second, []),
        }  # fmt: skip
        mapping = {
            name: {
                "id": name,
                "parent": parent,
                "children": children,
                "message": {
                    "id": name,
                    "author": {"role": role},
                    "create_time": 1_750_000_000 + at,
                    "content": {"content_type": "text", "parts": [text]},
                    "metadata": {},
                },
            }
            for at, (name, (role, text, parent, children)) in enumerate(texts.items())
        }
        root = {"id": "root", "message": None, "parent": None, "children": [ask]}
        talks.append(
            {
                "id": f"talk-{n}", "title": "Soupe", "create_time": 1_750_000_000,
                "mapping": {"root": root, **mapping}, "current_node": more,
            }
        )  # fmt: skip
    return zipped("camille.zip", {"conversations.json": json.dumps(talks).encode()})


@pytest.fixture
def donation(reported: Give) -> Donation:
    return reported(regenerated(3))


def kept(donation: Donation) -> list[Retained]:
    confirmation.confirm(donation, confirmation.NEEDED, "fr")
    lines = confirmation.kept_lines(donation)
    return [msgspec.json.decode(line, type=Retained) for line in lines]


def better(record: Retained) -> str:
    (text,) = (one.content for one in record.candidates if one.label == "chosen")
    return str(text)


def test_without_a_word_of_the_donor_a_pair_stays_weak(donation: Donation) -> None:
    assert [card.is_answered for card in cards.cards(donation)] == [False] * 3
    assert {tier(record) for record in kept(donation)} == {"T2"}


@pytest.mark.parametrize("choice", [Choice.FIRST, Choice.SECOND])
def test_the_answer_that_was_picked_is_the_chosen_one_and_is_trained_on(
    donation: Donation, choice: Choice
) -> None:
    picked = {}
    for card in cards.cards(donation):
        picked[card.question] = card.answers[choice is Choice.SECOND]
        cards.answer(donation, card.row, choice, ("useful", "not a word of ours"))
    records = kept(donation)
    assert {record.context[-1].content: better(record) for record in records} == picked
    assert {(record.evidence, tier(record)) for record in records} == {("confirmed", "T1")}
    assert all("useful" in record.flags for record in records)
    assert all("not a word of ours" not in record.flags for record in records)


def test_which_answer_was_the_newest_is_turned_with_the_pair() -> None:
    pair = (
        Candidate("chosen", "Un.", "ai", "present"),
        Candidate("rejected", "Deux.", "ai", "present"),
    )
    record = Retained(
        uid="0" * 32, platform="chatgpt", reader="chatgpt@1", source="conversations",
        kind="pairwise", signal="branch_kept", evidence="structural", polarity=0, candidates=pair,
        object_type="ai_answer", rule="R1", language="fr", flags=("code", NEWEST_CHOSEN),
    )  # fmt: skip
    said = Donation(verdicts={"3": {"better": "dropped", "tags": []}})
    turned = cards.judged(said, 3, msgspec.json.encode(record))
    assert turned is not None
    assert msgspec.json.decode(turned, type=Retained).flags == ("code", OLDER_CHOSEN)


def test_both_orders_are_met(reported: Give) -> None:
    shown = {card.answers for card in cards.cards(reported(regenerated(10)))}
    assert len(shown) == 2


def test_equal_answers_are_a_tie_and_unused_ones_are_not_kept(donation: Donation) -> None:
    one, two, _ = cards.cards(donation)
    cards.answer(donation, one.row, Choice.EQUAL)
    cards.answer(donation, two.row, Choice.UNUSED)
    records = kept(donation)
    assert len(records) == 2
    ties = [r for r in records if {c.label for c in r.candidates} == {"tie"}]
    assert len(ties) == 1


def test_what_is_no_card_cannot_be_answered(reported: Give) -> None:
    """A crafted form must not make an inferred row the donor's word."""
    donation = reported(chatgpt(3))
    assert cards.cards(donation) == []
    for row in range(donation.rows):
        with pytest.raises(KeyError):
            cards.answer(donation, row, Choice.FIRST)
    donation.refresh_from_db()
    assert donation.verdicts == {}


def test_at_most_ten_cards_are_shown(reported: Give) -> None:
    assert len(cards.cards(reported(regenerated(14)))) == cards.MOST


def test_nothing_said_on_cards_outlives_the_confirmation(donation: Donation) -> None:
    cards.answer(donation, cards.cards(donation)[0].row, Choice.EQUAL)
    confirmation.confirm(donation, confirmation.NEEDED, "fr")
    donation.refresh_from_db()
    assert donation.verdicts == {}
