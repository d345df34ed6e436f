"""Panels that are too long to be read in one go, as advice to their author."""

from collections.abc import Iterator

from tui.authoring.parts import texts_in
from tui.guide.errors import Problem, Severity
from tui.guide.model import Guide
from tui.quiz.question import Question

CODE = "long-panel"
MEANT = 120
"""How many words a panel is to have at most."""
LONG = 180
"""How many words are told of: what a block says is counted, too, so that there is some room above what is meant."""


def long_panels(guide: Guide[Question]) -> Iterator[Problem]:
    """The panels that have far more words than are meant.

    Args:
        guide: a guide that was read from its folder.
    """
    for panel in (panel for lesson in guide.lessons for panel in lesson.panels):
        words = sum(len(text.split()) for text in texts_in(panel.blocks))
        if words > LONG:
            message = f"this panel has {words} words, and {MEANT} are what is read at one time"
            yield Problem(panel.place, CODE, message, "make two panels of it, one idea each", Severity.ADVICE)
