"""E-mail addresses, also written out to fool robots ("arobase", "[at]"). RFC 5321, loosely."""

import re

from filters.redaction.finder import Finder, matches

_PLAIN = re.compile(r"(?<![\w.+%\-])[\w+%][\w.+%'\-]*+@(?:[\w\-]{1,63}\.){1,8}[^\W\d_]{2,24}")
_AT = r"(?:\s?[\[({<]\s?(?:at|arobase|arobas|a|@)\s?[\])}>]\s?|\s(?:arobase|arobas)\s|\s@\s|\sat\s)"
_DOT = r"(?:\s?[\[({<]\s?(?:dot|point)\s?[\])}>]\s?|\s(?:dot|point)\s|\.)"
_SPELLED = re.compile(
    rf"(?<![\w.+\-])[\w+\-]{{1,64}}(?:{_DOT}[\w+\-]{{1,64}}){{0,3}}{_AT}"
    rf"[\w\-]{{1,63}}(?:{_DOT}[\w\-]{{1,63}}){{0,2}}{_DOT}(?:com|fr|net|org|eu|be|ch|ca|lu|io|me|"
    rf"co|uk|de)\b",
    re.IGNORECASE,
)

recognizer = Finder(
    "EMAIL", matches(_PLAIN, _SPELLED), needs=r"@|arobas|\sat\s|[\[({<]\s?(?:at|a)\b"
)
