"""What of an X archive is known and not wanted: counted, never read.

Facts: formats/x, and the names public readers of the archive use, one by one: a file that is new to
all of them is counted as unknown, and not taken for one of these.
"""

from filters.reader import Reader
from filters.readers.x.account import signature

_NETWORK = (
    "block", "direct-message-mute", "follower", "following", "lists-created", "lists-member",
    "lists-subscribed", "mute", "saved-search", "smartblock", "twitter-circle",
    "twitter-circle-member",
)  # fmt: skip
_TRACKING = (
    "ad-engagements", "ad-impressions", "ad-mobile-conversions-attributed",
    "ad-mobile-conversions-unattributed", "ad-online-conversions-attributed",
    "ad-online-conversions-unattributed", "app", "branch-links",
    "connected-application", "device-token", "facebook-connection", "ip-audit", "key-registry",
    "ni-devices", "personalization", "sso", "user-link-clicks",
)  # fmt: skip
_ACCOUNT = (
    "account-creation-ip", "account-label", "account-suspension", "account-timezone",
    "ads-revenue-sharing", "article", "article-metadata", "audio-video-calls-in-dm",
    "audio-video-calls-in-dm-recipient-sessions", "birdwatch-note", "birdwatch-note-tombstone",
    "catalog-item", "commerce-catalog", "community-note", "community-note-batsignal",
    "community-note-tombstone", "deleted-note-tweet", "deleted-tweet", "deleted-tweet-headers",
    "deleted-tweets", "direct-message-group-headers", "direct-message-headers", "expanded-profile",
    "moment", "periscope-account-information", "periscope-ban-information",
    "periscope-broadcast-metadata", "periscope-comments-made-by-user",
    "periscope-expired-broadcasts", "periscope-followers", "periscope-profile-description",
    "product-drop", "product-set", "professional-data", "reply-prompt",
    "shop-module", "shopify-account", "spaces-metadata", "tweet-headers", "tweetdeck",
    "twitter-circle-tweet", "twitter-shop", "verified", "verified-organization",
)  # fmt: skip


def know_the_rest(reader: Reader) -> None:
    """Register the rows. Called last, so that the rows above see their own files first."""
    reader.ignore("data/README.txt", "your archive.html", "assets/**", family="account")
    for names, family in ((_NETWORK, "network"), (_TRACKING, "tracking"), (_ACCOUNT, "account")):
        files = (f"data/{name}{part}.js" for name in names for part in ("", "-part*"))
        reader.ignore(*files, family=family)
    # Taken out of their folder, or all there is of the archive.
    lists = (name.replace("-", "_") for name in (*_NETWORK, *_TRACKING, *_ACCOUNT))
    reader.ignore(family="account", signature=signature(*lists), telling=True)
