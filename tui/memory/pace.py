"""How long this learner takes over a question: learners think in minutes, not in numbers of questions."""

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from tui.memory.attempt import Attempt
from tui.quiz.ask import Arranged, Paired, Picked, Recalled, Response, Skipped, Written

AT_MOST = 60.0
"""How many seconds an answer counts at most: whoever took longer was elsewhere."""
TYPED_AT_MOST = 180.0
"""The same of a typed answer."""
VERDICT = 10.0
"""How many seconds it takes to read a verdict and go on."""
_WEIGHT = 0.1


class Pace(Struct, frozen=True):
    """How many seconds an answer takes, by what is done: at first a guess, then a mean that follows the learner."""

    picked: float = 20.0
    """What is picked, paired or put in order."""
    typed: float = 25.0
    """What is typed into fields."""
    recalled: float = 15.0
    """Each key point of all one remembers of a lesson."""

    def after(self, attempt: Attempt) -> "Pace":
        """The pace after one more attempt, which counts for a tenth; "I don't know" shows no pace.

        Args:
            attempt: the attempt.
        """
        took = (attempt.answered - attempt.began) / timedelta(seconds=1)
        match attempt.response:
            case Skipped():
                return self
            case Recalled():
                points = max(len(attempt.key_points), 1)
                return replace(self, recalled=_moved(self.recalled, took / points, TYPED_AT_MOST / points))
            case Written():
                return replace(self, typed=_moved(self.typed, took, TYPED_AT_MOST))
            case _:
                return replace(self, picked=_moved(self.picked, took, AT_MOST))

    def of(self, key: Response) -> float:
        """How many seconds a question takes with its verdict.

        Args:
            key: its key.
        """
        match key:
            case Picked() | Arranged() | Paired() | Skipped():
                return self.picked + VERDICT
            case Written():
                return self.typed + VERDICT
            case Recalled():
                return self.recalled * max(len(key.ticked), 1) + VERDICT


def spent(response: Response, took: timedelta) -> float:
    """How many seconds an answer and its verdict count for, whatever the learner did beside it.

    Args:
        response: the answer.
        took: how long it took.
    """
    at_most = TYPED_AT_MOST if isinstance(response, Written | Recalled) else AT_MOST
    return min(max(took / timedelta(seconds=1), 0.0), at_most) + VERDICT


def _moved(mean: float, took: float, at_most: float) -> float:
    return mean + _WEIGHT * (min(max(took, 0.0), at_most) - mean)
