"""A page longer than the terminal: the wheel, the scrollbar, what stays in sight."""

from textual import events

from tests.widgets.asking import AskApp, verdict
from tui.quiz.ask import Pick, Picked
from tui.quiz.verdict import Grade
from tui.text import Clean
from tui.widgets.asks.row_page import RowPage

OPTIONS = tuple(Clean(f"Option {letter} " + "of many words " * 9) for letter in "ABCDEFGH")
LONG = Pick(prompt=Clean("Which of them?"), options=OPTIONS, several=True)
SHORT = Pick(prompt=Clean("Which?"), options=(Clean("Option A"), Clean("Option B")))
SIZE = (60, 20)
BAR = SIZE[0] - 1


def page_of(app: AskApp) -> RowPage:
    page = app.view.page
    assert isinstance(page, RowPage)
    return page


def bar_of(app: AskApp) -> list[int]:
    """The lines on which the scrollbar's thumb is drawn."""
    return [y for y, line in enumerate(app.lines) if len(line) == SIZE[0] and line.endswith("█")]


async def test_the_wheel_moves_a_long_page_and_no_further_than_its_ends() -> None:
    app = AskApp(LONG)
    async with app.run_test(size=SIZE) as pilot:
        page = page_of(app)
        seen = []
        for turn in (events.MouseScrollUp, events.MouseScrollDown, events.MouseScrollUp):
            await pilot._post_mouse_events([turn], offset=(5, 5), button=0)
            seen.append(page.scroll_offset.y)
        assert seen == [0, 3, 0]
        for _ in range(30):
            await pilot._post_mouse_events([events.MouseScrollDown], offset=(5, 5), button=0)
        assert page.scroll_offset.y == page.max_scroll_y
        assert "Option H" in app.shown


async def test_a_press_on_the_scrollbar_goes_there_and_dragging_follows() -> None:
    app = AskApp(LONG)
    async with app.run_test(size=SIZE) as pilot:
        page = page_of(app)
        first = bar_of(app)
        assert first[0] == 0
        await pilot.mouse_down(offset=(BAR, SIZE[1] - 1))
        await pilot.pause()
        assert page.scroll_offset.y == page.max_scroll_y
        assert bar_of(app)[-1] == SIZE[1] - 1
        await pilot.hover(offset=(BAR, 0))
        await pilot.pause()
        assert page.scroll_offset.y == 0
        assert bar_of(app) == first
        await pilot.mouse_up(offset=(BAR, 0))
        await pilot.hover(offset=(BAR, SIZE[1] - 1))
        await pilot.pause()
        assert page.scroll_offset.y == 0
        assert app.view.draft is None


async def test_a_click_after_scrolling_takes_the_option_that_is_seen() -> None:
    app = AskApp(LONG)
    async with app.run_test(size=SIZE) as pilot:
        page_of(app).scroll_to(y=9, animate=False, force=True)
        await pilot.pause()
        seen = next(option for option in OPTIONS if option[:8] in app.shown)
        await pilot.click(offset=app.spot(seen[:8]))
        assert app.view.draft == Picked((seen,))


async def test_a_short_page_has_no_scrollbar_and_a_click_at_its_edge_does_nothing() -> None:
    app = AskApp(SHORT)
    async with app.run_test(size=SIZE) as pilot:
        assert bar_of(app) == []
        await pilot.click(offset=(BAR, 0))
        await pilot.click(offset=(BAR, SIZE[1] - 1))
        assert app.answers == []


async def test_a_larger_terminal_takes_the_scrollbar_away_and_shows_all() -> None:
    app = AskApp(LONG)
    async with app.run_test(size=SIZE) as pilot:
        page_of(app).scroll_to(y=9, animate=False, force=True)
        await pilot.resize_terminal(120, 60)
        await pilot.pause()
        assert page_of(app).scroll_offset.y == 0
        assert not any(line.endswith("█") for line in app.lines)
        assert app.spot("Which of them?") < app.spot("Option H")


async def test_the_words_of_a_verdict_that_does_not_fit_are_all_in_sight() -> None:
    app = AskApp(LONG)
    async with app.run_test(size=SIZE) as pilot:
        app.tell(verdict(Grade.WRONG, Picked((OPTIONS[0],))), Picked((OPTIONS[1],)))
        await pilot.pause()
        assert "Not this one." in app.shown
        assert app.spot("Here.")
        await pilot.press("up")
        app.view.show(SHORT)
        await pilot.pause()
        assert app.spot("Which?")
        assert "Here." not in app.shown
