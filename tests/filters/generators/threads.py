"""Threads: likes and saves in the Instagram archive, among posts seen and written."""

import random
from typing import Any

from tests.filters.generators.export import Export
from tests.filters.generators.meta_rows import AT, box, broken, names, page, said

LAYOUTS = ("json", "html")
_FOLDER = "your_instagram_activity/threads"


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of `size` acts."""
    export, chance = Export("threads"), random.Random(seed)
    _, *others = names(language)
    handles = [f"{name.split()[0].casefold()}.{n}" for n, name in enumerate(others)]
    liked: list[Any] = []
    saved: list[Any] = []
    for n in range(size):
        is_like = layout == "html" or chance.random() < 0.8
        row = {"title": chance.choice(handles), "string_list_data": [
            {"href": f"https://www.threads.net/t/{n:x}", "value": "👍", "timestamp": AT + n}]}  # fmt: skip
        (liked if is_like else saved).append(row)
        export.plant(*(("like", "good") if is_like else ("save", "good")))
    if layout == "html":
        boxes = (box(row["title"], "<div>👍</div>", "Dec 28, 2023 7:20 am") for row in liked)
        export.files = {f"{_FOLDER}/liked_threads.html": page(*boxes)}
        return export
    posts = [
        {"media": [{"title": said(chance, language), "creation_timestamp": AT, "uri": ""}]}
    ] * 3
    export.files = {
        f"{_FOLDER}/liked_threads.json": broken({"text_post_app_media_likes": liked}),
        f"{_FOLDER}/saved_threads.json": broken({"text_post_app_text_post_app_media_saves": saved}),
        f"{_FOLDER}/threads_and_replies.json": broken({"text_post_app_text_posts": posts}),
        f"{_FOLDER}/threads_viewed.json": broken({"text_post_app_text_post_app_posts_seen": liked[:5]}),
        f"{_FOLDER}/following.json": broken({"text_post_app_text_post_app_following": [
            {"title": handle, "string_list_data": []} for handle in handles]}),
    }  # fmt: skip
    export.identities = set(handles)
    return export
