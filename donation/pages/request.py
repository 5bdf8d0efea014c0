"""How to ask a platform for one's archive."""

from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe


class Guide(NamedTuple):
    """What to press, in order, with the platform's own menu words; facts from formats/."""

    platform: str
    title: str
    gives: Promise
    wait: Promise
    effort: Promise
    steps: tuple[Promise, ...]


GUIDES = (
    Guide(
        "chatgpt",
        "ChatGPT",
        _("Vos pouces et les réponses que vous avez préférées"),
        _("Quelques minutes, parfois quelques jours"),
        _("facile"),
        (
            _("Ouvrez « Paramètres », puis « Gestion des données »."),
            _("Appuyez sur « Exporter les données », puis « Exporter »."),
            _("Ouvrez l’e-mail reçu. Le lien reste valable 24 heures."),
            _("Gardez le fichier « .zip » tel quel."),
        ),
    ),
    Guide(
        "x",
        "X (Twitter)",
        _("Vos « J’aime », vos réponses et vos avis sur les notes"),
        _("24 heures, parfois plusieurs jours"),
        _("moyen"),
        (
            _("Ouvrez « Plus », puis « Paramètres et confidentialité », puis « Votre compte »."),
            _("Appuyez sur « Télécharger une archive de vos données »."),
            _("Entrez votre mot de passe et le code reçu, puis « Demander une archive »."),
            _("Quand elle est prête, téléchargez le fichier « .zip »."),
        ),
    ),
    Guide(
        "facebook",
        "Facebook et Messenger",
        _("Vos réactions, vos commentaires et vos votes"),
        _("Quelques heures, parfois quelques jours"),
        _("moyen"),
        (
            _("Ouvrez « Paramètres et confidentialité », « Paramètres », puis « Espace Comptes »."),
            _(
                "Appuyez sur « Vos informations et autorisations », puis « Exporter vos informations »."
            ),
            _("Choisissez le format « JSON » et la période « Depuis le début »."),
            _(
                "Décochez photos et vidéos : nous n’en voulons pas et votre fichier sera plus léger."
            ),
        ),
    ),
    Guide(
        "whatsapp",
        "WhatsApp",
        _("Vos propres messages, seulement si vous les cochez"),
        _("Tout de suite"),
        _("facile"),
        (
            _("Ouvrez une conversation."),
            _("Sur Android : « ⋮ », « Plus », puis « Exporter la discussion »."),
            _("Sur iPhone : le nom du contact ou du groupe, puis « Exporter la discussion »."),
            _("Choisissez « Sans médias »."),
        ),
    ),
)


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """All platforms, as text cards."""
    return render(request, "request/choose.html", {"guides": GUIDES})


@require_safe
def platform(request: HttpRequest, name: str) -> HttpResponse:
    """The steps for one platform."""
    guide = next((guide for guide in GUIDES if guide.platform == name), None)
    if guide is None:
        raise Http404
    return render(request, "request/platform.html", {"guide": guide})
