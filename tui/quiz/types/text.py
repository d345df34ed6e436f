"""Text: a name or a few words, typed."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from tui.quiz.ask import Field, Response, Write, Written
from tui.quiz.matching.courtesies import without_courtesies
from tui.quiz.matching.spelling import Nearest, blank, fold, nearest, trimmed
from tui.quiz.question import Distractor, Fault, Question
from tui.quiz.types.offering import BLANK, among_distractors, as_typed, same_twice, unreadable, verdict_of, why_notes
from tui.quiz.verdict import AskAgain, Note, Verdict
from tui.text import Clean

_LABEL = Clean("answer")


class Text(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="text"):
    """A name or a few words, typed. Credit is 1 or 0; what spelling is forgiven is said in `matching.spelling`.

    An answer may be wrapped in a few polite words (`matching.courtesies`): "it was comrade Shliapnikov".
    A last name alone stands for the full name only where `also` lists it.
    """

    answer: Annotated[Clean, Meta(min_length=1, description="The right answer", examples=["Alexandra Kollontai"])]
    """The right answer."""
    also: Annotated[tuple[Clean, ...], Meta(description="Other answers that are right", examples=[["Kollontai"]])] = ()
    """Other answers that are right."""
    distractors: Annotated[
        tuple[Distractor, ...], Meta(description="Wrong answers that somebody may type: never taken for a typo")
    ] = ()
    """Wrong answers that somebody may type."""

    @property
    def key(self) -> Written:
        """The right answer, typed."""
        return Written((self.answer,))

    def ask(self, seed: str) -> Write:  # noqa: ARG002 - one field has no order
        """One field."""
        return Write(prompt=self.question, fields=(Field(label=_LABEL),))

    def mark(self, response: Response) -> Verdict | AskAgain:
        """1 for a right answer, spelling apart; the right spelling, or why a known wrong answer is wrong."""
        if not isinstance(response, Written) or len(response.fields) != 1:
            return verdict_of(0, self.key)
        typed = response.fields[0]
        if blank(typed):
            return BLANK
        found = self._nearest(typed) or self._nearest(without_courtesies(trimmed(typed)))
        if found is None:
            return verdict_of(0, self.key)
        if not found.right:
            return verdict_of(0, self.key, why_notes([found.answer], self.distractors))
        notes = [Note(about=Clean(found.answer), says=Clean("Spelt like this."))] if found.typos else []
        return verdict_of(1, self.key, notes)

    def _nearest(self, typed: str) -> Nearest | None:
        return nearest(typed, (self.answer, *self.also), [each.choice for each in self.distractors])

    def faults(self) -> Iterator[Fault]:
        """An answer twice or among the distractors, or one that cannot be typed."""
        yield from unreadable("answer", [self.answer], listed=False)
        yield from unreadable("also", self.also)
        yield from same_twice("also", [each for each in self.also if fold(each)], before=[self.answer], look=as_typed)
        yield from among_distractors([self.answer, *self.also], self.distractors, look=as_typed)
