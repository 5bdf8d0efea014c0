"""The life of a donation: one Django project, one app. Stages are files: docs/architecture.md."""
