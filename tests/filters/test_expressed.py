"""Feedback in words is found with a precision of at least nine in ten, on turns labelled by hand."""

import math

import pytest

from filters.expressed.feedback import feedback_in
from tests.filters import expressed_denied, expressed_held_out, expressed_put_right
from tests.filters.expressed_turns import ANSWER, TURNS

LABELS = {"P": "praise", "C": "complaint", "K": "correction", "-": None}


def labelled(turns: str) -> list[tuple[str | None, str]]:
    lines = (line.partition("|") for line in turns.strip().splitlines())
    return [(LABELS[mark], turn) for mark, _, turn in lines]


LABELLED = labelled(TURNS)
HELD_OUT = labelled(expressed_held_out.TURNS)


def lower_bound(right: int, count: int) -> float:
    """The lower end of Wilson's 95 % interval."""
    z, share = 1.96, right / count
    middle = share + z * z / (2 * count)
    return (middle - z * math.sqrt(share * (1 - share) / count + z * z / (4 * count**2))) / (
        1 + z * z / count
    )


def test_precision_is_at_least_nine_in_ten() -> None:
    found = [(label, feedback_in(turn, ANSWER)) for label, turn in LABELLED]
    said = [(label, got) for label, got in found if got is not None]
    right = sum(label == got for label, got in said)
    assert len(LABELLED) >= 200
    assert lower_bound(right, len(said)) >= 0.9, [
        (turn, feedback_in(turn, ANSWER))
        for label, turn in LABELLED
        if feedback_in(turn, ANSWER) not in (label, None)
    ]
    # Not by saying nothing: most verdicts are found.
    assert sum(got == label for label, got in found if label) >= 0.75 * sum(
        label is not None for label, _ in found
    )


def test_precision_holds_on_turns_nothing_was_tuned_on() -> None:
    said = [(label, feedback_in(turn, ANSWER)) for label, turn in HELD_OUT]
    right = [label for label, got in said if got is not None and got == label]
    assert len(HELD_OUT) >= 150
    assert len(right) / sum(got is not None for _, got in said) >= 0.9
    assert len(right) >= 0.7 * sum(label is not None for label, _ in said)


@pytest.mark.parametrize(("label", "turn"), labelled(expressed_denied.TURNS))
def test_praise_that_is_denied_complains_and_ironic_praise_says_nothing(
    label: str | None, turn: str
) -> None:
    assert feedback_in(turn, ANSWER) == label


def test_denied_and_ironic_praise_is_told_in_turns_nothing_was_tuned_on() -> None:
    said = [
        (label, feedback_in(turn, ANSWER)) for label, turn in labelled(expressed_denied.HELD_OUT)
    ]
    right = [label for label, got in said if got is not None and got == label]
    assert len(right) / sum(got is not None for _, got in said) >= 0.9
    assert len(right) >= 0.75 * sum(label is not None for label, _ in said)


@pytest.mark.parametrize(("label", "turn"), labelled(expressed_put_right.TURNS))
def test_a_rejection_that_says_what_is_right_or_was_meant_is_a_correction(
    label: str | None, turn: str
) -> None:
    assert feedback_in(turn, ANSWER) == label


def test_rejections_and_corrections_are_told_apart_in_turns_nothing_was_tuned_on() -> None:
    said = [
        (label, feedback_in(turn, ANSWER)) for label, turn in labelled(expressed_put_right.HELD_OUT)
    ]
    right = sum(label == got for label, got in said if got is not None)
    found = sum(got is not None for _, got in said)
    verdicts = sum(label is not None for label, _ in said)
    # Right 50 of 52: 0.96, 0.87 to 0.99; found 50 of 59: 0.85, 0.73 to 0.92 (Wilson, 95 %).
    assert right / found >= 0.9
    assert lower_bound(right, found) >= 0.85
    assert lower_bound(right, verdicts) >= 0.7
    # No correction is praise, and what judges nothing stays so.
    assert all(got is None for label, got in said if label is None)


@pytest.mark.parametrize(
    "turn",
    ["C'est faux, ça fait 3 fois que je te le dis", "C'est faux, il y a 3 erreurs",
     "C'est faux, tu as mis 1889", "C'est faux, elle n'est pas née à Paris", "C'EST FAUX, C'EST NUL",
     "C'est faux. La capitale est-elle Canberra ?", "C'est faux. Mon prof dit que c'est 12.",
     "Ça ne marche pas, j'ai Windows 11", "C'est nul, je voulais quelque chose de mieux",
     "C'est pas bon, il faut recommencer", "That's wrong, the answer is not 42",
     "You're wrong, it's a common mistake", "This is useless, I want a human"],
)  # fmt: skip
def test_a_rejection_that_goes_on_without_what_is_right_stays_a_complaint(turn: str) -> None:
    assert feedback_in(turn, ANSWER) == "complaint"


