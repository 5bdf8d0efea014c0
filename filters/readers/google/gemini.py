"""Gemini, once Bard: what "My Activity" keeps of its conversations.

Facts: formats/gemini. The product "Gemini" of Takeout itself holds only Gems: known and not read.
AI Mode of Search keeps whole dialogues, without thumbs: `ai_mode`.
"""

from filters.reader import Reader
from filters.readers.google import ai_mode, people
from filters.readers.google.activity import acts, within
from filters.readers.google.facts import ARCHIVES
from filters.readers.google.record import activities

_PRODUCTS = ("*gemini*", "bard*")

reader = Reader(
    "gemini",
    version=1,
    title="Gemini",
    signals={"one_source": ("thumb_up", "thumb_down", "ab_choice")},
    archives=ARCHIVES,
)
reader.ignore(
    "takeout*/gemini/**", "*/gemini/gems/**", "gemini/*gems*", "gemini/scheduled_actions*",
    family="gems", telling=True,
)  # fmt: skip
# An activity file that was renamed, or is all there is.
reader.signal(
    "*gemini*/*.json", "bard*/*.json", decode=activities, family="conversations", whole=True,
    signature=r'\A(?:[^}]|\}(?!\s*,\s*\{)){0,4000}?'
    r'"header"\s*:\s*"[^"]{0,30}(?:Gemini|Bard|Mode IA|AI Mode)'
    r'|\A\W{0,8}<[^\x00]{0,60000}?<p class="mdl-typography--title">[^<]{0,30}(?:Gemini|Bard)',
)(acts)  # fmt: skip
reader.signal(
    *(pattern for product in _PRODUCTS for pattern in within(product)),
    *(pattern for name in ai_mode.NAMES for pattern in within(f"{name}*")),
    decode=activities, family="conversations", whole=True,
)(acts)  # fmt: skip
people.register(reader)
