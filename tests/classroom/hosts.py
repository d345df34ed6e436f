"""Rooms that are hosted, for tests: with clocks that are set, in a folder of their own."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from tests.classroom.rooms import choice, text
from tests.samples import SetClock, guide_of, lesson
from tui.classroom.events import Event, Scoring
from tui.classroom.hosting import HostedRoom, Rules
from tui.classroom.protocol import Answer, AskedAgain, NotTaken, Saved
from tui.classroom.room import Phase
from tui.classroom.timing import Clocks
from tui.classroom.words import Seat
from tui.guide.model import Guide
from tui.guide.words import Kind
from tui.quiz.ask import Response
from tui.quiz.question import Question


@dataclass
class SetClocks:
    """A wall clock and a steady one, which go together unless one is set."""

    wall: SetClock = field(default_factory=SetClock)
    """The wall clock."""
    steady: float = 100.0
    """What the steady clock says."""

    @property
    def both(self) -> Clocks:
        """As a room takes them."""
        return Clocks(self.wall, lambda: self.steady)

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self.wall.move(seconds=seconds)
        self.steady += seconds


def guide_with(*questions: Question) -> Guide[Question]:
    """A guide of one lesson that teaches what these questions test."""
    points = {str(point): Kind.POSITION for question in questions for point in question.tests}
    return guide_of((lesson("unions", 2, points),), questions)


class Hosted:
    """A hosted room, with what happened in it."""

    def __init__(self, folder: Path, *questions: Question, seats: int = 60, scoring: Scoring = Scoring.RIGHT) -> None:
        """A room with these questions, or with one to pick and one to type."""
        questions = questions or (choice(), text())
        self.clocks = SetClocks()
        self.folder = folder
        self.guide = guide_with(*questions)
        rules = Rules(seats=seats, scoring=scoring, seed="seed")
        self.host = HostedRoom.begin(self.guide, questions, folder, self.clocks.both, rules)
        self.heard: list[Event] = []
        self.host.subscribe(self.heard.append)

    @property
    def path(self) -> Path:
        """The room's log."""
        return next((self.folder / "rooms").iterdir())

    def phase(self) -> Phase:
        """What the room is doing now."""
        return self.host.room.phase

    def joins(self, *names: str) -> list[Seat]:
        """Players come in."""
        return [self.host.join(self.host.room.began.code, name).seat for name in names]

    def resumed(self, guide: Guide[Question] | None = None) -> HostedRoom:
        """The room after its host was killed."""
        return HostedRoom.resume(self.path, guide or self.guide, self.clocks.both)

    async def answers(
        self, seat: Seat, response: Response, answer: str = "1", vote: int | None = None
    ) -> Saved | AskedAgain | NotTaken:
        """A player answers the open question."""
        asked = self.host.room.current
        number, now = (asked.number, asked.vote) if asked else (1, 1)
        return await answered(self.host, seat, Answer(id=answer, round=number, vote=vote or now, response=response))


async def answered(host: HostedRoom, seat: Seat, message: Answer) -> Saved | AskedAgain | NotTaken:
    """What becomes of an answer, once it is known."""
    told: asyncio.Future[Saved | AskedAgain | NotTaken] = asyncio.get_running_loop().create_future()
    host.answer(seat, message, told.set_result)
    return await told
