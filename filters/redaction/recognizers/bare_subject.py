"""First names that are also words ("Pierre", "Grace"), where they open what a person does.

In French a thing that does something has an article before it: "Pierre a mangé" names somebody,
"la pierre est tombée" does not. In English the verb must be one that takes people.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit, says
from filters.redaction.identities import folded
from filters.redaction.lexicon import NAMES_THAT_ARE_WORDS

_PRONOUNS = r"(?:(?:ne|n['’]|se|s['’]|me|m['’]|te|t['’]|nous|vous|lui|l['’]|y|en)[ ]?){0,3}"
_SUBJECT = re.compile(
    rf"(?<![\w'’\-])(?<![^\W\d_][ ])(?P<value>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{{2,14}})[ ]{_PRONOUNS}"
    r"(?:a|est|va|vient|veut|peut|doit|sait|dit|fait|part|met|prend|avait|[ée]tait|allait|voulait|aime|adore|d[ée]teste|joue|mange|dort|boit|"
    r"arrive|habite|travaille|bosse|roule|vend|court|rentre|passe|reste|raconte|r[ée]pond|demande|appelle|cherche|pense|parle|pleure|rit|"
    r"conna[iî]t|garde|gagne|d[ée]m[ée]nage|cuisine|chante|conduit|"
    r"said|says|told|asked|called|texted|loves|hates|likes|wants|came|went|wrote|thinks|knows|lost|cried|laughed|lives|works|brought|learns|"
    r"plays|was born|is late|will be)(?![\w'’])"
)
_ALSO_NAMES = frozenset(["cerise", "prudence", "esperance", "chase", "max", "summer"])
_NOBODY = frozenset(["said", "noel", "lee", "dawn", "mark"])
"""A feast and verbs."""


def _find(text: str) -> Iterator[Hit]:
    for match in _SUBJECT.finditer(text):
        plain = folded(match["value"])
        if plain not in _NOBODY and (plain in NAMES_THAT_ARE_WORDS or plain in _ALSO_NAMES):
            yield match.span("value")


recognizer = Finder("PERSON", _find, needs=says(*NAMES_THAT_ARE_WORDS, *_ALSO_NAMES))
