"""Opens the author's editor at the line that is on the screen."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from textual.app import App, SuspendNotSupported

_USUAL = ("+{line}", "{file}")
"""How vi and most others are told a line."""
_OTHERWISE = {
    **dict.fromkeys(("code", "codium", "cursor"), ("--wait", "--goto", "{file}:{line}")),
    **dict.fromkeys(("subl", "zed"), ("--wait", "{file}:{line}")),
    **dict.fromkeys(("hx", "helix"), ("{file}:{line}",)),
    "kate": ("--block", "--line", "{line}", "{file}"),
    "mate": ("--wait", "--line", "{line}", "{file}"),
}
MISQUOTED = "The quotes in $VISUAL or $EDITOR do not close. Mend them; then e opens your editor here."
NO_EDITOR = "Set $VISUAL or $EDITOR to the name of your editor; then e opens it here."


def editor_call(file: Path, line: int, environment: Mapping[str, str], *, windows: bool = os.name == "nt") -> list[str]:
    """The command that opens a file at a line.

    Args:
        file: the file.
        line: the line, counted from 1.
        environment: where `VISUAL`, or else `EDITOR`, names the editor, with arguments of its own if need be.
        windows: whether a backslash parts folders.

    Returns:
        The command, word by word; none, if no editor is named.
    """
    named = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        editor = [word.strip('"') for word in shlex.split(named, posix=False)] if windows else shlex.split(named)
    except ValueError:
        return []
    if not editor:
        return []
    # An absolute path never starts with a hyphen.
    told = {"line": line, "file": file.absolute()}
    name = (PureWindowsPath if windows else PurePosixPath)(editor[0]).stem
    return [*editor, *(word.format(**told) for word in _OTHERWISE.get(name, _USUAL))]


def edit(app: "App[Any]", file: Path, line: int) -> str:
    """Open the editor and wait until it is left.

    Args:
        app: gives the terminal away meanwhile.
        file: what to open.
        line: where, counted from 1.

    Returns:
        What to tell the learner; nothing if all went well.
    """
    call = editor_call(file, line, os.environ)
    if not call:
        return MISQUOTED if (os.environ.get("VISUAL") or os.environ.get("EDITOR", "")).strip() else NO_EDITOR
    try:
        # An error that left `suspend` would leave the terminal given away.
        with app.suspend(), _ctrl_c_left_to_the_editor():
            return _run(call)
    except SuspendNotSupported:
        return "This terminal cannot be given to an editor meanwhile."


def _run(call: Sequence[str]) -> str:
    try:
        subprocess.run(call, check=False)  # noqa: S603  the learner's own editor, without a shell
    except OSError as error:
        return f"{call[0]} cannot be started: {error.strerror}. Look at $VISUAL and $EDITOR."
    return ""


@contextmanager
def _ctrl_c_left_to_the_editor() -> Iterator[None]:
    """The terminal sends ctrl+c to both; a handler is not inherited, as ignoring it would be."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
