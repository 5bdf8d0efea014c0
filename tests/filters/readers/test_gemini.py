"""Gemini in Takeout: a thumb or a preferred draft is joined to its turn, and nothing is invented."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.readers.google.facts import plain
from tests.filters.reading import read, zipped

NAME = "Takeout/Mon activité/Applications\u00a0Gemini/MonActivité.json"


def record(
    title: str, minute: int, answer: str | None = None, thread: str | None = None, **other: Any
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "header": "Applications\u00a0Gemini",
        "title": title,
        "time": f"2025-05-01T10:{minute:02}:00.000Z",
        "products": ["Applications Gemini"],
        **other,
    }
    if answer is not None:
        row["safeHtmlItem"] = [{"html": answer}]
    if thread is not None:
        row["titleUrl"] = f"https://gemini.google.com/app/{thread}"
    return row


def kept_of(*records: Any, name: str = NAME) -> list[Any]:
    return read(zipped({name: list(records)}))[0]


@pytest.mark.parametrize(
    ("title", "signal", "label"),
    [
        ("Gave feedback: Good response", "thumb_up", "good"),
        ("Gave feedback: Bad response", "thumb_down", "bad"),
        ("Gave feedback: thumbs down", "thumb_down", "bad"),
        ("A donné son avis\u00a0: Bonne réponse", "thumb_up", "good"),
        ("A envoyé des commentaires\u00a0: Mauvaise réponse", "thumb_down", "bad"),
        ("Ha enviado comentarios: Buena respuesta", "thumb_up", "good"),
        ("Feedback gegeben: Schlechte Antwort", "thumb_down", "bad"),
        ("Feedback gegeven: Goed antwoord", "thumb_up", "good"),
    ],
)
def test_a_thumb_is_joined_to_the_turn_before_it(title: str, signal: str, label: str) -> None:
    (kept,) = kept_of(
        record("Prompted Et après ?", 30, "<p>Plus tard.</p>"),
        record(title, 20),
        record(
            "Prompt\u00a0: Une recette ?", 10, "<p>Une <b>tarte</b>.</p><ul><li>pommes</li></ul>"
        ),
        record("Prompted Avant", 5, "<p>Non.</p>"),
    )
    assert (kept.platform, kept.kind, kept.signal, kept.evidence) == (
        "gemini",
        "binary",
        signal,
        "structural",
    )
    assert [(c.label, c.content, c.origin) for c in kept.candidates] == [
        (label, "Une tarte.\npommes", "ai")
    ]
    assert [(t.role, t.content) for t in kept.context] == [("user", "Une recette ?")]
    assert kept.period == "2025-Q2"


def test_a_thumb_goes_to_its_own_conversation() -> None:
    (kept,) = kept_of(
        record("Gave feedback: Good response", 30, thread="one"),
        record("Prompted B", 20, "<p>b</p>", thread="two"),
        record("Prompted A", 10, "<p>a</p>", thread="one"),
    )
    assert kept.candidates[0].content == "a"


def test_a_file_sorted_the_other_way_is_joined_too() -> None:
    (kept,) = kept_of(
        record("Prompted A", 10, "<p>a</p>"),
        record("Gave feedback: Good response", 20),
        record("Prompted B", 30, "<p>b</p>"),
    )
    assert kept.candidates[0].content == "a"


def test_a_thumb_without_its_turn_is_a_bare_signal() -> None:
    (kept,) = kept_of(record("Gave feedback: Good response", 30))
    assert [(c.label, c.content, c.status) for c in kept.candidates] == [
        ("good", None, "not_in_export")
    ]
    assert not kept.context


def test_a_preferred_draft_names_no_refused_one() -> None:
    (kept,) = kept_of(
        record("Selected preferred draft", 20),
        record("Prompted Une recette ?", 10, "<p>Tarte.</p>"),
    )
    assert (kept.kind, kept.signal) == ("pairwise", "ab_choice")
    assert [(c.label, c.content, c.status) for c in kept.candidates] == [
        ("chosen", None, "not_in_export"), ("rejected", None, "not_in_export"),
    ]  # fmt: skip
    assert kept.context[0].content == "Une recette ?"


def test_a_preferred_draft_with_its_own_text_has_it() -> None:
    (kept,) = kept_of(record("Selected preferred draft", 20, "<p>Tarte.</p>"))
    assert kept.candidates[0].content == "Tarte."
    assert kept.evidence == "explicit"


def test_turns_nobody_judged_and_other_records_are_counted() -> None:
    kept, outcome = read(
        zipped(
            {
                NAME: [
                    record("Prompted Do you like feedback and drafts?", 50, "<p>Yes.</p>"),
                    record("Created Gemini Canvas titled x", 40),
                    record("Used an Assistant feature", 30),
                    record("Answered survey question", 25),
                    record("Gave feedback: something else", 20),
                    record("Zapytano o przepis", 10),
                ]
            }
        )
    )
    assert not kept
    assert outcome.tally.removed["no_preference", "conversations"] == 4
    assert outcome.tally.unknown == {
        ("gemini@1", "feedback", "rating"): 1,
        ("gemini@1", "conversations", "verb"): 1,
    }


def cell(
    said: str,
    answer: str = "",
    date: str = "1 mai 2025, 10:20:00 CEST",
    header: str = "Gemini Apps",
) -> str:
    return (
        '<div class="outer-cell mdl-cell"><div class="mdl-grid"><div class="header-cell mdl-cell">'
        f'<p class="mdl-typography--title">{header}<br></p></div><div class="content-cell mdl-cell">'
        f'{said}<br>{date}<br>{answer}</div><div class="content-cell mdl-cell"></div></div></div>'
    )


def test_a_page_holds_the_same() -> None:
    page = "<html><body>" + cell("Gave feedback: Bad response") + cell(
        'Prompted&nbsp;Une recette ?<br>Avec 2024, 3 pommes<br>Attached 1 file.<br>-&nbsp;<a href="x.pdf">prive.pdf</a>',
        "<p>Une <b>tarte</b> &amp; c&#39;est tout.</p><ul><li>pommes</li></ul>",
    ) + cell("Prompted&nbsp;Autre", "<p>z</p>")  # fmt: skip
    kept, outcome = read(zipped({"My Activity/Gemini Apps/MyActivity.html": page}))
    (one,) = kept
    assert [(c.label, c.content) for c in one.candidates] == [
        ("bad", "Une tarte & c'est tout.\npommes")
    ]
    assert one.context[0].content == "Une recette ?\nAvec 2024, 3 pommes"
    assert "prive.pdf" not in repr(one)
    assert one.flags == ("attachment_missing",)
    assert one.period == "2025-Q2"
    assert outcome.tally.removed["no_preference", "conversations"] == 1


@pytest.mark.parametrize(
    "name",
    [
        "Takeout/My Activity/Gemini Apps/MyActivity.json", "Mi actividad/Aplicaciones de Gemini/MiActividad.json",
        "Takeout/My Activity/Bard/MyActivity.json", "MyActivity.json", "x.txt",
        "Meine Aktivitäten/Gemini-Apps/MeineAktivitäten.json",
    ],
)  # fmt: skip
def test_the_file_is_known_by_its_name_or_by_its_content(name: str) -> None:
    kept, outcome = read(zipped({name: [record("Gave feedback: Good response", 1)]}))
    assert len(kept) == 1
    assert [part.reader for part in outcome.platforms] == ["gemini@1"]


def test_gems_are_known_and_not_read() -> None:
    turn = record("Prompted Une recette ?", 1, "<p>Oui.</p>")
    _, outcome = read(zipped({"Takeout/Gemini/gems.json": [], NAME: [turn]}))
    assert outcome.tally.removed == {("R8", "gems"): 1, ("no_preference", "conversations"): 1}


def test_the_next_words_of_the_same_conversation_judge_an_answer() -> None:
    (kept,) = kept_of(
        record("Prompted C'est faux.", 30, "<p>Paris.</p>", "a"),
        record("Prompted Parfait, merci !", 20, "<p>De rien.</p>", "b"),
        record("Prompt : Quelle capitale ?", 10, "<p>Lyon.</p>", "a"),
        record("Prompted Et après ?", 5, "<p>Rien.</p>"),
    )
    assert (kept.kind, kept.signal, kept.evidence) == ("expressed", "complaint", "inferred")
    assert [turn.content for turn in kept.context] == ["Quelle capitale ?"]
    assert [c.content for c in kept.candidates] == ["Lyon.", "C'est faux."]


def test_words_of_a_file_sorted_the_other_way_are_not_taken_for_the_next() -> None:
    turns = [
        record("Prompted Parfait, merci !", 10, "<p>De rien.</p>", "a"),
        record("Prompted Quelle capitale ?", 30, "<p>Paris.</p>", "a"),
    ]
    assert not kept_of(*turns)


@pytest.mark.parametrize(
    ("folder", "header", "ask", "answer"),
    [("Mon activité/Mode\u00a0IA/MonActivité", "Mode IA", "Votre prompt\u00a0:", "Réponse de la Recherche\u00a0:"),
     ("My Activity/AI Mode/MyActivity", "AI Mode", "Your prompt:", "Search response:")],
)  # fmt: skip
def test_a_dialogue_of_ai_mode_is_read_for_what_was_said_of_its_answers(
    folder: str, header: str, ask: str, answer: str
) -> None:
    said = [(ask, "Quelle capitale ?"), (answer, "Lyon.</p><p>Note : à vérifier."), (ask, "C'est faux."),
            (answer, "Paris."), (ask, "Et la rivière ?"), (answer, "La Seine.")]  # fmt: skip
    html = "".join(f"<p><strong>{label}</strong> {text}</p>" for label, text in said)
    row = {"header": header, "title": "Vous avez recherché capitale", "time": "2025-01-02T10:00:00Z",
           "products": ["Recherche"], "safeHtmlItem": [{"html": html}]}  # fmt: skip
    bare = {"header": header, "title": "Vous avez recherché x", "time": "2025-01-02T10:00:00Z"}
    kept, outcome = read(zipped({f"Takeout/{folder}.json": [row, bare]}))
    assert [(r.platform, r.signal, r.candidates[0].content) for r in kept] == [
        ("gemini", "complaint", "Lyon.\nNote : à vérifier.")
    ]
    assert outcome.tally.removed["no_preference", "conversations"] == 3


def test_the_text_of_an_answer_is_its_lines() -> None:
    assert plain("<h2>A</h2><p>b<br>c</p><script>d</script>") == "A\nb\nc"
    assert plain(None) == ""


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        ),
        max_leaves=6,
    ),
    st.sampled_from(
        [
            "header",
            "title",
            "titleUrl",
            "subtitles",
            "time",
            "details",
            "safeHtmlItem",
            "attachedFiles",
        ]
    ),
)
def test_a_record_of_another_shape_costs_that_record_only(value: Any, key: str) -> None:
    good = record("Gave feedback: Good response", 30, thread="a")
    bad = {**record("Prompted A", 20, "<p>a</p>"), key: value}
    kept = kept_of(good, value, bad, record("Prompted A", 10, "<p>b</p>", thread="a"))
    assert [one.signal for one in kept] == ["thumb_up"]


def test_a_thumb_that_was_taken_back_is_none() -> None:
    kept, outcome = read(
        zipped(
            {
                NAME: [
                    record("Gave feedback: Bad response", 60 - 1, thread="one"),
                    record("Prompted B", 50, "<p>b</p>", thread="one"),
                    record("Cleared previous feedback", 40, thread="one"),
                    record("Gave feedback: Good response", 30, thread="two"),
                    record("Gave feedback: Good response", 20, thread="one"),
                    record("Prompted A", 10, "<p>a</p>", thread="one"),
                    record("Prompted C", 5, "<p>c</p>", thread="two"),
                ]
            }
        )
    )
    assert [(one.signal, one.candidates[0].content) for one in kept] == [
        ("thumb_down", "b"),
        ("thumb_up", "c"),
    ]
    assert outcome.tally.removed["no_preference", "feedback"] == 2


def test_the_latest_thumb_on_a_turn_wins() -> None:
    kept, outcome = read(
        zipped(
            {
                NAME: [
                    record("Gave feedback: Bad response", 30, thread="one"),
                    record("Gave feedback: Good response", 20, thread="one"),
                    record("Prompted A", 10, "<p>a</p>", thread="one"),
                ]
            }
        )
    )
    assert [one.signal for one in kept] == ["thumb_down"]
    assert outcome.tally.removed["quality", "feedback"] == 1


def test_of_several_answers_to_one_prompt_none_is_said_to_be_the_judged_one() -> None:
    made_again = record("Prompted A", 10, thread="one") | {
        "safeHtmlItem": [{"html": "<p>first</p>"}, {"html": "<p>second</p>"}]
    }
    (kept,) = kept_of(
        record("Gave feedback: Good response", 30, thread="one"),
        record("Prompted Parfait, merci !", 20, "<p>De rien.</p>", thread="one"),
        made_again,
    )
    assert kept.candidates[0].content == "De rien."
    (kept,) = kept_of(record("Gave feedback: Good response", 30, thread="one"), made_again)
    assert [(c.content, c.status) for c in kept.candidates] == [(None, "not_in_export")]
    assert kept.context[0].content == "A"


def details(*threads: str) -> str:
    links = "".join(
        f'<br>&emsp;<a href="https://gemini.google.com/app/{one}">link</a>' for one in threads
    )
    return f"<b>Products:</b><br>&emsp;Gemini Apps<br><b>Details:</b>{links}<br>"


@pytest.mark.parametrize("prompt", ["", "<br>Attached 1 file.<br>-&nbsp;<a href='x.pdf'>x.pdf</a>"])
def test_in_a_page_the_conversation_stands_below_the_answer(prompt: str) -> None:
    def of(thread: str, said: str, answer: str = "") -> str:
        caption = f'<div class="content-cell mdl-cell">{details(thread)}</div></div></div>'
        return cell(said, answer).removesuffix("</div></div>") + caption

    page = "<html><body>" + of("a", "Prompted&nbsp;C'est faux.", "<p>Paris.</p>") + of(
        "a", "Gave feedback: Good response"
    ) + of("b", f"Prompted&nbsp;Une recette ?{prompt}", "<p>Une tarte.</p>") + of(
        "a", f"Prompted&nbsp;Et la rivière ?{prompt}", "<p>Le Rhin.</p>"
    ) + of("b", "Prompted&nbsp;Quelle soupe ?", "<p>Au potiron.</p>")  # fmt: skip
    kept, _ = read(zipped({"My Activity/Gemini Apps/MyActivity.html": page}))
    assert [(one.signal, one.candidates[0].content) for one in kept] == [("thumb_up", "Le Rhin.")]


def test_a_conversation_may_have_gone_on_under_another_id() -> None:
    link = [{"name": "x", "url": f"https://gemini.google.com/app/{one}"} for one in "ab"]
    (kept,) = kept_of(
        record("Gave feedback: Good response", 40, details=link[:1]),
        record("Prompted B", 30, "<p>b</p>", details=[{"url": "https://gemini.google.com/app/z"}]),
        record("Prompted A", 20, "<p>a</p>", details=link[::-1]),
    )
    assert kept.candidates[0].content == "a"
