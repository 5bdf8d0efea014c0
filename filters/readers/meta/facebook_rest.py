"""What of a Facebook export is known and not wanted: counted, never read.

Facts: formats/facebook, and the names public readers of the export use. A folder that holds no act
is known as a whole; one in which acts lie only file by file, so that what is new there, or a folder
nobody has seen, is counted as unknown instead of passing for history. The 2018 layout has the same
folders without a root, the pages in HTML the same files with another ending.
"""

from collections.abc import Iterable

from filters.reader import Reader

_ROOTS = ("your_facebook_activity", "your_activity_across_facebook")
_ADVERTISED = tuple(
    f"ads_information/{name}"
    for name in (
        "ad_preferences*", "ads_about_meta", "ads_and_topics/**", "ads_interests",
        "ads_personalization_consent", "advertisers_*", "information_you*submitted_to_advertisers",
        "meta_ad_library_accounts", "other_categories_used_to_reach_you",
        "story_views_in_past_*", "subscription_for_no_ads", "your_consent_settings",
        "your_pages_mentions", "your_sampled_locations",
    )
)  # fmt: skip
_TRACKED = (
    "security_and_login_information/**", "logged_information/**", "apps_and_websites*/**",
    "location/**", "search/**", *_ADVERTISED,
)  # fmt: skip
_SET = (
    "preferences/preferences/**", "preferences/memories/**", "preferences/*_settings*",
    "preferences/*_preferences", "preferences/language_*", "preferences/live_video_subscriptions",
    "preferences/video", "preferences/your_story_highlights", "feed/feed", "feed/favorites",
    "feed/prioritize*", "feed/reconnect", "feed/snooze", "feed/unfollowed_profiles",
)  # fmt: skip
"""Preferences in the sense of settings: people to see more of, languages, notifications."""
_ABOUT_THE_DONOR = ("personal_information/**", "profile_information/**", "connections/**")
_WITHOUT_ACTS = (
    "dating", "events", "facebook_gaming", "facebook_marketplace", "facebook_payments", "files",
    "fundraisers", "live_videos", "marketplace", "notes", "posts", "reels",
)  # fmt: skip
"""Folders of the donor's doings in which nobody has seen an act of preference."""
_ONLY_UNDER_A_ROOT = (
    "activity_you*tagged_in", "bug_bounty", "facebook_portal", "meta_spark", "navigation_bar",
    "shops", "spark_ar", "volunteering", "voting", "your_places",
)  # fmt: skip
_ONLY_OLD = (
    "about_you", "calls_and_messages", "following_and_followers", "payment_history",
    "photos_and_videos", "search_history", "your_places",
)  # fmt: skip
_AMONG_ACTS = (
    "comments_and_reactions/your_comment_active_days", "comments_and_reactions/your_comment_edits",
    "likes_and_reactions/likes_on_external_sites",
    "groups/group_invites_you*", "groups/groups_and_pages_that_you_may_find_engaging",
    "groups/your_actions_on_violating_content_in_your_groups", "groups/your_badges",
    "groups/your_group_membership_activity", "groups/your_group_messages/**", "groups/your_groups",
    "pages/admin_activity", "pages/pages_and_profiles_you_follow",
    "pages/pages_and_profiles_you*unfollowed", "pages/pages_you_are_a_customer_of",
    "pages/pages_you_follow", "pages/your_pages", "saved_items_and_collections/collections",
    "saved_items_and_collections/your_local_lists", "stories/archived_stories",
    "other_activity/link_history", "other_activity/notes", "other_activity/notifications",
    "other_activity/pokes", "other_activity/surveys", "other_activity/time_spent_on_*",
    "other_activity/your_information_download_requests",
)  # fmt: skip


def know_the_rest(reader: Reader) -> None:
    """Register the rows. Called last: what a row above claims is not ignored."""
    doings = (*_folders(_WITHOUT_ACTS), *_AMONG_ACTS)
    old, recent = _folders(_ONLY_OLD), _folders(_ONLY_UNDER_A_ROOT)
    reader.ignore(*_ending("json", _TRACKED, _SET), family="tracking")
    reader.ignore(
        *_ending("json", _ABOUT_THE_DONOR, doings, old, _rooted(recent)), family="account"
    )
    # Of these no other platform has the names, so they say that the export was asked for as pages.
    reader.html(
        "start_here.html", "security_and_login_information/**.html", "logged_information/**.html",
        "connections/**.html", *_ending("html", _ADVERTISED, _rooted((*doings, *recent))),
    )  # fmt: skip
    reader.ignore(
        "index.html", *_ending("html", _TRACKED, _SET, _ABOUT_THE_DONOR, doings, old),
        family="account",
    )  # fmt: skip


def _folders(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{name}/**" for name in names)


def _rooted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{root}/{name}" for root in _ROOTS for name in names)


def _ending(suffix: str, *names: tuple[str, ...]) -> list[str]:
    return [f"{name}.{suffix}" for some in names for name in some]
