"""Praise that is denied ("pas parfait du tout") or ironic ("parfait, il pleut encore"), and what only looks it.

`P` praise, `C` complaint, `-` no verdict. The first set was written before the phrases, which were
then tuned on it; the second after them, and no phrase was tuned on it.
"""

TURNS = """
C|Ce n'est pas parfait du tout
C|pas parfait du tout
C|C'est pas parfait
C|pas parfait
C|c pas terrible
C|Pas terrible.
C|Pas top
C|C'est pas génial
C|pas génial du tout
C|Ce n'est vraiment pas clair
C|Pas très clair.
C|c'est pas clair du tout
C|Ce n'est pas très convaincant.
C|Pas convaincant
C|Bof, pas génial
C|Non, pas parfait
C|C'est loin d'être parfait.
C|Ce n'est toujours pas parfait
C|pas ouf
C|pas fameux
C|Ce n'était pas très utile
C|Not perfect.
C|Not great
C|That's not great.
C|This isn't great
C|It's not very clear
C|Not very good
C|not impressive at all
C|Far from perfect.
C|That wasn't very helpful
C|this is not perfect at all
-|Pas mal
-|C'est pas parfait mais ça ira
-|Pas parfait, mais je prends
-|Pas parfait mais bon
-|Not perfect but good enough
-|C'est pas parfait, ça fera l'affaire quand même
-|C'est pas clair dans ma tête
-|Ce n'est pas parfait chez nous non plus
-|pas utile de tout refaire
-|Pas bien compris la consigne
-|pas clair pour mon fils, il a 6 ans
-|Not great at maths, can you help
-|Pas grave
-|pas de souci
-|Personne n'est parfait
-|C'est pas génial comme métier ?
-|Not bad
-|C'est pas top au boulot en ce moment
-|Mon texte n'est pas parfait, corrige-le
-|Parfait, il pleut encore
-|Super, mon train est annulé
-|Génial, ça marche toujours pas
-|Parfait, encore une erreur
-|Super, je suis en retard maintenant
-|Great, my laptop crashed again
-|Great, now it's broken
-|Bravo, tout est cassé
-|Super, ça ne fonctionne plus
-|Perfect, still not working
-|Génial, j'ai tout perdu
-|Nickel, encore raté
-|Excellent, another error
-|Super, la voiture est en panne
P|Parfait, j'envoie le mail comme ça
P|Parfait, il va adorer
P|Super, ça marche toujours
P|Nickel, rien à redire
P|Parfait, je n'ai plus de questions
P|Génial, plus d'erreur
P|Great, no more errors
P|Super, je ne suis plus en retard grâce à toi
P|Parfait, ça fonctionne encore mieux
P|Excellent, le bug est réglé
P|Great, it's not broken anymore
P|Parfait, on garde cette version
P|Parfait, encore un exemple
P|Super, pas d'erreur
"""
HELD_OUT = """
C|Vraiment pas top comme réponse
C|C'est pas super
C|pas du tout parfait
C|Hmm, ce n'est pas tout à fait clair.
C|Pas franchement génial
C|Ce n'était pas excellent.
C|Ouais, pas fou
C|Ce n'est pas très précis.
C|This is not clear.
C|Really not great
C|Hmm, not that good
C|It isn't perfect.
C|Not ideal
C|That is far from clear
-|Pas super en forme aujourd'hui
-|C'est pas clair ce que veut mon patron
-|Pas parfait mais déjà mieux
-|Not perfect, but close
-|Not sure
-|Pas top mais ça ira
-|Pas terrible le temps ce week-end
-|Ce n'est pas utile pour l'instant
-|Super, j'ai encore perdu mes clés
-|Génial, le serveur est encore tombé
-|Bravo, on est en retard
-|Great, it failed again
-|Parfait, il neige
-|Perfect, my flight is cancelled
-|Super, toujours la même erreur
-|Top, ma voiture refuse de démarrer
P|Parfait, il fait ce que je veux
P|Super, plus aucune erreur
P|Génial, le script tourne encore mieux
P|Great, that fixed the broken link
P|Parfait, je l'envoie à ma sœur
P|Excellent, another one please
P|Nickel, ça marche enfin
P|Parfait, il me reste à relire
P|Perfect, it still works
P|Bravo, c'est bien trouvé
"""
