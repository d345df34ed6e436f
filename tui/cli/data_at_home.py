"""`kruzhok data where|check|backup|restore`: the record where it is kept."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.data import there
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain, say

if TYPE_CHECKING:
    from argparse import Namespace


def where(folder: Path, _: "Namespace") -> Status:
    """Say where the record is, and all that kruzhok keeps beside it."""
    from tui.memory.backup import backups
    from tui.memory.doubts import NAME as DOUBTS
    from tui.memory.forgetting import records_in
    from tui.memory.merging import DEVICE, device_of
    from tui.memory.store import NAME

    kept = (folder / NAME).exists()
    say(f"{folder / NAME}{'' if kept else ' (nothing is kept yet)'}")
    saved = backups(folder)
    for backup in saved:
        say(f"backup: {backup}")
    for other in records_in(folder):
        if other != folder / NAME and other not in saved:
            say(f"an earlier record, set aside: {other}")
    if (folder / DOUBTS).exists():
        say(f"questions marked as doubtful: {folder / DOUBTS}")
    if device_of(folder):
        say(f"this device's name in synchronised folders: {folder / DEVICE}")
    return Status.FINE


def check(folder: Path, _: "Namespace") -> Status:
    """Read the record and its backups through; one that is damaged or gone does not hide how the others are."""
    from tui.memory.backup import backups
    from tui.memory.exchange import BrokenFile
    from tui.memory.foreign import rows_of_database
    from tui.memory.store import NAME

    saved = backups(folder)
    if not saved:
        there(folder / NAME)
    status = Status.FINE if _record_is_sound(folder / NAME) else Status.DATA
    for backup in saved:
        try:
            say(f"backup {backup.name}: {sum(1 for _ in rows_of_database(backup))}, sound")
        except BrokenFile as error:
            complain(f"backup {backup}: {error}. Nothing else is touched by this")
            status = Status.DATA
    return status


def _record_is_sound(path: Path) -> bool:
    from tui.memory.errors import DamagedRecord, NewerRecord
    from tui.memory.store import Store
    from tui.memory.trouble import reason_for

    if not path.is_file():
        complain(f"There is no record {path}. kruzhok data restore goes back to the latest sound backup")
        return False
    try:
        with closing(Store(path)) as store:
            entries = store.check()
    except (DamagedRecord, NewerRecord) as error:
        complain(f"{path}: {reason_for(error)}. Nothing was changed")
        return False
    say("1 entry, and it is sound" if entries == 1 else f"{entries} entries, all of them sound")
    return True


def backup(folder: Path, _: "Namespace") -> Status:
    """Make a backup."""
    from tui.memory.backup import back_up
    from tui.memory.store import NAME
    from tui.study import system_clock

    there(folder / NAME)
    say(str(back_up(folder, system_clock())))
    return Status.FINE


def restore(folder: Path, options: "Namespace") -> Status:
    """Go back to a backup: the one named, or the latest that is sound."""
    from tui.memory import backup as saved
    from tui.memory.errors import DamagedRecord, NewerRecord
    from tui.memory.trouble import reason_for
    from tui.study import system_clock

    meant = [there(Path(options.backup))] if options.backup else saved.backups(folder)
    if not meant:
        raise WrongCall("There is no backup yet. One is made each day that you use kruzhok, or by: kruzhok data backup")
    for backup in meant:
        try:
            aside = saved.restore(folder, backup, system_clock())
        except (DamagedRecord, NewerRecord) as error:
            complain(f"{backup}: {reason_for(error)}")
            continue
        say(f"restored: {backup}")
        if aside:
            say(f"the record before is kept: {aside}")
        return Status.FINE
    complain("Nothing was changed. kruzhok data where lists the backups")
    return Status.DATA
