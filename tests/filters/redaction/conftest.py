import pytest

from filters.redaction.engine import Redactor


@pytest.fixture(scope="session")
def redactor() -> Redactor:
    return Redactor()
