"""Telegram: who the donor is, votes, reactions, answers; every sample, and what they cannot say."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.problem import ArchiveProblem, Problem
from filters.reader import Choices
from tests.filters.reading import counted, read, zipped
from tests.samples import sample

ME, OTHER = ("user42", "Maëlle Kervadec"), ("user7", "Zoé Vasseur")
PERSON = {"user_id": 42, "first_name": "Maëlle", "last_name": "Kervadec"}


def message(
    number: int, who: tuple[Any, str | None], text: Any = "", **more: Any
) -> dict[str, Any]:
    return {
        "id": number, "type": "message", "date": "2024-01-02T03:04:05",
        "date_unixtime": "1704164645", "from": who[1], "from_id": who[0], "text": text, **more,
    }  # fmt: skip


def chat(kind: str, *messages: Any, name: str | None = "Randonneurs") -> dict[str, Any]:
    return {"name": name, "type": kind, "id": 5, "messages": list(messages)}


def account(*chats: Any, left: tuple[Any, ...] = ()) -> dict[str, Any]:
    return {
        "about": "…",
        "personal_information": PERSON,
        "chats": {"about": "…", "list": list(chats)},
        "left_chats": {"about": "…", "list": list(left)},
    }


def reacted(emoji: str | None, *who: tuple[str, str], count: int | None = None) -> dict[str, Any]:
    given = [
        {"from": name, "from_id": number, "date": "2024-01-02T03:04:05"} for number, name in who
    ]
    kind = {"type": "custom_emoji", "document_id": "x"} if emoji is None else {
        "type": "emoji", "emoji": emoji}  # fmt: skip
    return {**kind, "count": len(given) if count is None else count, "recent": given}


def poll(*chosen: bool) -> dict[str, Any]:
    return {
        "question": ["Où ", {"type": "bold", "text": "dîner ?"}], "closed": True, "total_voters": 9,
        "answers": [{"text": f"Lieu {n}", "voters": 1, "chosen": c} for n, c in enumerate(chosen)],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "messages"),
    [("chat-miner/test_batch_export.json", 2), ("chat-miner/test_single_export.json", 2),
     ("langchain/telegram.json", 3), ("lokb/result.json", 6)],
)  # fmt: skip
def test_samples_without_an_account_ask_who_the_donor_is(name: str, messages: int) -> None:
    found = counted(sample(f"telegram/{name}"))
    assert found["readers"] == ["telegram@1"]
    assert found["asks"]
    assert found["removed"] == {("R3", "messages"): messages}


def test_the_answer_to_who_the_donor_is_tells_their_messages() -> None:
    me = Choices(me=frozenset({"alice"}), all_private_chats=True)
    found = counted(sample("telegram/lokb/result.json"), choices=me)
    assert not found["asks"]
    assert (found["signals"], found["removed"]) == ({"reply": 3}, {("R3", "messages"): 3})


def test_a_full_export_knows_the_donor_by_number() -> None:
    kept, outcome = read(
        zipped({"DataExport_2024/result.json": account(
            chat("public_supergroup", message(1, OTHER, "Bonjour"), message(2, ME, "Salut à tous")),
            left=(chat("public_supergroup", message(3, (42, "Maëlle"), "Au revoir")),),
        )})
    )  # fmt: skip
    assert [r.candidates[0].content for r in kept] == ["Salut à tous", "Au revoir"]
    assert not outcome.questions
    assert outcome.tally.removed["R2", "messages"] == 1
    assert kept[0].period == "2024-Q1"


def test_a_vote_keeps_its_alternatives_and_no_words_of_others() -> None:
    kept, outcome = read(
        zipped({"result.json": account(
            chat("private_group", message(1, OTHER, poll=poll(False, True, False)),
                 message(2, OTHER, poll=poll(False, False)), message(3, OTHER, poll=poll()),
                 message(4, OTHER, poll={"question": "?", "answers": None})),
        )})
    )  # fmt: skip
    assert [(r.signal, [c.label for c in r.candidates]) for r in kept] == [
        ("poll_option", ["unlabelled", "chosen", "unlabelled"])
    ]
    assert {c.content for c in kept[0].candidates} == {None}
    assert outcome.tally.removed["R3", "polls"] == 3
    assert outcome.tally.removed["no_preference", "polls"] == 2
    assert outcome.tally.removed["unknown", "polls"] == 1


def test_a_public_poll_of_the_donor_keeps_question_and_answers() -> None:
    kept, _ = read(
        zipped({"result.json": account(chat("public_supergroup", message(1, ME, poll=poll(True, False))))})
    )  # fmt: skip
    assert [turn.content for turn in kept[0].context] == ["Où dîner ?"]
    assert [c.content for c in kept[0].candidates] == ["Lieu 0", "Lieu 1"]


@pytest.mark.parametrize(
    ("emoji", "signal", "label"),
    [("👍", "like", "good"), ("👎", "dislike", "bad"), ("❤", "love", "good"),
     ("😢", "sad", "unlabelled"), ("🤷", "other_emoji", "unlabelled"),
     (None, "other_emoji", "unlabelled")],
)  # fmt: skip
def test_a_reaction_is_the_donors_only_when_it_bears_their_number(
    emoji: str | None, signal: str, label: str
) -> None:
    kept, outcome = read(
        zipped({"result.json": account(chat("private_group", message(
            1, OTHER, "Regardez", reactions=[reacted(emoji, OTHER, ME, count=12)]),
            message(2, OTHER, "Encore", reactions=[reacted("❤", OTHER)]),
            message(3, OTHER, "Payé", reactions=[{"type": "paid", "count": 3}]),
        ))})
    )  # fmt: skip
    assert [(r.kind, r.signal, r.candidates[0].label) for r in kept] == [
        ("reaction", signal, label)
    ]
    assert kept[0].candidates[0].status == "withheld"
    assert outcome.tally.removed["R5", "reactions"] == 11 + 1 + 3


def test_an_answer_is_paired_with_what_it_answers() -> None:
    """Another's public words stay out of the record until the operator lets them in."""
    kept, outcome = read(
        zipped({"result.json": account(chat(
            "public_supergroup", message(1, ME, "Le train est plus sûr."), message(2, OTHER, "Bof"),
            message(3, ME, "Si.", reply_to_message_id=1), message(4, ME, "Non.", reply_to_message_id=2),
            message(5, ME, "Ailleurs.", reply_to_message_id=1, reply_to_peer_id="channel9"),
        ))})
    )  # fmt: skip
    assert [[turn.content for turn in r.context] for r in kept] == [
        [], ["Le train est plus sûr."], [], []]  # fmt: skip
    assert outcome.tally.removed["R2", "replies"] == 1


