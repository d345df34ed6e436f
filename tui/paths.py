"""Where things are: a guide's files, the guide that is meant, and the one that ships."""

import os
from pathlib import Path

HEADER = Path("lessons", "guide.yaml")
"""What a guide is about."""
BANK = Path("quiz_bank.yaml")
"""A guide's questions."""
LEARNERS = "learners"
"""In the data folder: the folders of all learners but the first, whose folder it is itself."""
RECORD = "record.sqlite"
"""The record, in a learner's folder."""
LOG = "-wal"
"""With this ends the name of what SQLite has written beside a file and not yet moved into it."""


def is_guide(folder: Path) -> bool:
    """Whether a folder looks like a guide, be it one that lacks something."""
    try:
        return (folder / HEADER).is_file() or (folder / BANK).is_file()
    except PermissionError:
        return False


def shipped_guide() -> Path:
    """The guide that comes with kruzhok: inside the installed package, or at a checkout's top level."""
    package = Path(__file__).parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent


class NoDataFolder(OSError):
    """There is no telling where a learner's record belongs; the message says why, and what to do."""


NO_HOME = (
    "Your system does not say where your home is, so what you do is not kept. Name a folder for it: "
    "kruzhok --data FOLDER, or KRUZHOK_HOME."
)
NO_NAME = (
    "KRUZHOK_HOME is set, but empty, so what you do is not kept. Name a folder in it, or unset it to have your record "
    "at its usual place."
)


def data_folder(given: str | None = None) -> Path:
    """The folder for what learners leave behind: the one given, or `KRUZHOK_HOME`, or the place the system has for it.

    Args:
        given: the folder asked for, if any.

    Raises:
        NoDataFolder: there is no such place.
    """
    named = os.environ.get("KRUZHOK_HOME") if given is None else given
    if named is not None:
        if not named.strip():
            raise NoDataFolder(NO_NAME)
        return _at_home(Path(named)).absolute()
    from platformdirs import user_data_path  # noqa: PLC0415  only once something is kept

    try:
        usual = user_data_path("kruzhok", appauthor=False)
    except RuntimeError as error:  # nobody by this number, and no HOME
        raise NoDataFolder(NO_HOME) from error
    if not usual.is_absolute():
        raise NoDataFolder(NO_HOME)
    return usual


def _at_home(folder: Path) -> Path:
    try:
        return folder.expanduser()
    except RuntimeError as error:  # a ~ and no home
        raise NoDataFolder(NO_HOME) from error


def guide_folder(given: str | None, here: Path) -> Path:
    """The guide that is meant: the one given, or the one in or around this folder, or the one that ships.

    Args:
        given: what was asked for, if anything; taken as it is, a guide or not.
        here: the folder in which the command was called.
    """
    if given is not None:
        return Path(given)
    return guide_around(here) or shipped_guide()


def guide_around(here: Path) -> Path | None:
    """The guide that a folder is or lies in, as it is reached from there; None, if there is none.

    Args:
        here: the folder.
    """
    try:
        above = len(here.absolute().parents)
    except FileNotFoundError:  # the folder was deleted under our feet
        return None
    ways = (here.joinpath(*[os.pardir] * steps) for steps in range(above + 1))
    return next(filter(is_guide, ways), None)
