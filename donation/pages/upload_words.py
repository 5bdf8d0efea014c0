"""What the script of the upload page says. In braces: what it fills in; where a number decides, a
pair of forms, of which the browser's own plural rules choose one."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from donation import wording

WORDS: dict[str, Any] = {
    "platforms": wording.PLATFORMS,
    "known": [_("Archive {names} reconnue, {size}."), _("Archives {names} reconnues, {size}.")],
    "kinds": {
        "signal": _("vos avis, vos votes"),
        "context": _("de quoi les comprendre"),
        "chats": _("les conversations cochées"),
    },
    "stayKinds": {
        "media": _("photos, vidéos"),
        "rest": _("contacts, position, et ce que nous ne lisons pas"),
        "chats": _("conversations non cochées"),
    },
    "why": {
        "media": _("photo, vidéo ou son"),
        "known": _("nous n’en voulons pas"),
        "unknown": _("nous ne le lisons pas"),
        "identity": _("sert à vous masquer"),
    },
    "identity": _(
        "Votre nom et votre pseudo partent aussi, seulement pour être masqués dans vos textes, "
        "puis ils sont effacés."
    ),
    "counts": _(
        "Nous recevons aussi le nombre de fichiers inconnus de nous, par type (json, csv), jamais "
        "leurs noms."
    ),
    "none": _("Rien ne part encore. Cochez une conversation, ou choisissez une autre archive."),
    "whole": _(
        "Sur cet appareil, le tri n’est pas possible. Votre archive entière ({size}) serait "
        "envoyée, chiffrée, triée chez nous, puis effacée."
    ),
    "device": _(
        "Pour changer d’appareil : ouvrez ce site sur un ordinateur récent, avec l’archive."
    ),
    "unknown": _(
        "Nous ne reconnaissons pas cette archive : rien n’a été envoyé. Choisissez le fichier reçu "
        "de la plateforme, tel quel."
    ),
    "unknownWhole": _(
        "Elle vient bien d’une plateforme ? Vous pouvez l’envoyer entière ({size}) : elle est "
        "chiffrée, triée chez nous, puis effacée."
    ),
    "inVain": _(
        "Nous n’y voyons aucune préférence : rien n’a été envoyé. Si vous n’avez demandé qu’une "
        "partie de vos données, redemandez-les toutes."
    ),
    "inVainWhole": _(
        "Vous pouvez aussi l’envoyer entière ({size}) : elle est chiffrée, triée chez nous, puis "
        "effacée."
    ),
    "unsent": _("Rien n’a été envoyé."),
    "unsupported": wording.PROBLEMS["unsupported_container"],
    "notAnArchive": wording.PROBLEMS["not_an_archive"],
    "password": wording.PROBLEMS["password_protected"],
    "nested": wording.PROBLEMS["nested_archive"],
    "tooBig": wording.PROBLEMS["too_big"],
    "send": _("Envoyer {size}"),
    "continue": _("Continuer ainsi : envoyer {size}"),
    "more": _("et {n} autres"),
    "start": _("Envoi de {all}."),
    "line": _("Envoi : {p} %, soit {sent} sur {all}, à {speed} par seconde. Il reste {left}."),
    "seconds": _("{n} s"),
    "minutes": _("{n} min"),
    "sending": _("Vous pouvez changer de page ou fermer : l’envoi reprendra ici."),
    "lost": _("Connexion coupée. L’envoi reprendra tout seul."),
    "full": _(
        "Il n’y a plus de place chez nous pour le moment. Rien n’est perdu. L’envoi reprendra tout "
        "seul, ou choisissez de nouveau le même fichier dans une heure."
    ),
    "sent": _("Tout est arrivé, sous clé. Le nettoyage commence."),
    "stopped": _(
        "L’envoi s’est arrêté. Rien n’est perdu : rechargez la page, ou ouvrez votre don avec "
        "votre code, puis choisissez de nouveau le même fichier."
    ),
    "byte": _("octets"),
    "kilo": _("ko"),
    "mega": _("Mo"),
    "giga": _("Go"),
}


def words() -> dict[str, Any]:
    """All of them, in the page's language."""
    forms = (1, 2)
    return {
        **WORDS,
        "goes": [
            ngettext(
                "{n} fichier part ({size}) : {list}.",
                "{n} fichiers partent ({size}) : {list}.",
                n,
            )
            for n in forms
        ],
        "stays": [
            ngettext(
                "{n} fichier reste chez vous ({size}) : {list}.",
                "{n} fichiers restent chez vous ({size}) : {list}.",
                n,
            )
            for n in forms
        ],
    }
