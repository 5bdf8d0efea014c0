"""Praise that does not praise the answer: taken back in its sentence ("super, mais..."), said of
what goes wrong ("parfait, il pleut encore"), applause for a failure ("bravo, tu as tout effacé"),
or the assent to what the assistant offered to do ("oui, parfait, vas-y").

French and English, in small letters without accents. Precision first: where it may be irony, it is
no praise, and no complaint either.
"""

from filters.expressed.expression import Expression

_CONTRAST = Expression(
    r"\b(?:mais|sauf|cependant|toutefois|par contre|en revanche|dommage|but|however|except|though"
    r"|although|unfortunately)\b"
)
_MISHAP = Expression(
    r"\b(?:il (?:pleut|neige|grele|vente|gele)|toujours pas|(?:marche|fonctionne|compile"
    r"|repond) (?:(?:toujours|encore|deja) )?(?:pas|plus)|(?:encore|toujours) (?:(?:une?"
    r"|l[ae] meme|des) )?(?:ratee?s?|faux|fausse|plantee?|erreurs?|bugs?|pannes?|greves?|retards?"
    r"|echecs?)|(?:est|suis|sont|etait|ai|a) (?:encore |deja |tout |en )*(?:annulee?s?|cassee?s?"
    r"|crevee?s?|perdue?s?|ratee?s?|plantee?s?|fichue?s?|foutue?s?|panne|retard|greve)|(?:still"
    r"|another) (?:not|broken|wrong|errors?|bugs?|failing|fails|crash\w*|doesn't|isn't)|(?:crashed"
    r"|broke|failed|died)(?: again)?|(?:it's|is|are|was) (?:now |still )?(?:broken|cancelled|late"
    r"|raining|dead))\b"
)
"""What goes wrong in the sentence that a praise opens: then the praise is ironic."""
_AGAIN = Expression(
    r"^[a-z' ]{2,30}[,!.]+\s*(?:(?:(?:et )?encore (?:une?|du|de la|des)"
    r"|(?:yet )?another) [\w' -]{2,30} (?:sans|a cote|inutiles?|nule?s?|pour rien|qui ne|full of"
    r"|of cliches|without|that)\b|(?:yet )?another (?:useless|generic|bad|boring)\b)"
)
"""Applause for one more failure: "super, encore un texte sans accents"."""
_APPLAUSE = Expression(
    r"^(?:bravo|felicitations|chapeau|congratulations|congrats|well done|(?:good|great|nice"
    r"|beau) (?:job|work|travail)|bien joue|super|genial|great|nice|brilliant"
    r"|awesome)[\s,.!]+(?:tu|t'as|vous|you)\b"
)
"""Applause for a deed of the assistant: as often as not, for what it did wrong."""
_DEED_DONE_WELL = Expression(
    r"\b(?:tout|bien|parfaitement|enfin|vraiment) (?:compris|reussi|trouve|saisi|vu|fait|resume"
    r"|explique)|\b(?:as|avez) (?:compris|reussi|trouve|assure|raison)\b|\bgeres?\b|\bassures?\b"
    r"|\b(?:m'as|m'avez) (?:bien |beaucoup |vraiment |tellement )?(?:aidee?|sauvee?"
    r"|sauve la vie)\b|\b(?:es|etes) (?:vraiment )?(?:le meilleur|la meilleure|une?|genial\w*"
    r"|super|top|au top)\b|\byou (?:nailed|saved|got it|did it|really|totally|helped|rock)\b"
    r"|\byou(?:'re| are) (?:right|the|a|so)\b"
)
_OWN_NEWS = Expression(
    r"^[a-z' ]{2,30}[,!.]+\s*(?:mon|ma|mes|notre|nos|my|our) (?!.*\b(?:marche|fonctionne|tourne"
    r"|compile|passe"
    r"|works?|runs?|compiles?|passes|pret|prete|ready|fixed|regle|resolu|enfin|now)\b)"
)
"""Good news of the donor's: "génial, mon colis est arrivé"."""
_SNEER = Expression(
    "[\U0001f644\U0001f612\U0001f611\U0001f624\U0001f621\U0001f620\U0001f926\U0001f921\U0001f44e]"
)
_YES = r"(?:(?:oui|ouais|yes|yeah|yep|sure|ok|okay|d'accord|volontiers|stp|svp|please)\b[\s,.!]*)"
_DO = (
    r"(?:vas-?y|allez-?y|fais(?:-le| ca)|faites(?:-le)?|on y va|go (?:ahead|for it|on)|do (?:it"
    r"|that)|please do|let's (?:go|do it))\b"
)
_ASSENT = Expression(
    rf"^(?:{_YES}+(?:tres bien|super bien|[a-z]+)[\s,.!]*(?:(?:merci|thanks"
    rf"|thank you)[\s,.!]*)?(?:$|{_DO})|{_YES}*[a-z]+[\s,.!]+{_DO})"
)
"""One word of praise after a yes, or before "go ahead"."""
_OF_AN_ANSWER = Expression(
    r"\b(?:merci|remercie|thanks?|thx|ty|c'?est|c'?etait|that'?s|that|this|it'?s|ce|cette?|ta|ton"
    r"|votre|your|reponse|explication|answer|explanation|exactement|exactly|what i|marche"
    r"|fonctionne|works?|worked|j'adore|j'aime|i (?:really )?(?:like|love)|bravo|beau travail"
    r"|bon travail|bien (?:joue|vu)|(?:good|great|nice) (?:job|work|one)|well done|mieux|better"
    r"|claire?|clearer|limpide|utile|useful|helpful|me sauves?|m'as|saved|nailed"
    r"|regle|resout|resolu)\b"
)
"""What praise speaks of that is no yes to an offer: the answer, or its thanks."""
_LOOKED_AT = 120
"""Characters of a sentence that are looked at."""


def takes_back(opened: str) -> bool:
    """Whether a sentence that opens with praise does not mean it: a contrast, a mishap, a sneer."""
    opened = opened[:_LOOKED_AT]
    return (
        _CONTRAST.search(opened) is not None
        or _MISHAP.search(opened) is not None
        or _AGAIN.match(opened) is not None
        or _OWN_NEWS.match(opened) is not None
        or _SNEER.search(opened) is not None
        or (_APPLAUSE.match(opened) is not None and _DEED_DONE_WELL.search(opened) is None)
    )


def is_contrasted(opened: str) -> bool:
    """Whether a sentence goes on with a "but"."""
    return _CONTRAST.search(opened) is not None


def is_assent(text: str) -> bool:
    """Whether praise, said to an assistant that asked, only lets it go on."""
    return _ASSENT.match(text) is not None or _OF_AN_ANSWER.search(text[:_LOOKED_AT]) is None
