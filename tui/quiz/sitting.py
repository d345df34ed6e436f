"""One quiz being taken, as plain data: `apply(event, at)` gives the next state, and nothing else changes it.

In practice a question that was not fully right comes back `APART` questions later, or at the end where fewer are
left, with its options in another order, until it was right once, or came back so often that it is left for a review.
In an exam nothing comes back.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tui.guide.words import QuestionId
from tui.quiz.ask import Written
from tui.quiz.events import (
    APART,
    Answered,
    Began,
    CameBack,
    Doubted,
    Event,
    Flagged,
    HandedIn,
    Left,
    Mode,
    Moved,
    Overruled,
    TakenBack,
    TimeRanOut,
    WentOn,
)
from tui.quiz.turn import Ending, Position, Turn
from tui.quiz.verdict import Grade, overruled

__all__ = ["Ending", "Mode", "Position", "Sitting", "SittingError", "Turn", "begin", "replay"]


class SittingError(Exception):
    """An event that cannot happen in this state of a sitting."""


@dataclass(frozen=True)
class Sitting:
    """One quiz being taken. Made by `begin` or `replay`."""

    mode: Mode
    """Practice or exam."""
    seed: str
    """Decides the order of options."""
    started: datetime
    """When it began."""
    limit: timedelta | None
    """How long an exam may take."""
    turns: tuple[Turn, ...]
    """All askings, done and to come, in order."""
    at: int = 0
    """The current turn's place among the turns."""
    ended: datetime | None = None
    """When it ended; a run-out exam ended at its deadline, whenever that was noticed."""
    ending: Ending | None = None
    """How it ended."""
    last: int | None = None
    """The turn whose answer can be taken back."""
    away: timedelta = timedelta(0)
    """For how long a practice was cut off, which is no time taken; an exam's clock runs on."""
    minutes: int | None = None
    """For how many minutes a review is meant; None for what is no review."""
    proves: bool = False
    """Whether it is to prove that a lesson is known."""
    drills: bool = False
    """Whether it drills what the learner mixed up."""
    returns: int | None = None
    """How often a missed question comes back at most; None: until it was right."""

    @property
    def current(self) -> Turn:
        """The turn that is being asked, or was last."""
        return self.turns[self.at]

    @property
    def name(self) -> str:
        """What such a sitting is called: an exam, a review (which has its minutes), a drill or a quiz."""
        if self.mode is Mode.EXAM:
            return "exam"
        if self.drills:
            return "drill"
        return "quiz" if self.minutes is None else "review"

    @property
    def finished(self) -> bool:
        """Whether it has ended: nothing can happen any more."""
        return self.ended is not None

    @property
    def position(self) -> Position:
        """Where the learner is, counted in different questions."""
        firsts = [not turn.again for turn in self.turns]
        return Position(max(1, sum(firsts[: self.at + 1])), sum(firsts))

    @property
    def settled(self) -> int:
        """How many different questions need no more asking."""
        return self.position.of - len({self.turns[place].question for place in self.left_open})

    @property
    def comes_back(self) -> bool:
        """Whether the current question is still to be asked once more."""
        return any(turn.question == self.current.question for turn in self.turns[self.at + 1 :])

    @property
    def returning(self) -> int:
        """How many missed questions are still to come back after the current turn."""
        return sum(turn.again for turn in self.turns[self.at + 1 :])

    @property
    def left_over(self) -> tuple[QuestionId, ...]:
        """The questions of a practice that were missed too often, and are left for a review."""
        if self.mode is Mode.EXAM:
            return ()
        rest = {turn.question for turn in self.turns if turn.right or turn.passed_over or turn.response is None}
        return tuple(dict.fromkeys(turn.question for turn in self.turns if turn.question not in rest))

    @property
    def left_open(self) -> tuple[int, ...]:
        """The places of the turns that have no response yet."""
        return tuple(place for place, turn in enumerate(self.turns) if turn.response is None)

    @property
    def first_askings(self) -> tuple[Turn, ...]:
        """Each question's first asking, if it was answered; of an exam that has ended, whether it was or not."""
        every = self.mode is Mode.EXAM and self.finished
        return tuple(turn for turn in self.turns if not turn.again and (every or turn.response is not None))

    @property
    def counted(self) -> tuple[Turn, ...]:
        """The turns that the result counts: the first askings, in practice without a recall that was passed over."""
        every = self.mode is Mode.EXAM
        return tuple(turn for turn in self.first_askings if every or not turn.passed_over)

    @property
    def missed(self) -> tuple[QuestionId, ...]:
        """The questions that were not fully right when first asked; in an exam known only after the end."""
        if self.mode is Mode.EXAM and not self.finished:
            return ()
        return tuple(turn.question for turn in self.counted if not turn.right)

    @property
    def has_proved(self) -> bool:
        """Whether it has proved that its lesson is known: every question was fully right when first asked."""
        return self.proves and self.ending is Ending.COMPLETED and not self.missed

    @property
    def doubt(self) -> str | None:
        """What the learner finds doubtful about the current question, said now or when it was asked before."""
        said = (turn.doubt for turn in reversed(self.turns) if turn.question == self.current.question)
        return next((word for word in said if word is not None), None)

    @property
    def can_take_back(self) -> bool:
        """Whether there is an answer to take back: the last one given, in practice, before the next is given."""
        return self.last is not None and not self.finished

    @property
    def can_overrule(self) -> bool:
        """Whether the learner may say "I was right": of what they typed, in practice, while its verdict is shown."""
        turn = self.current
        return (
            self.mode is Mode.PRACTICE
            and not self.finished
            and isinstance(turn.response, Written)
            and turn.verdict is not None
            and turn.verdict.grade in {Grade.WRONG, Grade.PARTLY}
            and not turn.verdict.overruled
            and (not turn.verdict.parts or Grade.WRONG in turn.verdict.parts)
        )

    @property
    def deadline(self) -> datetime | None:
        """When an exam's time runs out."""
        return None if self.limit is None else self.started + self.limit

    def time_left(self, at: datetime) -> timedelta | None:
        """How much of an exam's time is left; None without a limit.

        Args:
            at: now, or any other moment; after the end, the end is taken instead.
        """
        if self.deadline is None:
            return None
        return max(self.deadline - (self.ended or at), timedelta(0))

    def apply(self, event: Event, at: datetime) -> "Sitting":
        """The sitting after an event.

        Args:
            event: what happened.
            at: when, with its time zone.

        Raises:
            SittingError: it cannot happen in this state. The sitting stays as it was.
        """
        _require(not self.finished, "the sitting has ended")
        _require(at.tzinfo is not None, "a time without its time zone")
        out = self.deadline is not None and at >= self.deadline
        if isinstance(event, TimeRanOut):
            _require(out, "there is time left")
            return replace(self, ended=self.deadline, ending=Ending.TIME_RAN_OUT)
        _require(not out, "the time has run out")
        return _apply_in_time(self, event, at)


