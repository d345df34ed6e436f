"""Files that were meant for the guide and are passed over, because their name or its ending is another."""

from difflib import get_close_matches
from pathlib import Path

from tui.guide.files import name_of, top_of
from tui.guide.problems import Problems, did_you_mean, one_of
from tui.paths import BANK, HEADER

READ = (HEADER.name, "dates.yaml", "people.yaml", "positions.yaml", "terms.yaml", "argument.yaml")
"""The files beside the lessons that are read."""
_YAML = frozenset((".yaml", ".yml"))
_TEXT = frozenset((".md", ".markdown", ".mdown", ".txt"))


def tell_misnamed(folder: Path, problems: Problems) -> None:
    """Warn of files that look like a part of the guide and are not read.

    Args:
        folder: the guide's folder.
        problems: where to tell of them.
    """
    for path in _files(folder / HEADER.parent):
        ending = path.suffix.lower()
        if ending in _YAML and path.name not in READ:
            hint = did_you_mean(f"{path.stem}.yaml".lower(), READ, f"those that are read are {one_of(READ)}")
            _tell(problems, path, hint)
        elif ending in _TEXT and path.suffix != ".md":
            _tell(
                problems,
                path,
                f"if it is a lesson, name it `{name_of(path.with_suffix('.md').relative_to(path.parent))}`",
            )
    if not (folder / BANK).exists():
        for path in _files(folder):
            if path.suffix.lower() in _YAML and get_close_matches(path.name.lower(), [BANK.name], cutoff=0.8):
                _tell(problems, path, f"did you mean `{BANK}`?")


def _files(folder: Path) -> list[Path]:
    """The files of a folder in which nothing says that they are not meant to be read."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def _tell(problems: Problems, path: Path, hint: str) -> None:
    problems.warning(top_of(path), "misnamed-file", "no file with this name is read", hint)
