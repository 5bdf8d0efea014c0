"""Values Meta writes in the donor's language, and what they mean. Labels are hints, never keys."""

from functools import lru_cache

from filters.formats.emoji import reaction_signal
from filters.interaction import Signal

_REACTIONS: dict[str, Signal] = {
    "like": "like", "love": "love", "care": "care", "haha": "haha", "wow": "wow", "sorry": "sad",
    "sad": "sad", "anger": "angry", "angry": "angry", "support": "care", "pride": "other_emoji",
    "gratitude": "other_emoji", "thankful": "other_emoji", "dorothy": "other_emoji",
    "toto": "other_emoji", "flame": "other_emoji", "plane": "other_emoji",
    "j'aime": "like", "j'adore": "love", "solidaire": "care", "wouah": "wow", "ouah": "wow",
    "triste": "sad", "grrr": "angry", "grr": "angry", "en colère": "angry", "fâché": "angry",
    "gefällt mir": "like", "umarmung": "care", "traurig": "sad", "wütend": "angry",
    "me gusta": "like", "me encanta": "love", "me importa": "care", "me asombra": "wow",
    "me divierte": "haha", "me entristece": "sad", "me enoja": "angry", "me enfada": "angry",
    "mi piace": "like", "abbraccio": "care", "sigh": "sad",
    "curtir": "like", "gosto": "like", "amei": "love", "adoro": "love", "força": "care",
    "uau": "wow", "leuk": "like", "vind ik leuk": "like", "geweldig": "love", "verdrietig": "sad",
    "boos": "angry", "knuffel": "care", "synes godt om": "like", "vild med": "love",
}  # fmt: skip
"""Values of the JSON of each layout, and the names of the pictures on pages; the newest layout
translates them."""

_FIRST_SYMBOL = "\u2190"
"""Arrows, signs and emoji; before them stand letters and punctuation."""

_ICONS = ("_large", "_small", "_icon", "_reaction", "_16", "_24", "_32")

_CONTROLS: dict[str, Signal] = {
    "show more": "like", "see more": "like", "voir plus": "like", "afficher plus": "like",
    "ver más": "like", "mehr anzeigen": "like", "mehr davon": "like", "mostrar más": "like",
    "show less": "hide", "see less": "hide", "hide": "hide", "hidden": "hide",
    "hidden posts": "hide", "voir moins": "hide", "afficher moins": "hide", "masquer": "hide",
    "masqué": "hide", "hide ad": "hide", "hid ad": "hide", "ad hidden": "hide",
    "hidden ads": "hide", "masquer la publicité": "hide", "masquer la pub": "hide",
    "publicité masquée": "hide", "pub masquée": "hide",
    "publications masquées": "hide", "weniger anzeigen": "hide", "weniger davon": "hide",
    "verbergen": "hide", "ver menos": "hide", "mostrar menos": "hide", "ocultar": "hide",
}  # fmt: skip

_COMMENT = frozenset(
    ("comment", "commentaire", "kommentar", "comentario", "comentário", "commento", "opmerking",
     "reactie", "text", "texte")
)  # fmt: skip
_OWNER = frozenset(
    ("media owner", "propriétaire du média", "propriétaire du contenu multimédia",
     "propriétaire de contenu multimédia", "propriétaire du contenu", "medieninhaber",
     "eigentümer des mediums", "propietario del contenido multimedia", "media-eigenaar",
     "eigenaar van media", "proprietario del contenuto multimediale", "proprietário da mídia",
     "username", "nom d'utilisateur", "benutzername", "nombre de usuario", "gebruikersnaam",
     "nome utente", "nome de usuário", "name", "nom", "nombre", "naam", "nome", "author", "auteur",
     "owner", "propriétaire", "url", "time", "heure", "zeit", "hora", "tijd", "ora")
)  # fmt: skip


@lru_cache(256)
def reaction_of(value: str) -> Signal | None:
    """The signal of a reaction by the value written for it; None when it is none we know."""
    value = value.replace("’", "'").casefold().strip()
    if not value or len(value) > 40:
        return None
    known = _REACTIONS.get(value)
    if known is None and _is_emoji(value):
        return reaction_signal(value)
    return known


def _is_emoji(value: str) -> bool:
    return not any(c.isalnum() for c in value) and any(c >= _FIRST_SYMBOL for c in value)


@lru_cache(256)
def reaction_of_picture(source: str) -> Signal | None:
    """The signal of a reaction by the picture a page shows for it: `icons/love_2x.png`."""
    stem = source.rsplit("/", 1)[-1].split(".", maxsplit=1)[0].casefold().removesuffix("_2x")
    for end in _ICONS:
        stem = stem.removesuffix(end)
    return _REACTIONS.get(stem)


def control_of(value: str) -> Signal | None:
    """More or less of something in one's feed, by what the control is called."""
    return _CONTROLS.get(value.replace("’", "'").casefold().strip())


def is_comment_label(label: str) -> bool:
    """Whether a label says the value is the donor's comment, in a language we know."""
    return label.replace("’", "'").casefold() in _COMMENT


def is_other_label(label: str) -> bool:
    """Whether a label says the value is a name, an address or a time, in a language we know."""
    return label.replace("’", "'").casefold() in _OWNER
