import pytest
from msgspec.structs import replace
from textual import events
from textual.widgets import Input

from tests.widgets.asking import HOSTILE, AskApp, verdict
from tui.quiz.ask import Field, Skipped, Write, Written
from tui.quiz.verdict import Grade
from tui.text import Clean
from tui.widgets.asks.line_field import LONGEST

DATE = Write(prompt=Clean(f"When? {HOSTILE}"), fields=(Field(label=Clean("date"), example=Clean(f"1605 {HOSTILE}")),))
CLOZE = Write(
    prompt=Clean("Fill the gaps."),
    fields=(Field(label=Clean("gap 1")), Field(label=Clean("gap 2"))),
    passage=(Clean("A party that is "), Clean(f" of {HOSTILE} "), Clean(", she wrote.")),
    attribution=Clean("Kollontai, 1921"),
)
NUMBER = Write(prompt=Clean("How many?"), fields=(Field(label=Clean("number"), unit=Clean("delegates [sic]")),))


async def test_what_is_typed_is_the_answer_digits_and_command_letters_too() -> None:
    app = AskApp(DATE)
    async with app.run_test() as pilot:
        await pilot.press(*"0qyu!?", "enter")
        await pilot.pause()
        assert app.answers == [Written(("0qyu!?",))]


async def test_a_click_on_the_field_begins_to_type() -> None:
    app = AskApp(DATE)
    async with app.run_test() as pilot:
        await pilot.press("escape")
        assert not app.view.writing
        await pilot.click(Input)
        await pilot.press("8", "enter")
        assert app.answers == [Written(("8",))]


@pytest.mark.parametrize(("text", "filled"), [("gap 2", ("", "0q")), ("[2", ("", "0q")), ("of [/]", ("0q", ""))])
async def test_a_click_on_a_label_or_a_drawn_gap_types_there_and_one_beside_types_on(
    text: str, filled: tuple[str, str]
) -> None:
    app = AskApp(CLOZE)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.click(offset=app.spot(text))
        await pilot.press("0", "q")
        assert app.view.draft == Written(filled)


async def test_after_the_verdict_a_click_on_a_label_begins_nothing() -> None:
    app = AskApp(CLOZE)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press(*"afraid", "enter", *"x", "enter")
        app.tell(verdict(Grade.WRONG, Written(("afraid", "masses")), (Grade.CORRECT, Grade.WRONG)), app.answers[0])
        await pilot.pause()
        for text in ("gap 2", "[✓ afraid]"):
            await pilot.click(offset=app.spot(text))
            assert not app.view.writing


async def test_after_the_verdict_nothing_begins_to_type() -> None:
    app = AskApp(CLOZE)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press(*"afraid", "enter", *"x", "enter")
        app.tell(verdict(Grade.WRONG, Written(("afraid", "masses")), (Grade.CORRECT, Grade.WRONG)), app.answers[0])
        app.view.take_focus()
        await pilot.press("z")
        assert not app.view.writing
        assert app.spot("[✓ afraid]")


async def test_the_lines_of_a_pasted_text_are_typed_as_one() -> None:
    app = AskApp(DATE)
    async with app.run_test() as pilot:
        await pilot.press("i", "n", "space")
        app.query_one(Input).post_message(events.Paste("March \r\n\n1921\n"))
        await pilot.press("!")
        assert app.view.draft == Written(("in March 1921!",))


async def test_of_a_pasted_text_too_long_for_the_field_the_beginning_is_kept_and_that_is_said() -> None:
    app = AskApp(DATE)
    async with app.run_test() as pilot:
        await pilot.press("a")
        app.query_one(Input).post_message(events.Paste("x" * 5_000))
        await pilot.pause()
        assert app.view.draft == Written(("a" + "x" * (LONGEST - 1),))
        assert "That was too long: the field takes 2,000 characters, the rest is cut off." in app.shown


async def test_nothing_typed_twice_is_a_skip() -> None:
    app = AskApp(DATE)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert app.answers == []
        assert "Nothing typed. Enter once more says “I don't know”." in app.shown
        await pilot.press("enter")
        assert app.answers == [Skipped()]


async def test_the_hint_that_nothing_was_typed_goes_as_soon_as_something_is() -> None:
    app = AskApp(DATE)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "Nothing typed." in app.shown
        await pilot.press("1")
        await pilot.pause()
        assert "Nothing typed." not in app.shown


async def test_enter_goes_through_the_gaps_and_the_passage_fills() -> None:
    app = AskApp(CLOZE)
    async with app.run_test() as pilot:
        assert "[1 ____]" in app.shown
        await pilot.press(*"afraid", "enter", *"words")
        await pilot.pause()
        assert "A party that is [1 afraid] of [/] [@click=app.quit]x[/] [sic] [2 words], she wrote." in app.shown
        assert "Kollontai, 1921" in app.shown
        await pilot.press("enter")
        assert app.answers == [Written(("afraid", "words"))]


