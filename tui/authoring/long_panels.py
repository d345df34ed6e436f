"""Panels that are too long to be read in one go, as advice to their author."""

from collections.abc import Iterator

from tui.guide.blocks import words_in
from tui.guide.errors import Problem, Severity
from tui.guide.model import Guide
from tui.quiz.question import Question

CODE = "long-panel"
LONGEST = 120
"""How many words a panel has at most, those of what is drawn included."""


def long_panels(guide: Guide[Question]) -> Iterator[Problem]:
    """The panels that have more words than are read at one time.

    Args:
        guide: a guide that was read from its folder.
    """
    for panel in (panel for lesson in guide.lessons for panel in lesson.panels):
        words = words_in(panel.blocks)
        if words > LONGEST:
            message = f"this panel has {words} words, and {LONGEST} are what is read at one time"
            yield Problem(panel.place, CODE, message, "make two panels of it, one idea each", Severity.ADVICE)
