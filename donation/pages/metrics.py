"""Figures for a monitoring system, in Prometheus' text format. For those who may see them."""

import hmac
from collections.abc import Iterable, Iterator
from ipaddress import ip_address

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from donation.operation.standing import Standing, standing


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """All figures of the moment. 404 for whoever has no token, as if there were nothing."""
    if not _may_see(request):
        raise Http404
    registry = CollectorRegistry()
    registry.register(_Figures(standing()))
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _may_see(request: HttpRequest) -> bool:
    """With a token set: who sends it. Without: this machine itself, not through a proxy."""
    if settings.METRICS_TOKEN:
        said = request.headers.get("Authorization", "").encode()
        return hmac.compare_digest(said, f"Bearer {settings.METRICS_TOKEN}".encode())
    is_direct = "X-Forwarded-For" not in request.headers
    try:
        return is_direct and ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


class _Figures(Collector):
    """One look at the site, as gauges."""

    def __init__(self, figures: Standing) -> None:
        self._figures = figures

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Every family."""
        now = self._figures
        yield _family(
            "donations", "Donations by stage", "stage", ((s.stage, s.donations) for s in now.stages)
        )
        yield _family(
            "problems", "Archives that could not be used", "problem", now.problems.items()
        )
        yield _family(
            "jobs", "Work by state", "state",
            (("waiting", now.queue.waiting), ("running", now.queue.running),
             ("dead", len(now.letters))),
        )  # fmt: skip
        yield _one("queue_oldest_seconds", "Age of the oldest waiting work",
                   now.queue.oldest_seconds)  # fmt: skip
        yield _one("uploads", "Uploads on their way", now.uploads)
        yield _family(
            "drift_share", "Share of unknown things that rose today", "unknown",
            ((f"{rise.reader} {rise.family} {rise.field}", rise.share) for rise in now.rises),
        )  # fmt: skip
        yield _family(
            "redaction_failures", "Texts refused in seven days because redaction failed", "reason",
            now.redaction.items(),
        )  # fmt: skip
        yield _one("disk_free_bytes", "Room in the data folder", now.disk.free)
        yield _one("disk_total_bytes", "Size of the data folder's disk", now.disk.total)
        yield _family(
            "overdue", "What should be erased or offline and is not", "kept",
            ((clock.kept, clock.late) for clock in now.clocks),
        )  # fmt: skip
        yield _one("tombstones_waiting", "Rows withdrawn and not yet published", now.mourning.rows)


def _one(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"glane_{name}", about, value=value)


def _family(
    name: str, about: str, label: str, values: Iterable[tuple[str, float]]
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"glane_{name}", about, labels=[label])
    for key, value in values:
        family.add_metric([key], value)
    return family
