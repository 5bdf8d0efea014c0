"""Texts that say somebody of the donor's life is a minor, and texts that do not: measured as they are.

Written for these tests once the expressions were settled. Nobody has read the misses: who does, and
changes the expressions, has to write another.
"""

MINORS = r"""
wsh jai 15ans et jveux me mettre a la muscu jfais comment
Bonjour ChatGPT, je m'appelle Noé, j'ai 9 ans et je voudrais savoir si les dinosaures avaient des plumes
j'ai tout juste 13 ans, je mesure 1m50
On vient de me diagnostiquer un TDAH, j'ai 16 ans
moi j'ai 14 ans et mon frère 17
J'aurai 15 ans le mois prochain et je voudrais un chien
À 16 ans, est-ce que je peux voyager seul en train ?
je suis une lycéenne en première et je cherche un job d'été
je suis en CM2 et j'ai une rédaction à faire
Mon collège c'est l'enfer, je suis en 4ème et on se moque de moi
Je suis en 3ème, aide-moi à réviser la guerre froide
salut je suis au lycée et je dois faire un oral sur Camus
je vais entrer en seconde, quelles sont les différences avec le collège ?
En tant que mineure, puis-je refuser ce traitement ?
Je n'ai que 17 ans mais je veux déjà créer ma boîte
j'ai pas encore 16 ans donc pas de contrat
Voici mon texte : « Bonjour, je suis Lina, 12 ans, et j'aime la danse »
Mon garçon de 3 ans refuse le pot
Ma fille Jade a 10 ans, propose-lui un programme d'anglais
Mes filles ont 2 et 5 ans, idées de sortie à Nantes ?
mon fils de 17 ans veut arrêter le lycée
nos jumeaux de 6 mois font leurs dents
Mon neveu vient d'avoir 14 ans, je lui offre quoi ?
ma petite sœur de 8 ans a peur des chiens
Mon fils est en seconde et il veut faire un bac pro
Ma fille, scolarisée en CM2, se plaint de maux de ventre
J'ai un garçon de 4 ans et une fille de 18 mois
le fils de mon conjoint a 12 ans et me rejette
Je suis papa d'une ado de 14 ans qui ne décroche plus du téléphone
mon élève a 11 ans et ne sait pas ses tables
Mon bébé de 10 semaines a des coliques
Peux-tu écrire un poème pour les 3 ans de ma filleule ?
Ma fille a fait un dessin. Elle a 5 ans et demi, que veut-il dire ?
ma nièce est née en 2017 et lit déjà
je suis née le 4 mai 2012
Il aura 8 ans en juin mon petit-fils
hi im 12 years old and i want to be a youtuber
I'm sixteen and my boss won't pay me
I'm a junior in high school looking for colleges
My name is Aiden and I am 10 years old
im in year 8 and my teacher hates me
I'm in ninth grade and we are reading Romeo and Juliet
i turn 13 tomorrow!!
I just turned 17 last month
I'm a high school student from Texas
I'm 14, my mom won't let me date
17F, never had a boyfriend, is that weird?
as a 15 year old girl, what workouts are safe
I can't vote yet, I'm only 16
my 4 year old keeps having nightmares
My son Leo is 11 years old and plays the cello
our daughter is two and won't sleep
we have a 9-month-old and I'm exhausted
My daughters are 6, 8 and 13
My nephew (9) loves chess, gift ideas?
I'm a mom of three, ages 2, 5 and 11
My son's in fifth grade and gets bullied
my teenage daughter lies to me
One of my students is 12 and can't read
My granddaughter will be 3 in December
My little sister, who is 14, wants to dye her hair
I nanny two kids, 3 and 6
My son was born in 2020, when does he start school?
He's 7, my son, and already taller than his cousin
My kid turned 5 last weekend and got a bike
""".strip().splitlines()

