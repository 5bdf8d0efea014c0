"""Account names: `@name`, `@name@server`, `u/name`, `name#1234`.

Code in an assistant's answers has decorators and directives of the same form; the usual ones stay
when they open a line. `@XXX` and `@user`, which stand for a handle that was hidden, stay too.
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.finder import Finder, Hit

_AT = re.compile(
    r"(?<![\w@/+%\-])(?<!\w\.)[@＠]\w(?:[\w.\-]{0,62}\w)?(?:@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4})?"
)
_REDDIT = re.compile(r"(?<![\w/])(?<!\w\.)/?u/[\w\-]{3,24}(?![\w\-/])", re.IGNORECASE)
_DISCORD = re.compile(r"(?<![\w#&])\w{2,32}#\d{4}(?!\w)")
_CODE_WORDS = (
    "abstractmethod admin after app autowired bean before before_all cached_property celery "
    "classmethod click component contextmanager controller dataclass data decorator "
    "deprecated everyone fixture font-face functools.lru_cache functools.wraps getter here "
    "import include injectable input jit keyframes layer login_required lru_cache media "
    "module ngmodule nonnull nullable output override param parametrize patch property "
    "pytest.fixture pytest.mark.parametrize receiver requestmapping restcontroller return "
    "returns route service setter shared_task staticmethod suppresswarnings supports tailwind "
    "task test throws todo transactional type use wraps"
)
_CODE = frozenset(_CODE_WORDS.split())
_STAND_IN = re.compile(
    r"@(?:x{3,}|user(?:name)?|utilisateur|pseudo|someone|quelqu_un)", re.IGNORECASE
)
"""Written where somebody has hidden a handle already: nobody is called so."""

_ON = r"(?:insta(?:gram)?|snap(?:chat)?|discord|pseudo|twitter|tiktok|twitch|psn|gamertag|telegram|username|user name)"
_ANNOUNCED = re.compile(
    rf"(?<![\w@/.]){_ON}(?:[ ]?[:=→][ ]?|[ ](?:c['’]est[ ]|c[ ]|est[ ]|is[ ])?)[\"'*_`]{{0,2}}(?P<value>\w[\w.\-]{{1,30}}\w)(?![\w@])",
    re.IGNORECASE,
)

_LEAST_CHARS = 5


def _announced(text: str) -> Iterator[Hit]:
    """A name behind that of the site: it must not look like a word, or end the line after a colon."""
    for match in _ANNOUNCED.finditer(text):
        value = match["value"]
        is_odd = bool(re.search(r"\d|\w[._]\w", value)) and not value.isdigit()
        ends = re.match(r"[\"'*_`]{0,2}[ ]?(?:[,;|)\n/]|$)", text[match.end() : match.end() + 4])
        is_said = any(sign in match.group() for sign in ":=→")
        if is_odd or (
            is_said and ends and len(value) >= _LEAST_CHARS and not is_everyday(value.lower())
        ):
            yield match.span("value")


def _find(text: str) -> Iterator[Hit]:
    yield from _announced(text)
    for match in _AT.finditer(text):
        if match.group()[1:].casefold() not in _CODE and not _STAND_IN.fullmatch(match.group()):
            yield match.span()
    for pattern in (_REDDIT, _DISCORD):
        for match in pattern.finditer(text):
            yield match.span()


recognizer = Finder("HANDLE", _find, needs=rf"[@＠#]|u/|(?<!\w){_ON}(?!\w)")
