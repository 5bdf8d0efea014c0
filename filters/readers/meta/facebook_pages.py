"""Facebook's export in HTML, the form most people are given: the same acts, read from pages.

Facts: formats/facebook, "HTML variant". What a page lacks and the JSON has: the exact time zone of
its dates, the options of a poll that were not chosen, and, in some years, which reaction was given.
A reaction is read by its picture (`icons/love.png`) or its value, at last by the verb of its title.
"""

import re
from collections.abc import Iterator

from filters.formats.dates import is_under_age
from filters.formats.sections import Section, sections
from filters.interaction import Option, Passage, Signal
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Finding, Knowledge, SetAside, Unread
from filters.readers.meta.acts import binary, choice, comment, comment_among, reaction
from filters.readers.meta.facebook import reader
from filters.readers.meta.facebook_rest import know_the_rest
from filters.readers.meta.mentions import mentioned_in
from filters.readers.meta.people import learn_contact, learn_profile
from filters.readers.meta.words import control_of, reaction_of, reaction_of_picture

__all__ = ["reader"]

_LIKES = re.compile(r"\s(?:likes|liked|aime|a aimé)\s")
"""Names begin with a capital, verbs do not. Any other verb says that there was a reaction, not
which."""


@reader.identity(
    "profile_information/profile_information.html", decode=sections, telling=True,
)  # fmt: skip
def profile(section: Section, knowledge: Knowledge) -> None:
    """The donor's names and addresses, by what they look like. A child's archive is refused."""
    born = learn_profile(section.fields, knowledge)
    if born is not None and is_under_age(AGE_OF_CONSENT, *born):
        raise ArchiveProblem(Problem.MINOR, "facebook")


@reader.identity(
    "friends/*.html", "friends_and_followers/*.html", "connections/followers/*.html",
    "other_personal_information/contacts*.html", "your_address_books.html",
    decode=sections, family="contacts",
)  # fmt: skip
def contacts(section: Section, knowledge: Knowledge) -> None:
    """People around the donor: only to mask their names."""
    learn_contact(section, knowledge)


@reader.signal(
    "comments_and_reactions/likes_and_reactions*.html",
    "likes_and_reactions/posts_and_comments.html",
    "comments_and_reactions/posts_and_comments.html",
    decode=sections, family="reactions",
)  # fmt: skip
def page_reaction(section: Section, _: Knowledge) -> Iterator[Finding]:
    """One reaction, by its picture, its value in a table, or an emoji."""
    signal = _reaction(section)
    if signal is None:
        yield Unread("reactions", "reaction")
    else:
        yield reaction("facebook", "reactions", signal, section.at)


def _reaction(section: Section) -> Signal | None:
    for picture in section.images:
        if (signal := reaction_of_picture(picture)) is not None:
            return signal
    written = [field.value for field in section.fields] + [cell.text for cell in section.cells]
    for value in written:
        if (signal := reaction_of(value)) is not None:
            return signal
    return "like" if _LIKES.search(section.heading) else None


@reader.signal(
    "comments/comments.html", "comments_and_reactions/comments*.html",
    "groups/your_comments_in_groups.html",
    decode=sections, family="comments",
)  # fmt: skip
def page_comment(section: Section, knowledge: Knowledge) -> Iterator[Finding]:
    """The donor's own comment: the first text that stands beside no picture and no link."""
    text = comment_among(section.fields)
    if not text and not section.fields and section.cells:
        text = section.cells[0].text
    if text:
        # Pages are long to read: not twice, for the few that are mentioned.
        knowledge.identities.add("names", *mentioned_in(text))
        yield comment("facebook", "comments", text, section.at)
    elif section.at is not None or section.heading or section.fields:
        yield SetAside("comments", "no_preference")


@reader.signal(
    "polls/polls_you_voted_on.html", "polls/your_poll_votes*.html",
    decode=sections, family="polls",
)  # fmt: skip
def page_vote(section: Section, _: Knowledge) -> Iterator[Finding]:
    """A vote. Pages do not say which of the words is the option, so the act alone is kept."""
    if section.at is not None or section.cells or section.fields:
        chosen = Option("chosen", Passage(None, "other", "public"))
        yield choice("facebook", "polls", (chosen,), section.at)


@reader.signal(
    "pages/pages_you*liked.html", "pages/*recommended.html", "likes_and_reactions/pages.html",
    decode=sections, family="pages",
)  # fmt: skip
def page_liked(section: Section, _: Knowledge) -> Iterator[Finding]:
    """A page liked or recommended."""
    yield binary("facebook", "pages", "like", section.at, object_type="page")


@reader.signal(
    "saved_items_and_collections/your_saved_items.html",
    "saved_items_and_collections/saved_items*.html",
    decode=sections, family="saved",
)  # fmt: skip
def page_saved(section: Section, _: Knowledge) -> Iterator[Finding]:
    """A thing saved for later."""
    yield binary("facebook", "saved", "save", section.at)


@reader.signal("stories/story_reactions.html", decode=sections, family="story_reactions")
def page_story_reaction(section: Section, _: Knowledge) -> Iterator[Finding]:
    """A reaction to somebody's story."""
    signal = _reaction(section)
    if signal is None:
        yield Unread("story_reactions", "text")
    else:
        yield reaction("facebook", "story_reactions", signal, section.at, setting="private")


@reader.signal("feed/controls.html", decode=sections, family="feed_controls")
def page_control(section: Section, _: Knowledge) -> Iterator[Finding]:
    """Show more or show less: the control's name heads the section or stands in its table."""
    said = [section.heading, *(f.group for f in section.fields), *(f.value for f in section.fields)]
    signal = next((known for value in said if (known := control_of(value)) is not None), None)
    if signal is None:
        yield SetAside("feed_controls", "no_preference")
    else:
        yield binary("facebook", "feed_controls", signal, section.at)


know_the_rest(reader)
