"""Reviews and the day to be ready for, by keys."""

import asyncio
from datetime import date, timedelta
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.samples import SetClock, sample_study
from tests.screens.test_home import settle, shown
from tests.screens.toy import ALL, CHOICE, Watch, study_of
from tests.studying import answer_all, read_everything
from tui.app import KruzhokApp
from tui.quiz.choosing import Choice
from tui.quiz.confidence import Confidence
from tui.screens.dialogs import Dialog
from tui.screens.home import HomeScreen
from tui.screens.how_sure import HowSureScreen
from tui.screens.practice import PracticeScreen
from tui.screens.ready import ReadyScreen
from tui.screens.results import ResultsScreen
from tui.screens.review import ReviewScreen
from tui.study import Study

SIZE = (80, 24)


@pytest.fixture
def clock() -> Watch:
    return Watch()


@pytest.fixture
def study(clock: Watch) -> Study:
    """Of one who was asked everything three days ago."""
    study = study_of(*ALL, clock=clock)
    read_everything(study)
    answer_all_of(study)
    clock.pass_by(days=3)
    return study


def answer_all_of(study: Study) -> None:
    sitting = study.begin(Choice(seed="seed"))
    while not sitting.sitting.finished:
        sitting.answer(sitting.question.key)
        sitting.go_on()


async def home_settled(app: KruzhokApp, pilot: Pilot[int]) -> str:
    await settle(pilot)
    await app.workers.wait_for_complete()
    await settle(pilot)
    return shown(app)


async def pressed_beside_writing(app: KruzhokApp, pilot: Pilot[int], *keys: str) -> None:
    assert isinstance(app.screen, ReviewScreen)
    if app.screen.ask_view.writing:
        await pilot.press("tab")
    await pilot.press(*keys)
    await settle(pilot)


async def test_home_offers_what_is_due_and_enter_begins_it(study: Study) -> None:
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        text = await home_settled(app, pilot)
        assert "▸ Review what is due" in text
        assert "4 key points, 2 minutes" in text
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert "Review on" in shown(app)
        assert "min left" in shown(app)


async def test_r_asks_how_long_and_keeps_the_choice(study: Study) -> None:
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, Dialog)
        assert "4 key points are due." in shown(app)
        await pilot.press("3")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.open.sitting.minutes == 20
        assert study.settings.minutes == 20
        await pressed_beside_writing(app, pilot, "q")
        await pilot.press("r", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.open.sitting.minutes == 20


async def test_the_choice_can_be_left(study: Study) -> None:
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "b")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert study.settings.minutes == 10


async def test_a_review_that_is_over_says_so_with_its_result(study: Study, clock: Watch) -> None:
    app = KruzhokApp(study, lambda ways: ways.open_review(1))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        clock.pass_by(minutes=5)
        await pressed_beside_writing(app, pilot, "0", "enter")
        assert isinstance(app.screen, ResultsScreen)
        assert "The minutes are over. What was not asked waits for another day." in shown(app)


async def test_where_nothing_is_due_it_says_when_and_offers_what_helps_most() -> None:
    study = sample_study(clock=SetClock())
    read_everything(study)
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        await settle(pilot)
        assert "Nothing is due" in shown(app)
        await pilot.press("1")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        await pressed_beside_writing(app, pilot, "q")
        answer_all(study.begin(Choice(seed="seed")))
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        (told,) = [said.message for said in app._notifications]
        assert told.startswith("Nothing is due. Next: ")
        await pilot.press("1", "q")
        assert f"Next review  {told.removeprefix('Nothing is due. Next: ').rstrip('.')}" in await home_settled(
            app, pilot
        )


async def test_who_was_away_is_welcomed_back_without_a_number_of_what_waits(study: Study, clock: Watch) -> None:
    clock.pass_by(days=60)
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        text = await home_settled(app, pilot)
        assert "Welcome back, 2 minutes today" in text
        await pilot.press("r")
        await settle(pilot)
        assert "Welcome back. Ten minutes are enough today" in shown(app)


async def test_a_day_is_set_by_b_told_at_home_changed_and_dropped(study: Study, clock: Watch) -> None:
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("b")
        await settle(pilot)
        assert isinstance(app.screen, ReadyScreen)
        await pilot.press(*"soon", "enter")
        await settle(pilot)
        assert "Type a day, such as" in shown(app)
        app.screen.query_one(Input).value = "14 february"
        await pilot.press("enter")
        text = await home_settled(app, pilot)
        assert study.settings.by == date(2026, 2, 14)
        assert "14 February" in text
        assert " % today, " in text
        clock.pass_by(days=1)
        await pilot.press("b", "ctrl+b")
        assert study.settings.by == date(2026, 2, 14)
        await pilot.press("b", "ctrl+d")
        text = await home_settled(app, pilot)
        assert "February" not in text
    assert not study.record.digest.settings["by"]


async def test_of_a_day_that_has_passed_it_is_told_how_to_set_another(study: Study, clock: Watch) -> None:
    study.choose("by", (clock.now + timedelta(days=2)).date())
    clock.pass_by(days=3)
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        text = " ".join((await home_settled(app, pilot)).split())
        assert "is over. Set another day to be ready for, or drop" in text
        await pilot.press("b", "ctrl+d")
        assert "is over." not in await home_settled(app, pilot)


def test_kruzhok_closes_without_waiting_for_what_is_to_be_expected(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, waited_for = Event(), Event()

    def predict(*_: object) -> None:
        closed.wait(10)
        waited_for.set()

    monkeypatch.setattr("tui.screens.ahead.outlook_of", predict)
    study.choose("by", date(2026, 2, 14))

    async def open_and_close() -> None:
        app = KruzhokApp(study)
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            assert "14 February" in shown(app)
            await pilot.press("q")

    asyncio.run(open_and_close())
    try:
        assert not waited_for.is_set()
    finally:
        closed.set()


async def test_below_the_lessons_a_click_does_what_the_key_does(study: Study) -> None:
    study.choose("by", date(2026, 2, 14))
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        text = await home_settled(app, pilot)
        line = next(number for number, line in enumerate(text.splitlines()) if "14 February" in line)
        await pilot.click(offset=(20, line))
        await settle(pilot)
        assert isinstance(app.screen, ReadyScreen)


async def test_who_wants_it_says_how_sure_they_are_before_the_verdict() -> None:
    study = study_of(CHOICE)
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c", "t", "1")
        await settle(pilot)
        assert isinstance(app.screen, HowSureScreen)
        assert "How sure are you?" in shown(app)
        assert not study.record.attempts
        await pilot.press("escape")
        await settle(pilot)
        assert not study.record.attempts
        await pilot.press("2", "g")
        await settle(pilot)
        assert [attempt.confidence for attempt in study.record.attempts] == [Confidence.GUESS]
        assert isinstance(app.screen, PracticeScreen)
        assert app.screen.open.verdict is not None


async def test_of_i_dont_know_nobody_is_asked_how_sure_they_are_nor_once_they_no_longer_want_it() -> None:
    clock = Watch()
    study = study_of(CHOICE, clock=clock)
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("c", "t", "0")
        await settle(pilot)
        assert isinstance(app.screen, PracticeScreen)
        await pilot.press("enter", "escape")
        await settle(pilot)
        app.routes.go_home()
        clock.pass_by(minutes=1)
        await pilot.press("c", "t", "1")
        await settle(pilot)
        assert isinstance(app.screen, PracticeScreen)
        assert {attempt.confidence for attempt in study.record.attempts} == {None}
