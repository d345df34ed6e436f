"""Where a file is, seen from the folder in which the check runs: what services that read the output go by."""

from pathlib import Path


def from_here(file: str) -> str:
    """A file's path with slashes: from the current folder if it lies in it, and else as it was given.

    Args:
        file: the file, as in `Place`.
    """
    path = Path(file)
    if path.is_absolute():
        try:
            path = path.relative_to(Path.cwd())
        except ValueError:
            return path.as_posix()
    return path.as_posix()
