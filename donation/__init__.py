"""The life of a donation: one Django project, one app. The cut: docs/architecture.md."""
