"""Checking a release from its files alone: hashes, schemas, shapes, splits, tombstones applied."""

from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq

from donation.release import columns, manifest
from donation.release.shapes import PREFERENCES, UNPAIRED


def problems(folder: Path) -> list[str]:
    """What is wrong with a release folder; empty when nothing is."""
    try:
        stated = manifest.read(folder)
    except (OSError, ValueError):
        return ["MANIFEST.json is missing or cannot be read"]
    found = [
        f"{name}: {'missing' if not (folder / name).is_file() else 'changed'}"
        for name, facts in stated["files"].items()
        if not (folder / name).is_file() or manifest.sha256(folder / name) != facts["sha256"]
    ]
    ids: Counter[str] = Counter()
    for path in sorted((folder / "data").glob("*/*.parquet")):
        config, split = path.parent.name, path.name.split("-")[0]
        file = pq.ParquetFile(path)
        if not file.schema_arrow.equals(columns.schema(config)):
            found.append(f"{config}/{path.name}: columns differ")
            continue
        for batch in file.iter_batches():
            for row in batch.to_pylist():
                ids[row["record_id"]] += 1
                if not _fits(config, row):
                    found.append(f"{config}/{split}: row {row['record_id']} does not fit")
    found += [f"record {i} is there {n} times" for i, n in ids.items() if n > 1][:20]
    return found


def _fits(config: str, row: dict[str, object]) -> bool:
    prompt = row.get("prompt")
    if config in (*PREFERENCES, *UNPAIRED, "prompts"):
        if not isinstance(prompt, list) or not prompt or prompt[-1]["role"] != "user":
            return False
        keys = {"pairs": ("chosen", "rejected"), "binary": ("completion",)}.get(
            config.removesuffix("_weak"), ()
        )
        for key in keys:
            said = row[key]
            if not isinstance(said, list) or len(said) != 1 or said[0]["role"] != "assistant":
                return False
        return len(keys) < 2 or row["chosen"] != row["rejected"]
    return all(row[name] in allowed for name, allowed in columns.CLOSED.items())
