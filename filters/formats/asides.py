"""What stands in an assistant's answer and is no part of it: thoughts, cards, marks of sources.

Models that think aloud write it before the answer, between tags (`<think>`, DeepSeek and local
models), or their programs do (`<details type="reasoning">`, Open WebUI; `<antThinking>`, Claude
until 2025). What a program draws as a card stands there as a tag of its own (`<grok:render>`).
ChatGPT puts sources between characters of private use (`cite`, then `turn0search1`), and before
2025 in brackets (`【4:0†source】`); DeepSeek writes `[citation:1]`. Seen in public readers of real
exports. The donor saw none of it when judging, and a model trained on it would learn to write it.
"""

import json
import re

_THOUGHT_FIRST = re.compile(
    r"\A(?:\s*<(think|thinking|thought)>.*?(?:</\1>|\Z))+\s*", re.DOTALL | re.IGNORECASE
)
"""Only before the answer: elsewhere the tag is spoken of."""
_ASIDE = re.compile(
    r"<antThinking>.*?(?:</antThinking>|\Z)"
    r'|<details\s+type="(?:reasoning|tool_calls|code_interpreter)"[^<>]*>.*?(?:</details>|\Z)\s*'
    r"|[ ]?<(grok:render|xai:tool_usage_card)\b[^<>]*>.*?(?:</\1>|\Z)",
    re.DOTALL,
)
_OPEN, _CLOSE, _NEXT = "\ue200", "\ue201", "\ue202"
_MARKED = re.compile(f"[ ]?{_OPEN}([^{_OPEN}{_CLOSE}]*)(?:{_CLOSE}|\\Z)")
_LEFT = re.compile(f"[{_OPEN}-\ue20f]")
_BRACKETED = re.compile(
    r"【[^【】†\n]{0,40}†[^【】\n]{0,200}】|[ ]?:contentReference\[oaicite:\d+\](?:\{[^{}\n]*\})?"
    r"|\[citation:\d+\]"
)
_TURN = re.compile(r"turn\d+\w+")


def answer_alone(text: str) -> str:
    """An answer without thoughts and cards."""
    if "<" not in text:
        return text
    text = _THOUGHT_FIRST.sub("", text)
    return _ASIDE.sub("", text).strip() if _ASIDE.search(text) else text


def without_citations(text: str) -> str:
    """An answer without marks of sources; the words a mark was shown as stay."""
    if _OPEN in text or _CLOSE in text or _NEXT in text:
        text = _LEFT.sub("", _MARKED.sub(_shown, text)).rstrip()
    if "†" in text or "[oaicite:" in text or "[citation:" in text:
        text = _BRACKETED.sub("", text)
    return text


def _shown(mark: re.Match[str]) -> str:
    kind, _, rest = mark[1].partition(_NEXT)
    words = ""
    if kind == "entity":
        try:
            named = json.loads(rest)
        except ValueError:
            named = ()
        if isinstance(named, list) and len(named) > 1 and isinstance(named[1], str):
            words = named[1]
    elif kind == "url":
        words = rest.partition(_NEXT)[0]
        words = "" if _TURN.fullmatch(words) else words
    return (" " if mark[0][0] == " " else "") + words if words else ""
