"""What a donor pastes of others into a message of theirs is others': no messenger's reader keeps it."""

import json
from typing import Any

import pytest

from filters.reader import Choices
from tests.filters.reading import read, zipped

ME = Choices(me=frozenset({"Camille"}), all_private_chats=True)
PASTED = (
    "[12/03, 14:23] Noor: leurs mots",
    "Noor, [12.03.2024 14:23]\nleurs mots",
    "> leurs mots",
)


def whatsapp(text: str) -> dict[str, Any]:
    return {"_chat.txt": f"25/03/2024, 10:00 - Camille: {text}\n25/03/2024, 10:01 - Noor: eux"}


def messenger(text: str) -> dict[str, Any]:
    return {
        "messages/inbox/noor_1/message_1.json": {
            "participants": [{"name": "Camille"}, {"name": "Noor"}],
            "title": "Noor",
            "messages": [{"sender_name": "Camille", "timestamp_ms": 1_700_000_000_000,
                          "content": text}],
        }
    }  # fmt: skip


def telegram(text: str) -> dict[str, Any]:
    message = {"id": 1, "type": "message", "date_unixtime": "1700000000", "from": "Camille",
               "from_id": "user1", "text": text}  # fmt: skip
    return {"result.json": {"name": "Noor", "type": "personal_chat", "id": 1,
                            "messages": [message]}}  # fmt: skip


def discord(text: str) -> dict[str, Any]:
    row = {"ID": 1, "Timestamp": "2024-05-06 07:08:09", "Contents": text, "Attachments": ""}
    return {"account/user.json": {"id": "1", "username": "camille", "relationships": []},
            "messages/c1/messages.json": [row]}  # fmt: skip


def snapchat(text: str) -> dict[str, Any]:
    message = {"From": "camille", "Media Type": "TEXT", "Created": "2024-03-12 14:23:05 UTC",
               "Content": text, "IsSender": True}  # fmt: skip
    return {"json/chat_history.json": {"noor": [message]}}


def x(text: str) -> dict[str, Any]:
    account = [{"account": {"accountId": "1", "username": "camille"}}]
    message = {"messageCreate": {"senderId": "1", "text": text}}
    talk = [{"dmConversation": {"conversationId": "1-2", "messages": [message]}}]
    return {"data/account.js": f"window.YTD.account.part0 = {json.dumps(account)}",
            "data/direct-messages.js":
                f"window.YTD.direct_messages.part0 = {json.dumps(talk)}"}  # fmt: skip


def tiktok(text: str) -> dict[str, Any]:
    said = {"Date": "2024-03-12 14:23:05", "From": "Camille", "Content": text}
    talk = {"Chat History with noor:": [said]}
    return {"user_data.json": {"Direct Message": {"Chat History": {"ChatHistory": talk}}}}


def reddit(text: str) -> dict[str, Any]:
    return {"messages.csv": "id,permalink,thread_id,date,ip,from,to,subject,body\n"
                            f'1,,t,2024-01-01 00:00:00 UTC,,Camille,noor,,"{text}"\n'}  # fmt: skip


def linkedin(text: str) -> dict[str, Any]:
    return {"messages.csv": "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,"
                            "RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
                            f'c,,Camille,,Noor,,2024-01-01 00:00:00 UTC,,"{text}",INBOX\n'}  # fmt: skip


EXPORTS = (whatsapp, messenger, telegram, discord, snapchat, x, tiktok, reddit, linkedin)


@pytest.mark.parametrize("pasted", PASTED)
@pytest.mark.parametrize("export", EXPORTS)
def test_pasted_words_of_others_go_and_ones_own_stay(export: Any, pasted: str) -> None:
    kept, _ = read(zipped(export(f"regarde ce qu'il écrit\n{pasted}")), choices=ME)
    assert [r.candidates[0].content for r in kept] == ["regarde ce qu'il écrit"]


@pytest.mark.parametrize("pasted", PASTED)
@pytest.mark.parametrize("export", EXPORTS)
def test_a_message_of_nothing_but_others_words_is_none_of_the_donors(
    export: Any, pasted: str
) -> None:
    kept, outcome = read(zipped(export(pasted)), choices=ME)
    assert kept == []
    assert outcome.tally.removed["no_preference", "messages"] == 1
