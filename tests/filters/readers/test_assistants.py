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


WITH_A_FILE: dict[str, tuple[str, Any]] = {
    "claude": (
        "conversations.json",
        claude(
            ("human", {**blocks("Résume la lettre."), "attachments": [{"file_name": "prive.pdf"}]}),
            ("assistant", blocks("Une lettre de rupture.")),
            ("human", blocks("C'est faux.")),
        ),
    ),
    "claude, a picture": (
        "conversations.json",
        claude(
            ("human", {**blocks("Que vois-tu ?"), "files": [{"file_name": "prive.jpg"}]}),
            ("assistant", blocks("Un jardin.")),
            ("human", blocks("C'est faux.")),
        ),
    ),
    "deepseek": (
        "conversations.json",
        [{"id": "d", "inserted_at": AT, "mapping": {
            str(n): {"id": str(n), "parent": str(n - 1), "message": {"role": role, "content": said,
                     "inserted_at": AT, "files": [{"file_name": "prive.pdf"}] if n == 1 else []}}
            for n, role, said in ((1, "USER", "Résume."), (2, "ASSISTANT", "Une lettre."),
                                  (3, "USER", "C'est faux."))}}],
    ),
    "grok": (
        "prod-grok-backend.json",
        {"conversations": [{"conversation": {"id": "k"}, "responses": [
            {"response": {"_id": str(n), "sender": sender, "message": said,
                          "create_time": f"2025-01-01T10:0{n}:00Z",
                          "file_attachments": ["0a-prive"] if n == 0 else []}}
            for n, (sender, said) in enumerate(
                [("human", "Que vois-tu ?"), ("ASSISTANT", "Un jardin."), ("human", "C'est faux.")]
            )]}]},
    ),
    "openwebui": (
        "chat-export-1.json",
        [{"id": "c", "chat": {"history": {"currentId": "3", "messages": {
            "1": {"role": "user", "content": "Résume.", "parentId": None,
                  "files": [{"type": "file", "name": "prive.pdf"}]},
            "2": {"role": "assistant", "content": "Une lettre.", "parentId": "1"},
            "3": {"role": "user", "content": "C'est faux.", "parentId": "2"},
        }}}}],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WITH_A_FILE)
def test_an_answer_to_a_prompt_with_a_file_says_that_it_is_missing(case: str) -> None:
    name, document = WITH_A_FILE[case]
    (record,) = read(zipped({name: document}))[0]
    assert (record.signal, record.flags) == ("complaint", ("attachment_missing",))
    assert "prive" not in repr(record)


def test_a_prompt_of_open_webui_may_come_in_parts() -> None:
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}
    messages = {
        "1": {"role": "user", "parentId": None,
              "content": [{"type": "text", "text": "Que vois-tu ?"}, picture]},
        "2": {"role": "assistant", "content": "Un jardin.", "parentId": "1",
              "annotation": {"rating": 1}},
    }  # fmt: skip
    chat = {"id": "c", "chat": {"history": {"currentId": "2", "messages": messages}}}
    (record,) = read(zipped({"chat-export-1.json": [chat]}))[0]
    assert [turn.content for turn in record.context] == ["Que vois-tu ?"]
    assert record.flags == ("attachment_missing",)


def test_versions_of_an_answer_of_le_chat_may_bear_one_id() -> None:
    chat = [
        lechat(0, "user", "Quelle capitale ?"),
        lechat(1, "assistant", "Lyon.", reaction="dislike"),
        lechat(1, "assistant", "Paris.", version=1, reaction="like",
               createdAt="2025-06-01T10:00:02.000Z"),
        lechat(3, "user", "Et la rivière ?"),
        lechat(4, "assistant", "La Seine.", reaction="like"),
    ]  # fmt: skip
    kept, _ = read(zipped({"chat-a.json": chat}))
    assert [(r.signal, r.candidates[0].content) for r in kept] == [
        ("thumb_down", "Lyon."), ("thumb_up", "Paris."), ("thumb_up", "La Seine."),
    ]  # fmt: skip
    assert [turn.content for turn in kept[1].context] == ["Quelle capitale ?"]
    assert [turn.content for turn in kept[2].context][1] == "Paris."


