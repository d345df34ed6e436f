"""`kruzhok report`: which room is meant, in which form, and what becomes of a wrong key."""

import csv
import errno
import json
import os
from io import StringIO
from pathlib import Path

import pytest

from tests.classroom.hosts import SetClocks
from tests.cli.test_coverage import called
from tests.guides import BANK, small_guide
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp
from tui.classroom.happening import replay
from tui.classroom.hosting import HostedRoom
from tui.classroom.log import read_log
from tui.classroom.report.making import report_of
from tui.cli.status import Status
from tui.guide.words import QuestionId
from tui.paths import data_folder
from tui.quiz.ask import Picked
from tui.screens.report import ReportScreen
from tui.study import Study, open_guide

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return small_guide(tmp_path / "guide")


@pytest.fixture
def code(guide: Path) -> str:
    """A room in which four on paper were asked what it wanted, one of whom knew."""
    return hosted(guide)


def hosted(folder: Path) -> str:
    guide = open_guide(folder)
    host = HostedRoom.begin(guide, [guide.questions[QuestionId("what")]], data_folder(), SetClocks().both)
    host.open_next()
    for name, option in {"Anna": "Union control", "Boris": "Party control", "Vera": "Party control"}.items():
        host.answer_for(host.add_on_paper(name), Picked((option,)))
    host.close()
    host.reveal()
    host.end()
    host.let_go()
    return host.room.began.code


def left_empty(folder: Path, minutes: float = 1) -> str:
    """A room that was begun so much later, and that nobody joined."""
    guide, clocks = open_guide(folder), SetClocks()
    clocks.move(minutes * 60)
    host = HostedRoom.begin(guide, [guide.questions[QuestionId("what")]], data_folder(), clocks.both)
    host.let_go()
    return host.room.began.code


def said(capsys: Captured, guide: Path, *arguments: str) -> str:
    assert called("report", "--guide", str(guide), *arguments) == Status.FINE
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_without_a_room_it_says_how_to_host_one(capsys: Captured) -> None:
    assert called("report") == Status.WRONG_CALL
    assert capsys.readouterr().err == "kruzhok: No room was hosted here yet. Host one: kruzhok host\n"


def test_the_latest_room_is_meant_and_what_failed_comes_first(guide: Path, code: str, capsys: Captured) -> None:
    text = said(capsys, guide)
    assert text.startswith(f"A small guide\nRoom {code}, 14 January 2026. 3 pupils, 1 question counted.\n\nTeach again")
    assert (
        "Lesson 1, How it began: What it wanted\n    2 of 3 answers to question 1 were not fully right, which may"
        in text
    )
    assert "1 of 3 right, 33 % (6 % to 79 %). 3 of 3 answered." in text


def test_a_room_is_meant_by_its_code_whatever_its_case(guide: Path, code: str, capsys: Captured) -> None:
    hosted(guide)
    assert f"Room {code}," in said(capsys, guide, code.lower())
    assert called("report", "NOROOM") == Status.WRONG_CALL
    assert 'There is no room "NOROOM".' in capsys.readouterr().err


def test_a_later_room_that_nobody_joined_is_passed_over_unless_it_is_named(
    guide: Path, code: str, capsys: Captured
) -> None:
    empty = left_empty(guide)
    assert f"Room {code}," in said(capsys, guide)
    assert f"Room {empty}," in said(capsys, guide, empty)


def test_where_nobody_joined_any_room_the_latest_is_meant(guide: Path, capsys: Captured) -> None:
    left_empty(guide)
    latest = left_empty(guide, minutes=5)
    assert f"Room {latest}," in said(capsys, guide)


def test_the_rooms_are_listed(guide: Path, code: str, capsys: Captured) -> None:
    assert said(capsys, guide, "--list").split()[0] == code


def test_each_form_is_written_where_the_file_is_named(guide: Path, code: str, capsys: Captured, tmp_path: Path) -> None:
    page, table = tmp_path / "report.html", tmp_path / "report.csv"
    assert said(capsys, guide, "--output", str(page)) == f"{page}: the report\n"
    said(capsys, guide, "--output", str(table))
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    rows = list(csv.reader(StringIO(table.read_text(encoding="utf-8"))))
    assert rows[1:] == [
        ["Anna", "1", "what", "1", "correct"],
        *([name, "1", "what", "0", "wrong"] for name in ("Boris", "Vera")),
    ]
    assert json.loads(said(capsys, guide, "--format", "json"))["questions"][0]["right"] == 1


