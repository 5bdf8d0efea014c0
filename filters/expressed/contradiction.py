"""One value given in place of another, which was the answer's: "c'est la voie 5, pas la 3".

People also take back what they said themselves ("en fait c'est Mâcon, pas Dijon"), or answer the
assistant's question. So what is denied has to stand in the answer, not in what was asked, and the
answer must not end by asking.
"""

import re
from typing import NamedTuple

from filters.expressed.expression import Expression

_MARKS = (
    " pas ",
    " non ",
    " not ",
    "instead of",
    "au lieu de",
    "plutot que",
    "rather than",
    "jamais ",
    " never ",
    "*",
)
_FILLERS = (
    r"(?:(?:ah|oh|euh|hum|hmm+|mais|bah|ben|bof|non|no|nope|oui|yes|yeah|ok|okay|bon|d'accord"
    r"|merci|thanks|faux|wrong|desole|sorry|actually|attention)\b[\s,.!:]*){0,4}+"
)
_IS = (
    r"(?:c'?est|c'?etait|ce sont|c|il s'agit|it'?s|it was|that'?s|that was|they'?re"
    r"|[^,;:.!?\n]{2,50}? (?:est|sont|etait|fut|a|ont|date|vaut|fait|is|are|was|were|has|have)"
    r"(?= [^,;:.!?\n]{2,50}?[ ,](?:pas|non|not|plutot|au lieu|instead|rather)\b)"
    r"(?! (?:pas|non|not)\b))"
)
_BESIDE = (
    r"(?:l[ae]s?|l'|un|une|du|des|de|d'|en|a|au|aux|contre|vers|the|an?|in|on|at|by"
    r"|against|from|to)"
)
_INSTEAD = Expression(
    rf"{_FILLERS}(?!(?:je|j'|i|pour|for)\b)(?P<right>(?:{_IS}"
    rf"|{_BESIDE})\b[^,;:.!?\n]{{0,50}}?|[\w-]+),?"
    r"\s+(?:et |and |but )?(?:pas|non|non pas|not|plutot que|au lieu de|instead of"
    r"|rather than)\s+(?P<wrong>[^,;:.!?\n]{1,40})",
    re.IGNORECASE,
)
_NOT_BUT = Expression(
    rf"{_FILLERS}(?:ce n'?est|c'?est|it'?s|that'?s|this is) (?:pas"
    rf"|not) (?P<wrong>[^,;:.!?\n]{{1,40}}?),? "
    r"(?:mais|but|c'?est|it'?s) (?P<right>[^,;:.!?\n]{1,40})",
    re.IGNORECASE,
)
_NUMBER_INSTEAD = Expression(
    r"(?:(?:non|no|nope)\b[\s,.:!]*(?:c'?est |c |it'?s "
    r"|ca fait )?(?P<number>\d+(?:[.,]\d+)*)(?=\s*(?:[.,!]|$))|\*?(?P<starred>[\w'.,-]{2,30})\*?$)",
    re.IGNORECASE,
)
_NEVER_SAID = Expression(
    rf"{_FILLERS}(?:je n'ai jamais|i never) (?:dit|parle|demande|mentionne|ecrit|evoque|said"
    rf"|mentioned"
    r"|asked for|wrote)(?: (?:que|de|d'|about|that))? ?(?P<wrong>[^,;:.!?\n]{1,40})",
    re.IGNORECASE,
)
_WORD = re.compile(r"\d+|[^\W\d_]{3,}")
_FUNCTION_WORDS = (
    "les des une aux pas non est sont etait avec dans pour contre vers plutot que vraiment "
    "sur sous sans plus tout tous toute mais comme bien encore trop tres vrai sure mal bon bonne "
    "grave possible facile besoin cette ces mon mes ton tes son ses que qui ici encore "
    "true sure good bad yet really very much more this these those you your "
    "the and not for was were are its that from with"
)
_SAYS_NOTHING = frozenset(_FUNCTION_WORDS.split())
_OPEN = frozenset(["?"])
"""What is claimed where only a denial is said: no answer has it."""
_SUPPOSED = Expression(r"\b(?:pour|for|si|if)\b", re.IGNORECASE)


def may_contradict(turn: str) -> bool:
    """Whether a turn has one of the words that put a value in another's place: most have none."""
    for mark in _MARKS:  # Every turn that judges nothing comes by here.
        if mark in turn:
            return True
    return turn[:2].lower() == "no"


class Claim(NamedTuple):
    """What a turn says in place of what; whose words those are is another question."""

    right: frozenset[str]
    wrong: frozenset[str]

    def takes_back(self, asked: str) -> bool:
        """Whether what is denied is what the donor asked for."""
        return bool(self.wrong & _words(asked))

    def corrects(self, answer: str) -> bool:
        """Whether what is denied stands in the answer, and what is claimed does not."""
        said = _words(answer)
        if not self.wrong:
            return not self.right & said
        return self.wrong <= said and not self.right <= said


def claim_in(sentence: str) -> Claim | None:
    """What a sentence puts in another's place: "la voie 5, pas la 3". Without accents.

    Nothing is denied where a number or a starred word stands alone ("non, 391", "quatre*"), and
    nothing claimed by "je n'ai jamais parlé de la voie 3".
    """
    if found := _NUMBER_INSTEAD.match(sentence):
        number = found["number"]
        if number is None and found.group().count("*") != 1:
            return None
        return Claim(_words(number or found["starred"]), frozenset())
    if found := _NEVER_SAID.match(sentence):
        return _claim("", found["wrong"])
    found = _NOT_BUT.match(sentence) or _INSTEAD.match(sentence)
    if found is None or _SUPPOSED.search(found["right"]):
        return None
    return _claim(found["right"], found["wrong"])


def _claim(right: str, wrong: str) -> Claim | None:
    denied = _words(wrong)
    return Claim(_words(right) or _OPEN, denied) if denied else None


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _SAYS_NOTHING
