"""French: "j'ai 13 ans", "jsuis en 4eme", "ma fille Léa, 7 ans", "mon fils est en CE2".

Informal French too: "g 13 ans", "jai treize ans", "chui au lycée".
"""

import re
from typing import Final

from filters.redaction.minors.sign import Sign, words

_TEENS = "dix[- ]sept|seize|quinze|quatorze|treize|douze|onze|dix|neuf|huit|sept|six|cinq|quatre|trois|deux|une?"
_MINOR = rf"(?<!\d)(?:(?:1[0-7]|0?\d)(?!\d|[.,]\d)|(?:{_TEENS})(?![a-z]))"
_STILL_TO_COME = rf"(?:18(?!\d)|dix[- ]huit|{_MINOR})"
_ANY = r"(?:\d{1,2}(?!\d)|(?!(?:vingt|trente|quarante|cinquante|soixante|quatre-vingt))[a-z]{2,8}(?:[- ][a-z]{2,8}){0,2})"
_AND = r"(?:[ ]?[,/&][ ]?|(?<=\d)[ ]?-[ ]?(?=\d)|[ ](?:et|ou|a|puis)[ ])"
_UNIT = r"(?:[ ]?(?:ans|mois)(?![a-z]))?"
_MINORS = (
    rf"(?:{_ANY}{_UNIT}{_AND}){{0,3}}{_MINOR}(?:{_UNIT}{_AND}(?:et[ ])?\d{{1,2}}(?!\d)){{0,3}}"
)
"""An age under 18, perhaps in a list."""
_NOT_LIVED = (
    r"(?![ ]?(?:d'|de[ ]|(?:ou|et) (?:plus|moins)(?![a-z])|du[ ]|pour[ ](?!l'instant)|apres|avant|plus (?:tard|tot|jeune|vieux|age)|ferme|avec sursis|garanti|offert|max|mini|qu[e'][ ]?|"
    r"a (?:attendre|rattraper|purger|tirer|faire|payer|rembourser|passer|mon actif|son actif)|au (?:compteur|sein)|chez[ ]|derriere|devant|ensemble|"
    r"en (?:plus|moins|tant|arriere|entreprise|interim|cabinet|cdi|poste)[ ,.]?|sur (?:ce|le|la|les|cette)[ ]|dans (?:l'|(?:ma|la|sa) tete|(?:le|la|les|cette|ce|mon|son)[ ](?!(?:mois|semaine)))|"
    r"et (?:\d{1,2}|[a-z]{2,8}) mois d))"
)
_YEARS = rf"(?:[ ]?(?:ans|piges)|(?<=\d)[ ]?an|(?<=un) an)(?![a-z])(?:[ ]et[ ]demie?)?+{_NOT_LIVED}"
_MONTHS = rf"(?:\d{{1,2}}|{_TEENS}|quelques)[ ]?(?:mois|semaines?|jours)(?![a-z]){_NOT_LIVED}"
_AGE = rf"(?:{_MINORS}{_YEARS}|{_MONTHS})"

_I_AM = r"(?<![a-z])(?:je[ ]?suis|j[' ]?suis|j[' ]?sui|chuis?|etant|on[ ]est|nous[ ]sommes)"
_I_HAVE = r"(?<![a-z])(?:j[' ]?ais?|g|ge)"
_HARDLY = (
    r"(?:[ ](?:que|deja|seulement|juste|genre|environ|a peine|encore|tout juste|toujours|actuellement|maintenant|la|tjrs?|pile|bien|deja|"
    r"aujourd'hui|litteralement))*"
)
_SOON = r"[ ](?:bientot|presque|quasi(?:ment)?|pas encore|meme pas|meme pas encore)"
_UNREAL = (
    r"(?:depuis qu(?:e |')|comme (?:si )?|dans (?:ma|la) tete,? |(?:imagin|suppos|consider|admet|part)\w* (?:\w+ )?(?:du principe )?qu(?:e |')|"
    r"(?:dirait|pens\w+|croi\w+|cru|impression) qu(?:e |')|mentalement )$|\bphoto|\ba l'epoque|\bsouven|\breve\b"
    r"|(?<!ne )(?<!nee )\b(?:en|ete|fin|debut) (?:19\d\d|200\d|201[0-5])\b[^.!?\n]{0,25}$"
    r"|\b(?:comment (?:on |tu )?(?:dit|dire|dis|ecrit|traduit|traduire|traduis)(?:-on)?|tradui\w+|conjug\w+)\b[^.!?\n]{0,25}[\"«“'] ?$"
)
_PLAYED: Final = re.compile(_UNREAL)
_TOLD: Final = re.compile(rf"{_UNREAL}|(?:quand|lorsque) $")
"""In the present, as one tells a life."""

