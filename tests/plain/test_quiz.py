"""Quizzes and exams line by line."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.guides import small_guide
from tui.plain.asks import LETTERS
from tui.plain.quiz import take
from tui.plain.talk import Talk
from tui.quiz.ask import Arrange, Arranged, Ask, Pair, Paired, Pick, Picked, Recalled, Response, Written
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.study import Study, open_guide

START = datetime(2026, 1, 14, 9, tzinfo=UTC)
ROOT = Path(__file__).parent.parent.parent


def study_of(folder: Path, seconds: float = 1) -> Study:
    """A study whose clock goes on by so many seconds whenever it is read."""
    ticks = count()
    return Study(open_guide(folder), clock=lambda: START + timedelta(seconds=seconds * next(ticks)))


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return study_of(small_guide(tmp_path / "guide"))


def said(
    study: Study, typed: str, choice: Choice | None = None, mode: Mode = Mode.PRACTICE, minutes: float | None = None
) -> str:
    out = io.StringIO()
    take(study, Talk(io.StringIO(typed), out), choice or Choice(seed="1"), mode, minutes)
    return out.getvalue()


def only(study: Study, name: str) -> Choice:
    return Choice(seed="1", only=tuple(each for each in study.guide.questions if each == name))


def test_a_right_answer_ends_with_the_result(study: Study) -> None:
    told = said(study, "1919\n\n", only(study, "when"))
    assert "Question 1 of 1." in told
    assert "Right." in told
    assert "Result: 1 of 1" in told


def test_a_missed_question_comes_back_until_it_was_right(study: Study) -> None:
    told = said(study, "1807\n\n1919\n\nq\n", only(study, "when"))
    assert "This one will come back." in told
    assert "Once more." in told
    assert "It began in 1919 (¶1)." in told
    assert "Result: 0 of 1" in told
    assert "Not fully right:" in told


def test_what_is_missed_three_times_is_left_for_a_review(study: Study) -> None:
    told = said(study, "1807\n\n" * 3 + "q\n", only(study, "when"))
    assert told.count("This one will come back.") == 2
    assert "Enough of it for now: a review will ask it." in told
    assert "One question was missed each time, and left for a review" in told


def test_it_is_told_how_many_more_come_back(study: Study) -> None:
    told = said(study, "0\n\n" * 12 + "q\n", Choice(seed="1"))
    assert "Once more; then 1 more to come." in told


def test_the_missed_can_be_asked_again(study: Study) -> None:
    told = said(study, "0\n\n1919\n\n\n1919\n\n", only(study, "when"))
    assert told.count("Result:") == 2
    assert "Result: 1 of 1" in told


def test_what_cannot_be_graded_is_asked_again_and_not_counted(study: Study) -> None:
    told = said(study, "30 February 1919\n1919\n\n", only(study, "when"))
    assert "Result: 1 of 1" in told


def test_the_reason_against_the_chosen_distractor_is_said(study: Study) -> None:
    told = said(study, "1\n\n2\n\n3\n\nq\n", only(study, "what"))
    assert "Lenin's view" in told or "Nobody held that" in told


def test_the_end_of_input_ends_politely_with_the_result(study: Study) -> None:
    assert "Nothing was answered" in said(study, "")
    assert "Result: 1 of 1" in said(study, "1919\n", only(study, "when"))


def test_commands_do_not_answer(study: Study) -> None:
    told = said(study, "?\nv\n!\nwhich year?\nu\n1807\nv\no\nq\n", only(study, "when"))
    assert "v works after the verdict." in told
    assert "  0: " in told
    assert "Marked as doubtful." in told
    assert "There is no answer to take back." in told
    assert "It began in 1919." in told
    assert "Counted as right" in told
    assert "Result: 1 of 1" in told


def test_a_slip_is_taken_back(study: Study) -> None:
    told = said(study, "1807\nu\n1919\n\n", only(study, "when"))
    assert "Taken back." in told
    assert "Result: 1 of 1" in told


def test_leaving_says_the_result_so_far(study: Study) -> None:
    assert "Nothing was answered" in said(study, "q\n")


def test_nothing_to_ask_is_told(study: Study) -> None:
    assert "Question" not in said(study, "", Choice(count=0, seed="1"))


def test_an_exam_keeps_its_verdicts_until_it_is_handed_in(study: Study) -> None:
    told = said(study, "0\n0\ny\nq\n", mode=Mode.EXAM)
    before, _, after = told.partition("y hands in")
    assert "1919 (¶1)" not in before
    assert "Result: 0 of 2" in after
    assert "It began in 1919 (¶1)." in after
    assert "Right is: Union control" in after


def test_an_exams_answers_can_be_looked_at_again_and_changed(study: Study) -> None:
    told = said(study, "1807\n1\n1919\ny\n", only(study, "when"), Mode.EXAM)
    assert "Your answer so far: 1807." in told
    assert "Result: 1 of 1" in told


def test_an_exam_has_flags_and_moves(study: Study) -> None:
    told = said(study, "f\nn\np\nh\nn\nq\n", mode=Mode.EXAM)
    assert told.count("Flagged.") == 1
    assert "You flagged it." in told
    assert "Without an answer: 1, 2. Flagged: 1." in told


def test_an_exam_says_the_time_it_was_given(study: Study) -> None:
    told = said(study, "q\n", mode=Mode.EXAM, minutes=10)
    assert ", 10 minutes. 0 is" in told
    assert "10 minutes left." in told


def test_where_0_may_be_the_number_it_is_told_at_once_what_says_i_do_not_know(tmp_path: Path) -> None:
    shipped = Study(open_guide(ROOT), clock=lambda: START)
    number = next(each.id for each in shipped.guide.questions.values() if str(each.__struct_config__.tag) == "number")
    told = said(shipped, "-\n\nq\n", Choice(seed="1", only=(number,)))
    assert "0 is I don't know (- where 0 could be the number)" in told
    assert "You don't know this one yet." in told


def test_an_exams_time_is_told_and_hands_it_in(tmp_path: Path) -> None:
    study = study_of(small_guide(tmp_path / "slow"), seconds=20)
    told = said(study, "f\n" * 20, mode=Mode.EXAM, minutes=3)
    assert "minutes left." in told
    assert "The time is up" in told
    assert "Result: 0 of 2" in told


def typed(response: Response, ask: Ask) -> Iterator[str]:
    """What a learner types for a response."""
    match response, ask:
        case (Picked(options=chosen), Pick(options=entries)) | (Arranged(items=chosen), Arrange(items=entries)):
            yield " ".join(str(list(map(str, entries)).index(each) + 1) for each in chosen)
        case Written(fields=fields), _:
            yield from fields
        case Paired(pairs=pairs), Pair():
            left, right = list(map(str, ask.left)), list(map(str, ask.right))
            yield " ".join(f"{left.index(one) + 1}{LETTERS[right.index(other)]}" for one, other in pairs)
        case Recalled(ticked=ticked), _:
            yield from ("What I remember.", ".", " ".join(str(each + 1) for each in ticked))


def test_every_type_of_the_guide_can_be_answered_right_by_typing() -> None:
    study = study_of(ROOT)
    one_of_each = {type(question): question.id for question in study.guide.questions.values()}
    assert len(one_of_each) == 10
    rehearsal = study.begin(Choice(seed="1", only=tuple(one_of_each.values())))
    lines: list[str] = []
    while not rehearsal.sitting.finished:
        lines += [*typed(rehearsal.question.key, rehearsal.ask), ""]
        rehearsal.answer(rehearsal.question.key)
        rehearsal.go_on()
    told = said(study, "\n".join(lines) + "\n", Choice(seed="1", only=tuple(one_of_each.values())))
    assert "Result: 10 of 10" in told
    assert told.replace("\n", "").isprintable()
    assert max(map(len, told.splitlines())) <= 76


def test_after_the_verdict_help_is_told_and_what_cannot_be_overruled(study: Study) -> None:
    told = said(study, "1919\n?\no\n!\nodd\n\n", only(study, "when"))
    assert "  v: " in told
    assert "can be overruled" in told
    assert "Marked as doubtful." in told


def test_leaving_after_a_verdict_says_the_result(study: Study) -> None:
    assert "Result: 1 of 1" in said(study, "1919\nq\n", only(study, "when"))


def test_a_slip_is_taken_back_from_the_next_question_too(study: Study) -> None:
    told = said(study, "0\n\nu\nq\n")
    assert "Taken back." in told
    assert told.count("Question 1 of 2.") == 2


def test_a_recall_is_shown_as_written_and_its_points_after_the_exam(tmp_path: Path) -> None:
    bank = """questions:
  - {id: all, type: recall, kind: event, tests: [began, wanted], question: What do you remember?}
