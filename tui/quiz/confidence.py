"""How sure the learner was of a response."""

from enum import StrEnum

from tui.quiz.ask import Recalled, Response, Skipped
from tui.quiz.question import Question
from tui.quiz.verdict import AskAgain


class Confidence(StrEnum):
    """How sure the learner was, by their own word, before they saw the verdict."""

    SURE = "sure"
    """They were sure."""
    THINK_SO = "think so"
    """They thought so."""
    GUESS = "guess"
    """They guessed."""


def is_asked_of(question: Question, response: Response) -> bool:
    """Whether a learner who says how sure they are is asked that of a response.

    Args:
        question: what was asked.
        response: what they did. Of "I don't know" and of all one remembers there is nothing to say, and what cannot be
            graded is asked again first.
    """
    return not isinstance(response, Skipped | Recalled) and not isinstance(question.grade(response), AskAgain)
