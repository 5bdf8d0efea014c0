"""Who writes in a WhatsApp conversation, and who of them is the donor: names are all there is.

Facts: formats/whatsapp. The text does not say who exported it: asked, unless a name the donor gave
writes in it.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from filters.reader import Knowledge, Question, chat_key, folded_name
from filters.readers.whatsapp.dates import DateOrder

_ENDING = re.compile(r"(?:\s?\(\d{1,3}\))?\.(?:txt|zip)\Z")
_NO_WORD = re.compile(r"[\W_]+")


@dataclass
class Chat:
    """What the first pass over a conversation found out."""

    title: str = ""
    """What its file is called: by the contact, or the group."""
    authors: Counter[str] = field(default_factory=Counter)
    order: DateOrder = field(default_factory=DateOrder)


@dataclass
class Notes:
    """The conversations of the archive, by number of their entry."""

    chats: dict[int, Chat] = field(default_factory=dict)


def prepare(knowledge: Knowledge) -> None:
    """Ask which author the donor is, unless a name they gave is one of them."""
    chats: dict[int, Chat] = knowledge.notes.chats
    authors = Counter(author for chat in chats.values() for author in chat.authors.elements())
    if authors and not any(knowledge.is_own(author) for author in authors):
        options = tuple(author for author, _ in authors.most_common(200))
        knowledge.questions.append(Question("author", "whatsapp", options))
    for number, chat in chats.items():
        others = [author for author in chat.authors if not knowledge.is_own(author)]
        knowledge.chats[key_of(number, chat)] = ", ".join(others[:6])


def own_names(chat: Chat, knowledge: Knowledge) -> frozenset[str]:
    """The donor's names in a chat. A chat of two is called by the contact: where nobody else writes
    in one that is called by the donor's name, two may bear it, and none is theirs."""
    own = knowledge.own_among(chat.authors)
    is_alone = len(own) == len(chat.authors)
    return frozenset() if is_alone and any(_is_called(chat, name) for name in own) else own


def title_of(path: str) -> str:
    """What a chat is called: the file, or on iOS what it was given in."""
    above, _, name = path.rpartition("/")
    return _plain(_ENDING.sub("", above.rpartition("/")[2] if name.startswith("_chat") else name))


def _is_called(chat: Chat, author: str) -> bool:
    name = _plain(folded_name(author))
    return bool(name) and chat.title.endswith(f" {name}")


def _plain(name: str) -> str:
    """Words alone: in names of files others stand for what may not stand there."""
    return _NO_WORD.sub(" ", name).strip()


def key_of(number: int, chat: Chat) -> str:
    """The neutral key of a chat."""
    return chat_key("whatsapp", "\n".join([str(number), *sorted(chat.authors)]))
