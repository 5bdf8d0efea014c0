"""Celery on Redis: how the hints travel. What must not be lost is in the database (`jobs`)."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donation.settings")

app = Celery("donation")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    accept_content=["json"],
    broker_connection_max_retries=None,
    broker_connection_retry_on_startup=True,
    broker_transport_options={
        "visibility_timeout": 7200,
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": 2,
        # A broker that is away must not keep a donor waiting: the reaper sends again.
        "max_retries": 1,
        "interval_start": 0,
        "interval_step": 0.1,
        "interval_max": 0.2,
    },
    result_backend_transport_options={
        "retry_policy": {
            "max_retries": 1,
            "interval_start": 0,
            "interval_step": 0.1,
            "interval_max": 0.2,
        }
    },
    result_expires=86400,
    task_acks_late=True,
    task_ignore_result=True,
    task_publish_retry=False,
    task_reject_on_worker_lost=True,
    task_serializer="json",
    task_soft_time_limit=3600,
    task_time_limit=3660,
    worker_hijack_root_logger=False,
    worker_prefetch_multiplier=1,
    worker_send_task_events=False,
    # A worker that is to stop ends its archive if it can; if not, another does it over.
    worker_soft_shutdown_timeout=30,
    worker_max_tasks_per_child=50,
)
app.autodiscover_tasks(["donation"])
