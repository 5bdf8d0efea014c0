"""Pairs of others in the forms they come in."""

from typing import Any

import pytest

from benchmarks.invented_dialogues import rows
from benchmarks.pair_rows import Pair, read

PROMPT = (("user", "Hi there"), ("assistant", "Hello!"), ("user", "Why is it so?\n\nTell me."))
PAIR = Pair(PROMPT, "Because it is.", "No idea.")
TALK = "\n\nHuman: Hi there\n\nAssistant: Hello!\n\nHuman: Why is it so?\n\nTell me.\n\nAssistant:"
TURNS = [{"role": role, "content": content} for role, content in PROMPT]


def said(text: str) -> list[dict[str, str]]:
    return [{"role": "assistant", "content": text}]


@pytest.mark.parametrize(
    "row",
    [
        {"prompt": TALK, "chosen": " Because it is.", "rejected": " No idea."},
        {"chosen": f"{TALK} Because it is.", "rejected": f"{TALK} No idea."},
        {"prompt": TALK, "chosen": f"{TALK} Because it is.", "rejected": f"{TALK} No idea."},
        {"prompt": TURNS, "chosen": said("Because it is."), "rejected": said("No idea.")},
        {"prompt": TURNS, "chosen": "Because it is.", "rejected": {"role": "assistant", "content": "No idea."}},
        {"prompt": TALK, "chosen": TURNS + said("Because it is."), "rejected": TURNS + said("No idea.")},
    ],
)  # fmt: skip
def test_a_row_is_read_whatever_its_form(row: dict[str, Any]) -> None:
    assert read(row) == PAIR


def test_plain_strings_are_one_turn_each() -> None:
    row = {"prompt": "Who said: Human: all too human?", "chosen": "Nietzsche did.", "rejected": "I"}
    assert read(row) == Pair((("user", "Who said: Human: all too human?"),), "Nietzsche did.", "I")


@pytest.mark.parametrize(
    "row",
    [
        {"prompt": "", "chosen": "Yes.", "rejected": "No."},
        {"prompt": "What?", "chosen": "", "rejected": "No."},
        {"prompt": TURNS, "chosen": [], "rejected": said("No.")},
        {"chosen": TALK, "rejected": TALK},
    ],
)
def test_a_row_without_question_or_answers_is_none(row: dict[str, Any]) -> None:
    assert read(row) is None


def test_every_invented_dialogue_is_read_and_half_of_them_have_several_turns() -> None:
    found = [read(row) for row in rows(90)]
    assert all(found)
    assert sum(len(pair.prompt) > 1 for pair in found if pair) > 20
