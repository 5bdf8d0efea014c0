"""Camille gives; every stage is reached by the functions that lead there, never set by hand."""

import io
import json
import zipfile

from django.core.files.uploadhandler import StopUpload
from django.test import RequestFactory

from donation.models import Donation, Stage
from donation.stages import confirmation, intake, sieving
from donation.stages.confirmation import Purpose

NEEDED = frozenset({Purpose.ADULT_AND_MINE, Purpose.ALIGNMENT})
CANARY = "Zéphyrine Quatrebarbes"
POEM = "Le vent se tait, les vagues dorment et le sable garde la chaleur du jour."
CHAT = (
    "12/03/2024, 14:23 - Camille Dupont: Bonjour, je préfère la tarte aux pommes du marché.\n"
    f"12/03/2024, 14:24 - {CANARY}: D'accord, à demain pour la recette.\n"
    "12/03/2024, 14:25 - Camille Dupont: Merci beaucoup, c'est une bonne nouvelle pour nous.\n"
)


def chatgpt_zip(thumbs: int = 3) -> bytes:
    """An archive of Camille's talks with ChatGPT, each with a thumb."""
    talks, feedback = [], []
    for number in range(thumbs):
        talk = {
            "q": ("user", None, ["a"], f"Écris un poème court sur la mer, numéro {number}."),
            "a": ("assistant", "q", [], f"La mer est calme ce soir, {CANARY}. {POEM}"),
        }
        mapping = {
            key: {
                "id": key,
                "parent": parent,
                "children": children,
                "message": {
                    "id": f"{key}{number}",
                    "author": {"role": role},
                    "content": {"content_type": "text", "parts": [text]},
                },
            }
            for key, (role, parent, children, text) in talk.items()
        }
        talks.append({"id": f"c{number}", "current_node": "a", "mapping": mapping})
        feedback.append({"id": f"a{number}", "rating": "thumbsUp" if number % 2 else "thumbsDown"})
    user = {"id": "u", "email": "camille@exemple.fr", "chatgpt_plus_user": False, "name": CANARY}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("conversations.json", json.dumps(talks))
        archive.writestr("message_feedback.json", json.dumps(feedback))
        archive.writestr("user.json", json.dumps(user))
    return buffer.getvalue()


def give(content: bytes, name: str = "archive.zip") -> tuple[Donation, str]:
    """A donation whose upload is complete, and its code."""
    handler = intake.SealingHandler(RequestFactory().post("/"))
    handler.new_file("files", name, "application/zip", len(content))
    try:
        for at in range(0, len(content), 65536):
            handler.receive_data_chunk(content[at : at + 65536], at)
    except StopUpload:
        raise AssertionError from None
    handler.file_complete(len(content))
    assert handler.donation is not None
    assert handler.code is not None
    intake.complete(handler.donation, handler.files, handler.size_bytes)
    return handler.donation, handler.code


def a_donation(at: Stage, content: bytes | None = None) -> Donation:
    """A donation that has come as far as `at`."""
    if at == Stage.RECEIVING:
        return intake.begin()[0]
    archive = CHAT.encode() if at == Stage.ASKING else chatgpt_zip()
    donation, _ = give(content or archive)
    if at == Stage.QUEUED:
        return donation
    if at == Stage.FAILED:
        donation, _ = give(b"rien de connu ici")
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    if at == Stage.CONFIRMED:
        confirmation.confirm(donation, NEEDED, "fr")
    assert donation.stage == at, (donation.stage, donation.problem)
    return donation
