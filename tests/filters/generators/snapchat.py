"""Snapchat: chats by conversation or by direction, snaps and notices among them."""

import json
import time

from filters.reader import Choices
from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd

LAYOUTS = ("conversations", "directions")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    crowd = Crowd(seed, language)
    rng = crowd.rng
    me, *friends = crowd.people(8)
    export = Export("snapchat", choices=Choices(all_private_chats=True))
    export.identities |= {
        me.handle,
        me.name,
        me.email,
        *(f.handle for f in friends),
        *(f.name for f in friends),
    }
    chats: dict[str, list[dict[str, object]]] = {}
    for _ in range(size):
        friend, is_own, at = rng.choice(friends), rng.random() < 0.5, crowd.when()
        kind = rng.choices(["TEXT", "MEDIA", "STICKER"], [8, 1, 1])[0]
        text = crowd.sentence().replace("’", "&#39;") if kind == "TEXT" else ""
        created = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(at))
        if layout == "conversations":
            chats.setdefault(friend.handle, []).append(
                {"From": me.handle if is_own else friend.handle, "Media Type": kind, "Created": created,
                 "Content": text or None, "Conversation Title": None, "IsSender": is_own,
                 "Created(microseconds)": at * 1000, "IsSaved": True, "Media IDs": ""})  # fmt: skip
        else:
            saved = rng.choice(["Saved", "Unsaved"])
            key = f"{'Sent' if is_own else 'Received'} {saved} Chat History"
            chats.setdefault(key, []).append(
                {"To" if is_own else "From": friend.handle, "Media Type": kind, "Created": created, "Text": text})  # fmt: skip
        if is_own and kind == "TEXT":
            export.plant("reply")
    written = {
        "json/chat_history.json": chats,
        "json/account.json": {"Basic Information": {"Username": me.handle, "Name": me.name, "Email": me.email,
                                                    "Creation Date": "2016-01-01 00:00:00 UTC"},
                              "Device Information": {"Make": "Fairphone"}},
        "json/friends.json": {"Friends": [{"Username": f.handle, "Display Name": f.name, "Source": "Added by Phone"}
                                          for f in friends]},
        "json/location_history.json": {"Frequent Locations": [{"City": "Lyon"}]},
        "json/snap_history.json": {friends[0].handle: [{"From": me.handle, "Media Type": "IMAGE", "IsSender": True}]},
    }  # fmt: skip
    export.files = {
        f"mydata~1700000000/{name}": json.dumps(value).encode() for name, value in written.items()
    }
    return export
