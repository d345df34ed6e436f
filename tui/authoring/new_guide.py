"""A new guide: a small one on another topic, to be changed piece by piece into the author's own."""

from collections.abc import Iterator
from pathlib import Path

from tui.authoring.errors import NotEmpty
from tui.authoring.schema import TABLES, written

TEMPLATE = Path(__file__).parent / "template"
"""The files of a new guide, as they stand in it."""
SCHEMAS = Path(".schema")
"""Where in a new guide its editor finds what it needs."""


def write_guide(folder: Path) -> tuple[Path, ...]:
    """Write a new guide; if that fails, nothing of it is left.

    Args:
        folder: where; it must not exist yet, or be empty.

    Returns:
        The files written, as paths inside the folder.

    Raises:
        NotEmpty: the folder holds something.
        OSError: it cannot be written.
    """
    if folder.is_dir() and (there := min(folder.iterdir(), default=None)) is not None:
        raise NotEmpty(there.name)
    made: list[Path] = []
    try:
        for name, content in sorted(_files()):
            _make_folders((folder / name).parent, made)
            made.append(folder / name)
            (folder / name).write_bytes(content)
    except BaseException:
        for path in reversed(made):
            _unmake(path)
        raise
    return tuple(path.relative_to(folder) for path in made if path.is_file())


def _files() -> Iterator[tuple[Path, bytes]]:
    for path in TEMPLATE.rglob("*"):
        if path.is_file():
            yield path.relative_to(TEMPLATE), path.read_bytes()
    for name in ("bank", "guide", *TABLES):
        yield SCHEMAS / f"{name}.json", written(name).encode()


def _make_folders(folder: Path, made: list[Path]) -> None:
    if not folder.exists():
        _make_folders(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _unmake(path: Path) -> None:
    if path.is_dir():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)
