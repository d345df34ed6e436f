"""A room with its server, told what to do line by line on the standard input; each line is answered by one."""

import asyncio
import json
import resource
import sys
import time
from contextlib import suppress
from pathlib import Path

from tui.classroom.addresses import HERE, place_at
from tui.classroom.collecting import collect_seldom
from tui.classroom.hosting import HostedRoom, Rules
from tui.classroom.limits import Limits, Rate
from tui.classroom.server import RoomServer
from tui.classroom.timing import Clocks
from tui.paths import shipped_guide
from tui.quiz.types.choice import Choice
from tui.study import open_guide, system_clock

MANY = Rate(1_000_000, 1e6)
NO_LIMITS = Limits(sockets=10_000, handshakes=MANY, seats=MANY, wrong_codes=MANY, messages=MANY, backlog=2048)
"""All players come from one address here."""


async def main(folder: Path, seats: int) -> None:
    """Serve until the standard input ends."""
    guide = open_guide(shipped_guide())
    questions = [each for each in guide.questions.values() if isinstance(each, Choice)][:40]
    clocks = Clocks(system_clock, time.monotonic)
    host = HostedRoom.begin(guide, questions, folder, clocks, Rules(seats=seats, seed="seed"))
    server = RoomServer(host, NO_LIMITS)
    collect_seldom()
    server.listen(place_at(HERE, 0, NO_LIMITS.backlog))
    await server.start()
    _say(port=server.port, code=host.room.began.code)
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := (await lines.readline()).decode().strip():
        with suppress(KeyError):
            {"open": host.open_next, "close": host.close, "reveal": host.reveal, "end": host.end}[line]()
        if line == "open":
            _say(options=list(host.room.ask_of(host.room.rounds[-1]).options))  # type: ignore[union-attr]
        else:
            _say(kilobytes=_resident(), players=host.room.taken)
    await server.stop()
    host.let_go()


def _resident() -> float:
    """The memory in use now, in kB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1024


def _say(**said: object) -> None:
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
