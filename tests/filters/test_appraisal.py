"""A turn that names what it judges, the assistant's work or doing, is feedback; the rest is not."""

import pytest

from filters.expressed.feedback import feedback_in

ANSWER = "Le devis compte trois postes : la toiture, la charpente et les gouttières."


@pytest.mark.parametrize(
    "turn",
    ["Ton devis est trop vague", "ta lettre est plate", "Votre exemple est hors sujet.",
     "Tes chiffres sont complètement obsolètes", "Your essay is way too wordy",
     "Franchement, ton texte est vraiment banal.", "Your second paragraph is misleading",
     "Trop commercial.", "c trop formel", "That's too technical", "ça sonne faux",
     "Tu n'as pas cité les sources", "t'as même pas utilisé mes notes", "Tu ne respectes jamais la consigne",
     "You didn't include the dates", "You keep adding bullet points", "you overlooked my second question",
     "you always suggest the same thing", "lol you can't even spell it",
     "Ton script ne tient pas compte des espaces", "Your loop doesn't stop",
     "Aucune de ces idées ne me plaît", "None of these work for me",
     "J'ai essayé, ça ne change rien", "J'ai testé ton code mais il plante toujours, la même erreur",
     "I tried it and it still crashes", "marche pas", "Doesn't work", "same error",
     "I'm getting the same error with your script", "J'ai rien compris", "I said cheerful, not silly",
     "J'avais demandé un sonnet, ça n'en est pas un", "Je t'ai déjà dit de ne pas mettre de liste",
     "bof", "Meh.", "n'importe quoi", "That has nothing to do with my question",
     "Ta lettre est truffée de fautes", "You still haven't answered", "Your text contradicts itself",
     "Ça ne ressemble à rien", "tu sais même pas compter"],
)  # fmt: skip
def test_what_is_wrong_with_the_assistants_work_is_a_complaint(turn: str) -> None:
    assert feedback_in(turn, ANSWER) == "complaint"


@pytest.mark.parametrize(
    "turn",
    ["Ton devis est nickel", "Merci, ton exemple est génial", "Your outline is excellent",
     "The second one is perfect", "La 3 est parfaite, je la garde", "Super liste, merci",
     "Excellent résumé", "great advice, thanks", "Génial ce tableau !", "Très bien écrit",
     "Well explained, thank you", "Love the metaphor", "J'adore le dernier vers", "Beautiful.",
     "Merci, j'ai enfin compris", "It makes sense now, thanks", "That makes so much sense",
     "ça a marché du premier coup", "That fixed it", "thanks that did the trick", "Problème résolu, merci",
     "You're a genius", "t'es un génie", "Merci pour ces explications très claires",
     "Thanks for the great tips"],
)  # fmt: skip
def test_what_is_good_in_the_assistants_work_is_praise(turn: str) -> None:
    assert feedback_in(turn, ANSWER) == "praise"


@pytest.mark.parametrize(
    "turn",
    ["Tu as oublié la main d'œuvre", "Le bois est traité, tu as oublié de le dire",
     "Zinc is a metal too, you left that out", "Tu confonds toiture et couverture",
     "Je n'ai jamais parlé de gouttières", "I never mentioned gouttières", "Je ne t'ai jamais dit ça",
     "C'est la façade, pas la charpente", "Non, 4", "quatre*"],
)  # fmt: skip
def test_what_was_left_out_or_taken_for_another_is_a_correction(turn: str) -> None:
    assert feedback_in(turn, ANSWER) == "correction"


