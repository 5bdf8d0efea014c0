"""Short replies that the words and their places were chosen with: people in brackets, then nobody.

Written in French and English before anything was run on them, with the capitals, accents and marks
people leave out. Half of each was looked at first; what the other half showed was then learnt too.
"""

NAMED = """
Merci [Parfait], à demain
Merci [Parfait] pour hier
Bonjour [Parfait],
Bonjour [Parfait]
Salut [Parfait], ça va ?
avec [Parfait] et sa soeur
[Parfait] m'a dit oui
J'ai vu [Parfait] hier
Merci [Parfait] et [Marie]
Merci [Claire] !
Merci, [Claire] !
merci [claire]
Merci [claire], à demain
Merci [Claire]
Bravo [Claire]
bravo [claire] !
Salut [claire]
merci [pascal]
Merci [Pascal]
Merci, [Pascal] !
bravo [pascal]
Bravo, [Pascal]
merci [rose]
Merci [Rose]
Merci, [Rose]
Thanks [Rose]
thanks [rose]
Thanks, [Rose]!
Thanks [Grace]
Thanks, [Grace]
thanks [grace]
Thanks [Will]
Thanks, [Will]
thanks [will]
Thanks [Mark]
thanks [mark]
Thanks, [Frank]
Thanks [Frank]
thanks [frank]
Thanks [Joy]
Thanks [Hope]
Thanks [Faith]!
Thanks [April]
Thanks, [June]
Thanks [Bob]
thanks [bob]
Thanks, [Bill]!
thanks [jack]
Thanks [Ray]
Thanks [Max]
merci [max]
Merci, [Max]
bravo [max]
bravo [martin]
Bravo [Martin]
Bravo, [Martin] !
merci [martin]
Merci, [Martin]
Merci, [Marie]
merci [marie]
Merci [Marie] !
Bravo [Marie]
Merci [Lucie]
merci [lucie]
Merci, [Lucie]
Merci [Lucie], parfait
Parfait, merci [Lucie]
Parfait, merci [Sophie] !
parfait merci [sophie]
Super, merci [Kevin]
super merci [kevin]
Nickel merci [Julie]
Top, merci [Thomas]
Parfait [Nicolas], merci
parfait [nicolas]
Parfait, [Nicolas]
Perfect, thanks [Emily]
perfect thanks [sarah]
Great job [Emma]
Great job, [Oliver]
Thanks [Sarah], great job
Thanks, [Jessica]
Merci [Clément]
merci [clement]
Merci, [Clément]
Merci [Constant]
Merci [Constant], à lundi
Merci [Constance]
merci [constance]
Merci [Prudence] !
Merci [Aimé]
Merci [Désiré], à ce soir
Merci [Désirée]
Merci [Honoré]
Merci [Juste], bises
Merci [Fortuné], à demain
Merci [Blanche]
merci [blanche]
Merci, [Blanche] !
Merci [Pierre]
merci [pierre]
Merci, [Pierre]
bravo [pierre]
Merci [Jean]
merci [jean]
Merci [Olive]
Merci [Violette]
merci [violette]
Merci [Marguerite], à demain
Merci [Céleste]
merci [ange]
Merci [Ange]
Merci [Victoire]
Merci [Victoria]
merci [noel]
Merci [Noël] !
Merci [Aurore]
merci [aurore]
Merci [Jade]
merci [jade]
Merci [Iris] !
merci [iris]
Merci [Ambre]
Merci [Perle]
Merci [Ali]
merci [ali]
Merci [Sam]
merci [sam]
thanks [sam]
Merci [Dominique]
merci [dominique]
Merci [Camille]
merci [camille] !
Merci, [Camille]
Bravo [Camille]
Merci [Romain]
merci [romain]
Merci [Robin]
merci [robin]
Merci [Lou]
merci [lou]
Merci [Eve]
Merci [Maxence], super
merci [nadège]
Merci [Nadège], c'est parfait
Bonsoir [Claire], merci
Hi [Mark], thanks
Hello [Joy], perfect
Hey [will], thanks
Bonne nuit [Rose]
Bravo [Jordan]
merci [jordan]
Merci [Luce]
Merci Mme [Parfait]
Merci monsieur [Constant]
Merci [Jean-Claude]
Merci [Kouassi]
merci [yannick] parfait
merci parfait [yannick]
Bravo [Florentine]
Merci [Reine]
Merci [Mélodie]
merci [melodie]
Merci [Séraphin]
Merci [Fidèle], à jeudi
Merci [Bienvenu], à plus
Merci [Espérance]
Merci [Divine]
Merci [Gentil], à toute
Thanks [Angel]
Thanks [Dawn], see you
Thanks [Ruby]
thanks [amy]
thanks [lily]
thanks [ian]
""".strip().splitlines()

