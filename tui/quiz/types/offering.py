"""What several types share: the order of options, words about distractors, and faults of lists."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from tui.guide.edtf import parse_edtf
from tui.quiz.ask import Response
from tui.quiz.matching.dates import read_date
from tui.quiz.matching.numbers import read_number
from tui.quiz.matching.spelling import fold
from tui.quiz.question import Distractor, Fault
from tui.quiz.shuffle import shuffled
from tui.quiz.verdict import AskAgain, Credit, Note, Verdict, grade_of
from tui.text import Clean

_SIGNS = re.compile("[+%#*/=<>−]|(?<![0-9a-zA-Z])-(?=[0-9])|(?<=[0-9])[.,](?=[0-9])")

BLANK = AskAgain(reason=Clean("Type an answer, or 0 for “I don't know”."))
"""What is said of an empty answer."""

UNPICKED = AskAgain(reason=Clean("Choose an answer, or 0 for “I don't know”."))
"""What is said where nothing was chosen."""


def verdict_of(credit: float, key: Response, notes: Iterable[Note] = ()) -> Verdict:
    """The verdict on a response of one part."""
    return Verdict(grade=grade_of(credit), credit=Credit(credit), key=key, notes=tuple(notes))


def in_order(options: Iterable[Clean], seed: str) -> tuple[Clean, ...]:
    """Options in the order in which they are shown: numbers and dates in their own, others as the seed decides.

    Args:
        options: what is offered; the order given has no influence.
        seed: decides the order of what has none of its own.
    """
    given = tuple(sorted(options))
    return _in_their_own_order(given) or shuffled(given, seed)


@lru_cache(64)  # whoever looks for clues asks each question many times over
def _in_their_own_order(given: tuple[Clean, ...]) -> tuple[Clean, ...] | None:
    for place in (read_number, _day):
        try:
            return tuple(sorted(given, key=place))
        except ValueError:
            continue
    return None


def _day(option: str) -> tuple[date, date]:
    if not any(map(str.isdigit, option)):
        raise ValueError("without a year it has no place")
    try:
        found = parse_edtf(option)
    except ValueError:
        found = read_date(option)
    return found.earliest, found.latest


def why_notes(chosen: Iterable[str], distractors: Iterable[Distractor]) -> tuple[Note, ...]:
    """Why each of the distractors chosen is wrong, where the author says so."""
    names = set(chosen)
    return tuple(Note(about=each.choice, says=each.why) for each in distractors if each.choice in names and each.why)


def as_shown(text: str) -> str:
    """What two texts share that a reader could not tell apart: all but case, spacing and a full stop."""
    return " ".join(text.casefold().split()).rstrip(".")


def as_typed(text: str) -> str:
    """What two texts share that are the same but for spelling; a sign counts where it makes a difference: -3, C++."""
    return " ".join([fold(text) or text, *_SIGNS.findall(text)])


def among_distractors(
    keys: Sequence[str], distractors: Sequence[Distractor], look: Callable[[str], str] = as_shown
) -> Iterator[Fault]:
    """Distractors that are a right answer or one another; `look` gives what makes two texts the same."""
    right = {look(key) for key in keys}
    before: set[str] = set()
    for at, each in enumerate(distractors):
        name = look(each.choice)
        if name in right:
            yield Fault(
                field="distractors",
                code="key-among-distractors",
                message=f"the right answer “{each.choice}” is among the distractors",
                hint="take it out, or write another",
                item=at,
            )
        elif name in before:
            yield twice("distractors", at, each.choice)
        before.add(name)


def same_twice(
    field: str, texts: Sequence[str], before: Iterable[str] = (), look: Callable[[str], str] = as_shown
) -> Iterator[Fault]:
    """Texts of a list that are the same as one that stands before them.

    Args:
        field: the list's name.
        texts: its texts.
        before: texts of other fields that count as standing before them.
        look: gives what makes two texts the same: `as_shown` for options, `as_typed` for answers.
    """
    seen = {look(text) for text in before}
    for at, text in enumerate(texts):
        name = look(text)
        if name in seen:
            yield twice(field, at, text)
        seen.add(name)


def twice(field: str, item: int, text: str) -> Fault:
    """The fault of a text that stands twice."""
    return Fault(
        field=field,
        code="given-twice",
        message=f"“{text}” is given twice",
        hint="take one out, or write another",
        item=item,
    )


def unreadable(field: str, texts: Iterable[str], listed: bool = True) -> Iterator[Fault]:
    """Answers to be typed in which there is neither letter nor digit, or that are too long to be typed."""
    for at, text in enumerate(texts):
        if not fold(text):
            yield Fault(
                field=field,
                code="cannot-be-typed",
                message=f"“{text[:40]}” cannot be typed: it has no letter or digit, or is too long",
                hint="write what the learner is to type, in a few words",
                item=at if listed else None,
            )
