"""What people ask an assistant begins with a verb, which is nobody's name."""

import pytest

from filters.limits import Limits
from filters.reader import Identities
from filters.redaction.engine import Redactor
from filters.redaction.outcome import Cleaned


@pytest.mark.parametrize(
    "text",
    [
        "Traduis « à bientôt » en breton.",
        "Corrige mes fautes.",
        "Rédige un mail.",
        "Résume ce texte.",
    ],
)
def test_a_request_is_not_masked(redactor: Redactor, text: str) -> None:
    ((cleaned,),) = redactor.redact([[text]], Identities(), Limits())
    assert isinstance(cleaned, Cleaned)
    assert cleaned.text == text
