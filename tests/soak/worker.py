"""The real worker without language models: `celery -A tests.soak.worker worker`.

Loading the models takes seconds, and a soak kills its worker every second. Everything else is the
site's own: leases, sealed files, the confined child.

While the file that `GLANE_TEST_STUCK` names exists, the worker is stuck once it has its job.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

import django

django.setup()

from donation.celery import app  # noqa: E402, F401 - what celery looks for
from donation.models import Donation  # noqa: E402
from donation.stages import intake, sieving  # noqa: E402 - after the set-up
from filters.archive.archive import Source  # noqa: E402
from tests.filters.reading import AsIs  # noqa: E402

_STUCK = Path(os.environ.get("GLANE_TEST_STUCK", "/nowhere"))
_opened = intake.sources


def _stuck_first(donation: Donation, meanwhile: Callable[[], None]) -> list[Source]:
    while _STUCK.exists():
        time.sleep(0.1)
    return _opened(donation, meanwhile)


intake.sources = _stuck_first
sieving._redactor = AsIs  # type: ignore[assignment]
