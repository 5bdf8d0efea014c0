"""Values under labels, as Meta's exports have had them since 2024, in JSON and on pages.

`label_values: [{label, value, href?, ent_field_name?} | {title, dict: [...]}]`, nested as it comes
(formats/facebook, formats/instagram). Labels are translated: a reader decides by what a value is,
by its place, or by `ent_field_name`, and takes a label for a hint at most.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from filters.formats.mojibake import repaired

_DEEPEST = 8


class Labelled(NamedTuple):
    """One value, what stands beside it, and the title of the group it is in."""

    label: str
    value: str
    href: str = ""
    field: str = ""
    """`ent_field_name`: the one name that is not translated."""
    group: str = ""
    timestamp: Any = None


def labelled(row: dict[str, Any]) -> list[Labelled]:
    """Every value under a label, in the order of the file; texts are repaired."""
    return list(_walk(row.get("label_values"), "", 0))


def _walk(found: Any, group: str, depth: int) -> Iterator[Labelled]:
    entries = [found] if isinstance(found, dict) else found
    if not isinstance(entries, list) or depth > _DEEPEST:
        return
    for entry in entries:
        if not isinstance(entry, dict):
            continue
        label = _text(entry.get("label"))
        title = _text(entry.get("title"))
        if "value" in entry or "href" in entry or "timestamp_value" in entry:
            yield Labelled(
                label,
                _text(entry.get("value")),
                _text(entry.get("href")),
                _text(entry.get("ent_field_name")),
                group,
                entry.get("timestamp_value"),
            )
        for nested in ("dict", "vec"):
            if nested in entry:
                yield from _walk(entry[nested], title or label or group, depth + 1)


def _text(value: Any) -> str:
    value = repaired(value)
    return value.strip() if isinstance(value, str) else ""
