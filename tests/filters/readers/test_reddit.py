"""Reddit: every file of its export, in parts, renamed, resaved by a spreadsheet, damaged."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.outcome import Outcome
from filters.problem import ArchiveProblem
from filters.reader import Choices
from tests.filters.generators.words import table
from tests.filters.reading import counted, read, zipped
from tests.samples import sample

VOTES = ("id", "permalink", "direction")
COMMENTS = (
    "id",
    "permalink",
    "date",
    "ip",
    "subreddit",
    "gildings",
    "link",
    "parent",
    "body",
    "media",
)
POSTS = ("id", "permalink", "date", "ip", "subreddit", "gildings", "title", "url", "body")
POLLS = ("post_id", "user_selection", "text", "image_url", "is_prediction", "stake_amount")
CHATS = ("message_id", "created_at", "updated_at", "username", "message",
         "thread_parent_message_id", "channel_url", "subreddit", "channel_name",
         "conversation_type")  # fmt: skip
MESSAGES = ("id", "permalink", "thread_id", "date", "ip", "from", "to", "subject", "body")
LINK = "https://www.reddit.com/r/france/comments/abc/titre_du_fil/"
NAME = table(
    ("statistic", "value"), ("account name", "Maelle_K"), ("email address", "m@exemple.fr")
)


def comment(number: str, body: str, parent: str = "t3_zzz") -> tuple[str, ...]:
    return (
        number,
        LINK,
        "2024-05-06 07:08:09 UTC",
        "192.0.2.7",
        "france",
        "0",
        LINK,
        parent,
        body,
        "",
    )


def asked(outcome: Outcome) -> list[str]:
    return [question.platform for question in outcome.questions]


def test_samples_of_saved_posts_and_comments() -> None:
    found = counted(
        *(sample(f"reddit/knowledgemaxxing/saved_{kind}.csv") for kind in ("posts", "comments"))
    )
    assert (found["readers"], found["signals"]) == (["reddit@1"], {"save": 3})
    kept, _ = read(*_sources("saved_posts.csv", "saved_comments.csv"))
    assert [r.object_ref for r in kept] == [
        "reddit:post:abc123", "reddit:post:def456", "reddit:comment:xyz789"]  # fmt: skip


def _sources(*names: str) -> list:  # type: ignore[type-arg]
    files = {name: sample(f"reddit/knowledgemaxxing/{name}").read_bytes() for name in names}
    return [zipped(files)]


def test_votes_are_good_or_bad_and_those_taken_back_are_none() -> None:
    rows = [("abc", LINK, way) for way in ("up", "down", "none", "removed", "UP", "sideways")]
    kept, outcome = read(zipped({"post_votes.csv": table(VOTES, *rows)}))
    assert [(r.kind, r.signal, r.polarity, r.candidates[0].label) for r in kept] == [
        ("binary", "upvote", 1, "good"), ("binary", "downvote", -1, "bad"),
        ("binary", "upvote", 1, "good")]  # fmt: skip
    assert outcome.tally.removed == {("no_preference", "votes"): 2, ("unknown", "votes"): 1}


@pytest.mark.parametrize(
    ("file", "number", "link", "wanted"),
    [
        ("post_votes.csv", "abc", LINK, "reddit:post:abc"),
        ("comment_votes.csv", "xyz", LINK + "xyz/", "reddit:comment:xyz"),
        ("comment_votes.csv", "xyz", LINK + "xyz", "reddit:comment:xyz"),
        ("comment_votes.csv", "xyz", "", "reddit:comment:xyz"),
        ("comment_votes.csv", "t1_xyz", "/r/a/comments/b/c/xyz?context=3", "reddit:comment:xyz"),
        ("post_votes.csv", "t3_abc", "", "reddit:post:abc"),
        ("post_votes.csv", "not an id", LINK, None),
        ("votes of mine.csv", "xyz", LINK + "xyz/", "reddit:comment:xyz"),
    ],
)
def test_only_the_public_id_of_what_was_voted_on_is_kept(
    file: str, number: str, link: str, wanted: str | None
) -> None:
    kept, _ = read(zipped({file: table(VOTES, (number, link, "up"))}))
    assert [r.object_ref for r in kept] == [wanted]
    assert "france" not in repr(kept)


def test_every_part_is_read_and_only_what_the_manifest_lists_is_missed() -> None:
    root = "export_maelle_k_20240601"
    files = {f"{root}/post_votes.csv": table(VOTES, ("a", LINK, "up")),
             f"{root}/post_votes_1.csv": table(VOTES, ("b", LINK, "down")),
             f"{root}/post_votes_3.csv": b"\xef\xbb\xbf" + table(VOTES, ("c", LINK, "up")),
             f"{root}/poll_votes.csv": table(POLLS),
             f"{root}/checkfile.csv": table(("filename", "sha256"), ("comments.csv", "0"),
                                            ("post_votes.csv", "0"), ("ip_logs.csv", "0"))}  # fmt: skip
    kept, outcome = read(zipped(files))
    assert [r.signal for r in kept] == ["upvote", "downvote", "upvote"]
    assert [part.name for part in outcome.missing] == ["comments.csv"]


def test_columns_are_known_by_name_whatever_their_order() -> None:
    """New columns, another order, a spreadsheet's semicolons and quotes."""
    resaved = '"direction";"new_column";"permalink";"id"\n"up";"";"";"abc"\n'
    comments = table(
        ("subreddit", "body", "parent", "permalink", "id"),
        ("a", "Oui, vraiment.", "t3_b", LINK, "c"),
    )
    kept, _ = read(zipped({"post_votes.csv": resaved, "comments.csv": comments}))
    assert sorted(r.signal for r in kept) == ["reply", "upvote"]


