"""A calendar file of one event with an alarm (RFC 5545): nothing about the donor is in it."""

from datetime import datetime

from django.http import HttpResponse
from django.utils import timezone

_LINE_BYTES = 75


def event(name: str, start: datetime, title: str, text: str) -> HttpResponse:
    """The file, named for what it reminds of. In: `start` in local time, which is left floating:
    six in the evening wherever the donor is."""
    now = timezone.now()
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Glane//FR", "BEGIN:VEVENT",
        f"UID:{now:%Y%m%dT%H%M%S%f}-{name}", f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}",
        f"DTSTART:{start:%Y%m%dT%H%M%S}", "DURATION:PT15M", f"SUMMARY:{_escaped(title)}",
        f"DESCRIPTION:{_escaped(text)}", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S",
        f"DESCRIPTION:{_escaped(title)}", "END:VALARM", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    answer = HttpResponse(
        "\r\n".join(_folded(line) for line in lines), content_type="text/calendar; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="glane-{name}.ics"'
    return answer


def _escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, "\\" + mark)
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 bytes, never cut inside a character (section 3.1)."""
    rows, row = [], b""
    for character in line:
        added = character.encode()
        if len(row) + len(added) > _LINE_BYTES:
            rows.append(row.decode())
            row = b" "
        row += added
    return "\r\n".join([*rows, row.decode()])
