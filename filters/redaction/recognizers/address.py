"""Street addresses in French, and a postcode with its town.

A street without a number is masked when its name is capitalised: "rue Victor-Hugo" says where
somebody is. A country or a town alone is not.
"""

import re

from filters.redaction.finder import Finder, matches

_WAY = (
    r"(?:rue|avenue|av\.?|ave\.?|boulevard|boul\.?|bd\.?|bld\.?|blvd\.?|place|pl\.?|impasse|imp\.|"
    r"all[ée]es?|all\.|chemin|chem\.|ch\.|route|rte\.?|quai|cours|square|sq\.|passage|villa|"
    r"cit[ée]|"
    r"r[ée]sidence|r[ée]s\.|lotissement|lot\.|lieu[- ]dit|hameau|faubourg|fbg|sentier|ruelle|"
    r"esplanade|promenade|rond[- ]point|voie|mont[ée]e|traverse|venelle|chauss[ée]e|mail|clos|"
    r"parvis)"
)
_LINK = r"(?:(?:de la|de l['’]|de|du|des|d['’]|la|le|les|l['’]|aux?|à la|en|sur|sous|et)\s?)"
_STOP = (
    r"(?!(?:à|au|aux|et|en|est|c'est|pour|par|pas|depuis|chez|près|dans|avec|je|tu|il|elle|on|"
    r"nous|vous|"
    r"ils|mais|ou|où|qui|que|tel|tél|code|bat|bât|si|puis|car|donc|sans|vers|ce|cette|ma|mon|mes|"
    r"y|a|"
    r"demain|hier|ça|merci|stp|svp|the|and|is|in|at|to|for|my|near|with|sonne|sonnez)\b)"
)
_NAME = rf"(?:{_LINK}{{0,2}}{_STOP}(?!{_WAY}\b)[\w'’.\-]{{1,30}})"
_PROPER = r"(?-i:[A-ZÀ-ÖØ-Þ][\w'’.\-]{1,30})"
_TOWN = (
    r"(?-i:[A-ZÀ-ÖØ-Þ][\w'’\-]{1,30}"
    r"(?:[ -](?:sur|sous|en|la|le|les|l['’]|de|du|des|lès|d['’]|[A-ZÀ-ÖØ-Þ])[\w'’\-]{0,30}){0,5})"
)
_LOWER_TOWN = (
    rf"{_STOP}(?:(?:saint|sainte|st|ste|le|la|les|dos|da|de|du)[ \-])?[^\W\d_][\w'’\-]{{1,40}}"
)
_POSTCODE = r"(?:(?:F|FR|B|BE|CH|L|LU)[- ])?(?:0[1-9]|[1-9]\d)[ ]?\d{2,3}"
_CEDEX = r"(?:\s+cedex(?:\s\d{1,2})?)?"
_NUMBER = r"(?<![\w.,])\d{1,4}(?:\s?[-/]\s?\d{1,4})?\s?(?:bis|ter|quater|[a-d](?=[ ,]))?,?\s{1,2}"

_NUMBERED = re.compile(
    rf"{_NUMBER}(?!av\.? ?J)(?:(?:grande|petite|vieille|ancienne?)\s)?{_WAY}\s+{_NAME}"
    rf"(?:[ \t]+(?:{_LINK}{{0,2}}{_PROPER}|(?!\d){_NAME})){{0,3}}"
    rf"(?:[,\s]+{_POSTCODE}\s+(?:{_TOWN}|{_LOWER_TOWN}){_CEDEX})?",
    re.IGNORECASE,
)
_BEFORE_A_RANK = ("la", "sa", "ma", "ta", "ur", "ne", "me", "re", "es", "en")
_IN_STEAD = "".join(f"(?<!{end} )" for end in _BEFORE_A_RANK)
"""Behind "à la", "sa", "une", "première", a place is a rank or somebody's stead."""
_NAMED = re.compile(
    rf"(?<![\w-])(?:(?:rue|avenue|boulevard|bd|impasse|all[ée]e|chemin|quai|(?-i:square)|"
    rf"{_IN_STEAD}place)\s+{_LINK}{{0,2}}|(?:place)\s+){_PROPER}"
    rf"(?:[ -]{_LINK}{{0,2}}{_PROPER}){{0,4}}(?:[,\s]+{_POSTCODE}\s+{_TOWN}{_CEDEX})?",
    re.IGNORECASE,
)
_WITH_TOWN = re.compile(
    rf"(?<![\w.,-])(?:F-|FR-|B-|CH-|L-)?(?:0[1-9]|[1-8]\d|9[0-5]|97|"
    rf"98)\s?\d{{3}}\s+{_TOWN}{_CEDEX}(?!\s?€)"
)
_NO_TOWN = (
    r"(?!(?:euros?|eur|dollars?|fois|personnes?|gens|habitants?|ans|jours?|heures?|km|kilom\w+|"
    r"m[èe]tres?|"
    r"mots?|caract\w+|lignes?|points?|vues?|likes?|abonn\w+|followers?|exemplaires?|places?|pas|"
    r"balles?|"
    r"tonnes?|litres?|pages?|calories?|kcal|watts?|tours?/|volts?|francs?|soldats?|morts?|"
    r"salari\w+|"
    r"people|times|words|dollars|years|steps|users|views)\b)"
)
_LOWER_POSTCODE = r"(?<![\w.,])(?:0[1-9]|[1-8]\d|9[0-58]|97)\d{3}"
_TOWN_LOWER = re.compile(
    rf"(?:\b[àa]|\badresse|:|,|\bau|\bvers|"
    rf"\bsur)\s{{1,2}}(?P<value>{_LOWER_POSTCODE}\s+{_NO_TOWN}{_LOWER_TOWN})",
    re.IGNORECASE,
)
_STREET_LOWER = re.compile(
    rf"(?:\bhabit\w{{0,6}}|\badresse\s?:?|\blivr\w{{1,5}}|\brdv|\brendez-vous|\bvis|\bloge|"
    rf"\bdomicili\w{{1,3}})\s"
    rf"(?:(?:au|[àa]|chez moi|:)\s)?(?P<value>{_WAY}\s+{_NAME}(?:[ ]{_NAME}){{0,2}}"
    rf"(?:[,\s]+{_POSTCODE}\s+{_LOWER_TOWN})?)",
    re.IGNORECASE,
)
_STREET_TO_TOWN = re.compile(
    rf"(?<![\w-]){_WAY}\s+{_NAME}(?:[ ]{_NAME}){{0,2}},?\s(?:0[1-9]|[1-8]\d|9[0-58]|"
    rf"97)\d{{3}}\s+{_LOWER_TOWN}",
    re.IGNORECASE,
)
_TOWN_FIRST = re.compile(
    rf"(?:^|(?<=[,:(\n] )|(?<=\bà )|(?<=\bde )|(?<=\bsur ))(?=.[a-zà-ÿ])"
    rf"{_TOWN},?\s\(?(?:0[1-9]|[1-8]\d|9[0-5]|97|98)\d{{3}}\)?(?!\w)"
)
_BOX = re.compile(r"\b(?:BP|B\.P\.|CS|P\.?O\.? Box)\s?\d{2,6}\b")

recognizer = Finder(
    "ADDRESS",
    matches(
        _NUMBERED,
        _NAMED,
        _WITH_TOWN,
        _TOWN_LOWER,
        _STREET_LOWER,
        _STREET_TO_TOWN,
        _TOWN_FIRST,
        _BOX,
    ),
    needs=rf"\d|(?<!\w){_WAY}\s",
)
