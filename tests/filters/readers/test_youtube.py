"""YouTube in Takeout: what was liked, in every language and form; what was only watched is not."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.problem import ArchiveProblem
from tests.filters.reading import counted, read, zipped
from tests.samples import sample

FOLDER = "Takeout/My Activity/YouTube/MyActivity"
URL = "https://www.youtube.com/watch?v=FGBhQbmPwH8"


def row(title: str, **other: Any) -> dict[str, Any]:
    return {
        "header": "YouTube",
        "title": title,
        "titleUrl": URL,
        "subtitles": [{"name": "A channel", "url": "https://www.youtube.com/channel/UC1"}],
        "time": "2024-01-15T03:14:21.123Z",
        "products": ["YouTube"],
        **other,
    }


def cell(said: str, date: str = "12 mars 2024, 14:23:05 CET", caption: str = "") -> str:
    return (
        '<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">'
        '<div class="header-cell mdl-cell"><p class="mdl-typography--title">YouTube<br></p></div>'
        f'<div class="content-cell mdl-cell mdl-typography--body-1">{said}<br>{date}<br></div>'
        '<div class="content-cell mdl-cell mdl-typography--text-right"></div>'
        f'<div class="content-cell mdl-typography--caption"><b>Products:</b><br>&emsp;YouTube{caption}'
        "</div></div></div>"
    )


def page(*cells: str) -> str:
    return (
        f"<html><head><style>{'.x{}' * 30_000}</style></head><body>{''.join(cells)}</body></html>"
    )


def linked(sentence: str) -> str:
    title = f'<a href="{URL}">A title</a>'
    channel = '<br><a href="https://www.youtube.com/channel/UC1">A channel</a>'
    before, _, after = sentence.partition("A title")
    return f"{before.strip()}&nbsp;{title if _ else ''}{after}{channel}"


ACTS = [
    ("Liked A title", "like", "good"),
    ("Disliked A title", "dislike", "bad"),
    ("Voted on A title", "poll_option", "chosen"),
    ("Saved A title", "save", "good"),
    ("A aimé A title", "like", "good"),
    ("Vous avez aimé A title", "like", "good"),
    ("N'a pas aimé A title", "dislike", "bad"),
    ("N’a pas aimé A title", "dislike", "bad"),
    ("Vous n’avez pas aimé A title", "dislike", "bad"),
    ("Vous avez voté A title", "poll_option", "chosen"),
    ("A enregistré A title", "save", "good"),
    ("Te ha gustado A title", "like", "good"),
    ("No te ha gustado A title", "dislike", "bad"),
    ("Has votado A title", "poll_option", "chosen"),
    ("A title positiv bewertet", "like", "good"),
    ("A title mit „Mag ich nicht“ bewertet", "dislike", "bad"),
    ("A title leuk gevonden", "like", "good"),
    ("A title niet leuk gevonden", "dislike", "bad"),
    ("Ti è piaciuto A title", "like", "good"),
    ("Você não gostou de A title", "dislike", "bad"),
]
PASSIVE = [
    "Watched A title", "Searched for A title", "Visited A title", "Vous avez regardé A title",
    "Vous avez recherché A title", "Vous avez consulté A title", "Subscribed to A title",
    "Vous vous êtes abonné à la chaîne A title", "Has visto A title", "A title angesehen",
    "Nach A title gesucht", "A title bekeken", "Watched a video that has been removed",
]  # fmt: skip


@pytest.mark.parametrize(("title", "signal", "label"), ACTS)
@pytest.mark.parametrize("form", ["json", "html"])
def test_an_act_is_read_in_its_language(title: str, signal: str, label: str, form: str) -> None:
    content: Any = [row(title)] if form == "json" else page(cell(linked(title)))
    kept, outcome = read(zipped({f"{FOLDER}.{form}": content}))
    assert [(r.platform, r.signal, r.candidates[0].label) for r in kept] == [
        ("youtube", signal, label)
    ]
    assert kept[0].object_ref == "youtube:video:FGBhQbmPwH8"
    assert kept[0].period == "2024-Q1"
    assert "A title" not in repr(kept)
    assert "channel" not in repr(kept)
    assert not outcome.tally.unknown


@pytest.mark.parametrize("title", PASSIVE)
@pytest.mark.parametrize("form", ["json", "html"])
def test_what_was_only_watched_or_followed_is_counted(title: str, form: str) -> None:
    content: Any = [row(title)] if form == "json" else page(cell(linked(title)))
    kept, outcome = read(zipped({f"{FOLDER}.{form}": content}))
    assert not kept
    assert not outcome.tally.unknown
    assert sum(n for (rule, _), n in outcome.tally.removed.items() if rule == "no_preference") == 1


@pytest.mark.parametrize(
    "title", ["Oceniono A title", "https://youtu.be/x", "", "Liked A angesehen"]
)
def test_a_sentence_in_no_table_is_counted_not_guessed(title: str) -> None:
    kept, outcome = read(zipped({f"{FOLDER}.json": [row(title), row("Liked B")]}))
    assert len(kept) == 1
    assert outcome.tally.unknown == {("youtube@1", "activity", "verb"): 1}


@pytest.mark.parametrize(
    "name", ["From Google Ads", "Des annonces Google", "De los anuncios de Google"]
)
def test_advertisements_are_nobodys_act(name: str) -> None:
    ad = row("Liked A title", details=[{"name": name}])
    caption = f"<b>Details:</b><br>&emsp;{name.replace(' ', '&nbsp;', 1)}<br>"
    for content in ([ad], page(cell(linked("Liked A title"), caption=caption))):
        form = "html" if isinstance(content, str) else "json"
        kept, outcome = read(zipped({f"{FOLDER}.{form}": content}))
        assert not kept
        assert outcome.tally.removed["R8", "ads"] == 1


@pytest.mark.parametrize(
    "name",
    [
        "Takeout/Mon activité/YouTube/MonActivité.json",
        "Takeout/Mon\u00a0activité/YouTube/Mon\u00a0activité.json",
        "Takeout/Mi actividad/YouTube/MiActividad.json",
        "Takeout/Meine Aktivitäten/YouTube/MeineAktivitäten.json",
        "Takeout/Mijn activiteit/YouTube/MijnActiviteit.json",
        "x/y/My Activity/YouTube/My Activity.json",
        "MyActivity.json",
        "MyActivity-1.html",
        "renamed.txt",
        "data.json",
    ],
)
def test_the_file_is_known_by_its_name_or_by_its_content(name: str) -> None:
    content: Any = [row("Liked A title")]
    if name.endswith("html"):
        content = page(cell(linked("Liked A title"))).replace(".x{}", "")
    for form in ("NFC", "NFD"):
        kept, outcome = read(zipped({unicodedata.normalize(form, name): content}))
        assert [record.signal for record in kept] == ["like"], form
        assert [part.platform for part in outcome.platforms] == ["youtube"]


@pytest.mark.parametrize(
    ("date", "period"),
    [
        ("Jan 15, 2024, 3:14:21\u202fAM UTC", "2024-Q1"), ("15 août 2023, 14:23:05 CEST", "2023-Q3"),
        ("1 juil. 2023, 14:23:05 UTC+02:00", "2023-Q3"), ("juin 3, 2022, 14:23:05", "2022-Q2"),
        ("15 dic 2022, 3:14:21 CET", "2022-Q4"), ("15.10.2021, 03:14:21 MESZ", "2021-Q4"),
        ("15 mrt 2020 14:23:05 CET", "2020-Q1"), ("2019-05-01 10:00:00 UTC", "2019-Q2"),
        ("4/25/19, 2019, 10:00:00 AM", "2019-Q2"), ("no date at all", None),
    ],
)  # fmt: skip
def test_dates_are_read_in_their_language(date: str, period: str | None) -> None:
    kept, _ = read(zipped({f"{FOLDER}.html": page(cell(linked("Liked A title"), date))}))
    assert [record.period for record in kept] == [period]


def test_a_community_post_and_a_song_are_what_they_are() -> None:
    kept, _ = read(
        zipped(
            {
                f"{FOLDER}.json": [
                    row("Liked A", titleUrl="https://www.youtube.com/post/UgkxABCdef123456"),
                    row("Liked B", titleUrl="https://music.youtube.com/watch?v=FGBhQbmPwH8"),
                    row("Liked C", titleUrl="https://www.youtube.com/channel/UCperson"),
                ]
            }
        )
    )
    assert [(r.object_type, r.object_ref) for r in kept] == [
        ("post", "youtube:post:UgkxABCdef123456"),
        ("music", "youtube:video:FGBhQbmPwH8"),
        ("video", None),
    ]


NEW = (
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text,Top-Level Comment ID\n"
    'Ugx1234567890abcdefg,UCabcdefghijklmnopqrstuv,2023-05-01T10:00:00.5+00:00,0,,FGBhQbmPwH8,"{""text"":""Très ""},{""text"":""bien @Ada"",""mention"":{""externalChannelId"":""UC2""}}",\n'
    'Ugx2234567890abcdefg,UCabcdefghijklmnopqrstuv,2023-05-01T10:00:00+00:00,0,,FGBhQbmPwH8,"{""emoji"":{""id"":""x""}}",\n'
)
FRENCH = (
    "ID du commentaire,ID de la chaîne,Horodatage de création du commentaire,Prix,ID du commentaire parent,ID de la vidéo,Texte du commentaire\n"
    "Ugx1,UC1,2020-05-01 10:00:00 UTC,0,,FGBhQbmPwH8,Très bien\n"
)
GERMAN = 'Kommentar-ID;Kanal-ID;Zeit;Preis;Video-ID;Kommentartext\nUg;UC;2020-05-01T10:00:00Z;0;FGBhQbmPwH8;"a;\nb"\n'


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("YouTube and YouTube Music/comments/comments.csv", NEW, "Très bien @Ada"),
        ("YouTube et YouTube\u00a0Music/commentaires/commentaires.csv", FRENCH, "Très bien"),
        ("YouTube und YouTube Music/Kommentare/Kommentare.csv", GERMAN, "a;\nb"),
        ("comments.csv", NEW, "Très bien @Ada"),
        ("commentaires (1).csv", FRENCH, "Très bien"),
        ("t/mes mots.csv", FRENCH.replace("ID du", "Identifiant du"), "Très bien"),
        ("commentaires.csv", FRENCH.replace(",", ";"), "Très bien"),
        ("X.csv", FRENCH.replace("ID du commentaire,ID de la chaîne", "X,Y"), "Très bien"),
        ("renamed.txt", NEW.replace("Comment ID,Channel ID", "X,Y"), "Très bien @Ada"),
        ("YouTube en YouTube Music/reacties/reacties(1).csv", NEW, "Très bien @Ada"),
        ("YouTube and YouTube Music/live chats/live chats.csv", NEW, "Très bien @Ada"),
        ("YouTube et YouTube Music/chats en direct/chats en direct.csv", FRENCH, "Très bien"),
    ],
)
def test_own_comments_are_kept_with_the_id_of_the_video(
    name: str, content: str, words: str
) -> None:
    kept, outcome = read(zipped({name: content}))
    assert [(r.kind, r.candidates[0].content, r.object_ref) for r in kept] == [
        ("reply", words, "youtube:video:FGBhQbmPwH8")
    ]
    assert kept[0].period in ("2023-Q2", "2020-Q2")
    assert kept[0].rule == "R0"
    assert not outcome.tally.unknown


def test_comments_before_2021_are_a_page() -> None:
    old = (
        "<html><body><ul><li>Sent at 2020-04-27 23:18:23 UTC while watching "
        '<a href="http://www.youtube.com/watch?v=FGBhQbmPwH8">Somebody\'s video</a>.<br/>My words<br>here</li>'
        '<li>On <a href="http://www.youtube.com/watch?v=FGBhQbmPwH8&amp;lc=z">x</a> at 2016-06-15T08:50:49Z</li></ul>'
    )
    for name in ("YouTube/my-comments/my-comments.html", "anything.html"):
        kept, outcome = read(zipped({f"Takeout/{name}": old}))
        assert [(r.candidates[0].content, r.period) for r in kept] == [
            ("My words\nhere", "2020-Q2")
        ]
        assert outcome.tally.removed["no_preference", "comments"] == 1


def test_so_they_are_where_a_link_leads_to_the_comment_too() -> None:
    video = "http://www.youtube.com/watch?v=FGBhQbmPwH8"
    old = (
        f'<html><body><ul><li>Vous avez ajouté un <a href="{video}&amp;lc=z">commentaire</a> sur une '
        f'<a href="{video}">vidéo</a> le 2019-04-01 10:00:00 UTC.<br/>Mes mots</li></ul></body></html>'
    )
    kept, outcome = read(zipped({"Takeout/YouTube/my-comments/my-comments.html": old}))
    assert [(r.candidates[0].content, r.object_ref, r.period) for r in kept] == [
        ("Mes mots", "youtube:video:FGBhQbmPwH8", "2019-Q2")
    ]
    assert outcome.poorer == ("youtube",)


def test_a_page_of_comments_in_another_form_is_said_to_be_a_page() -> None:
    page = "<html><body><table><tr><td>Des mots que l'on ne sait pas lire</td></tr></table></body></html>"
    with pytest.raises(ArchiveProblem, match="html_export") as stopped:
        read(zipped({"Takeout/YouTube/my-comments/my-comments.html": page}))
    assert stopped.value.platform == "youtube"


@pytest.mark.parametrize(
    "name",
    [
        "Liked videos.csv",
        "Vidéos _J'aime_.csv",
        "Videos que me gustan.csv",
        "Liked videos-videos.csv",
    ],
)
def test_only_the_list_of_liked_videos_is_a_list_of_likes(name: str) -> None:
    table = "Playlist Id,Time Created\nLLabc,2019-01-01\n\nVideo Id,Time Added\nFGBhQbmPwH8,2020-05-01 10:00:00 UTC\n"
    folder = "Takeout/YouTube et YouTube Music/playlists"
    kept, outcome = read(zipped({f"{folder}/{name}": table, f"{folder}/Mine.csv": table}))
    assert [(r.signal, r.object_ref, r.period) for r in kept] == [
        ("like", "youtube:video:FGBhQbmPwH8", "2020-Q2")
    ]
    assert outcome.tally.unread_entries == 1


def test_likes_before_2019_are_json() -> None:
    liked = {
        "kind": "youtube#playlistItem",
        "snippet": {
            "title": "T",
            "publishedAt": "2015-02-03T04:05:06.000Z",
            "resourceId": {"videoId": "FGBhQbmPwH8"},
        },
    }
    kept, outcome = read(zipped({"Takeout/YouTube/playlists/likes.json": [liked, {"kind": "x"}]}))
    assert [(r.signal, r.period) for r in kept] == [("like", "2015-Q1")]
    assert outcome.tally.unknown == {("youtube@1", "playlists", "videoId"): 1}


@pytest.mark.parametrize(
    "name",
    [
        "YouTube et YouTube\u00a0Music/historique/watch-history.json",
        "YouTube y YouTube Music/historial/historial-de-búsqueda.json",
        "YouTube und YouTube Music/Verlauf/Wiedergabeverlauf.html",
        "YouTube en YouTube Music/geschiedenis/kijkgeschiedenis.json",
        "watch-history.json",
    ],
)
def test_history_is_known_and_not_read(name: str) -> None:
    kept, outcome = read(zipped({name: [row("Watched A title")]}))
    assert not kept
    assert outcome.tally.removed == {("R8", "history"): 1}


def test_an_empty_file_of_another_product_names_no_platform_wrongly() -> None:
    _, outcome = read(
        zipped(
            {
                f"{FOLDER}.json": [row("Liked A")],
                "Takeout/My Activity/Drive/MyActivity.json": [],
                "your_instagram_activity/media/youtube.json": [],
            }
        )
    )
    assert {part.platform for part in outcome.platforms} == {"youtube", "google"}


def test_of_a_video_that_was_removed_only_the_act_is_kept() -> None:
    gone = row("Liked a video that has been removed")
    del gone["titleUrl"]
    kept, outcome = read(zipped({f"{FOLDER}.json": [gone]}))
    assert [(r.signal, r.object_ref) for r in kept] == [("like", None)]
    assert ("R2", "activity") not in outcome.tally.removed


def test_parts_of_one_export_are_one() -> None:
    first = zipped({"Takeout/My Activity/YouTube/MyActivity.json": [row("Liked A")]})
    second = zipped({"Takeout/YouTube and YouTube Music/comments/comments.csv": NEW})
    kept, outcome = read(first, second)
    assert sorted(record.signal for record in kept) == ["like", "reply"]
    assert [part.reader for part in outcome.platforms] == ["youtube@1"]


SAMPLES = {
    "ddp-inspector/watch-history.json": {},
    "ddp-inspector/subscriptions.csv": {},
    "exportube/watch-history.json": {},
    "exportube/watch-history.html": {},
    "exportube/playlists/playlists.csv": {},
    "exportube/playlists/Liked videos.csv": {"like": 2},
}


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_of_youtube(name: str) -> None:
    found = counted(sample(f"google/{name}"))
    assert found["readers"] == ["youtube@1"]
    assert found["signals"] == SAMPLES[name]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        ),
        max_leaves=6,
    ),
    st.sampled_from(
        ["header", "title", "titleUrl", "subtitles", "time", "details", "safeHtmlItem"]
    ),
)
def test_a_record_of_another_shape_costs_that_record_only(value: Any, key: str) -> None:
    bad = {**row("Liked A"), key: value}
    kept, _ = read(zipped({f"{FOLDER}.json": [row("Liked A"), bad, value, row("Disliked B")]}))
    assert {"like", "dislike"} <= {record.signal for record in kept}


@given(st.integers(0, 900), st.text(alphabet='<>"/ &a;', max_size=6))
def test_a_broken_page_costs_no_exception(at: int, noise: str) -> None:
    whole = cell(linked("Liked A title")) * 2
    content = whole[:at] + noise + whole[at + 3 :] + cell(linked("Disliked B"))
    kept, _ = read(zipped({f"{FOLDER}.html": content}))
    assert len(kept) <= 3


@given(st.text(alphabet="Ugx,;\"\n{}:text'", max_size=80))
def test_a_broken_table_costs_no_exception(noise: str) -> None:
    kept, _ = read(zipped({"YouTube/comments/comments.csv": NEW + noise}))
    assert kept[0].signal == "reply"


def test_mentions_and_channels_are_masked() -> None:
    from tests.filters.readers.test_google import Identified

    seen = Identified.of(
        {
            "YouTube/comments/comments.csv": NEW,
            "YouTube et YouTube Music/chaînes/chaîne.csv": "ID de la chaîne,Titre de la chaîne (original),Langue du titre\nUC1,Camille Exemple,fr\n",
        }
    )
    assert "bien @Ada" in seen.handles
    assert "Camille Exemple" in seen.names
    assert "fr" not in seen.names


def test_fragments_that_are_cut_are_not_kept_as_they_are_written() -> None:
    cut = '"{""text"":""oui""},{""text"":""@Ada"",""mention"":{""externalChannelId"":""UC2"'
    row = (
        f"Ugx1234567890abcdefg,UCabcdefghijklmnopqrstuv,2021-05-01T10:00:00Z,0,,FGBhQbmPwH8,{cut}\n"
    )
    smile = 'Ugx1234567890abcdefh,UCabcdefghijklmnopqrstuv,2021-05-01T10:00:00Z,0,,FGBhQbmPwH8,"{: oui"\n'
    kept, outcome = read(zipped({"YouTube/comments/comments.csv": NEW + smile + row}))
    assert "externalChannelId" not in repr(kept)
    assert kept[-1].candidates[0].content == "{: oui"
    assert outcome.tally.removed["unknown", "comments"] == 1


def test_a_mention_of_before_handles_shows_a_name() -> None:
    from tests.filters.readers.test_google import Identified

    said = '"{""text"":""@Noor Voisin"",""mention"":{""externalChannelId"":""UC2""}},{""text"":"" oui""}"'
    row = f"Ugx1234567890abcdefg,UCabcdefghijklmnopqrstuv,2021-05-01T10:00:00Z,0,,FGBhQbmPwH8,{said}\n"
    seen = Identified.of({"YouTube/comments/comments.csv": NEW + row})
    assert "Noor Voisin" in seen.names


def test_the_source_of_a_record_is_json_safe() -> None:
    kept, _ = read(zipped({f"{FOLDER}.json": json.dumps([row("Liked \ud800")])}))
    assert len(kept) == 1


def test_an_activity_in_a_folder_of_another_language_is_known_by_what_it_holds() -> None:
    liked = {"time": "2024-01-02T00:00:00Z", "products": ["YouTube"], "title": "Liked A video",
             "titleUrl": "https://www.youtube.com/watch?v=FGBhQbmPwH8", "header": "YouTube"}  # fmt: skip
    for name in ("Takeout/Activitatea mea/YouTube/Activitatea mea.json", "renamed.txt"):
        kept, _ = read(zipped({name: [liked]}))
        assert [(r.platform, r.signal) for r in kept] == [("youtube", "like")], name
