"""Small archives of invented people, and files that are no archive, as bytes under a name."""

import io
import json
import random
import zipfile
from typing import Any, NamedTuple


class File(NamedTuple):
    """What a donor picks in the file dialogue."""

    name: str
    mime_type: str
    buffer: bytes


def zipped(name: str, entries: dict[str, bytes]) -> File:
    """A zip of these entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in entries.items():
            archive.writestr(path, content)
    return File(name, "application/zip", buffer.getvalue())


def chatgpt(conversations: int = 30) -> File:
    """Camille's ChatGPT export: one thumb a conversation, every third one down."""
    feedback = [
        {
            "id": f"feedback-{i}",
            "conversation_id": f"conversation-{i}",
            "user_id": "user-camille",
            "rating": "thumbs_down" if i % 3 == 0 else "thumbs_up",
            "create_time": "2026-03-02T10:00:00Z",
            "content": json.dumps({"message_id": f"answer-{i}"}),
            "message_id": f"answer-{i}",
        }
        for i in range(conversations)
    ]
    entries = {
        "user.json": json.dumps({"id": "user-camille", "email": "camille@exemple.fr"}).encode(),
        "message_feedback.json": json.dumps(feedback).encode(),
        "conversations.json": json.dumps([_conversation(i) for i in range(conversations)]).encode(),
    }
    return zipped("camille.zip", entries)


_TOPICS = (
    ("une tarte aux pommes sans beurre", "Remplacez le beurre par de la compote et de l'huile."),
    ("un poème sur la pluie à Brest", "La pluie danse sur les quais, et la mer lui répond."),
    ("une lettre pour résilier un abonnement", "Madame, Monsieur, je souhaite résilier."),
    ("un programme pour apprendre le vélo", "Commencez par dix minutes par jour, sans pédales."),
)


def _conversation(number: int) -> dict[str, Any]:
    wish, answer = _TOPICS[number % len(_TOPICS)]
    question = f"Bonjour, je suis Camille Durand. Proposez-moi {wish}, version {number}."
    return {
        "id": f"conversation-{number}",
        "conversation_id": f"conversation-{number}",
        "title": f"{wish.capitalize()}, version {number}",
        "create_time": 1772445600.0 + number,
        "update_time": 1772445700.0 + number,
        "current_node": f"answer-{number}",
        "mapping": {
            "root": {"id": "root", "parent": None, "children": [f"ask-{number}"], "message": None},
            f"ask-{number}": _node(f"ask-{number}", "root", [f"answer-{number}"], "user", question),
            f"answer-{number}": _node(
                f"answer-{number}", f"ask-{number}", [], "assistant",
                f"Voici ma proposition numéro {number}. {answer} Dites-moi si cela vous convient.",
            ),
        },
    }  # fmt: skip


def _node(name: str, parent: str, children: list[str], role: str, text: str) -> dict[str, Any]:
    return {
        "id": name,
        "parent": parent,
        "children": children,
        "message": {
            "id": name,
            "author": {"role": role, "name": None, "metadata": {}},
            "create_time": 1772445600.0,
            "content": {"content_type": "text", "parts": [text]},
            "status": "finished_successfully",
            "end_turn": True,
            "weight": 1.0,
            "recipient": "all",
            "metadata": {},
        },
    }


def with_padding(file: File, padding: int) -> File:
    """The same archive with one more conversation, without answers, whose title does not deflate."""
    title = random.Random(1).randbytes(padding // 2).hex()
    buffer = io.BytesIO(file.buffer)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_STORED) as archive:
        more = json.dumps([{"id": "long", "mapping": {}, "title": title}])
        archive.writestr("conversations-001.json", more)
    return file._replace(buffer=buffer.getvalue())


def claude() -> File:
    """Sacha's talks with Claude, in each of which an answer is praised, in one of them two."""
    titles = (
        "Un été à Brest", "Lettre de résiliation", "Tarte sans beurre", "Vélo en ville",
        "Plan du potager", "Mots croisés", "Réparer une chaise",
    )  # fmt: skip
    talks = []
    for number, title in enumerate(titles):
        said = [("human", f"Bonjour, aidez-moi : {title}, s'il vous plaît.")]
        for answer in range(2 if number == 0 else 1):
            said.append(("assistant", f"Voici une idée pour {title}, version {answer}."))
            said.append(("human", "Merci, c'est parfait !"))
        messages = [
            {"uuid": f"{number}-{place}", "sender": sender, "text": text,
             "created_at": "2026-03-02T10:00:00Z"}
            for place, (sender, text) in enumerate(said)
        ]  # fmt: skip
        talks.append({"uuid": f"talk-{number}", "name": title, "chat_messages": messages})
    user = [{"uuid": "sacha", "full_name": "Sacha Petit", "email_address": "sacha@exemple.fr"}]
    entries = {
        "conversations.json": json.dumps(talks).encode(), "users.json": json.dumps(user).encode()
    }  # fmt: skip
    return zipped("claude.zip", entries)


def whatsapp() -> File:
    """A conversation of Sacha's, as Android writes it in French."""
    lines = [
        "12/03/2026 à 09:15 - Les messages et les appels sont chiffrés de bout en bout.",
        "12/03/2026 à 09:15 - Sacha Petit : Salut, tu viens samedi pour la fête du quartier ?",
        "12/03/2026 à 09:18 - Inès Moreau : Oui, avec plaisir, je prends le train du matin.",
        "12/03/2026 à 09:20 - Sacha Petit : Parfait, je prépare une grande salade de tomates.",
        "12/03/2026 à 09:25 - Inès Moreau : Et moi je fais un gâteau au chocolat pour dix.",
        "13/03/2026 à 18:02 - Sacha Petit : Pense à prendre un pull, la soirée sera fraîche.",
    ]
    content = "\n".join(lines).encode()
    return File("Discussion WhatsApp avec Inès Moreau.txt", "text/plain", content)


EMPTY = File("vide.zip", "application/zip", b"")
PDF = File(
    "facture.pdf", "application/pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
)


def in_another() -> File:
    """Camille zipped the folder in which the archive of the platform lies."""
    return zipped("exports.zip", {"exports/camille.zip": chatgpt(3).buffer})


def html_export() -> File:
    """A Facebook export asked for in HTML, which is recognised and explained."""
    page = b"<html><head><title>Vos commentaires</title></head><body></body></html>"
    folder = "facebook-camille/your_facebook_activity/comments_and_reactions"
    return zipped(
        "facebook.zip",
        {
            "facebook-camille/start_here.html": page,
            f"{folder}/comments.html": page,
            f"{folder}/likes_and_reactions.html": page,
        },
    )


def locked() -> File:
    """A zip with a password: the flag that says so is set in both of its headers."""
    content = bytearray(chatgpt(1).buffer)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 1)
    return File("secret.zip", "application/zip", bytes(content))
