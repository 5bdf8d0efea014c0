"""What holds for every test."""

import pytest
from django.utils import translation
from hypothesis import HealthCheck, settings

# How long an example takes says something of the machine: figures are the benchmarks' business.
settings.register_profile("glane", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("glane")


@pytest.fixture(autouse=True)
def _language_of_the_site() -> None:
    """A page asked for in English leaves its process in English, for whatever test comes next."""
    translation.deactivate()
