"""What the learner knows: a few pages of pictures, each with what it means."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.app import ComposeResult

from tui.commands import PROGRESS, Command
from tui.drawing.progress_pages import PAGES, moved, whereabouts
from tui.drawing.progress_pages import ROOMY as ROOMY_PAGE
from tui.guide.errors import Place
from tui.guide.model import KeyPoint
from tui.memory.progress import Progress
from tui.screens.reading import ReadingScreen
from tui.screens.routes import routes
from tui.typeset import Line, plain
from tui.widgets.asks.row_list import ROOMY
from tui.widgets.column import NARROW, Column
from tui.widgets.foot import Foot
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.sheet_view import PageNames, SheetView
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.study import Study

WIDEST = 112
"""The widest that a page is drawn."""


class _Spread(Column):
    """A column that takes the room of a wide terminal."""

    @property
    def margin(self) -> int:
        """How far the text stands in."""
        width = self.outer_size.width
        return 2 if width < NARROW else max(6 if width < WIDEST + 12 else 0, (width - WIDEST) // 2)


class ProgressScreen(ReadingScreen):
    """What the learner knows."""

    where = "progress"
    BINDINGS = own_bindings(PROGRESS)
    DEFAULT_CSS = """
    ProgressScreen.-low PageNames, ProgressScreen.-low Foot {
        margin: 0;
    }
    """

    def __init__(self, study: "Study", page: str = "") -> None:
        """What this learner knows now.

        Args:
            study: theirs.
            page: the name of the page that opens; the first, if left out.
        """
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (ROOMY, "-high")]
        self._study = study
        self._left = False
        self.progress: Progress = study.progress()
        """What is shown."""
        self.page = next((at for at, each in enumerate(PAGES) if each.name == page), 0)
        """Which page is open."""
        self.point = 0
        """Which key point is chosen, in the order of the lessons."""

    def compose(self) -> ComposeResult:
        """The title, the pages' names, the open page, the chosen key point, the keys."""
        yield TitleLine("What you know", self._asked)
        yield PageNames([page.name for page in PAGES])
        with _Spread(below=0):
            yield SheetView()
        yield Foot()
        yield KeyLine(())

    def on_mount(self) -> None:
        """Show the first page."""
        self.query_one(SheetView).show(self._lines)
        self.watch(self.column, "scroll_y", self._look, init=False)
        self._show()

    def on_resize(self) -> None:
        """Set the foot for the new width, and keep the chosen mark in sight."""
        self.call_after_refresh(self._show)

    def on_screen_suspend(self) -> None:
        """Once the learner has been elsewhere, they may know something else."""
        self._left = True

    def on_screen_resume(self) -> None:
        """Show what has changed meanwhile."""
        if self._left:
            self.guide_read()

    def guide_read(self) -> None:
        """Show what is known of the guide as it reads now."""
        self.progress = self._study.progress()
        self.point = min(self.point, max(len(self.progress.points) - 1, 0))
        self.query_one(TitleLine).right = self._asked
        self._show()

    @property
    def place(self) -> Place | None:
        """Where the chosen key point stands in the guide's files."""
        return self._chosen.place if self._chosen else None

    @property
    def _chosen(self) -> KeyPoint | None:
        points = self.progress.points
        return points[self.point] if points and PAGES[self.page].has_points else None

    @property
    def _asked(self) -> str:
        met = sum(each.mastery.met for each in self.progress.lessons)
        return f"{met} of {len(self.progress.points)} key points asked"

    def _lines(self, width: int) -> list[Line]:
        sheet = PAGES[self.page].draw(self.progress, self.point, width)
        self.query_one(SheetView).take(sheet)
        return sheet.lines

    def _show(self) -> None:
        """Draw the page anew, with what stands around it."""
        if not self.query(Foot):
            return  # The screen was closed before it was drawn anew.
        self.query_one(PageNames).open(self.page)
        self.query_one(SheetView).redraw()
        chosen = self._chosen
        beside = PAGES[self.page].tells_point or self.size.width - 2 * self.column.margin >= ROOMY_PAGE
        says, where = (chosen.says, whereabouts(self.progress, self.point)) if chosen and not beside else ("", "")
        self.query_one(Foot).tell(says, where)
        self.query_one(KeyLine).show(self._keys())
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        for view in self.query(SheetView):
            mark = next((each for each in view.marks if each.point == self.point), None)
            column = self.column
            if mark is not None:
                top, height = column.scroll_y, column.size.height
                if not top <= mark.row < top + height - 2:
                    column.scroll_to(y=0 if mark.row < height - 2 else mark.row + 3 - height, animate=False)
            self._look()

    def _look(self) -> None:
        for foot in self.query(Foot):
            foot.tell_more(self.column.scroll_y < self.column.max_scroll_y)

    def _keys(self) -> list[Command]:
        left_out = set() if self._chosen else {"show_panel"}
        if not self.progress.confusions:
            left_out.add("drill")
        shown = [command for command in PROGRESS if command.name not in left_out]
        mixed_up = PAGES[self.page].is_drilled
        return [replace(each, need=1) if mixed_up and each.name == "drill" else each for each in shown]

    def _turn(self, page: int) -> None:
        self.page = page % len(PAGES)
        self.column.scroll_home(animate=False)
        self._show()

    def _choose(self, point: int) -> None:
        if self._chosen and point != self.point:
            self.point = point
            self._show()

    def on_page_names_chosen(self, message: PageNames.Chosen) -> None:
        """A click on a name opens its page."""
        self._turn(message.page)

    def on_sheet_view_pressed(self, message: SheetView.Pressed) -> None:
        """A click on a mark chooses it; one on the chosen mark shows its panel."""
        if message.point == self.point:
            self.action_show_panel()
        else:
            self._choose(message.point)

    def action_turn(self, key: str) -> None:
        """Open the page with this number."""
        if int(key) <= len(PAGES):
            self._turn(int(key) - 1)

    def action_next_page(self) -> None:
        """Open the next page."""
        self._turn(self.page + 1)

    def action_previous_page(self) -> None:
        """Open the page before."""
        self._turn(self.page - 1)

    def action_move_down(self) -> None:
        """Choose a key point of the next lesson; where there are none, move the page."""
        self._step(1)

    def action_move_up(self) -> None:
        """Choose a key point of the lesson before."""
        self._step(-1)

    def _step(self, lessons: int) -> None:
        if self._chosen:
            self._choose(moved(self.progress, self.point, lessons, 0))
        else:
            self.column.scroll_relative(y=lessons, animate=False)

    def action_move_right(self) -> None:
        """Choose the next key point."""
        if self._chosen:
            self._choose(moved(self.progress, self.point, 0, 1))

    def action_move_left(self) -> None:
        """Choose the key point before."""
        if self._chosen:
            self._choose(moved(self.progress, self.point, 0, -1))

    def action_show_panel(self) -> None:
        """Show the panel that teaches the chosen key point."""
        chosen = self._chosen
        if chosen is not None:
            lesson = self._study.guide.lesson_of_panel[chosen.panel]
            routes(self).open_lesson(lesson.id, chosen.panel)

    def action_drill(self) -> None:
        """Ask the questions in which something is mixed up."""
        from tui.quiz.choosing import Choice  # noqa: PLC0415  the screen is shown without

        drill = self.progress.drill
        if drill:
            routes(self).open_quiz(Choice(only=drill, drills=True))

    def copied_text(self) -> str:
        """The page as text."""
        return "\n".join(plain(line) for line in PAGES[self.page].draw(self.progress, self.point, 76).lines)
