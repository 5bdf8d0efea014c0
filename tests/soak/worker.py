"""The real worker without language models: `celery -A tests.soak.worker worker`.

Loading the models takes seconds, and a soak kills its worker every second. Everything else is the
site's own: leases, sealed files, the confined child.

While the file that `GLANE_TEST_STUCK` names exists, the worker is stuck before it reads.
"""

import os
import time
from pathlib import Path

import django

django.setup()

from donation import sieving  # noqa: E402 - after the set-up
from donation.celery import app  # noqa: E402, F401 - what celery looks for
from tests.filters.reading import AsIs  # noqa: E402

_STUCK = Path(os.environ.get("GLANE_TEST_STUCK", "/nowhere"))


def _redactor() -> AsIs:
    while _STUCK.exists():
        time.sleep(0.1)
    return AsIs()


sieving._redactor = _redactor  # type: ignore[assignment]
