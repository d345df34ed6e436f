"""Simulated learners whose true forgetting is not what the schedule takes it for: each has a curve of its own."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import exp, log, log1p
from random import Random
from statistics import fmean
from uuid import UUID

from tui.guide.model import Guide
from tui.guide.words import KeyPointId
from tui.memory.attempt import Attempt, AttemptId
from tui.memory.due import askable
from tui.memory.forecast import Goal, guessed, mean_guessed
from tui.memory.holding import holding
from tui.memory.mastery import Known
from tui.memory.pace import Pace
from tui.memory.rating import Rating, rating_of
from tui.memory.reviewing import Wish, helpful_points, review_of
from tui.memory.schedule import review
from tui.quiz.ask import Arranged, Picked, Recalled, Written
from tui.quiz.events import Mode
from tui.quiz.question import Question
from tui.quiz.verdict import Credit, grade_of

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Seen:
    """One review, as it went."""

    at: datetime
    """When."""
    rating: Rating
    """How well it was remembered."""
    stability: float
    """The stability since."""


@dataclass
class Learner:
    """One simulated learner: what they truly hold, and what the record knows of it."""

    guide: Guide[Question]
    """What they learn."""
    chance: Random
    """Their luck, from a seed."""
    strength: float = 1.0
    """By what all that makes memories last is multiplied."""
    known: dict[KeyPointId, Known] = field(default_factory=dict)
    """What the record knows."""
    pace: Pace = field(default_factory=Pace)
    """Their pace, as the record knows it."""
    histories: dict[KeyPointId, list[Seen]] = field(default_factory=dict)
    """How their reviews went."""
    holds: dict[KeyPointId, tuple[float, datetime]] = field(default_factory=dict)
    """In truth: how many days each key point holds, and since when."""

    def __post_init__(self) -> None:
        """Draw what they are like."""
        draw = self.chance
        self.exponential = draw.random() < 1 / 3
        self.decay = draw.uniform(0.1, 0.8)
        self.knows_at_first = draw.uniform(0.3, 0.85)
        self.first_holds = self.strength * draw.lognormvariate(0.8, 0.5)
        self.gain = self.strength * draw.lognormvariate(3.2, 0.4)
        self.flattens = draw.uniform(0.1, 0.3)
        self.after_a_miss = self.strength * draw.lognormvariate(-0.7, 0.4)
        self.by_recognition = draw.uniform(0.4, 1.0)
        self.recognises = draw.uniform(1.0, 1.6)
        self.seconds = draw.lognormvariate(2.8, 0.3)

    def recalls(self, point: KeyPointId, at: datetime) -> float:
        """The true chance of recall."""
        if point not in self.holds:
            return self.knows_at_first
        days, since = self.holds[point]
        elapsed: float = max((at - since) / DAY, 0.0) / days
        if self.exponential:
            return exp(elapsed * log(0.9))
        factor = exp(log(1 / 0.9) / self.decay) - 1
        return exp(-self.decay * log1p(factor * elapsed))

    def score(self, at: datetime) -> float:
        """The true score to be expected if every key point is asked by any of its questions."""
        return fmean(
            fmean(self._expected(question, point, at) for question in questions)
            for point, questions in askable(self.guide).items()
        )

    def goal(self, day: date) -> Goal:
        """A day to be ready for, with what the record shows of them."""
        return Goal(day, self.pace, holding=holding(self.histories.values(), mean_guessed(self.guide)))

    def study(self, at: datetime, minutes: int) -> None:
        """Take one review of so many minutes."""
        more = helpful_points(self.guide, self.known, at)
        wish = Wish(minutes, self.pace, seed=at.isoformat(), more=more)
        for name in review_of(self.guide, self.known, at, wish).questions:
            at += timedelta(seconds=self._answer(self.guide.questions[name], at) + 10)

    def _expected(self, question: Question, point: KeyPointId, at: datetime) -> float:
        chance = self.recalls(point, at) if point in self.holds else 0.0
        if isinstance(question.key, Written | Recalled):
            return chance
        missed = exp(self.recognises * log(max(1 - chance, 1e-9)))
        return 1 - missed * (1 - guessed(question))

    def _answer(self, question: Question, at: datetime) -> float:
        took = min(self.chance.lognormvariate(0, 0.4) * self.seconds, 300.0)
        recall = isinstance(question.key, Written | Recalled)
        right = []
        for point in question.tests:
            chance = self.recalls(point, at)
            right.append(self.chance.random() < (chance if recall else 1 - (1 - chance) ** self.recognises))
        attempt = self._attempt(question, right, at, took * (len(right) if isinstance(question.key, Recalled) else 1))
        self.pace = self.pace.after(attempt)
        for point, held in zip(question.tests, right, strict=True):
            self._learn(point, held, recall, at)
            before = self.known.get(point, Known()).card
            rating = rating_of(attempt, point)
            card, missed = before, point in self.known and self.known[point].missed
            if rating is not None:
                missed = rating is Rating.AGAIN
                card = review(before, rating, attempt.answered)
                self.histories.setdefault(point, []).append(Seen(attempt.answered, rating, card.stability))
            self.known[point] = Known(card, question.id, missed=missed)
        return took

    def _attempt(self, question: Question, right: list[bool], at: datetime, took: float) -> Attempt:
        response = question.key
        credit = fmean(right)
        match response:
            case Recalled():
                response = Recalled("", tuple(place for place, held in enumerate(right) if held))
            case Picked() if credit < 1:
                credit = float(self.chance.random() < guessed(question))
            case Arranged():
                credit = 0.5 + credit / 2
            case _:
                pass
        return Attempt(
            id=AttemptId(UUID(int=self.chance.getrandbits(100))),
            question=question.id,
            fingerprint="",
            key_points=question.tests,
            lesson=self.guide.lesson_of(question).id,
            mode=Mode.PRACTICE,
            seed="",
            response=response,
            grade=grade_of(credit),
            credit=Credit(credit),
            began=at,
            answered=at + timedelta(seconds=took),
        )

    def _learn(self, point: KeyPointId, held: bool, recall: bool, at: datetime) -> None:
        """What truly happens to a memory: it grows the more, the more was forgotten; a miss leaves a part of it."""
        if point not in self.holds:
            days = self.first_holds * self.chance.lognormvariate(0, 0.4) * (1 if held else 0.3)
        else:
            days, _ = self.holds[point]
            if held:
                share = 1.0 if recall else self.by_recognition
                days *= 1 + share * self.gain * (1 - self.recalls(point, at)) * days**-self.flattens
            else:
                days = min(days, self.after_a_miss * days**0.4)
        self.holds[point] = max(days, 0.05), at
