"""Names that the words around them give away: titles, introductions, greetings and sign-offs.

Works in lower case too, where the language model is nearly blind.
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.finder import Condition, Finder, Hit, both, either, has, holds, says
from filters.redaction.identities import folded
from filters.redaction.lexicon import BRANDS_AND_PLACES, is_no_name
from filters.redaction.short_replies import is_reply_word

_NAME = r"[^\W\d_][^\W\d_'’\-]{0,24}(?:['’\-][^\W\d_]{1,24}){0,3}"
_CAPITAL = r"(?!(?:pr[ée]nom|nom|adresse|t[ée]l|date|n[ée]e?|mail|email)\b)(?-i:[A-ZÀ-ÖØ-Þ])[^\W\d_'’\-]{0,24}(?:['’\-][^\W\d_]{1,24}){0,3}"
_FULL = (
    rf"(?P<value>{_CAPITAL}(?:[ ](?:(?:de|du|van|von|le|la|el|ben|d['’])[ ]?)?{_CAPITAL}){{0,3}})"
)
_ANY = rf"(?P<value>{_NAME}(?:[ ]{_CAPITAL}){{0,3}})"
_TITLED = re.compile(
    rf"(?<![\w&])(?:(?-i:M|MM|Mr|Mrs|Ms|Dr|Pr|Me|Mme|Mlle)\.?|monsieur|madame|mademoiselle|docteur|"
    rf"ma[îi]tre|"
    rf"mister|miss|doctor|professeur|professor|tonton|tata|tatie|papi|papy|mamie|oncle|tante|"
    rf"uncle|aunt)"
    rf"[ ]{_FULL}",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    rf"(?<!\w)(?:je m['’]appelles?|j['’]m['’]appelle|(?:il|elle|qui) s['’]appelle|"
    rf"mon (?:pr[ée])?nom (?:c['’]est|est)|je soussign[ée]e?,?(?: (?:M\.|Mme|Mlle|monsieur|madame))?|"
    rf"my name(?:['’]s| is)|(?:he|she)(?:['’]s| is) (?:called|named)|call me|"
    rf"(?:nom(?: (?:de famille|d['’]usage|de naissance|complet))?|pr[ée]noms?|name|first name|last name|surname|auteur|autrice|"
    rf"contact|responsable|titulaire|b[ée]n[ée]ficiaire|destinataire|exp[ée]diteur|sign[ée]e?|from)\s?:)[ ]{_ANY}(?![\w'’])",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    rf"(?<!\w)(?:moi c['’]est|ici|(?-i:De|À) :)[ ]{_FULL}(?![\w'’])", re.IGNORECASE
)
_GOES_ON = re.compile(r"[ ]([^\W\d_]{3,24})(?![\w'’])")
"""A surname in small letters behind a name that was said to be one."""
_GREETED = re.compile(
    rf"(?:^|(?<=[.!?\n])[ ]?)[ \t]{{0,4}}(?:(?:re)?bonjour|bonsoir|salut|coucou|slt|bjr|cc|hello|hi|hey|"
    rf"dear|cher|ch[èe]re|"
    rf"merci|thanks|thank you|wesh|yo)[ ]{_ANY}(?=\s?[,!.\n:]|[ \t]{{0,4}}$|[ ](?:[çc]a va|t['’]|tu |comment |how |j['’]|je ))",
    re.IGNORECASE | re.MULTILINE,
)
_INITIALS = r"(?-i:[A-Z])\.?(?:[- ]?(?-i:[A-Z])\.?){0,2}"
_SIGNER = rf"(?P<value>{_INITIALS}(?![\w'’])|(?:(?-i:[A-Z])\.[ ])?(?:(?:de|du|van|von|le|la)[ ])?{_NAME}(?:[ ](?:{_CAPITAL}|(?-i:[A-Z])\.)){{0,3}})"
_SIGNED = re.compile(
    rf"(?:(?<!\w)(?:bises?|bisous?|biz|cordialement|amicalement|amiti[ée]s|[àa] bient[ôo]t|[àa] tr[èe]s vite|bien [àa] (?:vous|toi)|"
    rf"sinc[èe]rement|salutations|je (?:t['’]|vous )embrasse|cdlt|regards|sincerely|respectueusement|sign[ée]e?[ ]?:|"
    rf"merci d['’]avance)|^[ \t]{{0,4}}(?:love|best|cheers|yours|thanks|xoxo|a\+))"
    rf"\s?[,!.]{{0,3}}\s{{1,3}}(?:(?:Mme|Mlle|Dr|M\.)[ ])?{_SIGNER}[ ]?[.!]?[ \t]{{0,4}}$",
    re.IGNORECASE | re.MULTILINE,
)
_RELATED = re.compile(
    rf"(?<!\w)(?:mon|ma|mes|notre|ton|ta|son|sa|my|our|his|her|your)[ ](?:(?:petite?|grande?|"
    rf"meilleure?|ex|future?|"
    rf"little|big|best|old)[ -])?(?:fr[èe]re|s[œo]e?ur|m[èe]re|p[èe]re|cousine?|ami[es]?|copine?|"
    rf"pote|mari|femme|"
    rf"fils|fille|b[ée]b[ée]|oncle|tante|voisine?|coll[èe]gue|patronne?|boss|prof|m[ée]decin|psy|"
    rf"neveu|ni[èe]ce|"
    rf"brother|sister|mother|father|cousin|friend|wife|husband|son|daughter|uncle|aunt|neighbou?r|"
    rf"colleague|"
    rf"girlfriend|boyfriend|teacher),?[ ]{_FULL}",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    rf"(?<![\w'’\-]){_FULL}[ ](?:(?:m|t|l)['’](?:a|ont|avait)|(?:nous|vous|lui)[ ](?:a|"
    rf"avait)|me[ ]dit|"
    r"(?:told|asked|texted|called|messaged)[ ](?:me|us|him|her))[ ]",
)
_NO_NAME_WORDS = (
    "à a tous toutes tout le la les monde beaucoup bien mille encore pour de du des d'avance "
    "infiniment vraiment grandement toi vous moi mon ma mes les gens all everyone everybody "
    "there guys team folks again so much very you for and or but not sir madam madame "
    "monsieur mesdames messieurs docteur chat ça ca va cela c'est je tu il elle on et ou où "
    "hein alors donc bref chou cœur coeur amour chéri chérie cheri cherie bébé bb frère frero "
    "frérot bro poto mec meuf gros khey les-gens copain copine copains ami amie amis amies "
    "collègue collègues voisin voisine maman papa mamie papy dad mom mum dude man buddy mate "
    "friend friends honey babe darling love sweetie infos info chatgpt gpt siri alexa claude "
    "copilot gemini bot assistant équipe equipe demain lundi mardi mercredi jeudi vendredi "
    "samedi dimanche soir bonjour salut hello quand comme si en un une au aux sur dans avec "
    "sans pas oui non ok d'accord lol mdr the that this my your it is was here now is not "
    "regards wishes distinguées distinguees respectueuses cordiales sincères sinceres amicales "
    "pole pôle chaleureuses luck ever tard bientôt bientot vite "
    "support service client monsieur-madame président directeur maire juge ministre public"
)
_NO_NAME = frozenset(_NO_NAME_WORDS.split())


_PATTERNS: tuple[tuple[re.Pattern[str], Condition], ...] = (
    (_TITLED, either(has(r"Me?\.? "), says(
        "mm", "mr", "mrs", "ms", "dr", "pr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "docteur", "maitre", "mister",
        "miss", "doctor", "professeur", "professor", "tonton", "tata", "tatie", "papi", "papy", "mamie", "oncle", "tante", "uncle", "aunt",
    ))),
    (_INTRODUCED, says(
        "appelle", "appelles", "nom", "prenom", "prenoms", "soussigne", "soussignee", "name", "called", "named", "call", "surname", "auteur",
        "autrice", "contact", "responsable", "titulaire", "beneficiaire", "destinataire", "expediteur", "signe", "signee", "from",
    )),
    (_PRESENTED, either(says("moi", "ici"), holds("de :", "à :"))),
    (_GREETED, says(
        "bonjour", "rebonjour", "bonsoir", "salut", "coucou", "slt", "bjr", "cc", "hello", "hi", "hey", "dear", "cher", "chere", "merci",
        "thanks", "thank", "wesh", "yo",
    )),
    (_SIGNED, either(holds("a+"), says(
        "bise", "bises", "bisou", "bisous", "biz", "cordialement", "amicalement", "amitie", "amities", "bientot", "vite", "bien", "sincerement",
        "salutations", "embrasse", "cdlt", "regards", "sincerely", "respectueusement", "signe", "signee", "avance", "love", "best", "cheers",
        "yours", "thanks", "xoxo",
    ))),
    (_RELATED, both(
        says("mon", "ma", "mes", "notre", "ton", "ta", "son", "sa", "my", "our", "his", "her", "your"),
        says(
            "frere", "soeur", "sœur", "sour", "sœeur", "mere", "pere", "cousin", "cousine", "ami", "amie", "amis", "copin", "copine", "pote",
            "mari", "femme", "fils", "fille", "bebe", "oncle", "tante", "voisin", "voisine", "collegue", "patronn", "patronne", "boss", "prof",
            "medecin", "psy", "neveu", "niece", "brother", "sister", "mother", "father", "friend", "wife", "husband", "son", "daughter",
            "uncle", "aunt", "neighbor", "neighbour", "colleague", "girlfriend", "boyfriend", "teacher",
        ),
    )),
    (_SPOKE, both(
        says("a", "ont", "avait", "dit", "told", "asked", "texted", "called", "messaged"),
        says("m", "t", "l", "nous", "vous", "lui", "me", "us", "him", "her"),
    )),
)  # fmt: skip
"""Each with the words without which it finds nothing."""
_LOOSE = (_SPOKE, _GREETED)
_BEHIND_THANKS = (_GREETED, _SIGNED)
_THANKS = re.compile(r"thank|cheers", re.IGNORECASE)
_BRANDS = frozenset(filter(is_no_name, BRANDS_AND_PLACES))
_WRITTEN = re.compile(r"[^ ]+")
_WITH_ARTICLE = re.compile(r"[lL]['’](?:[^\W\d_A-ZÀ-ÖØ-Þ]+|[A-Z]{2,4})")
"""A noun: "l'ami", "l'IA"."""


def _find(text: str) -> Iterator[Hit]:
    for pattern, needed in _PATTERNS:
        if not needed(text):
            continue
        for match in pattern.finditer(text):
            start, end = match.span("value")
            opening = text[match.start() : start].lstrip()
            if pattern in _BEHIND_THANKS and "\n" not in opening:
                start = _behind_reply_words(text, start, end)
                if _THANKS.match(opening) and folded(text[start:end]) in _BRANDS:
                    continue
            words = text[start:end].casefold().replace("’", "'").split()
            if not words:
                continue
            # "Mme Le Goff": behind a title, an article opens a surname.
            first = words[-1] if pattern is _TITLED else words[0]
            if first in _NO_NAME or is_everyday(first):
                continue
            if len(first) == 1 and pattern is not _SIGNED:
                continue
            if pattern in _LOOSE and _is_no_person(text[start:end]):
                continue
            yield start, _surname_end(text, end) if pattern is _INTRODUCED else end


def _behind_reply_words(text: str, start: int, end: int) -> int:
    """Where a name begins behind "parfait" or "l'ami"; the end if nothing is left."""
    for word in _WRITTEN.finditer(text, start, end):
        if not is_reply_word(text, *word.span()) and not _WITH_ARTICLE.fullmatch(word.group()):
            return word.start()
    return end


def _surname_end(text: str, end: int) -> int:
    """Where a name ends that was said to be one, with a surname in small letters behind it."""
    following = _GOES_ON.match(text, end)
    if following is None:
        return end
    word = following[1].lower()
    return end if is_everyday(word) or word in _NO_NAME else following.end()


def _is_no_person(written: str) -> bool:
    """A brand, a town, an acronym: it "m'a remboursée" as people do."""
    return any(folded(word) in BRANDS_AND_PLACES or word.isupper() for word in written.split())


recognizer = Finder("PERSON", _find)
