"""English: "im 13", "I'm in 8th grade", "my 6 year old son", "my daughter is in 3rd grade"."""

import re
from typing import Final

from filters.redaction.minors.sign import Sign, words

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")
_NUMBER_WORDS = "|".join(sorted((*_UNITS, *_TEENS), key=len, reverse=True))
_MINOR = rf"(?<![\d.])(?:(?:1[0-7]|0?\d)(?![\d'\"%°/]|[.,:]\d)|(?:{_NUMBER_WORDS})(?![a-z]))"
_SCHOOL_AGE = (
    r"(?<![\d.])(?:(?:1[0-7]|[5-9])(?![\d'\"%°/]|[.,:]\d)|"
    rf"(?:{'|'.join((*_TEENS, *_UNITS[4:]))})(?![a-z]))"
)
"""Whoever writes of themselves can write."""
_STILL_TO_COME = rf"(?:18(?!\d)|eighteen(?![a-z])|{_SCHOOL_AGE})"
_YO = r"(?<=\d)[ -]?y[./]?os?\b\.?"
_YEARS_OLD = rf"(?:[ -]?(?:years?|yrs?|months?|mos?|weeks?|days?)[ -]?olds?(?![a-z])|{_YO})"
_MONTHS_OLD = r"(?<![\d.])\d{1,2}[ -]?(?:months?|mos?|weeks?|days?)[ -]?old(?![a-z])"
_OLD = rf"(?:{_YEARS_OLD}|[ ](?:yrs?|years) of age|[ ](?:yrs?|years)(?=[ ]?(?:$|[\n.,;!?)])))"
_AND = r"(?:,? and |, ?| ?& ?| ?/ ?| ?- ?)"
_MINORS = rf"(?:\d{{1,2}}{_AND}){{0,3}}{_MINOR}(?:{_AND}(?:\d{{1,2}}|{_NUMBER_WORDS})(?![a-z\d'\"])){{0,3}}"
_NOT_HALF = r"(?! and (?:a half|\d)[ ](?:hours?|hrs?|min|miles?|km|months? (?:in|away|preg)|weeks|days|feet|foot|percent))"
_END = (
    rf"{_NOT_HALF}(?:{_OLD}|(?=[ ]?(?:$|[\n.!?;)~*…]|[,:](?!\d)|-[ ])|[ ](?:and|but|so|lol|lmao|haha|btw|rn|now|right now|too|who|turning|this year|today|yesterday|(?:next|last|this) (?:week|month|year|weekend|summer|spring|winter|fall)|in (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*|in (?:a|two|three|\d{1, 2}) (?:days?|weeks?|months?)|already|still|actually|please|pls|plz|can|what|how|why|is|are|do|does|if|or|which|where|u|you|not|even|living|going|trying|looking|"
    r"idk|tho|though|because|cuz|cause|bc|he|she|they|we|his|her|when|i|im|i'm|my|girl|boy|female|male|from|don't|dont|years? soon)(?![a-z])))"
)
_SOON_END = rf"(?:{_OLD}|(?=[ ]?(?:$|[\n.!?;,)])|[ ](?:in(?! line| a row)|on|next|this|soon|tomorrow|today|and|so|but|i)(?![a-z])))"
_I_AM = r"(?<![a-z'])i(?:'? ?m| am)"
_ONLY = r"(?:[ ](?:only|just|still|like|literally|actually|already|currently|barely|legit|a|an|also|really))*"
_PERSONA = r"(?:like|as if|as though|pretend(?:ing)?|imagin(?:e|ing)|suppos(?:e|ing)|assum(?:e|ing)|act)(?: that)?(?: like)? ?$"
_UNREAL: Final = re.compile(
    rf"{_PERSONA}|(?:say|since|thinks?|thought|feel|until|looks?|believes?|guess(?:es|ed)?)(?: that)?(?: like)? ?$"
    r"|\b(?:translate|how (?:do|would|to) (?:you|i|we)? ?say|conjugate)\b[^.!?\n]{0,25}[\"“'] ?$"
    r"|\b(?:in|summer of|back in) (?:19\d\d|200\d|201[0-5])\b[^.!?\n]{0,25}$|\bphoto\b|\bpicture\b"
)
_PLAYED: Final = re.compile(_PERSONA)
_TEACHING: Final = re.compile(
    r"\b(?:i|we) (?:also )?(?:teach|taught|coach|work)\b|\bmy students\b|\bas a teacher\b"
)
_MEMORY = (
    r"(?!,? (?:girl |boy |kid |student |child )?i (?:was|had|did|went|used|[a-z]{2,12}ed|would|thought|knew|got|saw|read|heard|found)(?![a-z]))"
    r"(?! (?:girl|boy|kid|student|child),? (?:who|that|i) (?:was|had|did|went|used|[a-z]{2,12}ed|would|thought|knew|got|saw)(?![a-z]))"
)
_NTH = r"(?:1st|2nd|3rd|[4-9]th|1[0-2]th|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
_STAFF = r"(?!['s]* (?:of|teach\w*|admin\w*|education|music|reunion|counsel\w*|coach\w*|principal|staff|librar\w*|sub|substitute|para\w*|aide|math teacher|science teacher|english teacher))"
_SCHOOL = (
    rf"(?:(?:the )?{_NTH}[ -]grade|grade (?:[1-9]|1[0-2])(?!\d)|year (?:[7-9]|1[0-3])(?!\d)|(?:middle|high|elementary|primary|secondary|grade|junior high)[ -]?school|junior high|"
    rf"sixth form|kindergarten|preschool|pre-k|daycare){_STAFF}(?! musical)"
)
_PUPIL = (
    rf"(?:{_NTH}[ -]?grader|{_NTH}[ -]grade (?:student|pupil|girl|boy|kid)|(?:middle|high)[ -]?schooler|(?:(?:freshman|sophomore|junior|senior)[ -](?:in|at)(?: my)?|(?:middle|high|elementary|secondary)[ -]?school (?:student|kid|girl|boy|senior|"
    r"junior|freshman|sophomore)|(?:freshman|sophomore|junior|senior) high)(?: high ?school)?)"
)
_CHILD_NOUN = (
    r"(?:sons?|daughters?|kids?|children|child|bab(?:y|ies)|boys?|girls?|toddlers?|newborn|infant|twins?|triplets?|teen(?:ager)?s?|(?:step|grand|god)-?(?:sons?|daughters?|kids?|child(?:ren)?)|"
    r"nephews?|nieces?|(?:step|half|foster)?[- ]?(?:brothers?|sisters?)|bro|sis|siblings?|cousins?|student|pupil|patient|mentee|tutee|youngest|oldest|eldest|middle child|little (?:one|guy|man|girl|boy)s?|"
    r"bf|gf|boyfriend|girlfriend|friend|bestie|crush|neighbou?r|babysitter)(?![a-z])"
)
_ADJECTIVES = r"(?:(?:little|younger|youngest|older|oldest|eldest|baby|big|twin|two|three|four|only|own|dear|sweet|best|first|second|autistic|adopted|middle|foster|step|lovely|beautiful)[ -]){0,2}"
_CHILD = rf"{_ADJECTIVES}{_CHILD_NOUN}"
_CHILD_OR_ONE = (
    rf"(?:{_CHILD}|(?:young )?(?:students|pupils|patients|cousins|nephews|nieces)(?![a-z]))"
)
_WORD = r"(?:(?!(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ ])[a-z]+[ ])"
_MY = r"(?<![a-z])(?:my|our)[ ]"
_NAME = r"(?:,?[ ](?!(?:is|are|was|who|turns|turned|has|had|and|just|for|since|in|at|on|from|of)[ ])[a-z][a-z'-]{1,20}){0,2}"
_IS = r"(?:'s|[ ](?:who )?(?:is|are|turns|just turned|recently turned|turned|will be|is turning|will turn|is about to (?:be|turn)|is going to be|are turning))(?:[ ](?:only|now|just|already|almost|nearly|about|currently|still|like))?[ ]"
_NARROW_CHILD = r"(?:son|daughter|kids?|child|children|baby|boy|girl|toddler|twins?|nephew|niece|little (?:brother|sister|one|guy|girl|boy)|grandson|granddaughter|stepson|stepdaughter|godson|goddaughter)(?![a-z])"
_INFANCY = (
    r"(?<![a-z])(?:sleep(?:s|ing)?|naps?|napping|feedings?|formula|breast\w*|diapers?|nappy|nappies|teething|crib|cot|crawl\w*|wean\w*|colic\w*|"
    r"p(?:a)?ediatrician|solids|swaddle\w*|stroller|pacifier|daycare|months?|checkup|vaccin\w*)(?![a-z])"
)
"""Said of a baby, of a lover or a car seldom."""
_OF_A_PERSON = (
    rf"(?=[ ]?(?:$|[\n.,;!?:)(]|'s)|[ ](?:[a-z]+[ ])?(?:{_CHILD_NOUN}|male|female|client|player|athlete|dancer)|"
    r"[ ](?:and|is|was|has|had|have|wants?|keeps?|loves?|likes?|hates?|refuses?|can|cannot|does|did|just|to|who|with|about|asked|asks|said|says|told|still|never|"
    r"always|started|starts|goes|went|will|would|wont|cant|doesnt|wont|needs?|got|gets|thinks|for|in|at|on|from|that|because|when|if|as|how|why|what|learn|learns|learned|read|reads|"
    r"sleep|sleeps|eat|eats|cries|cried|bit|hit|hits|bites|sees|saw|plays|but|so|or|recently|suddenly|really|absolutely|seems|"
    r"wakes|screams|throws|(?:is|was|does|did|has|ca|wo|would)n't|can't|won't)(?![a-z])|[ ](?!jeans|shoes|boots|glasses|pants|puppies|kittens|dogs|cats|keys|tires|tyres)[a-z]{2,10}s (?:up|down|me|her|him|his|all|every|a lot|so|too|about|out|like)(?![a-z]))"
)
_OLD_WORDS: Final = words(
    "old", "y/o", "y.o", "of age", *(f"{digit}{gap}yo" for digit in "0123456789" for gap in ("", " ", "-")),
)  # fmt: skip
_CHILD_WORDS: Final = words(
    "son", "daughter", "kid", "child", "baby", "babies", "boy", "girl", "toddler", "newborn", "infant", "twin", "triplet", "teen", "nephew", "niece",
    "brother", "sister", " bro", " sis", "sibling", "cousin", "student", "pupil", "patient", "mentee", "tutee", "youngest", "oldest", "eldest", "little ",
    " bf", " gf", "friend", "bestie", "crush", "neighbo",
)  # fmt: skip
_MY_WORDS: Final = words("my ", "our ")
_NUMBERS: Final = words(*"0123456789", *_UNITS, *_TEENS)
_I_AM_WORDS: Final = words("i'm", "im ", "i am", "i m")


