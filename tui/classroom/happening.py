"""What happens in a room: `apply(room, event, at)` gives the next state, and nothing else changes a room."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec.structs import replace

from tui.classroom.events import (
    Accepted,
    Answered,
    Began,
    Closed,
    Continued,
    Ended,
    Event,
    Joined,
    Left,
    Opened,
    PassedOver,
    Paused,
    Regraded,
    Rejoined,
    Removed,
    Renamed,
    Revealed,
    SeatsMade,
    SecondVote,
    TimeGiven,
)
from tui.classroom.limits import MOST_SEATS
from tui.classroom.players import Player
from tui.classroom.room import VOTES, Phase, Room
from tui.classroom.rounds import CHANGES, Given, Round, Vote
from tui.classroom.words import RoundNumber, Seat
from tui.quiz.ask import Write, fits
from tui.text import sentence


class RoomError(Exception):
    """An event that cannot happen in this state of a room; the message says why, without a full stop."""

    @property
    def sentence(self) -> str:
        """The message, as it is said to people."""
        return sentence(str(self))


def begin(event: Began) -> Room:
    """A room in which nothing has happened yet.

    Args:
        event: what it is made of.

    Raises:
        RoomError: there is nothing to ask in it.
    """
    _require(bool(event.questions), "a room needs at least one question")
    return Room(event)


def replay(events: Iterable[tuple[Event, datetime]]) -> Room:
    """The room that a log makes.

    Args:
        events: all that happened, in order, each with its time.

    Raises:
        RoomError: it cannot have happened.
    """
    coming = iter(events)
    first = next(coming, None)
    if first is None or not isinstance(first[0], Began):
        raise RoomError("a room begins with what it is made of")
    room = begin(first[0])
    for event, at in coming:
        room = apply(room, event, at)
    return room


def apply(room: Room, event: Event, at: datetime) -> Room:
    """The room after an event.

    Args:
        room: the room before it.
        event: what happened.
        at: when, by the host's steady clock.

    Raises:
        RoomError: it cannot happen now.
    """
    if isinstance(event, Answered):  # before all else: a thousand come in one moment
        return _answered(room, event, at)
    if room.phase is Phase.ENDED and not isinstance(event, Left | Accepted | Regraded):
        raise RoomError("the room is over")
    match event:
        case Began():
            raise RoomError("the room was made already")
        case Joined() | Left() | Rejoined() | Renamed() | Removed() | TimeGiven():
            return _with_seat(room, event)
        case SeatsMade():
            return _with_seats(room, event)
        case Opened() | Closed() | SecondVote() | Revealed() | PassedOver():
            return _with_question(room, event, at)
        case Accepted() | Regraded():
            return _with_grading(room, event, at)
        case Paused() | Continued() | Ended():
            return _with_time(room, event, at)


def _with_seat(room: Room, event: Joined | Left | Rejoined | Renamed | Removed | TimeGiven) -> Room:
    match event:
        case Joined():
            return _joined(room, event)
        case Left():
            return _left(room, event)
        case Rejoined():
            return _rejoined(room, event)
        case Renamed():
            return _renamed(room, event)
        case Removed():
            return _removed(room, event)
        case TimeGiven():
            return _time_given(room, event)


def _with_question(room: Room, event: Opened | Closed | SecondVote | Revealed | PassedOver, at: datetime) -> Room:
    match event:
        case Opened():
            return _opened(room, event, at)
        case Closed():
            return _closed(room, at)
        case SecondVote():
            return _second_vote(room, event, at)
        case Revealed():
            return _revealed(room)
        case PassedOver():
            return _passed_over(room, at)


def _with_grading(room: Room, event: Accepted | Regraded, at: datetime) -> Room:
    match event:
        case Accepted():
            return _accepted(room, event, at)
        case Regraded():
            return _regraded(room, event, at)


def _with_time(room: Room, event: Paused | Continued | Ended, at: datetime) -> Room:
    match event:
        case Paused():
            return _paused(room, at)
        case Continued():
            return _continued(room, at)
        case Ended():
            return _ended(room, at)


def _joined(room: Room, event: Joined) -> Room:
    _require(event.seat not in room.players, "this seat was taken before")
    _require(room.taken < room.seats, "every seat is taken")
    _require_free(room, event.name)
    number = len(room.rounds) + (room.phase is not Phase.OPEN)
    player = Player(event.seat, event.name, event.token, RoundNumber(max(number, 1)), present=event.token is not None)
    return _with_player(room, player)


def _left(room: Room, event: Left) -> Room:
    return _with_player(room, replace(_player(room, event.seat), present=False))


def _rejoined(room: Room, event: Rejoined) -> Room:
    player = _player(room, event.seat)
    _require(not player.on_paper, "nobody comes back to a seat on paper")
    return _with_player(room, replace(player, present=True))


def _renamed(room: Room, event: Renamed) -> Room:
    _require_free(room, event.name, event.seat)
    return _with_player(room, replace(_player(room, event.seat), name=event.name))


def _removed(room: Room, event: Removed) -> Room:
    return _with_player(room, replace(_player(room, event.seat), present=False, removed=True))


def _with_seats(room: Room, event: SeatsMade) -> Room:
    _require(event.seats <= MOST_SEATS, f"a room has up to {MOST_SEATS} seats")
    _require(event.seats >= room.taken, f"{room.taken} seats are taken")
    return replace(room, seats_made=event.seats)


def _time_given(room: Room, event: TimeGiven) -> Room:
    _require(event.share >= 0, "time is given, not taken")
    return _with_player(room, replace(_player(room, event.seat), more_time=event.share))


def _opened(room: Room, event: Opened, at: datetime) -> Room:
    _require(room.phase not in {Phase.OPEN, Phase.CLOSED}, "another question is open")
    _require_going(room)
    _require(event.place in room.unasked, "this question was asked already, or is none of the room's")
    _require_limit(event.limit)
    number = RoundNumber(len(room.rounds) + 1)
    asked = Round(number, event.place, room.questions[event.place], at, event.limit)
    return replace(room, phase=Phase.OPEN, rounds=(*room.rounds, asked))


def _answered(room: Room, event: Answered, at: datetime) -> Room:
    player, asked = _player(room, event.seat), room.current
    if asked is None or (event.round, event.vote) != (asked.number, asked.vote):
        raise RoomError("this question is not open")
    before = asked.votes[-1].of(event.seat)
    if before is not None and before.holds(event.answer):
        return room
    stands = room.paused_since is not None and asked.closed is None
    _require(room.takes_answers_of(player, at), "the room is paused" if stands else "this question is closed")
    _require(fits(room.ask_of(asked), event.response), "this answer does not fit the question")
    took = max((at - asked.opened - asked.paused).total_seconds(), 0.0)
    changed = () if before is None else (before.answer, *before.changed[: CHANGES - 1])
    vote = asked.votes[-1].having(event.seat, Given(event.answer, event.response, took, changed))
    return _with_current(room, replace(asked, votes=(*asked.votes[:-1], vote)))


def _closed(room: Room, at: datetime) -> Room:
    asked = _current_in(room, Phase.OPEN)
    _require_going(room)
    return replace(_with_current(room, replace(asked, closed=at)), phase=Phase.CLOSED)


def _second_vote(room: Room, event: SecondVote, at: datetime) -> Room:
    asked = _current_in(room, Phase.CLOSED)
    _require_going(room)
    _require(asked.vote < VOTES, "this question was voted on twice")
    _require_limit(event.limit)
    again = replace(
        asked,
        first_opened=asked.opened,
        first_limit=asked.limit,
        opened=at,
        limit=event.limit,
        votes=(*asked.votes, Vote()),
        paused=timedelta(0),
        closed=None,
    )
    return replace(_with_current(room, again), phase=Phase.OPEN)


def _revealed(room: Room) -> Room:
    asked = _current_in(room, Phase.CLOSED)
    _require_going(room)
    return replace(_with_current(room, replace(asked, revealed=True)), phase=Phase.REVEALED)


def _passed_over(room: Room, at: datetime) -> Room:
    asked = _current_in(room, Phase.OPEN, Phase.CLOSED, Phase.REVEALED)
    dropped = replace(asked, passed_over=True, closed=asked.closed or at, former=asked.counted_until(at))
    return replace(_with_current(room, dropped), phase=Phase.BETWEEN)


def _paused(room: Room, at: datetime) -> Room:
    _require_going(room)
    return replace(room, paused_since=at)


def _continued(room: Room, at: datetime) -> Room:
    if room.paused_since is None:
        raise RoomError("nothing is paused")
    away, asked = max(at - room.paused_since, timedelta(0)), room.current
    if asked is not None and room.phase is Phase.OPEN:
        room = _with_current(room, replace(asked, paused=asked.paused + away))
    return replace(room, paused_since=None)


def _accepted(room: Room, event: Accepted, at: datetime) -> Room:
    asked = _round(room, event.round)
    _require(asked.closed is not None, "this question is still open")
    _require(isinstance(room.ask_of(asked), Write), "only what was typed can be accepted")
    accepted = asked.accepted | {event.fields}
    return _with_round(room, replace(asked, accepted=accepted, former=asked.counted_until(at)))


def _regraded(room: Room, event: Regraded, at: datetime) -> Room:
    asked = _round(room, event.round)
    _require(asked.closed is not None, "this question is still open")
    _require(event.question.id == asked.question.id, "this is another question")
    ask = event.question.ask(room.began.seed)
    given = (each.response for vote in asked.votes for each in vote.values())
    _require(all(fits(ask, each) for each in given), "what was answered does not fit the question any more")
    _require(fits(room.ask_of(asked), event.question.key), "its right answer was not offered when it was asked")
    return _with_round(room, replace(asked, regraded=event.question, former=asked.counted_until(at)))


def _ended(room: Room, at: datetime) -> Room:
    """What was not revealed counts for nobody."""
    asked = room.current
    if asked is not None and not asked.revealed:
        room = _with_current(room, replace(asked, passed_over=True, closed=asked.closed or at))
    return replace(room, phase=Phase.ENDED, paused_since=None)


def _player(room: Room, seat: Seat) -> Player:
    player = room.players.get(seat)
    if player is None or player.removed:
        raise RoomError("nobody has this seat")
    return player


def _round(room: Room, number: RoundNumber) -> Round:
    _require(1 <= number <= len(room.rounds), "there was no such round")
    return room.rounds[number - 1]


def _current_in(room: Room, *phases: Phase) -> Round:
    if room.current is None or room.phase not in phases:
        raise RoomError(f"no question is {' or '.join(phases)}")
    return room.current


def _with_player(room: Room, player: Player) -> Room:
    return replace(room, players={**room.players, player.seat: player})


def _with_current(room: Room, asked: Round) -> Room:
    return replace(room, rounds=(*room.rounds[:-1], asked))


def _with_round(room: Room, asked: Round) -> Room:
    place = asked.number - 1
    return replace(room, rounds=(*room.rounds[:place], asked, *room.rounds[place + 1 :]))


def _require_free(room: Room, name: str, own: Seat | None = None) -> None:
    taken = any(each.name.casefold() == name.casefold() for each in room.playing if each.seat != own)
    _require(not taken, "somebody here is called that")


def _require_going(room: Room) -> None:
    _require(room.paused_since is None, "the room is paused")


def _require_limit(limit: float | None) -> None:
    _require(limit is None or limit > 0, "a limit is more than 0 seconds")


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RoomError(otherwise)
