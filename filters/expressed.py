"""Feedback in words: does the donor's next turn praise, reject or correct the answer before it?

French and English, precision first: only what a turn *begins* with counts, as people put a verdict
before they go on; questions, contrasts ("super, mais...") and thanks in advance are no verdict, and
a complaint about a refusal does not count against the refusal (records, section 4). Phrases were
written for this module from everyday use. docs/expressed.md has the measured precision.
"""

import re
import unicodedata
from typing import Literal

Feedback = Literal["praise", "complaint", "correction"]

_LOOKED_AT = 240
"""Characters of a turn that are looked at: a verdict comes first, and is short."""

_OPENING = (
    r"^(?:(?:ah|oh|euh|hum|hmm|ok|okay|d'accord|bon|ben|mais|oui|super|desole|pardon|sorry|well|yes"
    r"|yeah|wow|no|non|nope|wait|attends?|attendez)\b[\s,.!:;-]*){0,3}"
)
"""What people say before a verdict."""
_END = r"(?=\s*(?:[.!,;:\n)]|$|-\s|merci|thank|mais|but|\U0001f44d|❤|😊|🙏))"
_VERY = (
    r"(?:(?:vraiment|tout simplement|juste|tres|trop|absolument|totalement|bien|really|just|so|very"
    r"|absolutely) )?"
)
_THANKS = r"(?:merci(?: beaucoup| bien| infiniment| bcp)?[\s,.!]*)?"
_THAT_IS = r"(?:c'est |c'etait |that's |that is |this is |it's |)"
_YOUR_WORK = r"(?: (?:travail|reponse|explication|answer|explanation|work|job))?"
_OF_YOURS = r"(?: (?:ta|cette|votre|le|la|ce) (?:reponse|version|texte|resultat|poeme))?"
_WELL = (
    r"(?: (?:tres bien|parfaitement|impeccable|nickel|enfin|super bien|maintenant|perfectly|great"
    r"|now|like a charm))?"
)


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile(_OPENING + "(?:" + "|".join(phrases) + ")")


