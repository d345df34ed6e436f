"""A made-up class by itself: who they are, and what each does about a question. Nobody is connected."""

from functools import cache
from statistics import mean, median

import pytest

from tests.classroom.hosts import guide_with
from tests.classroom.rooms import choice, text
from tui.classroom.limits import MOST_MADE_UP
from tui.classroom.made_up_class import Doing, MadeUpClass
from tui.classroom.names_offered import CITIES, RIVERS, TRADES
from tui.classroom.protocol import Asked
from tui.classroom.words import RoundNumber
from tui.paths import shipped_guide
from tui.quiz.ask import Ask, Pick, Recall, Skipped, Written, fits
from tui.quiz.question import Question
from tui.quiz.verdict import Grade, Verdict
from tui.study import open_guide
from tui.text import Clean

GUIDE = open_guide(shipped_guide())
PLAYED = [each for each in GUIDE.questions.values() if not isinstance(each.ask(""), Recall)][::4]
CLASS = MadeUpClass(GUIDE, 24, "demo")


def asked(ask: Ask, vote: int = 1, seconds: float | None = None) -> Asked:
    return Asked(round=RoundNumber(1), vote=vote, of=1, ask=ask, seconds=seconds, yours=None)


@cache
def done(
    made_up: MadeUpClass, question: Question, vote: int = 1, seconds: float | None = None
) -> list[tuple[Doing, ...]]:
    """What each does, in the order of the class."""
    told = asked(question.ask("room"), vote, seconds)
    return [made_up.doings(pupil, told) for pupil in made_up.pupils]


@cache
def right(question: Question, doings: tuple[Doing, ...]) -> bool:
    verdict = question.grade(doings[-1].response)
    return isinstance(verdict, Verdict) and verdict.grade is Grade.CORRECT


def shares_right(made_up: MadeUpClass, vote: int = 1) -> list[float]:
    """Of each question, the share who are right."""
    answered = [(each, [doings for doings in done(made_up, each, vote) if doings]) for each in PLAYED]
    return [mean(right(each, doings) for doings in given) for each, given in answered]


def test_the_same_seed_is_the_same_class_and_another_is_another() -> None:
    again, other = MadeUpClass(GUIDE, 24, "demo"), MadeUpClass(GUIDE, 24, "other")
    assert again.pupils == CLASS.pupils
    assert [done(again, each) for each in PLAYED[:20]] == [done(CLASS, each) for each in PLAYED[:20]]
    assert other.pupils != CLASS.pupils
    assert [done(other, each) for each in PLAYED[:20]] != [done(CLASS, each) for each in PLAYED[:20]]


@pytest.mark.parametrize("count", [1, 3, 24, MOST_MADE_UP])
def test_they_have_names_as_they_are_offered_and_come_one_after_another(count: int) -> None:
    pupils = MadeUpClass(GUIDE, count, "demo").pupils
    names = [pupil.name for pupil in pupils]
    assert len(set(names)) == len(names) == count
    assert set(names) <= {*TRADES.split(), *RIVERS.split(), *CITIES.split()}
    times = [pupil.comes for pupil in pupils]
    assert times == sorted(times)
    assert times[0] > 0
    assert times[-1] < 20


def test_a_small_class_is_the_beginning_of_a_larger_one() -> None:
    names = [pupil.name for pupil in MadeUpClass(GUIDE, 3, "demo").pupils]
    assert names == [pupil.name for pupil in CLASS.pupils[:3]]


@pytest.mark.parametrize("question", PLAYED[::3], ids=lambda each: str(each.id))
def test_what_they_answer_fits_the_ask_as_it_was_shuffled_and_can_be_graded(question: Question) -> None:
    for doings in done(CLASS, question):
        assert all(fits(question.ask("room"), each.response) for each in doings)
        assert all(isinstance(question.grade(each.response), Verdict) for each in doings)
        assert [each.after for each in doings] == sorted(each.after for each in doings)


def test_most_are_right_some_questions_are_hard_and_a_few_give_no_answer() -> None:
    shares = shares_right(CLASS)
    assert 0.5 < mean(shares) < 0.8
    assert min(shares) < 0.35
    assert max(shares) > 0.85
    given = [doings for each in PLAYED for doings in done(CLASS, each)]
    assert 0.01 < mean(not doings for doings in given) < 0.08
    assert 0.03 < mean(len(doings) > 1 for doings in given) < 0.15
    assert any(isinstance(doings[-1].response, Skipped) for doings in given if doings)


def test_some_know_more_than_others() -> None:
    of_pupils = zip(*(done(CLASS, each) for each in PLAYED), strict=True)
    totals = [
        sum(bool(doings) and right(each, doings) for each, doings in zip(PLAYED, given, strict=True))
        for given in of_pupils
    ]
    assert max(totals) > 1.5 * min(totals)


def test_after_a_discussion_more_are_right_and_few_leave_the_right_answer() -> None:
    before, after = shares_right(CLASS), shares_right(CLASS, vote=2)
    assert mean(before) + 0.08 < mean(after) < 0.95
    left = [
        not right(each, second)
        for each in PLAYED
        for first, second in zip(done(CLASS, each), done(CLASS, each, 2), strict=True)
        if first and second and right(each, first)
    ]
    assert 0 < mean(left) < 0.1


def test_some_are_quick_and_some_are_slow() -> None:
    times = sorted(doings[0].after for each in PLAYED for doings in done(CLASS, each) if doings)
    assert 1 < times[0] < 6
    assert 6 < median(times) < 18
    assert 20 < times[-1] < 80


def test_with_a_limit_they_hurry_and_few_are_too_late() -> None:
    limit = 10.0
    times = [doings[0].after for each in PLAYED for doings in done(CLASS, each, seconds=limit) if doings]
    assert 0 < mean(after > limit for after in times) < 0.1


def test_what_is_typed_off_hand_is_sometimes_without_capitals_and_still_right() -> None:
    question = text()
    made_up = MadeUpClass(guide_with(question), MOST_MADE_UP, "seed")
    typed = [doings[-1].response for doings in done(made_up, question) if doings]
    assert Written(("Kollontai",)) in typed
    assert Written(("kollontai",)) in typed
    assert all(right(question, doings) for doings in done(made_up, question) if doings and is_typed(doings))


def is_typed(doings: tuple[Doing, ...]) -> bool:
    return isinstance(doings[-1].response, Written)


def test_a_mistake_is_one_that_many_make() -> None:
    question = choice()
    made_up = MadeUpClass(guide_with(question, text()), MOST_MADE_UP, "seed")
    wrong = [str(doings[-1].response) for doings in done(made_up, question) if doings and not right(question, doings)]
    assert len(set(wrong)) > 1
    assert max(map(wrong.count, wrong)) > len(wrong) / 3


def test_of_what_their_guide_does_not_ask_they_know_nothing() -> None:
    told = asked(Pick(prompt=Clean("What else?"), options=(Clean("this"), Clean("that"))))
    given = [doings for pupil in CLASS.pupils if (doings := CLASS.doings(pupil, told))]
    assert given
    assert all(each.response == Skipped() for doings in given for each in doings)
