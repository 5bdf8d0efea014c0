"""What the samples of ChatGPT cannot say: thumbs, regenerated answers, comparisons, shards."""

from typing import Any

import pytest

from filters.archive.archive import Source
from filters.interaction import Retained, tier
from filters.problem import ArchiveProblem, Problem
from tests.filters.reading import read, zipped


def message(key: str, role: str, text: str, parent: str | None, *children: str) -> dict[str, Any]:
    """One node of a conversation's tree."""
    return {
        "id": key,
        "parent": parent,
        "children": list(children),
        "message": {
            "id": key,
            "author": {"role": role},
            "create_time": 1_710_000_000.0,
            "content": {"content_type": "text", "parts": [text]},
            "weight": 1,
            "recipient": "all",
            "metadata": {},
        },
    }


def regenerated(*, continued: bool) -> dict[str, Any]:
    """A question answered twice; the second answer is the one last seen."""
    nodes = [
        message("q", "user", "Une recette de crêpes ?", None, "a1", "a2"),
        message("a1", "assistant", "Prenez de la farine.", "q"),
        message(
            "a2", "assistant", "Voici : farine, lait, œufs.", "q", *(["q2"] if continued else [])
        ),
    ]
    if continued:
        nodes.append(message("q2", "user", "Et combien de lait ?", "a2"))
    mapping = {node["id"]: node for node in nodes}
    return {"id": "c", "current_node": nodes[-1]["id"], "mapping": mapping}


def thumb(key: str, rating: str, **more: Any) -> dict[str, Any]:
    return {
        "id": key,
        "conversation_id": "c",
        "rating": rating,
        "create_time": "2024-05-01T10:00:00Z",
        **more,
    }


def archive(feedback: list[Any] | None = None, **files: Any) -> Source:
    named = {f"{name}.json": content for name, content in files.items()}
    return zipped({**named, "message_feedback.json": feedback or []})


def only(records: list[Retained], kind: str) -> Retained:
    (record,) = [one for one in records if one.kind == kind]
    return record


@pytest.mark.parametrize(
    ("rating", "signal", "label", "polarity"),
    [
        ("thumbsUp", "thumb_up", "good", 1),
        ("thumbs_up", "thumb_up", "good", 1),
        ("thumbsDown", "thumb_down", "bad", -1),
        ("thumbs_down", "thumb_down", "bad", -1),
    ],
)
def test_a_thumb_is_trainable_with_its_question_and_answer(
    rating: str, signal: str, label: str, polarity: int
) -> None:
    kept, _ = read(archive([thumb("a1", rating)], conversations=[regenerated(continued=False)]))
    record = only(kept, "binary")
    assert (record.signal, record.polarity, record.period) == (signal, polarity, "2024-Q2")
    assert [turn.content for turn in record.context] == ["Une recette de crêpes ?"]
    assert (record.candidates[0].label, record.candidates[0].content) == (
        label,
        "Prenez de la farine.",
    )
    assert tier(record) == "T1"


def test_words_and_tags_of_a_thumb_stay_with_it() -> None:
    content = '{"tags": ["not-helpful", "something new"], "text": "trop court"}'
    kept, _ = read(
        archive(
            [thumb("a1", "thumbsDown", content=content)],
            conversations=[regenerated(continued=False)],
        )
    )
    record = only(kept, "binary")
    assert record.flags == ("tag_not_helpful",)
    assert record.candidates[1].content == "trop court"
    assert tier(record) == "T1"


def thought_of(*after: dict[str, Any]) -> dict[str, Any]:
    """A question, thoughts, a call of a tool, and what is given; all on one way."""
    thoughts = message("t", "assistant", "", "q", "call")
    thoughts["message"]["content"] = {"content_type": "thoughts", "thoughts": [{"content": "Hm"}]}
    call = message("call", "assistant", "cherche('crêpes')", "t", "found")
    call["message"]["recipient"] = "browser"
    nodes = [
        message("q", "user", "Une recette de crêpes ?", None, "t"), thoughts, call,
        message("found", "tool", "trois pages", "call", after[0]["id"]), *after,
    ]  # fmt: skip
    mapping = {node["id"]: node for node in nodes}
    return {"id": "c", "current_node": after[-1]["id"], "mapping": mapping}


