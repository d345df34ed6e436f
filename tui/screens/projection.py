"""What is projected of a room at each moment: its title, its page, and what the host's keys do now."""

from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from tui.classroom.room import VOTES, Phase
from tui.classroom.rounds import Round
from tui.commands import HOST, Command, named
from tui.drawing.room import (
    Lobby,
    lobby_lines,
    missing_lines,
    question_lines,
    ranking_lines,
    reveal_lines,
    shares_lines,
    turnout_lines,
    way_in_lines,
)
from tui.quiz.ask import Write
from tui.text import counted
from tui.typeset import Line, Span, cells, wrap

if TYPE_CHECKING:
    from tui.classroom.hosting import HostedRoom

PAUSED = "The room is paused. Time stands still, and no answers are taken; space goes on."
PICTURE = "i shows the picture for phones."
PASSED_OVER = "The question was dropped. It counts for nobody."
OVER = (
    "The room is over. Pupils see what they missed, and can take their answers home for as long as this is open. "
    "r shows the report; kruzhok report shows it later, too."
)
OVER_DEMO = "The room is over, and the made-up class has gone. r shows the report."
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
    Phase.OPEN: ("go_on", "pause", "missing", "players", "way_in", "pass_over"),
    Phase.CLOSED: ("go_on", "second_vote", "answers", "players", "way_in", "pass_over"),
    Phase.REVEALED: ("go_on", "accept", "show_panel", "ranking", "limit", "players", "way_in", "pass_over"),
    Phase.BETWEEN: ("go_on", "ranking", "limit", "players", "way_in"),
    Phase.ENDED: ("report", "ranking", "regrade", "names"),
}


class Projection:
    """One room as the class sees it; what of it is shown besides, the host says."""

    def __init__(self, hosted: "HostedRoom", lobby: Lobby) -> None:
        """At first names are shown, and nothing besides.

        Args:
            hosted: the room.
            lobby: how players come in.
        """
        self._hosted = hosted
        self._lobby = lobby
        self.names = True
        """Whether names may be seen."""
        self.over: Literal["", "ranking", "way in"] = ""
        """What stands in place of all else, if anything."""
        self.answers = False
        """Whether it is shown what was answered, before the key."""
        self.missing = False
        """Whether it is shown who has not answered yet."""

    @property
    def title(self) -> str:
        """Where the room is."""
        room = self._hosted.room
        if room.current is None:
            return room.began.title
        if room.phase is Phase.ENDED:
            return f"{room.began.title}: the end"
        vote = ", second vote" if room.current.vote > 1 else ""
        return f"Question {room.current.number} of {len(room.questions)}{vote}"

    def facts(self, width: int) -> str:
        """What is to be seen all the time: what is wrong, how many players there are, and where latecomers come in.

        Args:
            width: the cells of the line, which the title needs, too; without room, there is no address but the code.
        """
        room, trouble = self._hosted.room, self._hosted.trouble
        wrong = f"not saved: {trouble}   " if trouble else ""
        players = f"{counted(room.taken, 'player')}   "
        way_in = f"{self._lobby.addresses[0]}/{room.began.code}"
        said = (f"{wrong}{players}{way_in}", f"{wrong}{way_in}", f"{wrong}{players}{room.began.code}")
        free = width - cells(self.title) - 2
        return next((each for each in said if cells(each) <= free), said[-1])

    @property
    def keys(self) -> tuple[Command, ...]:
        """What the keys do at this moment."""
        if self.over == "way in":
            back = [replace(command, label="back", need=1) for command in named(HOST, "way_in", "leave")]
            return (back[0], *named(HOST, "help"), back[1])
        if self._hosted.room.paused_since is not None:
            shown = [replace(command, label="go on", need=1) for command in named(HOST, "pause")]
            shown += named(HOST, "way_in")
        else:
            shown = [
                replace(command, label=self._next) if command.name == "go_on" else command
                for command in named(HOST, *filter(self.applies, _KEYS[self._hosted.room.phase]))
            ]
        return (*shown, *named(HOST, "help", "leave"))

    def applies(self, name: str) -> bool:
        """Whether a command of this phase means something for the question that is asked."""
        room = self._hosted.room
        match name:
            case "second_vote":
                return room.current is not None and room.current.vote < VOTES
            case "accept":
                return room.current is not None and isinstance(room.ask_of(room.current), Write)
            case _:
                return True

    @property
    def _next(self) -> str:
        room = self._hosted.room
        done = room.phase in {Phase.REVEALED, Phase.BETWEEN} and not room.unasked
        return "end the room" if done else _NEXT[room.phase]

    def lines(self, width: int) -> list[Line]:
        """The page.

        Args:
            width: the cells of a line.
        """
        room = self._hosted.room
        if self.over == "way in":
            return lobby_lines(self._lobby, room, width, names=self.names)
        if self.over == "ranking":
            return [(Span("Ranking", "heading"),), (), *ranking_lines(room, width, names=self.names)]
        if room.phase is Phase.ENDED:
            return wrap([Span(OVER_DEMO if self._lobby.made_up else OVER)], width)
        if room.paused_since is not None:
            phones = [] if self._lobby.only_here else [(), *wrap([Span(PICTURE, "dim")], width)]
            return [*wrap([Span(PAUSED, "strong")], width), (), *way_in_lines(self._lobby, width), *phones]
        if room.current is None:
            return lobby_lines(self._lobby, room, width, names=self.names)
        return self._asked(room.current, width)

    def _asked(self, asked: Round, width: int) -> list[Line]:
        match self._hosted.room.phase:
            case Phase.REVEALED:
                return reveal_lines(self._hosted.room, asked, self._hosted.shares(), width)
            case Phase.OPEN | Phase.CLOSED:
                return [*question_lines(self._hosted.room, asked, width), *self._progress(asked, width)]
            case _:
                return wrap([Span(PASSED_OVER)], width)

    def _progress(self, asked: Round, width: int) -> list[Line]:
        hosted = self._hosted
        turnout = turnout_lines(hosted.answered(), hosted.seconds_left(), hosted.extra_time(), width)
        lines: list[Line] = [(), *turnout]
        if self.missing:
            lines += [(), *missing_lines(self._hosted.missing(), width)]
        if self._hosted.room.phase is Phase.CLOSED:
            lines += [(), (Span("Closed.", "strong"), Span(" No more answers are taken.", "dim"))]
            if self.answers:
                lines += [(), *shares_lines(self._hosted.shares(), self._hosted.room.ask_of(asked), width)]
        return lines
