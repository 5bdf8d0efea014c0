"""Feedback in words: does the donor's next turn praise, reject or correct the answer before it?

French and English, precision first: only what a turn *begins* with counts, as people put a verdict
before they go on; questions, contrasts ("super, mais..."), irony and thanks in advance are no
verdict, and a complaint about a refusal does not count against the refusal (records, section 4).
A complaint that goes on with what is right is a correction (`correction`).
Phrases were written for this module from everyday use; docs/expressed.md has their precision.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from filters.expressed.appraisal import appraised, asks_behind
from filters.expressed.contradiction import claim_in, may_contradict
from filters.expressed.correction import puts_right, states_value
from filters.expressed.expression import Expression
from filters.expressed.irony import is_assent, is_contrasted, takes_back

Feedback = Literal["praise", "complaint", "correction"]

_LOOKED_AT = 240
"""Characters of a turn that are looked at: a verdict comes first, and is short."""
_BEHIND_A_MARK = " \n\t*_»\"')😊🙂😀😄"
"""What may stand behind a question mark and still end with the question."""
_SAID_OFTEN = 32
"""Turns as short as "merci" or "c'est faux" come again and again, and are judged once."""

_OPENING = (
    r"^(?:(?:ah|oh|euh|hum|hmm|ok|okay|d'accord|bon|ben|mais|oui|voila|franchement|attention|super"
    r"|desole|pardon|sorry|well|yes|yeah|wow|wahou|waouh|no|non|nope|wait|attends?|attendez|ty|thx"
    r"|lol|mdr|ptdr|haha|omg|pff+|hein|bah|alors|honnetement|serieusement|honestly|seriously"
    r"|sincerement|perso|personnellement|mec|dude|bro|cool|effectivement|oo+h|waw|yay"
    r"|youpi)\b[\s,.!:;-]*){0,3}"
)
"""What people say before a verdict."""
_END = (
    r"(?=\s*(?:[.!,;:\n)]|$|-\s|merci|thank|cheers|mais|but|[\u2600-\u27bf\U0001f300-\U0001faff]"
    r"|on (?:continue|passe|garde|valide)|je (?:garde|prends|valide)))"
)
_VERY = (
    r"(?:(?:vraiment|hyper|tout simplement|juste|tres|trop|absolument|totalement|bien|really|just"
    r"|so|very|absolutely|actually) )?"
)
_THANKS = (
    r"(?:(?:merci(?: beaucoup| bien| infiniment| bcp)?|thanks(?: so much| a lot)?"
    r"|thank you(?: so much)?|thx|je (?:te|vous) remercie(?: beaucoup)?)(?: [a-z]{2,12}(?=,))?"
    r"[\s,.!]*)?"
)
"""Perhaps with a name: "merci Claude, parfait"."""
_THAT_IS = r"(?:c'est |c |c'etait |that's |that is |this is |it's |)"
_YOUR_WORK = r"(?: (?:travail|reponse|explication|boulot|answer|explanation|work|job|summary))?"
_OF_YOURS = (
    r"(?: (?:ta|cette|votre|le|la|ce|ton) (?:reponse|version|texte|resultat|poeme|tournure"
    r"|explication|traduction|style))?"
)
_WELL = (
    r"(?: (?:tres bien|parfaitement|impeccable|nickel|enfin|super bien|maintenant|perfectly|great"
    r"|now|like a charm))?"
)
_AN_ANSWER = (
    r"(?:la|ta|cette|votre|the|your|this) (?:reponse|explication|version|traduction|formulation"
    r"|answer|explanation|response|translation|summary|draft|version)"
)
_AN_ANSWER_OR_YOU = rf"(?:{_AN_ANSWER}|ca|cela|tu|vous)"
_YOU_HAVE = r"(?:tu as|t'as|vous avez)"
_THING_FR = (
    r"(?:commande|fonction|option|source|reference|methode|page|etude|citation|livre|lien|site"
    r"|menu|bouton|parametre|module|paquet|texte|chapitre)"
)
_THING_EN = (
    r"(?:command|function|option|method|reference|source|quote|paper|study|book|link|page|package"
    r"|module|setting|menu|button|flag)"
)
"""What an assistant may make up."""
_A_THING = (
    rf"(?= (?:une?|ce|cette|ces|des|les?|la) {_THING_FR}s?\b"
    rf"| (?:an? |the |that |this |those |these )?{_THING_EN}s?\b)"
)
_NO_RULE = r"(?! (?:to|of|if|when|for|de|que|ami|number|si)\b| d')"
"""What makes a sentence about the world of one about the answer: "it's wrong to lie"."""
_NOT_ELSEWHERE = r"(?! (?:on|with|in|for|at|sur|avec|dans|chez|depuis) )"
"""What does not work on my phone is no answer."""


def _any_of(*phrases: str) -> Expression:
    spelled = "|".join(phrases)
    for said in ("c'est", "t'es", "that's", "you're"):
        spelled = spelled.replace(said, said.replace("'", "'?"))  # Chat leaves it out.
    return Expression(f"{_OPENING}(?:{spelled})")


_PRAISE = _any_of(
    _THANKS + _THAT_IS + _VERY + r"(?:parfait|genial|excellent|nickel|impeccable|top|magnifique"
    r"|formidable|brillant|super|bravo|beau travail|bien joue|bon travail|tres bien|super bien"
    r"|trop bien|impressionnant|bien vu|beaucoup mieux|bien mieux|(?:beaucoup |bien |(?<=est )"
    r"|(?<=c ))plus clair|limpide|(?:super|hyper) (?:clair|utile)"
    r"|tres utile|tres clair|perfect|great|awesome|amazing|brilliant|superb|lovely|impressive"
    r"|fantastic|wonderful|spot on|well done|nice|nice one|nice work|great job|good job|very good"
    r"|(?:much |a lot |way )?(?:better|clearer)|very helpful|"
    r"an? (?:great|good|very good|perfect|excellent) (?:answer|explanation|summary))"
    + _YOUR_WORK
    + _END,
    r"(?:great|good|nice|excellent) (?:job|work) (?:on|with) (?:the|that|this)\b",
    _THANKS + r"(?:c'est |that's |that is |this is )?(?:exactement"
    r"|tout a fait|pile|precisement|exactly|precisely|just) (?:ca|cela|ce (?:que|qu'|dont) ?j\w*"
    r"|ce qu'il me fallait|what i|le (?:format|ton|style)|the (?:format|tone|style) i)",
    _THANKS + r"(?:ca|cela) repond (?:parfaitement|bien|tout a fait|exactement) a ma question",
    _THANKS + _AN_ANSWER + r" (?:est|is) " + _VERY + r"(?:parfaite?|excellente?|limpide|claire"
    r"|geniale|meilleure|perfect|great|excellent|spot on|very good|better)" + _END,
    r"(?:ca|cela) (?:marche|fonctionne)" + _WELL + "(?: merci)?" + _END,
    r"(?:that|it|this)(?: one)? (?:worked|works)" + _WELL + _END,
    r"works (?:perfectly|great|now|like a charm)" + _END,
    r"(?:that|it|this) (?:fixed|solved) (?:it|(?:the|my) (?:problem|issue|bug))" + _END,
    r"(?:ca|cela) (?:regle|resout|a regle|a resolu) (?:le|mon) (?:probleme|souci|bug)" + _END,
    r"(?:j'adore|j'aime beaucoup|j'aime bien)" + _OF_YOURS + _END,
    r"(?:i )?(?:really )?love (?:it|this|that)(?: (?:version|one|answer|draft))?" + _END,
    r"i (?:really )?like (?:this|that) (?:version|one|answer|draft|style)" + _END,
    r"(?:tres |vraiment )?(?:bonne|belle|jolie|super|excellente) (?:reponse|explication|idee"
    r"|version|tournure)(?! ?:)" + _END,
    r"tu (?:m'as|me) (?:sauves?|sauve la vie)|tu geres\b",
    r"you (?:saved (?:me|my)|nailed it)|you're the best\b",
    r"thanks?(?: you)?(?: so much| a lot)?[\s,.!]*(?:(?:that|this)'?s? (?:was |is )?(?:very "
    r"|really |so )?(?:helpful|useful|perfect|great|exactly)|(?:very|really|so) helpful"
    r"|that (?:helped|worked)|(?:it |this )?works)",
    r"merci(?: beaucoup| bien)?[\s,.!]*(?:ca m'aide|ca m'a (?:bien |beaucoup )?aide|tres clair"
    r"|c'est (?:tres |super |hyper |bien )?(?:clair|utile|note|mieux))",
)
_COMPLAINT = _any_of(
    r"(?:c'est|c) " + _VERY + r"(?:completement |totalement |un peu |beaucoup )?(?:(?:faux|nul"
    r"|mauvais|incorrect|errone|n'importe quoi|hors[- ]sujet|trop vague|trop long|trop court"
    r"|inutile|illisible|absurde|rate|incomprehensible|inexact|mal (?:ecrit|traduit|fait))\b)"
    + _NO_RULE,
    r"(?:that was |it was |)"
    + _THAT_IS
    + _VERY
    + r"(?:assez |plutot |si )?(?:decevant|lamentable|mediocre|minable|disappointing)"
    + _END,
    r"(?:tu es|t'es|vous etes) (?:vraiment |completement |totalement )?(?:nule?|nulle|inutiles?"
    r"|decevante?|mauvaise?)" + _END,
    _AN_ANSWER_OR_YOU
    + r" (?:ne )?(?:sers?|sert|servez) (?:vraiment |absolument |strictement )?a rien"
    r"(?! de | d'| qu)",
    r"(?:tu|vous|ca|cela) (?:ne )?m'aide[sz]? (?:vraiment |toujours |absolument )?(?:pas|en rien)"
    r"(?: du tout| beaucoup)?" + _END,
    r"je suis (?:tres |vraiment |assez |plutot )?decue? (?:par|de) (?:ta|cette|votre|tes|ces|vos"
    r"|la|ton|ce) (?:reponses?|explications?|travail|texte|resultat)\b",
    r"ce n'est (?:toujours |vraiment |absolument |)pas (?:du tout |vraiment )?(?:bon|correct|ca"
    r"|cela|juste|vrai|exact|satisfaisant|ce (?:que|dont))\b" + _NO_RULE,
    r"c'est (?:toujours |vraiment |)pas (?:du tout |vraiment )?(?:bon|correct|ca|juste|vrai|exact"
    r"|terrible|ce (?:que|dont))\b" + _NO_RULE,
    r"(?:bof|mouais)[\s,.!]+(?:pas (?:terrible|convain\w+)|c'est)",
    r"(?:tu|vous) (?:te trompes?|t'es trompe|vous etes trompe|vous trompez|fais erreur"
    r"|faites erreur|racontes?|inventes?|inventez|hallucines?|te repetes)",
    r"(?:(?:tu|vous) (?:n'as|as|n'avez|avez)|t'as) (?:rien|pas) (?:compris|repondu|lu|suivi"
    r"|respecte|tenu compte)",
    r"(?:tu|vous) (?:ne )?(?:reponds|repondez) pas",
    r"je (?:t'ai|t'avais|vous ai|vous avais) demande [^.?!\n]{2,60}, pas ",
    r"(?:mauvaise|fausse) reponse"
    + _END
    + r"|reponse (?:fausse|incorrecte|nulle|hors[- ]sujet)"
    + _END
    + r"|rien a voir"
    + _END,
    _AN_ANSWER + r" (?:ne m'aide pas|ne repond pas|est (?:vraiment |completement |totalement )?"
    r"(?:fausse|incorrecte|mauvaise|nulle|inutile|decevante|inexacte|erronee|hors[- ]sujet)"
    r"|est (?:beaucoup |bien |un peu |encore )?trop (?:longue?|courte?|vague|generique|compliquee?)"
    r"|(?:is|was) (?:way |much |far |a bit |still )?too (?:long|short|vague|generic|complicated)"
    r"|(?:is|was) (?:just |completely |totally |really )?(?:wrong|incorrect|useless|bad|unhelpful"
    r"|disappointing|not (?:very )?(?:helpful|useful))|contradicts|doesn'?t (?:answer|help)"
    r"|makes no sense)",
    r"(?:ca|cela|ton code|votre code|ta formule|ta solution|le code|ton script) (?:ne )?"
    r"(?:marche|fonctionne) (?:toujours )?pas\b" + _NOT_ELSEWHERE,
    r"(?:ca|le code|ton code) plante (?:encore|toujours)",
    r"(?:j'aime pas|je n'aime pas) (?:du tout )?(?:ce|cette|ta|ton|votre) (?:style|reponse|version"
    r"|ton|formulation|texte)\b",
    r"toujours (?:pas (?:bon|ca|correct|juste)|faux|la meme erreur)",
    r"(?:that|this|it)(?:'?s| is| was) (?:just |completely |totally |still |all |simply )?"
    r"(?:(?:wrong|incorrect|false|nonsense|useless|terrible|bad|rubbish|not (?:right|correct|true"
    r"|it|helpful|good))\b" + _NO_RULE + r"|not what i)",
    r"(?:that|this|it|your (?:code|answer|solution|formula)) (?:still )?(?:doesn'?t|does not"
    r"|didn'?t|did not) (?:work|help|answer|make sense|compile)\b" + _NOT_ELSEWHERE,
    r"(?:that|this|it) makes no sense",
    r"(?:that's|it's|this is) (?:way |much |far )?too (?:long|short|vague|generic)" + _END,
    r"je ne suis (?:toujours )?pas (?:du tout |vraiment |tres )?(?:convaincue?|satisfaite?)" + _END,
    r"(?:i'm|i am) (?:still )?not (?:really |very )?(?:convinced|satisfied)" + _END,
    r"(?:arrete[sz]?|cesse[sz]?) d'(?:inventer|halluciner)\b"
    r"|stop (?:making (?:things|stuff|it|this|that) up|inventing|hallucinating)\b",
    _YOU_HAVE + r" (?:encore |tout )?(?:invente|hallucine)" + _A_THING,
    r"you (?:just |totally |completely )?(?:hallucinated|invented|fabricated|made up)" + _A_THING,
    rf"(?:ca|cela|ce(?:tte)? {_THING_FR}) n'existe (?:pas|plus){_END}",
    rf"(?:that|this|the) {_THING_EN} (?:doesn't|does not) exist{_END}",
    r"(?<=non )pas (?:ca|cela|comme ca)" + _END + r"|(?<=non, )pas (?:ca|cela|comme ca)" + _END,
    r"you(?:'?re| are) (?:wrong|mistaken|making (?:this|that|it|things) up|hallucinating"
    r"|repeating)",
    r"you (?:misunderstood|didn'?t (?:answer|read|understand|listen|follow)"
    r"|keep (?:repeating|ignoring|making the same))",
    r"you made (?:a mistake|(?:that|it) up)",
    r"(?:(?:you|that|this|it)(?:'re|'s| are| is) not|(?:you|that|this|it) (?:aren'?t|isn'?t))"
    r" (?:really )?helping(?: me)?(?: at all| here)?" + _END,
    r"you(?:'re| are) (?:completely |totally |really |so |just )?(?:useless|no help"
    r"|not (?:very |being )?helpful)(?: at all)?" + _END,
    r"i(?:'m| am) (?:very |really |so |quite )?disappointed (?:with|by|in) (?:this|your|that|the)"
    r" (?:answers?|responses?|explanation|summary|results?)\b",
    r"(?:(?:encore |toujours )?(?:faux|nul)|wrong|incorrect)(?=\s*(?:[.!]|$))",
    r"i (?:don'?t|do not) like (?:this|that) (?:one|version|answer|style|draft)",
    r"not what i (?:asked|wanted|meant|need)|(?:wrong|bad|terrible|useless) (?:answer|response)"
    + _END
    + r"|not (?:very )?helpful"
    + _END,
    r"still (?:wrong|not working|doesn'?t work|the same error|broken)|wrong again" + _END,
)
_GOOD_FR = (
    r"(?:parfaite?|geniale?|excellente?|nickel|impeccable|top|fameu(?:x|se)|terrible|brillante?"
    r"|ouf|fou|folichon|limpide|claire?|convaincante?|satisfaisante?|concluante?|super)"
)
_GOOD_EN = r"(?:perfect|great|excellent|ideal|brilliant|impressive|clear|convincing|amazing)"
_ITS_GOOD_EN = rf"(?:{_GOOD_EN}|good)(?: at all)?"
_NEGATED_PRAISE = _any_of(
    r"(?:(?:bof|mouais)[\s,.!]+)?(?:c'est |c |ce n'est |c'etait |ce n'etait |)"
    r"(?:toujours |vraiment |absolument |franchement )?pas "
    r"(?:du tout |vraiment |tres |tout a fait |si |hyper |encore )?"
    rf"{_GOOD_FR}(?: du tout)?{_END}",
    r"(?:c'est |ce n'est |c'etait |ce n'etait )(?:vraiment )?pas (?:du tout |vraiment |tres )?"
    rf"(?:utile|precis|pertinent|efficace|lisible|naturel)(?: du tout)?{_END}",
    rf"(?:c'est |c'etait |on est |)(?:encore |tres )?loin d'etre {_GOOD_FR}{_END}",
    r"(?:(?:that|this|it)(?:'s| is| was) |)(?:really |just |still )?"
    rf"not (?:very |really |so |that )?{_ITS_GOOD_EN}{_END}",
    r"(?:that|this|it) (?:isn't|wasn't) (?:very |really |so |that )?"
    rf"(?:{_ITS_GOOD_EN}|helpful|useful){_END}",
    rf"(?:(?:that|this|it)(?:'s| is| was) )?(?:still )?far from {_GOOD_EN}{_END}",
)
"""What is denied of an answer: "pas parfait du tout"."""
_GOOD_ENOUGH = Expression(
    r"\b(?:quand meme|ca (?:ira|va|suffit|suffira|passe)|fera l'affaire|assez bien"
    r"|je (?:garde|prends|valide)|good enough|will do|works for me)\b"
)
_CORRECTION = _any_of(
    r"(?:la|le) (?:bonne|vraie|bon|vrai|correcte?) (?:reponse|resultat|date|nom|orthographe) "
    r"(?:est|etait|c'est) (?!quoi|laquelle|lequel)",
    r"(?:il|tu|vous) (?:fallait|aurais du|auriez du|devais|deviez) (?!voir|entendre|etre)",
    _YOU_HAVE + r" (?:oublie(?! (?:qui|que j|mon|ma|mes|ton|ta|tes|votre|vos)\b)|confondu|saute"
    r"|rate|mal (?:compris|lu|traduit|calcule)|inverse|fait une (?:erreur|faute)|mis \w+ au lieu)",
    r"(?:il y a|y'?a) une (?:erreur|faute) (?:dans (?:ta|ton|tes|votre|vos|la)|a (?:la|l'etape)"
    r"|ligne)",
    r"il manque (?![^.?!\n]{0,40}\b(?:dans|sur|a|de|chez) (?:ma|mon|mes|notre|nos|la|le"
    r"|les) )(?!quoi|quelque chose|\w+ (?:jours?|heures?|minutes?|euros?|mois|ans)\b)"
    r"|(?:ca|ce) (?:devrait|aurait du) etre",
    r"(?:the|your) (?:correct|right) (?:answer|result|one|value|date|name|spelling) (?:is|was)\b",
    r"it should (?:be (?!possible)|have been)"
    r"|you should have (?:used|put|said|made|kept|given|taken|done|written|\w{3,}ed\b)",
    r"you (?:forgot|missed|skipped|confused|mixed up|ignored|left out|got .{1,30} wrong)",
    r"there(?:'s| is) (?:a|an) (?:mistake|error|typo) (?:in (?:step|line|your)|on line"
    r"|in the (?:title|text|code|answer|formula|first|second|third|last))",
    r"actually,? the (?:correct|right) ",
    r"(?:(?<=non, )|(?<=non ))je (?:parlais|voulais dire|pensais a|faisais (?:reference"
    r"|allusion))(?! pas\b)|(?<=non, )je voulais (?!te |vous |savoir|juste|seulement|simplement)"
    r"|(?:(?<=non, )|(?<=non ))je parle (?:de |d'|du |des )|(?:(?<=non, )|(?<=non ))j'ai (?:dit"
    r"|demande) (?!a |au |aux |qu)",
    r"(?:(?<=no, )|(?<=no ))i (?:meant (?!to )|was (?:talking|asking|thinking|referring) (?:about"
    r"|of|to)\b|(?:said|asked for) (?!yes|no\b|that|to))",
    r"je (?:parlais|pensais) [^.?!\n]{2,60}, (?:et )?(?:pas|non) ",
    r"i (?:meant|was (?:talking|asking) about) [^.?!\n]{2,60}, not ",
    r"(?<=non, )c'est (?!vrai|bon\b|tout\b|parfait|ok\b|gentil|pas )|(?<=non )c'est (?!vrai"
    r"|bon\b|tout\b|parfait|ok\b|gentil|pas )|(?<=no, )(?:it's|it is|that's) ",
)
_DENIES = Expression(
    r"^(?:(?:ah|euh|mais|bah|ben|hmm)\b[\s,]*)?(?:non|no|nope)\b[\s,.!:]++(?!(?:je|j'|i|i'm|my|mon"
    r"|ma|mes|merci|thanks|thank|pas|not|that's (?:ok|fine|all)|c'est (?:bon|tout|parfait|ok)"
    r"|c'est pas|ca ira|on|we|nous|garde|keep|laisse|il me|just|use|it's (?:ok|fine))\b)"
)
"""A no that what is right follows; answers that ask are not denied so."""
_IN_FACT = Expression(_OPENING + r"(?:en (?:fait|realite)|actually),? ")
_FILLERS = Expression(_OPENING.replace("|super", "").replace("|well", "|well(?=,)"))
_OWN_FAULT = Expression(
    r"\b(?:my (?:mistake|bad|fault|error|typo)|[ao]u? ?temps pour moi|autant pour moi"
    r"|je me suis trompee?|(?:ma faute|mon erreur|erreur de ma part|faute de frappe)"
    r"|j'ai (?:mal (?:lu|ecrit|tape|compris)|oublie)|i (?:misread|mistyped|forgot|got it wrong"
    r"|was wrong)|sorry,? (?:i|my)|j'avais oublie)\b"
)
"""The donor's own mistake, put right."""
_REJECTS = Expression(_OPENING + r"(?:faux|erreur|wrong|incorrect|false)(?=\s*[,.:!;])")
"""A word that rejects only when what is right comes with it."""
_ASKS = Expression(
    r"(?<!rendez)-(?:t-)?(?:il|elle|ils|elles|on|ce|tu|vous)\b|^(?:est-ce|pourquoi|comment|why|how"
    r"|what|which)\b"
)
"""A question without its mark."""
_REPORTS = Expression(
    r"\b(?:according to|selon|d'apres|m'a dit|ma dit|dit que|dit(?=,)|m'a (?:ecrit|repondu)|(?:il"
    r"|elle|on) (?:pense|trouve) que|told me|wrote|says|(?<!\bi )said"
    r"|my (?:teacher|boss|doctor|professor)|mon (?:prof|chef|patron|medecin))\b"
)
"""Somebody else's verdict."""
_REFUSAL = Expression(
    r"\b(?:je ne (?:peux|suis) (?:malheureusement )?pas|je ne suis pas en mesure|desole"
    r"|je regrette"
    r"|je prefere ne pas|en tant qu'(?:ia|assistant|intelligence)|i can'?t|i cannot|i can not"
    r"|i'?m (?:unable|not able|sorry)|i am (?:unable|not able|sorry)|i won'?t|as an ai)\b"
)
_REFUSALS_STAND_IN = 200
_SENTENCE_END = Expression(r"[?!.]\s|\n")
_ACCENTS = re.compile("[\u0300-\u036f]+")


