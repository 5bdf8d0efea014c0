"""Names that the words around them give away: titles, introductions, greetings and sign-offs.

Works in lower case too, where the language model is nearly blind.
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.finder import Finder, Hit
from filters.redaction.identities import folded
from filters.redaction.lexicon import NOT_PEOPLE, SURNAMES

_NAME = r"[^\W\d_][^\W\d_'’\-]{0,24}(?:['’\-][^\W\d_]{1,24}){0,3}"
_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-Þ])[^\W\d_'’\-]{0,24}(?:['’\-][^\W\d_]{1,24}){0,3}"
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
_TITLED_LOWER = re.compile(
    rf"(?<![\w&])(?<!\d )(?:(?P<short>mme|mlle|mr\.?|mrs\.?|ms\.?|dr\.?|m\.)|(?P<long>monsieur|madame|mademoiselle|docteur|ma[îi]tre|capitaine|"
    rf"commissaire|brigadier|lieutenant|juge|miss|mister|judge|captain|sergeant|officer|professor|doctor))"
    rf"[ ](?P<article>(?:l[ae]|du|des|de la|de|d['’]|van|ben|el)[ ]?(?<=[ '’]))?(?P<value>{_NAME})(?![\w'’])",
    re.IGNORECASE,
)
_OFFICES_WORDS = (
    "directeur directrice president presidente maire ministre juge procureur procureure prefet prefete commissaire capitaine "
    "lieutenant professeur professeure proviseur principal principale principaux inspecteur inspectrice gendarme policier policiere agent "
    "gardien gardienne facteur factrice boulangere vendeur vendeuse caissiere coiffeur coiffeuse depute deputee senateur senatrice "
    "notaire avocat avocate huissier rapporteur secretaire conseiller conseillere chef cheffe patron patronne client cliente "
    "proprietaire locataire docteur medecin infirmier infirmiere cure pasteur rabbin imam consul ambassadeur general "
    "colonel comte comtesse duc duchesse marquis marquise baron baronne concierge syndic assesseur recteur doyen doyenne "
    "instruction instructeur paix enfants monde propre tout maison france univers"
)
_OFFICES = frozenset(_OFFICES_WORDS.split())
_NO_SURNAME_WORDS = (
    "est a et ou qui que quoi je tu il elle on nous vous ils elles ne se me te sera etait avait va vient dit fait veut peut doit "
    "pour par sur sous dans avec sans chez mais donc car si comme quand en au aux y puis merci bonjour bonsoir svp stp suite "
    "veuillez pouvez voici voila ici cordialement encore aussi tres trop bien pas plus moins this is was has said says and or of in "
    "for the to at on will would can could"
)
_NO_SURNAME = frozenset(_NO_SURNAME_WORDS.split())
_VERB = re.compile(r".+(?:ez|ons|ent|ait|aient|ant|ement|er|ir)|.+-(?:je|tu|il|elle|nous|vous|moi)")
_INTRODUCED = re.compile(
    rf"(?<!\w)(?:je m['’]appelles?|j['’]m['’]appelle|(?:il|elle|qui) s['’]appelle|"
    rf"mon (?:pr[ée])?nom (?:c['’]est|est)|"
    rf"moi c['’]est|ici|my name(?:['’]s| is)|(?:he|she)(?:['’]s| is) (?:called|named)|call me|"
    rf"(?:nom|pr[ée]nom|name|first name|last name)\s?:)[ ]{_ANY}(?![\w'’])",
    re.IGNORECASE,
)
_GREETED = re.compile(
    rf"(?:^|(?<=[.!?\n])[ ]?)[ \t]{{0,4}}(?:(?:re)?bonjour|bonsoir|salut|coucou|slt|bjr|cc|hello|hi|hey|"
    rf"dear|cher|ch[èe]re|"
    rf"merci|thanks|thank you|wesh|yo)[ ]{_ANY}(?=\s?[,!.\n:]|[ \t]{{0,4}}$)",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNED = re.compile(
    rf"(?<!\w)(?:bises?|bisous?|biz|cordialement|amicalement|amiti[ée]s|[àa] bient[ôo]t|"
    rf"sinc[èe]rement|"
    rf"je t['’]embrasse|cdlt|regards|cheers|best|sincerely|love|xoxo|"
    rf"yours)\s?[,!.]{{0,3}}\s{{1,3}}{_ANY}[ ]?[.!]?[ \t]{{0,4}}$",
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
    "support service client monsieur-madame président directeur maire juge ministre public"
)
_NO_NAME = frozenset(_NO_NAME_WORDS.split())


_LEAST = 3
_LOOSE = (_SPOKE, _GREETED)


def _find(text: str) -> Iterator[Hit]:
    yield from _titled(text)
    for pattern in (_TITLED, _INTRODUCED, _GREETED, _SIGNED, _RELATED, _SPOKE):
        for match in pattern.finditer(text):
            words = match["value"].casefold().replace("’", "'").split()
            # "Mme Le Goff": behind a title, an article opens a surname.
            first = words[-1] if pattern is _TITLED else words[0]
            if first in _NO_NAME or is_everyday(first) or len(first) == 1:
                continue
            if not (pattern in _LOOSE and _is_no_person(match["value"])):
                yield match.span("value")


def _titled(text: str) -> Iterator[Hit]:
    """Behind a title a name in lower case is one too: "mme poirier", "m. le goff"."""
    for match in _TITLED_LOWER.finditer(text):
        plain = folded(match["value"])
        if plain in _NO_SURNAME or plain in _OFFICES or len(plain) < _LEAST:
            continue
        is_weak = bool(match["long"] or match["article"])
        if is_weak and (
            is_everyday(plain)
            or plain in NOT_PEOPLE
            or (plain not in SURNAMES and _VERB.fullmatch(plain))
        ):
            continue
        yield match.start("article" if match["article"] else "value"), match.end("value")


def _is_no_person(written: str) -> bool:
    """A brand, a town, an acronym: it "m'a remboursée" as people do."""
    return any(folded(word) in NOT_PEOPLE or word.isupper() for word in written.split())


recognizer = Finder("PERSON", _find, needs=r"[^\W\d_]{2}")