def test_private_words_are_kept_only_when_the_donor_ticks_the_chat() -> None:
    files = {"result.json": account(chat(
        "personal_chat", message(1, OTHER, "Tu viens ?"),
        message(2, ME, "J'arrive.", reply_to_message_id=1), name=None))}  # fmt: skip
    kept, outcome = read(zipped(files))
    assert not kept
    assert outcome.tally.removed == {("R3", "messages"): 1, ("R4", "messages"): 1}
    [offered] = outcome.private_chats
    kept, _ = read(zipped(files), choices=Choices(private_chats=frozenset({offered.key})))
    assert [(r.signal, len(r.context)) for r in kept] == [("reply", 0)]


def test_what_is_passed_on_or_made_by_a_bot_is_nobodys_own_words() -> None:
    kept, outcome = read(
        zipped({"result.json": account(chat(
            "public_supergroup", message(1, ME, "Copié", forwarded_from=None),
            message(2, ME, "Drôle d'image", via_bot="@gif"), message(3, ME, ""),
            {"id": 4, "type": "service", "actor": "Zoé", "action": "pin_message"},
            {"id": 5, "type": "unsupported"},
        ), chat("saved_messages", message(6, ME, "Acheter du pain")))})
    )  # fmt: skip
    assert not kept
    assert outcome.tally.removed == {
        ("no_preference", "messages"): 4, ("no_preference", "notices"): 2}  # fmt: skip


def test_a_chat_of_unknown_kind_is_private_and_counted() -> None:
    kept, outcome = read(
        zipped({"result.json": account(chat("secret_kind", message(1, ME, "Mots")))})
    )
    assert not kept
    assert outcome.tally.removed == {("unknown", "chats"): 1, ("R4", "messages"): 1}


@pytest.mark.parametrize("name", ["result (1).json", "copie/export.json", "chat.txt"])
def test_a_renamed_export_is_recognised_by_what_it_holds(name: str) -> None:
    document = account(chat("public_supergroup", message(1, ME, "Bonjour tout le monde ici")))
    assert [r.signal for r in read(zipped({name: document}))[0]] == ["reply"]


def on_page(number: int, body: str, who: str = "", kind: str = "default clearfix") -> str:
    name = f'<div class="from_name">\n{who} \n</div>' if who else ""
    return (
        f'<div class="message {kind}" id="message{number}"><div class="body"><div class="pull_right date '
        f'details" title="02.01.2024 03:04:05">03:04</div>{name}{body}</div></div>'
    )


