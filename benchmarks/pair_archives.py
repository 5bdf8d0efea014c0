"""Preference pairs as donors' archives: ChatGPT's comparisons and branches, Open WebUI's branches.

Each donor has an identity, which stands in the archive's account file, in talk that judges nothing,
and in some of the prompts.
"""

import io
import json
import random
import zipfile
from collections.abc import Sequence
from typing import Any, NamedTuple

from benchmarks.pair_rows import Pair
from filters.language import detect

_AT = 1_772_445_600  # 2 March 2026
_FIRST = ("Zéphyrine", "Ombeline", "Gontran", "Philibert", "Hildegarde", "Aldebert", "Cunégonde")
_LAST = ("Quatrebarbes", "Vaudrillon", "Hautecloque", "Marchepierre", "Tournefeuille", "Lagarrigue")
_SOUNDS = ("bru", "zol", "fri", "mag", "tev")
_OPENINGS = ("Bonjour,", "Dites,", "Alors,", "Question simple :", "Aidez donc :", "Voilà :")
_ENGLISH_OPENINGS = ("Hello,", "Well,", "So,", "A simple question:", "Please help:", "Right:")
_GOES_ON = "Continuons sur un autre sujet, avec une autre idée pour la semaine prochaine."
_TALK = "Je pense à une promenade en forêt, entre les châtaigniers et les fougères, numéro {}."


_TOLD = {
    "fr": (
        "Je m'appelle {who.name}, et je vous remercie d'avance pour vos bons conseils.",
        "On peut m'écrire à {who.email} pour en parler plus longuement un de ces jours.",
        "Mon numéro est le {who.phone}, si jamais la réponse est trop longue pour tenir ici.",
    ),
    "en": (
        "My name is {who.name}, and I thank you in advance for your good advice.",
        "You can write to {who.email} to talk about it at greater length one of these days.",
        "My number is {who.phone}, in case the answer is too long to fit in here.",
    ),
}
_FOR = {"fr": "C'est pour mon atelier de {who.rare}.", "en": "It is for my {who.rare} workshop."}


class Identity(NamedTuple):
    """Who gives: what must not be found in a release, and what may give them away all the same."""

    name: str
    email: str
    phone: str
    rare: str
    """A word nobody else has, which no recognizer knows."""
    opening: str
    """How they begin a question in French."""
    english: str
    """The same in English."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What redaction must find."""
        return self.name, self.email, self.phone


class Archive(NamedTuple):
    """A file to upload, and who gives it."""

    name: str
    content: bytes
    identity: Identity


def identity(number: int) -> Identity:
    first, last = _FIRST[number % 7], _LAST[number % 6]
    plain = f"{last.lower()}.{number:03d}"
    rare = f"{_SOUNDS[number % 5]}{_SOUNDS[number // 5 % 5]}{_SOUNDS[number // 25 % 5]}quette"
    return Identity(
        f"{first} {last}", f"{plain}@exemple.fr", f"06 39 98 {number:02d} 17", rare,
        _OPENINGS[number % len(_OPENINGS)], _ENGLISH_OPENINGS[number % len(_OPENINGS)],
    )  # fmt: skip


def chatgpt(number: int, pairs: Sequence[Pair], seed: int) -> Archive:
    """Every second pair as a comparison side by side, the others as a branch that was continued."""
    chance, who = random.Random(seed * 1000 + number), identity(number)
    talks, comparisons = [_chatgpt_talk(0, _unjudged(who))], []
    for at, pair in enumerate(pairs, 1):
        tree = _Tree(at, _said(pair, who, at))
        first, second = tree.answers(pair, chance)
        if at % 2:
            comparisons.append(_comparison(first, second, tree.chosen, at))
        else:
            tree.go_on()
        talks.append(_chatgpt_talk(at, tree))
    user = {"id": f"u{number}", "email": who.email, "phone_number": who.phone, "name": who.name,
            "chatgpt_plus_user": False}  # fmt: skip
    files = {"conversations.json": talks, "model_comparisons.json": comparisons, "user.json": user}
    return Archive("chatgpt.zip", _zipped(files), who)


