from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from tests.screens.small import NASTY
from tests.screens.toy import (
    ALL,
    CHOICE,
    CLOZE,
    DATE,
    MATCH,
    NUMBER,
    ORDER,
    RECALL,
    SELECT,
    TEXT,
    TRUE_FALSE,
    Watch,
    study_of,
)
from tui.app import KruzhokApp
from tui.keys import keys_at
from tui.open_sitting import OpenSitting
from tui.quiz.ask import Arrange, Arranged, Pair, Paired, Pick, Picked, Recall, Skipped, Write, Written
from tui.quiz.choosing import Choice
from tui.quiz.question import Distractor, Question
from tui.quiz.signs import LETTERS
from tui.quiz.sitting import Ending, Mode
from tui.quiz.verdict import Grade, Verdict
from tui.screens.dialogs import Box, Dialog, DoubtScreen
from tui.screens.exam import ExamScreen
from tui.screens.help import HelpScreen
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.quiz import QuizScreen
from tui.screens.results import ResultsScreen
from tui.text import Clean

Keys = Pilot[int]


def app_with(
    *questions: Question, mode: Mode = Mode.PRACTICE, minutes: float | None = None, clock: Watch | None = None
) -> KruzhokApp:
    study = study_of(*questions, clock=clock)
    only = tuple(study.guide.questions)
    return KruzhokApp(study, lambda app: app.open_quiz(Choice(only=only, seed="toy"), mode, minutes))


def quiz_of(app: KruzhokApp) -> QuizScreen:
    assert isinstance(app.screen, QuizScreen)
    return app.screen


def options_of(quiz: QuizScreen) -> tuple[Clean, ...]:
    """What there is to pick from, as it stands on the screen."""
    assert isinstance(quiz.open.ask, Pick)
    return quiz.open.ask.options


def exam_of(app: KruzhokApp) -> ExamScreen:
    assert isinstance(app.screen, ExamScreen)
    return app.screen


def top(app: KruzhokApp) -> Screen[Any]:
    """The screen on top; asked anew, as it changes with each key."""
    return app.screen


def verdict_of(app: KruzhokApp) -> Verdict | None:
    return quiz_of(app).open.verdict


def shown(app: KruzhokApp) -> str:
    text = " ".join(strip.text for strip in app.screen._compositor.render_strips())
    return " ".join(text.replace("▌", " ").split())


