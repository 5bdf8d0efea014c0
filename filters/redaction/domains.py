"""How domain names end, for all that looks for one: links and e-mail addresses share the list."""

_SUFFIXES_WORDS = (
    "com fr net org eu be ch ca lu io co me tv info app dev gg ai uk de es it pt nl us biz "
    "xyz site online shop blog store club pro paris bzh corsica alsace re gp mq nc pf gf yt "
    "pm wf cat edu gov fm ly link page space tech cloud world life live fun art design photo "
    "news quebec brussels vlaanderen ie at pl cz se no dk fi gr ro hu ma dz tn sn ci ml ht mg "
    "mu br au nz in jp cn ru tr il qc mc swiss email"
)
SUFFIXES = frozenset(_SUFFIXES_WORDS.split())
SUFFIX = rf"(?:{'|'.join(sorted(SUFFIXES, key=len, reverse=True))})"

_MAIL_HOSTS_WORDS = (
    "gmail googlemail hotmail outlook live msn yahoo ymail orange wanadoo free sfr neuf "
    "laposte bbox numericable icloud mac protonmail proton aol gmx skynet telenet proximus "
    "bluewin sunrise videotron sympatico bell mailo tutanota hey voila aliceadsl club- "
    "internet cegetel"
)
MAIL_HOSTS = frozenset(_MAIL_HOSTS_WORDS.split())
"""Where people have their mail, without the ending: "karim@gmail" needs none to be one."""
MAIL_HOST = rf"(?:{'|'.join(sorted(MAIL_HOSTS, key=len, reverse=True))})"
