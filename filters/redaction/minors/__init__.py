"""Whether a text says that a person of the donor's life is a minor (rule R7)."""
