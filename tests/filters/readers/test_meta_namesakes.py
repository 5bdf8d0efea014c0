"""Messenger and Instagram: somebody in a conversation bears the donor's very name."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.archive.archive import Source
from filters.outcome import Outcome
from filters.reader import Choices
from tests.filters.reading import read, zipped

AT = 1_700_000_000
ME, NOOR, FORMER = "Camille Durand", "Noor", "Camille Avant"
ROOTS = pytest.mark.parametrize("root", ["your_facebook_activity", "your_instagram_activity"])
PROFILES = {
    "personal_information/profile_information/profile_information.json": {
        "profile_v2": {"name": {"full_name": ME}, "previous_names": [{"name": FORMER}]}
    },
    "personal_information/personal_information/personal_information.json": {
        "profile_user": [{"string_map_data": {"Name": {"value": ME}, "Username": {"value": "camille.d"}}}]
    },
}  # fmt: skip


def message(sender: str, words: str, actor: str | None = None) -> dict[str, Any]:
    reactions = [{"reaction": "\u2764", "actor": actor}] if actor else []
    return {
        "sender_name": sender, "timestamp_ms": AT * 1000, "content": words, "reactions": reactions,
    }  # fmt: skip


def thread(folder: str, title: str, listed: list[str], *messages: dict[str, Any]) -> dict[str, Any]:
    return {
        "participants": [{"name": name} for name in listed],
        "messages": list(messages),
        "title": title,
        "thread_path": f"inbox/{folder}",
    }


def encrypted(title: str, listed: list[str], *messages: dict[str, Any]) -> dict[str, Any]:
    said = [
        {"senderName": m["sender_name"], "timestamp": AT * 1000, "text": m["content"],
         "reactions": m["reactions"], "isUnsent": False, "media": [], "type": "text"}
        for m in messages
    ]  # fmt: skip
    return {"participants": listed, "threadName": title, "messages": said}


def page(title: str, *found: str) -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body>"
        f'<div class="_a706" role="main">{"".join(found)}</div></body></html>'
    )


def box(sender: str, words: str, actor: str | None = None) -> str:
    given = f'<ul class="_a6-q"><li><span>\u2764{actor}</span></li></ul>' if actor else ""
    return (
        f'<div class="pam _a6-g uiBoxWhite"><h2 class="_2pim _a6-h">{sender}</h2><div class="_a6-p">'
        f"<div><div></div><div>{words}</div><div></div><div>{given}</div></div></div>"
        '<div class="_a6-o">Dec 28, 2020, 7:20 AM</div></div>'
    )


def listing(names: str) -> str:
    return f'<div class="pam _a6-g uiBoxWhite"><h2 class="_a6-h">Participants : {names}</h2></div>'


def words_kept(*sources: Source, me: str | None = None) -> tuple[list[str | None], Outcome]:
    """The donor's words and a heart for each reaction, all chats ticked."""
    choices = Choices(me=frozenset({me} if me else ()), all_private_chats=True)
    kept, outcome = read(*sources, choices=choices)
    assert not outcome.tally.removed["unknown", "messages"]
    said = [r.candidates[0].content if r.signal == "reply" else r.signal for r in kept]
    return sorted(said, key=str), outcome


def removed(outcome: Outcome) -> dict[str, int]:
    counts = outcome.tally.removed.items()
    return {rule: count for (rule, family), count in counts if family == "messages"}


SAID = (
    message(ME, "un", ME), message(ME, "deux"), message(NOOR, "trois", ME), message(ME, "quatre", NOOR)
)  # fmt: skip


@ROOTS
def test_a_name_listed_twice_is_nobodys_in_that_thread_alone(root: str) -> None:
    inbox = f"{root}/messages/inbox"
    files = {
        **PROFILES,
        f"{inbox}/group_1/message_1.json": thread("group_1", "Vacances", [ME, NOOR, ME], *SAID),
        f"{inbox}/noor_2/message_1.json": thread("noor_2", NOOR, [NOOR, ME], message(ME, "seul")),
    }
    kept, outcome = words_kept(zipped(files))
    assert kept == ["seul"]
    assert removed(outcome) == {"R3": 4, "R5": 3}
    assert [chat.title for chat in outcome.private_chats] == [NOOR]


def test_reactions_in_an_unticked_thread_are_not_the_donors_either() -> None:
    group = thread("group_1", "Vacances", [ME, NOOR, ME], *SAID)
    kept, outcome = read(zipped({**PROFILES, "messages/inbox/group_1/message_1.json": group}))
    assert not kept
    assert removed(outcome) == {"R3": 4, "R5": 3}


def test_broken_letters_do_not_hide_a_namesake() -> None:
    name = "FrÃ©dÃ©ric Exemple"
    files = {
        "profile_information/profile_information.json": {"profile_v2": {"name": {"full_name": name}}},
        "messages/inbox/group_1/message_1.json": thread(
            "group_1", "Vacances", [name, NOOR, "Frédéric Exemple"], message(name, "un")
        ),
    }  # fmt: skip
    assert words_kept(zipped(files))[0] == []


