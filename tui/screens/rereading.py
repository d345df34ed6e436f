"""The guide is read again whenever its author saves; the learner stays where they were."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.app import App
from textual.message import Message

from tui.guide.errors import GuideError
from tui.guide.model import Guide
from tui.quiz.question import Question

if TYPE_CHECKING:
    from tui.study import Study

Signs = Callable[[Path, Event], Iterator[None]]
"""Gives a sign at once and then at each change in a folder, until the event is set."""
STAYS = 7 * 24 * 3600.0
"""For so many seconds a banner stays, if nothing is saved: longer than anybody looks at it."""
BRIEFLY = 2.0
"""For so many seconds it is said that all is well."""


@runtime_checkable
class ShowsGuide(Protocol):
    """A screen that shows something of the guide's files."""

    def guide_read(self) -> None:
        """The study has a later reading of the guide: show that, at the same place."""


class Rereading:
    """Reads a study's guide again at each sign of a change, in a thread of its own."""

    @dataclass
    class Done(Message):
        """The guide was read again."""

        guide: Guide[Question]
        """What was read."""

    @dataclass
    class Failed(Message):
        """The guide could not be opened; what was read before stays."""

        reason: str
        """Why, without a full stop."""

    def __init__(self, app: "App[Any]", study: "Study", signs: Signs) -> None:
        """Nothing happens before `start`.

        Args:
            app: is told in messages.
            study: whose guide is read again.
            signs: gives a sign at once and then at each change in a folder, until the event is set.
        """
        self._app = app
        self._study = study
        self._signs = signs
        self._stop = Event()
        self._telling = Lock()

    def start(self) -> None:
        """Begin to watch the guide's folder."""
        Thread(target=self._watch, name="rereading", daemon=True).start()

    def stop(self) -> None:
        """Watch no longer; from here on the app is told nothing, as it may end."""
        with self._telling:
            self._stop.set()

    def take(self, guide: Guide[Question]) -> None:
        """Teach from what was read."""
        take(self._app, self._study, guide)

    def tell_failure(self, reason: str) -> None:
        """Say why what was saved is not what is shown.

        Args:
            reason: what happened, without a full stop.
        """
        banner(self._app, f"The guide cannot be read again: {reason}. What was read before stays.")

    def _watch(self) -> None:
        try:
            self._reread()
        except Exception as error:  # noqa: BLE001 - what ends a thread is nobody's, and nothing would be noticed any more
            self._tell(self.Failed(unexpected(error)))

    def _reread(self) -> None:
        from tui.study import open_guide  # noqa: PLC0415  read by now

        folder = self._study.guide.folder
        signs = self._signs(folder, self._stop)
        next(signs, None)
        for _ in signs:
            try:
                guide = open_guide(folder)
                # Have the bank read here, and not where a key is waited for.
                len(guide.problems)
                self._tell(self.Done(guide))
            except GuideError as error:
                self._tell(self.Failed(str(error)))

    def _tell(self, message: Message) -> None:
        with self._telling:
            if not self._stop.is_set():
                self._app.post_message(message)


def unexpected(error: Exception) -> str:
    """What is said of an error that no author made, without a full stop."""
    named = ": ".join(word for word in (type(error).__name__, str(error)) if word)
    return f"an unexpected error came up ({named}), and nothing you save is noticed until you start kruzhok again"


def take(app: "App[Any]", study: "Study", guide: Guide[Question]) -> None:
    """Teach from a later reading of the guide, on every screen that is open, and say what is wrong with it."""
    study.take_guide(guide)
    for screen in app.screen_stack:
        if isinstance(screen, ShowsGuide):
            # In its own turn: it may not have been mounted yet.
            screen.call_later(screen.guide_read)
    if guide.problems:
        banner(app, _first_of(guide))
    else:
        app.clear_notifications()
        app.notify("The guide was read again.", markup=False, timeout=BRIEFLY)


def banner(app: "App[Any]", text: str) -> None:
    """Say what is wrong, until the next save."""
    app.clear_notifications()
    app.notify(text, severity="error", markup=False, timeout=STAYS)


def _first_of(guide: Guide[Question]) -> str:
    first, *others = guide.problems
    said = f"{first.place.name}, line {first.place.line}: {first.message}"
    told = f"{said}; {first.hint}".removesuffix("; ").removesuffix(".")
    end = "" if told.endswith("?") else "."
    return f"{told}{end}" + (f" And {len(others)} more: m on the home screen lists them." if others else "")
