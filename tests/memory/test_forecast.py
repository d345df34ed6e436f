"""What is predicted of a day to come, and how near it comes for learners whose memory goes its own way."""

from datetime import timedelta
from functools import cache
from pathlib import Path
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.forecasts import Outcome, outcomes
from tests.memory.knowing import NOW, card, knows
from tests.samples import guide_of, lesson, pick, sample_guide
from tui.guide.model import Guide
from tui.guide.reader import read_guide
from tui.guide.words import KeyPointId, Kind, PanelId
from tui.memory.days import day_of
from tui.memory.forecast import MOST_MINUTES, Forecast, Goal, forecast, guessed, minutes_needed
from tui.memory.mastery import Known
from tui.memory.pace import Pace
from tui.quiz.question import Question
from tui.quiz.types import TYPES

GUIDE = sample_guide()
SHIPPED = read_guide(Path(__file__).parent.parent.parent, TYPES)
CHANCE = (1 / 12 + 1 / 8 + 1 / 6 + 1 / 8 + 0 + 1 / 4 + 1 / 6) / 7
"""Of the sample's key points, in their order: what a quarter earns on average over their questions."""
BY_CHANCE = {"choice", "true-false", "match", "order"}


def in_days(days: int, pace: Pace | None = None, read: frozenset[PanelId] | None = None) -> Goal:
    return Goal(day_of(NOW + timedelta(days=days)), pace or Pace(), read)


def expected(days: int, minutes: int, **known: tuple[float, float]) -> Forecast:
    return forecast(GUIDE, knows(**known), NOW, in_days(days), minutes)


def short(guide: Guide[Question], lessons: int) -> Guide[Question]:
    """The first lessons of a guide, with what asks about them alone."""
    kept = guide.lessons[:lessons]
    points = {each.id for lesson in kept for each in lesson.key_points}
    return guide_of(kept, tuple(each for each in guide.questions.values() if points.issuperset(each.tests)))


@cache
def simulated(strength: float) -> dict[str, list[Outcome]]:
    return outcomes(short(SHIPPED, 3), range(16), strength)


def test_with_nothing_known_and_nothing_done_chance_alone_scores() -> None:
    nothing = expected(10, 0)
    assert nothing.with_plan == nothing.without == pytest.approx(CHANCE)
    assert forecast(guide_of((), ()), {}, NOW, in_days(3), 10).without == 0


def test_what_is_known_now_and_forgotten_then_is_counted_as_it_will_be_then() -> None:
    soon, late = (expected(days, 0, formed=(10, 0), met=(10, 0)).without for days in (1, 100))
    assert CHANCE < late < soon < 1


def test_a_plan_helps_and_more_minutes_help_more() -> None:
    scores = [expected(14, minutes).with_plan for minutes in (0, 1, 2, 5)]
    assert scores == sorted(scores)
    assert scores[0] < 0.3 < 0.9 < scores[-1]


def test_what_was_studied_on_the_way_makes_the_forecast_anew() -> None:
    before = expected(14, 1)
    after = forecast(GUIDE, {each: Known(card(5, 0)) for each in GUIDE.key_points}, NOW, in_days(14), 1)
    assert after.without > before.without
    assert after.with_plan > before.with_plan


def test_the_days_of_the_plan_are_those_from_today_to_the_day_before() -> None:
    planned = expected(5, 3)
    assert [day for day, _ in planned.days] == [day_of(NOW + timedelta(days=days)) for days in range(5)]
    assert planned.days[0][1] > 0
    assert planned.minutes == 3


@pytest.mark.parametrize("days", [0, -3])
def test_on_the_day_itself_there_is_nothing_left_to_plan(days: int) -> None:
    late = expected(days, 30, formed=(10, 1))
    assert late.days == ()
    assert late.with_plan == late.without


def test_the_minutes_needed_are_the_fewest_that_reach_the_score() -> None:
    known = knows(formed=(5, 3), met=(2, 3))
    needed = minutes_needed(GUIDE, known, NOW, in_days(10), 0.9)
    assert needed is not None
    assert needed > 0
    assert forecast(GUIDE, known, NOW, in_days(10), needed).with_plan >= 0.9
    assert forecast(GUIDE, known, NOW, in_days(10), needed - 1).with_plan < 0.9


def test_a_plan_reckons_that_what_is_missed_comes_back() -> None:
    likely, unlikely = ({each: Known(card(3, days)) for each in SHIPPED.key_points} for days in (3, 3000))
    first = [forecast(SHIPPED, known, NOW, in_days(1), 10).days[0][1] for known in (likely, unlikely)]
    assert first[0] > 1.3 * first[1]


