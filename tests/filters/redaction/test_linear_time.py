"""No text makes a recognizer slow (threats, H58): each alone, on 250 kB of what repeats."""

import time

import pytest

from filters.redaction.engine import PATTERNS
from filters.redaction.finder import Finder

QUARTER_MEGABYTE = 250_000
SECONDS = 8.0
"""What is quadratic takes minutes on this much."""
HOSTILE = {
    "dots": "a." * (QUARTER_MEGABYTE // 2),
    "digits": "1" * QUARTER_MEGABYTE,
    "spaced digits": "06 " * (QUARTER_MEGABYTE // 3),
    "at signs": "@" * QUARTER_MEGABYTE,
    "handles": "@a" * (QUARTER_MEGABYTE // 2),
    "colons": "a:" * (QUARTER_MEGABYTE // 2),
    "hyphens": "a-" * (QUARTER_MEGABYTE // 2),
    "capitals": "Ab " * (QUARTER_MEGABYTE // 3),
    "spaces": " " * QUARTER_MEGABYTE,
    "lines": "\n" * QUARTER_MEGABYTE,
    "streets": "12 rue de la " * (QUARTER_MEGABYTE // 13),
    "greetings": "bonjour a " * (QUARTER_MEGABYTE // 10),
    "slashes": "http://" * (QUARTER_MEGABYTE // 7),
    "passwords": "mdp : " * (QUARTER_MEGABYTE // 6),
}


@pytest.mark.parametrize("recognizer", PATTERNS, ids=lambda r: r._find.__module__ + r.name)
def test_a_quarter_of_a_megabyte_of_repetition_takes_linear_time(recognizer: Finder) -> None:
    slow = {}
    for name, text in HOSTILE.items():
        started = time.process_time()
        recognizer.analyze(text)
        if (seconds := time.process_time() - started) > SECONDS:
            slow[name] = round(seconds, 1)
    assert slow == {}
