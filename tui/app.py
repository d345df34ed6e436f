"""The app: what fills the terminal. It holds the theme and the way from screen to screen, and no rule of studying."""

import gc
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen
from textual.theme import Theme

from tui.commands import ANYWHERE, QUIT, SUSPEND
from tui.guide.model import Lesson
from tui.guide.words import LessonId, PanelId
from tui.screens.home import HomeScreen
from tui.themes import THEMES, fitting_theme, mind_no_color
from tui.widgets.footer import bindings

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.open_sitting import OpenSitting
    from tui.quiz.choosing import Choice
    from tui.quiz.sitting import Mode
    from tui.study import Study

NARROWEST, LOWEST = 60, 20
"""The smallest terminal in which everything can be read."""
INTERRUPTED = 130
"""What the program ends with after ctrl+c."""

Start = Callable[["KruzhokApp"], object]
"""What to open over home at the start: `lambda app: app.open_lesson(lesson)`."""


def _everything() -> "type[Provider]":
    from tui.screens.palette import Everything  # noqa: PLC0415  read when the palette is opened

    return Everything


class KruzhokApp(App[int]):
    """The study guide in the terminal."""

    TITLE = "kruzhok"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(command for command in ANYWHERE if command not in {QUIT, SUSPEND}),
        *bindings((QUIT, SUSPEND), first=True),
        Binding("ctrl+c", "interrupt", show=False),
    ]
    COMMANDS: ClassVar[set[Callable[[], "type[Provider]"]]] = {_everything}  # type: ignore[assignment]
    # Known from the start: a theme that is set later has every style parsed a second time.
    theme: Reactive[str] = Reactive(fitting_theme)
    DEFAULT_CSS = """
    Screen {
        color: $foreground;
    }
    SearchIcon {
        display: none;
    }
    """

    def __init__(self, study: "Study", start: Start | None = None, *, log_folder: Path | None = None) -> None:
        """The app for one learner with one guide.

        Args:
            study: the learner and the guide.
            start: what to open over home.
            log_folder: where the log of a crash goes; a temporary folder, if None.
        """
        mind_no_color()
        super().__init__()
        self.study = study
        self.last_words = ""
        """What is to be said after the terminal is restored: one sentence, if something went wrong."""
        self._start = start
        self._log_folder = log_folder
        self._quiz: Screen[Any] | None = None
        self._results: Screen[Any] | None = None

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The app's own themes, by the name that Textual knows."""
        return {theme.name: theme for theme in THEMES.values()}

    def get_default_screen(self) -> Screen[Any]:
        """Home lies under everything."""
        return HomeScreen(self.study)

    def on_ready(self) -> None:
        """Collect garbage again, leaving out what start-up made."""
        gc.freeze()
        gc.enable()

    def on_mount(self) -> None:
        """Open what was asked for."""
        if self._start is not None:
            self._start(self)

    @property
    def in_quiz(self) -> bool:
        """Whether a sitting is open under what is shown."""
        return self._quiz is not None and self._quiz in self.screen_stack

    def open_lesson(self, lesson: LessonId | None = None, panel: PanelId | None = None) -> None:
        """Show a lesson: at the panel given, else at the first one not yet read. No lesson: one still to read."""
        from tui.screens.lesson import LessonScreen  # noqa: PLC0415  home does without

        wanted = self.study.guide.lesson(lesson) if lesson else self._lesson_to_read()
        if wanted is None:
            return
        unread = (each for each in wanted.panels if not self.study.has_read(each.id))
        shown = next((each for each in wanted.panels if each.id == panel), None) or next(unread, wanted.panels[0])
        self._drop_passing()
        if isinstance(self.screen, LessonScreen):
            if self.screen.lesson is wanted:
                self.screen.go_to_panel(shown)
            else:
                self.switch_screen(LessonScreen(self.study, wanted, shown))
        else:
            self.push_screen(LessonScreen(self.study, wanted, shown))

    def _lesson_to_read(self) -> Lesson | None:
        lessons = self.study.guide.lessons
        unread = (lesson for lesson in lessons if self.study.read_in(lesson) < len(lesson.panels))
        return next(unread, lessons[0] if lessons else None)

    def open_quiz(self, choice: "Choice", mode: "Mode | None" = None, minutes: float | None = None) -> None:
        """Begin a sitting, over home or the results it was begun from; says so if there is nothing to ask."""
        from tui.quiz.sitting import Mode  # noqa: PLC0415  as above
        from tui.study import NothingToAsk  # noqa: PLC0415

        try:
            sitting = self.study.begin(choice, mode or Mode.PRACTICE, minutes)
        except NothingToAsk as nothing:
            self.say(str(nothing))
            return
        if self.screen is not self._results:
            self.go_home()
        self._quiz = _screen_of(sitting)
        self.push_screen(self._quiz)
        self._mind_the_size(self.size)

    def open_results(self, sitting: "OpenSitting") -> None:
        """Show how a sitting went, in place of its quiz."""
        from tui.screens.results import ResultsScreen  # noqa: PLC0415  as above

        self._quiz = None
        self.go_home()
        self._results = ResultsScreen(sitting)
        self.push_screen(self._results)
        self._mind_the_size(self.size)

    def open_problems(self) -> None:
        """Show the mistakes in the guide's files."""
        from tui.screens.problems import ProblemsScreen  # noqa: PLC0415  as above

        self.push_screen(ProblemsScreen(self.study))

    def open_goto(self) -> None:
        """Show the list of all panels."""
        from tui.screens.goto import GoToScreen  # noqa: PLC0415  as above

        self.push_screen(GoToScreen(self.study, getattr(self.screen, "panel", None)))

    def go_home(self) -> None:
        """Show the home screen."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def leave(self) -> None:
        """Go back to the screen before."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def say(self, text: str) -> None:
        """A word at the edge of the screen, for a moment."""
        self.notify(text, markup=False, timeout=4)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard, and say so."""
        self.copy_to_clipboard(text)
        self.say("Copied.")

    def _drop_passing(self) -> None:
        """Leave what lies on top only for a moment: help, the list of panels."""
        while getattr(self.screen, "passing", False) and len(self.screen_stack) > 1:
            self.pop_screen()

    def action_help(self) -> None:
        """Show what the keys do here."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415  as above

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(getattr(self.screen, "where", "home")))

    def action_copy(self) -> None:
        """Copy what is shown."""
        shown = getattr(self.screen, "copied_text", None)
        if shown is not None:
            self.copy(shown())

    def action_next_theme(self) -> None:
        """Change to the next theme."""
        names = [theme.name for theme in THEMES.values()]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_interrupt(self) -> None:
        """Leave as a program does that is interrupted."""
        self.exit(return_code=INTERRUPTED)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """None: the palette lists the app's own commands."""
        return ()

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the terminal is too small; what is shown stays as it is below."""
        self._mind_the_size(event.size)

    def _mind_the_size(self, size: Size) -> None:
        too_small = size.width < NARROWEST or size.height < LOWEST
        told = self._told_too_small()
        if too_small and not told:
            from tui.screens.too_small import TooSmallScreen  # noqa: PLC0415  seldom

            self.push_screen(TooSmallScreen(NARROWEST, LOWEST))
        elif told and not too_small:
            self.pop_screen()

    def _told_too_small(self) -> bool:
        return isinstance(self.screen, ModalScreen) and getattr(self.screen, "where", "") == "too small"

    def _fatal_error(self) -> None:
        """Keep a log without anybody's data, and leave with a sentence instead of a traceback."""
        error = sys.exc_info()[1] or self._exception
        self.last_words = crash_words(error, self._log_folder)
        self._close_messages_no_wait()


