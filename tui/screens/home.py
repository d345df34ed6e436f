"""Home: one next step, then the whole guide at a glance."""

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.screen import Screen

from tui.commands import DIGITS, HOME, Command
from tui.guide.errors import Place
from tui.guide.files import top_of
from tui.guide.model import Guide
from tui.paths import HEADER
from tui.quiz.question import Question
from tui.screens.board import DATE, REVIEW, Board
from tui.screens.routes import routes
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.screens.ahead import Ahead
    from tui.study import Study


SAYS_HOW_SURE = "From now on you say of each answer in a quiz how sure you are: s sure, t you think so, g a guess."
SAYS_NO_LONGER = "You no longer say how sure you are."
CLOCK = 5
"""After so many seconds it is said anew how much time an exam has left."""


class HomeScreen(Screen[None]):
    """The first screen."""

    where = "home"
    AUTO_FOCUS: ClassVar[str | None] = None
    BINDINGS = own_bindings(HOME)
    DEFAULT_CSS = """
    HomeScreen {
        scrollbar-size-vertical: 1;
    }
    HomeScreen TitleLine {
        dock: top;
    }
    """

    def __init__(self, study: "Study") -> None:
        """The home of this learner."""
        super().__init__()
        self.study = study
        self._left = False
        self._ahead: Ahead | None = None

    def compose(self) -> ComposeResult:
        """The title, the board, the keys."""
        guide = self.study.guide
        yield TitleLine(guide.title, self.study.learner or "kruzhok")
        yield Board(self.study)
        yield KeyLine(_keys(guide, self.idle | {"problems", "results"}, asks=True))

    @property
    def place(self) -> Place:
        """The guide's own file."""
        return top_of(self.study.guide.folder / HEADER)

    def guide_read(self) -> None:
        """Show the guide as it reads now."""
        self.query_one(TitleLine).left = self.study.guide.title
        self.tell_mistakes()

    def tell_mistakes(self) -> None:
        """Tell of the mistakes, and leave out the keys that have nothing to ask: for this the whole bank is read."""
        guide = self.study.guide
        board = self.query_one(Board)
        board.problems = guide.problems
        board.marked = min(board.marked, board.last)
        board.redraw()
        self._tell_keys()
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Predict what is to be expected of the day to be ready for, if there is one: it takes a while."""
        if self.study.settings.by is not None:
            from tui.screens.ahead import Ahead  # noqa: PLC0415  home is shown without

            ahead = Ahead.of(self.study)
            if ahead is not None and not ahead.tells_as_much_as(self._ahead):
                self._ahead = ahead
                self.run_worker(self._predict(ahead), exclusive=True)

    async def _predict(self, ahead: "Ahead") -> None:
        board = self.query_one(Board)
        board.outlook = await ahead.outlook()
        board.redraw()

    def _tell_keys(self) -> None:
        guide = self.study.guide
        left_out = self.idle if guide.problems else self.idle | {"problems"}
        if routes(self).last_sitting is None:
            left_out |= {"results"}
        self.query_one(KeyLine).show(_keys(guide, left_out, asks=bool(guide.questions)))

    @property
    def idle(self) -> set[str]:
        """The commands that have nothing to do now."""
        return set() if self.study.cut_off.offered else {"drop"}

    def on_mount(self) -> None:
        """The clock of an exam that was cut off runs on."""
        self.set_interval(CLOCK, self._tell_time)

    def _tell_time(self) -> None:
        offered = self.study.cut_off.offered
        if offered and offered.sitting.limit and self.is_current:
            self.query_one(Board).redraw()

    def on_resize(self) -> None:
        """A low terminal gets less air."""
        self.query_one(Board).mind_the_height()

    def on_screen_suspend(self) -> None:
        """Once the learner has been elsewhere, the board may have changed."""
        self._left = True

    def on_screen_resume(self) -> None:
        """Show what has changed meanwhile, with the next step marked."""
        if self._left:
            self.query_one(TitleLine).right = self.study.learner or "kruzhok"
            self.study.cut_off.look()
            board = self.query_one(Board)
            board.marked = 0
            board.redraw()
            self._tell_keys()
            self._look_ahead()

    def on_board_chosen(self, message: Board.Chosen) -> None:
        """A click opens the row."""
        self._open(message.row)

    def action_go_on(self) -> None:
        """Open what is marked."""
        self._open(self.query_one(Board).marked)

    def action_move_down(self) -> None:
        """Mark the next row."""
        self.query_one(Board).move(1)

    def action_move_up(self) -> None:
        """Mark the row before."""
        self.query_one(Board).move(-1)

    def action_open_numbered(self, key: str) -> None:
        """Open a lesson by its number."""
        if int(key) <= len(self.study.guide.lessons):
            self._open(int(key))

    def action_quiz(self) -> None:
        """Take a short quiz on the whole guide."""
        from tui.quiz.choosing import MIXED, Choice  # noqa: PLC0415  home does without

        routes(self).open_quiz(Choice(count=MIXED))

    def action_review(self) -> None:
        """Review what is due."""
        routes(self).choose_review()

    def action_date(self) -> None:
        """Set a date to be ready for."""
        routes(self).choose_date()

    def action_confidence(self) -> None:
        """Say of each answer how sure one is, from now on, or no longer."""
        wanted = not self.study.settings.confidence
        self.study.choose("confidence", wanted)
        routes(self).say(SAYS_HOW_SURE if wanted else SAYS_NO_LONGER)

    def action_afresh(self) -> None:
        """Start everything afresh."""
        from tui.screens.afresh import ask_afresh  # noqa: PLC0415  seldom

        ask_afresh(self.app, routes(self), self.study)

    def action_exam(self) -> None:
        """Take an exam on the whole guide."""
        routes(self).open_exam()

    def action_drop(self) -> None:
        """Drop the sitting that was cut off, once that is sure."""
        routes(self).ask_to_drop()

    def action_results(self) -> None:
        """Show how the last sitting went, once more."""
        last = routes(self).last_sitting
        if last is not None:
            routes(self).open_results(last)
        elif self.study.progress().sittings:
            routes(self).open_progress("Quizzes")
        else:
            routes(self).say("No quiz has been taken yet; t takes one.")

    def action_progress(self) -> None:
        """Show what the learner knows."""
        routes(self).open_progress()

    def action_go_to(self) -> None:
        """Show the list of all panels."""
        routes(self).open_goto()

    def action_problems(self) -> None:
        """Show the mistakes in the guide."""
        routes(self).open_problems()

    def action_learners(self) -> None:
        """Show who learns on this computer."""
        routes(self).open_learners()

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit()

    def copied_text(self) -> str:
        """The guide's title and source."""
        source = self.study.guide.source
        return f"{self.study.guide.title}\n{source.title}, {source.by}"

    def _open(self, row: int) -> None:
        lessons = self.study.guide.lessons
        if row == REVIEW:
            routes(self).choose_review()
        elif row == DATE:
            routes(self).choose_date()
        elif row > len(lessons):
            routes(self).open_problems()
        elif row > 0:
            routes(self).open_lesson(lessons[row - 1].id)
        elif lessons:
            routes(self).take_step()
            if self.is_current:
                # What was to be gone on with is no more.
                self.query_one(Board).redraw()
                self._tell_keys()


def _keys(guide: Guide[Question], without: set[str], *, asks: bool) -> list[Command]:
    """What the keys do at home, as long as there is something to do it with."""
    left_out = set(without)
    if not guide.lessons:
        left_out |= {"go_on", "open_numbered", "go_to", "progress"}
    if not asks:
        left_out |= {"quiz", "exam", "review", "date", "confidence"}
    shown = f"1-{min(len(guide.lessons), 9)}" if len(guide.lessons) > 1 else "1"
    if len(guide.lessons) > len(DIGITS):
        shown += " ↓"
    keys = [replace(command, shown=shown) if command.name == "open_numbered" else command for command in HOME]
    return [command for command in keys if command.name not in left_out]
