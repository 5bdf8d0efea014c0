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

Appraisal = Literal["praise", "complaint", "correction"]

_WORK = (
    r"(?:reponses?|explications?|idees?|versions?|textes?|resumes?|tableaux?|plans?|planning"
    r"|programmes?"
    r"|listes?|recettes?|titres?|noms?|propositions?|suggestions?|exemples?|conseils?|choix"
    r"|poemes?"
    r"|traductions?|reformulations?|formulations?|tournures?|analogies?|metaphores?"
    r"|introductions?"
    r"|intro|conclusions?|lettres?|mails?|messages?|descriptions?|codes?|scripts?|fonctions?"
    r"|formules?"
    r"|schemas?|analyses?|syntheses?|corrections?|comparaisons?|comparatifs?|selections?"
    r"|itineraires?"
    r"|strophes?|vers|paragraphes?|phrases?|dialogues?|scenarios?|blagues?|rendu|resultats?"
    r"|travail|boulot"
    r"|answers?|explanations?|ideas?|summary|table|schedule|program|list|recipe|titles?|names?"
    r"|examples?"
    r"|advice|tips?|picks?|choices?|poem|haiku|story|translation|analogy|metaphor|letter|email"
    r"|function"
    r"|formula|analysis|comparison|itinerary|stanza|line|verse|paragraphs?|jokes?|outline|draft"
    r"|point"
    r"|catch|structure|stuff)"
)
"""What assistants are asked to make."""
_YOURS = r"(?:ton|ta|tes|votre|vos|your)"
_THESE = r"(?:ce|cet|cette|ces|this|that|these|those)"
_ORDINAL = (
    r"(?:\d{1,2}|premi\w+|second\w*|deuxieme|troisieme|quatrieme|cinquieme|derni\w+|first|third"
    r"|fourth"
    r"|fifth|last)"
)
_WORDS = r"(?:[\w'\u00ab\u00bb\"/.-]+ ){0,3}?"
_HOW = (
    r"(?:(?:vraiment|completement|totalement|beaucoup|un peu|assez|plutot|tres|bien|hyper|super"
    r"|juste"
    r"|absolument|franchement|nettement|much|si|carrement|toujours|encore|tout simplement"
    r"|tout a fait|really"
    r"|very|so"
    r"|quite|completely|totally|just|still|pretty|way|all|a bit|a little|kind of"
    r"|absolutely) ){0,2}"
)
_IS = (
    r"(?:est|sont|etait|etaient|is|are|was|were|looks?|sounds?|seems?|feels?|reads?|semblent?"
    r"|parait"
    r"|me (?:semblent?|parait))"
)
_GOOD = (
    r"(?:parfaite?s?|genia(?:le?s?|ux)|excellente?s?|nickel|impeccables?|top|au top|super"
    r"|magnifiques?"
    r"|formidables?|brillante?s?|limpides?|tres claire?s?|tres utiles?|pertinente?s?|bon(?:ne)?s?"
    r"|meilleure?s?|mieux|better|reussie?s?|superbes?|sublimes?|splendides?|chouettes?|jolie?s?"
    r"|bluffante?s?"
    r"|impressionnante?s?|incroyables?|au poil|perfect|great|excellent|good|awesome|amazing"
    r"|brilliant"
    r"|superb|lovely|impressive|fantastic|wonderful|spot on|helpful|very useful|beautiful"
    r"|gorgeous"
    r"|stunning|flawless|top[- ]notch|on point)"
)
_BAD = (
    r"(?:faux|fausses?|nule?s?|nulles?|mauvaise?s?|incorrecte?s?|inexacte?s?|erronee?s?|ratee?s?"
    r"|inutiles?"
    r"|inutilisables?|illisibles?|incomprehensibles?|incomple(?:te?|ets?|etes?)s?|vagues?"
    r"|floue?s?"
    r"|generiques?|bana(?:le?s?|ux)|fades?|plate?s?|lourde?s?|molle?s?|pompeu(?:x|ses?)"
    r"|bancale?s?"
    r"|brouillons?|confus(?:es?)?|decevante?s?|ennuyeu(?:x|ses?)|ennuyante?s?|creu(?:x|ses?)"
    r"|superficiel(?:le)?s?|repetiti(?:fs?|ves?)|verbeu(?:x|ses?)|obsoletes?|depassee?s?"
    r"|perimee?s?"
    r"|incoherente?s?|absurdes?|ridicules?|pourrie?s?|bidons?|moches?|catastrophiques?|mediocres?"
    r"|lamentables?|horribles?|affreu(?:x|ses?)|insuffisante?s?|maladroite?s?|hors[- ]sujet"
    r"|a cote(?: de la plaque| du sujet)?|a revoir|a refaire|n'importe quoi|sans interet"
    r"|sans queue ni tete"
    r"|wrong|incorrect|inaccurate|false|useless|unusable|unreadable|vague|generic|bland|flat"
    r"|boring"
    r"|dull|confusing|incomplete|outdated|shallow|repetitive|verbose|wordy|robotic|stiff|awkward"
    r"|clunky"
    r"|cheesy|cringe|terrible|awful|horrible|bad|poor|lame|ridiculous|nonsense|rubbish|garbage"
    r"|trash"
    r"|misleading|unhelpful|irrelevant|off[- ]topic|disappointing|unrealistic|buggy"
    r"|not what i \w+)"
)
_TOO = (
    r"(?:(?:bien |beaucoup |un peu |vraiment |encore |toujours )?trop (?:long|longue|court"
    r"|courte|forme"
    r"(?:l|lle|ls|lles)|familier\w*|simple|simpliste|complique|complique?e|complexe|technique"
    r"|scolaire|sec"
    r"|seche|froid|froide|genera(?:l|le|ux|les)|theorique|abstrait|abstraite|commercia(?:l|le"
    r"|ux)|pub"
    r"|agressi(?:f|ve)|gentil|gentille|neutre|naif|naive|detaille|detaillee|succinct\w*|leger"
    r"|legere"
    r"|dense|poetique|serieu(?:x|se)|litteraire|mielleu(?:x|se)|pompeu(?:x|se)|lourd|lourde|mou"
    r"|molle"
    r"|plat|plate|vague|vagues|generique|generiques|banal|banale|repetiti(?:f|ve)|verbeu(?:x|se)"
    r"|superficiel\w*|caricatural\w*|niais|niaise|enfantin|enfantine|basique|convenu\w*)"
    r"|(?:way |far |much |a bit |a little |still )?too (?:long|short|formal|informal|casual"
    r"|simple"
    r"|simplistic|complicated|complex|technical|dry|cold|general|theoretical|abstract|salesy"
    r"|pushy"
    r"|aggressive|polite|wordy|detailed|brief|harsh|soft|basic|advanced|fancy|flowery|childish"
    r"|academic"
    r"|vague|generic|bland|flat|shallow|repetitive|verbose|robotic|stiff|cheesy|dense|poetic"
    r"|literal"
    r"|broad|superficial))"
)
"""What a text has too much of; what is too far or too dear is something else."""
_END = (
    r"(?=\s*(?:[.!,;:\n)]|$|[\u2600-\u27bf\U0001f300-\U0001faff]|-\s|merci|thank|pour |for "
    r"|a mon gout|du tout|at all))"
)
_REALLY_END = _END.replace("|pour |for ", "").replace(".!,;:", ".!,;")
"""Where praise ends: what worked "for my sister" is no answer, nor is a "bonne réponse : C"."""
_THANKS = (
    r"(?:(?:merci|mille mercis|un grand merci|thanks|thank you|thx)(?: beaucoup| bien"
    r"| infiniment| bcp| so much"
    r"| a lot)?[\s,.!]*)?"
)
_ASSISTANT = re.compile(r"(?:tu|t'as|ton|ta|tes|vous|votre|vos|you(?:r|'ve|'re)?)\b")
_NAMES_IT = frozenset(
    ["tu", "t'as", "ton", "ta", "tes", "vous", "votre", "vos", "you", "your", "you've", "you're"]
)
_CLAUSE = re.compile(r"(?:^|[,;.!]\s+|\b(?:donc|so|et|and|car|mais|but) )$")
"""What stands before the first word of a clause."""
_LONGEST_BEFORE = 8

