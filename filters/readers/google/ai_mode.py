"""AI Mode of Search: what the donor said of an answer in words.

Facts: formats/gemini. One record holds a whole dialogue, in which a label in the account's language
stands before each prompt ("Votre prompt :") and each answer ("Réponse de la Recherche :"). The
first label is the prompt's; the answer's is the one that follows every prompt.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from filters.dialogue import Dialogue, Message, linear
from filters.reader import Finding, SetAside
from filters.readers.google.dates import quarter_time
from filters.readers.google.facts import Activity

NAMES = ("mode ia", "ai mode", "ai-mod", "ki-modus", "ki modus", "modo ia", "modo de ia",
         "modalità ai", "modalità ia", "tryb ai")  # fmt: skip
_LABEL = re.compile(r"([^:\n]{2,60}?)\s*:\s*")


def talk(found: Activity) -> Iterator[Finding]:
    """One dialogue: prompts and answers, one after the other."""
    messages = list(_messages(found.answer.split("\n"), quarter_time(found.time)))
    if messages:
        yield from Dialogue("gemini", linear(messages)).findings()
    else:
        yield SetAside("conversations", "no_preference")


def _messages(lines: list[str], at: float | None) -> Iterator[Message]:
    asks = _label(lines[0])
    if not asks:
        return
    starts = [number for number, line in enumerate(lines) if _label(line) == asks]
    exchanges = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    answers = set.intersection(*({_label(line) for line in one[1:]} for one in exchanges)) - {""}
    for number, exchange in enumerate(exchanges):
        turn = next((n for n, line in enumerate(exchange) if n and _label(line) in answers), None)
        if turn is None:
            return
        yield Message(f"{number}q", None, "user", _unlabelled(exchange[:turn]), at)
        yield Message(f"{number}a", None, "assistant", _unlabelled(exchange[turn:]), at)


def _label(line: str) -> str:
    found = _LABEL.match(line)
    return found[1].casefold() if found is not None else ""


def _unlabelled(lines: list[str]) -> str:
    return "\n".join([_LABEL.sub("", lines[0], count=1), *lines[1:]]).strip()
