"""Reads a guide from its folder: all that is sound, and all that is wrong."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from tui.guide.bank_reader import Bank, BankReader, Taught
from tui.guide.errors import GuideError, Problem
from tui.guide.files import Folder, name_of, top_of
from tui.guide.header_reader import read_header
from tui.guide.later import LateMapping, LateSequence
from tui.guide.lesson_reader import LessonReader
from tui.guide.limits import Limits
from tui.guide.misnamed import tell_misnamed
from tui.guide.model import Entry, Guide, Lesson
from tui.guide.problems import Problems
from tui.guide.table_reader import read_tables
from tui.guide.yaml_lines import FAST, without_collector

_DIGITS = re.compile(r"(\d+)")


def read_guide(folder: Path, types: Mapping[str, type[Entry]], limits: Limits = Limits()) -> Guide[Entry]:  # noqa: B008 - frozen
    """Read a guide.

    Args:
        folder: the guide's folder.
        types: the types of question by the word that names them in the bank; one that has a method `faults` is asked
            what is wrong with its questions.
        limits: what is refused for its size.

    Returns:
        The sound parts of the guide, with everything that is wrong with its files among its problems. The bank is read
        when somebody first looks at its questions or at the problems.

    Raises:
        GuideError: the folder is missing or cannot be read.
    """
    _see_folder(folder)
    problems = Problems()
    files = Folder(folder, problems)
    if not FAST:
        hint = "install PyYAML with libyaml"
        problems.warning(top_of(folder), "no-libyaml", "guides are read slowly here", hint)
    with without_collector():
        tell_misnamed(folder, problems)
        header = read_header(files, limits)
        shared = read_tables(files, header, limits)
        reader = LessonReader(files, header, shared, limits)
        lessons = _lessons(files, reader, limits)
        key_points = {point.id for lesson in lessons for point in lesson.key_points}
        taught = Taught(key_points, header.paragraphs)
        bank, all_problems = _read_later(BankReader(types, taught, reader.written, problems, limits), files)
    return Guide(
        folder=folder,
        id=header.id,
        title=header.title,
        language=header.language,
        source=header.source,
        stances=header.stances,
        lessons=lessons,
        tables=shared.tables,
        questions=LateMapping(lambda: bank().questions),
        question_places=LateMapping(lambda: bank().places),
        problems=LateSequence(all_problems),
    )


def _read_later(
    reader: BankReader[Entry], files: Folder
) -> tuple[Callable[[], Bank[Entry]], Callable[[], tuple[Problem, ...]]]:
    """What gives the bank, and what gives all problems, its own among them; it is read when one is called first."""

    @cache
    def bank() -> Bank[Entry]:
        with without_collector():
            return reader.read(files)

    def all_problems() -> tuple[Problem, ...]:
        bank()
        return files.problems.sorted()

    return bank, all_problems


def _see_folder(folder: Path) -> None:
    name = name_of(folder)
    try:
        if not folder.is_dir():
            raise GuideError(f"{name} is not a folder" if folder.exists() else f"there is no folder {name}")
        next(folder.iterdir(), None)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise GuideError(f"the folder {name} cannot be read: {reason}") from error


def _lessons(files: Folder, reader: LessonReader, limits: Limits) -> tuple[Lesson, ...]:
    folder = files.path / "lessons"
    try:
        paths = [path for path in folder.iterdir() if path.suffix == ".md" and not path.name.startswith(".")]
    except FileNotFoundError:
        paths = []
        reader.written.whole = False
        files.refuse(
            folder, "missing-folder", "the folder is missing", "make it, with guide.yaml and the lessons in it"
        )
    except OSError as error:
        reader.written.whole = False
        hint = "see who may read it, and that it is a folder"
        files.refuse(folder, "unreadable-folder", f"the folder cannot be read: {error.strerror}", hint)
        return ()
    if not paths and reader.written.whole:
        reader.written.whole = False
        files.refuse(folder, "no-lessons", "there are no lessons", "write the first one: 01-its-name.md")
    if len(paths) > limits.lessons:
        hint = f"keep them under {limits.lessons}"
        files.refuse(folder, "too-many-lessons", "there are too many lessons", hint)
    read = [reader.read(path) for path in sorted(paths, key=_in_order)[: limits.lessons]]
    return tuple(lesson for lesson in read if lesson is not None)


def _in_order(path: Path) -> list[tuple[int, str]]:
    """File names in their natural order: 2 before 10."""
    parts = _DIGITS.split(path.name)
    return [(int(part), "") if index % 2 else (-1, part) for index, part in enumerate(parts)]
