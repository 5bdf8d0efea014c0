"""How to ask each platform for one's archive, in its own menu words (facts from formats/)."""

# ruff: noqa: E501 - sentences are not cut
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ON_BOTH = _("Sur téléphone ou sur ordinateur")
ON_COMPUTER = _("Sur ordinateur")
ON_PHONE = _("Sur téléphone")
MINUTES = _("quelques minutes")
HOURS = _("quelques heures")
A_DAY = _("un jour")
TWO_DAYS = _("deux jours")
DAYS = _("quelques jours")
FIVE_DAYS = _("5 jours")
A_MONTH = _("30 jours")
SIZE_TINY = _("moins de 10 Mo")
SIZE_SMALL = _("de 1 à 200 Mo")
SIZE_LARGE = _("de 5 Mo à plusieurs Go")
GROUPS: dict[str, tuple[Promise, Promise]] = {
    "assistants": (
        _("Assistants d’IA"),
        _("Ce sont eux qui donnent les préférences les plus utiles."),
    ),
    "social": (_("Réseaux sociaux"), _("Vos réactions, vos votes et vos propres mots.")),
    "chats": (_("Messageries"), _("Rien n’en est gardé, sauf ce que vous cochez.")),
    "reviews": (_("Vidéos, films, musique, avis"), _("Vos pouces, vos étoiles et vos avis.")),
}
"""The groups of platforms in the order in which they are shown."""


class Guide(NamedTuple):
    """What to press, in order, with the platform's own menu words; facts from formats/."""

    platform: str
    title: str | Promise
    group: str
    """A key of GROUPS."""
    gives: Promise
    effort: Promise
    steps: tuple[Promise, ...]
    path_fr: str
    """The menu entries to press, as the platform words them in French; path_en in English."""
    path_en: str
    address: str = ""
    """Where the demand is made, when that page has an address of its own."""
    device: Promise = ON_BOTH
    typical: Promise | None = None
    """How long the platform takes, most often; None when the archive is there at once."""
    longest: Promise | None = None
    remind_days: int = 0
    """When to remind: after the typical wait."""
    link_days: int = 0
    """How long the platform's link lives, if it says so."""
    size: Promise = SIZE_SMALL
    has_formats: bool = False
    """Whether the platform offers JSON beside HTML."""
    has_media: bool = False
    """Whether photos and films can be left out of the archive."""
    also: tuple[str, ...] = ()
    """The other platforms whose archives come by these steps."""
    checked: date | None = None
    """When somebody last walked these steps in a real account; None as long as nobody has."""

    @property
    def paths(self) -> tuple[tuple[str, list[str]], ...]:
        """Language and menu entries in order, of the languages whose words are known."""
        both = (("fr", self.path_fr), ("en", self.path_en))
        return tuple((language, path.split(" > ")) for language, path in both if path)


