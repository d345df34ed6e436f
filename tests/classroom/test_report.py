from tests.classroom.rooms import SKIP, Class, choice, joined, picked, text, typed
from tests.samples import START, sample_guide
from tui.classroom.events import Accepted, PassedOver, Removed
from tui.classroom.report.making import report_of
from tui.classroom.report.model import Report
from tui.classroom.report.words import discrimination_said
from tui.classroom.statistics import share_interval
from tui.classroom.words import RoundNumber, Seat

RIGHT, NEAR, FAR = picked("right"), picked("near"), picked("far")


def report(lesson: Class) -> Report:
    return report_of(lesson.room, START, None)


def test_a_question_is_reported_by_those_who_answered_it() -> None:
    (asked,) = report(Class(names="a b c d e").asks(0, {"a": RIGHT, "b": RIGHT, "c": NEAR, "d": SKIP})).questions
    assert (asked.there, asked.answered, asked.right, asked.share) == (5, 4, 2, 0.5)
    assert asked.interval == share_interval(2, 4)
    assert asked.key == ("right",)


def test_what_a_class_of_twelve_knows_by_hand() -> None:
    """The first question by credit and the mean of the other two: worked out on paper."""
    right_on_first, right_on_second, right_on_third = "abcdefgh", "abcdefij", "abcdijkl"
    lesson = Class(choice("one"), choice("two"), choice("three"), names=" ".join("abcdefghijkl"))
    for place, right in enumerate((right_on_first, right_on_second, right_on_third)):
        lesson.asks(place, {name: RIGHT if name in right else FAR for name in "abcdefghijkl"})
    found = report(lesson).questions[0].discrimination
    # On the first 8 of 12 are right. The rest: a-d 1, e-f 1/2, g-h 0 | i-j 1, k-l 1/2. Means 2/3 and 2/3.
    # Off the means, the products are 4/9, -1/9, -4/9 and -4/9, 2/9 for each of these groups: -1/3 in all.
    # The squares sum up to 8/9 and 16/9, which is 8/3, and to 4/9, 1/18, 8/9, 2/9 and 1/18, which is 5/3.
    assert found is not None
    assert found.pupils == 12
    assert abs(found.value - (-1 / 3) / (8 / 3 * 5 / 3) ** 0.5) < 1e-12
    assert found.interval.low < 0 < found.interval.high


def test_where_all_answered_alike_nothing_is_said_of_discrimination_and_that_is_told() -> None:
    names = list("abcdefghijkl")
    rest = {name: RIGHT if place % 2 else FAR for place, name in enumerate(names)}
    lesson = Class(choice("one"), choice("two"), names=" ".join(names)).asks(0, dict.fromkeys(names, RIGHT))
    found = report(lesson.asks(1, rest)).questions[0].discrimination
    assert found is None
    assert discrimination_said(found).endswith("cannot be said: too few pupils, or all answered alike.")


def test_of_a_few_pupils_nothing_is_said_of_discrimination() -> None:
    lesson = Class(choice("one"), choice("two"), names="a b c").asks(0, {"a": RIGHT, "b": FAR}).asks(1, {"a": RIGHT})
    assert [each.discrimination for each in report(lesson).questions] == [None, None]


def test_the_second_vote_is_told_as_what_it_changed_and_questions_are_judged_by_the_first() -> None:
    before = {"a": RIGHT, "b": RIGHT, "c": FAR, "d": FAR, "e": NEAR, "f": RIGHT}
    after = {"a": RIGHT, "b": NEAR, "c": RIGHT, "d": RIGHT, "e": NEAR}
    (asked,) = report(Class(names="a b c d e f").asks(0, before, after)).questions
    shift = asked.shift
    assert shift is not None
    assert (shift.stayed_right, shift.gained, shift.lost, shift.stayed_wrong, shift.pupils) == (1, 2, 1, 1, 5)
    # Of the five who voted twice 2 were right, then 3: a third of what could be gained.
    assert shift.gain is not None
    assert abs(shift.gain - 1 / 3) < 1e-12
    assert asked.right == 3


def test_who_came_late_is_judged_by_what_they_were_there_for() -> None:
    lesson = Class(choice("one"), choice("two"), names="a").asks(0, {"a": RIGHT})
    lesson.does(joined("late")).asks(1, {"a": FAR, "late": RIGHT})
    early, late = report(lesson).pupils
    assert (early.points, early.most) == (1, 2)
    assert (late.points, late.most) == (1, 1)
    assert [mark.credit for mark in late.rounds] == [None, 1]


def test_the_grid_says_of_each_pupil_what_they_know_of_each_key_point() -> None:
    questions = choice("one", tests="a"), choice("two", tests="b"), choice("three", tests="b")
    lesson = Class(*questions, names="x y").asks(0, {"x": RIGHT, "y": FAR})
    lesson.asks(1, {"x": RIGHT, "y": RIGHT}).asks(2, {"x": FAR})
    made = report(lesson)
    assert [point.id for point in made.key_points] == ["a", "b"]
    assert [[mark.credit for mark in pupil.points_known] for pupil in made.pupils] == [[1, 0.5], [0, 1]]
    assert [(point.answers, point.credit) for point in made.key_points] == [(2, 0.5), (3, 2 / 3)]


def test_who_was_removed_and_what_was_dropped_do_not_count() -> None:
    lesson = Class(choice("one"), choice("two"), names="a b").asks(0, {"a": RIGHT, "b": FAR}).asks(1, {"a": RIGHT})
    lesson.does(PassedOver(), Removed(seat=Seat("b")))
    made = report(lesson)
    assert [pupil.name for pupil in made.pupils] == ["a"]
    assert [(each.id, each.right, each.answered) for each in made.questions] == [("one", 1, 1)]
    assert made.dropped == 1


def test_what_the_host_accepted_is_right_and_told() -> None:
    lesson = Class(text(), names="a b").asks(0, {"a": typed("Comrade K."), "b": typed("Lenin")})
    lesson.does(Accepted(round=RoundNumber(1), fields=("comrade k",)))
    (asked,) = report(lesson).questions
    assert (asked.right, asked.accepted) == (1, 1)
    said = [(count.text, count.right, count.accepted) for count in asked.counts]
    assert said == [("Comrade K.", True, True), ("Lenin", False, False)]


def test_what_failed_is_to_be_taught_again_by_its_panel() -> None:
    guide = sample_guide()
    questions = [each for each in guide.questions.values() if type(each).__name__ == "ToyPick"][:2]
    names = "a b c d e f g h"
    lesson = Class(*questions, names=names).asks(0, {name: picked("wrong") for name in names.split()})
    lesson.asks(1, dict.fromkeys(names.split(), RIGHT))
    (again,) = report_of(lesson.room, START, guide).again
    assert (again.panel_id, again.questions) == (guide.panel_of(questions[0]).id, (1,))
    assert (again.missed, again.answers, again.sure) == (8, 8, True)
    assert report_of(lesson.room, START, None).again == ()


def test_a_room_in_which_nothing_was_asked_has_a_report() -> None:
    made = report(Class(names="a"))
    assert (made.questions, made.key_points, made.again) == ((), (), ())
    assert [(pupil.points, pupil.most) for pupil in made.pupils] == [(0, 0)]
