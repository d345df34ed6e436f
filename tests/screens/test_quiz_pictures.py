"""Pictures of three screens, held against those kept beside this file: what only the eye would notice."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import Before, LooksAsBefore
from tests.screens.test_quiz import app_with
from tests.screens.toy import CHOICE, DATE, SELECT
from tui.app import KruzhokApp
from tui.quiz.ask import Pick, Skipped
from tui.quiz.sitting import Mode
from tui.screens.quiz import QuizScreen
from tui.screens.routes import routes


async def answer_wrongly(pilot: Pilot[int]) -> None:
    """Pick the first distractor, wherever it stands."""
    await pilot.pause()
    assert isinstance(pilot.app.screen, QuizScreen)
    ask = pilot.app.screen.open.ask
    assert isinstance(ask, Pick)
    await pilot.press(str(ask.options.index(CHOICE.distractors[0].choice) + 1))
    await pilot.pause()


async def miss_the_date_by_a_month(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await pilot.press(*"October", "space", *"1920", "enter")
    await pilot.pause()


async def know_one_skip_one_and_hand_in(pilot: Pilot[int]) -> None:
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, QuizScreen)
    screen.open.answer(screen.open.question.key)
    screen.open.move(1)
    screen.open.answer(Skipped())
    screen.open.hand_in()
    routes(screen).open_results(screen.open)
    await pilot.pause()


@pytest.mark.parametrize(
    ("app", "before"),
    [
        pytest.param(lambda: app_with(CHOICE), answer_wrongly, id="a-wrong-choice"),
        pytest.param(lambda: app_with(DATE), miss_the_date_by_a_month, id="a-near-date"),
        pytest.param(
            lambda: app_with(CHOICE, SELECT, DATE, mode=Mode.EXAM), know_one_skip_one_and_hand_in, id="results"
        ),
    ],
)
async def test_the_screen_looks_as_it_did(
    looks_as_before: LooksAsBefore, app: Callable[[], KruzhokApp], before: Before
) -> None:
    assert await looks_as_before(app(), before)
