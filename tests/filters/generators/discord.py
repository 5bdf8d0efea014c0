"""Discord: the package, folders in French and English, old and new message files."""

import json
import random

from filters.reader import Choices
from tests.filters.generators.export import Export
from tests.filters.generators.words import EMOJI, sentence, table

LAYOUTS = ("csv", "json")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` acts, all private chats ticked."""
    export, chance = Export("discord"), random.Random(seed)
    export.choices = Choices(all_private_chats=True)
    events, messages = [], []
    for n in range(size):
        draw = chance.random()
        if draw < 0.3:
            emoji = chance.choice(sorted(EMOJI))
            given = {"event_type": "add_reaction", "event_id": f"e{n}", "message_id": str(n),
                     "emoji_name": emoji, "timestamp": '"2024-01-02T03:04:05.678Z"'}  # fmt: skip
            events.append(given)
            if draw < 0.05:
                events.append(given | {"event_type": "remove_reaction", "event_id": f"u{n}"})
            else:
                export.plant(*EMOJI[emoji])
        elif draw < 0.35:
            events.append({"event_type": "poll_vote_added", "event_id": f"p{n}", "message_id": str(n),
                           "timestamp": '"2024-01-02T03:04:05.678Z"'})  # fmt: skip
            export.plant("poll_option", "chosen")
        elif draw < 0.5:
            events.append({"event_type": "channel_opened", "name": "reaction tests"})
        else:
            messages.append((str(n), "2024-01-02 03:04:05", sentence(chance, language, n), ""))
            export.plant("reply")
    names = ("compte", "messages", "activité") if language == "fr" else (
        "account", "Messages", "Activity")  # fmt: skip
    user = {"id": "1", "username": "maelle_k", "global_name": "Maëlle K", "email":
            "maelle@exemple.fr", "phone": "+33612345678", "relationships": [
                {"nickname": None, "user": {"username": "zoe_v", "global_name": "Zoé V"}}]}  # fmt: skip
    export.files = {
        f"{names[0]}/user.json": json.dumps(user).encode(),
        f"{names[1]}/index.json": json.dumps({"10": "Zoé"}).encode(),
        f"{names[1]}/c10/channel.json": json.dumps(
            {"id": "10", "type": "DM", "recipients": ["1", "2"]}).encode(),
        f"{names[2]}/analytics/events-2024-00000-of-00001.json":
            "\n".join(json.dumps(event) for event in events).encode(),
    }  # fmt: skip
    # The same log for another team.
    export.files[f"{names[2]}/reporting/events-2024-00000-of-00001.json"] = export.files[
        f"{names[2]}/analytics/events-2024-00000-of-00001.json"]  # fmt: skip
    heading = ("ID", "Timestamp", "Contents", "Attachments")
    if layout == "csv":
        export.files[f"{names[1]}/c10/messages.csv"] = table(heading, *messages)
    else:
        written = [dict(zip(heading, row, strict=True)) for row in messages]
        export.files[f"{names[1]}/c10/messages.json"] = json.dumps(written).encode()
    export.identities = {"maelle_k", "Maëlle K", "maelle@exemple.fr", "+33612345678", "zoe_v"}
    return export
