"""Questions that learners marked as doubtful, as advice to their author."""

from collections.abc import Iterable, Iterator

from tui.guide.errors import Problem, Severity
from tui.guide.model import Guide
from tui.memory.doubts import DoubtMark
from tui.quiz.question import Question

CODE = "doubtful"


def doubtful(guide: Guide[Question], marks: Iterable[DoubtMark]) -> Iterator[Problem]:
    """The marks on questions that read as they did when they were marked.

    Args:
        guide: the guide as it reads now.
        marks: the marks on its questions.
    """
    for mark in marks:
        question = guide.questions.get(mark.question)
        if question is not None and question.fingerprint == mark.fingerprint:
            said = f": “{mark.says}”" if mark.says else ""
            yield Problem(
                guide.question_places[question.id],
                CODE,
                f"a learner marked this question as doubtful on {mark.at:%Y-%m-%d}{said}",
                "look at it again; once you have edited it, the mark is settled",
                Severity.ADVICE,
            )
