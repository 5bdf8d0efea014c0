"""Texts that say somebody of the donor's life is a minor, and texts that do not: measured as they are.

Written for these tests once the expressions were settled. Nobody has read the misses: who does, and
changes the expressions, has to write another.
"""

MINORS = r"""
coucou g 10 ans et je veux faire un jeu vidéo comment je commence
j'ai 17 ans depuis hier, qu'est-ce que je peux faire de nouveau légalement ?
Je viens d'avoir mes 16 ans, je veux ouvrir un livret jeune
jai quatorze ans et je suis amoureux de ma voisine
Bonsoir, je suis une ado de 15 ans qui a du mal à dormir
Jsuis en 1ere générale et j'ai choisi maths, SES et HGGSP
Je suis en CM1, peux-tu m'expliquer les fractions ?
je suis interne au lycée et je m'ennuie le soir
j'entre au collège lundi, comment me faire des amis ?
Je suis encore au collège et je veux gagner de l'argent de poche
je suis mineure, mes parents doivent signer ?
Je m'appelle Lou, j'ai huit ans, et j'ai perdu une dent
j'aurai 14 ans cet été et je voudrais faire du baby-sitting
Mon fils Ilyes, 13 ans, veut devenir youtubeur
Ma fille a 16 ans et fume en cachette
Ma fille de bientôt 3 ans ne veut pas lâcher sa tétine
Mon fils a eu 10 ans la semaine dernière, il adore l'astronomie
Mes trois enfants ont 3, 6 et 9 ans
mon petit-fils de 7 ans vient en vacances chez nous
Ma nièce (12 ans) est végétarienne
mon frère est au collège et il se fait racketter
Ma sœur est en CE2 et elle lit mieux que moi
J'ai une élève de 9 ans qui ne tient pas en place
mon neveu de 15 mois marche déjà
Mon bébé a 5 mois et refuse le biberon
on attend la visite de mes neveux, 8 et 10 ans
C'est pour ma filleule, elle a 4 ans
Je cherche une activité pour mon fils. Il a 11 ans.
Comment occuper ma fille de cinq ans un jour de pluie ?
Mon fils est né le 12 mai 2022
Ma fille entre au collège cette année
les 6 ans de mon petit dernier approchent
im 11 and i got bullied today
Hello! I'm a 15-year-old student from Kenya
i am 13 yrs old and i need a diet
I'm 16, what jobs can I do?
I'm turning 15 in March
I'm in 10th grade, explain stoichiometry
im a freshman in high school and im so lonely
i'm a teenager and my parents read my texts
I'm still in high school but I want to start a business
my son is 8 and hates reading
my 3-year-old daughter won't share
My daughter Priya, 12, is writing a novel
My nephew is turning 6, gift ideas under $30
our son (4) is allergic to nuts
I have a 14 year old daughter who skips class
My kids, 6 and 10, fight over the tablet
my niece just turned 2
My toddler refuses to nap
My 9yo wants a hamster
My daughter is in second grade and can't tell time
My little brother is 11 and plays too much Fortnite
My grandson is four and loves tractors
Write a letter to my 10-year-old son for his camp
My son is in middle school and has no friends
I babysit a 2 year old who bites
My twins turn 8 on Sunday
My baby is 4 months old and spits up a lot
My daughter, who is 17, wants to move out
""".strip().splitlines()

OTHERS = r"""
Écris un poème de Noël pour les élèves de maternelle
Quelles activités manuelles à partir de 3 ans ?
Explique-moi la bourse comme si j'étais un enfant de 10 ans
Fais une frise chronologique niveau 6e
Donne dix problèmes de maths pour CE1
Quel livre offrir à un ado de 14 ans ?
Mon livre parle d'une fillette de 8 ans
J'ai découvert Zola à 16 ans
J'ai vécu 13 ans au Maroc
J'ai 14 ans de métier
j'ai 2 ans de formation devant moi
j'ai deux ans de plus que lui
j'ai pris 3 ans de congé parental
à 12 ans on est encore un enfant
quand j'étais en 3e, mon prof m'a humilié
j'étais lycéen en 2003
je suis en quatrième semaine de grossesse
je suis en première position sur Google
je suis en seconde lecture du manuscrit
je suis en retard de 13 minutes
je suis professeur au lycée Henri-IV
je suis assistante d'éducation au collège de Meaux
mon fils de 24 ans est au chômage
ma fille aînée a trente ans
mon neveu a 26 ans
ma sœur a eu son premier enfant à 19 ans
mon frère a fait 5 ans de droit
mon fils a mis 12 ans à rembourser son prêt
mes enfants sont adultes
ma chienne de 14 ans est sourde
mon PC a 9 ans
mon couple a 10 ans
mon blog fête ses 10 ans
notre maison a 17 ans
mon entreprise de 6 ans d'existence
la fille du roi a 15 ans dans ce conte
Zidane avait 17 ans à ses débuts
un mineur peut-il hériter ?
délit mineur
un crédit sur 15 ans
il y a 10 ans jour pour jour
dans 5 ans je serai à la retraite
tous les 4 ans
un porto de 10 ans
enfants de moins de 12 ans gratuits
la crèche de mon quartier recrute
le programme de première en physique
le bac 2024 était-il plus dur ?
Create a chore chart for kids ages 5 to 9
What's the best bike size for a 7 year old?
Explain DNS like I'm seven
ELI12 black holes
A 16 year old hacker saves the world: plot outline
I've been married for 15 years
I'm 10 minutes from the office
I'm 12 lbs over my goal
I'm 6 years older than him
I'm 4 hours behind GMT
I'm 8 months sober
I'm 5'11 and skinny
I'm 16 chapters in
I'm 14 days into keto
I'm in a high school reunion committee
I'm a middle school teacher
I'm a former high school athlete
I teach kindergarten
I was in middle school when 9/11 happened
I was 12 when it came out
I moved here at 14
my son is 27
my daughter is a senior engineer
my sister is 33 and single
my husband is 45
my cat turned 15
my 11 year old MacBook
my 5-year-old startup
my dog is 10 months old
my plant is 2 years old
my sourdough starter is 8 months old
a 17 year old whisky
Are teenagers lazy?
minor league baseball schedule
A minor chord progressions
How do I register a newborn in France?
toddler bed dimensions
what's the drinking age for minors
is 14 too old for Halloween
the 12 year olds on this server are annoying
grade 10 math worksheet
year 8 science curriculum UK
""".strip().splitlines()
