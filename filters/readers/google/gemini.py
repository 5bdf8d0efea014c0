"""Gemini, once Bard: what "My Activity" keeps of its conversations.

Facts: formats/gemini. The product "Gemini" of Takeout itself holds only Gems; AI Mode of Search
keeps whole dialogues without any judgement: both are known and not read.
"""

from filters.reader import Reader
from filters.readers.google.activity import FOLDERS, acts, within
from filters.readers.google.record import activities

_PRODUCTS = ("*gemini*", "bard*")
_AI_MODE = ("mode ia*", "ai mode*", "ai-mod*", "ki-modus*", "ki modus*", "modo ia*", "modo de ia*",
            "modalità ai*", "modalità ia*", "tryb ai*")  # fmt: skip

reader = Reader(
    "gemini",
    version=1,
    title="Gemini",
    signals={"one_source": ("thumb_up", "thumb_down", "ab_choice")},
)
reader.signal(
    *(pattern for product in _PRODUCTS for pattern in within(product)),
    decode=activities, family="conversations", whole=True,
)(acts)  # fmt: skip
reader.ignore(
    *(f"{base}/{product}/**" for base in FOLDERS for product in _AI_MODE),
    family="ai_mode", telling=True,
)  # fmt: skip
reader.ignore(
    "takeout*/gemini/**", "*/gemini/gems/**", "gemini/*gems*", "gemini/scheduled_actions*",
    family="gems", telling=True,
)  # fmt: skip
# An activity file that was renamed, or is all there is.
reader.signal(
    decode=activities, family="conversations", whole=True,
    signature=r'\A[^}]{0,4000}?"header"\s*:\s*"[^"]{0,30}(?:Gemini|Bard)'
    r'|\A\W{0,8}<[^\x00]{0,60000}?<p class="mdl-typography--title">[^<]{0,30}(?:Gemini|Bard)',
)(acts)  # fmt: skip
