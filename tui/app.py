"""The app: what fills the terminal. It holds the theme and the keys that work anywhere, and no rule of studying."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.theme import Theme

from tui.commands import ANYWHERE, QUIT, SUSPEND
from tui.guide.files import file_of
from tui.screens.home import HomeScreen
from tui.screens.routes import Routes
from tui.screens.too_small import mind_the_size
from tui.themes import THEMES, chosen_theme, mind_no_color
from tui.widgets.footer import bindings

if TYPE_CHECKING:
    from tui.memory.learners import Learners
    from tui.screens.rereading import Rereading, Signs
    from tui.study import Study

INTERRUPTED = 130
"""What the program ends with after ctrl+c."""

NO_PLACE = "What is shown here stands in no one place of the guide's files."

Start = Callable[[Routes], object]
"""What to open over home at the start: `lambda ways: ways.open_lesson(lesson)`."""


def _theme_at_first(app: "KruzhokApp") -> str:
    return chosen_theme(app.study.settings.theme)


class KruzhokApp(App[int]):
    """The study guide in the terminal."""

    TITLE = "kruzhok"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(command for command in ANYWHERE if command not in {QUIT, SUSPEND}),
        *bindings((QUIT, SUSPEND), first=True),
    ]
    # Known from the start: a theme that is set later has every style parsed a second time.
    theme: Reactive[str] = Reactive(Initialize(_theme_at_first))
    DEFAULT_CSS = """
    Screen {
        color: $foreground;
    }
    Screen ToastRack {
        overflow-y: auto;
    }
    Toast.-error {
        width: 100%;
        max-width: 100%;
        padding: 0 1;
    }
    """

    def __init__(
        self,
        study: "Study",
        start: Start | None = None,
        signs: "Signs | None" = None,
        learners: "Callable[[], Learners] | None" = None,
    ) -> None:
        """The app for one guide, and one learner at a time.

        Args:
            study: the learner and the guide.
            start: what to open over home.
            signs: tells when the guide's files change, and then they are read again; never, if None.
            learners: finds out who learns on this computer; where the study is nobody's yet, they are asked.
        """
        mind_no_color()
        self.study = study
        super().__init__()
        self.routes = Routes(self, study, learners)
        """The ways from screen to screen."""
        self._start = start
        self._ask_who = learners is not None and not study.has_learner
        self._signs = signs
        self._rereading: Rereading | None = None

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The app's own themes, by the name that Textual knows."""
        return {theme.name: theme for theme in THEMES.values()}

    def get_default_screen(self) -> Screen[Any]:
        """Home lies under everything."""
        self._home = HomeScreen(self.study)
        return self._home

    def on_ready(self) -> None:
        """Home is shown: collect garbage again, without what start-up made, and do what home was shown without."""
        gc.freeze()
        gc.enable()
        self.call_after_refresh(self._home.tell_mistakes)
        self.call_after_refresh(self.routes.look_over_record)
        if self._signs:
            from tui.screens.rereading import Rereading  # noqa: PLC0415  home is shown without

            self._rereading = Rereading(self, self.study, self._signs)
            self._rereading.start()

    def on_unmount(self) -> None:
        """Watch the guide's files no longer."""
        if self._rereading:
            self._rereading.stop()

    def on_rereading_done(self, message: "Rereading.Done") -> None:
        """Go on with what the author saved."""
        if self._rereading:
            self._rereading.take(message.guide)

    def on_rereading_failed(self, message: "Rereading.Failed") -> None:
        """Say why what was saved cannot be read."""
        if self._rereading:
            self._rereading.tell_failure(message.reason)

    def on_mount(self) -> None:
        """Begin, once it is known who is learning."""
        if self._ask_who:
            self.routes.open_learners(self._begin)
        else:
            self._begin()

    def _begin(self) -> None:
        """Open what was asked for, and say what is to be known of the learner's record."""
        if self.study.cut_off.offered:
            self.routes.show_exam_handed_in(at_once=self._start is None)
        if self._start is not None:
            self._start(self.routes)
        self.routes.tell_of_record()
        if self.study.offer:
            self.routes.offer_backup()

    def action_help(self) -> None:
        """Show what the keys do here."""
        self.routes.open_help()

    def action_command_palette(self) -> None:
        """Show all that can be done here."""
        self.routes.open_palette()

    def action_copy(self) -> None:
        """Copy what is shown."""
        shown = getattr(self.screen, "copied_text", None)
        if shown is not None:
            self.routes.copy(shown())

    def action_edit(self) -> None:
        """Open the editor where what is shown stands."""
        from tui.screens.editing import edit  # noqa: PLC0415  as above

        place = getattr(self.screen, "place", None)
        if place is None:
            self.routes.say(getattr(self.screen, "no_place", NO_PLACE))
        elif told := edit(self, file_of(self.study.guide.folder, place), place.line):
            self.routes.say(told)

    def action_next_theme(self) -> None:
        """Change to the next theme."""
        names = [theme.name for theme in THEMES.values()]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def watch_theme(self, theme: str) -> None:
        """Keep the theme that the learner chose, for the next time."""
        if theme != chosen_theme(self.study.settings.theme):
            self.study.choose("theme", next(name for name, each in THEMES.items() if each.name == theme))

    def action_interrupt(self) -> None:
        """Leave as a program does that is interrupted; from a sitting, once that is sure."""
        if not self.routes.ask_to_leave():
            self.exit(return_code=INTERRUPTED)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the terminal is too small."""
        mind_the_size(self, event.size)

    def _fatal_error(self) -> None:
        """Leave without a traceback on the screen: `run_app` hands the error on."""
        self._close_messages_no_wait()


def run_app(study: "Study", start: Start | None = None, learners: "Callable[[], Learners] | None" = None) -> int:
    """Show the app until the learner leaves.

    Args:
        study: the learner and the guide.
        start: what to open over home.
        learners: finds out who learns on this computer.

    Returns:
        The exit status.

    Raises:
        Exception: whatever went wrong inside, once the terminal is as it was.
    """
    from tui.authoring.watch import changes  # noqa: PLC0415  as above

    app = KruzhokApp(study, start, changes, learners)
    app.run()
    if app._exception is not None:
        raise app._exception
    return app.return_code or 0
