"""Pinterest: saved pins, by their number alone."""

import pytest

from filters.limits import Limits
from filters.problem import ArchiveProblem
from filters.readers.pinterest import pins
from tests.filters.reading import read, zipped

LINK = "https://www.pinterest.fr/pin/{}/"


def test_pins_in_json_are_saved() -> None:
    listed = [
        {"Board Name": "Cuisine de Camille", "Title": "Tarte", "Canonical link": LINK.format(n)}
        for n in (1, 2)
    ]
    kept, outcome = read(zipped({"export/pins.json": [*listed, {"Title": "?"}]}))
    assert [(r.signal, r.object_ref) for r in kept] == [
        ("save", "pinterest:pin:1"), ("save", "pinterest:pin:2"),
    ]  # fmt: skip
    assert "Camille" not in repr(kept)
    assert outcome.tally.removed["unknown", "pins"] == 1


@pytest.mark.parametrize("piece", [1, 7, 4096])
def test_pins_of_a_page_are_found_wherever_it_is_cut(piece: int) -> None:
    page = "".join(
        f'Board Name: a<br>Canonical link: <a href="{LINK.format(n)}">{LINK.format(n)}</a>'
        for n in range(1, 30)
    ).encode()
    chunks = [page[at : at + piece] for at in range(0, len(page), piece)]
    assert list(pins(chunks, Limits())) == [str(n) for n in range(1, 30)]
    kept, _ = read(zipped({"pins_0001.html": page}))
    assert len(kept) == 29


def test_a_page_that_only_links_to_pinterest_is_no_export_of_it() -> None:
    with pytest.raises(ArchiveProblem):
        read(zipped({"history.html": f"<html><a href='{LINK.format(5)}'>vu</a></html>" * 5}))
