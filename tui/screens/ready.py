"""A day to be ready for: typed, changed or dropped."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from tui.memory.day_said import NotADay, day_said
from tui.memory.days import day_of
from tui.screens.dialogs import Asking, Box
from tui.widgets.asks.row_list import RowList, Rows
from tui.widgets.asks.rows import Row

if TYPE_CHECKING:
    from tui.study import Study

SAYS = "Each day home says what you would score, and how many minutes a day make you ready."


class ReadyScreen(Asking[None]):
    """Asks for the day, and keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+b", "back", show=False),
        Binding("ctrl+d", "drop", show=False, priority=True),
    ]

    def __init__(self, study: "Study") -> None:
        """Ask this learner."""
        super().__init__()
        self._study = study

    def compose(self) -> ComposeResult:
        """What is asked, the line to type on, the ways out."""
        by = self._study.settings.by
        with Box():
            yield Static("Which day do you want to be ready for?", markup=False, classes="head")
            yield Static(SAYS, markup=False, classes="body")
            yield Input(by.isoformat() if by else "", placeholder="15 January", max_length=60)
            yield Static("", markup=False, classes="body wrong")
            yield RowList()

    def on_mount(self) -> None:
        """Be ready to type."""
        rows = self.query_one(RowList)
        rows.can_focus = False
        drop = [Row("drop the date", "^d")] if self._study.settings.by else []
        rows.show([Row("keep it", "enter"), *drop, Row("back", "^b")])
        self.query_one(".wrong").display = False
        self.query_one(Input).focus()

    def on_input_submitted(self) -> None:
        """Keep the day, if it is one."""
        text = self.query_one(Input).value.strip()
        try:
            day = day_said(text, day_of(self._study.now))
        except NotADay as error:
            wrong = self.query_one(".wrong", Static)
            wrong.update(str(error))
            wrong.display = True
            return
        self._study.choose("by", day)
        self.dismiss()

    def action_drop(self) -> None:
        """Have no day to be ready for."""
        self._study.choose("by", None)
        self.dismiss()

    def action_back(self) -> None:
        """Leave it as it is."""
        self.dismiss()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A click takes a way."""
        last = 2 if self._study.settings.by else 1
        if event.index == 0:
            self.on_input_submitted()
        elif event.index == last:
            self.action_back()
        else:
            self.action_drop()
