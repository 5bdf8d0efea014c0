"""Short replies that no word or place was chosen with: people in brackets, then nobody.

Written after the first set was learnt from, and measured as they are. Nobody has read the misses of
those that name nobody: who does, and changes the redactor, has to write others.
"""

NAMED = """
merci [parfait], à demain
merci [parfait] pour hier
Bravo [Parfait], bien joué
Merci [Parfait] !
chez [parfait] ce soir
merci à [Parfait]
merci [claire] et bonne soirée
merci [claire] bisous
Merci [Claire], c'est parfait
merci beaucoup [claire]
Super [Claire], merci
merci [constant]
Merci [Vital], à ce soir
merci [modeste]
Merci [Modeste]
merci [divine]
Merci, [Divine]
merci [bienvenu]
Merci [Trésor]
merci [trésor]
Merci [Merveille] !
thanks [precious]
Thanks [Miracle]
Thanks [Sage]
thanks [sage]
thanks [ravi]
Thanks, [Ravi]
merci [ravi]
Thanks [Joy], perfect
thanks [grace] perfect
thanks [frank]
Thanks [Faith], great job
merci [aimable]
Merci [Juste]
Merci [Prudent], à demain
bravo [rose]
merci [olive] et bravo
Merci [Blanche], superbe
parfait [claire]
Parfait [Claire], merci
parfait merci [rose]
nickel merci [pierre]
merci [pierre] nickel
Top [Max], merci
merci [hugo] génial
génial merci [hugo]
Merci [Hugo], génial
merci [nina] c'est parfait
merci [Sylvie] et bravo
Thanks [Tom], awesome
awesome thanks [tom]
thanks [anna] great
Cheers [Dave]
cheers [dave]
merci [mamadou] impec
Merci [Aïcha], nickel
merci [aicha]
Bravo [Laïd]
merci [laid]
Thanks [Beau]
""".strip().splitlines()

NAMELESS = """
Merci, c'est du bon boulot
merci, carrément mieux
Merci, hyper complet
merci, ultra clair
merci beaucoup c parfait
Parfait je prends
Parfait vous m'avez bien aidé
Parfait tu peux continuer
parfait nous allons faire comme ça
Parfait, elle va adorer
Parfait, il va être content
Ah nickel, merci bcp
Au top merci à toi
Merci, simple et efficace
Merci, court et clair
Merci, sobre et élégant
Merci, drôle et touchant
Merci, émouvant
merci trop drôle
Merci, percutant
Merci, astucieux
merci malin
Merci, pertinent
Merci, instructif
merci chouette idée
Merci, lumineux
Merci, éclairant
Merci, bluffant
merci ouah
Ouah merci
Merci, tip top
tip top merci
merci c'est carré
Carré, merci chef
merci bg
merci la miff
Merci, t'es un crack
Merci génie
Merci, magique
Merci, divin
Merci, dommage
Merci, tant pis
Merci, bizarre
Merci, étrange
Merci, confus
Merci, hors sujet
merci c nul
Merci, trop vague
Merci, insuffisant
Merci, décevant
merci décevant
Merci, pas convaincu
merci c'est corrigé
Merci, c'est réparé
merci résolu
Résolu, merci
réglé merci
Réparé, merci !
merci fini
Merci, terminé
merci j'ai compris
Merci, enregistré
Merci, imprimé
MERCI BEAUCOUP PARFAIT
MERCI NICKEL
Perfect! Thanks
PERFECT THANKS
perfect cheers
Cheers, great stuff
Thanks, super clear
Thanks, very thorough
thanks heaps
Thanks loads
Thanks, spotless
Thanks, flawless
Thanks, elegant
thanks elegant solution
Thanks, insightful
thanks fascinating
Thanks, bit long
Thanks, too vague
Thanks, disappointing
Thanks, confusing
thanks lame
Thanks, outdated
Thanks, resolved
resolved thanks
Fixed, thanks
thanks fixed
Thanks, sorted
Thanks, stellar
thanks a bunch
Thanks a million
Ta, lovely
ta very much
Thanks, handy
thanks smart
Thanks, fun
Thanks, so kind
thanks kind robot
Thanks, will use this
thanks, will share
Thanks, hopefully right
Great, will do
nice work thanks
Bravo, champion
Bravo, superbe
bravo superbe
bravo impressionnant
Bravo, impressionnant
Merci, bluffée
Merci, ravi
merci, conquise
""".strip().splitlines()
