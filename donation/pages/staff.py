"""The operators' pages: Django's admin behind a second factor, read-only, without donors' texts.

Staff see what the database remembers (stages, counts, drift, the audit log); no page opens a sealed
file, and no page changes or deletes anything.
"""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django_otp.admin import OTPAdminSite

from donation import audit
from donation.models import AuditEntry, Donation, DriftCount, Job


class StaffSite(OTPAdminSite):  # type: ignore[misc]
    """Asks for a one-time code besides the password, and writes each login in the audit log."""

    site_header = site_title = "Glane"
    index_title = ""
    enable_nav_sidebar = False

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form, or the login it leads to."""
        response: HttpResponse = super().login(request, extra_context)
        if request.method == "POST" and response.status_code == 302:
            audit.append(audit.Event.STAFF_LOGIN, staff=request.user.pk or 0)
        return response


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

    list_display = ("donation", "state", "attempts", "lease_until", "sent_at")
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