def test_text_of_le_chat_goes_on_behind_a_reference() -> None:
    chunks = [
        {"type": "text", "text": "Prenez du lait"}, {"type": "reference", "referenceIds": [1]},
        {"type": "text", "text": " et des œufs."}, {"type": "tool_call", "name": "web_search"},
        {"type": "text", "text": "Puis fouettez."},
    ]  # fmt: skip
    chat = [lechat(0, "user", "Une recette ?"),
            lechat(1, "assistant", "", contentChunks=chunks, reaction="like")]  # fmt: skip
    (record,), _ = read(zipped({"chat-a.json": chat}))
    assert record.candidates[0].content == "Prenez du lait et des œufs.\nPuis fouettez."


@pytest.mark.parametrize(
    ("said", "signal"),
    [({"type": "upvote", "reason": ""}, "thumb_up"), ({"type": "downvote"}, "thumb_down"),
     ("like", "thumb_up")],
)  # fmt: skip
def test_a_judgement_that_an_export_of_claude_might_hold_is_read(said: Any, signal: str) -> None:
    chats = claude(
        ("human", blocks("Quelle capitale ?")),
        ("assistant", {**blocks("Lyon."), "chat_feedback": said}),
    )
    (record,), outcome = read(zipped({"conversations.json": chats}))
    assert (record.signal, record.candidates[0].content) == (signal, "Lyon.")
    assert not outcome.tally.unknown


def test_a_judgement_of_claude_in_unknown_words_is_counted() -> None:
    chats = claude(
        ("human", blocks("Quelle capitale ?")),
        ("assistant", {**blocks("Lyon."), "chat_feedback": {"type": "sparkles"}}),
    )
    kept, outcome = read(zipped({"conversations.json": chats}))
    assert not kept
    assert outcome.tally.unknown == {("claude@1", "feedback", "feedback"): 1}


def test_an_empty_export_of_grok_is_known_and_its_media_are_no_news() -> None:
    root = "ttl/30d/export_data/84b6490a/"
    empty = {"conversations": [], "projects": [], "tasks": [], "media_posts": []}
    files = {
        f"{root}prod-grok-backend.json": empty,
        f"{root}prod-mc-asset-server/0a1b/content": b"\x89PNG",
    }
    kept, outcome = read(zipped(files))
    assert not kept
    assert [part.platform for part in outcome.platforms] == ["grok"]
    assert not outcome.tally.unknown


def rating_without_chat(chat: str, key: str, rating: int) -> dict[str, Any]:
    return {"id": f"f{key}", "type": "rating", "data": {"rating": rating, "sibling_model_ids": None},
            "meta": {"chat_id": chat, "message_id": key}, "snapshot": None}  # fmt: skip


def test_a_judgement_of_open_webui_without_its_chat_is_joined_to_it_or_stands_alone() -> None:
    rows = [rating_without_chat("c", "b", 1), rating_without_chat("gone", "z", -1)]
    messages = {
        "a": {"id": "a", "parentId": None, "role": "user", "content": "Une recette ?"},
        "b": {"id": "b", "parentId": "a", "role": "assistant", "content": "Un.",
              "annotation": {"rating": 1}},
    }  # fmt: skip
    chat = {"id": "c", "chat": {"history": {"currentId": "b", "messages": messages}}}
    alone, _ = read(zipped({"feedback-history-export-1.json": rows}))
    assert [(r.signal, r.candidates[0].content) for r in alone] == [
        ("thumb_up", None), ("thumb_down", None),
    ]  # fmt: skip
    files = {"feedback-history-export-1.json": rows, "chat-export-1.json": [chat]}
    joined, _ = read(zipped(files))
    assert sorted((r.signal, r.candidates[0].content) for r in joined) == [
        ("thumb_down", None), ("thumb_up", "Un."),
    ]  # fmt: skip