@pytest.mark.parametrize("judged", ["t", "call", "found"])
def test_a_thumb_on_thoughts_is_of_the_answer_they_led_to(judged: str) -> None:
    talk = thought_of(
        message("m", "assistant", "Je regarde.", "found", "a"),
        message("a", "assistant", "Prenez de la farine.", "m", "q2"),
        message("q2", "user", "Et le lait ?", "a", "a2"),
        message("a2", "assistant", "Un demi-litre.", "q2"),
    )
    record = only(read(archive([thumb(judged, "thumbsDown")], conversations=[talk]))[0], "binary")
    assert record.candidates[0].content == "Prenez de la farine."
    assert [turn.content for turn in record.context] == ["Une recette de crêpes ?"]
    assert (record.signal, tier(record)) == ("thumb_down", "T1")


@pytest.mark.parametrize(
    "after",
    [[message("q2", "user", "Alors ?", "found")],
     [message("m", "assistant", "", "found", "a", "b"), message("a", "assistant", "Oui.", "m"),
      message("b", "assistant", "Non.", "m")]],
    ids=["no answer", "two answers"],
)  # fmt: skip
def test_a_thumb_on_thoughts_that_led_to_no_one_answer_has_none(after: list[Any]) -> None:
    kept, _ = read(archive([thumb("t", "thumbsUp")], conversations=[thought_of(*after)]))
    record = only(kept, "binary")
    assert (record.candidates[0].status, tier(record)) == ("not_in_export", "T3")


@pytest.mark.parametrize(
    ("day", "signal"), [("2024-04-30", "thumb_down"), ("2024-05-02", "thumb_up")]
)
def test_of_a_thumb_on_thoughts_and_one_on_their_answer_the_latest_wins(
    day: str, signal: str
) -> None:
    talk = thought_of(message("a", "assistant", "Prenez de la farine.", "found"))
    on_both = [thumb("a", "thumbsDown"), thumb("t", "thumbsUp", create_time=f"{day}T10:00:00Z")]
    kept, outcome = read(archive(on_both, conversations=[talk]))
    assert only(kept, "binary").signal == signal
    assert outcome.tally.removed["quality", "feedback"] == 1


def test_an_unknown_rating_is_counted_not_guessed() -> None:
    kept, outcome = read(
        archive([thumb("a1", "maybe")], conversations=[regenerated(continued=False)])
    )
    assert not kept
    assert outcome.tally.removed["unknown", "feedback"] == 1


def test_a_regenerated_answer_counts_when_the_kept_branch_was_continued() -> None:
    kept, _ = read(archive(conversations=[regenerated(continued=True)]))
    record = only(kept, "pairwise")
    assert [(c.label, c.content) for c in record.candidates] == [
        ("chosen", "Voici : farine, lait, œufs."),
        ("rejected", "Prenez de la farine."),
    ]
    assert (record.signal, record.evidence, tier(record)) == ("branch_kept", "structural", "T2")


@pytest.mark.parametrize(
    ("second_later_by", "rating", "flags"),
    [(9, "original", ("older_chosen",)), (9, "new", ("newest_chosen",)), (0, "new", ())],
)
def test_a_pair_says_whether_its_newest_answer_was_chosen(
    second_later_by: int, rating: str, flags: tuple[str, ...]
) -> None:
    talk = regenerated(continued=False)
    talk["mapping"]["a2"]["message"]["create_time"] += second_later_by
    step = {
        "original_turn": [{"id": "a1"}], "new_turn": [{"id": "a2"}],
        "completion_comparison_rating": rating,
    }  # fmt: skip
    row = {"id": "m", "input": {"conversation_id": "c"}, "output": {"feedback_step_2": step}}
    kept, _ = read(archive(conversations=[talk], model_comparisons=[row]))
    assert only(kept, "pairwise").flags == flags


CUT: list[dict[str, Any]] = [
    {"status": "in_progress", "end_turn": None},
    {"status": "finished_successfully", "metadata": {"finish_details": {"type": "interrupted"}}},
    {"status": "finished_partial_completion"},
    {"metadata": {"finish_details": {"type": "max_tokens"}}},
]
WHOLE: list[dict[str, Any]] = [
    {"status": "finished_successfully", "end_turn": True},
    {"status": "in_progress", "end_turn": True},
    {"metadata": {"finish_details": {"type": "stop", "stop_tokens": [200002]}}},
    {"metadata": {"finish_details": None}},
]


@pytest.mark.parametrize("how", CUT)
def test_an_answer_that_was_cut_short_is_no_rejected_half_of_a_pair(how: dict[str, Any]) -> None:
    talk = regenerated(continued=True)
    talk["mapping"]["a1"]["message"].update(how)
    kept, outcome = read(archive(conversations=[talk]))
    assert not kept
    assert outcome.tally.removed["no_preference", "conversations"] == 2