OTHERS = r"""
Imagine un menu de cantine pour des enfants de maternelle
Quelles sont les vacances scolaires de la zone B pour les collèges ?
Donne-moi une énigme pour un escape game, enfants de 9 à 12 ans
Explique la Révolution française comme à un élève de CM1
Quel âge minimum pour conduire un scooter, 14 ans ?
Combien pèse un bébé de 6 mois en moyenne ?
Une nourrice peut-elle garder un enfant de 2 mois ?
Traduire en allemand « j'ai 14 ans »
j'ai déménagé à Lyon à l'âge de 11 ans
j'ai gardé le même manteau 12 ans
j'ai bossé 16 ans chez Michelin
J'ai dix ans d'avance sur mon crédit
j'ai 14 ans de cotisation
ça fait 8 ans que j'ai arrêté
à l'époque j'avais 17 ans et pas un sou
Je rêve que j'ai 12 ans et que je vole
on dirait que j'ai 5 ans quand je parle à ma mère
depuis mes 9 ans je porte des lunettes
je suis en deuxième année de BUT
je suis en première page du journal
je suis en sixième semaine d'arrêt maladie
je suis en troisième du classement général
je suis au lycée demain pour la réunion parents-profs de ma boîte d'intérim
je suis bibliothécaire dans un lycée
j'interviens au collège comme infirmière scolaire
Prépare un quiz pour mes élèves de 5e sur le Moyen Âge
Corrige cette copie d'élève de terminale
mon fils de 21 ans cherche un stage
Ma fille a 38 ans
ma soeur a 54 ans et moi 51
mes enfants, 40 et 43 ans, ne se parlent plus
mon fils aîné est pompier
ma fille travaille chez Airbus depuis 6 ans
mon frère a acheté sa maison il y a 15 ans
mon copain est avec moi depuis 7 ans
mon chien a 5 mois
mon ficus de 12 ans perd ses feuilles
Ma voiture a 11 ans et 200 000 km
ma box a 4 ans et rame
Notre association fête ses 10 ans
les 15 ans de notre club
le bail de 9 ans de ma boutique
mon contrat de 8 mois se termine
Mon héroïne a 16 ans et un dragon
Décris une princesse de 17 ans enfermée dans une tour
Théo, 10 ans, et Lila, 8 ans, partagent 36 bonbons : combien chacun ?
Écris une scène où une mère cherche sa fille de 6 ans dans la foule
Quel est le statut du mineur émancipé ?
un incident mineur sur la ligne 13
gamme de la mineur au piano
Louis XIV devint roi à 4 ans
Malala avait 15 ans lors de l'attentat
Un ado qui ment, c'est normal ?
Comment parler à un adolescent ?
le lycée de mon quartier ferme
j'ai eu le brevet en 1996
une bouteille de Chartreuse de 12 ans
What games suit a group of 6 to 9 year olds?
Write a math word problem about Tom, who is 8
Describe a 14-year-old detective for my novel
Explain inflation like I'm in middle school
Talk to me like I'm a five year old
Is the COVID vaccine safe for a 12 year old?
At what age can minors open a bank account?
I was fourteen when my dad died
I started smoking at 15
I've had this guitar for 16 years
I'm 11 hours ahead
I'm 14 pages into the book
I'm 9 points behind the leader
I'm 12 days late on rent
I'm 17 percent body fat
I'm 5 ft 2 in
I'm in year two of my apprenticeship
I'm in the minority here
I'm in high demand
I'm in first place
I'm in second gear
I'm in third year of uni
I'm an elementary school principal
I run a preschool
I work in a high school cafeteria
I tutor high school students
My students are in 8th grade, write them a quiz
in high school I played the tuba
My son is a lawyer
My daughter is thirty
My sister is 41
my son is 6 foot 3
my son is 2 hours away
my 14 year old dishwasher
my 6 month old puppy bites
my 10-year-old account got banned
we have a 15 year mortgage
I have a 3 year contract
our 12 year old dog is deaf
our 5 year anniversary
a bottle of 16 year old Lagavulin
As a teenager I worked on a farm
As a 12 year old I read every Tolkien book
when my kids were 5 and 7 we moved to Spain
My kids are all in their twenties
The 13 colonies
Grade 9 bolts
year 10 of the plan
""".strip().splitlines()
