"""Turns to measure feedback in words on, labelled before they were ever run, and no phrase of the
classifier tuned on them since: what `docs/expressed.md` says of precision is said of these.

`P` praise, `C` complaint, `K` correction, `-` no verdict on the answer before. In many styles: formal
and hurried, spoken and typed with one thumb, of pupils, engineers and grandparents; ironic ones too.
"""

TURNS = """
P|Bravo, je n'aurais pas trouvé mieux.
P|Wahou, impressionnant !
P|c top ca merci bcp
P|Merci infiniment, votre explication est limpide.
P|Ok nickel, et pour la partie B ?
P|Franchement bien joué
P|Oh c'est trop bien, ma fille va adorer
P|voilà, c'est ça que je voulais
P|Merci, ça répond parfaitement à ma question.
P|Ah ! Enfin une réponse claire.
P|parfait parfait parfait
P|Je suis bluffé, le code compile du premier coup
P|Très jolie tournure, je la garde.
P|Ça marche nickel merci
P|cette version est bien meilleure
P|Génial, tu gères
P|J'aime bien le deuxième paragraphe, on garde ce ton
P|Merci !! exactement le format demandé
P|Excellent travail, je valide
P|super, ça a débloqué mon installation
P|Le résultat est très bon, merci
P|oui parfait on continue
P|Merci c'est beaucoup plus clair maintenant
P|Formidable. Traduis-le maintenant en espagnol.
P|Tout est juste, j'ai vérifié avec le corrigé
P|Awesome, that did the trick
P|Spot on.
P|This is brilliant, thank you so much
P|ty that works
P|Perfect. Next chapter please.
P|nice one
P|Exactly what I was looking for!
P|You nailed it
P|That's much clearer, thanks
P|Wow, I didn't expect it to be that good
P|Great answer. Can you add sources?
P|lovely, thanks ever so much
P|this actually helped me understand recursion
P|yes!! it compiles now
P|I really like this draft
P|Superb, exactly the tone I wanted
P|That's a great explanation
P|Good job on the second stanza
P|works like a charm, cheers
P|Thank you, very helpful indeed.
C|Non mais c'est n'importe quoi là
C|Ça ne marche pas, j'ai toujours la même erreur à la ligne 12
C|Vous n'avez pas répondu à ma question.
C|c nul
C|Bof, pas terrible.
C|Je t'ai demandé un tableau, pas une liste.
C|C'est beaucoup trop long
C|tu racontes n'importe quoi, Lyon n'est pas au bord de la mer
C|Toujours pas bon...
C|Ce n'est pas du tout ce que j'avais en tête.
C|Désolé mais c'est faux
C|Le lien que tu donnes n'existe pas
C|J'aime pas du tout ce style
C|Réponse hors sujet.
C|t'as rien compris
C|Cette réponse ne m'aide pas
C|ca plante encore
C|Non, ce n'est pas correct, relis l'énoncé.
C|C'est mal traduit, on dirait du mot à mot
C|Mouais, c'est assez vague tout ça
C|Je ne suis pas convaincu par ton argument
C|La formule ne fonctionne pas dans Excel
C|encore la même réponse que tout à l'heure, tu te répètes
C|C'est illisible sans retours à la ligne
C|Vous vous trompez de personne
C|That's not what I asked for
C|no, still broken
C|This doesn't answer my question at all
C|You're making that up
C|wrong again
C|It's too formal, sounds like a robot
C|The code throws a TypeError on line 3
C|Nope. That is incorrect.
C|I don't like this one
C|That makes no sense
C|You keep repeating yourself
C|this is useless
C|Your answer contradicts what you said before
C|Not helpful
C|it doesn't compile
C|That's just wrong, sorry
C|You didn't follow the instructions
C|The summary misses the whole point
C|Seriously? That's rubbish
K|Non, la capitale de l'Australie c'est Canberra
K|Tu as oublié la TVA dans le calcul
K|En fait c'est 1789, pas 1798
K|Il manque une parenthèse à la fin
K|la bonne réponse est 42 km/h
K|Vous avez confondu Manet et Monet.
K|t'as oublié d'accorder le participe
K|Attention, il y a une erreur à l'étape 3
K|Il fallait utiliser le subjonctif
K|Mon prénom s'écrit avec deux n, tu n'en as mis qu'un
K|Tu as inversé les deux colonnes
K|Ce n'est pas Paul mais Pierre qui l'a dit
K|You forgot to close the file
K|Actually it's Canberra, not Sydney
K|There's a typo in the title
K|The correct spelling is "accommodate"
K|No, it's 7, not 8
K|You missed the last paragraph
K|it should be a for loop
K|you mixed up the two authors
K|There is a mistake in your second step
K|You should have used a left join
K|The year is wrong, it was 1969
-|Parfait pour toi, mais moi je veux quoi exactement dans ma vie ?
-|Peux-tu développer le point 2 ?
-|Super U ou Carrefour, lequel est le moins cher ?
-|Merci de me répondre en français.
-|Génial ou pas, je dois rendre ce dossier demain : écris l'intro.
-|C'est quoi la différence entre un virus et une bactérie ?
-|Bien, passons à autre chose : recette de crêpes
-|Et si on ajoutait du citron ?
-|Non merci, je n'en ai pas besoin
-|Tu peux me faire un résumé en trois lignes
-|Mon chef dit que c'est faux, qu'en penses-tu ?
-|Excellent est-il un adjectif ou un nom ?
-|J'ai un bug : la page reste blanche. Voici mon code.
-|Bravo est le titre du magazine dont je parle
-|Le professeur a écrit « très bien » sur ma copie, comment le remercier ?
-|Ok
-|d'accord, je vais essayer
-|Oui
-|Faux ami entre le français et l'anglais : donne dix exemples
-|Il manque quoi dans mon CV ?
-|C'est pas grave, continue
-|Top 10 des films français
-|Merci d'avance pour ton aide
-|Corrige : « les enfants que j'ai vu jouer »
-|J'adore les crêpes, donne-moi une recette
-|Ça marche comment un moteur diesel ?
-|la bonne réponse est-elle A ou B
-|Wow, il pleut des cordes ici. Une idée pour occuper les enfants ?
-|Erreur 404 quand j'ouvre le site, que faire
-|Imagine que tu as oublié ton anniversaire et raconte
-|Je préfère le bleu
-|Mais pourquoi le ciel est bleu alors ?
-|Il y a une erreur dans mon code, trouve-la
-|Great Britain or the UK, which term should I use?
-|Perfect squares below 200, list them
-|Can you make it shorter?
-|Nice in November: what should I pack?
-|What's wrong with my resume?
-|It's wrong to lie, discuss
-|Thanks in advance!
-|ok next
-|You should have seen my face when I read the news. Write a poem about it.
-|Write a complaint: the food was terrible
-|Not sure yet, give me another option
-|It doesn't work on my phone, the app I mean. How do I reinstall it?
-|I love pizza. Recipes?
-|The correct answer is B according to my teacher, explain why
-|No, I don't have any allergies
-|Wrong number, who calls at 3 am? Suggest a reply
-|Let me think about it
-|Yes please
-|Actually, let's talk about something else
-|Brilliant minds of the 19th century, name five
-|He told me "you're wrong" and left. What now?
-|Great, but it's missing the references
-|Good morning! New topic today
-|Super, mais le ton est trop familier
"""

AFTER_REFUSALS = (
    ("Je ne peux pas vous aider à contourner ce verrou.", "C'est nul."),
    ("Je suis désolé, mais je ne peux pas répondre à cette demande.", "T'es inutile, sérieux"),
    ("Désolé, cette demande va à l'encontre de mes règles.", "Tu n'as pas répondu à ma question"),
    ("Je ne suis pas en mesure de fournir un diagnostic médical.", "Ce n'est pas ce que j'ai demandé"),
    ("Je préfère ne pas écrire ce texte, qui pourrait blesser.", "Mauvaise réponse."),
    ("En tant qu'assistant, je ne peux pas donner ce conseil.", "C'est faux, tu peux"),
    ("I'm sorry, but I can't help with making that.", "That's useless"),
    ("I can't share instructions for that.", "You didn't answer my question"),
    ("I cannot provide medical dosages.", "That's not what I asked"),
    ("Sorry, I won't write that.", "This is terrible"),
    ("As an AI, I'm not able to give legal advice.", "You're wrong, you can"),
    ("I'm unable to assist with this request.", "Not helpful"),
)  # fmt: skip
"""Answers that refuse, and complaints about them: none of these may count."""
