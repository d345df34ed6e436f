"""What a player takes home, and what it does there."""

from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.classroom.hosts import guide_with
from tests.classroom.rooms import SKIP, Class, choice, picked, text, typed
from tests.memory.writing import learner
from tests.samples import START, SetClock
from tui.classroom.attempts import attempt_of, file_for, lines_for
from tui.classroom.events import Accepted, PassedOver, Regraded
from tui.classroom.players import Player
from tui.classroom.words import RoundNumber, Seat
from tui.guide.words import KeyPointId
from tui.memory.attempt import Attempt, Occasion
from tui.memory.exchange import row_of
from tui.memory.merging import merge
from tui.quiz.verdict import Grade
from tui.text import Clean

QUESTIONS = (choice("one", tests="a"), text("two", tests="b"))
GUIDE = guide_with(*QUESTIONS)


def lesson() -> Class:
    """Anna is wrong, then right after the discussion; types Lenin; Ben says nothing."""
    first = Class(*QUESTIONS, names="anna ben").asks(0, {"anna": picked("near")}, {"anna": picked("right")})
    return first.asks(1, {"anna": typed("Lenin")})


def anna(of: Class) -> Player:
    return of.room.players[Seat("anna")]


def taken_home(of: Class) -> list[Attempt]:
    found = (attempt_of(of.room, anna(of), asked, GUIDE) for asked in of.room.rounds)
    return [attempt for attempt in found if attempt is not None]


def test_the_first_answer_counts_at_home_whatever_the_discussion_brought() -> None:
    one, two = taken_home(lesson())
    assert (one.grade, two.grade) == (Grade.WRONG, Grade.WRONG)
    assert (one.occasion, one.key, one.lesson) == (Occasion.CLASS, picked("right"), "unions")
    assert one.began < one.answered < two.began
    assert one.sitting == two.sitting


def test_who_gave_no_answer_takes_nothing_home() -> None:
    of = lesson()
    ben = of.room.players[Seat("ben")]
    assert file_for(of.room, ben, GUIDE) == ""
    assert lines_for(of.room, ben, of.room.rounds[0], GUIDE) == ""


def test_what_was_dropped_or_not_revealed_is_not_taken_home() -> None:
    of = lesson().does(PassedOver())
    assert [attempt.question for attempt in taken_home(of)] == ["one"]


def test_a_later_answer_is_dated_by_the_vote_in_which_it_came() -> None:
    of = Class(*QUESTIONS, names="anna").asks(0, {}, {"anna": picked("right")})
    (one,) = taken_home(of)
    assert one.began == of.room.rounds[0].opened


def test_what_was_missed_in_class_is_due_at_home(tmp_path: Path) -> None:
    of, file = lesson(), tmp_path / "home.jsonl"
    file.write_text(file_for(of.room, anna(of), GUIDE), encoding="utf-8")
    for _ in range(2):
        merged = merge(tmp_path / "data", [file], START)
        assert merged.refused == {}
    assert merged.joined == (0, 0, 0)
    clock = SetClock(START)
    clock.move(days=1)
    with closing(learner(tmp_path / "data", clock, GUIDE)) as study:
        assert {KeyPointId("a"), KeyPointId("b")} == study.record.knowledge.keys()
        today = study.today()
        assert today
        assert today.points == 2


def test_what_is_told_of_each_round_makes_the_file() -> None:
    of = lesson()
    lines = [lines_for(of.room, anna(of), asked, GUIDE) for asked in of.room.rounds]
    assert "".join(lines) in file_for(of.room, anna(of), GUIDE)
    assert [row_of(line.encode()).id for line in lines] == [attempt.id for attempt in taken_home(of)]


@pytest.mark.parametrize(
    "event",
    [
        Accepted(round=RoundNumber(2), fields=("lenin",)),
        Regraded(round=RoundNumber(2), question=replace(QUESTIONS[1], answer=Clean("Lenin"))),
    ],
)
def test_what_is_graded_otherwise_is_another_attempt(event: Accepted | Regraded) -> None:
    of = lesson()
    before = taken_home(of)
    after = taken_home(of.does(event))
    assert before[0] == after[0]
    assert (before[1].id != after[1].id, after[1].grade) == (True, Grade.CORRECT)


def test_a_question_that_the_guide_teaches_no_more_is_left_out() -> None:
    of = Class(choice("gone", tests="nowhere"), names="anna").asks(0, {"anna": SKIP})
    assert taken_home(of) == []
