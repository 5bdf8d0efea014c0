"""Large archives of invented people, seeded, in the shapes the platforms export."""

import json
import random
import zipfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from tests.filters.generators.catalogue import Case, cases
from tests.filters.generators.export import Export

WORDS = (
    "le chat dort sur la table et la pluie tombe doucement pendant que nous parlons de cuisine "
    "musique cinéma voyage travail jardin livre recette question réponse merci peut-être demain"
).split()


def sentence(rng: random.Random, words: int) -> str:
    return " ".join(rng.choices(WORDS, k=words)).capitalize() + "."


def facebook_reactions(path: Path, count: int, photos_bytes: int = 0) -> None:
    """`count` reactions in the flat layout, and photos that nobody reads."""
    rng = random.Random(1)
    kinds = ["LIKE"] * 12 + ["LOVE", "HAHA", "WOW", "SORRY", "ANGER", "CARE"]
    rows = [
        {
            "timestamp": 1_500_000_000 + i * 60,
            "data": [{"reaction": {"reaction": rng.choice(kinds), "actor": "Camille Exemple"}}],
            "title": "Camille Exemple aime la publication de Sacha Exemple.",
        }
        for i in range(count)
    ]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "comments_and_reactions/posts_and_comments.json", json.dumps({"reactions_v2": rows})
        )
        photo = random.Random(2).randbytes(1 << 20)
        for number in range(photos_bytes >> 20):
            archive.writestr(
                zipfile.ZipInfo(f"posts/media/photo_{number}.jpg"), photo, zipfile.ZIP_STORED
            )


def facebook_with_photos(path: Path) -> None:
    facebook_reactions(path, 20_000, photos_bytes=1 << 30)


def x_likes_and_posts(path: Path, likes: int = 200_000, posts: int = 100_000) -> None:
    rng = random.Random(3)
    liked = [
        {
            "like": {
                "tweetId": str(10**18 + i),
                "fullText": sentence(rng, 16),
                "expandedUrl": f"https://twitter.com/i/web/status/{10**18 + i}",
            }
        }
        for i in range(likes)
    ]
    posted = [
        {
            "tweet": {
                "id_str": str(2 * 10**18 + i),
                "full_text": sentence(rng, 16),
                "created_at": "Wed Oct 10 20:19:24 +0000 2018",
                "favorite_count": str(rng.randrange(60)),
                "retweet_count": "0",
                "entities": {"user_mentions": [], "urls": [], "hashtags": []},
            }
        }
        for i in range(posts)
    ]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        third = likes // 3 + 1
        for part in range(3):
            rows = json.dumps(liked[part * third : (part + 1) * third], indent=2)
            name = "data/like.js" if part == 0 else f"data/like-part{part}.js"
            archive.writestr(name, f"window.YTD.like.part{part} = {rows}")
        archive.writestr(
            "data/tweets.js", f"window.YTD.tweets.part0 = {json.dumps(posted, indent=2)}"
        )


def chatgpt_messages(path: Path, messages: int = 160_000) -> None:
    """Conversations of twenty messages: one answer in fifty has a thumb, one in fifty a sibling."""
    rng = random.Random(4)
    conversations, feedback = [], []
    for number in range(messages // 20):
        mapping, parent, last = {}, None, None
        for turn in range(20):
            role = "assistant" if turn % 2 else "user"
            key = f"{number}-{turn}"
            mapping[key] = {
                "id": key,
                "parent": parent,
                "children": [],
                "message": {
                    "id": key,
                    "author": {"role": role},
                    "create_time": 1_700_000_000.5,
                    "content": {"content_type": "text", "parts": [sentence(rng, 8)]},
                    "weight": 1,
                    "recipient": "all",
                    "metadata": {},
                },
            }
            if parent is not None:
                mapping[parent]["children"].append(key)
            parent, last = key, key
            if role == "assistant" and rng.random() < 0.02:
                feedback.append({"id": key, "conversation_id": str(number), "rating": "thumbsUp"})
        conversations.append({"id": str(number), "current_node": last, "mapping": mapping})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("conversations.json", json.dumps(conversations))
        archive.writestr("message_feedback.json", json.dumps(feedback))


def whatsapp_messages(path: Path, messages: int = 100_000) -> None:
    rng = random.Random(5)
    lines = [
        f"{1 + i // 4000 % 28:02d}/{1 + i // 9000 % 12:02d}/2024, {i % 24:02d}:{i % 60:02d} - "
        f"{rng.choice(['Camille', 'Sacha', 'Noor'])}: {sentence(rng, 9)}"
        for i in range(messages)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")


ARCHIVES: dict[str, Callable[[Path], None]] = {
    "facebook-200k-reactions.zip": lambda path: facebook_reactions(path, 200_000),
    "x-200k-likes-100k-posts.zip": x_likes_and_posts,
    "chatgpt-160k-messages.zip": chatgpt_messages,
    "whatsapp-100k-messages.txt": whatsapp_messages,
    "facebook-1gb-photos-20k-reactions.zip": facebook_with_photos,
}


def generated(platforms: Collection[str], size: int) -> Iterator[tuple[Case, Export]]:
    """The exports the tests generate, large: every layout, in French, of these platforms or all."""
    for case in cases():
        if case.language == "fr" and (not platforms or case.name in platforms):
            yield case, case.export(seed=1, size=size)


def answers(export: Export) -> list[str]:
    """What the donor would answer, as arguments of the terminal program."""
    ticked = ["--include-private-chats"] if export.choices.all_private_chats else []
    return [*ticked, *(word for name in sorted(export.choices.me) for word in ("--me", name))]
