"""A Facebook export, in the layout of 2019, 2022 or 2025, or as pages."""

import random
from typing import Any

from tests.filters.generators.export import Export
from tests.filters.generators.meta_rows import AT, DATES, box, broken, names, page, said, table

LAYOUTS = ("2019", "2022", "2024", "2025", "html", "html-2019")
_REACTIONS = {
    "LIKE": ("like", "good", "J’aime"), "LOVE": ("love", "good", "J’adore"),
    "CARE": ("care", "good", "Solidaire"), "HAHA": ("haha", "unlabelled", "Haha"),
    "WOW": ("wow", "unlabelled", "Wouah"), "SORRY": ("sad", "unlabelled", "Triste"),
    "ANGER": ("angry", "unlabelled", "Grrr"),
}  # fmt: skip


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """About `size` acts, with what is no act around them."""
    chance = random.Random(seed)
    export = Export("facebook")
    people = names(language)
    donor = people[0]
    export.identities = set(people)
    is_page = layout.startswith("html")
    old, root = layout in ("2019", "html-2019"), ""
    if layout in ("2024", "2025", "html"):
        root = "your_facebook_activity/"
    kinds = chance.choices(("reaction", "comment", "poll", "page", "save"), (6, 3, 1, 1, 1), k=size)
    rows: dict[str, list[Any]] = {
        kind: [] for kind in ("reaction", "comment", "poll", "page", "save")
    }
    for kind in kinds:
        other = chance.choice(people[1:])
        rows[kind].append(_row(export, chance, kind, other, donor, language, layout))
    folder = "comments" if old else f"{root}comments_and_reactions"
    reactions = "likes_and_reactions/posts_and_comments" if old else f"{folder}/posts_and_comments"
    if layout in ("2024", "2025", "html"):
        reactions = f"{folder}/likes_and_reactions" + ("_1" if layout == "2024" else "")
    places = {
        "reaction": (reactions, "reactions" if old else "reactions_v2"),
        "comment": (f"{folder}/comments", "comments" if old else "comments_v2"),
        "poll": (f"{root}polls/polls_you_voted_on", "poll_votes_v2"),
        "page": (f"{root}pages/pages_you've_liked", "page_likes_v2"),
        "save": (f"{root}saved_items_and_collections/your_saved_items", "saves_v2"),
    }
    for kind, (name, key) in places.items():
        if is_page:
            export.files[f"{name}.html"] = page(*rows[kind])
            continue
        is_list = kind == "reaction" and layout in ("2024", "2025")
        export.files[f"{name}.json"] = broken(rows[kind] if is_list else {key: rows[kind]})
    _around(export, root, donor, people, is_page=is_page, language=language)
    return export


def _row(  # noqa: PLR0917 - one case, whole
    export: Export, chance: random.Random, kind: str, other: str, donor: str, language: str,
    layout: str,
) -> Any:  # fmt: skip
    title = (
        f"{donor} a réagi à la publication de {other}."
        if language == "fr"
        else f"{donor}: {other}."
    )
    at, date, is_page = (
        AT + chance.randrange(10_000_000),
        DATES[language],
        layout.startswith("html"),
    )
    year = 2019 if layout == "html-2019" else 2023
    if kind == "reaction":
        value = chance.choice(list(_REACTIONS))
        signal, label, french = _REACTIONS[value]
        export.plant(signal, label)
        written = french if language == "fr" else value.capitalize()
        if is_page:
            shown = f'<div><div><img src="icons/{value.lower()}.png"></div><div>{other}</div></div>'
            return box(
                title,
                shown if chance.random() < 0.5 else table(("Réaction", written)),
                date,
                year=year,
            )
        if layout == "2025":
            return {"timestamp": at, "media": [], "fbid": "1", "label_values": [
                {"label": "Réaction" if language == "fr" else "Reaction", "value": written},
                {"label": "Nom", "value": other},
                {"title": "Auteur", "dict": [{"title": "", "dict": [{"label": "Nom", "value": other}]}]},
            ]}  # fmt: skip
        return {
            "timestamp": at,
            "title": title,
            "data": [{"reaction": {"reaction": value, "actor": donor}}],
        }
    if kind == "comment":
        words = said(chance, language)
        export.plant("reply")
        if is_page:
            return box(title, f"<div><div>{words}</div></div>", date, year=year)
        return {"timestamp": at, "title": title,
                "data": [{"comment": {"timestamp": at, "comment": words, "author": donor}}]}  # fmt: skip
    if kind == "poll":
        export.plant("poll_option", "chosen")
        if is_page:
            return box(title, "<div><div>Option A</div><div>Option B</div></div>", date, year=year)
        options = [{"option": "Option A", "voted": True}, {"option": "Option B", "voted": False}]
        return {"timestamp": at, "title": title,
                "attachments": [{"data": [{"poll": {"question": "Q", "options": options}}]}]}  # fmt: skip
    export.plant("save" if kind == "save" else "like", "good")
    if is_page:
        return box(other, "<div></div>", date, year=year)
    return {"timestamp": at, "name": "Une page", "title": title}


def _around(
    export: Export, root: str, donor: str, people: tuple[str, ...], *, is_page: bool, language: str
) -> None:
    date = DATES[language]
    if is_page:
        export.files["profile_information/profile_information.html"] = page(
            box("", table(("Nom", donor), ("Adresse e-mail", "moi@example.org")), date)
        )
        export.files["friends/your_friends.html"] = page(
            *(box(one, "", date) for one in people[1:])
        )
        export.files["ads_information/ads_interests.html"] = page(box("sport", "", date))
        return
    export.files["profile_information/profile_information.json"] = broken(
        {"profile_v2": {"name": {"full_name": donor}, "emails": {"emails": ["moi@example.org"]}}}
    )
    export.files["friends/your_friends.json"] = broken(
        {"friends_v2": [{"name": one, "timestamp": AT} for one in people[1:]]}
    )
    export.files["ads_information/ads_interests.json"] = broken({"topics_v2": ["sport"]})
    export.files[f"{root}posts/your_posts_1.json"] = broken(
        [{"timestamp": AT, "data": [{"post": "x"}]}]
    )
