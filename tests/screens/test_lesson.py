from functools import partial

import pytest
from textual.widgets import Input, OptionList

from tests.screens.small import LESSONS, lesson, panel, study
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp
from tui.guide.blocks import Prose
from tui.screens.goto import GoToScreen
from tui.screens.home import HomeScreen
from tui.screens.lesson import LessonScreen
from tui.screens.routes import Routes
from tui.text import Clean
from tui.widgets.column import Column
from tui.widgets.contents import Contents
from tui.widgets.footer import KeyLine
from tui.widgets.panel_view import Page

FIRST = LESSONS[0]


def reading(app: KruzhokApp) -> LessonScreen:
    assert isinstance(app.screen, LessonScreen)
    return app.screen


async def test_it_says_where_one_is_whose_view_and_which_paragraph() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        rows = shown(app).split("\n")
        assert rows[0].split() == ["1", "A", "quarrel", "1", "of", "3"]
        assert rows[1].strip("━─ ") == ""
        assert any("Lenin's view" in row and row.rstrip().endswith("¶1") for row in rows)


@pytest.mark.parametrize("key", ["enter", "right", "space"])
async def test_keys_that_go_on(key: str) -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id))
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert reading(app).panel is FIRST.panels[1]
        assert "It begins here" in shown(app)
        assert "What Inside says" not in shown(app)


@pytest.mark.parametrize("key", ["left", "backspace"])
async def test_keys_that_go_back(key: str) -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id, FIRST.panels[2].id))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert reading(app).panel is FIRST.panels[1]
        await pilot.press(key, key, key)
        assert reading(app).panel is FIRST.panels[0]


async def test_home_and_end_go_to_the_ends() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        assert reading(app).mark.at_last
        await pilot.press("home")
        assert reading(app).panel is FIRST.panels[0]


async def test_a_long_page_says_that_there_is_more_and_counts_as_read_at_its_end() -> None:
    learner = study()
    panel = FIRST.panels[1]
    app = KruzhokApp(learner, lambda app: app.open_lesson(FIRST.id, panel.id))
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        assert "↓ more" in shown(app)
        assert not learner.has_read(panel.id)
        column = app.screen.query_one(Column)
        for _ in range(20):
            if column.scroll_y >= column.max_scroll_y:
                break
            await pilot.press("space")
            await settle(pilot)
        assert reading(app).panel is panel
        assert "↓ more" not in shown(app)
        assert learner.has_read(panel.id)


async def test_enter_reads_on_while_there_is_more_and_the_footer_says_so() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id, FIRST.panels[1].id))
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        column = app.screen.query_one(Column)
        while column.scroll_y < column.max_scroll_y:
            assert "space read on" in shown(app)
            assert "enter next" not in shown(app)
            before = column.scroll_y
            await pilot.press("enter")
            await settle(pilot)
            assert reading(app).panel is FIRST.panels[1]
            assert column.scroll_y > before
        assert "read on" not in shown(app)
        assert "enter next" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert reading(app).panel is FIRST.panels[2]


@pytest.mark.parametrize("key", ["right", "n"])
async def test_the_arrow_goes_on_though_there_is_more(key: str) -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id, FIRST.panels[1].id))
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        assert reading(app).panel is FIRST.panels[2]


async def test_all_that_is_drawn_is_on_the_page() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id, FIRST.panels[1].id))
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        text = shown(app)
        for part in ("[sic] [1918, 1920]", "made by workers", "▎ “a brake", "Opposition  ├", "└─ but"):
            assert part in text


async def test_resizing_keeps_the_panel() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id, FIRST.panels[1].id))
    async with app.run_test(size=(80, 24)) as pilot:
        for size in ((60, 20), (200, 60), (120, 40)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert reading(app).panel is FIRST.panels[1]
            assert "Drawn" in shown(app)


async def test_q_goes_back_home() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")
        assert isinstance(app.screen, HomeScreen)


async def test_the_last_panel_without_questions_leads_home() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id, FIRST.panels[2].id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "No question is asked on this lesson yet." in shown(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)


async def test_go_to_narrows_by_typing_and_opens() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await settle(pilot)
        assert isinstance(app.screen, GoToScreen)
        assert app.screen.query_one(OptionList).option_count == 5
        await pilot.press(*"THEIRS")
        await settle(pilot)
        assert app.screen.query_one(OptionList).option_count == 1
        await pilot.press("enter")
        await settle(pilot)
        assert reading(app).mark.lesson is LESSONS[1]
        assert reading(app).panel is LESSONS[1].panels[1]
        await pilot.press("q")
        assert len(app.screen_stack) == 1


async def test_go_to_by_arrows_by_mouse_and_back() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "down", "enter")
        await settle(pilot)
        assert reading(app).panel is FIRST.panels[1]
        await pilot.press("g")
        await settle(pilot)
        await pilot.click(OptionList, offset=(10, 2))
        await settle(pilot)
        assert reading(app).panel is FIRST.panels[2]
        await pilot.press("g", "ctrl+b")
        await settle(pilot)
        assert reading(app).panel is FIRST.panels[2]