async def test_an_empty_gap_is_named_once() -> None:
    app = AskApp(CLOZE)
    async with app.run_test() as pilot:
        await pilot.press(*"afraid", "enter", "enter")
        await pilot.pause()
        assert app.answers == []
        assert "gap 2 is empty." in app.shown
        await pilot.press("enter")
        assert app.answers == [Written(("afraid", ""))]


async def test_tab_goes_through_the_fields_then_leaves_them_then_comes_back() -> None:
    app = AskApp(CLOZE)
    async with app.run_test() as pilot:
        seen = []
        for keys in (("a", "tab", "b"), ("tab",), ("x", "tab"), ("escape",)):
            await pilot.press(*keys)
            seen.append(app.view.writing)
        assert seen == [True, False, True, False]
        assert app.view.draft == Written(("a", "b"))


async def test_asked_again_the_text_stays() -> None:
    app = AskApp(DATE)
    async with app.run_test() as pilot:
        await pilot.press("2", "1", "enter")
        app.view.ask_again(f"Give all four digits {HOSTILE}")
        await pilot.pause()
        assert "21" in app.lines[app.spot("Give all")[1] - 3 : app.spot("Give all")[1]][0] or "21" in app.shown
        assert HOSTILE in app.line("Give all")
        await pilot.press("home", "1", "9", "enter")
        assert app.answers[-1] == Written(("1921",))


async def test_the_verdict_keeps_what_was_typed_beside_the_key() -> None:
    app = AskApp(DATE)
    async with app.run_test() as pilot:
        await pilot.press(*"1922", "enter")
        app.tell(verdict(Grade.PARTLY, Written(("March 1921",))), app.answers[0])
        await pilot.pause()
        assert app.line("1922").split() == ["◐", "1922", "partly"]
        assert app.line("March 1921").endswith("key")
        assert not app.view.writing
        await pilot.press("5", "enter")
        assert app.answers == [Written(("1922",))]


async def test_the_verdict_of_each_gap() -> None:
    app = AskApp(CLOZE)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press(*"afraid", "enter", *"x", "enter")
        app.tell(verdict(Grade.PARTLY, Written(("afraid", "masses")), (Grade.CORRECT, Grade.WRONG)), app.answers[0])
        await pilot.pause()
        assert "[✓ afraid]" in app.shown
        assert "[✗ x]" in app.shown
        assert app.line("masses").endswith("key")


async def test_a_skip_shows_the_key_and_the_next_question_starts_clean() -> None:
    app = AskApp(DATE)
    async with app.run_test() as pilot:
        await pilot.press("enter", "enter")
        app.tell(verdict(Grade.SKIPPED, Written(("March 1921",))), app.answers[0])
        await pilot.pause()
        assert app.line("March 1921").endswith("key")
        app.view.show(NUMBER)
        await pilot.pause()
        assert "number of delegates [sic]" in app.shown
        assert "March 1921" not in app.shown
        await pilot.press("7", "enter")
        assert app.answers[-1] == Written(("7",))


async def test_resizing_keeps_what_is_typed_and_where() -> None:
    app = AskApp(CLOZE)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(*"afraid", "enter", "w")
        await pilot.resize_terminal(120, 40)
        await pilot.press("x")
        assert app.view.draft == Written(("afraid", "wx"))


async def test_an_overruled_gap_keeps_its_key_beside_what_was_typed() -> None:
    app = AskApp(CLOZE)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press(*"afraid", "enter", *"x", "enter")
        right = verdict(Grade.CORRECT, Written(("afraid", "masses")), (Grade.CORRECT, Grade.CORRECT))
        app.tell(replace(right, overruled=True), app.answers[0])
        await pilot.pause()
        assert "[✓ x]" in app.shown
        assert app.line("masses").endswith("key")
        assert app.shown.count("key") == 1


@pytest.mark.parametrize(("height", "question_in_sight"), [(20, True), (18, True), (12, False)])
async def test_the_words_close_up_before_the_question_scrolls_away(height: int, question_in_sight: bool) -> None:
    app = AskApp(CLOZE)
    async with app.run_test(size=(60, height)) as pilot:
        await pilot.press(*"afraid", "enter", *"x", "enter")
        app.tell(verdict(Grade.PARTLY, Written(("afraid", "masses")), (Grade.CORRECT, Grade.WRONG)), app.answers[0])
        for _ in range(3):
            await pilot.pause()
        assert ("Fill the gaps." in app.shown) is question_in_sight
        assert "Not this one." in app.shown
        assert app.spot("Here.")


async def test_words_longer_than_the_page_are_read_from_their_beginning() -> None:
    app = AskApp(DATE)
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.ask_again("Say it once more. " * 60)
        for _ in range(3):
            await pilot.pause()
        assert app.spot("Say it once more.")[1] < 4
