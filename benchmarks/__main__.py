"""`make bench`: measure everything over a compiled environment, print the table and keep it."""

import os
import platform
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import classroom, key_press, processes, records
from benchmarks.banks import FULL, SHORT, made_up
from benchmarks.figures import Figure, in_turn, paired_ratio, spread

RESULTS = Path(__file__).parent / "RESULTS.md"
VERSION = ("-c", "import re, sys; from tui.cli.main import main; sys.exit(main())", "--version")
STATUS = (
    "-c",
    "import os, sys; os.environ['KRUZHOK_HOME'] = sys.argv.pop(); from tui.cli.main import main; sys.exit(main())",
    "status",
)
CHECK = ("-c", "import sys; from tui.cli.main import main; main()", "check")
LOAD = ("-m", "benchmarks.probes.load")
HEAD = """# Figures

Made by `make bench`: ratios within one run, over a compiled environment, both sides measured in turn. Each figure is
the median of the paired ratios, but for memory and keys, where the medians are compared. A run decides nothing if its
control is out of range or others kept the machine busy.

{machine}, {date}; load when it began: {load:.1f}.

| what | measured | must reach | reached | medians |
|---|---|---|---|---|
"""


def figures() -> Iterator[Figure]:
    """All figures, one after the other."""
    yield from home()
    yield version()
    yield status()
    yield check()
    yield from banks()
    yield next_question()
    yield from records.figures()
    yield from classroom.figures()


def home() -> Iterator[Figure]:
    """How fast and how heavy home comes up, with bare against bare as control."""
    memory: dict[str, list[int]] = {"bare": [], "home": []}

    with TemporaryDirectory() as data:  # the round that does not count leaves a record behind

        def measured(name: str) -> float:
            shown = processes.shown(f"benchmarks.probes.{name}", data)
            memory[name].append(shown.kilobytes)
            return shown.seconds

        bare, ours, control = in_turn(21, lambda: measured("bare"), lambda: measured("home"), lambda: measured("bare"))
    times = f"{median(ours) * 1000:.0f} ms ÷ {median(bare) * 1000:.0f} ms, 21 pairs, {spread(ours, bare)}"
    same = paired_ratio(control, bare)
    yield Figure("home screen shown ÷ bare Textual app with one Static", paired_ratio(ours, bare), 1.35, times)
    yield Figure("control: bare ÷ bare, at most", max(same, 1 / same), 1.05, f"{same:.3f}, within 0.95–1.05")
    heavy, light = median(memory["home"]) / 1024, median(memory["bare"]) / 1024
    yield Figure("peak memory of the same", heavy / light, 1.3, f"{heavy:.1f} MiB ÷ {light:.1f} MiB")


def version() -> Figure:
    """How fast the command starts where it needs next to nothing."""
    ours, bare = in_turn(41, lambda: processes.seconds(*VERSION), lambda: processes.seconds("-c", "pass"))
    times = f"{median(ours) * 1000:.1f} ms ÷ {median(bare) * 1000:.1f} ms, 41 pairs, {spread(ours, bare)}"
    return Figure("`kruzhok --version` ÷ `python -c pass`", paired_ratio(ours, bare), 3, times)


def status() -> Figure:
    """How long a shell prompt waits, once kruzhok was opened and closed."""
    with TemporaryDirectory() as data:
        processes.seconds("-m", "tui", "demo", "--keep", data)
        ours, bare = in_turn(41, lambda: processes.seconds(*STATUS, data), lambda: processes.seconds("-c", "pass"))
    times = f"{median(ours) * 1000:.1f} ms ÷ {median(bare) * 1000:.1f} ms, 41 pairs, {spread(ours, bare)}"
    return Figure("`kruzhok status` ÷ `python -c pass`", paired_ratio(ours, bare), 4, times)


def check() -> Figure:
    """How long an author waits for a check, from start to end."""
    ours, bare = in_turn(21, lambda: processes.seconds(*CHECK), lambda: processes.seconds("-c", "pass"))
    times = f"{median(ours) * 1000:.0f} ms ÷ {median(bare) * 1000:.1f} ms, 21 pairs, {spread(ours, bare)}"
    # Where Python starts in 21 ms, this is 0.6 s.
    return Figure("`kruzhok check` of the guide that ships ÷ `python -c pass`", paired_ratio(ours, bare), 28, times)


def banks() -> Iterator[Figure]:
    """How fast banks are read, cold: each time in a new process."""
    with TemporaryDirectory() as place:
        folder = str(made_up(Path(place) / "full", 10_000, FULL))
        ours, theirs = in_turn(
            7, lambda: processes.printed(*LOAD, "kruzhok", folder), lambda: processes.printed(*LOAD, "yaml", folder)
        )
        times = f"{median(ours) * 1000:.0f} ms ÷ {median(theirs) * 1000:.0f} ms, 7 pairs, {spread(ours, theirs)}"
        what = "cold load of a 10,000-question bank with lines and columns ÷ PyYAML CSafeLoader alone"
        yield Figure(what, paired_ratio(ours, theirs), 0.25, times)
        many = str(made_up(Path(place) / "many", 100_000, SHORT))
        few = str(made_up(Path(place) / "few", 1_000, SHORT))
        long, brief = in_turn(
            5, lambda: processes.printed(*LOAD, "kruzhok", many), lambda: processes.printed(*LOAD, "kruzhok", few)
        )
        rates = [100_000 / each for each in long], [1_000 / each for each in brief]
        times = f"{median(rates[0]):,.0f}/s ÷ {median(rates[1]):,.0f}/s, 5 pairs, {spread(*rates)}"
        yield Figure("questions/s at 100,000 ÷ at 1,000", paired_ratio(*rates), 0.7, times, at_least=True)


def next_question() -> Figure:
    """How fast the next question follows its key."""
    ours, bare = key_press.next_question_and_option_move()
    times = f"{median(ours) * 1000:.1f} ms ÷ {median(bare) * 1000:.1f} ms, {len(ours)} and {len(bare)} keys"
    what = "next question shown after its key ÷ an option move in a bare Textual app"
    return Figure(what, median(ours) / median(bare), 2, times)


def machine() -> str:
    """What kind of machine this is."""
    model = platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        names = [
            line.partition(":")[2].strip() for line in information.read_text().splitlines() if "model name" in line
        ]
        model = names[0] if names else model
    return f"{os.cpu_count()} cores of {model}, {platform.system()}, Python {platform.python_version()}"


def main() -> int:
    """Measure, print, keep."""
    head = HEAD.format(machine=machine(), date=datetime.now(UTC).date().isoformat(), load=os.getloadavg()[0])
    print(head, end="", flush=True)
    rows, all_reached = [], True
    for figure in figures():
        print(figure.row, flush=True)
        rows.append(figure.row)
        all_reached = all_reached and figure.reached
    RESULTS.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return 0 if all_reached else 1


if __name__ == "__main__":
    sys.exit(main())
