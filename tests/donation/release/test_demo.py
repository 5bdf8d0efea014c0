"""A demonstration release, read by the libraries that trainers use."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import CommandError, call_command

from donation import audit
from donation.models import AuditEntry, Release
from donation.release import manifest, verify
from donation.release.shapes import CONFIGS
from donation.release.tombstones import folder_of, record_ids

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def folder(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The files of a demonstration release, built once."""
    target = tmp_path_factory.mktemp("copy") / "demo"
    with django_db_blocker.unblock():
        shutil.rmtree(Path(settings.DATA) / "releases", ignore_errors=True)
        call_command("release", "build", "2026.11", demo=True, stdout=StringIO(), stderr=StringIO())
        release = Release.objects.get()
        shutil.copytree(folder_of(release), target)
        assert audit.verify() is None
        # Built outside of any test: nothing of it may be met by another.
        Release.objects.all().delete()
        AuditEntry.objects.all().delete()
    return target


def test_one_command_builds_it_where_there_is_no_site_yet(tmp_path: Path) -> None:
    ours = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")}
    done = subprocess.run(
        [sys.executable, "manage.py", "release", "build", "first", "--demo"],
        cwd=ROOT, env={**ours, "GLANE_DATA": str(tmp_path)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "releases" / "first-demo" / "MANIFEST.json").is_file()


def test_it_says_it_is_a_demonstration(folder: Path) -> None:
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert "demonstration made of invented data" in card
    front = yaml.safe_load(card.split("---")[1])
    assert {config["config_name"] for config in front["configs"]} <= set(CONFIGS)
    stats = json.loads((folder / "STATS.json").read_text(encoding="utf-8"))
    assert stats["demo"]
    assert front["language"] == ["fr"]
    assert "| rows in French | 100.0% |" in card
    assert stats["k"] == 1


def test_every_gate_passed_and_is_told(folder: Path) -> None:
    gates = {g["id"]: g for g in json.loads((folder / "GATES.json").read_text(encoding="utf-8"))}
    assert set(gates) == {"G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8a", "G8b", "G9"}
    assert all(gate["passed"] for gate in gates.values())
    assert gates["G9"]["found"]["rows_gone"] > 0


def test_datasets_loads_every_config(folder: Path, tmp_path: Path) -> None:
    from datasets import load_dataset

    stated = json.loads((folder / "STATS.json").read_text(encoding="utf-8"))["rows"]
    card = (folder / "README.md").read_text(encoding="utf-8")
    split_of = {
        c["config_name"]: {f["split"] for f in c["data_files"]}
        for c in yaml.safe_load(card.split("---")[1])["configs"]
    }
    for config, splits in stated.items():
        assert split_of[config] == {split for split, count in splits.items() if count}
    assert set(CONFIGS) - set(stated) == {"binary_weak"}
    assert "Nobody gave anything for `binary_weak` yet." in card
    for config, splits in stated.items():
        loaded = load_dataset(str(folder), config, cache_dir=str(tmp_path))
        assert {split: len(rows) for split, rows in loaded.items()} == {
            split: count for split, count in splits.items() if count
        }
        for split, rows in loaded.items():
            assert set(rows["split"]) <= {split}
    pairs = load_dataset(str(folder), "pairs", split="train", cache_dir=str(tmp_path))
    row = pairs[0]
    assert row["prompt"][-1]["role"] == "user"
    assert [m["role"] for m in row["chosen"] + row["rejected"]] == ["assistant", "assistant"]
    assert row["chosen"] != row["rejected"]
    binary = load_dataset(str(folder), "binary", split="train", cache_dir=str(tmp_path))
    assert isinstance(binary[0]["label"], bool)
    assert "donation" not in " ".join(binary.column_names)


def test_duckdb_reads_it_with_one_line(folder: Path) -> None:
    import duckdb

    ((count,),) = duckdb.sql(
        f"SELECT count(*) FROM '{folder}/data/pairs/train-*.parquet'"
    ).fetchall()
    assert count > 10


def test_nemo_lines_rank_the_chosen_first(folder: Path) -> None:
    line = json.loads((folder / "nemo/train.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert line["context"][-1]["role"] == "user"
    assert [c["rank"] for c in line["completions"]] == [0, 1]


def test_croissant_is_valid(folder: Path) -> None:
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=folder / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    assert not dataset.metadata.ctx.issues.warnings
    stated = json.loads((folder / "STATS.json").read_text(encoding="utf-8"))["rows"]
    assert {record.id for record in dataset.metadata.record_sets} == set(stated)
    assert sum(1 for _ in dataset.records("pairs")) == sum(stated["pairs"].values())


def test_a_copy_is_verified_from_its_files_alone(folder: Path, tmp_path: Path) -> None:
    assert verify.problems(folder) == []
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    (copy / "USE_TERMS.md").write_text("do what you like", encoding="utf-8")
    assert verify.problems(copy) == ["USE_TERMS.md: changed"]
    with pytest.raises(CommandError):
        call_command("release", "verify", str(copy), stdout=StringIO())


def _flip(copy: Path) -> None:
    path = next((copy / "data/pairs").glob("train-*.parquet"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _cut(copy: Path) -> None:
    path = next((copy / "data/binary").glob("train-*.parquet"))
    path.write_bytes(path.read_bytes()[:-9])


def _drop_a_row(copy: Path) -> None:
    import pyarrow.parquet as pq

    path = next((copy / "data/binary").glob("train-*.parquet"))
    pq.write_table(pq.read_table(path).slice(1), path)


def _drop_a_row_and_agree(copy: Path) -> None:
    _drop_a_row(copy)
    path = copy / "MANIFEST.json"
    stated = json.loads(path.read_text())
    name = next(name for name in stated["files"] if name.startswith("data/binary/train"))
    stated["files"][name]["sha256"] = manifest.sha256(copy / name)
    path.write_text(json.dumps(stated))


def _pass_a_gate(copy: Path) -> None:
    path = copy / "GATES.json"
    path.write_text(path.read_text().replace('"hits": 0', '"hits": 3'))


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        (_flip, "train-00000-of-00001.parquet: changed"),
        (_cut, "cannot be read"),
        (_drop_a_row, "train-00000-of-00001.parquet: changed"),
        (_drop_a_row_and_agree, "MANIFEST.json: its signature does not hold"),
        (_drop_a_row_and_agree, "rows, "),
        (_pass_a_gate, "GATES.json: changed"),
        (lambda copy: (copy / "GATES.json").unlink(), "GATES.json: missing"),
        (
            lambda copy: (copy / "data/pairs/train-9.parquet").write_bytes(b""),
            "not in the manifest",
        ),
        (lambda copy: (copy / "notes.txt").write_text("x"), "notes.txt: not in the manifest"),
        (lambda copy: (copy / "MANIFEST.json").write_text("[]"), "missing or cannot be read"),
        (lambda copy: (copy / "MANIFEST.json").unlink(), "MANIFEST.json is missing"),
    ],
)
def test_verify_sees_whatever_was_changed(
    folder: Path, tmp_path: Path, change: Callable[[Path], object], seen: str
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    change(copy)
    assert any(seen in problem for problem in verify.problems(copy))


def test_the_manifest_says_what_it_was_made_with(folder: Path) -> None:
    stated = json.loads((folder / "MANIFEST.json").read_text())
    assert set(stated["schemas"]) == set(stated["rows"])
    assert len(stated["code"]["sha256"]) == 64
    assert stated["parent"] is None
    assert stated["channel"] == "partner"


def test_no_row_is_there_twice_and_no_split_holds_a_row_of_another(folder: Path) -> None:
    ids = list(record_ids(folder))
    assert len(ids) == len(set(ids))


def test_the_holders_command_takes_listed_rows_out_and_again_changes_nothing(
    folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    ids = sorted(record_ids(copy))
    gone = ids[::3]
    (tmp_path / "tombstones.txt").write_text("\n".join(gone), encoding="utf-8")
    for taken in (len(gone), 0):
        done = subprocess.run(
            [sys.executable, "-I", str(copy / "apply_tombstones.py"), str(copy),
             str(tmp_path / "tombstones.txt")], capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout == f"{taken} rows taken out, 0 left\n"
    assert sorted(record_ids(copy)) == sorted(set(ids) - set(gone))
    for path in (copy / "samples").glob("*.jsonl"):
        shown = [json.loads(line)["record_id"] for line in path.read_text().splitlines()]
        assert shown
        assert not set(shown) & set(gone)
    lines = (copy / "nemo/train.jsonl").read_text(encoding="utf-8").splitlines()
    kept = [json.loads(line) for line in lines]
    before = (folder / "nemo/train.jsonl").read_text(encoding="utf-8").splitlines()
    assert 0 < len(kept) < len(before)
    assert all(line in map(json.loads, before) for line in kept)


@pytest.mark.parametrize("wrong", ["prompt", "chosen", "kind", "same", "twice"])
def test_verify_sees_a_row_that_trainers_could_not_use(
    folder: Path, tmp_path: Path, wrong: str
) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from donation.release import columns

    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    path = next((copy / "data/pairs").glob("train-*.parquet"))
    rows = pq.read_table(path).to_pylist()
    row = rows[2]
    if wrong == "prompt":
        row["prompt"].append({"role": "assistant", "content": "Voilà."})
    elif wrong == "chosen":
        row["chosen"].append({"role": "assistant", "content": "Voilà."})
    elif wrong == "kind":
        row["kind"] = "guess"
    elif wrong == "same":
        row["rejected"] = row["chosen"]
    else:
        rows.append(rows[2])
    pq.write_table(pa.Table.from_pylist(rows, schema=columns.schema("pairs")), path)
    # Even when the manifest was made to agree.
    manifest.write(copy, {})
    (found,) = verify.problems(copy)
    assert row["record_id"] in found
