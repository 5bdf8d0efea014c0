"""Instagram's export in HTML, the form most people are given: the same acts, read from pages.

Facts: formats/instagram, and its sample of 2022. What a page lacks and the JSON has: the key that
says what a file holds (its name does), and the time zone of its dates.
"""

from collections.abc import Callable, Iterator

from filters.formats.dates import is_under_age
from filters.formats.sections import Section, sections
from filters.interaction import ObjectType, Signal
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Finding, Knowledge, SetAside
from filters.readers.meta.acts import binary, comment, comment_among
from filters.readers.meta.instagram import post_ref, story_act
from filters.readers.meta.instagram_flat import reader
from filters.readers.meta.instagram_rest import know_the_rest
from filters.readers.meta.people import learn_contact, learn_profile

__all__ = ["reader"]


@reader.identity(
    "personal_information/personal_information.html", decode=sections, telling=True
)  # fmt: skip
def page_profile(section: Section, knowledge: Knowledge) -> None:
    """The donor's name, user name and addresses. An archive of a child is refused."""
    born = learn_profile(section.fields, knowledge)
    if born is not None and is_under_age(AGE_OF_CONSENT, *born):
        raise ArchiveProblem(Problem.MINOR, "instagram")


@reader.identity(
    "followers_and_following/*.html", "contacts/synced_contacts.html",
    decode=sections, family="contacts", telling=True,
)  # fmt: skip
def page_contacts(section: Section, knowledge: Knowledge) -> None:
    """People around the donor: only to mask their names."""
    learn_contact(section, knowledge)


def _pressed(
    signal: Signal, family: str, object_type: ObjectType
) -> Callable[[Section, Knowledge], Iterator[Finding]]:
    def read(section: Section, _: Knowledge) -> Iterator[Finding]:
        ref = post_ref(list(section.links)) if object_type == "post" else None
        yield binary(
            "instagram", family, signal, section.at, object_type=object_type, object_ref=ref
        )

    return read


_PRESSED: tuple[tuple[tuple[str, ...], Signal, str, ObjectType], ...] = (
    (("liked_posts*.html",), "like", "likes", "post"),
    (("liked_comments*.html",), "like", "liked_comments", "comment"),
    (("saved/saved_posts*.html", "saved_posts*.html"), "save", "saved", "post"),
    (("saved/saved_music*.html",), "save", "saved", "music"),
    (("posts_you*not_interested_in.html",), "hide", "not_interested", "post"),
    (("accounts_you*not_interested_in.html", "profiles_you*not_interested_in.html"),
     "hide", "not_interested", "page"),
)  # fmt: skip
for _patterns, _signal, _family, _object_type in _PRESSED:
    reader.signal(*_patterns, decode=sections, family=_family)(
        _pressed(_signal, _family, _object_type)
    )


@reader.signal(
    "comments/post_comments*.html", "post_comments*.html", "reels_comments*.html",
    "comments/hype*.html",
    decode=sections, family="comments",
)  # fmt: skip
def page_comment(section: Section, _: Knowledge) -> Iterator[Finding]:
    """The donor's own comment, in a table with the owner of the post; before, a text alone."""
    text = comment_among(section.fields)
    if not text and not section.fields and section.cells:
        text = section.cells[0].text
    if text:
        yield comment("instagram", "comments", text, section.at)
    else:
        yield SetAside("comments", "no_preference")


def _story(act: str) -> Callable[[Section, Knowledge], Iterator[Finding]]:
    def read(section: Section, _: Knowledge) -> Iterator[Finding]:
        values = [cell.text for cell in section.cells] + [field.value for field in section.fields]
        yield story_act(act, values[0] if values else None, section.at)

    return read


for _name, _act in (
    ("story_likes", "story_likes"), ("polls", "polls"), ("quizzes", "quizzes"),
    ("emoji_sliders", "emoji_sliders"), ("questions", "questions"), ("countdowns", "countdowns"),
    ("emoji_story_reactions", "reactions"), ("emoji_quick_reactions", "reactions"),
    ("story_reaction_sticker_reactions", "reactions"), ("*reactions", "reactions"),
):  # fmt: skip
    reader.signal(
        f"story_interactions/{_name}.html", f"story_sticker_interactions/{_name}.html",
        decode=sections, family="stories",
    )(_story(_act))  # fmt: skip


know_the_rest(reader)
