"""Sentences Messenger and Instagram write in a person's name: nobody's own words.

Facts: formats/messenger, "Auto-generated contents (localized)". They speak of a person by name, to
the donor, or for them ("Camille a réagi", "Vous avez réagi", "You reacted"). In French and English
a notice is the whole message; of other languages the commonest are known.
"""

import re

from ahocorasick_rs import AhoCorasick

from filters.shortlist import demanded_words

_EMOJI = r"[^\w\s]\S{0,15}"
_THING = (
    r"(?:une? )?(?:pièces? jointes?|photos?|vidéos?|message vocal|messages vocaux|clip audio|gif"
    r"|autocollant|sticker|fichier|lien|publication|reel|story|position|position en direct)"
)
_FRENCH = (
    rf"réagi (?:avec )?{_EMOJI} (?:à|au) .{{1,80}}",
    rf"envoyé {_THING}",
    r"partagé (?:sa|votre|ta|une) position(?: en direct)?",
    r"partagé (?:une? |votre |sa )?(?:publication|reel|story|lien|profil)",
    r"répondu à (?:votre|ta|sa|leur) story",
    r"mentionnée?s? (?:votre compte |ton compte )?dans (?:sa|leur|une|votre) story",
    r"aimé (?:un|votre|ton|son) message",
    r"voté pour .+",
    r"(?:changé|modifié|retiré|supprimé) (?:son|votre|ton|leur) vote.*",
    r"(?:défini|modifié|supprimé) (?:le|la|votre|ton|son|sa|un) (?:pseudo|surnom).*",
    r"(?:changé|modifié|supprimé|défini) (?:le (?:nom|thème)|les couleurs).*",
    r"(?:changé|modifié|supprimé|défini) l[’'](?:[ée]moji|image).*",
    r"(?:changé|modifié|supprimé|défini) la (?:photo|couleur|réaction rapide).*",
    r"nommé le groupe.*",
    r"créé (?:le|un) (?:groupe|sondage|plan|événement).*",
    r"(?:annulé l[’']envoi d[’']|retiré |supprimé )un message",
    r"épinglé un message",
    r"ajouté .+ au groupe",
    r"(?:retiré|supprimé|exclu) .+ du groupe",
    r"quitté (?:le groupe|la discussion|l[’']appel)",
    r"rejoint (?:le groupe|la discussion|l[’']appel|l[’']appel vidéo)",
    r"(?:démarré|commencé|lancé) (?:un|l[’'])\s?(?:appel|chat)(?: audio| vidéo)?",
    r"manqué (?:un|votre|ton|l[’'])\s?appel.*",
)
_ENGLISH = (
    rf"reacted (?:with )?{_EMOJI} to .{{1,80}}",
    r"sent (?:an? )?(?:attachments?|photos?|videos?|voice messages?|audio clip|gif|sticker)",
    r"sent (?:an? )?(?:file|link|post|reel|story|live location|location)",
    r"shared (?:a|an|his|her|their|your) (?:post|reel|story|link|location|live location)",
    r"replied to (?:your|his|her|their) story",
    r"mentioned (?:you|your account|them) in (?:a|his|her|their) story",
    r"liked (?:a|your|his|her|their) message",
    r"voted for .+",
    r"(?:changed|removed) (?:their|his|her|your) vote.*",
    r"(?:set|changed|cleared|removed) (?:the|your|his|her|their|own) (?:own )?nickname.*",
    r"(?:set|changed|removed) the (?:group|chat|theme|emoji|quick reaction|poll).*",
    r"changed the .* (?:theme|emoji|photo|colou?rs?|name).*",
    r"named the group.*",
    r"created (?:the|a) (?:group|poll|plan|event).*",
    r"unsent a message",
    r"pinned a message",
    r"added .+ to the group",
    r"removed .+ from the group",
    r"left the (?:group|call|chat)",
    r"joined the (?:group|call|video chat|video call|chat)",
    r"started (?:a|an|the) (?:call|video chat|video call|audio call|chat)",
    r"missed (?:a|your) (?:call|video chat|video call|audio call).*",
)
_FIRST_PERSON = (
    rf"j[’']ai (?:réagi (?:avec )?{_EMOJI} à .{{1,80}}|envoyé une pièce jointe)",
    r"j[’']aime un message",
    rf"i (?:reacted (?:with )?{_EMOJI} to .{{1,80}}|sent an attachment)",
)
"""What a person may say of themselves is theirs: only what nobody says in these words is not."""
_OTHER = (
    r"liked a message",
    r".*hat mit \S+ auf.*", r".*reaccionó con \S+ a.*", r".*hat einen anhang gesendet",
    r".*envió un archivo adjunto", r".*ha inviato un allegato", r".*heeft een bijlage verzonden",
    r".*indicó que le gusta un mensaje", r".*gefällt eine nachricht",
    r".*now connected on messenger.*", r".*connectée?s? sur messenger.*",
    r"you can now (?:message|call) .*", r"vous pouvez désormais .*(?:appeler|message).*",
    r".*hat für .* gestimmt", r".*votó por .*", r".*hat eine umfrage erstellt",
    r".*creó una encuesta.*",
    r"l[’']appel(?: audio| vidéo| de groupe)? (?:est|s[’']est) terminé",
    r"the (?:call|audio call|video call|group call|video chat)(?: has)? ended",
    r"(?:this|the) poll is no longer available", r"ce sondage n[’']est plus disponible",
    rf"réaction {_EMOJI} à (?:votre|un) message",
)  # fmt: skip


def _either(sentences: tuple[str, ...]) -> str:
    return "(?:" + "|".join(sentences) + ")"


_NOTICE = re.compile(
    rf"(?:(?:[^\n]{{1,80}} (?:a|ont)|vous avez|tu as|a) {_either(_FRENCH)}"
    rf"|(?:(?!i )[^\n]{{1,80}} )?{_either(_ENGLISH)}"
    rf"|{_either(_FIRST_PERSON)}|{_either(_OTHER)})\s?[.!]?",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r"(?:nickname|surnom|pseudo)\b.{0,100}?(?:\s(?:to|sur|en|comme étant|comme)\s|\s?:\s)"
    r"(?P<name>.{1,80}?)\s?[.!]?",
    re.IGNORECASE,
)
_NICKNAME_BEGINS = re.compile(r"nickname|surnom|pseudo", re.IGNORECASE)
_TELLING = AhoCorasick(sorted(demanded_words(_NOTICE)))
"""Words of which one stands in every notice: most messages hold none."""
_LONGEST = 300


def is_notice(text: str) -> bool:
    """Whether a message is a sentence of the platform's."""
    if len(text) > _LONGEST or not _TELLING.find_matches_as_indexes(text.casefold()):
        return False
    return _NOTICE.fullmatch(text.strip()) is not None


def speaks_of_nickname(text: str) -> bool:
    """Whether a text may say how somebody is called in a conversation: told at sight, and before
    its characters are repaired."""
    return "nickname" in text or "surnom" in text or "pseudo" in text


def nickname_in(text: str) -> str | None:
    """The name somebody was given in a conversation, from the notice that says so."""
    if not is_notice(text):
        return None
    said = text.strip()
    start = _NICKNAME_BEGINS.search(said)
    given = None if start is None else _NICKNAME.fullmatch(said, start.start())
    return None if given is None else given["name"]
