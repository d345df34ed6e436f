"""`kruzhok host`, up to where its screen begins."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.classroom.hosts import SetClocks
from tests.cli.test_coverage import called
from tests.cli.test_report import Captured, full, hosted
from tests.guides import BANK, small_guide
from tui.classroom.addresses import HERE, Place, place_at
from tui.classroom.hosting import HostedRoom
from tui.cli.status import Status
from tui.paths import data_folder
from tui.study import open_guide


@pytest.fixture
def resumed(monkeypatch: pytest.MonkeyPatch) -> list[HostedRoom]:
    """The rooms that would be shown."""
    shown: list[HostedRoom] = []

    def show(room: HostedRoom, *_: object) -> Status:
        shown.append(room)
        return Status.FINE

    monkeypatch.setattr("tui.cli.terminal.full_screen", lambda: True)
    monkeypatch.setattr("tui.cli.host._host", show)
    return shown


def test_a_resumed_room_says_what_a_power_cut_left_out(
    tmp_path: Path, resumed: list[HostedRoom], capsys: Captured
) -> None:
    guide = small_guide(tmp_path / "guide")
    code = hosted(guide)
    (log,) = (data_folder() / "rooms").iterdir()
    log.write_bytes(log.read_bytes()[:-1])  # the room's end is torn
    assert called("host", "--resume", code, "--guide", str(guide)) == Status.FINE
    assert [room.room.began.code for room in resumed] == [code]
    assert capsys.readouterr().err.startswith(f"kruzhok: {log.name}, line 12: from here on the log is not whole")
    assert called("host", "--resume", "--guide", str(guide)) == Status.FINE
    assert told(capsys) == ""


def test_a_room_that_is_left_before_its_end_says_how_it_goes_on(
    tmp_path: Path, resumed: list[HostedRoom], capsys: Captured
) -> None:
    guide = small_guide(tmp_path / "a guide")
    # Rooms of other tests come and go at the usual port, and another port would be spoken of.
    with closing(socket.create_server(("", 0))) as free:
        port = free.getsockname()[1]
    assert called("host", "--port", str(port), "--guide", str(guide)) == Status.FINE
    said = capsys.readouterr().err
    code = resumed[0].room.began.code
    call = f"kruzhok host --resume {code} --guide '{guide}'"
    assert said == f"kruzhok: Room {code} is not over. To go on with it: {call}\n"
    assert called("host", "--resume", code, "--guide", str(guide)) == Status.FINE
    assert capsys.readouterr().err == said
    assert [room.room.began.code for room in resumed] == [code, code]


def test_a_room_that_is_over_says_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def end(room: HostedRoom, *_: object) -> Status:
        room.end()
        return Status.FINE

    monkeypatch.setattr("tui.cli.terminal.full_screen", lambda: True)
    monkeypatch.setattr("tui.cli.host._host", end)
    assert called("host", "--guide", str(small_guide(tmp_path / "guide"))) == Status.FINE
    assert capsys.readouterr().err == ""


def test_what_could_not_be_kept_at_the_end_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def end(room: HostedRoom, *_: object) -> Status:
        monkeypatch.setattr(os, "write", full)
        room.end()
        return Status.FINE

    monkeypatch.setattr("tui.cli.terminal.full_screen", lambda: True)
    monkeypatch.setattr("tui.cli.host._host", end)
    assert called("host", "--guide", str(small_guide(tmp_path / "guide"))) == Status.FINE
    said = "What happened last in the room could not be kept: its log cannot be written (no space left on device)"
    assert capsys.readouterr().err == f"kruzhok: {said}\n"


def test_what_is_too_long_for_a_class_is_told_and_another_is_asked(
    tmp_path: Path, resumed: list[HostedRoom], capsys: Captured
) -> None:
    items = [f"{each} {'long ' * 250}end" for each in ("First", "Second", "Third", "Fourth")]
    asked = (
        f"  - {{id: sequence, type: order, kind: event, tests: began, question: When, items: [{', '.join(items)}]}}\n"
    )
    guide = small_guide(tmp_path / "guide", BANK + asked)
    called("check", str(guide))
    assert "warning: an answer to this question is too long for one message" in capsys.readouterr().out
    assert called("host", "--guide", str(guide), "--only", "sequence") == Status.WRONG_CALL
    assert "sequence has an answer so long that it does not fit into one message" in capsys.readouterr().err
    assert called("host", "--guide", str(guide)) == Status.FINE
    assert "sequence" not in {question.id for question in resumed[0].room.questions}


@pytest.fixture
def taken() -> Iterator[Place]:
    """A port at which another program listens."""
    place = place_at(HERE, 0, 1)
    with closing(place.listener):
        yield place


@pytest.fixture
def guide(tmp_path: Path) -> str:
    return str(small_guide(tmp_path / "guide"))


def told(capsys: Captured) -> str:
    """What is said besides how to go on with a room that was left."""
    return "".join(line for line in capsys.readouterr().err.splitlines(True) if "is not over" not in line)


def begun(guide: str, *arguments: str) -> Status:
    return Status(called("host", "--guide", guide, "--bind", HERE, "--port", "0", *arguments))


@pytest.mark.usefixtures("resumed")
def test_a_room_that_nobody_could_reach_leaves_no_log(guide: str, taken: Place, capsys: Captured) -> None:
    assert begun(guide, "--port", str(taken.port)) == Status.WRONG_CALL
    assert f"Port {taken.port} is taken by another program" in capsys.readouterr().err
    assert begun(guide, "--bind", "192.0.2.1") == Status.WRONG_CALL
    assert "No room can be hosted at 192.0.2.1" in capsys.readouterr().err
    assert not (data_folder() / "rooms").exists()


def test_a_room_goes_on_at_the_port_where_it_was(guide: str, resumed: list[HostedRoom], capsys: Captured) -> None:
    begun(guide)
    assert called("host", "--guide", guide, "--bind", HERE, "--resume") == Status.FINE
    first, again = resumed
    assert first.room.began.port == again.room.began.port
    assert told(capsys) == ""


def test_where_its_port_is_taken_pupils_are_said_to_need_another_address(
    guide: str, resumed: list[HostedRoom], capsys: Captured
) -> None:
    begun(guide)
    port = resumed[0].room.began.port
    with closing(place_at(HERE, port, 1).listener):
        assert called("host", "--guide", guide, "--bind", HERE, "--resume") == Status.FINE
    said = f"kruzhok: Port {port}, where this room was, is taken now: pupils need the new address, {HERE}:"
    assert told(capsys).startswith(said)


def test_which_of_several_rooms_goes_on_is_said_unless_it_was_named(
    guide: str, resumed: list[HostedRoom], capsys: Captured
) -> None:
    for _ in range(2):
        begun(guide)
    first, second = (each.room.began.code for each in resumed)
    assert called("host", "--guide", guide, "--bind", HERE, "--resume") == Status.FINE
    said = told(capsys)
    assert said.startswith(f"kruzhok: This is the latest room, {second}, begun ")
    assert f"There are others to go on with, {first}: kruzhok host --resume CODE" in said
    assert called("host", "--guide", guide, "--bind", HERE, "--resume", first) == Status.FINE
    assert [each.room.began.code for each in resumed[2:]] == [second, first]
    assert told(capsys) == ""


def test_a_room_that_nobody_joined_is_gone_on_with_only_where_there_is_no_other(
    guide: str, resumed: list[HostedRoom], capsys: Captured
) -> None:
    begun(guide)
    (log,) = (data_folder() / "rooms").iterdir()
    hosted = HostedRoom.resume(log, open_guide(Path(guide)), SetClocks().both)
    hosted.add_on_paper("Anna")
    hosted.let_go()
    begun(guide)
    joined, empty = (each.room.began.code for each in resumed)
    assert called("host", "--guide", guide, "--bind", HERE, "--resume") == Status.FINE
    said = told(capsys)
    assert said.startswith(f"kruzhok: This is the latest room that anybody joined, {joined}, begun ")
    assert f"There are others to go on with, {empty}: kruzhok host --resume CODE" in said
    assert called("host", "--guide", guide, "--bind", HERE, "--resume", empty) == Status.FINE
    assert [each.room.began.code for each in resumed[2:]] == [joined, empty]


def test_where_only_a_room_that_nobody_joined_goes_on_it_is_that_one(guide: str, resumed: list[HostedRoom]) -> None:
    hosted(Path(guide))
    begun(guide)
    assert called("host", "--guide", guide, "--bind", HERE, "--resume") == Status.FINE
    first, again = (each.room.began.code for each in resumed)
    assert first == again


def test_a_room_is_resumed_with_more_seats_and_never_fewer_than_are_taken(
    guide: str, resumed: list[HostedRoom], capsys: Captured
) -> None:
    begun(guide)
    (log,) = (data_folder() / "rooms").iterdir()
    hosted = HostedRoom.resume(log, open_guide(Path(guide)), SetClocks().both)
    for name in ("Anna", "Boris"):
        hosted.add_on_paper(name)
    hosted.let_go()
    for seats, there in (("70", 70), (None, 70), ("1", 2)):
        more = ("--seats", seats) if seats else ()
        assert called("host", "--guide", guide, "--bind", HERE, "--resume", *more) == Status.FINE
        assert resumed[-1].room.seats == there
    assert told(capsys) == "kruzhok: 2 seats are taken, so the room has as many\n"
