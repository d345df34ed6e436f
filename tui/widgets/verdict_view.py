"""What is said after an answer: how it was, why, and where it is taught."""

from collections.abc import Sequence

from msgspec import Struct

from tui.quiz.explain import SIGNS
from tui.quiz.verdict import Grade

STYLES = {
    Grade.CORRECT: "$success",
    Grade.PARTLY: "$warning",
    Grade.WRONG: "$error",
    Grade.SKIPPED: "$foreground-muted",
}
"""A theme variable for each grade."""


class Told(Struct, frozen=True):
    """The words for one verdict, in the order in which they are read."""

    grade: Grade
    """How it was."""
    headline: str
    """How it was, in a sentence: "Right month, one year late. Half a point."."""
    why: Sequence[str] = ()
    """Why what was answered is wrong, or how near it came; then why the key is right."""
    whereabouts: str = ""
    """Where it is taught, and whether it comes back."""


CLOSE = 3
"""So many ways there are to set paragraphs: a blank line before each, before all but the second, before none."""


def apart(paragraph: int, close: int) -> bool:
    """Whether a blank line stands before a paragraph.

    Args:
        paragraph: its number, counted from 0.
        close: how close paragraphs are set, from 0 to `CLOSE`, exclusive.
    """
    return paragraph > close and close < CLOSE - 1


def words_of(told: Told) -> list[tuple[str, str]]:
    """The words in paragraphs, each with how it looks."""
    head = f"{SIGNS[told.grade]} {told.headline}"
    where = [(told.whereabouts, "$foreground-muted")] if told.whereabouts else []
    return [(head, f"bold {STYLES[told.grade]}"), *((text, "") for text in told.why), *where]
