"""What assistants write beside an answer: thoughts, cards and marks of sources go, words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats.asides import answer_alone, without_citations
from tests.filters.reading import read, zipped


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("<think>\nVoyons.\n</think>\n\nPrenez du lait.", "Prenez du lait."),
        ("<thinking>a</thinking><think>b</think>Oui.", "Oui."),
        ("<think>Voyons, la réponse fut coupée", ""),
        ("En HTML, <think>x</think> n'est pas une balise.", "En HTML, <think>x</think> n'est pas une balise."),
        ("Avant. <antThinking>Je pense.</antThinking>Après.", "Avant. Après."),
        (
            '<details type="reasoning" done="true">\n> Voyons.\n</details>\nOui.<details type="tool_calls" name="x">{}</details>',
            "Oui.",
        ),
        ("<details><summary>La suite</summary>Du lait.</details>", "<details><summary>La suite</summary>Du lait.</details>"),
        ('Oui. <grok:render card_id="a" type="x"><argument name="citation_id">3</argument></grok:render>', "Oui."),
        ("<xai:tool_usage_card><xai:tool_name>web</xai:tool_name></xai:tool_usage_card>Oui.", "Oui."),
        ("a < b et b > c", "a < b et b > c"),
    ],
)  # fmt: skip
def test_thoughts_and_cards_are_no_part_of_an_answer(written: str, seen: str) -> None:
    assert answer_alone(written) == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("En 1986 \ue200cite\ue202turn0search0\ue202turn0search3\ue201 au Japon.", "En 1986 au Japon."),
        ("En 1986\ue200filecite\ue202turn0file1\ue202L3-L5\ue201.", "En 1986."),
        ('À \ue200entity\ue202["city","Paris","capital of France"]\ue201 même.', "À Paris même."),
        ("Voir \ue200url\ue202le site\ue202turn0search1\ue201.", "Voir le site."),
        ("Coupé \ue200cite\ue202turn0", "Coupé"),
        ("Selon le texte【4:0†source】, oui【12†L3-L5】.", "Selon le texte, oui."),
        ("Oui :contentReference[oaicite:0]{index=0}.", "Oui."),
        ("Oui[citation:1][citation:12].", "Oui."),
        ("【注意】 reste, [1] aussi.", "【注意】 reste, [1] aussi."),
    ],
)  # fmt: skip
def test_marks_of_sources_are_no_words(written: str, seen: str) -> None:
    assert without_citations(written) == seen


@given(st.text(st.sampled_from("ab <>/\ue200\ue201\ue202[]【】†:\n"), max_size=60))
def test_a_text_without_marks_stays_and_nothing_is_made_up(text: str) -> None:
    for cleaned in (answer_alone(text), without_citations(text)):
        assert cleaned.count("a") <= text.count("a")
        assert len(cleaned) <= len(text)
    assert not set("\ue200\ue201\ue202") & set(without_citations(text))


def test_answers_of_chatgpt_are_kept_without_their_marks() -> None:
    nodes = [
        ("q", None, "user", "Qui l'a inventé, et où 【4:0†source】 ?"),
        ("a", "q", "assistant", "Une marque \ue200cite\ue202turn0search0\ue201 japonaise."),
    ]
    mapping = {
        key: {"id": key, "parent": parent, "children": [], "message": {
            "id": key, "author": {"role": role},
            "content": {"content_type": "text", "parts": [text]}}}
        for key, parent, role, text in nodes
    }  # fmt: skip
    files = {
        "conversations.json": [{"id": "c", "current_node": "a", "mapping": mapping}],
        "message_feedback.json": [{"id": "a", "conversation_id": "c", "rating": "thumbsUp"}],
    }
    (kept,), _ = read(zipped(files))
    assert kept.candidates[0].content == "Une marque japonaise."
    assert kept.context[0].content == "Qui l'a inventé, et où 【4:0†source】 ?"
