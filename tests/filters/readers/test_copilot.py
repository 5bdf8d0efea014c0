"""Microsoft Copilot: which answer a word was about, in tables sorted either way."""

import csv
import io

import pytest

from tests.filters.reading import read, zipped

HISTORY = ("Conversation", "Time", "Author", "Message")
CHATS = ("CreatedAt", "MessageContent", "Author", "ChatName")


def table(*rows: tuple[str, ...]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


TURNS = [
    ("Pain", "2025-05-01T10:00:00", "Human", "Quelle capitale ?"),
    ("Pain", "2025-05-01T10:00:00", "AI", "Lyon."),
    ("Pain", "2025-05-01T10:05:00", "Human", "C'est faux."),
    ("Pain", "2025-05-01T10:05:00", "AI", "Paris, pardon."),
]
"""A turn and its answer bear the same time."""


@pytest.mark.parametrize("rows", [TURNS, TURNS[::-1]])
def test_words_are_about_the_answer_before_them(rows: list[tuple[str, ...]]) -> None:
    (kept,), _ = read(zipped({"copilot-activity-history.csv": table(HISTORY, *rows)}))
    assert (kept.signal, kept.candidates[0].content) == ("complaint", "Lyon.")
    assert [turn.content for turn in kept.context] == ["Quelle capitale ?"]


def test_an_answer_in_several_rows_of_one_time_keeps_their_order() -> None:
    rows = [*TURNS[:2], ("Pain", "2025-05-01T10:00:00", "AI", "Ou Paris."), *TURNS[2:]]
    for given in (rows, rows[::-1]):
        (kept,), _ = read(zipped({"copilot-activity-history.csv": table(HISTORY, *given)}))
        assert kept.candidates[0].content == "Ou Paris."


@pytest.mark.parametrize("hours", ["{} PM +00:00", "{} +02:00"])
@pytest.mark.parametrize(
    "name", ["copilot-chat-activity.csv", "copilot-in-Microsoft-365-apps-activity.csv", "x.csv"]
)
def test_the_table_of_chats_is_read_too(name: str, hours: str) -> None:
    rows = [
        ("2/17/2026 " + hours.format(f"2:{minute}:10"), said, author, "Pain")
        for minute, author, said in [
            (38, "user", "C'est faux."), (31, "Copilot", "Lyon."), (30, "user", "Quelle capitale ?")
        ]
    ]  # fmt: skip
    kept, outcome = read(zipped({name: table(CHATS, *rows)}))
    assert [(one.platform, one.signal, one.period) for one in kept] == [
        ("copilot", "complaint", "2026-Q1")
    ]
    assert not outcome.tally.unknown


def test_prompts_without_answers_are_known_and_not_read() -> None:
    prompts = table(("Timestamp", "ClientApp", "Prompt"), ("2026-02-17T14:30:10", "Notepad", "x"))
    files = {
        "windows-apps-copilot-activity-history.csv": prompts,
        "copilot-activity-history.csv": table(HISTORY, *TURNS),
    }
    kept, outcome = read(zipped(files))
    assert len(kept) == 1
    assert not outcome.tally.unknown
    assert outcome.tally.removed["R8", "prompts"] == 1
