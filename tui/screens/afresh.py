"""Starting a lesson or everything afresh, and taking that back: asked before it is done."""

from typing import TYPE_CHECKING, Any

from tui.guide.model import Lesson
from tui.memory.afresh import last_fresh_start, start_afresh, take_back_afresh
from tui.screens.dialogs import Way, ask
from tui.screens.routes import Routes

if TYPE_CHECKING:
    from textual.app import App

    from tui.study import Study

BODY = "What you read and did stays on the record but no longer counts for what you know. You can take this back here."


def ask_afresh(app: "App[Any]", ways: Routes, study: "Study", lesson: Lesson | None = None) -> None:
    """Ask whether to start afresh, or to take the last fresh start back.

    Args:
        app: what shows the screens.
        ways: the ways from here.
        study: the learner and the guide.
        lesson: which lesson; everything, if None.
    """
    what = "everything" if lesson is None else "this lesson"

    def start() -> None:
        study.keep(start_afresh(study.guide, lesson, study.new_id(), study.clock()))
        ways.go_home()
        ways.say("Started afresh. f on the home screen can take it back.")

    choices = [Way("b", "Back"), Way("s", f"Start {what} afresh", start)]
    last = last_fresh_start(study.record)
    if last:

        def take_back() -> None:
            study.keep(take_back_afresh(last[0], study.clock()))
            ways.go_home()
            ways.say("Taken back. All counts again.")

        gone = "everything" if last[1].lesson is None else "a lesson that is gone"
        of = next((each.title for each in study.guide.lessons if each.id == last[1].lesson), gone)
        choices.append(Way("t", f"Take the last fresh start back: {of}", take_back))
    ask(app, f"Start {what} afresh?", BODY, choices)
