"""A room as one of its players sees it in a terminal, but for the question itself."""

from tui.classroom.protocol import Outcome, Over, Shown, Shut, Taught, Waiting
from tui.quiz.explain import SIGNS, right_answer
from tui.quiz.verdict import Grade
from tui.text import counted, points
from tui.typeset import Line, Span, hang, indent, wrap

_BLANK: Line = ()


def waiting_lines(waiting: Waiting, name: str, width: int) -> list[Line]:
    """Before the first question, or between two."""
    if waiting.asked:
        return wrap([Span("The next question comes when your teacher opens it.")], width)
    said = f"You are in as {name}, with {counted(waiting.players, 'player')} in the room."
    return [
        *wrap([Span(said, "strong")], width),
        _BLANK,
        *wrap([Span("The first question comes when your teacher opens it.")], width),
    ]


def shut_lines(shut: Shut, width: int) -> list[Line]:
    """After the close."""
    given = "; ".join(right_answer(shut.yours)) if shut.yours else ""
    said = (
        f"Your answer: {given}" if given else "You said that you don't know." if shut.yours else "You gave no answer."
    )
    return [
        *wrap([Span("Closed. ", "strong"), Span("No more answers are taken; the key comes in a moment.")], width),
        _BLANK,
        *wrap([Span(said, "dim")], width),
    ]


def shown_lines(shown: Shown, width: int) -> list[Line]:
    """The verdict, the key, why, and where it is taught."""
    return [
        *outcome_lines(shown.outcome, shown.panels, width),
        _BLANK,
        *wrap([Span(f"You have {points(shown.total)} in all.", "dim")], width),
    ]


def outcome_lines(outcome: Outcome, panels: tuple[Taught, ...], width: int) -> list[Line]:
    """How one round went.

    Args:
        outcome: how.
        panels: the one that teaches it is among them.
        width: the cells of a line.
    """
    sign = SIGNS[outcome.grade or Grade.SKIPPED]
    lines = [
        *wrap([Span(outcome.question, "strong")], width),
        _BLANK,
        *hang(wrap([Span(outcome.headline, "strong")], width - 2), (Span(f"{sign} ", "accent"),), indent(2)),
    ]
    if outcome.yours and outcome.grade is not Grade.CORRECT:
        lines += wrap([Span("Yours: ", "dim"), Span("; ".join(outcome.yours))], width)
    lines += wrap([Span("Right: ", "dim"), Span("; ".join(outcome.key), "strong")], width)
    for text in (*outcome.why, outcome.explanation):
        lines += [_BLANK, *wrap([Span(text)], width)] if text else []
    for taught in panels:
        lines += _taught_lines(taught, width) if taught.id == outcome.taught else []
    return lines


def _taught_lines(taught: Taught, width: int) -> list[Line]:
    lines = [_BLANK, *wrap([Span(f"{taught.lesson}: {taught.panel}", "heading")], width)]
    for paragraph in taught.paragraphs:
        lines += [_BLANK, *wrap([Span(paragraph)], width)]
    return lines


def over_lines(over: Over, kept: str, width: int) -> list[Line]:
    """How the room went, and what was missed.

    Args:
        over: how it went.
        kept: what became of the answers, in a sentence.
        width: the cells of a line.
    """
    missed = [each for each in over.outcomes if each.grade is not Grade.CORRECT]
    lines = [
        *wrap([Span(f"{points(over.total)} of {points(over.most)}", "strong")], width),
        _BLANK,
        *wrap([Span(kept, "dim")], width),
    ]
    if over.outcomes:
        said = f"You missed {counted(len(missed), 'question')}." if missed else "You missed nothing."
        lines += [_BLANK, *wrap([Span(said)], width)]
    for each in missed:
        lines += [_BLANK, _BLANK, *outcome_lines(each, over.panels, width)]
    return lines
