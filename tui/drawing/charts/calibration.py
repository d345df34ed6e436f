"""Calibration: how often the learner was right when sure, when thinking so, when guessing."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.drawing.charts.ink import NARROWEST, Row, bar_rows
from tui.quiz.confidence import Confidence
from tui.text import figure, sentence
from tui.typeset import Line, Span, wrap

EMPTY = "You have not said yet how sure you are. Say so when you answer, and it is compared here with what you knew."
"""What stands where confidence was never said."""
_ENOUGH = 5
"""From how many answers on a share says something."""
_NAMES = {
    Confidence.SURE: ("sure", "you were sure"),
    Confidence.THINK_SO: ("think so", "you thought so"),
    Confidence.GUESS: ("guess", "you guessed"),
}


class Judged(NamedTuple):
    """The answers given with one confidence."""

    confidence: Confidence
    """How sure the learner was."""
    right: float
    """How many of them were right; a partly right one counts in part."""
    of: int
    """How many there are."""


def calibration_lines(judged: Sequence[Judged], width: int) -> list[Line]:
    """A bar a confidence: the share that was right, and of how many."""
    width = max(width, NARROWEST)
    if not any(each.of for each in judged):
        return wrap([Span(EMPTY)], width)
    return bar_rows([_row(each) for each in judged], width)


def _row(each: Judged) -> Row:
    name = _NAMES[each.confidence][0]
    if not each.of:
        return Row(name, None, "not said yet")
    return Row(name, each.right / each.of, f"{figure(each.right)} of {each.of} right")


def calibration_sentence(judged: Sequence[Judged]) -> str:
    """How often the learner was right with each confidence, and what that means."""
    said = [each for each in judged if each.of]
    if not said:
        return EMPTY
    first, *rest = said
    times = f"{figure(first.right)} {'time' if first.right == 1 else 'times'}"
    parts = [f"when {_NAMES[first.confidence][1]}, you were right {times} in {first.of}"]
    parts += [f"when {_NAMES[each.confidence][1]}, {figure(each.right)} in {each.of}" for each in rest]
    whole = "; ".join(parts)
    return " ".join([sentence(whole), *_meaning(judged)])


def _meaning(judged: Sequence[Judged]) -> list[str]:
    """Whether the learner knows what they know; nothing, as long as there are too few answers to say."""
    shares = {each.confidence: each.right / each.of for each in judged if each.of >= _ENOUGH}
    sure, guess = shares.get(Confidence.SURE), shares.get(Confidence.GUESS)
    if sure is not None and sure < 0.75:
        return ["You are surer than you can be: look twice where you feel sure."]
    if guess is not None and guess >= 0.75:
        return ["You know more than you think."]
    if sure is not None and sure >= 0.9:
        return ["When you feel sure, you can trust it."]
    return []
