"""What is due, and what a review makes of it."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.memory.knowing import NOW, asked, card, knows, point
from tests.samples import guide_of, lesson, pick, sample_guide, write
from tui.guide.model import Guide
from tui.guide.reader import read_guide
from tui.guide.words import KeyPointId, Kind, PanelId, QuestionId
from tui.memory.days import day_of, end_of_day
from tui.memory.due import due_points, load, was_away
from tui.memory.mastery import Known
from tui.memory.pace import Pace
from tui.memory.portion import WELCOME_MINUTES
from tui.memory.rating import Rating
from tui.memory.reviewing import Wish, helpful_points, review_of
from tui.memory.schedule import review as reviewed
from tui.quiz.ask import Recalled
from tui.quiz.question import Question
from tui.quiz.types import TYPES

GUIDE = sample_guide()
SHIPPED = read_guide(Path(__file__).parent.parent.parent, TYPES)
LONG = 60

stabilities = st.tuples(st.floats(0.05, 500), st.floats(0, 6))


def asks(guide: Guide[Question], known: dict[KeyPointId, Known], at: datetime = NOW, minutes: int = LONG) -> list[str]:
    return list(review_of(guide, known, at, Wish(minutes)).questions)


def asks_with(known: dict[KeyPointId, Known], seed: int) -> tuple[str, ...]:
    return review_of(GUIDE, known, NOW, Wish(5, seed=str(seed))).questions


def test_what_fell_to_the_retention_is_due_the_least_certain_first() -> None:
    known = knows(formed=(10, 12), met=(10, 20), wanted=(10, 9.9), spoke=(10, 3), held=(1, 30), ended=(1, 30))
    assert due_points(GUIDE, known, NOW) == ("held", "met", "formed", "wanted")


def test_equally_urgent_ones_stand_in_the_order_of_the_lessons() -> None:
    known = knows(held=(1, 2), spoke=(1, 2), met=(1, 2), formed=(1, 2))
    assert due_points(GUIDE, known, NOW) == ("formed", "met", "spoke", "held")


def test_errors_of_which_the_learner_was_sure_come_first() -> None:
    known = knows(formed=(1, 20), met=(1, 2))
    known[point("met")] = asked(known[point("met")], "when-met", surely_wrong=True)
    assert due_points(GUIDE, known, NOW) == ("met", "formed")
    assert asks(GUIDE, known)[0] == "month-met"


def test_what_falls_due_before_the_day_ends_is_due_and_what_was_asked_just_now_is_not() -> None:
    morning = end_of_day(NOW) - timedelta(hours=20)
    known = {point("met"): Known(card(2, 1.5, morning)), point("spoke"): Known(card(0.1, 0.1, morning))}
    assert due_points(GUIDE, known, morning) == ("met",)
    assert due_points(GUIDE, known, morning - timedelta(days=1)) == ()
    assert due_points(GUIDE, known, morning + timedelta(days=1)) == ("spoke", "met")


def test_what_was_missed_in_the_morning_is_not_due_before_the_evening() -> None:
    missed = {point("met"): Known(reviewed(None, Rating.AGAIN, NOW))}
    assert due_points(GUIDE, missed, NOW + timedelta(hours=11)) == ()
    assert due_points(GUIDE, missed, NOW + timedelta(hours=13)) == ("met",)


def test_it_says_how_many_fall_due_on_each_day_to_come() -> None:
    known = knows(formed=(10, 12), met=(10, 7), wanted=(10, 7), spoke=(30, 10))
    assert load(GUIDE, known, NOW) == [(day_of(NOW + timedelta(days=days)), count) for days, count in LOAD]
    assert load(GUIDE, {}, NOW) == []


def test_a_key_point_is_asked_by_another_question_than_last_time_and_of_another_type() -> None:
    for last, others in (
        ("when-formed", {"year-formed"}),
        ("year-formed", {"when-formed"}),
        ("who-objected", {"why-objected"}),
        ("why-objected", {"who-objected", "what-objected"}),
    ):
        tests = GUIDE.questions[QuestionId(last)].tests[0]
        known = {tests: asked(Known(card(1, 3)), last)}
        seen = {review_of(GUIDE, known, NOW, Wish(5, seed=str(seed))).questions[0] for seed in range(20)}
        assert seen == others


def test_between_questions_of_one_type_it_is_the_other_one() -> None:
    known = {point("wanted"): asked(Known(card(1, 3)), "who-wanted")}
    assert {asks_with(known, seed) for seed in range(20)} == {("what-wanted",)}


def test_recall_is_asked_for_first_and_another_type_after_it() -> None:
    kind = Kind.DATE
    questions = pick("pick-1", kind, "a"), write("write-1", kind, "a"), write("write-2", kind, "a")
    only = guide_of((lesson("only", 1, {"a": kind}),), questions)
    seen = [
        {review_of(only, {point("a"): asked(Known(card(1, 3)), last)}, NOW, Wish(5, seed=str(seed))).questions[0]}
        for last in ("gone", "write-1", "pick-1")
        for seed in range(9)
    ]
    assert set().union(*seen[:9]) == {"write-1", "write-2"}
    assert set().union(*seen[9:18]) == {"pick-1"}
    assert set().union(*seen[18:]) == {"write-1", "write-2"}


def test_all_one_remembers_is_not_asked_for_the_sake_of_one_thing_nor_first() -> None:
    quick = Pace(recalled=1)
    for seed in range(20):
        assert "all-of-quarrel" not in review_of(GUIDE, knows(formed=(1, 3)), NOW, Wish(5, quick, str(seed))).questions
    known = knows(formed=(1, 9), wanted=(1, 9), blamed=(1, 9), spoke=(1, 3))
    assert review_of(GUIDE, known, NOW, Wish(5, quick)).questions == ("when-spoke", "all-of-quarrel")


def test_the_only_question_there_is_is_asked_again() -> None:
    only = guide_of((lesson("only", 1, {"a": Kind.DATE}),), (pick("pick-a", Kind.DATE, "a"),))
    assert asks(only, {point("a"): asked(Known(card(1, 3)), "pick-a")}) == ["pick-a"]


def test_one_question_for_several_that_are_due_is_preferred_if_it_saves_time() -> None:
    known = knows(formed=(1, 3), wanted=(1, 3), blamed=(1, 3), spoke=(1, 3))
    assert sorted(asks(GUIDE, known)) == ["all-of-quarrel", "when-spoke"]
    slow = review_of(GUIDE, known, NOW, Wish(20, Pace(recalled=60)))
    assert "all-of-quarrel" not in slow.questions
    assert "all-of-quarrel" not in review_of(GUIDE, known, NOW, Wish(1, Pace(recalled=40))).questions


def test_what_was_neither_met_nor_read_is_not_asked_along_with_what_is_due_unless_there_is_no_other_question() -> None:
    kind = Kind.DATE
    lessons = lesson("first", 1, {"a": kind, "b": kind}), lesson("later", 1, {"z": kind})
    both, own = write("a-and-z", kind, "z", "a"), pick("only-a", kind, "a")
    known = {point("a"): asked(Known(card(1, 3)), "only-a")}

    def seen(guide: Guide[Question], familiar: tuple[KeyPointId, ...] = ()) -> set[QuestionId]:
        wishes = [Wish(5, seed=str(seed), familiar=familiar) for seed in range(9)]
        return {each for wish in wishes for each in review_of(guide, known, NOW, wish).questions}

    assert seen(guide_of(lessons, (both, own))) == {"only-a"}
    assert seen(guide_of(lessons, (both, own)), familiar=(point("z"),)) == {"a-and-z"}
    assert seen(guide_of(lessons, (both,))) == {"a-and-z"}


def test_a_review_after_the_first_lessons_asks_nothing_of_those_to_come() -> None:
    begun = [each for part in SHIPPED.lessons[:2] for each in part.key_points]
    known = {each.id: Known(card(1, 3)) for each in begun}
    for seed in range(9):
        portion = review_of(SHIPPED, known, NOW, Wish(LONG, seed=str(seed)))
        assert {each for name in portion.questions for each in SHIPPED.questions[name].tests} <= known.keys()


def test_all_one_remembers_is_never_the_whole_of_a_review() -> None:
    known = knows(formed=(1, 3), wanted=(1, 3), blamed=(1, 3))
    assert len(asks(GUIDE, known)) == 3


def test_all_one_remembers_is_asked_once_in_a_review() -> None:
    known = {each: Known(card(1, 3)) for each in SHIPPED.key_points}
    portion = review_of(SHIPPED, known, NOW, Wish(60))
    assert len([each for each in portion.questions if isinstance(SHIPPED.questions[each].key, Recalled)]) == 1


def test_a_review_is_within_its_minutes_and_the_rest_is_spread_over_days() -> None:
    known = knows(formed=(1, 3), met=(1, 6), spoke=(1, 5), held=(1, 4), objected=(1, 2))
    portion = review_of(GUIDE, known, NOW, Wish(2, Pace(picked=20, typed=20)))
    assert portion.points == ("met", "spoke", "held")
    assert timedelta(seconds=90) < portion.time <= timedelta(seconds=120)
    assert portion.waiting == ("formed", "objected")
    assert portion.days == 1


def test_that_missed_questions_come_back_is_counted() -> None:
    sure, unsure = (review_of(GUIDE, knows(met=(1, days)), NOW, Wish(5)).time for days in (1, 50))
    assert unsure > 1.3 * sure


def test_a_slow_learner_is_asked_less() -> None:
    known = knows(formed=(1, 3), met=(1, 6), spoke=(1, 5), held=(1, 4), objected=(1, 2))
    quick, slow = (review_of(GUIDE, known, NOW, Wish(2, pace)) for pace in (Pace(5, 5, 5), Pace(60, 180, 180)))
    assert len(quick.questions) == 5
    assert len(slow.questions) == 1


def test_time_left_goes_to_what_helps_most() -> None:
    known = knows(formed=(1, 3), met=(50, 20), ended=(500, 5))
    more = helpful_points(GUIDE, known, NOW)
    assert more == ("wanted", "blamed", "spoke", "held", "objected", "formed", "met")
    portion = review_of(GUIDE, known, NOW, Wish(3, Pace(picked=20, typed=20), more=more))
    assert portion.points == ("formed", "wanted", "blamed", "spoke", "held")
    assert portion.waiting == ()
    assert portion.days == 0


def test_what_is_as_good_as_certain_or_was_asked_just_now_can_wait() -> None:
    known = knows(**dict.fromkeys(GUIDE.key_points, (500.0, 5.0)))
    assert helpful_points(GUIDE, known, NOW) == ()
    known |= knows(met=(0.01, 0.2), held=(9, 5))
    assert helpful_points(GUIDE, known, NOW) == ("held",)


def test_what_was_not_read_is_not_asked_about() -> None:
    read = frozenset({PanelId("quarrel-panel-3"), PanelId("unions-panel-1")})
    assert helpful_points(GUIDE, {}, NOW, read) == ("wanted", "spoke", "objected")
    assert helpful_points(GUIDE, knows(wanted=(1, 0.1)), NOW, frozenset()) == ()


def test_after_a_week_away_the_first_review_is_short() -> None:
    assert not was_away({}, NOW)
    assert not was_away(knows(formed=(1, 6), met=(1, 20)), NOW)
    away = {each: Known(card(1, 9)) for each in SHIPPED.key_points}
    assert was_away(away, NOW)
    portion = review_of(SHIPPED, away, NOW, Wish(60))
    assert portion.after_absence
    assert portion.time <= timedelta(minutes=WELCOME_MINUTES)
    assert portion.days > 1


def test_a_review_of_the_guide_that_ships_is_mixed() -> None:
    known = {each: Known(card(1, 3)) for each in SHIPPED.key_points}
    portion = review_of(SHIPPED, known, NOW, Wish(20))
    questions = [SHIPPED.questions[each] for each in portion.questions]
    same = Counter(
        (SHIPPED.lesson_of(one) is SHIPPED.lesson_of(other), one.kind is other.kind)
        for one, other in pairwise(questions)
    )
    assert not [one for one, other in pairwise(questions) if not set(one.tests).isdisjoint(other.tests)]
    assert same[(True, True)] <= len(questions) // 10


def test_what_the_guide_no_longer_has_is_not_asked() -> None:
    known = {point("formed"): asked(Known(card(1, 3)), "removed"), point("gone"): Known(card(1, 3))}
    assert asks(GUIDE, known) == ["year-formed"]
    assert asks(guide_of((), ()), known) == []


@given(
    st.dictionaries(st.sampled_from(list(SHIPPED.key_points)), stabilities, max_size=40),
    st.integers(3, 30),
    st.text(max_size=3),
    st.booleans(),
)
def test_whatever_is_known_a_review_asks_what_is_due_once_and_in_time(
    cards: dict[KeyPointId, tuple[float, float]], minutes: int, seed: str, go_on: bool
) -> None:
    known = knows(**cards)
    due = due_points(SHIPPED, known, NOW)
    more = helpful_points(SHIPPED, known, NOW) if go_on else ()
    portion = review_of(SHIPPED, known, NOW, Wish(minutes, seed=seed, more=more))
    assert len(set(portion.questions)) == len(portion.questions)
    assert portion.time <= timedelta(minutes=minutes)
    assert set(portion.points) | set(portion.waiting) >= set(due)
    assert not set(portion.points) & set(portion.waiting)
    wanted = {*due, *more}
    assert all(wanted & set(SHIPPED.questions[each].tests) for each in portion.questions)
    assert bool(portion.days) == bool(portion.waiting)
    if due:
        assert due[0] in portion.points


def test_a_guide_of_one_lesson_and_one_kind_can_be_reviewed_too() -> None:
    one = guide_of(
        (lesson("only", 1, {"a": Kind.DATE, "b": Kind.DATE}),),
        (pick("pick-a", Kind.DATE, "a"), write("write-b", Kind.DATE, "b"), pick("both", Kind.DATE, "a", "b")),
    )
    assert asks(one, knows(a=(1, 3), b=(1, 3))) == ["both"]


LOAD = ((0, 1), (3, 2), (20, 1))
