"""The language of a text: everyday words first, a trained classifier for what they do not settle.

Chat messages are short and informal; a handful of words that only one language has decides most of
them. The word lists were written for this project. What neither settles is `und`.
"""

import re
from collections import defaultdict
from functools import lru_cache
from typing import Any

UNKNOWN = "und"
_LANGUAGES = ("fr", "en", "de", "es", "it", "pt", "nl")
_EVERYDAY = {
    "fr": "je tu il elle nous vous ils elles le la les un une des du au aux et est suis es sommes "
    "êtes sont ai as avons avez ont mais ou où donc que qui quoi dont ce cet cette ces mon ma mes "
    "ton ta tes son sa ses notre votre leur pas plus très trop bien merci salut bonjour bonsoir "
    "oui "
    "non avec sans pour dans sur sous chez quand comment pourquoi parce comme aussi encore fait "
    "faire peux peut veux veut dois c'est j'ai t'as qu'il d'un d'une l'a n'est moi toi lui ça cela "
    "en on ne se me te y leur lui chaque rien tout tous toute mdr ptdr stp svp jsuis chuis ouais "
    "voilà alors après avant demain hier de par combien quel quelle quels quelles être avoir",
    "en": "i you he she we they the an of and is am are was were be been have has had do does did "
    "but or nor not don't doesn't isn't that this these those my your his her our their with without "
    "for from at by what who how why when where which thanks thank please hello hi yes yeah can cannot "
    "so me out no my good get got know u ur could would should will it's i'm you're that's what's "
    "to it there here about just like some",
    "de": "ich du er sie wir ihr der die das den dem ein eine einen und ist bin sind war habe hat "
    "haben nicht kein aber oder mit für auf von zu wie was wer warum danke bitte ja nein gut es "
    "mir",
    "es": "yo él ella nosotros el los las una unos y es soy eres somos son estoy está están muy "
    "pero "
    "porque qué cómo cuándo dónde gracias hola sí con sin para por mi tus su del al lo también "
    "estás de",
    "it": "io lui lei noi voi il lo gli uno una e è sono sei siamo ho hai abbiamo non ma perché "
    "che "
    "come quando dove grazie ciao sì con senza per di da della nel mio tuo suo anche molto stai",
    "pt": "eu ele ela nós você vocês o os as um uma e é sou são estou está não mas porque que como "
    "quando onde obrigado obrigada olá sim com sem para por meu seu também muito isso de",
    "nl": "ik jij hij zij wij jullie de het een en is ben zijn heb heeft niet geen maar of met "
    "voor "
    "op van hoe wat wie waarom bedankt hallo ja nee goed mijn jouw dit dat ook",
}
_OF_WORD: dict[str, tuple[str, ...]] = {}
for _language, _words in _EVERYDAY.items():
    for _word in _words.split():
        _OF_WORD[_word] = (*_OF_WORD.get(_word, ()), _language)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT_PROSE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|https?://\S+|\S+@\S+", re.DOTALL)
_SAMPLE_CHARS = 2000
_WORDS_FOR_CLASSIFIER = 3
_SURE = 0.9
_CLASSIFIED = (*_LANGUAGES, "ar", "ca", "pl", "ro", "ru", "sv", "tr", "uk", "vi", "zh", "ja", "ko")
"""What the classifier chooses from: among a hundred, slang looks like a rare one."""


def detect(text: str) -> tuple[str, float]:
    """Language as BCP 47 and a confidence from 0 to 1; (`und`, 0.0) where nothing tells.

    Code and addresses are left out: it is the prose around them that is read.
    """
    prose = _NOT_PROSE.sub(" ", text[:_SAMPLE_CHARS]) or text[:_SAMPLE_CHARS]
    words = [word.replace("’", "'").casefold() for word in _WORD.findall(prose)]
    votes: defaultdict[str, float] = defaultdict(float)
    for word in words:
        for part in (word, *word.split("'")) if "'" in word else (word,):
            languages = _OF_WORD.get(part, ())
            for language in languages:
                votes[language] += 1 / len(languages)
    ranked = sorted(votes.items(), key=lambda vote: -vote[1])[:2]
    best = ranked[0] if ranked else (UNKNOWN, 0.0)
    lead = best[1] - (ranked[1][1] if len(ranked) > 1 else 0.0)
    if lead >= max(1.0, 0.1 * len(words)):
        return best[0], min(1.0, 0.5 + lead / max(len(words), 1))
    if len(words) >= _WORDS_FOR_CLASSIFIER:
        language, probability = classifier().classify(prose)
        if probability >= _SURE:
            return str(language), float(probability)
    if lead > 0:
        return best[0], 0.5
    if words and _is_foreign_script(prose):
        language, probability = classifier().classify(prose)
        return str(language), float(probability)
    return UNKNOWN, 0.0


def _is_foreign_script(prose: str) -> bool:
    letters = [c for c in prose if c.isalpha()]
    return sum(ord(c) > 0x24F for c in letters) * 2 > len(letters)


@lru_cache(1)
def classifier() -> Any:
    """The trained classifier, py3langid's. Called before forking, its model is shared."""
    # Loaded when first needed: counting without redaction never asks for a language.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_CLASSIFIED)
    return identifier


def is_everyday(word: str) -> bool:
    """Whether a lower-case word is one of the common words of a language."""
    return word in _OF_WORD
