"""How much of an untrusted archive is read before it is refused. Given as an argument, never read
from the environment: `filters` has no settings of its own."""

import msgspec

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Caps on one archive. Sizes in bytes, times in seconds, lengths in characters."""

    entries: int = 500_000
    entry_bytes: int = 4 * GIB
    """Inflated size of one entry that is read; entries nobody wants are never inflated."""
    ratio: int = 250
    """Inflated size over stored size above which a large entry is a bomb. Deflate reaches 1,032;
    real exports stay under 60."""
    ratio_from_bytes: int = 64 * MIB
    record_chars: int = 32 * MIB
    """One JSON record, for example one whole conversation."""
    document_bytes: int = 48 * MIB
    """An entry that must be held whole, for example one page of a message thread."""
    text_chars: int = 20_000
    """One text that is analysed for personal data; a longer one is dropped."""
    memory_bytes: int = 1536 * MIB
    """Address space the confined child may add to what it was started with."""
    quiet_seconds: float = 900
    """Silence of the confined child after which it is held to be stuck."""
    cpu_seconds: int = 3_600
    """Processor time of the confined child, redaction included."""