def test_a_name_that_says_no_form_is_told(guide: Path, code: str, capsys: Captured, tmp_path: Path) -> None:
    assert called("report", "--output", str(tmp_path / "report.doc")) == Status.WRONG_CALL
    assert "names no form" in capsys.readouterr().err


def test_where_the_key_was_wrong_all_is_graded_anew_and_stays_so(guide: Path, code: str, capsys: Captured) -> None:
    mended = BANK.replace("answer: Union control", "answer: Party control").replace(
        "choice: Party control", "choice: Union control"
    )
    (guide / "quiz_bank.yaml").write_text(mended, encoding="utf-8")
    assert called("report", "--guide", str(guide), "--regrade") == Status.FINE
    out, err = capsys.readouterr()
    assert err == "kruzhok: Question 1, what: 2 gain, 1 lose\n"
    assert "2 of 3 right" in out
    assert "Its key was mended afterwards, and all answers graded anew." in out
    assert "2 of 3 right" in said(capsys, guide)


def test_on_a_full_disk_nothing_is_graded_anew_and_that_is_said(
    guide: Path, code: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = BANK.replace("answer: Union control", "answer: Party control")
    mended = bank.replace("choice: Party control", "choice: Union control")
    (guide / "quiz_bank.yaml").write_text(mended, encoding="utf-8")
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full)
        assert called("report", "--guide", str(guide), "--regrade") == Status.WRONG_CALL
    out, err = capsys.readouterr()
    assert (out, err) == (
        "",
        "kruzhok: The room's log cannot be written (no space left on device). Nothing was changed\n",
    )
    assert "1 of 3 right" in said(capsys, guide)


def full(*_: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_without_its_guide_only_what_the_log_says_is_told(code: str, capsys: Captured) -> None:
    assert called("report") == Status.FINE
    out, err = capsys.readouterr()
    assert "panels are left out. Name its folder: --guide" in err
    assert "1 of 3 right" in out
    assert "The guide is not at hand" in out
    assert called("report", "--regrade") == Status.WRONG_CALL


def test_a_damaged_log_is_told_and_left_alone(guide: Path, code: str, capsys: Captured) -> None:
    (log,) = (data_folder() / "rooms").iterdir()
    whole = log.read_bytes()
    log.write_bytes(whole.replace(b"Vera", b"Vela"))
    assert called("report", "--guide", str(guide)) == Status.WRONG_CALL
    assert "it does not read as it was written" in capsys.readouterr().err
    assert log.read_bytes() == whole.replace(b"Vera", b"Vela")


def test_what_a_power_cut_left_of_the_last_line_is_told_and_left_out(guide: Path, code: str, capsys: Captured) -> None:
    (log,) = (data_folder() / "rooms").iterdir()
    torn = log.read_bytes() + b'{"crc":1'
    log.write_bytes(torn)
    assert called("report", "--guide", str(guide)) == Status.FINE
    out, err = capsys.readouterr()
    assert f"{log.name}, line 13: " in err
    assert "Left out: 8 bytes at its end" in err
    assert "1 of 3 right" in out
    assert log.read_bytes() == torn
    assert called("report", "--guide", str(guide), "--regrade") == Status.FINE
    assert "Left out: 8 bytes" in capsys.readouterr().err
    assert "Left out" not in said(capsys, guide)


async def test_on_the_screen_it_is_read_by_keys_and_leaving_it_leaves(guide: Path, code: str) -> None:
    (log,) = (data_folder() / "rooms").iterdir()
    events = read_log(log).events
    made = report_of(replay(events), events[0].at, open_guide(guide))
    app = KruzhokApp(Study(open_guide(guide)), lambda ways: ways.open_screen(ReportScreen(made, alone=True)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert f"Report of room {code}" in shown(app)
        assert "Teach again" in shown(app)
        await pilot.press("space")
        await settle(pilot)
        assert "Key points" in shown(app)
        await pilot.press("q")
    assert app.return_code == 0
