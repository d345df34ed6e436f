"""What was cut off, line by line: a person is asked whether to go on, a pipe is told how."""

import io
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.memory.writing import learner
from tests.samples import START, SetClock
from tests.studying import only
from tui.cli.main import main
from tui.plain.quiz import go_on, take
from tui.plain.review import review
from tui.plain.talk import Talk
from tui.quiz.ask import Picked
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.study import Study

TWO = only("who-held", "who-wanted")


class Terminal(io.StringIO):
    """Lines that somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def study(tmp_path: Path, clock: SetClock, request: pytest.FixtureRequest) -> Iterator[Study]:
    """A learner whose quiz, or exam, was cut off after an answer."""
    with closing(learner(tmp_path, clock)) as before:
        before.begin(TWO, getattr(request, "param", Mode.PRACTICE), None).answer(Picked(("right",)))
    with closing(learner(tmp_path, clock)) as study:
        yield study


exams = pytest.mark.parametrize("study", [Mode.EXAM], indirect=True)


def said(study: Study, typed: str, *, person: bool = True, meant: bool = False) -> str:
    hears, out = Terminal(typed) if person else io.StringIO(typed), io.StringIO()
    if meant:
        go_on(study, Talk(hears, out))
    else:
        take(study, Talk(hears, out), Choice(seed="1", count=1))
    return " ".join(out.getvalue().split())


def test_enter_goes_on_with_it_to_its_result(study: Study) -> None:
    told = said(study, "\n\n0\n\nq\n")
    assert "Go on with your quiz: 1 of 2 answered." in told
    assert "Enter goes on with it, n begins a new one, d drops it:" in told
    assert "Question 1 of 2." in told
    assert "Your answer: right. Right." in told
    assert told.index("Enter goes on:") < told.index("Question 2 of 2.")
    assert "Result: 1 of 2" in told
    assert study.cut_off.offered is None


def test_the_last_answer_can_be_taken_back_first(study: Study) -> None:
    told = said(study, "\nu\n0\n\nq\n")
    assert "Taken back. Question 1 of 2." in told
    assert [attempt.grade for attempt in study.record.attempts] == ["skipped"]


def test_a_review_that_was_cut_off_is_offered_by_its_name_where_one_would_review(
    tmp_path: Path, clock: SetClock
) -> None:
    with closing(learner(tmp_path, clock)) as before:
        quiz = before.begin(TWO)
        quiz.answer(Picked(("wrong",)))
        quiz.leave()
        clock.move(days=3)
        before.review(20).answer(Picked(("right",)))
    with closing(learner(tmp_path, clock)) as later:
        assert later.next_step().headline == "Go on with your review"
        out = io.StringIO()
        review(later, Talk(Terminal("\n\nq\n"), out))
        assert "Go on with your review: 1 of" in out.getvalue()
        assert "Review: " in out.getvalue()


def test_n_begins_a_new_one_and_keeps_it(study: Study) -> None:
    told = said(study, "x\nn\nq\n")
    assert "x is no key here." in told
    assert "Quiz: 1 question." in told
    assert study.cut_off.offered


def test_d_drops_it_with_its_result_and_begins_a_new_one(study: Study) -> None:
    told = said(study, "d\nq\n")
    assert told.index("Result: 1 of 1") < told.index("Quiz: 1 question.")
    assert study.cut_off.offered is None


def test_a_pipe_is_told_how_to_go_on_and_asked_nothing(study: Study) -> None:
    told = said(study, "q\n", person=False)
    assert "kruzhok quiz --go-on goes on with it; this is a new one." in told
    assert "Enter goes on with it" not in told
    assert study.cut_off.offered


def test_who_says_so_goes_on_without_being_asked(study: Study) -> None:
    told = said(study, "\nq\n", person=False, meant=True)
    assert "Enter goes on with it" not in told
    assert "Question 1 of 2." in told


@exams
def test_an_exam_whose_time_ran_out_is_told_of_first(study: Study, clock: SetClock) -> None:
    clock.move(minutes=3)
    told = said(study, "q\n")
    assert "The time of your exam ran out" in told
    assert told.index("Result: 1 of 2") < told.index("Quiz: 1 question.")
    assert clock() == START + timedelta(minutes=3)


@exams
def test_an_exam_goes_on_with_its_clock(study: Study, clock: SetClock) -> None:
    clock.move(seconds=70)
    told = said(study, "\nq\n")
    assert "Go on with your exam: 1 minute left. Its clock runs on. 1 of 2 answered." in told
    assert "50 seconds left." in told
    assert "Your answer so far: right." in told


def test_who_goes_on_chooses_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quiz", "--plain", "--go-on", "--lesson", "1"]) == 2
    assert "leave the other choices out" in capsys.readouterr().err


def test_where_nothing_was_cut_off_the_call_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quiz", "--plain", "--go-on"]) == 2
    assert "No quiz was cut off" in capsys.readouterr().err
