"""What exactly was wrong in an attempt: with what the right answer was mixed up."""

from collections.abc import Iterable

from tui.memory.attempt import Attempt
from tui.quiz.ask import Paired, Picked, Written
from tui.quiz.verdict import Grade

LONGEST = 60
"""Of what was typed, so many characters are remembered."""


def mistakes_in(attempt: Attempt) -> Iterable[str]:
    """What was wrongly picked, paired or typed; nothing, where that cannot be told.

    Args:
        attempt: an attempt as it counts.
    """
    if attempt.grade is Grade.CORRECT or attempt.overruled:
        return ()
    response, key = attempt.response, attempt.key
    if isinstance(response, Picked):
        if isinstance(key, Picked):
            return [option for option in dict.fromkeys(response.options) if option not in key.options]
        # Of several, without the key, nobody knows which was wrong.
        return response.options if len(response.options) == 1 else ()
    if isinstance(response, Paired) and isinstance(key, Paired):
        return [f"{left} → {right}" for left, right in dict.fromkeys(response.pairs) if (left, right) not in key.pairs]
    if isinstance(response, Written) and len(response.fields) == 1 and attempt.grade in {Grade.WRONG, Grade.PARTLY}:
        typed = " ".join(response.fields[0].split())[:LONGEST]
        return (typed,) if typed else ()
    return ()
