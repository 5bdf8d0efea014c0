"""The sieve from a terminal: what a person and a script see."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from filters import terminal
from filters.interaction import RULES, Retained, tier
from tests.donation.serving import ROOT
from tests.people import CHAT, chatgpt_zip


def run(*arguments: str, given: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "filters", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def archive(tmp_path: Path) -> str:
    path = tmp_path / "export.zip"
    path.write_bytes(chatgpt_zip())
    return str(path)


def test_the_report_has_a_stable_schema(archive: str) -> None:
    report = json.loads(run("report", "--json", "--no-redaction", archive).stdout)
    assert report == {
        "platforms": [{"platform": "chatgpt", "reader": "chatgpt@1"}],
        "kept": {
            "total": 3,
            "by_kind": {"binary": 3},
            "by_tier": {"T1": 3},
            "by_signal": {"thumb_down": 2, "thumb_up": 1},
        },
        "removed": [{"rule": "R8", "family": "profile", "count": 1}],
        "redacted": {},
        "unread": {"entries": 0, "bytes": 0},
        "unknown": [],
        "read": {"chatgpt@1": 3},
        "items": {"read": 3, "kept": 3, "dropped": 0},
        "missing": [],
        "html": [],
        "questions": [],
        "confidence": {"chatgpt": "sure"},
    }


def test_sift_writes_cleaned_records_only(archive: str, tmp_path: Path) -> None:
    import msgspec

    output = tmp_path / "kept.jsonl"
    assert run("sift", archive, "--output", str(output)).returncode == 0
    records = [
        msgspec.json.decode(line, type=Retained) for line in output.read_bytes().splitlines()
    ]
    assert [tier(record) for record in records] == ["T1", "T1", "T1"]
    assert "Quatrebarbes" not in output.read_text()
    assert all(record.redactions == {"PERSON": 1} for record in records)


def test_sift_never_writes_unredacted_text(archive: str, tmp_path: Path) -> None:
    refused = run("sift", archive, "--output", str(tmp_path / "x"), "--no-redaction")
    assert refused.returncode == 2
    assert not (tmp_path / "x").exists()


def test_the_author_is_asked_and_answered(tmp_path: Path) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_text(CHAT, encoding="utf-8")
    asked = json.loads(run("report", "--json", "--no-redaction", str(chat)).stdout)
    assert asked["questions"][0]["id"] == "author"
    assert "Camille Dupont" in asked["questions"][0]["options"]
    told = run(
        "report",
        "--json",
        "--no-redaction",
        "--me",
        "Camille Dupont",
        "--include-private-chats",
        str(chat),
    )
    report = json.loads(told.stdout)
    assert (report["questions"], report["kept"]["by_signal"]) == ([], {"reply": 2})


@pytest.mark.parametrize(
    ("language", "given", "words"),
    [
        ("fr", ["--include-private-chats"], "Conversations privées : incluses 1, écartées 0"),
        ("fr", [], "Conversations privées : incluses 0, écartées 1"),
        ("en", ["--include-private-chats"], "Private chats: included 1, left out 0"),
        ("en", [], "Private chats: included 0, left out 1"),
    ],
)
def test_the_report_says_how_many_private_chats_are_included_and_how_many_left_out(
    tmp_path: Path, language: str, given: list[str], words: str
) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_text(CHAT, encoding="utf-8")
    told = run("report", "--no-redaction", "--language", language, "--me", "Camille Dupont",
               *given, str(chat))  # fmt: skip
    assert words in told.stdout.splitlines()


def test_a_chat_is_not_called_included_before_it_is_known_who_the_donor_is(tmp_path: Path) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_text(CHAT, encoding="utf-8")
    told = run("report", "--no-redaction", "--include-private-chats", str(chat))
    assert "Conversations privées : incluses 0, écartées 1" in told.stdout.splitlines()


@pytest.mark.parametrize(("language", "word"), [("fr", "archive"), ("en", "archive")])
def test_what_cannot_be_read_is_one_line_and_status_two(
    tmp_path: Path, language: str, word: str
) -> None:
    (tmp_path / "broken.zip").write_bytes(chatgpt_zip()[:-40])
    for path in (tmp_path / "broken.zip", Path("/bin/ls"), tmp_path / "missing.zip"):
        done = run("report", "--no-redaction", "--language", language, str(path))
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1
        assert "Traceback" not in done.stderr


def test_every_rule_has_words_in_both_languages() -> None:
    assert set(terminal.RULES) == set(RULES)
    assert all(french and english and french != english
               for words in (terminal.RULES, terminal.REASONS)
               for french, english in words.values())  # fmt: skip


@pytest.mark.parametrize(
    ("language", "rule", "reason", "act"),
    [
        ("fr", "d'un format inconnu", "coupé avant la fin", "Téléchargez l'archive de nouveau"),
        ("en", "of an unknown format", "cut before its end", "Download the archive again"),
    ],
)
def test_a_file_that_breaks_off_is_said_in_words_with_what_to_do(
    tmp_path: Path, language: str, rule: str, reason: str, act: str
) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("message_feedback.json", '[{"id": "a", "rating": "thumbsUp"')
        archive.writestr(
            "conversations.json", '[{"id": "c", "mapping": {"a": {"message": ' + "x" * 90
        )
    said = run("report", "--no-redaction", "--language", language, str(path)).stdout
    assert rule in said
    assert reason in said
    assert act in said


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "redemandez-les toutes"), ("en", "ask for all of it")]
)
def test_where_nothing_is_kept_the_report_says_what_to_do(
    tmp_path: Path, language: str, words: str
) -> None:
    path = tmp_path / "NetflixViewingHistory.csv"
    path.write_text("Title,Date\n" + '"Le Lac","01/02/2024"\n' * 5)
    assert words in run("report", "--no-redaction", "--language", language, str(path)).stdout


def test_where_something_is_kept_the_report_asks_for_nothing_more(archive: str) -> None:
    assert "redemandez" not in run("report", "--no-redaction", archive).stdout


def test_platforms_are_listed() -> None:
    table = json.loads(run("platforms", "--json").stdout)
    assert {"chatgpt", "facebook", "lechat", "messenger", "whatsapp", "x"} <= {
        row["platform"] for row in table
    }
    assert all(row["wants"]["signal"] for row in table)


def test_redact_gives_a_line_for_a_line_with_offsets_in_code_points() -> None:
    text = "Écrivez à camille@exemple.fr 👍"
    done = run("redact", "--language", "fr", given=json.dumps({"text": text}) + "\n{}\n")
    first, second = map(json.loads, done.stdout.splitlines())
    (span,) = first["spans"]
    assert text[span["start"] : span["end"]] == "camille@exemple.fr"
    assert first["text"] == "Écrivez à <EMAIL> 👍"
    assert "error" in second


def test_redact_masks_the_people_of_a_dictionary_in_any_writing(tmp_path: Path) -> None:
    people = tmp_path / "people.txt"
    people.write_text(
        "\ufeff# whom I know\n\nname: Zbigniew Kowal-Czyk\nHandle : brindille_75\n"
        "email: z@exemple.fr\nphone: +33 6 12 34 56 78\naddress: 7 Le Grand Pré\n",
        encoding="utf-8",
    )
    texts = [
        "t'as vu zbigniew chez kowal czyk ?",
        "c'est brindille_75 qui l'a dit",
        "il habite 7 le grand pre depuis peu",
    ]
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    done = run("redact", "--language", "fr", "--identities", str(people), given=lines)
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == [
        "t'as vu <PERSONNE_1> chez <PERSONNE_2> ?",
        "c'est <PSEUDO> qui l'a dit",
        "il habite <ADRESSE> depuis peu",
    ]
    without = run("redact", "--language", "fr", given=lines)
    assert json.loads(without.stdout.splitlines()[1])["text"] == texts[1]


@pytest.mark.parametrize("line", ["surname: Kowalczyk", "name:", "Kowalczyk"])
def test_a_dictionary_with_a_line_that_names_nobody_is_refused_without_repeating_it(
    tmp_path: Path, line: str
) -> None:
    people = tmp_path / "people.txt"
    people.write_text(f"name: Zbigniew\n{line}\n", encoding="utf-8")
    done = run("redact", "--language", "en", "--identities", str(people), given='{"text": "x"}\n')
    assert (done.returncode, done.stdout) == (2, "")
    assert "line 2" in done.stderr
    assert "Kowalczyk" not in done.stderr


def test_a_dictionary_that_is_not_there_is_said() -> None:
    done = run("redact", "--language", "en", "--identities", "/no/such/file", given="{}\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--identities" in done.stderr
