"""What happens in a room. The log holds these, and a room is what they make of it."""

from enum import StrEnum

from msgspec import Struct

from tui.classroom.words import AnswerId, Nickname, RoomCode, RoomId, RoundNumber, Seat, TokenDigest
from tui.guide.words import GuideId
from tui.quiz.ask import Response
from tui.quiz.question import Question
from tui.text import Clean


class Scoring(StrEnum):
    """What a right answer earns."""

    RIGHT = "right"
    """Its credit, however long it took."""
    SPEED = "speed"
    """Its credit, and up to half as much again for being quick."""


class _Event(Struct, frozen=True, kw_only=True, tag=str.lower):
    pass


class Began(_Event, frozen=True, kw_only=True):
    """The room was made."""

    id: RoomId
    """Unique across machines."""
    code: RoomCode
    """What players type to find it."""
    guide: GuideId
    """The guide it is about."""
    title: Clean
    """The guide's title."""
    questions: tuple[Question, ...]
    """All that may be asked, in order, as it read when the room was made."""
    seed: str
    """Decides the order of options and items: one for the whole room."""
    seats: int
    """How many players it takes at most."""
    scoring: Scoring = Scoring.RIGHT
    """What a right answer earns."""
    port: int | None = None
    """Where it was first reached; None if that was not kept."""


class Joined(_Event, frozen=True, kw_only=True):
    """A player took a seat; they may come in late."""

    seat: Seat
    """Their place from now on."""
    name: Nickname
    """What they are called."""
    token: TokenDigest | None
    """What tells their secret; None for a paper player, for whom the host types."""


class Left(_Event, frozen=True, kw_only=True):
    """A player's connection is gone; seat and score stay theirs."""

    seat: Seat
    """Whose."""


class Rejoined(_Event, frozen=True, kw_only=True):
    """A player came back to their seat."""

    seat: Seat
    """Whose."""


class Renamed(_Event, frozen=True, kw_only=True):
    """A player is called otherwise."""

    seat: Seat
    """Whose."""
    name: Nickname
    """What they are called from now on."""


class Removed(_Event, frozen=True, kw_only=True):
    """The host removed a player: the seat is void, and what it answered does not count."""

    seat: Seat
    """Whose."""


class SeatsMade(_Event, frozen=True, kw_only=True):
    """The host said anew how many seats there are."""

    seats: int
    """How many players the room takes at most from now on."""


class Opened(_Event, frozen=True, kw_only=True):
    """A question was opened: the next round."""

    place: int
    """Which of the room's questions, counted from 0; none is opened twice."""
    limit: float | None = None
    """After how many seconds it closes; None: when the host closes it."""


class Answered(_Event, frozen=True, kw_only=True):
    """A player answered, or changed their answer."""

    seat: Seat
    """Whose."""
    round: RoundNumber
    """To which round."""
    vote: int
    """In which vote of it: 1, or 2 after a discussion."""
    answer: AnswerId
    """Which answer, as their device numbers them."""
    response: Response
    """What they did."""


class Closed(_Event, frozen=True, kw_only=True):
    """No more answers to the open round are taken, but what was on its way."""


class SecondVote(_Event, frozen=True, kw_only=True):
    """After a discussion the closed question is opened once more."""

    limit: float | None = None
    """After how many seconds it closes; None: when the host closes it."""


class Revealed(_Event, frozen=True, kw_only=True):
    """The key of the closed round was shown: the first moment at which any player may know it."""


class PassedOver(_Event, frozen=True, kw_only=True):
    """The host dropped the round, open or closed: it counts for nobody."""


class Paused(_Event, frozen=True, kw_only=True):
    """Time stands still: no answers are taken."""


class Continued(_Event, frozen=True, kw_only=True):
    """Time runs on."""


class TimeGiven(_Event, frozen=True, kw_only=True):
    """The host gave a player more time in every round with a limit."""

    seat: Seat
    """Whose."""
    share: float
    """How much more: 0.5 is half as much again."""


class Accepted(_Event, frozen=True, kw_only=True):
    """The host accepted what some typed as right: all who typed it have full credit."""

    round: RoundNumber
    """In which round."""
    fields: tuple[str, ...]
    """What was typed, a text for each field, folded as `tui.classroom.typed` folds it."""


class Regraded(_Event, frozen=True, kw_only=True):
    """The key was wrong: the round is graded by a later reading of its question."""

    round: RoundNumber
    """Which round."""
    question: Question
    """The question as it reads now: its id, and what it asks of players, are as they were."""


class Ended(_Event, frozen=True, kw_only=True):
    """The room is over."""


Event = (
    Began
    | Joined
    | Left
    | Rejoined
    | Renamed
    | Removed
    | SeatsMade
    | Opened
    | Answered
    | Closed
    | SecondVote
    | Revealed
    | PassedOver
    | Paused
    | Continued
    | TimeGiven
    | Accepted
    | Regraded
    | Ended
)
"""Anything that happens in a room."""
