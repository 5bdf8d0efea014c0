"""The donor's code: 130 bits, readable, forgiving to type, never stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donation import codes


def test_a_code_has_five_groups_and_a_check_character() -> None:
    code = codes.new()
    assert [len(group) for group in code.split("-")] == [5, 5, 5, 5, 5, 2]
    assert codes.normalised(code) == code.replace("-", "")


TYPINGS = {
    "lower case": str.lower,
    "spaces for dashes": lambda code: code.replace("-", " "),
    "no dashes": lambda code: code.replace("-", ""),
    "misread letters": lambda code: code.replace("0", "O").replace("1", "l"),
    "space around": lambda code: f"  {code}\n",
}


@pytest.mark.parametrize("way", TYPINGS)
def test_a_code_may_be_typed_as_people_type(way: str) -> None:
    code = codes.new()
    assert codes.digest(TYPINGS[way](code)) == codes.digest(code)


@given(st.integers(0, 26), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_character_is_noticed(place: int, wrong: str) -> None:
    code = codes.new().replace("-", "")
    typed = code[:place] + wrong + code[place + 1 :]
    assert (codes.normalised(typed) is None) == (typed != code)


@given(st.text(max_size=200))
def test_anything_else_is_no_code(typed: str) -> None:
    assert codes.normalised(typed) is None or len(codes.normalised(typed) or "") == 27


def test_two_codes_differ() -> None:
    assert len({codes.new() for _ in range(1000)}) == 1000
