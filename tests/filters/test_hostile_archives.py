"""Bad input through the library: each ends in a catalogued problem, quickly, in little memory."""

import io
import resource
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters import sift
from filters.archive.archive import Source
from filters.limits import MIB, Limits
from filters.problem import ArchiveProblem, Problem
from filters.terminal import PROBLEMS
from tests.filters.reading import read, zipped

TALK = (
    '[{"mapping": {"q": {"message": {"author": {"role": "user"}, "content": {"parts": ["x"]}}}}}]'
)


def refused(content: bytes, name: str = "") -> Problem:
    with pytest.raises(ArchiveProblem) as stopped:
        sift([Source(io.BytesIO(content), name)], redactor=None)
    return stopped.value.problem


def good_zip() -> bytes:
    source = zipped({"conversations.json": TALK})
    return source.file.getvalue()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.EMPTY),
        (b"PK\x05\x06" + bytes(18), Problem.EMPTY),
        (b"\x00", Problem.NOT_AN_ARCHIVE),
        (bytes(range(256)) * 10, Problem.NOT_AN_ARCHIVE),
        (b"%PDF-1.7 ...", Problem.NOT_AN_ARCHIVE),
        (b"Rar!\x1a\x07\x00", Problem.UNSUPPORTED_CONTAINER),
        (b"7z\xbc\xaf\x27\x1c" + bytes(40), Problem.UNSUPPORTED_CONTAINER),
        (b"bonjour, ceci n'est pas un export", Problem.UNKNOWN_PLATFORM),
        (good_zip()[: len(good_zip()) // 2], Problem.INCOMPLETE),
        (good_zip()[:-1], Problem.INCOMPLETE),
        (b"<html>" + good_zip(), Problem.NOT_AN_ARCHIVE),
        (b"\xff\xd8\xff" + good_zip(), Problem.NOT_AN_ARCHIVE),
    ],
)
def test_what_is_no_archive_is_refused_by_name(content: bytes, problem: Problem) -> None:
    assert refused(content) == problem


def test_every_problem_has_a_french_and_an_english_sentence() -> None:
    for problem in Problem:
        french, english = PROBLEMS[problem]
        assert french
        assert english
        assert french != english


def test_a_password_is_named() -> None:
    content = bytearray(good_zip())
    for magic, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(magic) + offset] |= 1
    assert refused(bytes(content)) == Problem.PASSWORD_PROTECTED


def test_an_html_export_is_recognised_and_explained() -> None:
    pages = zipped(
        {"your_facebook_activity/comments_and_reactions/comments.html": "<html>…</html>"}
    )
    with pytest.raises(ArchiveProblem) as stopped:
        read(pages)
    assert (stopped.value.problem, stopped.value.platform) == (Problem.HTML_EXPORT, "facebook")


def test_two_megabytes_that_inflate_to_two_gibibytes_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    size = 2 << 30
    deflated = b"".join(_deflated_zeros(size))
    with path.open("wb") as file:
        name = b"conversations.json"
        local = struct.pack(
            "<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(deflated), size, len(name), 0
        )
        file.write(local + name + deflated)
        start = file.tell()
        central = struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(deflated), size, len(name),
            0, 0, 0, 0, 0, 0,
        )  # fmt: skip
        file.write(central + name)
        file.write(
            struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(central) + len(name), start, 0)
        )
    script = (
        "import resource,subprocess,sys;"
        "r=subprocess.run([sys.executable,'-m','filters','report','--no-redaction',sys.argv[1]],capture_output=True,text=True);"
        "print(r.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024);print(r.stderr)"
    )
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True)
    first, sentence = done.stdout.splitlines()[:2]
    status, mebibytes = map(int, first.split())
    assert status == 2
    assert "démesurée" in sentence
    assert mebibytes < 300
    assert time.monotonic() - began < 20  # generous: the figure is in benchmarks


