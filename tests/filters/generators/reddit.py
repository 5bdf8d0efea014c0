"""Reddit: votes, polls, comments, saved and hidden posts, private messages."""

import hashlib
import random

from tests.filters.generators.export import Export
from tests.filters.generators.words import sentence, table

LAYOUTS = ("flat", "parts", "folder")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:  # noqa: C901
    """An export of about `size` acts."""
    export, chance = Export("reddit"), random.Random(seed)
    votes: dict[str, list[tuple[object, ...]]] = {"post": [], "comment": []}
    saved, hidden, polls, comments = [], [], [], []
    chats: list[tuple[object, ...]] = []
    for n in range(size):
        kind, post = chance.choice(("post", "comment")), f"p{n}"
        link = f"https://www.reddit.com/r/france/comments/{post}/un_titre/"
        link += "c1/" if kind == "comment" else ""
        draw = chance.random()
        if draw < 0.5:
            direction = chance.choice(("up", "down", "none", "removed"))
            votes[kind].append((post, link, direction))
            if direction in ("up", "down"):
                export.plant(f"{direction}vote", "good" if direction == "up" else "bad")
        elif draw < 0.6:
            saved.append((post, link))
            export.plant("save", "good")
        elif draw < 0.7:
            hidden.append((post, link))
            export.plant("hide", "bad")
        elif draw < 0.8:
            polls.append((post, "2", "Le train", "", "false", ""))
            export.plant("poll_option", "chosen")
        elif draw < 0.95:
            body = chance.choice((sentence(chance, language, n), "[deleted]"))
            comments.append((f"c{n}", link, "2024-05-06 07:08:09 UTC", "192.0.2.7", "france", "0",
                             link, chance.choice(("t3_p", f"t1_c{n - 1}", "t3_own")), body, ""))  # fmt: skip
            if body != "[deleted]":
                export.plant("reply")
        else:
            chats.append((f"m{n}", "2024-05-06 07:08:09 UTC", "", "zoe_vasseur",
                          f"Salut, c'est Zoé, {n}", "", "chan", "", "", "direct"))  # fmt: skip
    marks, poll = ("id", "permalink"), ("post_id", "user_selection", "text", "image_url",
                                        "is_prediction", "stake_amount")  # fmt: skip
    files = {
        "post_votes": table((*marks, "direction"), *votes["post"]),
        "comment_votes": table((*marks, "direction"), *votes["comment"]),
        "saved_posts": table(marks, *saved),
        "hidden_posts": table(marks, *hidden),
        "poll_votes": table(poll, *polls),
        "comments": b"\xef\xbb\xbf" + table(
            (*marks, "date", "ip", "subreddit", "gildings", "link", "parent", "body", "media"),
            *comments),
        "chat_history": table(
            ("message_id", "created_at", "updated_at", "username", "message",
             "thread_parent_message_id", "channel_url", "subreddit", "channel_name",
             "conversation_type"), *chats),
        "posts": table(
            (*marks, "date", "ip", "subreddit", "gildings", "title", "url", "body"),
            ("own", link, "2024-05-06 07:08:09 UTC", "192.0.2.7", "france", "0", "Mon jardin", "",
             "Les tomates sont en avance cette année.")),
        "birthdate": table(("birthdate", "verified_birthdate"), ("1990-02-03", "")),
        "statistics": table(("statistic", "value"), ("account name", "maelle_k"),
                            ("email address", "maelle@exemple.fr")),
        "friends": table(("username", "note"), ("zoe_vasseur", "Zoé Vasseur")),
        "ip_logs": table(("date", "ip"), ("2024-01-01", "192.0.2.7")),
    }  # fmt: skip
    for name, content in files.items():
        if layout == "parts" and name.endswith("votes"):
            heading, *lines = content.splitlines(keepends=True)
            half = len(lines) // 2
            export.files[f"{name}.csv"] = b"".join([heading, *lines[:half]])
            export.files[f"{name}_1.csv"] = b"".join([heading, *lines[half:]])
        else:
            root = "export_maelle_k_20240601/" if layout == "folder" else ""
            export.files[f"{root}{name}.csv"] = content
    sums = [(name, hashlib.sha256(content).hexdigest()) for name, content in export.files.items()]
    export.files["checkfile.csv"] = table(("filename", "sha256"), *sums)
    export.identities = {"maelle_k", "maelle@exemple.fr", "zoe_vasseur", "Zoé Vasseur"}
    return export