@pytest.mark.parametrize(
    "turn",
    ["Mon texte est trop vague, aide-moi", "Le film est génial", "Mon prof est nul",
     "My code doesn't work", "My essay is too wordy, shorten it", "J'adore ce groupe", "I love this song",
     "Traduis : ton devis est trop vague", "Translate: you forgot the dates", "Écris : « tu n'as pas cité »",
     "Il m'a répondu : ton devis est nul", "« Ton texte est plat », m'a-t-elle dit",
     "C'est trop cher", "c'est trop loin", "Trop bien comme ville", "J'ai essayé la peinture avant, raté",
     "I tried the other brand last year, it was bad", "Plus court", "moins formel", "shorter please",
     "Quel est ton avis ?", "your turn", "tu peux ajouter les dates", "Tu n'as pas besoin de tout citer",
     "You don't need to add the sources", "you didn't have to do that",
     "Si ton plan est trop long, coupe-le", "Dis-lui que son plan est mauvais",
     "J'ai la même erreur sur un autre projet", "je comprends pas le mot charpente",
     "Le second étage est parfait pour un bureau", "Bonne journée", "Excellente question de ma fille",
     "C'est une maison, pas un appartement", "Fais-le en zinc, pas en tuiles", "Non, merci",
     "J'ai oublié la charpente", "un toit*plat", "2*3",
     "Tu ne sais pas, j'ai eu le poste !", "Je n'ai jamais parlé en public", "Tu as oublié qui je suis",
     "I asked for a raise yesterday", "J'avais demandé un congé, il a été refusé",
     "Elle m'a écrit, tu as oublié ma fête", "Le client dit, votre produit est mauvais",
     "it looks wrong on my screen", "Sublime, c'est quoi en chimie",
     "Très bien écrit, ce livre, tu connais l'auteur", "Ça a marché pour mon entretien",
     "None of them is vegetarian"],
)  # fmt: skip
def test_what_is_said_of_something_else_or_asked_for_is_no_feedback(turn: str) -> None:
    assert feedback_in(turn, ANSWER) is None


def test_one_word_that_answers_the_assistants_question_is_no_complaint() -> None:
    assert feedback_in("Bof", "Avez-vous aimé ce roman ?") is None
    assert feedback_in("Boring", "How was the meeting?") is None
    assert (
        feedback_in("C'est la façade, pas la charpente", ANSWER + " Est-ce la charpente ?") is None
    )


@pytest.mark.parametrize(
    "turn",
    ["Ta réponse est plate", "tu n'as pas répondu", "You keep lecturing me", "bof", "marche pas"],
)
def test_a_refusal_is_not_punished_by_what_names_it_either(turn: str) -> None:
    assert feedback_in(turn, "Je ne peux pas vous aider à ouvrir cette serrure.") is None


@pytest.mark.parametrize(
    ("turn", "label"),
    [
        ("C'est bien plus fluide comme ça", "praise"),
        ("Très instructif, merci", "praise"),
        ("that's really neat", "praise"),
        ("Génial ton croquis", "praise"),
        ("j'aime bien la deuxième version", "praise"),
        ("That's exactly what I needed", "praise"),
        ("vous tournez en rond", "complaint"),
        ("Relisez ma consigne", "complaint"),
        ("Encore le même souci avec ta version", "complaint"),
        ("Le livre que tu m'as conseillé n'existe pas", "complaint"),
        ("The script you sent crashes on start", "complaint"),
        ("Cette commande n'existe pas", "complaint"),
        ("Ça ne répond pas à ma question", "complaint"),
        ("Trop de listes", "complaint"),
        ("Pas assez concret", "complaint"),
        ("Arrête d'inventer des lois", "complaint"),
        ("On dirait une pub", "complaint"),
        ("Step 3 is wrong", "complaint"),
        ("Non, la charpente est à la ligne 4", "correction"),
        ("You swapped the columns", "correction"),
        ("tu as mis 12 au lieu de 21", "correction"),
        ("Ce n'est pas la charpente mais la façade", "correction"),
    ],
)
def test_everyday_verdicts_are_found(turn: str, label: str) -> None:
    assert feedback_in(turn, ANSWER) == label


@pytest.mark.parametrize(
    "turn",
    ["Relis mon texte", "read my essay", "Encore la même chose chez mon voisin", "stop here",
     "Arrête-toi là", "plus clair", "clearer please", "Super, mon colis est arrivé",
     "Bonne réponse : la B. Question suivante", "Problem solved: I bought another", "c'est détaillé où",
     "Non, je garde la première", "Non, c'est bon, merci", "The train you took doesn't stop in Lens, right?",
     "trop de monde dans les rues", "hmm pas sûr", "La charpente n'est pas une façade", "Il manque du sel dans ma soupe", "pas assez de farine, je fais quoi"],
)  # fmt: skip
def test_what_only_resembles_an_everyday_verdict_is_none(turn: str) -> None:
    assert feedback_in(turn, ANSWER) is None
