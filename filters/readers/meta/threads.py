"""Threads: likes and saves, from the folder `threads` of the Instagram archive.

Facts: formats/threads and the last section of formats/instagram. What the donor wrote stands there
without what it answers, and posts and answers are not told apart: no preference is read into them.
"""

from collections.abc import Iterator

from filters.formats.json import Item, items
from filters.formats.mojibake import repaired
from filters.formats.sections import Section, sections
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread
from filters.readers.meta.acts import binary
from filters.readers.meta.people import learn_contact, learn_person

reader = Reader(
    "threads", version=1, title="Threads", within="instagram",
    signals={"confirmed": ("like",), "unverified": ("save",)},
)  # fmt: skip


@reader.identity(
    "threads/*follow*.json", "threads/*blocked*.json", "threads/*restricted*.json",
    decode=items, family="contacts",
)  # fmt: skip
def contacts(item: Item, knowledge: Knowledge) -> None:
    """People around the donor: only to mask their names."""
    row = item.value
    learn_person(repaired(row.get("title")), knowledge)
    for one in row.get("string_list_data") or ():
        learn_person(repaired(one.get("value")), knowledge)


@reader.identity(
    "threads/*follow*.html", "threads/*blocked*.html", "threads/*restricted*.html",
    decode=sections, family="contacts",
)  # fmt: skip
def page_contacts(section: Section, knowledge: Knowledge) -> None:
    """As `contacts`, from a page."""
    learn_contact(section, knowledge)


@reader.signal(
    decode=items, family="likes",
    signature='"text_post_app_media_likes"\\s*:',
)  # fmt: skip
@reader.signal(
    "threads/liked_threads*.json", "liked_threads*.json",
    decode=items, family="likes",
)  # fmt: skip
def liked(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A post liked. Its words are not in the export."""
    yield _press(item, "like", "likes")


@reader.signal("threads/saved_threads*.json", "saved_threads*.json", decode=items, family="saved")
def saved(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A post saved (the file's name is not confirmed)."""
    yield _press(item, "save", "saved")


def _press(item: Item, signal: str, family: str) -> Finding:
    row = item.value
    told = row.get("string_list_data")
    if not told and "timestamp" not in row and "label_values" not in row:
        return Unread(family, "shape")
    first = told[0] if isinstance(told, list) and told else {}
    at = first.get("timestamp") or row.get("timestamp")
    return binary("threads", family, "save" if signal == "save" else "like", at)


@reader.signal(
    "threads/liked_threads*.html", "liked_threads*.html", decode=sections, family="likes"
)
def page_liked(section: Section, _: Knowledge) -> Iterator[Finding]:
    """A post liked, from a page."""
    yield binary("threads", "likes", "like", section.at)


@reader.signal(
    decode=items, family="posts",
    signature='"text_post_app_text_posts"\\s*:',
)  # fmt: skip
@reader.signal(
    "threads/threads_and_replies*.json", "threads_and_replies*.json",
    decode=items, family="posts",
)  # fmt: skip
def own_post(_item: Item, _: Knowledge) -> Iterator[Finding]:
    """What the donor wrote: no preference."""
    yield SetAside("posts", "no_preference")


reader.ignore("threads/**.json", "threads/**.html", family="account")
