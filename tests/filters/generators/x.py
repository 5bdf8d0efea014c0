"""X: likes in parts, posts of every kind, note ratings, direct messages with reactions."""

import json
import time
from typing import Any

from filters.reader import Choices
from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd, Person

LAYOUTS = ("2019", "2024")
_NOTES = {
    "HELPFUL": "helpful_note",
    "SOMEWHAT_HELPFUL": "somewhat_helpful_note",
    "NOT_HELPFUL": "unhelpful_note",
}
_REACTIONS = {"like": ("like", "good"), "funny": ("funny", "unlabelled"), "sad": ("sad", "unlabelled"),
              "😂": ("haha", "unlabelled"), "❤️": ("love", "good"),
              "surprised": ("wow", "unlabelled"), "🦄": ("other_emoji", "unlabelled")}  # fmt: skip


class _Account:
    """One invented account, and what is planted in its archive."""

    def __init__(self, crowd: Crowd, layout: str) -> None:
        self.crowd, self.is_old = crowd, layout == "2019"
        self.me, *self.friends = crowd.people(6)
        self.export = Export("x", choices=Choices(all_private_chats=True))

    def like(self, number: int) -> dict[str, Any]:
        self.export.plant("like", "good")
        text = self.crowd.sentence().replace("’", "&#39;")
        kept = {} if self.is_old and number % 7 == 0 else {"fullText": text}
        return {
            "like": {
                "tweetId": str(10**18 + number),
                **kept,
                "expandedUrl": "https://twitter.com/i/web/status/1",
            }
        }

    def post(self, number: int) -> dict[str, Any]:
        friend = self.crowd.rng.choice(self.friends)
        text, more = self.crowd.sentence(), {}
        match number % 4:
            case 0:
                text = f"RT @{friend.handle}: {text}"
            case 1:
                text = f"@{friend.handle} {text}"
                more = {
                    "in_reply_to_status_id_str": "5",
                    "in_reply_to_user_id_str": "99",
                    "in_reply_to_screen_name": friend.handle,
                }
                self.export.plant("reply")
            case 2:
                more = {
                    "in_reply_to_status_id_str": "5",
                    "in_reply_to_user_id_str": "1",
                    "in_reply_to_screen_name": self.me.handle,
                }
                self.export.plant("like")
            case _:
                self.export.plant("like")
        at = time.strftime("%a %b %d %H:%M:%S +0000 %Y", time.gmtime(self.crowd.when()))
        post = {
            "id_str": str(number),
            "full_text": text,
            "created_at": at,
            "favorite_count": str(number % 60),
            **more,
        }
        return post if self.is_old else {"tweet": post}

    def note(self, number: int) -> dict[str, Any]:
        level = self.crowd.rng.choice(list(_NOTES))
        self.export.plant(_NOTES[level])
        return {
            "communityNoteRating": {
                "noteId": str(number),
                "helpfulnessLevel": level,
                "createdAt": "2023-01-02T00:00:00.000Z",
            }
        }

    def talk(self, friend: Person, count: int) -> dict[str, Any]:
        rng, messages = self.crowd.rng, []
        for number in range(count):
            is_own = rng.random() < 0.5
            reactions = []
            if rng.random() < 0.2:
                key, by_me = rng.choice(list(_REACTIONS)), rng.random() < 0.5
                reactions.append(
                    {
                        "senderId": "1" if by_me else "99",
                        "reactionKey": key,
                        "createdAt": "2023-01-02T00:00:00.000Z",
                    }
                )
                if by_me:
                    self.export.plant(*_REACTIONS[key])
            if is_own:
                self.export.plant("reply")
            messages.append({"messageCreate": {"id": str(number), "senderId": "1" if is_own else "99", "text": self.crowd.sentence(),
                                               "createdAt": "2023-01-02T00:00:00.000Z", "reactions": reactions}})  # fmt: skip
        return {"dmConversation": {"conversationId": f"1-{friend.handle}", "messages": messages}}


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    account = _Account(Crowd(seed, language), layout)
    me, export = account.me, account.export
    export.identities |= {me.name, me.handle, me.email, me.phone, account.friends[0].email}
    likes = [account.like(number) for number in range(size // 2)]
    posts = [account.post(number) for number in range(size // 4)]
    notes = [account.note(number) for number in range(size // 8)]
    talks = [account.talk(friend, size // 40 + 1) for friend in account.friends]
    half = len(likes) // 2
    parts: list[tuple[str, str, int, list[Any]]] = [
        ("like", "like", 0, likes[:half]), ("like-part1", "like", 1, likes[half:]),
        ("tweet", "tweet", 0, posts) if account.is_old else ("tweets", "tweets", 0, posts),
        ("community-note-rating", "community_note_rating", 0, notes),
        ("direct-messages", "direct_messages", 0, talks),
        ("account", "account", 0, [{"account": {"email": me.email, "accountId": "1", "username": me.handle, "accountDisplayName": me.name}}]),
        ("contact", "contact", 0, [{"contact": {"id": "1", "emails": [account.friends[0].email], "phoneNumbers": [me.phone]}}]),
        ("ad-engagements", "ad_engagements", 0, [{"ad": {"x": 1}}]), ("block", "block", 0, [{"blocking": {"accountId": "9"}}]),
    ]  # fmt: skip
    root = "" if account.is_old else "twitter-2024-01-01-abc/"
    export.files = {
        f"{root}data/{name}.js": f"window.YTD.{inner}.part{part} = {json.dumps(rows, ensure_ascii=False)}".encode()
        for name, inner, part, rows in parts
    }
    return export
