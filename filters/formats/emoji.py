"""Which signal an emoji reaction is. An emoji not named here is a reaction all the same."""

from filters.interaction import Signal

_SIGNALS: dict[str, Signal] = {
    "👍": "like", "👎": "dislike", "❤": "love", "😍": "love", "🥰": "love", "😆": "haha",
    "😂": "haha", "🤣": "haha", "😮": "wow", "😲": "wow", "😢": "sad", "😥": "sad", "😭": "sad",
    "😠": "angry", "😡": "angry", "👏": "celebrate", "🎉": "celebrate", "🤗": "care",
}  # fmt: skip
_MODIFIERS = {"\ufe0f", "\ufe0e", *(chr(code) for code in range(0x1F3FB, 0x1F400))}


def reaction_signal(emoji: str) -> Signal:
    """The signal of an emoji, whatever its skin tone or presentation."""
    return _SIGNALS.get("".join(c for c in emoji if c not in _MODIFIERS), "other_emoji")
