"""A review line by line."""

import io
from datetime import date, datetime, timedelta

import pytest

from tests.samples import START, SetClock, sample_study
from tests.studying import ALL, answer_all, read_everything
from tui.plain.review import review
from tui.plain.talk import Talk
from tui.quiz.confidence import Confidence
from tui.study import Study


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def study(clock: SetClock) -> Study:
    study = sample_study(clock=clock)
    read_everything(study)
    return study


def said(study: Study, typed: str, minutes: int | None = None) -> str:
    out = io.StringIO()
    review(study, Talk(io.StringIO(typed), out), minutes)
    return " ".join(out.getvalue().split())


def test_it_asks_what_is_due_and_says_how_much_is_left(study: Study, clock: SetClock) -> None:
    answer_all(study.begin(ALL))
    clock.move(days=3)
    told = said(study, "0\nq\n", 20)
    assert "Review: " in told
    assert "minutes left." in told
    assert "Result: 0 of 1" in told


def test_where_nothing_is_due_it_offers_what_helps_most(study: Study) -> None:
    told = said(study, "what\n\nq\n")
    assert "Nothing is due yet" in told
    assert "what is no key here." in told
    assert "Question 1 of 5" in told


def test_the_offer_can_be_left(study: Study) -> None:
    assert "Question" not in said(study, "q\n")
    assert "Question" not in said(study, "")


def test_who_was_away_is_welcomed_back(study: Study, clock: SetClock) -> None:
    answer_all(study.begin(ALL))
    clock.move(days=30)
    assert said(study, "q\n").startswith("Welcome back.")


def test_the_day_to_be_ready_for_is_told_first(study: Study, clock: SetClock) -> None:
    answer_all(study.begin(ALL))
    clock.move(days=3)
    study.choose("by", (START + timedelta(days=30)).date())
    told = said(study, "q\n")
    assert told.startswith("13 February is in 27 days. In a test today you would score ")
    study.choose("by", date(2026, 1, 15))
    assert "January" not in said(study, "q\n")


def test_who_wants_it_says_how_sure_they_are_before_the_verdict(study: Study) -> None:
    study.choose("confidence", True)
    told = said(study, "\nright\nx\nS\n\n0\nq\nq\n")
    assert told.index("How sure are you?") < told.index("Type s, t or g.") < told.index("Right.")
    assert [attempt.confidence for attempt in study.record.attempts] == [Confidence.SURE, None]


def test_minutes_that_are_over_end_it_with_a_word(study: Study, clock: SetClock) -> None:
    answer_all(study.begin(ALL))
    clock.move(days=3)
    sitting = study.review(1)
    assert len(sitting.sitting.turns) > 1
    ticking = Study(study.guide, lambda: _ticked(clock))
    ticking.record = study.record
    told = said(ticking, "0\n\n0\n\n0\n\nq\n", 1)
    assert "The minutes are over. What was not asked waits for another day." in told


def _ticked(clock: SetClock) -> datetime:
    clock.move(seconds=40)
    return clock.now
