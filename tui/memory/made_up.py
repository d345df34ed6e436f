"""A made-up learner: forty days of reading, quizzes, reviews and an exam, the same for the same seed and guide."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tui.guide.model import Guide, Lesson
from tui.guide.words import KeyPointId, QuestionId
from tui.memory.attempt import Attempt, AttemptId, Entry, PanelRead, SittingId
from tui.memory.mastery import chance_of
from tui.memory.next_step import reading_time
from tui.memory.pace import VERDICT
from tui.memory.record import Record
from tui.memory.review import ReviewWish, portion_of
from tui.memory.reviewing import FIRST_RIGHT
from tui.quiz.ask import Recalled, Response, Skipped
from tui.quiz.choosing import Choice, choose
from tui.quiz.confidence import Confidence
from tui.quiz.events import Mode
from tui.quiz.question import Question
from tui.quiz.shuffle import shuffled
from tui.quiz.slips import drawn, slips
from tui.quiz.verdict import Grade, Verdict

DAYS = 40
"""For how many days they have learned."""
_MINUTES = 10
_LESSON_EVERY = 4
_EXAM_DAY = 33
_EASIEST, _HARDEST = 0.6, 2.1
"""The powers of a chance of recall for the easiest and the hardest key point: on average it is as the cards say."""
_IDLE = (6, 13, 14, 21, 27, 30, 34)
"""Days on which they did nothing, as people do."""


def made_up(guide: Guide[Question], until: datetime, seed: str = "made up") -> tuple[Entry, ...]:
    """What a made-up learner did in the forty days up to a time.

    They read a lesson every fourth day and take its quiz, review on most days, take an exam in the fifth week, and have
    a favourite mistake where they don't know.

    Args:
        guide: what they learn.
        until: the end of the last day, with its time zone; nothing is later.
        seed: any text: another one is another learner.

    Returns:
        The entries, in their order.
    """
    learner, lessons = _Learner(guide, seed), iter(guide.lessons)
    for day in range(DAYS):
        if day in _IDLE:
            continue
        left = timedelta(days=DAYS - 1 - day, minutes=90 + 60 * learner.draw("hour", day))
        learner.now = until.astimezone(UTC) - left
        if day == _EXAM_DAY:
            learner.sit(choose(guide, Choice(count=20, seed=f"{seed}/exam")), Mode.EXAM)
            continue
        record = learner.record
        wish = ReviewWish(_MINUTES, f"{seed}/{day}")
        learner.sit(portion_of(guide, record, learner.now, wish).questions)
        lesson = next(lessons, None) if day % _LESSON_EVERY == 0 else None
        if lesson is not None:
            learner.read(lesson)
            learner.sit(choose(guide, Choice(lesson.id, count=12, seed=f"{seed}/{day}")))
    return learner.record.entries


class _Learner:
    """Answers by what they can be expected to recall; each key point is easier or harder to them."""

    def __init__(self, guide: Guide[Question], seed: str) -> None:
        self.record = Record()
        self.now = datetime.min.replace(tzinfo=UTC)
        self._guide = guide
        self._seed = seed
        self._ids = 0

    def draw(self, *about: object) -> float:
        """A number from 0 to 1 that the seed and what it is about decide."""
        return drawn(self._seed, *about)

    def read(self, lesson: Lesson) -> None:
        """Read a lesson, panel by panel."""
        for panel in lesson.panels:
            self.now += reading_time([panel]) + timedelta(seconds=5)
            self.record.add(PanelRead(panel=panel.id, at=self.now))

    def sit(self, asked: Iterable[QuestionId], mode: Mode = Mode.PRACTICE) -> None:
        """Take a sitting of these questions; in practice, what was missed comes back at its end."""
        sitting = SittingId(self._id())
        questions = [self._guide.questions[each] for each in asked]
        missed = [question for question in questions if not self._answer(question, sitting, mode)]
        for question in missed if mode is Mode.PRACTICE else ():
            self._keep(question, question.key, sitting, mode, None)

    def _id(self) -> UUID:
        self._ids += 1
        return UUID(int=int(self.draw("id", self._ids) * 2**122) + self._ids)

    def _answer(self, question: Question, sitting: SittingId, mode: Mode) -> bool:
        chance = min(self._chance(point) for point in question.tests)
        response = self._response(question, chance)
        sure = Confidence.SURE if chance > 0.8 else Confidence.THINK_SO if chance > 0.45 else Confidence.GUESS
        return self._keep(question, response, sitting, mode, sure)

    def _chance(self, point: KeyPointId) -> float:
        chance = chance_of(point, self.record.knowledge, self.now)
        chance = FIRST_RIGHT if chance is None else chance
        return float(chance ** (_EASIEST + (_HARDEST - _EASIEST) * self.draw("hard", point) ** 2))

    def _response(self, question: Question, chance: float) -> Response:
        key = question.key
        if isinstance(key, Recalled):
            chances = [self._chance(point) for point in question.tests]
            ticked = (index for index, each in enumerate(chances) if self.draw(question.id, index, self.now) < each)
            return Recalled("…", tuple(ticked))
        if self.draw(question.id, self.now) < chance:
            return key
        if self.draw("honest", question.id, self.now) < 0.2:
            return Skipped()
        return self._favourite(question)

    def _favourite(self, question: Question) -> Response:
        """What they mostly take for the right answer."""
        mistakes = slips(question, self._guide.questions.values())
        often = self.draw("slip", question.id, self.now) < 0.8
        seed = f"{self._seed}/{question.id}{'' if often else self.now}"
        return shuffled(mistakes, seed)[0] if mistakes else Skipped()

    def _keep(
        self, question: Question, response: Response, sitting: SittingId, mode: Mode, confidence: Confidence | None
    ) -> bool:
        verdict = question.grade(response)
        if not isinstance(verdict, Verdict):
            return self._keep(question, Skipped(), sitting, mode, confidence)
        began = self.now
        self.now += timedelta(seconds=round(6 + 20 * self.draw("took", question.id, began)))
        attempt = Attempt(
            id=AttemptId(self._id()),
            question=question.id,
            fingerprint=question.fingerprint,
            key_points=question.tests,
            lesson=self._guide.lesson_of(question).id,
            mode=mode,
            seed=f"{sitting.hex}/{question.id}",
            again=confidence is None,
            response=response,
            key=verdict.key,
            confidence=confidence,
            sitting=sitting,
            grade=verdict.grade,
            credit=verdict.credit,
            began=began,
            answered=self.now,
        )
        self.record.add(attempt)
        self.now += timedelta(seconds=VERDICT)
        return attempt.grade is Grade.CORRECT
