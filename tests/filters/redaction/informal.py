"""Informal French written for these tests: with people in it, in brackets, and without any."""

NAMED = """
franchement [Thibaut Lesage] il abuse grave
j'ai croisé [nawel] devant le lycée elle fait la gueule
on bouge chez [titouan] ce soir vous venez ?
[Ousmane] m'a dit que le taf commençait à 6h
t'as vu le dernier clip de [Soprano] il est ouf
c'est pas [Dembouz] qui va nous sauver
mdr [Loana] elle a encore oublié ses clés
demande à [Yacine Belkadi] il connaît tout le monde
j'en peux plus de [Maxence] sérieux
le pauvre [Jérémie] il s'est fait voler son vélo
avec [Ghislain] et [Maëlys] on a fini à 4h du mat
merci [Capucine] pour le coup de main
bon anniv [tiphaine] profite bien de ta journée
ya [kylian] qui arrive dans 10 min
je suis dégoûté pour [Romuald Pichegru] il méritait mieux
mon voisin [Anselme Quidot] met la musique à fond
[Cindy] est enceinte de 3 mois paraît
ils ont viré [Fabien Galtier] sans prévenir
mon cousin [wassim] passe son permis demain
hier [Solène] a dormi à la maison
j'ai rien compris au cours de [Mme Vandenberghe]
[Hanna] tu réponds jamais à tes messages
c'est la meuf de [Dorian] celle qui a crié
vas-y appelle [Bérénice] elle saura
j'adore comment [Orelsan] il écrit
le prof c'est [Lhermitte] il est trop sévère
selon [Zineb] le bus passe plus le dimanche
trop hâte de revoir [Noémie Carpentras] en juillet
[Kenza] et [Lilou] se parlent plus depuis samedi
faut pas écouter [Hubert] il raconte n'importe quoi
[Tsukimoto] il s'est fait virer du groupe
y a [zouliko] dans le top 5 des relous
ya [Kadidjatou] qui veut te parler
""".strip().splitlines()

NAMELESS = """
franchement j'en ai marre de ce temps pourri
on se capte demain devant le ciné comme d'hab
t'as vu le match hier soir c'était n'importe quoi l'arbitrage
je sais pas quoi faire à manger ce soir vous avez une idée
ptdr j'ai raté mon bus et il pleut
le chat a encore dormi sur mon clavier
vous pensez quoi de la nouvelle mise à jour, ça rame grave
j'ai passé deux heures à chercher mes clés alors qu'elles étaient dans ma poche
je déteste les lundis, surtout en novembre
qqn a les réponses de l'exo 3 page 42 ?
ça coûte un bras de faire le plein maintenant
wesh la connexion elle lag de fou aujourd'hui
j'ai commandé une pizza il y a une heure toujours rien
trop bien le concert, le son était incroyable
la SNCF encore en grève bravo
On a mangé un couscous de malade à Marseille
Netflix a encore augmenté ses prix
je reprends le sport en janvier promis juré
quelqu'un sait comment on installe Linux sur un vieux portable ?
il fait un froid de canard à Lille
mon ordi a planté pendant l'examen j'étais dég
j'ai fini la saison 3, la fin est nulle
le prof nous a collé un contrôle surprise
oklm sur le canapé avec un thé et un plaid
On part en Bretagne la semaine prochaine, on loue un gîte
les soldes c'est vraiment de l'arnaque
ma voiture est en panne depuis mardi
je cherche un appart pas trop cher vers Nantes
c'est quoi ce délire avec les trottinettes
Pourquoi WhatsApp ne charge plus les photos ?
c'est quoi cette vie mdrrrr jpppp jsp quoi faire
Bh clairement personne n'a compris la consigne
on se retrouve devant la Maison du tourisme à midi
l'église romane du village est fermée le lundi
le Premier ministre a encore parlé pendant deux heures
""".strip().splitlines()
