"""Long posts of X, which `tweets.js` holds the beginning of and `note-tweet.js` the whole.

Facts: formats/x, "match to the tweet by time/prefix". No number links the two.
"""

import re
from typing import Any, NamedTuple

from filters.formats.dates import iso, pattern

_BEGINNING = 24
"""Characters by which long posts are looked up."""
_SURE = 100
"""A beginning this long is no chance."""
_MOST = 20_000
_MOST_ALIKE = 50
_MENTIONS = re.compile(r"\A(?:@\w{1,20}\s+){1,50}")
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*(?:https://t\.co/\w{1,20})?\s*\Z")


class Long(NamedTuple):
    """The whole of a post, and the second it was written."""

    text: str
    at: float | None


class LongPosts:
    """Those of one archive, by how they begin."""

    def __init__(self) -> None:
        self._alike: dict[str, list[Long]] = {}
        self._count = 0

    def add(self, text: str, created: Any) -> None:
        """Remember the whole of a post, as long as there is room."""
        alike = self._alike.setdefault(_words(text)[:_BEGINNING], [])
        if self._count < _MOST and len(alike) < _MOST_ALIKE:
            alike.append(Long(text, iso(created)))
            self._count += 1

    def whole(self, text: str, created: Any) -> str:
        """The whole of a post that stands cut among the posts; the post itself if it is not cut.

        It goes on as the post does. Where the beginning is short, or that of several, the second
        they were written decides.
        """
        words = _words(text)
        alike = self._alike.get(words[:_BEGINNING])
        if not alike:
            return text
        beginning = _CUT.sub("", words)
        at = pattern(created, "%a %b %d %H:%M:%S %z %Y")
        going_on = [one for one in alike if _words(one.text).startswith(beginning)]
        same_second = [one for one in alike if at is not None and _second(one.at) == at]
        both = [one for one in going_on if one in same_second]
        if both or (same_second and len(same_second) == len(alike)):
            return (both or same_second)[0].text
        is_sure = len(beginning) >= _SURE or (beginning != words and len(going_on) == 1)
        return going_on[0].text if going_on and is_sure else text


def _words(text: str) -> str:
    """Without the names at the head of an answer, which one of the two may lack."""
    return " ".join(_MENTIONS.sub("", text.strip()).split())


def _second(at: float | None) -> float | None:
    return None if at is None else at // 1