GUIDES = (
    Guide(
        "chatgpt",
        "ChatGPT",
        "assistants",
        _("Vos pouces et les réponses que vous avez préférées"),
        _("facile"),
        (
            _("Ouvrez « Paramètres », puis « Gestion des données »."),
            _("Appuyez sur « Exporter les données », puis « Exporter »."),
            _("Ouvrez l’e-mail reçu. Le lien reste valable 24 heures."),
            _("Gardez le fichier « .zip » tel quel."),
        ),
        "Paramètres > Gestion des données > Exporter les données > Exporter",
        "Settings > Data controls > Export data > Export",
        typical=MINUTES,
        longest=DAYS,
        remind_days=1,
        link_days=1,
        size=SIZE_LARGE,
    ),
    Guide(
        "lechat",
        "Le Chat (Mistral)",
        "assistants",
        _("Vos pouces et les réponses que vous avez préférées"),
        _("facile"),
        (
            _("Ouvrez votre profil, puis « Paramètres », puis « Données et compte »."),
            _("Appuyez sur « Exporter mes données »."),
            _("Gardez le fichier « .zip » tel quel."),
        ),
        "Paramètres > Données et compte > Exporter mes données",
        "Settings > Privacy > Export data",
        typical=MINUTES,
        remind_days=1,
        size=SIZE_TINY,
    ),
    Guide(
        "claude",
        "Claude",
        "assistants",
        _("Ce que vous avez dit des réponses"),
        _("facile"),
        (
            _("Ouvrez « Paramètres », puis « Confidentialité »."),
            _("Appuyez sur « Exporter les données »."),
            _("Ouvrez l’e-mail reçu. Le lien reste valable 24 heures."),
        ),
        "Paramètres > Confidentialité > Exporter les données",
        "Settings > Privacy > Export data",
        typical=MINUTES,
        longest=HOURS,
        remind_days=1,
        link_days=1,
        size=SIZE_TINY,
    ),
    Guide(
        "gemini",
        "Gemini",
        "assistants",
        _("Vos pouces et les réponses que vous avez préférées"),
        _("moyen"),
        (
            _("Allez sur takeout.google.com et appuyez sur « Tout désélectionner »."),
            _("Cochez « Mon activité », puis, dedans, seulement « Applications Gemini »."),
            _("Dans « Plusieurs formats », choisissez « JSON »."),
            _("Téléchargez toutes les parties : le lien reste valable 7 jours."),
        ),
        "Tout désélectionner > Mon activité > Applications Gemini > JSON > Étape suivante",
        "Deselect all > My Activity > Gemini Apps > JSON > Next step",
        typical=MINUTES,
        longest=TWO_DAYS,
        remind_days=1,
        link_days=7,
        size=SIZE_TINY,
        has_formats=True,
        address="takeout.google.com",
    ),
    Guide(
        "deepseek",
        "DeepSeek",
        "assistants",
        _("Les réponses que vous avez gardées"),
        _("facile"),
        (
            _("Ouvrez « Paramètres », puis « Gestion des données »."),
            _("Appuyez sur « Exporter les données »."),
            _("Gardez le fichier « .zip » tel quel."),
        ),
        "Paramètres > Gestion des données > Exporter les données",
        "Settings > Data > Export data",
        typical=MINUTES,
        remind_days=1,
        size=SIZE_TINY,
    ),
    Guide(
        "grok",
        "Grok",
        "assistants",
        _("Ce que vous avez dit des réponses"),
        _("facile"),
        (
            _("Allez sur accounts.x.ai : la page est en anglais."),
            _("Ouvrez « Data », puis appuyez sur « Download »."),
            _("Gardez le fichier « .zip » tel quel."),
        ),
        "",
        "Data > Download",
        typical=MINUTES,
        remind_days=1,
        address="accounts.x.ai",
    ),
    Guide(
        "x",
        "X (Twitter)",
        "social",
        _("Vos « J’aime », vos réponses et vos avis sur les notes"),
        _("moyen"),
        (
            _("Ouvrez « Plus », puis « Paramètres et confidentialité », puis « Votre compte »."),
            _("Appuyez sur « Télécharger une archive de vos données »."),
            _("Entrez votre mot de passe et le code reçu, puis « Demander une archive »."),
            _("Quand elle est prête, téléchargez le fichier « .zip »."),
        ),
        "Plus > Paramètres et confidentialité > Votre compte > Télécharger une archive de vos données > Demander une archive",
        "More > Settings and privacy > Your account > Download an archive of your data > Request archive",
        typical=A_DAY,
        longest=DAYS,
        remind_days=1,
        size=SIZE_LARGE,
    ),
    Guide(
        "facebook",
        _("Facebook et Messenger"),
        "social",
        _("Vos réactions, vos commentaires et vos votes"),
        _("moyen"),
        (
            _("Ouvrez « Paramètres et confidentialité », « Paramètres », puis « Espace Comptes »."),
            _(
                "Appuyez sur « Vos informations et autorisations », puis « Exporter vos informations »."
            ),
            _("Choisissez le format « JSON » et la période « Depuis le début »."),
        ),
        "Paramètres et confidentialité > Paramètres > Espace Comptes > Vos informations et autorisations > Exporter vos informations",
        "Settings and privacy > Settings > Accounts Centre > Your information and permissions > Export your information",
        typical=HOURS,
        longest=DAYS,
        remind_days=2,
        link_days=4,
        size=SIZE_LARGE,
        has_formats=True,
        has_media=True,
        address="facebook.com/dyi",
        also=("messenger",),
    ),
    Guide(
        "instagram",
        _("Instagram et Threads"),
        "social",
        _("Vos « J’aime », vos réponses aux stories et vos commentaires"),
        _("moyen"),
        (
            _("Ouvrez votre profil, « ☰ », puis « Espace Comptes »."),
            _(
                "Appuyez sur « Vos informations et autorisations », puis « Exporter vos informations »."
            ),
            _("Choisissez le format « JSON » et la période « Depuis le début »."),
            _("Téléchargez le fichier : le lien reste valable 4 jours."),
        ),
        "Profil > ☰ > Espace Comptes > Vos informations et autorisations > Exporter vos informations",
        "Profile > ☰ > Accounts Centre > Your information and permissions > Export your information",
        typical=HOURS,
        longest=DAYS,
        remind_days=2,
        link_days=4,
        size=SIZE_LARGE,
        has_formats=True,
        has_media=True,
        also=("threads",),
    ),
    Guide(
        "tiktok",
        "TikTok",
        "social",
        _("Vos « J’aime », vos favoris et vos commentaires"),
        _("moyen"),
        (
            _("Ouvrez votre profil, « ☰ », « Paramètres et confidentialité », puis « Compte »."),
            _(
                "Appuyez sur « Télécharger tes données » et choisissez « Toutes les données » et « JSON »."
            ),
            _("Revenez dans l’onglet « Télécharger les données » : le fichier y reste 4 jours."),
        ),
        "Profil > ☰ > Paramètres et confidentialité > Compte > Télécharger tes données",
        "Profile > ☰ > Settings and privacy > Account > Download your data",
        typical=DAYS,
        remind_days=3,
        link_days=4,
        has_formats=True,
    ),
    Guide(
        "reddit",
        "Reddit",
        "social",
        _("Vos votes, vos commentaires et vos sondages"),
        _("long"),
        (
            _("Allez sur reddit.com/settings/data-request."),
            _("Choisissez « RGPD » et toutes vos données."),
            _("Le lien arrive par message privé sur Reddit."),
        ),
        "Paramètres > Confidentialité > Demander mes données",
        "",
        typical=DAYS,
        longest=A_MONTH,
        remind_days=7,
        size=SIZE_TINY,
        address="reddit.com/settings/data-request",
    ),
    Guide(
        "linkedin",
        "LinkedIn",
        "social",
        _("Vos réactions, vos commentaires et vos votes"),
        _("moyen"),
        (
            _("Ouvrez « Préférences et confidentialité », puis « Confidentialité des données »."),
            _("Appuyez sur « Obtenir une copie de vos données » et choisissez l’archive complète."),
            _("Attendez le second e-mail : le premier fichier ne contient pas vos réactions."),
        ),
        "Préférences et confidentialité > Confidentialité des données > Obtenir une copie de vos données",
        "Settings & Privacy > Data privacy > Get a copy of your data",
        typical=A_DAY,
        remind_days=1,
        link_days=3,
        size=SIZE_TINY,
    ),
    Guide(
        "mastodon",
        "Mastodon",
        "social",
        _("Vos réponses publiques et vos favoris"),
        _("facile"),
        (
            _("Ouvrez « Préférences », puis « Import et export », puis « Exporter »."),
            _("Appuyez sur « Demander vos archives »."),
            _("Gardez le fichier tel quel."),
        ),
        "Préférences > Import et export > Demander vos archives",
        "Preferences > Import and export > Request your archive",
        typical=MINUTES,
        remind_days=1,
    ),
    Guide(
        "bluesky",
        "Bluesky",
        "social",
        _("Vos « J’aime » et vos réponses"),
        _("facile"),
        (
            _("Ouvrez « Paramètres », puis « Compte »."),
            _("Appuyez sur « Exporter mes données » et gardez le fichier « repo.car »."),
        ),
        "Paramètres > Compte > Exporter mes données",
        "Settings > Account > Export my data",
        size=SIZE_TINY,
    ),
    Guide(
        "whatsapp",
        "WhatsApp",
        "chats",
        _("Vos propres messages, seulement si vous les cochez"),
        _("facile"),
        (
            _("Ouvrez une conversation."),
            _("Sur Android : « ⋮ », « Plus », puis « Exporter la discussion »."),
            _("Sur iPhone : le nom du contact ou du groupe, puis « Exporter la discussion »."),
            _("Choisissez « Sans médias »."),
        ),
        "⋮ > Plus > Exporter la discussion > Sans médias",
        "⋮ > More > Export chat > Without media",
        device=ON_PHONE,
        size=SIZE_TINY,
        has_media=True,
    ),
    Guide(
        "telegram",
        "Telegram",
        "chats",
        _("Vos votes, vos réactions et vos réponses"),
        _("moyen"),
        (
            _("Sur ordinateur, ouvrez Telegram Desktop, puis « Paramètres », puis « Avancé »."),
            _("Appuyez sur « Exporter les données Telegram » et décochez photos et vidéos."),
            _("Choisissez le format « JSON lisible par machine »."),
            _("Déposez le dossier, ou le fichier « result.json »."),
        ),
        "Paramètres > Avancé > Exporter les données Telegram > JSON lisible par machine",
        "Settings > Advanced > Export Telegram data > Machine-readable JSON",
        device=ON_COMPUTER,
        has_formats=True,
        has_media=True,
    ),
    Guide(
        "discord",
        "Discord",
        "chats",
        _("Vos réactions"),
        _("long"),
        (
            _("Ouvrez « Paramètres utilisateur », puis « Données et confidentialité »."),
            _("Appuyez sur « Demander toutes mes données »."),
            _("Ouvrez l’e-mail reçu. Le lien reste valable 30 jours."),
        ),
        "Paramètres utilisateur > Données et confidentialité > Demander toutes mes données",
        "User Settings > Data & Privacy > Request all of my data",
        typical=DAYS,
        longest=A_MONTH,
        remind_days=7,
        link_days=30,
        size=SIZE_LARGE,
    ),
    Guide(
        "snapchat",
        "Snapchat",
        "chats",
        _("Vos propres messages, seulement si vous les cochez"),
        _("moyen"),
        (
            _("Ouvrez votre profil, « Paramètres », puis « Mes données »."),
            _("Cochez « JSON » et l’historique des discussions."),
            _("Téléchargez le fichier : le lien reste valable 7 jours."),
        ),
        "Profil > Paramètres > Mes données",
        "Profile > Settings > My Data",
        typical=HOURS,
        longest=DAYS,
        remind_days=2,
        link_days=7,
        has_formats=True,
        address="accounts.snapchat.com",
    ),
    Guide(
        "google",
        "Google (YouTube, Gemini, Maps, Play)",
        "reviews",
        _("Vos « J’aime », vos avis et vos votes"),
        _("moyen"),
        (
            _("Allez sur takeout.google.com et appuyez sur « Tout désélectionner »."),
            _(
                "Cochez « YouTube et YouTube Music », « Mon activité », « Maps (vos adresses) », « Google Play Store »."
            ),
            _("Dans « Plusieurs formats », choisissez « JSON » pour l’historique et l’activité."),
            _("Dans « Toutes les données YouTube incluses », décochez « vidéos »."),
            _("Téléchargez toutes les parties : le lien reste valable 7 jours."),
        ),
        "Tout désélectionner > YouTube et YouTube Music > Plusieurs formats > JSON > Étape suivante",
        "Deselect all > YouTube and YouTube Music > Multiple formats > JSON > Next step",
        typical=MINUTES,
        longest=TWO_DAYS,
        remind_days=1,
        link_days=7,
        has_formats=True,
        has_media=True,
        address="takeout.google.com",
        also=("youtube",),
    ),
    Guide(
        "netflix",
        "Netflix",
        "reviews",
        _("Vos pouces et vos étoiles"),
        _("facile"),
        (
            _("Allez sur netflix.com/account/getmyinfo et appuyez sur « Envoyer la demande »."),
            _("Confirmez par le lien de l’e-mail."),
            _("Gardez le fichier « .zip » tel quel."),
        ),
        "Compte > Sécurité > Accéder à vos données personnelles",
        "",
        typical=TWO_DAYS,
        longest=A_MONTH,
        remind_days=2,
        size=SIZE_TINY,
        address="netflix.com/account/getmyinfo",
    ),
    Guide(
        "spotify",
        "Spotify",
        "reviews",
        _("Vos titres aimés et écartés"),
        _("facile"),
        (
            _("Ouvrez « Compte », puis « Confidentialité du compte »."),
            _("Sous « Télécharger vos données », choisissez « Données du compte »."),
            _("Confirmez par le lien de l’e-mail."),
        ),
        "Compte > Confidentialité du compte > Télécharger vos données",
        "Account > Account privacy > Download your data",
        typical=DAYS,
        longest=FIVE_DAYS,
        remind_days=4,
    ),
    Guide(
        "goodreads",
        "Goodreads",
        "reviews",
        _("Vos étoiles et vos avis sur des livres"),
        _("facile"),
        (
            _("Ouvrez goodreads.com/review/import, ou « My Books » puis « Import and export »."),
            _("Appuyez sur « Export Library » et attendez qu’un lien apparaisse."),
            _("Téléchargez le fichier « .csv » et gardez-le tel quel."),
        ),
        "",
        "My Books > Import and export > Export Library",
        device=ON_COMPUTER,
        size=SIZE_TINY,
        address="goodreads.com/review/import",
    ),
    Guide(
        "trakt",
        "Trakt",
        "reviews",
        _("Vos notes et vos avis sur des films et des séries"),
        _("facile"),
        (
            _("Ouvrez trakt.tv/settings/data, ou « Settings » puis « Data »."),
            _("Appuyez sur « Export Now »."),
            _("Gardez le fichier « .zip » tel quel."),
        ),
        "",
        "Settings > Data > Export Now",
        size=SIZE_TINY,
        address="trakt.tv/settings/data",
    ),
)
