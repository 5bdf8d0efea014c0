"""Acts on YouTube that "My Activity" records: liked, disliked, voted, saved, not interested.

What was only watched or searched is no preference, a subscription is no judgement of a video, and
what an advertisement put there is nobody's act.
"""

import re

from filters.interaction import Interaction, Kind, Label, ObjectType, Option, Passage, Signal
from filters.reader import Finding, SetAside, Unread
from filters.readers.google.dates import quarter_time
from filters.readers.google.facts import Activity
from filters.readers.google.verbs import Act, read_title

VIDEO = re.compile(r"(?:[?&]v=|youtu\.be/|/shorts/|/live/|/embed/)([\w-]{11})(?![\w-])")
_WATCH = re.compile(r"https://(?:www|m|music)\.youtube\.com/watch\?v=([\w-]{11})(?![\w-])")
"""As almost all are written: found at once, not searched for."""
_POST = re.compile(r"/post/([\w-]{10,80})")
_ACTS: dict[Act, tuple[Kind, Signal, Label]] = {
    "like": ("binary", "like", "good"),
    "dislike": ("binary", "dislike", "bad"),
    "vote": ("choice", "poll_option", "chosen"),
    "save": ("binary", "save", "good"),
    "hide": ("binary", "hide", "bad"),
}
PASSED_OVER: dict[Act, SetAside] = {
    "passive": SetAside("history", "no_preference"),
    "follow": SetAside("subscriptions", "no_preference"),
}
ADVERTISEMENT = SetAside("ads", "R8")
_UNKNOWN = Unread("activity", "verb")


def video_act(found: Activity, said: tuple[Act, str] | None = None) -> Finding:
    """What one record of YouTube says the donor did; `said` is what its title says, if that was
    read already."""
    if found.is_ad:
        return ADVERTISEMENT
    said = said or read_title(found.title)
    if said is None:
        return _UNKNOWN
    act, target = said
    if (passed_over := PASSED_OVER.get(act)) is not None:
        return passed_over
    kind, signal, label = _ACTS[act]
    object_type, reference = judged(found.links[0] if found.links else "", found.header)
    if act == "vote" or not target or not found.links or target.startswith(("http:", "https:")):
        # Of a poll it is not known whether the words are the option or the question; of a video
        # that was removed there is neither title nor link.
        text = None
    else:
        text = target
    return Interaction(
        platform="youtube",
        family="activity",
        kind=kind,
        signal=signal,
        options=(Option(label, Passage(text, "other", "public")),),
        object_type="post" if act == "vote" else object_type,
        object_ref=reference,
        at=quarter_time(found.time),
    )


def judged(url: str, header: str = "") -> tuple[ObjectType, str | None]:
    """What an address leads to, and its public id; a channel has none, for it is a person's."""
    if (video := _WATCH.match(url) or VIDEO.search(url)) is not None:
        is_music = "music" in header or "//music." in url
        return ("music" if is_music else "video"), f"youtube:video:{video[1]}"
    if (post := _POST.search(url)) is not None:
        return "post", f"youtube:post:{post[1]}"
    return "video", None
