"""Elements that are written alike all over a page: one expression, which learns the page's tags."""

import re
from collections.abc import Mapping


class Usual:
    """How almost all elements of a page are written: an expression with blanks for their tags.

    A page writes those tags alike from its first element to its last. Once one was read, the others
    are looked for by its very tags, which is quicker.
    """

    def __init__(self, expression: str, **tags: str) -> None:
        """`tags` says what may stand in each blank, written `{name}`; in another blank of that name
        stands the same once more."""
        self.tags = tags.keys()
        self._expression = expression
        self._groups = {name: f"(?P<{name}>{tag})" for name, tag in tags.items()}
        self.any = self._filled({})
        """The expression for the tags of any page."""

    def _filled(self, known: Mapping[str, str]) -> re.Pattern[str]:
        expression = self._expression
        for name, group in self._groups.items():
            if (tag := known.get(name)) is not None:
                expression = expression.replace(f"{{{name}}}", re.escape(tag))
            else:
                expression = expression.replace(f"{{{name}}}", group, 1)
                expression = expression.replace(f"{{{name}}}", f"(?P={name})")
        return re.compile(expression)

    def learned(self, found: re.Match[str], known: dict[str, str]) -> re.Pattern[str] | None:
        """The expression for the tags of one page: those `known`, to which those of an element that
        was found are added; None where it shows no other."""
        names = self._groups.keys() & found.re.groupindex.keys()
        shown = {name: found[name] for name in names if found[name] is not None}
        known |= shown
        return self._filled(known) if shown else None
