"""An invented archive to try the site with: the true pipeline runs on it, and nothing is kept.

Nobody in it exists. It holds what real exports hold: judged answers, an answer asked for again,
names, an address, a phone number, a line about health, and other people's words.
"""

import io
import json
import zipfile
from typing import Any

from donation import vault
from donation.models import Donation
from donation.stages import intake

NAME = "exemple.zip"
_PIECE = "upload-000"
_JUDGED = (
    (
        "Bonjour, je suis Aurélie Vannier. Écris une lettre pour résilier mon abonnement.",
        "Madame, Monsieur, par la présente, Aurélie Vannier résilie son abonnement dès ce mois-ci.",
        "thumbs_up",
    ),
    (
        (
            "Fais un CV d'une page : dix ans de comptabilité en cabinet, bonne maîtrise des "
            "tableurs, anglais courant, je cherche un poste à temps partiel. Mon numéro est le "
            "06 12 34 56 78 et j'habite 12 rue des Lilas, 69003 Lyon."
        ),
        "Voici un CV en dix lignes : coordonnées, expérience, formation, langues et loisirs.",
        "thumbs_up",
    ),
    (
        "Explique la photosynthèse à un enfant de huit ans, en cinq phrases.",
        "La photosynthèse est un processus biochimique complexe de conversion de l'énergie.",
        "thumbs_down",
    ),
    (
        "Mon médecin a trouvé mon diabète : quel petit déjeuner me conseilles-tu ?",
        "Du pain complet, un œuf et un fruit entier ; parlez-en à votre médecin.",
        "thumbs_up",
    ),
    (
        "Propose trois jeux calmes pour un trajet en train avec Mathieu et Inès.",
        "Les devinettes, le pendu et l'histoire à plusieurs voix plairont à Mathieu et à Inès.",
        "thumbs_up",
    ),
    ("Traduis « il pleut des cordes » en italien.", "On dit « piove a catinelle ».", "thumbs_down"),
)
_AGAIN = (
    "Donne une recette de soupe au potiron pour quatre personnes.",
    "Faites cuire le potiron dans de l'eau salée, puis mixez-le avec un peu de crème.",
    "Faites revenir un oignon, ajoutez le potiron et un bouillon, laissez mijoter, puis mixez.",
    "Merci, parfait. Et avec du gingembre, combien en faut-il ?",
)


def begin() -> tuple[Donation, str]:
    """A donation of the invented archive, handed to the workers, and its code."""
    content = archive()
    donation, code = intake.begin(is_sample=True)
    with vault.sealing(donation, _PIECE) as sealed:
        sealed.write(content)
    intake.complete(donation, [intake.Given(NAME, (_PIECE,))], len(content))
    return donation, code


def archive() -> bytes:
    """The zip, laid out as ChatGPT's and Facebook's exports are."""
    talks = [_talk(n, ask, answer) for n, (ask, answer, _) in enumerate(_JUDGED)]
    feedback = [
        {
            "id": f"feedback-{n}", "conversation_id": f"talk-{n}", "rating": rating,
            "create_time": "2026-03-02T10:00:00Z", "message_id": f"answer-{n}",
            "content": json.dumps({"message_id": f"answer-{n}"}),
        }
        for n, (_, _, rating) in enumerate(_JUDGED)
    ]  # fmt: skip
    entries = {
        "user.json": {"id": "user-1", "email": "aurelie.vannier@exemple.fr"},
        "message_feedback.json": feedback,
        "conversations.json": [*talks, _asked_again()],
        "your_facebook_activity/comments_and_reactions/likes_and_reactions_1.json": _reactions(),
        "your_facebook_activity/messages/inbox/ines_1/message_1.json": _messages(),
        "personal_information/profile_information/profile_information.json": {
            "profile_v2": {"name": {"full_name": "Aurélie Vannier"}}
        },
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, json.dumps(content))
    return buffer.getvalue()


def _talk(number: int, ask: str, answer: str) -> dict[str, Any]:
    nodes = [(f"ask-{number}", "user", ask), (f"answer-{number}", "assistant", answer)]
    mapping = {"root": {"id": "root", "message": None, "parent": None, "children": [nodes[0][0]]}}
    return _conversation(f"talk-{number}", mapping, [("root", *nodes[0]), (nodes[0][0], *nodes[1])])


def _asked_again() -> dict[str, Any]:
    ask, first, second, thanks = _AGAIN
    mapping = {"root": {"id": "root", "message": None, "parent": None, "children": ["ask"]}}
    return _conversation(
        "talk-again",
        mapping,
        [
            ("root", "ask", "user", ask), ("ask", "first", "assistant", first),
            ("ask", "second", "assistant", second), ("second", "thanks", "user", thanks),
        ],
    )  # fmt: skip


def _conversation(
    name: str, mapping: dict[str, Any], nodes: list[tuple[str, str, str, str]]
) -> dict[str, Any]:
    for at, (parent, node, role, text) in enumerate(nodes):
        mapping[node] = {
            "id": node,
            "parent": parent,
            "children": [child for above, child, _, _ in nodes if above == node],
            "message": {
                "id": node, "author": {"role": role}, "create_time": 1_772_000_000 + at,
                "content": {"content_type": "text", "parts": [text]}, "metadata": {},
            },
        }  # fmt: skip
    return {
        "id": name, "conversation_id": name, "title": "Exemple", "create_time": 1_772_000_000,
        "mapping": mapping, "current_node": nodes[-1][1],
    }  # fmt: skip


def _reactions() -> list[dict[str, Any]]:
    return [
        {
            "timestamp": 1_772_000_000 + at,
            "title": f"Aurélie Vannier a réagi à la publication de {friend}.",
            "data": [{"reaction": {"reaction": kind, "actor": "Aurélie Vannier"}}],
        }
        for at, (friend, kind) in enumerate(
            (("Mathieu Bastide", "LIKE"), ("Inès Carrel", "LOVE"), ("Ville de Lyon", "ANGER"))
        )
    ]


def _messages() -> dict[str, Any]:
    words = (
        ("Inès Carrel", "On se voit samedi au marché ?"),
        ("Aurélie Vannier", "Oui, avec joie."),
    )
    return {
        "participants": [{"name": "Inès Carrel"}, {"name": "Aurélie Vannier"}],
        "messages": [
            {"sender_name": who, "timestamp_ms": 1_772_000_000_000 + at, "content": said}
            for at, (who, said) in enumerate(words)
        ],
        "title": "Inès Carrel",
        "thread_path": "inbox/ines_1",
    }
