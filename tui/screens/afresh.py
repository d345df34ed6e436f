"""Starting a lesson or everything afresh, and taking that back: asked before it is done."""

from typing import TYPE_CHECKING, Any

from tui.guide.model import Lesson
from tui.memory.afresh import last_fresh_start, start_afresh, take_back_afresh
from tui.screens.dialogs import Dialog, Way
from tui.screens.routes import Routes
from tui.screens.too_small import mind_the_size

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
    choices = [Way("b", "Back"), Way("s", f"Start {what} afresh")]
    last = last_fresh_start(study.record)
    if last:
        gone = "everything" if last[1].lesson is None else "a lesson that is gone"
        of = next((each.title for each in study.guide.lessons if each.id == last[1].lesson), gone)
        choices.append(Way("t", f"Take the last fresh start back: {of}"))

    def decided(key: str | None) -> None:
        if key == "s":
            study.keep(start_afresh(study.guide, lesson, study.new_id(), study.clock()))
            ways.go_home()
            ways.say("Started afresh. f on the home screen can take it back.")
        elif key == "t" and last:
            study.keep(take_back_afresh(last[0], study.clock()))
            ways.go_home()
            ways.say("Taken back. All counts again.")

    app.push_screen(Dialog(f"Start {what} afresh?", BODY, choices), decided)
    mind_the_size(app)