_PRAISE = _any_of(
    _THANKS + _THAT_IS + _VERY + r"(?:parfait|genial|excellent|nickel|impeccable|top|magnifique"
    r"|formidable|brillant|super|bravo|beau travail|bien joue|bon travail|tres bien|super bien"
    r"|beaucoup mieux|bien mieux|tres utile|tres clair|perfect|great|awesome|amazing|brilliant"
    r"|fantastic|wonderful|spot on|well done|nice|nice work|great job|good job|very good"
    r"|much better|very helpful)" + _YOUR_WORK + _END,
    r"(?:merci(?: beaucoup| bien)?[\s,.!]*)?(?:c'est |that's |that is |this is )?(?:exactement"
    r"|tout a fait|pile|precisement|exactly|precisely|just) (?:ca|cela|ce (?:que|qu'|dont) ?j\w*"
    r"|ce qu'il me fallait|what i)",
    r"(?:ca|cela) (?:marche|fonctionne)" + _WELL + "(?: merci)?" + _END,
    r"(?:that|it|this) (?:worked|works)" + _WELL + _END,
    r"(?:j'adore|j'aime beaucoup)" + _OF_YOURS + _END,
    r"(?:i )?love (?:it|this|that)(?: (?:version|one|answer))?" + _END,
    r"(?:tres |vraiment )?(?:bonne|belle|super|excellente) (?:reponse|explication|idee|version)"
    + _END,
    r"tu (?:m'as|me) (?:sauves?|sauve la vie)",
    r"you saved (?:me|my)",
    r"thanks?(?: you)?(?: so much| a lot)?[\s,.!]*(?:that'?s? (?:was |is )?(?:very |really |so )?"
    r"(?:helpful|useful|perfect|great|exactly)|that (?:helped|worked)|(?:it |this )?works)",
    r"merci(?: beaucoup| bien)?[\s,.!]*(?:ca m'aide|ca m'a (?:bien |beaucoup )?aide|tres clair"
    r"|c'est (?:tres )?(?:clair|utile|note|mieux))",
)
_COMPLAINT = _any_of(
    r"c'est " + _VERY + r"(?:completement |totalement |un peu )?(?:faux|nul|mauvais|incorrect"
    r"|errone|n'importe quoi|hors[- ]sujet|trop vague|trop long|trop court|inutile|illisible"
    r"|absurde|rate|incomprehensible|mal (?:ecrit|traduit|fait))",
    r"ce n'est (?:toujours |vraiment |absolument |)pas (?:bon|correct|ca|cela|juste|vrai|exact"
    r"|satisfaisant|ce que)",
    r"c'est (?:toujours |vraiment |)pas (?:bon|correct|ca|juste|vrai|exact|terrible|ce que)",
    r"(?:tu|vous) (?:te trompes?|t'es trompe|vous etes trompe|vous trompez|racontes?|inventes?"
    r"|inventez|hallucines?|te repetes)",
    r"(?:tu|vous) (?:n'as|as|n'avez|avez) (?:rien|pas) (?:compris|repondu|lu|suivi|respecte"
    r"|tenu compte)",
    r"(?:tu|vous) (?:ne )?(?:reponds|repondez) pas",
    r"(?:mauvaise|fausse) reponse|reponse (?:fausse|incorrecte|nulle)|rien a voir",
    r"(?:ca|cela|ton code|votre code|ta formule|ta solution|le code|ton script) (?:ne )?"
    r"(?:marche|fonctionne) (?:toujours )?pas",
    r"toujours (?:pas|faux|la meme erreur)",
    r"(?:that|this|it)(?:'s| is| was) (?:just |completely |totally |still |all |simply )?(?:wrong"
    r"|incorrect|false|nonsense|useless|terrible|bad|rubbish|not (?:right|correct|true|it|what i"
    r"|helpful|good))",
    r"(?:that|this|it|your (?:code|answer|solution|formula)) (?:still )?(?:doesn'?t|does not"
    r"|didn'?t|did not) (?:work|help|answer|make sense|compile)",
    r"you(?:'re| are) (?:wrong|mistaken|making (?:this|that|it|things) up|hallucinating|repeating)",
    r"you (?:misunderstood|didn'?t (?:answer|read|understand|listen))",
    r"you made (?:a mistake|(?:that|it) up)",
    r"not what i (?:asked|wanted|meant|need)|(?:wrong|bad|terrible|useless) (?:answer|response)",
    r"still (?:wrong|not working|doesn'?t work|the same error)",
)
_CORRECTION = _any_of(
    r"(?:la|le) (?:bonne|vraie|bon|vrai|correcte?) (?:reponse|resultat|date|nom|orthographe) "
    r"(?:est|etait|c'est)",
    r"(?:il|tu|vous) (?:fallait|aurais du|auriez du|devais|deviez)",
    r"(?:tu|vous) (?:as|avez) (?:oublie|confondu|saute|rate|mal (?:compris|lu|traduit|calcule)"
    r"|inverse|fait une (?:erreur|faute)|mis \w+ au lieu)",
    r"(?:il y a|y'?a) une (?:erreur|faute) (?:dans (?:ta|ton|tes|votre|vos|la)|a la|ligne)",
    r"il manque|(?:ca|ce) (?:devrait|aurait du) etre",
    r"en (?:fait|realite),? (?:c'est|ce sont|il s'agit)",
    r"(?:the|your) (?:correct|right) (?:answer|result|one|value|date|name|spelling) (?:is|was)",
    r"it should (?:be|have been)|you should have",
    r"you (?:forgot|missed|skipped|confused|mixed up|ignored|left out|got .{1,30} wrong)",
    r"there(?:'s| is) (?:a|an) (?:mistake|error|typo) (?:in (?:step|line|the|your)|on)",
    r"actually,? (?:it's|it is|the (?:correct|right))",
    r"(?<=non, )c'est (?!vrai)|(?<=non )c'est (?!vrai)|(?<=no, )(?:it's|it is|that's) ",
)
_REFUSAL = re.compile(
    r"\b(?:je ne (?:peux|suis) (?:malheureusement )?pas|je ne suis pas en mesure|desole|je regrette"
    r"|je prefere ne pas|en tant qu'(?:ia|assistant|intelligence)|i can'?t|i cannot|i can not"
    r"|i'?m (?:unable|not able|sorry)|i am (?:unable|not able|sorry)|i won'?t|as an ai)\b"
)
_CONTRAST = re.compile(
    r"\b(?:mais|sauf|cependant|toutefois|par contre|en revanche|dommage|but|however|except|though|"
    r"although|unfortunately)\b"
)
_REFUSALS_STAND_IN = 200
_SENTENCE_END = re.compile(r"(?<=[?!.])\s|\n")
_ACCENTS = re.compile("[\u0300-\u036f]+")


def feedback_in(turn: str, answer: str) -> Feedback | None:
    """What the donor's turn says of the answer before it; None when it judges nothing for sure."""
    text = _folded(turn[:_LOOKED_AT])
    if "?" in text and "?" in _first_sentence(text):
        return None
    if _PRAISE.match(text):
        # "Super, mais..." takes back what it gives.
        return None if _CONTRAST.search(_first_sentence(text)[:120]) else "praise"
    found: Feedback | None = None
    if _COMPLAINT.match(text):
        found = "complaint"
    elif _CORRECTION.match(text):
        found = "correction"
    if found is None or _is_refusal(answer):
        return None
    if text.startswith(("no", "nope")) and answer.rstrip().endswith("?"):
        return None  # An answer to the assistant's own question.
    return found


def _is_refusal(answer: str) -> bool:
    return _REFUSAL.search(_folded(answer[:_REFUSALS_STAND_IN])) is not None


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text, maxsplit=1)[0]


def _folded(text: str) -> str:
    """Lower case without accents, typographic signs made plain."""
    plain = text.strip().casefold().replace("’", "'")
    if plain.isascii():
        return plain
    return _ACCENTS.sub("", unicodedata.normalize("NFD", plain)).replace("\u00a0", " ")
