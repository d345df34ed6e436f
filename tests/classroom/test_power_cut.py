"""The power goes while a room's log is written: what was acknowledged is there, whatever is left of the rest."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.classroom.rooms import answered, began, joined, typed
from tests.samples import START
from tui.classroom import log_writer
from tui.classroom.events import Closed, Ended, Event, Left, Opened
from tui.classroom.log import BrokenLog, head, read_log, rooms_in
from tui.classroom.log_writer import continued, new_log
from tui.classroom.words import Seat

BLOCK = 64
"""How many bytes reach the disk together; less than on any disk, so that a short log has many."""
EVENTS = st.one_of(
    st.builds(Left, seat=st.sampled_from([Seat("1"), Seat("2")])),
    st.builds(lambda words: answered("1", typed(words)), st.text(max_size=80)),
    st.sampled_from([joined("Анна"), Opened(place=0), Closed(), Ended()]),
)
BATCHES = st.lists(st.lists(EVENTS, min_size=1, max_size=5), min_size=1, max_size=5)
FATES = st.lists(st.none() | st.just(bytes(BLOCK)) | st.binary(min_size=BLOCK, max_size=BLOCK), max_size=8)
"""What becomes of blocks: one is written, stays empty, or holds something else."""


class Written(NamedTuple):
    """A log as it was written, batch by batch."""

    batches: list[list[Event]]
    """What happened."""
    data: bytes
    """The whole file."""
    synced: list[int]
    """How many bytes there were at each sync."""

    @property
    def events(self) -> list[Event]:
        """All that happened."""
        return [event for batch in self.batches for event in batch]

    @property
    def acknowledged(self) -> list[Event]:
        """What was on the disk before the last batch was written."""
        return [event for batch in self.batches[:-1] for event in batch]

    @property
    def safe(self) -> int:
        """How many bytes were on the disk before the last batch was written."""
        return self.synced[-2] if len(self.synced) > 1 else len(head())


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """No disk is waited for: what is lost in a power cut is what the tests say."""
    with patch.multiple(log_writer, _sync=lambda _: None, sync_folder=lambda _: None):
        yield


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each example has a folder of its own."""
    return tmp_path_factory.mktemp("logs")


def log_of(batches: list[list[Event]], path: Path) -> Written:
    """A log that its writer has written, one sync for each batch."""
    synced: list[int] = []

    async def write() -> None:
        log = new_log(path)
        for batch in batches:
            for event in batch:
                log.add(event, START)
            await log.kept()
        log.let_go()

    with patch.object(log_writer, "_sync", lambda descriptor: synced.append(os.fstat(descriptor).st_size)):
        asyncio.run(write())
    assert len(synced) == len(batches)
    return Written(batches, path.read_bytes(), synced)


def after_cut(tail: bytes, fates: list[bytes | None], size: int) -> bytes:
    """What is found of bytes that were never synced.

    Args:
        tail: what was to be written.
        fates: what became of its blocks; the last fate is that of all that follow.
        size: how long the file has become.
    """
    blocks = [tail[start : start + BLOCK] for start in range(0, len(tail), BLOCK)]
    fates = [*fates, *(fates[-1:] or [None]) * len(blocks)]
    return b"".join(block if fate is None else fate for block, fate in zip(blocks, fates, strict=False))[:size]


def events_in(path: Path) -> list[Event]:
    return [each.event for each in read_log(path).events]


@given(batches=BATCHES, fates=FATES, size=st.integers(0, 4096))
def test_a_power_cut_leaves_what_was_acknowledged_and_the_log_goes_on(
    place: Path, batches: list[list[Event]], fates: list[bytes | None], size: int
) -> None:
    path = Path(mkdtemp(dir=place)) / "room.jsonl"
    written = log_of(batches, path)
    found = written.data[: written.safe] + after_cut(written.data[written.safe :], fates, size)
    path.write_bytes(found)
    log, read = continued(path)
    kept = [each.event for each in read.events]
    assert kept[: len(written.acknowledged)] == written.acknowledged
    assert kept == written.events[: len(kept)]
    assert read.torn == len(found) - read.size
    log.add(Closed(), START)
    log.let_go()
    assert events_in(path) == [*kept, Closed()]


@given(batches=BATCHES.filter(lambda batches: len(batches) > 1), data=st.data())
def test_damage_in_what_was_acknowledged_is_told_with_its_line(
    place: Path, batches: list[list[Event]], data: st.DataObject
) -> None:
    path = Path(mkdtemp(dir=place)) / "room.jsonl"
    written = log_of(batches, path)
    start = data.draw(st.integers(len(head()), written.safe - 1))
    length = data.draw(st.integers(1, written.safe - start))
    there = written.data[start : start + length]
    other = data.draw(st.just(bytes(length)) | st.binary(min_size=length, max_size=length).filter(lambda b: b != there))
    path.write_bytes(written.data[:start] + other + written.data[start + length :])
    line = written.data[:start].count(b"\n") + 1
    with pytest.raises(BrokenLog, match=rf"room\.jsonl, line {line}: "):
        continued(path)


async def test_a_line_says_what_was_on_the_disk_before_it_was_written(tmp_path: Path) -> None:
    path, loop = tmp_path / "room.jsonl", asyncio.get_running_loop()
    log = new_log(path)

    async def add(event: Event) -> None:
        log.add(event, START)

    def sync(_: int) -> None:  # the first sync takes so long that more happens meanwhile
        if len(later) == 2:
            asyncio.run_coroutine_threadsafe(add(later.pop()), loop).result()

    later: list[Event] = [Closed(), Closed()]
    with patch.object(log_writer, "_sync", sync):
        log.add(Opened(place=0), START)
        await log.kept()
        await log.kept()
    log.let_go()
    _, first, second = path.read_bytes().splitlines(keepends=True)
    assert b'"kept":%d,' % len(head()) in first
    assert b'"kept":%d,' % len(head() + first) in second


def test_what_goes_missing_at_the_end_is_never_missing_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "room.jsonl"
    written = log_of([[joined("Anna")], [Opened(place=0), Closed()]], path)
    for start in range(written.safe, len(written.data)):
        path.write_bytes(written.data[:start] + bytes([written.data[start] ^ 1]) + written.data[start + 1 :])
        try:
            read = read_log(path)
        except BrokenLog:
            continue
        assert read.torn
        line = len(read.events) + 2
        assert f"room.jsonl, line {line}" in read.loss(path)


def test_a_room_whose_end_was_torn_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "rooms" / "room.jsonl"
    written = log_of([[began()], [Opened(place=0), Closed(), Ended()]], path)
    assert rooms_in(tmp_path)[0].ended
    path.write_bytes(written.data[: written.safe] + bytes(10) + written.data[written.safe + 10 :])
    assert not rooms_in(tmp_path)[0].ended
    assert events_in(path) == written.acknowledged
