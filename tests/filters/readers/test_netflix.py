"""Netflix: whose profile, thumbs and stars, and what is no preference."""

from collections.abc import Sequence

import pytest

from filters.interaction import tier
from filters.limits import Limits
from filters.reader import Choices, Identities
from filters.redaction.outcome import Cleaned, Refused
from filters.sieve import sift
from tests.filters.reading import AsIs, counted, read, zipped
from tests.samples import sample


class Remembering(AsIs):
    """A redactor that keeps whom it was told of."""

    identities = Identities()

    def redact(
        self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
    ) -> list[list[Cleaned | Refused]]:
        self.identities = identities
        return super().redact(records, identities, limits)


HEADING = (
    "Profile Name,Title Name,Rating Type,Star Value,Thumbs Value,Device Model,Event Utc Ts,"
    "Region View Date\n"
)
ROWS = (
    "Camille,Le Dîner,thumb,0,2,TV,2021-10-10 20:50:47,2021-10-10\n"
    "Camille,Le Train,thumb,0,1,TV,2021-10-10 20:50:47,2021-10-10\n"
    "Camille,Le Bois,thumb,,3,TV,2021-10-10 20:50:47,2021-10-10\n"
    "Camille,Le Lac,star,4,0,TV,2016-02-01 10:00:00,2016-02-01\n"
    "Camille,Rien,thumb,0,0,TV,2021-10-10 20:50:47,2021-10-10\n"
    "Camille,Neuf,thumb,0,7,TV,2021-10-10 20:50:47,2021-10-10\n"
    "Sacha,Le Chat,thumb,0,2,TV,2021-10-10 20:50:47,2021-10-10\n"
    "Petits,Le Lapin,thumb,0,2,TV,2021-10-10 20:50:47,2021-10-10\n"
)
PROFILES = (
    "Profile Name,Email Address,Profile Creation Time,Max Stream Quality,Is Kids\n"
    "Camille,c@exemple.fr,2015-01-01,HD,false\nSacha,,2015-01-01,HD,false\nPetits,,2015-01-01,HD,true\n"
)
ARCHIVE = {
    "CONTENT_INTERACTION/Ratings.csv": HEADING + ROWS,
    "PROFILES/Profiles.csv": PROFILES,
}


def test_the_household_is_asked_and_nothing_is_kept_before_it_answers() -> None:
    kept, outcome = read(zipped(ARCHIVE))
    assert not kept
    (question,) = outcome.questions
    assert question.options == ("Camille", "Sacha")
    assert outcome.tally.removed["R3", "ratings"] == 7
    assert outcome.tally.removed["R7", "ratings"] == 1


def test_only_the_own_profile_is_kept_and_a_childs_never() -> None:
    kept, outcome = read(zipped(ARCHIVE), choices=Choices(me=frozenset({"camille", "Petits"})))
    assert [(r.signal, r.candidates[0].label, r.value, r.scale) for r in kept] == [
        ("thumb_up", "good", 0.5, "1-3"),
        ("thumb_down", "bad", -1.0, "1-3"),
        ("thumb_up", "good", 1.0, "1-3"),
        ("star", "unlabelled", 0.5, "1-5"),
    ]
    assert [r.period for r in kept] == ["2021-Q4"] * 3 + ["2016-Q1"]
    assert {tier(r) for r in kept} == {"T3"}
    assert [r.candidates[0].content for r in kept][-1] == "Le Lac"
    assert {r.candidates[0].origin for r in kept} == {"third_party_public"}
    assert outcome.tally.removed["R3", "ratings"] == 1
    assert outcome.tally.removed["R7", "ratings"] == 1
    assert outcome.tally.removed["no_preference", "ratings"] == 1
    assert outcome.tally.removed["unknown", "ratings"] == 1
    assert not outcome.questions


@pytest.mark.parametrize("name", ["Ratings.csv", "notes.txt", "a/b/Ratings (1).csv"])
def test_one_profile_alone_needs_no_question_and_a_renamed_file_is_recognised(name: str) -> None:
    rows = "".join(line + "\n" for line in ROWS.splitlines() if line.startswith("Camille"))
    kept, outcome = read(zipped({name: HEADING + rows}))
    assert len(kept) == 4
    assert not outcome.questions


def test_a_spreadsheet_that_saved_with_semicolons_and_decimals_changes_nothing() -> None:
    text = HEADING.replace(",", ";") + "Camille;Le Lac;star;4.0;0.0;TV;10/02/2016;\n"
    kept, _ = read(zipped({"Ratings.csv": "\ufeff" + text}))
    assert [(r.signal, r.value, r.period) for r in kept] == [("star", 0.5, "2016-Q4")]


def test_interest_in_a_title_is_said_or_denied_and_a_list_to_watch_judges_nothing() -> None:
    files = {
        "IndicatedPreferences.csv": (
            "Profile Name,Show,Has Watched,Is Interested,Event Date\n"
            "Camille,A,false,true,2020-01-02\nCamille,B,false,False,2020-01-02\n"
            "Camille,C,true,,2020-01-02\nCamille,D,true,maybe,2020-01-02\n"
        ),
        "MyList.csv": "Profile Name,Title Name,Country,Utc Title Add Date\nCamille,A,FR,2020-01-02\n",
    }
    kept, outcome = read(zipped(files))
    assert [(r.signal, r.polarity) for r in kept] == [("like", 1), ("hide", -1)]
    assert outcome.tally.removed["no_preference", "preferences"] == 1
    assert outcome.tally.removed["unknown", "preferences"] == 1
    assert outcome.tally.removed["no_preference", "my_list"] == 1


def test_a_report_of_what_was_watched_is_recognised_and_not_read() -> None:
    found = counted(sample("netflix/hestialabs/netflix.zip"))
    assert found["readers"] == ["netflix@1"]
    assert found["signals"] == {}
    assert found["removed"] == {("R8", "history"): 1, ("R8", "messages_received"): 1}


def test_ratings_of_films_from_elsewhere_are_not_taken_for_netflix() -> None:
    letterboxd = (
        "Date,Name,Year,Letterboxd URI,Rating\n" + "2020-01-01,Film,1999,https://boxd.it/x,4\n" * 4
    )
    kept, _ = read(zipped({"ratings.csv": letterboxd}))
    assert {record.platform for record in kept} == {"letterboxd"}


@pytest.mark.parametrize(
    "heading",
    [
        "First Name,Last Name,Email Address,Phone Number,Country Of Sign Up",
        "First Name,Last Name,Email Address,Phone Number",
    ],
)
def test_whoever_holds_the_account_is_masked_whatever_the_columns_beside(heading: str) -> None:
    row = "Hortense,Valmont,hortense@exemple.fr,+33 6 39 98 00 00" + ",FR" * heading.count(
        "Country"
    )
    files = {**ARCHIVE, "netflix-report/ACCOUNT/AccountDetails.csv": f"{heading}\n{row}\n" * 4}
    files["netflix-report/CONTENT_INTERACTION/SearchHistory.csv"] = "Profile Name,Query\n" * 20
    files["netflix-report/Cover sheet.pdf"] = "%PDF-1.7" * 40
    redactor = Remembering()
    sift([zipped(files)], Choices(me=frozenset({"Camille"})), redactor=redactor, keep=lambda *_: None,
         limits=Limits())  # fmt: skip
    assert redactor.identities.emails >= {"hortense@exemple.fr"}
    assert redactor.identities.names >= {"Hortense Valmont"}
    assert not read(zipped(files))[1].tally.unknown
