"""A pattern of Python's as JavaScript source, so that a donor's browser knows what readers know.

JavaScript has no `\\A`, and in the browsers people own no inline flags and no atomic groups; so the
parsed pattern is written out again: letters that fold are spelled out, anchors become what they
mean. Python's parse tree is private (`re._parser`); tests run every reader's patterns in a browser.
"""

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_CLASSES = {
    op.CATEGORY_DIGIT: "0-9", op.CATEGORY_SPACE: r"\t\n\v\f\r ", op.CATEGORY_WORD: "a-zA-Z0-9_",
}  # fmt: skip
_NOT_CLASSES = {
    op.CATEGORY_NOT_DIGIT: "[^0-9]", op.CATEGORY_NOT_SPACE: r"[^\t\n\v\f\r ]",
    op.CATEGORY_NOT_WORD: "[^a-zA-Z0-9_]",
}  # fmt: skip
_ANCHORS = {
    op.AT_BEGINNING_STRING: "^", op.AT_END_STRING: "$", op.AT_END: r"(?=\n?$)",
    op.AT_BOUNDARY: r"\b", op.AT_NON_BOUNDARY: r"\B",
}  # fmt: skip


def to_javascript(pattern: re.Pattern[bytes] | re.Pattern[str]) -> str:
    """The source of an equal pattern for `new RegExp(source, "u")`, over text, or over bytes that
    were read as Latin-1. `\\w` and its like are ASCII. Raises ValueError where there is no equal.
    """
    source = pattern.pattern
    tree = _parser.parse(source, pattern.flags & ~re.UNICODE if isinstance(source, bytes) else 0)
    return _sequence(tree, tree.state.flags)


def _sequence(items: Any, flags: int) -> str:
    return "".join(_item(kind, value, flags) for kind, value in items)


def _item(kind: Any, value: Any, flags: int) -> str:
    if kind is op.LITERAL:
        return _literal(value, flags)
    if kind is op.NOT_LITERAL:
        return f"[^{_member(value, flags)}]"
    if kind is op.ANY:
        return "[^]" if flags & re.DOTALL else r"[^\n]"
    if kind in (op.IN, op.AT):
        return _set(value, flags) if kind is op.IN else _anchor(value, flags)
    return _group(kind, value, flags)


def _group(kind: Any, value: Any, flags: int) -> str:
    if kind is op.BRANCH:
        return "(?:" + "|".join(_sequence(one, flags) for one in value[1]) + ")"
    if kind is op.SUBPATTERN:
        _group, added, removed, inner = value
        return f"(?:{_sequence(inner, (flags | added) & ~removed)})"
    if kind is op.ATOMIC_GROUP:
        return f"(?:{_sequence(value, flags)})"
    if kind in (op.ASSERT, op.ASSERT_NOT):
        direction, inner = value
        sign = "=" if kind is op.ASSERT else "!"
        return f"(?{'<' if direction < 0 else ''}{sign}{_sequence(inner, flags)})"
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, inner = value
        times = f"{{{least},{'' if most is op.MAXREPEAT else most}}}"
        return f"(?:{_sequence(inner, flags)}){times}{'?' if kind is op.MIN_REPEAT else ''}"
    raise ValueError(str(kind))


def _anchor(value: Any, flags: int) -> str:
    if value is op.AT_BEGINNING:
        return r"(?:^|(?<=\n))" if flags & re.MULTILINE else _ANCHORS[op.AT_BEGINNING_STRING]
    if value is op.AT_END and flags & re.MULTILINE:
        return r"(?=\n|$)"
    if value not in _ANCHORS:
        raise ValueError(str(value))
    return _ANCHORS[value]


def _set(members: Any, flags: int) -> str:
    inside: list[str] = []
    is_negated = False
    for kind, value in members:
        if kind is op.NEGATE:
            is_negated = True
        elif kind is op.LITERAL:
            inside.append(_member(value, flags))
        elif kind is op.RANGE:
            inside.append(f"{_escaped(value[0])}-{_escaped(value[1])}")
            if flags & re.IGNORECASE:
                inside += [_member(code, flags) for code in range(value[0], value[1] + 1)]
        elif kind is op.CATEGORY and value in _CLASSES:
            inside.append(_CLASSES[value])
        elif kind is op.CATEGORY and value in _NOT_CLASSES and len(members) == 1:
            return _NOT_CLASSES[value]
        else:
            raise ValueError(str(value))
    return f"[{'^' if is_negated else ''}{''.join(inside)}]"


def _literal(code: int, flags: int) -> str:
    member = _member(code, flags)
    return f"[{member}]" if len(member) > len(_escaped(code)) else member


def _member(code: int, flags: int) -> str:
    """A character of a class, with its other case where case does not count."""
    both = {code, ord(chr(code).swapcase())} if flags & re.IGNORECASE and code < 128 else {code}
    return "".join(map(_escaped, sorted(both)))


def _escaped(code: int) -> str:
    character = chr(code)
    if character.isascii() and (character.isalnum() or character in "_ /<>\"'@:;,=%&#~`!"):
        return character
    return f"\\u{{{code:x}}}"
