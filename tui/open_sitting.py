"""A sitting with its learner: answer → grade → record → acknowledge is written here, once, for every front end."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from tui.guide.words import QuestionId
from tui.memory.attempt import Amendment, Attempt, AttemptId, Change, Doubt, Entry, Occasion, Proved, SittingId
from tui.memory.errors import NotKept
from tui.memory.steps import Happened, Log
from tui.quiz.ask import Response, passes_over
from tui.quiz.confidence import Confidence
from tui.quiz.events import (
    APART,
    Answered,
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
from tui.quiz.result import Result, result_of
from tui.quiz.sitting import SittingError, Turn, replay
from tui.quiz.verdict import AskAgain, Verdict
from tui.shown_sitting import Learner, ShownSitting

ORDERS_TRIED = 8
"""How many orders of options are tried to find one that differs from the last."""


class OpenSitting(ShownSitting):
    """A sitting being taken: grades, records, then acknowledges.

    Every step raises SittingError where it cannot happen, except that one after the end does nothing: a key pressed
    as the time runs out comes late, it is no mistake.
    """

    id: SittingId
    """Unique across machines."""
    log: list[tuple[Event, datetime]]
    """All that happened; `replay` makes the same sitting of it."""

    def __init__(self, study: Learner, log: Log, kept: int = 0) -> None:
        """Begin a sitting, or take one up; `Study.begin` and `CutOff.resume` are the ways to call this.

        Args:
            study: the learner and the guide.
            log: what happened, from its beginning on.
            kept: how much of that is on the disk.

        Raises:
            SittingError: it cannot have happened.
        """
        super().__init__(study, replay(log.events))
        self.id = log.sitting
        self.log = log.events
        self._kept = kept
        self._attempts = log.attempts
        self._recorded = log.recorded
        if self.sitting.mode is Mode.EXAM and not kept:
            self._keep()

    def come_back(self, at: datetime, without: tuple[QuestionId, ...] = ()) -> None:
        """Go on after the sitting was cut off. An exam whose time has run out meanwhile is handed in.

        Args:
            at: when; an exam is come back to no later than the last that happened in time.
            without: the questions that can be asked no more. What was answered of them stays on the record.

        Raises:
            SittingError: none is left.
        """
        since, deadline = self.log[-1][1], self.sitting.deadline
        in_time = deadline is None or at < deadline
        self._apply(CameBack(since, without), at if in_time else since)
        self.tick()

    def answer(self, response: Response, confidence: Confidence | None = None) -> Verdict | AskAgain | None:
        """Grade a response to the current question and keep it.

        Args:
            response: what the learner did.
            confidence: how sure they are of it, where they said so.

        Returns:
            In practice the verdict; in an exam None, as it is kept and may be changed until the end. If the response
            cannot be graded, what to ask again; then nothing is counted.
        """
        if self.tick():
            return None
        verdict = self.question.grade(response)
        if isinstance(verdict, AskAgain):
            return verdict
        apart = None if passes_over(response, verdict.key) else self._apart()
        self._happen(Answered(response, verdict, self._next_seed(), apart))
        attempt = self._attempt(self.sitting.current, verdict, confidence)
        if self.sitting.mode is Mode.EXAM:
            self._attempts[attempt.question] = attempt
            self._keep(attempt=attempt)
            return None
        self._keep(attempt, recorded=attempt.id)
        self._recorded = attempt.id
        return verdict

    def overrule(self) -> None:
        """Say "I was right" of what was typed: it counts as correct, and is marked."""
        if self._happen(Overruled()):
            self._amend(Change.OVERRULED)

    def take_back(self) -> None:
        """Take the last answer back: it does not count, and its question is asked once more."""
        if self._happen(TakenBack()):
            self._amend(Change.TAKEN_BACK)

    def go_on(self) -> bool:
        """Go on to the next question; an exam's last one is not left by it, and a review ends when its minutes do.

        Returns:
            Whether there is a question; False if the sitting has ended.
        """
        more = self.sitting.at + 1 < len(self.sitting.turns)
        self._happen(Left() if more and self.minutes_are_over else WentOn())
        return not self.sitting.finished

    def move(self, index: int) -> None:
        """Go to another question of an exam.

        Args:
            index: its place among the turns, counted from 0.
        """
        self._happen(Moved(index))

    def flag(self) -> None:
        """Flag the current question of an exam, or take its flag off."""
        if self._happen(Flagged()):
            self._keep()

    def doubt(self, word: str) -> None:
        """Mark the current question as doubtful.

        Args:
            word: what is doubtful about it; may be empty.

        Raises:
            NotKept: it is marked in this sitting, but could not be kept for the author.
        """
        if self._happen(Doubted(word)):
            doubt = Doubt(question=self.question.id, word=word, at=self.log[-1][1])
            with self._coming() as came:
                self.study.mark_doubtful(self.question, doubt, came)

    def hand_in(self) -> None:
        """Hand the exam in."""
        self._happen(HandedIn())

    def leave(self, at: datetime | None = None) -> None:
        """Leave before the end: of a practice only what was answered counts, of an exam all of it.

        Args:
            at: when; now, if None.
        """
        if not self.tick():
            self._apply(Left(), at or self.study.clock())

    def tick(self) -> bool:
        """Hand an exam in if its time has run out.

        Returns:
            Whether the sitting has ended, now or before.
        """
        now, deadline = self.study.clock(), self.sitting.deadline
        if not self.sitting.finished and deadline is not None and now >= deadline:
            self._apply(TimeRanOut(), now)
        return self.sitting.finished

    def result(self) -> Result:
        """How the sitting went; of a practice that goes on, how it goes so far.

        Raises:
            SittingError: an exam goes on.
        """
        if self.sitting.mode is Mode.EXAM and not self.sitting.finished:
            raise SittingError("an exam has no result before its end")
        return result_of(self.sitting, self.guide)

    def _happen(self, event: Event) -> bool:
        """Apply an event; whether it happened, which after the end nothing does."""
        if self.tick():
            return False
        self._apply(event, self.study.clock())
        return True

    def _apply(self, event: Event, at: datetime) -> None:
        self.sitting = self.sitting.apply(event, at)
        self.log.append((event, at))
        if self.sitting.finished:
            self._end()

    def _end(self) -> None:
        """Have an exam's answers or what was proved on the record, and with the same commit no sitting that is open."""
        answers = sorted(self._attempts.values(), key=lambda each: each.answered)
        proof = (self._proof(),) if self.sitting.has_proved else ()
        if self._kept:
            self.study.keep(*answers, *proof, ended=self.id)
        self.study.settle()

    def _proof(self) -> Proved:
        lesson = self.lesson
        return Proved(
            lesson=lesson.id,
            key_points=tuple(point.id for point in lesson.key_points),
            panels=tuple(panel.id for panel in lesson.panels),
            at=self.log[-1][1],
        )

    def _keep(self, *entries: Entry, recorded: AttemptId | None = None, attempt: Attempt | None = None) -> None:
        with self._coming(recorded, attempt) as came:
            self.study.keep(*entries, came=came)

    @contextmanager
    def _coming(self, recorded: AttemptId | None = None, attempt: Attempt | None = None) -> Iterator[Log]:
        """What has happened since something was kept, to be kept now.

        Going on costs nothing if it is lost, so it has no commit of its own.

        Args:
            recorded: what the last of it puts on the record.
            attempt: what it puts there at the end.
        """
        *before, (event, at) = self.log[self._kept :]
        steps = (*(Happened(*each) for each in before), Happened(event, at, recorded, attempt))
        try:
            yield Log(self.id, steps, self._kept)
        except NotKept:  # only the author was not told
            self._kept = len(self.log)
            raise
        self._kept = len(self.log)

    def _next_seed(self) -> str:
        """A seed that shows the current question in another order than now, should it come back."""
        current, now = self.sitting.current, self.ask
        seeds = (f"{current.seed}+{number}" for number in range(1, ORDERS_TRIED + 1))
        return next((seed for seed in seeds if self.question.ask(seed) != now), f"{current.seed}+1")

    def _apart(self) -> int:
        """How far off the current question comes back, if it does: if possible, beside none on the same key point."""
        turns, at = self.sitting.turns, self.sitting.at
        points = [set(self.guide.questions[turn.question].tests) for turn in turns]
        for apart in range(APART, len(turns) - at):
            if all(points[at].isdisjoint(beside) for beside in points[at + apart : at + apart + 2]):
                return apart
        return APART

    def _attempt(self, turn: Turn, verdict: Verdict, confidence: Confidence | None) -> Attempt:
        assert turn.response is not None
        question = self.guide.questions[turn.question]
        return Attempt(
            id=AttemptId(self.study.new_id()),
            question=question.id,
            fingerprint=question.fingerprint,
            key_points=question.tests,
            lesson=self.guide.lesson_of(question).id,
            mode=self.sitting.mode,
            occasion=Occasion.QUIZ if self.sitting.minutes is None else Occasion.REVIEW,
            seed=turn.seed,
            again=turn.again,
            response=turn.response,
            key=verdict.key,
            confidence=confidence,
            sitting=self.id,
            grade=verdict.grade,
            credit=verdict.credit,
            began=turn.shown or self.sitting.started,
            answered=turn.answered or self.sitting.started,
        )

    def _amend(self, change: Change) -> None:
        assert self._recorded is not None
        self._keep(Amendment(attempt=self._recorded, change=change, at=self.log[-1][1]))
