"""What the script of the upload page says. In braces: what it fills in. Plural forms are avoided by
the wording, since the script knows no gettext."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from donation import wording

WORDS: dict[str, str | Promise | dict[str, str]] = {
    "platforms": wording.PLATFORMS,
    "known": _("Archive reconnue : {names}."),
    "goes": _(
        "Fichiers qui partent : {n} ({size}). Vos avis et votes : {signals}. "
        "Ce qu’il faut pour les comprendre : {context}."
    ),
    "identity": _(
        "Votre nom et votre pseudo partent aussi (fichiers : {n}), seulement pour être masqués "
        "dans vos textes, puis ils sont effacés."
    ),
    "stays": _(
        "Fichiers qui restent chez vous : {n} ({size}). Photos, vidéos, publicité, connexions et "
        "tout ce que nous ne lisons pas."
    ),
    "whole": _(
        "Sur cet appareil, le tri n’est pas possible. Votre archive entière ({size}) serait "
        "envoyée, chiffrée, triée chez nous, puis effacée."
    ),
    "unknown": _(
        "Nous ne reconnaissons pas cette archive : rien n’a été envoyé. Elle n’est peut-être pas "
        "de celles que nous lisons."
    ),
    "password": wording.PROBLEMS["password_protected"],
    "tooBig": wording.PROBLEMS["too_big"],
    "send": _("Envoyer {size}"),
    "continue": _("Continuer ainsi : envoyer {size}"),
    "more": _("et {n} autres"),
    "start": _("Envoi de {all}."),
    "line": _("Envoi : {p} %, soit {sent} sur {all}, à {speed} par seconde. Il reste {left}."),
    "seconds": _("{n} s"),
    "minutes": _("{n} min"),
    "sending": _("Envoi en cours. Si vous fermez la page, il reprendra ici."),
    "lost": _("Connexion coupée. L’envoi reprendra tout seul."),
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
