import pytest

from tests.widgets.asking import HOSTILE, AskApp, verdict
from tui.quiz.ask import Pick, Picked, Skipped
from tui.quiz.verdict import Grade
from tui.text import Clean

OPTIONS = (Clean("Party officials"), Clean("The trade unions"), Clean(f"The committees {HOSTILE}"), Clean("Nobody"))
ONE = Pick(prompt=Clean(f"Who should run industry? {HOSTILE}"), options=OPTIONS)
SEVERAL = Pick(prompt=Clean("Which two?"), options=OPTIONS, several=True)


@pytest.mark.parametrize(
    ("keys", "picked"),
    [("2", 1), ("b", 1), ("1", 0), ("d", 3), ("down down enter", 1), ("up enter", 3), ("down space", 0)],
)
async def test_one_key_answers(keys: str, picked: int) -> None:
    app = AskApp(ONE)
    async with app.run_test() as pilot:
        for key in keys.split():
            await pilot.press(key) if key != "enter" else app.view.hand_in()
        await pilot.pause()
        assert app.answers == [Picked((OPTIONS[picked],))]


async def test_keys_without_an_option_answer_nothing() -> None:
    app = AskApp(ONE)
    async with app.run_test() as pilot:
        await pilot.press("5", "9", "e", "z")
        assert app.answers == []


async def test_a_reserved_letter_is_left_to_the_screen() -> None:
    app = AskApp(ONE, reserved="b")
    async with app.run_test() as pilot:
        await pilot.press("b")
        assert app.answers == []


async def test_a_click_answers() -> None:
    app = AskApp(ONE)
    async with app.run_test() as pilot:
        await pilot.click(offset=app.spot("The trade unions"))
        assert app.answers == [Picked((OPTIONS[1],))]


async def test_several_are_ticked_then_handed_in() -> None:
    app = AskApp(SEVERAL)
    async with app.run_test() as pilot:
        await pilot.press("1", "2", "3", "1")
        assert app.answers == []
        assert "●" in app.line("The trade unions")
        assert "ticked" in app.line("The trade unions")
        assert "○" in app.line("Party officials")
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == [Picked((OPTIONS[1], OPTIONS[2]))]


async def test_several_are_ticked_by_mouse() -> None:
    app = AskApp(SEVERAL)
    async with app.run_test() as pilot:
        await pilot.click(offset=app.spot("Nobody"))
        await pilot.click(offset=app.spot("Party officials"))
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == [Picked((OPTIONS[0], OPTIONS[3]))]


@pytest.mark.parametrize("ask", [ONE, SEVERAL])
async def test_nothing_chosen_says_what_to_do(ask: Pick) -> None:
    app = AskApp(ask)
    async with app.run_test() as pilot:
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == []
        assert "enter." in app.shown


async def test_the_verdict_marks_by_sign_and_word_and_keeps_every_line() -> None:
    app = AskApp(ONE)
    async with app.run_test() as pilot:
        before = [app.spot(option) for option in OPTIONS]
        await pilot.press("3")
        app.tell(verdict(Grade.WRONG, Picked((OPTIONS[1],))), app.answers[0])
        await pilot.pause()
        assert [app.spot(option) for option in OPTIONS] == before
        assert app.line("The trade unions").split()[0] == "✓"
        assert app.line("The trade unions").endswith("key")
        assert app.line("The committees").split()[0] == "✗"
        assert app.line("The committees").endswith("yours")
        await pilot.press("1", "down", "space")
        await pilot.click(offset=app.spot("Nobody"))
        assert len(app.answers) == 1


async def test_a_skip_shows_the_key_alone() -> None:
    app = AskApp(ONE)
    async with app.run_test() as pilot:
        app.tell(verdict(Grade.SKIPPED, Picked((OPTIONS[1],))), Skipped())
        await pilot.pause()
        assert "yours" not in app.shown
        assert app.line("The trade unions").endswith("key")


async def test_hostile_text_is_shown_as_written() -> None:
    app = AskApp(ONE)
    async with app.run_test() as pilot:
        assert app.shown.count(HOSTILE) == 2
        app.tell(verdict(Grade.WRONG, Picked((OPTIONS[1],))), Picked((OPTIONS[0],)))
        await pilot.pause()
        assert app.shown.count(HOSTILE) == 4
        await pilot.click(offset=app.spot("x[/]"))
        assert app.is_running


async def test_an_answer_given_before_is_marked_and_can_be_changed() -> None:
    app = AskApp(ONE)
    async with app.run_test() as pilot:
        app.view.show(ONE, Picked((OPTIONS[0],)))
        await pilot.pause()
        assert app.line("Party officials").endswith("yours")
        await pilot.press("1")
        assert app.answers == []
        await pilot.press("2")
        assert app.answers == [Picked((OPTIONS[1],))]
        assert app.view.draft == Picked((OPTIONS[1],))


async def test_the_cursor_stays_in_view_and_resizing_loses_nothing() -> None:
    many = Pick(
        prompt=Clean("Which?"),
        options=tuple(Clean(f"Option {letter} " + "of many words " * 9) for letter in "ABCDEFGH"),
        several=True,
    )
    app = AskApp(many)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("1", "up", "up", "down", "down", "down", "down", "down", "down", "down", "space")
        await pilot.pause()
        assert "Option H" in app.shown
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.line("Option H").endswith("ticked")
        assert app.view.draft == Picked((many.options[0], many.options[7]))
