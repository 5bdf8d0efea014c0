"""Keeping the site running: what operators and housekeeping need, and no donation waits for."""
