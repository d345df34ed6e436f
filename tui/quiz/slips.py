"""What somebody made up answers who does not know: mistakes that are made, the same for the same seed."""

from collections.abc import Iterable, Iterator, Sequence

from tui.quiz.ask import Arranged, Paired, Pick, Picked, Response, Written
from tui.quiz.question import Question
from tui.quiz.types.cloze import Cloze
from tui.quiz.types.number import Number
from tui.quiz.types.text import Text
from tui.quiz.verdict import Grade, Verdict


def drawn(seed: str, *about: object) -> float:
    """A number from 0 to 1 that the seed and what it is about decide.

    Args:
        seed: any text.
        about: what it is drawn for; for something else another number is drawn.
    """
    from hashlib import blake2b  # noqa: PLC0415  loads OpenSSL

    text = "/".join(map(str, (seed, *about)))
    return int.from_bytes(blake2b(text.encode(), digest_size=6).digest()) / 2**48


def slips(question: Question, bank: Iterable[Question]) -> tuple[Response, ...]:
    """The mistakes that people make: a distractor, neighbours that change places, a date that belongs elsewhere.

    Args:
        question: what is asked.
        bank: all questions of the guide: what answers another is a likely mistake.

    Returns:
        All of them; none, where none is likely.
    """
    match question.key:
        case Picked(options=(right,)):
            ask = question.ask("")
            options = ask.options if isinstance(ask, Pick) else ()
            return tuple(Picked((each,)) for each in options if each != right)
        case Picked(options=options):
            return tuple(Picked((*options[:at], *options[at + 1 :])) for at in range(len(options)))
        case Arranged(items=items):
            return tuple(Arranged(each) for each in _exchanged(items))
        case Paired(pairs=pairs):
            left = [one for one, _ in pairs]
            return tuple(
                Paired(tuple(zip(left, right, strict=True))) for right in _exchanged([right for _, right in pairs])
            )
        case Written(fields=(_,)):
            near = dict.fromkeys(_near(question, bank))
            return tuple(Written((typed,)) for typed in near if _is_wrong(question, typed))
        case key:
            return tuple(Written(each) for each in _exchanged(key.fields)) if isinstance(key, Written) else ()


def _exchanged(items: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All orders in which two neighbours have changed places."""
    for at in range(len(items) - 1):
        yield (*items[:at], items[at + 1], items[at], *items[at + 2 :])


def _is_wrong(question: Question, typed: str) -> bool:
    """Whether it earns nothing, or not all, and would not be asked again."""
    verdict = question.grade(Written((typed,)))
    return isinstance(verdict, Verdict) and verdict.grade is not Grade.CORRECT


def _near(question: Question, bank: Iterable[Question]) -> Iterator[str]:
    if isinstance(question, Number):
        number = round(question.answer)
        step = 10 ** max(len(str(abs(number))) - 2, 0)
        yield from (str(each) for each in (number + step, number - step, 2 * number))
        return
    if isinstance(question, Text):
        yield from (each.choice for each in question.distractors)
    for other in bank:
        key = other.key
        alike = isinstance(other, Cloze) or other.kind is question.kind
        if type(other) is type(question) and alike and isinstance(key, Written) and len(key.fields) == 1:
            yield key.fields[0]
