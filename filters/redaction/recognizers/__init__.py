"""One entity a file: a pattern, and the checksum or length that confirms it."""
