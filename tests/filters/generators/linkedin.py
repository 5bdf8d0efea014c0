"""LinkedIn: reactions, comments, votes, messages; notes before a heading, double encoding."""

import random

from tests.filters.generators.export import Export
from tests.filters.generators.words import DONOR, OTHER, sentence, table

LAYOUTS = ("plain", "mojibake", "notes")
_REACTIONS = {"LIKE": "like", "PRAISE": "celebrate", "EMPATHY": "love", "INTEREST": "insightful",
              "APPRECIATION": "support", "ENTERTAINMENT": "funny",
              "MAYBE": "other_emoji"}  # fmt: skip
_GOOD = {"like", "celebrate", "love", "insightful", "support"}


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` acts."""
    export, chance = Export("linkedin"), random.Random(seed)
    reactions, comments, votes, messages = [], [], [], []

    def written(text: str) -> str:
        return text.encode().decode("latin-1") if layout == "mojibake" else text

    for n in range(size):
        date, link = "2024-02-03 04:05:06", f"https://www.linkedin.com/feed/update/{n}"
        draw = chance.random()
        if draw < 0.6:
            kind = chance.choice(sorted(_REACTIONS))
            reactions.append((date, kind, link))
            signal = _REACTIONS[kind]
            export.plant(signal, "good" if signal in _GOOD else "unlabelled")
        elif draw < 0.8:
            comments.append((date, link, written(sentence(chance, language, n))))
            export.plant("reply")
        elif draw < 0.9:
            votes.append((date, link, written("Télétravail")))
            export.plant("poll_option", "chosen")
        else:
            messages.append((f"c{n}", "", written(OTHER), "", written(DONOR), f"{date} UTC", "",
                             "<p>Bonjour Maëlle</p>", "INBOX"))  # fmt: skip
    notes = b'Notes:\n"When exporting your connection data, some may be missing."\n\n'
    export.files = {
        "Reactions.csv": table(("Date", "Type", "Link"), *reactions),
        "Comments.csv": table(("Date", "Link", "Message"), *comments),
        "Votes.csv": table(("Date", "Link", "OptionText"), *votes),
        "Shares.csv": table(("Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl",
                             "Visibility"), ("2024-01-01 00:00:00", "x", "Bonjour", "", "", "")),
        "messages.csv": table(
            ("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "DATE",
             "SUBJECT", "CONTENT", "FOLDER"), *messages),
        "Profile.csv": table(("First Name", "Last Name", "Maiden Name", "Address"),
                             (written("Maëlle"), "Kervadec", "", "3 rue des Lilas, Brest")),
        "Email Addresses.csv": table(("Email Address", "Confirmed"), ("maelle@exemple.fr", "Yes")),
        "Connections.csv": notes + table(
            ("First Name", "Last Name", "URL", "Email Address", "Company", "Position",
             "Connected On"), (written("Zoé"), "Vasseur", "", "zoe@exemple.fr", "", "", "")),
        "Ad_Targeting.csv": table(("Member Age",), ("30",)),
    }  # fmt: skip
    export.files["InstantReposts.csv"] = table(("Date", "Link"), ("2024-01-01 00:00:00", "x"))
    if layout == "notes":
        opened = ("Reactions.csv", "Comments.csv", "Votes.csv", "messages.csv")
        export.files |= {name: notes + export.files[name] for name in opened}
    export.identities = {DONOR, OTHER, "maelle@exemple.fr", "zoe@exemple.fr"}
    return export
