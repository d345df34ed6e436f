"""A room as its host sees it: made to be projected, moved on by one key."""

from collections.abc import Callable
from functools import partial
from itertools import chain, repeat
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.classroom.report.making import report_of
from tui.classroom.room import Phase
from tui.commands import DIGITS, HOST
from tui.drawing.room import Lobby
from tui.guide.errors import GuideError
from tui.screens.dialogs import Dialog, Way, ask
from tui.screens.hosting import HostingScreen
from tui.screens.projection import Projection
from tui.screens.routes import LONG_ENOUGH, routes
from tui.text import ended
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.panel_view import Page
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.classroom.company import Serving
    from tui.classroom.hosting import HostedRoom
    from tui.guide.model import Guide
    from tui.quiz.question import Question

LIMITS = (None, 20, 30, 45, 60, 90, 120)
"""How many seconds a question may be open; None: until the host closes it."""
NAMES_SHOWN = "Names are shown in the lobby and the ranking."
NAMES_HIDDEN = (
    "Names are hidden in the lobby and the ranking. p and w still show them to everybody who sees the projector. "
    "n shows them everywhere again."
)
NAMES_READ = 8
"""For how many seconds that is said."""
FULL = "Every seat is taken, and somebody would come in. p lists the players; there s makes ten more seats."
"""Said once the room has turned somebody away."""
TICK = 0.2
"""How many seconds pass until time does its part again."""


