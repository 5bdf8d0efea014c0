"""Informal French that no word list, sign or threshold was chosen with: measured as it is.

Written for these tests before anything was run on it; people are in brackets, the second part names
nobody. Nobody has read its misses: who does, and changes the redactor, has to write another.
"""

NAMED = """
vous auriez vu [Thaïs] aujourd'hui ? elle répond pas
[gaetan] m'a encore planté hier soir
ça y est [Leïla] a accouché, c'est un garçon
on est d'accord que [Pogba] aurait dû rester à la Juve
[Sylvain] du boulot organise un foot jeudi
ma belle-mère [Chantal] arrive demain, priez pour moi
t'as demandé à [Mourad] pour la remorque ?
j'étais au lycée avec [Priscille Garnier]
je comprends pas ce que [Kylian] lui trouve
[Fatou] et [Aminata] tiennent le stand gâteaux
il a dit quoi [Wilfrid] ?
perso je préfère [Céline Dion] à [Lara Fabian]
le facteur c'est [Jean-Luc], toujours en retard
bon courage [Nadège] pour ton oral
si [Tristan] vient je viens pas
j'ai relu le mail de [Mme Picquet], c'est incompréhensible
[Darmanin] au 20h, j'ai zappé
franchement [Booba] c'était mieux avant
les [Moreau] divorcent, tu savais ?
[Mariama Keita] a gagné le concours d'éloquence
pauvre [Arthur], il s'est pris un râteau
[Nolan] a vomi dans la voiture
ya [Salim] en bas, tu descends ?
la copine de [Yohan] fait des cils à domicile
c'est pas [Élise] qui avait le double des clés ?
tonton [Robert] refuse de mettre un sonotone
chui avec [Enzo] et [Timéo] au skatepark
[Solal] il mange que des pâtes
le proprio [M. Benguigui] veut récupérer l'appart
[Charlène] m'a prêté son appareil à raclette
je te présente [Iris], ma filleule
Coucou [Maud], tu as une minute ?
[Kenji Girac] en concert à Albi
ils ont viré [Laurent Blanc] sans préavis
notre guide [Tahir] était passionnant
[Anouk] déteste la danse finalement
demande donc à [Pierrick] il bosse à la mairie
avec [Sébastien Lecornu] à Matignon on est bien
petit coucou à [Nanou] qui nous regarde
le spectacle de [Blanche Gardin] m'a plié en deux
[Bakary] prend sa retraite vendredi
ma prof de piano [Svetlana] est une tueuse
ce midi j'ai déjeuné avec [Hélène Karsenty]
c'est [Guilhem] le nouveau délégué
[Roxane] a repris la clope
euh moi c'est [Bernadette] et je viens du Cantal
donc [Michel] il conduisait le tracteur et moi je
on avait un voisin [Raymond Cazenave] qui faisait le cidre
[Marcelle] euh elle tenait l'épicerie
alors là [Chirac] il arrive en hélicoptère
mon grand-père [Auguste] était mineur
[Yasmina] faisait le ménage chez les [Delorme]
ben tu vois [Philippe] lui il dit toujours ça
[hafsa] tu peux me garder les petits ?
[lenny] a gagné sa finale bravo mon fils
merci [dylan] t'es un amour
[amel] elle abuse trop
dis à [jérôme] que son colis est chez moi
[sandra] [karine] et [béa] sont au bar
t'es au courant pour [thomas] ?
ce soir je dors chez [laurine]
[kader] il a enfin eu ses papiers
mdr [loulou] il a encore perdu son doudou
j'ai vu [antho] hier il a grossi
[chris] arrête de m'appeler pendant le taf
[val] et [ju] se marient en septembre
[marco] il fait trop le mec
faudrait prévenir [delphine]
[ophelie] a dit oui !!!
le petit [soan] a une otite
bisous à [lina] et [jade]
[ibra] le goat pour toujours
[haaland] 5 buts mais quel monstre
[thuram] titulaire sérieux ?
[vinicius] il simule trop
[hidalgo] a encore fermé une rue
on dirait [poutine] en plus petit
[stromae] me manque
[angele] en première partie c'était ouf
t'as écouté [sch] ?
[nabilla] a accouché aussi
la série avec [pierre niney] elle est top
[florent pagny] il fait peine à voir
""".strip().splitlines()

