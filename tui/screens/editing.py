"""Opens the author's editor at the line that is on the screen."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from tui.guide.errors import Place

_USUAL = ("+{line}", "{file}")
"""How vi and most others are told a line."""
_OTHERWISE = {
    **dict.fromkeys(("code", "codium", "cursor"), ("--wait", "--goto", "{file}:{line}")),
    **dict.fromkeys(("subl", "zed"), ("--wait", "{file}:{line}")),
    **dict.fromkeys(("hx", "helix"), ("{file}:{line}",)),
    "kate": ("--block", "--line", "{line}", "{file}"),
    "mate": ("--wait", "--line", "{line}", "{file}"),
}
NO_EDITOR = "Set $VISUAL or $EDITOR to the name of your editor; then e opens it here."


def editor_call(place: Place, environment: Mapping[str, str]) -> list[str]:
    """The command that opens a file at a line.

    Args:
        place: the file and the line.
        environment: where `VISUAL`, or else `EDITOR`, names the editor, with arguments of its own if need be.

    Returns:
        The command, word by word; none, if no editor is named.
    """
    try:
        editor = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "")
    except ValueError:
        return []
    if not editor:
        return []
    # An absolute path never starts with a hyphen.
    told = {"line": place.line, "file": Path(place.file).absolute()}
    return [*editor, *(word.format(**told) for word in _OTHERWISE.get(Path(editor[0]).stem, _USUAL))]


def edit(app: "App[Any]", place: Place) -> str:
    """Open the editor and wait until it is left.

    Args:
        app: gives the terminal away meanwhile.
        place: what to open.

    Returns:
        What to tell the learner; nothing if all went well.
    """
    call = editor_call(place, os.environ)
    if not call:
        return NO_EDITOR
    try:
        with app.suspend():
            subprocess.run(call, check=False)  # noqa: S603  the learner's own editor, without a shell
    except SuspendNotSupported:
        return "This terminal cannot be given to an editor meanwhile."
    except OSError as error:
        return f"{call[0]} cannot be started: {error.strerror}. Look at $VISUAL and $EDITOR."
    return ""
