"""X, formerly Twitter: likes in all their parts, posts, community-note ratings, private messages.

Facts: formats/x. Blocks and mutes are of people: dropped. What is read is in `posts`, `messages`
and `grok`; here are the files that are known and not wanted.
"""

from filters.readers.x import grok, messages, posts  # noqa: F401 - their rows of the table
from filters.readers.x.account import reader

__all__ = ["reader"]

reader.ignore(
    "data/block.js", "data/mute.js", "data/follower.js", "data/following.js", "data/lists-*.js",
    "data/saved-search.js", family="network",
)  # fmt: skip
reader.ignore(
    "data/ad-*.js", "data/personalization.js", "data/user-link-clicks.js", "data/ni-devices.js",
    "data/ip-audit.js", "data/device-token.js", "data/key-registry.js", "data/ageinfo.js",
    "data/connected-application.js", "data/app.js", family="tracking",
)  # fmt: skip
reader.ignore(
    "data/deleted-tweet*.js", "data/direct-message*-headers.js", "data/tweet-headers.js",
    "data/account-*.js", "data/reply-prompt.js", "data/tweetdeck.js", "data/README.txt",
    "data/verified.js", "data/protected-history.js", "data/community-note.js",
    "your archive.html", family="account",
)  # fmt: skip

# Last, so that the rows above see their own files first: any other file of an X archive.
reader.ignore(family="account", signature=r"^\s*window\.YTD\.\w+\.part\d+\s*=", telling=True)
