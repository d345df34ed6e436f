"""Rooms made by hand, for tests of what follows from them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from tests.samples import START
from tui.classroom.events import Answered, Began, Closed, Event, Joined, Opened, Revealed, Scoring, SecondVote
from tui.classroom.happening import apply, begin
from tui.classroom.room import Room
from tui.classroom.words import AnswerId, Nickname, RoomCode, RoomId, RoundNumber, Seat, TokenDigest
from tui.guide.words import GuideId, KeyPointId, Kind, QuestionId
from tui.quiz.ask import Picked, Response, Skipped, Written
from tui.quiz.question import Distractor, Question
from tui.quiz.types.choice import Choice
from tui.quiz.types.text import Text
from tui.text import Clean

SKIP = Skipped()


def choice(name: str = "who", *, tests: str = "point") -> Choice:
    """A question with the options right, near and far."""
    return Choice(
        id=QuestionId(name),
        kind=Kind.POSITION,
        tests=(KeyPointId(tests),),
        question=Clean(f"{name}?"),
        answer=Clean("right"),
        distractors=(Distractor(choice=Clean("near"), why=Clean("Not quite.")), Distractor(choice=Clean("far"))),
    )


def text(name: str = "name", *, tests: str = "point") -> Text:
    """A question to which one types the name Kollontai."""
    return Text(
        id=QuestionId(name),
        kind=Kind.PERSON,
        tests=(KeyPointId(tests),),
        question=Clean(f"{name}?"),
        answer=Clean("Kollontai"),
    )


def began(*questions: Question, seats: int = 60, scoring: Scoring = Scoring.RIGHT) -> Began:
    """What a room with these questions is made of."""
    return Began(
        id=RoomId(UUID(int=1)),
        code=RoomCode("KRUZHK"),
        guide=GuideId("sample"),
        title=Clean("A sample"),
        questions=questions or (choice(),),
        seed="seed",
        seats=seats,
        scoring=scoring,
    )


def joined(name: str) -> Joined:
    """A player who comes in, in the seat of their name."""
    return Joined(seat=Seat(name), name=Nickname(Clean(name)), token=TokenDigest(f"digest of {name}"))


def answered(name: str, response: Response, number: int = 1, vote: int = 1, answer: str = "1") -> Answered:
    """A player's answer."""
    return Answered(seat=Seat(name), round=RoundNumber(number), vote=vote, answer=AnswerId(answer), response=response)


def picked(option: str) -> Picked:
    """One option, picked."""
    return Picked((option,))


def typed(words: str) -> Written:
    """One field, filled."""
    return Written((words,))


class Class:
    """A class in a room: what happens, second by second."""

    def __init__(
        self, *questions: Question, names: str = "", seats: int = 60, scoring: Scoring = Scoring.RIGHT
    ) -> None:
        """A room with players of these names."""
        self.log: list[tuple[Event, datetime]] = [(began(*questions, seats=seats, scoring=scoring), START)]
        self.room: Room = begin(began(*questions, seats=seats, scoring=scoring))
        for name in names.split():
            self.does(joined(name), after=0)

    @property
    def now(self) -> datetime:
        """When the last thing happened."""
        return self.log[-1][1]

    def does(self, *events: Event, after: float = 1) -> "Class":
        """These things happen, each so many seconds after the one before."""
        for event in events:
            at = self.now + timedelta(seconds=after)
            self.room = apply(self.room, event, at)
            self.log.append((event, at))
        return self

    def asks(
        self, place: int, answers: Mapping[str, Response], second: Mapping[str, Response] | None = None
    ) -> "Class":
        """A question is asked, answered, voted on again if so, and revealed."""
        self.does(Opened(place=place))
        number = len(self.room.rounds)
        self.does(*(answered(name, each, number) for name, each in answers.items()), Closed())
        if second is not None:
            again = (answered(name, each, number, vote=2, answer="2") for name, each in second.items())
            self.does(SecondVote(), *again, Closed())
        return self.does(Revealed())
