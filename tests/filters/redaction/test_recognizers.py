"""Each recognizer's table: what must stay first, then what must be found."""

import pytest

from filters.redaction.engine import PATTERNS
from filters.redaction.finder import Finder
from filters.redaction.recognizers import (
    address,
    address_abroad,
    birth,
    card,
    coordinates,
    credential,
    crypto,
    date,
    driving_licence,
    email,
    first_name,
    handle,
    iban,
    identity_card,
    ip,
    mac,
    nir,
    passport,
    phone,
    plate,
    said_name,
    siret,
    tax_number,
    url,
)


def found(recognizer: Finder, text: str) -> list[str]:
    return [text[r.start : r.end] for r in recognizer.analyze(text)]


STAYS = [
    (email, "rendez-vous @ 18h, 3 @ 4 euros"),
    (phone, "le 12.05.2024 j'ai payé 1 250 000 euros, version 10.2.33.4"),
    (phone, "commande 4512345678901 expédiée en 2023 2024"),
    (nir, "en 2023 il y avait 184127645108 lignes"),
    (siret, "j'ai 732829320 raisons de le faire"),
    (siret, "73282932000075 est un nombre sans signification"),
    (iban, "FR12 c'est la route, AB12 le code"),
    (card, "4970101234567891 ne passe pas Luhn"),
    (ip, "127.0.0.1 et 0.0.0.0, std::vector, a::b, 12:30:45"),
    (mac, "00:1A:2B et 12-34-56"),
    (handle, "@property\ndef f(): ...\n@media screen, mail à a@b.fr"),
    (url, "j'ai lu ça sur youtube.com... enfin voilà.Et puis"),
    (crypto, "0x1234 et 1234567890"),
    (plate, "le 1200 EUR 75 et abc-12-de"),
    (coordinates, "12.5, 13.25 et 3.14159"),
    (passport, "12AB34567"),
    (identity_card, "880692310285"),
    (driving_licence, "880692310285"),
    (tax_number, "1234567890123"),
    (address, "j'ai 3 places de cinéma et 15000 euros, 75000 personnes, à Paris"),
    (address, "il joue à la place de Kevin, troisième place des Six Jours, vers 1100 av. J.-C."),
    (address, "le Madison Square Garden, un processeur Motorola 68040"),
    (address_abroad, "During 1971, gate 12, partie 3, en plein 15 août, via couponing 4"),
    (address_abroad, "we live at 5 PM on TV, the office is 10 minutes away, she lives in 2 worlds"),
    (address_abroad, "les 3 films de la suite 2, un flat 3, une suite 112"),
    (address_abroad, "12 people on the way, 3 times in a row, chapter 4 is the best part"),
    (handle, "RT @XXX: je suis d'accord avec @user"),
    (date, "le 14 juillet 1789, en 2019, au mois de mai"),
    (birth, "né en Bretagne, il est né un jour de pluie"),
    (credential, "j'ai oublié mon mot de passe : comment faire ? password = request.form['p']"),
    (said_name, "Les images que Curiosity leur a transmises sont belles"),
    (said_name, "Bonjour à tous, merci beaucoup, salut toi, Mme la ministre"),
    (first_name, "il a dit said, au max, la rose, une pierre, paris"),
]

