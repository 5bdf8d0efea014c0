"""Identifiers of French life as people write them, in the texts they stand in: a generator that
shares nothing with that of `benchmarks.redaction`, neither Faker's people nor its carriers.

Check digits are python-stdnum's, numbering plans as published by ARCEP, BIPT, OFCOM and ILR.
"""

# ruff: noqa: E501 - long tables of carriers
import random
import re
import string
from collections.abc import Callable, Iterator
from typing import NamedTuple

from stdnum import iban, luhn
from stdnum.fr import nir

Chance = random.Random
Maker = Callable[[Chance], str]


class Written(NamedTuple):
    """A text and the one identifier in it."""

    text: str
    start: int
    end: int
    entity: str


def digits(chance: Chance, count: int) -> str:
    return "".join(chance.choices(string.digits, k=count))


def dialled(chance: Chance, shape: str) -> str:
    """A number of that shape: runs of nines are drawn, the rest is the operator's."""
    return re.sub(r"99+", lambda run: digits(chance, len(run.group())), shape)


def shaped(chance: Chance, shape: str) -> str:
    """`9` a digit, `A` a capital, `a` a small letter, anything else itself."""
    drawn = {"9": string.digits, "A": "ABCDEFGHJKLMNPQRSTVWXYZ", "a": string.ascii_lowercase}
    return "".join(chance.choice(drawn[c]) if c in drawn else c for c in shape)


FRENCH_PHONES = (
    "06 99 99 99 99", "07 99 99 99 99", "0699999999", "06.99.99.99.99", "06-99-99-99-99", "06/99/99/99/99",
    "01 99 99 99 99", "02.99.99.99.99", "0399999999", "04 99 99 99 99", "05-99-99-99-99", "09 99 99 99 99",
    "+336 99 99 99 99", "+33699999999", "+33 6 99 99 99 99", "+33 (0)6 99 99 99 99", "+33(0)699999999",
    "0033699999999", "0033 6 99 99 99 99", "+33.6.99.99.99.99", "+33-6-99-99-99-99", "(+33) 6 99 99 99 99",
    "(0033)699999999", "06 999 999 99", "0699 99 99 99", "0699 999 999", "06  99  99  99  99", "06_99_99_99_99",
    "(06) 99 99 99 99", "06, 99, 99, 99, 99", "06 9999 9999", "0 699 999 999", "06 - 99 - 99 - 99 - 99",
    "06 . 99 . 99 . 99 . 99", "+33 0699999999", "33699999999", "0 800 999 999", "0820 99 99 99", "06:99:99:99:99",
)  # fmt: skip
OVERSEAS_PHONES = (
    "0692 99 99 99", "0262 99 99 99", "0590 99 99 99", "0690 99 99 99", "0696 99 99 99", "0694 99 99 99",
    "+262 692 99 99 99", "+262692999999", "+590 690 99 99 99", "+596 696 99 99 99", "+594 694 99 99 99",
    "0639 99 99 99", "00262 692 99 99 99", "+687 75 99 99", "+689 87 99 99 99", "+508 41 99 99", "0692.99.99.99",
)  # fmt: skip
NEIGHBOUR_PHONES = (
    "0479 99 99 99", "0479/99.99.99", "0479/99 99 99", "+32 479 99 99 99", "+32479999999", "+32 (0)479 99 99 99",
    "0032 479 99 99 99", "02/539.99.99", "02 539 99 99", "+32 2 539 99 99", "04/222.99.99",
    "079 999 99 99", "079 9999999", "022 799 99 99", "+41 79 999 99 99", "+41 (0)79 999 99 99", "0041 79 999 99 99",
    "+4178 999 99 99", "079/999.99.99", "079.999.99.99", "+352 621 999 999", "+352621999999", "00352 621 999 999", "+352 27 99 99 99",
)  # fmt: skip
CANADIAN_PHONES = (
    "514-555-9999", "(514) 555-9999", "514.555.9999", "514 555-9999", "+1 514 555 9999", "+1-514-555-9999",
    "1-514-555-9999", "1 (418) 555-9999", "+15145559999", "438 555 9999", "(819)555-9999", "450-555-9999",
)  # fmt: skip
SMALL = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf"
).split()
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}


