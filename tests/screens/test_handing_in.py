"""Enter hands in what was answered in a room, whatever is asked: as a player, and for one on paper."""

from pathlib import Path

from msgspec.structs import replace

from tests.classroom.players import Served
from tests.screens.test_home import settle, shown
from tests.screens.test_host import Teacher, press
from tests.screens.test_join import Pupil, playing
from tests.screens.toy import CHOICE, CLOZE, DATE, MATCH, NUMBER, ORDER, SELECT, TEXT, TRUE_FALSE, study_of
from tui.app import KruzhokApp
from tui.quiz.ask import Written
from tui.quiz.choosing import Choice
from tui.quiz.sitting import Mode
from tui.screens.answer_for import AnswerForScreen
from tui.screens.practice import PracticeScreen
from tui.text import Clean
from tui.widgets.footer import KeyLine

GAPS = replace(CLOZE, text=Clean("The {party} is {afraid} of {criticism}."))
ANSWERED = {
    CHOICE: ("down", "enter"),
    TRUE_FALSE: ("down", "enter"),
    SELECT: ("1", "2", "enter"),
    DATE: (*"1920-09", "enter"),
    TEXT: (*"kollontai", "enter"),
    NUMBER: (*"37", "enter"),
    ORDER: ("1", "2", "enter"),
    MATCH: ("a", "b", "enter"),
    GAPS: ("a", "down", "b", "tab", "c", "enter"),
}


def footer_of(app: KruzhokApp) -> str:
    return app.screen.query_one(KeyLine).render().plain


async def test_enter_hands_in_for_a_player_on_paper(tmp_path: Path) -> None:
    teacher = Teacher(tmp_path, *ANSWERED)
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        teacher.host.add_on_paper("Zoya")
        for question, keys in ANSWERED.items():
            await press(pilot, "enter", "p", "enter")
            assert isinstance(teacher.app.screen, AnswerForScreen), question.id
            await press(pilot, *keys)
            assert teacher.host.answered() == (1, 1), question.id
            assert "Players" in shown(teacher.app)
            await press(pilot, "q", "enter", "enter")


async def test_enter_hands_in_as_a_player_question_by_question(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *ANSWERED) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            await pilot.press("enter")
            for number, (question, keys) in enumerate(ANSWERED.items(), 1):
                served.host.open_next()
                await pupil.sees(pilot, f"{number} of {len(ANSWERED)}")
                await pilot.press(*keys)
                await pupil.sees(pilot, "Saved. You can change it until the close.")
                assert served.host.answered() == (1, 1), question.id
                served.host.close()
                served.host.reveal()


async def test_enter_sends_nothing_once_the_question_is_closed(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", SELECT) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            served.host.open_next()
            await pupil.sees(pilot, "1 of 1")
            await pilot.press("1")
            served.host.close()
            await pupil.sees(pilot, "Closed.")
            await pilot.press("enter")
            await settle(pilot)
            assert "Closed." in shown(pupil.app)
            assert served.host.answered() == (0, 1)


async def test_tab_and_the_arrows_go_from_gap_to_gap(tmp_path: Path) -> None:
    teacher = Teacher(tmp_path, GAPS)
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        teacher.host.add_on_paper("Zoya")
        await press(pilot, "enter", "p", "enter")
        await press(pilot, *"a", "tab", *"q", "down", *"c", "up", "up", *"1", "shift+tab", *"2")
        screen = teacher.app.screen
        assert isinstance(screen, AnswerForScreen)
        assert screen.ask_view.draft == Written(("a12", "q", "c"))


async def test_the_footer_tells_one_key_for_help_and_one_that_leaves(tmp_path: Path) -> None:
    teacher = Teacher(tmp_path, GAPS)
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        teacher.host.add_on_paper("Zoya")
        await press(pilot, "enter", "p", "enter")
        assert "f1 help" in footer_of(teacher.app)
        assert footer_of(teacher.app).count("help") == 1
        assert footer_of(teacher.app).endswith("^b back")
        await press(pilot, "escape")
        assert "? help" in footer_of(teacher.app)
        assert footer_of(teacher.app).count("help") == 1
        assert footer_of(teacher.app).endswith("q back")
        await press(pilot, "tab", "ctrl+b")
        assert "Players" in shown(teacher.app)


async def test_alone_tab_and_the_arrows_go_from_gap_to_gap_too() -> None:
    app = KruzhokApp(study_of(GAPS), lambda ways: ways.open_quiz(Choice(seed="any"), Mode.PRACTICE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *"a", "tab", *"q", "down", *"c", "tab")
        screen = app.screen
        assert isinstance(screen, PracticeScreen)
        assert screen.ask_view.draft == Written(("a", "q", "c"))
        assert not screen.ask_view.writing
