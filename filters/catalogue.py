"""The table of platforms, signals and certainty that the README and the terminal show.

Made from the readers alone: a signal no reader states is in no table.
"""

from collections.abc import Iterable

from filters.reader import Certainty, Reader

_COLUMNS: tuple[tuple[Certainty, str], ...] = (
    ("confirmed", "Seen in real exports"),
    ("one_source", "From one public reader"),
    ("unverified", "From general knowledge"),
)


def table(readers: Iterable[Reader]) -> str:
    """A Markdown table, one line a platform, in the order of their titles."""
    lines = [
        "| Platform | " + " | ".join(title for _, title in _COLUMNS) + " |",
        "|---" * (1 + len(_COLUMNS)) + "|",
    ]
    for reader in sorted(readers, key=lambda reader: reader.title.casefold()):
        cells = [", ".join(reader.signals.get(certainty, ())) or " " for certainty, _ in _COLUMNS]
        lines.append(f"| {reader.title} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
