"""`kruzhok coverage`: what it prints, where, and with what exit status."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace as with_fields

from tests.guides import BANK, small_guide
from tests.samples import guide_of, lesson, pick
from tui.authoring.coverage import text
from tui.cli.main import main
from tui.cli.status import Status
from tui.guide.coverage import coverage_of
from tui.guide.words import Kind
from tui.text import Clean
from tui.typeset import cells

Captured = pytest.CaptureFixture[str]
WITHOUT_WHAT = BANK.partition("  - id: what")[0]
"""The bank's first question alone: `wanted` is tested by none."""


def called(*arguments: str) -> int:
    try:
        return main(arguments)
    except SystemExit as left:
        return int(left.code or 0)


def covered(guide: Path, capsys: Captured, *arguments: str) -> str:
    assert called("coverage", str(guide), *arguments) == Status.FINE
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_people_get_a_map_tables_and_what_is_missing(tmp_path: Path, capsys: Captured) -> None:
    guide = small_guide(tmp_path / "guide", WITHOUT_WHAT)
    assert (
        covered(guide, capsys)
        == f"""A small guide

¶           2 of 4 taught (50%), 1 tested
key points  1 of 2 tested (50%), 0 by two questions or more

¶1 ● 1  ¶2 ○ 0  ¶3 · -  ¶4 · -

● taught, and tested by so many questions   ○ taught, not tested   · not taught

kind                      key points      tested  twice  questions
date                               1      1 100%      0          1
position                           1      0   0%      0          0

stance                    key points      tested  twice  questions
As the document tells it           1      1 100%      0          1
The Opposition's view              1      0   0%      0          0

lesson                    key points      tested  twice  questions
How it began                       2      1  50%      0          1

questions  1
by kind    date 1
by type    date 1

Not covered, and where to write it (below what stands there):

{guide}/lessons/01-how-it-began.md:5: ¶3 to ¶4 are taught by no panel; write a key point with \
`source: 3`, and the panel that teaches it

{guide}/quiz_bank.yaml:2: no question tests
  wanted  It wanted union control.
"""
    )


def test_programs_get_json(tmp_path: Path, capsys: Captured) -> None:
    guide = small_guide(tmp_path / "guide", WITHOUT_WHAT)
    document: dict[str, Any] = json.loads(covered(guide, capsys, "--json"))
    assert document["schema_version"] == 1
    assert document["share"] == 0.5
    paragraphs, points, questions = document["paragraphs"], document["key_points"], document["questions"]
    assert (paragraphs["total"], paragraphs["taught"], paragraphs["tested"]) == (4, 2, 1)
    assert paragraphs["each"][0] == {"paragraph": 1, "panels": ["the-beginning"], "questions": ["when"]}
    assert (points["total"], points["tested"], points["tested_twice"]) == (2, 1, 0)
    assert set(points["by_kind"]) == set(Kind)
    assert points["by_kind"]["date"] == {"total": 1, "tested": 1, "tested_twice": 0, "questions": 1}
    assert points["by_stance"]["opposition"]["tested"] == 0
    assert points["by_lesson"]["how-it-began"]["total"] == 2
    assert points["each"][0] == {
        "id": "began",
        "kind": "date",
        "stance": "account",
        "lesson": "how-it-began",
        "panel": "the-beginning",
        "source": [1],
        "questions": ["when"],
        "types": ["date"],
    }
    assert (questions["total"], questions["by_kind"]["date"], questions["by_type"]) == (1, 1, {"date": 1})
    untaught, untested = document["uncovered"]
    assert untaught["paragraphs"] == [3, 4]
    assert untested == {
        "key_point": "wanted",
        "file": f"{guide}/quiz_bank.yaml",
        "line": 2,
        "column": 5,
        "message": "no question tests `wanted`: It wanted union control.",
        "hint": "write one with `tests: wanted`",
    }


@pytest.mark.parametrize(("least", "status"), [("0", Status.FINE), ("50", Status.FINE), ("51", Status.FALLS_SHORT)])
def test_too_little_fails_where_that_is_asked(least: str, status: Status, tmp_path: Path, capsys: Captured) -> None:
    """Half of the ¶ is taught, and both key points are tested: the lower counts."""
    assert called("coverage", str(small_guide(tmp_path / "guide")), "--fail-under", least) == status
    out, err = capsys.readouterr()
    assert out
    told = "kruzhok: Less than 51% is covered: 50% of the ¶ are taught, 100% of the key points tested\n"
    assert err == ("" if status is Status.FINE else told)


@pytest.mark.parametrize("wrong", ["-1", "101", "half", "50.5", "٥٠"])
def test_a_percentage_that_is_none_is_a_wrong_call(wrong: str, tmp_path: Path, capsys: Captured) -> None:
    guide = small_guide(tmp_path / "guide")
    assert called("coverage", str(guide), f"--fail-under={wrong}") == Status.WRONG_CALL
    out, err = capsys.readouterr()
    assert out == ""
    assert "a whole number from 0 to 100" in err


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_guide_with_mistakes_is_counted_and_the_check_is_named(
    form: list[str], tmp_path: Path, capsys: Captured
) -> None:
    guide = small_guide(tmp_path / "guide", BANK.replace("kind: position", "kind: opinion"))
    assert called("coverage", str(guide), *form) == Status.FINE
    out, err = capsys.readouterr()
    assert "no question tests" in out
    assert err.count("\n") == 1
    assert f"kruzhok check {guide}" in err


def test_a_guide_that_lacks_everything_is_counted(tmp_path: Path, capsys: Captured) -> None:
    assert called("coverage", str(tmp_path)) == Status.FINE
    out, err = capsys.readouterr()
    assert "key points  0 of 0 tested (0%)" in out
    assert "kruzhok check" in err


def test_the_whole_is_said_to_be_covered(tmp_path: Path, capsys: Captured) -> None:
    guide = small_guide(tmp_path / "guide")
    header = guide / "lessons" / "guide.yaml"
    header.write_text(header.read_text(encoding="utf-8").replace("paragraphs: 4", "paragraphs: 2"), encoding="utf-8")
    assert covered(guide, capsys, "--fail-under", "100").endswith(
        "\n\nAll of the source is taught, and every key point is tested.\n"
    )


@pytest.mark.parametrize("count", [40, 3000])
def test_no_line_is_wider_than_a_terminal(count: int) -> None:
    points = dict.fromkeys([f"a-key-point-with-quite-a-long-name-{number}" for number in range(40)], Kind.DATE)
    asked = tuple(pick(f"q{number}", Kind.DATE, *list(points)[:5]) for number in range(1200))
    wordy = with_fields(lesson("one", 2, points), title=Clean("A title that goes on and on 漢字 " * 8))
    guide = guide_of((wordy,), asked)
    longer = replace(guide, title=wordy.title, source=with_fields(guide.source, paragraphs=count))
    lines = text.written(coverage_of(longer)).splitlines()
    assert max(cells(line) for line in lines if ": no question" not in line and ": ¶" not in line) <= text.WIDTH


def test_all_is_never_said_of_less_than_all() -> None:
    assert (text.percent(Fraction(9999, 10000)), text.percent(Fraction(1)), text.percent(Fraction(29, 100))) == (
        "99%",
        "100%",
        "29%",
    )
