"""The guide's files change while the app is open."""

from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Event

import pytest
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input

from tests.guides import BANK, LESSON, small_guide
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.screens.rereading import Rereading, take
from tui.study import Study, open_guide

SIZE = (100, 30)
SOON = 10.0
"""Seconds after which a test gives up."""


def begin(folder: Path, *, exam: bool = False, only: str = "") -> KruzhokApp:
    """The app on a small guide, at home or in a sitting of one question."""
    study = Study(open_guide(small_guide(folder)))
    if not only:
        return KruzhokApp(study)
    choice = Choice(only=tuple(each for each in study.guide.questions if each == only), seed="a")
    return KruzhokApp(study, lambda ways: ways.open_quiz(choice, Mode.EXAM if exam else Mode.PRACTICE))


async def save(app: KruzhokApp, pilot: Pilot[int], name: str, text: str) -> None:
    """The author saves a file, and it is read again."""
    (app.study.guide.folder / name).write_text(text, encoding="utf-8")
    take(app, app.study, open_guide(app.study.guide.folder))
    await settle(pilot)


async def test_home_shows_what_was_saved(tmp_path: Path) -> None:
    app = begin(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await save(app, pilot, "lessons/02-how-it-went-on.md", LESSON.replace("How it began", "How it went on"))
        assert "How it went on" in shown(app)


async def test_a_mistake_stands_in_a_banner_with_its_line_until_it_is_mended(tmp_path: Path) -> None:
    app = begin(tmp_path)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await save(app, pilot, "quiz_bank.yaml", BANK.replace("type: date", "type: dtae"))
        assert "quiz_bank.yaml, line 3: there is no type `dtae`; did you mean `date`?" in " ".join(shown(app).split())
        await save(app, pilot, "quiz_bank.yaml", BANK)
        assert "dtae" not in shown(app)
        assert "The guide was read again." in shown(app)


async def test_a_lesson_stays_at_its_panel(tmp_path: Path) -> None:
    app = begin(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "right")
        await settle(pilot)
        assert "Control by the unions" in shown(app)
        before, panel = LESSON.split("## What it wanted")
        more = f"{before}## Something between\n\nNew.\n\n## What it wanted{panel}".replace("by the", "by all the")
        await save(app, pilot, "lessons/01-how-it-began.md", more)
        assert "Control by all the unions" in shown(app)
        assert "3 of 3" in shown(app)


async def test_a_lesson_whose_file_is_gone_can_still_be_read(tmp_path: Path) -> None:
    app = begin(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await settle(pilot)
        (tmp_path / "lessons" / "01-how-it-began.md").unlink()
        take(app, app.study, open_guide(tmp_path))
        await pilot.press("right", "left")
        await settle(pilot)
        assert "It began in" in shown(app)
        await pilot.press("g", "q")
        assert app.is_running


async def test_a_question_is_shown_as_it_reads_now(tmp_path: Path) -> None:
    app = begin(tmp_path, only="what")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await save(app, pilot, "quiz_bank.yaml", BANK.replace("What did it want?", "What was it after?"))
        assert "What was it after?" in shown(app)


async def test_what_was_typed_stays(tmp_path: Path) -> None:
    app = begin(tmp_path, only="when")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"1919")
        await save(app, pilot, "quiz_bank.yaml", BANK.replace("When did it begin?", "When was its beginning?"))
        assert "When was its beginning?" in shown(app)
        assert app.screen.query_one(Input).value == "1919"


async def test_a_verdict_stays_with_the_explanation_as_it_reads_now(tmp_path: Path) -> None:
    app = begin(tmp_path, only="when")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"1919", "enter")
        await save(app, pilot, "quiz_bank.yaml", BANK.replace("It began in 1919 (¶1)", "Its first year was 1919 (¶1)"))
        assert "Its first year was 1919" in shown(app)


async def test_an_exam_keeps_its_answer_and_forgets_an_option_that_is_gone(tmp_path: Path) -> None:
    app = begin(tmp_path, exam=True, only="what")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await settle(pilot)
        assert "yours" in shown(app)
        await save(app, pilot, "quiz_bank.yaml", BANK.replace("What did it want?", "What was it after?"))
        assert "yours" in shown(app)
        options = ("Union control", "Party control", "No control")
        bank = BANK
        for option in options:
            bank = bank.replace(option, f"{option}, then")
        await save(app, pilot, "quiz_bank.yaml", bank)
        assert "No control, then" in shown(app)
        assert "yours" not in shown(app)


