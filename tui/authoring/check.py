"""Every mistake in a guide's files, and what the rules of question writing find."""

from collections.abc import Mapping
from pathlib import Path

from tui.authoring.doubtful import doubtful
from tui.authoring.guessers import Score, scores
from tui.authoring.key_changed import key_changed
from tui.authoring.lint import lint
from tui.authoring.long_answers import long_answers
from tui.authoring.long_panels import long_panels
from tui.authoring.rules import RULES
from tui.guide.errors import Problem, Severity
from tui.guide.model import Guide
from tui.guide.reader import read_guide
from tui.guide.words import QuestionId
from tui.guide.yaml_lines import without_collector
from tui.memory.digest import OnQuestion
from tui.memory.doubts import kept
from tui.memory.errors import TROUBLES
from tui.memory.stamps import has_record
from tui.quiz.question import Question
from tui.quiz.types import TYPES


def check(folder: Path, data: Path | None = None) -> tuple[Problem, ...]:
    """Every mistake in a guide's files, and what rules and learners find in its questions.

    What matters most comes first; what matters alike is in the order of file and line.

    Args:
        folder: the guide's folder.
        data: the folder with the author's record and what learners marked as doubtful; nobody is asked, if None.

    Raises:
        GuideError: the folder is missing or cannot be read.
    """
    marks = kept(data, folder) if data else ()
    with without_collector():
        guide = read_guide(folder, TYPES)
        asked = _asked(guide, data) if data else {}
        lengths = (*long_panels(guide), *long_answers(guide))
        found = (*lint(guide, RULES), *lengths, *doubtful(guide, marks), *key_changed(guide, asked))
        problems = (*guide.problems, *found)
    return tuple(sorted(problems, key=_weight))


def _asked(guide: Guide[Question], data: Path) -> Mapping[QuestionId, OnQuestion]:
    """What the record in a folder holds of a guide's questions; nothing, where it has none or cannot be read."""
    if not has_record(data):
        return {}
    from tui.memory.glancing import read_in  # noqa: PLC0415  loads SQLite

    try:
        return read_in(data, guide.id).record.digest.questions
    except TROUBLES:
        return {}


def _weight(problem: Problem) -> tuple[int, Problem]:
    return list(Severity).index(problem.severity), problem


def guessed(folder: Path) -> tuple[Score, ...]:
    """How far blind guessers get with a guide's questions.

    Args:
        folder: the guide's folder.

    Raises:
        GuideError: the folder is missing or cannot be read.
    """
    return scores(read_guide(folder, TYPES))
