"""Informal French that lists and signs have learnt from: people in brackets, then nobody in words that tempt.

Neighbours, artists, athletes, politicians, nicknames, of many origins. Before anything was learnt from
it 91 % of its people were masked, 80 % in lower case without accents.
"""

NAMED = (
    """
j'ai vu [Mamadou] tout à l'heure il te cherchait
[mathilde] elle dort encore à 14h c'est abusé
tu peux demander à [Anne-Sophie] si elle a les clés ?
franchement [Youssef Amrani] mérite sa promo
bon [fred] il est relou avec ses blagues
t'as pas le numéro de [Ludivine] par hasard
c'est [bastien] qui ramène les chips
on a mangé chez [tata Josiane] c'était trop bon
[Mehdi] et [Clara] se sont séparés apparemment
je kiffe trop [Aya Nakamura] en ce moment
[Mbappé] a encore loupé un face à face
[macron] il fait quoi là franchement
le discours de [Mélenchon] hier soir, j'ai pas tenu dix minutes
j'ai regardé l'interview de [Marine Tondelier] en replay
mon fils [Noé] a perdu sa première dent !
merci à toi [Stéphanie] pour l'invitation
qui a invité [Gauthier] sérieux ?
[Sandrine Kervella] vous attend en salle 4
[kevin] arrête de spammer le groupe
wesh [karim] bien ou quoi
[Fatoumata] a fait un mafé incroyable hier
ya [momo] qui demande si on vient
le mec de [Jessica] il bosse chez renault
j'ai croisé [M. Delacourt] au supermarché la honte
[Mme Bouchard] est absente toute la semaine
salut [Tonio] ! t'as fini le devoir ?
j'attends que [Priscilla] me rappelle
[Théodore] t'es où on t'attend
avec [Nguyen] on a monté un serveur minecraft
c'était l'anniv de [Gwenaëlle] samedi
ils disent que [Rachid Taleb] va se présenter aux municipales
chez [Djibril] ce soir 20h ramenez à boire
j'ai dit à [Éloïse] que c'était mort
tu crois que [Valentin] il m'aime bien ?
pour [Corentin Le Bihan] c'est plié
[Jean-Mi] a encore oublié son portefeuille
t'inquiète [Nono] gère
[Inaya] marche depuis hier, on est trop fiers
[Sofiane] et [Hakim] jouent dans la même équipe
dis bonjour à [Monique] de ma part
le live de [Squeezie] était éclaté
[Zemmour] et [Hollande] sur le même plateau mdr
on parle de [Griezmann] mais [Giroud] il est là depuis toujours
j'ai acheté le dernier livre de [Leïla Slimani]
la prof [Mme Ouedraogo] elle note trop sec
[dr benhamou] m'a donné rendez vous dans 3 semaines
[Agathe] elle est partie en erasmus à Prague
mon coloc [Pawel] fait trop de bruit
[Shaïma] m'a envoyé la photo
j'suis tombé sur [Bertrand Lacaze] dans le train
on joue contre [Thibault] et sa clique dimanche
[ines] répond stp c urgent
demande à [lucas] ou à [hugo] ils savent
jsuis avec [sarah] on arrive
[marion] a eu son bac avec mention
bravo [tom] pour ton match
c [julie] qui ma dit sa
[quentin] veut plus me parler
hier soir [amandine] pleurait au tel
[abdel] il a cassé son ecran
prends [jordan] en stage tu vas pas regretter
[lola] et [manon] font une soiree
chez [mamie Ginette] on mange trop
le frere de [ousmane] joue au psg
j'ai reve de [vincent cassel] mdr
[alizee] t'as oublie ton pull
moi je vote pour [bardella] c'est tout
[le pen] ou [macron] c'est pareil
t'as ecoute le nouveau [damso] ?
[ronaldo] c'est le goat point final
trop triste pour [camille] elle méritait pas ça
[emma] tu me manques trop
ils ont embauché [Ibrahima Sow] à la compta
[Christelle] du troisième m'a prêté sa perceuse
le docteur [Vasseur] est en congé
Rdv avec [Kowalski] à 15h, salle B
j'ai transféré à [Anaëlle] et [Loïc] pour relecture
[Perrine Jolivet] te passe le bonjour
C'est le fils [Marchetti] qui a repris la boulangerie
les [Da Silva] ont déménagé
[Papa Diouf] était un grand monsieur
Selon [Bruno Le Maire], la croissance repart
Je ne supporte plus [Hanouna]
[Bigflo] et [Oli] en concert à Toulouse !
petit message pour [Gégé], bon rétablissement
[Titi] a gagné au loto il paraît
on a encore perdu [Mathéo] à la plage, heureusement retrouvé
[Swann] dort chez sa copine
mon ex [Dylan] m'a rappelée
ma sœur [Maëva] attend des jumeaux
Merci [Jacqueline], c'est noté.
Bonjour [Monsieur Tessier], je vous relance pour le devis.
[Aurore] est malade, qui la remplace ?
[Barnabé] a mordu le facteur, je parle de mon neveu
[Xavier Niel] a racheté quoi encore
franchement [Deschamps] doit partir
[Omar Sy] trop fort dans ce film
on a chanté du [Goldman] toute la nuit
t'as vu comment [Dupont] a relancé le jeu
[Hakimi] est forfait pour dimanche
[Tchouaméni] a tout raté ce soir
c'est quoi l'insta de [Léna Situations]
[Yanis] sort avec [Chaïma] maintenant
[Rayane] fait le ramadan pour la première fois
dis à [Matteo] de ramener la balle
je dois 20 balles à [Wilfried]
alors [Mariam] ça se passe bien à la fac ?
c'est [Elodie Bonnin] qui s'occupe du dossier
faites passer le mot à [Prosper]
[Hortense] a 98 ans et toute sa tête
[Célestine] tu prends quoi comme pizza
faut appeler [Ferreira] pour la fuite
y avait [Salomé] [Judith] et les autres
je garde [Isaac] mercredi si tu veux
[Ali] m'a aidé à porter le canapé
[Rose] a commencé la maternelle
j'ai rendez-vous avec [Claire] à midi
[Pierre] il a dit qu'il viendrait pas
avec [Olivier] on a fini le parquet
[Jean] et [Marie] vous saluent
t'as des nouvelles de [Pascal] ?
[Lou] a fait pipi partout
[Noël] c'est le prénom de mon grand-père
[violette] elle a eu 18 en philo
[victor] il est parti vivre à londres
on a vu [max] hier il va bien
[gabin] arrete pas de pleurer
[seb] tu viens ou pas ?
[nico] ramene les merguez
[steph] m'a dit non
[manu] président, jamais
[caro] est en retard comme d'hab
[flo] elle a trouvé du taf
mon pote [jb] il a une tesla
[Euh] non
[zoé] et [léon] sont malades
[aïcha] a fait des cornes de gazelle
[bilal] il a raté son permis deux fois
euh donc [Patrick] il m'a dit que euh c'était pas possible
et là [Nathalie] elle arrive et elle dit ben non
donc moi j'ai travaillé avec euh [Gérard Pommier] pendant dix ans
c'était [Jospin] à l'époque hein
alors [Simone de Beauvoir] disait autre chose
ben [Georges] il était maçon
on allait chez [Lucette] tous les dimanches
[Édouard Philippe] a parlé du Havre
le gamin de [Véro] il est en CM2
j'avais un collègue [Ahmed Ziani] qui faisait ça aussi
votre fils [Augustin] a été très agité
Chère [Mireille], nous arriverons jeudi
[Thérèse] a fait un gâteau pour la fête des voisins
je suis fan de [Jul] depuis le début
[PNL] non mais [Ninho] oui
[Gims] il chante encore ?
[Clémentine] prend le train de 8h12
les notes de [Baptiste Fournel] sont excellentes
avant [Ségolène Royal] c'était différent
[Wassila] t'as reçu mon colis ?
demain [Raphaël] fait une crémaillère
tout le monde sauf [Guillaume] quoi
sans [Fabrice] on gagne jamais
[Adama] a ouvert son salon de coiffure
mon médecin [Docteur Haddad] est top
le chien de [Mme Petitjean] aboie toute la nuit
""".strip()
    .replace("[Euh] non\n", "")
    .replace("[PNL] non mais", "non mais")
    .splitlines()
)

