"""An Instagram export, in the layout of 2019, 2022, 2024 or 2026, or as pages."""

import random
from typing import Any

from filters.reader import Choices
from tests.filters.generators.export import Export
from tests.filters.generators.meta_rows import AT, DATES, box, broken, names, page, said, table

LAYOUTS = ("2019", "2022", "2024", "2026", "html")
_ISO = "2019-05-01T10:00:00+00:00"
_KINDS = ("like", "liked_comment", "comment", "save", "poll", "story_like", "dm")
_ROOTS = {
    "like": ("likes/liked_posts", "likes_media_likes"),
    "liked_comment": ("likes/liked_comments", "likes_comment_likes"),
    "comment": ("comments/post_comments_1", "comments_media_comments"),
    "save": ("saved/saved_posts", "saved_saved_media"),
    "poll": ("story_interactions/polls", "story_activities_polls"),
    "story_like": ("story_interactions/story_likes", "story_activities_story_likes"),
}
_FLAT = {
    "like": ("likes.json", "media_likes"), "liked_comment": ("likes.json", "comment_likes"),
    "comment": ("comments.json", "media_comments"), "save": ("saved.json", "saved_media"),
    "poll": ("stories_activities.json", "polls"),
}  # fmt: skip
_PLANTED = {
    "like": ("like", "good"), "liked_comment": ("like", "good"), "save": ("save", "good"),
    "comment": ("reply", "unlabelled"), "poll": ("poll_option", "chosen"),
    "story_like": ("like", "good"), "dm": ("love", "good"),
}  # fmt: skip


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """About `size` acts, with what is no act around them."""
    chance = random.Random(seed)
    donor, *others = names(language)
    export = Export("instagram", choices=Choices(me=frozenset({donor})))
    handles = [f"user.{number}" for number in range(len(others))]
    export.identities = {donor, *others}
    rows: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    for kind in chance.choices(_KINDS, (6, 1, 3, 1, 1, 1, 2), k=size):
        if kind == "story_like" and layout == "2019":
            continue
        export.plant(*_PLANTED[kind])
        rows[kind].append(
            _row(chance, kind, chance.choice(handles), donor, others[0], language, layout)
        )
    if layout == "2019":
        _flat(export, rows, donor, others[0])
        return export
    root = "" if layout == "2022" else "your_instagram_activity/"
    for kind, (file, key) in _ROOTS.items():
        name = file
        if layout == "2022":
            name = file.replace("story_interactions", "story_sticker_interactions")
        if layout == "html":
            export.files[f"{root}{name}.html"] = page(*rows[kind])
            continue
        is_list = layout == "2026" and kind in ("like", "liked_comment", "comment")
        is_list = is_list or (kind == "comment" and layout == "2024")
        export.files[f"{root}{name}.json"] = broken(rows[kind] if is_list else {key: rows[kind]})
    _around(export, root, rows["dm"], donor, others, handles, layout, language)
    return export


def _row(  # noqa: PLR0917 - one case, whole
    chance: random.Random,
    kind: str,
    handle: str,
    donor: str,
    other: str,
    language: str,
    layout: str,
) -> Any:
    at, words = AT + chance.randrange(10_000_000), said(chance, language)
    link = f"https://www.instagram.com/p/{chance.randrange(10**9):010}/"
    if kind == "dm":
        return _message(donor, other, words, language, layout, at)
    if layout == "2019":
        return [_ISO, words, handle] if kind == "comment" else [_ISO, handle]
    if layout == "html":
        date, label = DATES[language], "Commentaire" if language == "fr" else "Comment"
        body = f'<div><div><a target="_blank" href="{link}">👍</a></div></div>'
        if kind == "comment":
            return box("", table((label, words), ("Media Owner", handle)), date)
        return box(handle, "<div><div>Oui</div></div>" if kind == "poll" else body, date)
    if layout == "2026" and kind in ("like", "liked_comment", "comment"):
        labels: list[Any] = [{"label": "URL", "value": link, "href": link}]
        if kind == "comment":
            labels.append(
                {"label": "Commentaire" if language == "fr" else "Comment", "value": words}
            )
        labels.append({"title": "Propriétaire" if language == "fr" else "Owner", "dict": [
            {"title": "", "dict": [{"label": "Nom d’utilisateur", "value": handle}]}]})  # fmt: skip
        return {"timestamp": at, "media": [], "fbid": "1", "label_values": labels}
    if kind in ("comment", "save"):
        if kind == "save":
            return {
                "title": handle,
                "string_map_data": {"Enregistré le": {"href": link, "timestamp": at}},
            }
        label = "Commentaire" if language == "fr" else "Comment"
        return {"media_list_data": [], "string_map_data": {
            label: {"value": words}, "Media Owner": {"value": handle}, "Time": {"timestamp": at}}}  # fmt: skip
    value = {"poll": "Oui", "story_like": ""}.get(kind, "👍")
    return {"title": handle, "string_list_data": [{"href": link, "value": value, "timestamp": at}]}


