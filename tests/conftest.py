"""What holds for every test."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _language_of_the_site() -> None:
    """A page asked for in English leaves its process in English, for whatever test comes next."""
    translation.deactivate()
