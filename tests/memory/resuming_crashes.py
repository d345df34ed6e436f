"""Learners who are killed in a quiz or an exam, and go on with it: `python -m tests.memory.resuming_crashes 200`.

Each goes on where the one before was killed. It says how many answers were acknowledged, how many of them the next
start found neither in the sitting that was cut off nor on the record, and how often there was a sitting to go on with;
it ends with 1 if an answer is missing.
"""

import os
import signal
import sys
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID
from zlib import crc32

from tests.memory.crashes import SPREAD, begun, heard_from
from tests.memory.writing import learner
from tests.samples import right_answer_to
from tui.memory.attempt import Attempt
from tui.memory.store import NAME, Store
from tui.open_sitting import OpenSitting
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.study import Study


def going_on(data: Path, mode: Mode, told: int) -> None:
    """Go on with what was cut off, and then with others, for ever; tell of each answer that was acknowledged."""
    with closing(learner(data)) as study:
        while True:
            offered = study.cut_off.offered
            sitting = study.cut_off.resume(offered.log.sitting) if offered else study.begin(Choice(), mode)
            assert sitting is not None
            while not sitting.sitting.finished:
                answer(sitting, told)
            study.cut_off.look()


def answer(sitting: OpenSitting, told: int) -> None:
    """Answer the question that is shown, if it has no answer yet, and go on."""
    if sitting.sitting.current.response is None:
        sitting.answer(right_answer_to(sitting.question))
        os.write(told, sitting.id.bytes)
    if sitting.sitting.mode is Mode.PRACTICE:
        sitting.go_on()
    elif sitting.sitting.left_open:
        sitting.move(sitting.sitting.left_open[0])
        sitting.flag()
    else:
        sitting.hand_in()


def found(data: Path) -> tuple[Counter[UUID], bool]:
    """How many answers of each sitting the next start finds, and whether there is one to go on with."""
    with closing(learner(data)) as study:
        assert study.notice is None, study.notice
        offered = study.cut_off.offered
        answers = on_record(data, study)
        if offered and offered.sitting.mode is Mode.EXAM:
            assert not answers[offered.log.sitting], "an exam that goes on is on the record"
            given = sum(turn.response is not None for turn in offered.sitting.turns)
            answers[offered.log.sitting] = given
        return answers, offered is not None


def on_record(data: Path, study: Study) -> Counter[UUID]:
    """How many attempts of each sitting are on the record."""
    with closing(Store(data / NAME)) as store:
        entries = store.entries(study.guide.id)
    return Counter(entry.sitting for entry in entries if isinstance(entry, Attempt) and entry.sitting)


def kills(data: Path, number: int) -> tuple[int, int, int]:
    """Kill so many learners: answers acknowledged, how many of them are lost, and how often one could go on."""
    acknowledged: Counter[UUID] = Counter()
    lost = goes_on = 0
    for kill in range(number):
        chance = crc32(b"%d" % kill)
        mode = Mode.EXAM if kill % 2 else Mode.PRACTICE
        child, pipe = begun(partial(going_on, data, mode))
        acknowledged.update(heard_from(pipe, 1 + chance % 20))
        for _ in range(chance % SPREAD):
            pass
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        acknowledged.update(heard_from(pipe))
        os.close(pipe)
        answers, there = found(data)
        lost = max(lost, (acknowledged - answers).total())
        goes_on += there
    return acknowledged.total(), lost, goes_on


def main(number: int) -> int:
    """Do it, and say what was seen."""
    with TemporaryDirectory(prefix="kruzhok-crashes-") as folder:
        acknowledged, lost, goes_on = kills(Path(folder), number)
    sys.stdout.write(f"{number} kills: {acknowledged} answers acknowledged, {lost} lost, {goes_on} gone on with\n")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
