"""Mastodon: public replies, favourites, bookmarks; nothing private, no address of anybody."""

from typing import Any

import pytest

from filters.problem import ArchiveProblem
from tests.filters.reading import read, zipped

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://exemple.fr/users/camille"


def post(
    to: list[str], answers: str | None = "https://ailleurs.fr/users/noor/statuses/1", **more: Any
) -> dict[str, Any]:
    note = {"type": "Note", "to": to, "inReplyTo": answers, "published": "2023-05-06T07:08:09Z",
            "content": "<p>Bien vu &amp; merci<br />vraiment</p><p>Oui</p>", **more}  # fmt: skip
    return {"type": "Create", "actor": ME, "object": note}


def collection(*items: Any, **more: Any) -> dict[str, Any]:
    return {"@context": ["https://www.w3.org/ns/activitystreams"], **more,
            "type": "OrderedCollection", "totalItems": len(items), "orderedItems": items}  # fmt: skip


def test_only_a_public_answer_to_somebody_else_is_a_reply() -> None:
    outbox = collection(
        post([PUBLIC], summary="cuisine"),
        post(["as:Public"], answers=f"{ME}/statuses/4"),
        post([PUBLIC], answers=None),
        post([f"{ME}/followers"], cc=[PUBLIC]),
        post(["https://ailleurs.fr/users/noor"]),
        {"type": "Announce", "actor": ME, "object": "https://ailleurs.fr/1"},
        {"type": "Wave"},
        {"type": "Create", "object": "https://exemple.fr/1"},
        None,
    )
    kept, outcome = read(zipped({"archive/outbox.json": outbox}))
    assert [(r.signal, r.candidates[0].content, r.period) for r in kept] == [
        ("reply", "cuisine\nBien vu & merci\nvraiment\nOui", "2023-Q2")
    ]
    assert outcome.tally.removed["R4", "posts"] == 2
    assert outcome.tally.removed["no_preference", "posts"] == 4
    assert outcome.tally.removed["unknown", "posts"] == 2


@pytest.mark.parametrize("identifier", [{}, {"id": "likes.json"}])
def test_favourites_and_bookmarks_are_acts_without_addresses(identifier: dict[str, str]) -> None:
    address = "https://ailleurs.fr/users/noor/statuses/1"
    kept, outcome = read(
        zipped(
            {
                "likes.json": collection(address, address + "2", 7, **identifier),
                "bookmarks.json": collection(address),
            }
        )
    )
    assert [(r.signal, r.candidates[0].label) for r in kept] == [
        ("like", "good"), ("like", "good"), ("save", "good"),
    ]  # fmt: skip
    assert "noor" not in repr(kept)
    assert outcome.tally.removed["unknown", "likes"] == 1


def test_a_renamed_list_is_what_it_says_it_is_and_an_unnamed_one_is_not_guessed() -> None:
    addresses = [f"https://ailleurs.fr/users/noor/statuses/{n}" for n in range(3)]
    kept, _ = read(zipped({"x.txt": collection(*addresses, id="bookmarks.json")}))
    assert [r.signal for r in kept] == ["save"] * 3
    with pytest.raises(ArchiveProblem):
        read(zipped({"x.txt": collection(*addresses)}))


@pytest.mark.parametrize(
    ("content", "own"),
    [
        ("<blockquote><p>leurs mots</p></blockquote><p>Non.</p><p>Vraiment</p>", "Non.\nVraiment"),
        ("<p>Un</p><ul><li>deux</li><li>trois</li></ul><div>quatre</div>", "Un\ndeux\ntrois\nquatre"),
        ("<p>Oui</p><blockquote>leurs <b>mots</b></blockquote>", "Oui"),
        ("<p class='x'>Un<br>deux</p>\n<pre>trois</pre>", "Un\ndeux\ntrois"),
    ],
)  # fmt: skip
def test_blocks_are_lines_and_quotations_are_left_out(content: str, own: str) -> None:
    kept, _ = read(zipped({"outbox.json": collection(post([PUBLIC], content=content))}))
    assert [record.candidates[0].content for record in kept] == [own]


def test_a_post_that_is_a_quotation_alone_says_nothing() -> None:
    only = post([PUBLIC], content="<blockquote>leurs mots</blockquote>")
    kept, outcome = read(zipped({"outbox.json": collection(only)}))
    assert not kept
    assert outcome.tally.removed["no_preference", "posts"] == 1
