"""How large a response can be: a class sends it in one message, which has a limit."""

import msgspec

from tui.quiz.ask import Arrange, Arranged, Pair, Paired, Pick, Picked, Response
from tui.quiz.question import Question

LARGEST_RESPONSE = 3900
"""How many bytes a response has at most, as JSON, if a class is to give it."""


def largest_response(question: Question) -> Response:
    """The largest response that can be given; of what is typed, the right one, for nobody need type more.

    Args:
        question: any question.
    """
    match question.ask(""):
        case Pick(options=options, several=several):
            return Picked(options if several else (max(options, key=_size),))
        case Arrange(items=items):
            return Arranged(items)
        case Pair(left=left, right=right):
            longest = max(right, key=_size)
            return Paired(tuple((each, longest) for each in left))
        case _:
            return question.key


def is_small_enough(question: Question) -> bool:
    """Whether a class can send any response to a question, as far as it need be typed.

    Args:
        question: any question.
    """
    return _size(largest_response(question)) <= LARGEST_RESPONSE


def _size(said: object) -> int:
    return len(msgspec.json.encode(said))
