"""Names in capitals, seen as they would be written otherwise.

"CONTACTEZ YSOLINE TRÉBEURDEN" says of no word whether it is a name, nor does "voir YSOLINE
TRÉBEURDEN": the model takes it for an acronym or a headline. So the ordinary words in capitals are
made small, those that are none are given the capital of a name, and the text is looked at again.
"""

import re
from collections.abc import Callable

_CAPITALS = "A-ZÀ-ÖØ-Þ"
_WORD = re.compile(
    rf"(?<![\w@#/.\-])(?:[DLNJ]['’]|QU['’])?([{_CAPITALS}]{{2,24}}(?:-[{_CAPITALS}]{{2,24}}){{0,2}})(?![\w@/\-])"
)
_AT_SIGHT = re.compile(rf"[{_CAPITALS}]{{3}}")
_LONGEST_ACRONYM = 4
_LAUGH = re.compile(r"(.{2})\1\1")
_PARTICLE = r"(?:(?:DE|DU|DES|LE|LA|VAN|VON|EL|BEN|DA|DI)[ ]){0,2}"
_LONG = rf"[{_CAPITALS}]{{3,24}}(?:-[{_CAPITALS}]{{2,24}})?"
_TITLED = rf"[{_CAPITALS}][^\W\d_{_CAPITALS}]{{2,24}}(?:-[{_CAPITALS}][^\W\d_]{{1,24}})?"
_PAIR = re.compile(
    rf"(?<![\w@#/.'’\-])(?={_LONG}[ ]{_PARTICLE}(?P<second>{_LONG}|{_TITLED})(?![\w@/\-])|{_TITLED}[ ]{_PARTICLE}(?P<last>{_LONG})(?![\w@/\-]))"
    rf"(?P<first>{_LONG}|{_TITLED})"
)
"""Two words that stand as a name's do, one at least in capitals."""


def seen_otherwise(
    text: str, is_word: Callable[[str], bool], is_common: Callable[[str], bool]
) -> str | None:
    """The same text, every offset as it was, as if its names were not in capitals; None where no
    two words stand together of which one is unknown and none is common.

    In: whether a word is one of a language that is read; whether it is so common, or a brand or a
    town, that a name is no likely sense of it.
    """
    named = _names(text, is_word, is_common) if _AT_SIGHT.search(text) else set()
    if not named:
        return None
    seen = _WORD.sub(
        lambda match: match.group().replace(match[1], _small(match[1], named, is_word)), text
    )
    return seen if len(seen) == len(text) and seen != text else None


def _names(text: str, is_word: Callable[[str], bool], is_common: Callable[[str], bool]) -> set[str]:
    pairs = [(match["first"], match["second"] or match["last"]) for match in _PAIR.finditer(text)]
    pairs = [pair for pair in pairs if _is_no_acronym(*pair) and not any(map(is_common, pair))]
    named = {part for pair in pairs if not any(map(is_word, pair)) for part in pair}
    # "PERSEPHONE WICKERSHAW" has a word of the dictionary; beside a whole name it is only a word.
    return named or {
        part
        for pair in pairs
        if not all(map(is_word, pair)) and all(map(str.isupper, pair))
        for part in pair
    }


def _is_no_acronym(first: str, second: str) -> bool:
    """Whether one is in capitals that is too long for an acronym, and neither is a laugh."""
    return any(
        word.isupper() and len(word) > _LONGEST_ACRONYM for word in (first, second)
    ) and not any(_LAUGH.search(word) for word in (first, second))


def _small(word: str, named: set[str], is_word: Callable[[str], bool]) -> str:
    if word in named:
        return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
    return word.lower() if all(map(is_word, word.split("-"))) else word