def pages(*messages: str) -> dict[str, str]:
    body = "".join(messages)
    return {
        "ChatExport_2024/messages.html": f'<html><body><div class="history">{body}</div></body></html>'
    }


SAID = '<div class="text">\n{}\n</div>'


def test_a_page_marks_the_votes_and_reactions_of_the_donor() -> None:
    question = (
        '<div class="media_poll"><div class="question bold">Où ?</div><div class="details">Anonymous poll</div>'
        '<div class="answer">- Brest <span class="details">2 votes, chosen vote</span></div>'
        '<div class="answer">- chosen vote</div></div>'
    )
    list_of_things = question.replace("Anonymous poll", "To-do List").replace(", chosen vote", "")
    reactions = (
        '<span class="reactions"><span class="reaction active"><span class="emoji">👍</span><span class="count">3'
        '</span></span><span class="reaction"><span class="emoji">🤣</span><span class="userpics"><div class='
        '"initials" title="Zoé">Z</div></span></span></span>'
    )
    kept, outcome = read(
        zipped(
            pages(
                on_page(1, question, "Zoé"),
                on_page(2, list_of_things),
                on_page(3, SAID.format("Ah") + reactions),
            )
        )
    )
    assert [(r.signal, [c.label for c in r.candidates]) for r in kept] == [
        ("poll_option", ["chosen", "unlabelled"]),
        ("like", ["good"]),
    ]
    assert {r.period for r in kept} == {"2024-Q1"}
    assert outcome.tally.removed["R5", "reactions"] == 3
    assert outcome.poorer == ("telegram",)


def test_a_page_names_an_author_once_and_what_is_passed_on_is_nobodys_words() -> None:
    passed_on = '<div class="forwarded body"><div class="from_name">Zoé</div><div class="text">Ses mots</div></div>'
    made = SAID.format("Un dessin")
    written = pages(
        on_page(1, SAID.format("Bonjour<br>à tous"), "Maëlle"),
        on_page(2, SAID.format("Et encore"), kind="default clearfix joined"),
        on_page(3, passed_on, kind="default clearfix joined"),
        on_page(4, made, "Maëlle via @dessin"),
        on_page(5, "Zoé pinned a message", kind="service"),
        on_page(6, SAID.format("Salut"), "Zoé"),
    )
    me = Choices(me=frozenset({"Maëlle"}), all_private_chats=True)
    kept, outcome = read(zipped(written), choices=me)
    assert [r.candidates[0].content for r in kept] == ["Bonjour\nà tous", "Et encore"]
    assert outcome.tally.removed["R3", "messages"] == 1
    assert outcome.tally.removed["no_preference", "notices"] == 1
    assert [one.title for one in outcome.private_chats] == ["Zoé"]
    asked = read(zipped(written))[1].questions
    assert [question.options for question in asked] == [("Maëlle", "Zoé")]


def drawn(colour: int, message: str) -> str:
    """The same message beside the initials of its author, in the colour of their account."""
    return message.replace('<div class="body">', '<div class="pull_left userpic_wrap"><div class="userpic '
                           f'userpic{colour}"></div></div><div class="body">', 1)  # fmt: skip


def under(title: str, files: dict[str, str]) -> dict[str, str]:
    header = f'<div class="page_header"><div class="text bold">\n{title}\n</div></div>'
    return {
        name: page.replace('<div class="history">', f'{header}<div class="page_body history">', 1)
        for name, page in files.items()
    }


ALIKE = (
    drawn(3, on_page(1, SAID.format("un"), "Maëlle")), drawn(5, on_page(2, SAID.format("deux"), "Maëlle")),
    on_page(3, SAID.format("trois"), kind="default clearfix joined"),
    drawn(5, on_page(4, SAID.format("quatre"), "Zoé")),
)  # fmt: skip
ALONE = (
    drawn(3, on_page(1, SAID.format("un"), "Maëlle")),
    drawn(3, on_page(2, SAID.format("deux"), "Maëlle")),
)
NEARLY = (on_page(1, SAID.format("un"), "Maëlle"), on_page(2, SAID.format("deux"), "maëlle"))


