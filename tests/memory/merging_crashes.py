"""Merges that are killed: `python -m tests.memory.merging_crashes 30` kills so many, and says what it saw.

It ends with 1 if a record was damaged, or held a part of a merge.
"""

import os
import signal
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from tests.memory.crashes import begun
from tests.memory.test_exchange import written
from tests.memory.writing import rows
from tests.samples import START
from tui.memory.merging import merge
from tui.memory.rewriting import Rewriting
from tui.memory.store import NAME, Store

ENTRIES = 1500
"""How many entries a merge brings; every other one belongs between those that are there."""
SPREAD = 12_000_000
"""A merge takes about as long as to count so far."""


def kept(folder: Path) -> set[int]:
    """The entries that are there, once all of the record was read and found to be sound."""
    with closing(Rewriting(folder / NAME)) as store:
        store.check()
        return {row.id.int for row in store.rows()}


def kills(folder: Path, number: int) -> tuple[int, int]:
    """Kill so many merges: how many were not done, and how many were, by then. Each was one or the other."""
    folder.mkdir()
    with closing(Store(folder / NAME)) as store:
        store.add(rows(*range(0, ENTRIES, 2)))
    done = 0
    for kill in range(number):
        before = kept(folder)
        brings = range(kill * ENTRIES + 1, (kill + 1) * ENTRIES)
        file = written(folder.parent / "file", rows(*brings))

        def merging(_: int, file: Path = file) -> None:
            merge(folder, [file], START)

        child, pipe = begun(merging)
        for _ in range(crc32(b"%d" % kill) % SPREAD):
            pass
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(pipe)
        after = kept(folder)
        if after not in (before, before | set(brings)):
            raise SystemExit(f"kill {kill}: a part of a merge is there: {len(before)}, then {len(after)} entries")
        done += after != before
    merge(folder, [file], START)
    if kept(folder) != kept(folder) | set(brings):
        raise SystemExit("the merge after the last kill is not whole")
    return number - done, done


if __name__ == "__main__":
    with TemporaryDirectory(prefix="kruzhok-crashes-") as place:
        undone, done = kills(Path(place, "data"), int(sys.argv[1]))
    sys.stdout.write(f"{undone + done} merges killed: {undone} left nothing, {done} were done, all records sound\n")