async def press(pilot: Keys, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()


async def answer_rightly(pilot: Keys, sitting: OpenSitting) -> None:
    """Give the right answer by keys alone, whatever is asked."""
    ask, key = sitting.ask, sitting.question.key
    match ask, key:
        case Pick(), Picked():
            places = [str(ask.options.index(option) + 1) for option in ask.options if option in key.options]
            await press(pilot, *places, *(["enter"] if ask.several else []))
        case Write(), Written():
            for text in key.fields:
                await press(pilot, *["space" if letter == " " else letter for letter in text], "enter")
        case Arrange(), Arranged():
            now = [str(item) for item in ask.items]
            for place, item in enumerate(key.items):
                if now.index(item) != place:
                    await press(pilot, str(now.index(item) + 1), str(place + 1))
                    now.insert(place, now.pop(now.index(item)))
            await press(pilot, "enter")
        case Pair(), Paired():
            for left, right in key.pairs:
                await press(pilot, str(ask.left.index(left) + 1), LETTERS[ask.right.index(right)])
            await press(pilot, "enter")
        case Recall(), _:
            await press(pilot, "x", "ctrl+s", *[str(number + 1) for number in range(ask.points)], "enter")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_all_ten_types_are_answered_by_keys(size: tuple[int, int]) -> None:
    app = app_with()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        sitting = quiz_of(app).open
        for _ in ALL:
            await answer_rightly(pilot, sitting)
            assert sitting.verdict is not None, sitting.question.id
            assert sitting.verdict.grade is Grade.CORRECT, sitting.question.id
            assert "Right." in shown(app)
            await press(pilot, "enter")
        assert isinstance(app.screen, ResultsScreen)
        assert sitting.sitting.ending is Ending.COMPLETED


async def click(pilot: Keys, app: KruzhokApp, text: str, last: bool = False) -> None:
    """Click where a text stands: its first place on the screen, or its last."""
    lines = [strip.text for strip in app.screen._compositor.render_strips()]
    found = [(line.index(text), y) for y, line in enumerate(lines) if text in line]
    await pilot.click(offset=found[-1 if last else 0])
    await pilot.pause()
    await pilot.pause()


async def answer_by_mouse(pilot: Keys, app: KruzhokApp) -> None:
    """Give the right answer by clicks, and by keys only what is to be typed."""
    sitting = quiz_of(app).open
    match sitting.ask, sitting.question.key:
        case Pick() as ask, Picked(options):
            for option in options:
                await click(pilot, app, option)
            if not ask.several:
                return
        case Write(), Written(fields):
            for text in fields:
                await click(pilot, app, "▌", last=True)
                await press(pilot, *["space" if letter == " " else letter for letter in text])
        case Arrange(), Arranged(items):
            for place, item in enumerate(items):
                await click(pilot, app, item)
                await click(pilot, app, f"{place + 1}  ")
        case Pair(), Paired(pairs):
            for left, right in pairs:
                await click(pilot, app, left)
                await click(pilot, app, right, last=True)
        case Recall() as ask, _:
            await press(pilot, "x")
            await click(pilot, app, "hand in")
            for number in range(ask.points):
                await click(pilot, app, f"Point {number}.")
    await click(pilot, app, "hand in")


@pytest.mark.parametrize("size", [(60, 20), (80, 30)])
async def test_all_ten_types_are_answered_by_mouse(size: tuple[int, int]) -> None:
    app = app_with()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        sitting = quiz_of(app).open
        for _ in ALL:
            await answer_by_mouse(pilot, app)
            assert sitting.verdict is not None, sitting.question.id
            assert sitting.verdict.grade is Grade.CORRECT, sitting.question.id
            await click(pilot, app, "go on")
        assert isinstance(app.screen, ResultsScreen)


async def test_a_recall_that_is_passed_over_shows_its_key_points_and_is_done_with() -> None:
    app = app_with(RECALL)
    async with app.run_test(size=(80, 30)) as pilot:
        await press(pilot, "tab", "0")
        text = shown(app)
        assert "You passed this one over." in text
        assert "It counts neither for you nor against you." in text
        assert "Point 0." in text
        await press(pilot, "enter")
        assert isinstance(app.screen, ResultsScreen)
        assert "0 of 0" not in shown(app)
        assert "Nothing was answered that counts" in shown(app)
        await press(pilot, "l")
        assert "Point 0." in shown(app)


@pytest.mark.parametrize("question", [each for each in ALL if each is not RECALL], ids=lambda question: question.id)
async def test_every_type_can_be_skipped_and_comes_back(question: Question) -> None:
    app = app_with(question)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        sitting = quiz_of(app).open
        if quiz_of(app).ask_view.writing:
            await press(pilot, "tab")
        await press(pilot, "0")
        assert sitting.sitting.current.response == Skipped()
        assert "You don't know this one yet." in shown(app)
        assert "This one will come back." in shown(app)
        await press(pilot, "enter")
        assert sitting.sitting.current.again
        assert "once more 1 of 1" in shown(app)
        assert "You don't know" not in shown(app)


async def test_a_wrong_answer_shows_why_and_its_panel_one_key_away() -> None:
    app = app_with(CHOICE)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        quiz = quiz_of(app)
        wrong = options_of(quiz).index(CHOICE.distractors[1].choice)
        await press(pilot, str(wrong + 1))
        assert f"They meant the unions {NASTY}." in shown(app)
        assert "Lesson 1, panel 1 says it (¶1)." in shown(app)
        before = shown(app)
        await press(pilot, "v")
        assert isinstance(top(app), LessonScreen)
        await press(pilot, "q")
        assert top(app) is quiz
        assert shown(app) == before
        await press(pilot, "enter")
        assert quiz.open.sitting.current.again


LONG = replace(
    CHOICE,
    question=Clean("Why, according to the document, was union control of industry not the same as workers' control?"),
    distractors=(
        Distractor(choice=Clean("The unions had few members"), why=Clean("Not a word of that stands in it. " * 2)),
        Distractor(choice=Clean("The unions had voted against it"), why=Clean("It was a matter of the party. " * 3)),
        Distractor(choice=Clean("The unions did not want to run industry"), why=Clean("They did want to. " * 5)),
    ),
    explanation=Clean(
        "The central council had become an arm of the state, it says, and so could not stand for them. " * 2
    ),
)


@pytest.mark.parametrize("size", [(80, 24), (60, 22)])
async def test_the_question_and_its_options_stand_still_while_the_verdict_appears(size: tuple[int, int]) -> None:
    app = app_with(LONG)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        before = rows_of(app, "Why, according", "unions had few members", "did not want to run")
        wrong = options_of(quiz_of(app)).index(Clean("The unions had few members"))
        await press(pilot, str(wrong + 1))
        assert rows_of(app, "Why, according", "unions had few members", "did not want to run") == before
        assert "This one will come back." in shown(app)


def rows_of(app: KruzhokApp, *texts: str) -> list[int]:
    """The lines of the screen on which these texts stand."""
    lines = [strip.text for strip in app.screen._compositor.render_strips()]
    return [next(y for y, line in enumerate(lines) if text in line) for text in texts]


async def test_a_wide_terminal_shows_the_panel_beside_the_verdict_and_the_question_stands_still() -> None:
    app = app_with(CHOICE, SELECT)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        prompt = quiz_of(app).question.question[:20]
        panel = quiz_of(app).open.panel.title
        before = line_of(app, prompt)
        assert f"What {panel} says." not in shown(app)
        await press(pilot, "0")
        assert f"What {panel} says." in shown(app)
        assert line_of(app, prompt).startswith(before.rstrip())
        await press(pilot, "enter")
        assert f"What {panel} says." not in shown(app)
        await press(pilot, "0")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "says." not in shown(app)
        await pilot.resize_terminal(130, 30)
        await pilot.pause()
        assert f"What {quiz_of(app).open.panel.title} says." in shown(app)


def line_of(app: KruzhokApp, text: str) -> str:
    return next(strip.text for strip in app.screen._compositor.render_strips() if text in strip.text)


async def test_an_exam_keeps_its_column_in_the_middle() -> None:
    app = app_with(SELECT, mode=Mode.EXAM)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert line_of(app, "Which two did they want?").startswith(" " * 22 + "Which")


async def test_the_panel_is_not_shown_before_an_answer() -> None:
    app = app_with(CHOICE)
    async with app.run_test() as pilot:
        await press(pilot, "v")
        assert isinstance(app.screen, QuizScreen)
        assert "Answer first" in shown(app)


async def test_a_date_without_its_century_is_asked_again_and_the_text_stays() -> None:
    app = app_with(DATE)
    async with app.run_test() as pilot:
        await press(pilot, *"9/20", "enter")
        assert quiz_of(app).open.verdict is None
        assert "9/20" in shown(app)
        await press(pilot, "enter")
        assert quiz_of(app).open.verdict is None


async def test_i_was_right_and_take_back() -> None:
    app = app_with(TEXT)
    async with app.run_test() as pilot:
        await press(pilot, *"somebody", "enter")
        assert "I was right" in shown(app)
        await press(pilot, "o")
        told = verdict_of(app)
        assert told is not None
        assert told.overruled
        await press(pilot, "u")
        assert verdict_of(app) is None
        assert "Taken back." in shown(app)
        await press(pilot, *"Kollontai", "enter")
        told = verdict_of(app)
        assert told is not None
        assert told.grade is Grade.CORRECT


async def test_doubt_is_marked_with_a_word() -> None:
    app = app_with(CHOICE)
    async with app.run_test() as pilot:
        await press(pilot, "!")
        assert isinstance(app.screen, DoubtScreen)
        await press(pilot, *"why", "enter")
        assert quiz_of(app).open.sitting.current.doubt == "why"
        assert "doubtful" in shown(app)
        await press(pilot, "!", "ctrl+b")
        assert quiz_of(app).open.sitting.current.doubt == "why"


async def test_a_doubtful_question_is_still_marked_when_it_comes_back() -> None:
    app = app_with(CHOICE)
    async with app.run_test() as pilot:
        await press(pilot, "!", *"why", "enter", "0", "enter")
        assert quiz_of(app).open.sitting.current.again
        assert "doubtful once more" in shown(app)
        await press(pilot, "!")
        assert top(app).query_one(Input).value == "why"


@pytest.mark.parametrize("size", [(60, 20), (100, 30)])
async def test_the_question_what_is_doubtful_stands_in_the_middle_over_the_quiz(size: tuple[int, int]) -> None:
    app = app_with(CHOICE)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "!")
        box = app.screen.query_one(Box).region
        assert abs(box.x - (size[0] - box.right)) <= 1
        assert abs(box.y - (size[1] - box.bottom)) <= 1
        assert app.screen.styles.background.a < 1


