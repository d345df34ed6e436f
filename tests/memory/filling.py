"""A learner whose disk fills: `python -m tests.memory.filling FOLDER [BYTES]`.

Answers until it is told that nothing more is kept; then there is room again, and the next answer. With BYTES no file
may grow beyond so many; without, the folder's file system is to fill, and a file `ballast` there is deleted then.
Says how many attempts there were before and after, what was told, and what is lost.
"""

import resource
import signal
import sys
from pathlib import Path

from tests.memory.writing import learner
from tui.quiz.ask import Skipped
from tui.quiz.choosing import Choice
from tui.study import Study

MOST = 20_000


def answer(study: Study) -> None:
    """Answer one question of a sitting."""
    sitting = study.begin(Choice(seed="seed"))
    sitting.answer(Skipped())
    sitting.leave()


def fill(data: Path, most: int | None) -> None:
    """Do it."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    if most:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    study = learner(data)
    while not study.unkept and len(study.record.attempts) < MOST:
        answer(study)
    told, before = study.unkept, len(study.record.attempts)
    if most:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    else:
        (data / "ballast").unlink()
    answer(study)
    sys.stdout.write(f"{before} {len(study.record.attempts)} {study.close()} {told}\n")


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