def feedback_in(turn: str, answer: str, asked: str = "") -> Feedback | None:
    """What the donor's turn says of the answer before it; None when it judges nothing for sure.

    `asked` is the turn that the answer answers, where it is known.
    """
    said = turn[:_LOOKED_AT].strip()
    found, answers_back = _heard(said) if len(said) <= _SAID_OFTEN else _verdict(said)
    if found is None:
        return _contradiction(said, answer, asked)
    is_asking = _asks(answer)
    if found == "praise":
        return None if is_asking and is_assent(_folded(said)) else found
    if _is_refusal(answer):
        return None
    if answers_back and is_asking:
        return None  # An answer to the assistant's own question.
    if found == "correction" and asked:
        claim = claim_in(_first_sentence(_plain(said)))
        if claim is not None and claim.takes_back(_plain(asked)):
            return None
    return found


def _contradiction(said: str, answer: str, asked: str) -> Feedback | None:
    """A value in place of one the answer gave, where the answer did not ask for it."""
    if "?" in said or not may_contradict(said):
        return None
    sentence = _first_sentence(_plain(said))
    claim = claim_in(sentence)
    if claim is None or _asks(answer) or _is_refusal(answer):
        return None
    if _REPORTS.search(sentence.lower()) or _OWN_FAULT.search(sentence.lower()):
        return None
    if claim.takes_back(_plain(asked)) or not claim.corrects(_plain(answer)):
        return None
    return "correction"


