"""The operators' pages: Django's admin behind a second factor, without donors' texts.

Staff see how the site stands and what the database remembers (stages, counts, drift, the audit
log); no page opens a sealed file, and none changes or deletes a row. One button acts on them: it
sends a dead letter again, and needs a permission of its own. Another ends the operator's other
sessions.
"""

import logging
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_otp import devices_for_user
from django_otp.admin import OTPAdminAuthenticationForm, OTPAdminSite
from django_otp.models import Device

from donation import attempts, audit, wording
from donation.models import AuditEntry, Donation, DriftCount, Job
from donation.operation import dead_letters
from donation.operation.standing import standing
from donation.pages import staff_sessions
from donation.pages.opened import client_address
from donation.pages.panels import panels

log = logging.getLogger("donation.staff")


class LoginForm(OTPAdminAuthenticationForm):  # type: ignore[misc]
    """Password and one-time code together: `manage.py staff` gives everybody one device."""

    def _chosen_device(self, user: User) -> Device | None:
        chosen: Device | None = super()._chosen_device(user)
        if chosen is None:
            own = list(devices_for_user(user, for_verify=True))
            chosen = own[0] if len(own) == 1 else None
        return chosen


class StaffSite(OTPAdminSite):  # type: ignore[misc]
    """Asks for a one-time code besides the password, and writes each login in the audit log."""

    site_header = site_title = "Glane"
    index_title = ""
    login_form = LoginForm
    index_template = "staff/index.html"
    enable_nav_sidebar = False

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Django's, and the buttons."""
        return [
            path("sessions/", self.admin_view(require_POST(end_sessions)), name="end_sessions"),
            path("retry/<int:job>/", self.admin_view(require_POST(retry)), name="retry"),
            *super().get_urls(),
        ]

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """How the site stands, above the lists."""
        now = standing()
        context = {
            "other_sessions": len(staff_sessions.others(request)),
            "letters": now.letters,
            "panels": panels(now),
            "may_retry": request.user.has_perm("donation.retry_job"),
            **(extra_context or {}),
        }
        page: TemplateResponse = super().index(request, context)
        return page

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form, or the login it leads to. 429 after too many failures from one address."""
        guesser = f"staff {client_address(request)}"
        if request.method == "POST":
            try:
                attempts.check(guesser)
            except attempts.TooManyAttempts:
                log.warning("staff login refused: too many failures from one address")
                return HttpResponse(str(wording.CODE_LIMITED), status=429)
        response: HttpResponse = super().login(request, extra_context)
        if request.method == "POST" and response.status_code == 302:
            audit.append(audit.Event.STAFF_LOGIN, staff=request.user.pk or 0)
        elif request.method == "POST":
            attempts.count_failure(guesser)
            log.warning("staff login failed")
        return response


def retry(request: HttpRequest, job: int) -> HttpResponse:
    """Send a dead letter again. 403 without the permission."""
    if not request.user.has_perm("donation.retry_job"):
        raise PermissionDenied
    letter = get_object_or_404(Job, pk=job)
    if dead_letters.retry(letter.donation_id, staff=request.user.pk or 0):
        messages.success(request, _("Le travail est relancé."))
    return redirect("staff:index")


def end_sessions(request: HttpRequest) -> HttpResponse:
    """End the operator's other sessions."""
    staff_sessions.end_others(request)
    messages.success(request, _("Vos autres sessions sont fermées."))
    return redirect("staff:index")


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    """A list and a page of each row; nothing can be added, changed or deleted."""

    actions = None

    def has_add_permission(self, _request: HttpRequest) -> bool:
        """No."""
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: Model | None = None) -> bool:
        """No."""
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Model | None = None) -> bool:
        """No."""
        return False


class Donations(ReadOnly):
    """Where donations are; found by the reference a donor may quote."""

    list_display = ("reference", "stage", "stage_at", "platforms", "rows", "problem")
    list_filter = ("stage", "problem")
    search_fields = ("reference",)
    fields = (
        "reference", "stage", "stage_at", "created_at", "expires_at", "problem", "platforms",
        "upload_bytes", "upload_files", "rows", "confirmed_at", "withdrawn_at", "raw_erased_at",
    )  # fmt: skip


class Jobs(ReadOnly):
    """Work that waits or runs."""

    list_display = ("donation", "state", "attempts", "error", "lease_until", "sent_at")
    list_filter = ("state",)


class Drift(ReadOnly):
    """What readers do not know, by day."""

    list_display = ("day", "reader", "family", "field", "count")
    list_filter = ("reader", "day")


class Audit(ReadOnly):
    """The audit log."""

    list_display = ("number", "at", "event", "subject", "detail")
    list_filter = ("event",)
    search_fields = ("subject",)


site = StaffSite(name="staff")
site.register(Donation, Donations)
site.register(Job, Jobs)
site.register(DriftCount, Drift)
site.register(AuditEntry, Audit)
