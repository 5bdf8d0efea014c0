"""What the database remembers of releases under way and of those who hold them: builds and their
shards, partners, messages to partners, models trained. Part of the models of `donation.models`."""

import uuid

from django.db import models


class Build(models.Model):
    """A release under way. It becomes a `Release` with the same id, or nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=60, unique=True)
    channel = models.CharField(max_length=8)
    is_demo = models.BooleanField(default=False)
    wrapped_key = models.BinaryField(null=True)
    begun_at = models.DateTimeField()
    step = models.CharField(max_length=60, blank=True)
    problem = models.TextField(blank=True)
    """Why it ended without a release, in one line that says what to do."""
    gates = models.JSONField(default=list)
    """The hard gates that failed."""
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Shard(models.Model):
    """A range of donations, by id, that one task reads for a build."""

    build = models.ForeignKey(Build, on_delete=models.CASCADE, related_name="shards")
    number = models.PositiveIntegerField()
    first = models.UUIDField()
    last = models.UUIDField()
    is_done = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    rows = models.PositiveIntegerField(default=0)
    left_out = models.JSONField(default=dict)
    """Donations that could not be read, by id, with the reason."""

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["build", "number"], name="one_shard_a_number"),
        )

    def __str__(self) -> str:
        """Its number."""
        return str(self.number)


class PartnerToken(models.Model):
    """A partner's right to download releases: the token as a keyed hash, until a day."""

    name = models.CharField(max_length=60, unique=True)
    digest = models.BinaryField(max_length=32, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    webhook = models.CharField(max_length=300, blank=True)
    """Where to tell that tombstones were published; https only."""

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        """The partner's name."""
        return self.name


class Delivery(models.Model):
    """One message to one partner that tombstones of a release were published."""

    partner = models.ForeignKey(PartnerToken, on_delete=models.CASCADE, related_name="deliveries")
    release = models.ForeignKey("Release", on_delete=models.CASCADE, related_name="deliveries")
    rows = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True, db_index=True)
    """When it is tried next; nothing once it was delivered or given up."""
    delivered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=40, blank=True)
    """What the last attempt met: a status, or the kind of failure."""

    class Meta:
        ordering = ("published_at", "pk")

    def __str__(self) -> str:
        """What became of it."""
        return "delivered" if self.delivered_at else self.answer or "waiting"


class TrainedModel(models.Model):
    """A model that was trained on a release, as somebody who answers for it declared."""

    release = models.ForeignKey("Release", on_delete=models.CASCADE, related_name="models_trained")
    name = models.CharField(max_length=80)
    declared_at = models.DateTimeField()

    class Meta:
        ordering = ("declared_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=["release", "name"], name="one_declaration_a_model"),
        )

    def __str__(self) -> str:
        """The model's name."""
        return self.name
