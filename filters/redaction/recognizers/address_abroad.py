"""Street addresses outside the French-speaking world: English, and the forms of Europe's languages.

A house number before a street ("12 High Street"; kinds of street after USPS Publication 28,
appendix C1), after it ("Hauptstraße 12", "ul. Grochowa 80", "Via Roma 131"), or with a flat
("9021 Kesk 53, Apt. 12"); after words that announce an address, a number and a name are enough.
What follows goes too: flat, town, state, postcode, country.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Condition, Finder, Hit, either, figures, has, holds, says

_STREETS = (
    "All(?:ey|y)|Ave(?:nue)?|Bend|Boulevard|Blvd|Branch|Bridge|Brooks?|Bypass|Causeway|Cent(?:er|re)s?|"
    "Cir(?:cles?)?|Close|Cliffs?|Common|Corners?|Course|Courts?|Ct|Coves?|Creek|Crescent|Crest|"
    "Crossing|Crossroads?|Curve|Dale|Dam|Divide|Drives?|Dr|Estates?|Expressway|Extensions?|Falls?|"
    "Ferry|Fields?|Flats?|Fords?|Forest|Forges?|Forks?|Fort|Freeway|Gardens?|Gateway|Glens?|Greens?|"
    "Groves?|Harbors?|Haven|Heights|Highway|Hwy|Hills?|Hollow|Inlet|Islands?|Isle|Junctions?|Keys?|"
    "Knolls?|Lakes?|Landing|Lane|Ln|Lights?|Loaf|Locks?|Lodge|Loop|Mall|Manors?|Meadows?|Mews|Mills?|"
    "Mission|Motorway|Mount(?:ains?)?|Neck|Orchard|Oval|Overpass|Parks?|Parkways?|Pkwy|Pass|Passage|"
    "Path|Pike|Pines?|Place|Pl|Plains?|Plaza|Points?|Ports?|Prairie|Radial|Ramp|Ranch|Rapids?|Rest|"
    "Ridges?|River|Roads?|Rd|Route|Row|Run|Shoals?|Shores?|Skyway|Springs?|Spurs?|Squares?|Sq|Station|"
    "Stravenue|Stream|Streets?|St|Summit|Terrace|Throughway|Trace|Track|Trail|Trailer|Tunnel|Turnpike|"
    "Underpass|Unions?|Valleys?|Via|Viaduct|Views?|Villages?|Ville|Vista|Walks?|Wall|Ways?|Wells?"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\W_]{0,24}(?:['’.\-][^\W_]{1,24}){0,2}\.?"
_NAME = rf"(?:{_CAPITAL}|of|the|del?|della|dei|d[ao]s?|di|la|y|van|den|der|am|im|na|nad)"
_ANY = r"[^\W_][\w'’.\-]{0,30}"
_NUMBER = r"(?<![\w.,\-])\d{1,6}[A-Za-z]?,?[ ]"
_LAST_NUMBER = r"\d{1,5}[a-zA-Z]?(?![\w%€$]|[.,]\d)\.?"
_GAP = r"[ ]?[ ,\n]>?[ ]?[,\n]?[ ]?"
_UNIT = (
    r"(?:(?i:apt|apartment|appt)\.?[ ]?[#№]?[ ]?\d{1,5}[A-Za-z]?|(?:Suite|Flat|Ste\.?)[ ]\d{1,5}[A-Za-z]?"
    r"|(?<!la )(?<!ne )(?<!de )(?<!a )(?<!the )(?:suite|SUITE)[ ]\d{3,5}|(?:Unit|Floor|Room|Box)[ ]#?\d{1,5}[A-Za-z]?)(?!\w)"
)
_POSTCODE = (
    r"(?:[A-Z]{2,3}[ ])?(?:\d{4,6}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}"
    r"|[A-Z]\d[A-Z][ ]?\d[A-Z]\d)(?!\w)"
)
_REST = (
    rf"(?:(?:{_GAP}{_UNIT}){{1,2}}(?:(?:{_GAP}{_CAPITAL}){{1,6}}(?:{_GAP}{_POSTCODE})?|{_GAP}{_POSTCODE})?"
    rf"|(?:{_GAP}{_CAPITAL}){{0,6}}{_GAP}{_POSTCODE}"
    rf"|(?:,[ \n]{{1,2}}{_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}}){{1,3}})?"
)
_NUMBER_FIRST = re.compile(
    rf"{_NUMBER}(?:[NSEW]\.?[ ])?(?:{_NAME}[ ]|\d{{1,3}}(?:st|nd|rd|th)[ ]|\d{{1,5}}[ ]){{1,5}}"
    rf"(?:{_STREETS})\b\.?(?:[ ][NSEW]\b)?{_REST}"
)
_WITH_UNIT = re.compile(rf"{_NUMBER}(?:{_ANY}[ ,\n]{{1,3}}){{0,5}}?{_ANY}(?={_GAP}{_UNIT}){_REST}")
_LOWER_KINDS = (
    "street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|crescent|court|ct|terrace|gardens|grove|place|pl|square|sq|boulevard|blvd|"
    "parkway|pkwy|way|mews|hill|row|walk|circle|cir|trail|highway|hwy"
)
_LOWER_POSTCODE = r"(?:[a-z]{1,2}\d[a-z\d]?[ ]?\d[a-z]{2}|[a-z]\d[a-z][ ]?\d[a-z]\d|(?:[a-z]{2}[ ])?\d{5}(?:-\d{4})?)(?!\w)"
_LOWER_REST = rf"(?:,?[ ](?:(?:apt|apartment|flat|unit|suite)[ ]#?\d{{1,5}}[a-z]?,?[ ])?(?:[a-z'’\-]{{2,20}},?[ ]){{0,4}}{_LOWER_POSTCODE})"
_LOWER_STREET = rf"\d{{1,5}}[a-z]?,?[ ](?:[a-z'’\-]{{2,20}}[ ]){{1,3}}(?:{_LOWER_KINDS})(?!\w)"
_LOWER_WITH_POSTCODE = re.compile(
    rf"(?<![\w.,\-])(?:(?:flat|apt|apartment|unit)[ ]\d{{1,4}}[a-z]?,?[ ])?{_LOWER_STREET}{_LOWER_REST}",
    re.IGNORECASE,
)
_LOWER_ANNOUNCED = re.compile(
    rf"\b(?:address(?:[ ]is|[ ]?:)|(?:live[sd]?|living|stay|staying|reside[sd]?|located|is)[ ](?:at|on)|(?:moved|deliver(?:ed)?|ship(?:ped)?|mail(?:ed)?|sent?)[ ](?:it[ ])?to)"
    rf"[ ](?P<value>{_LOWER_STREET})",
    re.IGNORECASE,
)
_NAMED_BEFORE_POSTCODE = re.compile(
    rf"(?<![\w.,\-])\d{{1,4}}[A-Za-z]?,?[ ](?:{_CAPITAL}[ ]){{0,3}}{_CAPITAL},[ \n](?:{_CAPITAL},?[ ]){{1,4}}(?:[A-Z]{{1,2}}\d[A-Z\d]?[ ]?\d[A-Z]{{2}}|[A-Z]\d[A-Z][ ]?\d[A-Z]\d|[A-Z]{{2}}[ ]\d{{5}})(?!\w)"
)
"""A street without a kind ("14 Peckham Rye") is one before a town and its postcode."""
_UNIT_CHARS = 12
_UNIT_BEFORE = re.compile(r"(?<!\w)(?:Flat|Unit|Apartment|Apt|Suite|Room)\.?[ ]#?$", re.IGNORECASE)
_KINDS_AT_END = (
    "stra(?:ss|ß)e|weg|gasse|platz|(?<!v)allee|ufer|damm|straat|laan|gracht|dijk|vej|vangen|vænget|"
    "vägen|gatan|gata|gränd|veien|veg|gården|stræde|katu|kuja|polku|tänav|iela|gatvė"
)
_NUMBER_LAST = re.compile(
    rf"(?<!\w)(?:\d{{1,6}}[ ])?(?:(?:{_CAPITAL}[ ]){{0,3}}[^\W\d_]{{2,24}}(?i:{_KINDS_AT_END})|(?:{_CAPITAL}[ ])"
    rf"{{1,3}}(?:Stra(?:ss|ß)e|Weg|Gasse|Platz|Allee|utca|út|útja|tér|tere|u\.|krt\.|köz|rkp\.|gate))"
    rf"[ ]{_LAST_NUMBER}{_REST}"
)
_KINDS = (
    r"ul\.|ulica|al\.|aleja|os\.|pl\.|(?-i:Via)|viale|corso|piazza|vicolo|calle|c/|avda\.?|avenida|av\.|"
    r"plaza|paseo|rua|travessa|praça|largo|estrada|str\.|strada|ulitsa|cami|carrer"
)
_KIND_FIRST = re.compile(
    rf"(?<![\w.])(?:\d{{1,6}}[ ])?(?i:{_KINDS})[ ](?:{_NAME}[ ]){{1,4}}(?:n[º°.][ ]?)?{_LAST_NUMBER}"
    rf"{_REST}"
)
_MILITARY = re.compile(
    r"(?<!\w)(?:Unit|PSC|CMR)[ ]\d{3,5},?\s(?:Box|BOX)[ ]\d{1,5}(?:[,\s]{1,3}[ADF]PO,?[ ]A[AEP][ ]\d{5})?"
    r"|(?<!\w)(?:USS|USNS|USNV|USCGC)(?:[ ][A-Z][\w\-]{1,30}){1,2}[,\s]{1,3}FPO,?[ ]A[AEP][ ]\d{5}"
)
_ANNOUNCED = re.compile(
    r"\b(?:address(?:[ ]is|[ ]?:)|(?:live[sd]?|living|stay|staying|reside[sd]?)[ ]in|(?:live[sd]?|living|stay|staying|reside[sd]?|located|off|us|me|is)[ ]at|"
    r"(?:home|house|office)[ ](?:at|is)|(?:moved|deliver(?:ed)?|ship(?:ped)?|mail(?:ed)?)[ ](?:it[ ])?to)"
    rf"[ \n]{{1,2}}(?P<value>\d{{1,6}}[a-z]?[ ](?:(?:{_NAME}|\d{{1,5}})[ ]){{0,5}}{_CAPITAL}(?:[ ]\d{{1,5}})?{_REST})"
)
_CORNER = re.compile(
    rf"(?:\bthe[ ])?\b(?:corner|intersection)[ ]of[ ](?:(?:{_NAME}|\d{{1,5}})[ ]){{1,6}}and"
    rf"(?:[ ](?:{_NAME}|\d{{1,5}})){{1,5}}(?<![ ](?:of|la|de|di|da))"
)
_UNIT_ALONE = re.compile(r"(?<!\w)(?i:apt|apartment|appt)\.?[ ]?[#№]?[ ]?\d{1,5}[A-Za-z]?(?!\w)")
_POSTCODE_ALONE = re.compile(
    r"(?<!\w)(?:[A-Z][\w'’\-]{1,30}(?:\s[A-Z][\w'’\-]{1,30}){0,2}(?:,\s|\s(?!(?:DE|LA|EN|ET|OU|UN)\s))(?:[A-Z]{2}\s\d{5}(?:-\d{4})?"
    r"|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|(?:[A-Z]{2}\s)?[A-Z]\d[A-Z]\s\d[A-Z]\d))(?!\w)"
)
_NO_NUMBER_OF_HOUSE = re.compile(
    r"50[24]\s(?:bad\s)?gateway\b|\d{1,6}\s(?:people|times|years?|days?|hours?|minutes?|miles?|percent|degrees|dollars|euros|[AP]M|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b",
    re.IGNORECASE,
)
_PATTERNS: tuple[tuple[re.Pattern[str], Condition], ...] = (
    (_NUMBER_FIRST, says(
        "alley", "ally", "ave", "avenue", "bend", "boulevard", "blvd", "branch", "bridge", "brook", "brooks", "bypass", "causeway",
        "center", "centers", "centre", "centres", "cir", "circle", "circles", "close", "cliff", "cliffs", "common", "corner", "corners",
        "course", "court", "courts", "ct", "cove", "coves", "creek", "crescent", "crest", "crossing", "crossroad", "crossroads", "curve",
        "dale", "dam", "divide", "drive", "drives", "dr", "estate", "estates", "expressway", "extension", "extensions", "fall", "falls",
        "ferry", "field", "fields", "flat", "flats", "ford", "fords", "forest", "forge", "forges", "fork", "forks", "fort", "freeway",
        "garden", "gardens", "gateway", "glen", "glens", "green", "greens", "grove", "groves", "harbor", "harbors", "haven", "heights",
        "highway", "hwy", "hill", "hills", "hollow", "inlet", "island", "islands", "isle", "junction", "junctions", "key", "keys", "knoll",
        "knolls", "lake", "lakes", "landing", "lane", "ln", "light", "lights", "loaf", "lock", "locks", "lodge", "loop", "mall", "manor",
        "manors", "meadow", "meadows", "mews", "mill", "mills", "mission", "motorway", "mount", "mountain", "mountains", "neck", "orchard",
        "oval", "overpass", "park", "parks", "parkway", "parkways", "pkwy", "pass", "passage", "path", "pike", "pine", "pines", "place",
        "pl", "plain", "plains", "plaza", "point", "points", "port", "ports", "prairie", "radial", "ramp", "ranch", "rapid", "rapids",
        "rest", "ridge", "ridges", "river", "road", "roads", "rd", "route", "row", "run", "shoal", "shoals", "shore", "shores", "skyway",
        "spring", "springs", "spur", "spurs", "square", "squares", "sq", "station", "stravenue", "stream", "street", "streets", "st",
        "summit", "terrace", "throughway", "trace", "track", "trail", "trailer", "tunnel", "turnpike", "underpass", "union", "unions",
        "valley", "valleys", "via", "viaduct", "view", "views", "village", "villages", "ville", "vista", "walk", "walks", "wall", "way",
        "ways", "well", "wells",
    )),
    (_LOWER_WITH_POSTCODE, has(r"\d[A-Za-z]{2}(?!\w)|\d[A-Za-z]\d|\d{5}")),
    (_LOWER_ANNOUNCED, says("address", "live", "lives", "lived", "living", "stay", "staying", "reside", "resides", "resided", "located", "is",
                            "moved", "deliver", "delivered", "ship", "shipped", "mail", "mailed", "send", "sent")),
    (_NAMED_BEFORE_POSTCODE, has(r"\d[A-Z]{2}(?!\w)|\d[A-Z]\d|[A-Z]{2}[ ]\d{5}")),
    (_WITH_UNIT, holds("apt", "apart", "appt", "suite", "flat", "ste", "unit", "floor", "room", "box")),
    (_NUMBER_LAST, either(
        says("weg", "gasse", "platz", "allee", "utca", "ut", "utja", "ter", "tere", "u", "krt", "koz", "rkp", "gate"),
        holds("stra", "weg", "gasse", "platz", "allee", "ufer", "damm", "laan", "gracht", "dijk", "vej", "vangen", "vænget",
              "gata", "gränd", "vei", "veg", "vägen", "gården", "stræde", "katu", "kuja", "polku", "tänav", "iela", "gatvė"),
    )),
    (_KIND_FIRST, either(
        says("ul", "ulica", "al", "aleja", "os", "pl", "via", "viale", "corso", "piazza", "vicolo", "calle", "avda", "avenida", "av",
             "plaza", "paseo", "rua", "travessa", "praca", "largo", "estrada", "str", "strada", "ulitsa", "cami", "carrer"),
        holds("c/"),
    )),
    (_MILITARY, holds("box", "fpo")),
    (_ANNOUNCED, holds("address", "live", "living", "stay", "resid", "located", "off at", "us at", "me at", "is at", "home", "house",
                       "office", "moved", "deliver", "ship", "mail")),
    (_CORNER, holds("corner", "intersection")),
    (_UNIT_ALONE, holds("apt", "apart", "appt")),
    (_POSTCODE_ALONE, has(r"[A-Z\d]\s\d")),
)  # fmt: skip
"""Each with what it finds nothing without."""


def _find(text: str) -> Iterator[Hit]:
    for pattern, needed in _PATTERNS:
        if not needed(text):
            continue
        for match in pattern.finditer(text):
            start, end = match.span("value" if "value" in pattern.groupindex else 0)
            if unit := _UNIT_BEFORE.search(text, max(0, start - _UNIT_CHARS), start):
                start = unit.start()
            if not _NO_NUMBER_OF_HOUSE.match(text, start):
                yield start, start + len(text[start:end].rstrip(" ,\n"))


recognizer = Finder("ADDRESS", _find, needs=either(figures(1), holds("corner of", "section of")))
