"""The room's log: what was acknowledged is in it, whatever befalls whoever writes it."""

import asyncio
import errno
import os
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from uuid import UUID

import pytest

from tests.classroom.hosts import Hosted
from tests.classroom.rooms import answered, choice, picked, text, typed
from tests.quiz.test_types_all import QUESTIONS
from tests.samples import START
from tui.classroom import log_writer
from tui.classroom.events import (
    Accepted,
    Answered,
    Began,
    Closed,
    Continued,
    Ended,
    Event,
    Joined,
    Left,
    Opened,
    PassedOver,
    Paused,
    Regraded,
    Rejoined,
    Removed,
    Renamed,
    Revealed,
    Scoring,
    SeatsMade,
    SecondVote,
    TimeGiven,
)
from tui.classroom.happening import replay
from tui.classroom.log import BrokenLog, read_log, rooms_in
from tui.classroom.log_writer import RoomInUse, continued, new_log
from tui.classroom.protocol import Saved
from tui.classroom.words import Nickname, RoomCode, RoomId, RoundNumber, Seat, TokenDigest
from tui.guide.words import GuideId
from tui.text import Clean

ROOT = Path(__file__).parent.parent.parent
SEAT, ONE = Seat("1"), RoundNumber(1)
ALL_QUESTIONS = Began(
    id=RoomId(UUID(int=7)),
    code=RoomCode("ABCDEF"),
    guide=GuideId("sample"),
    title=Clean('A "title" with ¶ and \\'),
    questions=tuple(QUESTIONS),
    seed="seed",
    seats=3,
    scoring=Scoring.SPEED,
)
EVENTS: list[Event] = [
    ALL_QUESTIONS,
    Joined(seat=SEAT, name=Nickname(Clean("Анна")), token=TokenDigest("digest")),
    Joined(seat=Seat("2"), name=Nickname(Clean("Ben")), token=None),
    Left(seat=SEAT),
    Rejoined(seat=SEAT),
    Renamed(seat=SEAT, name=Nickname(Clean("Anna"))),
    TimeGiven(seat=SEAT, share=0.5),
    SeatsMade(seats=40),
    Opened(place=0, limit=20.5),
    answered("1", picked("right")),
    answered("1", typed('{"type":"ended"}'), answer="2"),
    Paused(),
    Continued(),
    Closed(),
    SecondVote(),
    Revealed(),
    Accepted(round=ONE, fields=("one", "two")),
    Regraded(round=ONE, question=text()),
    PassedOver(),
    Removed(seat=SEAT),
    Ended(),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rooms" / "room.jsonl"


def written(path: Path, events: list[Event]) -> bytes:
    log = new_log(path)
    for event in events:
        log.add(event, START)
    log.let_go()
    assert not log.trouble
    return path.read_bytes()


def events_in(path: Path) -> list[Event]:
    return [each.event for each in read_log(path).events]


def test_every_event_is_read_back_as_it_was(path: Path) -> None:
    assert {type(event) for event in EVENTS} == set(get_args(Event))
    written(path, EVENTS)
    assert events_in(path) == EVENTS
    assert {each.at for each in read_log(path).events} == {START}


def test_a_log_from_before_the_port_was_kept_is_read(path: Path) -> None:
    head, line, _ = written(path, [ALL_QUESTIONS]).split(b"\n")
    body = line.partition(b',"body":')[2][:-1].replace(b',"port":null', b"")
    assert b"port" not in body
    path.write_bytes(b'%b\n{"crc":%d,"body":%b}\n' % (head, zlib.crc32(body), body))
    assert events_in(path) == [ALL_QUESTIONS]


def test_every_event_is_one_line_of_ascii_or_more(path: Path) -> None:
    assert written(path, EVENTS).count(b"\n") == len(EVENTS) + 1


def test_a_log_torn_at_any_byte_loses_its_last_line_alone(path: Path) -> None:
    events = [EVENTS[1], EVENTS[8], EVENTS[9], EVENTS[16]]
    data = written(path, events)
    ends = [place + 1 for place, byte in enumerate(data) if byte == ord("\n")]
    for size in range(ends[0], len(data) + 1):
        path.write_bytes(data[:size])
        whole = sum(end <= size for end in ends)
        read = read_log(path)
        assert [each.event for each in read.events] == events[: whole - 1]
        assert read.size == ends[whole - 1]


@pytest.mark.parametrize("tail", [b"", b'{"crc":1', b"\0\0\0\0", b"\xff\xfe"])
def test_a_torn_log_is_gone_on_with(path: Path, tail: bytes) -> None:
    written(path, EVENTS[1:3])
    with path.open("ab") as file:
        file.write(tail)
    log, read = continued(path)
    assert [each.event for each in read.events] == EVENTS[1:3]
    log.add(EVENTS[3], START)
    log.let_go()
    assert events_in(path) == EVENTS[1:4]


def test_a_log_without_its_first_line_is_none(path: Path) -> None:
    data = written(path, [])
    for size in range(len(data)):
        path.write_bytes(data[:size])
        with pytest.raises(BrokenLog, match="holds no room"):
            read_log(path)


def test_any_other_damage_is_told_with_its_line(path: Path) -> None:
    data = written(path, EVENTS[1:6])
    starts = [0, *(place + 1 for place, byte in enumerate(data) if byte == ord("\n"))]
    for place in range(starts[1], starts[-2]):  # damage in the last line may be a power cut's
        if data[place] == ord("\n"):
            continue
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        line = sum(start <= place for start in starts)
        with pytest.raises(BrokenLog, match=f"line ({line}|{line + 1}):"):
            read_log(path)


def test_a_line_that_is_missing_or_stands_twice_is_told(path: Path) -> None:
    lines = written(path, EVENTS[1:6]).splitlines(keepends=True)
    for other in ([*lines[:2], *lines[3:]], [*lines[:3], lines[2], *lines[3:]], [*lines[:2], lines[3], lines[2]]):
        path.write_bytes(b"".join(other))
        with pytest.raises(BrokenLog, match=r"room\.jsonl, line [34]: "):
            read_log(path)


def test_what_is_no_log_or_a_newer_one_is_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"form":"kruzhok record","version":1}\n')
    with pytest.raises(BrokenLog, match="not the log of a room"):
        read_log(path)
    path.write_text('{"form":"kruzhok room","version":2}\n')
    with pytest.raises(BrokenLog, match="newer kruzhok"):
        read_log(path)


