"""The examples in the documents, as guides that can be read."""

import re
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from tui.guide.model import Guide
from tui.quiz.question import Question
from tui.study import open_guide

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "docs" / "questions.md"
FILES = ROOT / "docs" / "guide-files.md"
_FENCED = re.MULTILINE | re.DOTALL
_SECTION = re.compile(r"^## (?P<type>\S+)\n.*?^```yaml\n(?P<written>.*?)^```$", _FENCED)


def examples() -> dict[str, str]:
    """The YAML of each type's example in `docs/questions.md`, by the heading it stands under."""
    sections = QUESTIONS.read_text(encoding="utf-8").split("\n## ")[1:]
    found = (_SECTION.match(f"## {section}") for section in sections)
    return {each["type"]: each["written"] for each in found if each}


def example_guide() -> Guide[Question]:
    """The guide that the shipped lessons and all examples make, as its readers see it."""
    with TemporaryDirectory() as folder:
        copytree(ROOT / "lessons", Path(folder) / "lessons")
        bank = "questions:\n" + "\n".join(examples().values())
        (Path(folder) / "quiz_bank.yaml").write_text(bank, encoding="utf-8")
        guide = open_guide(Path(folder))
        len(guide.problems)  # has the bank read, which later could not be found
        return guide


def write_files(folder: Path) -> None:
    """Write the files that `docs/guide-files.md` shows: a lesson with every block, and every shared table.

    Args:
        folder: where; it holds nothing yet.
    """
    _, header, tables = re.findall(r"^```yaml\n(.*?)^```$", FILES.read_text(encoding="utf-8"), _FENCED)
    lesson, blocks = re.findall(
        r"^(?P<fence>`{3,})markdown\n(.*?)^(?P=fence)$", FILES.read_text(encoding="utf-8"), _FENCED
    )
    files = {"guide.yaml": header, "01-a-quarrel.md": f"{lesson[1]}\n{blocks[1]}"}
    files |= dict(re.findall(r"^# lessons/(\S+)\n(.*?)(?=^# lessons/|\Z)", tables, _FENCED))
    (folder / "lessons").mkdir()
    for name, text in files.items():
        (folder / "lessons" / name).write_text(text, encoding="utf-8")
