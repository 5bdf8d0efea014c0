"""Netflix: a household of three, thumbs and stars, what was watched, messages by Netflix."""

import csv
import io
import time
from collections.abc import Iterable

from filters.reader import Choices
from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd

LAYOUTS = ("thumbs", "stars", "one_profile")
_HEADING = [
    "Profile Name",
    "Title Name",
    "Rating Type",
    "Star Value",
    "Thumbs Value",
    "Device Model",
    "Event Utc Ts",
    "Region View Date",
]


def _csv(heading: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(heading)
    table.writerows(rows)
    return written.getvalue().encode()


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    crowd = Crowd(seed, language)
    rng = crowd.rng
    me, partner, child = crowd.people(3)
    own, other, little = me.first, f"{partner.first} & {partner.last}", f"Petit {child.last}"
    household = [own] if layout == "one_profile" else [own, other, little]
    export = Export("netflix", choices=Choices(me=frozenset({own})))
    export.identities |= {*household, me.email, me.phone, me.name}
    ratings, preferences, seen, listed = [], [], [], []

    def moment() -> str:
        return time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(crowd.when()))

    for number in range(size):
        who = own if number % 3 or len(household) == 1 else rng.choice(household[1:])
        title = crowd.sentence(3).rstrip(".")
        if number % 10 == 9:
            interested = rng.choice(["true", "false"])
            preferences.append([who, title, rng.choice(["true", "false"]), interested, moment()])
            if who == own:
                export.plant(*(("like", "good") if interested == "true" else ("hide", "bad")))
            continue
        is_star = layout == "stars" and rng.random() < 0.6
        stars, thumb = (rng.randrange(1, 6), 0) if is_star else (0, rng.randrange(4))
        ratings.append([who, title, "star" if is_star else "thumb", stars, thumb,
                        "Netflix Chrome MAC", moment(), moment()[:10]])  # fmt: skip
        if who == own and is_star:
            export.plant("star")
        elif who == own and thumb:
            export.plant(*(("thumb_down", "bad") if thumb == 1 else ("thumb_up", "good")))
    for _ in range(size // 2):
        seen.append([rng.choice(household), moment(), "0:20:00", "", crowd.sentence(3), "", "TV",
                     "0:20:00", "Not latest view", "FR (France)"])  # fmt: skip
        listed.append([rng.choice(household), crowd.sentence(3), "FR (France)", moment()[:10]])
    root = "netflix-report/" if layout == "stars" else ""
    export.files = {
        f"{root}CONTENT_INTERACTION/ViewingActivity.csv": _csv(
            ["Profile Name", "Start Time", "Duration", "Attributes", "Title", "Supplemental Video Type", "Device Type", "Bookmark", "Latest Bookmark", "Country"], seen),
        f"{root}CONTENT_INTERACTION/MyList.csv": _csv(
            ["Profile Name", "Title Name", "Country", "Utc Title Add Date"], listed),
        f"{root}CONTENT_INTERACTION/Ratings.csv": _csv(_HEADING, ratings),
        f"{root}CONTENT_INTERACTION/IndicatedPreferences.csv": _csv(
            ["Profile Name", "Show", "Has Watched", "Is Interested", "Event Date"], preferences),
        f"{root}ACCOUNT/AccountDetails.csv": _csv(
            ["First Name", "Last Name", "Email Address", "Phone Number", "Country Of Signup"],
            [[me.first, me.last, me.email, me.phone, "FR"]]),
        f"{root}PROFILES/Profiles.csv": _csv(
            ["Profile Name", "Email Address", "Profile Creation Time", "Max Stream Quality", "Is Kids"],
            [[name, me.email, moment(), "4K", str(name == little).lower()] for name in household]),
    }  # fmt: skip
    return export