_MORE = (
    r"(?:(?:beaucoup |bien |nettement )?plus (?:clair|claire|lisible|complet|complete|precis"
    r"|precise|propre"
    r"|naturel|naturelle|fluide|agreable|percutant|percutante|vivant|vivante)"
    r"|(?:much |way |a lot |far )(?:clearer|cleaner|nicer|simpler|more (?:readable|natural"
    r"|precise|useful)))"
)
"""Better than before. What is only "plus court", "shorter", is asked for."""
_FINE = (
    r"complete?|precise?|detaillee?|pratique|instructi(?:f|ve)|astucieu(?:x|se)|malin|interessant"
    r"|convaincante?|thorough|clever|neat|smart|genius|gold|complete|precise|detailed|insightful"
    r"|informative|convincing|handy"
)
_PRAISES = re.compile(
    rf"^{_THANKS}(?:"
    rf"{_YOURS} {_WORDS}{_IS} {_HOW}{_GOOD}{_REALLY_END}"
    rf"|(?:vraiment |tres |really )?{_GOOD} (?:ton|ta|tes|votre|vos|your) \w+{_REALLY_END}"
    r"|(?:c'est |c |that's |this is |it's |(?=beaucoup |bien |nettement |much |way |a lot |far ))"
    rf"{_HOW}{_MORE}(?: comme ca| maintenant"
    rf"| now)?{_REALLY_END}"
    rf"|(?:c'est |c |that's |this is |it's |)(?:tres|vraiment|hyper|super|very|really|so|super) "
    rf"(?:{_FINE}){_REALLY_END}|(?:c'est |c |that's |this is |it's )(?:{_FINE}"
    rf"|du lourd){_REALLY_END}"
    r"|c'est (?:parfait|genial|nickel|ideal|impeccable|top) pour (?:mon|ma|mes|le|la|les|un|une"
    r"|ce|cette)\b"
    rf"|nickel chrome{_REALLY_END}|(?:this|that|it) (?:really )?helped(?: me)?(?: a lot"
    rf"| so much)?{_REALLY_END}"
    rf"|chapeau{_REALLY_END}|(?:tu |t')assures?{_REALLY_END}|ca rend (?:super |tres "
    rf"|vraiment )?bien"
    rf"{_REALLY_END}|c'est mieux{_REALLY_END}"
    r"|c'est (?:exactement |pile |bien )?(?:ca|ce) que je (?:voulais|cherchais|demandais"
    r"|souhaitais)\b"
    r"(?! (?:dire|savoir|faire|eviter))|(?:that's|this is) (?:exactly |just )?what i (?:wanted"
    r"|needed"
    r"|was looking for)\b(?! to)"
    rf"|(?:it|this|that) (?:runs|compiles|builds|works) (?:now|fine|perfectly|great){_REALLY_END}"
    rf"|(?:i )?(?:really )?like (?:(?:option|number|version) \w+|the {_ORDINAL} \w+){_REALLY_END}"
    r"|(?:votre|ton) aide m'est (?:tres )?precieuse"
    rf"|{_THESE} {_WORK} {_IS} {_HOW}{_GOOD}{_REALLY_END}"
    rf"|(?:l[ae]s?|the|number|numero) {_ORDINAL}(?: one"
    rf"| {_WORK})? {_IS} {_HOW}{_GOOD}{_REALLY_END}"
    rf"|(?:tres |vraiment |trop |really |very |such an? |an? )?{_GOOD} (?:(?:ce|cette|ces|ton|ta"
    rf"|tes|votre|vos|le|la|les"
    rf"|this|these|your) )?{_WORK}{_REALLY_END}"
    r"|(?:c'est |c )?(?:tres |super |vraiment |trop |hyper )?bien (?:redigee?s?|ecrite?s?"
    r"|expliquee?s?"
    r"|structuree?s?|vu"
    rf"|resumee?s?|tournee?s?|traduite?s?|trouvee?s?){_REALLY_END}"
    rf"|(?:very |really )?(?:well|nicely) (?:written|explained|put|said|done){_REALLY_END}"
    rf"|(?:beautiful|gorgeous|stunning|superbe|sublime|splendide|superbement){_REALLY_END}"
    rf"|(?:it |this |that )?looks (?:really |absolutely )?(?:great|good|perfect"
    rf"|amazing){_REALLY_END}"
    r"|(?:ca|cela) (?:a|m'a) (?:bien |parfaitement |tout )?(?:marche|fonctionne|debloque|aidee?"
    r"|resolu|regle)"
    rf"(?: (?:du premier coup|parfaitement|nickel|impeccable|mon probleme"
    rf"|le probleme))?{_REALLY_END}"
    rf"|(?:(?:that|it|this) )(?:fixed|solved|did) (?:it|that|the (?:trick|problem|issue|bug)"
    rf"|my \w+){_REALLY_END}"
    rf"|(?:probleme|problem|issue) (?:resolu|regle|solved|fixed){_REALLY_END}"
    rf"|(?:c'etait|that was) (?:exactement |exactly |bien )?(?:ca|it){_REALLY_END}"
    r"|(?:that|it|this) makes (?:so much|a lot more|much more|perfect|total) sense"
    rf"|(?:that|it|this) makes sense now{_REALLY_END}"
    rf"|(?:ok |okay )?(?:now i|i finally|i now) (?:get|understand)(?: it| this"
    rf"| that)?{_REALLY_END}"
    rf"|(?:j'ai |j')?(?:enfin |tout )(?:compris|pige)(?: grace a (?:toi|vous|ca))?{_REALLY_END}"
    r"|je comprends (?:beaucoup |bien )?mieux(?: maintenant| grace a (?:toi|vous))?\b"
    rf"|(?:i )?(?:really |absolutely )?love (?:the {_WORDS}{_WORK}|your \w+|all of (?:these|them"
    rf"|those)|these|those"
    rf"|both|how you \w+|{_THESE} {_WORK}){_REALLY_END}"
    rf"|j'(?:adore|aime (?:beaucoup|bien)) (?:{_YOURS} {_WORDS}\w+|(?:ce|cette|ces"
    rf"|l[ae]s?) (?:{_ORDINAL} )?{_WORK}){_REALLY_END}"
    rf"|(?:you're|you are|tu es|t'es|vous etes) (?:vraiment |trop |really |so |just )?(?:(?:an?"
    rf"|une?) )?"
    rf"(?:(?:absolute |true |real |vrai |vraie )?(?:lifesaver|genius|star|legend|as|genie"
    rf"|champion\w*|chef|amour)"
    rf"|genia(?:l|le|ux)|super|top|au top|amazing|awesome|brilliant|incroyable){_REALLY_END}"
    r")"
    # "Merci pour ces explications limpides": thanks for something that is good.
    rf"|^(?:merci|thanks|thank you)(?: beaucoup| bien| so much| a lot)? (?:pour|for) "
    rf"(?:{_YOURS}|{_THESE}|l[ae]s?|l'|the|an?) ?(?:"
    rf"{_HOW}{_GOOD} {_WORK}|{_WORK} {_HOW}{_GOOD}{_REALLY_END}|{_WORK},? (?:elles?|ils?|c'|it"
    rf"|they"
    rf"|which)"
    rf" ?{_IS} {_HOW}{_GOOD}{_REALLY_END})"
)
_MISSED = (
    r"(?:mentionne|mis|pris|donne|tenu|respecte|suivi|utilise|repondu|compris|lu|corrige|traduit"
    r"|ajoute"
    r"|inclus|fait|ecrit|explique|cite|precise|traite|garde|change|parle|fini|termine|compte"
    r"|verifie"
    r"|applique|pense|repris|conserve|supprime|modifie|integre|indique|detaille|developpe|rempli"
    r"|resolu"
    r"|ecoute|rendu|remplace|calcule)(?:e|s|es)?"
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
    r"(?:(?:ne |n')[\w' ]{2,30}? (?:pas|rien|plus|aucune?)\b(?! mal)|(?:marche|fonctionne"
    r"|compile|change|passe) "
    r"(?:toujours |meme |vraiment )?(?:pas|plus|rien)\b(?! mal)|(?:toujours|encore) (?:la meme"
    r"|une|l')? ?erreur"
    r"|(?:la )?meme erreur|ca plante|rien (?:ne )?(?:change|se passe)|pareil\b"
    r"|(?:doesn'?t|does not|didn'?t|did not|won'?t) (?:work|compile|run|help|do|change|fix|solve"
    r"|load|start)"
    r"|still (?:not|the same|fails?|broken|get\w*|crash\w*|doesn'?t|wrong)|(?:the "
    r"|an? )?same (?:error|problem|issue)"
    r"|(?:it|this|that) (?:fails?|crash\w*|broke)|(?:get|got|getting|throws"
    r"|gives) (?:me )?an? (?:\w+ )?error)"
)
_COMPLAINS_OF_YOURS = re.compile(
    r"(?:"
    rf"{_YOURS} {_WORDS}{_IS} {_HOW}(?:{_BAD}|{_TOO})\b"
    rf"|{_YOURS} {_WORDS}(?:n'est|ne sont|n'etait|isn't|aren't|is not"
    rf"|are not) (?:pas )?{_HOW}(?:{_GOOD}|claire?s?|clear|correct\w*"
    r"|juste|right|bon\w*)\b"
    rf"|{_YOURS} [\w' ]{{2,25}}? (?:ne \w+|n'\w+) (?:meme |toujours |vraiment "
    rf"|absolument )?(?:pas|rien|aucun\w*)\b"
    rf"|{_YOURS} [\w' ]{{2,25}}? (?:doesn'?t|does not|didn'?t|don'?t|do not)\b"
    r"|(?:(?:tu|vous) (?:n'as|as|n'avez|avez)|t'as) (?:meme |toujours |encore |vraiment "
    r"|absolument )?(?:pas|rien) "
    rf"(?:meme |vraiment |du tout |bien )?{_MISSED}\b"
    rf"|(?:tu|vous) (?:ne )?{_LACKS} (?:meme |toujours |vraiment |absolument |jamais )*(?:pas"
    rf"|rien|aucune?|jamais)\b"
    r"|(?:tu|vous) \w+ (?:toujours|encore|sans cesse|sans arret) (?:l[ae]s? memes?"
    r"|n'importe quoi|a cote)\b"
    r"|(?:tu as|t'as|vous avez) encore (?:mis|fait|oublie|change|utilise|invente|repete|ecrit"
    r"|rate|supprime"
    r"|confondu|ajoute)\w*\b"
    r"|(?:tu|vous) (?:reponds|repondez|parles|dis|dites|ecris) (?:a cote|sans|n'importe quoi)\b"
    rf"|you (?:still )?(?:didn'?t|did not|haven'?t|failed to) (?:even |actually "
    rf"|really )?{_FAILED_TO}(?:ed"
    rf"|d)?\b"
    r"|you(?:'ve| have)? (?:completely |totally |just |again )?(?:ignored|overlooked|omitted"
    r"|misread|misquoted"
    r"|invented|fabricated|repeated|messed up|screwed up|contradicted|misunderstood)\b"
    r"|you(?: just)? keep (?!being|up|going)\w+ing\b|you always (?:give|recommend|suggest|say"
    r"|use|repeat|do)\b"
    r"|(?:tu|vous) tourne[sz] en rond|you(?:'re| are) going (?:a?round )?in circles"
    r"|(?:tu|vous) n'y repond(?:s|ez) (?:toujours |meme |absolument )?pas\b"
    r"|(?:tu|vous) (?:dis|dites|as dit|avez dit|affirmes|affirmez) (?:l'inverse|le contraire)\b"
    r"|(?:tu|vous) (?:m'as|m'avez) deja (?:donne|dit|fait|propose|sorti|repondu)\b"
    r"|you (?:already )?gave me (?:the same|that)\b[^.?!\n]{0,30}?(?:again|already|before"
    r"|twice)\b"
    r"|you can'?t even \w+|(?:tu|vous) (?:ne )?(?:sais|savez) (?:meme )?pas (?:meme )?(?:compter"
    r"|lire"
    r"|ecrire|calculer|coder|traduire|repondre)\b"
    rf"|{_YOURS} {_WORDS}{_IS} (?:truffee?s?|pleine?s?|bourree?s?|full|riddled) (?:de|d'|of"
    rf"|with) ?"
    r"(?:fautes|erreurs|cliches|repetitions|bugs|mistakes|errors|typos)\b"
    rf"|{_YOURS} {_WORDS}(?:contradicts?|se contredi\w+|misses|lacks|ignores|oublie|omet"
    rf"|passe a cote)\b"
    r")"
)
_COMPLAINS = re.compile(
    r"(?:"
    rf"(?:c'est |c |c'etait |it's |that's |this is |that is |it is |it was |)(?:{_TOO}){_END}"
    rf"|(?:c'est |c |c'etait |that's |this is |that is ){_HOW}(?:vague|flou|generique|banal|fade"
    rf"|plat|lourd|mou"
    r"|bancal|brouillon|confus|ennuyeux|creux|superficiel|repetitif|verbeux|pompeux|incoherent"
    r"|bidon|moche"
    rf"|mediocre|incomplet|bland|generic|flat|boring|dull|confusing|shallow|repetitive|wordy"
    rf"|robotic|clunky|cheesy){_END}"
    rf"|(?:ca|cela|it|this|that|they|these) (?:sonne|fait|sounds?|feels?|reads?"
    rf"|looks?) {_HOW}(?:{_TOO}|faux|creux|bizarre|artificiel"
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
    r"|(?:j'ai |je viens d'|je l'ai |i(?:'ve| have)?(?: just)? )(?:teste|essaye|copie|colle"
    r"|suivi|applique|copied|pasted|followed|applied|essayer|tester"
    r"|lance|execute|tried|tested|ran)"
    rf"(?: (?:it|that|this|ca|cela|(?:{_YOURS}) \w+))?(?:,| et| mais| and| but"
    rf"|\.)+ [^.!?\n]{{0,40}}?{_FAILS}"
    rf"|(?:marche|fonctionne|compile) (?:toujours |meme )?pas{_END}"
    r"|pas (?:du tout |vraiment )?ce que (?:je (?:veux|voulais|cherche|cherchais|demande"
    r"|demandais)|j'ai demande)\b"
    rf"|encore (?:rate|faux|perdu|loupe){_END}"
    r"|(?:relis|relisez|re-?read|read) (?:bien |mieux |donc )?(?:ma|mes|mon|my|the) (?:question"
    r"|message"
    r"|consignes?|demande|prompt|instructions?)\b"
    r"|(?:toujours|encore|still) (?:l[ae]s? |l'|the )(?:memes?|same) (?:bug|erreurs?|probleme"
    r"|resultat|message"
    r"|souci|chose|errors?|issue|problem|result|thing)\b(?! (?:chez|sur|avec|on|with) (?:mon|ma"
    r"|mes|my))"
    rf"|(?:l[ae]s? |l'|the )[\w' ]{{2,25}}? (?:que (?:tu|vous) (?:m'as|m'avez|as|avez) \w+"
    rf"|you (?:gave|sent"
    rf"|suggested|wrote|provided|made)(?: me)?) [\w' ]{{0,20}}?(?:pas\b|plante|dead\b|broken"
    rf"|crash\w*"
    rf"|doesn'?t|isn'?t|{_IS} {_HOW}{_BAD}\b)"
    r"|(?:ca|cela) (?:ne )?(?:correspond|repond|colle) (?:absolument )?pas (?:du tout )?(?:a"
    r"|avec) (?:ma|mon|mes"
    r"|la|ce que)\b"
    r"|(?:c'est |that's |this is |it's )(?:du charabia|du vent|du blabla|du grand n'importe quoi"
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
    r" (?:dans (?:ton|ta|tes|votre|vos)|in your)\b"
    r"|(?:aucun rapport|rien a voir|no relation) (?:avec|to|with) (?:ma|la|my|the) (?:question"
    r"|demande|request)\b"
    rf"|aucun rapport{_END}|(?:ca|cela) (?:ne )?m'aide pas (?:des masses|trop|tellement"
    rf"|beaucoup){_END}"
    r"|arrete[zr]? (?:de |d')(?:t'excuser|vous excuser|inventer|mentir|te repeter|vous repeter"
    r"|halluciner"
    r"|raconter n'importe quoi|tourner en rond)\b"
    r"|stop (?:apologi[sz]ing|making (?:things|stuff|it|this) up|repeating|lying|inventing"
    r"|hallucinating)\b"
    r"|(?:on dirait|(?:it|this|that) (?:reads|sounds|looks|feels) like) (?:une? |an? |du "
    r"|de la )?(?:pub|publicite"
    r"|robot|google (?:trad\w*|translate)|traduction automatique|chatgpt|ad|advert|bot|machine"
    r"|press release"
    r"|wikipedia)\b"
    r"|(?:this|that|cette|ce|cet|la|le) (?:function|method|library|package|command|option|book"
    r"|link|url|page"
    r"|article|paper|study|fonction|methode|librairie|bibliotheque|commande|livre|lien|etude|loi"
    r"|source) "
    r"(?:doesn'?t exist|does not exist|n'existe (?:meme )?(?:pas|plus))\b"
    rf"|(?:toujours pas|still not|still no){_END}"
    rf"|(?:(?:step|line|point|part|etape|ligne|exercice|question) \d+|l'etape \d+|la ligne \d+"
    rf"|le point \d+"
    rf"|(?:l[ae]|the) {_ORDINAL} (?:{_WORK}|step|line|point|part|etape|ligne"
    rf"|partie)) {_IS} {_HOW}{_BAD}{_END}"
    rf"|(?:still )?(?:doesn'?t|does not|didn'?t|won'?t) (?:work|compile|run|help"
    rf"|fit)(?: either)?{_END}"
    rf"|(?:encore |toujours |still )?(?:la |the |l')?(?:meme|same) (?:erreur|error|probleme"
    rf"|problem){_END}"
    rf"|ca plante(?: direct\w*| aussi| pareil)?{_END}"
    r"|(?:i'?m |i am )?(?:still )?(?:get|getting|got) (?:the same"
    r"|an?)(?: \w+)? error(?: message)? (?:with|from|using|in) your\b"
    r"|(?:that|this|it)(?:'s| has| is)? (?:got )?nothing to do with (?:my|the|what)\b"
    r"|je (?:t'ai|t'avais|vous ai|vous avais) demande (?=(?:une?|des?|du|\d))|i asked you (?:for"
    r"|to)\b"
    rf"|(?:i (?:specifically |explicitly |clearly )?asked for|j'avais (?:bien "
    rf"|pourtant )?demande)"
    rf" {_WORDS}(?:{_WORK}|sonnet|haiku|essai|essay|words|mots|lignes|lines|pages|sentences)\b"
    r"|je (?:t'ai|t'avais|vous ai|vous avais) (?:deja |bien |pourtant )(?:dit|demande|precise)\b"
    r"|i said [^.?!,\n]{2,40}, not\b|j'ai dit [^.?!,\n]{2,40}, pas\b"
    r")"
)
_MISSES = re.compile(
    r"(?:(?:tu as|t'as|vous avez) (?:encore |juste |simplement )?(?:oublie|omis|confondu|saute"
    r"|inverse)\b(?! (?:qui|que j|mon|ma|mes|ton|ta|tes|votre|vos)\b)"
    r"|(?:tu|vous) confond(?:s|ez)\b"
    r"|you(?:'ve| have)? (?:just |again )?(?:forgot|forgotten|missed|omitted|skipped|left (?:out"
    r"|\w+ out))\b(?! (?:who|my|me|your|to say)\b)"
    r"|you(?:'ve| have)? (?:swapped|inverted|reversed|misspelled|miscounted|mistranslated"
    r"|miscalculated"
    r"|mislabel\w*|mixed up|confused)\b|you \w+ed [\w ]{0,20}instead of\b"
    r"|(?:tu as|t'as|vous avez) (?:mis|ecrit|pris|calcule|utilise|compte) [\w' ]{1,30} au lieu d"
    r"|you(?:'re| are) (?:confusing|mixing up)\b)"
)
"""What the answer lacks."""
_NEVER_SAID = re.compile(
    r"je (?:ne )?(?:t'ai|vous ai) jamais (?:dit|parle|demande|mentionne|ecrit)\b"
    r"|i never (?:told|asked) you\b"
)
"""What the answer says and nobody had said."""
_BARE = re.compile(
    rf"(?:bof(?: bof)?|meh|boring|n'importe quoi|nul|useless|lame|mediocre|awful"
    rf"|disappointing){_END}"
)
"""One word for an answer; or for what the assistant asked about."""
_ONLY_A_CLAUSE = re.compile(r"[:\"\u00ab\u201c\n]")
"""What comes after a colon or a quotation mark is somebody's text, to be worked on."""
_ASKS = re.compile(
    r", (?:comment|pourquoi|quel\w*|combien|c'est quoi|c'est qui|qu'est-ce|tu (?:connais|sais"
    r"|penses)"
    r"|how|why|what|which|who|do you)\b"
)
"""A question without its mark, behind what it is about."""
_TOLD_TO = re.compile(
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
