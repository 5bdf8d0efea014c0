"""A judgement that names what it judges: the assistant's work ("ton plan est trop vague", "the
second title is perfect"), what the assistant did ("tu n'as pas cité les sources") or what came of
it ("j'ai essayé, ça ne change rien").

French and English, in small letters without accents, one sentence at a time. What is judged comes
first: "ton", "your", "tu", "you" are the assistant's in a conversation with one, where "the film"
or "mon chef" are somebody else's. The words of judgement are those of opinion mining for texts and
code: good and bad in general, and what texts have too much of.
"""

import re
from typing import Literal

from filters.expressed.expression import Expression

Appraisal = Literal["praise", "complaint", "correction"]

_WORK = (
    r"(?:reponses?|explications?|idees?|versions?|textes?|resumes?|tableaux?|plans?|planning"
    r"|programmes?|listes?|recettes?|titres?|noms?|propositions?|suggestions?|exemples?|conseils?"
    r"|choix|poemes?|traductions?|reformulations?|formulations?|tournures?|analogies?|metaphores?"
    r"|introductions?|intro|conclusions?|lettres?|mails?|messages?|descriptions?|codes?|scripts?"
    r"|fonctions?|formules?|schemas?|analyses?|syntheses?|corrections?|comparaisons?|comparatifs?"
    r"|selections?|itineraires?|strophes?|vers|paragraphes?|phrases?|dialogues?|scenarios?"
    r"|blagues?|rendu|resultats?|travail|boulot|answers?|explanations?|ideas?|summary|table"
    r"|schedule|program|list|recipe|titles?|names?|examples?|advice|tips?|picks?|choices?|poem"
    r"|haiku|story|translation|analogy|metaphor|letter|email|function|formula|analysis|comparison"
    r"|itinerary|stanza|line|verse|paragraphs?|jokes?|outline|draft|point|catch|structure|stuff)"
)
"""What assistants are asked to make."""
_YOURS = r"(?:ton|ta|tes|votre|vos|your)"
_THESE = r"(?:ce|cet|cette|ces|this|that|these|those)"
_ORDINAL = (
    r"(?:\d{1,2}|premi\w+|second\w*|deuxieme|troisieme|quatrieme|cinquieme|derni\w+|first|third"
    r"|fourth|fifth|last)"
)
_WORDS = r"(?:[\w'\u00ab\u00bb\"/.-]+ ){0,3}?"
_HOW = (
    r"(?:(?:vraiment|completement|totalement|beaucoup|un peu|assez|plutot|tres|bien|hyper|super"
    r"|juste|absolument|franchement|nettement|much|si|carrement|toujours|encore|tout simplement"
    r"|tout a fait|really|very|so|quite|completely|totally|just|still|pretty|way|all|a bit"
    r"|a little|kind of|absolutely) ){0,2}"
)
_IS = (
    r"(?:est|sont|etait|etaient|is|are|was|were|looks?|sounds?|seems?|feels?|reads?|semblent?"
    r"|parait|me (?:semblent?|parait))"
)
_GOOD = (
    r"(?:parfaite?s?|genia(?:le?s?|ux)|excellente?s?|nickel|impeccables?|top|au top|super"
    r"|magnifiques?|formidables?|brillante?s?|limpides?|tres claire?s?|tres utiles?|pertinente?s?"
    r"|bon(?:ne)?s?|meilleure?s?|mieux|better|reussie?s?|superbes?|sublimes?|splendides?"
    r"|chouettes?|jolie?s?|bluffante?s?|impressionnante?s?|incroyables?|au poil|perfect|great"
    r"|excellent|good|awesome|amazing|brilliant|superb|lovely|impressive|fantastic|wonderful"
    r"|spot on|helpful|very useful|beautiful|gorgeous|stunning|flawless|top[- ]notch|on point)"
)
_BAD = (
    r"(?:faux|fausses?|nule?s?|nulles?|mauvaise?s?|incorrecte?s?|inexacte?s?|erronee?s?|ratee?s?"
    r"|inutiles?|inutilisables?|illisibles?|incomprehensibles?|incomple(?:te?|ets?|etes?)s?"
    r"|vagues?|floue?s?|generiques?|bana(?:le?s?|ux)|fades?|plate?s?|lourde?s?|molle?s?|pompeu(?:x"
    r"|ses?)|bancale?s?|brouillons?|confus(?:es?)?|decevante?s?|ennuyeu(?:x|ses?)|ennuyante?s?"
    r"|creu(?:x|ses?)|superficiel(?:le)?s?|repetiti(?:fs?|ves?)|verbeu(?:x|ses?)|obsoletes?"
    r"|depassee?s?|perimee?s?|incoherente?s?|absurdes?|ridicules?|pourrie?s?|bidons?|moches?"
    r"|catastrophiques?|mediocres?|lamentables?|horribles?|affreu(?:x|ses?)|insuffisante?s?"
    r"|maladroite?s?|hors[- ]sujet|a cote(?: de la plaque| du sujet)?|a revoir|a refaire"
    r"|n'importe quoi|sans interet|sans queue ni tete|wrong|incorrect|inaccurate|false|useless"
    r"|unusable|unreadable|vague|generic|bland|flat|boring|dull|confusing|incomplete|outdated"
    r"|shallow|repetitive|verbose|wordy|robotic|stiff|awkward|clunky|cheesy|cringe|terrible|awful"
    r"|horrible|bad|poor|lame|ridiculous|nonsense|rubbish|garbage|trash|misleading|unhelpful"
    r"|irrelevant|off[- ]topic|disappointing|unrealistic|buggy|not what i \w+)"
)
_TOO = (
    r"(?:(?:bien |beaucoup |un peu |vraiment |encore |toujours )?trop (?:long|longue|court|courte"
    r"|forme(?:l|lle|ls|lles)|familier\w*|simple|simpliste|complique|complique?e|complexe"
    r"|technique|scolaire|sec|seche|froid|froide|genera(?:l|le|ux|les)|theorique|abstrait"
    r"|abstraite|commercia(?:l|le|ux)|pub|agressi(?:f|ve)|gentil|gentille|neutre|naif|naive"
    r"|detaille|detaillee|succinct\w*|leger|legere|dense|poetique|serieu(?:x|se)|litteraire"
    r"|mielleu(?:x|se)|pompeu(?:x|se)|lourd|lourde|mou|molle|plat|plate|vague|vagues|generique"
    r"|generiques|banal|banale|repetiti(?:f|ve)|verbeu(?:x|se)|superficiel\w*|caricatural\w*|niais"
    r"|niaise|enfantin|enfantine|basique|convenu\w*)|(?:way |far |much |a bit |a little "
    r"|still )?too (?:long|short|formal|informal|casual|simple|simplistic|complicated|complex"
    r"|technical|dry|cold|general|theoretical|abstract|salesy|pushy|aggressive|polite|wordy"
    r"|detailed|brief|harsh|soft|basic|advanced|fancy|flowery|childish|academic|vague|generic"
    r"|bland|flat|shallow|repetitive|verbose|robotic|stiff|cheesy|dense|poetic|literal|broad"
    r"|superficial))"
)
"""What a text has too much of; what is too far or too dear is something else."""
_END = (
    r"(?=\s*(?:[.!,;:\n)]|$|[\u2600-\u27bf\U0001f300-\U0001faff]|-\s|merci|thank|pour |for "
    r"|a mon gout|du tout|at all))"
)
_REALLY_END = _END.replace("|pour |for ", "").replace(".!,;:", ".!,;")
"""Where praise ends: what worked "for my sister" is no answer, nor is a "bonne réponse : C"."""
_THANKS = (
    r"(?:(?:merci|mille mercis|un grand merci|thanks|thank you|thx)(?: beaucoup| bien| infiniment"
    r"| bcp| so much| a lot)?[\s,.!]*)?"
)
_ASSISTANT = re.compile(r"(?:tu|t'as|ton|ta|tes|vous|votre|vos|you(?:r|'ve|'re)?)\b")
_NAMES_IT = frozenset(
    ["tu", "t'as", "ton", "ta", "tes", "vous", "votre", "vos", "you", "your", "you've", "you're"]
)
_CLAUSE = Expression(r"(?:^|[,;.!]\s+|\b(?:donc|so|et|and|car|mais|but) )$")
"""What stands before the first word of a clause."""
_LONGEST_BEFORE = 8

