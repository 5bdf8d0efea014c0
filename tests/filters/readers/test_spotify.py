"""Spotify: liked, saved and banned, and what is only history."""

import pytest

from filters.problem import ArchiveProblem, Problem
from tests.filters.reading import counted, read, zipped
from tests.samples import sample

TRACK = "spotify:track:4uLU6hMCjMI75M1A2tKUQC"
LIBRARY = {
    "tracks": [{"artist": "Un groupe", "album": "Un disque", "track": "Une chanson", "uri": TRACK}],
    "albums": [{"artist": "Un groupe", "album": "Un disque", "uri": "spotify:album:4uLU6hMCjMI75M1A2tKUQD"}],
    "shows": [{"name": "Une émission", "publisher": "Une radio"}],
    "episodes": None,
    "bannedTracks": [{"artist": "X", "track": "Y", "uri": "spotify:local:Camille:::1"}],
    "bannedArtists": [{"name": "Z", "uri": "spotify:artist:4uLU6hMCjMI75M1A2tKUQE"}],
    "artists": [{"name": "Un groupe", "uri": "spotify:artist:4uLU6hMCjMI75M1A2tKUQF"}],
    "other": ["spotify:something"],
    "brandNewList": [{"name": "?"}],
}  # fmt: skip


@pytest.mark.parametrize(
    "name", ["Spotify Account Data/YourLibrary.json", "YourLibrary1.json", "x.txt"]
)
def test_what_was_liked_saved_or_banned_is_kept_with_public_ids_only(name: str) -> None:
    kept, outcome = read(zipped({name: LIBRARY}))
    assert [(r.signal, r.candidates[0].label, r.object_ref) for r in kept] == [
        ("like", "good", TRACK),
        ("save", "good", "spotify:album:4uLU6hMCjMI75M1A2tKUQD"),
        ("save", "good", None),
        ("hide", "bad", None),
        ("hide", "bad", "spotify:artist:4uLU6hMCjMI75M1A2tKUQE"),
        ("save", "good", "spotify:artist:4uLU6hMCjMI75M1A2tKUQF"),
    ]
    # The title of a published work stays; an artist's name and a file of the donor's own do not.
    assert [r.candidates[0].content for r in kept] == [
        "Une chanson · Un disque · Un groupe",
        "Un disque · Un groupe",
        "Une émission · Une radio",
        *[None] * 3,
    ]
    assert outcome.tally.removed["unknown", "library"] == 1
    assert outcome.tally.removed["no_preference", "library"] == 1


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ({}, "Une chanson"),
        ({"uri": "spotify:track:court"}, "Une chanson"),
        ({"trackUri": TRACK}, "Une chanson"),
        ({"uri": "spotify:local:Moi:Chez+moi:Une+chanson:3"}, None),
    ],
)
def test_a_song_has_its_title_unless_it_is_a_file_of_the_donors_own(
    address: dict[str, str], title: str | None
) -> None:
    library = {"tracks": [{"track": "Une chanson", **address}], "bannedArtists": []}
    kept, _ = read(zipped({"Spotify Account Data/YourLibrary.json": library}))
    assert [record.candidates[0].content for record in kept] == [title]


def test_a_rated_podcast_has_stars() -> None:
    rated = {"ratedShows": [{"showName": "A", "rating": 5, "ratedAt": "2024-01-02T00:00:00Z"},
                            {"showName": "B", "rating": 9}, {"showName": "C"}]}  # fmt: skip
    kept, outcome = read(zipped({"PodcastInteractivityRatedShow.json": rated}))
    assert [(r.signal, r.value, r.scale, r.period) for r in kept] == [
        ("star", 1.0, "1-5", "2024-Q1")
    ]
    assert outcome.tally.removed["unknown", "ratings"] == 2


def test_years_of_listening_are_recognised_and_not_read() -> None:
    found = counted(sample("spotify/openmined-mock"))
    assert found["readers"] == ["spotify@1"]
    assert found["signals"] == {}
    assert found["removed"] == {("R8", "history"): 2}


def test_the_archive_of_a_child_is_refused() -> None:
    user = {
        "username": "a",
        "birthdate": "2020-01-02",
        "createdFromFacebook": False,
        "country": "FR",
    }
    with pytest.raises(ArchiveProblem) as stopped:
        read(zipped({"Userdata.json": user, "YourLibrary.json": LIBRARY}))
    assert stopped.value.problem is Problem.MINOR


@pytest.mark.parametrize(
    "more", [{}, {"email": "camille.exemple@exemple-mail.fr", "country": "FR"}]
)
def test_so_it_is_where_the_account_says_little_else(more: dict[str, str]) -> None:
    user = {"username": "camille", "birthdate": "2020-01-02", **more}
    with pytest.raises(ArchiveProblem, match="minor"):
        read(zipped({"MyData/Userdata.json": user, "MyData/YourLibrary.json": LIBRARY}))
