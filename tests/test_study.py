"""Beginning a sitting."""

from datetime import timedelta

import pytest

from tests.samples import (
    sample_study,
)
from tests.studying import ALL
from tui.guide.words import Kind, LessonId
from tui.quiz.choosing import Choice
from tui.study import NothingToAsk, system_clock


def test_without_a_seed_each_sitting_differs() -> None:
    study = sample_study()
    orders = {tuple(turn.question for turn in study.begin(Choice()).sitting.turns) for _ in range(5)}
    assert len(orders) == 5


def test_the_same_seed_begins_the_same_sitting() -> None:
    assert sample_study().begin(ALL).sitting == sample_study().begin(ALL).sitting


def test_nothing_to_ask_tells_the_learner_why() -> None:
    with pytest.raises(NothingToAsk, match=r"Lesson 3, Afterwards, has no questions\."):
        sample_study().begin(Choice(lesson=LessonId("afterwards")))


def test_the_system_clock_knows_its_zone() -> None:
    assert system_clock().utcoffset() == timedelta(0)


def test_only_kinds_in_the_bank_are_asked() -> None:
    sitting = sample_study().begin(Choice(kind=Kind.CRITICISM, seed="seed"))
    assert {sitting.study.guide.questions[turn.question].kind for turn in sitting.sitting.turns} == {Kind.CRITICISM}
