"""Passwords, keys and tokens: a text that holds one is dropped whole (rule R7).

A password is known by being announced, a token by its issuer's prefix or by being announced and long.
Code that reads a password from elsewhere (`password = request.form[...]`) holds none.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit, holds

_ANNOUNCES = (
    r"(?:mots?[ _-]?de[ _-]?passe|mdp|passwords?|passwd|pwd|pw(?=[ ]?[:=])|passphrase|code (?:pin|secret|confidentiel|personnel|wifi|wi-fi|d['’]acc[èe]s|d['’]entr[ée]e|du wifi|de l['’](?:immeuble|alarme|entr[ée]e)|du (?:portail|garage|b[âa]timent|coffre)|"
    r"de la (?:box|porte|carte)|de (?:ma|mon|ta|ton|notre) \w{1,15}(?: \w{1,10})?)|digicode|pin code|pin|cl[ée] (?:wi-?fi|wep|wpa2?))"
)
_KEY = (
    r"(?:api[ _-]?key|secret[ _-]?key|access[ _-]?(?:token|key)|auth[ _-]?token|client[ _-]?secret|private[ _-]?key|"
    r"cl[ée] (?:d['’]api|api|secr[èe]te|priv[ée]e)|bearer|token|jeton|secret)"
)
_WHOSE = r"(?:[ ](?:de|du|d['’]|pour|for|on|of)?[ ]?\w{2,15}){0,2}"
_SAYS = r"(?:[\"'*_)\]]{0,3}[^\S\n]{0,2}(?:\(\w{1,15}\)[ ]?)?(?:(?:c['’]?est|c|est|is|was|sera)(?=[ :])[^\S\n]?[:«]?|n°|[:=]{1,2}>?|→|=>|[;|\t])[^\S\n]{0,3}[\"'«`*]{0,3}[^\S\n]?)"
_VALUE = r"(?P<value>[^\s\"'»|`;]{4,200})"
_ANNOUNCED = re.compile(rf"(?<![^\W_]){_ANNOUNCES}{_WHOSE}{_SAYS}{_VALUE}", re.IGNORECASE)
_JUST_BEHIND = re.compile(
    rf"(?<![^\W_]){_ANNOUNCES}[\"'*_)\]]{{0,3}}[^\S\n]{{1,3}}(?:-[ ])?(?P<value>[^\s\"'»|`;<]{{4,64}})",
    re.IGNORECASE,
)
"""Without a sign between: the value must look like a password by itself."""
_PASS = re.compile(
    r"(?<![^\W_])pass[\"']?[ ]{0,2}[:=]{1,2}[ ]{0,2}[\"'`]?(?P<value>[^\s\"'»|`;<]{6,64})",
    re.IGNORECASE,
)
"""As settings and people shorten it ("smtp_pass:"): the value must look like a password by itself."""
_ON_COMMAND_LINE = re.compile(
    r"(?<![\w-])(?:(?:mysql|mariadb)\w{0,10}\b[^\n]{0,120}?[ ]-p|sshpass[ ]+-p[ ]?|redis-cli\b[^\n]{0,80}?[ ]-a[ ]"
    r"|docker login\b[^\n]{0,80}?[ ]-p[ ])"
    r"[\"']?(?P<value>[^\s\"'`;|]{4,64})"
)
_RECOVERY = re.compile(
    r"(?:(?:phrase|mots)[ ](?:de[ ]r[ée]cup[ée]ration|de[ ]r[ée]cup|secr[èe]te|secrets|mn[ée]moniques?|seed)"
    r"|(?:seed|recovery|secret|backup|mnemonic)[ ](?:phrase|words)|mnemonic|seed)\b[^\n:=]{0,30}[:=][ \n\"'«]{0,4}"
    r"(?P<value>(?:(?:\d{1,2}[.)]?[ ]?)?[^\W\d_]{3,9}[ ,\n-]{1,3}){11,23}(?:\d{1,2}[.)]?[ ]?)?[^\W\d_]{3,9})(?![^\W_])",
    re.IGNORECASE,
)
"""Twelve words or more that open a wallet."""
_DOOR = re.compile(
    r"(?<![^\W_])(?:digicode|visiophone|code (?:de (?:la |l['’]|mon |ma )?|d['’]|du |(?=porte|portail|immeuble|entr[ée]e|hall|alarme))"
    r"(?:porte|portail|immeuble|entr[ée]e|hall|alarme|coffre(?:-fort)?|bo[îi]te [àa] cl[ée]s?|garage|interphone|r[ée]sidence)"
    r"|(?:door|gate|alarm|entry) code)"
    r"(?:[ ](?:de |du )?(?:en bas|l['’]immeuble|l['’]entr[ée]e|la porte))?[\"'*_)]{0,3}(?:[ ]?(?:c['’]?est|c|est|is)(?=[ :]))?[^\w\n]{1,4}"
    r"(?P<value>(?=[0-9A-Z]{0,3}\d)[0-9A-Z]{4,8}[#*]?)(?!\w)",
    re.IGNORECASE,
)
"""Letters and figures few enough to type at a door."""
_KEY_WORD = re.compile(_KEY, re.IGNORECASE)
_HEADED = re.compile(
    rf"(?<![^\W_])(?:{_ANNOUNCES}|{_KEY})(?:[ ](?:wifi|wi-fi|\w{{2,10}}))?(?![^\W_])", re.IGNORECASE
)
_MOST_COLUMNS = 40
_LABELLED_BEHIND = re.compile(
    rf"(?<=>)(?P<value>[^\s<>]{{4,64}})(?=</td><!-- {_ANNOUNCES})", re.IGNORECASE
)
_ANNOUNCED_KEY = re.compile(
    rf"(?<![^\W_])(?:\w{{0,30}}_)?{_KEY}(?:{_SAYS}|[ ])(?P<value>(?<=[\"'`])[^\s\"'`<>{{}}()]{{16,200}}(?=[\"'`])|[A-Za-z0-9_\-./+=]{{16,2000}})",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9])(?:sk-[A-Za-z0-9_-]{20,200}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,128}|"
    r"gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{40,100}|xox[abprse]-[A-Za-z0-9-]{10,200}|xapp-[A-Za-z0-9-]{20,200}|"
    r"AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{30,40}|glpat-[A-Za-z0-9_-]{20,64}|"
    r"hf_[A-Za-z0-9]{30,64}|npm_[A-Za-z0-9]{36}|SG\.[\w-]{16,32}\.[\w-]{16,64}|"
    r"ya29\.[A-Za-z0-9_-]{20,300}|1//0[A-Za-z0-9_-]{20,200}|d[oa]p_v1_[0-9a-f]{40,80}|gsk_[A-Za-z0-9]{30,80}|xai-[A-Za-z0-9]{30,120}|"
    r"pplx-[A-Za-z0-9]{30,80}|r8_[A-Za-z0-9]{30,60}|nvapi-[\w-]{30,100}|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|whsec_[A-Za-z0-9+/=]{20,80}|"
    r"sq0(?:atp|csp)-[\w-]{20,60}|dckr_pat_[\w-]{20,60}|pypi-[\w-]{50,300}|ATATT3x[\w=-]{40,300}|tskey-[\w-]{20,80}|"
    r"key-[0-9a-f]{32}|EAA[A-Za-z0-9]{60,300}|AGE-SECRET-KEY-1[0-9A-Z]{50,64}|"
    r"\d{8,10}:AA[A-Za-z0-9_-]{32,35}|"
    r"eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,2000})"
    r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[\sA-Za-z0-9+/=,:\-\\]{0,9000}?-----END [A-Z ]{0,30}PRIVATE KEY-----)?|(?<=://)[^\s:/@]{1,64}:[^\s:/@]{3,64}(?=@)"
    r"|(?<=hooks\.slack\.com/services/)[\w/]{20,100}|(?<=discord\.com/api/webhooks/)[\w/-]{20,150}"
)
_OF_AN_ACCOUNT = re.compile(
    r"(?<!\w)curl[^\n]{0,200}?[ ](?:-u|--user)[ =]?[\"']?(?P<value>(?!https?:)[^\s:\"'$<{]{1,64}:[^\s\"'$<{]{3,64})"
)
_BARE_KEY = re.compile(
    r"(?<![^\W_])cl[ée](?:[ ]?:|[ ]est)?[ ](?P<value>[A-Za-z0-9]{12,64})(?!\w)", re.IGNORECASE
)
_MARKS = (
    "sk-", "k_", "gh", "github_pat_", "xox", "xapp-", "AKIA", "ASIA", "AIza", "glpat-", "hf_", "npm_", "SG.", "ya29.", "1//0",
    "p_v1_", "gsk_", "xai-", "pplx-", "r8_", "nvapi-", "shp", "whsec_", "sq0", "dckr_", "pypi-", "ATATT", "tskey-", "key-", "EAA",
    "AGE-SECRET", ":AA", "eyJ", "-----BEGIN", "://", "slack.com", "discord.com",
)  # fmt: skip
"""Without one of these there is no token."""
_KEY_DIGITS = 3
_DISORDER = 8
"""As many letters of either case are no name of a variable, whose words have a capital each."""
_KEY_CHARS = 16
_PASSWORD_CHARS = 6


_ANNOUNCES_ONE = holds(
    "pass", "mdp", "pw", "pin", "code", "clé", "cle", "key", "token", "jeton", "secret", "bearer", "visio",
)  # fmt: skip
"""Without one of these nothing is announced."""
_NAMES_CURL = holds("curl")
_NAMES_A_COMMAND = holds("mysql", "mariadb", "sshpass", "redis-cli", "docker login")
_ANNOUNCES_WORDS = holds("phrase", "seed", "mnemo", "mots secrets", "mots de r")


def _find(text: str) -> Iterator[Hit]:
    if _ANNOUNCES_ONE(text):
        yield from _announced(text)
        yield from _in_columns(text)
    for may_hold, pattern, is_one in (
        (_NAMES_CURL, _OF_AN_ACCOUNT, bool),
        (_NAMES_A_COMMAND, _ON_COMMAND_LINE, _is_secret),
        (_ANNOUNCES_WORDS, _RECOVERY, bool),
    ):
        if may_hold(text):
            yield from (m.span("value") for m in pattern.finditer(text) if is_one(m["value"]))
    if any(map(text.__contains__, _MARKS)):
        for match in _TOKEN.finditer(text):
            yield match.span()


def _announced(text: str) -> Iterator[Hit]:
    for pattern, is_one in (
        (_ANNOUNCED, _is_secret),
        (_LABELLED_BEHIND, _is_secret),
        (_JUST_BEHIND, _is_password),
        (_ANNOUNCED_KEY, _is_key),
        (_PASS, _is_password),
        (_DOOR, bool),
        (_BARE_KEY, _is_mixed),
    ):
        for match in pattern.finditer(text):
            if is_one(match["value"]):
                yield match.span("value")


def _in_columns(text: str) -> Iterator[Hit]:
    """The cells under a heading that says so, in lines parted by semicolons or tabs."""
    if not (";" in text or "\t" in text) or not _HEADED.search(text):
        return
    columns: dict[int, bool] = {}
    for line in re.finditer(r"[^\n]+", text):
        cells = list(re.finditer(r"[^;\t]+", line.group()))
        if not 1 < len(cells) <= _MOST_COLUMNS:
            columns = {}
            continue
        for number, cell in enumerate(cells):
            written = cell.group().strip(" \"'")
            start = line.start() + cell.start() + cell.group().find(written)
            is_key = columns.get(number)
            if is_key is None or " " in written:
                continue
            if _is_key(written) if is_key else _is_secret(written):
                yield start, start + len(written)
        columns = _headings(cells) or columns


def _headings(cells: list[re.Match[str]]) -> dict[int, bool]:
    """The columns headed by what announces a secret, and whether that is a key."""
    return {
        number: _KEY_WORD.search(cell.group()) is not None
        for number, cell in enumerate(cells)
        if _HEADED.fullmatch(cell.group().strip(" \"'"))
    }


def _is_secret(written: str) -> bool:
    value = written.rstrip(".,;:!?)")
    is_code = any(c in value for c in "()[]{}<>") or value.startswith(("$", "%", "os.", "self."))
    return not is_code and any(c.isdigit() or c in "!#&*+_@§€$" for c in value)


def _is_password(written: str) -> bool:
    value = written.rstrip(".,;:?)")
    return (
        _is_secret(value)
        and len(value) >= _PASSWORD_CHARS
        and any(c.isdigit() for c in value)
        and any(c.isalpha() for c in value)
    ) or (value.isdigit() and len(value) in range(4, 9) and value[:2] not in ("19", "20"))


def _is_mixed(written: str) -> bool:
    """Letters of either case and figures: no word, no name of a model."""
    capitals, small = sum(map(str.isupper, written)), sum(map(str.islower, written))
    return min(capitals, small) > 1 and sum(map(str.isdigit, written)) > 1


def _is_key(written: str) -> bool:
    """Letters and digits in disorder: no word, no path, no name of a variable."""
    if len(written) < _KEY_CHARS or written.startswith(("/", "./", "http")):
        return False
    capitals, small = sum(c.isupper() for c in written), sum(c.islower() for c in written)
    letters = written.replace("_", "").replace("-", "")
    is_jumbled = min(capitals, small) >= _DISORDER and letters.isalnum()
    return is_jumbled or (
        sum(c.isdigit() for c in written) >= _KEY_DIGITS and any(map(str.isalpha, written))
    )


recognizer = Finder("CREDENTIAL", _find)
