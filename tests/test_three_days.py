"""Three days of a learner on the guide that ships, by keys alone; then they stay away for a while."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.color import Color
from textual.pilot import Pilot

from tests.samples import SetClock
from tests.screens.test_home import shown
from tests.test_journeys import answer, settle, step_out
from tui.app import KruzhokApp
from tui.memory.attempt import Attempt
from tui.paths import shipped_guide
from tui.quiz.verdict import Grade
from tui.screens.lesson import LessonScreen
from tui.screens.quiz import QuizScreen
from tui.screens.results import ResultsScreen
from tui.study import Study, open_guide

GUIDE = open_guide(shipped_guide())
Player = Pilot[int]


class Learner:
    """Somebody who opens kruzhok each day, with a folder in which it is kept what they do."""

    def __init__(self, folder: Path) -> None:
        self.clock = SetClock()
        self.folder = folder

    async def spends_a_day(self, does: Callable[[KruzhokApp, Player], Awaitable[None]]) -> None:
        """Open the app, do something, leave by keys."""
        study = Study(GUIDE, self.clock, data_folder=lambda: self.folder)
        app = KruzhokApp(study)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await does(app, pilot)
            await pilot.press("q")
        assert app.return_code == 0
        assert study.close() == 0

    async def answers(self, app: KruzhokApp, pilot: Player, questions: int) -> None:
        """Answer so many questions, eight seconds each: right where there is something to pick, else not at all."""
        screen = app.screen
        assert isinstance(screen, QuizScreen)
        for _ in range(questions):
            self.clock.move(seconds=8)
            await answer(pilot, screen.open)
            await press(pilot, "enter")


async def press(pilot: Player, *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def leave_the_quiz(app: KruzhokApp, pilot: Player) -> None:
    if isinstance(app.screen, QuizScreen):
        await step_out(pilot)
        await press(pilot, "q")
        await press(pilot, "l")
    assert isinstance(app.screen, ResultsScreen)


def written_in_red(app: KruzhokApp) -> list[str]:
    """What stands on the screen in the colour of errors."""
    red = Color.parse(app.theme_variables["error"]).rich_color.triplet
    segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
    return [each.text for each in segments if each.style and each.style.color and each.style.color.triplet == red]


def attempts(app: KruzhokApp) -> list[Attempt]:
    return [entry for entry in app.study.record.entries if isinstance(entry, Attempt)]


async def test_read_quiz_the_next_days_review_an_exam_and_a_week_away(tmp_path: Path) -> None:
    learner = Learner(tmp_path)
    missed: set[str] = set()
    asked_on_first_day: set[str] = set()

    async def read_and_be_quizzed(app: KruzhokApp, pilot: Player) -> None:
        assert "▸ Read lesson 1, A quarrel inside the party" in shown(app)
        await press(pilot, "enter")
        while isinstance(app.screen, LessonScreen):
            await press(pilot, "enter")
        await learner.answers(app, pilot, 15)
        await leave_the_quiz(app, pilot)
        assert "Reviews bring back the" in shown(app)
        await press(pilot, "q")
        assert "▸ Read lesson 2, Workers and their teachers" in shown(app)
        for each in attempts(app):
            asked_on_first_day.add(each.question)
            if each.grade is Grade.SKIPPED:
                missed.update(each.key_points)
        assert missed

    async def review(app: KruzhokApp, pilot: Player) -> None:
        assert "▸ Review what is due" in shown(app)
        assert "key points, 5 minutes" in shown(app)
        assert app.study.read_in(GUIDE.lessons[0]) == len(GUIDE.lessons[0].panels)
        before = len(attempts(app))
        await press(pilot, "r")
        assert "How long do you want to review?" in shown(app)
        await press(pilot, "1")
        screen = app.screen
        assert isinstance(screen, QuizScreen)
        assert "Review on lesson 1" in shown(app)
        reviewed = [GUIDE.questions[turn.question] for turn in screen.open.sitting.turns]
        assert missed & set(reviewed[0].tests)
        last = {point: each.question for each in attempts(app) for point in each.key_points}
        assert all(question.id not in {last.get(point) for point in question.tests} for question in reviewed)
        await learner.answers(app, pilot, len(reviewed))
        await leave_the_quiz(app, pilot)
        assert len(attempts(app)) >= before + len(reviewed)
        await press(pilot, "q", "p")
        assert "▸ Lessons" in shown(app)
        assert "!" in next(line for line in shown(app).splitlines() if "1  A quarrel inside" in line)
        assert "you did not know when last asked. Reviews bring them back." in " ".join(shown(app).split())
        await press(pilot, "5")
        assert "15 Jan   review" in shown(app)
        assert "14 Jan   quiz" in shown(app)
        await press(pilot, "q")

    async def exam(app: KruzhokApp, pilot: Player) -> None:
        await press(pilot, "x")
        screen = app.screen
        assert isinstance(screen, QuizScreen)
        assert "20:00 left   1 of 20" in shown(app)
        await answer(pilot, screen.open)
        assert screen.open.verdict is None
        await step_out(pilot)
        await press(pilot, "h")
        assert "Hand in the exam?" in shown(app)
        await press(pilot, "h")
        assert isinstance(app.screen, ResultsScreen)
        assert "of 20" in shown(app)
        await press(pilot, "q")

    async def come_back(app: KruzhokApp, pilot: Player) -> None:
        home = shown(app)
        assert "▸ Welcome back," in home
        assert "minutes today" in home
        assert "First comes what is nearest to being forgotten." in home
        assert "overdue" not in home
        assert not any(text.strip() for text in written_in_red(app))
        await press(pilot, "enter")
        assert isinstance(app.screen, QuizScreen)
        await step_out(pilot)
        await press(pilot, "q")
        if not isinstance(app.screen, ResultsScreen):
            await press(pilot, "l")
        await press(pilot, "q")

    for does, days in ((read_and_be_quizzed, 1), (review, 1), (exam, 9), (come_back, 0)):
        await learner.spends_a_day(does)
        learner.clock.move(days=days)
    assert asked_on_first_day
