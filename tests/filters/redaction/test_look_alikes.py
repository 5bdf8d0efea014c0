"""What only looks like an identifier stays, in any case: versions, prices, scores, articles, code, counts."""

import pytest

from filters.redaction.engine import PATTERNS

LOOK_ALIKES = r"""
la version 10.2.33.4 et la 3.5.12 de Django
ça coûte 1 299,99 € ou 45 000 euros
score final 3-2, 21-19, 15/20 au bac
article 1240 du Code civil, art. L. 1152-1
ISBN 978-2-07-036822-8 et 9782070368228
colis Chronopost XY123456789FR en transit
il est 12:30:45, rdv à 14h30
font-size: 12px; margin: 0 auto 10px 5px; color: #ff00aa
#1234 #fff #abcdef #2024
les épisodes 01, 02, 03, 04, 05 sont en ligne
pages 112 à 145, chapitre 3
j'ai couru 10 km en 52:30
la saison 2012 - 2013
entre 1990 et 2005
en 2 cours de danse j'ai appris 1 place de parking 3 routes possibles
12 cours de maths par semaine
2 places de concert pour samedi
15000 Français ont répondu, 35 000 Parisiens aussi
20 000 lieues sous les mers
75000 personnes dans la rue
un salaire de 45000 brut, 38000 net
ma Clio 15000 km
Windows 10 21H2 build 19045
bus 183, ligne 14, RER B
le 12 mars, le 8 mai, le 14 juillet
le premier mai, le quatorze juillet et le onze novembre
j'ai 10 ans d'expérience, il a 3 ans de retard, garantie 2 ans
le contrat a 5 ans, la maison a 100 ans
cette voiture a 12 ans, le film dure 2 ans
mot de passe oublié ? le mot de passe doit avoir 8 caractères minimum
ton mot de passe est trop court
changer son mot de passe : comment faire
password must be at least 8 characters
const token = process.env.API_TOKEN; let apiKey = getApiKey()
le jeton est invalide, token expiré
def f(token: str, secret: str) -> None
x = 0.12345678 et y = 123456789.123
3.14159265358979 est pi
1e-10, 6.022e23, 299792458 m/s
UUID 550e8400-e29b-41d4-a716-446655440000
commit 3f2a9c1b, sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
10h30 12h45, 8:00-12:00
les années 80, le XXe siècle
la RTX 4090 et le i7-12700K
article 12 bis du règlement
la loi n° 78-17 du 6 janvier
le 3615, le 118 218, appelle le 15 ou le 112
2 x 3 = 6, 12/4 = 3, 1/2, 3/4
note : 4,5/5 (1 234 avis)
un A320, un Boeing 747-400, un TGV 6201
taille 42, pointure 38, 90-60-90
iPhone 15 Pro 256 Go à 1 229 €
EN 50160, ISO 27001:2022, RFC 5321
le code promo ETE2024 donne -20 %
CSS: width: calc(100% - 20px)
std::vector<int> a::b, 12:34
une rue très longue, la place est prise, la route est fermée
au cours de la semaine, en cours de route, la cour de récré
à la place de mon frère, sur place ou à emporter
le boulevard est bloqué, l'avenue aussi
ils étaient 12 sur le quai
la cité U, la villa louée cet été
3 allées et venues, 2 passages à niveau
1 route de nuit, 4 voies rapides
bâtiment B, porte 12
étage 4
né sous X, né avec une cuillère en argent
née de parents inconnus
il est né en France
une naissance difficile
bon anniversaire à toi le 12
@media screen and (max-width: 600px)
@Override public void run()
un rapport 4:3 ou 16:9
l'heure d'été UTC+2, GMT+1
5.6.7.8.9 est une suite
E = mc2, H2O, CO2
la B612, le C-3PO et R2D2
AB-12 et C-130
le vol AF1234 du matin
siren de police, la sirène
TVA 20 %, impôt sur le revenu 2023
carte 12 du jeu, carte 52
compte 401 fournisseurs, compte 512 banque
1 234 567 890 habitants
0,1,2,3,4,5,6,7,8,9
range(0, 10), arr[0:10], a[1:2, 3:4]
le permis coûte 1500 euros, le passeport 86 euros
ma carte d'identité est périmée depuis 2019
vol de ma carte bleue hier
www, http, ftp
d'après moi.Enfin bref.Voilà
fichier.py, index.html, main.rs, README.md
vu à 3,50 € le kilo
le BP a fermé
10 Go de RAM
mi-temps 45+2'
Art. 3 al. 2
0 800 n'est pas complet
rendez-vous le 3/4 à 14h
24/7, 7j/7
l'indice 5-7-5 du haïku
Mt 5, 3-12; Jn 3:16
10.000 pas par jour
chapitre 12. La rue
en 1 clic, en 2 temps 3 mouvements
""".strip().splitlines()


@pytest.mark.parametrize("text", LOOK_ALIKES)
@pytest.mark.parametrize("writing", [str, str.lower, str.upper], ids=["as it is", "lower", "upper"])
def test_no_pattern_takes_it_for_an_identifier(text: str, writing: type[str]) -> None:
    written = writing(text)
    hits = {
        r.supported_entities[0]: [written[h.start : h.end] for h in r.analyze(written)]
        for r in PATTERNS
    }
    assert {entity: values for entity, values in hits.items() if values} == {}
