"""Fault F26: while a new version migrates, code of the version before still writes."""

from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddField, DeleteModel, RemoveField, RenameField
from django.db.models.fields import NOT_PROVIDED

_FIRST_BOUND = 11
"""Migrations before this one went out with the first version: nobody ran code from before."""


def test_what_a_migration_adds_can_be_left_out_by_older_code_and_nothing_is_taken_away() -> None:
    migrations = MigrationLoader(None).disk_migrations
    bound = [
        migration
        for (app, name), migration in migrations.items()
        if app == "donation" and int(name[:4]) >= _FIRST_BOUND
    ]
    assert bound
    for migration in bound:
        for operation in migration.operations:
            assert not isinstance(operation, RemoveField | RenameField | DeleteModel), operation
            if isinstance(operation, AddField):
                field = operation.field
                assert isinstance(field, models.Field)
                # A default of Django's alone is gone from the table once it is filled in.
                assert field.null or field.db_default is not NOT_PROVIDED, operation