@ROOTS
@pytest.mark.parametrize("listed", [[ME, ME], [ME], []])
def test_a_talk_called_by_the_donors_name_is_with_a_namesake_or_with_oneself(
    root: str, listed: list[str]
) -> None:
    found = thread("camilledurand_1", ME, listed, message(ME, "un", ME), message(ME, "deux"))
    kept, outcome = words_kept(
        zipped({**PROFILES, f"{root}/messages/inbox/camilledurand_1/message_1.json": found})
    )
    assert kept == []
    assert removed(outcome) == {"R3": 2, "R5": 1}


@pytest.mark.parametrize("listed", [[ME, ME], [ME]])
def test_an_encrypted_talk_with_a_namesake(listed: list[str]) -> None:
    files = {
        f"{ME}_1.json": encrypted(ME, listed, message(ME, "un", ME)),
        f"{ME}_2.json": encrypted(ME, listed, message(ME, "deux")),
        f"{NOOR}_3.json": encrypted(NOOR, [ME, NOOR], message(ME, "seul"), message(NOOR, "non", ME)),
    }  # fmt: skip
    kept, outcome = words_kept(zipped(files), me=ME)
    assert kept == ["love", "seul"]
    assert removed(outcome) == {"R3": 3, "R5": 1}


def test_a_group_may_be_called_after_the_donor() -> None:
    group = thread("camilledurand_1", ME, [ME, NOOR], message(ME, "mes mots", NOOR))
    kept, _ = words_kept(
        zipped({**PROFILES, "messages/inbox/camilledurand_1/message_1.json": group})
    )
    assert kept == ["mes mots"]


def test_words_without_an_answer_stay_the_donors() -> None:
    files = {
        **PROFILES,
        "messages/inbox/noor_1/message_1.json": thread("noor_1", NOOR, [ME], message(ME, "un")),
        "messages/inbox/sacha_2/message_1.html": page("Sacha", box(ME, "deux")),
        "messages/inbox/lou_3/message_1.json": {"messages": [message(ME, "trois")]},
    }
    assert words_kept(zipped(files))[0] == ["deux", "trois", "un"]


def test_what_one_file_of_a_thread_says_holds_for_all() -> None:
    folder = "your_facebook_activity/messages/inbox/group_1"
    first = thread("group_1", "Vacances", [ME, NOOR, ME], message(NOOR, "un"))
    second = thread("group_1", "Vacances", [ME, NOOR], message(ME, "deux"))
    one = zipped({**PROFILES, f"{folder}/message_1.json": first})
    for other in (
        zipped({f"{folder}/message_2.json": second}),
        zipped({f"{folder}/message_2.html": page("Vacances", box(NOOR, "un"), box(ME, "deux"))}),
    ):
        assert words_kept(one, other)[0] == []


def test_a_file_that_breaks_off_still_says_who_takes_part() -> None:
    group = json.dumps(thread("group_1", "Vacances", [ME, NOOR, ME], *SAID))
    kept, _ = read(
        zipped({**PROFILES, "messages/inbox/group_1/message_1.json": group[: group.index("quatre")]}),
        choices=Choices(all_private_chats=True),
    )  # fmt: skip
    assert not kept


@ROOTS
@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("thread_1", page(ME, box(ME, "un", ME), box(ME, "deux"))),
        ("camilledurand_1", page("Messages", box(ME, "un"))),
        ("thread_1", page("Vacances", listing(f"{ME}, {NOOR} et {ME}"), box(ME, "un"), box(NOOR, "deux", ME))),
        ("thread_1", page("Vacances", listing(f"{ME} and {ME}"), box(ME, "un"))),
    ],
)  # fmt: skip
def test_pages_of_a_talk_with_a_namesake(root: str, folder: str, found: str) -> None:
    kept, outcome = words_kept(
        zipped({f"{root}/messages/inbox/{folder}/message_1.html": found}), me=ME
    )
    assert kept == []
    assert not removed(outcome).get("R4")


def test_pages_of_other_talks_stay_as_they_are() -> None:
    files = {
        "messages/inbox/noor_1/message_1.html": page(
            NOOR, listing(f"{NOOR} et {ME}"), box(ME, "un"), box(NOOR, "deux", ME)
        ),
        "messages/inbox/camilledurand_2/message_1.html": page(ME, box(ME, "trois")),
        "messages/inbox/camilledurand_2/message_2.html": page(ME, box(NOOR, "un groupe")),
    }
    assert words_kept(zipped(files), me=ME)[0] == ["love", "trois", "un"]


def test_accents_do_not_hide_a_folder_called_by_the_donors_name() -> None:
    for folder in ("frederic_1", "frdric_1"):
        files = {f"messages/inbox/{folder}/message_1.html": page("Messages", box("Frédéric", "un"))}
        assert words_kept(zipped(files), me="Frédéric")[0] == []


