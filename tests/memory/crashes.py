"""Learners who are killed as they answer, and learners in several windows at once.

`python -m tests.memory.crashes kills 200` kills so many, at moments of all kinds, and `together 10` opens so many new
records from several processes at once. Each says what it saw, and ends with 1 if an attempt is missing that was
acknowledged.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID
from zlib import crc32

from tests.memory.writing import learner
from tui.memory.attempt import Attempt
from tui.memory.store import NAME, Store
from tui.quiz.ask import Skipped
from tui.quiz.choosing import Choice
from tui.study import Study

WINDOWS = 3
"""How many are open at once."""
ANSWERS = 30
"""How many answers each of them gives."""
SPREAD = 300_000
"""A commit takes less than to count so far."""


def answering(data: Path, told: int, answers: int | None = None) -> None:
    """Answer, and tell of each attempt that was acknowledged."""
    with closing(learner(data)) as study:
        for given, attempt in enumerate(attempts(study)):
            if given == answers:
                break
            if study.unkept:
                sys.stderr.write(f"{study.unkept}\n")
                raise SystemExit(1)
            os.write(told, attempt.bytes)


def attempts(study: Study) -> Iterator[UUID]:
    """Answer for ever; the id of each attempt, once its verdict was told."""
    for number in count():
        sitting = study.begin(Choice(seed=str(number)))
        for _ in range(3):
            sitting.answer(Skipped())
            attempt = study.record.entries[-1]
            assert isinstance(attempt, Attempt)
            yield attempt.id
            sitting.go_on()
        sitting.leave()


def begun(work: Callable[[int], None]) -> tuple[int, int]:
    """Begin work in a process of its own: which, and where it tells."""
    heard, told = os.pipe()
    child = os.fork()
    if child:
        os.close(told)
        return child, heard
    os.close(heard)
    status = 1
    try:
        work(told)
        status = 0
    finally:
        os._exit(status)


def heard_from(pipe: int, attempts: int | None = None) -> list[UUID]:
    """The next attempts that were acknowledged; all, if None."""
    with_end = iter(lambda: os.read(pipe, 16), b"")
    return [UUID(bytes=each) for each, _ in zip(with_end, range(attempts) if attempts else count(), strict=False)]


def kept(data: Path) -> set[UUID]:
    """The attempts that the next start finds."""
    with closing(learner(data)) as study:
        assert study.notice is None, study.notice
        with closing(Store(data / NAME)) as store:
            return {entry.id for entry in store.entries(study.guide.id) if isinstance(entry, Attempt)}


def kills(data: Path, number: int) -> tuple[int, int]:
    """Kill so many learners: how many attempts were acknowledged, and how many of them are lost."""
    acknowledged: set[UUID] = set()
    for kill in range(number):
        chance = crc32(b"%d" % kill)
        child, pipe = begun(lambda told: answering(data, told))
        acknowledged.update(heard_from(pipe, 1 + chance % 12))
        for _ in range(chance % SPREAD):
            pass
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        acknowledged.update(heard_from(pipe))
        os.close(pipe)
    return len(acknowledged), len(acknowledged - kept(data))


def together(data: Path) -> tuple[int, int]:
    """Answer in several windows at once, from a record's first moment on: what was acknowledged, and what is lost."""
    children = [begun(lambda told: answering(data, told, ANSWERS)) for _ in range(WINDOWS)]
    acknowledged: set[UUID] = set()
    for child, pipe in children:
        acknowledged.update(heard_from(pipe))
        os.close(pipe)
        _, status = os.waitpid(child, 0)
        assert status == 0, "a window could not keep what it was told"
    return len(acknowledged), len(acknowledged - kept(data))


def main(what: str, number: int) -> int:
    """Do it, and say what was seen."""
    with TemporaryDirectory(prefix="kruzhok-crashes-") as folder:
        if what == "kills":
            acknowledged, lost = kills(Path(folder), number)
            ways = f"{number} kills"
        else:
            seen = [together(Path(folder, str(each))) for each in range(number)]
            acknowledged, lost = (sum(each) for each in zip(*seen, strict=True))
            ways = f"{number} times {WINDOWS} windows at once"
    sys.stdout.write(f"{ways}: {acknowledged} attempts acknowledged, {lost} lost\n")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
