"""What a room costs with a thousand players: acknowledgement, memory, a storm of returns; and that nothing is lost."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks.crowd import Crowd, frame_of
from benchmarks.figures import Figure, paired_ratio, spread
from tui.classroom.events import Answered
from tui.classroom.happening import replay
from tui.classroom.log import read_log, rooms_in
from tui.classroom.protocol import VERSION
from tui.classroom.report.making import report_of

PLAYERS = 1_000
ROUNDS = 15
"""How many rounds are measured beside the bare server."""
EXACT = 20
"""How many rounds are counted."""
DROPPING = 0.1
"""The share of the players who drop in each of these rounds."""


class Room:
    """A room in a process of its own, with its crowd."""

    def __init__(self, folder: Path) -> None:
        """Start it."""
        self.process = _started("benchmarks.probes.room_server", str(folder), str(PLAYERS))
        said = self._heard()
        self.port, self.code = said["port"], said["code"]
        self.crowd = Crowd(self.port)
        self.tokens: dict[int, str] = {}
        self.rounds = 0

    def does(self, what: str) -> dict[str, Any]:
        """Tell the host to do something."""
        assert self.process.stdin
        self.process.stdin.write(f"{what}\n")
        self.process.stdin.flush()
        return self._heard()

    def come_in(self, players: range) -> None:
        """All come in."""
        self.crowd.come(players)
        self._hello(list(players))

    def come_back(self, players: list[int]) -> None:
        """They come back to their seats."""
        self.crowd.come(players)
        self._hello(players)

    def _hello(self, players: list[int]) -> None:
        frames = []
        for player in players:
            hello = {"type": "hello", "version": VERSION, "code": self.code, "name": f"P{player}"}
            if player in self.tokens:
                hello["token"] = self.tokens[player]
            frames.append((player, frame_of(json.dumps(hello).encode())))
        self.crowd.say(frames)

        def take(player: int, text: bytes) -> None:
            self.tokens[player] = json.loads(text)["token"]

        self.crowd.hear(players, b'"type":"welcome"', take)

    def open_next(self) -> list[tuple[int, bytes]]:
        """Open a question; what each player answers."""
        options = self.does("open")["options"]
        self.rounds += 1
        self.crowd.hear(range(PLAYERS), b'"type":"asked"')
        return [(player, self.answer(options[player % len(options)])) for player in range(PLAYERS)]

    def answer(self, option: str) -> bytes:
        """An answer as a frame."""
        response = {"type": "picked", "options": [option]}
        said = {"type": "answer", "id": "1", "round": self.rounds, "vote": 1, "response": response}
        return frame_of(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())

    def close_round(self) -> None:
        """Close it, and show the key."""
        self.does("close")
        self.crowd.hear(range(PLAYERS), b'"type":"shut"')
        self.does("reveal")
        self.crowd.hear(range(PLAYERS), b'"type":"shown"')

    def _heard(self) -> dict[str, Any]:
        assert self.process.stdout
        said: dict[str, Any] = json.loads(self.process.stdout.readline())
        return said


def figures() -> Iterator[Figure]:
    """All figures about the classroom."""
    with TemporaryDirectory() as place, _room(Path(place)) as room, _bare() as bare:
        empty = room.does("look")["kilobytes"]
        room.come_in(range(PLAYERS))
        full = room.does("look")["kilobytes"]
        yield acknowledged(room, bare)
        yield Figure("memory a player, kB", (full - empty) / PLAYERS, 30, f"{full / 1024:.0f} − {empty / 1024:.0f} MiB")
        yield storm(room)
    with TemporaryDirectory() as place:
        yield exact(Path(place))


def acknowledged(room: Room, bare: Crowd) -> Figure:
    """A thousand answers at once, on the disk and acknowledged, beside a server that only acknowledges."""
    ours, theirs = [], []
    frames = [(player, frame_of(b'{"type":"answer","id":"1","round":1,"vote":1}')) for player in range(PLAYERS)]
    for _ in range(ROUNDS):
        answers = room.open_next()
        began = perf_counter()
        room.crowd.say(answers)
        room.crowd.hear(range(PLAYERS), b'"type":"saved"')
        ours.append(perf_counter() - began)
        room.close_round()
        began = perf_counter()
        bare.say(frames)
        bare.hear(range(PLAYERS), b'"type":"saved"')
        theirs.append(perf_counter() - began)
    times = f"{median(ours) * 1000:.0f} ms ÷ {median(theirs) * 1000:.0f} ms, {ROUNDS} pairs, {spread(ours, theirs)}"
    what = f"{PLAYERS:,} answers at once, on the disk and acknowledged ÷ a bare epoll server"
    return Figure(what, paired_ratio(ours, theirs), 4, times)


def storm(room: Room) -> Figure:
    """All drop, and come back in the same instant."""
    room.crowd.go(range(PLAYERS))
    began = perf_counter()
    room.come_back(list(range(PLAYERS)))
    took = perf_counter() - began
    players = room.does("look")["players"]
    return Figure(f"{PLAYERS:,} players drop and come back: all seated, seconds", took, 5, f"{players:,} seats")


def exact(folder: Path) -> Figure:
    """Answers acknowledged, in the log and in the report, where many drop between sending and hearing."""
    chance = random.Random(1)
    counted = 0
    with _room(folder) as room:
        room.come_in(range(PLAYERS))
        for _ in range(EXACT):
            answers = dict(room.open_next())
            dropping = chance.sample(range(PLAYERS), int(PLAYERS * DROPPING))
            room.crowd.say(list(answers.items()))
            room.crowd.go(dropping)
            room.crowd.hear(set(answers) - set(dropping), b'"type":"saved"')
            room.come_back(dropping)
            room.crowd.say([(player, answers[player]) for player in dropping])
            room.crowd.hear(dropping, b'"type":"saved"')
            counted += PLAYERS
            room.close_round()
        room.does("end")
    (kept,) = rooms_in(folder)
    events = read_log(kept.path).events
    logged = sum(isinstance(each.event, Answered) for each in events)
    reported = sum(asked.answered for asked in report_of(replay(events), kept.at, None).questions)
    off = max(counted, logged, reported) - min(counted, logged, reported)
    said = f"{counted:,} acknowledged, {logged:,} in the log, {reported:,} in the report"
    return Figure(f"{PLAYERS:,} players × {EXACT} questions with 10 % drops: answers apart", off, 0, said)


@contextmanager
def _room(folder: Path) -> Iterator[Room]:
    room = Room(folder)
    try:
        yield room
    finally:
        room.process.kill()
        room.process.wait()


@contextmanager
def _bare() -> Iterator[Crowd]:
    process = _started("benchmarks.probes.epoll_server")
    try:
        assert process.stdout
        crowd = Crowd(int(process.stdout.readline()))
        crowd.come(range(PLAYERS))
        yield crowd
    finally:
        process.kill()
        process.wait()


def _started(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