async def test_the_question_is_copied_with_its_paragraph() -> None:
    app = app_with(CHOICE)
    async with app.run_test() as pilot:
        await press(pilot, "y")
        assert app.clipboard == f"{CHOICE.question} (¶1)"


async def test_leaving_untouched_goes_home_and_leaving_later_asks_first() -> None:
    app = app_with(CHOICE, TRUE_FALSE)
    async with app.run_test() as pilot:
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
    app = app_with(CHOICE, TRUE_FALSE)
    async with app.run_test() as pilot:
        await press(pilot, "0", "q")
        assert isinstance(app.screen, Dialog)
        await press(pilot, "enter")
        assert isinstance(app.screen, QuizScreen)
        await press(pilot, "q", "l")
        assert isinstance(app.screen, ResultsScreen)
        assert app.screen.result.asked == 1


async def test_leaving_with_a_half_done_answer_says_that_nothing_counts() -> None:
    for mode in Mode:
        app = app_with(MATCH, mode=mode)
        async with app.run_test() as pilot:
            await press(pilot, "1", "a", "q")
            assert "Nothing is answered yet, so nothing counts" in shown(app)
            assert "0 of" not in shown(app)
            await press(pilot, "l")
            assert isinstance(app.screen, HomeScreen)


async def test_an_exam_that_is_left_counts_what_was_left_open() -> None:
    app = app_with(CHOICE, TRUE_FALSE, MATCH, mode=Mode.EXAM)
    async with app.run_test() as pilot:
        await press(pilot, "1", "q")
        assert "1 of 3 is answered. The whole exam counts" in shown(app)
        await press(pilot, "l")
        assert isinstance(app.screen, ResultsScreen)
        assert (app.screen.result.asked, app.screen.result.left_open) == (3, 2)