def _screen_of(sitting: "OpenSitting") -> Screen[Any]:
    """The screen on which a sitting is taken."""
    from tui.quiz.sitting import Mode  # noqa: PLC0415  home does without

    if sitting.sitting.mode is Mode.EXAM:
        from tui.screens.exam import ExamScreen  # noqa: PLC0415  as above

        return ExamScreen(sitting)
    from tui.screens.practice import PracticeScreen  # noqa: PLC0415  as above

    return PracticeScreen(sitting)


def crash_words(error: BaseException | None, folder: Path | None) -> str:
    """Write what happened to a log, without the values of variables; what to tell the learner."""
    import tempfile  # noqa: PLC0415  seldom

    report = "".join(traceback.format_exception(error)) if error else "Unknown trouble.\n"
    for place in filter(None, (folder, Path(tempfile.gettempdir()))):
        try:
            place.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix="kruzhok-crash-", suffix=".log", dir=place)
            with open(handle, "w", encoding="utf-8", errors="backslashreplace") as log:  # noqa: PTH123  a handle
                log.write(report)
        except OSError:
            continue
        return f"kruzhok stopped because of a mistake in itself; what happened is in {name}"
    return "kruzhok stopped because of a mistake in itself, and no log of it could be written."


def run_app(study: "Study", start: Start | None = None, *, log_folder: Path | None = None) -> int:
    """Show the app until the learner leaves.

    Args:
        study: the learner and the guide.
        start: what to open over home.
        log_folder: where the log of a crash goes.

    Returns:
        The exit status.
    """
    app = KruzhokApp(study, start, log_folder=log_folder)
    app.run()
    if app.last_words:
        sys.stderr.write(app.last_words + "\n")
    return app.return_code or 0
