"""Changing what one gave: less of it, at once, and without starting over."""

from pathlib import Path

import msgspec
import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from donation import audit
from donation.models import Donation, Stage
from donation.operation import retention
from donation.stages import amendment, confirmation
from donation.stages.confirmation import NEEDED, Purpose
from donation.stages.report import Report
from filters.interaction import Retained
from tests.donation.conftest import Give, files_of
from tests.journeys.archives import chatgpt

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def confirmed(reported: Give) -> Donation:
    donation = reported(chatgpt(20))
    confirmation.confirm(donation, NEEDED | {Purpose.OPEN_PUBLICATION}, "fr")
    donation.refresh_from_db()
    return donation


def uids(donation: Donation) -> list[str]:
    lines = confirmation.kept_lines(donation)
    return [msgspec.json.decode(line, type=Retained).uid for line in lines]


def mark(donation: Donation, *rows: int) -> None:
    with Report(donation) as report:
        report.remove(rows=rows)
    donation.refresh_from_db()


def test_marking_alone_changes_nothing(confirmed: Donation) -> None:
    before = uids(confirmed)
    mark(confirmed, 0, 3)
    assert uids(confirmed) == before


def test_marked_rows_are_gone_and_the_others_stay(confirmed: Donation, sealed_folder: Path) -> None:
    before = uids(confirmed)
    mark(confirmed, 0, 3)
    assert amendment.amend(confirmed, frozenset(), "fr") == 18
    assert uids(confirmed) == [uid for row, uid in enumerate(before) if row not in (0, 3)]
    assert (confirmed.stage, confirmed.rows) == (Stage.CONFIRMED, 18)
    assert files_of(sealed_folder) == {"kept-1", "kept-index-1"}
    mark(confirmed, 17)
    assert amendment.amend(confirmed, frozenset(), "fr") == 17
    assert audit.verify() is None


def test_a_change_that_fails_at_its_end_leaves_rows_and_marks_as_they_were(
    confirmed: Donation, sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = uids(confirmed)
    mark(confirmed, 0, 3)

    def busy(*_: object, **__: object) -> None:
        raise OperationalError

    with monkeypatch.context() as failing:
        failing.setattr(audit, "append", busy)
        with pytest.raises(OperationalError):
            amendment.amend(confirmed, frozenset(), "fr")
    confirmed.refresh_from_db()
    assert uids(confirmed) == before
    with Report(confirmed) as report:
        assert report.headline().by_donor == 2
    retention.sweep()
    assert files_of(sealed_folder) == {"kept", "kept-index"}
    assert amendment.amend(confirmed, frozenset(), "fr") == 18
    assert uids(confirmed) == [uid for row, uid in enumerate(before) if row not in (0, 3)]


def test_all_of_it_is_a_withdrawal_and_is_refused(confirmed: Donation) -> None:
    mark(confirmed, *range(20))
    with pytest.raises(amendment.NothingLeft):
        amendment.amend(confirmed, frozenset(), "fr")
    assert len(uids(confirmed)) == 20


def test_an_optional_consent_is_taken_back_alone(confirmed: Donation) -> None:
    assert amendment.withdrawable(confirmed) == [Purpose.OPEN_PUBLICATION]
    amendment.amend(confirmed, frozenset({Purpose.OPEN_PUBLICATION, Purpose.ALIGNMENT}), "en")
    assert amendment.withdrawable(confirmed) == []
    assert confirmed.consents.get(purpose=Purpose.ALIGNMENT).given
    assert len(uids(confirmed)) == 20


def test_the_pages_lead_from_my_donation_to_the_change(confirmed: Donation, client: Client) -> None:
    session = client.session
    session["donation"] = str(confirmed.pk)
    session.save()
    assert reverse("amend") in client.get(reverse("my_donation")).content.decode()
    assert client.get(reverse("rows")).status_code == 200
    client.post(reverse("change"), {"act": "save", "shown": ["1", "2"], "back": "rows"})
    assert "2 lignes sont marquées" in client.get(reverse("amend")).content.decode()
    assert client.post(reverse("amend")).status_code == 302
    confirmed.refresh_from_db()
    assert confirmed.rows == 18
