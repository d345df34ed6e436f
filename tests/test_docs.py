"""What the docs show holds of the guide that ships."""

import re
import shutil
from pathlib import Path

from tui.guide.reader import read_guide
from tui.quiz.types import TYPES

ROOT = Path(__file__).parent.parent
_EXAMPLE = re.compile(r"```yaml\n(  - id: .*?)```", re.DOTALL)


def examples(name: str) -> list[str]:
    return _EXAMPLE.findall((ROOT / name).read_text(encoding="utf-8"))


def test_the_questions_that_the_docs_show_can_be_copied_into_the_bank(tmp_path: Path) -> None:
    shown = examples("docs/questions.md")
    assert len(shown) == len(TYPES)
    shutil.copytree(ROOT / "lessons", tmp_path / "lessons")
    (tmp_path / "quiz_bank.yaml").write_text("questions:\n" + "".join(shown), encoding="utf-8")
    guide = read_guide(tmp_path, TYPES)
    assert guide.problems == ()
    assert {type(question) for question in guide.questions.values()} == set(TYPES.values())


def test_the_question_in_the_readme_can_be_copied_too(tmp_path: Path) -> None:
    (shown,) = examples("README.md")
    shutil.copytree(ROOT / "lessons", tmp_path / "lessons")
    (tmp_path / "quiz_bank.yaml").write_text(f"questions:\n{shown}", encoding="utf-8")
    assert read_guide(tmp_path, TYPES).problems == ()
