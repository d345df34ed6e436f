"""True or false: a statement; a false one with its correction."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from tui.quiz.ask import Pick, Picked, Response
from tui.quiz.question import Fault, Question
from tui.quiz.types.offering import UNPICKED, verdict_of
from tui.quiz.verdict import AskAgain, Note, Verdict
from tui.text import Clean

_WORDS = {True: Clean("True"), False: Clean("False")}


class TrueFalse(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="true-false"):
    """A statement to be called true or false: `question` is the statement. Credit is 1 or 0."""

    answer: Annotated[bool, Meta(description="Whether the statement is true: true or false")]
    """Whether the statement is true."""
    correction: Annotated[
        Clean,
        Meta(
            description="What is true instead, where the statement is false",
            examples=["It was made up almost entirely of workers."],
        ),
    ] = Clean("")
    """What is true instead, where the statement is false."""

    @property
    def key(self) -> Picked:
        """The right word, picked."""
        return Picked((_WORDS[self.answer],))

    def ask(self, seed: str) -> Pick:  # noqa: ARG002 - two words in their usual order need no seed
        """The statement, with "True" and "False" always in this order."""
        return Pick(prompt=Clean(f"True or false? {self.question}"), options=(_WORDS[True], _WORDS[False]))

    def mark(self, response: Response) -> Verdict | AskAgain:
        """1 for the right word; a false statement's correction in any case."""
        if not isinstance(response, Picked):
            return verdict_of(0, self.key)
        if not response.options:
            return UNPICKED
        notes = [Note(about=_WORDS[False], says=self.correction)] if self.correction and not self.answer else []
        return verdict_of(float(set(response.options) == {_WORDS[self.answer]}), self.key, notes)

    def faults(self) -> Iterator[Fault]:
        """A false statement without its correction, a true one with one."""
        if not self.answer and not self.correction.strip():
            yield Fault(
                field="correction",
                code="correction-missing",
                message="the statement is false, and there is no correction",
                hint="say in “correction” what is true instead",
            )
        if self.answer and self.correction.strip():
            yield Fault(
                field="correction",
                code="correction-needless",
                message="the statement is true, and there is a correction",
                hint="take the correction out, or make the answer false",
            )
