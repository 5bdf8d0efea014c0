"""How months and days are written in French and English, for the patterns that hold dates."""

FRENCH_MONTH = (
    r"(?:janvier|janv\.?|f[ée]vrier|f[ée]vr?\.?|mars|avril|avr\.?|mai|juin|juillet|juil\.?|ao[uû]t|"
    r"septembre|sept\.?|octobre|oct\.?|novembre|nov\.?|d[ée]cembre|d[ée]c\.?)"
)
ENGLISH_MONTH = (
    r"(?:january|jan\.?|february|feb\.?|march|mar\.?|april|apr\.?|may|june|jun\.?|july|jul\.?|"
    r"august|aug\.?|september|sept?\.?|october|oct\.?|november|nov\.?|december|dec\.?)"
)
_MONTHS = (
    "janvier janv fevrier fev fevr mars avril avr mai juin juillet juil aout septembre sept "
    "octobre oct novembre nov decembre dec january jan february feb march mar april apr may june "
    "jun july jul august aug september sep october november december"
)
MONTH_WORDS = tuple(_MONTHS.split())
"""The words these begin with, without accents."""
_UNITS = "(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf)"
DAY_WORDS = (
    r"(?:premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:[- ](?:sept|huit|neuf))?|onze|"
    rf"douze|treize|quatorze|quinze|seize|vingt(?:[- ](?:et[- ])?{_UNITS})?|"
    r"trente(?:(?:[- ]et)?[- ]une?)?)"
)
