"""`kruzhok progress`: what it says, as text and for other programs."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.test_coverage import called
from tests.guides import small_guide
from tui.cli.status import Status
from tui.drawing.outlook import day_named
from tui.guide.words import QuestionId
from tui.memory.days import day_of
from tui.memory.opening import VERSION
from tui.paths import data_folder
from tui.quiz.ask import Picked
from tui.quiz.choosing import Choice
from tui.study import Study, open_guide

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return small_guide(tmp_path / "guide")


def answer(guide: Path, times: int, response: Picked) -> None:
    """Answer the question with options in as many sittings."""
    study = Study(open_guide(guide), data_folder=data_folder)
    for _ in range(times):
        sitting = study.begin(Choice(only=(QuestionId("what"),)))
        sitting.answer(response)
        sitting.leave()
    assert study.close() == 0


def said(capsys: Captured, *arguments: str) -> str:
    assert called("progress", *arguments) == Status.FINE
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_of_nothing_it_says_what_to_do(guide: Path, capsys: Captured) -> None:
    assert said(capsys, "--guide", str(guide)) == (
        "Nothing is answered yet. Take a quiz on a lesson: what you know of it will\nstand here.\n"
    )


def test_it_says_each_part_in_plain_lines(guide: Path, capsys: Captured) -> None:
    answer(guide, 2, Picked(("Party control",)))
    lines = said(capsys, "--guide", str(guide)).splitlines()
    assert [line for line in lines if line and line[0] != " "][1:] == [
        "Lessons",
        "Kinds",
        "Due",
        "Days",
        "Quizzes",
        "How sure you are",
        "Mix-ups",
    ]
    whole = " ".join(" ".join(lines).split())
    assert "1 of 2 key points asked" in whole
    assert "- dates: not asked yet." in whole
    assert "You have studied on 1 day," in whole
    assert "quiz: 0 of 1." in whole
    assert "You took “Party control” for “Union control”, twice. What did it want?" in whole


def test_other_programs_get_a_document_with_its_version(guide: Path, capsys: Captured) -> None:
    answer(guide, 2, Picked(("Party control",)))
    found = json.loads(said(capsys, "--json", "--guide", str(guide)))
    assert found["schema_version"] == 1
    (lesson,) = found["lessons"]
    assert [(point["id"], point["recall"] is None) for point in lesson["key_points"]] == [
        ("began", True),
        ("wanted", False),
    ]
    assert [attempt["outcome"] for attempt in lesson["key_points"][1]["attempts"]] == ["wrong", "wrong"]
    assert sum(day["key_points"] for day in found["due"]) == 1
    assert [(sitting["mode"], sitting["asked"]) for sitting in found["sittings"]] == [("practice", 1)] * 2
    assert found["confusions"] == [
        {
            "says": "You took “Party control” for “Union control”, twice.",
            "question": "what",
            "took": "Party control",
            "for": "Union control",
            "times": 2,
            "drill": ["what"],
        }
    ]


def test_a_record_of_a_newer_kruzhok_is_trouble_with_the_data(guide: Path, capsys: Captured) -> None:
    answer(guide, 1, Picked(("Party control",)))
    with closing(sqlite3.connect(data_folder() / "record.sqlite")) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert called("progress", "--guide", str(guide)) == Status.DATA
    assert "newer" in capsys.readouterr().err


def test_a_wrong_call_is_told(capsys: Captured) -> None:
    assert called("progress", "--jsn") == Status.WRONG_CALL
    assert "kruzhok progress --help" in capsys.readouterr().err


def test_the_date_to_be_ready_for_is_named(guide: Path, capsys: Captured) -> None:
    answer(guide, 1, Picked(("Party control",)))
    assert json.loads(said(capsys, "--json", "--guide", str(guide)))["ready_by"] is None
    assert "today you would score" not in said(capsys, "--guide", str(guide))
    today = day_of(Study(open_guide(guide)).now)
    soon = today + timedelta(days=9)
    be_ready(guide, capsys, soon.isoformat())
    told = " ".join(said(capsys, "--guide", str(guide)).split())
    assert f"{day_named(soon, today)} is in 9 days." in told
    found = json.loads(said(capsys, "--json", "--guide", str(guide)))["ready_by"]
    assert found["day"] == soon.isoformat()
    assert found.keys() == {"day", "now", "minutes_a_day", "with_plan", "without"}


def test_that_the_date_was_dropped_is_said(guide: Path, capsys: Captured) -> None:
    assert "There was no date to be ready for." in be_ready(guide, capsys, "none")
    today = day_of(Study(open_guide(guide)).now)
    soon = today + timedelta(days=9)
    be_ready(guide, capsys, soon.isoformat())
    assert f"The date to be ready for is dropped: {day_named(soon, today)}." in be_ready(guide, capsys, "none")


def be_ready(guide: Path, capsys: Captured, by: str) -> str:
    """Set the date, or drop it; what is said of it."""
    assert called("review", "--plain", "--by", by, "--guide", str(guide)) == Status.FINE
    return " ".join(capsys.readouterr().out.split())
