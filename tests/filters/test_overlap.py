"""Exports that overlap: what two of them hold is counted once, what one of them holds is not lost."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.archive.archive import Source, open_paths
from filters.interaction import Retained
from filters.overlap import Overlap
from filters.reader import Choices
from tests.filters.generators.catalogue import Case, cases
from tests.filters.readers.test_telegram import ME, account, chat, message
from tests.filters.reading import read, zipped

AT = 1_600_000_000


def instagram(*posts: str, root: str = "your_instagram_activity/likes") -> Source:
    """Likes of these posts, one a second; a post without a name is only a time."""
    liked = [
        {
            "title": "someone",
            "string_list_data": [
                {"timestamp": AT + place, "value": "👍", **({"href": href(p)} if p else {})}
            ],
        }
        for place, p in enumerate(posts)
    ]
    return zipped({f"{root}/liked_posts.json": {"likes_media_likes": liked}})


def href(post: str) -> str:
    return f"https://www.instagram.com/p/{post}/"


def x_likes(*numbers: int, text: str | None = "Bien vu") -> Source:
    return zipped({"data/like.js": likes_script(*numbers, text=text)})


def likes_script(*numbers: int, text: str | None = "Bien vu") -> str:
    rows = [{"like": {"tweetId": str(n), "fullText": text}} for n in numbers]
    return "window.YTD.like.part0 = " + json.dumps(rows)


def facebook(*times: int, name: str = "likes_and_reactions.json") -> Source:
    """Likes of what the export does not name, at these times."""
    rows = [{"timestamp": at, "data": [{"reaction": {"reaction": "LIKE"}}]} for at in times]
    return zipped({f"your_facebook_activity/comments_and_reactions/{name}": rows})


def once(*sources: Source, **choices: Any) -> tuple[list[Retained], int]:
    """What is kept, and how much was removed because another export holds it too."""
    kept, outcome = read(*sources, choices=Choices(**choices))
    items = outcome.tally.as_report()["items"]
    assert items["read"] == items["kept"] + items["dropped"]
    return kept, sum(n for (rule, _), n in outcome.tally.removed.items() if rule == "quality")


def test_a_like_in_last_years_export_and_in_this_ones_is_kept_once() -> None:
    kept, repeated = once(instagram("Aaaa1", "Bbbb2"), instagram("Aaaa1", "Bbbb2", "Cccc3"))
    assert [one.object_ref for one in kept] == [
        f"instagram:post:{p}" for p in ("Aaaa1", "Bbbb2", "Cccc3")
    ]
    assert repeated == 2


def test_the_report_counts_what_is_repeated_under_its_own_kind_of_file() -> None:
    _, outcome = read(x_likes(1, 2), x_likes(2, 3))
    assert outcome.tally.removed["quality", "likes"] == 1


def test_an_export_zipped_again_in_a_folder_is_the_same_one() -> None:
    likes = "window.YTD.like.part0 = " + json.dumps([{"like": {"tweetId": "1"}}])
    given, again = (zipped({f"{root}data/like.js": likes}) for root in ("", "Bureau/mes données/"))
    assert len(once(given, again)[0]) == 1


def test_a_chat_that_was_downloaded_twice_is_one() -> None:
    said = "12/03/2024 à 14:24 - Noor : la loutre\n12/03/2024 à 14:25 - Camille : devant le parc\n"
    names = ("Discussion WhatsApp avec Noor.txt", "Discussion WhatsApp avec Noor (1).txt")
    again = (Source(io.BytesIO(said.encode()), name) for name in names)
    assert len(once(*again, me=frozenset({"Camille"}), all_private_chats=True)[0]) == 1


def test_a_liked_post_is_the_same_whether_or_not_an_export_has_its_text() -> None:
    kept, repeated = once(x_likes(1, 2, text=None), x_likes(2, 3))
    assert [one.object_ref for one in kept] == ["x:post:1", "x:post:2", "x:post:3"]
    assert repeated == 1


def test_milliseconds_in_one_layout_are_the_seconds_of_another() -> None:
    assert len(once(facebook(AT, AT + 1), facebook(AT * 1000 + 250, (AT + 2) * 1000))[0]) == 3


@pytest.mark.parametrize(
    ("first", "second", "kept"), [(1, 1, 1), (2, 1, 2), (1, 3, 3), (2, 2, 2), (3, 5, 5)]
)
def test_of_equal_acts_in_two_exports_the_larger_number_is_kept(
    first: int, second: int, kept: int
) -> None:
    # Another like each, or the entries were the same byte for byte.
    one = facebook(*[AT] * first, AT + 1)
    other = facebook(*[AT] * second, AT + 2)
    assert len(once(one, other)[0]) == kept + 2


def test_equal_acts_within_one_export_are_all_kept() -> None:
    kept, repeated = once(facebook(AT, AT, AT))
    assert (len(kept), repeated) == (3, 0)


def test_parts_of_one_export_lose_nothing() -> None:
    parts = [
        instagram("Aaaa1"),
        zipped({"your_instagram_activity/comments/post_comments_1.json": [
            {"string_map_data": {"Comment": {"value": "Bravo"}, "Time": {"timestamp": AT}}}]}),
        zipped({"your_instagram_activity/comments/reels_comments.json": {"comments_reels_comments": [
            {"string_map_data": {"Comment": {"value": "Super"}, "Time": {"timestamp": AT}}}]}}),
    ]  # fmt: skip
    kept, repeated = once(*parts)
    assert (len(kept), repeated) == (3, 0)


def test_parts_of_which_all_is_said_at_one_moment_lose_nothing() -> None:
    # The later of them were cut off from the same list.
    first, second = facebook(AT, AT, name="likes_1.json"), facebook(AT, name="likes_2.json")
    assert len(once(first, second)[0]) == len(once(second, first)[0]) == 3


def test_this_years_export_in_two_parts_and_last_years_in_one_are_two_exports() -> None:
    last = x_likes(1, 2)
    parts = x_likes(1, 2, 3), zipped({"data/like-part1.js": likes_script(4, 5)})
    for archives in ((last, *parts), (*parts, last), (parts[0], last, parts[1])):
        assert sorted(one.object_ref or "" for one in once(*archives)[0]) == [
            f"x:post:{n}" for n in range(1, 6)
        ]


def telegram(*texts: str) -> Source:
    said = [message(n, ME, t, date_unixtime=str(AT + n)) for n, t in enumerate(texts)]
    return zipped({"DataExport/result.json": account(chat("personal_chat", *said, name="Zoé"))})


def test_a_telegram_chat_that_was_exported_twice_is_kept_once() -> None:
    earlier, later = telegram("oui", "non"), telegram("oui", "non", "peut-être")
    kept, repeated = once(earlier, later, all_private_chats=True)
    assert [one.candidates[0].content for one in kept] == ["oui", "non", "peut-être"]
    assert repeated == 2


def whatsapp(other: str, *texts: str) -> Source:
    lines = [
        f"{day:02}/03/2024, 10:15 - {who}: {text}"
        for day, text in enumerate(texts, 1)
        for who in ("Moi", other)
    ]
    return zipped({"_chat.txt": "\n".join(lines)})


def test_a_whatsapp_chat_that_was_exported_twice_is_kept_once_and_another_chat_is_another() -> None:
    ours = {"me": frozenset({"Moi"}), "all_private_chats": True}
    assert (
        len(once(whatsapp("Léa", "oui", "non"), whatsapp("Léa", "oui", "non", "si"), **ours)[0])
        == 3
    )
    assert len(once(whatsapp("Léa", "oui", "non"), whatsapp("Zoé", "oui", "si"), **ours)[0]) == 4


def test_a_chat_that_was_not_ticked_takes_nothing_from_one_that_was() -> None:
    given = whatsapp("Léa", "oui", "non"), whatsapp("Léa", "oui", "non", "si")
    _, survey = read(*given, choices=Choices(me=frozenset({"Moi"})))
    ticked = frozenset({survey.private_chats[-1].key})
    kept, _ = once(*given, me=frozenset({"Moi"}), private_chats=ticked)
    assert len(kept) == 3


def test_files_of_one_unpacked_folder_are_one_export(tmp_path: Any) -> None:
    folder = tmp_path / "facebook" / "your_facebook_activity" / "comments_and_reactions"
    folder.mkdir(parents=True)
    rows = [{"timestamp": AT, "data": [{"reaction": {"reaction": "LIKE"}}]}]
    for number, more in ((1, 1), (2, 2)):
        other = {**rows[0], "timestamp": AT + more}
        (folder / f"likes_and_reactions_{number}.json").write_text(json.dumps([*rows, other]))
    assert len(once(*open_paths([tmp_path / "facebook"]))[0]) == 4


SAYS_TOO_LITTLE = {
    ("mastodon", "bare"), ("mastodon", "with_ids"),  # Likes without a date, of what is not named.
    ("google", "old"),  # Stars without a date, of places that are not named.
    ("chatgpt", "one_file"), ("chatgpt", "shards"),  # Its reader joins two files of comparisons.
}  # fmt: skip
TOLD = [case for case in cases() if (case.name, case.layout) not in SAYS_TOO_LITTLE]


@pytest.mark.parametrize("case", TOLD, ids=str)
def test_an_export_given_twice_is_worth_no_more_than_once(case: Case) -> None:
    export = case.export(3, 12)
    again = {name: padded(name, content) for name, content in export.files.items()}
    alone, _ = read(zipped(export.files), choices=export.choices)
    both, _ = read(zipped(export.files), zipped(again), choices=export.choices)
    assert len(alone) == len(both)


@pytest.mark.parametrize("case", list(cases()), ids=str)
def test_an_export_cut_into_three_parts_loses_nothing(case: Case) -> None:
    export = case.export(3, 12)
    files = list(export.files.items())
    parts = [zipped(dict(files[n::3])) for n in range(min(3, len(files)))]
    alone, _ = read(zipped(export.files), choices=export.choices)
    cut, _ = read(*parts, choices=export.choices)
    assert len(cut) == len(alone)


def test_acts_of_which_too_little_is_known_are_counted_twice_rather_than_lost() -> None:
    def likes(*numbers: int) -> Source:
        posts = [f"https://exemple.social/@a/{n}" for n in numbers]
        return zipped({"likes.json": {"orderedItems": posts, "id": "likes.json"},
                       "actor.json": {"preferredUsername": "moi", "type": "Person"}})  # fmt: skip

    assert len(once(likes(1, 2), likes(3, 4, 5))[0]) == 5


def padded(name: str, content: Any) -> Any:
    """The same content in other bytes: an archive lists entries of the same bytes once."""
    text = content if isinstance(content, str | bytes) else json.dumps(content)
    end = b"\n" if isinstance(text, bytes) else "\n"
    return text + end if name.endswith((".json", ".js", ".csv", ".html", ".txt")) else text


acts = st.lists(st.integers(0, 5), max_size=30)


@given(st.lists(acts, max_size=4))
def test_of_every_act_as_many_are_kept_as_the_export_with_most_of_it_holds(
    exports: list[list[int]],
) -> None:
    overlap, kept = Overlap(), []
    for export in exports:
        overlap.begin_export()
        kept += [act for act in export if not overlap.repeats(("act", act))]
    for act in range(6):
        assert kept.count(act) == max((export.count(act) for export in exports), default=0)


def test_an_act_beyond_what_is_remembered_is_counted_twice_rather_than_lost() -> None:
    overlap = Overlap(most=2)
    overlap.begin_export()
    assert [overlap.repeats(act) for act in "abc"] == [False] * 3
    overlap.begin_export()
    assert [overlap.repeats(act) for act in "abc"] == [True, True, False]


LIKED = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


def test_one_export_in_json_and_one_in_pages_hold_the_same_acts() -> None:
    record = {"header": "YouTube", "title": "Liked One", "titleUrl": LIKED,
              "time": "2024-03-12T13:23:05.000Z"}  # fmt: skip
    cell = (
        '<div class="outer-cell"><div class="header-cell"><p class="mdl-typography--title">YouTube'
        f'<br></p></div><div class="content-cell">Liked <a href="{LIKED}">One</a><br>'
        "Mar 12, 2024, 2:23:05 PM CET<br></div></div>"
    )
    name = "Takeout/My Activity/YouTube/MyActivity"
    kept, repeated = once(
        zipped({f"{name}.json": [record]}), zipped({f"{name}.html": f"<html><body>{cell}</body>"})
    )
    assert [r.signal for r in kept] == ["like"]
    assert repeated == 1


def test_the_file_of_a_tiktok_export_changed_its_name_over_the_years() -> None:
    old = {"Date": "2023-05-01 10:00:01", "VideoLink": "https://www.tiktokv.com/share/video/71234/"}
    new = {"date": "2023-05-01 10:00:01", "link": "https://www.tiktokv.com/share/video/71234/"}
    said = {"Date": "2022-06-01 10:00:00", "Comment": "Bravo à tous"}
    kept, repeated = once(
        zipped({"user_data.json": {"Activity": {"Like List": {"ItemFavoriteList": [old]}},
                                   "Comment": {"Comments": {"CommentsList": [said]}}}}),
        zipped({"user_data_tiktok.json": {
            "Likes and Favorites": {"Like List": {"ItemFavoriteList": [new]}},
            "Comment": {"Comments": {"CommentsList": [said]}}}}),
    )  # fmt: skip
    assert sorted(r.signal for r in kept) == ["like", "reply"]
    assert repeated == 2
