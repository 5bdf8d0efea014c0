"""ChatGPT: thumbs, regenerated answers, comparisons, in one file of conversations or in shards.

`size` counts messages.
"""

import json
from typing import Any

from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd

LAYOUTS = ("one_file", "shards")
_TURNS, _MESSAGES = 6, 14
_COMPARED = {"original": "chosen", "new": "chosen", "same": "tie"}


class _Tree:
    """One conversation as it grows."""

    def __init__(self, crowd: Crowd, name: str, number: int) -> None:
        self.crowd, self.key = crowd, f"{name}-{number}"
        self.mapping: dict[str, Any] = {}
        self.last: str | None = None

    def say(self, role: str, under: str | None) -> str:
        key = f"{self.key}-{len(self.mapping)}"
        text = f"{self.crowd.sentence()} {len(self.mapping)}"
        self.mapping[key] = {
            "id": key, "parent": under, "children": [],
            "message": {
                "id": key, "author": {"role": role}, "create_time": self.crowd.when() + 0.5, "weight": 1,
                "content": {"content_type": "text", "parts": [text]}, "recipient": "all", "metadata": {},
            },
        }  # fmt: skip
        if under is not None:
            self.mapping[under]["children"].append(key)
        self.last = key
        return key

    def written(self) -> dict[str, Any]:
        return {
            "id": self.key,
            "title": self.crowd.sentence(2),
            "current_node": self.last,
            "mapping": self.mapping,
        }


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    crowd = Crowd(seed, language)
    rng = crowd.rng
    me = crowd.person()
    export = Export("chatgpt")
    export.identities |= {me.email, me.phone, me.name}
    feedback: list[dict[str, Any]] = []
    comparisons: list[dict[str, Any]] = []
    conversations: list[dict[str, Any]] = []
    for number in range(size // _MESSAGES + 1):
        tree = _Tree(crowd, "c", number)
        at: str | None = None
        for turn in range(_TURNS):
            question = tree.say("user", at)
            answer = tree.say("assistant", question)
            is_last = turn == _TURNS - 1
            match rng.randrange(5):
                case 0:
                    is_up = rng.random() < 0.6
                    feedback.append({"id": answer, "conversation_id": tree.key, "content": '{"tags": [], "text": ""}',
                                     "rating": "thumbs_up" if is_up else "thumbs_down",
                                     "create_time": "2024-05-06T07:08:09.000Z"})  # fmt: skip
                    export.plant(*(("thumb_up", "good") if is_up else ("thumb_down", "bad")))
                case 2 if is_last:
                    # At the end only: going on with one of the two would be a choice of its own.
                    other = tree.say("assistant", question)
                    choice = rng.choice(list(_COMPARED))
                    step = {
                        "completion_comparison_rating": choice,
                        "original_message_id": answer,
                        "new_message_id": other,
                    }
                    comparisons.append(
                        {"create_time": "2023-05-06T07:08:09Z", "output": {"feedback_step_2": step}}
                    )
                    export.plant("ab_choice", _COMPARED[choice])
                case 1:
                    answer = tree.say("assistant", question)
                    if not is_last:
                        export.plant("branch_kept", "chosen")
            at = answer
        conversations.append(tree.written())
    files: dict[str, Any] = {
        "message_feedback.json": feedback,
        "model_comparisons.json": comparisons,
        "user.json": {"id": "u", "email": me.email, "phone_number": me.phone, "name": me.name, "chatgpt_plus_user": False},
        "shared_conversations.json": [{"title": crowd.sentence(2)}],
    }  # fmt: skip
    if layout == "one_file":
        files["conversations.json"] = conversations
    else:
        third = len(conversations) // 3 + 1
        for part in range(3):
            files[f"conversations-{part:03d}.json"] = conversations[
                part * third : (part + 1) * third
            ]
    export.files = {
        name: json.dumps(value, ensure_ascii=False).encode() for name, value in files.items()
    }
    return export
