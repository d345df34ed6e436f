"""Mistakes that are made up: wrong, likely, and always answers that can be graded."""

import pytest
from msgspec.structs import replace

from tests.classroom.rooms import choice, text
from tui.guide.words import KeyPointId, Kind, QuestionId
from tui.paths import shipped_guide
from tui.quiz.ask import Picked, Recall, Written, fits
from tui.quiz.question import Distractor
from tui.quiz.slips import drawn, slips
from tui.quiz.types.number import Number
from tui.quiz.verdict import Grade, Verdict
from tui.study import open_guide
from tui.text import Clean

GUIDE = open_guide(shipped_guide())
TYPES = sorted({type(each).__name__ for each in GUIDE.questions.values() if not isinstance(each.ask(""), Recall)})


@pytest.mark.parametrize("name", TYPES)
def test_a_slip_fits_what_is_asked_and_is_never_right(name: str) -> None:
    bank = tuple(GUIDE.questions.values())
    asked = [each for each in bank if type(each).__name__ == name][:6]
    made = [(each, response) for each in asked for response in slips(each, bank)]
    assert made
    assert all(fits(each.ask(""), response) for each, response in made)
    verdicts = [each.grade(response) for each, response in made]
    assert all(isinstance(verdict, Verdict) and verdict.grade is not Grade.CORRECT for verdict in verdicts)


def test_who_picks_takes_a_distractor() -> None:
    assert {*slips(choice(), ())} == {Picked(("near",)), Picked(("far",))}


def test_who_types_takes_what_answers_another_question_of_its_kind() -> None:
    asked, other = text(), replace(text("other"), answer=Clean("Lenin"))
    assert slips(asked, (asked, other, other, choice())) == (Written(("Lenin",)),)
    assert slips(asked, (asked, choice())) == ()


def test_who_types_takes_first_what_the_author_expects_somebody_to_type() -> None:
    asked = replace(text(), distractors=(Distractor(choice=Clean("Trotsky")),))
    other = replace(text("other"), answer=Clean("Lenin"))
    assert slips(asked, (asked, other)) == (Written(("Trotsky",)), Written(("Lenin",)))


@pytest.mark.parametrize(("right", "near"), [(4.0, ["5", "3", "8"]), (1921.0, ["2021", "1821", "3842"])])
def test_a_number_is_missed_narrowly(right: float, near: list[str]) -> None:
    asked = Number(
        id=QuestionId("how-many"),
        kind=Kind.FIGURE,
        tests=(KeyPointId("point"),),
        question=Clean("How many?"),
        answer=right,
    )
    assert slips(asked, ()) == tuple(Written((each,)) for each in near)


def test_where_one_writes_what_one_remembers_no_mistake_is_likely() -> None:
    remembered = [each for each in GUIDE.questions.values() if isinstance(each.ask(""), Recall)]
    assert remembered
    assert all(slips(each, remembered) == () for each in remembered)


def test_what_is_drawn_is_decided_by_the_seed_and_what_it_is_about() -> None:
    assert drawn("seed", "hard", 1) == drawn("seed", "hard", 1)
    numbers = {drawn(seed, about, number) for seed in "ab" for about in ("hard", "slip") for number in range(50)}
    assert len(numbers) == 200
    assert 0 <= min(numbers) < 0.1 < 0.9 < max(numbers) < 1
