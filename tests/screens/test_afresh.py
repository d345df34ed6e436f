"""Fresh starts by keys."""

from tests.samples import SetClock, sample_study
from tests.screens.test_home import settle, shown
from tests.studying import ALL, answer_all, read_everything
from tui.app import KruzhokApp
from tui.guide.words import KeyPointId, LessonId
from tui.memory.attempt import MarkerId, StartedAfresh
from tui.screens.home import HomeScreen

SIZE = (80, 24)


async def test_a_lesson_is_started_afresh_and_that_is_taken_back() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    read_everything(study)
    answer_all(study.begin(ALL))
    known = study.record.knowledge
    clock.move(minutes=1)
    app = KruzhokApp(study, lambda ways: ways.open_lesson(study.guide.lessons[1].id))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("f")
        await settle(pilot)
        assert "Start this lesson afresh?" in shown(app)
        await pilot.press("b", "f", "s")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert KeyPointId("held") not in study.record.knowledge
        assert KeyPointId("formed") in study.record.knowledge
        assert "▸ Read lesson 2, Unions" in shown(app)
        clock.move(minutes=1)
        await pilot.press("f")
        await settle(pilot)
        assert "Take the last fresh start back: Unions" in shown(app)
        await pilot.press("t")
        await settle(pilot)
        assert study.record.knowledge == known
        assert study.read_in(study.guide.lessons[1]) == 2


async def test_everything_is_started_afresh_only_once_that_is_sure() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    read_everything(study)
    answer_all(study.begin(ALL))
    clock.move(minutes=1)
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f", "enter")
        await settle(pilot)
        assert study.record.knowledge
        await pilot.press("f", "s")
        await settle(pilot)
        assert not study.record.knowledge
        assert not study.record.read_panels
        assert "▸ Read lesson 1, Quarrel" in shown(app)


async def test_a_fresh_start_of_a_lesson_that_is_gone_is_not_told_as_one_of_everything() -> None:
    study = sample_study()
    study.keep(StartedAfresh(id=MarkerId(study.new_id()), lesson=LessonId("gone"), at=study.clock()))
    app = KruzhokApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("f")
        await settle(pilot)
        assert "back: a lesson that is gone" in " ".join(shown(app).split())