async def test_go_to_says_when_nothing_fits() -> None:
    app = KruzhokApp(study(), lambda app: app.open_goto())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(Input).value = "zzz"
        await settle(pilot)
        assert "No panel has these words" in shown(app)
        await pilot.press("enter")
        assert isinstance(app.screen, GoToScreen)


async def test_the_footer_goes_on_by_mouse() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click(KeyLine, offset=(2, 0))
        assert reading(app).panel is FIRST.panels[1]


async def test_copying_takes_the_panel_with_its_paragraph() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        assert app.clipboard == "Inside\n\nWhat Inside says.\n\n¶1"


async def test_a_wide_terminal_has_the_contents_beside_the_text_and_a_click_opens_a_panel() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id))
    async with app.run_test(size=(109, 40)) as pilot:
        await settle(pilot)
        assert "Ended" not in shown(app)
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert "▸ Inside" in shown(app)
        assert "  Ended" in shown(app)
        await pilot.click(Contents, offset=(8, 5))
        await settle(pilot)
        assert reading(app).panel is FIRST.panels[2]
        assert "▸ Ended" in shown(app)


async def test_it_says_that_there_is_more_only_where_words_are_hidden() -> None:
    text = "Some words of a long text. " * 34 + "Lastly."
    book = lesson(1, "Long", (panel("Begin"), panel("On", Prose(Clean(text))), panel("End")))
    app = KruzhokApp(study((book,)), lambda app: app.open_lesson(book.id, book.panels[0].id))
    async with app.run_test(size=(60, 30)) as pilot:
        seen = set()
        for height in range(20, 30):
            await pilot.resize_terminal(60, height)
            await pilot.press("home", "right")
            await settle(pilot)
            more = "Lastly." not in shown(app)
            assert ("↓ more" in shown(app)) is more, height
            seen.add(more)
        assert seen == {True, False}


async def test_a_panel_looks_the_same_wherever_one_comes_from() -> None:
    text = "Some words of a long text. " * 40
    book = lesson(1, "Long", (panel("Begin", Prose(Clean(text))), panel("On", Prose(Clean(text)))))
    pictures = []
    for at in range(2):
        app = KruzhokApp(study((book,)), partial(Routes.open_lesson, lesson=book.id, panel=book.panels[at].id))
        async with app.run_test(size=(60, 20)) as pilot:
            await settle(pilot)
            await pilot.press("end")
            await settle(pilot)
            pictures.append(shown(app))
    assert pictures[0] == pictures[1]


async def test_a_low_terminal_gives_its_lines_to_the_text() -> None:
    book = lesson(1, "Long", (panel("Begin", Prose(Clean("Some words of a long text. " * 60))),))
    app = KruzhokApp(study((book,)), lambda app: app.open_lesson(book.id))
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        assert app.screen.query_one(Column).size.height >= 16


async def test_the_marked_panel_has_a_sign() -> None:
    app = KruzhokApp(study(), lambda app: app.open_lesson(FIRST.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "down")
        await settle(pilot)
        signed = [row for row in shown(app).split("\n") if "▸" in row]
        assert [row.split()[:3] for row in signed] == [["▸", "1.2", "Drawn"]]


async def test_a_page_that_fits_but_for_the_blank_line_above_it_is_shown_whole() -> None:
    long = panel("Long", *(Prose(Clean(f"Paragraph {number}.")) for number in range(7)))
    app = KruzhokApp(study((lesson(1, "One", (long,)),)), Routes.open_lesson)
    async with app.run_test(size=(80, 30)) as pilot:
        margins = set[int]()
        for height in (30, 25, 24, 23, 22, 21, 20, 30):
            await pilot.resize_terminal(80, height)
            await settle(pilot)
            await settle(pilot)
            column, lines = app.screen.query_one(Column), app.screen.query_one(Column).query_one(Page).size.height
            assert (column.max_scroll_y == 0) == (lines <= column.size.height)
            margins.add(lines - column.size.height)
        assert {0, 1} <= margins


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_what_stands_under_a_page_stands_in_as_far_as_its_text(size: tuple[int, int]) -> None:
    app = KruzhokApp(study())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        lines = shown(app).split("\n")
        text, foot = (next(line for line in lines if words in line) for words in ("What Inside says.", "Lenin's view"))
        assert foot.index("Lenin's") == text.index("What")
