"""What is to be expected of a day to be ready for, and how it is said."""

from datetime import date, timedelta

from tests.memory.knowing import NOW, knows
from tests.samples import sample_guide, sample_study
from tests.studying import ALL, answer_all
from tui.drawing.outlook import day_named, outlook_line, outlook_sentences
from tui.memory.days import day_of
from tui.memory.forecast import MOST_MINUTES, Goal
from tui.memory.outlook import READY, Outlook, goal_in, outlook_of

GUIDE = sample_guide()
TODAY = day_of(NOW)
IN_NINE = TODAY + timedelta(days=9)
PLAN = Outlook(TODAY, IN_NINE, 0.71, 6, 0.9, 0.64)


def test_the_plan_is_the_fewest_minutes_that_make_ready() -> None:
    outlook = outlook_of(GUIDE, knows(formed=(3, 2), met=(3, 2)), NOW, Goal(IN_NINE))
    assert 0 < outlook.minutes <= MOST_MINUTES
    assert outlook.without < outlook.now < READY <= outlook.with_plan
    assert outlook.days == 9


def test_who_is_ready_has_nothing_more_to_do() -> None:
    held = knows(**dict.fromkeys(GUIDE.key_points, (400.0, 1.0)))
    outlook = outlook_of(GUIDE, held, NOW, Goal(IN_NINE))
    assert outlook.minutes == 0
    assert outlook.with_plan == outlook.without >= READY


def test_no_plan_asks_for_more_than_one_keeps() -> None:
    tomorrow = TODAY + timedelta(days=1)
    outlook = outlook_of(GUIDE, {}, NOW, Goal(tomorrow, read=frozenset()))
    assert outlook.minutes <= MOST_MINUTES


def test_it_is_made_of_what_the_learner_did() -> None:
    study = sample_study()
    answer_all(study.begin(ALL))
    goal = goal_in(study.guide, study.record, IN_NINE)
    assert (goal.day, goal.read, goal.pace) == (IN_NINE, frozenset(), study.record.digest.pace)
    assert goal.holding == 1.0 or abs(goal.holding - 1) < 0.01


def test_what_was_just_missed_is_no_score_today_and_none_later_if_nothing_is_done() -> None:
    study = sample_study()
    answer_all(study.begin(ALL), right=False)
    known, at = study.record.knowledge, study.clock()
    assert all(each.missed for each in known.values())
    outlook = outlook_of(study.guide, known, at, goal_in(study.guide, study.record, IN_NINE))
    by_chance = outlook_of(study.guide, {}, at, goal_in(study.guide, study.record, IN_NINE)).now
    assert outlook.now == outlook.without == by_chance
    assert outlook.with_plan > outlook.now
    assert outlook.minutes > 0


def test_it_is_said_in_a_line() -> None:
    assert outlook_line(PLAN) == "71 % today, 90 % with 6 minutes a day, 64 % without"
    assert (
        outlook_line(Outlook(TODAY, IN_NINE, 0.97, 0, 0.93, 0.93)) == "97 % today, 93 % then, with nothing more to do"
    )
    assert outlook_line(Outlook(TODAY, TODAY, 0.84, 0, 0.84, 0.84)) == "84 % today"


def test_it_is_said_in_sentences() -> None:
    said = outlook_sentences(PLAN)
    assert "is in 9 days" in said
    assert "you would score 71 %" in said
    assert "With 6 minutes a day it is 90 % on the day, and 64 % if you do nothing more." in said
    assert "you are ready" in outlook_sentences(Outlook(TODAY, IN_NINE, 0.97, 0, 0.93, 0.93))
    assert "is today" in outlook_sentences(Outlook(TODAY, TODAY, 0.84, 0, 0.84, 0.84))
    nearly = outlook_sentences(Outlook(TODAY, IN_NINE, 0.2, 30, 0.896, 0.2))
    assert "With 30 minutes a day it is 90 %" in nearly
    assert "out of reach" not in nearly
    assert "90 % is out of reach by then" in outlook_sentences(Outlook(TODAY, IN_NINE, 0.2, 30, 0.7, 0.2))


def test_a_far_day_has_its_year() -> None:
    assert day_named(date(2027, 1, 14), date(2026, 11, 25)) == "14 January"
    assert day_named(date(2028, 1, 14), date(2026, 11, 25)) == "14 January 2028"
