"""What a record costs that has grown for years: an answer kept, what is due, home coming up, all computed anew."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count as counting
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import UUID, uuid4

from msgspec.structs import replace

from benchmarks import processes
from benchmarks.figures import Figure, in_turn, paired_ratio, spread
from tui.guide.model import Guide
from tui.memory.attempt import Attempt, AttemptId, SittingId
from tui.memory.due import due_points
from tui.memory.keeper import Keeper
from tui.memory.remembering import remember_from_log
from tui.memory.steps import Happened, Log
from tui.memory.store import NAME, Row, Store
from tui.paths import shipped_guide
from tui.quiz.ask import Skipped
from tui.quiz.events import Answered, Mode
from tui.quiz.question import Question
from tui.quiz.verdict import Credit, Grade, Verdict
from tui.study import open_guide

FEW, MANY = 1_000, 1_000_000
"""How many attempts the records hold that are compared."""
LAST = datetime(2026, 1, 1, 18, tzinfo=UTC)
"""When the last of them was given."""
APART = timedelta(minutes=2)
"""How long after one another they were given: a million take under four years."""
PAGE = bytes(4096)
"""What is appended for comparison."""


def figures() -> Iterator[Figure]:
    """All figures about the record."""
    guide = open_guide(shipped_guide())
    with TemporaryDirectory() as place:
        few, many = (Path(place, str(count)) for count in (FEW, MANY))
        fill(few, guide, FEW)
        fill(many, guide, MANY)
        yield rebuilt(many, guide)
        yield kept(Path(place, "kept"), guide)
        yield due(many, few, guide)
        yield home(many, Path(place, "none"))


def fill(folder: Path, guide: Guide[Question], count: int) -> None:
    """Make a record of so many attempts, and let it be opened once, as a learner would have."""
    folder.mkdir(parents=True)
    with closing(Store(folder / NAME)) as store:
        store.add(Row.of(attempt.id, guide.id, attempt) for attempt in attempts(guide, count))
    Keeper(folder, guide.id, LAST).close(LAST)


def attempts(guide: Guide[Question], count: int) -> Iterator[Attempt]:
    """Attempts at all questions in turn, four in five of them right, the same each time."""
    random = Random(1)
    patterns = [_pattern(guide, question) for question in guide.questions.values()]
    for number in range(count):
        at = LAST - (count - number) * APART
        grade = Grade.CORRECT if random.random() < 0.8 else Grade.WRONG
        yield replace(
            patterns[number % len(patterns)],
            id=AttemptId(UUID(int=random.getrandbits(128))),
            grade=grade,
            credit=Credit(float(grade is Grade.CORRECT)),
            began=at,
            answered=at + timedelta(seconds=random.uniform(3, 50)),
        )


def kept(folder: Path, guide: Guide[Question]) -> Figure:
    """How long an answer waits until it is on the disk, with the step of its sitting."""
    folder.mkdir()
    pattern = next(attempts(guide, 1))
    verdict = Verdict(grade=pattern.grade, credit=pattern.credit, key=guide.questions[pattern.question].key)
    sitting, steps, answered = SittingId(uuid4()), counting(), Answered(pattern.response, verdict)
    keeper = Keeper(folder, guide.id, LAST)
    with (folder / "pages").open("wb", buffering=0) as file:

        def append() -> None:
            file.write(PAGE)
            os.fdatasync(file.fileno())

        def keep() -> None:
            unique = AttemptId(uuid4())
            step = Log(sitting, (Happened(answered, LAST, unique),), next(steps))
            keeper.keep([(unique, replace(pattern, id=unique))], step)

        ours, bare = in_turn(300, lambda: _time(keep), lambda: _time(append))
    keeper.close(LAST)
    times = f"{median(ours) * 1000:.2f} ms ÷ {median(bare) * 1000:.2f} ms, 300 pairs, {spread(ours, bare)}"
    return Figure("an attempt committed ÷ one 4 KiB append with fdatasync", paired_ratio(ours, bare), 1.5, times)


def due(many: Path, few: Path, guide: Guide[Question]) -> Figure:
    """How long it takes from the closed record to what is due."""

    def told(folder: Path) -> Callable[[], float]:
        def tell() -> None:
            keeper = Keeper(folder, guide.id, LAST)
            due_points(guide, keeper.record.knowledge, LAST)
            keeper.close(LAST)

        return lambda: _time(tell)

    long, brief = in_turn(21, told(many), told(few))
    times = f"{median(long) * 1000:.1f} ms ÷ {median(brief) * 1000:.1f} ms, 21 pairs, {spread(long, brief)}"
    what = f"what is due now, from the closed record, at {MANY:,} attempts ÷ at {FEW:,}"
    return Figure(what, paired_ratio(long, brief), 2, times)


def home(many: Path, none: Path) -> Figure:
    """How fast home comes up with a record that has grown for years."""
    long, brief = in_turn(21, *(lambda data=data: _home(data) for data in (many, none)))
    times = f"{median(long) * 1000:.0f} ms ÷ {median(brief) * 1000:.0f} ms, 21 pairs, {spread(long, brief)}"
    return Figure(f"home screen with {MANY:,} attempts ÷ with none", paired_ratio(long, brief), 1.15, times)


def rebuilt(folder: Path, guide: Guide[Question]) -> Figure:
    """How fast all that is remembered is computed from the whole log."""
    with closing(Store(folder / NAME)) as store:
        rate = MANY / _time(lambda: remember_from_log(store, guide.id))
    return Figure("remembered anew from the whole log, attempts/s", rate, 20_000, f"{MANY:,} attempts", at_least=True)


def _home(data: Path) -> float:
    return processes.shown("benchmarks.probes.home", str(data)).seconds


def _time(what: Callable[[], object]) -> float:
    began = perf_counter()
    what()
    return perf_counter() - began


def _pattern(guide: Guide[Question], question: Question) -> Attempt:
    return Attempt(
        id=AttemptId(UUID(int=0)),
        question=question.id,
        fingerprint=question.fingerprint,
        key_points=question.tests,
        lesson=guide.lesson_of(question).id,
        mode=Mode.PRACTICE,
        seed="seed",
        response=Skipped() if question.may_open else question.key,
        grade=Grade.CORRECT,
        credit=Credit(1.0),
        began=LAST,
        answered=LAST,
    )
