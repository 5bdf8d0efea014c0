"""No text makes a recognizer slow (threats, H58): each alone, on a megabyte of what repeats."""

import time

import pytest

from filters.redaction.engine import PATTERNS
from filters.redaction.finder import Finder

MEGABYTE = 1_000_000
SECONDS = 10.0
"""What is quadratic takes minutes on this much."""
HOSTILE = {
    "dots": "a." * (MEGABYTE // 2),
    "digits": "1" * MEGABYTE,
    "spaced digits": "06 " * (MEGABYTE // 3),
    "at signs": "@" * MEGABYTE,
    "handles": "@a" * (MEGABYTE // 2),
    "colons": "a:" * (MEGABYTE // 2),
    "hyphens": "a-" * (MEGABYTE // 2),
    "capitals": "Ab " * (MEGABYTE // 3),
    "spaces": " " * MEGABYTE,
    "lines": "\n" * MEGABYTE,
    "streets": "12 rue de la " * (MEGABYTE // 13),
    "greetings": "bonjour a " * (MEGABYTE // 10),
    "addresses": "12 Oak Lake Hill " * (MEGABYTE // 17),
    "units": "9021 Kesk 53 Apt. " * (MEGABYTE // 18),
    "postcodes": "75011 Saint-Paul-lès-" * (MEGABYTE // 21),
    "years": "mille neuf cent quatre-vingt-" * (MEGABYTE // 29),
    "brackets": "[at]a(dot)" * (MEGABYTE // 10),
    "hex": "0a:" * (MEGABYTE // 3),
    "slashes": "http://" * (MEGABYTE // 7),
    "passwords": "mdp : " * (MEGABYTE // 6),
}


@pytest.mark.parametrize("recognizer", PATTERNS, ids=lambda r: r._find.__module__ + r.name)
def test_a_megabyte_of_repetition_takes_linear_time(recognizer: Finder) -> None:
    slow = {}
    for name, text in HOSTILE.items():
        started = time.process_time()
        recognizer.analyze(text)
        if (seconds := time.process_time() - started) > SECONDS:
            slow[name] = round(seconds, 1)
    assert slow == {}
