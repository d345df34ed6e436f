from textual.widgets import TextArea

from tests.widgets.asking import HOSTILE, AskApp, verdict
from tui.quiz.ask import Pick, Picked, Recall, Recalled, Skipped
from tui.quiz.verdict import Grade
from tui.text import Clean

ASK = Recall(prompt=Clean("What do you remember?"), points=3)
KEY = Recalled("", (0, 1, 2))


async def test_write_then_tick_by_keys() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press(*"q0!", "enter", *"ab", "ctrl+s")
        await pilot.pause()
        assert HOSTILE in app.shown
        assert "q0!" in app.shown
        await pilot.press("1", "2", "1", "down", "down", "space")
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == [Recalled("q0!\nab", (1, 2))]


async def test_ticking_by_mouse() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("tab")
        assert not app.view.writing
        await pilot.click(TextArea)
        await pilot.press("x")
        app.view.hand_in()
        await pilot.pause()
        await pilot.click(offset=app.spot("Freedom"))
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == [Recalled("x", (2,))]


async def test_nothing_written_says_what_to_do() -> None:
    app = AskApp(ASK)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "a few words a point" in app.shown
        assert app.answers == []


async def test_the_verdict_marks_what_was_missing() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("x", "ctrl+s", "1")
        app.view.hand_in()
        await pilot.pause()
        app.tell(verdict(Grade.PARTLY, KEY), app.answers[0])
        await pilot.pause()
        assert app.line("The masses").endswith("yours")
        assert app.line("Freedom").endswith("missing")
        await pilot.press("3")
        assert app.line("Freedom").endswith("missing")


async def test_a_skip_shows_what_there_was_and_the_next_ask_takes_its_place() -> None:
    app = AskApp(ASK)
    async with app.run_test() as pilot:
        app.tell(verdict(Grade.SKIPPED, KEY), Skipped())
        await pilot.pause()
        assert not app.query_one(TextArea).display
        assert app.line("The masses").endswith("key")
        assert app.line("Freedom").endswith("key")
        app.view.show(Pick(prompt=Clean("Which?"), options=(Clean("A"), Clean("B"))))
        await pilot.press("2")
        assert app.answers == [Picked(("B",))]


async def test_what_was_written_is_there_again_and_resizing_keeps_it() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.show(ASK, Recalled("the party", (1,)))
        await pilot.resize_terminal(120, 40)
        await pilot.press("escape", "tab", "ctrl+s")
        await pilot.pause()
        assert "the party" in app.shown
        assert app.line("afraid").endswith("had it")
        assert app.view.draft == Recalled("the party", (1,))


async def test_letters_tick_the_points_above_nine() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("x")
        app.view.show_checklist([f"Point {number}." for number in range(1, 13)])
        await pilot.press("9", "a", "c")
        assert app.line("Point 10.").split()[:2] == ["●", "a"]
        assert app.view.draft == Recalled("x", (8, 9, 11))