_MORE = (
    r"(?:(?:beaucoup |bien |nettement )?plus (?:clair|claire|lisible|complet|complete|precis"
    r"|precise|propre|naturel|naturelle|fluide|agreable|percutant|percutante|vivant|vivante)"
    r"|(?:much |way |a lot |far )(?:clearer|cleaner|nicer|simpler|more (?:readable|natural|precise"
    r"|useful)))"
)
"""Better than before. What is only "plus court", "shorter", is asked for."""
_FINE = (
    r"complete?|precise?|detaillee?|pratique|instructi(?:f|ve)|astucieu(?:x|se)|malin|interessant"
    r"|convaincante?|thorough|clever|neat|smart|genius|gold|complete|precise|detailed|insightful"
    r"|informative|convincing|handy"
)
_PRAISES = Expression(
    rf"^{_THANKS}(?:{_YOURS} {_WORDS}{_IS} {_HOW}{_GOOD}{_REALLY_END}|(?:vraiment |tres "
    rf"|really )?{_GOOD} (?:ton|ta|tes|votre|vos|your) \w+{_REALLY_END}"
    r"|(?:c'est |c |that's |this is |it's |(?=beaucoup |bien |nettement |much |way |a lot |far ))"
    rf"{_HOW}{_MORE}(?: comme ca| maintenant| now)?{_REALLY_END}|(?:c'est |c |that's |this is "
    rf"|it's |)(?:tres|vraiment|hyper|super|very|really|so|super) (?:{_FINE}){_REALLY_END}"
    rf"|(?:c'est |c |that's |this is |it's )(?:{_FINE}|du lourd){_REALLY_END}"
    r"|c'est (?:parfait|genial|nickel|ideal|impeccable|top) pour (?:mon|ma|mes|le|la|les|un|une"
    r"|ce|cette)\b"
    rf"|nickel chrome{_REALLY_END}|(?:this|that|it) (?:really )?helped(?: me)?(?: a lot"
    rf"| so much)?{_REALLY_END}|chapeau{_REALLY_END}|(?:tu |t')assures?{_REALLY_END}"
    rf"|ca rend (?:super |tres |vraiment )?bien{_REALLY_END}|c'est mieux{_REALLY_END}"
    r"|c'est (?:exactement |pile |bien )?(?:ca|ce) que je (?:voulais|cherchais|demandais"
    r"|souhaitais)\b(?! (?:dire|savoir|faire|eviter))|(?:that's|this is) (?:exactly "
    r"|just )?what i (?:wanted|needed|was looking for)\b(?! to)"
    rf"|(?:it|this|that) (?:runs|compiles|builds|works) (?:now|fine|perfectly|great){_REALLY_END}"
    rf"|(?:i )?(?:really )?like (?:(?:option|number|version) \w+|the {_ORDINAL} \w+){_REALLY_END}"
    r"|(?:votre|ton) aide m'est (?:tres )?precieuse"
    rf"|{_THESE} {_WORK} {_IS} {_HOW}{_GOOD}{_REALLY_END}|(?:l[ae]s?|the|number"
    rf"|numero) {_ORDINAL}(?: one| {_WORK})? {_IS} {_HOW}{_GOOD}{_REALLY_END}|(?:tres |vraiment "
    rf"|trop |really |very |such an? |an? )?{_GOOD} (?:(?:ce|cette|ces|ton|ta|tes|votre|vos|le|la"
    rf"|les|this|these|your) )?{_WORK}{_REALLY_END}"
    r"|(?:c'est |c )?(?:tres |super |vraiment |trop |hyper )?bien (?:redigee?s?|ecrite?s?"
    r"|expliquee?s?|structuree?s?|vu"
    rf"|resumee?s?|tournee?s?|traduite?s?|trouvee?s?){_REALLY_END}|(?:very |really )?(?:well"
    rf"|nicely) (?:written|explained|put|said|done){_REALLY_END}|(?:beautiful|gorgeous|stunning"
    rf"|superbe|sublime|splendide|superbement){_REALLY_END}|(?:it |this |that )?looks (?:really "
    rf"|absolutely )?(?:great|good|perfect|amazing){_REALLY_END}"
    r"|(?:ca|cela) (?:a|m'a) (?:bien |parfaitement |tout )?(?:marche|fonctionne|debloque|aidee?"
    r"|resolu|regle)"
    rf"(?: (?:du premier coup|parfaitement|nickel|impeccable|mon probleme"
    rf"|le probleme))?{_REALLY_END}|(?:(?:that|it|this) )(?:fixed|solved|did) (?:it|that"
    rf"|the (?:trick|problem|issue|bug)|my \w+){_REALLY_END}|(?:probleme|problem|issue) (?:resolu"
    rf"|regle|solved|fixed){_REALLY_END}|(?:c'etait|that was) (?:exactement |exactly |bien )?(?:ca"
    rf"|it){_REALLY_END}"
    r"|(?:that|it|this) makes (?:so much|a lot more|much more|perfect|total) sense"
    rf"|(?:that|it|this) makes sense now{_REALLY_END}|(?:ok |okay )?(?:now i|i finally"
    rf"|i now) (?:get|understand)(?: it| this| that)?{_REALLY_END}|(?:j'ai |j')?(?:enfin "
    rf"|tout )(?:compris|pige)(?: grace a (?:toi|vous|ca))?{_REALLY_END}"
    r"|je comprends (?:beaucoup |bien )?mieux(?: maintenant| grace a (?:toi|vous))?\b"
    rf"|(?:i )?(?:really |absolutely )?love (?:the {_WORDS}{_WORK}|your \w+|all of (?:these|them"
    rf"|those)|these|those|both|how you \w+|{_THESE} {_WORK}){_REALLY_END}|j'(?:adore"
    rf"|aime (?:beaucoup|bien)) (?:{_YOURS} {_WORDS}\w+|(?:ce|cette|ces"
    rf"|l[ae]s?) (?:{_ORDINAL} )?{_WORK}){_REALLY_END}|(?:you're|you are|tu es|t'es"
    rf"|vous etes) (?:vraiment |trop |really |so |just )?(?:(?:an?|une?) )?(?:(?:absolute |true "
    rf"|real |vrai |vraie )?(?:lifesaver|genius|star|legend|as|genie|champion\w*|chef|amour)"
    rf"|genia(?:l|le|ux)|super|top|au top|amazing|awesome|brilliant|incroyable){_REALLY_END}"
    r")"
    # "Merci pour ces explications limpides": thanks for something that is good.
    rf"|^(?:merci|thanks|thank you)(?: beaucoup| bien| so much| a lot)? (?:pour|for) (?:{_YOURS}"
    rf"|{_THESE}|l[ae]s?|l'|the|an?) ?(?:{_HOW}{_GOOD} {_WORK}|{_WORK} {_HOW}{_GOOD}{_REALLY_END}"
    rf"|{_WORK},? (?:elles?|ils?|c'|it|they|which) ?{_IS} {_HOW}{_GOOD}{_REALLY_END})"
)
_MISSED = (
    r"(?:mentionne|mis|pris|donne|tenu|respecte|suivi|utilise|repondu|compris|lu|corrige|traduit"
    r"|ajoute|inclus|fait|ecrit|explique|cite|precise|traite|garde|change|parle|fini|termine"
    r"|compte|verifie|applique|pense|repris|conserve|supprime|modifie|integre|indique|detaille"
    r"|developpe|rempli|resolu|ecoute|rendu|remplace|calcule)(?:e|s|es)?"
)
_LACKS = (
    r"(?:mets|mettez|parles|parlez|mentionnes|mentionnez|respectes|respectez|tiens|tenez"
    r"|expliques|expliquez|donnes|donnez|reponds|repondez|cites|citez|precises|precisez|lis|lisez"
    r"|ecoutes|ecoutez|suis|suivez|traites|traitez|utilises|utilisez|comprends|comprenez)"
)
_FAILED_TO = (
    r"(?:use|include|mention|add|follow|respect|read|answer|understand|listen|keep|give|put"
    r"|explain|cite"
    r"|account|change|fix|translate|finish|address|consider|count|check|write|do what|even)"
)
_FAILS = (
    r"(?:(?:ne |n')[\w' ]{2,30}? (?:pas|rien|plus|aucune?)\b(?! mal)|(?:marche|fonctionne|compile"
    r"|change|passe) (?:toujours |meme |vraiment )?(?:pas|plus|rien)\b(?! mal)|(?:toujours"
    r"|encore) (?:la meme|une|l')? ?erreur|(?:la )?meme erreur|ca plante|rien (?:ne )?(?:change"
    r"|se passe)|pareil\b|(?:doesn'?t|does not|didn'?t|did not|won'?t) (?:work|compile|run|help|do"
    r"|change|fix|solve|load|start)|still (?:not|the same|fails?|broken|get\w*|crash\w*|doesn'?t"
    r"|wrong)|(?:the |an? )?same (?:error|problem|issue)|(?:it|this|that) (?:fails?|crash\w*"
    r"|broke)|(?:get|got|getting|throws|gives) (?:me )?an? (?:\w+ )?error)"
)
_COMPLAINS_OF_YOURS = Expression(
    r"(?:"
    rf"{_YOURS} {_WORDS}{_IS} {_HOW}(?:{_BAD}|{_TOO})\b|{_YOURS} {_WORDS}(?:n'est|ne sont|n'etait"
    rf"|isn't|aren't|is not|are not) (?:pas )?{_HOW}(?:{_GOOD}|claire?s?|clear|correct\w*"
    r"|juste|right|bon\w*)\b"
    rf"|{_YOURS} [\w' ]{{2,25}}? (?:ne \w+|n'\w+) (?:meme |toujours |vraiment |absolument )?(?:pas"
    rf"|rien|aucun\w*)\b|{_YOURS} [\w' ]{{2,25}}? (?:doesn'?t|does not|didn'?t|don'?t|do not)\b"
    r"|(?:(?:tu|vous) (?:n'as|as|n'avez|avez)|t'as) (?:meme |toujours |encore |vraiment "
    r"|absolument )?(?:pas|rien) "
    rf"(?:meme |vraiment |du tout |bien )?{_MISSED}\b|(?:tu|vous) (?:ne )?{_LACKS} (?:meme "
    rf"|toujours |vraiment |absolument |jamais )*(?:pas|rien|aucune?|jamais)\b"
    r"|(?:tu|vous) \w+ (?:toujours|encore|sans cesse|sans arret) (?:l[ae]s? memes?|n'importe quoi"
    r"|a cote)\b|(?:tu as|t'as|vous avez) encore (?:mis|fait|oublie|change|utilise|invente|repete"
    r"|ecrit|rate|supprime|confondu|ajoute)\w*\b|(?:tu|vous) (?:reponds|repondez|parles|dis|dites"
    r"|ecris) (?:a cote|sans|n'importe quoi)\b"
    rf"|you (?:still )?(?:didn'?t|did not|haven'?t|failed to) (?:even |actually "
    rf"|really )?{_FAILED_TO}(?:ed|d)?\b"
    r"|you(?:'ve| have)? (?:completely |totally |just |again )?(?:ignored|overlooked|omitted"
    r"|misread|misquoted|invented|fabricated|repeated|messed up|screwed up|contradicted"
    r"|misunderstood)\b|you(?: just)? keep (?!being|up|going)\w+ing\b|you always (?:give|recommend"
    r"|suggest|say|use|repeat|do)\b|(?:tu|vous) tourne[sz] en rond|you(?:'re"
    r"| are) going (?:a?round )?in circles|(?:tu|vous) n'y repond(?:s|ez) (?:toujours |meme "
    r"|absolument )?pas\b|(?:tu|vous) (?:dis|dites|as dit|avez dit|affirmes|affirmez) (?:l'inverse"
    r"|le contraire)\b|(?:tu|vous) (?:m'as|m'avez) deja (?:donne|dit|fait|propose|sorti|repondu)\b"
    r"|you (?:already )?gave me (?:the same|that)\b[^.?!\n]{0,30}?(?:again|already|before|twice)\b"
    r"|you can'?t even \w+|(?:tu|vous) (?:ne )?(?:sais|savez) (?:meme )?pas (?:meme )?(?:compter"
    r"|lire|ecrire|calculer|coder|traduire|repondre)\b"
    rf"|{_YOURS} {_WORDS}{_IS} (?:truffee?s?|pleine?s?|bourree?s?|full|riddled) (?:de|d'|of"
    rf"|with) ?"
    r"(?:fautes|erreurs|cliches|repetitions|bugs|mistakes|errors|typos)\b"
    rf"|{_YOURS} {_WORDS}(?:contradicts?|se contredi\w+|misses|lacks|ignores|oublie|omet"
    rf"|passe a cote)\b"
    r")"
)
_COMPLAINS = Expression(
    r"(?:"
    rf"(?:c'est |c |c'etait |it's |that's |this is |that is |it is |it was |)(?:{_TOO}){_END}"
    rf"|(?:c'est |c |c'etait |that's |this is |that is ){_HOW}(?:vague|flou|generique|banal|fade"
    rf"|plat|lourd|mou"
    r"|bancal|brouillon|confus|ennuyeux|creux|superficiel|repetitif|verbeux|pompeux|incoherent"
    r"|bidon|moche"
    rf"|mediocre|incomplet|bland|generic|flat|boring|dull|confusing|shallow|repetitive|wordy"
    rf"|robotic|clunky|cheesy){_END}|(?:ca|cela|it|this|that|they|these) (?:sonne|fait|sounds?"
    rf"|feels?|reads?|looks?) {_HOW}(?:{_TOO}|faux|creux|bizarre|artificiel"
    r"|robotique|rude|fake|weird|off|unnatural|robotic|forced|generic|awkward|stiff|wrong"
    r"|cheesy)\b(?! (?:on|sur|chez|dans|in) (?:my|mon|ma|mes|moi)\b)"
    rf"|(?:ca|cela) (?:ne )?ressemble a rien{_END}"
    r"|(?:these|those|they) (?:are|were|re)(?: all| just)? " + rf"{_HOW}{_BAD}\b"
    r"|they're(?: all| just)? " + rf"{_HOW}{_BAD}\b"
    r"|aucune?s? (?:(?:de ces|de tes|de vos|d'entre)(?: \w+)? )?(?:\w+ )?(?:ne )?(?:me "
    r"|m')?(?:plait|convien\w+|va|marche|fonctionne|inspire)\b"
    r"|none of (?:these|them|those|your)(?: \w+)? (?:work|works|fits?|helps?|convince)\b"
    rf"|(?:je n'ai |j'ai )(?:toujours |absolument )?rien (?:compris|pige){_END}"
    rf"|je (?:ne )?(?:comprends|pige) (?:toujours )?rien{_END}"
    rf"|je (?:ne )?comprends toujours pas{_END}"
    rf"|i still (?:don'?t|do not) (?:get|understand)(?: it| this| that| any of it)?{_END}"
    r"|(?:j'ai |je viens d'|je l'ai |i(?:'ve| have)?(?: just)? )(?:teste|essaye|copie|colle|suivi"
    r"|applique|copied|pasted|followed|applied|essayer|tester|lance|execute|tried|tested|ran)"
    rf"(?: (?:it|that|this|ca|cela|(?:{_YOURS}) \w+))?(?:,| et| mais| and| but"
    rf"|\.)+ [^.!?\n]{{0,40}}?{_FAILS}|(?:marche|fonctionne|compile) (?:toujours |meme )?pas{_END}"
    r"|pas (?:du tout |vraiment )?ce que (?:je (?:veux|voulais|cherche|cherchais|demande"
    r"|demandais)|j'ai demande)\b"
    rf"|encore (?:rate|faux|perdu|loupe){_END}"
    r"|(?:relis|relisez|re-?read|read) (?:bien |mieux |donc )?(?:ma|mes|mon|my|the) (?:question"
    r"|message|consignes?|demande|prompt|instructions?)\b|(?:toujours|encore|still) (?:l[ae]s? |l'"
    r"|the )(?:memes?|same) (?:bug|erreurs?|probleme|resultat|message|souci|chose|errors?|issue"
    r"|problem|result|thing)\b(?! (?:chez|sur|avec|on|with) (?:mon|ma|mes|my))"
    rf"|(?:l[ae]s? |l'|the )[\w' ]{{2,25}}? (?:que (?:tu|vous) (?:m'as|m'avez|as|avez) \w+"
    rf"|you (?:gave|sent|suggested|wrote|provided|made)(?: me)?) [\w' ]{{0,20}}?(?:pas\b|plante"
    rf"|dead\b|broken|crash\w*|doesn'?t|isn'?t|{_IS} {_HOW}{_BAD}\b)"
    r"|(?:ca|cela) (?:ne )?(?:correspond|repond|colle) (?:absolument )?pas (?:du tout )?(?:a"
    r"|avec) (?:ma|mon|mes|la|ce que)\b|(?:c'est |that's |this is |it's )(?:du charabia|du vent"
    r"|du blabla|du grand n'importe quoi"
    rf"|gibberish|garbage|trash|rubbish|nonsense|not even close|way off|completely off"
    rf"|far off){_END}"
    rf"|(?:c'est |c ){_HOW}{_BAD} (?:comme|ce|cette|ces|ton|ta|tes|votre|vos) {_WORK}\b"
    r"|(?:beaucoup |bien |way |far )?(?:trop (?:de |d')|too (?:much|many) )(?:blabla|texte"
    r"|repetitions?|adjectifs"
    rf"|jargon|fluff|text|words|filler|cliches|emojis|listes|generalites|bullet points){_END}"
    rf"|(?:pas (?:du tout |vraiment |tres )?convaincue?|not convinced){_END}"
    r"|(?:je m'attendais a mieux|j'attendais mieux|i (?:was )?expect(?:ed|ing) (?:better|more))\b"
    r"|(?:c'est |ce n'est |c )?pas assez (?:detaillee?|precise?|longue?|claire?|drole"
    r"|formel(?:le)?|complete?"
    rf"|naturel(?:le)?|concrete?|developpee?){_END}"
    r"|(?:that's |it's |this is )?not (?:detailed|clear|specific|long|funny|formal|accurate"
    r"|precise) enough"
    rf"{_END}|(?:il y a|y a|there(?:'s| are| is)) [\w' ]{{0,25}}?(?:fautes?|erreurs?|mistakes?"
    rf"|errors?|typos?)"
    r" (?:dans (?:ton|ta|tes|votre|vos)|in your)\b|(?:aucun rapport|rien a voir"
    r"|no relation) (?:avec|to|with) (?:ma|la|my|the) (?:question|demande|request)\b"
    rf"|aucun rapport{_END}|(?:ca|cela) (?:ne )?m'aide pas (?:des masses|trop|tellement"
    rf"|beaucoup){_END}"
    r"|arrete[zr]? (?:de |d')(?:t'excuser|vous excuser|inventer|mentir|te repeter|vous repeter"
    r"|halluciner|raconter n'importe quoi|tourner en rond)\b|stop (?:apologi[sz]ing"
    r"|making (?:things|stuff|it|this) up|repeating|lying|inventing|hallucinating)\b|(?:on dirait"
    r"|(?:it|this|that) (?:reads|sounds|looks|feels) like) (?:une? |an? |du |de la )?(?:pub"
    r"|publicite|robot|google (?:trad\w*|translate)|traduction automatique|chatgpt|ad|advert|bot"
    r"|machine|press release|wikipedia)\b|(?:this|that|cette|ce|cet|la|le) (?:function|method"
    r"|library|package|command|option|book|link|url|page|article|paper|study|fonction|methode"
    r"|librairie|bibliotheque|commande|livre|lien|etude|loi|source) (?:doesn'?t exist"
    r"|does not exist|n'existe (?:meme )?(?:pas|plus))\b"
    rf"|(?:toujours pas|still not|still no){_END}|(?:(?:step|line|point|part|etape|ligne|exercice"
    rf"|question) \d+|l'etape \d+|la ligne \d+|le point \d+|(?:l[ae]|the) {_ORDINAL} (?:{_WORK}"
    rf"|step|line|point|part|etape|ligne|partie)) {_IS} {_HOW}{_BAD}{_END}|(?:still )?(?:doesn'?t"
    rf"|does not|didn'?t|won'?t) (?:work|compile|run|help|fit)(?: either)?{_END}|(?:encore "
    rf"|toujours |still )?(?:la |the |l')?(?:meme|same) (?:erreur|error|probleme|problem){_END}"
    rf"|ca plante(?: direct\w*| aussi| pareil)?{_END}"
    r"|(?:i'?m |i am )?(?:still )?(?:get|getting|got) (?:the same"
    r"|an?)(?: \w+)? error(?: message)? (?:with|from|using|in) your\b|(?:that|this|it)(?:'s| has"
    r"| is)? (?:got )?nothing to do with (?:my|the|what)\b|je (?:t'ai|t'avais|vous ai"
    r"|vous avais) demande (?=(?:une?|des?|du|\d))|i asked you (?:for|to)\b"
    rf"|(?:i (?:specifically |explicitly |clearly )?asked for|j'avais (?:bien "
    rf"|pourtant )?demande)"
    rf" {_WORDS}(?:{_WORK}|sonnet|haiku|essai|essay|words|mots|lignes|lines|pages|sentences)\b"
    r"|je (?:t'ai|t'avais|vous ai|vous avais) (?:deja |bien |pourtant )(?:dit|demande|precise)\b"
    r"|i said [^.?!,\n]{2,40}, not\b|j'ai dit [^.?!,\n]{2,40}, pas\b)"
)
_MISSES = Expression(
    r"(?:(?:tu as|t'as|vous avez) (?:encore |juste |simplement )?(?:oublie|omis|confondu|saute"
    r"|inverse)\b(?! (?:qui|que j|mon|ma|mes|ton|ta|tes|votre|vos)\b)|(?:tu|vous) confond(?:s"
    r"|ez)\b|you(?:'ve| have)? (?:just |again )?(?:forgot|forgotten|missed|omitted|skipped"
    r"|left (?:out|\w+ out))\b(?! (?:who|my|me|your|to say)\b)|you(?:'ve| have)? (?:swapped"
    r"|inverted|reversed|misspelled|miscounted|mistranslated|miscalculated|mislabel\w*|mixed up"
    r"|confused)\b|you \w+ed [\w ]{0,20}instead of\b|(?:tu as|t'as|vous avez) (?:mis|ecrit|pris"
    r"|calcule|utilise|compte) [\w' ]{1,30} au lieu d|you(?:'re| are) (?:confusing|mixing up)\b)"
)
"""What the answer lacks."""
_NEVER_SAID = Expression(
    r"je (?:ne )?(?:t'ai|vous ai) jamais (?:dit|parle|demande|mentionne|ecrit)\b"
    r"|i never (?:told|asked) you\b"
)
"""What the answer says and nobody had said."""
_BARE = Expression(
    rf"(?:bof(?: bof)?|meh|boring|n'importe quoi|nul|useless|lame|mediocre|awful"
    rf"|disappointing){_END}"
)
"""One word for an answer; or for what the assistant asked about."""
_ONLY_A_CLAUSE = Expression(r"[:\"\u00ab\u201c\n]")
"""What comes after a colon or a quotation mark is somebody's text, to be worked on."""
_ASKS = Expression(
    r", (?:comment|pourquoi|quel\w*|combien|c'est quoi|c'est qui|qu'est-ce|tu (?:connais|sais"
    r"|penses)|how|why|what|which|who|do you)\b"
)
"""A question without its mark, behind what it is about."""
_TOLD_TO = Expression(
    r"^(?:traduis|traduisez|corrige|reformule|ecris|redige|complete|continue|translate|rewrite"
    r"|rephrase|fix|write"
    r"|correct|proofread|continue|imagine|suppose|say|dis|si|if|when|quand|lorsque)\b"
)


def asks_behind(sentence: str) -> bool:
    """Whether a sentence ends in a question that has no mark."""
    return _ASKS.search(sentence) is not None


def appraised(sentence: str) -> tuple[Appraisal | None, bool]:
    """What a sentence says of the assistant's work; and whether it does so in a single word.

    What people say before a verdict ("ah oui, franchement, ...") is not in it.
    """
    if asks_behind(sentence):
        return None, False
    quoted = _ONLY_A_CLAUSE.search(sentence)
    said = sentence[: quoted.end()] if quoted else sentence
    if _TOLD_TO.match(said):
        return None, False
    if _PRAISES.match(said):
        return "praise", False
    if _BARE.match(said):
        return "complaint", True
    if _NEVER_SAID.match(said):
        return "correction", False
    for name in () if _NAMES_IT.isdisjoint(said.split()) else _ASSISTANT.finditer(said):
        at = name.start()
        if _CLAUSE.search(said, max(0, at - _LONGEST_BEFORE), at):
            if _MISSES.match(said, at):
                return "correction", False
            if _COMPLAINS_OF_YOURS.match(said, at):
                return "complaint", False
    return ("complaint" if _COMPLAINS.match(said) else None), False