NAMELESS = """
Merci, parfait !
merci parfait
Parfait merci
parfait, merci
PARFAIT MERCI
Merci. Parfait.
Merci parfait !!
merci c parfait
Merci, c'est parfait
Merci beaucoup, parfait
Merci bcp parfait
Merci, parfait, rien à changer
Merci, parfait comme ça
Merci, parfait pour moi
Merci ! Parfait pour mon usage
Bravo, parfait
bravo parfait
Bravo parfait travail
Parfait !
C'est parfait
Oui parfait
Ok parfait
ok merci parfait
Bien parfait
Super parfait merci
Génial, parfait
Merci, parfait 👍
merci parfait :)
Merci, parfaite explication
Merci, parfaite réponse
Super, merci
super merci
Super merci beaucoup !
Super, merci bcp
SUPER MERCI
Nickel merci
nickel, merci
Merci, nickel
merci nickel chrome
Merci nickel !
Top, merci beaucoup
top merci
Merci, top
merci au top
Merci, c'est top
Merci, c'est clair
merci c clair
Merci, clair et net
Merci, clair et précis
merci, très clair
Merci, claire explication
Merci, claire et concise
Merci, claire comme de l'eau de roche
Merci, limpide
Merci, joli travail
merci joli
Merci, jolie réponse
Merci, grand merci
Un grand merci
Merci, mille fois merci
Merci, mille mercis
Mille mercis !
Merci infiniment
Merci, bonne réponse
Merci, belle rédaction
Merci, bon boulot
merci bon taf
Merci, beau boulot
Bravo, bien vu
Bravo, beau travail
bravo champion
Bravo chef
Bravo l'artiste
Merci, constant et précis
Merci, précis et concis
Merci, franc et direct
Merci, honnête et franc
Merci, sage conseil
Merci, sages conseils
Merci, juste ce qu'il fallait
Merci, exact
Merci, exactement ça
Merci, impeccable
merci impec
Merci impeccable travail
Merci, génial
merci genial
Merci, magnifique
Merci magnifique !
Merci, sublime
Merci, splendide
Merci, superbe
merci superbe image
Merci, formidable
Merci, fantastique
Merci, incroyable
Merci, excellent
merci excellent
Excellent merci
Merci, merveilleux
Merci, brillant
Brillant, merci
Merci, ravissant
Merci, adorable
Merci, rapide et efficace
Merci, efficace
Merci, utile
merci utile
Merci, pratique
Merci, complet
Merci, concis
Merci, cool
cool merci
Cool, merci
merci trop cool
Trop bien merci
Merci trop bien
merci trop fort
Merci, chouette
Chouette, merci
Merci, sympa
merci sympa
Merci, royal
Royal, merci
Merci, géant
Merci, énorme
Énorme, merci
Merci, dément
Merci, ouf
merci ouf
Merci, stylé
stylé merci
Merci, carré
carré merci
Merci, propre
Propre, merci
Merci, validé
Validé, merci
merci validé
Merci, adopté
Merci, noté
Noté, merci
c noté merci
Merci, compris
Compris, merci
Merci, entendu
Merci, reçu
bien reçu merci
Merci, ça roule
Merci, ça marche
ça marche merci
Merci, pas mal
pas mal merci
Merci, pile poil
pile poil merci
Merci, vivement la suite
Merci, hâte de tester
Merci, vital pour mon projet
Merci, bravo
merci bravo
Merci et bravo
Merci Chat
merci chat
Merci le chat
Merci ChatGPT
merci chatgpt
merci gpt
Merci l'IA
Merci IA
merci mistral
Merci Mistral
Merci Le Chat
Merci Copilot
Merci Gemini
merci gemini
merci perplexity
Merci Grok
Merci DeepSeek
merci l'ami
Merci chef
merci boss
Merci patron
Merci champion
merci mec
Merci maître
Merci robot
Merci Internet
Merci l'assistant
Merci assistant
Merci professeur
merci docteur
Merci madame
merci monsieur
Merci chouchou
merci tout le monde
Merci à tous
Merci, bonne nuit
Merci, bonne soirée
Merci bonne journée
merci bonne aprem
Merci, belle journée
Merci, à bientôt
Merci, salut
Merci, ciao
merci tchao
Merci, au revoir
Merci, adieu
Merci, amen
Merci, joyeux Noël
Bonjour, parfait
Ok, parfait, merci
Ah parfait merci bien
Voilà, parfait
Enfin parfait
Bravo, vraiment parfait
Parfait parfait
Parfait, parfait, parfait
Parfait. Continue.
Parfait, suite
Parfait ! Suivant
Parfait, on continue
Parfait chef
parfait nickel
Nickel parfait
top parfait
Parfait bravo
parfait bravo merci
Merci, mais pas parfait
merci mais bof
Bof merci
Merci, bof
Nul, merci
Merci, nul
Merci, faux
Faux, merci
Merci, raté
Raté, merci
Merci, inutile
Merci, inexact
Merci, trop long
Merci, trop court
Merci pour rien
Merci, incomplet
Merci, illisible
Merci, médiocre
Merci, moche
Nul nul nul
n'importe quoi merci
Perfect, thanks
perfect thanks
Perfect thank you
Thanks, perfect
thanks perfect
Thanks! Perfect!
Thanks, great job
thanks great job
Thanks, great
Great, thanks
great thx
Will do, thanks
will do thanks
Will do. Thanks!
Thanks, will do
thanks, will try
Thanks, will check
Thanks, may try later
Thanks, hope it works
Thanks, fair enough
Thanks, grand
Grand, thanks
thanks, spot on
Spot on, thanks
Thanks, awesome
awesome thanks
Awesome, thank you!
Thanks, brilliant
brilliant thanks
Brilliant, cheers
Cheers, perfect
cheers mate
Thanks mate
thanks buddy
Thanks bro
thanks pal
thanks dude
Thanks man
Thanks chief
Thanks boss
thanks champ
Thanks doc
Thanks Gemini
thanks gemini
Thanks ChatGPT
thanks chatgpt
Thank you ChatGPT
Thanks Copilot
thanks copilot
Thanks Grok
Thanks, AI
thanks robot
Thanks, sweet
sweet thanks
Sweet, thanks
Thanks, neat
Neat, thanks
Thanks, lovely
lovely thanks
Lovely, ta
Thanks, superb
Thanks, amazing
Thanks, wonderful
Thanks, splendid
Thanks, ace
Thanks, solid
solid thanks
Thanks, legend
thanks legend
Thanks, genius
Thanks, gold
Thanks, pure gold
Thanks, precious
Thanks, joy
Thanks, clear
Clear, thanks
Thanks, crystal clear
Thanks, frank and useful
Thanks, concise
Thanks, accurate
Thanks, correct
Thanks, right
Thanks, true
Thanks, good point
Thanks, noted
Noted, thanks
Thanks, got it
Got it, thanks
Thanks, understood
Thanks, helpful
helpful thanks
Thanks, nice
nice thanks
Nice one, thanks
Thanks, cool
cool thx
Thanks, dope
Thanks, sick
thx bud
Thanks, wrong
Wrong, thanks
Thanks, useless
Thanks, but no thanks
Thanks, rubbish
Thanks, boring
Thanks, bye
Thanks, cheerio
Thanks, night
Bravo, perfect
Well done, thanks
Hi, perfect, thanks
Hello, great answer
""".strip().splitlines()