@pytest.mark.parametrize(
    "turn",
    ["C'est faux, la limite est de 12 mois", "Non, je parlais de la ville, pas du fruit",
     "That's wrong, it's 42", "You're not helping at all", "Tu ne m'aides pas du tout"],
)  # fmt: skip
def test_a_refusal_that_is_put_right_is_not_punished_either(turn: str) -> None:
    assert feedback_in(turn, ANSWER) is not None
    assert feedback_in(turn, "Je ne peux pas vous aider à fabriquer cela.") is None
    assert feedback_in(turn, "I'm sorry, but I can't help with that.") is None


@pytest.mark.parametrize(
    "turn",
    ["Merci, parfait !", "Thanks, perfect!", "thx great", "Thank you so much, brilliant.",
     "Merci Claude, parfait", "Merci Lucie, c'est parfait !", "Thanks Claude, perfect"],
)  # fmt: skip
def test_praise_stands_behind_thanks_and_a_name(turn: str) -> None:
    assert feedback_in(turn, ANSWER) == "praise"


@pytest.mark.parametrize(
    "turn", ["Merci pas parfait", "Thanks, not perfect", "Merci mais, super ?"]
)
def test_what_is_denied_behind_thanks_is_no_praise(turn: str) -> None:
    assert feedback_in(turn, ANSWER) != "praise"


def test_denied_praise_in_answer_to_the_assistants_own_question_is_no_complaint() -> None:
    assert feedback_in("Pas parfait", "Le moteur est-il en bon état ?") is None


@pytest.mark.parametrize(("refusal", "turn"), expressed_held_out.AFTER_REFUSALS)
def test_a_complaint_about_a_refusal_does_not_count(refusal: str, turn: str) -> None:
    assert feedback_in(turn, ANSWER) != "praise"
    assert feedback_in(turn, refusal) is None


@pytest.mark.parametrize(
    "refusal",
    [
        "Je ne peux pas vous aider à fabriquer cela.",
        "Désolé, mais je ne suis pas en mesure de répondre.",
        "I'm sorry, but I can't help with that.",
        "I cannot assist with this request.",
    ],
)
def test_a_refusal_is_not_punished(refusal: str) -> None:
    assert feedback_in("C'est nul", refusal) is None
    assert feedback_in("That's useless", refusal) is None


def test_no_to_the_assistants_own_question_is_no_correction() -> None:
    assert feedback_in("Non, c'est un Mac", "Avez-vous un PC ?") is None


def test_a_long_turn_costs_no_more_than_a_short_one() -> None:
    assert feedback_in("ok " * 500_000, ANSWER) is None


OFFER = "La liste est prête. Voulez-vous que je l'imprime ?"


@pytest.mark.parametrize(
    "turn", ["Oui, parfait", "oui super", "Parfait, vas-y", "Yes, perfect", "Great, go ahead"]
)
def test_an_offer_that_is_accepted_is_not_an_answer_that_is_praised(turn: str) -> None:
    assert feedback_in(turn, OFFER) is None


@pytest.mark.parametrize(
    "turn", ["Oui, c'est parfait", "Oui, la réponse est parfaite", "Parfait, merci", "Oui merci, ta liste est parfaite"]
)  # fmt: skip
def test_an_answer_can_be_praised_in_spite_of_its_offer(turn: str) -> None:
    assert feedback_in(turn, OFFER) == "praise"


@pytest.mark.parametrize(
    "turn",
    ["Bravo, tu as perdu tout mon texte", "Super, tu m'as encore sorti la même chose",
     "Bravo, vous venez de me faire perdre une heure", "Well done, you just deleted half of it",
     "Super, encore un texte sans accents", "Great, another list of clichés", "Parfait 🙄", "Great 😒"],
)  # fmt: skip
def test_applause_that_goes_on_with_what_was_done_wrong_is_no_praise(turn: str) -> None:
    assert feedback_in(turn, ANSWER) != "praise"


@pytest.mark.parametrize(
    "turn",
    ["Bravo, tu as tout compris", "Super, tu m'as bien aidé", "Great, you nailed it",
     "Bravo, tu as raison", "Parfait 🎉", "Super 👏"],
)  # fmt: skip
def test_applause_that_goes_on_with_what_was_done_well_is_praise(turn: str) -> None:
    assert feedback_in(turn, ANSWER) == "praise"


