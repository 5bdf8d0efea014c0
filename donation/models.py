"""What the database remembers: stages, numbers, consents, jobs. No text of a donor is ever a
column, nor a file name, nor a code."""

import secrets
import uuid

from django.db import models

from donation.publishing import Build, Delivery, PartnerToken, Shard, TrainedModel

__all__ = ["Build", "Delivery", "PartnerToken", "Shard", "TrainedModel"]


ERROR_CHARS = 120


def new_reference() -> str:
    """A short random reference a donor may quote when they ask for help."""
    return secrets.token_hex(4).upper()


class Stage(models.TextChoices):
    """Where a donation is in its life. Which step may follow which is in `lifecycle`."""

    RECEIVING = "receiving"
    QUEUED = "queued"
    SIEVING = "sieving"
    ASKING = "asking"
    REPORT = "report"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    EXPIRED = "expired"
    DISCARDED = "discarded"
    WITHDRAWN = "withdrawn"


class Donation(models.Model):
    """One export given by one donor."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.RECEIVING)
    stage_at = models.DateTimeField()
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, db_index=True)
    code_digest = models.BinaryField(max_length=32, db_index=True)
    """Of the donor's code. Donations brought one after the other may share one code."""
    reference = models.CharField(max_length=8, default=new_reference)
    problem = models.CharField(max_length=32, blank=True)
    platforms = models.JSONField(default=list)
    numbers = models.JSONField(default=dict)
    progress = models.JSONField(default=dict)
    wrapped_key = models.BinaryField(null=True)
    upload_bytes = models.BigIntegerField(default=0)
    upload_files = models.PositiveIntegerField(default=0)
    answered = models.BooleanField(default=False)
    rows = models.PositiveIntegerField(default=0)
    rewritten = models.PositiveIntegerField(default=0, db_default=0)
    """How often the retained files were written anew: it is in their names, see `draft`."""
    removed = models.BinaryField(default=bytes)
    removed_before = models.BinaryField(null=True)
    submission = models.BinaryField(max_length=32, null=True, unique=True)
    """Which form brought it, until it is confirmed: see `submission`."""
    is_sample = models.BooleanField(default=False)
    """An invented archive somebody tries the site with: never kept."""
    examples_key = models.BinaryField(max_length=32, null=True)
    """A public key made from the donor's code: see `examples`."""
    verdicts = models.JSONField(default=dict)
    """What the donor said on confirmation cards, by row: see `cards`. No words of theirs."""
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    raw_erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["stage", "stage_at"]),)

    def __str__(self) -> str:
        """The reference; nothing else may be shown."""
        return self.reference


class Upload(models.Model):
    """One file on its way here. Its bytes and its name lie in sealed files."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    donation = models.ForeignKey(Donation, on_delete=models.CASCADE, related_name="uploads")
    begun_at = models.DateTimeField(auto_now_add=True)
    length = models.PositiveBigIntegerField()
    offset = models.PositiveBigIntegerField(default=0)
    pieces = models.JSONField(default=list)
    """The sealed files that hold what has arrived, in order."""

    class Meta:
        ordering = ("begun_at", "id")

    def __str__(self) -> str:
        """How far it is."""
        return f"{self.offset}/{self.length}"


class Consent(models.Model):
    """One purpose, given or refused, at one time, under one version of the notice."""

    donation = models.ForeignKey(Donation, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=24)
    given = models.BooleanField()
    notice_version = models.CharField(max_length=16)
    notice_sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=5)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["donation", "purpose"], name="one_choice_a_purpose"),
        )

    def __str__(self) -> str:
        """The purpose and what was chosen."""
        return f"{self.purpose}: {'given' if self.given else 'refused'}"


class JobState(models.TextChoices):
    """Where a piece of work is. Failed: a dead letter, set aside until somebody sends it again."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(models.Model):
    """One piece of work on a donation. The row is the outbox: a message is only a hint."""

    donation = models.OneToOneField(Donation, on_delete=models.CASCADE, related_name="job")
    state = models.CharField(max_length=8, choices=JobState.choices, default=JobState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=ERROR_CHARS, blank=True, default="", db_default="")
    """Kind and place of the last failure that was not the archive's; never its words."""

    class Meta:
        permissions = (("retry_job", "Can send a dead letter again"),)

    def __str__(self) -> str:
        """The state."""
        return str(self.state)


