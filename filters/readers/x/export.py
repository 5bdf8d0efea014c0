"""X, formerly Twitter: likes in all their parts, posts, community-note ratings, private messages.

Facts: formats/x. Blocks and mutes are of people: dropped. What is read is in `posts`, `messages`
and `grok`; what is known and not wanted in `rest`.
"""

from filters.readers.x import grok, messages, posts  # noqa: F401 - their rows of the table
from filters.readers.x.account import reader
from filters.readers.x.rest import know_the_rest

__all__ = ["reader"]

know_the_rest(reader)
