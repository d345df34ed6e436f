"""Proving that a lesson is known: five questions, all right at once."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.cli.test_coverage import called
from tests.samples import RIGHT, right_answer_to, sample_study, wrong_answer_to
from tests.screens.test_home import settle, shown
from tests.studying import QUARREL
from tui.app import KruzhokApp
from tui.cli.status import Status
from tui.guide.words import KeyPointId
from tui.memory.attempt import Proved
from tui.open_sitting import OpenSitting
from tui.paths import shipped_guide
from tui.quiz.ask import Ask, Pick, Response
from tui.quiz.choosing import TO_PROVE, choose, to_prove
from tui.quiz.question import Question
from tui.screens.quiz import QuizScreen
from tui.study import Study, open_guide
from tui.text import Clean

Captured = pytest.CaptureFixture[str]


def prove(study: Study, answer: Callable[[Question], Response] = right_answer_to) -> OpenSitting:
    """Answer each question once as told, and rightly when it comes back."""
    sitting = study.begin(to_prove(QUARREL))
    while not sitting.sitting.finished:
        question = sitting.question
        sitting.answer(right_answer_to(question) if sitting.sitting.current.again else answer(question))
        sitting.go_on()
    return sitting


def proofs(study: Study) -> list[Proved]:
    return [entry for entry in study.record.entries if isinstance(entry, Proved)]


def test_all_right_at_once_makes_the_whole_lesson_known_and_read() -> None:
    study = sample_study()
    lesson = study.guide.lesson(QUARREL)
    result = prove(study).result()
    (proof,) = proofs(study)
    assert (proof.lesson, proof.key_points) == (QUARREL, tuple(point.id for point in lesson.key_points))
    assert study.read_in(lesson) == len(lesson.panels)
    assert set(proof.key_points) <= study.record.knowledge.keys()
    assert result.proof == "You proved it: lesson 1 counts as known and read, and comes back when it is due."


def test_one_miss_proves_nothing_however_it_goes_on() -> None:
    study = sample_study()
    missed = iter([wrong_answer_to])

    def answer(question: Question) -> Response:
        return next(missed, right_answer_to)(question)

    result = prove(study, answer).result()
    assert proofs(study) == []
    assert study.read_in(study.guide.lesson(QUARREL)) == 0
    assert result.proof.startswith("To prove lesson 1, every answer must be right at once.")


def test_who_leaves_early_proves_nothing() -> None:
    study = sample_study()
    sitting = study.begin(to_prove(QUARREL))
    sitting.answer(right_answer_to(sitting.question))
    sitting.leave()
    assert proofs(study) == []


def test_a_proof_asks_five_key_points_and_nothing_that_learners_grade_themselves() -> None:
    guide = open_guide(shipped_guide())
    for lesson in guide.lessons:
        for seed in "abc":
            asked = [guide.questions[each] for each in choose(guide, replace(to_prove(lesson.id), seed=seed))]
            points: list[set[KeyPointId]] = [set(question.tests) for question in asked]
            assert len(asked) == TO_PROVE
            assert all(question.may_open for question in asked)
            assert len(set().union(*points)) >= TO_PROVE


def keys_for(ask: Ask) -> tuple[str, ...]:
    """What one presses to answer rightly."""
    return (str(ask.options.index(Clean(RIGHT)) + 1),) if isinstance(ask, Pick) else (*RIGHT, "enter")


async def test_a_lesson_is_proved_by_keys() -> None:
    study = sample_study()
    app = KruzhokApp(study, lambda ways: ways.open_lesson(QUARREL))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert "Prove lesson 1, " in shown(app)
        assert "right at once, and the lesson counts as known." in shown(app)
        while proofs(study) == []:
            assert isinstance(app.screen, QuizScreen)
            await pilot.press(*keys_for(app.screen.open.ask), "enter")
            await settle(pilot)
        assert "You proved it: lesson 1 counts as known and read" in shown(app)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("--prove",), "Say which lesson you know: --prove --lesson L"),
        (("--prove", "--lesson", "1", "--exam"), "--prove chooses its own questions"),
    ],
)
def test_a_call_that_proves_nothing_is_told(
    call: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called("quiz", "--plain", *call) == Status.WRONG_CALL
    assert told in capsys.readouterr().err
