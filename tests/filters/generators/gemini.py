"""Gemini in Takeout: turns, thumbs and preferred drafts, newest first."""

from random import Random
from typing import Any

from tests.filters.generators.assistant import SAID
from tests.filters.generators.export import Export
from tests.filters.generators.takeout import activity_file, moments, profile, record, words

LAYOUTS = ("json", "html")

_PROMPT = {"fr": "Prompt\u00a0: ", "en": "Prompted "}
_THUMBS = (
    ("Gave feedback: Good response", "thumb_up", "good"),
    ("Gave feedback: Bad response", "thumb_down", "bad"),
    ("Selected preferred draft", "ab_choice", "chosen"),
)
_DISTRACTORS = (
    "Created Gemini Canvas titled Feedback",
    "Used an Assistant feature",
    "Answered survey question",
)


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` records: for each judgement twice as many turns."""
    random = Random(seed)
    export = Export("gemini", identities={"Camille Exemple", "camille@exemple.fr"})
    header = words(language)["gemini"]
    rows: list[dict[str, Any]] = []
    times = iter(moments(random, size * 6 + 6))
    for n in range(max(size // 4, 1)):
        title, signal, label = random.choice(_THUMBS)
        export.plant(signal, label)
        rows.append(record(header, title, next(times)))
        for which in ("a", "b"):
            thread = (
                {"titleUrl": f"https://gemini.google.com/app/{n:x}"}
                if layout == "json" and n % 2
                else {}
            )
            answer = {
                "safeHtmlItem": [
                    {"html": f"<p>Réponse <b>{n}</b> {which}.</p><ul><li>feedback</li></ul>"}
                ]
            }
            prompt = f"{_PROMPT.get(language, _PROMPT['en'])}Question {n} {which}, avec feedback ?"
            rows.append(record(header, prompt, next(times), **answer, **thread))
        if layout == "json" and language in SAID and n % 3 == 0:
            # Newest first: what was said of an answer stands before it.
            said = random.choice(tuple(SAID[language]))
            export.plant(said, "good" if said == "praise" else "bad")
            thread = {"titleUrl": f"https://gemini.google.com/app/said{n}"}
            for prompt in (SAID[language][said], f"Question {n} c ?"):
                answer = {"safeHtmlItem": [{"html": f"<p>Réponse {n} c.</p>"}]}
                rows.append(
                    record(header, _PROMPT[language] + prompt, next(times), **answer, **thread)
                )
        if n % 4 == 0:
            rows.append(record(header, random.choice(_DISTRACTORS), next(times)))
    export.files |= activity_file(header, rows, language, layout)
    export.files |= profile("Camille Exemple", "camille@exemple.fr", language)
    return export
