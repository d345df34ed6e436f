"""Processes timed from outside, the full-screen ones in a real pseudo-terminal."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Shown(NamedTuple):
    """How a full-screen program came up."""

    seconds: float
    """From its start until it was shown."""
    kilobytes: int
    """The most memory it had."""


def shown(module: str, data: str) -> Shown:
    """Run a probe in a terminal of 80×24 until it has shown itself.

    Args:
        module: the probe.
        data: the learner's data folder.
    """
    with TemporaryDirectory() as folder:
        note = Path(folder) / "shown"
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "SHOWN_AT": str(note)}
        environment["KRUZHOK_HOME"] = data
        began = time.monotonic_ns()
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(ROOT)
            os.execve(sys.executable, [sys.executable, "-m", module], environment)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        said = _read_to_end(terminal)
        _, status, usage = os.wait4(process, 0)
        if status or not note.exists():
            sys.exit(f"{module} did not show itself:\n{said.decode(errors='replace')}")
        return Shown((int(note.read_text("ascii")) - began) / 1e9, usage.ru_maxrss)


def seconds(*command: str) -> float:
    """How long a process takes from start to end."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def printed(*command: str) -> float:
    """The number that a process prints."""
    done = subprocess.run([sys.executable, *command], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout)


def _read_to_end(terminal: int) -> bytes:
    said = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece
    os.close(terminal)
    return said[-4000:]