class Reminder(models.Model):
    """One e-mail to send: see `reminder`. The address is sealed; the row goes with the message."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    address = models.BinaryField(max_length=400)
    platform = models.CharField(max_length=32)
    title = models.CharField(max_length=64)
    language = models.CharField(max_length=5)
    site = models.CharField(max_length=200)
    due_at = models.DateTimeField(db_index=True)
    donation = models.ForeignKey(Donation, on_delete=models.CASCADE, null=True)
    """Whose report is awaited; none when it is a platform's archive."""

    def __str__(self) -> str:
        """The platform."""
        return self.platform


class Attempt(models.Model):
    """Failed codes by client and hour; the client as a keyed hash, never an address."""

    client = models.BinaryField(max_length=16)
    hour = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["client", "hour"], name="one_row_an_hour"),)

    def __str__(self) -> str:
        """The count."""
        return str(self.count)


class StepCount(models.Model):
    """How often a step of the journey was taken in one day: see `funnel`. Nobody is in it."""

    day = models.DateField(db_index=True)
    step = models.CharField(max_length=16)
    detail = models.CharField(max_length=32, blank=True)
    language = models.CharField(max_length=5, blank=True)
    device = models.CharField(max_length=8, blank=True)
    count = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["day", "step", "detail", "language", "device"], name="one_step_count_a_day"
            ),
        )

    def __str__(self) -> str:
        """The step."""
        return self.step


class PairVote(models.Model):
    """How often something was said of a pair of the game of two answers: see `duels`. Totals only:
    who said it is not known, nor what else they said."""

    pair = models.CharField(max_length=32)
    said = models.CharField(max_length=32)
    language = models.CharField(max_length=5)
    count = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["pair", "said", "language"], name="one_total_a_vote"),
        )

    def __str__(self) -> str:
        """The pair."""
        return self.pair


class DriftCount(models.Model):
    """How often, in one day and over all donations, a reader met something: see `drift`."""

    day = models.DateField(db_index=True)
    reader = models.CharField(max_length=40)
    family = models.CharField(max_length=40, blank=True)
    field = models.CharField(max_length=60)
    count = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["day", "reader", "family", "field"], name="one_count_a_day"
            ),
        )

    def __str__(self) -> str:
        """Reader, family and field, in words of ours."""
        return f"{self.reader} {self.family} {self.field}"


class Release(models.Model):
    """One published release. Its files lie in the data folder; its key only re-keys record ids."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=60, unique=True)
    channel = models.CharField(max_length=8)
    is_demo = models.BooleanField(default=False)
    built_at = models.DateTimeField()
    wrapped_key = models.BinaryField(null=True)
    rows = models.PositiveIntegerField(default=0)
    donors = models.PositiveIntegerField(default=0)
    manifest_sha256 = models.CharField(max_length=64)
    retired_at = models.DateTimeField(null=True)
    donations = models.ManyToManyField(Donation, related_name="releases")
    """Whose rows are in it: for the donor's page, and for tombstones; gone with the donation."""

    class Meta:
        ordering = ("built_at",)

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Tombstone(models.Model):
    """A row of a release that may no longer be used. Until it is published, `mourned` tells how
    many donors wait together; then it is forgotten which rows came together."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="tombstones")
    record_id = models.CharField(max_length=32)
    mourned = models.UUIDField(null=True)
    since = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["release", "record_id"], name="one_tombstone_a_row"),
        )

    def __str__(self) -> str:
        """The record id."""
        return self.record_id


class AuditEntry(models.Model):
    """One line of the audit log: see `audit`. Added to, never changed."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    event = models.CharField(max_length=16)
    subject = models.CharField(max_length=32, blank=True, db_index=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        """Its number and event."""
        return f"{self.number} {self.event}"

    def save(self, *_: object, **kwargs: object) -> None:
        """Insert only: an entry that exists is never written again."""
        if not kwargs.get("force_insert"):
            raise TypeError("the audit log is only added to")
        super().save(force_insert=True)

    def delete(self, *_: object, **__: object) -> tuple[int, dict[str, int]]:
        """Refused."""
        raise TypeError("the audit log is only added to")
