"""Special categories (GDPR, article 9): does a text speak of somebody's health, politics, religion,
sex life, union or origin?

A first version: words and phrases written for this project, French and English, chosen so that one
is enough. It errs on the side of setting aside; the donor may tick the box that keeps such lines.
"""

import re

_WORDS = {
    "health": r"cancers?|tumeur|chimioth[ée]rapie|diab[èe]t\w+|d[ée]pressi(?:on|f|ve)|"
    r"antid[ée]presseurs?|"
    r"schizophr\w+|bipolaires?|s[ée]ropositi\w+|vih|sida|avortement|ivg|fausse couche|enceinte|"
    r"handicap\w*|"
    r"autis(?:te|me)|ob[ée]sit[ée]|alcoolique|toxicoman\w+|suicid\w+|scarifi\w+|psychiatr\w+|"
    r"ma maladie|mon traitement|mes m[ée]dicaments|mon m[ée]decin|ordonnance m[ée]dicale|"
    r"hospitalis\w+|"
    r"tumou?r|chemotherapy|diabet\w+|depress(?:ion|ed)|hiv|aids|abortion|miscarriage|pregnant|"
    r"disabilit\w+|"
    r"autis(?:m|tic)|alcoholic|my (?:illness|disease|doctor|medication|therapist|diagnosis)|"
    r"diagnosed with|"
    r"mental health|bipolar|anorexi\w+|boulimi\w+|bulimi\w+|[ée]pilep\w+|fertilit[yé]|pma|"
    r"[ée]puisement|burn[- ]?out",
    "politics": r"j'ai vot[ée]|je vote|je voterai|(?:mon|notre) parti politique|"
    r"militante?s? (?:de|du|au|pour)|"
    r"extr[êe]me (?:droite|gauche)|rassemblement national|france insoumise|macroniste|lepéniste|"
    r"m[ée]lenchon|le pen|zemmour|gilets? jaunes?|i voted|i vote|my political|far[- ](?:right|"
    r"left)|"
    r"republican party|democratic party|communistes?|royalistes?|anarchistes?",
    "religion": r"musulmane?s?|islam\w*|catholiques?|chr[ée]tiene?n?e?s?|juive?s?|juda[iï]sme|"
    r"bouddhis\w+|hindou\w*|"
    r"ath[ée]e|mosqu[ée]e|synagogue|ramadan|ma foi|ma religion|la messe|pri[èe]re du|"
    r"t[ée]moins? de j[ée]hovah|"
    r"muslims?|christians?|jewish|buddhis\w+|hindus?|atheists?|mosque|my (?:faith|religion|"
    r"church)|catholic",
    "sex_life": r"homosexuel\w*|bisexuel\w*|lesbienne?s?|gays?|lgbt\w*|transgenre|transsexuel\w*|"
    r"mon orientation|"
    r"ma sexualit[ée]|rapports? sexuels?|mon amante?|libido|homosexual\w*|bisexual\w*|lesbians?|"
    r"transgender|"
    r"queer|my (?:sexuality|sexual orientation)|sex life|coming[- ]out|pornograph\w+",
    "union": r"syndiqu[ée]e?s?|syndicalistes?|mon syndicat|d[ée]l[ée]gu[ée]e? syndicale?|cgt|cfdt|"
    r"trade union|my union|union (?:rep|member|representative)|labou?r union",
    "origin": r"mes origines|origine (?:ethnique|africaine|maghr[ée]bine|arabe|asiatique)|"
    r"sans[- ]papiers|"
    r"demandeu\w+ d'asile|titre de s[ée]jour|ma race|noire? de peau|rom(?:s|anichel\w*)|gitane?s?|"
    r"my ethnicity|ethnic origin|asylum seeker|undocumented immigrant|my race",
}
_TOPICS = {
    topic: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for topic, words in _WORDS.items()
}


def topics_of(text: str) -> frozenset[str]:
    """The special categories a text speaks of; empty for most."""
    return frozenset(topic for topic, pattern in _TOPICS.items() if pattern.search(text))
