"""The papers for the authority say what the settings say."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from donation.stages.confirmation import Purpose


@pytest.mark.parametrize("hours", [24, 7])
def test_the_register_follows_the_settings(settings: Any, hours: int) -> None:
    settings.RAW_HOURS, settings.CONTROLLER = hours, "Association Exemple"
    out = StringIO()
    call_command("register", stdout=out)
    text = out.getvalue()
    assert f"après {hours} h" in text
    assert "Association Exemple" in text
    assert all(purpose in text for purpose in Purpose)
    out = StringIO()
    call_command("register", dpia=True, stdout=out)
    assert f"après {hours} h" in out.getvalue()
    assert "k = 10" in out.getvalue()
