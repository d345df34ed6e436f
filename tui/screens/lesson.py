"""A lesson: one panel at a time, set like a page of a book; at its end, the quiz."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.screen import Screen

from tui.commands import LESSON, Command, named
from tui.drawing import draw, drawn
from tui.guide.blocks import Prose
from tui.guide.model import Lesson, Panel
from tui.guide.words import StanceId
from tui.screens.routes import routes
from tui.typeset import Line, Span, cells, hang, indent, line_cells, sources, wrap
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.panel_view import Page
from tui.widgets.progress_line import ProgressLine
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.study import Study

_SET_IN = 2
"""How far what is drawn stands in from the prose."""
_ROOMY = 56


def panel_lines(panel: Panel, width: int) -> list[Line]:
    """A panel: its heading, then its blocks, with a blank line between them."""
    lines = wrap([Span(panel.title, "heading")], width)
    left = _SET_IN if width >= _ROOMY else 0
    for block in panel.blocks:
        if isinstance(block, Prose):
            lines += [(), *drawn(block, width)]
        else:
            lines += [(), *hang(drawn(block, width - 2 * left), indent(left), indent(left))]
    return lines


class Foot(Page):
    """Whose views the panel holds, and from which ¶ they come."""

    DEFAULT_CSS = """
    Foot {
        margin: 1 0;
    }
    .-low Foot {
        margin: 1 0 0 0;
    }
    """

    def tell(self, left: str, right: str, margin: int) -> None:
        """Show this, set as far in as the column above."""
        self.styles.padding = (0, margin)
        self.show(lambda width: _foot_lines(left, right, width))


def _foot_lines(left: str, right: str, width: int) -> list[Line]:
    lines = wrap([Span(left, "dim")], width - cells(right) - 2) or [()]
    gap = Span(" " * (width - cells(right) - line_cells(lines[0])))
    return [(*lines[0], gap, Span(right, "dim")), *lines[1:]]


class LessonScreen(Screen[None]):
    """Reading a lesson."""

    where = "lesson"
    AUTO_FOCUS = None
    BINDINGS = own_bindings(LESSON)

    def __init__(self, study: "Study", lesson: Lesson, panel: Panel | None = None) -> None:
        """A lesson, opened at a panel.

        Args:
            study: what the learner does with the guide.
            lesson: the lesson.
            panel: one of its panels; the first, if None.
        """
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-tall")]
        self.study = study
        self.lesson = lesson
        self._at = lesson.panels.index(panel) if panel else 0
        self._more = False
        self._view = Page(self._page)

    @property
    def panel(self) -> Panel:
        """The panel that is shown."""
        return self.lesson.panels[self._at]

    @property
    def at_last(self) -> bool:
        """Whether this is the lesson's last panel."""
        return self._at == len(self.lesson.panels) - 1

    def compose(self) -> ComposeResult:
        """Where one is, the page, whose views it holds, the keys."""
        yield TitleLine()
        yield ProgressLine()
        with Column():
            yield self._view
        yield Foot()
        yield KeyLine(self._commands())

    def on_mount(self) -> None:
        """Show the panel, and heed the end of the page."""
        self.watch(self.query_one(Column), "scroll_y", self._heed_the_end, init=False)
        self._show()

    def on_resize(self) -> None:
        """Set the foot for the new width; a page that now fits has been read."""
        self.call_after_refresh(self._tell_foot)

    def on_screen_resume(self) -> None:
        """The way back depends on what lies below."""
        self.query_one(KeyLine).show(self._commands())

    def copied_text(self) -> str:
        """The panel, with its ¶."""
        parts = [self.panel.title, *("\n".join(draw(block, 76)) for block in self.panel.blocks)]
        return "\n\n".join([*parts, self._whence()])

    def go_to_panel(self, panel: Panel) -> None:
        """Show another panel of this lesson."""
        self._at = self.lesson.panels.index(panel)
        self._show()

    def action_next_panel(self) -> None:
        """Go on: to the next panel; from the last, to the quiz."""
        self.study.mark_read(self.panel.id)
        if not self.at_last:
            self._move_to(self._at + 1)
        elif routes(self).in_quiz:
            routes(self).leave()
        elif self._questions():
            self.action_quiz()
        else:
            routes(self).go_home()

    def action_read_on(self) -> None:
        """Move down by a screen; at the end of the page, go on."""
        column = self.query_one(Column)
        if column.scroll_y >= column.max_scroll_y:
            self.action_next_panel()
        else:
            column.scroll_page_down(animate=False)

    def action_previous_panel(self) -> None:
        """Go back to the panel before."""
        self._move_to(self._at - 1)

    def action_first_panel(self) -> None:
        """Go to the first panel."""
        self._move_to(0)

    def action_last_panel(self) -> None:
        """Go to the last panel."""
        self._move_to(len(self.lesson.panels) - 1)

    def action_go_to(self) -> None:
        """Show the list of all panels."""
        routes(self).open_goto()

    def action_quiz(self) -> None:
        """Take the lesson's quiz."""
        from tui.quiz.choosing import Choice  # noqa: PLC0415  a page is shown without

        if not routes(self).in_quiz:
            routes(self).open_quiz(Choice(lesson=self.lesson.id))

    def action_leave(self) -> None:
        """Go back."""
        routes(self).leave()

    def action_scroll_down(self) -> None:
        """Move the page down."""
        self.query_one(Column).scroll_down(animate=False)

    def action_scroll_up(self) -> None:
        """Move the page up."""
        self.query_one(Column).scroll_up(animate=False)

    def action_page_down(self) -> None:
        """Move down by a screen."""
        self.query_one(Column).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Move up by a screen."""
        self.query_one(Column).scroll_page_up(animate=False)

    def _move_to(self, at: int) -> None:
        if 0 <= at < len(self.lesson.panels) and at != self._at:
            self._at = at
            self._show()

    def _questions(self) -> int:
        return len(list(self.study.guide.questions_of(self.lesson)))

    def _number(self) -> int:
        return self.study.guide.lessons.index(self.lesson) + 1

    def _show(self) -> None:
        """Draw the panel in place."""
        of = len(self.lesson.panels)
        title = self.query_one(TitleLine)
        title.left = f"{self._number()}  {self.lesson.title}"
        title.right = f"{self._at + 1} of {of}"
        self.query_one(ProgressLine).share = (self._at + 1) / of
        self.query_one(Column).scroll_home(animate=False)
        self._view.redraw()
        self.query_one(KeyLine).show(self._commands())
        self.call_after_refresh(self._tell_foot)

    def _page(self, width: int) -> list[Line]:
        lines = panel_lines(self.panel, width)
        if self.at_last:
            lines += [(), (), *self._offer(width)]
        return lines

    def _offer(self, width: int) -> list[Line]:
        """What the last panel ends with."""
        number = self._questions()
        if routes(self).in_quiz:
            return wrap([Span("enter", "accent"), Span(" goes back to the quiz.", "dim")], width)
        if not number:
            says = "That was the last panel. No question is asked on this lesson yet."
            return wrap([Span(says, "dim")], width)
        asked = "one question" if number == 1 else f"{number} questions"
        says = f"That was lesson {self._number()}. Its quiz has {asked}: "
        return wrap([Span(says, "dim"), Span("enter", "accent"), Span(" takes it.", "dim")], width)

    def _commands(self) -> list[Command]:
        """The keys of this moment: with more below, space reads on; else enter goes on, at the end to the quiz."""
        left_out = {"previous_panel"} if self._at == 0 else set()
        read_on, next_panel, leave = named(LESSON, "read_on", "next_panel", "leave")
        commands = {command.name: command for command in LESSON}
        if routes(self).in_quiz:
            left_out.add("quiz")
            commands["leave"] = _labelled(leave, "back to the quiz")
        label = next_panel.label
        if self.at_last:
            label = "back to the quiz" if routes(self).in_quiz else "take the quiz" if self._questions() else "home"
        if self._more:
            commands["read_on"] = replace(read_on, shown="space")
            commands["next_panel"] = _labelled(next_panel, label)
        else:
            commands["read_on"] = _labelled(read_on, label)
            left_out.add("next_panel")
        return [command for name, command in commands.items() if name not in left_out]

    def _whence(self) -> str:
        points = self.lesson.taught_in(self.panel.id)
        return sources(sorted({paragraph for point in points for paragraph in point.source}))

    def _tell_foot(self) -> None:
        """Whose views and which ¶; that there is more below, as long as there is."""
        column = self.query_one(Column)
        stances = dict.fromkeys(point.stance for point in self.lesson.taught_in(self.panel.id))
        left = " · ".join(self._in_words(stance) for stance in stances)
        self._more = column.scroll_y < column.max_scroll_y
        margin = column.margin
        self.query_one(Foot).tell(left, f"{self._whence()}   ↓ more" if self._more else self._whence(), margin)
        self.query_one(KeyLine).show(self._commands())
        if not self._more:
            self.study.mark_read(self.panel.id)

    def _in_words(self, stance: StanceId) -> str:
        return self.study.guide.stances.get(stance, stance)

    def _heed_the_end(self) -> None:
        self._tell_foot()


def _labelled(command: Command, label: str) -> Command:
    """The command with another word in the footer."""
    return replace(command, label=label)
