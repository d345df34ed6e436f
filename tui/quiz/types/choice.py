"""Choice: one option is right."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from tui.quiz.ask import Pick, Picked, Response
from tui.quiz.question import Distractor, Fault, Question
from tui.quiz.types.offering import UNPICKED, among_distractors, in_order, verdict_of, why_notes
from tui.quiz.verdict import AskAgain, Verdict
from tui.text import Clean


class Choice(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="choice"):
    """One option is right. Credit is 1 or 0."""

    answer: Annotated[Clean, Meta(min_length=1, description="The right option", examples=["The trade unions"])]
    """The right option."""
    distractors: Annotated[
        tuple[Distractor, ...], Meta(min_length=1, description="The wrong options, each with why it is wrong")
    ]
    """The wrong options."""

    @property
    def key(self) -> Picked:
        """The right option, picked."""
        return Picked((self.answer,))

    @property
    def options(self) -> tuple[Clean, ...]:
        """All options, in the order of the file."""
        return (self.answer, *(each.choice for each in self.distractors))

    def ask(self, seed: str) -> Pick:
        """The options, shuffled; dates and numbers in their natural order."""
        return Pick(prompt=self.question, options=in_order(self.options, seed))

    def mark(self, response: Response) -> Verdict | AskAgain:
        """1 for the right option alone."""
        if not isinstance(response, Picked):
            return verdict_of(0, self.key)
        if not response.options:
            return UNPICKED
        picked = set(response.options)
        return verdict_of(float(picked == {self.answer}), self.key, why_notes(picked, self.distractors))

    def faults(self) -> Iterator[Fault]:
        """The key among the distractors, a distractor twice."""
        yield from among_distractors([self.answer], self.distractors)