_SURE_CLASS = r"(?:ce[12]|cm[12]|tle|term(?:inale?)?(?![a-z]| ?\d)|segpa|(?:petite|moyenne|grande) section|maternelle|primaire)(?![a-z\d])"
_CLASS = (
    r"(?:(?:[3456](?:[ ]?i?e(?:me)?)|sixieme|cinquieme|quatrieme|troisieme|seconde|2nde?|2de|premiere|1er?e)(?![a-z\d])"
    r"(?=[ ]?(?:$|[\n.,;:!?)(…]|<|(?:et|mais|donc|car|parce|alors|puis|pis|depuis|cet|cette|cela|l'an|l'annee|prochaine?|en|a|au|aux|chez|sans|dans|avec|pour|sous|"
    r"generale?|techno\w*|pro|bac|st\w{1,4}|option|spe\w*|segpa|ulis|rep|bilangue|latin|prive|public|[a-h]|\d|la|le|les|une?|des|"
    r"je|j|j'\w+|tu|il|elle|on|nous|vous|ils|elles|mon|ma|mes|ton|ta|tes|son|sa|ses|moi|toi|c|ca|y|ya|lol|mdr|ptdr|svp|stp|pcq|pck|pq|qui|que|quoi|quand|comme|comment|"
    r"si|ni|ou|ce|c'est|est|faut|pas|plus|trop|bien|aussi|maintenant|actuellement|encore|deja|apres|avant|tout)(?![a-z])))"
    r"(?!,? (?:position|partie|division|ligne)|,? (?:dans|a|en) (?:le |la |l')?(?:classement|file|course|ligue)))"
)
_SCHOOL = (
    r"(?:(?:en|o|dans une? classe de|dans ma classe de)[ ](?:"
    rf"{_SURE_CLASS}|{_CLASS})|(?:au|o|aux)[ ](?:college|lycee)(?![a-z])(?! (?:de france|(?:demain )?pour (?:la|une) (?:reunion|intervention|formation)))|"
    r"(?:a l'|en )ecole (?:primaire|elementaire|maternelle)|en fin de (?:college|lycee))"
)
_OTHERWISE: Final = re.compile(
    r"\b(?:enseign\w+|(?:suis|comme|etant|tant que) (?:une? )?prof\w*|cpe|surveillante?|aed|proviseur|principal adjoint|mes eleves|"
    r"voiture|vitesses?|embray\w+|moteur|cale|caler|pedale|accelere\w*|classement|podium)\b"
)
"""One teaches there, or drives."""
_PUPIL = r"(?:collegien(?:ne)?|lyceen(?:ne)?|ado(?:lescente?)?|ecolier|ecoliere)(?:s)?(?![a-z])"

