"""The rest of Takeout: stars of places, applications and works, thumbs, and other products."""

import json
from random import Random
from typing import Any

from tests.filters.generators.export import Export
from tests.filters.generators.takeout import activity_file, moments, profile, record, words

LAYOUTS = ("takeout", "portability", "old")

_STARS = ("One star", "Two stars", "Three stars", "Four stars", "Five stars")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` ratings and thumbs."""
    random = Random(seed)
    export = Export("google", identities={"Camille Exemple", "camille@exemple.fr", "Noor Voisin"})
    root = "Portability" if layout == "portability" else "Takeout"
    features = [_place(random, export, layout) for _ in range(size // 2 + 1)]
    files: dict[str, Any] = {
        f"{root}/{words(language)['maps']}.json": {
            "type": "FeatureCollection",
            "features": features,
        },
        f"{root}/Google Play Store/Reviews.json": [
            _application(random, export) for _ in range(size // 6 + 1)
        ],
        f"{root}/Search Contributions/Reviews.json": [
            _work(random, export) for _ in range(size // 6 + 1)
        ],
        f"{root}/Search Contributions/Thumbs.json": [
            _thumb(random, export) for _ in range(size // 6 + 1)
        ],
        f"{root}/Search Contributions/Watched.json": [
            {"Published": "2024-01-01T00:00:00Z", "Search Query": "x"}
        ],
        f"{root}/Chrome/History.json": {"Browser History": [{"title": "x"}]},
    }
    export.files |= {
        name: json.dumps(content, ensure_ascii=False).encode() for name, content in files.items()
    }
    export.files["Takeout/Contacts/All Contacts.vcf"] = (
        b"BEGIN:VCARD\r\nFN:Noor Voisin\r\nEND:VCARD\r\n"
    )
    searched = [record("Search", "Searched for liked videos", at) for at in moments(random, size)]
    export.files |= activity_file(words(language)["search"], searched, language, "json")
    export.files |= profile("Camille Exemple", "camille@exemple.fr", language)
    return export


def _place(random: Random, export: Export, layout: str) -> dict[str, Any]:
    export.plant("star")
    stars, own = random.randint(1, 5), "Accueil très agréable" if random.random() < 0.5 else ""
    place = {"name": "Chez Ada", "address": "1 rue X, Lyon", "country_code": "FR"}
    shape: dict[str, Any] = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [4.8, 45.7]},
    }
    if layout == "old":
        about = {
            "Location": {"Business Name": "Chez Ada"},
            "Star Rating": _STARS[stars - 1],
            "Review Comment": own,
        }
        return {**shape, "properties": about}
    about = {
        "date": "2024-05-10T19:30:00Z",
        "location": place,
        "five_star_rating_published": stars,
        "google_maps_url": "http://maps.google.com/?cid=1",
    }
    if own:
        about["review_text_published"] = own
    return {**shape, **about} if layout == "portability" else {**shape, "properties": about}


def _application(random: Random, export: Export) -> dict[str, Any]:
    export.plant("star")
    return {
        "review": {
            "documentType": "Android Apps",
            "title": "App",
            "starRating": random.randint(1, 5),
            "comment": "Utile",
        }
    }


def _work(random: Random, export: Export) -> dict[str, Any]:
    export.plant("star")
    return {
        "Published": "2024-02-01T20:00:00.000Z",
        "Search Query": "Un film",
        "Review Star Rating": random.choice(_STARS),
    }


def _thumb(random: Random, export: Export) -> dict[str, Any]:
    up = random.random() < 0.5
    export.plant("thumb_up" if up else "thumb_down", "good" if up else "bad")
    return {
        "Published": "2024-02-01T20:00:00.000Z",
        "Search Query": "Un jeu",
        "Thumbs Rating": "Thumbs Up" if up else "Thumbs Down",
    }