async def test_a_click_in_the_dialog_takes_a_way() -> None:
    app = app_with(CHOICE, TRUE_FALSE)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "0", "q")
        lines = [strip.text for strip in app.screen._compositor.render_strips()]
        y = next(y for y, line in enumerate(lines) if "Leave the quiz" in line and "?" not in line)
        await pilot.click(offset=(lines[y].index("Leave"), y))
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)


async def test_resizing_in_the_middle_loses_nothing() -> None:
    app = app_with(CLOZE)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *"afr")
        await pilot.resize_terminal(60, 20)
        await press(pilot, *"aid")
        assert "[1 afraid]" in shown(app)
        await press(pilot, "enter")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "Right." in shown(app)


async def test_an_exam_is_gone_through_changed_flagged_and_handed_in() -> None:
    app = app_with(CHOICE, ORDER, TEXT, mode=Mode.EXAM, minutes=10)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        quiz = quiz_of(app)
        assert "10:00 left 1 of 3" in shown(app)
        while quiz.open.question is not CHOICE:
            await press(pilot, "tab", "n") if quiz.ask_view.writing else await press(pilot, "n")
        await press(pilot, "1")
        assert quiz.open.verdict is None
        assert "Kept." in shown(app)
        await press(pilot, "2", "f")
        assert "flagged" in shown(app)
        options = options_of(quiz)
        assert quiz.open.sitting.current.response == Picked((options[1],))
        await press(pilot, "h")
        assert isinstance(app.screen, Dialog)
        assert "Left open:" in shown(app)
        await press(pilot, "o")
        assert quiz_of(app).open.sitting.current.response is None
        if quiz.ask_view.writing:
            await press(pilot, "tab")
        await press(pilot, "h", "h")
        assert isinstance(app.screen, ResultsScreen)
        assert quiz.open.sitting.ending is Ending.HANDED_IN


async def test_what_is_half_done_in_an_exam_is_kept_when_one_moves_on() -> None:
    app = app_with(TEXT, MATCH, mode=Mode.EXAM, minutes=10)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        quiz = quiz_of(app)
        for _ in range(2):
            if quiz.open.question is TEXT:
                await press(pilot, *"Kollontai", "tab")
            else:
                await press(pilot, "1", "a")
            await press(pilot, "p" if quiz.open.sitting.at else "n")
        assert not quiz.open.sitting.left_open


async def test_enter_goes_through_an_exam_and_then_hands_in() -> None:
    app = app_with(mode=Mode.EXAM, minutes=10)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        quiz = quiz_of(app)
        for place in range(len(ALL)):
            assert quiz.open.sitting.at == place
            await answer_rightly(pilot, quiz.open)
            assert quiz.open.sitting.current.response is not None, quiz.open.question.id
            if not isinstance(quiz.open.ask, Recall):
                await press(pilot, "enter")
            elif place + 1 < len(ALL):
                await press(pilot, "n")
            else:
                await press(pilot, "tab", "h")
        assert isinstance(app.screen, Dialog)
        assert "Every question is answered." in shown(app)
        await press(pilot, "h")
        assert isinstance(app.screen, ResultsScreen)
        assert app.screen.result.right == len(ALL)


