"""How long a review is to be: a small choice before it; the last choice is kept, and marked the next time."""

from functools import partial
from typing import TYPE_CHECKING, Any

from tui.memory.due import due_points, was_away
from tui.memory.review import ReviewWish, can_go_further, why_nothing_due
from tui.memory.settings import MINUTES
from tui.screens.dialogs import Way, ask
from tui.screens.routes import Routes
from tui.text import counted

if TYPE_CHECKING:
    from textual.app import App

    from tui.study import Study

FURTHER = "You can go on with what helps most now: what you were not asked yet, then what is least certain."
"""What is offered where nothing is due."""


def choose_review(app: "App[Any]", ways: Routes, study: "Study") -> None:
    """Ask how long, and begin; where nothing is due, say when something is, and offer what helps most now.

    Args:
        app: what shows the screens.
        ways: the ways from here.
        study: the learner and the guide.
    """
    guide, record, now = study.guide, study.record, study.now
    due = len(due_points(guide, record.knowledge, now))
    if due:
        head, body = "How long do you want to review?", _what_is_due(due, away=was_away(record.knowledge, now))
    else:
        body = why_nothing_due(guide, record, now, ReviewWish(1))
        if not can_go_further(guide, record, now):
            ways.say(body)
            return
        head = "Nothing is due"
        body = f"{body.removeprefix('Nothing is due. ')} {FURTHER}"

    def begin(minutes: int) -> None:
        study.choose("minutes", minutes)
        ways.open_review(minutes, further=not due)

    choices = [
        Way(str(number), f"{minutes} minutes", partial(begin, minutes)) for number, minutes in enumerate(MINUTES, 1)
    ]
    last = study.settings.minutes
    marked = 1 + MINUTES.index(last) if last in MINUTES else 0
    ask(app, head, body, [Way("b", "Back"), *choices], marked)


def _what_is_due(due: int, *, away: bool) -> str:
    are = "is" if due == 1 else "are"
    if away:
        return "Welcome back. Ten minutes are enough today; the rest is spread over the days to come."
    return f"{counted(due, 'key point')} {are} due. What does not fit waits for the days to come."
