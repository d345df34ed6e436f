from datetime import timedelta

import pytest

from tests.samples import START, sample_guide
from tui.guide.words import Kind, QuestionId
from tui.quiz.ask import Response, Skipped, Written
from tui.quiz.events import Answered, Began, HandedIn, Left, Mode, WentOn
from tui.quiz.meaning import meaning_of
from tui.quiz.result import Result, Tally, result_of
from tui.quiz.sitting import Ending, begin
from tui.quiz.verdict import AskAgain, Grade

GUIDE = sample_guide()
DATE, POSITION, CRITICISM, TERM = Kind.DATE, Kind.POSITION, Kind.CRITICISM, Kind.TERM
NEAR = Written(("near",))


def went(mode: Mode, *answers: tuple[str, Response], left_open: tuple[str, ...] = ()) -> Result:
    """The result of a sitting whose first askings were answered like this."""
    asked = (*(name for name, _ in answers), *left_open)
    sitting = begin(Began(mode, "seed", tuple(map(QuestionId, asked))), START)
    at, given = START, dict(answers)
    while not sitting.finished and sitting.current.question in given:
        question = GUIDE.questions[sitting.current.question]
        response = question.key if sitting.current.again else given[question.id]
        verdict = question.grade(response)
        assert not isinstance(verdict, AskAgain)
        at += timedelta(seconds=10)
        sitting = sitting.apply(Answered(response, verdict), at)
        if mode is Mode.EXAM and sitting.at + 1 == len(sitting.turns):
            break
        sitting = sitting.apply(WentOn(), at)
    if not sitting.finished:
        sitting = sitting.apply(HandedIn() if mode is Mode.EXAM else Left(), at)
    return result_of(sitting, GUIDE)


MIXED = (
    ("when-met", GUIDE.questions[QuestionId("when-met")].key),
    ("month-met", NEAR),
    ("who-wanted", Skipped()),
    ("who-objected", Skipped()),
    ("what-objected", GUIDE.questions[QuestionId("what-objected")].key),
)


def test_only_first_askings_count() -> None:
    result = went(Mode.PRACTICE, *MIXED)
    assert result.ending is Ending.COMPLETED
    assert (result.credit, result.asked, result.right, result.skipped) == (2.5, 5, 2, 2)


def test_credit_is_told_by_kind_and_by_lesson_in_their_own_order() -> None:
    result = went(Mode.PRACTICE, *reversed(MIXED))
    assert result.by_kind == (Tally("dates", 1.5, 2), Tally("positions", 0, 1), Tally("criticisms", 1, 2))
    assert result.by_lesson == (Tally("1 Quarrel", 1.5, 3), Tally("2 Unions", 1, 2))
    assert sum(tally.right for tally in result.by_lesson) == result.credit


def test_what_was_missed_is_told_with_its_panel() -> None:
    missed = went(Mode.PRACTICE, *MIXED).missed
    assert [(each.question.id, each.grade, each.whereabouts) for each in missed] == [
        ("month-met", Grade.PARTLY, "lesson 1, panel 2"),
        ("who-wanted", Grade.SKIPPED, "lesson 1, panel 3"),
        ("who-objected", Grade.SKIPPED, "lesson 2, panel 1"),
    ]
    assert (missed[0].lesson.id, missed[0].panel.id) == ("quarrel", "quarrel-panel-2")


def test_the_missed_ones_are_a_choice_of_their_own() -> None:
    assert went(Mode.PRACTICE, *MIXED).retry.only == ("month-met", "who-wanted", "who-objected")


def test_an_exam_counts_what_was_left_open_but_not_as_said_unknown() -> None:
    result = went(Mode.EXAM, *MIXED, left_open=("who-held",))
    assert (result.credit, result.asked, result.skipped, result.left_open) == (2.5, 6, 2, 1)
    assert result.missed[-1].grade is Grade.SKIPPED


def test_a_practice_left_early_counts_what_was_answered() -> None:
    result = went(Mode.PRACTICE, *MIXED[:2], left_open=("who-held",))
    assert (result.credit, result.asked, result.left_open) == (1.5, 2, 0)


def test_the_time_taken_runs_from_beginning_to_end() -> None:
    assert went(Mode.EXAM, *MIXED).took == timedelta(seconds=50)


def test_nothing_answered_is_no_result() -> None:
    result = went(Mode.PRACTICE, left_open=("who-held",))
    assert (result.asked, result.by_kind, result.missed) == (0, (), ())
    assert result.meaning == "Nothing was answered that counts, so there is nothing to say yet."


