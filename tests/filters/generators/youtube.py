"""YouTube in Takeout: acts in "My Activity", comments, live chat, history and advertisements."""

import csv
import io
import json
from random import Random
from typing import Any

from tests.filters.generators.export import Export
from tests.filters.generators.takeout import activity_file, moments, profile, record, words

LAYOUTS = ("json", "html", "old")

_ACTS = {
    "fr": {"like": ("A aimé", "Vous avez aimé"), "dislike": ("N'a pas aimé", "N’a pas aimé"),
           "poll_option": ("Vous avez voté",), "save": ("A enregistré",)},
    "en": {"like": ("Liked",), "dislike": ("Disliked",), "poll_option": ("Voted on",), "save": ("Saved",)},
    "es": {"like": ("Te ha gustado",), "dislike": ("No te ha gustado",), "poll_option": ("Has votado",),
           "save": ("Has guardado",)},
}  # fmt: skip
_PASSIVE = {
    "fr": ("Vous avez regardé", "Vous avez recherché", "Vous avez consulté", "Vous vous êtes abonné à"),
    "en": ("Watched", "Searched for", "Visited", "Subscribed to"),
    "es": ("Has visto", "Has buscado", "Has visitado", "Te has suscrito a"),
}  # fmt: skip
_LABELS = {"like": "good", "dislike": "bad", "poll_option": "chosen", "save": "good"}
_TITLES = (
    "Tarte aux pommes",
    "One More Time",
    "J'aime la pluie",
    "Why I liked it",
    "Cours n° 3 : <b>",
    "Été 2024",
)
_HEADINGS = {
    "fr": ["ID du commentaire", "ID de la chaîne", "Horodatage de création du commentaire", "Prix",
           "ID du commentaire parent", "ID de la vidéo", "Texte du commentaire"],
    "en": ["Comment ID", "Channel ID", "Comment Create Timestamp", "Price", "Parent Comment ID",
           "Video ID", "Comment Text"],
}  # fmt: skip
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` acts, with twice as many things that are none."""
    random = Random(seed)
    export = Export(
        "youtube", identities={"Camille Exemple", "camille@exemple.fr", "Ma chaîne à moi"}
    )
    spoken = language if language in _ACTS else "en"
    rows = [_row(random, export, spoken, n) for n in range(size * 3)]
    for one, at in zip(rows, moments(random, len(rows)), strict=True):
        one["time"] = record("", "", at)["time"]
    form = "html" if layout == "html" else "json"
    export.files |= activity_file("YouTube", rows, language, form)
    export.files |= profile("Camille Exemple", "camille@exemple.fr", language)
    folder = f"Takeout/{words(language)['youtube']}"
    watched = [
        record("YouTube", f"{_PASSIVE[spoken][0]} {_TITLES[0]}", at) for at in moments(random, 5)
    ]
    export.files[
        f"{folder}/{'historique' if language == 'fr' else 'history'}/watch-history.json"
    ] = json.dumps(watched).encode()
    export.files[f"{folder}/channels/channel.csv"] = (
        b"Channel ID,Channel Title (Original),Channel Visibility\nUC1,Ma cha\xc3\xaene \xc3\xa0 moi,Public\n"
    )
    export.files[f"{folder}/playlists/Watch later-videos.csv"] = (
        b"Video ID,Playlist Video Creation Timestamp\nFGBhQbmPwH8,2024-01-01T00:00:00+00:00\n"
    )
    export.files |= (
        _old(random, export, folder, size // 10 + 1)
        if layout == "old"
        else _comments(random, export, folder, language, size // 10 + 1)
    )
    return export


def _video(random: Random) -> str:
    return "".join(random.choices(_LETTERS, k=11))


def _row(random: Random, export: Export, language: str, n: int) -> dict[str, Any]:
    target = f"{random.choice(_TITLES)} {n}"
    url = f"https://www.youtube.com/watch?v={_video(random)}"
    channel = [{"name": "Une chaîne", "url": "https://www.youtube.com/channel/UCx"}]
    if n % 3:
        verb = random.choice(_PASSIVE[language])
        ad = {"details": [{"name": words(language)["ads"]}]} if n % 5 == 0 else {}
        verb = _ACTS[language]["like"][0] if ad else verb
        return {
            "header": "YouTube",
            "title": f"{verb} {target}",
            "titleUrl": url,
            "target": target,
            "subtitles": channel,
            **ad,
        }
    signal = random.choice(tuple(_LABELS))
    export.plant(signal, _LABELS[signal])
    verb = random.choice(_ACTS[language][signal])
    return {
        "header": "YouTube",
        "title": f"{verb} {target}",
        "titleUrl": url,
        "target": target,
        "subtitles": channel,
    }


def _comments(
    random: Random, export: Export, folder: str, language: str, count: int
) -> dict[str, bytes]:
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(_HEADINGS.get(language, _HEADINGS["en"]))
    for n in range(count):
        export.plant("reply")
        fragments = [{"text": f"Très bien, n° {n}\n"}, {"text": "vraiment"}]
        said = ",".join(json.dumps(one, ensure_ascii=False) for one in fragments)
        table.writerow(
            [f"Ugx{n}", "UCdonor", "2023-05-01T10:00:00.123456+00:00", 0, "", _video(random), said]
        )
    ends = "commentaires/commentaires.csv" if language == "fr" else "comments/comments.csv"
    return {f"{folder}/{ends}": written.getvalue().encode()}


def _old(random: Random, export: Export, folder: str, count: int) -> dict[str, bytes]:
    items = []
    for n in range(count):
        export.plant("reply")
        link = f'<a href="http://www.youtube.com/watch?v={_video(random)}">Une vidéo {n}</a>'
        items.append(
            f"<li>Sent at 2019-05-01 10:31:14 UTC while watching {link}.<br/>Mes mots {n}</li>"
        )
        export.plant("like", "good")
    likes = [
        {
            "kind": "youtube#playlistItem",
            "contentDetails": {"videoId": _video(random)},
            "snippet": {"title": "T"},
        }
        for _ in range(count)
    ]
    return {
        f"{folder}/my-comments/my-comments.html": f"<html><body><ul>{''.join(items)}</ul></body></html>".encode(),
        f"{folder}/playlists/likes.json": json.dumps(likes).encode(),
    }
