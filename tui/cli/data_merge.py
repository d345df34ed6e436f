"""`kruzhok data merge`: other records joined to the learner's."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.screen import Whose
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain, say
from tui.text import counted

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.memory.merging import Merged


def merge(folder: Path, options: "Namespace") -> Status:
    """Join what is there, and write the record into synchronised folders."""
    from tui.memory.merging import merge as join
    from tui.study import system_clock

    places = [Path(place) for place in options.places]
    for place in places:
        _look_at(folder, place, Whose.of(options))
    merged = join(folder, _files(places), system_clock())
    for file, entries in merged.read.items():
        say(f"{file}: {counted(entries, 'entry', 'entries')}")
    for file, reason in merged.refused.items():
        complain(f"{file}: {reason}. Nothing of it was merged")
    if merged.read:
        _tell(merged)
    written = [_write_for_others(folder, place, merged) for place in places if place.is_dir()]
    return Status.FINE if all(written) and not merged.refused else Status.WRONG_CALL


def _files(places: Iterable[Path]) -> list[Path]:
    from tui.memory.exchange import BrokenFile
    from tui.memory.merging import files_in

    files: list[Path] = []
    for place in places:
        try:
            files += files_in(place)
        except BrokenFile as error:
            raise WrongCall(f"{place}: {error}") from error
    return files


def _tell(merged: "Merged") -> None:
    new, different, _ = merged.joined
    say(
        f"{counted(new, 'entry was', 'entries were')} new to your record"
        if new
        else "Your record had all of it already"
    )
    if different:
        complain(
            f"{counted(different, 'entry has', 'entries have')} the id of one of yours, but another content: "
            "yours stayed"
        )


def _write_for_others(folder: Path, place: Path, merged: "Merged") -> bool:
    from uuid import uuid4

    from tui.memory.merging import write_for_others
    from tui.memory.store import NAME

    if not (folder / NAME).exists():
        complain(f"{place}: there is nothing to merge yet, here or there. Answer a question first")
        return False
    try:
        say(f"{write_for_others(folder, place, merged, uuid4)}: your record, for your other devices")
    except OSError as error:
        complain(
            f"{place}: your record cannot be written there for your other devices ({(error.strerror or '').lower()})"
        )
        return False
    return True


def _look_at(folder: Path, place: Path, whose: Whose) -> None:
    """See that a place can be meant."""
    from tui.memory.merging import device_of, file_of
    from tui.memory.store import NAME

    if not place.exists():
        raise WrongCall(f"There is no file or folder {place}")
    if not place.is_dir():
        return
    if (place / NAME).exists():
        raise WrongCall(
            f"{place} is where kruzhok keeps a record, not a synchronised folder. Name the file: {place / NAME}"
        )
    for other in whose.learners().everyone():
        device = device_of(other.folder)
        if other.folder != folder and device and (place / file_of(device)).exists():
            raise WrongCall(
                f"{place} holds the record of {other.name}. Each learner needs a synchronised folder of their own"
            )
