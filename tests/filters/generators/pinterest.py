"""Pinterest: pins saved to boards, as JSON or as a page, and searches."""

import json

from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd

LAYOUTS = ("json", "html")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    crowd = Crowd(seed, language)
    export = Export("pinterest")
    pins = []
    for _ in range(size):
        link = f"https://www.pinterest.fr/pin/{crowd.rng.randrange(10**17, 10**18)}/"
        pins.append(
            {"Board Name": crowd.sentence(2), "Title": crowd.sentence(3), "Canonical link": link}
        )
        export.plant("save", "good")
    if layout == "json":
        export.files = {"pins.json": json.dumps({"pins": pins}).encode()}
    else:
        rows = (
            f"<div>Board Name: {pin['Board Name']}<br>Title: {pin['Title']}<br>"
            f'Canonical link: <a href="{pin["Canonical link"]}">{pin["Canonical link"]}</a></div>'
            for pin in pins
        )
        export.files = {"pinterest_export/pins_0001.html": f"<html>{''.join(rows)}</html>".encode()}
    export.files["searches.json"] = b'{"searches": ["recette"]}'
    return export
