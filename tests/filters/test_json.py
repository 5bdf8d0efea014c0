"""JSON one record at a time: whatever the size of the pieces, and whatever is wrong with it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats.json import (
    OPENED,
    Damaged,
    Item,
    Placed,
    assigned_records,
    documents,
    items,
    placed,
    records,
)
from filters.limits import Limits

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def pieces(content: bytes, size: int) -> Iterator[bytes]:
    return (content[at : at + size] for at in range(0, len(content), size))


def found(content: str | bytes, size: int = 7, limits: Limits | None = None) -> list[Any]:
    raw = content.encode() if isinstance(content, str) else content
    return list(items(pieces(raw, size), limits or Limits()))


@given(st.lists(VALUES), st.integers(1, 50))
def test_a_list_gives_its_elements(values: list[Any], size: int) -> None:
    assert found(json.dumps(values), size) == [Item(None, value) for value in values]


@given(st.dictionaries(st.text(), st.lists(VALUES, max_size=3), max_size=4), st.integers(1, 50))
def test_an_object_gives_the_elements_of_its_lists_with_their_key(
    values: dict[str, list[Any]], size: int
) -> None:
    expected = [Item(key, value) for key, rows in values.items() for value in rows]
    assert found(json.dumps(values), size) == expected


STRANGE = (
    '"\\ud800"', '"a\x01b"', "NaN", "-Infinity", "1e400", "-0", "-0.0", "1" * 5000, "9" * 30, "01",
    "1.", '{"a": 1, "a": 2}', '{"a": }', "[1,]", "[1 2]", "tru", '"\udfff"', "\ufeff", ",", " ", "]",
)  # fmt: skip


@given(
    st.lists(VALUES.map(json.dumps) | st.sampled_from(STRANGE), max_size=5),
    st.text('[]{}":,1 \n', max_size=4),
)
def test_records_are_the_values_of_items_however_strange(some: list[str], after: str) -> None:
    content = ("[" + ",".join(some) + "]" + after).encode(errors="surrogatepass")
    one_by_one = [i.value if isinstance(i, Item) else i for i in items([content], Limits())]
    assert repr(list(records([content], Limits()))) == repr(one_by_one)


@given(VALUES, st.integers(1, 50), st.sampled_from(["", " ", "\n\t"]))
def test_a_document_is_one_record(value: Any, size: int, about: str) -> None:
    raw = (about + json.dumps(value) + about).encode()
    (whole,) = documents(pieces(raw, size), Limits())
    assert repr(whole) == repr(value)


@pytest.mark.parametrize("strange", STRANGE)
def test_a_document_is_read_by_the_careful_way_too(strange: str) -> None:
    """A text past what is read in one step gives the same values."""
    short, long = (
        f'{{"a": {strange}, "b": "{"x" * length}"}}'.encode(errors="surrogatepass")
        for length in (1, 300_000)
    )
    (value,), (careful,) = documents([short], Limits()), documents(pieces(long, 100_000), Limits())
    if isinstance(careful, dict):
        careful["b"] = "x"
    assert repr(value) == repr(careful)


@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize(
    "content",
    [
        '{"rows": {"2023": [1, 2], "2024": null, "2025": [3]}, "more": [4]}',
        '{"rows": {\n  "2023": [1],\n  "2022": [2, 3]\n}, "none": null, "more": [4]}',
    ],
)
def test_a_list_that_is_cut_into_years_is_one_list(content: str, size: int) -> None:
    rows = [Item("rows", number) for number in (1, 2, 3)]
    assert found(content, size) == [*rows, Item("more", 4)]


@pytest.mark.parametrize("content", ["null", " null\n", '{"rows": null}', '{"rows": []}', "[]"])
def test_null_holds_no_record(content: str) -> None:
    assert found(content) == []


def test_years_within_years_are_one_record() -> None:
    deep = '{"2020": [], "2021": ' * 3 + "{}" + "}" * 3
    assert found('{"rows": ' + deep + ', "more": [4]}')[-1] == Item("more", 4)
    endless = '{"2020": [], "2021": ' * 50_000
    assert all(isinstance(one, Damaged) for one in found('{"rows": ' + endless))


@given(st.binary(max_size=300), st.integers(1, 50))
def test_any_bytes_end_without_an_exception(content: bytes, size: int) -> None:
    assert all(isinstance(one, Item | Damaged) for one in found(content, size))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[" + "[" * 100_000 + "]" * 100_000 + ', {"ok": 1}]', "depth"),
        ('[{"a": }, {"ok": 1}]', "syntax"),
        ('[wrong, {"ok": 1}]', "syntax"),
    ],
)
def test_a_broken_record_is_skipped_and_the_next_is_read(content: str, reason: str) -> None:
    assert found(content, 1000) == [Damaged(reason), Item(None, {"ok": 1})]


def test_a_record_past_the_limit_is_skipped_without_being_held() -> None:
    content = '["' + "x" * 3_000_000 + '", 1]'
    assert found(content, 65536, Limits(record_chars=1_000_000)) == [Damaged("size"), Item(None, 1)]


def test_a_number_of_five_thousand_digits_is_null_and_one_of_twenty_is_exact() -> None:
    assert found("[" + "9" * 5000 + ", 12345678901234567890, NaN]") == [
        Item(None, None), Item(None, 12345678901234567890), Item(None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_the_encoding_are_understood(encoding: str) -> None:
    assert found('["é"]'.encode(encoding)) == [Item(None, "é")]


def test_a_script_is_read_and_never_run() -> None:
    script = b"window.YTD.like.part0 = [ 1, 2 ];alert(1)"
    assert list(assigned_records(pieces(script, 5), Limits())) == [1, 2]


@pytest.mark.parametrize("text", ['[1}, {"a": 2}]', "[}]", '{"a": [1}}', "[:,]", '[{"a": 1}}, 2]'])
def test_a_bracket_that_closes_nothing_is_passed_over(text: str) -> None:
    assert len(list(items(iter([text.encode()]), Limits()))) < 10


@given(st.text('{}[]":,1a \n', max_size=60))
def test_a_deep_document_of_any_shape_ends(text: str) -> None:
    found = list(placed(("a",))(iter([text.encode()]), Limits()))
    assert len(found) <= 2 * len(text) + 2


def test_values_of_a_deep_document_come_with_their_path_and_lists_by_element() -> None:
    document = {"a": {"b": [1, {"c": 2}], "d": None}, "e": [{"f": [3]}, 4]}
    found = list(placed(("e",))(iter([json.dumps(document).encode()]), Limits()))
    assert found == [
        Placed(("a", "b"), 1), Placed(("a", "b"), {"c": 2}), Placed(("a", "d"), None),
        Placed(("e",), OPENED), Placed(("e", "f"), 3), Placed(("e",), 4),
    ]  # fmt: skip


ALIKE = st.fixed_dictionaries({"id": VALUES}, optional={"rows": st.lists(VALUES), "more": VALUES})


@given(st.lists(ALIKE, min_size=3, max_size=12), st.sampled_from([None, 1]), st.integers(7, 400))
def test_elements_that_begin_alike_are_each_read_once(
    alike: list[Any], indent: int | None, size: int
) -> None:
    """They are decoded many at a time, up to what looks like the beginning of one: those that hold
    others which begin so too, or strange ones, give the same."""
    nested = [{"id": number, "within": alike} for number in range(len(alike))]
    for values in (alike, nested):
        assert found(json.dumps(values, indent=indent), size) == [Item(None, one) for one in values]
    strange = ["NaN", '"\\ud800"', "[1 2]"]
    mixed = [json.dumps(alike[0]), *strange, *map(json.dumps, alike)]
    one_by_one = [found(f"[{one}]", size) for one in mixed]
    assert repr(found(f"[{', '.join(mixed)}]", size)) == repr(
        [one for some in one_by_one for one in some]
    )
