"""What follows a rejection: does it say what is right ("c'est faux, la capitale est Canberra"), or
what was meant ("ce n'est pas ça, je voulais le musée d'Orsay")?

French and English, without accents, capitals kept: they tell a name. Only what is given as a value
counts (a number, a name, a word between quotes, a noun with its article): most often another
verdict follows "c'est faux", as "c'est nul", "il y a trois erreurs", "la réponse est incomplète".
"""

import re

from filters.expressed.expression import Expression

_SAYS_WRONG = Expression(
    r"faux|fausse|incorrect|inexact|erron|tromp|erreur|mauvaise reponse|hors|rien a voir|invente"
    r"|pas (?:du tout |vraiment )?(?:ca|cela|bon|correct|juste|vrai|exact|ce|compris|lu|suivi)"
    r"|rien compris|wrong|not (?:right|correct|true|it|what)|false|mistake|misunderst"
    r"|made (?:a|it|that)"
)
"""Of complaints, those that what is true can follow; "c'est nul" says nothing of that."""
_CLAUSE = (
    r"(?:^|[,;:.!\n(\u2013\u2014-])\s*+"
    r"(?:(?:non|no|en fait|actually|moi|et|and|car|but|mais),?\s++)?+"
)
_NAME = r"(?-i:[A-Z])(?!'?(?:m|ve|ll|d)?\b)"
"""But not "I", "I'm"."""
_NUMBER = (
    r"\d(?!\d*\s*(?:fois|times|erreurs?|fautes?|errors?|mistakes?|bugs?|minutes?|heures? que"
    r"|jours que)\b)"
)
_LETTER = r"(?-i:[A-Z])(?=\s*(?:[.!,;]|$))"
_QUOTED = r"[\"\u00ab\u201c]"
_GIVEN = rf"(?:{_NUMBER}|{_NAME}|{_LETTER}|{_QUOTED})"
_NO_VALUE = (
    r"(?!(?:[\w'-]+ ){0,2}(?:meme|same|base|honte|erreur|blague|catastrophe|perte|scandale"
    r"|desastre|gachis|bazar|mess|cata|joke|lie|mistake|error|bug|waste|shame|problem\w*|whole"
    r"|wrong|contraire|opposite|seule?|peu|bit|little|lot|\w+ieme|second|third|fois|pire|worst"
    r"|moins|plus|point|truc|chose|thing|big|gros|grosse|bad|mauvaise?|real|vraie?|honteux|total"
    r"|complete)\b)"
)
_NOUN = r"(?:(?:la|le|les|un|une|du|the|an?) |l')" + _NO_VALUE + r"\w"
_NOT_THAT = (
    r"[^.;!?\n]{1,60}?,? (?:(?:et |and )?(?:pas|non|not)|instead of|au lieu de) "
    r"(?!encore|que\b|to\b|yet)\w"
)
_IT_IS = (
    r"(?:(?:c'?est|c|c'?etait|ce sont|ce serait|it'?s|it is|it was|that'?s|that is|that was"
    r"|they'?re|they are|it means) |il s'agit (?:de |du |d'))"
)
_LINKS = (
    r"\b(?:est|sont|etait|etaient|fut|furent|s'appelle|s'ecrit|vaut|fait|date|compte|y a|remonte"
    r"|a(?= ete| eu| \d)|is|are|was|were|has|have|had|equals?|means?|died|dates?|happened|boils?"
    r"|begins?|ends?)\b"
)
_BETWEEN = r"(?: (?!(?:pas|not|trop|too|que|that|rien|no|dans|sur|chez)\b)[\w']+){0,%d}? (?:l'|d')?"
_OF_OTHERS = (
    r"(?!(?:tu|vous|je|j'|nous|you|i|i'm|we|my|mon|ma|mes|ta|ton|tes|your|il manque|il reste)\b)"
)
_NUMBER_OR_NAME = f"(?:{_BETWEEN % 4}{_NUMBER}|{_BETWEEN % 3}{_NAME})"
_TRUTH = Expression(
    _CLAUSE
    + rf"(?:{_IT_IS}(?:(?:en |in |on |at |by |du |de |au )?{_GIVEN}|{_NOUN}"
    + rf"|(?!pas\b|not\b){_NOT_THAT})"
    + rf"|{_OF_OTHERS}[^,;:.!?\n]{{1,60}}?{_LINKS}"
    + rf"(?:{_NUMBER_OR_NAME}|{_BETWEEN % 1}(?:{_QUOTED}|{_LETTER}))"
    + rf"|(?:ils?|elles?|he|she|they) {_LINKS}{_NUMBER_OR_NAME}"
    + r"|(?:(?:on|ca|cela) (?:dit|ecrit|s'ecrit|se dit|se prononce|s'appelle)"
    + r"|(?:it'?s|it is) (?:spel(?:led|t)|called|pronounced|written))"
    + r" (?!que\b|qu'|n'importe|pas\b|comment\b|like\b)\S)",
    re.IGNORECASE,
)
_AGAIN = (
    r"(?!(?:pas|mieux|plus|moins|que|qu'|tout|me|m'|te|le|y|s'y|dire|voir|entendre|lire|relire"
    r"|refaire|recommencer|revoir|verifier|corriger|reessayer|reflechir|ecouter|arreter|suivre"
    r"|apprendre|etre|better|more|less|longer|shorter|clear\w*|simple\w*|possible|able|obvious"
    r"|easy|easier|fixed|corrected|checked|known|read|listen\w*|ashamed|try|stop|work)\b)"
)
"""What should have been done, without a word on what is right."""
_ONLY = r"(?:juste |seulement |simplement |just |only |rather |plutot )?+"
_NOTHING_SAID = (
    r"(?!(?:mieux|plus|moins|autre chose|de l'aide|ca|cela|pas|rien|bien|une (?:vraie|bonne"
    r"|meilleure)|un (?:vrai|bon|meilleur|humain)|quelque chose (?:de|d')|quelqu'un|que tu"
    r" (?:m'aides|arretes|fasses)|savoir si|parler|arreter|te|vous|un remboursement|better|more"
    r"|less|help|something (?:better|else|more)|someone|an? (?:real|good|better|proper|human"
    r"|person|refund)|it to|you to (?:help|stop)|to (?:talk|speak|stop|thank)"
    r"|nothing|that|this|it\b|out)\b)"
)
_MEANT = (
    r"(?:je (?:te |vous )?(?:parlais|parle|voulais dire|voulais|voudrais|veux|pensais|demandais"
    r"|demande|cherchais|cherche|faisais (?:reference|allusion)|visais)|j'(?:attendais|ai demande"
    r"|avais demande|ai dit|avais dit)|i (?:meant|was (?:talking|asking|thinking|looking"
    r"|referring)|am (?:talking|asking|looking)|asked|wanted|want|need|needed|said|expected)"
    r"|i'm (?:talking|asking|looking))"
)
_INTENT = Expression(
    _CLAUSE
    + rf"(?:{_MEANT} {_NOTHING_SAID}(?:for |about |to |of |de |du |des |d'|a |au )?+"
    + rf"{_ONLY}{_NOTHING_SAID}\S"
    + r"|(?:il (?:fallait|faut|faudrait)|tu (?:devais|aurais du)|vous (?:deviez|auriez du)"
    + r"|(?:ca|ce|cela|la reponse|le resultat) (?:devrait|aurait du|doit) etre"
    + r"|(?:it|that|there|the \w+) (?:should|must) (?:be|have been|say|read|have)"
    + rf"|you (?:should have|were supposed to|needed to)) {_AGAIN}\S"
    + r"|(?:la|le) (?:bonne|vraie|bon|vrai|correcte?) \w+ (?:est|etait|c'est)"
    + r" (?!quoi|laquelle|lequel)"
    + r"|(?:the|your) (?:correct|right|actual|real|true) \w+ (?:is|was) (?!what))",
    re.IGNORECASE,
)


_VALUE = Expression(
    rf"\s*(?:{_IT_IS}(?:(?:en |in |on |at |by |du |de |au )?(?:{_BETWEEN % 1})?{_GIVEN})"
    rf"|(?:ils?|elles?|he|she|they|it|(?:l[ae]s?|the|l') ?\w+) {_LINKS}{_NUMBER_OR_NAME})",
    re.IGNORECASE,
)


def puts_right(rejection: str, rest: str) -> bool:
    """Whether what follows a rejection says what was meant or should be there, or, where the
    rejection calls the answer wrong, what is true.

    Both without accents; `rest` with its capitals.
    """
    if rest.isupper():
        rest = rest.lower()  # Capitals throughout are no names.
    if _INTENT.search(rest):
        return True
    return _SAYS_WRONG.search(rejection) is not None and _TRUTH.search(rest) is not None


def states_value(rest: str) -> bool:
    """Whether what follows "in fact" begins with a value that is true or false: a number, a name.

    "En fait c'est une surprise", "actually it's for my sister" add to what was asked.
    """
    return _VALUE.match(rest) is not None
