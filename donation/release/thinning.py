"""What is left out before a release is written, and why (records, section 6).

Contradictions (the latest judgement wins), duplicates exact and near, too short, too many of one
donor. Duplicates across splits leave the smaller split: the others may be trained on.
"""

import json
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from datasketch import MinHash

from donation.release.staging import Staging

SHORTEST_PROMPT_CHARS, SHORTEST_PROMPT_WORDS = 10, 2
SHORTEST_COMPLETION_CHARS = 15
MOST_OF_A_DONOR = 200
MOST_SHARE_OF_A_DONOR = 0.005
NEAR = 0.85
"""Jaccard similarity from which two texts are the same text."""
_PERMUTATIONS, _BANDS = 64, 16
_SHINGLE = 5


def thin(staging: Staging) -> None:
    """Every step, in order. Reasons stand with the rows that were left out."""
    _too_short(staging)
    _same_on_both_sides(staging)
    _contradictions(staging)
    _exact_duplicates(staging)
    _near_duplicates(staging)
    _caps(staging)


def _too_short(staging: Staging) -> None:
    staging.drop_where(
        "prompt != '' AND (length(prompt) < ? OR length(prompt) - length(replace(prompt, ' ', '')) "
        "< ?)",
        "prompt_too_short",
        (SHORTEST_PROMPT_CHARS, SHORTEST_PROMPT_WORDS - 1),
    )
    for key in ("chosen", "rejected", "completion"):
        staging.drop_where(
            f"length(json_extract(columns, '$.{key}[0].content')) < ?",
            "completion_too_short",
            (SHORTEST_COMPLETION_CHARS,),
        )


def _same_on_both_sides(staging: Staging) -> None:
    pairs = staging.query(
        "SELECT id, json_extract(columns, '$.chosen[0].content'),"
        " json_extract(columns, '$.rejected[0].content') FROM row WHERE config LIKE 'pairs%'"
    )
    alike = [i for i, a, b in pairs if " ".join(a.split()) == " ".join(b.split())]
    staging.drop(alike, "chosen_is_rejected")


def _contradictions(staging: Staging) -> None:
    """Reversed pairs are both dropped; of opposite thumbs by one donor the latest wins, of others
    neither."""
    seen: dict[tuple[str, str, str], list[tuple[int, bool, int]]] = defaultdict(list)
    for i, donor, prompt, config, columns in staging.query(
        "SELECT id, donor, prompt, config, columns FROM row"
        " WHERE dropped IS NULL AND (config LIKE 'pairs%' OR config LIKE 'binary%') ORDER BY id"
    ):
        for key, is_good in _verdicts(config, columns):
            seen[prompt, config[:5], key].append((i, is_good, donor))
    losers: list[int] = []
    for verdicts in seen.values():
        if len({is_good for _, is_good, _ in verdicts}) == 2:
            one_donor = len({donor for _, _, donor in verdicts}) == 1
            losers += [i for i, _, _ in (verdicts[:-1] if one_donor else verdicts)]
    staging.drop(losers, "contradiction")


def _verdicts(config: str, columns: str) -> Iterator[tuple[str, bool]]:
    held = json.loads(columns)
    if config.startswith("pairs"):
        first, second = (" ".join(held[k][0]["content"].split()) for k in ("chosen", "rejected"))
        yield "\0".join(sorted((first, second))), first < second
    else:
        yield " ".join(held["completion"][0]["content"].split()), held["label"]


def _exact_duplicates(staging: Staging) -> None:
    """Of equal rows one stays: that of the smallest split, so that no test row is trained on."""
    staging.drop_where(
        "digest IS NOT NULL AND id NOT IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION "
        "BY digest ORDER BY (split = 'train'), id) AS place FROM row WHERE dropped IS NULL AND "
        "digest IS NOT NULL) WHERE place = 1)",
        "duplicate",
    )


def _near_duplicates(staging: Staging) -> None:
    """MinHash with bands, all on disk: rows that share a band are compared, the later dropped."""
    database = staging.database
    database.executescript(
        "CREATE TABLE band (hash BLOB, id INTEGER); CREATE INDEX by_hash ON band (hash);"
        "CREATE TABLE signature (id INTEGER PRIMARY KEY, hashes BLOB);"
    )
    late: list[int] = []
    for i, config, text in staging.query(
        "SELECT id, config, text FROM row WHERE dropped IS NULL AND length(text) > 40 "
        "ORDER BY (split = 'train'), id"
    ):
        hashes = _signature(text).hashvalues
        bands = [
            f"{config}{band}".encode() + hashes[band::_BANDS].tobytes() for band in range(_BANDS)
        ]
        marks = ",".join("?" * len(bands))
        candidates = database.execute(
            "SELECT hashes FROM signature WHERE id IN "  # noqa: S608 - marks only
            f"(SELECT DISTINCT id FROM band WHERE hash IN ({marks}))",
            bands,
        ).fetchall()
        if any(
            np.mean(hashes == np.frombuffer(other, dtype=hashes.dtype)) >= NEAR
            for (other,) in candidates
        ):
            late.append(i)
            continue
        database.execute("INSERT INTO signature VALUES (?, ?)", (i, hashes.tobytes()))
        database.executemany("INSERT INTO band VALUES (?, ?)", ((band, i) for band in bands))
    staging.drop(late, "near_duplicate")
    database.executescript("DROP TABLE band; DROP TABLE signature;")


def _signature(text: str) -> MinHash:
    folded = " ".join(text.split()).casefold()
    signature = MinHash(num_perm=_PERMUTATIONS)
    signature.update_batch(
        {folded[at : at + _SHINGLE].encode() for at in range(max(1, len(folded) - _SHINGLE + 1))}
    )
    return signature


def _caps(staging: Staging) -> None:
    for config in staging.configs():
        total = staging.count(f"dropped IS NULL AND config = '{config}'")
        most = min(MOST_OF_A_DONOR, max(1, int(total * MOST_SHARE_OF_A_DONOR)))
        if total * MOST_SHARE_OF_A_DONOR < 1:
            most = MOST_OF_A_DONOR  # So few rows that half a percent is none: a demonstration.
        staging.drop_where(
            "config = ? AND id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY "
            "donor ORDER BY record_id) AS place FROM row WHERE dropped IS NULL AND config = ?) "
            "WHERE place > ?)",
            "donor_cap",
            (config, config, most),
        )