@pytest.mark.parametrize(
    "turn",
    ["En fait c'est pour demain", "en fait, c'est pas grave", "En fait c'est une surprise",
     "Actually it's for my sister", "Actually, it's a gift", "En fait c'est le 12, au temps pour moi",
     "Actually it's 40 guests, sorry, I misread my list"],
)  # fmt: skip
def test_what_the_donor_adds_or_got_wrong_does_not_correct_the_answer(turn: str) -> None:
    assert feedback_in(turn, ANSWER) is None


def test_a_value_that_the_donor_gave_and_takes_back_is_not_the_answers_fault() -> None:
    answer = "Le train de 8 h pour Dijon part de la voie 3."
    asked = "Quel train pour Dijon ?"
    for turn in ("En fait c'est Mâcon, pas Dijon", "C'est Mâcon, pas Dijon."):
        assert feedback_in(turn, answer, asked) is None
    assert feedback_in("C'est la voie 5, pas la voie 3", answer, asked) == "correction"


OFFERED_RECIPE = "Pétrissez dix minutes, puis laissez lever. Voulez-vous la recette complète ?"


@pytest.mark.parametrize(
    "turn",
    ["Oui, parfait, fais-le.", "Oui super !", "Parfait", "Perfect, do it", "oui parfait merci",
     "Yes, great, thanks", "Ok super", "Super, vas-y", "Great, please do"],
)  # fmt: skip
@pytest.mark.parametrize("end", ["", " 😊", "**", "\n"])
def test_saying_yes_to_what_the_assistant_offers_is_no_praise(turn: str, end: str) -> None:
    assert feedback_in(turn, OFFERED_RECIPE + end) is None
    assert feedback_in(turn, ANSWER) == "praise"


@pytest.mark.parametrize("end", ["", " 😊", "**"])
def test_a_value_that_answers_the_assistants_question_corrects_nothing(end: str) -> None:
    asking = f"Le train part de la voie 3. C'est bien ça ?{end}"
    for turn in ("C'est la voie 5, pas la voie 3.", "Non, 391"):
        assert feedback_in(turn, asking) is None


@pytest.mark.parametrize(
    "turn",
    ["Super, merci beaucoup !", "C'est parfait", "Perfect, thank you so much", "Bravo, très clair",
     "Exactement ce que je cherchais", "That worked, thanks!", "Great explanation, thanks"],
)  # fmt: skip
def test_praise_of_an_answer_that_ends_with_an_offer_stays_praise(turn: str) -> None:
    assert feedback_in(turn, OFFERED_RECIPE) == "praise"


@pytest.mark.parametrize(
    ("label", "turn"),
    [
        ("praise", "Je te remercie, c'est top"), ("praise", "Merci c'est super clair"),
        ("praise", "Thank you, this is really helpful"), ("praise", "Bien vu, merci"),
        ("praise", "That fixed it!"), ("praise", "ça a réglé mon problème, merci"),
        ("complaint", "Your answer is way too long"), ("complaint", "ta réponse est trop vague"),
        ("complaint", "nul"), ("complaint", "Encore faux."), ("complaint", "That's way too generic."),
        ("complaint", "Hmm, je ne suis pas convaincu"), ("complaint", "Arrête d'inventer des sources"),
        ("complaint", "Stop making things up"), ("complaint", "Tu as encore inventé une référence"),
        ("complaint", "You hallucinated that reference, it does not exist."),
        ("complaint", "Cette commande n'existe pas"), ("complaint", "That function doesn't exist."),
        ("complaint", "Non pas ça"), ("correction", "Non, j'ai dit sans beurre"),
        ("correction", "No, I said without butter"),
        ("correction", "Non non, je parle d'une brioche sans gluten."),
        (None, "Je te remercie d'avance"), (None, "Bien vu par mon prof ?"),
        (None, "Cette ville n'existe pas sur la carte de 1850, explique-moi son histoire."),
        (None, "Ça n'existe pas en France, quel équivalent ?"), (None, "Nul besoin de beurre"),
        (None, "Non, j'ai dit à ma sœur de venir"), (None, "That fixed price is too high for me"),
        (None, "Ma dissertation est trop longue, raccourcis-la"),
        (None, "My cover letter is too long, shorten it"), (None, "Tu as inventé quoi hier ?"),
        (None, "Je ne suis pas convaincu par ce candidat, aide-moi à le lui écrire"),
        (None, "You invented a game yesterday, can we play?"),
    ],
)  # fmt: skip
def test_verdicts_in_other_words_and_what_only_sounds_like_one(
    label: str | None, turn: str
) -> None:
    assert feedback_in(turn, ANSWER) == label
