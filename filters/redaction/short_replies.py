"""Words that short replies are made of, where a name could stand: "merci, parfait", "thanks, done".

Behind thanks a name is as likely as a verdict, and nothing but the word tells them apart. Three
kinds: what nobody is called by is a word however it is written; what a few are called by is one in
small letters, behind thanks or another such word, or where a reply begins; what more are called by
("merci claire") is one only where the sentence goes on as behind no name ("claire et concise",
"claire explication"). In doubt a word is left to those who look for names.
"""

import re

from filters.redaction.identities import folded
from filters.redaction.lexicon import (
    FIRST_NAMES,
    NAMES_THAT_ARE_WORDS,
    RARER_NAMES_THAT_ARE_WORDS,
    SELDOM_NAMES,
    VERDICTS,
    is_no_name,
)

_SAID_BESIDE_WORDS = (
    "absolutely adieu ai amis assistant assistante banger bisous bot bro bud buddy bye byebye "
    "camarade camarades captain certainly champ chatbot cheerio chouchou chef cheffe chief ciao "
    "coach collegues completely computer congrats congratulations copains courage cya dac daccord "
    "deal definitely desole desolee doc dude equipe exactly felicitation felicitations folks "
    "frankly gem genius goat gold gotcha goodbye goodnight guys honestly hope ia indeed internet "
    "lads later legend machine madam maitre maitresse master masterpiece mate nah night no nope "
    "ok okay ordi ordinateur pal pardon patron patronne perfectly precisely prof professeur "
    "professor really robot salut seriously sir sorry sure tchao teacher team totally truly wow "
    "yay yep yup"
)
_THANKS_WORDS = "merci mercis bravo thanks thank you thx ty cheers ta chapeau super"
_THANKS = frozenset(_THANKS_WORDS.split())
_REPLY_WORDS = VERDICTS | _THANKS | frozenset(_SAID_BESIDE_WORDS.split())
"""With assent, leave-taking, and what one calls somebody whose name one does not say."""
_ADVERBS_WORDS = (
    "c c'est est que vraiment tres trop si plus tout juste bien assez beaucoup bcp fort "
    "it's that's is so very really all just too much lot"
)
_BEFORE_VERDICTS = (_REPLY_WORDS - frozenset(["salut"])) | frozenset(_ADVERBS_WORDS.split())
_NAMES_TOO = (NAMES_THAT_ARE_WORDS - SELDOM_NAMES) | RARER_NAMES_THAT_ARE_WORDS
_WORK = (
    r"(?:explications?|r[ée]ponses?|travail|travaux|boulot|taf|job|r[ée]sum[ée]s?|traductions?|"
    r"textes?|synth[èe]ses?|r[ée]dactions?|analyses?|versions?|formulations?|id[ée]es?|conseils?|"
    r"pr[ée]sentations?|tableaux?|solutions?|images?|answers?|explanations?|work|summary|"
    r"summaries|translations?|advice|tips?|ideas?)"
)
_GOES_ON = re.compile(
    rf"[ ]{_WORK}(?!\w)|[ ]comme (?:de l['’]eau|du cristal)|"
    r"(?<=hope)[ ](?:it|this|that|you|so|to)\b|"
    r"[ ](?:et|and|&|mais|but)[ ](?P<word>[^\W\d_]+)(?=\s*(?:[.,;:!?)\n]|$|merci|thanks))",
    re.IGNORECASE,
)
_AND_WHO = re.compile(r"[ ](?:et|and|&)[ ]([^\W\d_]+)", re.IGNORECASE)
_SAID_TO_SOMEBODY = re.compile(
    r"[ ]?,?[ ](?:[àa] (?:demain|plus|bient[ôo]t|toute?|ce soir|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche)|bises|bisous|see you|"
    r"(?:pour|for) (?:hier|ton|ta|tes|votre|vos|tout|your|yesterday))(?!\w)",
    re.IGNORECASE,
)
"""Behind "merci parfait", what is said to people: "à demain", "pour ton aide"."""
_WENT_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)[ ](?:et|and|&|mais|but)[ ]$")
_BEFORE = re.compile(r"([\w'’]+)[ ]$")
_OPENS = re.compile(r"(?:^|[.!?…\n])[\s\"«*_-]{0,3}$")
_CHARS_BEFORE = 30
_DRAWN = re.compile(r"([^\W\d_])\1{2,}")


def is_reply_word(text: str, start: int, end: int) -> bool:
    """Whether the word that stands there is one of a reply, and nobody's name."""
    written = text[start:end]
    plain = _DRAWN.sub(r"\1", folded(written))
    if plain not in _REPLY_WORDS:
        return False
    is_name_too = plain in _NAMES_TOO
    if not is_name_too and plain not in SELDOM_NAMES and is_no_name(plain):
        return True
    head = text[max(0, start - _CHARS_BEFORE) : start]
    if not (written.islower() or text.isupper()):
        return not is_name_too and _OPENS.search(head) is not None
    if is_name_too:
        return _is_adjective(text, end, head)
    before = _BEFORE.search(head)
    last = folded(before[1]).replace("’", "'") if before else ""
    if plain in NAMES_THAT_ARE_WORDS and (last in _THANKS and _SAID_TO_SOMEBODY.match(text, end)):
        return False
    also = _AND_WHO.match(text, end)
    if also is not None and folded(also[1]) in FIRST_NAMES:
        return False
    return not last or last in _BEFORE_VERDICTS


def _is_adjective(text: str, end: int, head: str) -> bool:
    """Whether a noun or a second verdict ties the word to what was done."""
    after = _GOES_ON.match(text, end)
    if after is not None and (after["word"] is None or _is_verdict(after["word"])):
        return True
    before = _WENT_BEFORE.search(head)
    return before is not None and _is_verdict(before["word"])


def _is_verdict(word: str) -> bool:
    plain = folded(word)
    return plain in VERDICTS and plain not in _NAMES_TOO
