"""The ordinary words of a language and its first names, to tell a name without its
capital from a word.

Source: the lemma tables that come with the spaCy models (French: Lefff and others, English:
WordNet; see the models' LICENSES_SOURCES). Compared without accents: who leaves out capitals
leaves out accents too.
"""

from pathlib import Path
from typing import Any

from spacy.lookups import Lookups

from filters.language import is_everyday
from filters.redaction.identities import folded

_TABLES = ("lemma_index", "lemma_exc")
_INFLECTIONS = ("s", "x", "e", "es", "ed", "d", "ing", "er", "ly", "ment")
_SLANG_WORDS = (
    "mdr mdrr ptdr lol jpp jsp tkt wsh wesh osef bcp pcq psq dsl svp stp slt bjr cc ouf ouais nan "
    "nn "
    "mtn auj ajd rdv mgl frr frerot khey reuf reum daron daronne keuf meuf keum zarma wallah wlh "
    "starfoullah hamdoulilah inchallah bg tg ntm fdp pd kiffe kiffer seum chelou relou teuf askip "
    "oklm tmtc jdcjdr qqn qqch qql tjr tjrs tt tte ya yen yavait jai cest ces jsuis chui chuis dla "
    "ping wifi mail mails email iban siret siren nir cb rib pdf app apps web bug bugs chatbot gpt "
    "chatgpt covid bah beh bof euh hein heu hmm haha hahaha hihi oups ok okay cool top fun live "
    "stream twitch insta snap tiktok youtube twitter facebook whatsapp netflix gonna wanna gotta "
    "kinda dunno cuz bruh dude omg lmao wtf idk btw imo tbh pls plz thx kinda yeah yep nope nah ugh"
)
_SLANG = frozenset(_SLANG_WORDS.split())

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

FIRST_NAMES = frozenset(
    Path(__file__).with_name("first_names.txt").read_text(encoding="utf-8").split()
)
"""First names that are no ordinary words, without accents. Written for this project from common
knowledge: frequent in France, in its overseas, among those whose families come from elsewhere, and
in English-speaking countries."""


class Lexicon:
    """The ordinary words of one model's language."""

    def __init__(self, model: Any) -> None:
        """In: the spaCy model, for the place of its tables."""
        tables = Lookups().from_disk(Path(model.path) / "lemmatizer" / "lookups")
        words: set[str] = set()
        for name in _TABLES:
            for group in tables.get_table(name).values():
                words.update(folded(word) for word in group if " " not in word)
        self._words = frozenset(words)

    def knows(self, word: str) -> bool:
        """Whether this is an ordinary word, or one with an ordinary ending."""
        plain = folded(word)
        if plain in self._words or plain in _SLANG or is_everyday(word.casefold()):
            return True
        return any(
            plain.endswith(ending) and plain[: -len(ending)] in self._words
            for ending in _INFLECTIONS
        )
