"""The record of processing (GDPR, article 30) and the frame of an impact assessment (article 35),
filled in from the settings that are true on this instance."""

# ruff: noqa: E501 - rows of a table are not cut
from django.conf import settings

from donation.stages.confirmation import NEEDED, Purpose, notice_sha256

_REGISTER = """# Registre des activités de traitement (RGPD, article 30)

| | |
|---|---|
| Responsable du traitement | {controller} |
| Contact | {contact} |
| Finalité | aligner des modèles de langue français ouverts ; jamais de publicité, de ciblage ni de profilage |
| Base légale | consentement (art. 6.1.a), explicite pour les sujets sensibles (art. 9.2.a) |
| Personnes concernées | donneurs majeurs ; personnes dont parlent leurs messages, masquées avant conservation |
| Consentements demandés | {purposes} ; nécessaires : {needed} |
| Notice | version {version}, SHA-256 {notice} |
| Destinataires | {controller} ; équipes d’alignement sous conditions d’utilisation |
| Archive reçue | scellée à l’arrivée, effacée dès la lecture, au plus tard après {raw} h |
| Brouillon non confirmé | effacé après {draft} jours |
| Don confirmé | jusqu’au retrait |
| Preuve de retrait | {proof} jours |
| Adresse pour un rappel | scellée ; jusqu’au message, au plus tard 60 jours ; liée au don seulement si l’on attend son rapport |
| Passages par étape | totaux par jour, étape, plateforme, langue et sorte d’appareil, sans identifiant |
| Jeu des deux réponses | totaux par question, sans identifiant |
| Tentatives de code | un jour, sous forme de condensat à clé |
| Sécurité | chiffrement AES-256-GCM par don, clé détruite au retrait ; journal chaîné ; second facteur pour l’équipe |
| Transferts hors UE | aucun par le logiciel ; à compléter selon l’hébergement |
"""
_ASSESSMENT = """# Analyse d’impact (RGPD, article 35) : trame

## Ce que fait le traitement

{limit} au plus par envoi, {files} fichiers au plus. Le tri se fait sur nos serveurs, dans un processus sans accès au réseau.

## Nécessité et proportionnalité

- [ ] Seules les interactions exprimant une préférence sont gardées (docs/architecture.md).
- [ ] Mesures du masquage et de ce qui lui échappe (docs/redaction.md) : relues le ____.

## Risques et mesures

| risque | mesure | preuve | reste |
|---|---|---|---|
| accès à une archive brute | scellée, effacée après {raw} h au plus | tests/donation | à évaluer |
| réidentification dans une publication | masquage, k = {k}, seconde lecture | docs/release.md | à évaluer |
| retrait sans effet | clé détruite, pierres tombales | tests/donation/release | modèles déjà entraînés |
| abus d’un opérateur | droits en lecture, journal chaîné | docs/security.md | à évaluer |

## Avis du délégué à la protection des données et des personnes concernées

____
"""


def register() -> str:
    """The record of processing, in French, as Markdown."""
    return _REGISTER.format(
        controller=settings.CONTROLLER,
        contact=settings.CONTACT,
        purposes=", ".join(Purpose),
        needed=", ".join(sorted(NEEDED)),
        version=settings.NOTICE_VERSION,
        notice=notice_sha256("fr"),
        raw=settings.RAW_HOURS,
        draft=settings.DRAFT_DAYS,
        proof=settings.PROOF_DAYS,
    )


def assessment(k: int) -> str:
    """The frame of an impact assessment, in French, as Markdown. In: donors a group must have."""
    return _ASSESSMENT.format(
        limit=f"{settings.UPLOAD_BYTES // 10**6} Mo",
        files=settings.UPLOAD_FILES,
        raw=settings.RAW_HOURS,
        k=k,
    )
