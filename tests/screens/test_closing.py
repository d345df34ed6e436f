"""What closes a screen: twice over, too late, or on purpose."""

import pytest
from textual.events import Click, MouseDown
from textual.pilot import Pilot

from tests.screens.small import LESSONS, study
from tests.screens.test_home import settle
from tests.screens.test_quiz import app_with, shown, top
from tests.screens.toy import CHOICE, TEXT
from tui.app import INTERRUPTED, KruzhokApp
from tui.quiz.sitting import Mode
from tui.screens.exam import ExamScreen
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.palette import Palette
from tui.screens.quiz import QuizScreen
from tui.screens.spread import Spread


async def click_twice_at_once(pilot: Pilot[int], x: int, y: int) -> None:
    """A double click whose second half comes before the first has closed anything."""
    widget, _ = pilot.app.screen.get_widget_at(x, y)
    within = x - widget.region.x, y - widget.region.y
    for press in (MouseDown, MouseDown, Click, Click):
        widget.post_message(press(widget, *within, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
    await settle(pilot)


@pytest.mark.parametrize("over", ["home", "lesson"])
async def test_a_double_click_beside_the_palette_closes_it(over: str) -> None:
    app = KruzhokApp(study(), (lambda ways: ways.open_lesson(LESSONS[0].id)) if over == "lesson" else None)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        below = top(app)
        await pilot.press("ctrl+p")
        await app.workers.wait_for_complete()
        assert isinstance(top(app), Palette)
        await click_twice_at_once(pilot, 98, 20)
        assert top(app) is below


async def test_the_palette_is_closed_once_by_two_escapes_at_once() -> None:
    app = KruzhokApp(study(), lambda ways: ways.open_lesson(LESSONS[0].id))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await app.workers.wait_for_complete()
        palette = top(app)
        assert isinstance(palette, Palette)
        palette.dismiss()
        palette.dismiss()
        await settle(pilot)
        assert isinstance(top(app), LessonScreen)


async def test_a_double_click_on_a_way_out_takes_it_once() -> None:
    app = app_with(CHOICE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("1", "q")
        await settle(pilot)
        lines = [strip.text for strip in app.screen._compositor.render_strips()]
        y = next(y for y, line in enumerate(lines) if "Stay in the quiz" in line)
        await click_twice_at_once(pilot, lines[y].index("Stay"), y)
        assert isinstance(top(app), QuizScreen)


@pytest.mark.parametrize("over", [(), ("f1",), ("ctrl+p",), ("h",)], ids=["nothing", "help", "palette", "dialog"])
async def test_ctrl_c_in_an_exam_asks_as_q_does_and_once_more_leaves_at_once(over: tuple[str, ...]) -> None:
    app = app_with(CHOICE, TEXT, mode=Mode.EXAM)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        exam = top(app)
        assert isinstance(exam, ExamScreen)
        exam.action_skip()
        await settle(pilot)
        await pilot.press("tab", *over, "ctrl+c")
        await settle(pilot)
        assert "Leave the exam?" in shown(app)
        assert "ctrl+c once more leaves kruzhok at once." in shown(app)
        await pilot.press("s", "ctrl+c")
        await settle(pilot)
        assert "Leave the exam?" in shown(app)
        await pilot.press("ctrl+c")
    assert app.return_code == INTERRUPTED


async def test_ctrl_c_asks_about_what_is_being_typed_and_not_where_nothing_would_be_lost() -> None:
    app = app_with(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("K", "ctrl+c")
        await settle(pilot)
        assert "Leave the quiz?" in shown(app)
        await pilot.press("s", "backspace", "ctrl+c")
    assert app.return_code == INTERRUPTED


async def test_a_lesson_that_is_closed_heeds_no_end() -> None:
    app = KruzhokApp(study(), lambda ways: ways.open_lesson(LESSONS[0].id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lesson = top(app)
        assert isinstance(lesson, LessonScreen)
        spread = lesson.query_one(Spread)
        await spread.remove_children()
        spread.on_resize()
        await settle(pilot)
        await lesson.remove_children()
        lesson.post_message(Spread.Looked(lesson.panel.id, more=False))
        await settle(pilot)
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(top(app), HomeScreen)