def test_two_hosts_never_write_one_log(path: Path) -> None:
    log = new_log(path)
    log.add(EVENTS[1], START)
    with pytest.raises(RoomInUse, match="another host"):
        continued(path)
    with pytest.raises(FileExistsError):
        new_log(path)
    log.let_go()
    again, _ = continued(path)
    again.let_go()


@pytest.fixture
def syncs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows with each sync."""
    counted: list[int] = []

    def sync(descriptor: int) -> None:
        counted.append(descriptor)
        os.fsync(descriptor)

    monkeypatch.setattr(log_writer, "_sync", sync)
    return counted


async def test_many_answers_share_one_sync(path: Path, syncs: list[int]) -> None:
    log = new_log(path)
    before = len(syncs)
    for _ in range(500):
        log.add(EVENTS[8], START)
    await asyncio.gather(*(log.kept() for _ in range(500)))
    assert len(syncs) - before == 1
    assert len(read_log(path).events) == 500
    log.let_go()


def test_a_new_log_has_its_name_and_its_folders_on_the_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(log_writer, "sync_folder", synced.append)
    new_log(path).let_go()
    assert synced == [path.parent, path.parent.parent]


def test_a_log_that_is_gone_on_with_is_on_the_disk_before_anybody_is_told_of_it(path: Path, syncs: list[int]) -> None:
    written(path, EVENTS[1:3])
    before = len(syncs)
    log, _ = continued(path)
    assert len(syncs) == before + 1
    log.let_go()


class FullDisk:
    """A disk that takes half of what is written, and then no more, while it is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        self._write = os.write
        monkeypatch.setattr(os, "write", self.write)

    def write(self, descriptor: int, data: bytes) -> int:
        if not self.full:
            return self._write(descriptor, data)
        if len(data) > 40:
            return self._write(descriptor, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    return FullDisk(monkeypatch)


async def settled() -> None:
    """Let the thread that writes come to its end."""
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        if "_store_all" in repr(task):
            await task


async def test_a_full_disk_is_told_and_nothing_acknowledged_until_there_is_room(tmp_path: Path, disk: FullDisk) -> None:
    hosted = Hosted(tmp_path)
    (anna,) = hosted.joins("Anna")
    hosted.host.open_next()
    await hosted.host.kept()
    disk.full = True
    sent = asyncio.ensure_future(hosted.answers(anna, picked("right")))
    await asyncio.sleep(0)
    await settled()
    hosted.host.tick()
    await settled()
    assert hosted.host.trouble == "No space left on device"
    assert not sent.done()
    assert len(read_log(hosted.path).events) == 3
    disk.full = False
    hosted.host.tick()
    assert isinstance(await sent, Saved)
    assert not hosted.host.trouble
    hosted.host.let_go()
    assert replay(read_log(hosted.path).events) == hosted.host.room


async def test_what_could_not_be_written_at_the_end_was_never_acknowledged(tmp_path: Path, disk: FullDisk) -> None:
    hosted = Hosted(tmp_path)
    (anna,) = hosted.joins("Anna")
    hosted.host.open_next()
    await hosted.host.kept()
    disk.full = True
    sent = asyncio.ensure_future(hosted.answers(anna, picked("right")))
    await asyncio.sleep(0)
    await settled()
    hosted.host.let_go()
    await asyncio.sleep(0)
    assert not sent.done()
    sent.cancel()
    assert hosted.host.trouble
    assert len(read_log(hosted.path).events) == 3


async def test_a_log_that_was_deleted_acknowledges_nothing(path: Path) -> None:
    log = new_log(path)
    path.unlink()
    log.add(EVENTS[1], START)
    waiting = asyncio.ensure_future(log.kept())
    await asyncio.sleep(0)
    await settled()
    assert log.trouble == "its file was deleted"
    assert not waiting.done()
    log.let_go()


def test_rooms_are_found_the_latest_first(tmp_path: Path) -> None:
    assert rooms_in(tmp_path) == ()
    one, two = Hosted(tmp_path), Hosted(tmp_path)
    two.clocks.move(60)
    three = Hosted(tmp_path)
    one.host.end()
    (tmp_path / "rooms" / "torn.jsonl").write_bytes(b'{"form":"kruz')
    (tmp_path / "rooms" / "other.jsonl").write_bytes(b"{}\n{}\n")
    (tmp_path / "rooms" / "notes.txt").write_bytes(b"")
    found = rooms_in(tmp_path)
    assert {room.began.code for room in found} == {each.host.room.began.code for each in (one, two, three)}
    assert {room.began.code: room.ended for room in found}[one.host.room.began.code]
    assert sum(room.ended for room in found) == 1
    assert found[0].at >= found[-1].at
    assert found[0].path.name.startswith(f"{START.astimezone():%Y-%m-%d}-")


KILLED = """
import asyncio, sys
from pathlib import Path
from tests.classroom.hosts import Hosted
from tests.classroom.rooms import picked

async def main():
    hosted = Hosted(Path(sys.argv[1]))
    seats = hosted.joins(*(f"Player {number}" for number in range(30)))
    hosted.host.open_next()
    async def player(seat):
        for number in range(10_000):
            await hosted.answers(seat, picked("right" if number % 2 else "near"), f"{seat}-{number}")
            sys.stdout.write(f"{seat}-{number}\\n")
            sys.stdout.flush()
    await asyncio.gather(*map(player, seats))

asyncio.run(main())
"""


def acknowledged(folder: Path, enough: int) -> Iterator[str]:
    """What a host acknowledges that is killed in the midst of it."""
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as host:
        assert host.stdout is not None
        for number, line in enumerate(host.stdout):
            if number == enough:
                host.send_signal(signal.SIGKILL)
            if line.endswith("\n"):
                yield line.strip()


@pytest.mark.parametrize("enough", [7, 200, 777])
def test_a_host_killed_while_writing_loses_nothing_that_it_acknowledged(tmp_path: Path, enough: int) -> None:
    said = set(acknowledged(tmp_path, enough))
    assert len(said) > enough
    (room,) = rooms_in(tmp_path)
    kept = {event.answer for event in events_in(room.path) if isinstance(event, Answered)}
    assert said <= kept
    replay(read_log(room.path).events)


def test_the_log_of_a_room_holds_no_secret_of_a_player(tmp_path: Path) -> None:
    hosted = Hosted(tmp_path, choice())
    seated = hosted.host.join(hosted.host.room.began.code, "Anna")
    assert len(seated.token) == 22
    assert seated.token.encode() not in hosted.path.read_bytes()
