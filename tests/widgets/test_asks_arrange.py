import pytest

from tests.widgets.asking import HOSTILE, AskApp, verdict
from tui.quiz.ask import Arrange, Arranged, Skipped
from tui.quiz.verdict import Grade
from tui.text import Clean

A, B, C, D = ITEMS = (Clean(f"Alpha {HOSTILE}"), Clean("Beta"), Clean("Gamma"), Clean("Delta"))
ASK = Arrange(prompt=Clean("In which order?"), items=ITEMS)


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        ("", (A, B, C, D)),
        ("down space down down space", (B, C, A, D)),
        ("down shift+down", (B, A, C, D)),
        ("up ctrl+up ctrl+up", (A, D, B, C)),
        ("1 4", (B, C, D, A)),
        ("4 1 4 2", (D, C, A, B)),
    ],
)
async def test_items_are_moved_by_keys(keys: str, order: tuple[str, ...]) -> None:
    app = AskApp(ASK)
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == [Arranged(order)]


async def test_enter_puts_down_before_it_hands_in() -> None:
    app = AskApp(ASK)
    async with app.run_test() as pilot:
        await pilot.press("1", "down")
        assert app.line("Alpha").endswith("lifted")
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == []
        assert "lifted" not in app.shown
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == [Arranged((B, A, C, D))]


async def test_two_clicks_move_an_item() -> None:
    app = AskApp(ASK)
    async with app.run_test() as pilot:
        await pilot.click(offset=app.spot("Delta"))
        await pilot.click(offset=app.spot("Alpha"))
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == [Arranged((D, A, B, C))]


async def test_dragging_moves_an_item() -> None:
    app = AskApp(ASK)
    async with app.run_test() as pilot:
        await pilot.mouse_down(offset=app.spot("Beta"))
        await pilot.mouse_up(offset=app.spot("Delta"))
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == [Arranged((A, C, D, B))]


async def test_the_verdict_says_where_each_belongs() -> None:
    app = AskApp(ASK)
    async with app.run_test() as pilot:
        before = [app.spot(item) for item in ITEMS]
        app.tell(verdict(Grade.PARTLY, Arranged((A, C, B, D))), Arranged(ITEMS))
        await pilot.pause()
        assert [app.spot(item) for item in ITEMS] == before
        assert app.line("Alpha").endswith("in place")
        assert app.line("Beta").endswith("belongs 3rd")
        assert app.line("Gamma").split()[0] == "✗"
        await pilot.press("1", "2", "space")
        assert "lifted" not in app.shown


async def test_a_skip_shows_the_right_order() -> None:
    app = AskApp(ASK)
    async with app.run_test() as pilot:
        app.tell(verdict(Grade.SKIPPED, Arranged((D, C, B, A))), Skipped())
        await pilot.pause()
        places = [app.spot(item)[1] for item in (D, C, B, A)]
        assert places == sorted(places)


async def test_an_order_given_before_is_kept_and_resizing_loses_nothing() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(60, 20)) as pilot:
        assert app.view.draft is None
        app.view.show(ASK, Arranged((D, C, B, A)))
        await pilot.press("1")
        await pilot.resize_terminal(120, 40)
        await pilot.press("2")
        assert app.view.draft == Arranged((C, D, B, A))
