"""Account names: `@name`, `@name@server`, `u/name`, `name#1234`, and what is announced as one.

Code in an assistant's answers has decorators and directives of the same form; the usual ones stay
when they open a line. `@XXX` and `@user`, which stand for a handle that was hidden, stay too.
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.domains import SUFFIXES
from filters.redaction.finder import Finder, Hit, either, holds, says
from filters.redaction.identities import folded
from filters.redaction.lexicon import FIRST_NAMES

_NAME = r"[@＠]\w(?:[\w.\-]{0,62}\w)?"
_AT = re.compile(
    r"(?:(?<![\w@/+%\-])(?<!\w\.)|(?<=\bcc)|(?<=\brt)|(?<=\bvia)|(?<=\bcf)|(?<=[^\W\d_]/)(?=@[\w.\-]{1,64}(?![\w.\-/])))"
    rf"{_NAME}(?:@[\w\-]{{1,63}}(?:\.[\w\-]{{1,63}}){{1,4}})?",
    re.IGNORECASE,
)
_GLUED = re.compile(_NAME)
_REDDIT = re.compile(r"(?<![\w/])(?<!\w\.)/?u/[\w\-]{3,24}(?![\w\-/])", re.IGNORECASE)
_DISCORD = re.compile(r"(?<![\w#&])(?<!\w\.)\w(?:[\w.]{0,30}\w)?#\d{4}(?!\w)")
_NETWORK = (
    r"(?:insta(?:gram)?|ig|snap(?:chat)?|tik ?tok|twitter|bluesky|bsky|mastodon|threads|discord|twitch|steam|telegram|"
    r"skype|psn|playstation|gamertag|gamer tag|xbox(?: live)?|epic(?: games)?|bereal|kik|wechat|pinterest|vinted|onlyfans)"
)
_ACCOUNT = r"(?:pseudo(?:nyme)?|nom d['’]utilisateur|user ?name|user ?id|identifiant|login|handle|nickname|screen ?name)"
_SAYS = r"(?:[\"'*)\]]{0,3}[ ]{0,2}(?:c['’ ]?est|c|est|is|[:=|→;\t])[ \t]{0,3}[\"'«`*]{0,3}[ ]?)"
_VALUE = r"(?P<value>@?[\w](?:[\w.\-]{1,38}\w))(?P<end>\"|'|`|\*|[ ]?[,;|)!?\n\t]|\.(?!\w)|$)?"
_ANNOUNCED = re.compile(
    rf"(?<![^\W_])(?P<whose>(?:mon|ton|son|my|your|his|her)[ ])?(?:{_NETWORK}|{_ACCOUNT})"
    rf"(?:[ ](?:sur|on|de|du)?[ ]?{_NETWORK})?{_SAYS}{_VALUE}",
    re.IGNORECASE,
)
_JUST_BEHIND = re.compile(
    rf"(?<![^\W_]){_NETWORK},?[ ](?P<value>[^\W\d][\w.\-]{{2,38}}\w)(?!\w)", re.IGNORECASE
)
_MARK = re.compile(r"[^\W_][._][^\W_]|_|\d")
_HUMPS = re.compile(r"([A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,20})(?:[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,20}){1,2}")
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
    r"@?(?:x{3,}|user(?:name)?|utilisateur|pseudo|someone|quelqu_un|null|none|true|false|string|str|root|guest)",
    re.IGNORECASE,
)
"""Written where somebody has hidden a handle already: nobody is called so."""
_LEAST_CHARS = 5
_PROGRAM = re.compile(
    r"\.(?:js|py|exe|net|dll|php|html?|json|ts|md|txt|jpg|png|zip)$", re.IGNORECASE
)


_HOLDS_MARK = holds("@", "＠", "#", "u/")
SAYS_NETWORK = says(
    "insta", "instagram", "ig", "snap", "snapchat", "tiktok", "tik", "twitter", "bluesky", "bsky", "mastodon", "threads", "discord",
    "twitch", "steam", "telegram", "skype", "psn", "playstation", "gamertag", "gamer", "xbox", "epic", "bereal", "kik", "wechat",
    "pinterest", "vinted", "onlyfans",
)  # fmt: skip
SAYS_ACCOUNT = says(
    "pseudo", "pseudonyme", "utilisateur", "user", "username", "userid", "identifiant", "login",
    "handle", "nickname", "screen", "screenname",
)  # fmt: skip


def _find(text: str) -> Iterator[Hit]:
    if _HOLDS_MARK(text):
        yield from _marked(text)
    if SAYS_NETWORK(text) or SAYS_ACCOUNT(text):
        yield from _announced(text)


def _marked(text: str) -> Iterator[Hit]:
    """With a sign that says so."""
    for match in _AT.finditer(text):
        if match.group()[1:].casefold() not in _CODE and not _STAND_IN.fullmatch(match.group()):
            yield match.span()
        end = match.end()
        while glued := _GLUED.match(text, end):
            yield glued.span()
            end = glued.end()
    for pattern in (_REDDIT, _DISCORD):
        for match in pattern.finditer(text):
            yield match.span()


def _announced(text: str) -> Iterator[Hit]:
    """Behind the name of a network, or a word for an account."""
    for match in _ANNOUNCED.finditer(text):
        if (
            _is_account(match["value"])
            or _HUMPS.fullmatch(match["value"])
            or ((match["whose"] or match["end"] is not None) and _may_be_account(match["value"]))
        ):
            yield match.span("value")
    for match in _JUST_BEHIND.finditer(text):
        if _is_account(match["value"]) or _is_name_in_humps(match["value"]):
            yield match.span("value")


def _is_account(written: str) -> bool:
    """Whether this is written as no word is: with figures, a stroke, or a dot amid unusual words."""
    if not _MARK.search(written) or not any(c.isalpha() for c in written):
        return False
    if _PROGRAM.search(written) or written.rsplit(".", 1)[-1].casefold() in SUFFIXES:
        return "_" in written
    parts = [part for part in re.split(r"[._\-]", written.casefold()) if part]
    return any(not is_everyday(part) for part in parts) and not re.fullmatch(
        r"v?\d[\d.\-]*|\d+[a-z]{1,3}", written.casefold()
    )


def _is_name_in_humps(written: str) -> bool:
    """A first name run together with another word: "LouiseDurand"."""
    humps = _HUMPS.fullmatch(written)
    return humps is not None and folded(humps[1]) in FIRST_NAMES


def _may_be_account(written: str) -> bool:
    plain = written.removeprefix("@").casefold()
    return (
        len(plain) >= _LEAST_CHARS
        and not is_everyday(plain)
        and not _STAND_IN.fullmatch(plain)
        and plain not in _CODE
        and (written.islower() or any(c in "_.@" or c.isdigit() for c in written))
        and not written.isdigit()
        and not _PROGRAM.search(written)
    )


recognizer = Finder("HANDLE", _find, needs=either(_HOLDS_MARK, SAYS_NETWORK, SAYS_ACCOUNT))
