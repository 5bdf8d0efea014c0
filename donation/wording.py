"""Every id and its sentence, French first: the one place where ids meet people.

French sentences are the message ids; `locale/en` holds the English. Tests walk every id.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, override

PLATFORMS: dict[str, str] = {
    "amazon": "Amazon",
    "bluesky": "Bluesky",
    "chatgpt": "ChatGPT",
    "claude": "Claude",
    "copilot": "Microsoft Copilot",
    "deepseek": "DeepSeek",
    "discord": "Discord",
    "facebook": "Facebook",
    "gemini": "Gemini",
    "goodreads": "Goodreads",
    "google": "Google (Maps, Play, Search)",
    "grok": "Grok",
    "imdb": "IMDb",
    "instagram": "Instagram",
    "lechat": "Le Chat (Mistral)",
    "letterboxd": "Letterboxd",
    "linkedin": "LinkedIn",
    "mastodon": "Mastodon",
    "messenger": "Messenger",
    "netflix": "Netflix",
    "openwebui": "Open WebUI",
    "perplexity": "Perplexity",
    "pinterest": "Pinterest",
    "reddit": "Reddit",
    "snapchat": "Snapchat",
    "spotify": "Spotify",
    "stackexchange": "Stack Exchange",
    "telegram": "Telegram",
    "threads": "Threads",
    "tiktok": "TikTok",
    "trakt": "Trakt",
    "whatsapp": "WhatsApp",
    "x": "X (Twitter)",
    "youtube": "YouTube",
}

PROBLEMS: dict[str, str | Promise] = {
    "empty": _("Choisissez un fichier d’abord. Celui-ci est vide."),
    "no_file": _("Choisissez un fichier d’abord."),
    "not_an_archive": _(
        "Ce fichier n’est pas une archive. Elle se termine souvent par « .zip ». Choisissez le "
        "fichier reçu de la plateforme."
    ),
    "unknown_platform": _(
        "Nous ne reconnaissons pas cette archive. Déposez le fichier reçu de la plateforme, tel "
        "quel."
    ),
    "nested_archive": _(
        "Cette archive en contient une autre. Décompressez-la sur votre appareil "
        "(« Extraire tout »), puis déposez l’archive qui est à l’intérieur."
    ),
    "unsupported_container": _(
        "Nous ne lisons pas ce type d’archive. Décompressez-la, puis déposez les fichiers."
    ),
    "incomplete": _("L’archive est incomplète. Téléchargez-la de nouveau depuis la plateforme."),
    "password_protected": _(
        "L’archive est protégée par un mot de passe. Ouvrez-la d’abord sur votre appareil. "
        "Déposez ensuite ce qu’elle contient."
    ),
    "inconsistent": _(
        "Cette archive contient quelque chose d’anormal. Nous ne l’avons pas ouverte. "
        "Téléchargez-la de nouveau."
    ),
    "bomb": _(
        "Une fois ouverte, cette archive serait d’une taille anormale. Nous ne l’avons pas "
        "ouverte. Téléchargez-la de nouveau."
    ),
    "too_many_entries": _(
        "Cette archive contient trop de fichiers. Redemandez-la sans photos ni vidéos."
    ),
    "unreadable": _("Nous n’avons pas réussi à lire l’archive. Téléchargez-la de nouveau."),
    "html_export": _(
        "Cette archive est au format HTML, et nous n’y trouvons aucune préférence. "
        "Déposez l’archive entière. Si elle n’a que des pages HTML, redemandez-la : toutes vos "
        "données, au format « JSON »."
    ),
    "minor": _("Cette archive est celle d’un enfant. Nous ne l’acceptons pas, elle est effacée."),
    "too_long": _(
        "La lecture a pris trop de temps. Déposez moins de fichiers à la fois, ou redemandez "
        "l’archive sur une période plus courte."
    ),
    "too_big": _(
        "Archive trop grande pour être envoyée entière. Utilisez un ordinateur : le tri s’y fait "
        "sur place."
    ),
    "too_often": _("Trop d’envois depuis cette adresse. Réessayez dans une heure."),
    "nothing_to_keep": _(
        "Il n’y a aucune préférence dans cette archive. Tout est déjà effacé. Si vous n’avez "
        "demandé qu’une partie de vos données, redemandez-les toutes."
    ),
    "lost": _("Nous n’avons pas réussi. Votre archive est effacée, déposez-la de nouveau."),
}

RULES: dict[str, str | Promise] = {
    "R0": _("Vos propres mots en public, ou adressés à une IA."),
    "R1": _("Les réponses de l’IA."),
    "R2": _(
        "Textes publics d’autres personnes : ce ne sont pas vos mots, nous gardons seulement "
        "votre avis."
    ),
    "R3": _("Messages privés d’autres personnes : jamais gardés."),
    "R4": _("Vos messages privés : écartés, sauf les conversations que vous avez cochées."),
    "R5": _("Réactions reçues : gardées comme un ordre de grandeur, sans aucun nom."),
    "R6": _(
        "Lignes sur la santé, les opinions, la religion, la sexualité, l’origine ou un syndicat : "
        "écartées."
    ),
    "R7": _("Mots de passe ou codes, ou données d’enfants : écartés, jamais montrés."),
    "R8": _("Profil, contacts, position, appareils, paiements, publicité : effacés à l’entrée."),
    "no_preference": _("Éléments sans préférence exprimée : rien à en apprendre."),
    "quality": _(
        "Textes illisibles, trop longs, trop masqués, en double ou dans une autre langue."
    ),
    "unknown": _("Éléments d’un format inconnu : écartés par prudence."),
}
EXAMPLES: dict[str, str | Promise] = {
    "R2": _("« J’adore cette recette de ‹PERSONNE_1› » (le texte que vous avez aimé)"),
    "R3": _("« Salut ‹PERSONNE_1›, on se voit demain ? » (un message reçu)"),
    "R4": _("« Oui, j’arrive vers ‹ADRESSE› » (un message envoyé)"),
    "R5": _("« ‹PERSONNE_1› a aimé votre message »"),
    "R6": _("« Depuis mon opération, je dors mal »"),
    "R7": _("« Mon mot de passe est ‹SECRET› », « J’ai ‹AGE› et je suis en 4e »"),
    "R8": _("« Né le ‹NAISSANCE›, habite ‹ADRESSE› »"),
    "no_preference": _("Une réponse de l’IA que vous n’avez pas notée."),
    "quality": _("« ‹PERSONNE_1› ‹TELEPHONE› ‹EMAIL› » (presque tout est masqué)"),
    "unknown": _("Une ligne dont nous ne connaissons pas le format."),
}

CHOICES: dict[str, str | Promise] = {
    "first": _("La première"),
    "second": _("La deuxième"),
    "equal": _("Les deux se valent"),
    "unused": _("Ne pas utiliser"),
}
"""What may be said on a confirmation card."""
TAGS: dict[str, str | Promise] = {
    "useful": _("utile"),
    "complete": _("complète"),
    "creative": _("créative"),
    "clear_formatting": _("bien présentée"),
    "incorrect": _("fausse"),
    "superficial": _("superficielle"),
    "instructions_not_followed": _("consigne non suivie"),
}
SIGNALS: dict[str, str | Promise] = {
    "thumb_up": _("Vous avez mis un pouce vers le haut"),
    "thumb_down": _("Vous avez mis un pouce vers le bas"),
    "like": _("Vous avez aimé"),
    "dislike": _("Vous n’avez pas aimé"),
    "upvote": _("Vous avez voté pour"),
    "downvote": _("Vous avez voté contre"),
    "love": _("Vous avez mis un cœur"),
    "haha": _("Vous avez réagi « haha »"),
    "wow": _("Vous avez réagi « wow »"),
    "sad": _("Vous avez réagi « triste »"),
    "angry": _("Vous avez réagi « en colère »"),
    "care": _("Vous avez réagi « solidaire »"),
    "support": _("Vous avez apporté votre soutien"),
    "celebrate": _("Vous avez applaudi"),
    "insightful": _("Vous avez trouvé cela instructif"),
    "funny": _("Vous avez trouvé cela drôle"),
    "other_emoji": _("Vous avez réagi avec un emoji"),
    "star": _("Vous avez donné une note"),
    "poll_option": _("Vous avez voté dans un sondage"),
    "ab_choice": _("Vous avez choisi entre deux réponses"),
    "branch_kept": _("Vous avez redemandé une réponse et continué avec une seule"),
    "praise": _("Vous avez dit que la réponse convenait"),
    "complaint": _("Vous avez dit que la réponse ne convenait pas"),
    "correction": _("Vous avez corrigé une réponse"),
    "helpful_note": _("Vous avez jugé une note utile"),
    "somewhat_helpful_note": _("Vous avez jugé une note plutôt utile"),
    "unhelpful_note": _("Vous avez jugé une note inutile"),
    "save": _("Vous avez enregistré"),
    "hide": _("Vous avez masqué"),
    "reply": _("Vous avez répondu"),
}
ACTS: dict[str, str | Promise] = {**SIGNALS, "received": _("D’autres ont aimé votre message")}
"""What a row is about: what the donor pressed, or what others did (rule R5)."""

OBJECTS: dict[str, str | Promise] = {
    "ai_answer": _("une réponse d’IA"),
    "post": _("une publication"),
    "comment": _("un commentaire"),
    "message": _("un message"),
    "video": _("une vidéo"),
    "music": _("une musique"),
    "film": _("un film"),
    "product": _("un produit"),
    "place": _("un lieu"),
    "note": _("une note"),
    "page": _("une page"),
}
LABELS: dict[str, str | Promise] = {
    "chosen": _("La réponse que vous avez gardée"),
    "rejected": _("L’autre réponse"),
    "good": _("Vous approuvez"),
    "bad": _("Vous n’approuvez pas"),
    "tie": _("À égalité"),
    "unlabelled": _("Le texte"),
}
ROLES: dict[str, str | Promise] = {
    "system": _("Consigne"),
    "user": _("Vous"),
    "assistant": _("L’IA"),
}
OWN_WORDS = _("Vos mots")
"""Instead of a label, where nothing was judged and the donor is who wrote."""
QUARTERS: dict[str, str | Promise] = {
    "1": _("1er trimestre %(year)s"),
    "2": _("2e trimestre %(year)s"),
    "3": _("3e trimestre %(year)s"),
    "4": _("4e trimestre %(year)s"),
}
WITHHELD = _("texte d’une autre personne, non gardé")
NOT_IN_EXPORT = _("texte absent de votre archive")

ENTITIES: dict[str, str | Promise] = {
    "PERSON": _("Noms de personnes"),
    "EMAIL": _("Adresses e-mail"),
    "PHONE": _("Numéros de téléphone"),
    "ADDRESS": _("Adresses postales"),
    "HANDLE": _("Pseudos"),
    "URL": _("Liens (le site reste, la page est masquée)"),
    "NIR": _("Numéros de sécurité sociale"),
    "SIRET": _("Numéros d’entreprise"),
    "IBAN": _("Comptes bancaires"),
    "CARD": _("Cartes bancaires"),
    "IP": _("Adresses IP"),
    "MAC": _("Adresses d’appareils"),
    "DATE_OF_BIRTH": _("Dates de naissance"),
    "DATE": _("Dates précises"),
    "AGE": _("Âges"),
    "PLATE": _("Plaques d’immatriculation"),
    "CRYPTO": _("Portefeuilles numériques"),
    "COORDINATES": _("Positions géographiques"),
    "PASSPORT": _("Numéros de passeport"),
    "IDENTITY_CARD": _("Numéros de carte d’identité"),
    "DRIVING_LICENCE": _("Numéros de permis de conduire"),
    "TAX_NUMBER": _("Numéros fiscaux"),
    "REFERENCE": _("Numéros de client, de dossier et de commande"),
    "CREDENTIAL": _("Mots de passe et clés"),
}

OTHER_ENTITY = _("Autre chose")

KINDS: dict[str, str | Promise] = {
    "pairwise": _("Une réponse préférée à une autre"),
    "binary": _("Pouces, « J’aime » et votes"),
    "rating": _("Notes et étoiles"),
    "choice": _("Choix dans un sondage"),
    "reaction": _("Réactions"),
    "reply": _("Vos propres mots"),
    "expressed": _("Ce que vous avez dit d’une réponse"),
}
STEPS: dict[str, str | Promise] = {
    "home": _("Accueil ouvert"),
    "platform": _("Plateforme choisie"),
    "calendar": _("Rappel dans l’agenda"),
    "email": _("Rappel par e-mail"),
    "no_reminder": _("Sans rappel"),
    "came_back": _("Revenu par le rappel"),
    "recognised": _("Archive reconnue"),
    "sent": _("Archive envoyée"),
    "cleaned": _("Archive nettoyée"),
    "report": _("Rapport ouvert"),
    "changed": _("Lignes changées"),
    "confirmed": _("Don confirmé"),
    "withdrawn": _("Don retiré"),
}
"""The steps that are counted, as the page of impact says them."""
MEASURED: dict[str, str | Promise] = {
    "generated French": _("textes inventés"),
    "FENEC tweets": _("vrais tweets, annotés par d’autres"),
}
STAGES: dict[str, str | Promise] = {
    "receiving": _("Archive en cours d’envoi"),
    "queued": _("Archive reçue et mise sous clé"),
    "sieving": _("Nettoyage en cours"),
    "asking": _("Nous avons une question"),
    "report": _("Votre rapport est prêt"),
    "confirmed": _("Don confirmé"),
    "failed": _("Nous n’avons pas réussi"),
    "expired": _("Délai dépassé, tout est effacé"),
    "discarded": _("Rien n’est donné, tout est effacé"),
    "withdrawn": _("Ce don a été retiré"),
}
_NOTHING_TO_KEEP = _("Nous avons tout lu, et il n’y a rien à garder")
PURPOSES: dict[str, str | Promise] = {
    "adult_and_mine": _("J’ai 18 ans ou plus et cette archive est la mienne."),
    "alignment": _(
        "J’accepte que ces préférences nettoyées servent à améliorer des modèles d’IA ouverts en "
        "français."
    ),
    "private_messages": _("En plus : mes messages des conversations cochées."),
    "sensitive_topics": _("En plus : mes lignes sur des sujets sensibles."),
    "open_publication": _("En plus : publication ouverte, lisible par tout le monde."),
}
NOTES: tuple[str | Promise, str | Promise] = (
    _("Vos données sont nettoyées mais peuvent encore, rarement, permettre de vous reconnaître."),
    _(
        "Si vous retirez votre don, nous l’effaçons et l’excluons des prochains entraînements. Un "
        "modèle déjà entraîné ne peut pas oublier à coup sûr."
    ),
)
"""What stands beside the choices: what remains after cleaning, and after a withdrawal."""
MISSING: dict[str, str | Promise] = {
    "adult_and_mine": _("Cochez la case sur votre âge et votre archive pour donner."),
    "alignment": _("Cochez la case sur l’usage de vos préférences pour donner."),
}
_ERASED: dict[str, str | Promise] = {
    "raw": _("Archive d’origine effacée."),
    "rows": _("Lignes effacées à votre demande."),
    "all": _("Tout est effacé, la clé est détruite."),
}

CHECKS: dict[str, tuple[str | Promise, bool, str | Promise]] = {
    "raw": (
        _("Votre archive d’origine est-elle encore chez nous ?"),
        False,
        _("Non. Elle a été effacée dès qu’elle a été lue."),
    ),
    "withdraw": (
        _("Pouvez-vous tout retirer plus tard ?"),
        True,
        _("Oui, avec votre code, à tout moment."),
    ),
    "forget": (
        _("Une IA déjà entraînée peut-elle oublier à coup sûr ?"),
        False,
        _(
            "Non. Nous excluons votre don des entraînements suivants, sans pouvoir promettre "
            "l’oubli."
        ),
    ),
}
"""What a donor should have understood: the question, whether the answer is yes, and why."""
CODE_UNKNOWN = _("Ce code n’ouvre aucun don. Vérifiez-le, lettre par lettre.")
CODE_LIMITED = _("Trop d’essais. Réessayez dans une heure.")

DEMONSTRATION = _("instance de démonstration")


def controller(name: str) -> str:
    """Who runs the instance; one that nobody has named says so in the page's language."""
    return str(DEMONSTRATION) if name == "instance de démonstration" else name