def open_webui(number: int, pairs: Sequence[Pair], seed: int) -> Archive:
    """Each pair as two answers of which one was continued."""
    chance, who = random.Random(seed * 1000 + number), identity(number)
    trees = [_unjudged(who)]
    for at, pair in enumerate(pairs, 1):
        trees.append(_Tree(at, _said(pair, who, at)))
        trees[-1].answers(pair, chance)
        trees[-1].go_on()
    chats = []
    for at, tree in enumerate(trees):
        messages = {
            key: {"id": key, "parentId": parent, "role": role, "content": text,
                  "childrenIds": [k for k, (p, _, _) in tree.nodes.items() if p == key],
                  "timestamp": _AT + at}
            for key, (parent, role, text) in tree.nodes.items()
        }  # fmt: skip
        history = {"messages": messages, "currentId": tree.last}
        chats.append({"id": f"c{at}", "user_id": "u", "title": who.name,
                      "chat": {"title": who.name, "history": history}})  # fmt: skip
    files = {f"chat-export-{_AT}.json": chats}
    return Archive("open-webui.zip", _zipped(files), who)


class _Tree:
    """A conversation: nodes by id, with parent, role and text."""

    def __init__(self, of: int, turns: Sequence[tuple[str, str]]) -> None:
        self._of = of
        self.nodes: dict[str, tuple[str | None, str, str]] = {}
        self.last: str | None = None
        self.chosen = ""
        for role, text in turns:
            self.last = self._add(self.last, role, text)

    def answers(self, pair: Pair, chance: random.Random) -> tuple[str, str]:
        """Both answers to the last turn, in an order of chance; the chosen one is gone on from."""
        asked, found = self.last, []
        sides = [("chosen", pair.chosen), ("rejected", pair.rejected)]
        chance.shuffle(sides)
        for side, text in sides:
            found.append(self._add(asked, "assistant", text))
            if side == "chosen":
                self.last = self.chosen = found[-1]
        return found[0], found[1]

    def go_on(self) -> None:
        asked = self._add(self.last, "user", _GOES_ON)
        self.last = self._add(asked, "assistant", "Voici donc une autre idée pour la semaine.")

    def _add(self, parent: str | None, role: str, text: str) -> str:
        key = f"{self._of}-{len(self.nodes)}"
        self.nodes[key] = (parent, role, text)
        return key


def _said(pair: Pair, who: Identity, at: int) -> list[tuple[str, str]]:
    """The prompt in the donor's manner and its own language; in one of five, who asks; in one of
    seven, a rare word."""
    turns = list(pair.prompt)
    role, text = turns[-1]
    language = "en" if detect(text)[0] == "en" or detect(pair.chosen)[0] == "en" else "fr"
    text = f"{who.english if language == 'en' else who.opening} {text}"
    if at % 7 == 3:
        text = f"{text} {_FOR[language].format(who=who)}"
    if at % 5 == 0:
        text = f"{text} {_TOLD[language][at // 5 % 3].format(who=who)}"
    turns[-1] = (role, text)
    return turns


def _unjudged(who: Identity) -> _Tree:
    turns = []
    for number in range(4):
        turns += [("user", f"{_TALK.format(number)} {who.name}."), ("assistant", "C'est noté.")]
    return _Tree(0, turns)


def _chatgpt_talk(at: int, tree: _Tree) -> dict[str, Any]:
    mapping = {
        key: {
            "id": key, "parent": parent,
            "children": [k for k, (p, _, _) in tree.nodes.items() if p == key],
            "message": {
                "id": key, "author": {"role": role}, "create_time": _AT + at,
                "content": {"content_type": "text", "parts": [text]}, "recipient": "all",
            },
        }
        for key, (parent, role, text) in tree.nodes.items()
    }  # fmt: skip
    return {"id": f"c{at}", "title": "Une demande", "current_node": tree.last, "mapping": mapping}


def _comparison(first: str, second: str, chosen: str, at: int) -> dict[str, Any]:
    rating = "original" if chosen == first else "new"
    step = {
        "original_turn": [{"id": first}], "new_turn": [{"id": second}],
        "completion_comparison_rating": rating,
    }  # fmt: skip
    return {"id": f"k{at}", "create_time": "2026-03-02T10:00:00Z",
            "output": {"feedback_step_2": step}}  # fmt: skip


def _zipped(files: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, json.dumps(content, ensure_ascii=False))
    return buffer.getvalue()