def test_a_poll_vote_keeps_the_choice_without_the_words() -> None:
    rows = [
        ("p1", "2", "Le train", "", "false", ""),
        ("t3_p2", "3", "", "", "", ""),
        ("p3", "", "", "", "", ""),
    ]
    kept, outcome = read(zipped({"poll_votes.csv": table(POLLS, *rows)}))
    assert [(r.signal, r.object_ref, r.candidates[0].label) for r in kept] == [
        ("poll_option", "reddit:post:p1", "chosen"), ("poll_option", "reddit:post:p2", "chosen")]  # fmt: skip
    assert outcome.tally.removed == {("R2", "polls"): 2, ("no_preference", "polls"): 1}


def test_hidden_posts_are_judged_bad_and_saved_ones_good() -> None:
    marks = ("id", "permalink")
    kept, _ = read(zipped({"hidden_posts.csv": table(marks, ("a", LINK)),
                           "saved_comments (1).csv": table(marks, ("b", LINK + "b/"))}))  # fmt: skip
    assert sorted((r.signal, r.polarity, r.object_type) for r in kept) == [
        ("hide", -1, "post"), ("save", 1, "comment")]  # fmt: skip


def test_a_comment_that_answers_an_own_text_is_paired_with_it() -> None:
    """Whichever of the two comes first; deleted texts answer nothing and are no answer."""
    files = {
        "comments.csv": table(COMMENTS, comment("c2", "Je me réponds,\navec \"soin\".", "t1_c1"),
                              comment("c1", "Première idée.", "t3_p1"), comment("c3", "[deleted]"),
                              comment("c4", "À quelqu'un d'autre.", "t1_other")),
        "posts.csv": table(POSTS, ("p1", LINK, "", "", "france", "0", "Mon titre", "", "Mon texte")),
    }  # fmt: skip
    kept, outcome = read(zipped(files))
    assert [(r.candidates[0].content, [t.content for t in r.context]) for r in kept] == [
        ('Je me réponds,\navec "soin".', ["Première idée."]),
        ("Première idée.", ["Mon titre\n\nMon texte"]),
        ("À quelqu'un d'autre.", []),
    ]
    assert kept[0].period == "2024-Q2"
    assert outcome.tally.removed == {
        ("no_preference", "comments"): 1,
        ("no_preference", "posts"): 1,
    }


