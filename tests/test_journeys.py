"""What a learner comes for, on the guide that ships, by keys alone."""

from functools import partial

import pytest
from textual.pilot import Pilot

from tui.app import KruzhokApp
from tui.open_sitting import OpenSitting
from tui.paths import shipped_guide
from tui.quiz.ask import Pick, Picked
from tui.quiz.sitting import Mode
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.quiz import QuizScreen
from tui.screens.results import ResultsScreen
from tui.screens.routes import Routes
from tui.study import Study, open_guide

SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.fixture(scope="module")
def learner() -> Study:
    return Study(open_guide(shipped_guide()))


@pytest.fixture
def fresh(learner: Study) -> Study:
    return Study(learner.guide)


async def settle(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await pilot.pause()


async def answer(pilot: Pilot[int], sitting: OpenSitting) -> None:
    """Pick the right option where there is one to pick; else say "I don't know"."""
    ask = sitting.ask
    if isinstance(ask, Pick) and isinstance(sitting.question.key, Picked):
        for option in sitting.question.key.options:
            await pilot.press(str([str(each) for each in ask.options].index(option) + 1))
        if ask.several:
            await pilot.press("enter")
    else:
        await step_out(pilot)
        await pilot.press("0")
    await settle(pilot)


async def step_out(pilot: Pilot[int]) -> None:
    """Where letters are typed, leave the field, so that keys are commands."""
    screen = pilot.app.screen
    # From gap to gap, and out of the last one.
    while isinstance(screen, QuizScreen) and screen.ask_view.writing:
        await pilot.press("tab")
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_read_a_lesson_to_its_end_take_its_quiz_and_see_how_it_went(fresh: Study, size: tuple[int, int]) -> None:
    app = KruzhokApp(fresh)
    first = fresh.guide.lessons[0]
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        for panel in first.panels:
            assert isinstance(app.screen, LessonScreen)
            assert app.screen.panel is panel
            while isinstance(app.screen, LessonScreen) and app.screen.panel is panel:
                await pilot.press("enter")
                await settle(pilot)
        assert fresh.read_in(first) == len(first.panels)
        assert isinstance(app.screen, QuizScreen)
        sitting = app.screen.open
        assert {fresh.guide.lesson_of(fresh.guide.questions[turn.question]).id for turn in sitting.sitting.turns} == {
            first.id
        }
        for _ in range(len(sitting.sitting.turns)):
            await answer(pilot, sitting)
            assert sitting.verdict is not None
            await pilot.press("enter")
            await settle(pilot)
        if not isinstance(app.screen, ResultsScreen):
            await step_out(pilot)
            await pilot.press("q")
            await settle(pilot)
            if app.screen.is_modal:
                await pilot.press("l")
                await settle(pilot)
        assert isinstance(app.screen, ResultsScreen)
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_from_a_verdict_to_its_panel_and_back(fresh: Study) -> None:
    app = KruzhokApp(fresh)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await settle(pilot)
        assert isinstance(app.screen, QuizScreen)
        quiz = app.screen
        await answer(pilot, quiz.open)
        await pilot.press("v")
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.panel is quiz.open.panel
        assert app.routes.in_quiz
        await pilot.press("t")
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        await pilot.press("q")
        await settle(pilot)
        assert app.screen is quiz


async def test_an_exam_is_handed_in(fresh: Study) -> None:
    app = KruzhokApp(fresh)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        await settle(pilot)
        assert isinstance(app.screen, QuizScreen)
        sitting = app.screen.open
        assert sitting.sitting.mode is Mode.EXAM
        await answer(pilot, sitting)
        assert sitting.verdict is None
        await step_out(pilot)
        await pilot.press("h")
        await settle(pilot)
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(app.screen, ResultsScreen)


async def test_every_panel_of_the_guide_can_be_read_to_its_end_in_a_small_terminal(fresh: Study) -> None:
    for lesson in fresh.guide.lessons:
        app = KruzhokApp(fresh, partial(Routes.open_lesson, lesson=lesson.id))
        async with app.run_test(size=SIZES[0]) as pilot:
            await settle(pilot)
            for _ in range(60):
                if not isinstance(app.screen, LessonScreen):
                    break
                await pilot.press("space")
            await settle(pilot)
            assert not isinstance(app.screen, LessonScreen)
        assert fresh.read_in(lesson) == len(lesson.panels)
