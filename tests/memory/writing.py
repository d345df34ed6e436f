"""Entries, and a learner whose record is on the disk: for tests of what is kept."""

from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree
from uuid import UUID, uuid4

from tests.samples import START, SetClock, sample_guide
from tui.guide.model import Guide
from tui.guide.words import GuideId, KeyPointId, LessonId, QuestionId
from tui.memory.attempt import Attempt, AttemptId
from tui.memory.store import Row
from tui.quiz.ask import Picked
from tui.quiz.events import Mode
from tui.quiz.question import Question
from tui.quiz.verdict import Credit, Grade
from tui.study import Study

GUIDE = GuideId("sample")


def attempt(number: int = 1) -> Attempt:
    began = START + timedelta(minutes=number)
    return Attempt(
        id=AttemptId(UUID(int=number)),
        question=QuestionId(f"question-{number % 7}"),
        fingerprint="0123456789abcdef",
        key_points=(KeyPointId(f"point-{number % 5}"),),
        lesson=LessonId("quarrel"),
        mode=Mode.PRACTICE,
        seed=f"seed/{number}",
        response=Picked(("The trade unions — сами",)),
        grade=Grade.WRONG,
        credit=Credit(0.0),
        began=began,
        answered=began + timedelta(seconds=9),
    )


def rows(*numbers: int) -> list[Row]:
    return [Row.of(UUID(int=number), GUIDE, attempt(number)) for number in numbers]


class TickingClock(SetClock):
    """A clock that moves by the smallest step each time that it is read."""

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now


def learner(data: Path, clock: SetClock | None = None, guide: Guide[Question] | None = None) -> Study:
    """A learner who opens the sample guide, or another."""
    return Study(guide or sample_guide(), clock or TickingClock(), uuid4, data_folder=lambda: data)


def as_if_killed(data: Path, to: Path) -> Path:
    """A learner's folder as a kill leaves it: with what is on the disk now, and no lock of any window."""
    return Path(copytree(data, to))
