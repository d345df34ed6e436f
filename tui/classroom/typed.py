"""What players typed, folded so that the same answer in another spelling is one answer."""

from functools import lru_cache

from tui.quiz.ask import Response, Written
from tui.quiz.matching.spelling import fold
from tui.quiz.question import Question
from tui.quiz.verdict import AskAgain
from tui.text import clean


def folded(response: Written) -> tuple[str, ...]:
    """What was typed, without case, accents and punctuation: one text for each field."""
    return tuple(fold(field) for field in response.fields)


@lru_cache(maxsize=1024)
def asks_again(question: Question, response: Response) -> AskAgain | None:
    """What to ask again of a response that cannot be graded as it stands; a class types the same over and over."""
    found = question.grade(response)
    return found if isinstance(found, AskAgain) else None


def cleaned(response: Response) -> Response:
    """A response of which all that was typed is harmless to show.

    Args:
        response: what a player's device sent.
    """
    if not isinstance(response, Written):
        return response
    return Written(tuple(clean(field, one_line=True) for field in response.fields))
