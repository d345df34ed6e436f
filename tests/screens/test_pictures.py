"""Pictures of a few screens: what nobody would think to assert. After a change that is meant: `--snapshot-update`."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.screens.small import LESSONS, PLACE, PROBLEM, study
from tests.screens.test_home import settle
from tui.app import KruzhokApp
from tui.guide.errors import Problem

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def dark_and_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLORFGBG", "NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)


async def drawn(pilot: Pilot[int]) -> None:
    await settle(pilot)


def test_home_at_the_start(snap_compare: Compare) -> None:
    assert snap_compare(KruzhokApp(study()), run_before=drawn)


def test_a_panel_with_a_comparison(snap_compare: Compare) -> None:
    app = KruzhokApp(study(), lambda ways: ways.open_lesson(LESSONS[0].id, LESSONS[0].panels[1].id))
    assert snap_compare(app, run_before=drawn)


def test_the_mistakes_in_a_guide(snap_compare: Compare) -> None:
    lower = Problem(PLACE, "missing-field", "`answer` is missing", "add a line `answer: …`")
    app = KruzhokApp(study(problems=(PROBLEM, lower)), lambda ways: ways.open_problems())
    assert snap_compare(app, run_before=drawn)
