"""Turns that reject an answer, and say what is right or what was meant, or do not; and what only looks it.

`P` praise, `C` complaint, `K` correction, `-` no verdict. Both sets were written before the phrases;
the phrases were then tuned on the first, and no phrase was tuned on the second.
"""

TURNS = """
K|Non, c'est faux : la réponse est 1889 et pas 1899
K|Tu t'es trompé, il fallait de la farine complète
K|Non, je parlais de la ville, pas du fruit
K|C'est faux, la capitale est Canberra
K|C'est faux. La capitale de l'Australie est Canberra.
K|c faux c 1515
K|Vous vous êtes trompé : il s'agit de l'article 1240 du Code civil.
K|ce n'est pas ça, je voulais dire le musée d'Orsay
K|Tu te trompes, c'est Verlaine
K|tu tes trompé cest le 14 pas le 15
K|Ce n'est pas correct : le résultat est 12,5.
K|C'est incorrect, l'auteur est Zola
K|Non ce n'est pas ce que j'ai demandé, je voulais un tableau avec trois colonnes
K|Tu n'as pas compris, je parle de la série, pas du livre
K|C'est pas ça, je cherchais un poème en alexandrins
K|Mauvaise réponse, c'était la B
K|C'est pas bon, il faut un « s » à la fin
K|Tu te trompes. Elle est née en 1952.
K|C'est hors sujet, je parlais du fleuve Congo
K|Faux, c'est Mercure
K|That is not what I meant, I meant the Lyon exhibition
K|No, that's wrong, it's 42
K|That's incorrect. The capital is Canberra.
K|You're wrong, it was released in 1997
K|you misunderstood, i was asking about the train not the bus
K|Wrong, it's Neptune
K|That's not right, the answer is 17 not 71
K|No, I meant the river, not the bank
K|not what I asked, I wanted a table
K|This is wrong: it should say "its"
C|Non, ce n'est pas ça
C|C'est faux.
C|C'est vraiment mauvais, recommence
C|Cette réponse ne sert à rien
C|Tu ne m'aides pas du tout, c'est décevant
C|C'est faux, la réponse est incomplète
C|C'est faux, relis la question
C|Non, c'est pas ça, recommence depuis le début
C|C'est nul, c'est toujours la même chose
C|Tu t'es trompé, corrige
C|tu sers à rien
C|Vous ne m'aidez pas
C|Je suis déçu par cette réponse
C|Ta réponse est inutile
C|c'est pas du tout ce que je voulais
C|Ce n'est pas bon, le ton est trop familier
C|C'est faux, les chiffres sont inventés
C|Tu te trompes, c'est évident
C|Tu n'as rien compris, c'est désespérant
C|C'est décevant.
C|This answer is useless
C|You're not helping at all
C|That's wrong, try again
C|You're wrong, it's obvious
C|That's incorrect. Check your sources.
C|this isn't helping
C|You are useless
C|That was disappointing
C|It's wrong, the whole thing is a mess
C|No, that's not it
P|Parfait, c'est bien Canberra
P|Merci, c'est exactement ça, la réponse est 12
P|Super, tu m'as bien aidé
P|Excellent, it was 1997 indeed
P|Great, thanks, that's the one I meant
-|Je parlais avec ma sœur hier, et elle a eu une idée de voyage
-|Non, je veux dire la version courte
-|Je voulais un chien mais mon mari préfère les chats, que faire
-|Est-ce faux, la capitale est Sydney ?
-|Il fallait voir la tête de mon chef
-|Mon cours dit que c'est faux, la réponse est 12
-|Je suis déçu par mon achat, aide-moi à écrire au vendeur
-|Rien ne sert de courir
-|Mon chef ne m'aide pas du tout, que lui dire
-|À quoi sert cette réponse dans le formulaire
-|This app is useless, how do I uninstall it
-|I meant to ask you about the weather in Rome
-|I was talking to my brother about mortgages yesterday
-|You're not helping him if you do his homework, my wife says
-|Wrong turn 3, who is in the cast
-|It's disappointing when friends cancel, how do I cope
-|Faux, faut, fault : explique la différence
-|I wanted to thank you for yesterday
"""
HELD_OUT = """
K|Non c'est faux, Mozart est mort en 1791
K|Vous faites erreur, le délai est de quatorze jours.
K|C'est faux, c'est Louis XIV et non Louis XV
K|Tu t'es trompé de ville, c'est Nantes
K|pas du tout, je parlais de la marque
K|Ce n'est pas juste, il y a 206 os dans le corps humain
K|non c pas sa, je voulais le prix en euros
K|Ce n'est pas ce que je voulais dire. Je pensais au film de 1972.
K|C'est pas ça ! C'est Rimbaud !
K|Erreur, le bon mot est « censé »
K|Ta réponse est fausse, le triangle est isocèle
K|Tu te trompes, la bataille a eu lieu en 1415
K|C'est inexact : la loi date de 1881.
K|Tu n'as pas compris ma question, je demande le chemin à pied
K|c'est pas bon il fallait diviser par 3
K|Non, je voulais une recette sans gluten
K|C'est faux, on dit « malgré que » seulement avec avoir
K|That's wrong. It's spelled "definitely".
K|no thats wrong the population is 67 million
K|You're mistaken, the book was written by Mary Shelley.
K|That's not it, I was looking for the 2010 version
K|That's false, water boils at 100 degrees at sea level
K|It's wrong, you should have divided by 12
K|You misunderstood me: I want the summary in French.
K|incorrect, the right answer is D
K|That's not what I asked for. I asked for five bullet points, not ten.
K|Nope, it's Helsinki
K|That is not correct, he died in 1827
C|C'est complètement faux
C|Votre réponse ne m'est d'aucune utilité.
C|Tu ne m'aides pas
C|ça m'aide pas du tout
C|ça sert à rien ce que tu dis
C|C'est vraiment nul, refais
C|Franchement c'est décevant
C|Réponse inutile
C|Tu es complètement à côté de la plaque
C|C'est faux, et en plus c'est mal écrit
C|Non, ce n'est pas bon, vérifie tes calculs
C|Tu te trompes encore une fois
C|C'est faux, tu dis n'importe quoi
C|Ce n'est pas ce que je voulais, c'est trop compliqué
C|t'as rien compris, laisse tomber
C|C'est incorrect, revois ta copie
C|Your answer doesn't help
C|That's not helpful at all, it's too vague
C|you're no help
C|This is useless, it's full of errors
C|That's wrong, please check again
C|What you wrote is wrong
C|I'm disappointed with this answer
C|That's not what I meant, read it again
C|Wrong. Try harder.
C|This doesn't help me at all
P|Parfait, la réponse est 42, merci
P|Merci, ça m'a beaucoup aidé, c'était bien la faute
P|Génial, c'est exactement le film que je cherchais
P|Thanks, that's exactly the exhibition I meant
P|Brilliant, it really helped
-|Je cherchais mes clés quand il est arrivé : continue cette histoire
-|Non, pas besoin
-|Mon fils n'écoute pas, ça ne sert à rien de crier
-|Je voulais te remercier d'abord
-|C'est quoi la différence entre faux et erroné
-|Dis-moi si c'est faux : la capitale est Berne
-|Il faut combien de farine
-|Les politiques ne servent à rien, écris un pamphlet
-|Elle m'a dit « tu te trompes, c'est mardi », que répondre
-|Non, la bleue
-|Erreur 404 sur la page d'accueil
-|Je suis déçue par mes résultats au bac
-|The previous tenant was no help, write to the landlord
-|My teacher said that's wrong, it's 42
-|I meant to buy milk, add it to the list
-|That's not my name, it's my sister's
-|Is that wrong, should it be 42?
-|Wrong place, wrong time: who sang it
-|You're not helping me move on Saturday, are you
-|It was disappointing weather all week
"""
