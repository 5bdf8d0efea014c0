"""Lists of a TikTok export that hold no act that is kept: history, people, devices, payments.

Facts: formats/tiktok, and the names public readers of the export use, in both its forms: each is a
key of the JSON and a file of the text export. A list of no such name is new, and counted so.
"""

from functools import lru_cache

from filters.reader import SetAside, Unread

_HISTORY = (
    "Activity Summary", "Go Live History", "Hashtag", "Post", "Posts", "Product Browsing History",
    "Recently Deleted Posts", "Reposts", "Search History", "Searches", "Share History", "Stickers",
    "Video Browsing History", "Videos", "Watch History", "Watch Live History",
)  # fmt: skip
_ACCOUNT = (
    "Ad Interests", "Ads Based On Data Received From Partners", "AI-Moji", "Auto Fill", "Autofill",
    "Block", "Block List", "Coin Purchase History", "Communication With Shops",
    "Current Payment Information", "Customer Support History", "Follower", "Follower List",
    "Following", "Following List", "Gifts", "Go Live Settings", "Instant Form Ads Responses",
    "Login History", "Most Recent Location Data", "Off TikTok Activity", "Order Dispute History",
    "Order History", "Profile Info", "Profile Information", "Purchase History",
    "Returns And Refunds History", "Saved Address Information", "Settings", "Shopping Cart List",
    "Status", "Transaction History", "Usage Data From Third-Party Apps And Websites", "Vouchers",
    "Watch Live Settings",
)  # fmt: skip
_FOLDED_HISTORY = frozenset(name.casefold() for name in _HISTORY)
_FOLDED = _FOLDED_HISTORY | {name.casefold() for name in _ACCOUNT}
FILES = tuple(f"{name}.txt" for name in (*_HISTORY, *_ACCOUNT))
"""What they are called in the text export."""


@lru_cache(256)
def elsewhere(names: tuple[str, ...]) -> SetAside | Unread:
    """What is said of one row of a list that no reader reads, by the names that lead to it."""
    if _FOLDED.isdisjoint(names):
        return Unread("activity", "list")
    if _FOLDED_HISTORY.isdisjoint(names):
        return SetAside("account", "R8")
    return SetAside("history", "no_preference")