@pytest.mark.parametrize(
    ("title", "messages", "kept"),
    [
        ("Groupe", ALIKE, []),
        ("Maëlle", ALONE, []),
        ("Zoé", ALONE, ["un", "deux"]),
        ("", ALONE, ["un", "deux"]),
        ("Maëlle", (*ALONE, ALIKE[-1]), ["un", "deux"]),
        ("maëlle", NEARLY, ["un"]),
    ],
    ids=["two colours", "a talk of that name", "without an answer", "no title", "a group of that name",
         "merely alike"],
)  # fmt: skip
def test_on_pages_names_that_cannot_tell_the_donor_from_another_tell_nothing(
    title: str, messages: tuple[str, ...], kept: list[str]
) -> None:
    """Pages number nobody: what is drawn beside a name, and the title of a chat, show a namesake."""
    written = under(title, pages(*messages))
    me = Choices(me=frozenset({"Maëlle"}), all_private_chats=True)
    records, outcome = read(zipped(written), choices=me)
    assert [record.candidates[0].content for record in records] == kept
    assert outcome.tally.removed["R3", "messages"] == len(messages) - len(kept)
    assert not outcome.tally.removed["unknown", "messages"]


def test_an_own_message_on_a_page_answers_another_of_ones_own() -> None:
    answer = '<div class="reply_to details">In reply to <a href="messages.html#go_to_message{}">this message</a></div>'
    me = Choices(me=frozenset({"Maëlle"}), all_private_chats=True)
    kept, _ = read(
        zipped(
            pages(
                on_page(1, SAID.format("Une question"), "Maëlle"),
                on_page(2, SAID.format("Ses mots"), "Zoé"),
                on_page(3, answer.format(1) + SAID.format("Ma réponse"), "Maëlle"),
                on_page(4, answer.format(2) + SAID.format("Autre"), kind="default clearfix joined"),
            )
        ),
        choices=me,
    )
    assert [[turn.content for turn in record.context] for record in kept] == [
        [],
        ["Une question"],
        [],
    ]


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        '<div class="pull_left userpic_wrap"><div class="userpic"><div class="initials">M</div></div></div>{}',
        "{}<!-- other -->",
    ],
    ids=["plain", "with a picture", "unusual"],
)
def test_a_message_is_read_alike_however_a_page_writes_it(around: str) -> None:
    said = on_page(1, SAID.format("Du <strong>bon</strong> pain  d&#39;ici"), "Maëlle")
    number, begun, body = said.partition('<div class="body">')
    kept, _ = read(
        zipped(pages(number + around.format(begun + body))),
        choices=Choices(me=frozenset({"Maëlle"}), all_private_chats=True),
    )
    assert [one.content for record in kept for one in record.candidates] == ["Du bon pain d'ici"]
    assert {record.period for record in kept} == {"2024-Q1"}


def test_a_message_whose_number_is_no_number_costs_no_other() -> None:
    written = pages(
        on_page(1, SAID.format("Un"), "Zoé").replace("message1", "message" + "9" * 5000),
        on_page(2, SAID.format("Deux"), "Maëlle"),
    )
    me = Choices(me=frozenset({"Maëlle"}), all_private_chats=True)
    assert [r.candidates[0].content for r in read(zipped(written), choices=me)[0]] == ["Deux"]


def test_a_page_that_is_none_of_telegrams_is_not_read() -> None:
    page = "<!DOCTYPE html><html><body><div class='history'>Bonjour à toutes et tous, il fait beau</div></body></html>"
    with pytest.raises(ArchiveProblem, match="unknown_platform"):
        read(zipped({"messages.html": page}))


LIST = (
    '<!DOCTYPE html>\n<html>\n <head>\n  <meta charset="utf-8"/>\n<title>Exported Data</title>\n </head>\n\n'
    ' <body onload="CheckLocation();">\n\n  <div class="page_wrap list_page">Chats</div></body></html>'
)


@pytest.mark.parametrize(
    "names",
    [["lists/chats.html"], ["DataExport_2024-01-01/export_results.html"], ["telegram.html"],
     ["d/export_results.html", "d/lists/contacts.html", "d/css/style.css"], ["messages.html"]],
)  # fmt: skip
def test_pages_without_their_chats_are_known_for_telegrams_and_say_what_to_ask_for(
    names: list[str],
) -> None:
    with pytest.raises(ArchiveProblem) as stopped:
        read(zipped(dict.fromkeys(names, LIST)))
    assert (stopped.value.problem, stopped.value.platform) == (Problem.HTML_EXPORT, "telegram")


@pytest.mark.parametrize(
    "opened", ["answer", "text", "from_name", "question bold", "reply_to details"]
)
def test_a_page_that_ends_nothing_is_read_in_linear_time(opened: str) -> None:
    began = time.process_time()
    read(zipped(pages(on_page(1, f'media_poll<div class="{opened}">' * 100_000, "Zoé"))))
    assert time.process_time() - began < 20  # quadratic would be hours


