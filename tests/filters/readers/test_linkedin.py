"""LinkedIn: typed reactions, votes, comments and messages; notes before a heading, broken letters."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.problem import ArchiveProblem
from filters.reader import Choices
from tests.filters.generators.words import table
from tests.filters.reading import counted, read, zipped
from tests.samples import sample

NOTES = b'Notes:\n"Some of what you see, or do not see, may be missing."\n\n'
POST = "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A6922334455667788990"
UNDER = (
    POST
    + "?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A6922334455667788990%2C6933000000000000001%29"
)
DATE = "2024-02-03 04:05:06"
REACTIONS, COMMENTS, VOTES = (
    ("Date", "Type", "Link"),
    ("Date", "Link", "Message"),
    ("Date", "Link", "OptionText"),
)
MESSAGES = ("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO",
            "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER")  # fmt: skip
PROFILE = table(("First Name", "Last Name", "Maiden Name", "Address", "Birth Date"),
                ("Maëlle", "Kervadec", "", "3 rue des Lilas, Brest", "Mar 3, 1990"))  # fmt: skip


def broken(text: str) -> str:
    return text.encode().decode("latin-1")


def said(author: str, words: str, chat: str = "c1") -> tuple[str, ...]:
    return (chat, "", author, "", "Quelqu'un", "", f"{DATE} UTC", "", words, "INBOX")


def test_sample_with_connections_only() -> None:
    found = counted(sample("linkedin/hestialabs/linkedin.zip"))
    assert (found["readers"], found["signals"]) == (["linkedin@1"], {})
    assert found["removed"] == {("R8", "contacts"): 1, ("R8", "tracking"): 2}


@pytest.mark.parametrize(
    ("kind", "signal", "label"),
    [("LIKE", "like", "good"), ("PRAISE", "celebrate", "good"), ("EMPATHY", "love", "good"),
     ("INTEREST", "insightful", "good"), ("APPRECIATION", "support", "good"),
     ("ENTERTAINMENT", "funny", "unlabelled"), ("MAYBE", "other_emoji", "unlabelled"),
     ("like ", "like", "good")],
)  # fmt: skip
def test_each_reaction_has_its_signal(kind: str, signal: str, label: str) -> None:
    kept, _ = read(zipped({"Complete/Reactions.csv": table(REACTIONS, (DATE, kind, POST))}))
    assert [(r.kind, r.signal, r.candidates[0].label, r.period) for r in kept] == [
        ("reaction", signal, label, "2024-Q1")
    ]


@pytest.mark.parametrize(
    ("link", "object_type", "object_ref"),
    [(POST, "post", "linkedin:activity:6922334455667788990"),
     ("https://www.linkedin.com/feed/update/urn:li:ugcPost:6922334455667788990", "post",
      "linkedin:ugcpost:6922334455667788990"),
     (UNDER, "comment", "linkedin:comment:6933000000000000001"),
     ("https://www.linkedin.com/in/zoe-vasseur", "post", None), ("", "post", None)],
)  # fmt: skip
def test_only_the_public_number_of_what_was_reacted_to_is_kept(
    link: str, object_type: str, object_ref: str | None
) -> None:
    kept, _ = read(zipped({"Reactions.csv": table(REACTIONS, (DATE, "LIKE", link))}))
    assert [(r.object_type, r.object_ref) for r in kept] == [(object_type, object_ref)]
    assert "vasseur" not in repr(kept)


def test_a_reaction_of_a_new_type_is_counted_not_guessed() -> None:
    kept, outcome = read(
        zipped({"Reactions.csv": table(REACTIONS, (DATE, "NEW", POST), (DATE, "LIKE", POST))})
    )
    assert [r.signal for r in kept] == ["like"]
    assert outcome.tally.removed == {("unknown", "reactions"): 1}


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", NOTES, b"\xef\xbb\xbf" + NOTES])
def test_notes_before_the_heading_are_passed_over(before: bytes) -> None:
    files = {
        "Reactions.csv": before + table(REACTIONS, (DATE, "LIKE", POST)),
        "Comments.csv": before + table(COMMENTS, (DATE, POST, "Merci pour le partage")),
        "Votes.csv": before + table(VOTES, (DATE, POST, "Télétravail")),
        "messages.csv": before + table(MESSAGES, said("Zoé Vasseur", "Bonjour")),
        "Profile.csv": before + PROFILE,
    }
    kept, outcome = read(zipped(files))
    assert sorted(r.signal for r in kept) == ["like", "poll_option", "reply"]
    assert outcome.tally.removed["R3", "messages"] == 1
    assert outcome.tally.removed["unknown", "reactions"] == 0


def test_letters_that_were_encoded_twice_are_repaired() -> None:
    files = {"Comments.csv": table(COMMENTS, (DATE, POST, broken("Très intéressant, merci à vous")),
                                   (DATE, POST, "Déjà bien écrit")),
             "Profile.csv": table(("First Name", "Last Name", "Maiden Name"), (broken("Maëlle"), "Kervadec", "")),
             "messages.csv": table(MESSAGES, said("Maëlle Kervadec", broken("À demain")))}  # fmt: skip
    kept, _ = read(zipped(files), choices=Choices(all_private_chats=True))
    assert sorted(str(r.candidates[0].content) for r in kept) == [
        "Déjà bien écrit", "Très intéressant, merci à vous", "À demain"]  # fmt: skip


@pytest.mark.parametrize("column", ["OptionText", "Option Text", "Option"])
def test_a_vote_keeps_the_choice_without_the_words(column: str) -> None:
    rows = [(DATE, POST, "Télétravail"), (DATE, POST, "")]
    kept, outcome = read(zipped({"Votes.csv": table(("Date", "Link", column), *rows)}))
    assert [(r.kind, r.signal, r.candidates[0].label, r.candidates[0].content) for r in kept] == [
        ("choice", "poll_option", "chosen", None)
    ]
    assert outcome.tally.removed == {("R2", "polls"): 1, ("no_preference", "polls"): 1}


def test_votes_in_columns_nobody_knows_are_counted() -> None:
    _, outcome = read(zipped({"Votes.csv": table(("Date", "Poll"), (DATE, "x"))}))
    assert outcome.tally.removed == {("unknown", "polls"): 1}


def test_own_posts_and_posts_passed_on_are_no_preference() -> None:
    shares = ("Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility")
    files = {"Shares.csv": table(shares, (DATE, POST, 'Une idée :"\n"la suite', "", "", "")),
             "InstantReposts.csv": table(("Date", "Link"), (DATE, POST)),
             "Reactions.csv": table(REACTIONS)}  # fmt: skip
    kept, outcome = read(zipped(files))
    assert not kept
    assert outcome.tally.removed == {("no_preference", "posts"): 2}


def test_messages_are_the_donors_by_name_and_without_markup() -> None:
    files = {"Profile.csv": PROFILE, "messages.csv": table(
        MESSAGES, said("Zoé Vasseur", "<p>Salut</p>"), said("", ""),
        said("Maëlle  KERVADEC", "<p class=\"x\">Oui &amp; non</p><p>à&nbsp;5 &lt; 6</p>"))}  # fmt: skip
    kept, outcome = read(zipped(files), choices=Choices(all_private_chats=True))
    assert [r.candidates[0].content for r in kept] == ["Oui & non\nà\xa05 < 6"]
    assert (
        outcome.tally.removed["R3", "messages"]
        == outcome.tally.removed["no_preference", "messages"]
        == 1
    )


ME, NAMESAKE, FRIEND = (
    f"https://www.linkedin.com/in/{name}" for name in ("maelle-k", "maelle-kervadec-7", "zoe")
)


def sent(chat: str, author: str, url: str, to: str, their_url: str) -> tuple[str, ...]:
    return (chat, "", author, url, to, their_url, f"{DATE} UTC", "", f"Un mot de {url}", "INBOX")


NAMESAKES = [
    sent("c1", "Maëlle Kervadec", NAMESAKE, "Maëlle Kervadec", ME),
    sent("c1", "Maëlle Kervadec", ME, "Maëlle Kervadec", NAMESAKE),
    sent("c2", "Zoé Vasseur", FRIEND, "Maëlle Kervadec", ME),
    sent("c3", "Maëlle Kervadec", NAMESAKE, "Zoé Vasseur,Maëlle Kervadec", f"{FRIEND},{ME}"),
]


@pytest.mark.parametrize("me", [None, "Maëlle Kervadec"])
def test_a_member_of_the_donors_very_name_is_somebody_else(me: str | None) -> None:
    """The donor is who takes part in every conversation: the other member is in one of them."""
    files = {"messages.csv": table(MESSAGES, *NAMESAKES)}
    if me is None:
        files["Profile.csv"] = PROFILE
    choices = Choices(me=frozenset({me} if me else ()), all_private_chats=True)
    kept, outcome = read(zipped(files), choices=choices)
    assert [r.candidates[0].content for r in kept] == [f"Un mot de {ME}"]
    assert outcome.tally.removed["R3", "messages"] == 3


@pytest.mark.parametrize(
    "rows",
    [NAMESAKES[:2], [*NAMESAKES[:2], sent("c2", "Maëlle Kervadec", "", "Zoé Vasseur", FRIEND)]],
    ids=["in one conversation", "without an address"],
)
def test_of_two_members_that_cannot_be_told_apart_no_message_is_kept(
    rows: list[tuple[str, ...]],
) -> None:
    files = {"Profile.csv": PROFILE, "messages.csv": table(MESSAGES, *rows)}
    kept, outcome = read(zipped(files), choices=Choices(all_private_chats=True))
    assert not kept
    assert outcome.tally.removed["R3", "messages"] == len(rows)


@pytest.mark.parametrize("address", ["", NAMESAKE], ids=["no address", "the other's address only"])
def test_who_writes_to_somebody_of_their_own_name_may_be_either(address: str) -> None:
    """Without the addresses of both, names alone tell nobody apart: in that conversation only."""
    rows = [
        sent("c1", "Maëlle Kervadec", address, "Maëlle Kervadec", ""),
        sent("c1", "Maëlle Kervadec", "", "Zoé Vasseur", ""),
        sent("c2", "Maëlle Kervadec", "", "Zoé Vasseur", ""),
    ]
    files = {"Profile.csv": PROFILE, "messages.csv": table(MESSAGES, *rows)}
    kept, outcome = read(zipped(files), choices=Choices(all_private_chats=True))
    assert len(kept) == 1
    assert outcome.tally.removed["R3", "messages"] == 2


def test_one_address_written_in_several_ways_is_one_member() -> None:
    ways = (ME, f"{ME}/", ME.upper(), ME.replace("www.", "fr.") + "?trk=x", "")
    rows = [
        sent(f"c{n}", "Maëlle Kervadec", url, "Zoé Vasseur", FRIEND) for n, url in enumerate(ways)
    ]
    files = {"Profile.csv": PROFILE, "messages.csv": table(MESSAGES, *rows)}
    kept, _ = read(zipped(files), choices=Choices(all_private_chats=True))
    assert len(kept) == len(ways)


def test_without_a_profile_the_donor_of_messages_is_asked() -> None:
    files = {"messages.csv": table(MESSAGES, said("Zoé Vasseur", "Salut à toi"))}
    assert [q.options for q in read(zipped(files))[1].questions] == [("Zoé Vasseur",)]
    me = Choices(me=frozenset({"zoé vasseur"}), all_private_chats=True)
    kept, outcome = read(zipped(files), choices=me)
    assert ([r.signal for r in kept], outcome.questions) == (["reply"], ())


@pytest.mark.parametrize(
    ("content", "signals"),
    [(table(REACTIONS, (DATE, "LIKE", POST)), ["like"]), (table(VOTES, (DATE, POST, "Oui")), ["poll_option"]),
     (table(COMMENTS, (DATE, POST, "Merci beaucoup à vous")), ["reply"])],
)  # fmt: skip
def test_a_renamed_file_is_known_by_its_heading(content: bytes, signals: list[str]) -> None:
    assert [r.signal for r in read(zipped({"copie (2).txt": content}))[0]] == signals


@pytest.mark.parametrize("written", ["Mar 3, {y}", "3 mars {y}", "{y}", "{y}-03-03"])
def test_the_archive_of_a_child_is_refused(written: str) -> None:
    birth = written.format(y=datetime.now(UTC).year - 10)
    files = {
        "Profile.csv": PROFILE.replace(b"Mar 3, 1990", birth.encode()),
        "Reactions.csv": table(REACTIONS),
    }
    with pytest.raises(ArchiveProblem, match="minor"):
        read(zipped(files))


CELLS = st.lists(st.text(max_size=12), max_size=10)
FILES = {"Comments": COMMENTS, "Votes": VOTES, "messages": MESSAGES, "Connections": ("First Name", "Last Name"),
         "Profile": ("First Name", "Last Name", "Maiden Name", "Birth Date"),
         "Shares": ("Date", "ShareLink", "ShareCommentary"), "Email Addresses": ("Email Address",)}  # fmt: skip


@given(CELLS, CELLS)
def test_no_row_stops_the_others(one: list[str], other: list[str]) -> None:
    files = {
        f"{name}.csv": table(heading, tuple(one), tuple(other)) for name, heading in FILES.items()
    }
    files["Reactions.csv"] = table(REACTIONS, tuple(one), (DATE, "PRAISE", POST))
    assert "celebrate" in [r.signal for r in read(zipped(files))[0]]
