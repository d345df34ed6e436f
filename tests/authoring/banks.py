"""Banks of many questions, for what is found in a bank as a whole."""

from collections.abc import Sequence
from pathlib import Path

from tests.guides import GUIDE, small_guide
from tui.guide.model import Guide
from tui.quiz.question import Question
from tui.study import open_guide


def choice(number: int, key: str, distractors: Sequence[str], asked: str = "Which is it?") -> str:
    """One question of the usual type."""
    offered = "".join(f'      - choice: "{each}"\n        why: It is not.\n' for each in distractors)
    return (
        f'  - id: q{number}\n    kind: position\n    tests: wanted\n    question: "{asked}"\n    answer: "{key}"\n'
        f"    distractors:\n{offered}    explanation: So it is (¶2).\n"
    )


def judgement(number: int, answer: bool) -> str:
    """A statement to be called true or false."""
    correction = "" if answer else "    correction: It is otherwise.\n"
    return (
        f"  - id: q{number}\n    type: true-false\n    kind: position\n    tests: wanted\n    question: It is so.\n"
        f"    answer: {str(answer).lower()}\n{correction}    explanation: So it is (¶2).\n"
    )


def guide_of(folder: Path, questions: Sequence[str], language: str = "en") -> Guide[Question]:
    """A guide with these questions, without a mistake."""
    small_guide(folder, "questions:\n" + "".join(questions))
    (folder / "lessons" / "guide.yaml").write_text(GUIDE.replace("language: en", f"language: {language}"), "utf-8")
    guide = open_guide(folder)
    assert not guide.problems
    return guide
