"""Who is learning: asked by the app where several learn, and changed from home."""

from pathlib import Path

from textual.widgets import Input

from tests.samples import SetClock, sample_guide
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp
from tui.memory.learners import Learners, name_from
from tui.memory.store import NAME
from tui.screens.home import HomeScreen
from tui.screens.learners import LearnersScreen
from tui.screens.lesson import LessonScreen
from tui.screens.naming import NameScreen
from tui.study import Study

SIZE = (80, 24)


def begun(data: Path, *called: str) -> Learners:
    data.mkdir(exist_ok=True)
    (data / NAME).touch()
    learners = Learners(data)
    for each in called:
        learners.begin(name_from(each))
    return learners


def app_of(learners: Learners, study: Study | None = None, start: str = "") -> KruzhokApp:
    nobody = study or Study(sample_guide(), SetClock())
    opened = (lambda ways: ways.open_lesson()) if start else None
    return KruzhokApp(nobody, opened, learners=lambda: learners)


async def test_who_it_is_is_asked_first_and_then_what_was_asked_for_is_opened(tmp_path: Path) -> None:
    app = app_of(begun(tmp_path, "Anna"), start="lesson")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, LearnersScreen)
        assert "Who is learning?" in shown(app)
        assert not (tmp_path / NAME).stat().st_size
        await pilot.press("2")
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.study.learner == "Anna"
    assert app.study.close() == 0
    assert (tmp_path / "learners" / "2-anna" / NAME).stat().st_size


async def test_with_one_learner_home_is_home(tmp_path: Path) -> None:
    study = Study(sample_guide(), SetClock(), data_folder=lambda: tmp_path)
    app = app_of(Learners(tmp_path), study)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "kruzhok" in shown(app).splitlines()[0]
    study.close()


async def test_arrows_and_enter_choose_and_home_says_whose_it_is(tmp_path: Path) -> None:
    app = app_of(begun(tmp_path, "Anna", "Boris [/]"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "down", "up", "enter")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Boris [/]" in shown(app).splitlines()[0]
    app.study.close()


async def test_a_click_chooses(tmp_path: Path) -> None:
    app = app_of(begun(tmp_path, "Anna"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        line = next(at for at, row in enumerate(shown(app).split("\n")) if "Anna" in row)
        await pilot.click(offset=(20, line))
        await settle(pilot)
        assert app.study.learner == "Anna"
    app.study.close()


async def test_the_second_learner_sees_nothing_of_what_the_first_did(tmp_path: Path) -> None:
    study = Study(sample_guide(), SetClock(), data_folder=lambda: tmp_path)
    app = app_of(Learners(tmp_path), study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "right", "q")
        await settle(pilot)
        assert "2 of 4" in shown(app)
        await pilot.press("w", "n", *"Anna", "enter")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Anna" in shown(app).splitlines()[0]
        assert "2 of 4" not in shown(app)
        await pilot.press("w")
        await settle(pilot)
        assert "First learner" in shown(app)
        await pilot.press("1")
        await settle(pilot)
        assert "2 of 4" in shown(app)
    assert study.close() == 0


async def test_each_learner_has_the_theme_that_they_chose(tmp_path: Path) -> None:
    study = Study(sample_guide(), SetClock(), data_folder=lambda: tmp_path)
    app = app_of(begun(tmp_path, "Anna"), study)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        at_first = app.theme
        await pilot.press("ctrl+t", "w", "2")
        await settle(pilot)
        assert (study.learner, app.theme) == ("Anna", at_first)
        await pilot.press("w", "1")
        await settle(pilot)
        assert app.theme != at_first
    assert study.close() == 0


async def test_a_name_that_is_taken_or_none_is_told_and_can_be_mended(tmp_path: Path) -> None:
    app = app_of(begun(tmp_path, "Anna"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("n", "enter")
        await settle(pilot)
        assert "needs a letter or a digit" in shown(app)
        app.screen.query_one(Input).value = "anna"
        await pilot.press("enter")
        await settle(pilot)
        assert "There is a learner called anna already." in shown(app)
        await pilot.press("ctrl+b")
        await settle(pilot)
        assert isinstance(app.screen, LearnersScreen)
    assert len(Learners(tmp_path).everyone()) == 2


async def test_a_record_that_cannot_be_begun_is_told(tmp_path: Path) -> None:
    study = Study(sample_guide(), SetClock(), data_folder=lambda: tmp_path)
    (tmp_path / "learners").touch()
    app = app_of(Learners(tmp_path), study)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("w", "n", *"Anna", "enter")
        await settle(pilot)
        assert isinstance(app.screen, NameScreen)
        assert "It cannot be written in" in shown(app)
        assert "File exists." in shown(app)
    study.close()


async def test_the_first_learner_can_be_given_a_name(tmp_path: Path) -> None:
    app = app_of(begun(tmp_path, "Anna"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, NameScreen)
        app.screen.query_one(Input).value = "Mum"
        await pilot.press("enter")
        await settle(pilot)
        assert "1  Mum" in shown(app)
    assert [each.name for each in Learners(tmp_path).everyone()] == ["Mum", "Anna"]


async def test_nobody_gets_past_the_question_unasked(tmp_path: Path) -> None:
    app = app_of(begun(tmp_path, "Anna"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert "Begin a record for someone new" in shown(app)
        assert "Quiz on" not in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("q", "n")
    assert app.return_code == 0
    assert not app.study.has_learner


async def test_many_learners_scroll_and_the_marked_one_stays_in_sight(tmp_path: Path) -> None:
    app = app_of(begun(tmp_path, *(f"Pupil {number}" for number in range(2, 40))))
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press(*["down"] * 38)
        await settle(pilot)
        assert "▸   39  Pupil 39" in shown(app)


async def test_what_changes_the_learner_in_a_lesson_of_nobodys_is_told(tmp_path: Path) -> None:
    assert tmp_path
    app = KruzhokApp(Study(sample_guide(), SetClock()))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "nobody to change to" in " ".join(note.message for note in app._notifications)
