"""Wallets: Bitcoin (Base58Check and Bech32, checked by python-stdnum), Ethereum, Tron, Monero,
Taproot (Bech32m, BIP 350, which it does not know) by form."""

import re
from collections.abc import Iterator

from stdnum import bitcoin

from filters.redaction.finder import Finder, Hit, has

_BITCOIN = re.compile(r"(?<!\w)(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[0-9a-z]{11,71})(?!\w)")
_ETHEREUM = re.compile(r"(?<!\w)0x[0-9a-fA-F]{40}(?!\w)")
_TAPROOT = re.compile(r"(?<!\w)bc1p[ac-hj-np-z02-9]{58}(?!\w)", re.IGNORECASE)
_TRON = re.compile(r"(?<!\w)T[1-9A-HJ-NP-Za-km-z]{33}(?!\w)")
_OTHER = re.compile(r"(?<!\w)(?:[48][1-9A-HJ-NP-Za-km-z]{94}|[LD][1-9A-HJ-NP-Za-km-z]{33})(?!\w)")


def _find(text: str) -> Iterator[Hit]:
    for match in _BITCOIN.finditer(text):
        if bitcoin.is_valid(match.group()):
            yield match.span()
    for pattern in (_ETHEREUM, _TAPROOT, _TRON, _OTHER):
        for match in pattern.finditer(text):
            yield match.span()


recognizer = Finder("CRYPTO", _find, needs=has(r"\w{25}"))
