"""Minors' data (rule R7): a record that says somebody of the donor's life is a minor is refused whole.

Children in general, tales, figures of speech and memories of an adult are nobody's data: they stay.
"""

import re
import time
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.examples import Witness
from filters.interaction import Retained
from filters.limits import Limits
from filters.reader import Choices, Identities
from filters.redaction.engine import Redactor
from filters.redaction.minors import statement
from filters.redaction.minors.statement import tells_of_a_minor
from filters.redaction.outcome import Cleaned, Refused, Title
from filters.sieve import sift
from tests.filters.readers.test_chatgpt import message, thumb
from tests.filters.reading import zipped
from tests.filters.redaction import minors_held_out, minors_learnt
from tests.filters.redaction.labelled import wilson
from tests.filters.redaction.test_linear_time import HOSTILE

NOBODY = Identities()
LEAST = 0.99
LEAST_HELD_OUT_RECALL, LEAST_HELD_OUT_PRECISION = 0.95, 0.97
"""Measured: 59 of 60 found, none of 90 that are nobody's taken for a minor's. Two sets before it had
a recall of 70 and 91 %, a precision of 95 and 97 %, when first seen: they were learnt from."""


@pytest.mark.parametrize(
    ("texts", "recall", "precision"),
    [
        (minors_learnt, LEAST, LEAST),
        (minors_held_out, LEAST_HELD_OUT_RECALL, LEAST_HELD_OUT_PRECISION),
    ],
    ids=["learnt", "held out"],
)
@pytest.mark.parametrize("writing", [str, str.upper, lambda text: text.replace("'", "’")])
def test_what_is_a_minors_is_told_from_what_is_nobodys(
    texts: ModuleType, recall: float, precision: float, writing: type[str]
) -> None:
    found = sum(tells_of_a_minor(writing(text)) for text in texts.MINORS)
    wrong = sum(tells_of_a_minor(writing(text)) for text in texts.OTHERS)
    low, high = wilson(found, len(texts.MINORS))
    print(
        f"\n{found} of {len(texts.MINORS)} [{low:.0%}, {high:.0%}], {wrong} of {len(texts.OTHERS)}"
    )
    assert found / len(texts.MINORS) >= recall
    assert found / (found + wrong) >= precision


def test_no_text_stands_in_two_sets() -> None:
    sets = [{*one.MINORS, *one.OTHERS} for one in (minors_learnt, minors_held_out)]
    assert not sets[0] & sets[1]
    assert sum(map(len, sets)) >= 800


@pytest.mark.parametrize(
    ("years", "minor"),
    [(6, True), (15, True), (17, True), (18, False), (19, False), (70, False)],
)
@pytest.mark.parametrize(
    "said", ["j'ai {} ans", "I'm {} years old", "mon fils de {} ans", "my {} year old son"]
)
def test_a_minor_is_under_eighteen(said: str, years: int, minor: bool) -> None:
    assert tells_of_a_minor(said.format(years)) == minor


@pytest.mark.parametrize(
    "text",
    ["Excusez l'absence de ma fille Aline, élève de CM1", "mon fils, élève en 5e, a oublié son sac",
     "notre fille Jade est élève en classe de CE2"],
)  # fmt: skip
def test_a_pupil_of_a_class_is_one_behind_a_name_too(text: str) -> None:
    assert tells_of_a_minor(text)


def test_a_year_of_birth_says_it_too() -> None:
    this_year = int(time.strftime("%Y"))
    assert tells_of_a_minor(f"je suis né en {this_year - 14}")
    assert tells_of_a_minor(f"my daughter was born in {this_year - 3}")
    assert not tells_of_a_minor(f"je suis né en {this_year - 30}")
    assert not tells_of_a_minor(f"my house was built in {this_year - 3}")


def test_a_long_text_is_told_from_others_by_any_of_its_lines() -> None:
    long = "On a mangé des crêpes, puis chacun est rentré à pied.\n" * 50
    assert not tells_of_a_minor(long)
    for text in (*minors_learnt.MINORS, *minors_learnt.OTHERS):
        starts_it_all = re.fullmatch(r"14M|13yo|13 y/o|17F,.*", text) is not None
        assert tells_of_a_minor(f"{long}{text}\n{long}") == (
            tells_of_a_minor(text) and not starts_it_all
        )


@pytest.mark.parametrize(
    "text", ["j’ai 13 ans et toi ?", "j'ai 13\u202fans, et toi ?", "j'ai  13 \u200bans, et toi ?"]
)
def test_no_space_and_no_mark_hides_an_age(redactor: Redactor, text: str) -> None:
    assert redactor.redact([[text]], NOBODY, Limits()) == [[Refused("minor")]]


