"""The progress screen, by keys and mouse."""

from datetime import timedelta

from textual.geometry import Offset
from textual.pilot import Pilot

from tests.memory.test_progress import give
from tests.screens.conftest import LooksAsBefore
from tests.screens.small import NASTY, lesson, panel
from tests.screens.small import guide as small_guide
from tests.screens.test_home import settle, shown
from tests.screens.toy import CHOICE, DATE, MATCH, TEXT, Watch, study_of
from tui.app import KruzhokApp
from tui.memory.made_up import made_up
from tui.quiz.ask import Picked
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.progress import ProgressScreen
from tui.screens.quiz import QuizScreen
from tui.study import Study
from tui.widgets.sheet_view import SheetView

WRONG = Picked((CHOICE.distractors[0].choice,))


def learner() -> Study:
    """Somebody who has learned for forty days, and mixes two options up."""
    watch = Watch()
    study = study_of(CHOICE, DATE, TEXT, MATCH, clock=watch)
    for entry in made_up(study.guide, watch.now - timedelta(days=1)):
        study.record.add(entry)
    give(study, CHOICE, WRONG, WRONG)
    watch.now = Watch().now
    return study


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def progress_on(app: KruzhokApp) -> ProgressScreen:
    assert isinstance(app.screen, ProgressScreen)
    return app.screen


async def test_p_opens_it_from_home_and_q_leads_back() -> None:
    app = KruzhokApp(learner())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        text = shown(app)
        assert "What you know" in text
        assert "▸ Lessons" in text
        assert "2 of 5 key points asked" in text
        assert app.screen is progress_on(app)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)


async def test_l_on_home_shows_how_the_quizzes_of_other_evenings_went() -> None:
    app = KruzhokApp(learner())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l")
        assert "▸ Quizzes" in shown(app)
        assert progress_on(app).page == 4


async def test_arrows_choose_a_key_point_and_enter_shows_its_panel_and_comes_back() -> None:
    app = KruzhokApp(learner())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        assert "Point 0." in shown(app)
        await press(pilot, "right")
        assert "Point 1." in shown(app)
        assert "lesson 1, panel 2" in shown(app)
        await press(pilot, "left", "left", "down")
        assert "lesson 2, panel 1" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.panel.title == "Whose"
        await press(pilot, "q")
        assert progress_on(app).point == 3


async def test_a_click_chooses_a_mark_and_another_shows_its_panel() -> None:
    app = KruzhokApp(learner())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        view = app.screen.query_one(SheetView)
        mark = next(each for each in view.marks if each.point == 1)
        spot = view.content_region.offset + Offset(mark.column, mark.row)
        await pilot.click(offset=spot)
        await settle(pilot)
        assert progress_on(app).point == 1
        await pilot.click(offset=spot)
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.panel.title == "Drawn"


async def test_pages_are_turned_by_number_by_tab_and_by_a_click() -> None:
    app = KruzhokApp(learner())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "2")
        assert "▸ Curve" in shown(app)
        assert "50 %" in shown(app)
        await press(pilot, "tab")
        assert "▸ Due" in shown(app)
        await press(pilot, "shift+tab", "shift+tab", "shift+tab")
        assert "▸ Mix-ups" in shown(app)
        lines = shown(app).split("\n")
        y = next(y for y, line in enumerate(lines) if "4 Days" in line)
        await pilot.click(offset=(lines[y].index("Days"), y))
        await settle(pilot)
        assert "▸ Days" in shown(app)
        assert "You have studied on" in shown(app)
        await press(pilot, "5")
        assert "quiz" in shown(app)


async def test_mix_ups_are_named_and_drilled() -> None:
    app = KruzhokApp(learner())
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "p", "6")
        assert "You took “Party officials" in shown(app)
        assert "d drill mix-ups" in shown(app)
        await press(pilot, "d")
        quiz = app.screen
        assert isinstance(quiz, QuizScreen)
        assert CHOICE.id in {turn.question for turn in quiz.open.sitting.turns}
        assert "Drill on" in shown(app)
        assert "In answers to these you mixed something up." in shown(app)


async def test_of_nothing_it_says_what_to_do_and_offers_no_drill() -> None:
    app = KruzhokApp(study_of(CHOICE))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        assert "Nothing is answered yet. Take a quiz on a lesson" in shown(app)
        assert "drill" not in shown(app)
        await press(pilot, "2")
        assert "This key point was not asked yet." in shown(app)
        await press(pilot, "6", "d")
        assert "Nothing is mixed up so far." in shown(app)
        assert progress_on(app).page == 5


async def test_a_guide_without_lessons_has_nothing_to_show() -> None:
    app = KruzhokApp(Study(small_guide(lessons=())))
    async with app.run_test(size=(80, 24)) as pilot:
        app.routes.open_progress()
        await settle(pilot)
        await press(pilot, "right", "down", "enter", "2", "left", "up")
        assert "There is nothing to know yet" in shown(app)
        assert progress_on(app).point == 0


async def test_what_others_wrote_is_never_markup() -> None:
    app = KruzhokApp(learner())
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "p", "6")
        assert NASTY[:20] in shown(app)


async def test_what_was_answered_meanwhile_is_shown() -> None:
    study = study_of(CHOICE)
    app = KruzhokApp(study)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "enter")
        give(study, CHOICE, CHOICE.key)
        await press(pilot, "q")
        assert "1 of 5 key points asked" in shown(app)


async def test_the_chosen_mark_stays_in_sight() -> None:
    lessons = tuple(lesson(number, f"Lesson {number}", (panel(f"Panel {number}"),)) for number in range(1, 31))
    app = KruzhokApp(Study(small_guide(lessons)))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "p")
        for key, times in (("down", 25), ("up", 20)):
            await press(pilot, *[key] * times)
            column = progress_on(app).column
            mark = app.screen.query_one(SheetView).marks[progress_on(app).point]
            assert column.scroll_y <= mark.row + 1 < column.scroll_y + column.size.height
        assert progress_on(app).point == 5


async def test_the_first_page(looks_as_before: LooksAsBefore) -> None:
    async def open_it(pilot: Pilot[int]) -> None:
        await settle(pilot)
        await press(pilot, "p", "right")

    assert await looks_as_before(KruzhokApp(learner()), open_it)