@pytest.mark.parametrize("how", CUT)
def test_an_answer_that_was_cut_short_and_gone_on_from_is_marked(how: dict[str, Any]) -> None:
    talk = regenerated(continued=True)
    talk["mapping"]["a2"]["message"].update(how)
    assert "truncated" in only(read(archive(conversations=[talk]))[0], "pairwise").flags


@pytest.mark.parametrize("how", WHOLE)
def test_an_answer_that_came_to_its_end_is_whole(how: dict[str, Any]) -> None:
    talk = regenerated(continued=True)
    for answer in ("a1", "a2"):
        talk["mapping"][answer]["message"].update(how)
    assert "truncated" not in only(read(archive(conversations=[talk]))[0], "pairwise").flags


def test_what_is_said_outright_of_an_answer_that_was_cut_short_is_kept_and_marked() -> None:
    talk = regenerated(continued=False)
    talk["mapping"]["a1"]["message"].update(CUT[0])
    step = {
        "original_turn": [{"id": "a1"}], "new_turn": [{"id": "a2"}],
        "completion_comparison_rating": "new",
    }  # fmt: skip
    row = {"id": "m", "input": {"conversation_id": "c"}, "output": {"feedback_step_2": step}}
    kept, _ = read(archive([thumb("a1", "thumbsDown")], conversations=[talk]))
    assert only(kept, "binary").flags == ("truncated",)
    kept, _ = read(archive(conversations=[talk], model_comparisons=[row]))
    assert "truncated" in only(kept, "pairwise").flags


def unseen(key: str, role: str | None, parent: str, *children: str) -> dict[str, Any]:
    """A node that ChatGPT hides from the donor."""
    node = message(key, str(role), "Ce que personne ne voit", parent, *children)
    node["message"]["metadata"] = {"is_visually_hidden_from_conversation": True}
    return {**node, "message": None} if role is None else node


UNSEEN = ["system", "user", "developer", None]


def regenerated_behind(*steps: dict[str, Any], below: dict[str, str]) -> dict[str, Any]:
    """As `regenerated`, with these nodes below the question and the answers below them."""
    talk = regenerated(continued=True)
    mapping = {**talk["mapping"], **{step["id"]: step for step in steps}}
    mapping["q"]["children"] = [step["id"] for step in steps if step["parent"] == "q"]
    for answer, step in below.items():
        mapping[answer]["parent"] = step
    return {**talk, "mapping": mapping}


@pytest.mark.parametrize("role", UNSEEN)
def test_what_nobody_sees_between_question_and_answer_is_passed_through(role: str | None) -> None:
    before_each = regenerated_behind(
        unseen("s1", role, "q", "a1"),
        unseen("s2", role, "q", "s3"),
        unseen("s3", "system", "s2", "a2"),
        below={"a1": "s1", "a2": "s3"},
    )
    before_both = regenerated_behind(
        unseen("s", role, "q", "a1", "a2"), below={"a1": "s", "a2": "s"}
    )
    for talk in (before_each, before_both):
        kept, outcome = read(archive(conversations=[talk]))
        record = only(kept, "pairwise")
        assert [c.content for c in record.candidates] == [
            "Voici : farine, lait, œufs.",
            "Prenez de la farine.",
        ]
        assert record.context[-1].content == "Une recette de crêpes ?"
        assert record.signal == "branch_kept"
        assert outcome.tally.as_report()["items"]["read"] == 1


@pytest.mark.parametrize("role", UNSEEN)
def test_what_nobody_sees_between_answer_and_its_praise_is_passed_through(role: str | None) -> None:
    nodes = [
        message("q", "user", "Une recette de crêpes ?", None, "a"),
        message("a", "assistant", "Prenez de la farine.", "q", "s"),
        unseen("s", role, "a", "t"),
        message("t", "user", "Merci, parfait !", "s"),
    ]
    talk = {"id": "c", "current_node": "t", "mapping": {node["id"]: node for node in nodes}}
    kept, _ = read(archive(conversations=[talk]))
    assert only(kept, "expressed").signal == "praise"


def test_another_question_below_the_first_is_no_branch_of_answers() -> None:
    talk = regenerated_behind(
        unseen("s", "system", "q", "a1"),
        message("v", "user", "Plutôt des gaufres ?", "q", "a2"),
        below={"a1": "s", "a2": "v"},
    )
    kept, _ = read(archive(conversations=[talk]))
    assert not kept


