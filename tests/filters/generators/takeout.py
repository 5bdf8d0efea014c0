"""What the generators of Google's products share: names of folders, records in both forms."""

import html
import json
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

WORDS: dict[str, dict[str, str]] = {
    "fr": {
        "activity": "Mon activité", "file": "MonActivité", "youtube": "YouTube et YouTube\u00a0Music",
        "gemini": "Applications\u00a0Gemini", "search": "Recherche", "ads": "Des annonces Google",
        "maps": "Maps (vos adresses)/Avis", "profile": "Profil/Profil",
    },
    "en": {
        "activity": "My Activity", "file": "MyActivity", "youtube": "YouTube and YouTube Music",
        "gemini": "Gemini Apps", "search": "Search", "ads": "From Google Ads",
        "maps": "Maps (your places)/Reviews", "profile": "Profile/Profile",
    },
}  # fmt: skip
_MONTHS = {
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}  # fmt: skip


def words(language: str) -> dict[str, str]:
    """The names of the account's language; English for those that have none here."""
    return WORDS.get(language, WORDS["en"])


def moments(random: Random, count: int) -> list[datetime]:
    """Points in time, newest first, as Takeout sorts them."""
    newest = datetime(2026, 5, 1, tzinfo=UTC)
    return [newest - timedelta(hours=n, seconds=random.randrange(3600)) for n in range(count)]


def record(header: str, title: str, at: datetime, **other: Any) -> dict[str, Any]:
    """A record of JSON."""
    time = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"header": header, "title": title, "time": time, "products": [header], **other}


def cell(one: dict[str, Any], language: str) -> str:
    """The same record as a page shows it."""
    at = datetime.fromisoformat(one["time"])
    month = _MONTHS.get(language, _MONTHS["en"])[at.month - 1]
    date = f"{at.day} {month} {at.year}, {at:%H:%M:%S} CET"
    if language not in _MONTHS or language == "en":
        date = f"{month} {at.day}, {at.year}, {at:%I:%M:%S}\u202f{at:%p} UTC"
    said = html.escape(one["title"], quote=False).replace("\n", "<br>")
    target = one.get("target")
    if target and "titleUrl" in one:
        link = f'<a href="{html.escape(one["titleUrl"])}">{html.escape(target, quote=False)}</a>'
        said = said.replace(" ", "\u00a0", 1).replace(html.escape(target, quote=False), link)
    for extra in one.get("subtitles", ()):
        said += f'<br><a href="{extra["url"]}">{html.escape(extra["name"])}</a>'
    answer = "".join(item["html"] for item in one.get("safeHtmlItem", ()))
    details = "".join(f"<b>Details:</b><br>&emsp;{d['name']}<br>" for d in one.get("details", ()))
    return (
        '<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">'
        f'<div class="header-cell mdl-cell mdl-cell--12-col"><p class="mdl-typography--title">{one["header"]}<br></p></div>'
        f'<div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">{said}<br>{date}<br>{answer}</div>'
        '<div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1 mdl-typography--text-right"></div>'
        '<div class="content-cell mdl-cell mdl-cell--12-col mdl-typography--caption"><b>Products:</b><br>'
        f"&emsp;{one['header']}<br>{details}</div></div></div>"
    )


def activity_file(
    product: str, rows: list[dict[str, Any]], language: str, form: str
) -> dict[str, bytes]:
    """One product's folder of "My Activity", in the form that was asked for."""
    name = words(language)
    path = f"Takeout/{name['activity']}/{product}/{name['file']}.{form}"
    if form == "html":
        page = "".join(cell(one, language) for one in rows)
        head = "<html><head><title>My Activity History</title><style>.content-cell{}</style></head>"
        return {path: f'{head}<body><div class="mdl-grid">{page}</div></body></html>'.encode()}
    plain = [{key: value for key, value in one.items() if key != "target"} for one in rows]
    return {path: json.dumps(plain, ensure_ascii=False, indent=1).encode()}


def profile(name: str, email: str, language: str) -> dict[str, bytes]:
    """Who the donor is."""
    given, _, family = name.partition(" ")
    content = {
        "name": {"givenName": given, "familyName": family, "formattedName": name},
        "displayName": name, "emails": [{"value": email}], "birthday": "1980-05-03",
    }  # fmt: skip
    return {
        f"Takeout/{words(language)['profile']}.json": json.dumps(
            content, ensure_ascii=False
        ).encode()
    }
