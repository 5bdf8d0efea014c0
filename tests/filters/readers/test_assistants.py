"""What the generators of assistants cannot say: odd values, missing texts, other orders of keys."""

import json
from typing import Any

import pytest

from tests.filters.reading import read, zipped

AT = "2025-03-02T10:00:00Z"


def claude(*turns: tuple[str, dict[str, Any]]) -> list[dict[str, Any]]:
    messages = [
        {"uuid": str(place), "sender": sender, "created_at": AT, "attachments": [], **held}
        for place, (sender, held) in enumerate(turns)
    ]
    return [{"uuid": "c", "name": "", "chat_messages": messages}]


def blocks(*texts: str) -> dict[str, Any]:
    return {"content": [{"type": "text", "text": text} for text in texts]}


def lechat(key: int, role: str, text: str, **more: Any) -> dict[str, Any]:
    return {"id": str(key), "chatId": "c", "role": role, "content": text, "contentChunks": None,
            "createdAt": f"2025-06-01T10:00:{key:02d}.000Z", "reaction": "neutral",
            "preference": None, "preferenceOver": None, **more}  # fmt: skip


def test_a_notice_of_claude_in_place_of_a_block_is_no_part_of_the_answer() -> None:
    notice = "```\nThis block is not supported on your current device yet.\n```"
    kept, _ = read(
        zipped(
            {
                "conversations.json": claude(
                    ("human", {"text": "Quelle capitale ?"}),
                    ("assistant", {"text": f"Voici. {notice} Lyon."}),
                    ("human", {"text": "C'est faux."}),
                )
            }
        )
    )
    assert [record.candidates[0].content for record in kept] == ["Voici.  Lyon."]


def test_an_answer_of_claude_may_speak_of_the_notice() -> None:
    said = "This block is not supported: c'est ce que l'écran affiche."
    kept, _ = read(
        zipped(
            {
                "conversations.json": claude(
                    ("human", blocks("Que dit l'écran ?")),
                    ("assistant", blocks(said)),
                    ("human", blocks("Parfait, merci !")),
                )
            }
        )
    )
    assert [record.candidates[0].content for record in kept] == [said]


def test_words_about_an_answer_that_is_not_in_the_export_judge_nothing() -> None:
    kept, _ = read(
        zipped(
            {
                "conversations.json": claude(
                    ("human", blocks("Dessine un chat.")),
                    ("assistant", {"content": [{"type": "tool_use"}]}),
                    ("human", blocks("Parfait, merci !")),
                )
            }
        )
    )
    assert not kept


def test_a_preference_of_le_chat_that_is_neutral_is_none() -> None:
    talk = [
        lechat(1, "user", "Un poème ?", preference="neutral"),
        lechat(2, "assistant", "La pluie.", preference="none", preferenceOver=""),
    ]
    kept, outcome = read(zipped({"chat-1.json": talk}))
    assert not kept
    assert not outcome.tally.unknown


def test_an_unknown_reaction_of_le_chat_is_counted() -> None:
    talk = [lechat(1, "user", "Un poème ?"), lechat(2, "assistant", "Non.", reaction="hearted")]
    kept, outcome = read(zipped({"chat-1.json": talk}))
    assert not kept
    assert dict(outcome.tally.unknown) == {("lechat@1", "feedback", "reaction"): 1}


def test_a_preference_of_le_chat_may_be_a_label_on_the_answer_that_was_preferred() -> None:
    talk = [
        lechat(1, "user", "Un poème ?"),
        lechat(2, "assistant", "La pluie."),
        lechat(3, "assistant", "Le vent.", preference="preferred", preferenceOver="2"),
    ]
    kept, _ = read(zipped({"chat-1.json": talk}))
    assert [(c.label, c.content) for c in kept[0].candidates] == [
        ("chosen", "Le vent."),
        ("rejected", "La pluie."),
    ]


GROK = [
    {"share_link": None, "response": {"_id": str(n), "sender": who, "message": said, "create_time": AT}}
    for n, (who, said) in enumerate([("human", "Quelle capitale ?"), ("ASSISTANT", "Lyon."), ("human", "C'est faux.")])
]  # fmt: skip
PERPLEXITY = {
    "conversations": [
        {"index": 0, "query": "Quelle capitale ?", "answer": "Lyon.", "timestamp": AT},
        {"index": 1, "query": "C'est faux.", "answer": "Paris.", "timestamp": AT},
    ],
    "metadata": {"thread_title": "t", "thread_url": "u"},
}


@pytest.mark.parametrize(
    ("platform", "document"),
    [("grok", {"conversations": [{"responses": GROK}]}), ("perplexity", PERPLEXITY)],
)
def test_a_renamed_export_is_known_whatever_the_order_of_its_keys(
    platform: str, document: Any
) -> None:
    kept, outcome = read(zipped({"renamed.dat": json.dumps(document, indent=1)}))
    assert [part.platform for part in outcome.platforms] == [platform]
    assert [record.signal for record in kept] == ["complaint"]


