"""What learners of the sample guide do in tests."""

from tests.samples import (
    right_answer_to,
    wrong_answer_to,
)
from tui.guide.words import LessonId, QuestionId
from tui.open_sitting import OpenSitting
from tui.quiz.choosing import Choice
from tui.study import Study

QUARREL = LessonId("quarrel")
ALL = Choice(seed="seed")


def only(*names: str) -> Choice:
    """A sitting's choice of these questions."""
    return Choice(only=tuple(map(QuestionId, names)), seed="seed")


def answer_all(sitting: OpenSitting, right: bool = True) -> None:
    """Answer a practice to its end; where not right, wrong at the first asking and right when it comes back."""
    while not sitting.sitting.finished:
        question = sitting.question
        sitting.answer(
            right_answer_to(question) if right or sitting.sitting.current.again else wrong_answer_to(question)
        )
        sitting.go_on()


def read_everything(study: Study) -> None:
    """Read every panel of the guide."""
    for lesson in study.guide.lessons:
        for panel in lesson.panels:
            study.mark_read(panel.id)
