"""Select: several options may be right."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from tui.quiz.ask import Pick, Picked, Response
from tui.quiz.question import Distractor, Fault, Question
from tui.quiz.types.offering import UNPICKED, among_distractors, in_order, same_twice, verdict_of, why_notes
from tui.quiz.verdict import AskAgain, Credit, Grade, Note, Verdict, grade_of
from tui.text import Clean


class Select(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="select"):
    """Several options may be right.

    Credit is right minus wrong: max(0, (right picked - wrong picked) / all that are right). So picking everything earns
    no more than guessing. It is the "partial credit with penalty" of Canvas (community.canvaslms.com, "How do I create
    a Multiple Answer question in New Quizzes?"), and what Moodle's several-answer questions give where each wrong
    answer costs what a right one brings, with their floor at 0.
    """

    answers: Annotated[
        tuple[Clean, ...], Meta(min_length=1, description="The right options", examples=[["Lenin", "Trotsky"]])
    ]
    """The right options."""
    distractors: Annotated[
        tuple[Distractor, ...], Meta(min_length=1, description="The wrong options, each with why it is wrong")
    ]
    """The wrong options."""

    @property
    def key(self) -> Picked:
        """The right options, picked."""
        return Picked(self.answers)

    @property
    def options(self) -> tuple[Clean, ...]:
        """All options, in the order of the file."""
        return (*self.answers, *(each.choice for each in self.distractors))

    def ask(self, seed: str) -> Pick:
        """The options, shuffled; dates and numbers in their natural order."""
        return Pick(prompt=self.question, options=in_order(self.options, seed), several=True)

    def mark(self, response: Response) -> Verdict | AskAgain:
        """Right minus wrong; a grade for each option picked, and a word on those missed."""
        if not isinstance(response, Picked) or not set(response.options) <= set(self.options):
            return verdict_of(0, self.key)
        if not response.options:
            return UNPICKED
        picked, right = set(response.options), set(self.answers)
        credit = max(0.0, (len(picked & right) - len(picked - right)) / len(right))
        missed = [Note(about=each, says=Clean("This is right, too.")) for each in self.answers if each not in picked]
        return Verdict(
            grade=grade_of(credit),
            credit=Credit(credit),
            key=self.key,
            parts=tuple(Grade.CORRECT if option in right else Grade.WRONG for option in response.options),
            notes=(*why_notes(picked, self.distractors), *missed),
        )

    def faults(self) -> Iterator[Fault]:
        """No answer, no distractor, an option twice, a key among the distractors."""
        for name, there in (("answers", self.answers), ("distractors", self.distractors)):
            if not there:
                yield Fault(field=name, code="too-few", message=f"there are no {name}", hint="give at least one")
        yield from same_twice("answers", self.answers)
        yield from among_distractors(self.answers, self.distractors)
