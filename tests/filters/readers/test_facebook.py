"""What the samples of Facebook cannot say: layouts, reactions, own names, age."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.problem import ArchiveProblem
from filters.reader import Choices
from tests.filters.generators.export import Export
from tests.filters.reading import identities, read, zipped
from tests.filters.test_planted import sifted

FOLDERS = ("comments_and_reactions", "your_facebook_activity/comments_and_reactions")
PROFILE = {"profile_v2": {"name": {"full_name": "FrÃ©dÃ©ric Exemple"}, "birthday": {"year": 1980}}}


def reaction(kind: str) -> dict[str, Any]:
    return {
        "timestamp": 1_600_000_000,
        "title": "…",
        "data": [{"reaction": {"reaction": kind}}],
    }


@pytest.mark.parametrize(
    ("kind", "signal", "polarity"),
    [("LIKE", "like", 1), ("LOVE", "love", 1), ("CARE", "care", 1), ("HAHA", "haha", 0),
     ("WOW", "wow", 0), ("SORRY", "sad", 0), ("ANGER", "angry", 0)],
)  # fmt: skip
def test_each_reaction_has_its_signal(kind: str, signal: str, polarity: int) -> None:
    kept, _ = read(
        zipped({f"{FOLDERS[0]}/posts_and_comments.json": {"reactions_v2": [reaction(kind)]}})
    )
    assert [(r.kind, r.signal, r.polarity, r.period) for r in kept] == [
        ("reaction", signal, polarity, "2020-Q3")
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_old_and_new_layouts_are_read(folder: str) -> None:
    translated = {
        "timestamp": 1,
        "label_values": [
            {"label": "Réaction", "value": "Jâ\u0080\u0099adore"},
            {"label": "Nom", "value": "X"},
        ],
    }
    kept, outcome = read(
        zipped(
            {
                f"extra/{folder}/likes_and_reactions_1.json": [reaction("LIKE")],
                f"extra/{folder}/likes_and_reactions.json": [translated],
                f"extra/{folder}/comments.json": {
                    "comments_v2": [
                        {
                            "timestamp": 5,
                            "data": [{"comment": {"comment": "TrÃ¨s bien", "author": "A"}}],
                        }
                    ]
                },
            }
        )
    )
    assert sorted(record.signal for record in kept) == ["like", "love", "reply"]
    assert "Très bien" in repr(kept)
    assert outcome.tally.unread_entries == 0


def test_an_unknown_reaction_is_counted_not_guessed() -> None:
    kept, outcome = read(
        zipped(
            {f"{FOLDERS[0]}/posts_and_comments.json": {"reactions_v2": [reaction("NEW"), {"x": 1}]}}
        )
    )
    assert not kept
    assert outcome.tally.removed["unknown", "reactions"] == 2


def test_the_archive_of_a_child_is_refused() -> None:
    child = {
        "profile_v2": {
            "name": {"full_name": "E"},
            "birthday": {"year": datetime.now(UTC).year - 10, "month": 1, "day": 1},
        }
    }
    with pytest.raises(ArchiveProblem, match="minor"):
        read(zipped({"profile_information/profile_information.json": child}))


def acts(files: dict[str, Any]) -> list[tuple[str, str, str]]:
    return sorted((r.kind, r.signal, r.candidates[0].label) for r in read(zipped(files))[0])


AT = 1_700_000_000
LABELS = {"timestamp": AT, "media": [], "fbid": "1"}


@pytest.mark.parametrize("root", ["", "your_facebook_activity/", "your_activity_across_facebook/"])
def test_every_file_of_the_page_that_holds_acts(root: str) -> None:
    files = {
        f"{root}pages/pages_you've_liked.json": {"page_likes_v2": [{"name": "P", "timestamp": AT}]},
        f"{root}pages/pages_and_profiles_you\u2019ve_recommended.json": {
            "recommended_pages_v2": [{"name": "P", "timestamp": AT}]
        },
        f"{root}pages/pages_and_profiles_you've_unfollowed.json": {"pages_unfollowed_v2": [{}]},
        f"{root}saved_items_and_collections/your_saved_items.json": [
            {**LABELS, "label_values": [{"label": "Titre", "value": "x"}]}
        ],
        f"{root}polls/your_poll_votes.json": [
            {**LABELS, "label_values": [{"label": "Option", "value": "Oui"}]}
        ],
        f"{root}comments_and_reactions/comments.json": [
            {**LABELS, "label_values": [
                {"label": "Commentaire", "value": "bravo"},
                {"title": "Auteur", "dict": [{"label": "Nom", "value": "Noor Exemple"}]},
            ]}
        ],
        f"{root}stories/story_reactions.json": {
            "stories_feedback_v2": [{"title": "x", "timestamp": AT, "data": [{"text": "\u00e2\u009d\u00a4"}]}]
        },
        "preferences/feed/controls.json": {"controls": [
            {"name": "Show Less", "description": "", "entries": [
                {"timestamp": AT, "data": {"name": "N", "uri": "u"}}, {"timestamp": AT}]},
            {"name": "Voir plus", "entries": [{"timestamp": AT}]},
            {"name": "Unfollowed", "entries": [{"timestamp": AT}]},
        ]},
        "preferences/feed/snooze.json": {"snooze": [{}]},
    }  # fmt: skip
    assert acts(files) == [
        ("binary", "hide", "bad"), ("binary", "hide", "bad"), ("binary", "like", "good"),
        ("binary", "like", "good"), ("binary", "like", "good"), ("binary", "save", "good"),
        ("choice", "poll_option", "chosen"), ("reaction", "love", "good"),
        ("reply", "reply", "unlabelled"),
    ]  # fmt: skip


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["title", "data", "attachments", "label_values", "timestamp", "reaction", "comment",
             "label", "value", "dict", "poll", "options", "entries", "name", "messages", "actor",
             "sender_name", "participants", "reactions", "content", "profile_v2", "birthday"]
        ),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(VALUES)
def test_no_shape_of_record_stops_the_others(value: Any) -> None:
    files = {
        f"{FOLDERS[0]}/posts_and_comments.json": {"reactions_v2": [value, reaction("LOVE")]},
        f"{FOLDERS[0]}/comments.json": {"comments_v2": [value]},
        "polls/polls_you_voted_on.json": {"poll_votes_v2": [value]},
        "preferences/feed/controls.json": {"controls": [value]},
        "stories/story_reactions.json": {"stories_feedback_v2": [value]},
        "profile_information/profile_information.json": {"profile_v2": value},
        "friends/your_friends.json": {"friends_v2": [value]},
        "messages/inbox/a/message_1.json": value,
        "messages/inbox/b/message_1.json": {"participants": value, "messages": [value]},
    }
    assert "love" in [record.signal for record in read(zipped(files))[0]]


def test_the_newest_reactions_are_known_without_their_folder() -> None:
    row = {"label_values": [{"label": "Réaction", "value": "J’adore"}], "fbid": "1", "timestamp": 1}
    kept, _ = read(zipped({"likes_and_reactions.json": [row]}))
    assert [record.signal for record in kept] == ["love"]


def test_an_advertisement_that_was_hidden_is_a_no() -> None:
    row = {"label_values": [{"label": "Action", "value": "Masquer la publicité"}], "timestamp": 1}
    files = {"ads_information/ads_feedback_activity.json": [row], f"{FOLDERS[0]}/posts_and_comments.json":
             {"reactions_v2": [reaction("LIKE")]}}  # fmt: skip
    kept, _ = read(zipped(files))
    assert sorted(record.signal for record in kept) == ["hide", "like"]


def signed(author: str, text: str) -> dict[str, Any]:
    return {"timestamp": 7, "data": [{"comment": {"comment": text, "author": author}}]}


def test_what_somebody_else_signed_is_not_the_donors() -> None:
    own = {
        **PROFILE["profile_v2"],
        "previous_names": [{"name": "F. d'Avant", "timestamp": 3}],
    }
    other = reaction("LOVE")
    other["data"][0]["reaction"]["actor"] = "Une Page"
    own_one = reaction("LIKE")
    own_one["data"][0]["reaction"]["actor"] = "FrÃ©dÃ©ric Exemple"
    comments = [
        signed("FrÃ©dÃ©ric Exemple", "Un mot"),
        signed("F. d'Avant", "Un mot d'avant"),
        signed("Une Page", "Le mot d'une page"),
        {"timestamp": 7, "data": [{"comment": {"comment": "Sans nom"}}]},
    ]
    files = {
        f"{FOLDERS[0]}/posts_and_comments.json": {"reactions_v2": [own_one, other]},
        f"{FOLDERS[0]}/comments.json": {"comments_v2": comments},
        "profile_information/profile_information.json": {"profile_v2": own},
    }
    kept, outcome = read(zipped(files))
    assert sorted(record.signal for record in kept) == ["like", "reply", "reply", "reply"]
    assert "page" not in repr(kept)
    assert outcome.tally.removed["R2", "comments"] == 1

    assert not outcome.questions


def test_without_a_profile_the_donor_is_asked_which_name_is_theirs() -> None:
    pressed = reaction("LIKE")
    pressed["data"][0]["reaction"]["actor"] = "FrÃ©dÃ©ric Exemple"
    comments = [
        signed("FrÃ©dÃ©ric Exemple", "Un mot"),
        signed("Noor", "Le mot de Noor"),
        {"timestamp": 7, "data": [{"comment": {"comment": "Sans nom"}}]},
    ]
    alone = zipped({
        f"{FOLDERS[0]}/comments.json": {"comments_v2": comments},
        f"{FOLDERS[0]}/posts_and_comments.json": {"reactions_v2": [pressed, reaction("LOVE")]},
    })  # fmt: skip
    kept, outcome = read(alone)
    assert [(q.id, q.platform, set(q.options)) for q in outcome.questions] == [
        ("author", "facebook", {"Frédéric Exemple", "Noor"})
    ]
    # What has no words is the donor's by the file it lies in, and so are words without a name.
    assert sorted(record.signal for record in kept) == ["like", "love", "reply"]
    assert "Noor" not in repr(kept)
    assert outcome.tally.removed == {("R2", "comments"): 2}

    assert read(alone, choices=Choices(me=frozenset({"Cam"})))[1].questions
    kept, outcome = read(alone, choices=Choices(me=frozenset({"frédéric exemple"})))
    assert not outcome.questions
    assert sorted(r.candidates[0].content for r in kept if r.kind == "reply") == [
        "Sans nom",
        "Un mot",
    ]


def test_comments_all_signed_with_one_name_are_the_donors() -> None:
    comments = [signed("Noor Exemple", "Un mot"), signed("Noor Exemple", "Un autre")]
    kept, outcome = read(zipped({f"{FOLDERS[0]}/comments.json": {"comments_v2": comments}}))
    assert len(kept) == 2
    assert not outcome.questions


def test_less_of_a_person_is_no_preference() -> None:
    def entry(name: str, address: str) -> dict[str, Any]:
        return {"timestamp": 9, "data": {"name": name, "uri": address}}

    controls = [
        {"name": "Voir moins", "entries": [
            entry("Jardins d'ici", "https://www.facebook.com/jardinsdici"),
            entry("Quelqu'un", "https://www.facebook.com/profile.php?id=7"),
            entry("NoÃ«mie", "https://www.facebook.com/noemie.x"),
        ]},
    ]  # fmt: skip
    files = {
        "preferences/feed/controls.json": {"controls": controls},
        "connections/friends/your_friends.json": {"friends_v2": [{"name": "NoÃ«mie"}]},
        f"{FOLDERS[0]}/posts_and_comments.json": {"reactions_v2": [reaction("LIKE")]},
    }
    kept, outcome = read(zipped(files))
    assert sorted(record.signal for record in kept) == ["hide", "like"]
    assert outcome.tally.removed["no_preference", "feed_controls"] == 2


def test_what_was_filled_in_on_forms_and_a_partner_are_known_by_the_dictionary() -> None:
    own = {"name": {"full_name": "A B"}, "relationship": {"partner": "ZoÃ© Vasseur"},
           "previous_relationships": [{"name": "Max P"}]}  # fmt: skip
    filled = {"autofill_information_v2": {"FIRST_NAME": ["Camille"], "EMAIL": ["c@exemple.fr"],
              "STREET_ADDRESS": ["1 rue des Lilas"], "COUNTRY": ["FR"]}}  # fmt: skip
    files = {
        "profile_information/profile_information.json": {"profile_v2": own},
        "other_personal_information/autofill_information.json": filled,
        f"{FOLDERS[0]}/posts_and_comments.json": {"reactions_v2": [reaction("LIKE")]},
        "comments_and_reactions/comments.json": {"comments_v2": [
            {"timestamp": 1, "data": [{"comment": {"comment": "Oui", "timestamp": 1}}]}]},
    }  # fmt: skip
    known = sifted(Export("facebook", files={n: json.dumps(c).encode() for n, c in files.items()}))[
        1
    ]
    assert {"Zoé Vasseur", "Max P", "Camille", "c@exemple.fr", "1 rue des Lilas"} <= known
    assert "FR" not in known


@pytest.mark.parametrize(
    ("values", "signal"),
    [
        ([{"label": "Nom", "value": "Love"}, {"label": "RÃ©action", "value": "Triste"}], "sad"),
        ([{"label": "?", "value": "Love"},
          {"label": "??", "value": "Triste", "ent_field_name": "Reaction"}], "sad"),
        ([{"label": "Reaction", "value": "Perplexe"}, {"label": "Name", "value": "Love"}], None),
    ],
)  # fmt: skip
def test_a_page_called_love_is_no_reaction(values: list[Any], signal: str | None) -> None:
    row = {"timestamp": 1_600_000_000, "label_values": values}
    kept, outcome = read(
        zipped({"your_facebook_activity/comments_and_reactions/likes_and_reactions.json": [row]})
    )
    assert [record.signal for record in kept] == [signal] * (signal is not None)
    assert len(outcome.tally.unknown) == (signal is None)


def test_a_comment_signed_by_another_than_who_the_donor_says_they_are_is_dropped() -> None:
    rows = [
        {"timestamp": 1_600_000_000, "data": [{"comment": {"comment": words, "author": author}}]}
        for words, author in (("mes mots", "FrÃ©dÃ©ric Exemple"), ("leurs mots", "Noor"))
    ]
    kept, _ = read(
        zipped({"comments_and_reactions/comments.json": {"comments_v2": rows}}),
        choices=Choices(me=frozenset({"Frédéric Exemple"})),
    )
    assert [record.candidates[0].content for record in kept] == ["mes mots"]


def test_whom_a_comment_mentions_is_a_person_and_their_number_goes() -> None:
    comments = [
        {"timestamp": 1, "title": "…", "data": [{"comment": {"timestamp": 1, "comment": text,
                                                             "author": "FrÃ©dÃ©ric Exemple"}}]}
        for text in ("Merci Ã\u00a0 @[100004512345678:2048:Noor la reine] pour tout",
                     "Noor la reine a raison, Ã©crit @ 10:30 [a:b:c]")
    ]  # fmt: skip
    files = {
        "profile_information/profile_information.json": PROFILE,
        f"{FOLDERS[0]}/comments.json": {"comments_v2": comments},
    }
    kept, _ = read(zipped(files))
    assert [record.candidates[0].content for record in kept] == [
        "Merci à @Noor la reine pour tout",
        "Noor la reine a raison, écrit @ 10:30 [a:b:c]",
    ]
    assert "Noor la reine" in identities(zipped(files)).names
