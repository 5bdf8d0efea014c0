"""What is planted in generated exports is found, as it was meant, and nothing else is.

Every generator, in French and English, in every layout. The thresholds are those of the
specification; most generators reach 1.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filters.interaction import Retained
from filters.limits import Limits
from filters.problem import ArchiveProblem
from filters.reader import Identities
from filters.recognition import READERS
from filters.redaction.outcome import Cleaned, Refused
from filters.sieve import sift
from tests.filters.generators.catalogue import Case, cases
from tests.filters.generators.export import Export
from tests.filters.reading import AsIs

SIZE = 400
LEAST_RECALL, LEAST_FAITHFUL = 0.99, 0.995
CASES = list(cases())


class Listening(AsIs):
    """A redactor that changes nothing and remembers the dictionary it was given: the only place,
    outside the sieve, that ever sees it."""

    def __init__(self) -> None:
        self.known: set[str] = set()

    def redact(
        self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
    ) -> list[list[Cleaned | Refused]]:
        self.known.update(*(getattr(identities, kind) for kind in identities.__struct_fields__))
        return super().redact(records, identities, limits)


def sifted(export: Export) -> tuple[list[Retained], set[str]]:
    kept: list[Retained] = []
    redactor = Listening()
    tally = sift(
        [export.source()],
        export.choices,
        redactor=redactor,
        keep=lambda record, _: kept.append(record),
        limits=Limits(),
    ).tally
    # Whatever was in it: all that was read is kept or dropped, and nothing twice.
    items = tally.as_report()["items"]
    assert items["read"] == items["kept"] + items["dropped"]
    assert items["kept"] == sum(record.rule != "R6" for record in kept)
    return kept, redactor.known


def judged(record: Retained) -> str:
    """The label of what was judged: texts beside it have none; of two answers, the chosen one's."""
    labels = [c.label for c in record.candidates if c.label != "unlabelled"]
    return "chosen" if "chosen" in labels else labels[0] if labels else "unlabelled"


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_planted_is_found_as_it_was_meant_and_nothing_is_invented(
    case: Case, seed: int
) -> None:
    export = case.export(seed, SIZE)
    kept, known = sifted(export)
    found = Counter((record.signal, judged(record)) for record in kept)
    planted = export.signals
    assert planted.total(), "a generator plants something"
    found_signals, planted_signals = Counter[str](), Counter[str]()
    for (signal, _), count in found.items():
        found_signals[signal] += count
    for (signal, _), count in planted.items():
        planted_signals[signal] += count
    matched = (found_signals & planted_signals).total()
    assert matched / planted.total() >= LEAST_RECALL, planted - Counter(found)
    assert (found & planted).total() / matched >= LEAST_FAITHFUL
    assert not found_signals - planted_signals, "invented"
    assert {record.platform for record in kept} == {export.platform}
    folded = {one.casefold().lstrip("@") for one in known}
    there = {one for one in export.identities if is_written(one, export)}
    assert there or not export.identities
    assert {one for one in there if one.casefold().lstrip("@") not in folded} == set()


def is_written(identity: str, export: Export) -> bool:
    """Whether the export holds a planted name at all, plain, escaped, or each byte a character."""
    forms = {
        identity.encode(),
        json.dumps(identity)[1:-1].encode(),
        json.dumps(identity.encode().decode("latin-1"))[1:-1].encode(),
    }
    return any(form in content for form in forms for content in export.files.values())


@pytest.mark.parametrize("case", CASES, ids=str)
@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_damaged_export_costs_what_is_damaged_and_raises_nothing(
    case: Case, data: st.DataObject
) -> None:
    export = case.export(3, 12)
    name = data.draw(st.sampled_from(sorted(export.files)))
    whole = export.files[name]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    junk = data.draw(
        st.sampled_from([b"", b"null", b"[]", b"{}", b"-1e400", b'"', b"]", b"\xff\xfe", b"\0", b",",
                         b'{"a":{}}', b"true", b"99999999999999999999"])
    )  # fmt: skip
    export.files[name] = whole[:start] + junk + whole[end:]
    with suppress(ArchiveProblem):
        sifted(export)


def test_every_platform_has_a_generator() -> None:
    made = {case.export(1, 4).platform for case in CASES}
    assert made == {reader.platform for reader in READERS}


def count(export: Export) -> int:
    """How many records are kept; none of an archive that is refused."""
    try:
        return len(sifted(export)[0])
    except ArchiveProblem:
        return 0


@pytest.mark.parametrize("case", [case for case in CASES if case.language == "fr"], ids=str)
def test_half_a_file_is_at_least_as_good_as_none(case: Case) -> None:
    """What was read of it before the break is kept, and so is all that stands elsewhere."""
    whole = case.export(4, 24)
    for name, content in whole.files.items():
        without = {other: held for other, held in whole.files.items() if other != name}
        broken = replace(whole, files={**whole.files, name: content[: len(content) // 2]})
        assert count(broken) >= count(replace(whole, files=without)), name


def assigned(content: bytes) -> tuple[str, Any] | None:
    """What is before an equals sign, and the document behind it; None for several documents."""
    head, _, body = content.decode("utf-8-sig").rpartition(" = ")
    try:
        return head, json.loads(body)
    except ValueError:
        return None


OTHER_TYPES = (None, True, 0, -1, 10**30, 1e308, "", "\0", "1", [], [[]], {}, {"": None}, ["x"] * 3)


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in a document."""
    yield at
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, one in inner:
        yield from places(one, (*at, key))


def swapped(value: Any, at: tuple[Any, ...], other: Any) -> Any:
    """The document with another value in one place."""
    if not at:
        return other
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[at[0]] = swapped(copy[at[0]], at[1:], other)
    return copy


@pytest.mark.parametrize("case", CASES, ids=str)
@settings(max_examples=25)
@given(data=st.data())
def test_a_value_of_another_type_raises_nothing(case: Case, data: st.DataObject) -> None:
    """JSON only: a table holds nothing but texts."""
    export = case.export(4, 12)
    documents = {
        name: parsed
        for name, content in export.files.items()
        if name.endswith((".json", ".js")) and (parsed := assigned(content)) is not None
    }
    if not documents:
        return
    name = data.draw(st.sampled_from(sorted(documents)))
    head, document = documents[name]
    at = data.draw(st.sampled_from(list(places(document))))
    changed = swapped(document, at, data.draw(st.sampled_from(OTHER_TYPES)))
    export.files[name] = f"{head}{' = ' if head else ''}{json.dumps(changed)}".encode()
    with suppress(ArchiveProblem):
        sifted(export)
