"""Whose folder it is: `C:\\Users\\Jean Dupont\\…`, `/home/jdupont/…`, `jdupont@laptop:~$`.

Conversations with assistants are full of paths and of what a terminal printed, and systems name the
folder of a person after them. Names that every system has ("Public", "ubuntu") and those that stand
for one ("username", `<you>`) stay, as does the rest of the path.
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.finder import Finder, Hit, holds
from filters.redaction.identities import folded
from filters.redaction.lexicon import FIRST_NAMES

_STAND_INS = (
    "root user users username user_name user1 utilisateur nom nom_utilisateur votre_nom votrenom "
    "votre-nom your_name yourname your-name your_username your-username yourusername you moi me "
    "name public default all shared partage guest invite test demo dev app apps node www-data "
    "nobody ubuntu debian fedora centos ec2-user azureuser pi vagrant docker runner jenkins git "
    "admin administrator administrateur admin1 vscode codespace linuxbrew node-user runneradmin "
    "xxx foo bar student etudiant accueil index home dashboard about login contact profile"
)
_NOBODY = frozenset(_STAND_INS.split())
_WINDOWS = re.compile(
    r"(?<![A-Za-z])[A-Za-z]:[\\/]{1,4}(?:Users|Utilisateurs|Documents and Settings)[\\/]{1,4}"
    r"(?P<value>[^\W_][^\\/:*?\"<>|\r\n]{1,40}(?=[\\/])|[^\W_][\w.\-]{1,40})",
    re.IGNORECASE,
)
_UNIX = re.compile(
    r"(?:(?<![\w.\-])|(?<=file://)|(?<=/mnt/[a-z]))/(?:home|Users)/(?P<value>[^\W\d_][\w.\-]{1,40})"
)
_PROMPT = re.compile(
    r"(?<![\w.@\-])(?P<value>[a-z_][\w.\-]{1,31}@[\w.\-]{1,63}):[~/][^\s:$#]{0,100}[$#]"
)
_HOLDS_FOLDER = holds(
    "/home/", "users\\", "users/", "utilisateurs\\", "utilisateurs/", "settings\\", "@"
)


def _find(text: str) -> Iterator[Hit]:
    for pattern in (_WINDOWS, _UNIX):
        for match in pattern.finditer(text):
            name = match["value"].rstrip(". ")
            if not _is_nobody(name):
                start = match.start("value")
                yield start, start + len(name)
    for match in _PROMPT.finditer(text) if ":~" in text or ":/" in text else ():
        if not _is_nobody(match["value"].partition("@")[0]):
            yield match.span("value")


def _is_nobody(name: str) -> bool:
    """Whether it is a name every system has, or a word: a page of a site may be below "/home/"."""
    plain = folded(name)
    return plain in _NOBODY or (is_everyday(plain) and plain not in FIRST_NAMES)


recognizer = Finder("HANDLE", _find, needs=_HOLDS_FOLDER)
