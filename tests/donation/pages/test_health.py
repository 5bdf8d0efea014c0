"""What a watcher or a proxy asks."""

from typing import Any

import pytest
from django.test import Client

from donation import celery

pytestmark = pytest.mark.django_db


def test_up_and_ready(client: Client) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200


def test_up_but_not_ready_without_a_queue(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(celery.app.conf, "broker_url", "redis://127.0.0.1:1/0")
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_not_ready_while_a_back_up_is_restored(
    client: Client, settings: Any, tmp_path: Any
) -> None:
    settings.RESTORING = tmp_path / "restoring"
    settings.RESTORING.touch()
    assert client.get("/readyz").status_code == 503
    assert client.get("/mon-don/").status_code == 503
