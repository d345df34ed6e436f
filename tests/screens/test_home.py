from dataclasses import replace

import pytest
from textual.pilot import Pilot

from tests.screens.small import LESSONS, NASTY, PLACE, PROBLEM, guide, lesson, panel, study
from tests.screens.toy import CHOICE
from tests.studying import answer_all
from tui.app import KruzhokApp
from tui.authoring.formats.text import written
from tui.guide.errors import Problem, Severity
from tui.guide.model import Source
from tui.guide.words import PanelId
from tui.quiz.choosing import Choice
from tui.screens.board import Board
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.problems import ProblemsScreen, problem_lines
from tui.screens.quiz import QuizScreen
from tui.screens.results import ResultsScreen
from tui.study import Study
from tui.text import Clean
from tui.typeset import plain
from tui.widgets.footer import KeyLine


def shown(app: KruzhokApp) -> str:
    """What the screen shows, as text."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def settle(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await pilot.pause()


async def test_it_shows_the_guide_its_source_and_one_next_step() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = shown(app)
        assert "A small guide [sic]" in text
        assert "On A document, somebody, ¶1–¶16" in text
        assert "▸ Read lesson 1, A quarrel" in text
        assert "3 panels" in text
        assert text.count("▸") == 1


async def test_text_of_the_guide_is_never_markup() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        assert NASTY[:20] in shown(app)
        await pilot.press("2")
        await settle(pilot)
        assert NASTY in shown(app)


async def test_enter_takes_the_next_step() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.panel is LESSONS[0].panels[0]


async def test_a_number_opens_its_lesson_and_a_missing_one_nothing() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("9")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("2")
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.mark.lesson is LESSONS[1]


async def test_arrows_mark_and_enter_opens() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up", "down", "down", "down", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.mark.lesson is LESSONS[1]


async def test_a_click_opens_a_lesson() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        line = next(at for at, row in enumerate(shown(app).split("\n")) if row.lstrip().startswith("2 Unions"))
        await pilot.click(offset=(20, line))
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.mark.lesson is LESSONS[1]


async def test_it_tells_what_was_read_and_resumes_there() -> None:
    learner = study()
    learner.mark_read(PanelId("inside"))
    app = KruzhokApp(learner)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Go on with lesson 1, A quarrel" in shown(app)
        assert "1 of 3 panels" in shown(app)
        await pilot.press("1")
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.panel is LESSONS[0].panels[1]


async def test_coming_back_home_shows_what_has_changed() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "right", "q")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert " read" in shown(app)
        assert app.screen.query_one(Board).marked == 0


async def test_mistakes_are_told_and_shown() -> None:
    app = KruzhokApp(study(problems=(PROBLEM, PROBLEM)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "2 mistakes in the guide, the first in quiz_bank.yaml" in shown(app)
        await pilot.press("m")
        await settle(pilot)
        assert isinstance(app.screen, ProblemsScreen)
        assert "There is no field [anwser]." in shown(app)
        assert "Did you mean answer?" in shown(app)
        assert "quiz_bank.yaml, line 12, column 3" in shown(app)
        await pilot.press("q", "down", "down", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ProblemsScreen)


async def test_a_mistake_is_told_in_sentences() -> None:
    told = Problem(PLACE, "missing-field", "the answer is missing", "add one")
    lines = [plain(line) for line in problem_lines(told, 60)]
    assert lines == ["quiz_bank.yaml, line 12, column 3", "The answer is missing.", "Add one."]


async def test_air_gives_way_where_the_board_would_not_fit() -> None:
    many = tuple(lesson(number, f"Lesson {number}", (panel(f"One {number}"),)) for number in range(1, 13))
    app = KruzhokApp(study(lessons=many, problems=(PROBLEM,)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.screen.max_scroll_y == 0
        low = app.screen.query_one(Board).size.height
        await pilot.resize_terminal(80, 40)
        await settle(pilot)
        assert app.screen.query_one(Board).size.height > low


async def test_an_empty_guide_says_what_to_do() -> None:
    app = KruzhokApp(study(lessons=()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "This guide has no lessons that can be read." in shown(app)
        assert "kruzhok new" not in shown(app)
        assert "guide.yaml" in shown(app)
        await pilot.press("enter", "1", "down", "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_a_broken_guide_without_a_source_says_nothing_of_one_nor_that_the_rest_can_be_used() -> None:
    broken = replace(guide(lessons=(), problems=(PROBLEM,)), source=Source(Clean(""), Clean(""), 1))
    app = KruzhokApp(Study(broken))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "On ," not in shown(app)
        assert "¶1–" not in shown(app)
        assert "1 mistake in the guide" in shown(app)
        assert "can be used" not in shown(app)


async def test_without_questions_no_quiz_is_offered() -> None:
    learner = study()
    app = KruzhokApp(learner)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        line = str(app.screen.query_one(KeyLine).render())
        assert "quiz" not in line
        assert "exam" not in line
        for lesson in LESSONS:
            for panel in lesson.panels:
                learner.mark_read(panel.id)
        await pilot.press("1", "q")
        await settle(pilot)
        assert "You have read it all" in shown(app)
        assert "0 questions" not in shown(app)


async def test_no_questions_means_a_word_not_a_quiz() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert len(app._notifications) == 1


async def test_the_footer_shrinks_and_can_be_clicked() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        assert str(app.screen.query_one(KeyLine).render()).split("   ")[:3] == ["enter go on", "1-2 lesson", "? help"]
        await pilot.click(KeyLine, offset=(2, 0))
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)


async def test_the_footer_says_how_the_lessons_beyond_nine_are_reached() -> None:
    lessons = tuple(lesson(number, f"Lesson {number}", (panel(f"Panel {number}"),)) for number in range(1, 12))
    app = KruzhokApp(study(lessons=lessons))
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        assert "1-9 ↓ lesson" in shown(app)
        await pilot.press(*["down"] * 11, "enter")
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.mark.lesson is lessons[-1]


async def test_too_small_says_so_and_loses_nothing() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "right")
        await pilot.resize_terminal(50, 15)
        await settle(pilot)
        assert "60 × 20" in shown(app)
        assert "What you type now is not taken" in shown(app)
        await pilot.press("right", "q")
        assert "60 × 20" in shown(app)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.panel is LESSONS[0].panels[1]


async def test_a_terminal_too_small_from_the_start_says_so() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        assert "60 × 20" in shown(app)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "▸ Read lesson 1" in shown(app)


async def test_one_can_leave_a_terminal_that_is_too_small() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert app._exit


async def test_q_leaves_with_status_0_and_ctrl_c_with_130() -> None:
    for key, status in (("q", 0), ("ctrl+c", 130)):
        app = KruzhokApp(study())
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(key)
        assert app.return_code == status


async def test_the_mistakes_are_copied_as_check_prints_them() -> None:
    advice = Problem(PLACE, "comment-in-text", "Is this a comment?", severity=Severity.WARNING)
    app = KruzhokApp(study(problems=(PROBLEM, advice)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "y")
        await settle(pilot)
        assert app.clipboard == "\n".join(written((PROBLEM, advice)).splitlines()[:2])


async def test_before_the_first_answer_there_are_no_marks_to_puzzle_over() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "··" not in shown(app)
        assert "not asked yet" not in shown(app)


async def test_the_palette_marks_with_a_sign_and_sets_keys_at_the_edge_of_the_first_line() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert shown(app).count("▸") == 1
        await pilot.press(*"editor")
        await app.workers.wait_for_complete()
        await settle(pilot)
        rows = [row.split() for row in shown(app).split("\n") if "Open your" in row]
        assert [(row[:2], row[-1]) for row in rows] == [(["▸", "Open"], "e")]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_no_title_is_cut_where_marks_stand_beside_it(size: tuple[int, int]) -> None:
    titles = ("What became of the delegates after the congress had decided", "Condemned and told to disband")
    lessons = tuple(
        lesson(at, title, tuple(panel(f"{at} {n}") for n in range(14))) for at, title in enumerate(titles, 1)
    )
    learner = Study(guide(lessons, questions={CHOICE.id: CHOICE}))
    answer_all(learner.begin(Choice()))
    app = KruzhokApp(learner)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        lines = [" ".join(line.split()) for line in shown(app).split("\n")]
        first = next(at for at, line in enumerate(lines) if line.startswith("1 "))
        said = " ".join(lines[first : first + 2])
        assert all(word in said for word in titles[0].split())
        assert "●·············" in lines[first]
        assert any(line.startswith(f"2 {titles[1]}") for line in lines)


async def test_the_keys_that_scroll_a_list_are_shown_where_there_is_something_to_scroll() -> None:
    app = KruzhokApp(study(problems=(PROBLEM,) * 5))
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("m")
        await settle(pilot)
        assert "space down" not in shown(app)
        await pilot.resize_terminal(80, 20)
        await settle(pilot)
        await settle(pilot)
        assert "space down" in shown(app)


async def test_the_last_result_is_a_key_away_once_there_is_one() -> None:
    learner = Study(guide(questions={CHOICE.id: CHOICE}))
    app = KruzhokApp(learner)
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        assert "last result" not in shown(app)
        await pilot.press("l")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert [each.message for each in app._notifications] == ["No quiz has been taken yet; t takes one."]
        sitting = learner.begin(Choice())
        answer_all(sitting, right=False)
        app.routes.open_results(sitting)
        await settle(pilot)
        await pilot.press("q")
        await settle(pilot)
        assert "l last result" in shown(app)
        await pilot.press("l")
        await settle(pilot)
        assert isinstance(app.screen, ResultsScreen)
        assert app.screen.open is sitting
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, QuizScreen)
