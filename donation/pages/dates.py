"""Days and hours as they are written in the page's language: filters that every template knows.

French has `1er` for the first of a month and parts hours from minutes by an `h`, with no-break
spaces (Imprimerie nationale), for which Django's formats have no letter.
"""

from datetime import date, datetime

from django.template import Library
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = Library()
_NO_BREAK = "\u00a0"


@register.filter(expects_localtime=True)
def day(at: date | None, pattern: str = "j F Y") -> str:
    """`1er décembre 2026`, `1 December 2026`; in: a pattern that begins with the day."""
    if not at:
        return ""
    words = date_format(at, pattern)
    if at.day == 1 and get_language() == "fr":
        words = f"1er{words[1:]}"
    return words.replace(" ", _NO_BREAK, 1)


@register.filter(expects_localtime=True)
def hour(at: datetime | None) -> str:
    """`17 h 44`, `18 h`; in English `17:44`, `18:00`."""
    if not at:
        return ""
    if get_language() != "fr":
        return date_format(at, "H:i")
    return _NO_BREAK.join([f"{at.hour}", "h", *([f"{at.minute:02}"] if at.minute else [])])


@register.filter(expects_localtime=True)
def moment(at: datetime | None) -> str:
    """`1er décembre 2026 à 17 h 44`, `1 December 2026 at 17:44`."""
    return _("%(day)s à %(hour)s") % {"day": day(at), "hour": hour(at)} if at else ""
