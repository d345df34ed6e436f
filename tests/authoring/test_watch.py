"""Watching a guide: a sign at every save, whatever an editor does to the files."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest
import watchfiles

from tests.guides import BANK, small_guide
from tui.authoring.watch import changes

SOON = 10.0
"""Seconds after which a test gives up; a sign takes some hundredths."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_guide(tmp_path / "guide")


@pytest.fixture
def signs(folder: Path) -> Iterator[Queue[None]]:
    """The signs given for the folder, from a thread of its own; the first was taken."""
    stop, given = Event(), Queue[None]()

    def watching() -> None:
        for sign in changes(folder, stop):
            given.put(sign)

    thread = Thread(target=watching)
    thread.start()
    try:
        given.get(timeout=SOON)
        yield given
    finally:
        stop.set()
        thread.join(SOON)
        assert not thread.is_alive()


def replaced(folder: Path) -> None:
    new = folder / ".quiz_bank.yaml.new"
    new.write_text(BANK + "\n", encoding="utf-8")
    new.replace(folder / "quiz_bank.yaml")


def emptied(folder: Path) -> None:
    shutil.rmtree(folder / "lessons")


@pytest.mark.parametrize(
    "save",
    [
        lambda folder: (folder / "quiz_bank.yaml").write_text(BANK + "\n", encoding="utf-8"),
        lambda folder: (folder / "lessons" / "01-how-it-began.md").write_text("new", encoding="utf-8"),
        lambda folder: (folder / "lessons" / "02-new.md").write_text("new", encoding="utf-8"),
        lambda folder: (folder / "quiz_bank.yaml").unlink(),
        replaced,
        emptied,
        shutil.rmtree,
    ],
    ids=["the bank", "a lesson", "a new lesson", "deleted", "replaced", "a folder deleted", "all deleted"],
)
def test_a_save_gives_a_sign(save: Callable[[Path], object], folder: Path, signs: Queue[None]) -> None:
    save(folder)
    signs.get(timeout=SOON)


@pytest.mark.parametrize("lost", ["lessons", "."])
def test_a_folder_that_comes_back_is_watched_again(lost: str, folder: Path, signs: Queue[None]) -> None:
    shutil.rmtree(folder / lost)
    signs.get(timeout=SOON)
    again = small_guide(folder.parent / "again")
    shutil.copytree(again / lost, folder / lost)
    signs.get(timeout=SOON)
    for number in range(3):
        while not signs.empty():
            signs.get()
        (folder / "lessons" / "guide.yaml").write_text(f"title: {number}\n", encoding="utf-8")
        signs.get(timeout=SOON)


def test_what_was_saved_during_a_check_is_not_missed(folder: Path) -> None:
    stop = Event()
    signs = changes(folder, stop)
    next(signs)
    (folder / "quiz_bank.yaml").write_text(BANK + "\n", encoding="utf-8")
    next(signs)
    stop.set()
    assert next(signs, "ended") == "ended"


def test_other_files_give_no_sign(folder: Path) -> None:
    stop = Event()
    signs = changes(folder, stop)
    next(signs)
    (folder / "notes.txt").write_text("new", encoding="utf-8")
    (folder / "lessons" / ".01-how-it-began.md.swp").write_text("new", encoding="utf-8")
    (folder / "quiz_bank.yaml").write_text(BANK + "\n", encoding="utf-8")
    next(signs)
    stop.set()
    assert next(signs, "ended") == "ended"


@pytest.mark.parametrize("error", [OSError("Too many open files"), RuntimeError("no watcher"), FileNotFoundError()])
def test_where_the_system_does_not_tell_the_files_are_looked_at(
    error: Exception, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def watch(*_: object, **__: object) -> Iterator[None]:
        (folder / "quiz_bank.yaml").write_text(BANK + "\n", encoding="utf-8")
        raise error

    monkeypatch.setattr(watchfiles, "watch", watch)
    stop = Event()
    signs = changes(folder, stop)
    next(signs)
    next(signs)
    stop.set()
    assert next(signs, "ended") == "ended"
