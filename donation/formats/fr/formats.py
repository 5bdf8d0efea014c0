"""Thousands are parted by a narrow no-break space (CLDR `fr`; Imprimerie nationale)."""

THOUSAND_SEPARATOR = "\u202f"
