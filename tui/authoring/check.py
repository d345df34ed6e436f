"""Every mistake in a guide's files, and what the rules of question writing find."""

from pathlib import Path

from tui.authoring.guessers import Score, scores
from tui.authoring.lint import lint
from tui.authoring.rules import RULES
from tui.guide.errors import Problem
from tui.guide.reader import read_guide
from tui.guide.yaml_lines import without_collector
from tui.quiz.types import TYPES


def check(folder: Path) -> tuple[Problem, ...]:
    """Every mistake in a guide's files, and what the rules find in its questions, in the order of file and line.

    Args:
        folder: the guide's folder.

    Raises:
        GuideError: the folder is missing or cannot be read.
    """
    with without_collector():
        guide = read_guide(folder, TYPES)
        problems = (*guide.problems, *lint(guide, RULES))
    return tuple(sorted(problems, key=lambda problem: (problem.place, problem.code, problem.message)))


def guessed(folder: Path) -> tuple[Score, ...]:
    """How far blind guessers get with a guide's questions.

    Args:
        folder: the guide's folder.

    Raises:
        GuideError: the folder is missing or cannot be read.
    """
    return scores(read_guide(folder, TYPES))