def _sign(
    pattern: str,
    *needs: frozenset[str],
    unreal: bool = False,
    persona: bool = False,
    school: bool = False,
) -> Sign:
    return Sign(
        re.compile(pattern, re.MULTILINE),
        needs,
        _UNREAL if unreal else _PLAYED if persona else None,
        _TEACHING if school else None,
    )


SIGNS: Final = (
    # The writer's age, now or soon.
    _sign(
        rf"{_I_AM}{_ONLY}[ ](?:{_SCHOOL_AGE}{_END}|{_MINOR}{_OLD}(?! at heart))",
        _I_AM_WORDS, words("1", "5", "6", "7", "8", "9", "2", "3", "4", *_UNITS, *_TEENS),
        unreal=True,
    ),
    _sign(
        rf"{_I_AM}(?:(?: about| going)? to (?:be|turn)| gonna (?:be|turn)| turning| almost| nearly| not even| not yet){_ONLY}[ ]{_STILL_TO_COME}{_SOON_END}"
        rf"|{_I_AM} not (?:{_STILL_TO_COME}(?:{_OLD})? yet|(?:18|eighteen)(?!\d| anymore| any more| any longer| [a-z]+ (?:late|away)))|(?<![a-z])i(?:'ll be|'ll turn| will be| turn| will turn)[ ]{_STILL_TO_COME}{_SOON_END}"
        rf"|(?<![a-z])i(?:'ve)? (?:just|recently) turned[ ]{_SCHOOL_AGE}(?![a-z'])"
        rf"|(?<![a-z])i turned[ ]{_SCHOOL_AGE} (?:yesterday|today|last (?:week|month)|this|a (?:few )?(?:days?|weeks?|months?))"
        rf"|{_I_AM}(?: still)? under(?:[ -]?aged?(?![a-z])| (?:the age of )?(?:1[0-8]|eighteen)(?!\d))",
        words("turn", "to be ", "gonna be", "almost ", "nearly ", "not even ", "not yet ", " yet", "not 18", "not eighteen", "'ll be ", "will be ", "underage", "under"),
        words("i'", "im ", "i am", "i m", "i will", "i turn", "i just", "i rec"), _NUMBERS | words("underage", "under age", "under-age", "eighteen"),
        unreal=True,
    ),
    _sign(
        rf"(?<![a-z])as an? {_WORD}?{_MINOR}{_OLD}{_MEMORY}(?=[ ]?(?:$|[\n,.!?)])| (?:girl|boy|kid|student|teen|male|female|guy|in|from|living|who|and)(?![a-z])|,? i(?![a-z]))",
        _OLD_WORDS, words("as a"),
    ),
    _sign(
        rf"(?:^|(?<=[.!?] ))(?:(?:hi|hey|hello)[ ,!]{{1,3}})?{_MINOR}{_YEARS_OLD}[ ]?(?:here|girl|boy|male|female|guy|looking|m|f)(?![a-z])"
        rf"|\A{_MINOR}{_YO}(?=[ ]?(?:[.,!]|\Z))",
        _OLD_WORDS,
    ),
    _sign(
        r"(?:^|(?<=[.!?] ))(?:(?:hi|hey|hello)[ ,!]{1,3})?\(?1[0-7] ?[mf]\)?[ ](?:here|looking|from|bi|gay|straight)(?![a-z])"
        r"|\A\(?1[0-7][mf]\)?(?=,|\Z)"
        r"|(?<![a-z])(?:i|me)[ ]?,?\(?1[0-7] ?[mf](?=[),.]|[ ](?:and|with|have|am|live|want|need)(?![a-z]))",
        words(*(f"1{digit}{gap}{sex}" for digit in "01234567" for gap in ("", " ") for sex in "mf")),
    ),
    _sign(
        rf"(?<![a-z])(?:since|because|as|given that|considering)[ ](?:you're|you are|youre)(?: only| just| still)?[ ]{_SCHOOL_AGE}{_END}",
        words("you're", "you are", "youre"), words("since", "because", "as ", "given", "considering"),
    ),
    # The writer's school, and the word itself.
    _sign(
        rf"{_I_AM}{_ONLY}(?: (?:in|at|going (?:in)?to|starting|entering|about to start|finishing|repeating|graduating)(?: my| a)?)+[ ]{_SCHOOL}"
        rf"|{_I_AM}(?: [a-z]+){{0,2}}?,? an? (?:(?!ex|former)[a-z]+ ){{0,2}}?(?<!not a )(?<!not an ){_PUPIL}(?![ a-z]*(?:teacher|coach))|(?<![a-z])i (?:go to|attend|start|just started|recently started) (?:an? |the )?(?:[a-z]+ )?(?:middle|high|elementary|primary|secondary) school(?![a-z])"
        rf"|(?<![a-z])as an? (?:current )?{_PUPIL}{_MEMORY}"
        r"|(?<![a-z])i(?:'m| am|m) (?:doing|taking|sitting|studying for|revising for) (?:my )?(?:gcses?|a[- ]levels?)(?![a-z])",
        words("grade", "school", "year ", "junior high", "sixth form", "kindergarten", "gcse", "level", "freshman", "sophomore"), words("i'm", "im ", "i am", "i m", "i go", "i attend", "i start", "i just", "i recently", "as a"),
        persona=True, school=True,
    ),
    _sign(
        rf"{_I_AM}{_ONLY}[ ](?:minor(?! (?:league|in[ ]|character|key|contrib|celeb|player|part|figure|god|deity|noble|inconv|issue|detail|stake|share|-|league))(?![a-z-])|teen(?:ager)?(?![a-z-])|(?:kid|child)(?=[ ]?(?:$|[\n.,!?)])| and)|schoolboy|schoolgirl)"
        r"|(?<![a-z])as a minor,? (?:can|could|do|may|am) i(?![a-z])",
        words("minor", "teen", " kid", "child", "schoolboy", "schoolgirl"), words("i'm", "im ", "i am", "i m", "as a minor"),
        persona=True,
    ),
    # A child of the writer's life.
    _sign(
        rf"(?<![a-z])(?:he|she)(?:'s| is) {_MINOR},? {_MY}{_CHILD}|(?:{_MY}|(?<![a-z])one of (?:my|our) ){_CHILD_OR_ONE}{_NAME}(?: ?\((?:1[0-7]|[1-9]) ?[mf]\)|,?{_IS}(?:{_MINORS}{_END}|{_MONTHS_OLD})|,? (?:who is |is )?an? {_MINOR}{_YEARS_OLD}|,?[ ]\(?(?:who is |aged? |ages )?{_MINORS}(?:{_OLD}|(?=[ ]?[),.;]))|,?[ ](?:aged?|ages)[ ]{_MINORS})",
        _CHILD_WORDS, _MY_WORDS, _NUMBERS,
    ),
    _sign(rf"{_MY}{_WORD}?(?:{_MINOR}{_YEARS_OLD}|{_MONTHS_OLD}){_OF_A_PERSON}", _OLD_WORDS, _MY_WORDS),
    _sign(
        rf"(?<![a-z])(?:(?:i|we)(?:'ve| have|'ve got| have got| got| babysit| tutor| teach(?: [a-z]+ to)?| coach| nanny| mentor| foster| look after| care for| am raising|'m raising)|"
        rf"(?:mom|mum|mother|dad|father|parent|mama|nanny|aunt|uncle|grandma|grandpa) (?:of|to)|(?:we're|we are)[^.!?\n]{{0,40}} with)[ ](?:an?|two|three|my|this|one|\d)?[ ]?{_WORD}?"
        rf"(?:(?:{_MINOR}{_YEARS_OLD}|{_MONTHS_OLD}){_OF_A_PERSON}(?! (?:class|company|business))|{_CHILD_NOUN}{_NAME}(?:,? (?:who|ages?|aged)? ?(?:is |are )?|[ ]?\()(?:ages |aged )?{_MINORS}{_END}"
        rf"|(?:kids?)?,? (?:ages?|aged) {_MINORS}"
        rf"|(?:{_NTH}[ -]?grader|preschooler|kindergart[en]+er|toddler|newborn|teenager|(?:middle|high)[ -]?schooler)(?![a-z]))",
        _CHILD_WORDS | _OLD_WORDS | words("grader", "schooler", "kindergart", " ages ", " aged "),
        words("have", "'ve", " got", "we're", "we are", "for a", "with a", "with kids", "with child", "with two", "babysit", "tutor", "teach", "coach", "nanny", "mentor", "foster", "look after", "care for", "raising", " of ", " to "),
    ),
    _sign(
        rf"{_MY}(?:[a-z]+[ ])?{_NARROW_CHILD}[^\n]{{0,120}}?(?<![a-z])(?:he|she|they)(?:'s|'re|s|[ ](?:is|are|just turned|turns|recently turned))(?:[ ](?:only|just|now|almost|already|about))?[ ]{_MINORS}{_END}",
        _CHILD_WORDS, _MY_WORDS, words("he ", "he's", "hes ", "they"), _NUMBERS,
    ),
    _sign(
        rf"{_MY}{_CHILD}(?: [a-z]+)?'?s'? (?:1st|2nd|3rd|[4-9]th|1[0-7]th|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth) (?:birthday|bday)",
        words("birthday", "bday"), _MY_WORDS,
    ),
    _sign(
        rf"{_MY}{_CHILD}{_NAME}(?:'s|[ ](?:who )?(?:is|are|goes|starts?|started|just started|will be|enters|attends|is starting|is going|is studying|studies|will start))?(?:[ ](?:still|only|just|now|already|currently))?"
        rf"(?:[ ](?:in|at|into|to|going into|entering|starting))?(?: the)?[ ](?:{_NTH} and )?{_SCHOOL}"
        rf"|{_MY}{_CHILD}{_NAME} (?:is|are|has been|have been)(?: [a-z]+){{1,3}} (?:in|with) (?:the )?{_NTH}[ -]grade{_STAFF}"
        rf"|{_MY}(?:[a-z]+ )?(?:{_NTH}[ -]?grader(?!s)|kindergart[en]+er(?!s)|preschooler(?!s)|(?:middle|high)[ -]?schooler(?!s)|toddlers?(?! (?:class|room|group|years))|newborn|infant(?! mortality)|teenager(?!s)|teenage (?:son|daughter|boy|girl|brother|sister|kid|child|niece|nephew)|teen (?:son|daughter|brother|sister))(?![a-z])",
        words("grade", "school", "year ", "junior high", "sixth form", "kindergart", "daycare", "pre-k", "toddler", "newborn", "infant", "teen"), _MY_WORDS,
    ),
    _sign(
        rf"{_MY}(?:little |sweet |first )?baby(?![a-z])[^.!?\n]{{0,60}}?{_INFANCY}|{_INFANCY}[^.!?\n]{{0,40}}?{_MY}(?:little |first )?baby(?![a-z])",
        words("baby"), _MY_WORDS,
    ),
    _sign(
        rf"(?<![a-z])(?:for|to|with|have|get) an? (?:{_WORD})?(?:nephew|niece|(?:god|grand|step)(?:son|daughter))(?![a-z]){_NAME}(?:,?{_IS}{_MINOR}{_END}|,? (?:aged )?{_MINOR}(?:{_OLD}|(?=[ ]?[),.;])))",
        words("nephew", "niece", "godson", "goddaughter", "grandson", "granddaughter", "stepson", "stepdaughter"), _NUMBERS,
    ),
    _sign(
        rf"(?<![a-z])your {_WORD}?(?:{_MINOR}{_YEARS_OLD} (?:[a-z]+ )?(?:son|daughter|niece|nephew|brother|sister|grandson|granddaughter)(?![a-z])"
        rf"|(?:son|daughter|niece|nephew|grandson|granddaughter)(?![a-z]){_NAME}(?:{_IS}{_MINOR}{_END}|,?[ ]\(?(?:aged? )?{_MINOR}(?:{_OLD}|(?=[ ]?[),.;]))))",
        words("son", "daughter", "niece", "nephew", "brother", "sister"), words("your "), _NUMBERS,
    ),
    # A year of birth.
    _sign(
        rf"(?<![a-z])(?:i was|{_MY}{_CHILD}{_NAME},?(?: who)?(?: was| were)?)[ ]born (?:in|on)(?![a-z])[^.!?\n]{{0,20}}?(?<!\d)(?P<year>20\d\d)(?!\d)",
        words(" born"), words("20"),
    ),
)  # fmt: skip
