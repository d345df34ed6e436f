"""Every mistake in a guide's files."""

from pathlib import Path

from tui.guide.errors import Problem
from tui.guide.reader import read_guide
from tui.quiz.types import TYPES


def check(folder: Path) -> tuple[Problem, ...]:
    """Every mistake in a guide's files, in the order of file and line.

    Args:
        folder: the guide's folder.

    Raises:
        GuideError: the folder is missing or cannot be read.
    """
    return read_guide(folder, TYPES).problems
