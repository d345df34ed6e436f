"""`kruzhok data`: the learner's own record: where it is, whether it is sound, its backups, and the way elsewhere."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.screen import Whose, whose_arguments
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "see to your own record: where it is, whether it is sound, its backups; take it elsewhere, or erase it"
_AT_HOME = "tui.cli.data_at_home"
_DONE_BY = {
    "where": _AT_HOME,
    "check": _AT_HOME,
    "backup": _AT_HOME,
    "restore": _AT_HOME,
    "export": "tui.cli.data_export",
    "merge": "tui.cli.data_merge",
    "forget": "tui.cli.data_forget",
}
"""In which module the function stands that does it."""


def arguments(parser: "ArgumentParser") -> None:
    """Declare the arguments."""
    does = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    does.add_parser("where", help="say where the record is, its backups, and what else is kept beside it")
    does.add_parser("check", help="read all of the record and its backups, and say whether they are sound")
    does.add_parser("backup", help="make a backup now; one a day is made by itself")
    restore = does.add_parser("restore", help="go back to a backup; the record as it is now is kept under another name")
    restore.add_argument(
        "backup", metavar="BACKUP", nargs="?", help="a backup's file; if left out, the latest that is sound"
    )
    export = does.add_parser(
        "export", help="write it all for another machine (JSON lines), and your attempts as a table (CSV)"
    )
    export.add_argument("folder", metavar="FOLDER", nargs="?", default=".", help="where to; if left out, this folder")
    export.add_argument("--guide", metavar="GUIDE", help="only what you did with this guide: its name in the record")
    merge = does.add_parser("merge", help="join other records to yours, in any order and as often as you like")
    merge.add_argument(
        "places",
        metavar="FILE|FOLDER",
        nargs="+",
        help="an export, another record or a backup; or a synchronised folder, in which your record is written for "
        "your other devices, too",
    )
    forget = does.add_parser("forget", help="erase the record and its backups, after asking")
    forget.add_argument(
        "--guide", metavar="GUIDE", help="erase only what you did with this guide: its name in the record"
    )
    forget.add_argument("--yes", action="store_true", help="do not ask")
    whose_arguments(parser, *does.choices.values())


def run(options: "Namespace") -> int:
    """Do it; what goes wrong with the record is told."""
    from tui.cli.whose import folder_meant
    from tui.memory.errors import TROUBLES
    from tui.memory.store import NAME
    from tui.memory.trouble import reason_for

    folder = folder_meant(Whose.of(options))
    try:
        status: int = getattr(import_module(_DONE_BY[options.what]), options.what)(folder, options)
    except TROUBLES as error:
        about = getattr(options, "backup", None) or folder / NAME
        complain(f"{about}: {reason_for(error)}. Nothing was changed. {_what_to_do(error)}")
        return Status.DATA
    return status


def _what_to_do(error: Exception) -> str:
    from sqlite3 import SQLITE_BUSY, SQLITE_FULL, SQLITE_IOERR, Error

    from tui.memory.opening import primary_code

    code = primary_code(error) if isinstance(error, Error) else None
    if code in {SQLITE_FULL, SQLITE_IOERR}:
        return "See whether the disk is full, or failing, and call it again"
    if code == SQLITE_BUSY:
        return "Close what else writes there, and call it again"
    return "kruzhok data where lists the backups"


def there(path: Path) -> Path:
    """A file that must be there.

    Raises:
        WrongCall: it is not.
    """
    if not path.is_file():
        raise WrongCall(f"There is no file {path}: kruzhok data where lists what there is")
    return path