_OWN: Final = words(
    "mon ", "ma ", "mes ", "notre ", "nos ", "j'ai ", "jai ", "on a ", "avons ", "maman ", "papa ", "mère ", "père ", "mere ", "pere ", "je ", "j'",
)  # fmt: skip
_NOUN = (
    r"(?:fils|fiston|filles?|fifille|garcons?|enfants?|bebes?|gamine?s?|gosses?|momes?|mioches?|ados?|adolescente?s?|neveux?|nieces?|"
    r"filleule?s?|pupille|eleve|freres?|frerot|frangine?s?|s(?:oe|œ)urs?|s(?:oe|œ)urette|reuf|cousine?s?|jumeaux?|jumelles?|triples?|triplees?|"
    r"petite?s?-(?:fils|filles?|enfants)|beau-fils|belle-fille|loulou(?:te|s)?|bouts? de choux?|nourrisson|nouveau-ne|minots?|marmots?|bambins?|"
    r"puce|princesse|patiente?|louveteaux?)(?![a-z-])"
)
_ADJECTIVE = (
    r"(?:petite?s?|grande?s?|jeunes?|deux|trois|quatre|cinq|\d|premiere?|seconde?|deuxieme|troisieme|dernier|derniere|cheres?|chers?|"
    r"adorables?|propre|demi|premiers|aine|ainee|cadet|cadette)"
)
_CHILD = rf"(?:(?:{_ADJECTIVE}[ -]){{0,2}}{_NOUN})"
_BY_RANK = (
    r"(?:petite?s?|grande?s?|ainee?s?|cadet(?:te)?s?|benjamine?|(?:petite? )?derniere?|(?:petit )?dernier|premiere?|deuxieme|second|plus (?:jeune|grande?|petite?))"
    r"(?![a-z-])"
)
"""Nouns only where the age stands just behind."""
_PEER = (
    r"(?:(?:meilleure? |petite? )?(?:copain|copine|amie?|pote|mec|meuf)|crush|voisine?|correspondante?|camarade|apprentie?|stagiaire|"
    r"baby-?sitt(?:er|euse)|joueur|joueuse)(?![a-z-])"
)
_NAME = r"(?:,?[ ](?!(?:de|a|ont|aura|qui|depuis|pendant|durant|il|y|en|dans|et|ou|ava(?:it|ient)|aurait|etait|eut|vecu|fait|passe|attend\w*|dure)[ ])[a-z][a-zœ'-]{1,20}){0,2}"
_HAS = (
    r"(?:a|ont|aura|auront|va avoir|vont avoir|vas avoir|vient (?:juste )?d'avoir|viennent d'avoir|(?:vient|viennent) de feter (?:ses|leurs)|"
    r"fait|font|fera|feront|fete(?:ra|nt)?(?: bientot| deja)? (?:ses|leurs)|va(?:s)? (?:bientot )?(?:sur|feter) ses|n'a que|n'ont que|n'a (?:pas encore|meme pas)|a pas encore|a eu)"
)
_ALREADY = r"(?:(?:bientot|deja|presque|seulement|a peine|environ|tout juste|maintenant|juste|genre|que|age[e]?s? de)[ ])?"
_AGED = (
    rf"(?:(?:,|[ ]?\()?[ ](?:(?:qui|et)[ ])?(?:{_HAS}|(?:est |sont )?(?:age[e]?s?[ ])?de|(?:est |sont )?agee?s? d'|c'est|tout juste)[ ]|,[ ]?|[ ]?[(/–—:=-][ ]?|[ ](?=\d))"
    rf"{_ALREADY}"
)
_MY = r"(?<![a-z])(?:mon|ma|mes|notre|nos)[ ]"
_MY_CHILD = rf"{_MY}(?:{_CHILD}{_NAME}|{_BY_RANK})"
_OF_MINE = (
    rf"(?<![a-z])(?:(?:le|la|les|l'|du|au|un|une|aux|des)[ ]?)?{_CHILD}{_NAME}[ ](?:(?:de|du|d'|a)[ ])?(?:mon|ma|mes|notre|nos)[ ][a-zœ-]+"
    rf"|(?<![a-z])(?:une?|l'une?)[ ](?:de|d'entre|parmi)[ ](?:mes|nos)[ ](?:jeunes |petite?s |grande?s )?(?:eleves?|{_NOUN}|amie?s|patiente?s|joueu\w+){_NAME}"
    rf"|(?<![a-z])une?[ ](?:eleve|enfant|garcon|fille|gamine?)[ ](?:de|dans)[ ](?:ma|notre)[ ](?:classe|equipe|creche|ecole){_NAME}"
    r"|(?<![a-z])(?:le|la|les|l')[ ]?(?:petite?s?|enfants?|bebe|garcons?|filles?|gamine?|eleve)[ ](?:que|dont|a qui)[ ](?:je|j')[ ]?[a-z' ]{3,25}"
    rf"|(?<![a-z])(?:mon|ma|mes|notre)[ ](?!perso|heros|heroine|roman|histoire|livre)[a-zœ-]+[^.!?\n]{{0,30}}[ ](?:son|sa|ses|leurs?)[ ]{_CHILD}{_NAME}"
)
_HAVING = (
    r"(?<![a-z])(?:j'?ai|on a|nous avons|(?:maman|mamie|papa|papi|mere|pere|parents?|tata|tonton|marraine|parrain|nounou)(?: solo| celibataire)?[ ]d(?:e|'))"
    rf"[ ]?(?:une?|deux|trois|quatre|des|\d)[ ](?:{_CHILD}|{_BY_RANK}|{_PEER}){_NAME}"
    rf"|(?<![a-z])(?:une?|des) (?:neveux?|nieces?|filleule?s?)(?![a-z]){_NAME}"
    rf"|(?<![a-z])(?:nous sommes|on est|nous partons|on part|je pars|on voyage|nous voyageons)[^.!?\n]{{0,50}} avec (?:une?|deux|trois|quatre|des|\d) (?:{_CHILD})"
    r"|(?<![a-z])(?:j'(?:accompagne|aide|entraine|ai en (?:cours|charge))|je (?:garde|babysitte?|baby-sitte|m'occupe d'?|suis|fais garder|donne (?:des|un) (?:cours|lecon)s? (?:de \w+ |d'\w+ )?a|coache?))"
    rf"[ ]?(?:une?|deux|trois)[ ](?:{_CHILD}|{_BY_RANK}|jeunes?(?![a-z-])|collegien(?:ne)?|lyceen(?:ne)?)"
)
_NARROW_CHILD = (
    r"(?:fils|fiston|filles?|garcons?|enfants?|bebes?|gamine?s?|gosses?|ado|neveux?|nieces?|filleule?|eleve|petit frere|petite s(?:oe|œ)ur|petite?s?-(?:fils|fille)|"
    r"jumeaux|jumelles|loulou(?:te)?)(?![a-z-])"
)
_THEY_HAVE = rf"(?<![a-z])(?:il|elle|ils|elles)[ ]{_HAS}[ ]{_ALREADY}"
_INFANCY = (
    r"(?<![a-z])(?:dor\w*|sieste|pleure\w*|allait\w*|biberon|tetine|tetee|couches?|creche|nounou|pediatre|mois|semaines?|fievre|vomi\w*|regurgit\w*|"
    r"coliques?|poussette|diversification|rampe|purees?|maternite|doudou|vaccin\w*)(?![a-z])"
)
"""Said of a baby, of a lover or a car seldom."""
_YEARS_WORDS: Final = words(
    " ans", "piges", "un an", *(f"{digit}{gap}an" for digit in "0123456789" for gap in ("", " "))
)
_AGE_WORDS: Final = _YEARS_WORDS | words("mois", "semaine", " jours")
_CLASS_WORDS: Final = words(
    "ce1", "ce2", "cm1", "cm2", "cp", "tle", "term", "segpa", "section", "maternelle", "primaire", "3e", "4e", "5e", "6e", "3 e", "4 e", "5 e", "6 e",
    "3è", "4è", "5è", "6è", "3 è", "4 è", "5 è", "6 è", "3i", "4i", "5i", "6i",
    "ième", "ieme", "second", "2nd", "2de", "première", "premiere", "1re", "1ere", "1ère", "collège", "college", "lycée", "lycee", "élémentaire", "elementaire",
)  # fmt: skip
_PUPIL_WORDS: Final = words("coll", "lyc", "ado", "écol", "ecol")
_I_AM_WORDS: Final = words("suis", "sui ", "chui", "étant", "etant", "on est", "sommes")


