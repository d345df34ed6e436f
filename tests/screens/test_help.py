from pathlib import Path

import pytest
from textual.color import Color

from tests.samples import SetClock, sample_guide
from tests.screens.small import LESSONS, study
from tests.screens.test_home import settle, shown
from tests.screens.toy import CHOICE, TRUE_FALSE, study_of
from tui.app import KruzhokApp, run_app
from tui.keys import SCREENS, Keys, keys_at
from tui.quiz.choosing import Choice
from tui.quiz.sitting import Mode
from tui.screens.exam import ExamScreen
from tui.screens.help import HelpScreen, help_lines
from tui.screens.lesson import LessonScreen
from tui.screens.palette import entries
from tui.study import Study
from tui.themes import CONTRAST, THEMES, chosen_theme, fitting_theme, mind_no_color
from tui.typeset import cells, plain


@pytest.mark.parametrize("keys", SCREENS, ids=lambda keys: keys.where)
def test_help_lists_what_works_on_the_screen_and_nothing_else(keys: Keys) -> None:
    lines = [plain(line) for line in help_lines(keys, 56)]
    assert lines[0] == keys.title
    text = " ".join(" ".join(lines).split())
    here = {command.help for command in (*keys.own, *keys.general)}
    elsewhere = {command.help for other in SCREENS for command in other.commands}
    assert [does for does in here if does not in text] == []
    assert [does for does in elsewhere - here if does in text and not any(does in one for one in here)] == []
    assert max(map(cells, lines)) <= 56


async def test_the_question_mark_opens_it_and_q_leads_back() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(LESSONS[0].id))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        assert "Go to the next panel" in shown(app)
        await pilot.press("down", "up", "q")
        assert isinstance(app.screen, LessonScreen)


async def test_the_palette_has_every_command_lesson_and_panel() -> None:
    learner = study()
    app = KruzhokApp(learner, lambda app: app.open_lesson(LESSONS[0].id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        texts = [entry.text for entry in entries(app.screen, learner)]
        assert "Go to the next panel" in texts
        assert "Theme: light" in texts
        for number, lesson in enumerate(LESSONS, 1):
            assert f"Lesson {number}: {lesson.title}" in texts
            assert f"Quiz on lesson {number}: {lesson.title}" in texts
        assert sum(text.startswith("Panel ") for text in texts) == 5


async def test_the_palette_offers_to_drop_a_quiz_only_where_one_was_cut_off() -> None:
    learner = study()
    app = KruzhokApp(learner)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        texts = [entry.text for entry in entries(app.screen, learner)]
        assert not [text for text in texts if text.startswith("Drop")]
        assert "Show how the last quiz went, once more" in texts


@pytest.mark.parametrize("before", [(), ("f1",)], ids=["over the question", "over its help"])
async def test_the_palette_in_an_exam_lists_only_what_works_there(before: tuple[str, ...]) -> None:
    learner = study_of(CHOICE, TRUE_FALSE)
    app = KruzhokApp(learner, lambda app: app.open_quiz(Choice(seed="any"), Mode.EXAM))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*before)
        await settle(pilot)
        where = "help" if before else "exam"
        listed = list(entries(app.screen, learner))
        keys = keys_at(where)
        works = {command.help for command in (*keys.own, *keys.general)}
        assert {entry.text for entry in listed if not entry.text.startswith("Theme: ")} <= works
        assert len({entry.key for entry in listed if entry.key}) == sum(bool(entry.key) for entry in listed)


async def test_what_the_palette_lists_in_an_exam_can_be_done_there() -> None:
    learner = study_of(CHOICE, TRUE_FALSE)
    app = KruzhokApp(learner, lambda app: app.open_quiz(Choice(seed="any"), Mode.EXAM))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        exam = app.screen
        assert isinstance(exam, ExamScreen)
        await pilot.press("ctrl+p", *"flag the question")
        await app.workers.wait_for_complete()
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert len(app.screen_stack) == 2
        assert exam.open.sitting.current.flagged


async def test_the_palette_opens_a_panel_and_a_theme() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"panel theirs")
        await app.workers.wait_for_complete()
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.panel is LESSONS[1].panels[1]


async def test_the_palette_does_what_the_screen_can_do() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(LESSONS[0].id))
    async with app.run_test(size=(80, 24)) as pilot:
        for typed in ("go to the next panel", "theme light"):
            await pilot.press("ctrl+p", *typed)
            await app.workers.wait_for_complete()
            await settle(pilot)
            await pilot.press("enter")
            await settle(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.panel is LESSONS[0].panels[1]
        assert app.theme == THEMES["light"].name


async def test_a_key_changes_the_theme() -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in THEMES:
            seen.append(app.theme)
            await pilot.press("ctrl+t")
        assert sorted(seen) == sorted(theme.name for theme in THEMES.values())
        assert app.theme == seen[0]


async def test_the_theme_is_as_it_was_left_the_next_evening(tmp_path: Path) -> None:
    clock = SetClock()
    study = Study(sample_guide(), clock, data_folder=lambda: tmp_path)
    app = KruzhokApp(study)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert study.record.digest.settings == {}
        while app.theme != THEMES["high contrast"].name:
            clock.move(seconds=1)
            await pilot.press("ctrl+t")
    study.close()
    again = Study(sample_guide(), SetClock(), data_folder=lambda: tmp_path)
    app = KruzhokApp(again)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.theme == THEMES["high contrast"].name
        assert app.screen.styles.background == Color.parse(CONTRAST.background or "")
    again.close()


def test_a_theme_that_there_is_no_more_is_as_if_none_was_chosen() -> None:
    assert chosen_theme("sepia") == fitting_theme()


def test_the_terminal_may_say_that_it_is_light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert fitting_theme() == THEMES["light"].name
    monkeypatch.setenv("COLORFGBG", "15;0")
    assert fitting_theme() == THEMES["dark"].name


@pytest.mark.parametrize(("value", "kept"), [("", False), ("1", True)])
def test_an_empty_no_color_does_not_count(monkeypatch: pytest.MonkeyPatch, value: str, kept: bool) -> None:
    monkeypatch.setenv("NO_COLOR", value)
    mind_no_color()
    import os  # noqa: PLC0415

    assert ("NO_COLOR" in os.environ) is kept


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", list(THEMES))
def test_all_text_can_be_read(name: str) -> None:
    theme = THEMES[name]
    assert theme.background is not None
    for colour in (theme.foreground, theme.primary, theme.success, theme.warning, theme.error):
        assert colour is not None
        assert contrast(colour, theme.background) >= 4.5
    assert contrast(theme.variables["foreground-muted"], theme.background) >= 4.5


def test_a_crash_is_handed_on_once_the_terminal_is_as_it_was(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    real = KruzhokApp.run
    monkeypatch.setattr(KruzhokApp, "run", lambda app: real(app, headless=True))
    with pytest.raises(ZeroDivisionError):
        run_app(study(), lambda ways: 1 / 0)
    assert "Traceback" not in "".join(capfd.readouterr())