NAMELESS = """
on se retrouve place du marché à 19h
J'ai cassé mon Samsung en deux
la Twingo a pas démarré ce matin
Qui a un code promo Uber Eats ?
Ça bouchonne sur le périph comme jamais
Vivement les vacances à Biarritz
les gosses ont des poux, génial
j'ai mis trop de Maïzena dans la sauce
la Casa de Papel c'est surcoté
Game of Thrones la fin me hante encore
je joue à Elden Ring depuis trois jours
Le Petit Prince reste mon livre préféré
On a vu le Roi Lion en famille
Harry Potter passe ce soir sur TF1
la Macif veut pas rembourser
la MAIF est nickel rien à dire
BNP ou Boursorama pour un étudiant ?
Mon banquier est en vacances, super
Aldi fait des cookies de malade
le dentiste veut m'arracher une dent de sagesse
mon psy est parti à la retraite
Mon opticien s'est trompé de verres
ma nounou est malade
le plombier devait passer à 8h
Urgent cherche baby-sitter samedi soir
Chiot perdu quartier Croix-Rousse
Trouvé trousseau de clés devant la Poste
Vends canapé état neuf cause déménagement
Recherche colocation à partir de septembre
Besoin d'avis sur la fac de Rennes 2
Le CROUS m'a refusé la bourse
les cours de TD c'est l'enfer
j'ai foiré mon oral d'anglais
La Rochelle en mai c'est parfait
Strasbourg sous la neige wow
On a pris l'Eurostar jusqu'à Londres
Amsterdam c'est cher mais cool
Dubaï très peu pour moi
Bali c'est surfait
le Portugal est devenu hors de prix
Ma belle-famille débarque demain
mon oncle a cassé la tondeuse
mes parents déménagent à Pau
la voisine d'en face fait du saxophone
Le prof de sport est absent
le maire a dit non pour la piscine
Madame la directrice a convoqué tout le monde
Monsieur le maire, nous demandons un dos d'âne
Bonjour à tous et merci d'avance
Salut les amis
Coucou tout le monde !
Hello la team
Bonsoir, auriez-vous du stock en 42 ?
Bravo pour cette belle vidéo
Franchement respect
Force à vous
Paix à son âme
Que du bonheur
Quelle horreur
Tellement vrai
Trop cute le chaton
Nouvelle coupe nouvelle vie
Dimanche pluvieux, dimanche heureux
Novembre me déprime
Octobre rose, pensez au dépistage
Halloween approche, des idées de costume ?
Pâques tombe quand cette année ?
la galette des rois c'est sacré
Beaujolais nouveau ce soir au bistrot
L'Orangina c'était mieux avant
un Perrier rondelle s'il vous plaît
tu veux un Twix ou un Mars ?
Lego Technic pour ses dix ans
Playmobil pirate introuvable
la Switch 2 est en rupture
mon Mac chauffe comme un grille-pain
Firefox ou Brave ?
WhatsApp Web rame
Outlook a mangé mon mail
Figma c'est trop bien
j'ai codé ça en Rust, aucun regret
Kubernetes m'a tuer
le serveur Debian a planté
Ubuntu ou Mint pour un débutant
la box Orange clignote rouge
Free a augmenté en douce
euh alors le problème c'est que euh voilà
non mais ça dépend des gens hein
et donc on prend la deuxième à gauche
après la guerre il y avait plus rien à manger
on faisait les foins en juillet
c'était une autre époque quoi
le Front populaire c'était les congés payés
l'Algérie j'y suis allé deux fois
la Lorraine avait encore ses hauts fourneaux
Renault Billancourt employait tout le monde
j'ai commencé à l'usine à quatorze ans
""".strip().splitlines()
