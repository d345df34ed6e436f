"""A room as its host sees it: made to be projected, moved on by one key."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.app import ComposeResult

from tui.classroom.events import Event
from tui.classroom.happening import RoomError
from tui.classroom.report.making import report_of
from tui.classroom.room import VOTES, Phase
from tui.commands import HOST, Command, named
from tui.drawing.room import (
    Lobby,
    lobby_lines,
    missing_line,
    question_lines,
    ranking_lines,
    reveal_lines,
    shares_lines,
    turnout_line,
)
from tui.guide.errors import GuideError
from tui.quiz.ask import Write
from tui.screens.dialogs import Dialog, Way
from tui.screens.reading import ReadingScreen
from tui.screens.routes import routes
from tui.text import counted
from tui.typeset import Line, Span, wrap
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.panel_view import Page
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.classroom.hosting import HostedRoom
    from tui.classroom.server import RoomServer
    from tui.guide.model import Guide
    from tui.quiz.question import Question

LIMITS = (None, 20, 30, 45, 60, 90, 120)
"""How many seconds a question may be open; None: until the host closes it."""
TICK = 0.2
"""So often time does its part."""
_NEXT = {
    Phase.GATHERING: "begin",
    Phase.OPEN: "close",
    Phase.CLOSED: "show the key",
    Phase.REVEALED: "next question",
    Phase.BETWEEN: "next question",
    Phase.ENDED: "leave",
}
_KEYS = {
    Phase.GATHERING: ("go_on", "players", "limit", "names"),
    Phase.OPEN: ("go_on", "pause", "missing", "players", "pass_over"),
    Phase.CLOSED: ("go_on", "second_vote", "answers", "players", "pass_over"),
    Phase.REVEALED: ("go_on", "accept", "show_panel", "ranking", "limit", "players", "pass_over"),
    Phase.BETWEEN: ("go_on", "ranking", "limit", "players"),
    Phase.ENDED: ("report", "ranking", "regrade", "names"),
}
PAUSED = "The room is paused. Time stands still, and no answers are taken; space goes on."
OVER = (
    "The room is over. Pupils see what they missed, and can take their answers home for as long as this is open. "
    "r shows the report; kruzhok report shows it later, too."
)


class HostScreen(ReadingScreen):
    """One room, from the lobby to its end."""

    where = "host"
    BINDINGS = own_bindings(HOST)

    def __init__(
        self,
        hosted: "HostedRoom",
        lobby: Lobby,
        server: "RoomServer | None",
        read_guide: "Callable[[], Guide[Question]]",
        limit: int | None = None,
    ) -> None:
        """Host a room.

        Args:
            hosted: the room.
            lobby: how players come in.
            server: lets them in, while this screen is there; nobody does, if None.
            read_guide: reads the guide again.
            limit: how many seconds the questions are open.
        """
        super().__init__()
        self.hosted = hosted
        self._lobby = lobby
        self._server = server
        self._read_guide = read_guide
        self._limit = limit
        self._names = True
        self._ranking = self._answers = self._missing = False
        self._stop_listening: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """Where the room is, what the class sees, the keys."""
        yield TitleLine()
        with Column():
            yield Page(self._lines)
        yield KeyLine(())

    async def on_mount(self) -> None:
        """Let players in, and let time do its part."""
        self._stop_listening = self.hosted.subscribe(self._heard)
        self.set_interval(TICK, self._tick)
        self._tell()
        if self._server is not None:
            await self._server.start()

    async def on_unmount(self) -> None:
        """Let nobody in any more."""
        if self._stop_listening is not None:
            self._stop_listening()
        if self._server is not None:
            await self._server.stop()

    # --- what is shown

    @property
    def phase(self) -> Phase:
        """What the room is doing."""
        return self.hosted.room.phase

    def _heard(self, _: Event) -> None:
        self._tell()

    def _tick(self) -> None:
        self.hosted.tick()
        if self.phase is Phase.OPEN or self.hosted.trouble:
            self._tell()

    def _tell(self) -> None:
        if not self.query(KeyLine):  # it is being closed
            return
        room, title = self.hosted.room, self.query_one(TitleLine)
        title.left = self._title()
        trouble = f"not saved: {self.hosted.trouble}   " if self.hosted.trouble else ""
        title.right = f"{trouble}{counted(room.taken, 'player')}   {room.began.code}"
        self.query_one(Page).redraw()
        self.query_one(KeyLine).show(self._keys())

    def _title(self) -> str:
        room = self.hosted.room
        if room.current is None:
            return room.began.title
        if self.phase is Phase.ENDED:
            return f"{room.began.title}: the end"
        vote = ", second vote" if room.current.vote > 1 else ""
        return f"Question {room.current.number} of {len(room.questions)}{vote}"

    def _keys(self) -> tuple[Command, ...]:
        names = [name for name in _KEYS[self.phase] if self._applies(name)]
        shown = [
            replace(command, label=self._next_label()) if command.name == "go_on" else command
            for command in named(HOST, *names)
        ]
        if self.hosted.room.paused_since is not None:
            shown = [replace(command, label="go on", need=1) for command in named(HOST, "pause")]
        return (*shown, *named(HOST, "help", "leave"))

    def _next_label(self) -> str:
        if self.phase in {Phase.REVEALED, Phase.BETWEEN} and not self.hosted.room.unasked:
            return "end the room"
        return _NEXT[self.phase]

    def _applies(self, name: str) -> bool:
        asked = self.hosted.room.current
        if name == "second_vote":
            return asked is not None and asked.vote < VOTES
        if name == "accept":
            return asked is not None and isinstance(self.hosted.room.ask_of(asked), Write)
        return True

    def _lines(self, width: int) -> list[Line]:
        room = self.hosted.room
        if self._ranking:
            return [(Span("Ranking", "heading"),), (), *ranking_lines(room, width, names=self._names)]
        if self.phase is Phase.ENDED:
            return wrap([Span(OVER)], width)
        if room.paused_since is not None:
            return wrap([Span(PAUSED, "strong")], width)
        return self._round(width)

    def _round(self, width: int) -> list[Line]:
        room, asked = self.hosted.room, self.hosted.room.current
        if asked is None:
            return lobby_lines(self._lobby, room, width, names=self._names)
        match self.phase:
            case Phase.REVEALED:
                return reveal_lines(room, asked, self.hosted.shares(), width)
            case Phase.OPEN | Phase.CLOSED:
                return [*question_lines(room, asked, width), *self._progress(width)]
            case _:
                return wrap([Span("The question was dropped. It counts for nobody.")], width)

    def _progress(self, width: int) -> list[Line]:
        asked = self.hosted.room.current
        assert asked is not None
        lines: list[Line] = [(), turnout_line(self.hosted.answered(), self.hosted.seconds_left())]
        if self._missing:
            lines += [(), *missing_line(self.hosted.missing(), width)]
        if self.phase is Phase.CLOSED:
            lines += [(), (Span("Closed.", "strong"), Span(" No more answers are taken.", "dim"))]
            if self._answers:
                lines += [(), *shares_lines(self.hosted.shares(), self.hosted.room.ask_of(asked), width)]
        return lines

    # --- what the host does

    def _do(self, does: Callable[[], object]) -> None:
        """Do something that may not be possible just now, and say why if it is not."""
        try:
            does()
        except RoomError as error:
            routes(self).say(error.sentence)

    def action_go_on(self) -> None:
        """Do what comes next."""
        self._ranking = False
        room = self.hosted.room
        if room.paused_since is not None:
            self.action_pause()
            return
        match self.phase:
            case Phase.OPEN:
                self._do(self.hosted.close)
            case Phase.CLOSED:
                self._do(self.hosted.reveal)
            case Phase.ENDED:
                self.app.exit()
            case _ if not room.unasked:
                self.action_end()
            case _:
                self._missing = self._answers = False
                self._do(partial(self.hosted.open_next, self._limit))
                self.column.scroll_home(animate=False)
        self._tell()

    def action_second_vote(self) -> None:
        """Vote once more."""
        self._answers = False
        self._do(partial(self.hosted.second_vote, self._limit))

    def action_answers(self) -> None:
        """Show what was answered, or no longer."""
        self._answers = not self._answers
        self._tell()

    def action_missing(self) -> None:
        """Show who has not answered yet, or no longer."""
        self._missing = not self._missing
        self._tell()

    def action_ranking(self) -> None:
        """Show who has most, or no longer."""
        self._ranking = not self._ranking
        self._tell()

    def action_names(self) -> None:
        """Hide the names, or show them."""
        self._names = not self._names
        routes(self).say("Names are shown." if self._names else "Names are hidden. n shows them.")
        self._tell()

    def action_pause(self) -> None:
        """Let time stand still, or run on."""
        self._do(self.hosted.go_on if self.hosted.room.paused_since else self.hosted.pause)

    def action_pass_over(self) -> None:
        """Drop the question, once that is sure."""

        def decided(key: str | None) -> None:
            if key == "d":
                self._do(self.hosted.pass_over)

        ways = [Way("b", "Back"), Way("d", "Drop it")]
        body = "It counts for nobody, and its key is not shown."
        self.app.push_screen(Dialog("Drop this question?", body, ways), decided)

    def action_limit(self) -> None:
        """Say how long the next questions are open."""

        def decided(key: str | None) -> None:
            if key is not None and key != "b":
                self._limit = LIMITS[int(key) - 1]

        ways = [Way("b", "Back")]
        ways += [
            Way(str(number), "until you close it" if limit is None else f"{limit} seconds")
            for number, limit in enumerate(LIMITS, 1)
        ]
        marked = 1 + LIMITS.index(self._limit) if self._limit in LIMITS else 0
        self.app.push_screen(Dialog("How long are questions open?", "From the next one on.", ways, marked), decided)

    def action_players(self) -> None:
        """Show the players."""
        from tui.screens.players import PlayersScreen  # noqa: PLC0415  seldom

        self.app.push_screen(PlayersScreen(self.hosted))

    def action_accept(self) -> None:
        """Accept as right what some typed."""
        asked = self.hosted.room.current
        if asked is None or self.phase is not Phase.REVEALED or not self._applies("accept"):
            return
        groups = [each for each in self.hosted.typed_groups() if not each.right][:9]
        if not groups:
            routes(self).say("All that was typed is right, or nothing was.")
            return

        def decided(key: str | None) -> None:
            if key is not None and key != "b":
                self._do(partial(self.hosted.accept, asked.number, groups[int(key) - 1].folded))

        ways = [
            Way("b", "Back"),
            *(Way(str(number), f"{each.text}  ({each.count})") for number, each in enumerate(groups, 1)),
        ]
        body = "Whoever typed it has full credit, and is told so."
        self.app.push_screen(Dialog("Accept as right?", body, ways), decided)

    def action_show_panel(self) -> None:
        """Show the panel that teaches the question, once its key is shown."""
        from tui.screens.panel import PanelScreen  # noqa: PLC0415  seldom

        asked = self.hosted.room.current
        if asked is not None and self.phase is Phase.REVEALED:
            self.app.push_screen(PanelScreen(self.hosted.guide, asked.question))

    def action_regrade(self) -> None:
        """Grade anew by the questions as they read now."""
        try:
            done = self.hosted.regrade(self._read_guide())
        except GuideError as error:
            routes(self).say(str(error))
            return
        except RoomError as error:
            routes(self).say(error.sentence)
            return
        routes(self).say(" ".join(f"{line}." for line in done.in_words))

    def action_report(self) -> None:
        """Show the report."""
        from tui.screens.report import ReportScreen  # noqa: PLC0415  once, at the end

        if self.phase is Phase.ENDED:
            made = report_of(self.hosted.room, self.hosted.began_at, self.hosted.guide)
            routes(self).open_screen(ReportScreen(made, alone=False))

    def action_end(self) -> None:
        """End the room, once that is sure."""

        def decided(key: str | None) -> None:
            if key == "e":
                self._do(self.hosted.end)

        if self.phase is Phase.ENDED:
            return
        ways = [Way("s", "Stay"), Way("e", "End it")]
        body = "Everybody sees how it went. A question whose key was not shown counts for nobody."
        self.app.push_screen(Dialog("End the room?", body, ways), decided)

    def action_leave(self) -> None:
        """Leave; before the end, once that is sure."""
        if self.phase is Phase.ENDED:
            self.app.exit()
            return

        def decided(key: str | None) -> None:
            if key == "e":
                self._do(self.hosted.end)
            elif key == "l":
                self.app.exit()

        ways = [Way("s", "Stay"), Way("e", "End the room"), Way("l", "Leave, to go on later")]
        body = (
            f"kruzhok host --resume {self.hosted.room.began.code} goes on with it: the players keep seats and answers."
        )
        self.app.push_screen(Dialog("Leave the room?", body, ways), decided)
