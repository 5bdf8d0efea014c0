"""Figures for a monitoring system: complete, without a donor's trace, and not for everybody."""

from typing import Any

import pytest
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from donation import jobs
from donation.models import Job
from donation.operation import retention
from tests.donation.conftest import Give

pytestmark = pytest.mark.django_db(transaction=True)


def samples(text: str) -> dict[str, dict[str, float]]:
    """Family -> label -> value, as Prometheus reads them."""
    return {
        family.name: {",".join(s.labels.values()): s.value for s in family.samples}
        for family in text_string_to_metric_families(text)
    }


def test_the_figures_are_those_of_the_database(client: Client, give: Give, reported: Give) -> None:
    reported()
    dead = give()
    Job.objects.filter(donation=dead).update(attempts=jobs.MOST_ATTEMPTS)
    retention.reap()
    give()
    answer = client.get("/metrics")
    assert answer["Content-Type"].startswith("text/plain; version=")
    text = answer.content.decode()
    found = samples(text)
    assert found["glane_donations"]["report"] == 1
    assert found["glane_jobs"] == {"waiting": 1, "running": 0, "dead": 1}
    assert found["glane_overdue"] == {"raw": 0, "draft": 0, "proof": 0, "release": 0}
    assert found["glane_disk_free_bytes"][""] > 0
    assert dead.reference not in text
    assert str(dead.pk) not in text


@pytest.mark.parametrize(
    "headers",
    [{"REMOTE_ADDR": "192.0.2.1"}, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, {"REMOTE_ADDR": ""}],
    ids=["elsewhere", "through a proxy", "nobody"],
)
def test_without_a_token_only_this_machine_sees_them(
    client: Client, headers: dict[str, str]
) -> None:
    assert client.get("/metrics", **headers).status_code == 404  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "status"),
    [("Bearer right", 200), ("Bearer wrong", 404), ("right", 404), ("", 404)],
)
def test_with_a_token_only_its_holder_sees_them(
    client: Client, settings: Any, said: str, status: int
) -> None:
    settings.METRICS_TOKEN = "right"
    answer = client.get("/metrics", headers={"Authorization": said}, REMOTE_ADDR="192.0.2.1")
    assert answer.status_code == status