def test_everybody_in_the_export_is_masked() -> None:
    document = account(chat("private_group", message(
        1, OTHER, [{"type": "mention", "text": "@karim_b"}, {"type": "phone", "text": "+33698765432"}],
        contact_information={"first_name": "Noé", "last_name": "Lambert", "phone_number": "0611"})),
    )  # fmt: skip
    document["contacts"] = {"list": [{"first_name": "Ines", "phone_number": "+33687654321"}]}
    from filters.archive.archive import Archive
    from filters.formats.json import placed
    from filters.limits import Limits
    from filters.reader import Knowledge
    from filters.readers.telegram.people import Notes, learn

    archive = Archive([zipped({"result.json": document})], Limits())
    knowledge = Knowledge(Choices(), notes=Notes())
    decoded = placed(("chats", "list"))(archive.chunks(archive.entries[0]), Limits())
    learn(decoded, knowledge)
    known = knowledge.identities
    assert {"Maëlle", "Kervadec", "Zoé Vasseur", "Noé", "Lambert", "Ines"} <= known.names
    assert known.handles == {"karim_b"}
    assert known.phones == {"+33698765432", "0611", "+33687654321"}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["id", "type", "from", "from_id", "text", "poll", "answers", "chosen", "reactions",
             "recent", "count", "emoji", "reply_to_message_id", "text_entities", "members",
             "messages", "name", "list", "date", "date_unixtime", "user_id"]
        ),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(VALUES, VALUES, VALUES)
def test_no_shape_of_record_stops_the_others(one: Any, other: Any, third: Any) -> None:
    document = account(
        one,
        chat("public_supergroup", other, {**message(1, ME), "poll": one, "reactions": third},
             message(2, ME, "Bonjour", reactions=[other], reply_to_message_id=third)),
    )  # fmt: skip
    document["contacts"], document["sessions"] = one, other
    kept, _ = read(zipped({"result.json": document}))
    assert "Bonjour" in [r.candidates[0].content for r in kept if r.candidates]


def test_words_a_message_quotes_are_left_out_in_json_and_on_a_page() -> None:
    quoted = [
        {"type": "blockquote", "text": "leurs mots"},
        "Pas d'accord, ",
        {"type": "bold", "text": "moi."},
    ]
    group = chat("public_supergroup", message(1, ME, quoted), message(2, ME, quoted[:1]))
    kept, _ = read(zipped({"result.json": account(group)}))
    assert [record.candidates[0].content for record in kept] == ["Pas d'accord, moi."]

    body = '<div class="text"><blockquote>leurs mots</blockquote>Pas d\'accord.</div>'
    kept, _ = read(zipped(pages(on_page(1, body, ME[1]))),
                   choices=Choices(me=frozenset({ME[1]}), all_private_chats=True))  # fmt: skip
    assert [record.candidates[0].content for record in kept] == ["Pas d'accord."]


def test_two_people_of_one_name_are_told_apart_by_their_numbers() -> None:
    twin = ("user43", ME[1])
    talk = chat("personal_chat", message(1, ME, "à moi"), message(2, twin, "pas à moi"))
    _, asked = read(zipped({"result.json": talk}))
    (question,) = asked.questions
    assert set(question.options) == {f"{ME[1]} (user42)", f"{ME[1]} (user43)"}
    for said, expected in ((f"{ME[1]} (user42)", ["à moi"]), (ME[0], ["à moi"]), (ME[1], [])):
        me = Choices(me=frozenset({said}), all_private_chats=True)
        kept, outcome = read(zipped({"result.json": talk}), choices=me)
        assert bool(outcome.questions) == (not expected)
        assert [record.candidates[0].content for record in kept] == expected


@pytest.mark.parametrize(
    ("json_folder", "page_folder", "is_one_export"),
    [
        ("", "", True),
        ("ChatExport_1/", "ChatExport_1/", True),
        ("d/", "d/chats/chat_01/", True),
        ("", "chats/chat_01/", True),
        ("ChatExport_1/", "ChatExport_2/", False),
    ],
)
def test_an_export_in_both_forms_is_read_once(
    json_folder: str, page_folder: str, is_one_export: bool
) -> None:
    (page,) = pages(on_page(1, SAID.format("mes mots"), ME[1])).values()
    files = {
        f"{json_folder}result.json": chat("personal_chat", message(1, ME, "mes mots")),
        f"{page_folder}messages.html": page,
    }
    me = Choices(me=frozenset({ME[1]}), all_private_chats=True)
    kept, outcome = read(zipped(files), choices=me)
    assert len(kept) == (1 if is_one_export else 2)
    assert outcome.tally.removed["quality", "messages"] == is_one_export
