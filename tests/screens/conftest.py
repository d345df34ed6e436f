"""Pictures of screens, held against those kept beside the tests. After a change that is meant: `--snapshot-update`."""

from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot

from docs.svg import fit_to_show
from tui.app import KruzhokApp

Before = Callable[[Pilot[int]], Awaitable[None]]


class LooksAsBefore(Protocol):
    """Whether a screen looks as it did."""

    async def __call__(self, app: KruzhokApp, before: Before) -> bool:
        """Compare it, once something has been done."""


class _Svg(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "svg"


@pytest.fixture
def looks_as_before(snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch) -> LooksAsBefore:
    for name in ("COLORFGBG", "COLORTERM", "NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)

    async def compare(app: KruzhokApp, before: Before) -> bool:
        async with app.run_test(size=(80, 24)) as pilot:
            await before(pilot)
            return bool(snapshot(extension_class=_Svg) == fit_to_show(app.export_screenshot()))

    return compare
