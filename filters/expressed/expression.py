"""Expressions made when they are first asked: they are long, and few archives hold a conversation
with an assistant."""

import re
from collections.abc import Callable
from functools import cached_property

Found = re.Match[str] | None


class Expression:
    """A regular expression, in the words of `re.Pattern`, that is compiled at need."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    @cached_property
    def match(self) -> Callable[..., Found]:
        """As `re.Pattern.match`: (text, start, end)."""
        return self._made.match

    @cached_property
    def search(self) -> Callable[..., Found]:
        """As `re.Pattern.search`: (text, start, end)."""
        return self._made.search