def _verdict(said: str) -> tuple[Feedback | None, bool]:
    """What the beginning of a turn says, whatever the answer; and whether it may answer a question,
    as it begins with a no or is a single word."""
    if "?" in said and "?" in _first_sentence(said):
        return None, False
    plain = _plain(said)
    text = plain.lower()
    if _PRAISE.match(text):
        return (None if takes_back(_first_sentence(text)) else "praise"), False
    found: Feedback | None = None
    answers_back = text.startswith(("no", "pas "))
    if _NEGATED_PRAISE.match(text):
        opened = _first_sentence(text)
        found = None if is_contrasted(opened) or _GOOD_ENOUGH.search(opened) else "complaint"
    elif rejected := _COMPLAINT.match(text):
        found = "correction" if _puts_right(plain, rejected) else "complaint"
    elif (
        _CORRECTION.match(text)
        or ((rejected := _REJECTS.match(text)) and _puts_right(plain, rejected))
        or (
            (denied := _DENIES.match(text))
            and puts_right("faux", plain[denied.end() :].split("\n", 1)[0])
        )
        or ((in_fact := _IN_FACT.match(text)) and states_value(plain[in_fact.end() :]))
    ):
        found = "correction"
    else:
        first = _first_sentence(text)
        fillers = _FILLERS.match(text)
        found, is_bare = appraised(first[fillers.end() if fillers else 0 :])
        if found == "praise":
            return (None if takes_back(first) else found), False
        answers_back = answers_back or is_bare
    if found is not None:
        first = _first_sentence(text)
        if (
            _ASKS.search(first)
            or asks_behind(first)
            or _REPORTS.search(first)
            or _OWN_FAULT.search(text)
        ):
            found = None
    return found, answers_back


_heard = lru_cache(4096)(_verdict)


def _asks(answer: str) -> bool:
    """Whether an answer ends with a question, whatever mark or smile is behind."""
    return answer.rstrip(_BEHIND_A_MARK).endswith("?")


def _is_refusal(answer: str) -> bool:
    return _REFUSAL.search(_folded(answer[:_REFUSALS_STAND_IN])) is not None


def _first_sentence(text: str) -> str:
    end = _SENTENCE_END.search(text)
    return text if end is None else text[: end.end() - 1]


def _puts_right(plain: str, rejected: re.Match[str]) -> bool:
    """Whether a rejection goes on with what is right, in its sentence or the next."""
    rest = plain[rejected.end() :]
    here = _first_sentence(rest)
    after = rest[len(here) + 1 :]
    following = _first_sentence(after.lstrip())
    if "?" not in following and not _REPORTS.search(following.lower()):
        here = f"{here}\n{following}"
    return puts_right(rejected.group(), here)


def _folded(text: str) -> str:
    return _plain(text).lower()


def _plain(text: str) -> str:
    """The text without accents, typographic signs made plain."""
    plain = text.strip().replace("’", "'")
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFD", plain)).replace("\u00a0", " ")
    return plain