"""
    study = study_of(small_guide(tmp_path / "recall", bank))
    told = said(study, "Something.\n.\n0\n1\n0\ny\n", mode=Mode.EXAM)
    assert "Your answer so far: Something." in told
    assert "Right is: It began in 1919. It wanted union control." in told


def test_an_order_is_told_line_by_line(tmp_path: Path) -> None:
    bank = """questions:
  - {id: order, type: order, kind: date, tests: began, question: In what order?, items: [First, Then, Last]}
"""
    study = study_of(small_guide(tmp_path / "order", bank))
    told = said(study, "0\nq\n")
    assert "Right is:\n  1. First\n  2. Then\n  3. Last\n" in told


def test_leaving_an_exam_counts_what_was_left_open_too(study: Study) -> None:
    told = said(study, "0\nq\nq\n", mode=Mode.EXAM)
    assert f"Result: 0 of {len(study.guide.questions)}" in told


NUMBER = """questions:
  - {id: number, type: number, kind: date, tests: began, question: How many?, answer: 0}
"""
CLOZE = """questions:
  - {id: gaps, type: cloze, kind: date, tests: began, question: Fill in., text: "All {power} to the {soviets}, q {q}."}
"""
RECALL = """questions:
  - {id: all, type: recall, kind: event, tests: [began, wanted], question: What do you remember?}