def _message(donor: str, other: str, words: str, language: str, layout: str, at: int) -> Any:  # noqa: PLR0917 - one case, whole
    if layout == "html":
        given = f'<ul class="_a6-q"><li><span>❤️{donor}</span></li></ul>'
        return box(
            other, f"<div><div></div><div>{words}</div><div>{given}</div></div>", DATES[language]
        )
    if layout == "2019":
        return {"sender": other, "created_at": _ISO, "text": words, "likes": [{"username": donor}]}
    return {"sender_name": other, "timestamp_ms": at * 1000, "content": words,
            "reactions": [{"reaction": "❤", "actor": donor}]}  # fmt: skip


def _flat(export: Export, rows: dict[str, list[Any]], donor: str, other: str) -> None:
    documents: dict[str, dict[str, Any]] = {}
    for kind, (name, key) in _FLAT.items():
        documents.setdefault(name, {})[key] = rows[kind]
    for name, document in documents.items():
        export.files[name] = broken(document)
    export.files["messages.json"] = broken(
        [{"participants": [donor, other], "conversation": rows["dm"]}]
    )
    export.files["profile.json"] = broken(
        {"username": donor, "name": donor, "private_account": True}
    )
    export.files["connections.json"] = broken({"followers": {other: _ISO}})
    export.files["seen_content.json"] = broken(
        {"posts_seen": [{"timestamp": _ISO, "author": other}]}
    )


def _around(  # noqa: PLR0917 - one case, whole
    export: Export, root: str, messages: list[Any], donor: str, others: list[str], handles: list[str],
    layout: str, language: str,
) -> None:  # fmt: skip
    thread = f"{root}messages/inbox/someone_1/message_1"
    label = "Nom" if language == "fr" else "Name"
    if layout == "html":
        export.files[f"{thread}.html"] = page(*messages, box(donor, "<div></div>", DATES[language]))
        export.files["ads_information/ads_and_topics/posts_viewed.html"] = page(
            *(box(one, "", DATES[language]) for one in handles)
        )
        export.files["personal_information/personal_information/personal_information.html"] = page(
            box("", table((label, donor)), "")
        )
        export.files["connections/followers_and_following/followers_1.html"] = page(
            *(box(one, "<div></div>", DATES[language]) for one in others)
        )
        return
    export.files[f"{thread}.json"] = broken({
        "participants": [{"name": others[0]}, {"name": donor}], "title": others[0],
        "thread_path": "inbox/someone_1", "messages": messages,
    })  # fmt: skip
    export.files["ads_information/ads_and_topics/posts_viewed.json"] = broken(
        {
            "impressions_history_posts_seen": [
                {"string_map_data": {"Author": {"value": h}}} for h in handles
            ]
        }
    )
    export.files["personal_information/personal_information/personal_information.json"] = broken(
        {"profile_user": [{"string_map_data": {label: {"value": donor}}}]}
    )
    export.files["connections/followers_and_following/followers_1.json"] = broken(
        [{"title": "", "string_list_data": [{"value": one}]} for one in others]
    )
