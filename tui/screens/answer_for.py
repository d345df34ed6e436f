"""The host types the answer of a player who has no device."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from tui.classroom.happening import RoomError
from tui.classroom.players import Player
from tui.commands import ANSWER_FOR, HELP_KEY, Command, named
from tui.quiz.ask import Skipped
from tui.screens.moments import asking, writing
from tui.screens.routes import routes
from tui.widgets.asks.ask_view import AskView
from tui.widgets.asks.messages import Answered
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.classroom.hosting import HostedRoom

LEAVE = named(ANSWER_FOR, "leave")[0]


class AnswerForScreen(Screen[None]):
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
        self._hosted = hosted
        self._player = player
        asked = hosted.room.current
        assert asked is not None
        self._asked = asked
        self._ask = hosted.room.ask_of(asked)

    def compose(self) -> ComposeResult:
        """For whom, the question, the keys."""
        yield TitleLine(f"For {self._player.name}", "on paper")
        yield AskView()
        yield KeyLine(())

    def on_mount(self) -> None:
        """Ask, with what was typed before."""
        given = self._asked.votes[-1].get(self._player.seat)
        self.query_one(AskView).show(self._ask, given.response if given else None)
        self.watch(self, "focused", self._tell_keys, init=True)

    def _tell_keys(self, *_: object) -> None:
        view = self.query_one(AskView)
        keys: tuple[Command, ...] = writing(self._ask, exam=False) if view.writing else asking(self._ask, view.ticking)
        self.query_one(KeyLine).show((*(each for each in keys if not each.right), HELP_KEY, LEAVE))

    def on_answered(self, event: Answered) -> None:
        """Take it; say why, if it cannot be graded as it stands."""
        event.stop()
        try:
            again = self._hosted.answer_for(self._player.seat, event.response)
        except RoomError as error:
            self.query_one(AskView).ask_again(error.sentence)
            return
        if again is None:
            routes(self).leave()
        else:
            self.query_one(AskView).ask_again(again.reason)

    def action_skip(self) -> None:
        """They don't know."""
        self.post_message(Answered(Skipped()))

    def action_step_out(self) -> None:
        """Leave the field, or go back to it."""
        view = self.query_one(AskView)
        if view.writing:
            view.step_out()
        else:
            view.take_focus()

    def action_hand_in_writing(self) -> None:
        """Hand in what is there."""
        self.query_one(AskView).hand_in()

    def action_leave(self) -> None:
        """Go back without an answer."""
        routes(self).leave()