async def test_a_sitting_goes_on_when_its_question_is_gone(tmp_path: Path) -> None:
    app = begin(tmp_path, only="what")
    async with app.run_test(size=SIZE) as pilot:
        await save(app, pilot, "quiz_bank.yaml", BANK.split("  - id: what")[0])
        assert "What did it want?" in shown(app)
        await pilot.press("1", "v")
        await settle(pilot)
        assert "What it wanted" in shown(app)


async def test_each_sign_has_the_files_read_again(tmp_path: Path) -> None:
    saved: Queue[bool] = Queue()

    def signs(folder: Path, stop: Event) -> Iterator[None]:
        assert folder == tmp_path
        yield
        while saved.get() and not stop.is_set():
            yield

    app = KruzhokApp(Study(open_guide(small_guide(tmp_path))), signs=signs)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        (tmp_path / "quiz_bank.yaml").write_text(BANK.replace("kind: date", "kind: dtae"), encoding="utf-8")
        saved.put(True)
        while "dtae" not in shown(app):
            await pilot.pause()
        (tmp_path / "quiz_bank.yaml").rename(tmp_path / "elsewhere")
        (tmp_path / "lessons").rename(tmp_path.parent / "lessons-elsewhere")
        (tmp_path / "elsewhere").unlink()
        tmp_path.rmdir()
        saved.put(True)
        while "cannot be read again" not in shown(app):
            await pilot.pause()
        assert len(app.study.guide.lessons) == 1
    saved.put(False)


async def test_an_error_that_nobody_foresaw_is_told(tmp_path: Path) -> None:
    def signs(_: Path, __: Event) -> Iterator[None]:
        yield
        raise ZeroDivisionError("by nobody [sic]")

    app = KruzhokApp(Study(open_guide(small_guide(tmp_path))), signs=signs)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        while "unexpected error" not in shown(app):
            await pilot.pause()
        await settle(pilot)
        told = " ".join(shown(app).replace("▌", " ").split())
        assert "(ZeroDivisionError: by nobody [sic]), and nothing you save is noticed" in told
        assert "What was read before stays." in told


@pytest.mark.parametrize("keys", ["", "l"])
async def test_the_results_and_the_look_back_at_them_go_on_from_what_was_saved(tmp_path: Path, keys: str) -> None:
    app = begin(tmp_path, exam=True, only="what")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"0hh", *keys)
        await settle(pilot)
        at, before = app.screen, shown(app)
        assert "What did it want?" in before
        first, later = BANK.split("  - id: what")
        await save(
            app, pilot, "quiz_bank.yaml", f"{first}\n\n  - id: what{later.replace('did it want', 'was it after')}"
        )
        assert app.screen is at
        assert shown(app).split() == before.replace("What did it want?", "What was it after?").split()
        place = getattr(app.screen, "place", None)
        assert place is None or place.line == 11


async def test_what_is_looked_back_at_is_shown_where_its_options_changed(tmp_path: Path) -> None:
    app = begin(tmp_path, exam=True, only="what")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"1hhl")
        await save(app, pilot, "quiz_bank.yaml", BANK.replace(" control", " power"))
        assert "Union power" in shown(app)


async def test_a_screen_that_is_just_being_opened_shows_what_was_saved(tmp_path: Path) -> None:
    app = begin(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.routes.open_lesson()
        await save(app, pilot, "lessons/01-how-it-began.md", LESSON.replace("It began in", "It all began in"))
        assert "It all began in" in shown(app)


async def test_the_list_of_panels_keeps_its_mark(tmp_path: Path) -> None:
    app = begin(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("g", "down")
        await settle(pilot)
        await save(app, pilot, "lessons/01-how-it-began.md", LESSON.replace("*1919*", "*1919* or so"))
        await pilot.press("enter")
        await settle(pilot)
        assert "Control by the unions" in shown(app)


async def test_once_the_app_is_left_nothing_is_told_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = Event()

    def signs(_: Path, stop: Event) -> Iterator[None]:
        yield
        assert stop.wait(SOON)
        yield
        done.set()

    app = KruzhokApp(Study(open_guide(small_guide(tmp_path))), signs=signs)
    told: list[Message] = []
    post = app.post_message

    def noted(message: Message) -> bool:
        told.append(message)
        return post(message)

    monkeypatch.setattr(app, "post_message", noted)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
    assert done.wait(SOON)
    assert told
    assert not any(isinstance(message, Rereading.Done) for message in told)
