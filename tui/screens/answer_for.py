"""The host types the answer of a player who has no device."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from tui.classroom.happening import RoomError
from tui.classroom.players import Player
from tui.commands import ANSWER_FOR, named
from tui.screens.answering import AnsweringScreen
from tui.screens.routes import routes
from tui.widgets.asks.ask_view import AskView
from tui.widgets.asks.messages import Answered
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.classroom.hosting import HostedRoom

LEAVE = named(ANSWER_FOR, "leave")[0]


class AnswerForScreen(AnsweringScreen):
    """One question, answered for one player."""

    where = "answer for"
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS = own_bindings(command for command in ANSWER_FOR if command.name != "answer")

    def __init__(self, hosted: "HostedRoom", player: Player) -> None:
        """Answer the question that is open.

        Args:
            hosted: the room.
            player: on paper.
        """
        super().__init__()
        self.ask_view = AskView()
        self._hosted = hosted
        self._player = player
        asked = hosted.room.current
        assert asked is not None
        self._asked = asked
        self._ask = hosted.room.ask_of(asked)

    def compose(self) -> ComposeResult:
        """For whom, the question, the keys."""
        yield TitleLine(f"For {self._player.name}", "on paper")
        yield self.ask_view
        yield KeyLine(())

    def on_mount(self) -> None:
        """Ask, with what was typed before."""
        given = self._asked.votes[-1].of(self._player.seat)
        self.ask_view.show(self._ask, given.response if given else None)
        self.watch(self, "focused", self.tell_keys, init=True)

    def tell_keys(self, *_: object) -> None:
        """Show in the footer what the keys do at this moment."""
        self.query_one(KeyLine).show(self.keys_to_answer(self._ask, LEAVE))

    def on_answered(self, event: Answered) -> None:
        """Take it; say why, if it cannot be graded as it stands."""
        event.stop()
        try:
            again = self._hosted.answer_for(self._player.seat, event.response)
        except RoomError as error:
            self.ask_view.ask_again(error.sentence)
            return
        if again is None:
            routes(self).leave()
        else:
            self.ask_view.ask_again(again.reason)

    def action_leave(self) -> None:
        """Go back without an answer."""
        routes(self).leave()