def begin(event: Began, at: datetime) -> Sitting:
    """A new sitting, at its first question.

    Raises:
        SittingError: no question, one question twice, or a limit that fits no exam.
    """
    _require(at.tzinfo is not None, "a time without its time zone")
    _require(bool(event.questions), "a sitting without a question")
    _require(len(set(event.questions)) == len(event.questions), "a question twice in one sitting")
    if event.limit is not None:
        _require(event.mode is Mode.EXAM and event.limit > timedelta(0), "a limit is for exams, and more than nothing")
    turns = tuple(Turn(question, _seed(event.seed, question, 0)) for question in event.questions)
    return _at(
        Sitting(
            event.mode,
            event.seed,
            at,
            event.limit,
            turns,
            minutes=event.minutes,
            proves=event.proves,
            drills=event.drills,
            returns=event.returns,
        ),
        0,
        at,
    )


def replay(events: Iterable[tuple[Event, datetime]]) -> Sitting:
    """The sitting that a log of events leads to.

    Args:
        events: what happened and when, from `Began` on.

    Raises:
        SittingError: the log does not start with `Began`, or holds what cannot have happened.
    """
    sitting: Sitting | None = None
    for event, at in events:
        if sitting is not None:
            sitting = sitting.apply(event, at)
        elif isinstance(event, Began):
            sitting = begin(event, at)
        else:
            break
    if sitting is None:
        raise SittingError("a sitting starts with Began")
    return sitting


def _apply_in_time(sitting: Sitting, event: Event, at: datetime) -> Sitting:
    match event:
        case Answered():
            after = _answered(sitting, event, at)
        case Overruled():
            after = _overruled(sitting)
        case TakenBack():
            after = _taken_back(sitting, at)
        case WentOn():
            after = _went_on(sitting, at)
        case Doubted():
            after = _with_current(sitting, replace(sitting.current, doubt=event.word))
        case Left():
            after = replace(sitting, ended=at, ending=Ending.LEFT)
        case CameBack():
            after = _came_back(sitting, event, at)
        case Moved() | Flagged() | HandedIn():
            after = _in_exam(sitting, event, at)
        case _:
            raise SittingError("a sitting begins once")
    return after