async def test_the_clock_hands_an_exam_in_with_what_is_half_typed() -> None:
    clock = Watch()
    app = app_with(TEXT, mode=Mode.EXAM, minutes=10, clock=clock)
    async with app.run_test() as pilot:
        await press(pilot, *"Kollontai")
        quiz = exam_of(app)
        clock.pass_by(minutes=9, seconds=59)
        quiz.tick()
        await pilot.pause()
        assert "0:01 left" in shown(app)
        clock.pass_by(seconds=1)
        quiz.tick()
        await press(pilot, "enter")
        assert isinstance(app.screen, ResultsScreen)
        assert quiz.open.sitting.ending is Ending.TIME_RAN_OUT
        assert app.screen.result.right == 1


@pytest.mark.parametrize("over", [(), ("f1",), ("ctrl+p",)], ids=["the question", "its help", "the palette"])
async def test_what_one_types_when_the_time_runs_out_is_no_command_to_the_results(over: tuple[str, ...]) -> None:
    clock = Watch()
    app = app_with(TEXT, mode=Mode.EXAM, minutes=1, clock=clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, *"Vangua", *over)
        clock.pass_by(minutes=1)
        exam = next(screen for screen in app.screen_stack if isinstance(screen, ExamScreen))
        exam.tick()
        exam.tick()
        await press(pilot, *"rdism", "q", "1", "l")
        assert isinstance(app.screen, Dialog)
        assert "The time is up" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ResultsScreen)
        assert "The time is up; what you had answered was handed in." in shown(app)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
        assert "The time is up" not in shown(app)


async def test_an_answer_given_as_the_time_runs_out_ends_the_exam() -> None:
    clock = Watch()
    app = app_with(CHOICE, mode=Mode.EXAM, minutes=1, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        exam = exam_of(app)
        clock.pass_by(minutes=1)
        await press(pilot, "1")
        exam.tick()
        await press(pilot, "enter")
        assert isinstance(top(app), ResultsScreen)


async def test_an_exam_opens_no_file_that_holds_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.editing.edit", lambda *_: pytest.fail("the editor was opened"))
    app = app_with(CHOICE, mode=Mode.EXAM)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "e")
        assert "look at them after the exam" in shown(app)
        assert "edit" not in {command.name for command in keys_at(exam_of(app).where).general}


async def test_an_exam_does_not_show_panels_and_practice_has_no_flags() -> None:
    app = app_with(CHOICE, mode=Mode.EXAM)
    async with app.run_test() as pilot:
        await press(pilot, "v")
        assert isinstance(app.screen, QuizScreen)
    app = app_with(CHOICE)
    async with app.run_test() as pilot:
        await press(pilot, "f", "h", "n", "left")
        assert quiz_of(app).open.sitting.current.response is None


async def test_the_footer_says_what_the_keys_do_now() -> None:
    app = app_with(NUMBER, SELECT, RECALL)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        quiz = quiz_of(app)
        seen = set()
        for _ in range(3):
            line = shown(app)
            if quiz.open.question is SELECT:
                assert "1-4 tick enter hand in 0 I don't know" in line
            else:
                assert "tab 0 I don't know" in line
                assert "tab other keys" in line
                assert "tab q leave" in line
                await press(pilot, "tab")
                assert "tab write 0 I don't know" in shown(app)
            seen.add(quiz.open.question.id)
            await press(pilot, "0")
            assert "enter go on" in shown(app)
            await press(pilot, "enter")
        assert len(seen) == 3


@pytest.mark.parametrize(("mode", "done"), [(Mode.PRACTICE, "hand in"), (Mode.EXAM, "keep")])
async def test_while_an_item_is_lifted_the_footer_says_that_enter_puts_it_down(mode: Mode, done: str) -> None:
    app = app_with(ORDER, mode=mode)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert f"enter {done}" in footer_of(app)
        for put_down in ("enter", "space", "2"):
            await press(pilot, "1")
            assert "enter put down" in footer_of(app)
            await press(pilot, put_down)
            assert f"enter {done}" in footer_of(app)


def footer_of(app: KruzhokApp) -> str:
    return app.screen._compositor.render_strips()[-1].text


async def test_help_can_be_had_while_one_types() -> None:
    app = app_with(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "f1 help" in footer_of(app)
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