class HostScreen(HostingScreen):
    """One room, from the lobby to its end."""

    where = "host"
    BINDINGS = own_bindings(HOST)

    def __init__(
        self,
        hosted: "HostedRoom",
        lobby: Lobby,
        server: "Serving | None",
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
        super().__init__(hosted)
        self._shown = Projection(hosted, lobby)
        self._made_up = lobby.made_up
        self._server = server
        self._read_guide = read_guide
        self._limit = limit
        self._leaving: Dialog | None = None
        self._told_full = False

    def compose(self) -> ComposeResult:
        """Where the room is, what the class sees, the keys."""
        yield TitleLine()
        with Column():
            yield Page(self._shown.lines)
        yield KeyLine(())

    async def on_mount(self) -> None:
        """Let players in, and let time do its part."""
        self.set_interval(TICK, self._tick)
        if self.hosted.loss:
            routes(self).say(ended(self.hosted.loss), LONG_ENOUGH)
        if self._server is not None:
            await self._server.start()

    async def on_unmount(self) -> None:
        """Let nobody in any more."""
        if self._server is not None:
            await self._server.stop()

    def _tick(self) -> None:
        self.hosted.tick()
        if self.hosted.turns_away and not self._told_full:
            routes(self).say(FULL, LONG_ENOUGH)
        self._told_full = self.hosted.turns_away
        counting = self.phase is Phase.OPEN and self.hosted.seconds_left() is not None
        if counting or self.query_one(TitleLine).right != self._facts:
            self.show_room()

    @property
    def _facts(self) -> str:
        return self._shown.facts(self.app.size.width - 2)  # the line has a blank at each end

    @property
    def phase(self) -> Phase:
        """What the room is doing."""
        return self.hosted.room.phase

    def draw_room(self) -> None:
        """Draw the room as it is now."""
        if self.phase is Phase.ENDED and self._shown.over == "way in":
            self._shown.over = ""
        title = self.query_one(TitleLine)
        title.left, title.right = self._shown.title, self._facts
        self.query_one(Page).redraw()
        self.query_one(KeyLine).show(self._shown.keys)

    # --- what the host does

    def action_go_on(self) -> None:
        """Do what comes next."""
        if self._shown.over == "way in":  # what goes on under it is out of sight
            self.action_way_in()
            return
        self._shown.over = ""
        room = self.hosted.room
        if room.paused_since is not None:
            self.action_pause()
            return
        match self.phase:
            case Phase.OPEN:
                self.do(self.hosted.close)
            case Phase.CLOSED:
                self.do(self.hosted.reveal)
            case Phase.ENDED:
                self.app.exit()
            case _ if not room.unasked:
                self.action_end()
            case _:
                self._shown.missing = self._shown.answers = False
                self.do(partial(self.hosted.open_next, self._limit))
                self.column.scroll_home(animate=False)
        self.show_room()

    def action_second_vote(self) -> None:
        """Vote once more."""
        self._shown.answers = False
        self._shown.over = ""
        self.do(partial(self.hosted.second_vote, self._limit))

    def action_answers(self) -> None:
        """Show what was answered, or no longer."""
        self._shown.answers = not self._shown.answers
        self.show_room()

    def action_missing(self) -> None:
        """Show who has not answered yet, or no longer."""
        self._shown.missing = not self._shown.missing
        self.show_room()

    def action_ranking(self) -> None:
        """Show who has most, or no longer."""
        self._shown.over = "" if self._shown.over == "ranking" else "ranking"
        self.show_room()

    def action_way_in(self) -> None:
        """Show how to come in, or no longer; in the lobby that is shown already, and after the end nobody does."""
        if self.phase not in {Phase.GATHERING, Phase.ENDED}:
            self._shown.over = "" if self._shown.over == "way in" else "way in"
            self.column.scroll_home(animate=False)
            self.show_room()

    def action_names(self) -> None:
        """Hide the names, or show them."""
        self._shown.names = not self._shown.names
        routes(self).say(NAMES_SHOWN if self._shown.names else NAMES_HIDDEN, NAMES_READ)
        self.show_room()

    def action_pause(self) -> None:
        """Let time stand still, or run on."""
        self.do(self.hosted.go_on if self.hosted.room.paused_since else self.hosted.pause)

    def action_pass_over(self) -> None:
        """Drop the question, once that is sure."""
        drop = partial(self.do, self.hosted.pass_over)
        body = "It counts for nobody, and its key is not shown."
        ask(self.app, "Drop this question?", body, [Way("b", "Back"), Way("d", "Drop it", drop)])

    def action_limit(self) -> None:
        """Say how long the next questions are open."""

        def take(limit: int | None) -> None:
            self._limit = limit

        lengths = [
            Way(str(number), "until you close it" if limit is None else f"{limit} seconds", partial(take, limit))
            for number, limit in enumerate(LIMITS, 1)
        ]
        marked = 1 + LIMITS.index(self._limit) if self._limit in LIMITS else 0
        head = "How long are questions open?"
        ask(self.app, head, "From the next one on.", [Way("b", "Back"), *lengths], marked)

    def action_players(self) -> None:
        """Show the players."""
        from tui.screens.players import PlayersScreen  # noqa: PLC0415  seldom

        self.app.push_screen(PlayersScreen(self.hosted))

    def action_accept(self) -> None:
        """Accept as right what some typed."""
        asked = self.hosted.room.current
        if asked is None or self.phase is not Phase.REVEALED or not self._shown.applies("accept"):
            return
        groups = [each for each in self.hosted.typed_groups() if not each.right]
        if not groups:
            routes(self).say("All that was typed is right, or nothing was.")
            return
        typed = [
            Way(
                key,
                f"{each.text}  ({each.count})",
                partial(self.do, partial(self.hosted.accept, asked.number, each.folded)),
            )
            for key, each in zip(chain(DIGITS, repeat("")), groups, strict=False)
        ]
        body = "Whoever typed it has full credit, and is told so."
        ask(self.app, "Accept as right?", body, [Way("b", "Back"), *typed])

    def action_show_panel(self) -> None:
        """Show the panel that teaches the question, once its key is shown."""
        from tui.screens.panel import PanelScreen  # noqa: PLC0415  seldom

        asked = self.hosted.room.current
        if asked is not None and self.phase is Phase.REVEALED:
            self.app.push_screen(PanelScreen(self.hosted.guide, asked.question))

    def action_regrade(self) -> None:
        """Grade anew by the questions as they read now."""
        try:
            guide = self._read_guide()
        except GuideError as error:
            routes(self).say(str(error))
            return
        self.do(lambda: routes(self).say(" ".join(f"{line}." for line in self.hosted.regrade(guide).in_words)))

    def action_report(self) -> None:
        """Show the report."""
        from tui.screens.report import ReportScreen  # noqa: PLC0415  once, at the end

        if self.phase is Phase.ENDED:
            made = report_of(self.hosted.room, self.hosted.began_at, self.hosted.guide)
            routes(self).open_screen(ReportScreen(made, alone=False))

    def action_end(self) -> None:
        """End the room, once that is sure."""
        if self.phase is not Phase.ENDED:
            end = partial(self.do, self.hosted.end)
            body = "Everybody sees how it went. A question whose key was not shown counts for nobody."
            ask(self.app, "End the room?", body, [Way("s", "Stay"), Way("e", "End it", end)])

    def action_leave(self) -> None:
        """Leave; before the end, once that is sure. From the way in, go back."""
        if self._shown.over == "way in":
            self.action_way_in()
        elif not self.ask_to_leave():
            self.app.exit()

    def ask_to_leave(self, besides: str = "") -> bool:
        """Ask whether to leave, unless the room is over.

        Args:
            besides: what else to know before deciding.

        Returns:
            Whether that is asked now; not if it is asked already.
        """
        if self.phase is Phase.ENDED or self._leaving in self.app.screen_stack:
            return False
        leave = "Leave" if self._made_up else "Leave, to go on later"
        ways = [
            Way("s", "Stay"),
            Way("e", "End the room", partial(self.do, self.hosted.end)),
            Way("l", leave, self.app.exit),
        ]
        code = self.hosted.room.began.code
        body = f"kruzhok host --resume {code} goes on with it: the players keep seats and answers."
        if self._made_up:
            body = "The made-up class goes with you. End the room first, and you can see its report."
        self._leaving = ask(self.app, "Leave the room?", "\n".join(filter(None, (body, besides))), ways)
        return True