def test_every_text_of_the_record_is_refused_and_no_other_record(redactor: Redactor) -> None:
    asked = "Ma fille Léa, 7 ans, a peur du noir, que faire ?"
    answered = "Laissez une veilleuse allumée dans la chambre de Léa."
    after = "Merci, et pour son anniversaire, quelle idée de gâteau ?"
    results = redactor.redact([[asked, answered, after], [after]], NOBODY, Limits())
    assert results[0] == [Refused("minor")] * 3
    assert isinstance(results[1][0], Cleaned)


def test_an_answer_that_repeats_it_is_enough(redactor: Redactor) -> None:
    texts = ["Et maintenant, que lui dire ?", "Votre fille de 6 ans a besoin d'être rassurée."]
    assert redactor.redact([texts], NOBODY, Limits()) == [[Refused("minor")] * 2]


def test_the_title_of_a_work_is_nobodys(redactor: Redactor) -> None:
    (result,) = redactor.redact([[Title("J'ai 12 ans et je fais la guerre")]], NOBODY, Limits())[0]
    assert isinstance(result, Cleaned)


def test_nothing_of_such_a_record_is_an_example_for_the_donor(redactor: Redactor) -> None:
    witness = Witness(redactor, most=10)
    asked = "Mon fils de 12 ans s'appelle Titouan Kergoat, écris à sa maîtresse."
    witness.redact(
        [[asked, "Madame, Titouan Kergoat sera absent demain matin, merci de le noter."]],
        NOBODY,
        Limits(),
    )
    assert witness.examples == []
    witness.redact(
        [["Madame, Titouan Kergoat sera absent demain matin, merci de le noter."]], NOBODY, Limits()
    )
    assert len(witness.examples) == 1


def test_an_age_that_is_no_minors_is_still_masked(redactor: Redactor) -> None:
    (result,) = redactor.redact([["j'ai 40 ans et je reprends mes études"]], NOBODY, Limits())[0]
    assert isinstance(result, Cleaned)
    assert result.text == "j'ai <AGE> et je reprends mes études"


PIECES = st.sampled_from(
    [word for text in (*minors_learnt.MINORS, *minors_learnt.OTHERS) for word in text.split()]
)


@given(
    text=st.one_of(
        st.sampled_from(minors_learnt.MINORS), st.lists(PIECES, max_size=12).map(" ".join)
    )
)
def test_a_sign_is_found_nowhere_without_what_it_needs(text: str) -> None:
    written = statement._written(text)
    plain = statement._plain(statement._SPACES.sub(" ", text))
    for sign in statement._SIGNS:
        has_it = all(any(word in written for word in some) for some in sign.needs)
        assert has_it or not sign.pattern.search(plain), sign.pattern.pattern


@pytest.mark.parametrize("name", HOSTILE)
def test_repetition_takes_linear_time(name: str) -> None:
    started = time.process_time()
    tells_of_a_minor(HOSTILE[name][:20_000])
    assert time.process_time() - started < 2.0


@pytest.mark.parametrize(
    "piece",
    ["mon fils ", "ma fille a ", "j'ai 1", "je suis en ", "my son is ", "i'm 1", "12 ans ", "a 12 et ", "my little ", "as a ", "mon fils, le fils de mon "],
)  # fmt: skip
def test_so_do_beginnings_that_come_again_and_again(piece: str) -> None:
    text = re.sub(r"\Z", " ans year old grade en 4e born 2015", piece * (20_000 // len(piece)))
    started = time.process_time()
    tells_of_a_minor(text)
    assert time.process_time() - started < 2.0


def test_an_archive_is_kept_without_them_and_they_are_counted(redactor: Redactor) -> None:
    asked = {
        "Ma fille Léa, 7 ans, a peur du noir. Que puis-je faire pour elle ?": "Mettez une veilleuse.",
        "Comment réussir une pâte à crêpes sans grumeaux ?": "Versez le lait peu à peu.",
    }
    talks = []
    for number, (question, answer) in enumerate(asked.items()):
        mapping = {
            node["id"]: node
            for node in (
                message(f"q{number}", "user", question, None, f"a{number}"),
                message(f"a{number}", "assistant", answer, f"q{number}"),
            )
        }
        talks.append({"id": f"c{number}", "current_node": f"a{number}", "mapping": mapping})
    thumbs = [
        thumb(f"a{number}", "thumbs_up", conversation_id=f"c{number}")
        for number in range(len(talks))
    ]
    kept: list[Retained] = []
    outcome = sift(
        [zipped({"conversations.json": talks, "message_feedback.json": thumbs})],
        Choices(), redactor=redactor, keep=lambda record, _: kept.append(record),
        examples=10, limits=Limits(),
    )  # fmt: skip
    removed = {rule: count for (rule, _), count in outcome.tally.removed.items()}
    assert [record.context[-1].content for record in kept if record.kind == "binary"] == [
        "Comment réussir une pâte à crêpes sans grumeaux ?"
    ]
    assert removed["R7"] == 1
    assert outcome.examples == ()
