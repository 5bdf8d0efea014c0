"""Which conversation a row is from: told beside the record, by number; never in it."""

import json
from collections import Counter

import msgspec
import pytest

from filters.interaction import Retained
from filters.limits import Limits
from filters.outcome import Outcome
from filters.reader import MOST_TITLES, TITLE_CHARS, Choices
from filters.sieve import sift
from tests.filters.generators.catalogue import Case, cases
from tests.filters.reading import AsIs, zipped

TALKS = (
    "chatgpt", "claude", "copilot", "deepseek", "discord", "grok", "instagram", "lechat",
    "messenger", "openwebui", "perplexity", "snapchat", "telegram", "whatsapp", "x",
)  # fmt: skip
"""Platforms whose exports hold conversations by themselves."""
ALL_CHATS = Choices(all_private_chats=True)


def read(*files: dict[str, object]) -> tuple[list[tuple[Retained, int]], Outcome]:
    kept: list[tuple[Retained, int]] = []
    outcome = sift(
        [zipped(one) for one in files], ALL_CHATS, redactor=AsIs(), limits=Limits(),
        keep=lambda record, chat: kept.append((record, chat)),
    )  # fmt: skip
    return kept, outcome


def thanked(uuid: str, name: object) -> dict[str, object]:
    """A conversation with Claude in which the donor says that an answer is good."""
    said = (("human", "Un poème ?"), ("assistant", "La pluie."), ("human", "Merci, c'est parfait"))
    messages = [
        {"uuid": f"{uuid}-{place}", "sender": sender, "text": text}
        for place, (sender, text) in enumerate(said)
    ]
    return {"uuid": uuid, "name": name, "chat_messages": messages}


def claude(*conversations: dict[str, object]) -> dict[str, object]:
    return {"conversations.json": json.dumps(conversations)}


def test_rows_of_one_conversation_have_one_number_counted_as_they_come() -> None:
    kept, outcome = read(claude(thanked("a", "La pluie à Brest"), thanked("b", "Un gâteau")))
    assert [chat for _, chat in kept] == [1, 2]
    assert outcome.chats == ("La pluie à Brest", "Un gâteau")


def test_a_record_says_neither_the_conversation_nor_what_it_is_called() -> None:
    kept, _ = read(claude(thanked("6f1c-secret", "Rupture avec Solène")))
    written = msgspec.json.encode([record for record, _ in kept]).decode()
    assert kept
    assert "Solène" not in written
    assert "6f1c-secret" not in written
    assert "claude:" not in written


@pytest.mark.parametrize("case", [c for c in cases() if c.name in TALKS], ids=str)
def test_every_platform_with_conversations_tells_them_apart(case: Case) -> None:
    export = case.export(3, 40)
    kept: Counter[tuple[str, int]] = Counter()
    choices = msgspec.structs.replace(export.choices, all_private_chats=True)
    sift(
        [export.source()], choices, redactor=AsIs(), limits=Limits(),
        keep=lambda record, chat: kept.update([(record.platform, chat)]),
    )  # fmt: skip
    assert [chat for (platform, chat) in kept if platform == export.platform and chat]


@pytest.mark.parametrize("name", [None, 7, ["x"], "", " ", "\ud800", "a\0b", "x\n" * 400])
def test_a_title_of_any_shape_is_one_short_line_or_none(name: object) -> None:
    _, outcome = read(claude(thanked("a", name)))
    (title,) = outcome.chats
    assert len(title) <= TITLE_CHARS
    assert title == " ".join(title.split())
    title.encode()


def test_titles_that_are_remembered_have_a_bound_and_rows_are_told_apart_past_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert MOST_TITLES * TITLE_CHARS * 4 < 16 * 1024 * 1024
    monkeypatch.setattr("filters.reader.MOST_TITLES", 2)
    monkeypatch.setattr("filters.sieve.MOST_TITLES", 2)
    kept, outcome = read(claude(*(thanked(str(n), f"Titre {n}") for n in range(5))))
    assert [chat for _, chat in kept] == [1, 2, 3, 4, 5]
    assert outcome.chats == ("Titre 0", "Titre 1")


def test_conversations_of_two_platforms_are_never_one() -> None:
    both = {**claude(thanked("1", "Claude")), "x": ""}
    deepseek = {
        "deepseek.json": json.dumps(
            [{"id": "1", "title": "Profond", "inserted_at": "2026-01-01", "mapping": {
                "q": {"id": "q", "parent": None, "message": said("REQUEST", "Un poème ?")},
                "a": {"id": "a", "parent": "q", "message": said("RESPONSE", "La pluie.")},
                "r": {"id": "r", "parent": "a", "message": said("REQUEST", "Merci, c'est parfait")},
            }}]
        )
    }  # fmt: skip
    kept, outcome = read(both, deepseek)
    assert {record.platform for record, _ in kept} == {"claude", "deepseek"}
    assert sorted(outcome.chats) == ["Claude", "Profond"]


def said(kind: str, text: str) -> dict[str, object]:
    return {"inserted_at": "2026-01-01", "fragments": [{"type": kind, "content": text}]}