def _deflated_zeros(size: int) -> list[bytes]:
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    zeros = bytes(MIB)
    return [deflater.compress(zeros) for _ in range(size // MIB)] + [deflater.flush()]


def test_entries_that_share_their_bytes_are_refused() -> None:
    content = bytearray(good_zip())
    start = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    doubled = content[:end] + content[start:end] + content[end:]
    at = end + (end - start)
    count, size = (
        struct.unpack_from("<H", doubled, at + 10)[0],
        struct.unpack_from("<L", doubled, at + 12)[0],
    )
    struct.pack_into("<HHL", doubled, at + 8, count + 1, count + 1, 2 * size)
    assert refused(bytes(doubled)) == Problem.INCONSISTENT


def test_deep_nesting_ends_in_a_count() -> None:
    _, outcome = read(
        zipped({"conversations.json": '[{"mapping": {}},' + "[" * 200_000 + "]" * 200_000 + "]"})
    )
    assert outcome.tally.removed["unknown", "conversations"] == 1


def test_a_wrong_checksum_spoils_one_entry_and_not_the_others() -> None:
    source = zipped({"conversations-000.json": TALK, "conversations-001.json": TALK})
    content = bytearray(source.file.getvalue())  # type: ignore[attr-defined]
    content[content.index(b"PK\x01\x02") + 16] ^= 0xFF
    _, outcome = read(Source(io.BytesIO(bytes(content))))
    assert outcome.tally.removed["unknown", "conversations"] == 1
    assert outcome.tally.unread_entries == 1


def test_names_that_climb_are_only_names() -> None:
    kept, outcome = read(
        zipped({"../../etc/conversations.json": TALK, "C:\\x": "y", "/abs/z.json": "[]"})
    )
    assert [part.platform for part in outcome.platforms] == ["chatgpt"]
    assert not kept


def test_an_archive_inside_an_archive_is_not_opened() -> None:
    _, outcome = read(zipped({"conversations.json": TALK, "more.zip": good_zip()}))
    assert outcome.tally.unread_entries == 1


def test_parts_given_twice_are_read_once() -> None:
    reaction = {"timestamp": 1, "data": [{"reaction": {"reaction": "LIKE"}}]}
    part = {"comments_and_reactions/posts_and_comments.json": {"reactions_v2": [reaction]}}
    kept, _ = read(zipped(part), zipped(part))
    assert len(kept) == 1


def test_a_child_that_runs_out_of_memory_is_an_answer() -> None:
    talk = '[{"mapping": {}}, "' + "x" * (300 * MIB) + '"]'
    source = zipped({"conversations.json": talk})
    with pytest.raises(ArchiveProblem, match="unreadable"):
        sift(
            [source],
            redactor=None,
            limits=Limits(memory_bytes=8 * MIB, record_chars=600 * MIB, ratio=10**6),
        )


def test_a_child_that_works_for_ever_is_stopped() -> None:
    source = zipped({"conversations.json": "[" + ",".join([TALK[1:-1]] * 200_000) + "]"})
    with pytest.raises(ArchiveProblem, match="too_long"):
        sift([source], redactor=None, limits=Limits(cpu_seconds=0))


def test_what_progress_raises_stops_the_child() -> None:
    def stop(_: object) -> None:
        raise KeyError("stop")

    with pytest.raises(KeyError):
        sift([zipped({"conversations.json": TALK})], redactor=None, progress=stop)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > 0


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(1, 255), st.booleans())
def test_any_damage_to_a_zip_gives_a_result_or_a_problem(place: int, flip: int, cut: bool) -> None:
    content = bytearray(good_zip())
    at = place % len(content)
    content[at] ^= flip
    damaged = bytes(content[:at] if cut else content)
    try:
        read(Source(io.BytesIO(damaged)))
    except ArchiveProblem:
        return


def test_an_empty_folder_inside_a_zip_is_nothing() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("folder/", "")
    assert refused(buffer.getvalue()) == Problem.EMPTY