FOUND = [
    (email, "écris à jean.dupont+x@mail.exemple.fr.", "jean.dupont+x@mail.exemple.fr"),
    (email, "c'est marie arobase gmail point com", "marie arobase gmail point com"),
    (email, "marie.d [at] gmail [dot] com", "marie.d [at] gmail [dot] com"),
    (phone, "appelle le 06 12 34 56 78 !", "06 12 34 56 78"),
    (phone, "0612345678", "0612345678"),
    (phone, "+33 (0)6 12 34 56 78", "+33 (0)6 12 34 56 78"),
    (phone, "au 06.12.34.56.78.", "06.12.34.56.78"),
    (phone, "Réunion : +262 692 12 34 56", "+262 692 12 34 56"),
    (phone, "Bruxelles : +32 470 12 34 56", "+32 470 12 34 56"),
    (phone, "Genève +41 79 123 45 67", "+41 79 123 45 67"),
    (phone, "Luxembourg +352 621 123 456", "+352 621 123 456"),
    (phone, "Montréal 514-555-0123 ext", "514-555-0123"),
    (phone, "zéro six douze trente-quatre cinquante-six soixante", "zéro six douze trente-quatre"),
    (nir, "sécu 1 84 12 76 451 089 46", "1 84 12 76 451 089 46"),
    (nir, "184127645108946", "184127645108946"),
    (nir, "corse 2 91 05 2A 004 012 32", "2 91 05 2A 004 012 32"),
    (siret, "siret 732 829 320 00074", "732 829 320 00074"),
    (siret, "RCS Paris 732 829 320", "732 829 320"),
    (iban, "sur FR76 3000 6000 0112 3456 7890 189 merci", "FR76 3000 6000 0112 3456 7890 189"),
    (iban, "BE68539007547034", "BE68539007547034"),
    (card, "carte 4970 1012 3456 7890 refusée", "4970 1012 3456 7890"),
    (ip, "ping 82.64.12.9 svp", "82.64.12.9"),
    (ip, "2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3::8a2e:370:7334"),
    (mac, "00:1A:2B:3C:4D:5E", "00:1A:2B:3C:4D:5E"),
    (handle, "merci @jean_d !", "@jean_d"),
    (handle, "vu chez u/some-body hier", "u/some-body"),
    (url, "voir https://exemple.fr/a?b=c).", "https://exemple.fr/a?b=c"),
    (url, "sur www.exemple.fr, oui", "www.exemple.fr"),
    (url, "mon site jeandupont.fr", "jeandupont.fr"),
    (crypto, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    (plate, "ma voiture AB-123-CD", "AB-123-CD"),
    (plate, "plaque 1234 AB 75", "1234 AB 75"),
    (coordinates, "rdv 48.85837, 2.29448", "48.85837, 2.29448"),
    (passport, "passeport 12AB34567", "12AB34567"),
    (identity_card, "CNI 880692310285", "880692310285"),
    (driving_licence, "permis 880692310285", "880692310285"),
    (tax_number, "numéro fiscal 1234567890123", "1234567890123"),
    (address, "au 12 bis rue des Lilas, 69003 Lyon.", "12 bis rue des Lilas, 69003 Lyon"),
    (address, "j'habite 5 avenue victor hugo à lyon", "5 avenue victor hugo"),
    (address, "j'étais rue Victor Hugo hier", "rue Victor Hugo"),
    (address, "envoie à 75011 Paris", "75011 Paris"),
    (address, "rdv place de la République à 18h", "place de la République"),
    (address_abroad, "at 221 Baker Street, London", "221 Baker Street, London"),
    (address_abroad, "14 High Street\nApt. 12\nSpringfield, IL 62704", "14 High Street\nApt. 12\nSpringfield, IL 62704"),
    (address_abroad, "she lives at 9021 Kesk 53, Pärnu", "9021 Kesk 53"),
    (address_abroad, "12 Elm Road, Leeds LS1 4AP please", "12 Elm Road, Leeds LS1 4AP"),
    (address_abroad, "meet me Hauptstraße 12", "Hauptstraße 12"),
    (address_abroad, "ul. Grochowa 80 in Warsaw", "ul. Grochowa 80"),
    (address_abroad, "calle Mayor 5, Madrid", "calle Mayor 5"),
    (address_abroad, "Kossuth Lajos utca 12", "Kossuth Lajos utca 12"),
    (address_abroad, "PSC 4574, Box 8393, APO AA 81998", "PSC 4574, Box 8393, APO AA 81998"),
    (address_abroad, "the corner of Oak Lane and Mill Road", "the corner of Oak Lane and Mill Road"),
    (date, "le 12 mars 1985 à midi", "12 mars 1985"),
    (date, "le 03/04/2021.", "03/04/2021"),
    (date, "douze mars mille neuf cent quatre-vingt-cinq", "douze mars mille neuf cent quatre-vi"),
    (date, "on March 3rd, 2019", "March 3rd, 2019"),
    (birth, "né le 3/5/85", "3/5/85"),
    (credential, "mot de passe : Tr0ub4dor", "Tr0ub4dor"),
    (credential, "ma clé AKIAABCDEFGHIJKLMNOP", "AKIAABCDEFGHIJKLMNOP"),
    (said_name, "je m'appelle zoulikha", "zoulikha"),
    (said_name, "Bonjour Tarek,", "Tarek"),
    (said_name, "À demain. Bises, Nadège", "Nadège"),
    (said_name, "j'ai vu Mme Le Goff", "Le Goff"),
    (first_name, "t'as vu kevin hier ?", "kevin"),
    (first_name, "l'avis d'Émilie Durand", "Émilie Durand"),
]  # fmt: skip


@pytest.mark.parametrize(("module", "text"), STAYS)
def test_what_only_looks_alike_stays(module: object, text: str) -> None:
    assert found(module.recognizer, text) == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(("module", "text", "expected"), FOUND)
def test_what_is_one_is_found(module: object, text: str, expected: str) -> None:
    hits = found(module.recognizer, text)  # type: ignore[attr-defined]
    assert any(hit.startswith(expected) for hit in hits), hits


def test_every_recognizer_has_a_negative_and_a_positive_case() -> None:
    recognizers = {id(recognizer) for recognizer in PATTERNS}
    assert {id(module.recognizer) for module, _ in STAYS} == recognizers
    assert {id(module.recognizer) for module, *_ in FOUND} == recognizers
