"""A quiz and an exam that were cut off, by keys alone: home offers them, and they go on to their results."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.memory.writing import as_if_killed, learner
from tests.samples import SetClock
from tests.screens.test_home import settle, shown
from tests.studying import only
from tui.app import KruzhokApp, Start
from tui.quiz.ask import Pick
from tui.quiz.events import Mode
from tui.quiz.sitting import Ending
from tui.screens.dialogs import Dialog
from tui.screens.exam import ExamScreen
from tui.screens.home import HomeScreen
from tui.screens.practice import PracticeScreen
from tui.screens.results import ResultsScreen
from tui.study import Study

THREE = only("who-held", "who-wanted", "who-blamed")
SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def cut_off(tmp_path: Path, clock: SetClock) -> Iterator[list[Study]]:
    """Learners at whose folders a kill may strike; closed at the end."""
    studies = [learner(tmp_path / "0", clock)]
    yield studies
    for study in studies:
        study.close()


def next_start(studies: list[Study], tmp_path: Path, clock: SetClock) -> Study:
    """What the next start finds, after the window before was killed."""
    data = as_if_killed(tmp_path / f"{len(studies) - 1}", tmp_path / f"{len(studies)}")
    studies.append(learner(data, clock))
    return studies[-1]


async def pick(pilot: Pilot[int], *, right: bool = True) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, PracticeScreen | ExamScreen)
    ask = screen.open.ask
    assert isinstance(ask, Pick)
    wanted = "right" if right else "wrong"
    await pilot.press(str([str(option) for option in ask.options].index(wanted) + 1))
    await settle(pilot)


def begins(mode: Mode) -> Start:
    return lambda ways: ways.open_quiz(THREE, mode, 20 if mode is Mode.EXAM else None)


@pytest.mark.parametrize("size", SIZES)
async def test_a_quiz_that_was_cut_off_goes_on_to_its_results(
    cut_off: list[Study], tmp_path: Path, clock: SetClock, size: tuple[int, int]
) -> None:
    async with KruzhokApp(cut_off[0], begins(Mode.PRACTICE)).run_test(size=size) as pilot:
        await settle(pilot)
        await pick(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pick(pilot, right=False)
        later = next_start(cut_off, tmp_path, clock)
    clock.move(hours=9)
    app = KruzhokApp(later)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Go on with your quiz" in shown(app)
        assert "2 of 3 answered" in shown(app)
        assert "d drop" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PracticeScreen)
        assert "2 of 3" in shown(app).splitlines()[0]
        await pilot.press("u")
        await settle(pilot)
        await pick(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pick(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ResultsScreen)
        assert "3 of 3" in shown(app)
        await pilot.press("q")
        await settle(pilot)
        assert "Go on with your quiz" not in shown(app)
        assert "d drop" not in shown(app)
    assert [attempt.grade for attempt in later.record.attempts] == ["correct"] * 3


@pytest.mark.parametrize("size", SIZES)
async def test_an_exam_that_was_cut_off_goes_on_by_its_clock(
    cut_off: list[Study], tmp_path: Path, clock: SetClock, size: tuple[int, int]
) -> None:
    async with KruzhokApp(cut_off[0], begins(Mode.EXAM)).run_test(size=size) as pilot:
        await settle(pilot)
        await pick(pilot)
        await pilot.press("right", "f")
        await settle(pilot)
        later = next_start(cut_off, tmp_path, clock)
    clock.move(minutes=7, seconds=30)
    app = KruzhokApp(later)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Go on with your exam" in shown(app)
        assert "13 minutes left" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ExamScreen)
        assert "flagged   12:30 left   2 of 3" in shown(app)
        await pick(pilot, right=False)
        await pilot.press("h")
        await settle(pilot)
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(app.screen, ResultsScreen)
        assert "1 of 3" in shown(app)


async def test_an_exam_whose_time_ran_out_meanwhile_shows_how_it_went(
    cut_off: list[Study], tmp_path: Path, clock: SetClock
) -> None:
    async with KruzhokApp(cut_off[0], begins(Mode.EXAM)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pick(pilot)
        later = next_start(cut_off, tmp_path, clock)
    clock.move(minutes=20)
    app = KruzhokApp(later)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Dialog)
        assert "while the exam was closed" in " ".join(shown(app).split())
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ResultsScreen)
        assert app.screen.open.sitting.ending is Ending.TIME_RAN_OUT
        assert len(later.record.attempts) == 1


async def test_what_is_asked_for_at_the_start_is_opened_though_an_exam_ran_out_meanwhile(
    cut_off: list[Study], tmp_path: Path, clock: SetClock
) -> None:
    cut_off[0].begin(THREE, Mode.EXAM, 20)
    later = next_start(cut_off, tmp_path, clock)
    clock.move(minutes=20)
    app = KruzhokApp(later, begins(Mode.PRACTICE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, PracticeScreen)
        assert "The time of your exam ran out" in " ".join(note.message for note in app._notifications)
        await pilot.press("q")
        await settle(pilot)
        await pilot.press("l")
        await settle(pilot)
        assert isinstance(app.screen, ResultsScreen)


async def test_an_exam_that_runs_out_on_the_home_screen_is_handed_in_as_one_goes_on(
    cut_off: list[Study], tmp_path: Path, clock: SetClock
) -> None:
    cut_off[0].begin(THREE, Mode.EXAM, 20)
    app = KruzhokApp(next_start(cut_off, tmp_path, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "20 minutes left" in shown(app)
        clock.move(minutes=20)
        await pilot.press("down", "up")
        await settle(pilot)
        assert "The time of your exam is up" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ResultsScreen)


async def test_what_was_cut_off_is_dropped_once_that_is_sure(
    cut_off: list[Study], tmp_path: Path, clock: SetClock
) -> None:
    async with KruzhokApp(cut_off[0], begins(Mode.PRACTICE)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pick(pilot)
        later = next_start(cut_off, tmp_path, clock)
    app = KruzhokApp(later)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert "1 of 3 answered. What is answered counts" in " ".join(shown(app).split())
        await pilot.press("k")
        await settle(pilot)
        assert later.cut_off.offered
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, ResultsScreen)
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Go on with your quiz" not in shown(app)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_what_another_window_has_gone_on_with_is_said_to_be_gone(tmp_path: Path, clock: SetClock) -> None:
    with closing(learner(tmp_path, clock)) as before:
        sitting = before.begin(THREE, Mode.EXAM, 20)
    with closing(learner(tmp_path, clock)) as study, closing(learner(tmp_path, clock)) as other:
        app = KruzhokApp(study)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert other.cut_off.resume(sitting.id)
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(app.screen, HomeScreen)
            assert "in another window" in " ".join(note.message for note in app._notifications)
            assert "Go on with your exam" not in shown(app)
