"""The five asks, and what a learner can do with each. An ask is plain data with no trace of its key.

Every front end knows these five and never a question's type. Options, items and sides are named by their own
text, which is unique within an ask, so a response means the same however the ask was shuffled.
"""

from msgspec import Struct

from tui.text import Clean


class _Shown(Struct, frozen=True, tag=str.lower):
    prompt: Clean
    """What is asked."""


class Pick(_Shown, frozen=True):
    """One or several of these."""

    options: tuple[Clean, ...]
    """What there is to pick from, in the order shown."""
    several: bool = False
    """Whether more than one may be picked."""


class Field(Struct, frozen=True):
    """One field to fill."""

    label: Clean
    """What belongs there, in a word or two: "date", "name", "gap 1"."""
    example: Clean = Clean("")
    """How an answer may look, never the key: "1905, May 1905, spring 1905"."""
    unit: Clean = Clean("")
    """What a number counts."""
    number: bool = False
    """Whether a number belongs there, so that 0 may be meant as one."""


class Write(_Shown, frozen=True):
    """Fields to fill."""

    fields: tuple[Field, ...]
    """The fields, in order; mostly one."""
    passage: tuple[Clean, ...] = ()
    """The text around the gaps, one piece more than fields; empty if the fields stand alone."""
    attribution: Clean = Clean("")
    """Whose words the passage is, and in what work."""


class Arrange(_Shown, frozen=True):
    """Put in sequence."""

    items: tuple[Clean, ...]
    """What is to be put in order, in the order shown."""


class Pair(_Shown, frozen=True):
    """Left to right."""

    left: tuple[Clean, ...]
    """What needs a partner, in the order shown."""
    right: tuple[Clean, ...]
    """The partners there are, in the order shown; there may be more of them than needed."""


class Recall(_Shown, frozen=True):
    """Write all you remember, then tick."""

    points: int
    """How many key points there are to remember."""


Ask = Pick | Write | Arrange | Pair | Recall


class Picked(Struct, frozen=True, tag=str.lower):
    """What was picked."""

    options: tuple[str, ...]
    """The options picked, in any order."""


class Written(Struct, frozen=True, tag=str.lower):
    """What was typed."""

    fields: tuple[str, ...]
    """The text of each field, in the order of the ask."""


class Arranged(Struct, frozen=True, tag=str.lower):
    """The sequence given."""

    items: tuple[str, ...]
    """All items, first to last."""


class Paired(Struct, frozen=True, tag=str.lower):
    """The pairs given."""

    pairs: tuple[tuple[str, str], ...]
    """Left and right of each pair; a left without a partner is left out."""


class Recalled(Struct, frozen=True, tag=str.lower):
    """What was written from memory, and what of it was ticked."""

    text: str
    """What was written."""
    ticked: tuple[int, ...]
    """Which points of the checklist it had, counted from 0."""


class Skipped(Struct, frozen=True, tag=str.lower):
    """The learner says "I don't know": an honest mark of its own, never a guess."""


Response = Picked | Written | Arranged | Paired | Recalled | Skipped


def passes_over(response: Response | None, key: Response | None) -> bool:
    """Whether a recall is passed over, which says nothing of any key point: none of them was asked for by itself.

    Args:
        response: what the learner did, if anything.
        key: the right answer, in the form of a response.
    """
    return isinstance(response, Skipped) and isinstance(key, Recalled)


def fits(ask: Ask, response: Response) -> bool:
    """Whether a response can have been given to an ask, whose question may have been edited since.

    Args:
        ask: what is shown.
        response: what the learner did, or has begun to do.
    """
    match ask, response:
        case Pick(), Picked():
            return not set(response.options).difference(ask.options)
        case Write(), Written():
            return len(response.fields) == len(ask.fields)
        case Arrange(), Arranged():
            return sorted(response.items) == sorted(ask.items)
        case Pair(), Paired():
            return all(left in ask.left and right in ask.right for left, right in response.pairs)
        case Recall(), Recalled():
            return all(0 <= point < ask.points for point in response.ticked)
        case _:
            return isinstance(response, Skipped)
