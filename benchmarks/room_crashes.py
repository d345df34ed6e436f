"""Hosts killed at random moments while a class answers. `python -m benchmarks.room_crashes 50` says what was lost."""

import json
import random
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Timer
from time import monotonic

from benchmarks.classroom import Room
from benchmarks.crowd import ShownOut, frame_of
from tui.classroom.events import Answered
from tui.classroom.hosting import HostedRoom
from tui.classroom.log import read_log, rooms_in
from tui.classroom.timing import Clocks
from tui.classroom.words import AnswerId
from tui.guide.model import Guide
from tui.paths import shipped_guide
from tui.quiz.question import Question
from tui.study import open_guide, system_clock

PLAYERS = 20
LONGEST = 0.4
"""After so many seconds at most a host is killed."""


def killed(folder: Path, guide: Guide[Question], chance: random.Random) -> tuple[int, int]:
    """One host, killed: how many answers were acknowledged, and how many of them are lost."""
    room = Room(folder)
    acknowledged: Counter[int] = Counter()
    is_killed = Event()

    def kill() -> None:
        is_killed.set()
        room.process.kill()

    try:
        room.come_in(range(PLAYERS))
        options = room.does("open")["options"]
        Timer(chance.random() * LONGEST, kill).start()
        number = 0
        while True:
            number += 1
            frames = [(player, _answer(number, chance.choice(options))) for player in range(PLAYERS)]
            room.crowd.say(frames)
            room.crowd.hear(
                range(PLAYERS),
                b'"type":"saved"',
                lambda player, text: acknowledged.update({player: int(b"saved" in text)}),
            )
    except (ShownOut, ConnectionError):
        if not is_killed.is_set():
            raise
        room.process.wait()
    (kept,) = rooms_in(folder)
    again = HostedRoom.resume(kept.path, guide, Clocks(system_clock, monotonic))
    answers = [logged.event for logged in read_log(kept.path).events if isinstance(logged.event, Answered)]
    there = {(answer.seat, answer.answer) for answer in answers}
    lost = 0
    for player, count in acknowledged.items():
        seat = again.come_back(room.tokens[player])
        given = again.room.rounds[0].votes[0].of(seat)
        saved = {(seat, AnswerId(f"{each}")) for each in range(1, count + 1)}
        lost += not saved <= there or given is None or int(given.answer) < count
    assert again.room.began.code == room.code
    again.let_go()
    return sum(acknowledged.values()), lost


def _answer(number: int, option: str) -> bytes:
    response = {"type": "picked", "options": [option]}
    said = {"type": "answer", "id": str(number), "round": 1, "vote": 1, "response": response}
    return frame_of(json.dumps(said, ensure_ascii=False).encode())


def main() -> int:
    """Kill so many hosts."""
    guide, chance = open_guide(shipped_guide()), random.Random()
    total = gone = 0
    hosts = int(sys.argv[1])
    for number in range(hosts):
        with TemporaryDirectory() as folder:
            acknowledged, lost = killed(Path(folder), guide, chance)
        total, gone = total + acknowledged, gone + lost
        print(
            f"{number + 1} of {hosts} hosts killed: {total} answers acknowledged, {gone} players lost one", flush=True
        )
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
