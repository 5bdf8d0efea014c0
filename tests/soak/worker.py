"""The real worker without language models: `celery -A tests.soak.worker worker`.

Loading the models takes seconds, and a soak kills its worker every second. Everything else is the
site's own: leases, sealed files, the confined child.
"""

import django

django.setup()

from donation import sieving  # noqa: E402 - after the set-up
from donation.celery import app  # noqa: E402, F401 - what celery looks for
from tests.filters.reading import AsIs  # noqa: E402

sieving._redactor = AsIs  # type: ignore[assignment]
