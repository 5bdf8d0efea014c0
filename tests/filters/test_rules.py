"""R0 to R8 as a table of cases."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from filters.interaction import (
    Candidate,
    Interaction,
    Option,
    Passage,
    Retained,
    RetainedTurn,
    Turn,
    tier,
)
from filters.limits import Limits
from filters.reader import Choices, Identities
from filters.redaction.outcome import Cleaned, Refused
from filters.retention import Admitted, Dropped, left_out, retain
from filters.rules import decide, received_bucket
from tests.filters.reading import AsIs, read, zipped

TICKED = Choices(private_chats=frozenset({"chat"}))
NOT_TICKED = Choices()


def act(kind: str, author: str, setting: str, **more: object) -> Interaction:
    return Interaction(
        platform="x", family="f", kind=kind, signal="reply", object_type="message", chat="chat",  # type: ignore[arg-type]
        options=(Option("unlabelled", Passage("mots", author, setting)),), **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("found", "choices", "kept", "rule"),
    [
        (act("reply", "donor", "public"), NOT_TICKED, True, "R0"),
        (act("reply", "donor", "assistant"), NOT_TICKED, True, "R0"),
        (act("binary", "ai", "assistant"), NOT_TICKED, True, "R1"),
        (act("binary", "other", "public"), NOT_TICKED, True, "R2"),
        (act("reply", "other", "public"), NOT_TICKED, False, "R2"),
        (act("reply", "other", "private"), TICKED, False, "R3"),
        (act("reaction", "other", "private"), NOT_TICKED, True, "R3"),
        (act("reply", "donor", "private"), NOT_TICKED, False, "R4"),
        (act("reply", "donor", "private"), TICKED, True, "R4"),
        (
            act("reply", "donor", "private"),
            Choices(private_chats=frozenset({"other"})),
            False,
            "R4",
        ),
        (act("reaction", "donor", "public", received=3), NOT_TICKED, True, "R5"),
    ],
)
def test_whose_words_may_be_kept(
    found: Interaction, choices: Choices, kept: bool, rule: str
) -> None:
    decision = decide(found, choices)
    assert (decision.keep, decision.rule) == (kept, rule)


def test_others_words_are_withheld_although_the_act_is_kept() -> None:
    assert decide(act("binary", "other", "public"), TICKED).withheld == ("R2",)
    assert decide(act("reaction", "other", "private"), TICKED).withheld == ("R3",)


def test_public_words_of_others_stay_only_when_the_operator_says_so() -> None:
    found = act("binary", "other", "public")
    assert decide(found, NOT_TICKED, third_party_public_text=True).withheld == (None,)
    private = act("reaction", "other", "private")
    assert decide(private, NOT_TICKED, third_party_public_text=True).withheld == ("R3",)


@pytest.mark.parametrize("kind", ["binary", "rating"])
@pytest.mark.parametrize("object_type", ["film", "music", "product"])
def test_the_title_of_a_published_work_stays_with_what_was_given_to_it(
    kind: str, object_type: str
) -> None:
    title = Option("good", Passage("Un film", "work", "public"))
    found = replace(act(kind, "other", "public"), object_type=object_type, options=(title,))
    decision = decide(found, NOT_TICKED)
    assert (decision.keep, decision.rule, decision.withheld) == (True, "R2", (None,))


@pytest.mark.parametrize("object_type", ["video", "place", "post", "message", "page"])
def test_what_private_persons_publish_has_no_title_of_a_work(object_type: str) -> None:
    title = Option("good", Passage("Chez Camille", "work", "public"))
    found = replace(act("binary", "other", "public"), object_type=object_type, options=(title,))
    assert decide(found, NOT_TICKED).withheld == ("R2",)
    private = Option("good", Passage("Un film", "work", "private"))
    assert decide(replace(found, options=(private,)), NOT_TICKED).withheld == ("R3",)


class Refusing(AsIs):
    """A redactor that cannot clean titles."""

    def redact(
        self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
    ) -> list[list[Cleaned | Refused]]:
        cleaned = super().redact(records, identities, limits)
        refused = Refused("masked")
        return [[refused if "Un film" in one.text else one for one in row] for row in cleaned]  # type: ignore[union-attr]


@pytest.mark.parametrize(("redactor", "title"), [(AsIs(), "Un film"), (Refusing(), None)])
def test_a_title_is_redacted_like_the_rest_and_the_act_stands_without_it(
    redactor: AsIs, title: str | None
) -> None:
    options = (
        Option("unlabelled", Passage("Un film", "work", "public")),
        Option("unlabelled", Passage("mon avis", "donor", "public")),
    )
    found = replace(act("rating", "other", "public"), object_type="film", options=options)
    admitted = Admitted(found, decide(found, NOT_TICKED), "x@1")
    (kept,) = retain([admitted], redactor, Identities(), Limits())
    assert isinstance(kept, Retained)
    assert [candidate.content for candidate in kept.candidates] == [title, "mon avis"]
    assert kept.candidates[0].rule == (None if title else "quality")
    assert tier(kept) == "T2"


@pytest.mark.parametrize(
    ("kind", "judged", "expected"),
    [
        ("binary", Option("bad", Passage("La réponse", "ai", "assistant")), "T1"),
        ("rating", Option("unlabelled", Passage("Un autre film", "work", "public")), "T3"),
    ],
)
def test_what_was_judged_stays_without_a_comment_that_cannot_be_cleaned(
    kind: str, judged: Option, expected: str
) -> None:
    comment = Option("unlabelled", Passage("Un film de trop", "donor", "assistant"))
    question = Turn("user", Passage("Et alors ?", "donor", "assistant"))
    found = replace(
        act(kind, "other", "public"), object_type="film", options=(judged, comment),
        context=(question,),
    )  # fmt: skip
    admitted = Admitted(found, decide(found, NOT_TICKED), "x@1")
    (kept,) = retain([admitted], Refusing(), Identities(), Limits())
    assert isinstance(kept, Retained)
    assert [(c.content, c.rule) for c in kept.candidates] == [
        (judged.passage.text, None), (None, "quality")
    ]  # fmt: skip
    assert tier(kept) == expected
    assert left_out(kept) == ["quality"]


@pytest.mark.parametrize(
    ("kind", "option"),
    [
        ("binary", Option("good", Passage("Un film", "ai", "assistant"))),
        ("reply", Option("unlabelled", Passage("Un film", "donor", "public"))),
    ],
)
def test_an_act_falls_with_the_text_it_stands_on(kind: str, option: Option) -> None:
    found = replace(act(kind, "donor", "public"), options=(option,))
    admitted = Admitted(found, decide(found, NOT_TICKED), "x@1")
    assert list(retain([admitted], Refusing(), Identities(), Limits())) == [
        Dropped("quality", "f", "masked")
    ]


_LATER = (
    Turn("assistant", Passage("Bien.", "ai", "assistant")),
    Turn("user", Passage("Et après ?", "donor", "assistant")),
)


class OfAMinor(AsIs):
    """A redactor that was told of a minor by one text of a record."""

    def redact(
        self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
    ) -> list[list[Cleaned | Refused]]:
        cleaned = super().redact(records, identities, limits)
        return [
            [
                Refused("minor") if "de 6 ans" in text else one
                for text, one in zip(*row, strict=True)
            ]
            for row in zip(records, cleaned, strict=True)
        ]


@pytest.mark.parametrize("setting", ["public", "assistant"])
@pytest.mark.parametrize("place", ["context", "judged", "comment"])
def test_an_act_with_a_minors_text_is_dropped_wherever_it_stands(place: str, setting: str) -> None:
    said = {
        one: "Ma fille de 6 ans" if one == place else "…"
        for one in ("context", "judged", "comment")
    }
    found = replace(
        act("binary", "ai", setting),
        context=(Turn("user", Passage(said["context"], "donor", setting)), *_LATER),
        options=(
            Option("good", Passage(said["judged"], "ai", "assistant")),
            Option("unlabelled", Passage(said["comment"], "donor", setting)),
        ),
    )  # fmt: skip
    admitted = Admitted(found, decide(found, NOT_TICKED), "x@1")
    assert list(retain([admitted], OfAMinor(), Identities(), Limits())) == [
        Dropped("R7", "f", "minor")
    ]


def test_a_withheld_turn_does_not_take_the_donors_reply_along() -> None:
    found = act(
        "reply", "donor", "public", context=(Turn("user", Passage("…", "other", "public")),)
    )
    decision = decide(found, NOT_TICKED)
    assert (decision.keep, decision.withheld) == (True, ("R2", None))


@pytest.mark.parametrize(
    ("count", "rank"),
    [(0, 0), (1, 1), (2, 2), (4, 2), (5, 3), (9, 3), (10, 4), (49, 4), (50, 5), (10**6, 5)],
)
def test_approval_received_is_a_rough_size(count: int, rank: int) -> None:
    assert received_bucket(count)[0] == rank / 5


def record(
    kind: str,
    evidence: str,
    *candidates: Candidate,
    prompt: bool = True,
    flags: tuple[str, ...] = (),
) -> Retained:
    return Retained(
        uid="u", platform="p", reader="p@1", source="s", kind=kind, signal="reply", evidence=evidence,  # type: ignore[arg-type]
        polarity=0, context=(RetainedTurn("user", "q"),) if prompt else (), candidates=candidates,
        object_type="ai_answer", rule="R1", language="fr", flags=flags,
    )  # fmt: skip


GOOD = Candidate("good", "réponse", "ai", "present")
WITHHELD = Candidate("good", None, "third_party_public", "withheld", "R2")
OWN = Candidate("unlabelled", "mes mots", "donor", "present")


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (record("binary", "explicit", GOOD), "T1"),
        (record("binary", "confirmed", GOOD, OWN), "T1"),
        (record("binary", "structural", GOOD), "T2"),
        (record("expressed", "inferred", GOOD), "T2"),
        (record("binary", "explicit", GOOD, prompt=False), "T3"),
        (record("binary", "explicit", WITHHELD), "T3"),
        (record("rating", "explicit", OWN, prompt=False), "T2"),
        (record("reaction", "explicit", OWN, prompt=False, flags=("received",)), "T2"),
        (record("reply", "explicit", OWN, prompt=False), "T3"),
        (record("choice", "explicit", WITHHELD, prompt=False), "T3"),
    ],
)
def test_tiers(one: Retained, expected: str) -> None:
    assert tier(one) == expected


def test_what_others_wrote_in_a_chat_that_was_pasted_into_an_assistant_is_left_out() -> None:
    prompt = (
        "Que répondre à ma sœur ?\n"
        "[12/03/2024 18:22:10] Gaïd: Les parents étaient déçus\n"
        "[12/03/2024 18:23:44] Gwen: Désolée"
    )
    chat = [
        {"id": "1", "chatId": "c", "role": "user", "content": prompt, "contentChunks": None,
         "createdAt": "2025-06-01T10:00:00Z"},
        {"id": "2", "chatId": "c", "role": "assistant", "content": "Excusez-vous simplement.",
         "contentChunks": None, "createdAt": "2025-06-01T10:00:01Z", "reaction": "like"},
    ]  # fmt: skip
    (record,), outcome = read(zipped({"chat-a.json": chat}))
    assert [turn.content for turn in record.context] == ["Que répondre à ma sœur ?\n[…]"]
    assert "quotation_left_out" in record.flags
    assert outcome.tally.removed["R3", "feedback"] == 1
