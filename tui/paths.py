"""Where things are: a guide's files, the guide that is meant, and the one that ships."""

import os
from pathlib import Path

HEADER = Path("lessons", "guide.yaml")
"""What a guide is about."""
BANK = Path("quiz_bank.yaml")
"""A guide's questions."""


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


def data_folder() -> Path:
    """The folder for what a learner leaves behind: `KRUZHOK_HOME`, or else the place that the system has for it."""
    given = os.environ.get("KRUZHOK_HOME")
    if given:
        return Path(given).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415  only once something is kept

    return user_data_path("kruzhok", appauthor=False)


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
