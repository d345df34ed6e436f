"""Recall: write all you remember, then tick what of it you had."""

from typing import ClassVar

from tui.quiz.ask import Recall as RecallAsk
from tui.quiz.ask import Recalled, Response
from tui.quiz.question import Question
from tui.quiz.types.offering import BLANK, verdict_of
from tui.quiz.verdict import AskAgain, Credit, Grade, Verdict, grade_of


class Recall(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="recall"):
    """Write all you remember, then tick what of it you had; the list to tick is the key points of `tests`.

    Credit is the share of points ticked. The learner grades themselves, so what was written is kept but not judged.
    """

    may_open: ClassVar[bool] = False
    """A first question is to be answered in a word."""

    @property
    def key(self) -> Recalled:
        """All points."""
        return Recalled(text="", ticked=tuple(range(len(self.tests))))

    def ask(self, seed: str) -> RecallAsk:  # noqa: ARG002 - the list stands in the order of the lesson
        """How many points there are to remember."""
        return RecallAsk(prompt=self.question, points=len(self.tests))

    def mark(self, response: Response) -> Verdict | AskAgain:
        """The share of points ticked; a grade for each point."""
        points = range(len(self.tests))
        if not isinstance(response, Recalled) or not set(response.ticked) <= set(points):
            return verdict_of(0, self.key)
        if not response.ticked and not response.text.strip():
            return BLANK
        ticked = set(response.ticked)
        credit = len(ticked) / len(points) if points else 0.0
        return Verdict(
            grade=grade_of(credit),
            credit=Credit(credit),
            key=self.key,
            parts=tuple(Grade.CORRECT if point in ticked else Grade.WRONG for point in points),
        )
