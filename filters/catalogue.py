"""The table of platforms, signals and certainty that the README and the terminal show.

Made from the readers alone: a signal no reader states is in no table. Platforms that were looked at
and are not read are named too, with the reason, so that nobody has to find out.
"""

from collections.abc import Iterable

from filters.reader import Certainty, Reader

_COLUMNS: tuple[tuple[Certainty, str], ...] = (
    ("confirmed", "Seen in real exports"),
    ("one_source", "From one public reader"),
    ("unverified", "From general knowledge"),
)

NOT_READ = {"Twitch": "not read: its files of votes and messages are named nowhere, nor a column"}
"""Why a platform has no reader, by its title (formats, "other"): a guess would read nothing."""


def table(readers: Iterable[Reader]) -> str:
    """A Markdown table, one line a platform, in the order of their titles."""
    heading = [
        "| Platform | " + " | ".join(title for _, title in _COLUMNS) + " |",
        "|---" * (1 + len(_COLUMNS)) + "|",
    ]
    empty = "|   " * (len(_COLUMNS) - 1) + "|"
    lines = {title: f"| {title} | {reason} {empty}" for title, reason in NOT_READ.items()}
    for reader in readers:
        cells = [", ".join(reader.signals.get(certainty, ())) or " " for certainty, _ in _COLUMNS]
        lines[reader.title] = f"| {reader.title} | " + " | ".join(cells) + " |"
    return "\n".join([*heading, *(lines[title] for title in sorted(lines, key=str.casefold))])
