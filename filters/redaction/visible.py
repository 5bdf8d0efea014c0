"""The text as a reader sees it, and the way back to the text as it was written.

Zero-width and direction marks, decomposed accents, wide digits and narrow spaces would hide
personal data from every pattern, so the analysis sees a form without them; spans are those of the
original.
"""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\U000e0000-\U000e01ef]"
)
_CLUSTER = re.compile("[^\u0300-\u036f]?[\u0300-\u036f]*", re.DOTALL)
_EMOJI_JOINER = "\u200d"


class Visible:
    """A text in its visible form."""

    def __init__(self, original: str) -> None:
        self.text = original
        self._places: list[int] | None = None
        if original.isascii():
            return
        if _INVISIBLE.search(original) or not unicodedata.is_normalized("NFKC", original):
            self._simplify(original)

    def in_original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that a stretch of `text` stands for."""
        if self._places is None:
            return start, end
        return self._places[start], self._places[end]

    def _simplify(self, original: str) -> None:
        kept = [
            (place, character)
            for place, character in enumerate(original)
            if not _INVISIBLE.match(character) or _joins_emoji(original, place)
        ]
        seen = "".join(character for _, character in kept)
        characters: list[str] = []
        places: list[int] = []
        for cluster in _CLUSTER.finditer(seen):
            if not cluster.group():
                continue
            form = _simple(cluster.group())
            for number, character in enumerate(form):
                characters.append(character)
                places.append(kept[min(cluster.start() + number, cluster.end() - 1)][0])
        self.text = "".join(characters)
        self._places = [*places, len(original)]


def _simple(cluster: str) -> str:
    """One letter with its accents, composed; compatible forms where they are one character."""
    form = unicodedata.normalize("NFC", cluster) if len(cluster) > 1 else cluster
    if len(form) > 1:
        return form
    compatible = unicodedata.normalize("NFKC", form)
    return compatible if len(compatible) == 1 else form


def _joins_emoji(text: str, place: int) -> bool:
    return (
        text[place] == _EMOJI_JOINER
        and 0 < place < len(text) - 1
        and ord(text[place - 1]) > 0x2000
        and ord(text[place + 1]) > 0x2000
    )
