"""`kruzhok data forget`: what is kept of a learner, erased."""

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.data import there
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain, say
from tui.text import counted

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.memory.forgetting import Forgotten

_WORD = "forget"
_ELSEWHERE = (
    "Not touched: what you exported, copied or wrote into a synchronised folder. While it is there, merging brings "
    "everything back."
)


def forget(folder: Path, options: "Namespace") -> Status:
    """Ask, and erase."""
    from tui.memory.forgetting import OpenElsewhere

    try:
        return _forget_guide(folder, options) if options.guide else _forget_all(folder, options)
    except OpenElsewhere:
        complain(f"{folder} is open in another window. Close kruzhok there first. Nothing was erased")
        return Status.DATA


def _forget_all(folder: Path, options: "Namespace") -> Status:
    from tui.memory.forgetting import forget as erase
    from tui.memory.forgetting import made_in

    made = list(made_in(folder))
    if not made:
        say(f"Nothing is kept in {folder}")
        return Status.FINE
    _ask(options, f"This erases all that is kept in {folder}, {counted(len(made), 'file', 'files')}, for good.")
    try:
        _tell(erase(folder))
    except OSError as error:
        complain(f"{error.filename or folder}: {(error.strerror or str(error)).lower()}. It is still there")
        return Status.DATA
    return Status.FINE


def _forget_guide(folder: Path, options: "Namespace") -> Status:
    from tui.cli.data_export import guide_named
    from tui.memory.forgetting import forget_guide
    from tui.memory.rewriting import Rewriting
    from tui.memory.store import NAME

    with closing(Rewriting(there(folder / NAME))) as store:
        guide = guide_named(store, options.guide)
        entries = store.guides()[guide]
    _ask(
        options,
        f"This erases {counted(entries, 'entry', 'entries')} of the guide {guide} for good, from your record and from "
        "each of its backups, and your marks on its questions.",
    )
    done = forget_guide(folder, guide)
    _tell(done)
    return Status.DATA if done.left else Status.FINE


def _tell(done: "Forgotten") -> None:
    for file in done.erased:
        say(f"erased: {file}" if not done.entries else f"erased in: {file}")
    for file in done.left:
        say(f"not touched: {file}")
    say(_ELSEWHERE)


def _ask(options: "Namespace", what: str) -> None:
    """See that it is meant.

    Raises:
        WrongCall: it is not, or there is nobody to ask.
    """
    from tui.plain.talk import Gone, Talk

    if options.yes:
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise WrongCall(f"{what} Nobody is there to ask whether you mean it: add --yes. Nothing was erased")
    talk = Talk(sys.stdin, sys.stderr)
    talk.say(what)
    try:
        if talk.hear(f"Type {_WORD} to go on; Enter leaves:").casefold() == _WORD:
            return
    except Gone:
        pass
    raise WrongCall("Nothing was erased")
