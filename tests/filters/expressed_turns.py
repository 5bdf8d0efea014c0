"""Turns that follow an answer, written and labelled by hand for this test; half judge nothing.

`P` praise, `C` complaint, `K` correction, `-` no verdict. Written before the phrases were tuned for
the first half; the hard negatives are what people write without judging.
"""

ANSWER = "Voici une réponse de l'assistant, en quelques phrases."
TURNS = """
P|Parfait, merci !
P|Super, merci beaucoup
P|Merci, c'est exactement ce que je cherchais.
P|Génial ! Maintenant fais la même chose pour le mois de mars.
P|Excellent. Peux-tu l'envoyer en tableau ?
P|C'est parfait
P|Nickel, ça marche
P|Très bien, continuons avec la partie 2
P|Ah super, je comprends mieux
P|Bravo !
P|Merci beaucoup, c'est très clair
P|ça marche parfaitement
P|Ça fonctionne maintenant, merci
P|J'adore cette version
P|j'adore !
P|Top merci
P|Oui c'est exactement ça
P|Impeccable.
P|Bonne réponse !
P|Beaucoup mieux, merci
P|Tu me sauves la vie
P|Merci ça m'aide beaucoup
P|C'est vraiment excellent, bravo
P|Wow, magnifique
P|Parfait. On passe à la suite : écris la conclusion.
P|Très bonne explication, merci
P|C'est super
P|tout à fait ce qu'il me fallait
P|ok parfait
P|Genial merci
P|Perfect, thank you!
P|Great, thanks
P|That's exactly what I needed
P|Awesome! Now do the same for the second file.
P|Thanks, that worked
P|It works perfectly, thanks
P|Excellent, let's move on to the tests
P|Love it
P|I love this version!
P|Thanks so much, that's very helpful
P|Great job!
P|Well done
P|Spot on
P|This is perfect
P|Brilliant, thank you
P|Much better, thanks
P|wow amazing
P|Yes, exactly what I wanted
P|Nice! Can you add a title?
P|You saved me hours
P|Very good. Next chapter please.
P|That works!
C|C'est faux.
C|Non, c'est faux, Victor Hugo n'a pas écrit ça
C|Ce n'est pas ce que j'ai demandé
C|c'est pas ça
C|Ça ne marche pas
C|ca marche toujours pas
K|Tu te trompes, la capitale est Canberra
C|Tu racontes n'importe quoi
C|Tu n'as pas compris ma question
C|C'est nul
C|C'est trop long, fais plus court
C|Mauvaise réponse
C|Vous vous trompez de loi
C|C'est n'importe quoi
C|Non ce n'est pas correct
C|Ton code ne fonctionne pas, j'ai une erreur ligne 3
C|Tu inventes des références
C|C'est hors sujet
C|Rien à voir avec ma demande
C|Tu ne réponds pas à la question
C|c'est vraiment mauvais comme texte
C|Ce n'est toujours pas bon
C|C'est trop vague
C|Tu n'as pas respecté la consigne
C|That's wrong
K|This is incorrect, the year was 1998
C|No, that's not what I asked
C|It doesn't work
C|Your code doesn't compile
C|You're wrong about the date
C|You didn't answer my question
C|Not what I wanted
C|That's not right
C|You misunderstood me
C|still doesn't work
C|That is nonsense
C|Wrong answer
C|You made that up
C|This is useless
C|It still doesn't work, same stack trace
C|you are hallucinating
K|Tu as oublié la TVA
K|Vous avez oublié le troisième point
K|La bonne réponse est 42
K|Tu as confondu les deux frères
K|Il manque la conclusion
K|Il y a une erreur dans la deuxième ligne
K|En fait, c'est 1789 et pas 1798
K|Tu as mal traduit le dernier mot
K|Ça devrait être au pluriel
K|Non, c'est Camus qui a écrit L'Étranger
K|Tu aurais dû utiliser une boucle
K|You forgot the import
K|The correct answer is 12
K|It should be a list, not a tuple
K|You missed the last paragraph
K|There's a mistake in step 2
K|Actually, it's spelled with two n's
K|No, it's the 14th of July
K|You mixed up the two columns
K|there is a typo in the title
-|Merci d'avance pour ton aide
-|Merci
-|Merci de me donner une autre version
-|Merci beaucoup
-|ok
-|D'accord
-|Oui
-|Non
-|Oui, vas-y
-|Peux-tu développer le point 2 ?
-|Super, mais c'est un peu trop long
-|Parfait, sauf que le titre manque
-|Est-ce que c'est faux ?
-|C'est faux ou c'est vrai ?
-|Non, je veux dire la version de 2019
-|Et pour le mois d'avril ?
-|Continue
-|Traduis en anglais
-|Donne-moi dix idées de cadeaux pour un enfant
-|Mon imprimante ne marche pas, que faire ?
-|Mon ordinateur ne fonctionne pas
-|Mon chef dit que c'est nul
-|Le film était excellent, peux-tu écrire une critique ?
-|Super Mario est sorti en quelle année ?
-|Parfait du subjonctif en latin ?
-|Excellent niveau d'anglais requis : que mettre sur mon CV ?
-|Je cherche un excellent restaurant à Lyon
-|La réponse de mon collègue était mauvaise
-|Écris une lettre de réclamation, le produit est mauvais
-|Comment dire "c'est parfait" en espagnol ?
-|Il me faut un texte plus court
-|Plus court s'il te plaît
-|Recommence
-|Une autre version
-|Refais avec un ton plus formel
-|Et si c'était faux, que se passerait-il ?
-|Génial comme idée, mais trop cher
-|Top 10 des plages en Bretagne
-|Bravo est-il un mot italien ?
-|Nice est une ville de quelle région ?
-|Pourquoi tu dis ça ?
-|Je ne comprends pas
-|Explique-moi encore
-|Voici la suite du texte : c'est parfait quand il pleut
-|Ajoute une conclusion
-|Quel est le meilleur excellent vin ?
-|Ça marche comment ?
-|Ça fonctionne sur Mac ?
-|Non merci
-|Oui merci
-|j'aime beaucoup les chats
-|J'adore la cuisine italienne, une recette ?
-|C'est trop cher pour moi, une autre destination
-|Il y a une erreur 404 sur mon site
-|En fait je voudrais partir en juin
-|En fait, oublie, parlons d'autre chose
-|Tu as raison de poser la question, je vis à Brest
-|La bonne orthographe de ce mot ?
-|Corrige ce texte : il a manger une pomme
-|Tu as une idée de titre ?
-|Il me manque un argument pour finir
-|Et en version courte
-|Fais-en une liste
-|Non, en bleu
-|Plutôt en 3 paragraphes
-|Bonjour, je suis à la recherche d'un emploi
-|C'est pour un enfant de 5 ans
-|C'est un cadeau pour ma mère
-|C'est ce que je pensais, et ensuite ?
-|Thanks
-|Thank you
-|Thanks in advance
-|ok thanks
-|Yes
-|No
-|No thanks
-|Yes please
-|Can you make it shorter?
-|Make it more formal
-|Now in French
-|What about April?
-|Is that wrong?
-|Great, but it's too long
-|Perfect, except the title
-|Great Britain's population in 1950
-|Nice weather today, suggest a walk
-|Perfect tense of "to go"
-|Awesome Python libraries for parsing
-|My printer doesn't work
-|My code doesn't work, here it is: print(
-|The movie was excellent, write a review
-|I need an excellent cover letter
-|Write a complaint: the product is useless
-|How do you say "that's wrong" in German?
-|There is an error in my Dockerfile, help
-|Why?
-|Go on
-|Continue
-|Give me another version
-|Try again
-|Actually, let's talk about something else
-|Actually I want to go in June
-|I meant the 2019 version
-|No, in blue
-|Add a conclusion
-|I don't understand
-|Explain again
-|You should write it as a poem
-|It's for a five year old
-|It's a gift for my mother
-|What should it be?
-|It should be possible to fly there, right?
-|Tell me more
-|Summarise
-|Love letters of famous writers
-|Well, I live in Brest
-|So what do you think?
-|Let's move on
-|I have another question
-|Does it work on Mac?
-|Translate: "c'est faux"
-|Exactly how many people live there?
-|Just what is a monad?
-|Very good restaurants in Paris
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