@pytest.mark.parametrize("gone", ["Facebook User", "Utilisateur de Facebook"])
def test_closed_accounts_share_a_name_that_is_never_the_donors(gone: str) -> None:
    group = thread(
        "g_1", "Vacances", [gone, gone, ME], message(ME, "un"), message(gone, "deux", ME)
    )
    files = {**PROFILES, "messages/inbox/g_1/message_1.json": group}
    assert words_kept(zipped(files))[0] == ["love", "un"]


def test_a_name_that_is_merely_alike_is_somebody_elses() -> None:
    other = "camille durand"
    group = thread(
        "g_1", "Vacances", [other, NOOR, ME], message(ME, "un"), message(other, "deux", other)
    )
    talk = thread("c_2", other, [other, ME], message(ME, "trois"), message(other, "quatre", ME))
    left = thread("c_3", "Fête", [ME, NOOR], message(ME, "cinq"), message(other, "six"))
    files = {
        **PROFILES,
        "messages/inbox/g_1/message_1.json": group,
        "messages/inbox/c_2/message_1.json": talk,
        "messages/inbox/c_3/message_1.json": left,
    }
    assert words_kept(zipped(files))[0] == ["cinq", "love", "trois", "un"]


def test_a_reaction_may_be_given_under_another_name_of_the_donors() -> None:
    talk = thread("noor_1", NOOR, [NOOR, ME], message(ME, "un"), message(NOOR, "deux", "camille.d"))
    profile = "personal_information/personal_information/personal_information.json"
    files = {
        profile: PROFILES[profile],
        "your_instagram_activity/messages/inbox/noor_1/message_1.json": talk,
    }
    assert words_kept(zipped(files))[0] == ["love", "un"]


def test_who_bears_the_donors_former_name_is_not_told_from_them() -> None:
    talk = thread(
        "camilleavant_1", FORMER, [FORMER, ME], message(ME, "un"), message(FORMER, "deux")
    )
    files = {**PROFILES, "messages/inbox/camilleavant_1/message_1.json": talk}
    assert words_kept(zipped(files))[0] == []


def test_a_donor_who_changed_their_name_keeps_what_they_wrote_before() -> None:
    before = thread("noor_1", NOOR, [NOOR, FORMER], message(FORMER, "un"))
    after = thread("noor_1", NOOR, [NOOR, ME], message(ME, "deux"), message(FORMER, "trois"))
    older = zipped({"messages/inbox/noor_1/message_1.json": before})
    newer = zipped({**PROFILES, "messages/inbox/noor_1/message_2.json": after})
    assert words_kept(older, newer)[0] == ["deux", "trois", "un"]


def test_the_donor_cannot_say_which_of_two_they_are() -> None:
    files = {
        "messages/inbox/g_1/message_1.json": thread("g_1", "Vacances", [ME, NOOR, ME], *SAID),
        "messages/inbox/n_2/message_1.json": thread("n_2", "Fête", [ME, NOOR], message(ME, "seul")),
    }
    (question,) = read(zipped(files))[1].questions
    assert set(question.options) == {ME, NOOR}
    assert words_kept(zipped(files), me=ME)[0] == ["seul"]


def test_in_the_flat_file_a_user_name_may_be_what_the_donor_is_called() -> None:
    said = [{"sender": "camille", "text": "un", "created_at": "2019-05-01T10:00:00"},
            {"sender": "camille.d", "text": "deux", "created_at": "2019-05-01T10:00:00",
             "likes": [{"username": "camille"}]}]  # fmt: skip
    files = {
        "profile.json": {"username": "camille.d", "name": "Camille", "private_account": True},
        "messages.json": [{"participants": ["camille", "camille.d"], "conversation": said}],
    }
    kept, outcome = words_kept(zipped(files))
    assert kept == ["deux"]
    assert removed(outcome) == {"R3": 1, "R5": 1}
    files["profile.json"] = {"username": "camille.d", "name": "camille", "private_account": True}
    kept, outcome = words_kept(zipped(files))
    assert kept == []
    assert removed(outcome) == {"R3": 2, "R5": 1}


@given(
    names=st.lists(st.sampled_from([ME, NOOR, "Sacha", "Facebook User"]), max_size=6),
    called=st.sampled_from(["Vacances", NOOR, ME, ""]),
    written_by=st.lists(st.sampled_from([ME, NOOR]), min_size=1, max_size=4),
)
def test_no_thread_that_lists_the_donor_twice_gives_a_word(
    names: list[str], called: str, written_by: list[str]
) -> None:
    found = thread(
        "t_1", called, names, *(message(name, f"dit par {name}", ME) for name in written_by)
    )
    kept, outcome = words_kept(zipped({**PROFILES, "messages/inbox/t_1/message_1.json": found}))
    is_shared = names.count(ME) > 1 or (called == ME and {*names, *written_by} == {ME})
    own = [] if is_shared else [f"dit par {ME}"] * written_by.count(ME) + ["love"] * len(written_by)
    assert kept == sorted(own)
    assert outcome.tally.read.total() == 2 * len(written_by)
