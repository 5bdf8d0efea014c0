"""The papers of a release: dataset card, datasheet, terms of use, AI Act block, changelog.

Each is made from the facts of the build: no figure stands here that the build did not count.
"""

import json
import re
from pathlib import Path
from typing import Any

from django.conf import settings

from donation.models import Release
from donation.release import addresses
from donation.release.shapes import CONFIGS

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (10**6, "100K<n<1M"))

TERMS = """# Terms of use

This release was given by volunteers for one purpose: improving open French-language AI models by
alignment. Whoever holds a copy agrees to:

1. use it to align or to evaluate language models, and for nothing else;
2. no advertising, no targeting, no profiling, no decision about a person;
3. no attempt to find out who a contributor, or anybody spoken of, is;
4. apply the tombstones of this release within 30 days of their publication
   (`python apply_tombstones.py . TOMBSTONES`), and before any training run;
5. pass it on only under these terms, with the tombstone feed, {feed}.

The data are cleaned and pseudonymous. They may still, rarely, let somebody be recognised: whoever
notices writes to {contact} and stops using the row.
"""


def write(folder: Path, release: Release, facts: dict[str, Any]) -> None:
    """Write every paper into the release folder."""
    papers = {
        "README.md": _card(release, facts),
        "DATASHEET.md": _datasheet(release, facts),
        "USE_TERMS.md": TERMS.format(contact=settings.CONTACT, feed=addresses.feed(release.name)),
        "AI_ACT_SUMMARY.md": _ai_act(release, facts),
        "CHANGELOG.md": f"# Changelog\n\n## {release.name}\n\n"
        f"Parent: {facts['parent'] or 'none'}. Rows: {release.rows}.\n",
    }
    for name, text in papers.items():
        (folder / name).write_text(text, encoding="utf-8")


def _card(release: Release, facts: dict[str, Any]) -> str:
    rows: dict[str, dict[str, int]] = facts["rows"]
    size = next((words for limit, words in _SIZES if release.rows < limit), "n>1M")
    default = "pairs" if "pairs" in rows else next(iter(rows))
    configs = "".join(
        f"- config_name: {config}\n"
        + ("  default: true\n" if config == default else "")
        + "  data_files:\n"
        + "".join(
            f"  - split: {split}\n    path: data/{config}/{split}-*.parquet\n"
            for split, count in splits.items()
            if count
        )
        for config, splits in rows.items()
    )
    demo = (
        "\n> **This is a demonstration made of invented data.** It meets no threshold of privacy "
        "and teaches a model nothing.\n"
        if facts["demo"]
        else ""
    )
    table = "".join(
        f"| `{config}` | " + " | ".join(str(splits[s]) for s in splits) + " |\n"
        for config, splits in rows.items()
    )
    empty = ", ".join(f"`{config}`" for config in CONFIGS if config not in rows)
    without = f"Nobody gave anything for {empty} yet.\n\n" if empty else ""
    balance = "".join(
        f"- `{config}`: {b['true']} true, {b['false']} false; suggested `desirable_weight="
        f"{b['desirable_weight']}`, `undesirable_weight={b['undesirable_weight']}`\n"
        for config, b in facts["kto_balance"].items()
    )
    tags = [tag for tag in facts["languages"] if re.fullmatch("[a-z]{2,3}", tag) and tag != "und"]
    languages = "".join(f"- {tag}\n" for tag in sorted(tags, key=lambda tag: tag != "fr"))
    return f"""---
license: other
license_name: glane-terms
license_link: USE_TERMS.md
language:
{languages}pretty_name: Glane {release.name}
size_categories:
- {size}
task_categories:
- text-generation
tags:
- preference
- rlhf
- dpo
- kto
configs:
{configs}---

# Glane {release.name}
{demo}
Preference-style interactions that volunteers gave from their own data exports, cleaned of personal
data, for the alignment of open French-language models and nothing else ([terms](USE_TERMS.md)).

```python
from datasets import load_dataset
pairs = load_dataset("path/to/{release.name}", "{default}")
```

| config | train | validation | test |
|---|---|---|---|
{table}
{without}`pairs` and `binary` (tier T1: explicit judgements) go unchanged into TRL's `DPOTrainer`,
`RewardTrainer` and `KTOTrainer`. `*_weak` (T2) are inferred from what people did or wrote next.
`nemo/` holds the pairs as NeMo-RL reads them.

## Balance for KTO

{balance or "Only one label, or none: no weight to suggest." + chr(10)}
## What to know before training

- Splits are drawn by donor; `weight` shares a donor's influence, `contributor_bucket` groups them.
- What a reward model could learn besides quality is counted below, by platform in STATS.json.
- Groups of fewer than {facts["k"]} donors were made coarser or left out: STATS.json.
- Placeholders such as `<PERSONNE_1>` stand for what was masked, numbered within one row only.
- Rows withdrawn since are in the tombstone feed, {addresses.feed(release.name)}:
  run `python apply_tombstones.py . TOMBSTONES`.

## Leanings

| | |
|---|---|
{_leanings(facts)}"""