def size(size_bytes: int) -> str:
    """A size in Mo or Go, as French counts them; MB or GB in English."""
    is_large = size_bytes >= 10**9
    amount = number_format(size_bytes / (10**9 if is_large else 10**6), 1 if is_large else 0)
    return str((_("%(n)s Go") if is_large else _("%(n)s Mo")) % {"n": amount})


def stage(identifier: str, problem: str = "") -> str | Promise:
    """Where a donation stands; an archive that was read to its end did not fail."""
    return _NOTHING_TO_KEEP if problem == "nothing_to_keep" else STAGES[identifier]


def rows_given(count: int) -> str:
    """How many preferences, in words."""
    words = ngettext_lazy("%(n)s préférence", "%(n)s préférences", "count")
    return str(words % {"count": count, "n": number_format(count)})


def journal(event: str, detail: Mapping[str, Any]) -> str:
    """One line of the audit log, for the donor it is about."""
    if event == "consent":
        words = _("Refusé : %(what)s") if detail.get("given") is False else _("Accepté : %(what)s")
        return str(words % {"what": PURPOSES.get(detail["purpose"], detail["purpose"])})
    return str(_ERASED.get(str(detail.get("what")), _("Effacement.")))


def alignment(count: int, controller: str) -> str:
    """The one consent that is needed, with what it is about and who is answered for it."""
    words = ngettext_lazy(
        "J’accepte que cette préférence nettoyée serve à améliorer des modèles d’IA ouverts en "
        "français (%(controller)s).",
        "J’accepte que ces %(n)s préférences nettoyées servent à améliorer des modèles d’IA "
        "ouverts en français (%(controller)s).",
        "count",
    )
    return str(words % {"count": count, "n": number_format(count), "controller": controller})


def notice(language: str) -> str:
    """What is agreed to, a sentence a line, in the words of the page where it is agreed to."""
    with override(language):
        return "".join(f"{sentence}\n" for sentence in (*PURPOSES.values(), *NOTES))


def family(identifier: str) -> str:
    """A kind of row, in words. In: `platform:kind:act`, as the draft names it."""
    platform, _kind, act = identifier.split(":")
    return f"{PLATFORMS.get(platform, platform)} · {ACTS[act]}"
