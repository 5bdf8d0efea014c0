"""Messenger: the donor's own messages, the reactions they gave, everybody else's words counted.

Facts: formats/messenger. Its threads come in the Facebook archive; end-to-end encrypted chats are a
download of their own, one file a thread, known by what they hold. Polls of a group appear only as
notices, which say who voted for what in a translated sentence: they are passed over.
"""

from filters.reader import Reader
from filters.readers.meta.direct import read_threads
from filters.readers.meta.participants import Notes, asker

reader = Reader(
    "messenger", version=2, title="Messenger", notes=Notes, prepare=asker("messenger"),
    within="facebook",
    signals={
        "confirmed": ("reply", "like", "love", "haha", "wow", "sad", "angry", "other_emoji"),
    },
)  # fmt: skip
reader.ignore(
    "messages/autofill_information.*", "messages/secret_*.*", "messages/ai_conversations*",
    "messages/your_*.*", "messages/community_*.*", "messages/chats.html",
    family="account",
)  # fmt: skip
read_threads(reader, signature='"participants"\\s*:\\s*\\[|"sender_?[nN]ame"\\s*:')