def _leanings(facts: dict[str, Any]) -> str:
    bias = facts["bias"]
    shares = {
        "pairs whose chosen answer is the longer one": bias["chosen_longer_share"],
        "pairs whose rejected answer is a refusal": bias["rejected_is_refusal_share"],
        "pairs of known order whose newest answer was chosen": bias["newest_wins_share"],
        "rows in French": facts["french_share"],
        "rows of the donor who gave most": bias["largest_share_of_a_donor"],
    }
    total = sum(bias["rows_by_platform"].values())
    shares |= {f"rows of {name}": n / total for name, n in bias["rows_by_platform"].items()}
    return "".join(
        f"| {what} | {'not known' if share is None else f'{share:.1%}'} |\n"
        for what, share in shares.items()
    )


def _datasheet(release: Release, facts: dict[str, Any]) -> str:
    return f"""# Datasheet

**Why.** To align open French-language models with what people who speak French preferred.

**Who.** Collected and released by {settings.CONTROLLER} ({settings.CONTACT}).

**What.** {release.rows} rows of {facts["donors"]} donors, by config and split:

```json
{json.dumps(facts["rows"], indent=2)}
```

**How collected.** Volunteers asked platforms for their data (GDPR, articles 15 and 20), gave the
archive, read a report of what would be kept, removed what they liked, and confirmed. Consent is
specific: alignment, nothing else; private messages and sensitive topics need ticks of their own.

**Cleaning.** Field allow-list, rules, dictionary of the archive's own people, patterns, a language
model, a second look; what failed was dropped. Left out in this build, by reason:

```json
{json.dumps(facts["dropped"], indent=2)}
```

**Not in it.** Other people's words from private places; account data; times finer than a quarter;
any id of a donor.

**Withdrawal.** At any time. The next release leaves the donor out; earlier ones get tombstones. A
model already trained cannot be promised to forget.

**Known limits.** Volunteers are not a sample of anybody. Redaction misses some names. Weak configs
hold inferences.
"""


def _ai_act(release: Release, facts: dict[str, Any]) -> str:
    """In the order of the template of the AI Office for the public summary (July 2025)."""
    languages = ", ".join(f"{tag} ({n} rows)" for tag, n in facts["languages"].items())
    platforms = ", ".join(f"{name} ({n})" for name, n in facts["bias"]["rows_by_platform"].items())
    return f"""# Summary of training content (AI Act, article 53(1)(d))

What a provider who trains on this release can copy into the public summary of the model's training
content.

## 1. General information

| | |
|---|---|
| Data set | Glane {release.name}, channel {facts["channel"]}, built {release.built_at:%Y-%m-%d} |
| Provider | {settings.CONTROLLER}, {settings.CONTACT} |
| Modality | text |
| Size | {release.rows} rows of {facts["donors"]} people; bytes by file in MANIFEST.json |
| Languages | {languages} |
| Kind of content | judgements, prompts, answers of AI assistants, own comments |

## 2. Data sources

| | |
|---|---|
| Publicly available data sets | none |
| Private data sets licensed by rightsholders | none |
| Crawled or scraped data | none |
| User data | given by volunteers from their own exports; rows by platform: {platforms} |
| Synthetic data | answers that AI assistants of those platforms gave to the volunteers |

## 3. Processing

| | |
|---|---|
| Personal data | cleaned and pseudonymous; consent (GDPR art. 6(1)(a), art. 9(2)(a) where ticked) |
| Copyright | donors' own words; answers of AI systems; no third party's private words |
| Reservation of rights | withdrawal at any time, published as tombstones for each release |
| Unlawful content | texts with credentials, records that tell of minors: dropped |
"""
