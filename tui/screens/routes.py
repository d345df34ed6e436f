"""Where a screen can send the learner. The app does it; screens know no more of the app than this."""

from typing import TYPE_CHECKING, Any, Protocol, cast

from textual.screen import Screen

from tui.guide.words import LessonId, PanelId

if TYPE_CHECKING:
    from tui.open_sitting import OpenSitting
    from tui.quiz.choosing import Choice
    from tui.quiz.sitting import Mode


class Routes(Protocol):
    """What the app does for its screens."""

    @property
    def in_quiz(self) -> bool:
        """Whether a sitting is open under what is shown."""
        ...

    def open_lesson(self, lesson: LessonId, panel: PanelId | None = None) -> None:
        """Show a lesson: at the panel given, else at the first one not yet read."""
        ...

    def open_quiz(self, choice: "Choice", mode: "Mode | None" = None, minutes: float | None = None) -> None:
        """Begin a sitting; says so if there is nothing to ask."""
        ...

    def open_results(self, sitting: "OpenSitting") -> None:
        """Show how a sitting went, in place of its quiz."""
        ...

    def open_problems(self) -> None:
        """Show the mistakes in the guide's files."""
        ...

    def open_goto(self) -> None:
        """Show the list of all panels."""
        ...

    def go_home(self) -> None:
        """Show the home screen."""
        ...

    def leave(self) -> None:
        """Go back to the screen before."""
        ...

    def copy(self, text: str) -> None:
        """Put a text on the clipboard, and say so."""
        ...


def routes(screen: "Screen[Any]") -> Routes:
    """The app of a screen, for what a screen may ask of it."""
    return cast(Routes, screen.app)
