"""A lesson: one panel at a time, set like a page of a book; at its end, the quiz."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.commands import LESSON
from tui.drawing import draw, panel_lines
from tui.guide.errors import Place
from tui.guide.model import Lesson, Panel
from tui.screens.after import After, after, keys, offer
from tui.screens.bookmark import Bookmark
from tui.screens.reading import ReadingScreen
from tui.screens.routes import routes
from tui.screens.spread import Spread
from tui.widgets.asks.row_list import ROOMY
from tui.widgets.contents import WIDE, Contents
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.progress_line import ProgressLine
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.study import Study


class LessonScreen(ReadingScreen):
    """Reading a lesson."""

    where = "lesson"
    BINDINGS = own_bindings(LESSON)
    DEFAULT_CSS = """
    LessonScreen {
        align-horizontal: center;
    }
    LessonScreen.-narrow Contents, LessonScreen.-low ProgressLine {
        display: none;
    }
    LessonScreen.-low Foot {
        margin: 0;
    }
    """

    def __init__(self, study: "Study", lesson: Lesson, panel: Panel | None = None) -> None:
        """A lesson, opened at a panel.

        Args:
            study: what the learner does with the guide.
            lesson: the lesson.
            panel: one of its panels; the first, if None.
        """
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (ROOMY, "-high")]
        self.study = study
        self.mark = Bookmark(study.guide, lesson, lesson.panels.index(panel) if panel else 0)
        """Where one is."""
        self._more = False
        self._over_home = True

    @property
    def panel(self) -> Panel:
        """The panel that is shown."""
        return self.mark.panel

    def compose(self) -> ComposeResult:
        """Where one is, the lesson as it lies open, the keys."""
        yield TitleLine()
        yield ProgressLine()
        yield Spread(
            self.mark,
            lambda width: [*panel_lines(self.panel, width), *offer(self.mark, routes(self).in_quiz, width)],
        )
        yield KeyLine(())

    def on_mount(self) -> None:
        """Show the panel."""
        self._show(self.mark)

    def on_screen_resume(self) -> None:
        """The way back depends on what lies below."""
        self._over_home = self.app.screen_stack[1:2] == [self]
        self._tell_keys()

    def copied_text(self) -> str:
        """The panel, with its ¶."""
        parts = [self.panel.title, *("\n".join(draw(block, 76)) for block in self.panel.blocks)]
        return "\n\n".join([*parts, self.mark.whence])

    @property
    def place(self) -> Place:
        """Where the panel stands in the guide's files."""
        return self.panel.place

    def guide_read(self) -> None:
        """Show the panel as it reads now, at the same height."""
        self._show(self.mark.in_guide(self.study.guide))

    def move_to(self, at: int) -> None:
        """Show another panel of this lesson.

        Args:
            at: which one, from 0 on; beyond an end there is only the end.
        """
        mark = self.mark.moved(at)
        if mark != self.mark:
            self.column.scroll_home(animate=False)
            self._show(mark)

    def on_contents_chosen(self, message: Contents.Chosen) -> None:
        """A click on a heading opens its panel."""
        self.move_to(message.index)

    def on_spread_looked(self, message: Spread.Looked) -> None:
        """A panel of which there is no more below has been read."""
        self._more = message.more
        self._tell_keys()
        if not message.more:
            self.study.mark_read(message.panel)
            routes(self).tell_of_record()

    def action_next_panel(self) -> None:
        """Go on: to the next panel; from the last, to the quiz."""
        self.study.mark_read(self.panel.id)
        routes(self).tell_of_record()
        match after(self.mark, routes(self).in_quiz):
            case After.PANEL:
                self.move_to(self.mark.at + 1)
            case After.QUIZ:
                self.action_quiz()
            case After.QUIZ_BEGUN:
                routes(self).leave()
            case After.HOME:
                routes(self).go_home()

    def action_read_on(self) -> None:
        """Move down by a screen; at the end of the page, go on."""
        if self.column.scroll_y >= self.column.max_scroll_y:
            self.action_next_panel()
        else:
            self.action_page_down()

    def action_previous_panel(self) -> None:
        """Go back to the panel before."""
        self.move_to(self.mark.at - 1)

    def action_first_panel(self) -> None:
        """Go to the first panel."""
        self.move_to(0)

    def action_last_panel(self) -> None:
        """Go to the last panel."""
        self.move_to(len(self.mark.lesson.panels) - 1)

    def action_go_to(self) -> None:
        """Show the list of all panels."""
        routes(self).open_goto()

    def action_afresh(self) -> None:
        """Start this lesson afresh."""
        from tui.screens.afresh import ask_afresh  # noqa: PLC0415  seldom

        if not routes(self).in_quiz:
            ask_afresh(self.app, routes(self), self.study, self.mark.lesson)

    def action_quiz(self) -> None:
        """Take the lesson's quiz."""
        from tui.quiz.choosing import on_lesson  # noqa: PLC0415  a page is shown without

        if not routes(self).in_quiz:
            routes(self).open_quiz(on_lesson(self.mark.lesson.id))

    def action_prove(self) -> None:
        """Prove that the lesson is known."""
        from tui.quiz.choosing import to_prove  # noqa: PLC0415  as above

        if not routes(self).in_quiz:
            routes(self).open_quiz(to_prove(self.mark.lesson.id))

    def _show(self, mark: Bookmark) -> None:
        """Show a panel in place."""
        self.mark = mark
        of = len(mark.lesson.panels)
        title = self.query_one(TitleLine)
        title.left = f"{mark.number}  {mark.lesson.title}"
        title.right = f"{mark.at + 1} of {of}"
        self.query_one(ProgressLine).share = (mark.at + 1) / of
        self.query_one(Spread).show(mark)
        self._tell_keys()

    def _tell_keys(self) -> None:
        # A lesson that is being closed still hears how much of its page was in sight.
        for line in self.query(KeyLine):
            line.show(keys(self.mark, routes(self).in_quiz, self._more, self._over_home))
