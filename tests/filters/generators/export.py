"""A generated data download package, and what was planted in it."""

import io
import zipfile
from collections import Counter
from dataclasses import dataclass, field

from filters.archive.archive import Source
from filters.reader import Choices


@dataclass
class Export:
    """The entries of one export by name, and the truth about them."""

    platform: str
    files: dict[str, bytes] = field(default_factory=dict)
    signals: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Planted acts that the rules keep: (signal, label of the judged option)."""
    identities: set[str] = field(default_factory=set)
    """Planted names, handles, addresses that the dictionary must hold."""
    choices: Choices = field(default_factory=Choices)
    """What the donor would answer: who they are, where the archive cannot say."""

    def plant(self, signal: str, label: str = "unlabelled") -> None:
        """Note one planted act."""
        self.signals[signal, label] += 1

    def source(self) -> Source:
        """The export as the zip a donor would give."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.files.items():
                archive.writestr(name, content)
        return Source(buffer, f"{self.platform}.zip")
