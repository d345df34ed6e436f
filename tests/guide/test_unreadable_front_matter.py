"""Front matter that cannot be read: told once, and not again for every question about its key points."""

from pathlib import Path

import pytest

from tests.guides import LESSON, small_guide
from tui.study import open_guide


@pytest.mark.parametrize(
    ("lesson", "code"),
    [
        (LESSON.replace("---\n", "", 1), "no-front-matter"),
        (LESSON.replace("}\n---", "}\n", 1), "unclosed-front-matter"),
        (LESSON.replace("title: How", "title: 'How"), "unclosed-quote"),
        (
            LESSON.replace("title: How", "title: 'How").replace("{id: began, kind: date,", "{kind: date, id: began,"),
            "unclosed-quote",
        ),
        (LESSON.replace("title: How it began\nkey_points:\n", ""), "front-matter-no-mapping"),
    ],
    ids=["missing", "unclosed", "broken", "broken, an id further back", "a list"],
)
def test_no_question_is_told_for_what_stands_in_front_matter_that_cannot_be_read(
    lesson: str, code: str, tmp_path: Path
) -> None:
    folder = small_guide(tmp_path / "guide")
    (folder / "lessons" / "01-how-it-began.md").write_text(lesson, encoding="utf-8")
    codes = [problem.code for problem in open_guide(folder).problems]
    assert code in codes
    assert "unknown-key-point" not in codes
