"""Who learns on this computer: each learner has a folder of their own, and the first one the data folder itself."""

import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tui.paths import LEARNERS, LOG, RECORD
from tui.text import Clean, clean

NAME_FILE = "learner.txt"
"""A learner's name, in their folder: as it is shown."""
LONGEST_NAME = 40
"""How many characters a name has at most."""
MOST = 500
"""How many learners are looked for; a folder with more was not made by kruzhok."""
UNNAMED = Clean("First learner")
"""What the first learner is called as long as they have no name."""
_LONGEST_SLUG = 20


class BadName(ValueError):
    """A learner cannot be called so; the message says why."""


class Learner(NamedTuple):
    """Somebody who learns on this computer."""

    name: Clean
    """What they are called."""
    folder: Path
    """Where their record is."""


def name_from(typed: str) -> Clean:
    """A name, made harmless.

    Args:
        typed: what was typed.

    Raises:
        BadName: nothing is left of it that could be read aloud, or it is too long.
    """
    name = Clean(" ".join(clean(typed, one_line=True).split()))
    if not any(character.isalnum() for character in name):
        raise BadName("A name needs a letter or a digit")
    if len(name) > LONGEST_NAME:
        raise BadName(f"A name has at most {LONGEST_NAME} characters")
    return name


class Learners:
    """All who learn on this computer."""

    def __init__(self, folder: Path) -> None:
        """Those whose records are in a data folder.

        Args:
            folder: the data folder; it need not exist.
        """
        self._folder = folder

    def everyone(self) -> list[Learner]:
        """Who has a record here, or a name: the first learner, then the others in the order in which they came."""
        return [
            Learner(_name_in(folder) or fallback, folder) for folder, fallback in self._places() if _lived_in(folder)
        ]

    def usual(self) -> Learner:
        """Whose record it is if nobody says: the first one's, be it one still to begin."""
        return next(iter(self.everyone()), Learner(UNNAMED, self._folder))

    def called(self, name: str) -> Learner | None:
        """The learner with this name, however its letters are written; None, if there is none."""
        return next((each for each in self.everyone() if _same(each.name) == _same(name)), None)

    def last_here(self, learner: Learner) -> datetime | None:
        """When something was last written into a learner's record, in UTC; None, if nothing is there to tell."""
        times = []
        for end in ("", LOG):
            with suppress(OSError):
                there = Path(f"{learner.folder / RECORD}{end}").stat()
                times += [there.st_mtime] if there.st_size else []
        return datetime.fromtimestamp(max(times), UTC) if times else None

    def begin(self, name: Clean) -> Learner:
        """Make a place for a new learner; who is the first gets the data folder itself.

        Args:
            name: what they are called, from `name_from`.

        Returns:
            The new learner, or the one who has this name already.

        Raises:
            OSError: the place cannot be made.
        """
        there = self.called(name)
        if there:
            return there
        folder = self._new_folder(name) if self.everyone() else self._folder
        learner = Learner(name, folder)
        _write_name(learner)
        return learner

    def rename(self, learner: Learner, name: Clean) -> Learner:
        """Call a learner by another name; their folder stays.

        Args:
            learner: who.
            name: the new name, from `name_from`.

        Returns:
            The learner with the new name.

        Raises:
            BadName: another learner has it.
            OSError: it cannot be written.
        """
        there = self.called(name)
        if there and there.folder != learner.folder:
            raise BadName(f"There is a learner called {there.name} already")
        renamed = Learner(name, learner.folder)
        _write_name(renamed)
        return renamed

    def _places(self) -> Iterator[tuple[Path, Clean]]:
        """Every folder in which a learner may be, and what to call them if no name is there."""
        yield self._folder, UNNAMED
        with suppress(OSError):
            folders = [each for each in (self._folder / LEARNERS).iterdir() if each.is_dir()]
            for folder in sorted(folders, key=_order)[:MOST]:
                yield folder, clean(folder.name, one_line=True, limit=LONGEST_NAME)

    def _new_folder(self, name: Clean) -> Path:
        """Make a folder whose name no file system minds: a number, and what of the learner's name is plain ASCII."""
        letters = (letter if letter.isascii() and letter.isalnum() else "-" for letter in name.casefold())
        slug = "-".join("".join(letters).split("-"))[:_LONGEST_SLUG].strip("-")
        parent = self._folder / LEARNERS
        parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        number = max((_order(each)[0] for each in parent.iterdir()), default=1) + 1
        while True:
            folder = parent / (f"{number}-{slug}" if slug else str(number))
            try:
                folder.mkdir(mode=0o700)
            except FileExistsError:  # another window has just made it
                number += 1
            else:
                return folder


def _order(folder: Path) -> tuple[int, str]:
    digits = folder.name.partition("-")[0]
    return (int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 7 else 1, folder.name)


def _lived_in(folder: Path) -> bool:
    try:
        return (folder / RECORD).exists() or (folder / NAME_FILE).exists()
    except OSError:
        return False


def _name_in(folder: Path) -> Clean | None:
    """The name that was written there: a file outside kruzhok's hands, so made harmless anew."""
    written = folder / NAME_FILE
    with suppress(OSError):
        if written.is_file():
            with written.open(encoding="utf-8", errors="replace") as file:
                return clean(file.readline(LONGEST_NAME), one_line=True) or None
    return None


def _write_name(learner: Learner) -> None:
    learner.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = learner.folder / f"{NAME_FILE}.new"
    fresh.touch(mode=0o600)
    fresh.write_text(f"{learner.name}\n", encoding="utf-8")
    fresh.replace(learner.folder / NAME_FILE)


def _same(name: str) -> str:
    """A name as it is compared: letters large and small, and however accents are put together, are the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