def test_a_regenerated_answer_that_ended_the_talk_is_no_choice() -> None:
    kept, outcome = read(archive(conversations=[regenerated(continued=False)]))
    assert not kept
    assert outcome.tally.removed["no_preference", "conversations"] == 2


def test_a_thumb_that_contradicts_the_branch_takes_the_pair_away() -> None:
    kept, _ = read(
        archive([thumb("a2", "thumbsDown")], conversations=[regenerated(continued=True)])
    )
    assert [record.kind for record in kept] == ["binary"]


def test_a_comparison_is_explicit() -> None:
    step = {
        "original_turn": [{"id": "a1"}],
        "new_turn": [{"id": "a2"}],
        "completion_comparison_rating": "original",
    }
    row = {"id": "m", "input": {"conversation_id": "c"}, "output": {"feedback_step_2": step}}
    kept, _ = read(archive(conversations=[regenerated(continued=False)], model_comparisons=[row]))
    record = only(kept, "pairwise")
    assert (record.signal, record.evidence, tier(record)) == ("ab_choice", "explicit", "T1")
    assert record.candidates[0].content == "Prenez de la farine."
    assert record.candidates[0].label == "chosen"


def test_of_two_exports_the_newer_goes_on_where_the_older_ended() -> None:
    step = {
        "original_turn": [{"id": "a1"}], "new_turn": [{"id": "a2"}],
        "completion_comparison_rating": "original",
    }  # fmt: skip
    row = {"id": "m", "input": {"conversation_id": "c"}, "output": {"feedback_step_2": step}}
    older, newer = (
        archive(conversations=[regenerated(continued=continued)], model_comparisons=[row])
        for continued in (False, True)
    )
    for sources in ((older, newer), (newer, older)):
        kept, _ = read(*sources)
        assert [record.signal for record in kept] == ["ab_choice"]
    older, newer = (archive(conversations=[regenerated(continued=c)]) for c in (False, True))
    for sources in ((older, newer), (newer, older)):
        assert [record.signal for record in read(*sources)[0]] == ["branch_kept"]


def test_shards_are_all_read() -> None:
    first, second = regenerated(continued=True), {**regenerated(continued=True), "id": "d"}
    kept, outcome = read(
        zipped({"conversations-000.json": [first], "conversations-001.json": [second]})
    )
    assert len(kept) == 2
    assert outcome.tally.unread_entries == 0


def test_an_answer_after_tool_calls_is_the_last_visible_one() -> None:
    talk = regenerated(continued=True)
    talk["mapping"]["a1"]["message"]["recipient"] = "browser"
    talk["mapping"]["a1"]["children"] = ["t"]
    talk["mapping"]["t"] = message("t", "tool", "résultat", "a1", "a1b")
    talk["mapping"]["a1b"] = message("a1b", "assistant", "D'après le web : farine.", "t")
    kept, _ = read(archive(conversations=[talk]))
    assert only(kept, "pairwise").candidates[1].content == "D'après le web : farine."


def test_a_tree_that_loops_ends() -> None:
    talk = regenerated(continued=True)
    talk["mapping"]["q"]["parent"] = "q2"
    kept, _ = read(archive(conversations=[talk]))
    assert len(kept) <= 1


def test_a_broken_conversation_leaves_the_others() -> None:
    kept, outcome = read(
        archive(conversations=[{"mapping": {"x": {"message": 3}}}, regenerated(continued=True)])
    )
    assert len(kept) == 1
    assert outcome.tally.removed["unknown", "conversations"] == 1


@pytest.mark.parametrize(
    ("choice", "label"), [("new", "chosen"), ("original", "rejected"), ("same", "tie")]
)
def test_two_answers_compared_and_then_continued_are_counted_once(choice: str, label: str) -> None:
    step = {
        "completion_comparison_rating": choice,
        "original_message_id": "a1",
        "new_message_id": "a2",
    }
    compared = [{"create_time": "2023-05-06T07:08:09Z", "output": {"feedback_step_2": step}}]
    kept, _ = read(archive(conversations=[regenerated(continued=True)], model_comparisons=compared))
    (record,) = kept
    assert (record.signal, record.candidates[1].label) == ("ab_choice", label)


def test_a_thumb_on_an_answer_that_is_not_in_the_export_is_kept_without_words() -> None:
    alone, _ = read(archive([thumb("a2", "thumbsDown", content='{"text": "Trop long."}')]))
    assert [(r.signal, tier(r), [c.status for c in r.candidates]) for r in alone] == [
        ("thumb_down", "T3", ["not_in_export", "present"])
    ]
    beside, _ = read(
        archive(
            [thumb("a2", "thumbsUp"), thumb("gone", "thumbsDown")],
            conversations=[regenerated(continued=True)],
        )
    )
    assert sorted(record.signal for record in beside) == ["branch_kept", "thumb_down", "thumb_up"]


