"""Questions whose answers are too long for a class to send, as a warning to their author."""

from collections.abc import Iterator

from tui.guide.errors import Problem, Severity
from tui.guide.model import Guide
from tui.quiz.largest import is_small_enough
from tui.quiz.question import Question

CODE = "long-answer"


def long_answers(guide: Guide[Question]) -> Iterator[Problem]:
    """The questions that a class cannot be asked.

    Args:
        guide: a guide that was read from its folder.
    """
    for question in guide.questions.values():
        if not is_small_enough(question):
            yield Problem(
                guide.question_places[question.id],
                CODE,
                "an answer to this question is too long for one message, so no class is asked it",
                "shorten what is offered, or make two questions of it",
                Severity.WARNING,
            )
