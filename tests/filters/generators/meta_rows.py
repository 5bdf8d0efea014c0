"""What Meta's generators share: names in both languages, broken bytes, boxes of pages."""

import json
import random
from typing import Any

AT = 1_700_000_000
FRENCH_NAMES = ("Frédéric Lemoine", "Aïcha Benali", "Noël Garçon", "Zoé Hélary", "Éloi Prévôt")
ENGLISH_NAMES = ("Harriet Fielding", "Tom Ashworth", "Grace O'Neil", "Imran Walker", "Ruth Bell")
WORDS = {
    "fr": ("très", "bien", "merci", "été", "photo", "demain", "ça", "fête", "génial", "déjà"),
    "en": ("very", "nice", "thanks", "summer", "picture", "tomorrow", "party", "great", "see"),
}
DATES = {"fr": "déc. 28, 2023 7:20 am", "en": "Dec 28, 2023 7:20 am"}


def names(language: str) -> tuple[str, ...]:
    """People of one country."""
    return FRENCH_NAMES if language == "fr" else ENGLISH_NAMES


def said(chance: random.Random, language: str) -> str:
    """A few words somebody wrote."""
    return " ".join(chance.choices(WORDS[language], k=chance.randint(2, 9)))


def broken(document: Any) -> bytes:
    """JSON as Meta writes it: each byte of UTF-8 as one character."""
    return json.dumps(_broken(document)).encode()


def _broken(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode().decode("latin-1")
    if isinstance(value, list):
        return [_broken(one) for one in value]
    if isinstance(value, dict):
        return {_broken(key): _broken(one) for key, one in value.items()}
    return value


def page(*boxes: str) -> bytes:
    """A page of the HTML form."""
    return (
        '<html><head><meta charset="utf-8"><title>T</title></head><body class="_5vb_">'
        f'<div class="_a706" role="main">{"".join(boxes)}</div></body></html>'
    ).encode()


def box(heading: str, body: str, date: str, *, year: int = 2023) -> str:
    """One record of a page, with the classes of that year."""
    if year < 2021:
        return (
            '<div class="pam _3-95 _2pi0 _2lej uiBoxWhite noborder">'
            f'<div class="_3-96 _2pio _2lek _2lel">{heading}</div>'
            f'<div class="_3-96 _2let">{body}</div><div class="_3-94 _2lem">{date}</div></div>'
        )
    head = f'<h2 class="_3-95 _2pim _a6-h _a6-i">{heading}</h2>' if heading else ""
    return (
        f'<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">{head}'
        f'<div class="_3-95 _a6-p">{body}</div><div class="_3-94 _a6-o">{date}</div></div>'
    )


def table(*rows: tuple[str, str]) -> str:
    """Labels and values on a page."""
    cells = "".join(
        f'<tr><td class="_a6_q">{label}</td><td class="_2piu _a6_r">{value}</td></tr>'
        for label, value in rows
    )
    return f'<table style="table-layout: fixed;">{cells}</table>'