def test_a_comparison_of_answers_that_are_not_in_the_export_is_kept_without_words() -> None:
    compared = {"output": {"feedback_step_1": {
        "original_message_id": "gone", "new_message_id": "a2", "completion_comparison_rating": "new",
    }}}  # fmt: skip
    kept, _ = read(archive(model_comparisons=[compared]))
    assert [(r.signal, tier(r), {c.content for c in r.candidates}) for r in kept] == [
        ("ab_choice", "T3", {None})
    ]


def test_words_that_were_spoken_are_words() -> None:
    spoken = regenerated(continued=True)
    for node in spoken["mapping"].values():
        said = node["message"]["content"]["parts"][0]
        node["message"]["content"] = {"content_type": "multimodal_text", "parts": [
            {"content_type": "audio_transcription", "text": said, "direction": "in"},
            {"content_type": "audio_asset_pointer", "asset_pointer": "sediment://x"},
        ]}  # fmt: skip
    kept, _ = read(archive([thumb("a2", "thumbsUp")], conversations=[spoken]))
    assert only(kept, "binary").candidates[0].content == "Voici : farine, lait, œufs."


def test_roles_of_older_files_are_known() -> None:
    older = regenerated(continued=True)
    for node in older["mapping"].values():
        author = node["message"]["author"]
        author["role"] = {"user": "human", "assistant": "AI"}[author["role"]]
    kept, _ = read(archive([thumb("a2", "thumbsUp")], conversations=[older]))
    assert sorted(record.kind for record in kept) == ["binary", "pairwise"]


def test_a_conversation_that_two_exports_hold_is_read_once() -> None:
    told = regenerated(continued=True)
    older = zipped({"conversations.json": [told], "message_feedback.json": []})
    newer = zipped(
        {"conversations.json": [told], "message_feedback.json": [thumb("a1", "thumbs_down")]}
    )
    kept, outcome = read(older, newer)
    assert [record.kind for record in kept] == ["binary", "pairwise"]
    assert outcome.tally.read.total() == 2


def test_what_was_shown_with_a_question_is_said_to_be_missing() -> None:
    told = regenerated(continued=True)
    told["mapping"]["q"]["message"]["content"] = {
        "content_type": "multimodal_text",
        "parts": [{"content_type": "image_asset_pointer"}, "Que vois-tu ?"],
    }
    kept, _ = read(archive([thumb("a1", "thumbs_down")], conversations=[told]))
    assert all("attachment_missing" in record.flags for record in kept)
    assert len(kept) == 2


PAGE = (
    "<html>\n<head>\n    <title>ChatGPT Data Export</title>\n    <style>" + "p {}\n" * 400
    + "</style><script>\nvar jsonData = []</script></head><body></body></html>"
)  # fmt: skip
THUMB = [{"id": "a", "rating": "thumbsUp"}]


@pytest.mark.parametrize(
    "files",
    [
        {"chat.html": PAGE},
        {"mes conversations.htm": PAGE},
        {"export/chat.html": PAGE, "export/user.json": {"id": "u", "chatgpt_plus_user": False}},
    ],
)
def test_the_page_alone_is_known_for_chatgpts_and_refused_in_words(files: dict[str, Any]) -> None:
    with pytest.raises(ArchiveProblem) as stopped:
        read(zipped(files))
    assert (stopped.value.problem, stopped.value.platform) == (Problem.HTML_EXPORT, "chatgpt")


def test_the_page_is_passed_over_beside_what_is_read() -> None:
    conversation = regenerated(continued=True)
    beside, _ = read(zipped({"chat.html": PAGE, "conversations.json": [conversation]}))
    alone, _ = read(zipped({"conversations.json": [conversation]}))
    assert len(beside) == len(alone) > 0
    thumbs, _ = read(zipped({"chat.html": PAGE, "message_feedback.json": THUMB}))
    assert [record.signal for record in thumbs] == ["thumb_up"]


def test_another_page_named_chat_is_not_chatgpts() -> None:
    with pytest.raises(ArchiveProblem) as stopped:
        read(zipped({"chat.html": PAGE.replace("ChatGPT Data Export", "Salon")}))
    assert stopped.value.problem is Problem.UNKNOWN_PLATFORM
