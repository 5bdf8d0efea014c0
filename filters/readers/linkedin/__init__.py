"""LinkedIn: the people of the export, and the acts of the donor."""

from filters.readers.linkedin.export import reader

__all__ = ["reader"]
