"""The sieve: an archive in, retained interactions and a tally out.

Knows no Django, no database and no network. This is the public API; the sieve from a terminal is
`python -m filters`.
"""

from filters.confined import sift
from filters.outcome import Outcome, PlatformRead, Progress

__all__ = ["Outcome", "PlatformRead", "Progress", "sift"]
