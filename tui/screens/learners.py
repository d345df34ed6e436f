"""Who is learning? Asked at the start where several learn on one computer, and whenever they change places."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from tui.commands import LEARNERS
from tui.memory.learners import BadName, Learner, Learners
from tui.screens.marking import MarkingScreen
from tui.screens.naming import NameScreen
from tui.screens.routes import routes
from tui.text import Clean
from tui.widgets.asks.row_list import RowList, Rows
from tui.widgets.asks.rows import Row
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.study import Study

NEW = "Someone new"
ROOM = len("last here 2026-11-25")
"""How much room a row keeps for what is told of a learner."""


class LearnersScreen(MarkingScreen):
    """All who learn on this computer; one of them goes on."""

    where = "learners"
    no_place = "Names stand in no file of the guide."
    AUTO_FOCUS: ClassVar[str | None] = None
    BINDINGS = own_bindings(LEARNERS)

    def __init__(self, learners: Learners, study: "Study", then: Callable[[], object] | None = None) -> None:
        """Ask.

        Args:
            learners: all who learn here.
            study: is whoever is chosen from then on.
            then: what to do after that.
        """
        super().__init__()
        self._learners = learners
        self._study = study
        self._then = then
        self._shown: list[Learner] = []
        self.rows = RowList(room=ROOM)
        self.rows.can_focus = False

    def compose(self) -> ComposeResult:
        """The question, the names, the keys."""
        yield TitleLine("Who is learning?", "kruzhok")
        # The mark is on who was learning, or else on the first.
        self._list(self._study.learner)
        yield Column(self.rows)
        yield KeyLine(LEARNERS)

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A click chooses."""
        self._take(event.index)

    def action_choose(self) -> None:
        """Go on as who is marked."""
        self._take(self._marked)

    def action_choose_numbered(self, key: str) -> None:
        """Go on as the learner with this number."""
        if int(key) <= len(self._shown):
            self._take(int(key) - 1)

    def action_begin(self) -> None:
        """Ask for the name of someone new."""
        self.app.push_screen(NameScreen("What is your name?", "begin a record of your own", self._begin))

    def action_rename(self) -> None:
        """Ask for another name for who is marked."""
        if self._marked == len(self._shown):
            return
        learner = self._shown[self._marked]
        rename = partial(self._rename, learner)
        self.app.push_screen(NameScreen(f"Another name for {learner.name}?", "take this name", rename, learner.name))

    def action_leave(self) -> None:
        """Go back to who was learning; leave the program, where nobody was."""
        if self._study.has_learner:
            routes(self).leave()
        else:
            self.app.exit()

    def _take(self, index: int) -> None:
        if index == len(self._shown):
            self.action_begin()
        else:
            self._go_on_as(self._shown[index])

    def _go_on_as(self, learner: Learner) -> None:
        routes(self).go_on_as(learner, self._then)

    def _begin(self, name: Clean) -> None:
        if self._learners.called(name):
            raise BadName(f"There is a learner called {name} already")
        learner = self._learners.begin(name)
        self.app.call_later(self._go_on_as, learner)

    def _rename(self, learner: Learner, name: Clean) -> None:
        renamed = self._learners.rename(learner, name)
        if learner.name == self._study.learner:
            self._study.learner = renamed.name
        self._list(renamed.name)

    @property
    def _marked(self) -> int:
        return self.rows.cursor or 0

    def _list(self, marked: str) -> None:
        self._shown = self._learners.everyone()
        rows = [self._row(number, each) for number, each in enumerate(self._shown, 1)]
        here = (index for index, each in enumerate(self._shown) if each.name == marked)
        self.rows.show([*rows, Row(NEW, "n")], cursor=next(here, 0))

    def _row(self, number: int, learner: Learner) -> Row:
        last = self._learners.last_here(learner)
        fact = f"last here {last.astimezone():%Y-%m-%d}" if last else "nothing done yet"
        return Row(learner.name, str(number), word=fact, tinted=False)
