"""Pictures of a few screens: what nobody would think to assert. After a change that is meant: `--snapshot-update`."""

from tests.screens.conftest import LooksAsBefore
from tests.screens.small import LESSONS, PLACE, PROBLEM, study
from tests.screens.test_home import settle
from tui.app import KruzhokApp
from tui.guide.errors import Problem


async def test_home_at_the_start(looks_as_before: LooksAsBefore) -> None:
    assert await looks_as_before(KruzhokApp(study()), settle)


async def test_a_panel_with_a_comparison(looks_as_before: LooksAsBefore) -> None:
    app = KruzhokApp(study(), lambda ways: ways.open_lesson(LESSONS[0].id, LESSONS[0].panels[1].id))
    assert await looks_as_before(app, settle)


async def test_the_mistakes_in_a_guide(looks_as_before: LooksAsBefore) -> None:
    lower = Problem(PLACE, "missing-field", "`answer` is missing", "add a line `answer: …`")
    app = KruzhokApp(study(problems=(PROBLEM, lower)), lambda ways: ways.open_problems())
    assert await looks_as_before(app, settle)
