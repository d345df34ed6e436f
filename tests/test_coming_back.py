"""How far off a missed question comes back: behind `APART` others, and beside none on the same key point if it can."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import START, guide_of, pick, sample_guide, sample_study, wrong_answer_to
from tui.guide.words import KeyPointId, Kind, QuestionId
from tui.memory.attempt import SittingId
from tui.memory.steps import Happened, Log
from tui.open_sitting import OpenSitting
from tui.quiz.events import APART, Began, Mode

POINTS = ("formed", "met", "wanted")


def practice(tests: Sequence[Sequence[str]]) -> OpenSitting:
    """A practice with a question on each of these sets of key points, in this order."""
    questions = tuple(pick(f"q{number}", Kind.DATE, *points) for number, points in enumerate(tests))
    study = sample_study(guide_of(sample_guide().lessons, questions))
    began = Began(Mode.PRACTICE, "seed", tuple(each.id for each in questions))
    return OpenSitting(study, Log(SittingId(UUID(int=1)), (Happened(began, START),)))


def points_of(sitting: OpenSitting, question: QuestionId) -> set[KeyPointId]:
    return set(sitting.guide.questions[question].tests)


def asked(sitting: OpenSitting) -> list[QuestionId]:
    return [turn.question for turn in sitting.sitting.turns]


def wanted_place(sitting: OpenSitting) -> int:
    """Where the current question comes back if it is missed now, among the turns as they stand."""
    others, at = asked(sitting), sitting.sitting.at
    own = points_of(sitting, others[at])
    first = at + 1 + APART
    for place in range(first, len(others) + 1):
        if all(own.isdisjoint(points_of(sitting, beside)) for beside in others[place - 1 : place + 1]):
            return place
    return min(first, len(others))


@given(
    st.lists(st.lists(st.sampled_from(POINTS), min_size=1, max_size=2, unique=True), min_size=1, max_size=12),
    st.lists(st.booleans(), max_size=20),
)
def test_a_missed_question_comes_back_at_the_first_place_that_suits(tests: list[list[str]], rights: list[bool]) -> None:
    sitting = practice(tests)
    for right in [*rights, False]:
        before, at, missed, place = asked(sitting), sitting.sitting.at, sitting.question, wanted_place(sitting)
        sitting.answer(missed.key if right else wrong_answer_to(missed))
        back = before if right else [*before[:place], missed.id, *before[place:]]
        assert asked(sitting) == back
        assert right or min(APART, len(before) - at - 1) <= place - at - 1
        if not sitting.go_on():
            break


@pytest.mark.parametrize(
    ("others", "between"),
    [
        ((), 0),
        (("met",), 1),
        (("met", "met"), 2),
        (("met", "met", "met"), 3),
        (("met", "met", "met", "met"), 3),
        (("met", "met", "formed"), 3),
        (("met", "met", "formed", "met"), 4),
        (("met", "met", "met", "formed"), 3),
        (("met", "met", "met", "formed", "met"), 5),
        (("met", "met", "formed", "met", "met"), 4),
        (("met", "met", "formed", "met", "formed", "met"), 6),
        (("met", "met", "formed", "met", "formed"), 3),
        (("met", "met", "formed", "formed", "formed"), 3),
    ],
)
def test_how_many_stand_between(others: tuple[str, ...], between: int) -> None:
    sitting = practice([("formed",), *((point,) for point in others)])
    sitting.answer(wrong_answer_to(sitting.question))
    assert asked(sitting).index(QuestionId("q0"), 1) - 1 == between
