"""What grading says of a response."""

from enum import StrEnum
from typing import NewType

from msgspec import Struct

from tui.quiz.ask import Response, Written
from tui.text import Clean

Credit = NewType("Credit", float)
"""The share of the point earned, 0 to 1."""


class Grade(StrEnum):
    """The verdict in a word."""

    CORRECT = "correct"
    PARTLY = "partly"
    WRONG = "wrong"
    SKIPPED = "skipped"


def grade_of(credit: float) -> Grade:
    """The grade that a credit stands for."""
    return Grade.CORRECT if credit >= 1 else Grade.PARTLY if credit > 0 else Grade.WRONG


class Note(Struct, frozen=True):
    """A word about one part of a response: why a distractor is wrong, how near a date came."""

    about: Clean
    """The part: an option, an item, what was typed."""
    says: Clean
    """The word about it."""


class Verdict(Struct, frozen=True):
    """What grading says of a response."""

    grade: Grade
    """Correct, partly, wrong or skipped."""
    credit: Credit
    """0 to 1."""
    key: Response
    """The right answer, in the form of a response to the same ask."""
    parts: tuple[Grade, ...] = ()
    """A grade for each part of the response: field, item or pair, in the response's order; empty for one part."""
    notes: tuple[Note, ...] = ()
    """What is to be said of single parts."""
    overruled: bool = False
    """Whether the learner said "I was right"."""


def overruled(verdict: Verdict, response: Written) -> Verdict:
    """The verdict after the learner said "I was right": all that they typed counts, a field left empty does not.

    Args:
        verdict: what grading says.
        response: what was typed.
    """
    credit = credit_if_right(response)
    filled = tuple(Grade.CORRECT if field.strip() else Grade.SKIPPED for field in response.fields)
    parts = filled if verdict.parts else ()
    return Verdict(grade=grade_of(credit), credit=credit, key=verdict.key, parts=parts, overruled=True)


def credit_if_right(response: Written) -> Credit:
    """The credit of a response of which all that was typed is right: the share of fields that are not empty."""
    filled = [bool(field.strip()) for field in response.fields]
    return Credit(sum(filled) / len(filled) if filled else 1.0)


class AskAgain(Struct, frozen=True):
    """The response cannot be graded as it stands: nothing is counted, the learner is asked once more."""

    reason: Clean
    """Why, and what to type instead."""
