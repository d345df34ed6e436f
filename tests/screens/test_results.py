import pytest

from tests.screens.test_quiz import Keys, app_with, press, shown, top
from tests.screens.toy import CHOICE, DATE, MATCH, RECALL, TEXT, TRUE_FALSE
from tui.app import KruzhokApp
from tui.quiz.sitting import Mode
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.look_through import LookThroughScreen
from tui.screens.quiz import QuizScreen
from tui.screens.results import ResultsScreen


def results_of(app: KruzhokApp) -> ResultsScreen:
    assert isinstance(app.screen, ResultsScreen)
    return app.screen


async def exam_of_skips(pilot: Keys, app: KruzhokApp) -> None:
    """Hand in an exam in which nothing was answered."""
    assert isinstance(app.screen, QuizScreen)
    app.screen.open.hand_in()
    app.routes.open_results(app.screen.open)
    await press(pilot)


async def test_the_score_the_bars_the_meaning_and_what_was_missed() -> None:
    app = app_with(CHOICE, TRUE_FALSE, MATCH, mode=Mode.EXAM)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        await exam_of_skips(pilot, app)
        result = results_of(app).result
        text = shown(app)
        assert "0 of 3" in text
        assert "positions" in text
        assert "0 of 2" in text
        assert "2 Unions" in text
        assert " ".join(result.meaning.split()) in text
        assert "[@click=app.quit]Press[/]" in text
        assert "[1918, 1920] [/]" in text
        assert "lesson 1, panel 1" in text


async def test_a_missed_question_shows_its_panel_by_its_number_and_by_a_click() -> None:
    app = app_with(CHOICE, MATCH, mode=Mode.EXAM)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        await exam_of_skips(pilot, app)
        results = results_of(app)
        await press(pilot, "2")
        assert isinstance(top(app), LessonScreen)
        assert getattr(top(app), "panel", None) is results.result.missed[1].panel
        assert shown(app).splitlines()[-1].endswith("q back")
        await press(pilot, "q")
        assert top(app) is results
        lines = [strip.text for strip in app.screen._compositor.render_strips()]
        y = next(y for y, line in enumerate(lines) if "Who held what?" in line)
        await pilot.click(offset=(lines[y].index("Who"), y))
        await press(pilot)
        assert isinstance(top(app), LessonScreen)


async def test_arrows_and_enter_show_a_panel_and_enter_alone_tries_again() -> None:
    app = app_with(CHOICE, MATCH, mode=Mode.EXAM)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        await exam_of_skips(pilot, app)
        await press(pilot, "down", "down", "up", "enter")
        assert isinstance(top(app), LessonScreen)
        await press(pilot, "q", "r")
        assert isinstance(app.screen, QuizScreen)
        assert {turn.question for turn in app.screen.open.sitting.turns} == {CHOICE.id, MATCH.id}


async def test_nothing_missed_leads_home() -> None:
    app = app_with(TRUE_FALSE)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        quiz = app.screen
        assert isinstance(quiz, QuizScreen)
        quiz.open.answer(TRUE_FALSE.key)
        quiz.open.go_on()
        app.routes.open_results(quiz.open)
        await press(pilot)
        assert "1 of 1" in shown(app)
        assert "try these again" not in shown(app)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_every_question_can_be_looked_through_with_its_verdict() -> None:
    app = app_with(CHOICE, DATE, TEXT, MATCH, mode=Mode.EXAM)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        quiz = app.screen
        assert isinstance(quiz, QuizScreen)
        quiz.open.answer(quiz.open.question.key)
        await exam_of_skips(pilot, app)
        await press(pilot, "l")
        assert isinstance(top(app), LookThroughScreen)
        assert "Right." in shown(app)
        assert "1 of 4" in shown(app)
        await press(pilot, "n")
        assert "Left open." in shown(app)
        await press(pilot, "v")
        assert isinstance(top(app), LessonScreen)
        await press(pilot, "q", "left")
        assert "1 of 4" in shown(app)
        await press(pilot, "enter", "enter", "enter", "enter")
        assert isinstance(top(app), ResultsScreen)


async def test_looking_through_shows_what_there_was_to_remember() -> None:
    app = app_with(RECALL, mode=Mode.EXAM)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        await press(pilot, "x", "ctrl+s", "2", "enter")
        assert isinstance(app.screen, QuizScreen)
        await exam_of_skips(pilot, app)
        await press(pilot, "l")
        assert "✓ 2 Point 1. yours" in shown(app)
        assert "✗ 3 Point 2. missing" in shown(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_results_are_read_from_the_score_on(size: tuple[int, int]) -> None:
    app = app_with(mode=Mode.EXAM)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await exam_of_skips(pilot, app)
        assert "0 of 10" in shown(app)


async def test_a_long_result_scrolls() -> None:
    app = app_with(mode=Mode.EXAM)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await exam_of_skips(pilot, app)
        results = results_of(app)
        for _ in results.result.missed:
            await press(pilot, "down")
        assert results.result.missed[-1].question.question.split()[0] in shown(app)
        await press(pilot, "y")
        assert app.clipboard.startswith("0 of 10")


async def test_leaving_a_retry_before_any_answer_goes_back_to_the_results() -> None:
    app = app_with(CHOICE, MATCH, mode=Mode.EXAM)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        await exam_of_skips(pilot, app)
        results = results_of(app)
        await press(pilot, "r")
        assert isinstance(top(app), QuizScreen)
        await press(pilot, "q")
        assert top(app) is results
        await press(pilot, "r", "0", "q", "l")
        assert isinstance(top(app), ResultsScreen)
        assert top(app) is not results
        await press(pilot, "q")
        assert isinstance(top(app), HomeScreen)