def test_a_plan_reckons_that_one_question_may_ask_for_several() -> None:
    names = {f"point-{number}": Kind.DATE for number in range(40)}
    lessons = (lesson("only", 1, names),)
    single = guide_of(lessons, tuple(pick(f"about-{name}", Kind.DATE, name) for name in names))
    pairs = zip(list(names)[::2], list(names)[1::2], strict=True)
    double = guide_of(lessons, tuple(pick(f"about-{one}", Kind.DATE, one, other) for one, other in pairs))
    known = {KeyPointId(name): Known(card(1, 3)) for name in names}
    first = [forecast(guide, known, NOW, in_days(1), 10).days[0][1] for guide in (single, double)]
    assert first[1] > 1.5 * first[0]


def test_where_nothing_needs_to_be_done_or_nothing_would_do_it_says_so() -> None:
    known = {each: Known(card(5000, 0)) for each in GUIDE.key_points}
    assert minutes_needed(GUIDE, known, NOW, in_days(10), 0.9) == 0
    assert minutes_needed(GUIDE, {}, NOW, in_days(10), 1.0) is None
    assert MOST_MINUTES == 30


def test_a_slow_learner_and_one_who_has_yet_to_read_need_more_minutes() -> None:
    usual, slow, unread = (
        minutes_needed(GUIDE, {}, NOW, goal, 0.8)
        for goal in (in_days(2), in_days(2, Pace(50, 90, 60)), in_days(2, read=frozenset()))
    )
    assert usual is not None
    assert slow is not None
    assert unread is not None
    assert usual < slow
    assert usual < unread
    all_read = in_days(2, read=frozenset(GUIDE.lesson_of_panel))
    assert minutes_needed(GUIDE, {}, NOW, all_read, 0.8) == usual


def test_whoever_forgets_faster_is_predicted_less_and_needs_more() -> None:
    known = {each: Known(card(20, 5)) for each in GUIDE.key_points}
    day, slow = day_of(NOW + timedelta(days=20)), Pace(60, 180, 60)
    weak, usual = (Goal(day, slow, holding=factor) for factor in (0.2, 1.0))
    made = [forecast(GUIDE, known, NOW, goal, 5) for goal in (weak, usual)]
    assert made[0].without < made[1].without - 0.05
    assert made[0].with_plan < made[1].with_plan
    needed = [minutes_needed(GUIDE, known, NOW, goal, 0.9) for goal in (weak, usual)]
    assert needed[0] is not None
    assert needed[1] is not None
    assert needed[0] > needed[1]


def test_chance_alone_earns_what_the_type_lets_it_earn() -> None:
    for question in SHIPPED.questions.values():
        tag = question.__struct_config__.tag
        by_chance = guessed(question)
        assert bool(by_chance) == (tag in BY_CHANCE), question.id
        assert by_chance <= 0.5


@given(
    st.dictionaries(st.sampled_from(list(GUIDE.key_points)), st.tuples(st.floats(0.05, 500), st.floats(0, 60))),
    st.integers(0, 40),
    st.integers(0, 20),
)
@settings(max_examples=60)
def test_whatever_is_known_a_plan_scores_between_nothing_done_and_all(
    cards: dict[KeyPointId, tuple[float, float]], days: int, minutes: int
) -> None:
    known = knows(**cards)
    made = forecast(GUIDE, known, NOW, in_days(days), minutes)
    assert 0 <= made.without <= made.with_plan + 0.02
    assert made.with_plan <= 1
    assert forecast(GUIDE, known, NOW, in_days(days), 2 * minutes).with_plan >= made.with_plan - 0.02
    assert made == forecast(GUIDE, known, NOW, in_days(days), minutes)


@pytest.mark.parametrize(
    ("strength", "what", "bias", "size"),
    [
        (1.0, "with the plan", 0.04, 0.06),
        (1.0, "with it, half-way", 0.04, 0.06),
        (1.0, "without", 0.08, 0.1),
        (0.4, "with the plan", 0.06, 0.08),
    ],
)
def test_the_prediction_is_near_for_learners_who_forget_in_their_own_ways(
    strength: float, what: str, bias: float, size: float
) -> None:
    errors = [each.predicted - each.simulated for each in simulated(strength)[what]]
    assert abs(fmean(errors)) < bias
    assert fmean(map(abs, errors)) < size
