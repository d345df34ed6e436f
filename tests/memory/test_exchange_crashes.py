"""A merge that is killed has done all or nothing."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_merge_that_is_killed_leaves_all_or_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.memory.merging_crashes", "4"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("4 merges killed")
