"""Turns to measure feedback in words on, labelled before they were ever run, and no phrase of the
classifier tuned on them since: what `docs/expressed.md` says of precision is said of these.

`P` praise, `C` complaint, `K` correction, `-` no verdict on the answer before. In many styles: formal
and hurried, spoken and typed with one thumb, of pupils, engineers and grandparents; ironic ones too.
"""

TURNS = """
P|Merci pour cette réponse très complète.
P|Super merci, je vais tester ça
P|Génial, ça marche enfin !
P|Parfait, j'envoie le mail comme ça
P|C'est très clair, merci beaucoup.
P|Excellent ! Tu peux faire pareil avec les pages 3 et 4 ?
P|oh la la c'est magnifique
P|Impeccable, rien à redire.
P|Cool merci ça m'aide
P|Bien vu !
P|Exactement ce qu'il me fallait, je vous remercie
P|oui c'est ça, bravo
P|Très bonne idée, on part là-dessus
P|Ça fonctionne très bien, merci.
P|J'adore ! Une autre dans le même style ?
P|C'est beaucoup mieux comme ça
P|Nickel chrome
P|Merci, c'est parfait pour mon dossier.
P|Ah oui c'est bien mieux
P|Top ! Et en version courte ?
P|Votre explication est très claire, merci.
P|tu m'as sauvé la mise
P|Merci beaucoup, le plan est excellent
P|c'est exactement ça
P|Magnifique, mamie sera contente
P|Wow merci !
P|Perfect!
P|That's perfect, thank you
P|Great! Could you also write the tests?
P|This is exactly what I wanted.
P|Excellent explanation, thanks
P|Amazing, it works
P|Awesome, thanks a lot!
P|Much better, thank you
P|Good answer
P|Brilliant. Now the German version.
P|love this
P|That works, thanks!
P|Thank you, that was very useful
P|Very nice, keep going
P|I like this version better
P|Wonderful, my students will enjoy it
P|Fantastic work
P|ok great that solved it
C|C'est faux, la réponse est dans le cours
C|Non, ce n'est pas ce que je voulais
C|Ça ne fonctionne pas.
C|C'est pas bon du tout
C|Tu te trompes complètement
C|Tu n'as pas compris la question
C|C'est nul, recommence
C|Mauvaise réponse
C|Vous ne répondez pas à ma demande.
C|c'est trop long, résume
C|ton code ne marche pas, il boucle à l'infini
C|Ce n'est pas correct.
C|C'est incompréhensible pour un enfant de six ans
C|Pfff t'es nul
C|ça veut rien dire
K|C'est hors sujet, je parlais du fleuve
C|Tu inventes des références qui n'existent pas
C|La réponse est fausse
C|encore faux
C|Le poème ne rime même pas
C|That's wrong
C|No, that's not right
C|This is not what I meant
C|It still doesn't work
C|You didn't read my question
C|That doesn't make sense
C|You are wrong about the date
C|That's not helpful at all
C|Your code doesn't compile
C|Bad answer.
C|You misunderstood me
C|it's not working, same error as before
C|Terrible translation
C|I expected more detail
C|This is incorrect, check again
C|You just made that up
K|Tu as oublié les accents
K|Il manque le titre
K|Non, c'est Lyon
K|La bonne réponse est B
K|Vous avez fait une erreur dans le deuxième calcul
K|Tu as mal lu, je parle de 2019
K|en fait c'est un verbe du deuxième groupe
K|Il fallait écrire « quoique » en un mot
K|C'est Zola et pas Hugo
K|You forgot the semicolon
K|Actually, it's spelled with two t's
K|It should be 15, not 50
K|You missed a step
K|No, it's Tuesday
K|There's an error in line 4
K|The right answer is C
K|You left out the conclusion
K|Paris is not the capital of Italy, Rome is
-|Peux-tu me donner un exemple ?
-|Et pour un enfant de dix ans ?
-|Traduis en anglais
-|Fais plus court
-|Ajoute une touche d'humour
-|Quel est le prix moyen d'un vélo électrique ?
-|Merci
-|ok merci
-|Merci, bonne soirée
-|Je voudrais aussi un tableau
-|Pourquoi tu dis ça ?
-|Tu es sûr ?
-|Continue
-|Non, plutôt en espagnol
-|Je travaille dans une école
-|Explique-moi ça comme si j'avais cinq ans
-|Mon fils dit que c'est nul les maths, comment le motiver
-|Je cherche un synonyme de « parfait »
-|Super bowl 2024, qui a gagné ?
-|C'est mieux d'acheter ou de louer
-|Ça marche pour les cheveux bouclés aussi ?
-|Il manque trois jours avant mon départ, que préparer
-|Excellent film hier soir au cinéma, tu connais Audiard ?
-|Donne la bonne réponse à la question 4
-|Comment dit-on « c'est faux » en allemand ?
-|Bon, sinon, une idée de cadeau
-|Je suis nul en anglais, aide-moi
-|Avec ou sans sucre
-|Reformule ce mail : « votre réponse ne me satisfait pas »
-|J'ai oublié de te dire que j'ai trente ans
-|oui vas-y
-|la deuxième option
-|Mets-le au passé
-|Parfois ça marche, parfois non, c'est mon imprimante
-|C'est vrai que c'est compliqué
-|En fait je voudrais parler d'autre chose
-|Tu devais pas me faire une liste ?
-|Intéressant
-|Quelle est l'erreur la plus fréquente ?
-|What about in winter?
-|Shorter please
-|Thanks
-|thank you, bye
-|Are you sure?
-|Explain like I'm five
-|Give me three more
-|Translate it into French
-|I have a meeting tomorrow at nine
-|How do I say "that's wrong" politely?
-|Is it wrong to eat meat?
-|My boss says it's useless to test
-|Great Expectations by Dickens, summarise chapter 1
-|It should be possible to automate this, right?
-|You should have access to the file I sent
-|Perfect pitch: what is it?
-|Love is a strange thing, write about that
-|No, in Spanish
-|it's raining and my roof leaks
-|Good question to ask in an interview?
-|Now in Python
-|The error is in my config, help me find it
-|That's my dog in the picture
-|There's a mistake on my bill, draft a letter
-|Works of Shakespeare in order
-|What if it doesn't work?
-|I forgot to mention I'm vegan
-|Okay
-|Actually I changed my mind, make it blue
-|Not now
-|Nice weather today
-|Better safe than sorry, translate this proverb
-|Wonderful Tonight chords
-|This is for my daughter's birthday
-|Yes, the second one
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