def in_words(number: int) -> str:
    """0 to 99 in French."""
    if number < 20:
        return SMALL[number]
    if number >= 80:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{in_words(number - 80)}"
    if number >= 70:
        return "soixante et onze" if number == 71 else f"soixante-{in_words(number - 60)}"
    tens, unit = TENS[number // 10 * 10], number % 10
    if unit == 1:
        return f"{tens} et un"
    return f"{tens}-{SMALL[unit]}" if unit else tens


def spoken_phone(chance: Chance) -> str:
    pairs = [int(digits(chance, 2)) for _ in range(4)]
    said = [
        f"zéro {in_words(pair)}"
        if pair < 10 and pair
        else ("zéro zéro" if not pair else in_words(pair))
        for pair in pairs
    ]
    between = chance.choice((" ", " ", ", ", " - "))
    return between.join((f"zéro {chance.choice(('six', 'sept', 'un', 'neuf'))}", *said))


def social_security(chance: Chance) -> str:
    department = chance.choice(("2A", "2B", "75", "13", "69", "59", "99", "31", "01", "93"))
    overseas = chance.random() < 0.1
    place = (
        f"97{chance.randint(1, 4)}{chance.randint(1, 30):02}"
        if overseas
        else f"{department}{chance.randint(1, 350):03}"
    )
    base = f"{chance.choice('12')}{chance.randint(0, 99):02}{chance.randint(1, 12):02}{place}{chance.randint(1, 700):03}"
    key = nir.calc_check_digits(base + "00")
    parts = (base[0], base[1:3], base[3:5], base[5:7], base[7:10], base[10:13])
    return chance.choice((
        base + key, " ".join((*parts, key)), ".".join((*parts, key)), "-".join((*parts, key)), f"{base} {key}",
        f"{' '.join(parts)} clé {key}", f"{base}/{key}", " ".join(parts), f"{base[0]} {base[1:5]} {base[5:10]} {base[10:]} {key}",
        f"{base[:7]} {base[7:10]} {base[10:13]} {key}", "  ".join((*parts, key)),
    ))  # fmt: skip


def company(chance: Chance) -> str:
    siren = digits(chance, 8)
    siren += luhn.calc_check_digit(siren)
    body = siren + f"000{chance.randint(1, 99):02}"[:4]
    siret = body + luhn.calc_check_digit(body)
    grouped = f"{siren[:3]} {siren[3:6]} {siren[6:]}"
    key = f"{(12 + 3 * (int(siren) % 97)) % 97:02}"
    return chance.choice((
        siret, f"{grouped} {siret[9:]}", siren, grouped, f"FR{key}{siren}", f"FR {key} {grouped}",
        f"{siren} {siret[9:]}", f"{siren[:3]}.{siren[3:6]}.{siren[6:]}", f"{siren[:3]}-{siren[3:6]}-{siren[6:]}-{siret[9:]}",
    ))  # fmt: skip


ACCOUNTS = {
    "FR": "99999999999AA9999999999", "BE": "999999999999", "DE": "999999999999999999", "LU": "9999999999999999",
    "CH": "99999999999999999", "ES": "99999999999999999999", "IT": "A9999999999999999999999", "PT": "999999999999999999999",
    "NL": "AAAA9999999999", "GB": "AAAA99999999999999", "MC": "99999999999AA9999999999", "MA": "999999999999999999999999",
    "PL": "999999999999999999999999", "IE": "AAAA99999999999999", "TN": "99999999999999999999", "RO": "AAAA9999999999999999",
    "MT": "AAAA99999999999999999999999", "SN": "AA9999999999999999999999", "CI": "AA9999999999999999999999", "TR": "9999999999999999999999",
}  # fmt: skip


def account(chance: Chance) -> str:
    country = chance.choice((*ACCOUNTS, "FR", "FR", "FR", "FR"))
    body = shaped(chance, ACCOUNTS[country])
    number = country + iban.calc_check_digits(f"{country}00{body}") + body
    fours = [number[at : at + 4] for at in range(0, len(number), 4)]
    return chance.choice(
        (
            number,
            " ".join(fours),
            " ".join(fours),
            "-".join(fours),
            number.lower(),
            "  ".join(fours),
            ".".join(fours),
        )
    )


def card(chance: Chance) -> str:
    start, length, groups = chance.choice((
        ("4", 16, (4, 4, 4, 4)), ("5" + chance.choice("12345"), 16, (4, 4, 4, 4)), ("37", 15, (4, 6, 5)),
        ("4970", 16, (4, 4, 4, 4)), ("6011", 16, (4, 4, 4, 4)), ("2221", 16, (4, 4, 4, 4)), ("36", 14, (4, 6, 4)), ("34", 15, (4, 6, 5)),
    ))  # fmt: skip
    body = start + digits(chance, length - len(start) - 1)
    number = body + luhn.calc_check_digit(body)
    parts, at = [], 0
    for size in groups:
        parts.append(number[at : at + size])
        at += size
    return chance.choice(
        (number, " ".join(parts), "-".join(parts), ".".join(parts), " ".join(parts))
    )


def tax(chance: Chance) -> str:
    body = chance.choice("0123") + digits(chance, 9)
    number = f"{body}{int(body) % 511:03}"
    return chance.choice(
        (
            number,
            f"{number[:2]} {number[2:4]} {number[4:7]} {number[7:10]} {number[10:]}",
            f"{number[0]} {number[1:4]} {number[4:7]} {number[7:10]} {number[10:]}",
        )
    )


WAYS = (
    "rue", "rue", "rue", "avenue", "av.", "av", "bd", "bd.", "boulevard", "chemin", "chem.", "impasse", "imp.", "allée", "all.", "place",
    "pl.", "quai", "route", "rte", "square", "cours", "passage", "sentier", "ruelle", "faubourg", "esplanade", "montée", "traverse",
    "rond-point", "villa", "cité", "venelle", "R.", "ch.", "lotissement", "hameau", "voie", "promenade",
)  # fmt: skip
STREETS = (
    "des Lilas", "du 11 novembre", "du 8 mai 1945", "Victor Hugo", "de la République", "du Général de Gaulle", "Jean Jaurès",
    "de l'Église", "des Trois Frères", "du Moulin à Vent", "Saint-Honoré", "Ste Catherine", "d'Alésia", "Pierre et Marie Curie",
    "du Dr Roux", "Paul-Vaillant-Couturier", "de la Croix Rousse", "des Quatre Vents", "aux Ours", "du Faubourg Saint-Antoine",
    "Général Leclerc", "du Maréchal Foch", "Sadi Carnot", "des Champs-Élysées", "de la Gare", "du Stade", "Louise Michel",
    "Antoine de Saint-Exupéry", "de l'Abbé Grégoire", "du Capitaine Dreyfus", "Salvador Allende", "de la 2e DB", "Lamartine", "Voltaire",
    "des Frères Lumière", "du Vieux Pont", "de Bellevue", "d'Italie", "Émile Zola", "du 19 mars 1962", "de Verdun", "Pasteur", "du Bac",
)  # fmt: skip
TOWNS = (
    ("75011", "Paris"), ("69003", "Lyon"), ("13001", "Marseille"), ("31000", "Toulouse"), ("44000", "Nantes"), ("59800", "Lille"),
    ("35700", "Rennes"), ("06000", "Nice"), ("93200", "Saint-Denis"), ("97400", "Saint-Denis"), ("20090", "Ajaccio"), ("01000", "Bourg-en-Bresse"),
    ("63000", "Clermont-Ferrand"), ("72000", "Le Mans"), ("76600", "Le Havre"), ("17000", "La Rochelle"), ("85000", "La Roche-sur-Yon"),
    ("78100", "Saint-Germain-en-Laye"), ("13100", "Aix-en-Provence"), ("97110", "Pointe-à-Pitre"), ("94130", "Nogent-sur-Marne"), ("29000", "Quimper"),
    ("68100", "Mulhouse"), ("54000", "Nancy"), ("22560", "Trébeurden"), ("07200", "Aubenas"), ("40100", "Dax"), ("62100", "Calais"), ("33000", "BORDEAUX"),
    ("56000", "VANNES"), ("92100", "Boulogne Billancourt"), ("91000", "Évry"), ("26400", "Crest"), ("80000", "Amiens"), ("95000", "Cergy"),
    ("38000", "Grenoble"), ("14000", "Caen"), ("2000", "Neuchâtel"), ("1205", "Genève"), ("1050", "Ixelles"), ("4000", "Liège"),
)  # fmt: skip


def town(chance: Chance) -> str:
    """French ones only: a Swiss or Belgian postcode of four digits says nothing alone."""
    code, name = chance.choice([one for one in TOWNS if len(one[0]) == 5])
    return chance.choice((
        f"{code} {name}", f"{code} {name}", f"{code} {name.upper()}", f"{code}, {name}", f"{name} ({code})", f"F-{code} {name}",
        f"{code} {name} Cedex {chance.randint(1, 20)}", f"{name} {code}", f"{code} {name.lower()}", f"{code[:2]} {code[2:]} {name}", f"{code} - {name}",
    ))  # fmt: skip


def street(chance: Chance) -> str:
    number = str(chance.randint(1, 299))
    number += chance.choice(("", "", "", "", " bis", " ter", "bis", " B", "A", " quater", "ter"))
    way = f"{number}{chance.choice((' ', ' ', ', '))}{chance.choice(WAYS)} {chance.choice(STREETS)}"
    flat = chance.choice(
        (
            "appt 12",
            "apt. 4B",
            "bât. C",
            "bâtiment B",
            "Bât A",
            "2e étage",
            "3ème étage gauche",
            "escalier 2",
            "porte 14",
            "Résidence Les Tilleuls",
            "Rés. Beauséjour",
            "esc. B",
            "lot 4",
            "appartement 203",
            "étage 4",
            "digicode 45B12",
        )
    )
    code, name = chance.choice(TOWNS)
    return chance.choice((
        way, way, f"{way}, {code} {name}", f"{way} {code} {name}", f"{way}\n{code} {name}", f"{way}, {flat}, {code} {name}", f"{way} - {code} {name}",
        f"{flat}, {way}, {code} {name}", f"{way}, {flat}", f"{way} à {name}", f"{way}, BP {chance.randint(10, 999)}, {code} {name} Cedex",
        f"BP {chance.randint(100, 70999)}, {code} {name} Cedex {chance.randint(1, 20)}", f"lieu-dit {chance.choice(('La Garenne', 'Les Quatre Chemins', 'Kerlouan', 'le Bois Joli', 'Le Mas Neuf'))}, {code} {name}",
        f"CS {chance.randint(10000, 99999)}, {code} {name} CEDEX", f"{way}, {name}", f"{way} ({code} {name})", f"{way}, {code} {name}, France", f"{way}, {flat} {code} {name}",
        f"résidence {chance.choice(('Les Acacias', 'du Parc', 'Le Clos Fleuri', 'Bellerive'))}, {flat}, {way}, {code} {name}",
    ))  # fmt: skip


MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
SHORT_MONTHS = (
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
)
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date(chance: Chance) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(0, 11), chance.randint(1930, 2019)
    first = "1er" if day == 1 else str(day)
    return chance.choice((
        f"{first} {MONTHS[month]} {year}", f"{day:02}/{month + 1:02}/{year}", f"{day}.{month + 1}.{year}", f"{day:02}-{month + 1:02}-{year}",
        f"{year}-{month + 1:02}-{day:02}", f"{chance.choice(DAYS)} {first} {MONTHS[month]} {year}", f"{first} {SHORT_MONTHS[month]} {year}",
        f"{day:02} {MONTHS[month].upper()} {year}", f"{first} {SHORT_MONTHS[month].strip('.')} {year}", f"{day}/{month + 1}/{year}",
        f"{ENGLISH_MONTHS[month]} {day}, {year}", f"{day} {ENGLISH_MONTHS[month]} {year}", f"{day:02}/{month + 1:02}/{year}",
    ))  # fmt: skip


def date_in_words(chance: Chance) -> str:
    day, month, year = chance.randint(1, 31), chance.choice(MONTHS), chance.randint(1931, 2019)
    said_day = "premier" if day == 1 else in_words(day)
    rest = in_words(year % 100) if year % 100 else ""
    century = (
        chance.choice(("mille neuf cent", "mil neuf cent", "dix-neuf cent"))
        if year < 2000
        else "deux mille"
    )
    said_year = f"{century} {rest}".strip()
    return chance.choice(
        (
            f"{said_day} {month} {said_year}",
            f"{said_day} {month} {said_year}",
            f"{said_day} {month} {year}",
            f"{chance.choice(DAYS)} {said_day} {month} {said_year}",
        )
    )


def birth(chance: Chance) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(0, 11), chance.randint(1940, 2010)
    return chance.choice((
        f"{day:02}/{month + 1:02}/{year % 100:02}", f"{day} {MONTHS[month]} {year}", f"{day}.{month + 1}.{year}", f"{day} {MONTHS[month]}",
        f"{day:02}/{month + 1:02}/{year}", f"{day:02}-{month + 1:02}-{year}", f"{day}/{month + 1}", f"{day} {month + 1} {year}", f"{day:02} {month + 1:02} {year % 100:02}",
        f"{day} {SHORT_MONTHS[month]} {year % 100:02}", f"{in_words(day)} {MONTHS[month]}", f"{day:02}{month + 1:02}{year}", f"{day:02}.{month + 1:02}.{year % 100:02}",
    ))  # fmt: skip


PEOPLE = (
    "lucie",
    "marc.vidal",
    "j_morel",
    "nadia-b",
    "k.benali",
    "tiphaine.roux",
    "p.lefort",
    "zoe_2004",
    "mtremblay",
    "contact",
    "info",
    "hugo.diallo33",
)
SITES = (
    "free.fr",
    "orange.fr",
    "wanadoo.fr",
    "laposte.net",
    "gmail.com",
    "hotmail.fr",
    "ac-lyon.fr",
    "proton.me",
    "mairie-lussac.fr",
    "univ-nantes.fr",
    "yahoo.co.uk",
    "my.company.io",
    "icloud.com",
    "sfr.fr",
)


def mail(chance: Chance) -> str:
    who, where = chance.choice(PEOPLE), chance.choice(SITES)
    tag = chance.choice(("", "", "+asso", "+news", "75"))
    whole = f"{who}{tag}@{where}"
    return chance.choice((whole, whole, whole, whole.upper(), f"{who} @ {where}", f"{who}(at){where}", f"{who}[at]{where}", f"{who} [at] {where.replace('.', ' [dot] ')}",
                          f"{who} arobase {where}", f"{who} arobase {where.replace('.', ' point ')}", f"{who} (arobase) {where}", f"{who}@{where}".replace(".", "."), f"{who}{{at}}{where}", f"{who} AT {where.replace('.', ' DOT ')}"))  # fmt: skip


def handle(chance: Chance) -> str:
    name = chance.choice(
        (
            "lucie_mrl",
            "KevDu93",
            "noemie.photo",
            "xX_dark_Xx",
            "le_vrai_momo",
            "Zoe2004",
            "TitouanOff",
            "la.petite.juju",
            "PSG4Life",
            "bob",
            "M_Durand",
            "eliott-7",
        )
    )
    name += chance.choice(("", "", str(chance.randint(1, 99))))
    return chance.choice(
        (
            f"@{name}",
            f"@{name}",
            f"@{name}",
            f"@{name}@mastodon.social",
            f"u/{name.replace('.', '')}",
            f"/u/{name.replace('.', '')}",
            f"{name.replace('.', '').replace('-', '')}#{digits(chance, 4)}",
            f"@{name}@piaille.fr",
        )
    )


def link(chance: Chance) -> str:
    return chance.choice((
        "https://www.facebook.com/marc.vidal.33", "http://lucie.blogspot.com/2019/04/moi.html", "https://instagram.com/lucie_mrl?igshid=abc", "www.mon-cabinet-dentaire.fr/equipe",
        "https://docs.google.com/document/d/1A2b3C/edit", "https://t.co/AbC123x", "bit.ly/3xYzAbc", "https://youtu.be/dQw4w9WgXcQ", "https://discord.gg/abcdef", "linkedin.com/in/marc-vidal-8812",
        "https://maps.app.goo.gl/AbCdEf123", "https://www.google.com/maps/place/12+Rue+X/@48.85,2.35,17z", "https://vidal-marc.fr", "twitch.tv/lucie_mrl", "http://192.168.1.12:8080/admin", "HTTPS://EXEMPLE.FR/MOI",
        "snapchat.com/add/lucie2004", "https://wa.me/33612345678", "marcvidal.wixsite.com/photos", "https://github.com/mvidal/projet", "https://maps.google.com/?q=48.85,2.35", "paypal.me/luciemrl", "https://exemple.fr/~lucie/cv.pdf", "t.me/lucie_mrl",
    ))  # fmt: skip


def address_ip(chance: Chance) -> str:
    return chance.choice((
        f"{chance.choice((31, 78, 86, 90, 109, 176, 193, 212))}.{chance.randint(0, 255)}.{chance.randint(0, 255)}.{chance.randint(1, 254)}", f"192.168.{chance.randint(0, 9)}.{chance.randint(2, 254)}", f"10.0.{chance.randint(0, 9)}.{chance.randint(2, 254)}",
        f"2a01:cb{digits(chance, 2)}:{digits(chance, 4)}:ab00:1c2d:3e4f:5a6b:{digits(chance, 4)}", f"2a02:8428::{digits(chance, 4)}", f"fe80::1ff:fe23:4567:{digits(chance, 4)}", f"{chance.randint(80, 99)}.12.{chance.randint(0, 255)}.7/24", f"82.65.{chance.randint(0, 255)}.9:{chance.choice((80, 443, 8080, 25565))}",
        f"2001:0db8:0000:0000:0000:ff00:0042:{digits(chance, 4)}", f"[2a01:e0a:1::{digits(chance, 3)}]",
    ))  # fmt: skip


def hardware(chance: Chance) -> str:
    pairs = ["".join(chance.choices("0123456789ABCDEF", k=2)) for _ in range(6)]
    pairs[0] = chance.choice("0123456789") + pairs[0][1]
    whole = "".join(pairs)
    return chance.choice(
        (
            ":".join(pairs),
            "-".join(pairs),
            ":".join(pairs).lower(),
            f"{whole[:4]}.{whole[4:8]}.{whole[8:]}".lower(),
            "-".join(pairs).lower(),
        )
    )


def plate(chance: Chance) -> str:
    return chance.choice(
        (
            shaped(chance, "AA-999-AA"),
            shaped(chance, "AA 999 AA"),
            shaped(chance, "AA999AA"),
            shaped(chance, "aa-999-aa").translate(str.maketrans("iou", "abc")),
            f"{chance.randint(10, 9999)} {shaped(chance, 'AA')} {chance.randint(10, 95)}",
            f"{chance.randint(10, 999)} {shaped(chance, 'AAA')} {chance.randint(10, 95)}",
            f"{chance.randint(100, 9999)}{shaped(chance, 'AA')}{chance.randint(10, 95)}",
            f"{chance.randint(10, 9999)} {shaped(chance, 'AA')} 2A",
        )
    )


def wallet(chance: Chance) -> str:
    return chance.choice(
        (
            "1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
            "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
            "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
            "0x" + "".join(chance.choices("0123456789abcdef", k=40)),
            "0xDe0B295669a9FD93d5F28D9Ec85E40f4cb697BAe",
            "LcHKx4nA3xXn6GvVNPsJdxQZbBwHGJdFhK",
        )
    )


def secret(chance: Chance) -> str:
    pool = string.ascii_letters + string.digits
    return chance.choice((
        "sk-" + "".join(chance.choices(pool, k=48)), "sk-proj-" + "".join(chance.choices(pool, k=40)), "ghp_" + "".join(chance.choices(pool, k=36)), "AKIA" + "".join(chance.choices(string.ascii_uppercase + string.digits, k=16)),
        "AIza" + "".join(chance.choices(pool, k=35)), "xoxb-" + digits(chance, 12) + "-" + "".join(chance.choices(pool, k=24)), "hf_" + "".join(chance.choices(pool, k=34)), "glpat-" + "".join(chance.choices(pool, k=20)),
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "".join(chance.choices(pool, k=43)), "sk_live_" + "".join(chance.choices(pool, k=24)), "sk-ant-api03-" + "".join(chance.choices(pool, k=60)),
        "ya29." + "".join(chance.choices(pool, k=60)), "dop_v1_" + "".join(chance.choices("0123456789abcdef", k=64)), "gsk_" + "".join(chance.choices(pool, k=52)), "AGE-SECRET-KEY-1" + "".join(chance.choices("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", k=58)), digits(chance, 10) + ":AA" + "".join(chance.choices(pool, k=33)),
        "https://hooks.slack.com/services/T0" + "".join(chance.choices(string.ascii_uppercase, k=8)) + "/B0ABCDEFG/" + "".join(chance.choices(pool, k=24)),
    ))  # fmt: skip


def password(chance: Chance) -> str:
    return chance.choice(
        (
            "Soleil2024!",
            "azerty123",
            "Tr0mpette$",
            "minou75",
            "P@ssw0rd",
            "jtm4ever",
            "Nuage-Bleu-42",
            "KjHg7654",
            "0000",
            "4821",
            "Marseille13!",
        )
    )


FORMS = (
    "{label} : {}", "{label}: {}", "{label}={}", "- {label} {}", "* {label} : {}", "| {label} | {} |", "{label};{};oui", '{{"{key}": "{}"}}', "// {label} {}", "# {key} = {}", "<td>{}</td><!-- {label} -->",
    "{label} (obligatoire) : {}", "{label}\t{}", "1) {label} - {}", "**{label}** : {}", "{label} n° {}", "{label} → {}", "Merci de noter ceci. {label} : {}. Cordialement", "{key}: '{}'", "[{label}] {}", "_{label}_ {}",
)  # fmt: skip
"""Forms, lists, tables, code and JSON: for whatever has a label."""


class Kind(NamedTuple):
    make: Maker
    labels: tuple[str, ...]
    key: str
    said: tuple[str, ...]


KINDS: dict[str, Kind] = {
    "PHONE_FR": Kind(lambda c: dialled(c, c.choice(FRENCH_PHONES)), ("Tél", "Téléphone", "Portable", "Mobile", "N° de tél.", "Fixe", "Numéro"), "telephone", (
        "tu me rappelle sur {} stp", "cc c mon nouvo num {}", "Vous pouvez me joindre au {} entre 9h et 18h.", "slt c {} mon num", "Je reste à votre disposition au {}.", "ptdr appelle {} il répond jamais", "my french number is {}", "whatsapp {}", "mon 06 : {}",
        "garde le {} on sait jamais", "si urgence {} ou {} non jsp", "Laissez un message sur le répondeur ({}).", "SOS plombier {}", "call me at {} when you land in Paris", "ajoute moi {}", "pour la coloc contacter Mme au {}", "{}", "on s'appelle ? {}", "texte-moi {}", "j'ai perdu mon tel, le nouveau c'est {}",
    )),
    "PHONE_OVERSEAS": Kind(lambda c: dialled(c, c.choice(OVERSEAS_PHONES)), ("Tél", "GSM Réunion", "Téléphone", "Portable"), "phone", ("appelle mwen {}", "mon numéro à la Réunion : {}", "tu peux me joindre en Guadeloupe au {}", "je suis à Nouméa, {}", "numéro de mamie {}", "texto au {} merci")),
    "PHONE_NEIGHBOUR": Kind(lambda c: dialled(c, c.choice(NEIGHBOUR_PHONES)), ("GSM", "Tél", "Natel", "Téléphone", "Mobile"), "gsm", ("mon gsm c'est le {}", "appelle-moi au {} septante", "voici mon natel {}", "you can reach me on {}", "Contactez le secrétariat au {}.", "mon numéro belge {}", "sonne-moi sur {}")),
    "PHONE_CANADA": Kind(lambda c: dialled(c, c.choice(CANADIAN_PHONES)), ("Cell", "Tél.", "Téléphone"), "phone", ("mon cell c'est {}", "texte-moi au {} bin là", "call me at {}", "le bureau de Québec : {}", "laisse un message au {}", "{} demandez Marc")),
    "PHONE_SPOKEN": Kind(spoken_phone, ("Téléphone", "Numéro"), "telephone", ("alors euh c'est le {} voilà", "je vous donne mon numéro {}", "notez bien {} merci", "le {}", "tu fais {} et tu demandes Marc", "appelle le {} ce soir")),
    "NIR": Kind(social_security, ("N° sécu", "Numéro de sécurité sociale", "NIR", "N° SS", "Sécurité sociale", "INSEE"), "nir", ("mon num de secu c {}", "Je vous communique mon numéro de sécurité sociale : {}.", "c'est quoi la clé pour {} ?", "assuré {} depuis 2019", "my french social security number is {}", "carte vitale {}", "numero secu de mon fils {}", "immatriculé sous le n° {}", "ameli me demande mon numéro, {}", "nss {}")),
    "COMPANY": Kind(company, ("SIRET", "SIREN", "N° SIRET", "RCS Lyon", "N° TVA", "TVA intracommunautaire"), "siret", ("mon siret c'est {}", "la boite a comme siren {}", "Société immatriculée au RCS de Nantes sous le numéro {}.", "my company number (SIRET) is {}", "facturez à SIRET {}", "auto-entrepreneur, siret {}")),
    "IBAN": Kind(account, ("IBAN", "RIB", "Compte", "N° de compte", "Coordonnées bancaires"), "iban", ("fais moi un virement sur {} stp", "voilà mon rib {}", "Je vous remercie de bien vouloir créditer le compte {}.", "transfer the rent to {}", "envoi les sous ici {}", "{}", "prélèvement sur {} le 5 du mois", "Banque : BNP, {} (BIC BNPAFRPP)", "c'est {} et au nom de ma mère")),
    "CARD": Kind(card, ("CB", "Carte bancaire", "N° de carte", "Visa", "Mastercard", "Amex"), "card_number", ("ma cb {} exp 04/27 cvv 123", "j'ai donné {} à un faux site", "La carte n° {} a été débitée deux fois.", "my card {} was charged twice", "débit sur {}", "opposition sur la carte {} svp", "{}")),
    "TAX": Kind(tax, ("Numéro fiscal", "N° fiscal", "SPI", "Identifiant fiscal"), "numero_fiscal", ("mon numero fiscal {} marche pas", "Référence fiscale : {}", "les impôts me demandent {}", "mon identifiant impots.gouv {}", "my French tax number is {}", "déclarant 1 : numéro fiscal {}")),
    "PLATE": Kind(plate, ("Immatriculation", "Plaque", "Véhicule", "Immat"), "plaque", ("ma caisse est immatriculée {}", "g vu une clio {} griller le feu, la plaque c {}".replace("{} griller", "rouge griller"), "Le véhicule immatriculé {} gêne la sortie.", "the car's plate is {}", "plaque {} stationnée devant chez moi", "carte grise au nom de ma femme, {}", "voiture {} volée hier", "le camion {} m'a rentré dedans sa plaque", "immat {}")),
    "PASSPORT": Kind(lambda c: shaped(c, "99AA99999"), ("Passeport", "N° de passeport", "Passport number"), "passport", ("mon passeport {} expire en mai", "passeport n°{}", "Titulaire du passeport français numéro {}, je sollicite un visa.", "my passport number is {}", "num passeport : {}", "passport {}")),
    "IDENTITY_CARD": Kind(lambda c: c.choice((digits(c, 12), shaped(c, "A9AA9AA99"), digits(c, 4) + " " + digits(c, 4) + " " + digits(c, 4), shaped(c, "A9A9A9A99"))), ("CNI", "Carte d'identité", "N° CNI", "Carte nationale d'identité", "Pièce d'identité"), "cni", ("ma cni c'est {}", "numéro de ma carte d'identité {}", "Carte nationale d'identité n° {}, délivrée par la préfecture.", "my French identity card number is {}", "carte identite {}", "pièce d'identité : CNI {}")),
    "DRIVING_LICENCE": Kind(lambda c: c.choice((digits(c, 12), shaped(c, "99AA99999"), digits(c, 2) + " " + digits(c, 2) + " " + digits(c, 2) + " " + digits(c, 6))), ("Permis de conduire", "N° de permis", "Permis"), "permis", ("mon permis c'est le {}", "permis B numéro {}", "Titulaire du permis de conduire n° {} délivré en 2012.", "my driving licence number is {}", "perdu mon permis {}", "numéro de permis : {}")),
    "STREET": Kind(street, ("Adresse", "Domicile", "Adresse de livraison", "Siège", "Lieu"), "adresse", (
        "j'habite au {}", "rdv {} a 20h", "Je soussigné, demeurant {}, atteste sur l'honneur.", "livrez au {} svp", "on se retrouve {} devant", "j'ai déménagé, maintenant c'est {}", "I live at {} in France", "le colis est parti au {}", "c'est où ? {}", "elle bosse {}", "domicilié {}", "mon adresse c {}", "viens {}", "Le logement est situé {}.", "un appart {} ça vous tente ?", "{}", "le resto est au {}, réserve",
    )),
    "TOWN": Kind(town, ("Ville", "CP Ville", "Commune", "Code postal", "Adresse"), "ville", ("j'habite {}", "je vis à {}", "né et élevé à {}", "Fait à {}, le jour même.", "livraison sur {}", "on est de {}", "I moved to {} last year", "appart à louer {}", "le centre est {} pas loin de la gare", "domicilié à {}")),
    "DATE": Kind(date, ("Date", "Le", "Délivré le", "Embauché le"), "date", ("c'était le {}", "on s'est mariés le {}", "Fait le {}.", "depuis le {} je dors mal", "I was hired on {}", "rdv le {} chez le dentiste", "mon grand-père est mort le {}", "jusqu'au {} inclus", "({})")),
    "DATE_IN_WORDS": Kind(date_in_words, ("Date",), "date", ("c'était le {}", "L'an, le {}, devant nous, notaire.", "on s'est rencontrés le {}", "le {} je m'en souviens encore", "mariés le {} à la mairie", "elle est partie le {}", "jugement rendu le {}")),
    "BIRTH": Kind(birth, ("Né le", "Date de naissance", "Née le", "DDN", "Naissance"), "date_naissance", ("je suis né le {}", "mon fils est né le {} à Brest", "je suis née un {}", "nee le {} donc lion", "mon anniv c'est le {}", "ma date de naissance c {}", "I was born on {}", "elle est du {}, anniversaire bientôt", "ma mère, née le {}, vit seule", "anniversaire : {}", "ddn {}")),
    "EMAIL": Kind(mail, ("Mail", "E-mail", "Courriel", "Adresse mail", "Email"), "email", ("écris à {}", "mon mail c'est {}", "envoie ça sur {} stp", "Veuillez adresser votre candidature à {}.", "you can write to {}", "contact : {} ou sur place", "{}", "mon adresse {} marche plus", "facebook : {}")),
    "HANDLE": Kind(handle, ("Insta", "Pseudo", "Twitter", "Compte"), "username", ("suivez {} sur insta", "c {} mon insta", "RT {} : énorme", "merci {} pour la vidéo", "{} t'es où", "my handle is {}", ".{} a raison", "mdr {} tu abuses", "le compte de {} a sauté", "(via {})", "hello {}!")),
    "URL": Kind(link, ("Lien", "Site", "URL", "Profil"), "url", ("regarde {}", "tout est là {} !", "Voir {}.", "[ici]({})", "mon profil : {}", "check {} out", "clique sur {} et dis moi", "<{}>", "source {}, 2021")),
    "IP": Kind(address_ip, ("IP", "Adresse IP", "Serveur", "Hôte"), "ip", ("mon ip c'est {}", "connecte toi à {}", "ssh root@{}".replace("root@", "vers "), "Connexion refusée depuis {}.", "ban {} svp", "server at {} is down", "inet {} brd", "[12:04:55] login from {}", "curl {} ne répond pas")),
    "MAC": Kind(hardware, ("MAC", "Adresse MAC", "BSSID"), "mac", ("mon adresse mac est {}", "filtre {} sur la box", "device {} connected", "l'imprimante ({}) a disparu", "ether {} txqueuelen 1000", "wifi {}")),
    "CRYPTO": Kind(wallet, ("BTC", "Wallet", "Adresse ETH"), "wallet", ("envoie les sats ici {}", "mon wallet {}", "donate to {}", "il a vidé {} en une nuit")),
    "CREDENTIAL": Kind(secret, ("Clé API", "API key", "Token", "OPENAI_API_KEY"), "api_key", ("ma clé marche pas {}", "export API_KEY={}", "curl -H 'Authorization: Bearer {}'", "pourquoi {} renvoie 401", "token = '{}'", "j'ai push {} sur github par erreur")),
    "PASSWORD": Kind(password, ("Mot de passe", "MDP", "Password", "Code d'accès", "Code wifi", "Code PIN"), "password", ("le mdp c {}", "mon mot de passe est {}", "le code du wifi c'est {}", "login admin, password {}", "mdp netflix : {}", "identifiant : lucie / mdp : {}", "my password is {}", "le code de ma carte bleue est {}", "mot de passe provisoire : {}")),
}  # fmt: skip


def written(each: int, seed: int) -> Iterator[Written]:
    """`each` texts of every kind; the first of a kind go through all its carriers."""
    chance = Chance(seed)
    for entity, kind in KINDS.items():
        said = [*kind.said, *FORMS]
        for number in range(each):
            carrier = said[number % len(said)] if number < len(said) else chance.choice(said)
            value = kind.make(chance)
            if carrier in FORMS:
                carrier = carrier.replace("{label}", chance.choice(kind.labels)).replace(
                    "{key}", kind.key
                )
                carrier = (
                    carrier.replace("{{", "{").replace("}}", "}")
                    if '{"' in carrier or "{{" in carrier
                    else carrier
                )
            before, _, after = carrier.partition("{}")
            after = after.replace("{}", "le même")
            yield Written(before + value + after, len(before), len(before) + len(value), entity)
