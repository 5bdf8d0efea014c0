"""Amazon: reviews with stars, votes on reviews, orders beside them."""

import csv
import io
import time
from collections.abc import Iterable, Sequence

from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd

LAYOUTS = ("spaced", "compact", "french")
_HEADINGS = {
    "spaced": ["Marketplace", "ASIN", "Product Title", "Star Rating", "Review Title", "Review Text", "Review Date"],
    "compact": ["marketplace", "asin", "product_title", "rating", "review_headline", "review_body", "review_date"],
    "french": ["Marketplace", "ASIN", "Nom du produit", "Étoiles", "Titre de l’avis", "Texte de l’avis", "Date de l’avis"],
}  # fmt: skip


def _csv(separator: str, heading: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    written = io.StringIO()
    table = csv.writer(written, delimiter=separator)
    table.writerow(heading)
    table.writerows(rows)
    return written.getvalue().encode("utf-8-sig")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    crowd = Crowd(seed, language)
    rng = crowd.rng
    export = Export("amazon")
    separator = ";" if layout == "french" else ","
    reviews, votes = [], []
    for number in range(size):
        day = time.strftime("%Y-%m-%d", time.gmtime(crowd.when()))
        if number % 5 == 4:
            said = rng.choice(["true", "false"])
            votes.append([f"R{number}", said, day])
            export.plant(*(("upvote", "good") if said == "true" else ("downvote", "bad")))
            continue
        words = crowd.sentence() if rng.random() < 0.8 else ""
        reviews.append(
            [
                "FR",
                f"B0{number:08d}",
                crowd.sentence(3),
                rng.randrange(1, 6),
                crowd.sentence(2),
                words,
                day,
            ]
        )
        export.plant("star")
    orders = [["FR", f"40{n:08d}", "B0", crowd.sentence(3), "9.99"] for n in range(size // 2)]
    export.files = {
        "Community.1/written.csv": _csv(separator, _HEADINGS[layout], reviews),
        "Community.2/votes.csv": _csv(separator, ["Review ID", "Helpful Vote", "Vote Date"], votes),
        "Retail.OrderHistory.1/Retail.OrderHistory.1.csv": _csv(
            ",", ["Website", "Order ID", "ASIN", "Product Name", "Total Owed"], orders
        ),
    }
    return export