def test_a_thumb_of_open_webui_counts_once_however_often_it_is_given() -> None:
    messages = {
        "a": {"id": "a", "parentId": None, "role": "user", "content": "Une recette ?"},
        "b": {"id": "b", "parentId": "a", "role": "assistant", "content": "Un.", "annotation": {"rating": 1}},
        "c": {"id": "c", "parentId": "a", "role": "assistant", "content": "Deux.", "annotation": {"rating": -1}},
    }  # fmt: skip
    held = {"chat": {"history": {"currentId": "b", "messages": messages}}}
    rows = [
        {
            "type": "rating",
            "data": {"rating": rating},
            "meta": {"message_id": key},
            "snapshot": {"chat": held},
        }
        for key, rating in (("b", 1), ("c", -1), ("b", 1))
    ]
    chats, feedback = {"chat-export-1.json": [held]}, {"feedback-history-export-1.json": rows}
    for files in (feedback, {**chats, **feedback}):
        kept, _ = read(zipped(files))
        assert sorted(record.signal for record in kept) == ["thumb_down", "thumb_up"]
        assert {record.context[-1].content for record in kept} == {"Une recette ?"}


@pytest.mark.parametrize("name", ["feedbacks.json", "feedback-history-export.json", "mes avis.txt"])
@pytest.mark.parametrize("order", [1, -1])
def test_feedback_of_open_webui_is_known_by_what_it_holds(name: str, order: int) -> None:
    messages = {
        "a": {"id": "a", "parentId": None, "role": "user", "content": "Une recette ?"},
        "b": {"id": "b", "parentId": "a", "role": "assistant", "content": "Un."},
    }
    row = {
        "id": "f1",
        "type": "rating",
        "data": {"rating": 1, "comment": "", "details": {"rating": 9}},
        "meta": {"chat_id": "c", "message_id": "b", "tags": []},
        "snapshot": {
            "chat": {"id": "c", "chat": {"history": {"currentId": "b", "messages": messages}}}
        },
    }
    document = json.dumps([dict(list(row.items())[::order])], indent=1)
    kept, outcome = read(zipped({name: document}))
    assert [part.platform for part in outcome.platforms] == ["openwebui"]
    assert [record.signal for record in kept] == ["thumb_up"]
    assert not outcome.tally.unknown


CUT_SHORT: dict[str, tuple[str, Any]] = {
    "claude": (
        "conversations.json",
        claude(
            ("human", blocks("Quelle capitale ?")),
            ("assistant", {**blocks("La capitale est Ly"), "stop_reason": "user_canceled"}),
            ("human", blocks("C'est faux.")),
        ),
    ),
    "deepseek": (
        "session.json",
        {
            "chat_session": {"id": "s", "current_message_id": 3},
            "chat_messages": [
                {"message_id": n, "parent_id": n - 1 or None, "role": role, "content": said,
                 "status": status}
                for n, role, said, status in (
                    (1, "USER", "Quelle capitale ?", "FINISHED"),
                    (2, "ASSISTANT", "La capitale est Ly", "INCOMPLETE"),
                    (3, "USER", "C'est faux.", "FINISHED"),
                )
            ],
        },
    ),
    "openwebui": (
        "chat-export-1.json",
        [{"id": "c", "chat": {"history": {"currentId": "3", "messages": {
            "1": {"role": "user", "content": "Quelle capitale ?", "parentId": None},
            "2": {"role": "assistant", "content": "La capitale est Ly", "parentId": "1",
                  "done": False},
            "3": {"role": "user", "content": "C'est faux.", "parentId": "2"},
        }}}}],
    ),
}  # fmt: skip


@pytest.mark.parametrize("platform", CUT_SHORT)
def test_an_answer_that_was_cut_short_is_marked(platform: str) -> None:
    name, document = CUT_SHORT[platform]
    (record,) = read(zipped({name: document}))[0]
    assert (record.platform, record.signal, record.flags) == (platform, "complaint", ("truncated",))


def test_an_answer_that_was_cut_short_is_no_rejected_half_of_a_pair() -> None:
    def said(key: str, role: str, parent: str | None, **more: Any) -> dict[str, Any]:
        return {"id": key, "role": role, "content": f"Texte {key}", "parentId": parent, **more}

    messages = {
        "1": said("1", "user", None),
        "2": said("2", "assistant", "1", done=False),
        "3": said("3", "assistant", "1", done=True),
        "4": said("4", "assistant", "1", done=True),
        "5": said("5", "user", "4"),
    }
    chat = {"id": "c", "chat": {"history": {"currentId": "5", "messages": messages}}}
    kept, outcome = read(zipped({"chat-export-1.json": [chat]}))
    assert [[c.content for c in record.candidates] for record in kept] == [["Texte 4", "Texte 3"]]
    assert outcome.tally.removed["no_preference", "conversations"] == 1
