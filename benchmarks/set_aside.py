"""What the rules took from the donations of the environment's site, as JSON: `rule family` to how
many. `python -m benchmarks.set_aside`."""

import json
import os
from collections import Counter

os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"

import django

django.setup()

from donation.models import Donation  # noqa: E402

if __name__ == "__main__":
    taken: Counter[str] = Counter()
    for numbers in Donation.objects.values_list("numbers", flat=True):
        for row in numbers.get("removed", ()):
            taken[f"{row['rule']} {row['family']}"] += row["count"]
    print(json.dumps(dict(sorted(taken.items()))))
