"""Ages of the writer and of those close to them: "j'ai 34 ans", "mon fils de 7 ans", "I'm 34".

An age needs a person: years of experience, of delay or of a guarantee stay, and so does the age of
somebody in the news.
"""

import re

from filters.redaction.finder import Finder, matches

_NUMBER = r"(?:\d{1,2}|1[01]\d)"
_WORDS = (
    r"(?:(?:quatre[- ]vingt|soixante|cinquante|quarante|trente|vingt)(?:s|(?:[- ]et)?[- ](?:une?|onze))?(?:[- ](?:deux|trois|quatre|cinq|six|"
    r"sept|huit|neuf|dix(?:[- ](?:sept|huit|neuf))?|douze|treize|quatorze|quinze|seize))?|deux|trois|quatre|cinq|six|sept|huit|neuf|"
    r"dix(?:[- ](?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize)"
)
_AGE = rf"(?:{_NUMBER}|{_WORDS})[ ]ans(?: et demie?)?"
_NOT_LIVED = r"(?![ ](?:d['’]|de[ ]|pour\b|apr[èe]s|avant|plus tard|ferme|avec sursis|en arri[èe]re|à (?:attendre|rattraper)))"
_KIN = (
    r"(?:fils|filles?|gar[çc]on|enfants?|b[ée]b[ée]|gamine?|ado|m[èe]re|p[èe]re|maman|papa|fr[èe]res?|s[œo]e?urs?|mari|femme|"
    r"copain|copine|conjointe?|grand[- ](?:m[èe]re|p[èe]re)|mamie|papi|neveu|ni[èe]ce|cousine?|petite?[- ](?:fils|fille))"
)
_OWN = re.compile(
    rf"(?<!\w)(?:j['’ ]?ai|j['’]aurai|j['’]avais|j['’]vais avoir|je vais avoir|je viens d['’]avoir|j['’]ai eu|je fais|"
    rf"(?:je suis|moi)[ ,]+(?:une?[ ]\w{{1,15}}[ ](?:de[ ])?)?(?:[âa]g[ée]e?[ ]de[ ])?)[ ]?(?:bient[ôo]t[ ]|presque[ ]|d[ée]j[àa][ ]|que[ ]|à peine[ ])?"
    rf"(?P<value>{_AGE})(?!\w){_NOT_LIVED}",
    re.IGNORECASE,
)
_OF_KIN = re.compile(
    rf"(?<!\w)(?:mon|ma|mes|notre|nos)[ ](?:\w{{1,12}}[ ])?{_KIN}(?:[ ][^\W\d_]{{2,20}})?"
    rf"(?:,?[ ](?:qui[ ])?(?:de|a|ont|aura|avait|va avoir|vient d['’]avoir|[âa]g[ée]e?s?[ ]de|,)[ ]|[ ]?[,(][ ]?)(?:bient[ôo]t[ ]|d[ée]j[àa][ ])?"
    rf"(?P<value>{_AGE})(?!\w){_NOT_LIVED}",
    re.IGNORECASE,
)
_FIELD = re.compile(
    rf"(?<![^\W_])(?:[âa]ge|age)[ ]?[:=][ ]?[\"']?(?P<value>{_NUMBER}(?:[ ]ans)?)(?!\w)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    rf"(?<!\w)(?:I['’]?m|I am|I was|I turned|I just turned|my (?:\w{{1,12}} )?(?:son|daughter|kid|brother|sister|mom|mum|dad|mother|father|"
    rf"wife|husband|boyfriend|girlfriend|nephew|niece|grandma|grandpa) (?:is|was|turned))[ ](?:a[n]? )?"
    rf"(?P<value>{_NUMBER}(?:[ -](?:years?|yrs?)[ -]old|[ ]?y/?o|(?=[.,!?;)]|$| and )))(?!\w)",
    re.IGNORECASE | re.MULTILINE,
)

recognizer = Finder(
    "AGE",
    matches(_OWN, _OF_KIN, _FIELD, _ENGLISH),
    words=("ans", "age", "âge", "i'm", "i’m", "im ", "i am", "i was", "turned", "my "),
    needs=r"\bans\b|[âa]ge[ ]?[:=]|\b(?:I['’]?m|I am|I was|turned|my)[ ]",
)
