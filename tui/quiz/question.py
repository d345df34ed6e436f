"""What every type of question is."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta, Struct

from tui.guide.model import BankEntry
from tui.quiz.ask import Ask, Response, Skipped
from tui.quiz.verdict import AskAgain, Credit, Grade, Verdict
from tui.text import Clean


class Fault(Struct, frozen=True):
    """What is wrong with a question beyond the shape of its fields."""

    field: str
    """The field to mend."""
    code: str
    """The kind of mistake: `key-among-distractors`."""
    message: str
    """What is wrong, without a full stop."""
    hint: str
    """What to do, without a full stop."""
    item: int | None = None
    """Which item of the field, counted from 0, where it is a list."""


class Distractor(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A wrong answer offered beside the key, or one that somebody may type."""

    choice: Annotated[Clean, Meta(examples=["The factory committees"])]
    """The wrong answer."""
    why: Annotated[Clean, Meta(examples=["They are what the document misses in the demand."])] = Clean("")
    """Why it is wrong, or whose view it was."""


class Question(BankEntry, frozen=True, kw_only=True):
    """One item of the bank. A type is a subclass in a file of its own, with its tag: `tag="choice"`."""

    may_open: ClassVar[bool] = True
    """Whether a sitting may begin with it where there is another: not with all that one remembers of a lesson."""

    @property
    @abstractmethod
    def key(self) -> Response:
        """The right answer, in the form of a response to this question's ask."""

    @property
    def fingerprint(self) -> str:
        """What tells one reading of the question from another: it changes with every edit of its fields."""
        from hashlib import blake2b  # noqa: PLC0415  loads OpenSSL, and home needs no fingerprint

        return blake2b(msgspec.json.encode(self), digest_size=8).hexdigest()

    @abstractmethod
    def ask(self, seed: str) -> Ask:
        """What the learner is shown, without a trace of the key.

        Args:
            seed: decides the order of options and items; the same seed gives the same ask on any machine.
        """

    @abstractmethod
    def mark(self, response: Response) -> Verdict | AskAgain:
        """Grade a response other than a skip. Never raises, whatever the text.

        Args:
            response: what the learner did; one of another ask's form, or naming what was not offered, earns nothing.
        """

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the question beyond the shape of its fields; a faulty question is not used."""
        return iter(())

    def grade(self, response: Response) -> Verdict | AskAgain:
        """Grade any response.

        Args:
            response: what the learner did, with "I don't know" among the possibilities.

        Returns:
            The verdict, or what to ask again where the response cannot be graded as it stands.
        """
        if isinstance(response, Skipped):
            return Verdict(grade=Grade.SKIPPED, credit=Credit(0.0), key=self.key)
        return self.mark(response)
