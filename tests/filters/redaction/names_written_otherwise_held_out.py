"""The same kinds of lines, by which nothing was chosen: they measure. Who changes a recognizer after
reading their misses has to write others."""

FRENCH = """
Inscrivez-vous auprès de [SOAZIG PENMARCH] au secrétariat
MERCI DE RAPPELER [ELOUAN GUIVARCH] AU PLUS VITE
le gagnant est [TANGUY ROSPORDEN] avec 12 points
VOTEZ POUR [ZÉLIE MONTGRANIER] AUX ÉLECTIONS
attestation établie pour [FRAYSSINHES Corentin]
DEMAIN ON FÊTE LES 30 ANS DE [NOLWENN CARADEC]
Professeur principal : [ARMELLE SOUBEYRAN]
j'ai reçu un mail de [BAPTISTIN VERGELOT] ce matin
[TIPHAINE ESCAFFRE] N'EST PAS VENUE EN COURS
ANNULÉ PAR [MONSIEUR ROSPORDEN]
[S. Penmarch] ne viendra pas demain
on a rendez-vous avec [E. Guivarch] à 14h
d'après [J.-L. Rosporden] c'est trop cher
Bravo à [Mme Caradec] et à [N. Caradec] pour le gâteau
la lettre de [A. Soubeyran] est arrivée
merci à [B.-M. Vergelot] pour son aide
transmis par [C. Escaffre] hier
[T. Frayssinhes] est en congé
on a mangé chez les [Penmarch-Lucas] dimanche
les [Guivarch] ont un nouveau chien
la famille [Rosporden] déménage
M. et [Mme Montgranier] divorcent
le jardin des [Soubeyran-Petit] est immense
mes voisins les [Vergelot] crient tout le temps
on part en vacances avec les [Escaffre]
la famille [caradec] a encore appelé
snap : [soazpen]
mon insta c'est [elouguiv]
tiktok : [zelmtg] et insta : [zelie.mtg]
ajoute mon snap [tangros]
discord : [nolcard]
mon pseudo c'est [vergelou]
telegram : [armsoub]
mon @ : [tiphesc]
snap c [corfray]
""".strip().splitlines()

ENGLISH = """
PLEASE WRITE TO [PEREGRINE HOLLISTONE] ABOUT THE KEYS
the winner is [OTTILIE FENWICKE] with ten points
VOTE FOR [CORNELIUS STRANGEMOOR] THIS SUNDAY
certificate for [LARKSPURR Emmeline] only
Teacher: [HORATIA BLENKINSHIP]
I got a mail from [LYSANDER PIMMBROKE] this morning
[GUINEVERE MOSSGATE] DID NOT COME TO CLASS
[P. Hollistone] is not coming tomorrow
we have a meeting with [O. Fenwicke] at two
a note from [J.-C. Strangemoor] was on the desk
Well done Mrs [Larkspurr] and [E. Larkspurr] for the cake
sent by [H. Blenkinship] yesterday
dinner at the [Pimmbroke-Hall] house
the [Mossgate] family has a new dog
Mr. and Mrs. [Fenwicke] are moving
the [Strangemoors] invited us
we go on holiday with the [Blenkinships]
the [Hollistone] twins are loud
snap: [perehol]
my insta is [ottifen]
tiktok: [corstrang] and insta: [c_strang]
add my snap [lysapim]
discord: [horblen]
my username is [mossgate]
telegram: [emmlark]
my @: [guinmoss]
""".strip().splitlines()

FRENCH_NAMELESS = """
C'EST VRAIMENT N'IMPORTE QUOI
JOYEUX ANNIVERSAIRE ET BONNE SANTÉ
LES PAYS-BAS SONT PLATS
ACTE PREMIER SCÈNE DEUX
les Hautes-Alpes et les Côtes-d'Armor
chez les Espagnols on dîne tard
on est allés chez les voisins
POURQUOI TU RÉPONDS PAS
le Conseil d'ÉTAT et le SÉNAT
INSERT INTO CLIENTS VALUES NULL
DEFAULT_TIMEOUT et BASE_URL sont des constantes
LES MISÉRABLES EST UN ROMAN
DEMANDE DE CONGÉ PARENTAL
FACEBOOK ET YOUTUBE NE MARCHENT PLUS
les Ardennes sont froides en hiver
la famille nombreuse a des réductions
la famille des Rosacées compte des pommiers
les Rolling Stones jouent ce soir
les Lyonnais et les Marseillais
les Verts ont perdu les élections
les Lumières et les philosophes
A. Oui B. Non C. Peut-être
A. Tokyo B. Madrid C. Rome
l'hépatite B. Elle se soigne
le groupe A. Le groupe suivant
IIIe partie. A. Introduction
insta : trop de pubs en ce moment
mon insta bug depuis ce matin
snapchat : nouvelle mise à jour
discord et telegram sont des messageries
pseudo : obligatoire
tiktok : interdit aux États-Unis
RÉPONDS EN FRANÇAIS STP
INTRODUCTION ET CONCLUSION
LETTRE DE MOTIVATION
LANGUES : ANGLAIS, ESPAGNOL, MANDARIN
PARIS SAINT GERMAIN CONTRE BARCELONE
le PDF et le DOCX sont des formats
GUERRE ET PAIX RÉSUMÉ DÉTAILLÉ
JAVASCRIPT ET TYPESCRIPT
""".strip().splitlines()

ENGLISH_NAMELESS = """
THIS IS ABSOLUTELY AMAZING
HAPPY BIRTHDAY AND GOOD LUCK
THE PHILIPPINES ARE ISLANDS
ACT ONE SCENE TWO
the Supreme Court and the Senate
INSERT INTO ORDERS VALUES NULL
DEFAULT_TIMEOUT and BASE_URL are constants
PRIDE AND PREJUDICE IS A NOVEL
FACEBOOK AND YOUTUBE ARE DOWN
the extended family is large
the Linux family of kernels
the Red Hot Chili Peppers
the Sydney Opera House
the French and the Italians
the Avengers and the Jedi
the tree house is old
A. Yes B. No C. Unsure
hepatitis B. It can be cured
group A. The next group
insta: too many ads
my insta keeps crashing
snapchat: new update
my discord is down
username: admin
tiktok: banned in the US
ANSWER IN ENGLISH PLEASE
COVER LETTER
MICROSOFT OFFICE AND PHOTOSHOP
MANCHESTER UNITED VERSUS BARCELONA
JSON AND YAML
""".strip().splitlines()
