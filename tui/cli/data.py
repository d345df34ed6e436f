"""`kruzhok data`: the learner's own record: where it is, whether it is sound, and its backups."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.screen import Whose, whose_arguments
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "see to your own record: where it is, whether it is sound, its backups"


def arguments(parser: "ArgumentParser") -> None:
    """Declare the arguments."""
    does = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    does.add_parser("where", help="say where the record and its backups are")
    does.add_parser("check", help="read all of the record, and say whether it is sound")
    does.add_parser("backup", help="make a backup now; one a day is made by itself")
    restore = does.add_parser("restore", help="go back to a backup; the record as it is now is kept under another name")
    whose_arguments(parser, *does.choices.values())
    restore.add_argument("backup", metavar="BACKUP", nargs="?", help="a backup's file; if left out, the latest")


def run(options: "Namespace") -> int:
    """Do it; what goes wrong with the record is told."""
    from tui.cli.whose import folder_meant
    from tui.memory.errors import TROUBLES
    from tui.memory.store import NAME
    from tui.memory.trouble import reason_for

    folder = folder_meant(Whose.of(options))
    try:
        {"where": _where, "check": _check, "backup": _backup, "restore": _restore}[options.what](folder, options)
    except TROUBLES as error:
        about = getattr(options, "backup", None) or folder / NAME
        complain(f"{about}: {reason_for(error)}. Nothing was changed. kruzhok data where lists the backups")
        return Status.DATA
    return Status.FINE


def _where(folder: Path, _: "Namespace") -> None:
    from tui.memory.backup import backups
    from tui.memory.store import NAME

    there = (folder / NAME).exists()
    _say(f"{folder / NAME}{'' if there else ' (nothing is kept yet)'}")
    for backup in backups(folder):
        _say(f"backup: {backup}")


def _check(folder: Path, _: "Namespace") -> None:
    from contextlib import closing

    from tui.memory.store import NAME, Store

    _there(folder / NAME)
    with closing(Store(folder / NAME)) as store:
        entries = store.check()
    _say("1 entry, and it is sound" if entries == 1 else f"{entries} entries, all of them sound")


def _backup(folder: Path, _: "Namespace") -> None:
    from tui.memory.backup import back_up
    from tui.memory.store import NAME
    from tui.study import system_clock

    _there(folder / NAME)
    _say(str(back_up(folder, system_clock())))


def _restore(folder: Path, options: "Namespace") -> None:
    from tui.memory.backup import backups, restore
    from tui.study import system_clock

    there = backups(folder)
    if options.backup is None and not there:
        raise WrongCall("There is no backup yet. One is made each day that you use kruzhok, or by: kruzhok data backup")
    backup = Path(options.backup) if options.backup else there[0]
    _there(backup)
    aside = restore(folder, backup, system_clock())
    _say(f"restored: {backup}")
    if aside:
        _say(f"the record before is kept: {aside}")


def _there(path: Path) -> None:
    if not path.is_file():
        raise WrongCall(f"There is no file {path}: kruzhok data where lists what there is")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
