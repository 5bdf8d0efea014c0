"""What of an Instagram export is known and not wanted: counted, never read.

Facts: formats/instagram, the samples, and the names public readers of the export use. As in
Facebook's, a folder in which acts lie is known file by file, and one nobody has seen is unknown.
"""

from collections.abc import Iterable

from filters.reader import Reader

_WITHOUT_ACTS = (
    "account_information", "ads_and_businesses", "comments_settings", "device_information",
    "information_about_you", "instagram_ads_and_businesses", "logged_information",
    "login_and_account_creation", "monetization", "past_instagram_insights",
    "personal_information", "recent_searches", "security_and_login_information", "your_topics",
)  # fmt: skip
_ONLY_UNDER_THE_ROOT = (
    "avatars_store", "digital_wallets", "events", "fundraisers", "gifts", "guides",
    "loyalty_accounts", "reports", "shopping", "subscriptions",
)  # fmt: skip
_OWN_CONTENT = tuple(
    f"{folder}/{name}"
    for folder in ("content", "media")
    for name in (
        "archived_posts*", "igtv_videos*", "other_content*", "posts_*", "profile_photos*",
        "recently_deleted_content*", "reels*", "stories*",
    )
)  # fmt: skip
_AMONG_ACTS = (
    "ads_and_topics/*_clicked", "ads_and_topics/*_viewed", "ads_and_topics/*_watched",
    "preferences/settings/**", "preferences/media_settings/**", "saved/saved_collections*",
    "other_activity/surveys", "other_activity/time_spent_on_*",
    "other_activity/your_information_download_requests", *_OWN_CONTENT,
)  # fmt: skip
_MEDIA = "media/*/20[0-9][0-9][0-9][0-9]/*"
"""Pictures and films lie in folders by month, some of them without an extension."""
_ROOT = "your_instagram_activity/"


def know_the_rest(reader: Reader) -> None:
    """Register the rows. Called last: what a row above claims is not passed over."""
    known = (*_folders(_WITHOUT_ACTS), "apps_and_websites*/**", "connections/**", *_AMONG_ACTS)
    in_root = tuple(f"{_ROOT}{name}" for name in (*known, *_folders(_ONLY_UNDER_THE_ROOT)))
    # Of these few other platforms have the names, so they say that it was asked for as pages.
    reader.html(
        "start_here.html", "connections/**.html", "login_and_account_creation/**.html",
        "comments_settings/**.html", *_ending("html", in_root),
        *_ending("html", [n for n in known if n.startswith(("ads_and_topics/", "instagram_ads"))]),
    )  # fmt: skip
    reader.ignore("index.html", *_ending("html", known), family="account")
    reader.ignore(*_ending("json", known), *_ending("json", in_root), _MEDIA, family="account")


def _folders(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{name}/**" for name in names)


def _ending(suffix: str, names: Iterable[str]) -> list[str]:
    return [f"{name}.{suffix}" for name in names]
