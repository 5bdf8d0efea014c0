"""Meta's exports in HTML: the same acts as in JSON, in the boxes of each year."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats import sections as pages_of_meta
from filters.formats.json import Damaged
from filters.formats.sections import sections
from filters.formats.written_dates import written_date
from filters.limits import Limits
from filters.problem import ArchiveProblem, Problem
from filters.reader import Choices
from filters.readers.meta import direct_pages
from tests.filters.reading import identities, read, zipped

FB = "your_facebook_activity"
IG = "your_instagram_activity"
DATES = ("déc. 28, 2020 7:20 am", "Dec 28, 2020, 7:20 AM", "28 déc. 2020 à 07:20")


def box_2018(heading: str, body: str, date: str) -> str:
    return (
        '<div class="pam _3-95 _2pi0 _2lej uiBoxWhite noborder">'
        f'<div class="_3-96 _2pio _2lek _2lel">{heading}</div>'
        f'<div class="_3-96 _2let">{body}</div><div class="_3-94 _2lem">{date}</div></div>'
    )


def box_2022(heading: str, body: str, date: str) -> str:
    head = f'<h2 class="_3-95 _2pim _a6-h _a6-i">{heading}</h2>' if heading else ""
    return (
        f'<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">{head}'
        f'<div class="_3-95 _a6-p">{body}</div><div class="_3-94 _a6-o">{date}</div></div>'
    )


def box_2025(heading: str, body: str, date: str) -> str:
    head = f'<h2 class="_2ph_ _a6-h _a6-i" id="u_0">{heading}</h2>' if heading else ""
    return (
        f'<section class="_a6-g" aria-labelledby="u_0">{head}<div class="_2ph_ _a6-p">{body}</div>'
        f'<footer class="_3-94 _a6-o"><a href="https://x"><div class="_a72d">{date}</div></a></footer>'
        "</section>"
    )


def box_unknown(heading: str, body: str, date: str) -> str:
    head = f"<h2>{heading}</h2>" if heading else ""
    return f'<section class="zz9">{head}<div>{body}</div><footer>{date}</footer></section>'


Box = Callable[[str, str, str], str]
BOXES = [box_2018, box_2022, box_2025, box_unknown]
boxes = pytest.mark.parametrize("box", BOXES)


def page(*found: str) -> str:
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>T</title></head><body>"
        f'<div class="clearfix"><div class="_a706" role="main">{"".join(found)}</div></div></body></html>'
    )


def signals(files: dict[str, str]) -> list[str]:
    return sorted(record.signal for record in read(zipped(files))[0])


@boxes
def test_reactions_by_picture_by_value_and_by_emoji(box: Box) -> None:
    table = (
        "<section><table><tr><td class='_a6_q'>Réaction</td><td class='_a6_r'>J’adore</td></tr>"
        "<tr><td class='_a6_q'>Nom</td><td class='_a6_r'>Noor Exemple</td></tr></table></section>"
    )
    found = page(
        box("Camille a réagi à la photo de Noor.", '<div><img src="icons/haha.png"/></div>', DATES[0]),
        box("", f"<div>{table}</div>", DATES[1]),
        box("Camille a réagi.", "<div><div>😮</div></div>", DATES[2]),
        box("Camille aime la photo de Noor.", "<div></div>", DATES[2]),
        box("Camille a réagi à la photo de Noor.", "<div><div>photo</div></div>", DATES[2]),
    )  # fmt: skip
    kept, outcome = read(zipped({f"{FB}/comments_and_reactions/likes_and_reactions_1.html": found}))
    assert sorted(record.signal for record in kept) == ["haha", "like", "love", "wow"]
    assert {record.period for record in kept} == {"2020-Q4"}
    assert outcome.tally.removed["unknown", "reactions"] == 1
    assert outcome.poorer == ("facebook",)
    assert "Noor" not in repr(kept)


@boxes
def test_a_comment_is_its_words_and_not_the_link_beside_it(box: Box) -> None:
    found = page(
        box("Camille a commenté.", "<div><div>Très bien,<br>merci &amp; bravo</div></div>", DATES[0]),
        box("Camille a commenté.",
            '<div><div>Regarde</div><div><a href="https://x">Titre de quelqu’un</a><div>Nom</div></div></div>',
            DATES[0]),
        box("Camille a commenté.", '<div><div><img src="a.jpg"></div></div>', DATES[0]),
    )  # fmt: skip
    kept, outcome = read(zipped({f"{FB}/comments_and_reactions/comments.html": found}))
    assert [r.candidates[0].content for r in kept] == ["Très bien,\nmerci & bravo", "Regarde"]
    assert outcome.tally.removed["no_preference", "comments"] == 1


@boxes
def test_whom_a_comment_mentions_is_a_person_and_their_number_goes(box: Box) -> None:
    text = "Merci @[100004512345678:2048:Noor la reine] pour tout"
    files = {
        f"{FB}/comments_and_reactions/comments.html": page(
            box("Camille a commenté.", f"<div><div>{text}</div></div>", DATES[0])
        )
    }
    kept, _ = read(zipped(files))
    assert [r.candidates[0].content for r in kept] == ["Merci @Noor la reine pour tout"]
    assert "Noor la reine" in identities(zipped(files)).names


@boxes
def test_instagram_pages(box: Box) -> None:
    comment = (
        "<table><tr><td colspan='2' class='_2pin _a6_q'>Comment<div><div>super</div></div></td></tr>"
        "<tr><td colspan='2' class='_2pin _a6_q'>Media Owner<div><div>noor.x</div></div></td></tr>"
        "<tr><td class='_2pin _a6_q'>Time</td><td class='_2pin _2piu _a6_r'>"
        "Nov 13, 2025 3:04 pm</td></tr></table>"
    )
    like = '<div><div><a href="https://www.instagram.com/p/AbCdEf1/">👍</a></div></div>'
    owner = "<h2>Owner</h2><table><tr><td>Username</td><td>noor.x</td></tr></table>"
    files = {
        f"{IG}/likes/liked_posts.html": page(
            box("noor.x", like, DATES[0]), box("", like + f"<div>{owner}</div>", DATES[1])
        ),
        f"{IG}/likes/liked_comments.html": page(box("noor.x", like, DATES[0])),
        f"{IG}/comments/post_comments_1.html": page(box("", comment, "")),
        f"{IG}/saved/saved_posts.html": page(box("noor.x", like, DATES[0])),
        f"{IG}/story_interactions/polls.html": page(
            box("noor.x", "<div><div>Oui</div></div>", DATES[0])
        ),
        f"{IG}/story_interactions/story_likes.html": page(box("noor.x", "<div></div>", DATES[0])),
        f"{IG}/story_interactions/emoji_story_reactions.html": page(
            box("noor.x", "<div><div>😂</div></div>", DATES[0])
        ),
        f"{IG}/threads/liked_threads.html": page(box("noor.x", like, DATES[0])),
        "ads_information/ads_and_topics/posts_you're_not_interested_in.html": page(
            box("", "<table><tr><td>Auteur</td><td>noor.x</td></tr></table>", DATES[0])
        ),
        "ads_information/ads_and_topics/posts_viewed.html": page(box("noor.x", like, DATES[0])),
        "start_here.html": page(),
    }
    kept, outcome = read(zipped(files))
    assert sorted(r.signal for r in kept) == [
        "haha", "hide", "like", "like", "like", "like", "like", "poll_option", "reply", "save"
    ]  # fmt: skip
    assert [r.candidates[0].content for r in kept if r.signal == "reply"] == ["super"]
    assert "noor" not in repr(kept)
    assert outcome.poorer == ("instagram", "threads")


@pytest.mark.parametrize("root", [f"{FB}/", f"{IG}/", ""])
@boxes
def test_messages(box: Box, root: str) -> None:
    found = page(
        '<div class="pam uiBoxWhite _a6-g"><h2 class="_a6-h">Participants : Noor et Camille</h2></div>'
        if box is not box_unknown else "",
        box("Noor", '<div><div></div><div>leurs mots</div><div></div><div><ul class="_a6-q"><li><span>'
            "❤️Camille<span> (Dec 28, 2020 6:56 am)</span></span></li></ul></div></div>", DATES[0]),
        box("Camille", "<div><div></div><div>mes mots</div><div></div></div>", DATES[0]),
        box("Camille", "<div><div></div><div></div><div><div><div><div>légende d’une autre</div></div>"
            "</div></div></div>", DATES[0]),
        box("Noor", "<div><div></div><div>encore</div><div></div><div><ul><li>👍Noor</li></ul></div></div>",
            DATES[0]),
    )  # fmt: skip
    files = {f"{root}messages/inbox/noor_1/message_1.html": found}
    me = frozenset({"Camille"})
    kept, outcome = read(zipped(files), choices=Choices(me=me, all_private_chats=True))
    assert sorted(record.signal for record in kept) == ["love", "reply"]
    assert "mes mots" in repr(kept)
    assert "leurs" not in repr(kept)
    assert "légende" not in repr(kept)
    platform = "instagram" if root == f"{IG}/" else "messenger"
    assert {record.platform for record in kept} == {platform}
    assert outcome.tally.removed["R3", "messages"] == 2
    assert outcome.tally.removed["R5", "messages"] == 1
    asked = read(zipped(files))[1]
    assert [question.platform for question in asked.questions] == [platform]
    assert set(asked.questions[0].options) == {"Noor", "Camille"}


def test_pages_that_hold_nothing_are_refused_as_before() -> None:
    files = {f"{FB}/comments_and_reactions/comments.html": page(), "start_here.html": page()}
    with pytest.raises(ArchiveProblem) as stopped:
        read(zipped(files))
    assert stopped.value.problem == Problem.HTML_EXPORT


def test_the_donor_is_known_from_the_profile_page() -> None:
    row = "<tr><td class='_a6_q'>{}</td><td class='_a6_r'>{}</td></tr>"
    table = "".join(
        row.format(label, value)
        for label, value in (("Nom", "Camille"), ("Adresse e-mail", "c@example.org"))
    )
    files = {
        "personal_information/personal_information/personal_information.html": page(
            box_2022("", f"<table>{table}</table>", "")
        ),
        f"{IG}/messages/inbox/n_1/message_1.html": page(
            box_2022("Camille", "<div><div></div><div>mes mots</div></div>", DATES[0])
        ),
    }
    kept, outcome = read(zipped(files), choices=Choices(all_private_chats=True))
    assert [record.candidates[0].content for record in kept] == ["mes mots"]
    assert not outcome.questions


@pytest.mark.parametrize(
    "text",
    ["Dec 28, 2020 7:20 am", "Dec 28, 2020, 7:20 AM", "Dec 28, 2020 7:20:15 pm", "28 déc. 2020, 07:20",
     "28 décembre 2020 à 07:20", "déc. 28, 2020 7:20 am", "28 de diciembre de 2020, 8:09:15 a. m.",
     "28. Dez. 2020, 07:20", "28 dic 2020, 07:20", "28 дек 2020 г., 15:04", "2020-12-28",
     "28 dec. 2020 07:20", "Dec 28, 2020 7:20\u202fAM UTC"],
)  # fmt: skip
def test_dates_in_the_donors_language(text: str) -> None:
    from filters.formats.dates import quarter

    assert quarter(written_date(text)) == "2020-Q4"


@pytest.mark.parametrize(
    "text", ["", "28 2020", "Dec 32, 2020", "le 3 mai j’y serai", "Xyz 3, 2020"]
)
def test_what_is_no_date(text: str) -> None:
    assert written_date(text) is None


@given(st.text(alphabet='<>/"= divtrulsecon_a6-pghuiBoxWhite\n&;é', max_size=300))
def test_no_page_raises(noise: str) -> None:
    for wrapped in (noise, page(box_2022("h", noise, DATES[0])), page(box_unknown("h", noise, ""))):
        list(sections([wrapped.encode()], Limits()))


BODIES = (
    "<div><div></div><div>salut</div><div></div></div>",
    "<div><div></div><div></div></div>",
    '<div><div></div><div>oui &amp; non</div><div><ul class="_a6-q"><li><span>👍Noor</span></li></ul></div></div>',
    '<div><div><a href="https://a.example/">un lien</a></div><div><img src="a.jpg"></div></div>',
    "<div><div>du<br>texte</div></div>",
    '<div class="_a6-o">Dec 28, 2020, 7:20 AM</div>',
    "déc. 28, 2020 7:20 am",
)
boxed = st.builds(
    lambda make, heading, body, date, end: make(heading, body, date) + end,
    st.sampled_from((box_2018, box_2022, box_2025)),
    st.sampled_from(("Noor", "Frédéric Exemple", "", "<b>Noor</b>", "A &amp; B")),
    st.sampled_from(BODIES), st.sampled_from((*DATES, "", "hier")),
    st.sampled_from(("", " ", "\n<p>entre</p>", "</div>", "<div>", "<div class='x'></div>")),
)  # fmt: skip


@given(st.lists(boxed, max_size=8), st.integers(1, 400))
def test_a_message_written_as_usual_is_read_as_any_other(found: list[str], size: int) -> None:
    page = (
        f'<html><body><div role="main" class="_a706">{"".join(found)}</div></body></html>'.encode()
    )
    chunks = [page[at : at + size] for at in range(0, len(page), size)]
    short, general = direct_pages.boxes(chunks, Limits()), pages_of_meta.boxes(chunks, Limits())
    said, told = (
        [
            message
            for box in way
            if not isinstance(box, Damaged) and (message := direct_pages.message(box)) is not None
        ]
        for way in (short, general)
    )
    assert said == told
