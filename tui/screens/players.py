"""The players of a room, as their host may see them: who is here, who has answered; and what is done for one."""

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.classroom.happening import RoomError
from tui.classroom.nickname import NameRefused
from tui.classroom.players import Player
from tui.classroom.room import Phase
from tui.classroom.seating import NotSeated
from tui.classroom.words import Seat
from tui.commands import PLAYERS
from tui.memory.learners import BadName
from tui.quiz.matching.spelling import fold
from tui.screens.dialogs import Way, ask
from tui.screens.hosting import HostingScreen
from tui.screens.marking import MarkingScreen
from tui.screens.naming import NameScreen
from tui.screens.routes import routes
from tui.text import counted
from tui.typeset import Line, Span, wrap
from tui.widgets.asks.row_list import RowList
from tui.widgets.asks.rows import Row
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.panel_view import Page
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.classroom.hosting import HostedRoom

MORE = 0.5
"""How much more time is given at once, as a share."""
ROOM = len("away, half as much time again")


class PlayersScreen(MarkingScreen, HostingScreen):
    """All who have a seat; something is done for the one who is marked."""

    where = "players"
    BINDINGS = own_bindings(PLAYERS)

    def __init__(self, hosted: "HostedRoom") -> None:
        """The players of this room."""
        super().__init__(hosted)
        self._listed: tuple[Player, ...] = ()
        self.rows = RowList(room=ROOM)
        self.rows.can_focus = False

    def compose(self) -> ComposeResult:
        """Whose names these are, the names, the keys."""
        yield TitleLine("Players", "everybody who sees the projector sees this")
        with Column():
            yield self.rows
            yield Page(self._alike)
        yield KeyLine(PLAYERS)

    @property
    def _marked(self) -> Player | None:
        """The player whose row is marked, as they are now, if they still play."""
        if not self._listed:
            return None
        seat = self._listed[self.rows.cursor or 0].seat
        return next((player for player in self.hosted.room.playing if player.seat == seat), None)

    def draw_room(self) -> None:
        """List them as they are now, with the mark on who had it, or else on who is at that place now."""
        at, marked = self.rows.cursor or 0, self._marked
        self._listed = self.hosted.room.playing
        rows = [Row(player.name, "", word=self._fact(player), tinted=False) for player in self._listed]
        at = self._listed.index(marked) if marked else min(at, max(len(rows) - 1, 0))
        self.rows.show(rows or [Row("Nobody has a seat yet.")], cursor=at if rows else None)
        room = self.hosted.room
        self.query_one(TitleLine).left = f"Players: {room.taken} of {counted(room.seats, 'seat')}"
        self.query_one(Page).redraw()

    def _mark(self, seat: Seat) -> None:
        for at, player in enumerate(self._listed):
            if player.seat == seat:
                self.rows.point(at)

    def _alike(self, width: int) -> list[Line]:
        """Who may pass for somebody else."""
        groups = (" and ".join(group) for group in self.hosted.look_alikes())
        said = (f"These names look alike, and are not: {group}." for group in groups)
        return [line for each in said for line in ((), *wrap([Span(each, "dim")], width))]

    def _fact(self, player: Player) -> str:
        room = self.hosted.room
        here = "on paper" if player.on_paper else "" if player.present else "away"
        facts = [here] if here else []
        if room.phase is Phase.OPEN and room.current is not None:
            facts.append("answered" if player.seat in room.current.votes[-1] else "not yet")
        if player.more_time:
            facts.append("half as much time again")
        return ", ".join(facts)

    def action_add(self) -> None:
        """Ask for the name of a player on paper."""
        self.app.push_screen(NameScreen("Who plays on paper?", "give them a seat", self._add))

    def action_add_seats(self) -> None:
        """Make some more seats, and say how many there are."""

        def add() -> None:
            if self.hosted.turns_away:  # what is still said of it is no longer so
                self.app.clear_notifications()
            self.hosted.add_seats()
            routes(self).say(f"The room has {self.hosted.room.seats} seats now.")

        self.do(add)

    def action_rename(self) -> None:
        """Ask for another name."""
        if player := self._marked:
            take = partial(self._rename, player)
            self.app.push_screen(NameScreen(f"Another name for {player.name}?", "take this name", take, player.name))

    def action_more_time(self) -> None:
        """Give more time, or take it back."""
        if player := self._marked:
            self.do(partial(self.hosted.give_time, player.seat, 0.0 if player.more_time else MORE))

    def action_remove(self) -> None:
        """Remove the marked player, once that is sure."""
        if player := self._marked:
            remove = partial(self.do, partial(self.hosted.remove, player.seat))
            body = "The seat is void, and what they answered does not count."
            ask(self.app, f"Remove {player.name}?", body, [Way("b", "Back"), Way("r", "Remove them", remove)])

    def action_answer_for(self) -> None:
        """Type for a player on paper."""
        player, asked = self._marked, self.hosted.room.current
        if player is None or not player.on_paper:
            routes(self).say("You type for players on paper alone; a adds one.")
        elif asked is None or self.hosted.room.phase not in {Phase.OPEN, Phase.CLOSED}:
            routes(self).say("No question is open.")
        else:
            from tui.screens.answer_for import AnswerForScreen  # noqa: PLC0415  seldom

            self.app.push_screen(AnswerForScreen(self.hosted, player))

    def action_find(self) -> None:
        """Ask for a part of a name."""
        self.app.push_screen(NameScreen("Whose name has this in it?", "mark them; once more, the next", self._find))

    def _add(self, name: str) -> None:
        try:
            self._mark(self.hosted.add_on_paper(name))
        except (NameRefused, NotSeated, RoomError) as error:
            raise BadName(str(error).rstrip(".")) from None

    def _find(self, part: str) -> None:
        """Mark the next whose name has this in it, from the one who is marked."""
        after = (self.rows.cursor or 0) + 1
        from_there = (*self._listed[after:], *self._listed[:after])
        found = next((player for player in from_there if fold(part) in fold(player.name)), None)
        if found is None:
            raise BadName("No name has this in it")
        self._mark(found.seat)

    def _rename(self, player: Player, name: str) -> None:
        try:
            self.hosted.rename(player.seat, name)
        except (NameRefused, NotSeated, RoomError) as error:
            raise BadName(str(error).rstrip(".")) from None
