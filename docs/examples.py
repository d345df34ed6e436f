"""The examples in `docs/questions.md`, as a guide of their own: the shipped lessons with these questions."""

import re
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from tui.guide.model import Guide
from tui.quiz.question import Question
from tui.study import open_guide

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "docs" / "questions.md"
_SECTION = re.compile(r"^## (?P<type>\S+)\n.*?^```yaml\n(?P<written>.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> dict[str, str]:
    """The YAML of each type's example, by the heading it stands under."""
    sections = QUESTIONS.read_text(encoding="utf-8").split("\n## ")[1:]
    found = (_SECTION.match(f"## {section}") for section in sections)
    return {each["type"]: each["written"] for each in found if each}


def example_guide() -> Guide[Question]:
    """The guide that the shipped lessons and all examples make, as its readers see it."""
    with TemporaryDirectory() as folder:
        copytree(ROOT / "lessons", Path(folder) / "lessons")
        bank = "questions:\n" + "\n".join(examples().values())
        (Path(folder) / "quiz_bank.yaml").write_text(bank, encoding="utf-8")
        return open_guide(Path(folder))