@pytest.mark.parametrize(
    ("earned", "meaning"),
    [
        ([(DATE, 1.0)] * 3 + [(POSITION, 1.0)] * 3, "When things happened and who held what: all of it holds."),
        ([(DATE, 1.0)] * 4, "When things happened: all of it holds."),
        (
            [(DATE, 0.0)] * 4,
            "None of it holds yet. Reading the panels once more will help more than another quiz now.",
        ),
        ([(DATE, 1.0)], "Right, but one question is too few to say more."),
        ([(DATE, 1.0), (DATE, 0.0), (TERM, 0.0)], "Partly right, but three questions are too few to say more."),
        (
            [(DATE, 1.0)] * 3 + [(CRITICISM, 0.0), (CRITICISM, 1.0)],
            "You know when things happened; on what ground something is criticised is where it slips.",
        ),
        (
            [(DATE, 1.0)] * 3 + [(CRITICISM, 0.0)] * 2 + [(TERM, 0.5)] * 2,
            (
                "You know when things happened; "
                "on what ground something is criticised and what the words mean are where it slips."
            ),
        ),
        (
            [(DATE, 1.0)] * 2 + [(POSITION, 1.0)] * 2 + [(TERM, 0.0)],
            "You know when things happened and who held what; none of the rest holds yet.",
        ),
        (
            [(DATE, 1.0)] * 2 + [(POSITION, 1.0)] * 2 + [(TERM, 0.5)],
            "You know when things happened and who held what; of the rest, some is still missing.",
        ),
        ([(DATE, 1.0)] * 5 + [(DATE, 0.5)], "You know when things happened; only a little of it slips."),
        ([(DATE, 0.0)] * 3 + [(DATE, 1.0)], "When things happened is where it slips. Some of it holds already."),
        (
            [(DATE, 0.0)] * 2 + [(POSITION, 1.0), (POSITION, 0.4)],
            "When things happened is where it slips. The rest holds in part.",
        ),
        (
            [(POSITION, 1.0), (POSITION, 0.0), (CRITICISM, 0.0), (TERM, 0.0)],
            "Who held what is where it slips. None of the rest holds yet.",
        ),
        (
            [(POSITION, 1.0), (POSITION, 0.0), (CRITICISM, 1.0), (TERM, 1.0)],
            "Who held what is where it slips. The rest holds.",
        ),
        (
            [(DATE, 1.0)] * 3 + [(TERM, 0.0)],
            "You know when things happened; none of the rest holds yet.",
        ),
        ([(DATE, 1.0)] * 4 + [(DATE, 0.5), (TERM, 1.0)], "You know when things happened; only a little of it slips."),
        (
            [(DATE, 0.7)] * 2 + [(POSITION, 0.0), (CRITICISM, 0.0), (TERM, 0.0)],
            "Some of it holds, not yet all, and no kind of question stands out.",
        ),
        ([(DATE, 0.7)] * 4, "You know much of when things happened, not yet all."),
        (
            [(DATE, 0.7)] * 2 + [(POSITION, 0.7)] * 2,
            "Much of it holds, not yet all, and no kind of question stands out.",
        ),
        (
            [(DATE, 1.0), (POSITION, 0.0), (CRITICISM, 0.0), (TERM, 0.0)],
            "Some of it holds; there were too few questions of each kind to say where it slips.",
        ),
    ],
)
def test_the_meaning_says_what_holds_and_what_slips(earned: list[tuple[Kind, float]], meaning: str) -> None:
    assert meaning_of(earned) == meaning


def test_not_knowing_throughout_is_named_as_that() -> None:
    assert meaning_of([(DATE, 0.0)] * 4, skipped=4).startswith("You knew none of these yet, and said so.")
    assert went(Mode.PRACTICE, ("who-held", Skipped())).meaning.startswith("You knew none")
    assert went(Mode.EXAM, ("who-held", Skipped())).meaning.startswith("You knew none")


def test_what_was_merely_left_open_is_not_told_as_said_unknown() -> None:
    open_throughout = went(Mode.EXAM, left_open=("who-held", "when-met")).meaning
    assert open_throughout.startswith("Every question was left open")
    in_part = went(Mode.EXAM, ("who-held", Skipped()), left_open=("when-met", "who-wanted")).meaning
    assert in_part.startswith("You said “I don't know” once and left the rest open")
    twice = went(Mode.EXAM, ("who-held", Skipped()), ("when-met", Skipped()), left_open=("who-wanted",)).meaning
    assert twice.startswith("You said “I don't know” 2 times and left the rest open")
    assert not any("said so" in said for said in (open_throughout, in_part, twice))


def test_every_meaning_is_calm() -> None:
    for kinds in ([DATE], [DATE, POSITION], list(Kind)):
        for credit in (0.0, 0.3, 0.7, 0.9, 1.0):
            for count in range(1, 5):
                said = meaning_of([(kind, credit) for kind in kinds] * count)
                assert said.endswith(".")
                assert said[0].isupper()
                assert "!" not in said
