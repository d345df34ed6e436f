"""Nothing that was acknowledged is lost: neither to a kill, nor to another window."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def seen(*call: str) -> re.Match[str]:
    """What the script saw, in a process of its own: it forks."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.memory.crashes", *call], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = re.search(r"(\d+) attempts acknowledged, (\d+) lost", done.stdout)
    assert said, done.stdout
    return said


def test_a_killed_learner_loses_nothing_that_was_acknowledged() -> None:
    acknowledged, lost = map(int, seen("kills", "20").groups())
    assert acknowledged >= 20
    assert lost == 0


def test_windows_at_once_keep_everything_from_the_first_moment_on() -> None:
    acknowledged, lost = map(int, seen("together", "2").groups())
    assert (acknowledged, lost) == (180, 0)


def test_a_killed_learner_goes_on_with_every_answer_of_a_quiz_or_an_exam() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.memory.resuming_crashes", "10"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.fullmatch(r"10 kills: \d{2,} answers acknowledged, 0 lost, (?:[5-9]|10) gone on with\n", done.stdout)
