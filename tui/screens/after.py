"""What comes after a panel: the next one; after the last, the quiz it leads to or came from."""

from enum import Enum

from msgspec.structs import replace

from tui.commands import LESSON, Command, named
from tui.quiz.choosing import AT_ONCE
from tui.screens.bookmark import Bookmark
from tui.typeset import Line, Span, wrap


class After(Enum):
    """What going on from a panel leads to; the value says it in the footer."""

    PANEL = "next"
    QUIZ = "take the quiz"
    QUIZ_BEGUN = "back to the quiz"
    HOME = "home"


def after(mark: Bookmark, in_quiz: bool) -> After:
    """What comes after a panel.

    Args:
        mark: the panel.
        in_quiz: whether it was opened from a quiz that goes on.
    """
    if not mark.at_last:
        return After.PANEL
    if in_quiz:
        return After.QUIZ_BEGUN
    return After.QUIZ if mark.questions else After.HOME


def offer(mark: Bookmark, in_quiz: bool, width: int) -> list[Line]:
    """What the last panel ends with: what comes now, and which key takes it."""
    enter = Span("enter", "accent")
    match after(mark, in_quiz):
        case After.PANEL:
            return []
        case After.QUIZ_BEGUN:
            spans = [enter, Span(" goes back to the quiz.", "dim")]
        case After.HOME:
            spans = [Span("That was the last panel. No question is asked on this lesson yet.", "dim")]
        case After.QUIZ:
            asked = min(mark.questions, AT_ONCE)
            questions = "one question" if asked == 1 else f"{asked} questions"
            of = f" of its {mark.questions}" if asked < mark.questions else ""
            says = f"That was lesson {mark.number}. Its quiz has {questions}{of}: "
            spans = [Span(says, "dim"), enter, Span(" takes it.", "dim")]
    return [(), (), *wrap(spans, width)]


def keys(mark: Bookmark, in_quiz: bool, more: bool, over_home: bool) -> list[Command]:
    """What the keys do at a panel.

    Args:
        mark: the panel.
        in_quiz: whether it was opened from a quiz that goes on.
        more: whether there is more of it below: then `space` reads on, else `enter` goes on.
        over_home: whether leaving it leads home, and not back to a result.
    """
    then = after(mark, in_quiz)
    read_on, next_panel, leave = named(LESSON, "read_on", "next_panel", "leave")
    changed = {}
    if in_quiz:
        changed[leave] = replace(leave, label=After.QUIZ_BEGUN.value)
    elif not over_home:
        changed[leave] = replace(leave, label="back")
    left_out = {"previous_panel"} if mark.at_first else set()
    if in_quiz:
        left_out |= {"quiz", "prove"}
    if more:
        changed[read_on] = replace(read_on, shown="space")
        changed[next_panel] = replace(next_panel, label=then.value)
    else:
        changed[read_on] = replace(read_on, label=then.value)
        left_out.add("next_panel")
    return [changed.get(command, command) for command in LESSON if command.name not in left_out]