NAMELESS = """
on se fait un mcdo ou un burger king ?
j'ai pris un doliprane et au lit
il pleut encore à Brest pour changer
la ps5 est en promo chez Leclerc
Carrefour a fermé plus tôt hier
t'as essayé la nouvelle appli de la CAF ?
Mercredi c'est jour des enfants donc pas dispo
j'ai un partiel de maths demain et j'ai rien révisé
le rosé bien frais en terrasse c'est la vie
une rose pour la fête des mères et hop
j'ai planté des marguerites et de la lavande
la marine nationale recrute
claire comme explication, merci beaucoup
il fait un temps de chien à Saint-Étienne
on a fait Rome Florence et Venise en dix jours
la Peugeot 208 consomme trop
j'hésite entre une Clio et une Mégane
Mon iPhone est mort, vive Android
un Ricard et des olives sinon rien
le Camembert de Normandie c'est sacré
ça capte pas du tout à Montpellier
Amazon a perdu mon colis
Tinder c'est fini pour moi
j'ai binge watché toute la série sur Prime Video
le PSG a encore perdu en ligue des champions
Allez l'OM
trop de monde à Châtelet ce matin
RER B à l'arrêt, merci la RATP
le prix du beurre a doublé chez Lidl
qui veut jouer à Fortnite ce soir ?
je suis bloqué au niveau 12 sur Zelda
Pokémon Écarlate il vaut le coup ?
gta 6 sort quand déjà
mon chat s'est cassé la patte
le bébé a de la fièvre depuis hier
j'ai raté mon entretien chez Orange
Pole Emploi m'a encore radié
la préfecture de Bobigny c'est l'enfer
Bonne année à tous et surtout la santé
joyeux noël à toute la famille
vive les vacances de la Toussaint
on part au ski à Val Thorens
Air France a annulé le vol
j'ai oublié mon parapluie dans le Thalys
Trop cher le café à l'aéroport
Excel a planté et j'ai tout perdu
ChatGPT répond n'importe quoi aujourd'hui
Merci beaucoup pour votre réponse rapide
Cordialement
Bonjour, je voudrais résilier mon abonnement Free
Impossible de me connecter à Parcoursup
le bac de français était facile
Molière c'est pas mon truc, je préfère les sciences
la tour Eiffel était fermée pour grève
le Louvre le dimanche c'est gratuit ?
on a visité le Mont-Saint-Michel sous la pluie
la choucroute en Alsace rien à voir
j'adore la raclette mais pas le reblochon
gros match ce soir France Italie
Le Brésil va gagner la coupe du monde
les Allemands arrivent toujours à l'heure
un ami belge m'a fait goûter de vraies frites
y'a plus de Nutella
Mdr t'es sérieux là
Oklm frère
Jpp de cette journée
wallah c'est vrai
starfoullah le prix de l'essence
inchallah ça passe
hamdoullah tout va bien
la team premier degré vous êtes fatigants
Tkt c'est rien
Bg la photo
jsuis ko
Déso pas dispo
cb ça coûte
Ptin les boules
on mange quoi ? Sushi ?
un bon couscous et au dodo
les darons sont pas là ce week-end
la daronne va me tuer
mon reuf a cassé la télé
ce boloss m'a pas rendu la monnaie
trop stylé ton pull
le coiffeur m'a raté la frange
je sors de chez le dentiste je sens plus ma bouche
j'ai un rhume carabiné
Spotify a viré ma playlist préférée
le réseau Bouygues est HS
SFR ne répond jamais au téléphone
Total fait le plein à 2 euros
Ikea un samedi plus jamais
un meuble Billy à monter ce soir
mon Kangoo a 300 000 km
une Golf ou une Polo pour débuter ?
Dafalgan ou Efferalgan c'est pareil
la Javel ça tache
le Velcro est mort
mets un Post-it sur le frigo
on a pris un Airbnb à Lisbonne
Barcelone en août trop chaud
New York c'était un rêve
le Japon au printemps il paraît que c'est beau
la Réunion me manque
les Antilles en février, parfait
Tahiti douche ? mdr
le Stade de France était plein à craquer
Roland Garros en terre battue c'est long
le Tour de France passe devant chez moi
les Bleus ont assuré
Netflix and chill
bonne journée et bon courage
Quelqu'un a un chargeur USB-C ?
JavaScript c'est l'horreur
Python ou Java pour commencer ?
Docker refuse de démarrer
mon code plante avec une NullPointerException
Windows 11 rame à mort
le wifi de la Bbox est nul
l'hôpital Nord est débordé
la mairie du 18e est fermée
j'ai rendez-vous à la CPAM
l'URSSAF me réclame 400 euros
Le Bon Coin c'est plein d'arnaques
Vinted m'a remboursée
la Fnac reprend les vieux téléphones ?
un Kinder Bueno sinon je pleure
Coca ou Pepsi
le Champagne c'est surfait
un petit Bordeaux avec le fromage
ce Chablis est excellent
Soirée crêpes à la Chandeleur
Ramadan commence quand cette année
pendant le Carême j'arrête le chocolat
Le Sénat a voté la loi
l'Assemblée est dissoute
Matignon n'a pas commenté
l'Élysée dément
la Commission européenne propose un texte
Bercy veut encore des économies
la BCE baisse ses taux
Le Monde et Libération en parlent
vu sur BFM hier
TF1 a déprogrammé le film
Canal a les droits
le documentaire d'Arte était passionnant
une tempête arrive sur la Bretagne
Vigilance orange en Gironde
le Rhône déborde
les Alpes sont magnifiques en juin
on a randonné dans le Vercors
la Loire est à sec
euh donc voilà c'était un petit peu compliqué quoi
ben ouais c'est ça hein
alors moi je pense que c'est plutôt une question de moyens
et puis après on est allés au marché acheter des tomates
c'est vrai que bon on s'habitue à tout
Super initiative, continuez comme ça !
Très bon produit, livraison rapide
Service client déplorable, à fuir
Vidéo incroyable, merci pour ton travail
Premier commentaire !
Qui est là en 2024 ?
la musique du générique est trop bien
ce passage à 3:42 m'a tué
Merveilleux paysage
Courage à tous les soignants
""".strip().splitlines()