def _in_exam(sitting: Sitting, event: Moved | Flagged | HandedIn, at: datetime) -> Sitting:
    _require(sitting.mode is Mode.EXAM, "only an exam has flags, moves and handing in")
    match event:
        case Moved():
            _require(0 <= event.to < len(sitting.turns), f"there is no turn {event.to}")
            return _at(sitting, event.to, at)
        case Flagged():
            return _with_current(sitting, replace(sitting.current, flagged=not sitting.current.flagged))
        case HandedIn():
            return replace(sitting, ended=at, ending=Ending.HANDED_IN)


def _answered(sitting: Sitting, event: Answered, at: datetime) -> Sitting:
    turn = replace(sitting.current, response=event.response, verdict=event.verdict, answered=at)
    after = _with_current(sitting, turn)
    if sitting.mode is Mode.EXAM:
        return after
    _require(sitting.current.response is None, "this asking has its answer; go on, or take it back")
    after = replace(after, last=sitting.at)
    return after if turn.right or event.apart is None else _with_return(after, event, event.apart)


def _overruled(sitting: Sitting) -> Sitting:
    verdict, response = sitting.current.verdict, sitting.current.response
    _require(sitting.can_overrule, "there is nothing to overrule")
    assert verdict is not None
    assert isinstance(response, Written)
    after = _with_current(sitting, replace(sitting.current, verdict=overruled(verdict, response)))
    return _without_return(after, sitting.at) if after.current.right else after


def _taken_back(sitting: Sitting, at: datetime) -> Sitting:
    _require(sitting.can_take_back, "there is no answer to take back")
    assert sitting.last is not None
    back = replace(_without_return(sitting, sitting.last), at=sitting.last, last=None)
    return _with_current(back, replace(back.current, response=None, verdict=None, shown=at, answered=None))


def _went_on(sitting: Sitting, at: datetime) -> Sitting:
    _require(sitting.mode is Mode.EXAM or sitting.current.response is not None, "this question has no answer yet")
    if sitting.at + 1 < len(sitting.turns):
        return _at(sitting, sitting.at + 1, at)
    return sitting if sitting.mode is Mode.EXAM else replace(sitting, ended=at, ending=Ending.COMPLETED)


def _came_back(sitting: Sitting, event: CameBack, at: datetime) -> Sitting:
    """As it was, without the questions that are gone; what has no answer yet is seen anew."""
    kept = [place for place, turn in enumerate(sitting.turns) if turn.question not in event.without]
    _require(bool(kept), "none of its questions can be asked any more")
    turns = (sitting.turns[place] for place in kept)
    away = max(at - event.since, timedelta(0)) if sitting.mode is Mode.PRACTICE else timedelta(0)
    after = replace(
        sitting,
        turns=tuple(replace(turn, shown=None) if turn.response is None else turn for turn in turns),
        last=kept.index(sitting.last) if sitting.last in kept else None,
        away=sitting.away + away,
    )
    return _at(after, min(bisect_left(kept, sitting.at), len(kept) - 1), at)


def _at(sitting: Sitting, place: int, at: datetime) -> Sitting:
    moved = replace(sitting, at=place)
    return moved if moved.current.shown else _with_current(moved, replace(moved.current, shown=at))


def _with_current(sitting: Sitting, turn: Turn) -> Sitting:
    return replace(sitting, turns=(*sitting.turns[: sitting.at], turn, *sitting.turns[sitting.at + 1 :]))


def _with_return(sitting: Sitting, missed: Answered, apart: int) -> Sitting:
    question = sitting.current.question
    askings = sum(turn.question == question for turn in sitting.turns)
    if sitting.returns is not None and askings > sitting.returns:
        return sitting
    turn = Turn(question, missed.next_seed or _seed(sitting.seed, question, askings), again=True)
    place = sitting.at + 1 + max(apart, APART)
    return replace(sitting, turns=(*sitting.turns[:place], turn, *sitting.turns[place:]))


def _without_return(sitting: Sitting, missed: int) -> Sitting:
    """Without the return of the question missed at a place, which always comes later and has no answer yet."""
    question = sitting.turns[missed].question
    kept = (turn for place, turn in enumerate(sitting.turns) if place <= missed or turn.question != question)
    return replace(sitting, turns=tuple(kept))


def _seed(seed: str, question: QuestionId, asking: int) -> str:
    return f"{seed}/{question}/{asking}"


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SittingError(otherwise)
