"""Sittings that were cut off: found, gone on with from the guide as it reads now, or closed. No answer is lost."""

from datetime import datetime
from typing import TYPE_CHECKING

from tui.guide.model import Guide
from tui.guide.words import QuestionId
from tui.memory.attempt import SittingId
from tui.quiz.ask import fits
from tui.quiz.question import Question

if TYPE_CHECKING:
    from tui.memory.interrupted import Interrupted
    from tui.memory.keeper import Keeper
    from tui.memory.steps import Log
    from tui.open_sitting import OpenSitting
    from tui.quiz.sitting import Sitting
    from tui.quiz.turn import Turn
    from tui.shown_sitting import Learner


class CutOff:
    """The sittings of a learner that were cut off, and are open in no window."""

    def __init__(self, study: "Learner", keeper: "Keeper | None") -> None:
        """Look for them.

        Args:
            study: the learner and the guide.
            keeper: keeps what they do; nothing can have been cut off, if None.
        """
        self._study = study
        self._keeper = keeper
        self._found: list[Interrupted] = []
        self.look()

    @property
    def offered(self) -> "Interrupted | None":
        """The one to go on with: the one that was cut off last."""
        return self._found[0] if self._found else None

    def look(self) -> None:
        """See which there are now. What was cut off long ago is closed, as if it had been left."""
        self._found = []
        logs = self._keeper.cut_off() if self._keeper else []
        if not logs:
            return
        from tui.memory.interrupted import interrupted  # noqa: PLC0415  seldom

        now = self._study.clock()
        for log in logs:
            found = interrupted(log)
            if found is None:
                self._close(log)
            elif found.offered_until and now > found.offered_until:
                self.drop(log.sitting)
            else:
                self._found.append(found)

    def hand_in(self) -> "list[OpenSitting]":
        """Hand in every exam whose time has run out meanwhile.

        Returns:
            Those of which something can be shown, the latest first.
        """
        now = self._study.clock()
        ran_out = [found.log.sitting for found in self._found if found.ran_out(now)]
        return [sitting for each in ran_out if (sitting := self.resume(each))]

    def resume(self, sitting: SittingId) -> "OpenSitting | None":
        """Go on with a sitting; an exam whose time has run out meanwhile is handed in, as of its deadline.

        Args:
            sitting: which.

        Returns:
            The sitting; None, if another window has gone on with it, or nothing of it can be asked any more. Then it
            is closed, and what was answered is on the record.
        """
        taken_up = self._taken_up(sitting)
        return self._back(taken_up, self._study.clock()) if taken_up else None

    def drop(self, sitting: SittingId) -> "OpenSitting | None":
        """Leave a sitting as of when it was cut off: what was answered counts as ever.

        Args:
            sitting: which.

        Returns:
            The sitting, at its end; None as with `resume`.
        """
        taken_up = self._taken_up(sitting)
        left = self._back(taken_up, taken_up.last) if taken_up else None
        if left and taken_up:
            left.leave(taken_up.last)
        return left

    def _taken_up(self, sitting: SittingId) -> "Log | None":
        self._found = [found for found in self._found if found.log.sitting != sitting]
        return self._keeper.take_up(sitting) if self._keeper else None

    def _back(self, log: "Log", at: datetime) -> "OpenSitting | None":
        from tui.open_sitting import OpenSitting  # noqa: PLC0415  home does without
        from tui.quiz.sitting import SittingError  # noqa: PLC0415  as above

        try:
            sitting = OpenSitting(self._study, log, kept=len(log.steps))
            sitting.come_back(at, gone(sitting.sitting, self._study.guide))
        except SittingError:
            self._close(log)
            return None
        return sitting

    def _close(self, log: "Log") -> None:
        """Have what was answered on the record, where it is not, and the sitting gone."""
        self._study.keep(*log.attempts.values(), ended=log.sitting)


def gone(sitting: "Sitting", guide: Guide[Question]) -> tuple[QuestionId, ...]:
    """The questions that can neither be asked nor shown any more as they were answered, since the guide was edited.

    Args:
        sitting: as it was when it was cut off.
        guide: as it reads now.
    """
    found = {turn.question for turn in sitting.turns if not _can_be_shown(turn, guide.questions.get(turn.question))}
    return tuple(dict.fromkeys(turn.question for turn in sitting.turns if turn.question in found))


def _can_be_shown(turn: "Turn", question: Question | None) -> bool:
    if question is None or turn.response is None or turn.verdict is None:
        return question is not None
    ask = question.ask(turn.seed)
    return fits(ask, turn.response) and fits(ask, turn.verdict.key)