def test_private_messages_are_the_donors_by_account_name() -> None:
    files = {
        "statistics.csv": NAME,
        "chat_history.csv": table(
            CHATS, ("1", "2024-01-01 00:00:00 UTC", "", "maelle_k", "J'arrive", "", "c", "", "Amis", "direct"),
            ("2", "2024-01-01 00:00:00 UTC", "", "zoe_v", "Tu viens ?", "", "c", "", "Amis", "direct")),
        "messages_archive.csv": table(MESSAGES, ("1", "", "t", "2024-01-01 00:00:00 UTC", "", "u/Maelle_K",
                                                 "r/france", "Sujet", "Bonjour à l'équipe")),
    }  # fmt: skip
    kept, outcome = read(zipped(files))
    assert not kept
    assert outcome.tally.removed == {
        ("R8", "profile"): 1, ("R3", "messages"): 1, ("R4", "messages"): 2}  # fmt: skip
    assert sorted(chat.title for chat in outcome.private_chats) == ["Amis", "Sujet"]
    kept, _ = read(zipped(files), choices=Choices(all_private_chats=True))
    assert [r.candidates[0].content for r in kept] == ["J'arrive", "Bonjour à l'équipe"]


def test_without_the_account_file_the_donor_of_messages_is_asked() -> None:
    files = {
        "messages.csv": table(
            MESSAGES, ("1", "", "t", "", "", "u/zoe_v", "maelle_k", "", "Bonjour")
        )
    }
    _, outcome = read(zipped(files))
    assert asked(outcome) == ["reddit"]
    kept, outcome = read(
        zipped(files), choices=Choices(me=frozenset({"Zoe_V"}), all_private_chats=True)
    )
    assert ([r.signal for r in kept], asked(outcome)) == (["reply"], [])


@pytest.mark.parametrize("name", ["renamed.csv", "folder/a/b.txt"])
@pytest.mark.parametrize(
    ("content", "signal"),
    [(table(VOTES, ("a", LINK, "up")), "upvote"), (table(POLLS, ("a", "1", "Oui", "", "", "")), "poll_option"),
     (table(COMMENTS, comment("a", "Bonjour à tout le monde")), "reply")],
)  # fmt: skip
def test_a_renamed_file_is_known_by_its_heading(name: str, content: bytes, signal: str) -> None:
    assert [r.signal for r in read(zipped({name: content}))[0]] == [signal]


@pytest.mark.parametrize(
    "heading",
    ["Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text",
     "Date,Link,Message"],
)  # fmt: skip
def test_comments_of_other_platforms_are_not_taken(heading: str) -> None:
    files = {"post_votes.csv": table(VOTES), "comments.csv": heading + "\n" + "a," * 40}
    _, outcome = read(zipped(files))
    assert (
        "reddit@1" not in {p.reader for p in outcome.platforms}
        or not outcome.tally.read["reddit@1"]
    )


def test_the_archive_of_a_child_is_refused() -> None:
    young = str(datetime.now(UTC).year - 10)
    for date in (f"{young}-01-31", f"{young}-01-31 00:00:00 UTC", young):
        with pytest.raises(ArchiveProblem, match="minor"):
            read(zipped({"post_votes.csv": table(VOTES), "birthdate.csv": table(
                ("birthdate", "verified_birthdate", "verification_state"), (date, "", ""))}))  # fmt: skip
    read(
        zipped(
            {
                "post_votes.csv": table(VOTES),
                "birthdate.csv": table(("birthdate",), ("1990-02-03",)),
            }
        )
    )


CELLS = st.lists(st.text(max_size=12), max_size=12)
FILES = {"post_votes": VOTES, "saved_posts": ("id", "permalink"), "poll_votes": POLLS,
         "comments": COMMENTS, "posts": POSTS, "chat_history": CHATS, "messages": MESSAGES,
         "statistics": ("statistic", "value"), "friends": ("username", "note"),
         "birthdate": ("birthdate",), "checkfile": ("filename", "sha256")}  # fmt: skip


@given(CELLS, CELLS)
def test_no_row_stops_the_others(one: list[str], other: list[str]) -> None:
    files = {
        f"{name}.csv": table(heading, tuple(one), tuple(other)) for name, heading in FILES.items()
    }
    files["hidden_posts.csv"] = table(("id", "permalink"), ("abc", LINK))
    assert "hide" in [r.signal for r in read(zipped(files))[0]]


def test_lines_a_comment_quotes_are_left_out() -> None:
    rows = [comment("a", "> leurs mots\n\nPas d'accord."), comment("b", "&gt; leurs mots")]
    kept, outcome = read(zipped({"comments.csv": table(COMMENTS, *rows)}))
    assert [record.candidates[0].content for record in kept] == ["Pas d'accord."]
    assert outcome.tally.removed["no_preference", "comments"] == 1
