"""A sitting as it is shown: what a front end may see of the current turn, and what it needs of its learner."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from tui.guide.model import Guide, Lesson, Panel
from tui.memory.attempt import Doubt, Entry, SittingId
from tui.memory.record import Record
from tui.memory.review_time import is_used_up, time_left
from tui.memory.settings import Settings
from tui.memory.steps import Log
from tui.quiz.ask import Ask
from tui.quiz.events import Mode
from tui.quiz.question import Question
from tui.quiz.sitting import Sitting
from tui.quiz.verdict import Verdict


class Learner(Protocol):
    """What a sitting needs of the study it belongs to."""

    @property
    def guide(self) -> Guide[Question]:
        """What is taught."""

    @property
    def record(self) -> Record:
        """What the learner did."""

    @property
    def settings(self) -> Settings:
        """How the learner wants to study."""

    @property
    def unkept(self) -> str | None:
        """Why what the learner does is not kept beyond this run; None as long as it is."""

    @property
    def clock(self) -> Callable[[], datetime]:
        """Says what time it is, in UTC."""

    @property
    def new_id(self) -> Callable[[], UUID]:
        """Gives each attempt, and each sitting, its id."""

    def keep(self, *entries: Entry, came: Log | None = None, ended: SittingId | None = None) -> None:
        """Put entries on the record, and what came of a sitting; then all is on the disk, or `unkept` says why not."""

    def settle(self) -> None:
        """Have all that was kept in the record's own file."""

    def mark_doubtful(self, question: Question, doubt: Doubt, came: Log | None = None) -> None:
        """Keep that a question is doubtful, and what came of the sitting."""


class ShownSitting:
    """A sitting as a front end shows it: what it may see of the current turn, and no more."""

    study: Learner
    """The learner and the guide."""
    guide: Guide[Question]
    """The guide it is asked from: the study's when it began, or a later reading of the same files."""
    sitting: Sitting
    """The state of the sitting; replaced by each step, never changed."""

    def __init__(self, study: Learner, sitting: Sitting) -> None:
        """A sitting of this learner, asked from the guide as it reads now."""
        self.study = study
        self.guide = study.guide
        self.sitting = sitting

    def take_guide(self, guide: Guide[Question]) -> bool:
        """Go on with a later reading of the guide, if all questions of the sitting can still be asked from it.

        Args:
            guide: what was read.

        Returns:
            Whether it was taken; if not, the sitting goes on as it began.
        """
        asked = {turn.question for turn in self.sitting.turns}
        can_be_asked = all(type(guide.questions.get(each)) is type(self.guide.questions[each]) for each in asked)
        if can_be_asked:
            self.guide = guide
        return can_be_asked

    @property
    def question(self) -> Question:
        """The question of the current turn."""
        return self.guide.questions[self.sitting.current.question]

    @property
    def ask(self) -> Ask:
        """What is shown of the current question, in the order of this asking."""
        return self.question.ask(self.sitting.current.seed)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on the current turn, if it may be seen: in practice at once, in an exam after the end."""
        seen = self.sitting.mode is Mode.PRACTICE or self.sitting.finished
        return self.sitting.current.verdict if seen else None

    @property
    def lesson(self) -> Lesson:
        """The lesson that teaches the current question."""
        return self.guide.lesson_of(self.question)

    @property
    def panel(self) -> Panel:
        """The panel that teaches the current question."""
        return self.guide.panel_of(self.question)

    @property
    def checklist(self) -> tuple[str, ...]:
        """What there was to remember, for a recall: to be shown only once the learner has written."""
        return tuple(self.guide.key_points[point].says for point in self.question.tests)

    @property
    def can_overrule(self) -> bool:
        """Whether the learner may say "I was right" now."""
        return self.sitting.can_overrule

    @property
    def can_take_back(self) -> bool:
        """Whether there is a last answer to take back."""
        return self.sitting.can_take_back

    @property
    def time_left(self) -> timedelta | None:
        """How much of an exam's time is left; None without a limit."""
        return self.sitting.time_left(self.study.clock())

    @property
    def review_left(self) -> timedelta | None:
        """How long the rest of a review takes, at the learner's pace; None for what is no review."""
        return time_left(self.sitting, self.guide, self.study.record.digest.pace)

    @property
    def minutes_are_over(self) -> bool:
        """Whether the minutes of a review are used up."""
        return is_used_up(self.sitting)