def _sign(
    pattern: str,
    *needs: frozenset[str],
    unless_before: re.Pattern[str] | None = None,
    school: bool = False,
) -> Sign:
    return Sign(
        re.compile(pattern, re.MULTILINE),
        needs,
        unless_before,
        _OTHERWISE if school else None,
    )


_ENTERS = (
    rf"(?:{_I_AM}|(?<![a-z])(?:je (?:vais )?(?:r?entrer?|passer?|etre|aller)|je (?:r?entre|passe|serai|vais|redouble)|j'(?:entre|entrerai|irai)))"
    r"(?:[ ](?:bientot|deja|encore|actuellement|toujours|maintenant|juste|la|une?|scolarisee?|eleve|interne|inscrite?))*[ ]"
)
SIGNS: Final = (
    # The writer's age, now or soon.
    _sign(
        rf"{_I_HAVE}{_HARDLY}[ ]{_MINOR}{_YEARS}",
        _YEARS_WORDS, words("j'ai", "jai", "j ai", "g ", "gé ", "ge ", "j'ais", "jais"),
        unless_before=_TOLD,
    ),
    _sign(
        rf"(?:{_I_HAVE}|(?<![a-z])je n'ai){_SOON}[ ]{_STILL_TO_COME}{_YEARS}|(?<![a-z])je n'ai que[ ]{_MINOR}{_YEARS}|(?<![a-z])(?:j'?ai|je n'ai) pas[ ](?:18|dix-huit)[ ]?ans(?! d)"
        rf"|(?<![a-z])j'?ai moins de[ ]{_STILL_TO_COME}{_YEARS}"
        rf"|(?<![a-z])(?:j'?aurais?|je vais (?:bientot )?avoir|je vais (?:bientot )?sur mes|des que j'ai){_HARDLY}[ ]{_STILL_TO_COME}{_YEARS}",
        _YEARS_WORDS, words("bient", "presque", "quasi", "pas encore", "même pas", "meme pas", "'ai que", "ai pas 18", "ai pas dix", "moins de", "aurai", "je vais", "dès que", "des que"),
        unless_before=_PLAYED,
    ),
    _sign(
        rf"(?<![a-z])(?:je viens (?:juste |tout juste )?(?:d'avoir|de feter)(?: mes)?|je fete(?:rai)?(?: bientot)? mes|du haut de mes)[ ]{_MINOR}{_YEARS}"
        rf"|(?<![a-z])j'?ai eu (?:mes )?{_MINOR}{_YEARS}[ ]?(?:hier|avant-hier|aujourd'hui|ce|cette|samedi|dimanche|lundi|la semaine|le mois|il y a|recemment)(?![a-z])"
        rf"|(?<![a-z])pour mes[ ]{_MINOR}{_YEARS},?[ ](?:je (?:veux|voudrais|vais)|j'aimerais)"
        rf"|(?<![a-z])a {_MINOR}{_YEARS},?[ ](?:est[- ]ce que (?:j'ai|je peux|je dois)|ai[- ]je|puis[- ]je|je peux|j'ai (?:pas )?le droit)",
        _YEARS_WORDS, words("je viens", "fête", "fete", "de mes", "pour mes", "eu ", "est ce que", "est-ce que", "ai-je", "ai je", "is-je", "is je", "je peux", "le droit"),
    ),
    _sign(
        rf"(?:{_I_AM}|(?<![a-z])je m'appelle [a-z-]+|(?<![a-z])moi (?:c'?est|je suis) [a-z-]+|(?<![a-z])je suis [a-z-]+(?=,))[ ,:]{{1,2}}(?:et )?(?:une? )?"
        r"(?:(?:jeune|petite?|simple|fille|garcon|ado\w*|mec|meuf|gars|femme|homme|eleve|collegien\w*|lyceen\w*|etudiante?|enfant|gamine?|apprentie?|personne)[ ]){0,2}"
        rf"(?:,[ ])?(?:(?:agee?s?[ ])?de[ ])?{_MINOR}{_YEARS}",
        _YEARS_WORDS, _I_AM_WORDS | words("m'appelle", "moi "),
        unless_before=_PLAYED,
    ),
    _sign(
        rf"(?:(?<![a-z])(?<!pour )(?<!chez )(?<!avec )(?<!selon )moi,? {_MINOR}{_YEARS}(?=[ ]?(?:$|[\n,.;!)]|(?:et|je|en|fille|garcon)(?![a-z])|j'))"
        rf"|(?<![a-z])(?:fille|garcon|ado|adolescente?|jeune(?: fille| homme| femme)?|{_PUPIL}|eleve),?[ ](?:(?:agee? )?de )?{_MINOR}{_YEARS}\)?,?[ ]"
        r"(?:(?:re)?cherche|dispo|souhaite|propose))",
        _YEARS_WORDS, words("moi", "cherche", "dispo", "souhaite", "propose"),
    ),
    _sign(
        r"(?:^|(?<=[.!?] ))(?:(?:bonjour|bonsoir|salut|coucou|hello|hey|slt|bjr|cc)[ ,!]{1,3}(?:a tous[ ,!]{1,3}|tout le monde[ ,!]{1,3})?)?"
        r"(?:(?!(?:dans|depuis|pendant|apres|vers|pour|voila|presque|bientot|environ|avant|durant|sous|des|plus|moins|cela|ca|deja|tous|les|ces|fait|il|une?|y|en|quand|ceux|mes|ses|nos)[ ])"
        rf"[a-z-]{{2,15}},?[ ])?{_MINOR}{_YEARS}[ ]?[,.][ ](?:et )?(?:je (?:suis|cherche|m'|fais|joue|vis|veux|voudrais|recherche)|j'(?:adore|habite|aime|aimerais|ai[ ])|"
        rf"en {_SURE_CLASS}|en [3456]e|{_PUPIL})",
        _YEARS_WORDS, words("je ", "j'", "en ", "coll", "lyc", "ado", "écol", "ecol"),
    ),
    _sign(
        rf"(?<![a-z])(?:comme|puisque|vu que|etant donne que|sachant que|parce que)[ ](?:tu (?:n')?as|t'as|vous (?:n')?avez){_HARDLY}[ ]{_MINOR}{_YEARS}",
        _YEARS_WORDS, words("comme", "puisque", "vu que", "donné que", "donne que", "sachant", "parce"),
    ),
    # The writer's school, and the word itself.
    _sign(rf"{_ENTERS}{_SCHOOL}", _CLASS_WORDS, _I_AM_WORDS | words("je ", "j'entre", "j'irai"), school=True),
    _sign(
        rf"(?<![a-z])(?:je suis|jsuis|en tant qu'?e?)[ ](?:une? )?(?:jeune )?eleve (?:de|en|au|a)[ ](?:{_SURE_CLASS}|{_CLASS}|college|lycee)"
        rf"|(?:{_I_AM}|(?<![a-z])en tant qu(?:e[ ]|'une?[ ]|'))[ ]?(?:qu'|encore |juste |toujours )?(?:une? )?(?:simple |jeune |petite? )?(?:{_PUPIL}|gamine?(?![a-z]))"
        rf"(?! (?:attarde|dans l'ame|dans ma tete))",
        _PUPIL_WORDS | words("élève", "eleve", "gamin"), _I_AM_WORDS | words("en tant qu"),
    ),
    _sign(
        rf"(?:{_I_AM}|(?<![a-z])je reste|(?<![a-z])en tant que)(?:[ ](?:encore|toujours|tjrs?|une?))*[ ]mineure?s?(?![a-z])(?! (?:de fond|en[ ]|a la mine|dans))"
        r"|(?<![a-z])(?:je (?:ne )?suis|jsuis|chuis?|je serai) (?:toujours )?pas (?:encore |tout a fait )?majeure?(?![a-z])"
        r"|(?<![a-z])j'?ai pas (?:encore )?(?:la majorite|l'age legal)",
        words("mineur", "majeur", "majorité", "majorite"),
    ),
    _sign(
        r"(?<![a-z])je (?:re)?(?:passe|vais (?:re)?passer|revise)(?: pour)? (?:le|mon) (?:brevet|dnb|bac(?:calaureat)?)(?![a-z+])(?!,? ?(?:\+|d'|de (?!francais|philo|maths)|a |en candidat|bateau|cotier))"
        r"|(?<![a-z])j'?ai (?:le|mon) (?:brevet|bac)(?: blanc| de francais)?[ ](?:lundi|mardi|mercredi|jeudi|vendredi|demain|bientot|dans|la semaine|en juin|cette annee)",
        words("brevet", "bac", "dnb"),
    ),
    # A child of the writer's life.
    _sign(rf"{_MY_CHILD}{_AGED}{_AGE}", _AGE_WORDS, words("mon ", "ma ", "mes ", "notre ", "nos ")),
    _sign(
        rf"{_MY}{_PEER}{_NAME}(?:[ ](?:qui[ ])?(?:a|aura|va avoir|vient d'avoir|n'a que|est agee? de|agee? de|de)[ ]|[ ]?\()(?:bientot |deja |seulement |que )?{_MINOR}{_YEARS}",
        _YEARS_WORDS, words("mon ", "ma ", "mes ", "notre "),
    ),
    _sign(rf"(?:{_OF_MINE}){_AGED}{_AGE}", _AGE_WORDS, words("mon ", "ma ", "mes ", "notre ", "nos ", "je ")),
    _sign(rf"(?:{_HAVING}){_AGED}{_AGE}", _AGE_WORDS, _OWN),
    _sign(
        rf"{_MY}{_CHILD}{_NAME}[ ]?\([ ]?{_MINORS}[ ]?\)",
        words("(0", "(1", "(2", "(3", "(4", "(5", "(6", "(7", "(8", "(9", "( "), words("mon ", "ma ", "mes ", "notre ", "nos "),
    ),
    _sign(
        rf"{_MY}{_CHILD}[^.!?\n]{{0,60}}[ ]et[ ](?:qui |elle |il |ils |elles )?{_HAS}[ ]{_ALREADY}{_MINORS}{_YEARS}"
        rf"|(?<![a-z])(?:mon|ma|mes|notre|nos|un|une)[ ](?:petite? |grande? |deux |trois )?{_NARROW_CHILD}[^\n]{{0,120}}?{_THEY_HAVE}{_AGE}",
        _AGE_WORDS, words("mon ", "ma ", "mes ", "notre ", "nos "),
    ),
    _sign(
        rf"{_THEY_HAVE}{_AGE},?(?:[^.!?\n]{{0,20}}(?<! de)(?<! a)(?<! pour)(?<! avec))?[ ](?:mon|ma|mes|notre|nos)[ ]{_CHILD}"
        rf"|(?<![a-z])(?:l'ainee?|le (?:cadet|petit|grand|dernier|benjamin|plus (?:jeune|grand|petit))|la (?:cadette|petite|grande|derniere|benjamine|plus (?:jeune|grande|petite)))(?: {_HAS}|,)[ ]{_ALREADY}{_MINORS}{_YEARS}"
        rf"|(?<![a-z])(?:les|ses|des|aux|leurs)[ ]{_MINORS}[ ]?ans[ ](?:de|d'|a)[ ](?:mon|ma|mes|notre|nos)[ ](?:{_CHILD}|{_BY_RANK})",
        _AGE_WORDS, words("mon ", "ma ", "mes ", "notre ", "nos "),
    ),
    _sign(
        rf"(?<![a-z\d])(?:1[0-7]|[1-9])(?:er|e|eme)[ ]anniversaire[ ](?:de|d')[ ](?:mon|ma|mes|notre|nos)[ ]{_CHILD}",
        words("anniversaire"),
    ),
    _sign(
        r"(?<![a-z])(?:ton|ta|tes|votre|vos)[ ](?:petite?s? |grande?s? |deux )?(?:fils|filles?|neveu|niece|petit frere|petite s(?:oe|œ)ur)"
        rf"{_NAME}{_AGED}{_AGE}",
        _AGE_WORDS, words("ton ", "ta ", "tes ", "votre ", "vos "),
    ),
    _sign(
        rf"{_MY_CHILD},?[ ](?:qui )?(?:(?:est|sont|sera|entre|entrera|rentre|rentrera|passe|passera|commence|debute|vient d'(?:r?entrer|etre)|vient de (?:rentrer|passer)|est (?:r?entree?|passee?)|va (?:entrer|rentrer|passer|etre)|redouble(?: sa| son)?)[ ])?"
        rf"(?:(?:encore|deja|actuellement|toujours|scolarisee?|eleve|bientot)[ ])?(?:{_SCHOOL}|en (?:cp|cp[ ,]|grande section|creche)(?![a-z])|a la (?:creche|maternelle)|a l'ecole primaire)"
        rf"|{_MY_CHILD},?[ ](?:qui est |est )?(?:eleve|scolarisee?|inscrite?) (?:en classe )?(?:de|en) (?:cp(?![a-z])|{_SURE_CLASS}|{_CLASS})",
        _CLASS_WORDS | words("crèche", "creche"), words("mon ", "ma ", "mes ", "notre ", "nos "),
        school=True,
    ),
    _sign(
        rf"(?:{_OF_MINE}|{_HAVING}),?[ ](?:(?:qui )?(?:est|sont|entre|rentre|passe) )?(?:{_SCHOOL}|(?:de|en) (?:cp(?![a-z])|{_SURE_CLASS}|{_CLASS})|a la (?:creche|maternelle))"
        rf"|(?<![a-z])mon eleve (?:de|en) (?:cp(?![a-z])|{_SURE_CLASS}|{_CLASS})",
        _CLASS_WORDS | words("crèche", "creche"), words("mon ", "ma ", "mes ", "notre ", "nos ", "j'ai ", "jai ", "on a ", "avons ", "je ", " de ", " d'"),
    ),
    _sign(
        rf"(?<![a-z])(?:mon|notre) (?:petit |premier )?bebe(?![a-z-])[^.!?\n]{{0,60}}?{_INFANCY}|{_INFANCY}[^.!?\n]{{0,40}}?(?<![a-z])(?:mon|notre) (?:petit |premier )?bebe(?![a-z-])",
        words("bébé", "bebe"), words("mon ", "notre "),
    ),
    _sign(
        r"(?<![a-z])(?:mon|notre) (?:nouveau-ne|nourrisson|bambin|ado)(?![a-z-])|(?<![a-z])(?:mon|ma|notre) (?:ado|adolescente?)(?: de)? (?:fils|fille)(?![a-z])|(?<![a-z])(?:mon|ma|notre) (?:fils|fille|frere|s(?:oe|œ)ur|neveu|niece) adolescente?(?![a-z])"
        r"|(?<![a-z])(?:mon|ma|notre|mes) (?:fils|fille|enfants?|frere|s(?:oe|œ)ur|neveu|niece|filleule?)(?: [a-z-]+)? (?:est|sont|est encore|sont encore) mineure?s?(?![a-z])",
        words("nouveau-n", "nourrisson", "bambin", "ado", "mineur"), words("mon ", "ma ", "notre ", "mes "),
    ),
    # A year of birth.
    _sign(
        rf"(?:{_I_AM}|(?<![a-z])moi|{_MY_CHILD}(?: qui)?,?(?: est| sont)?)[ ,]{{1,2}}nee?s?[ ](?!\w*[ ]*sous)[^.!?\n]{{0,30}}?(?<!\d)(?P<year>20\d\d)(?!\d)",
        words("200", "201", "202", "203"), words("né", "ne ", "nee ", "nes "), _I_AM_WORDS | words("moi", "mon ", "ma ", "mes ", "notre ", "nos "),
    ),
)  # fmt: skip