"""


def test_a_recall_that_is_passed_over_tells_its_key_points_and_is_done_with(tmp_path: Path) -> None:
    told = told_of(tmp_path, RECALL, "0\n\n")
    assert "You passed this one over. There was to remember: It began in 1919. It wanted union control." in told
    assert told.count("What do you remember?") == 1
    assert "Nothing was answered that counts" in told
    assert "0 of 0" not in told


def told_of(tmp_path: Path, bank: str, typed: str, mode: Mode = Mode.PRACTICE) -> str:
    return " ".join(said(study_of(small_guide(tmp_path / "guide", bank)), typed, mode=mode).split())


@pytest.mark.parametrize("line", ["0", "=0"])
def test_nought_is_a_number_where_one_is_asked_for(line: str, tmp_path: Path) -> None:
    assert "Result: 1 of 1" in told_of(tmp_path, NUMBER, f"{line}\n\n")


def test_where_nought_is_a_number_a_dash_skips(tmp_path: Path) -> None:
    told = told_of(tmp_path, NUMBER, "?\n-\nq\n")
    assert "0 is the number; - is I don't know" in told
    assert " -: Say that you don't know" in told
    assert " 0: " not in told
    assert "You don't know this one yet." in told


def test_a_text_that_is_a_key_is_typed_after_an_equals_sign(tmp_path: Path) -> None:
    told = told_of(tmp_path, CLOZE, "?\npower\nsoviets\n=q\n\n")
    assert "=0, =q" in told
    assert "Result: 1 of 1" in told


def test_a_doubt_between_two_gaps_keeps_the_first(tmp_path: Path) -> None:
    assert "Result: 1 of 1" in told_of(tmp_path, CLOZE, "power\n!\nodd\nsoviets\n=q\n\n")


def test_gaps_that_were_not_handed_in_are_told(tmp_path: Path) -> None:
    assert "Not handed in: power; soviets." in told_of(tmp_path, CLOZE, "power\nsoviets\n")


def test_the_right_words_of_gaps_are_said_once(tmp_path: Path) -> None:
    told = told_of(tmp_path, CLOZE, "x\nsoviets\ny\nq\n")
    assert "Right is: gap 1: “power”. gap 3: “q”." in told
    assert told.count("power") == 1
    assert "Right is: power soviets q" in told_of(tmp_path / "skipped", CLOZE, "0\nq\n")


@pytest.mark.parametrize("typed", ["Much.\n", "Much.\n.\n"])
def test_what_was_written_outlasts_the_input(typed: str, tmp_path: Path) -> None:
    told = told_of(tmp_path, RECALL, typed)
    assert "handed in with no point ticked" in told
    assert "Result: 0 of 1" in told


def test_a_recall_without_a_word_is_not_handed_in(tmp_path: Path) -> None:
    assert "Nothing was answered" in told_of(tmp_path, RECALL, ".\n")


def test_one_can_leave_while_ticking(tmp_path: Path) -> None:
    told = told_of(tmp_path, RECALL, "Much.\n.\n?\nq\n")
    assert "More; . ends:" in told
    assert " q: Leave the quiz" in told
    assert "What you wrote is not handed in." in told
    assert "Nothing was answered" in told


def test_a_key_that_is_none_does_not_go_on(study: Study) -> None:
    told = said(study, "1919\nx\nq\n", only(study, "when"))
    assert "x is no key here. Enter goes on" in told


def test_after_a_verdict_help_tells_what_works(study: Study) -> None:
    assert "  o: " not in said(study, "1919\n?\nq\n", only(study, "when"))
    assert "  o: " in said(study, "1807\n?\nq\nq\n", only(study, "when"))


def test_the_missed_are_not_left_by_a_slip(study: Study) -> None:
    told = said(study, "0\n\n1919\n\nx\n\nq\n", only(study, "when"))
    assert "x is no key here." in told
    assert told.count("Quiz: 1 question") == 2


def test_in_an_exam_one_leaves_the_exam(study: Study) -> None:
    told = said(study, "?\nq\n", mode=Mode.EXAM)
    assert "q: Leave the exam" in told
