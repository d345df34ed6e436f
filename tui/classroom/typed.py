"""What players typed, folded so that the same answer in another spelling is one answer."""

from tui.quiz.ask import Written
from tui.quiz.matching.spelling import fold


def folded(response: Written) -> tuple[str, ...]:
    """What was typed, without case, accents and punctuation: one text for each field."""
    return tuple(fold(field) for field in response.fields)
