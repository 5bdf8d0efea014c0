"""How to ask each platform for one's archive, in its own menu words (facts from formats/)."""

# ruff: noqa: E501 - sentences are not cut
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


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
    Guide(
        "lechat",
        "Le Chat (Mistral)",
        _("Vos pouces et les réponses que vous avez préférées"),
        _("Quelques minutes"),
        _("facile"),
        (
            _("Ouvrez votre profil, puis « Paramètres », puis « Données et compte »."),
            _("Appuyez sur « Exporter mes données »."),
            _("Gardez le fichier « .zip » tel quel."),
        ),
    ),
    Guide(
        "claude",
        "Claude",
        _("Ce que vous avez dit des réponses"),
        _("Quelques minutes, parfois quelques heures"),
        _("facile"),
        (
            _("Ouvrez « Paramètres », puis « Confidentialité »."),
            _("Appuyez sur « Exporter les données »."),
            _("Ouvrez l’e-mail reçu. Le lien reste valable 24 heures."),
        ),
    ),
    Guide(
        "google",
        "Google (YouTube, Gemini, Maps, Play)",
        _("Vos « J’aime », vos avis et vos votes"),
        _("De quelques minutes à 2 jours"),
        _("moyen"),
        (
            _("Allez sur takeout.google.com et appuyez sur « Tout désélectionner »."),
            _(
                "Cochez « YouTube et YouTube Music », « Mon activité », « Maps (vos adresses) », « Google Play Store »."
            ),
            _("Dans « Plusieurs formats », choisissez « JSON » pour l’historique et l’activité."),
            _("Dans « Toutes les données YouTube incluses », décochez « vidéos »."),
            _("Téléchargez toutes les parties : le lien reste valable 7 jours."),
        ),
    ),
    Guide(
        "instagram",
        "Instagram et Threads",
        _("Vos « J’aime », vos réponses aux stories et vos commentaires"),
        _("Quelques heures, parfois quelques jours"),
        _("moyen"),
        (
            _("Ouvrez votre profil, « ☰ », puis « Espace Comptes »."),
            _(
                "Appuyez sur « Vos informations et autorisations », puis « Exporter vos informations »."
            ),
            _("Choisissez le format « JSON » et la période « Depuis le début »."),
            _("Téléchargez le fichier : le lien reste valable 4 jours."),
        ),
    ),
    Guide(
        "tiktok",
        "TikTok",
        _("Vos « J’aime », vos favoris et vos commentaires"),
        _("Quelques jours"),
        _("moyen"),
        (
            _("Ouvrez votre profil, « ☰ », « Paramètres et confidentialité », puis « Compte »."),
            _(
                "Appuyez sur « Télécharger tes données » et choisissez « Toutes les données » et « JSON »."
            ),
            _("Revenez dans l’onglet « Télécharger les données » : le fichier y reste 4 jours."),
        ),
    ),
    Guide(
        "reddit",
        "Reddit",
        _("Vos votes, vos commentaires et vos sondages"),
        _("Jusqu’à 30 jours"),
        _("long"),
        (
            _("Allez sur reddit.com/settings/data-request."),
            _("Choisissez « RGPD » et toutes vos données."),
            _("Le lien arrive par message privé sur Reddit."),
        ),
    ),
    Guide(
        "linkedin",
        "LinkedIn",
        _("Vos réactions, vos commentaires et vos votes"),
        _("Environ 24 heures"),
        _("moyen"),
        (
            _("Ouvrez « Préférences et confidentialité », puis « Confidentialité des données »."),
            _("Appuyez sur « Obtenir une copie de vos données » et choisissez l’archive complète."),
            _("Attendez le second e-mail : le premier fichier ne contient pas vos réactions."),
        ),
    ),
    Guide(
        "telegram",
        "Telegram",
        _("Vos votes, vos réactions et vos réponses"),
        _("Tout de suite"),
        _("moyen"),
        (
            _("Sur ordinateur, ouvrez Telegram Desktop, puis « Paramètres », puis « Avancé »."),
            _("Appuyez sur « Exporter les données Telegram » et décochez photos et vidéos."),
            _("Choisissez le format « JSON lisible par machine »."),
            _("Déposez le dossier, ou le fichier « result.json »."),
        ),
    ),
    Guide(
        "discord",
        "Discord",
        _("Vos réactions"),
        _("Jusqu’à 30 jours"),
        _("long"),
        (
            _("Ouvrez « Paramètres utilisateur », puis « Données et confidentialité »."),
            _("Appuyez sur « Demander toutes mes données »."),
            _("Ouvrez l’e-mail reçu. Le lien reste valable 30 jours."),
        ),
    ),
    Guide(
        "netflix",
        "Netflix",
        _("Vos pouces et vos étoiles"),
        _("Un ou deux jours, parfois 30"),
        _("facile"),
        (
            _("Allez sur netflix.com/account/getmyinfo et appuyez sur « Envoyer la demande »."),
            _("Confirmez par le lien de l’e-mail."),
            _("Gardez le fichier « .zip » tel quel."),
        ),
    ),
    Guide(
        "spotify",
        "Spotify",
        _("Vos titres aimés et écartés"),
        _("Quelques jours"),
        _("facile"),
        (
            _("Ouvrez « Compte », puis « Confidentialité du compte »."),
            _("Sous « Télécharger vos données », choisissez « Données du compte »."),
            _("Confirmez par le lien de l’e-mail."),
        ),
    ),
    Guide(
        "snapchat",
        "Snapchat",
        _("Vos propres messages, seulement si vous les cochez"),
        _("Quelques heures, parfois quelques jours"),
        _("moyen"),
        (
            _("Ouvrez votre profil, « Paramètres », puis « Mes données »."),
            _("Cochez « JSON » et l’historique des discussions."),
            _("Téléchargez le fichier : le lien reste valable 7 jours."),
        ),
    ),
    Guide(
        "deepseek",
        "DeepSeek",
        _("Les réponses que vous avez gardées"),
        _("Quelques minutes"),
        _("facile"),
        (
            _("Ouvrez « Paramètres », puis « Gestion des données »."),
            _("Appuyez sur « Exporter les données »."),
            _("Gardez le fichier « .zip » tel quel."),
        ),
    ),
    Guide(
        "mastodon",
        "Mastodon",
        _("Vos réponses publiques et vos favoris"),
        _("Quelques minutes"),
        _("facile"),
        (
            _("Ouvrez « Préférences », puis « Import et export », puis « Exporter »."),
            _("Appuyez sur « Demander vos archives »."),
            _("Gardez le fichier tel quel."),
        ),
    ),
    Guide(
        "bluesky",
        "Bluesky",
        _("Vos « J’aime » et vos réponses"),
        _("Tout de suite"),
        _("facile"),
        (
            _("Ouvrez « Paramètres », puis « Compte »."),
            _("Appuyez sur « Exporter mes données » et gardez le fichier « repo.car »."),
        ),
    ),
)
