"""Texts that say somebody of the donor's life is a minor, and texts that do not: the ones the
expressions were written with."""

MINORS = r"""
J'ai 13 ans et je suis en quatrième
jai 13 ans
j ai 13 ans
g 13 ans et toi
j'ai 13ans
j'ai treize ans
J’AI 17 ANS
j'ai que 12 ans
je n'ai que 15 ans
j'ai bientôt 14 ans
j'ai même pas 13 ans
j'ai pas encore 15 ans
j'ai presque 18 ans, je peux voter ?
quand j'aurai 18 ans je pars d'ici
je vais avoir 16 ans en mars
j'ai 15 piges et je fais ce que je veux
j'ai 14 ans et demi
je fête mes 13 ans samedi
moi 13 ans, j'habite en Bretagne
Léa, 14 ans, je cherche des correspondantes
ado de 15 ans cherche babysitting
je suis âgée de 16 ans
je suis un garçon de 12 ans
du haut de mes 14 ans je trouve ça nul
j'suis en 4eme
je suis en CM2
je suis en première STMG et je galère
jsuis en 2nde
je suis en 3e
je suis au collège
j'suis au lycée Victor-Hugo
en tant que lycéenne je trouve ça injuste
je suis lycéen
je suis élève de terminale
je passe le brevet cette année
je suis mineur, ai-je le droit de signer ?
je suis pas encore majeur
j'ai moins de 18 ans
je suis ado et personne me comprend
ma fille Léa, 7 ans, adore les licornes
mon fils de 12 ans a des poux
ma fille de 6 ans
ma fille a deux ans et demi
mon bébé de 8 mois ne dort pas
mon bébé a 3 semaines
mes enfants ont 4 et 7 ans
ma nièce de 10 ans veut un chat
ma petite sœur a 13 ans
mon élève de 14 ans
un de mes élèves, 13 ans, ne parle plus
le fils de ma sœur a 8 ans
ma sœur et son fils de 6 ans viennent dimanche
la petite que je garde a 4 ans
j'ai un fils de 8 ans et une fille de 11 ans
maman de deux filles de 3 et 6 ans
mon fils est en CE2
ma fille entre en 6e
mon ado de 15 ans
ma filleule fête ses 10 ans
elle a 6 ans ma fille
mon fils vient d'avoir 3 ans
cadeau pour les 10 ans de ma fille
ma copine a 16 ans
ma fille est née en 2019
je suis né en 2013
votre fille de 6 ans peut être rassurée
comme tu as 13 ans, demande à tes parents
im 13
i'm thirteen years old
I'm 14 and in eighth grade
I am 12.
I'm only 15 lol
I'm turning 16 next month
I'll be 18 in June
I'm a 15-year-old boy
As a 14 year old, I find this unfair
14M
13yo
13 y/o
13yo here
I'm a minor
I'm in 8th grade
I'm an eighth grader
I'm in high school
I'm in Year 9 and we have a test
my 6 year old son
my six-year-old won't sleep
my son (7) loves trains
my daughter, 9, plays chess
my daughter is five
my kids are 4 and 7
my baby is 8 months old
my 13 y/o sister
my son loves dinosaurs. He's 5.
I have a 4 year old
mother of a 3-year-old
my daughter is in 3rd grade
my toddler bites
my son's 5th birthday
my student, 14, wants to quit
my son was born in 2018
your 6-year-old daughter may like it
coucou jai 14 ans et jvoudrais savoir comment on fait pour devenir pilote
g 12 ans et ma mere veut pas que je regarde ce film
J'ai quinze ans, je mesure 1m58, est-ce que je vais encore grandir ?
j'ai seulement 16 ans, mon patron a-t-il le droit de me faire bosser la nuit ?
Je viens d'avoir 11 ans hier !!
j'aurai 17 ans en avril, je peux passer le code ?
Je suis une fille de 13 ans et je stresse pour la rentrée
je suis en 5eme et je comprends rien aux fractions
jsuis en 3eme j'ai le brevet blanc lundi
Je suis en seconde générale et je ne sais pas quelle spécialité prendre
chui au lycée et mes profs sont relous
Je suis en terminale, aide-moi à écrire ma lettre Parcoursup
je rentre en sixième en septembre, tu as des conseils ?
Je suis encore mineure, est-ce que je peux ouvrir un compte toute seule ?
Je suis collégienne et je cherche un stage d'observation
salut moi c'est Nino 15 ans, fan de skate
Ma fille Romane, 8 ans, refuse de se coucher
mon fils de 4 ans mord ses copains à l'école, que faire
Notre petit garçon a 18 mois et ne marche toujours pas
mes jumelles de 3 ans se réveillent la nuit
Mon neveu a 9 ans et il adore les volcans, une idée de livre ?
Je donne des cours de maths à un élève de 14 ans qui décroche complètement
mon petit frère est en CM1 et il a du mal à lire
mes enfants (5 et 8 ans) se disputent sans arrêt
Ma fille adore dessiner. Elle a 6 ans. Quel cadeau lui ferait plaisir ?
je cherche une idée pour fêter les 7 ans de mon fils
On a une petite de 20 mois et un grand de 5 ans, on part en van cet été
hey im 14 and my parents wont let me get instagram
I'm fifteen years old and I want to start lifting
I'm a 13 year old girl, how do I tell my mom about my grades
im in 7th grade and i hate math
I just turned 16, can I get a part time job
i'm still in middle school so no credit card lol
I'm a sophomore in high school and I need help with chem
15M here, how do I talk to girls
My son is 9 and he is scared of the dark
my 7-year-old daughter keeps asking about black holes
We have a 3 year old and a newborn, any tips for long flights?
our kids, ages 4 and 9, have never been on a plane
My little brother just turned 12 and wants a phone
my daughter Ellie (10) wants to start a YouTube channel
my 2yo won't eat anything green
I tutor a 12-year-old boy who hates reading
my niece is in 4th grade and struggles with spelling
I'm under 18, can I sign this contract myself?
Salut ! J'ai 16 ans et je passe mon bac de français dans deux semaines, tu peux m'interroger sur Rimbaud ?
Écris mon discours pour l'élection des délégués, je suis en 4ème B au collège Jean Moulin
aide moi pour un exposé stp jsuis en cm2 et c pour demain
slt jai bientot 15 ans et mon copain en a 17 c grave ?
je mappelle Inès jai 13 ans et jadore le kpop
J'ai douze ans et demi et mes parents divorcent
Bonjour, je suis un lycéen de 17 ans et je voudrais créer une micro-entreprise
jsuis mineure dcp jpeux pas acheter le billet moi même
j'ai 17ans et j'aimerais passer mon BAFA
Ma puce a 5 ans et elle a peur du noir.
Notre fils Gabin (11 ans) voudrait un téléphone
mon fils ainé, 14 ans, passe sa vie sur Fortnite
Ma fille vient de fêter ses 2 ans et elle ne parle pas
Je cherche un cadeau pour ma nièce qui va avoir 9 ans
mon petit cousin de 6 ans m'a demandé pourquoi le ciel est bleu
Mon fils, qui est en CE1, confond les b et les d
ma belle-fille de 12 ans ne m'accepte pas
Rédige un mot pour la maîtresse de ma fille de 7 ans, absente hier
Comment expliquer le décès de son papi à mon fils de 5 ans ?
Mes deux garçons, 6 et 9 ans, se battent tout le temps
Je suis maman d'un bébé de 4 mois
bébé a 4 mois et ne fait pas ses nuits, mon bébé est malade
Ma cadette a 3 ans et demi
Un de mes élèves de CM1 est dyslexique, il a 10 ans
j'accompagne une jeune de 16 ans placée en foyer
Mon patient de 8 ans bégaie depuis un an
la fille de ma compagne, 10 ans, ne veut plus venir chez nous
elle a que 14 ans ma soeur et elle fume
j'ai une fille de quinze ans qui ne me parle plus
on a fêté les 4 ans de notre fils au zoo
Mon fils est né en mars 2021, à quelle école l'inscrire ?
née en 2012, je suis en 3e et je cherche un stage
Je suis en première générale, spé maths et physique
J'suis en terminal et j'ai peur de parcoursup
mon ado de 13 ans a séché les cours
je rentre au lycée en septembre et j'ai peur
je suis au collège et je me fais harceler
Hi! I'm Maya, I'm 12 and I love drawing manga
hello i am a 17 yr old student preparing for the SAT
I'm 16 years old, can I get a tattoo without my parents?
im a 10th grader and i need an essay on macbeth
i just started high school and i have no friends
I'm currently in 11th grade applying to summer programs
I turn 14 next week, what should I ask for?
im 15f and my bf is 16
I am still a minor so my dad has to sign
My daughter just turned three and hates her car seat
My 11yo is addicted to Roblox
our 18-month-old won't nap
my oldest is 8 and my youngest is 3
My stepson (13) refuses to talk to me
I'm a single dad to two girls, ages 5 and 8
I have twin boys who are 6 and they fight constantly
My kid is in kindergarten and the teacher says he can't focus
my daughter starts middle school in the fall, any advice
My baby girl is 6 weeks old
I need a birthday poem for my son who is turning 10
My nephew Jack is five years old and obsessed with trucks
I coach a 14 year old girl in swimming
One of my students, a 13-year-old, wrote a worrying essay
My teenage son won't get out of bed
We adopted our daughter when she was a baby, she's seven now
Since you're 14, you should talk to a trusted adult
J'ai 16 et je suis en première au lycée Saint-François
Oui, j'ai bien 15 ans
Mon fils de bientôt 6 ans est scolarisé à domicile
Mon fils de seize ans m'interrompt
ma fille adolescente est exigeante
my daughter is 14 years. but I'm grateful
Since I'm a minor, my dad signs everything
I'm a minor who likes cats
I am Ekal, a 7th-grade student at a school in Kerala
I'm a typical 9th-grade student
I'm not 18
My brother is 10 and he uses Linux just fine
My brother is 16.
Proud parent of a 6th grader
I'm 15 tho
i'm 15 but very mature for my age
My name is Maksim. I'm 15 years old. I'm from Belarus
my brother is 13 they got him married
coach for my 7 year old son
Acheté pour l'anniversaire de mon fils de 9 ans
Slt je m'apel Théo g 11 ans et g besoin d'aide pour mon exposé sur les requins
A 15 ans et demi est ce que j'ai le droit de travailler cet été ? j'ai fêté mes 15 ans en mai
Je suis élève en seconde pro et mon maître de stage m'ignore
Franchement j'ai 16 piges et j'en ai déjà marre du lycée
J'ai 14 ans, 1m62 pour 50 kilos, c'est normal ?
jsuis en 6e et ma prof principale me déteste
je passe en 3eme l'an prochain, faut que je prenne latin ?
bonjour j ai dix ans et je veux devenir vétérinaire
Écris une lettre de motivation pour mon stage de 3e, je suis au collège Pasteur
je viens d'avoir 17 ans, je peux conduire seule maintenant ?
J'ai pas 18 ans, comment je fais pour m'inscrire ?
C'est bientôt mon brevet, je suis en troisième et je panique
Notre fille de 22 mois jette tout par terre
Mon gamin a 7 ans et ment constamment
Ma filleule Apolline (9 ans) prépare sa communion
Mon fils cadet vient d'entrer en CP
Invente une comptine avec le prénom de ma fille, elle aura 2 ans samedi
Mes petits-enfants de 4 et 6 ans arrivent demain, que cuisiner ?
On part à Rome avec nos enfants de 10, 12 et 15 ans
mon frangin de 13 ans m'a piqué ma console
l'aîné a 12 ans, le deuxième 9 : mes garçons partagent une chambre
je suis assistante maternelle et je garde une petite de 14 mois
Texte d'anniversaire pour ma petite-nièce qui fête ses 5 ans
le petit frère de mon copain a 10 ans et il joue toute la nuit
Un de mes patients, un garçon de 11 ans, refuse l'école
ma fille fait 6 ans demain, une idée de gâteau ?
J'ai deux ados à la maison, 14 et 16 ans
Mon fils, né en 2016, a besoin de lunettes
Depuis que son père est parti, ma fille de 9 ans fait pipi au lit
il a 3 ans mon neveu et il parle déjà anglais
Yo, I'm a 16 yo from Leeds and I need help with my GCSE coursework
i am fourteen and i think im depressed
Hello, I'm Zoe, I'm 11 and this is my story
im only 13 but i can code
I'm in 6th grade, can you write my book report
I'm 17, almost 18, and applying to colleges
I'll turn 16 in August, can I get a learner's permit
as a high school freshman i feel invisible
my parents say I'm too young but I'm 15 already
I attend middle school in Ohio
I am a 9 year old boy and I love space
My twins are four and starting preschool
Our youngest, Milo, is 6 and still sucks his thumb
My 13-year-old stepdaughter hates me
I have an 8-year-old who is obsessed with sharks
my little cousin is 5 and wants to know where babies come from
My son has been struggling in 2nd grade
We're a family of four with kids aged 3 and 7
what do you get for a nephew who's turning 12, he's my favourite
Help me plan my daughter's sixth birthday party
My 5 month old wakes up every hour
my sister (16F) stole my car
I teach piano to a 10 year old boy with ADHD
Bedtime story for my daughter Nora, age 4
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
une histoire pour enfants de 5 ans
jeu pour les 8-12 ans
exercices niveau CM2
explique comme si j'avais 5 ans
explique moi comme si j'ai 5 ans
imagine que j'ai 10 ans et explique
explain like I'm 5
Explain it like I am five years old
pretend I'm 12 and teach me
quand j'avais 13 ans
j'ai 13 ans d'expérience
j'ai 13 ans d'ancienneté
j'ai 2 ans et demi de retard
j'ai 12 ans de moins que
j'ai 15 ans chez EDF
j'ai 12 ans à tirer
j'ai plus 15 ans
je n'ai plus 16 ans
j'ai pas 12 ans hein
j'ai 12 ans dans ma tête
depuis que j'ai 13 ans
je suis en seconde position
en première ligne
je suis en première année de BTS
je suis en cinquième, la voiture cale
je suis en 3e position
je suis en 4e année de médecine
il y a 13 ans
un whisky de 12 ans
j'ai 40 ans
j'ai vingt-cinq ans
j'ai soixante-dix ans
j'ai dix-huit ans
il a 10 ans ce projet
ce projet a 10 ans
elle a 16 ans cette voiture
mon chat de 12 ans
mon vélo a 8 ans
ma petite entreprise a 10 ans
mon fils a 12 ans de retard
mon fils a 6 mois pour trouver du travail
ma fille de 35 ans
mon frère, 10 ans après, n'a rien oublié
ma mère a 15 ans de métier
mon fils avait 12 ans quand on a déménagé
mes élèves de 14 ans sont bavards
je suis prof en 6e
je suis prof au lycée
mon père est né en 1950
je suis né en 1985
je suis née en 2001
je suis mineur de fond
le mode mineur et le mode majeur
une idée cadeau pour une fille de 8 ans
un enfant de 3 ans doit dormir combien d'heures ?
réponds à un enfant de sept ans
comment dit-on « j'ai 12 ans » en espagnol ?
en 1998, j'ai 12 ans et je découvre le foot
sur cette photo j'ai 6 ans
ma fille n'aime pas les épinards
mon enfant intérieur
mes enfants sont grands
une amitié de 15 ans
le bac à sable
je passe en seconde et la boîte de vitesses craque
niveau 4e
programme de terminale
Écris l'histoire d'un père et de son fils de 6 ans
I'm 13 minutes late
I'm 10 km away
I'm 5'4
I'm 5 foot 10
I'm 6 months pregnant
I'm 10% done
I'm 10 years older than my sister
I'm 12 years sober
I'm 5 and a half hours behind
I'm 34
I'm twenty one years old
I'm thirty
I feel like I'm 12
my mom thinks I'm 15
I was 13
I'm not 12
since I'm 12
my 10 year old car
my 8-year-old jeans
my cat is 12
my son is 40
my son is 10 minutes away
my friend of 15 years
activities for your 3-year-old
a story for a 5 year old
toys for 3yo
8 year olds
I'm a minor league fan
A minor, C major
this song is in A minor
I'm in year 3 of my PhD
I'm a 5th grade teacher
I teach 4th grade
I was born in 1990
my house was built in 2015
I'm a kid at heart
14M views in a day
I'm 15th in the queue
I'm 2 of 3
Raconte une histoire pour des enfants de 6 ans avec un dragon
Propose dix jeux d'intérieur pour les 8-12 ans
Fais-moi une fiche d'exercices de conjugaison niveau CE2
Explique-moi la relativité comme si j'avais 8 ans
explique la blockchain comme à un enfant de dix ans
Quand j'avais 14 ans on n'avait pas de téléphone
j'ai 15 ans d'expérience en tant que charpentier
J'ai 12 ans de maison dans la même boîte et je veux partir
j'ai 11 ans de moins que mon mari
mon train est en première ligne des retards
je suis en seconde position sur la grille
je suis en troisième année de licence de droit
je suis en quatrième vitesse et le moteur tousse
il y a 12 ans on vivait à Nantes
un rhum de 15 ans d'âge, ça vaut combien ?
il a 16 ans ce frigo, faut le changer
J'ai 45 ans et je reprends mes études
je fais du piano depuis que j'ai 7 ans
depuis mes 15 ans je collectionne les vinyles
J'étais au collège à Vannes dans les années 90
ma fille de 27 ans se marie cet été
mon fils a 34 ans et vit à Lyon
Mon frère a 42 ans et moi 38
mon chien a 12 ans et il boite
ma voiture de 15 ans passera-t-elle le contrôle technique ?
Je suis prof au collège, prépare-moi une séquence sur Molière
prépare une leçon pour mes élèves de 6e sur les fleuves
j'enseigne en CM2 et je cherche un projet d'arts plastiques
Une fille de 12 ans découvre un passage secret : écris le premier chapitre
À partir de quel âge un ado peut-il travailler en France ?
Quel est l'âge du consentement numérique en France, 13 ou 15 ans ?
l'argent de poche moyen à 14 ans c'est combien ?
Paul a 8 ans et sa sœur a le double de son âge, quel âge a-t-elle ?
le prêt court sur 15 ans à taux fixe
mon grand-père était mineur à Lens
j'ai eu 13 en maths au bac
J'ai 10 ans pour rembourser, c'est long
je garde un bon souvenir de mes 16 ans
les droits des mineurs devant le tribunal
on est mariés depuis 14 ans
Explain gravity like I'm 5
explain it to me as if I were ten years old
When I was 13 I moved to Canada
I've been coding for 12 years
I'm 15 minutes away, order without me
I'm 6 foot tall and 80 kg
im 32 and still live with my parents
my 12 year old laptop finally died
my dog is 13 and sleeps all day
Write a bedtime story for a 4 year old
Best board games for 8 year olds?
gift ideas for a ten-year-old who likes science
My son is 31 and just bought a house
I teach 8th grade science, write me a quiz on cells
I was in high school when the towers fell
My company is 10 years old this week
I'm a high school teacher looking for icebreakers
I'm 14 weeks pregnant and always hungry
Is a minor allowed to drive in Texas at 15?
she plays in a minor league team
a 12 year old Scotch would be a nice gift
a lesson plan for 3rd grade on fractions
I'm 10 years into my career and bored
Emma, 16, is the heroine of my novel
What did a 15 year old earn in 1950?
Peux-tu rédiger une annonce pour une garderie qui accueille les enfants de 3 mois à 6 ans ?
Quels vaccins à 11 mois ?
Un enfant de 2 ans a-t-il besoin de passeport ?
Mon chat Gustave a 14 ans et demi
J'ai 16 ans de loyers impayés à récupérer
J'ai passé 12 ans à l'étranger
J'ai quinze ans devant moi avant la retraite
Il me reste 7 ans de crédit
En 2006 j'avais 15 ans
À 13 ans je jouais déjà de la basse dans un groupe
Ma grand-mère a commencé à travailler à 12 ans
Mon père a quitté l'école à 14 ans
mon fils est ingénieur depuis 8 ans
Ma fille vit au Canada depuis 12 ans
mes parents se sont connus à 16 ans
je suis en première année de médecine à Lille
Je suis en seconde main addict, j'achète tout sur Vinted
notre équipe finit en troisième position
je suis au 3e étage
J'ai fini 5e du marathon
je suis arrivé en 4e vitesse
Je suis professeure des écoles en CM1-CM2 à Brest, propose une progression en géométrie
Crée une évaluation de français pour des 6e sur le conte
Écris une lettre d'un collégien à son correspondant
Imagine le journal intime d'une ado de 16 ans en 1942
Mon personnage, Kael, 17 ans, est un voleur
Dans mon roman, l'héroïne a 15 ans et vit sur Mars
Rédige un dialogue entre une mère et sa fille de 8 ans
Le fils de Victor Hugo avait 12 ans
Mbappé avait 18 ans quand il a signé à Monaco
Traduis en anglais : « J'ai 12 ans »
Comment dit-on "j'ai quinze ans" en italien ?
Corrige l'exercice : Marie a 9 ans, son frère a 3 ans de plus
Une garantie de 10 ans sur ma chaudière
Mon frigo a 6 mois et il est déjà en panne
mon abonnement de 12 mois se termine
ma période d'essai de 4 mois
mon stage de 6 mois chez Thales
Mon contrat a 2 ans
Notre couple a 15 ans
nos 10 ans de mariage approchent
ma collègue a 12 ans de boîte
mon ami d'enfance
Mon fils de 19 ans cherche un appart à Rennes
ma fille de 22 ans est en licence
mon frère de 30 ans vit encore chez nos parents
Mes enfants ont 25 et 28 ans
J'ai des enfants
ma femme et mes enfants partent en vacances
J'ai eu mon bac en 2004
mon bac pro date de 1999
j'étais en terminale en 1987
J'étais mineur au moment des faits
la majorité à 18 ans
jeu de société 10 ans et plus
film interdit aux moins de 12 ans
J'ai regardé un film interdit aux moins de 16 ans
le T2 est loué depuis 3 ans
Je suis célibataire depuis 10 ans
J'ai arrêté de fumer il y a 7 ans
j'ai 18 ans
j'ai dix-neuf ans et je suis en prépa
je suis étudiant, 21 ans
Je suis majeur depuis hier
a 12-year-old girl finds a dragon egg: write the opening
How should a 16 year old invest?
What can 13 year olds do on Instagram?
at age 15 Mozart had written several operas
I've worked here for 12 years
I'm 7 episodes in and hooked
I'm 15 pounds lighter
I'm 9 hours ahead of you
I'm on level 12
I'm at 14 percent battery
I'm 17th on the waitlist
I am 5'7" and want to gain muscle
I am 10 minutes early
I'm two years into my PhD
I'm one of the founders
I'm four weeks post-op
I'm six feet under water with work
My marriage is 10 years old
our house is 9 years old
My car is 15 years old
my lease is 12 months
my son graduated in 2009
My daughter, a 28-year-old nurse, lives in Ohio
my brother is 45
I taught high school for 10 years
I work at a middle school
I'm a kindergarten teacher
I'm a high school counselor
I'm in school to become a nurse
I dropped out of high school at 16
In high school I was bullied
as a teenager I loved Nirvana
As a 10 year old I was obsessed with dinosaurs
when I was in 5th grade we moved
lesson plan for 7th graders on volcanoes
grade 8 piano exam pieces
write a persuasive essay at a 6th grade level
the minor key sounds sad
a minor inconvenience
My 401k is 10 years old
Rewrite this for a 12 year old reading level
teach me calculus like I'm 12
ELI5: how do magnets work
Dress for my 8 year anniversary
I have a 10 year old Honda
I have a 5 year plan
my 2 year contract
I have two kids and a dog
My kids are grown
Explique comme j'ai 10 ans
Lorsque j'ai 10 ans, il y a un incendie chez nous
dans ma tête j'ai 15 ans
J'ai 15 ans ou plus et j'accepte les conditions
j'ai 12 ans de Go
Je suis au lycée tous les jours : j'y enseigne l'histoire depuis douze ans
return ("I'm a minor")
print("je m'appelle Toto et j'ai 12 ans")
console.log('Hi my name is Fabian and I am 12 years old');
I am 100% sure
when I am 10 minutes from home
my 7 year old desktop with its non-ssd drive
my brother is 10 years older than me
my brother is 180 centimeters tall
my baby don't mess around
My baby framework, I started to implement it in 2005
I'm not a high school student
Explain quantum computing like I'm 12 - one analogy
Je suis en première année CI1
Je suis en troisième semaine de carême
Donne des idées d'activités pour un centre de loisirs, tranche 6-10 ans
Résume Le Petit Prince pour une classe de CM1
Quel vélo pour un enfant de 110 cm ?
Explique l'inflation à un collégien
Rédige une dictée niveau cinquième
Comme si tu parlais à un gamin de 8 ans, c'est quoi un trou noir ?
J'ai quitté l'école à 16 ans
À 17 ans, Rimbaud écrit Le Bateau ivre
mon premier ordi, je l'ai eu à 9 ans
j'avais 10 ans en 1988
cela fait 14 ans que je suis infirmière
14 ans déjà que mon père est parti
j'ai signé un bail de 3 ans
J'ai 17 ans de carrière derrière moi
j'ai 9 ans d'écart avec mon frère
je suis en troisième cycle universitaire
je suis en première classe dans le TGV
on est en cinquième semaine de confinement
je suis en terminal 2E à Roissy
je suis quatrième au classement
mon bébé c'est ma moto, une Triumph de 2012
mon vieux Nokia de 15 ans marche encore
ma grange a 10 ans de travaux devant elle
Ma mère a 62 ans et vient d'être opérée
mon fils a eu son permis à 18 ans
ma fille de dix-neuf ans part en Erasmus
mes fils ont 31 et 33 ans
mon mari et moi sommes ensemble depuis l'âge de 16 ans
Mon neveu, étudiant en droit, cherche un stage
La garde alternée est-elle possible avant 3 ans ?
Le héros de mon livre est un orphelin de 11 ans
Invente un dialogue entre deux lycéens de 17 ans
Kevin a 12 billes, Sonia en a 5 de plus
« Maman, j'ai peur », dit la fillette de 6 ans dans mon conte
Quelles démarches pour le passeport d'un mineur ?
Un mineur de charbon gagnait combien ?
L'accord de do mineur
Film pour ado avec une bonne BO ?
prof de lycée, je cherche un débat sur l'IA
Mes élèves de seconde n'ont pas compris les vecteurs
Je fais passer le bac de français lundi, des sujets d'oral ?
il y a un enfant de 5 ans en chacun de nous
mon chiot de 3 mois mordille tout
notre chatte a 16 ans
Quelle est la durée de vie d'un chauffe-eau de 12 ans ?
vin rouge de 10 ans d'âge
Write a limerick about a 9 year old wizard
What's a good allowance for a 13-year-old?
Explain photosynthesis to a fifth grader
Reading list for high school seniors
I've been vegetarian since I was 12
I learned guitar when I was fifteen
I was a 16 year old kid with a dream
I'm 12 credits short of graduating
I'm 8 hours into this flight
I'm 16 stone and want to lose weight
I am 15 percent Irish apparently
I'm 6 weeks behind schedule
I'm five ten and skinny
I'm three chapters from the end
I'm a teacher in a primary school
I'm in grad school
I'm a senior at Michigan State
I'm a senior developer
my kid sister is a lawyer
my eldest is a doctor in Boston
My son turned 30 last week
My daughter is 25 and moving to Spain
My mom is 71
My 20 year old nephew crashed my car
Our company turns 10 next month
my 16 year old Toyota
our 10 year old roof leaks
The twins in the story are 7
A boy of ten meets a ghost
minor bug in my code
How do minors get a work permit in California?
Is 15 too young for makeup?
a toddler-proof Christmas tree
class of 2010 reunion speech
My book is for 8-12 year olds
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
