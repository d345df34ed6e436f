"""How sure the learner was of a response."""

from enum import StrEnum


class Confidence(StrEnum):
    """How sure the learner was, by their own word, before they saw the verdict."""

    SURE = "sure"
    """They were sure."""
    THINK_SO = "think so"
    """They thought so."""
    GUESS = "guess"
    """They guessed."""
