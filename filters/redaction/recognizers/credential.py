"""Passwords, keys and tokens: a text that holds one is dropped whole (rule R7).

A password is known by being announced, a token by its issuer's prefix. Code that reads a password
from elsewhere (`password = request.form[...]`) holds none.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit

_ANNOUNCED = re.compile(
    r"\b(?:mots? de passe|mdp|passwords?|passwd|pwd|passphrase|code (?:pin|secret|wifi|wi-fi)|"
    r"pin code|"
    r"pin|cl[ée] wi-?fi|api[ _-]?key|secret[ _-]?key|access[ _-]?token|client[ _-]?secret|"
    r"cl[ée] (?:d['’]api|api|secr[èe]te))"
    r"[^\S\n]{0,3}(?:(?:wifi|actuel|perso|provisoire)\s)?(?:c['’]est|est|is|"
    r"[:=]{1,2})[^\S\n]{0,3}[\"'«]?"
    r"[^\S\n]?(?P<value>[^\s\"'»]{4,200})",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9])(?:sk-[A-Za-z0-9_-]{20,200}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,128}|"
    r"gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{40,100}|xox[abprs]-[A-Za-z0-9-]{10,200}|"
    r"AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|glpat-[A-Za-z0-9_-]{20,64}|"
    r"hf_[A-Za-z0-9]{30,64}|npm_[A-Za-z0-9]{36}|SG\.[\w-]{16,32}\.[\w-]{16,64}|"
    r"eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,2000})"
    r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----|(?<=://)[^\s:/@]{1,64}:[^\s:/@]{3,64}(?=@)"
)


def _find(text: str) -> Iterator[Hit]:
    for match in _ANNOUNCED.finditer(text):
        if _is_secret(match["value"]):
            yield match.span("value")
    for match in _TOKEN.finditer(text):
        yield match.span()


def _is_secret(written: str) -> bool:
    value = written.rstrip(".,;:!?)")
    is_code = any(c in value for c in "()[]{}<>") or value.startswith(("$", "%", "os.", "self."))
    return not is_code and any(c.isdigit() or c in "!#&*+_@§€" for c in value)


recognizer = Finder("CREDENTIAL", _find)
