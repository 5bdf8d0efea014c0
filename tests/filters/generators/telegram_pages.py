"""Telegram's pages: messages of the JSON, as its program writes them in HTML."""

from html import escape
from typing import Any

PER_PAGE = 1000
FOLDER = "DataExport_2024-02-01"


def account(messages: list[dict[str, Any]], donor: str, language: str) -> dict[str, bytes]:
    """A whole export of one chat, on as many pages as it takes."""
    first, last = donor.split()
    rows = {"First name": first, "Last name": last, "Username": "@maelle_k"}
    summary = "".join(
        f'\n<div class="row">\n<div class="label details">\n{label}\n</div>\n'
        f'<div class="value bold">\n{escape(value)}\n</div>\n</div>'
        for label, value in rows.items()
    )
    files = {
        f"{FOLDER}/export_results.html": page(
            f'<div class="personal_info clearfix">{summary}</div>'
        ),
        f"{FOLDER}/css/style.css": b"body {}",
        f"{FOLDER}/js/script.js": b"'use strict'",
    }
    for start in range(0, len(messages), PER_PAGE):
        number = start // PER_PAGE + 1
        name = f"messages{number if number > 1 else ''}.html"
        author = ""
        blocks = []
        for one in messages[start : start + PER_PAGE]:
            blocks.append(message(one, author, donor))
            author = one.get("from", "")
        files[f"{FOLDER}/chats/chat_01/{name}"] = page("\n".join(blocks))
    return files


def page(body: str) -> bytes:
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head>'
        f'<body><div class="page_wrap"><div class="page_header"><div class="text bold">\nGroupe\n</div>'
        f'</div><div class="page_body chat_page"><div class="history">{body}</div></div></div></body></html>'
    ).encode()


def message(one: dict[str, Any], author: str, donor: str) -> str:
    """One message; of several in a row by one person only the first names them."""
    number = one["id"]
    if one["type"] == "service":
        return (f'<div class="message service" id="message{number}">\n<div class="body details">\n'
                f'{escape(one["actor"])} pinned a message\n</div>\n</div>')  # fmt: skip
    joined = one["from"] == author
    parts = [
        '<div class="pull_right date details" title="02.01.2024 03:04:05 UTC+01:00">\n03:04\n</div>'
    ]
    if not joined:
        parts.append(f'<div class="from_name">\n{escape(one["from"])} \n</div>')
    if "reply_to_message_id" in one:
        parts.append(f'<div class="reply_to details">\nIn reply to <a href="#go_to_message'
                     f'{one["reply_to_message_id"]}" onclick="return GoToMessage(1)">this message</a>\n</div>')  # fmt: skip
    body = [_poll(one["poll"])] if "poll" in one else []
    if text := _text(one["text"]):
        body.append(f'<div class="text">\n{text}\n</div>')
    if "forwarded_from" in one:
        parts.append(f'<div class="forwarded body">\n<div class="from_name">\n{escape(one["forwarded_from"] or "Deleted Account")}'
                     f' <span class="date details" title="01.01.2023 01:02:03"> 01.01.2023</span>\n</div>\n{"".join(body)}</div>')  # fmt: skip
    else:
        parts += body
    if "reactions" in one:
        parts.append(
            '<span class="reactions">'
            + "".join(_reaction(r, donor) for r in one["reactions"])
            + "</span>"
        )
    return (f'<div class="message default clearfix{" joined" if joined else ""}" id="message{number}">\n'
            f'<div class="body">\n{"".join(parts)}\n</div>\n</div>')  # fmt: skip


def _text(text: Any) -> str:
    pieces = text if isinstance(text, list) else [text]
    return "".join(
        f"<strong>{escape(piece['text'])}</strong>" if isinstance(piece, dict) else escape(piece)
        for piece in pieces
    ).replace("\n", "<br>")


def _poll(poll: dict[str, Any]) -> str:
    answers = "".join(
        f'\n<div class="answer">\n- {escape(one["text"])} <span class="details">{one["voters"]} votes'
        f"{', chosen vote' if one['chosen'] else ''}</span>\n</div>"
        for one in poll["answers"]
    )
    return (f'<div class="media_wrap clearfix">\n<div class="media_poll">\n<div class="question bold">\n'
            f'{_text(poll["question"])}\n</div>\n<div class="details">\nAnonymous poll\n</div>{answers}'
            '\n<div class="total details	">\n3 votes\n</div>\n</div>\n</div>')  # fmt: skip


def _reaction(one: dict[str, Any], donor: str) -> str:
    names = [by["from"] for by in one["recent"]]
    faces = "".join(
        f'<div class="userpic userpic3" style="width: 20px"><div class="initials" title="{escape(name)}">X</div></div>'
        for name in names
    )
    active = " active" if donor in names else ""
    return (f'<span class="reaction{active}"><span class="emoji">\n{one["emoji"]}\n</span>'
            f'<span class="userpics">{faces}</span></span>')  # fmt: skip
