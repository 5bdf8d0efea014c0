"""Every id has its sentence in French and in English, and no catalogue is behind the code."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation import override

from donation import wording
from donation.lifecycle import TRANSITIONS
from donation.stages import sieving
from donation.stages.confirmation import NEEDED, Purpose
from filters.interaction import KINDS, LABELS, RULES, SIGNALS, ObjectType, Role
from filters.problem import Problem
from filters.recognition import READERS
from filters.redaction import placeholders

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "donation" / "locale"
IDS: dict[str, tuple[Mapping[str, object], tuple[str, ...]]] = {
    "problems": (wording.PROBLEMS, (*Problem, sieving.NOTHING_TO_KEEP)),
    "rules": (wording.RULES, RULES),
    "signals": (wording.SIGNALS, SIGNALS),
    "objects": (wording.OBJECTS, ObjectType.__args__),  # type: ignore[attr-defined]
    "labels": (wording.LABELS, LABELS),
    "roles": (wording.ROLES, Role.__args__),  # type: ignore[attr-defined]
    "entities": (wording.ENTITIES, tuple(placeholders._FRENCH)),
    "stages": (wording.STAGES, tuple(TRANSITIONS)),
    "purposes": (wording.PURPOSES, tuple(Purpose)),
    "missing consents": (wording.MISSING, tuple(NEEDED)),
}


@pytest.mark.parametrize("vocabulary", IDS)
def test_every_id_has_a_sentence_in_both_languages(vocabulary: str) -> None:
    sentences, ids = IDS[vocabulary]
    for one in ids:
        with override("fr"):
            french = str(sentences[one])
        with override("en"):
            english = str(sentences[one])
        assert french, one
        assert english not in ("", french), f"{one} is not in English"


@pytest.mark.parametrize("code", wording.PROBLEMS)
def test_every_refusal_says_what_to_do_next(code: str) -> None:
    if code == "minor":
        return  # There is nothing they could do.
    with override("fr"):
        *_, act = re.findall(r"[\w’-]+ez\b", str(wording.PROBLEMS[code])) or [""]
    assert act.casefold() not in ("", "n’avez", "avez"), code


def test_every_platform_that_is_read_has_a_title() -> None:
    assert {reader.platform for reader in READERS} <= set(wording.PLATFORMS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_family_of_rows_can_be_said_in_words(kind: str) -> None:
    for signal in SIGNALS:
        assert wording.family(f"chatgpt:{kind}:{signal}").startswith("ChatGPT · ")


@pytest.mark.parametrize(("count", "words"), [(0, "0 préférence"), (1, "1 préférence"),
                                              (1200, "1\u202f200 préférences")])  # fmt: skip
def test_french_counts_from_two_as_a_plural_and_parts_thousands(count: int, words: str) -> None:
    with override("fr"):
        assert wording.rows_given(count) == words


def test_english_parts_thousands_with_a_comma() -> None:
    with override("en"):
        assert wording.rows_given(1200) == "1,200 preferences"


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> polib.POFile:
    """What the code says today, extracted from a copy."""
    if shutil.which("xgettext") is None:
        pytest.fail("xgettext is needed: apt-get install gettext")
    copy = tmp_path_factory.mktemp("copy")
    for folder in ("donation", "templates"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("locale"))
    (copy / "locale").mkdir()
    plain = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "en", "--no-location"],
        cwd=copy, env=plain, check=True, capture_output=True,
    )  # fmt: skip
    return polib.pofile(str(copy / "locale" / "en" / "LC_MESSAGES" / "django.po"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_catalogue_holds_what_the_code_says_and_nothing_else(
    extracted: polib.POFile, language: str
) -> None:
    assert _ids(_catalogue(language)) == _ids(extracted), "run makemessages"


def test_nothing_is_missing_or_doubtful_in_english() -> None:
    for entry in _catalogue("en"):
        assert not entry.fuzzy, entry.msgid
        written = entry.msgstr_plural.values() if entry.msgid_plural else (entry.msgstr,)
        assert all(written), entry.msgid
        for text in written:
            assert _marks(text) <= _marks(entry.msgid) | _marks(entry.msgid_plural), entry.msgid


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_compiled_catalogue_is_up_to_date(language: str) -> None:
    source = _catalogue(language)
    compiled = polib.mofile(str(LOCALE / language / "LC_MESSAGES" / "django.mo"))
    wanted = {e.msgid: e.msgstr or e.msgstr_plural for e in source.translated_entries()}
    assert {e.msgid: e.msgstr or e.msgstr_plural for e in compiled} == wanted, "run compilemessages"


def test_french_punctuation_never_stands_alone_at_the_start_of_a_line() -> None:
    for sentence in _sentences():
        assert not re.search(r" [;:!?%»](?!\()|« ", sentence), sentence


def test_no_break_spaces_beside_french_marks_are_narrow() -> None:
    for sentence in _sentences():
        assert not re.search("\u00a0[;:!?%»]|«\u00a0", sentence), sentence


def test_nothing_is_said_with_an_exclamation_mark() -> None:
    for language in ("fr", "en"):
        for entry in _catalogue(language):
            assert "!" not in entry.msgid + entry.msgstr, entry.msgid


def test_no_sentence_is_longer_than_25_words() -> None:
    for text in _sentences():
        for sentence in re.split(r"(?<=[.?!;])\s", text):
            assert len(re.findall(r"[\w’'-]+", sentence)) <= 25, sentence


def test_the_data_are_never_called_anonymous() -> None:
    for path in [*(ROOT / "templates").rglob("*.*"), *(ROOT / "donation").rglob("*.p[yo]")]:
        assert "anonym" not in path.read_text().casefold(), path


def _catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))


def _ids(catalogue: polib.POFile) -> set[tuple[str, str]]:
    return {(entry.msgid, entry.msgid_plural) for entry in catalogue if not entry.obsolete}


def _marks(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)s", text))


def _sentences() -> Iterator[str]:
    for entry in _catalogue("fr"):
        yield entry.msgid
        if entry.msgid_plural:
            yield entry.msgid_plural


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_notice_that_is_agreed_to_is_kept_under_its_version(language: str) -> None:
    """Consents hold its hash. A sentence that changes asks for a new version and a new file."""
    kept = ROOT / "docs" / "notices" / f"{settings.NOTICE_VERSION}.{language}.txt"
    assert wording.notice(language) == kept.read_text(encoding="utf-8")
