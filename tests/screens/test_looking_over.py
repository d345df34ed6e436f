"""Damage in the part of a record that is not read at the start is told of on the screen, while the learner goes on."""

from asyncio import to_thread
from contextlib import closing
from pathlib import Path

import pytest

from tests.memory.writing import GUIDE, learner, rows
from tui.app import KruzhokApp
from tui.memory.remembering import FEW, condense_what_is_kept
from tui.memory.store import NAME, Store
from tui.screens import looking_over


async def seen_by(data: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What home says to a learner with a long record, once it was looked over."""
    threads = []
    start = looking_over.look_over
    monkeypatch.setattr(looking_over, "look_over", lambda *given: threads.append(start(*given)))
    study = learner(data)
    app = KruzhokApp(study)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await to_thread(threads[0].join)
        await pilot.pause()
        said = [note.message for note in app._notifications]
    study.close()
    return said


def keep_much(data: Path) -> None:
    with closing(Store(data / NAME)) as store:
        store.add(rows(*range(1, FEW + 50)))
        condense_what_is_kept(store, GUIDE)


async def test_damage_is_told_of_once_it_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_much(tmp_path)
    file = tmp_path / NAME
    file.write_bytes(file.read_bytes().replace(b'seed/3"', b'seed/8"'))
    (said,) = await seen_by(tmp_path, monkeypatch)
    assert "is damaged. What you do is kept all the same." in said


async def test_of_a_sound_record_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_much(tmp_path)
    assert await seen_by(tmp_path, monkeypatch) == []
