import pytest

from tests.widgets.asking import HOSTILE, AskApp, verdict
from tui.commands import ANYWHERE, EXAM, QUIZ
from tui.quiz.ask import Pair, Paired, Skipped
from tui.quiz.signs import LETTERS
from tui.quiz.verdict import Grade
from tui.text import Clean

LEFT = (Clean("Lenin"), Clean(f"Kollontai {HOSTILE}"))
X, Y, Z = RIGHT = (Clean("Officials teach"), Clean(f"Masses build {HOSTILE}"), Clean("Soviets decide"))
ASK = Pair(prompt=Clean("Who held what?"), left=LEFT, right=RIGHT)
KEY = Paired(((LEFT[0], X), (LEFT[1], Y)))


@pytest.mark.parametrize(
    "keys",
    [
        "a b",
        "2 b 1 a",
        "1 a 2 b",
        "space space space down space",
        "c 1 a b",
        "down b up a",
        "1 b 1 a 2 b",
        "2 down down space 1 a",
    ],
)
async def test_pairs_are_made_by_keys(keys: str) -> None:
    app = AskApp(ASK)
    async with app.run_test() as pilot:
        await pilot.press(*keys.split())
        draft = app.view.draft
        assert isinstance(draft, Paired)
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == [draft]
        assert dict(draft.pairs) == dict(KEY.pairs)


async def test_pairs_are_made_by_clicks() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(80, 30)) as pilot:
        for text in ("Kollontai", "Masses build", "Lenin", "Officials teach"):
            x, _ = app.spot(text)
            y = max(y for y, line in enumerate(app.lines) if text in line)
            await pilot.click(offset=(x, y))
        app.view.hand_in()
        await pilot.pause()
        assert isinstance(app.answers[0], Paired)
        assert dict(app.answers[0].pairs) == dict(KEY.pairs)


async def test_dragging_to_a_partner_makes_a_pair() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.mouse_down(offset=app.spot("Lenin"))
        await pilot.mouse_up(offset=app.spot("Soviets"))
        await pilot.pause()
        assert app.view.draft == Paired(((LEFT[0], Z),))


async def test_missing_partners_are_named_once() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(80, 30)) as pilot:
        app.view.hand_in()
        await pilot.pause()
        assert "Take one with its digit" in app.shown
        await pilot.press("a")
        app.view.hand_in()
        await pilot.pause()
        assert "1 without a partner." in app.shown
        assert app.answers == []
        app.view.hand_in()
        await pilot.pause()
        assert app.answers == [Paired(((LEFT[0], X),))]


async def test_the_verdict_shows_yours_and_the_key() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(80, 30)) as pilot:
        given = Paired(((LEFT[0], X), (LEFT[1], Z)))
        app.tell(verdict(Grade.PARTLY, KEY, (Grade.CORRECT, Grade.WRONG)), given)
        await pilot.pause()
        assert app.line("Lenin").split()[0] == "✓"
        assert app.line("Kollontai").split()[0] == "✗"
        assert app.lines[app.spot("Kollontai")[1] + 1].endswith("yours")
        assert "Soviets decide" in app.lines[app.spot("Kollontai")[1] + 1]
        assert app.lines[app.spot("Kollontai")[1] + 2].endswith("key")
        await pilot.press("1", "c")
        assert app.line("Lenin").split()[0] == "✓"


async def test_a_skip_shows_every_key() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(80, 30)) as pilot:
        app.tell(verdict(Grade.SKIPPED, KEY), Skipped())
        await pilot.pause()
        assert not {"✓", "✗"} & set("".join(app.lines[: app.spot("Kollontai")[1] + 1]))
        assert app.lines[app.spot("Lenin")[1] + 1].endswith("key")


async def test_resizing_keeps_the_pairs() -> None:
    app = AskApp(ASK)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("1", "a")
        await pilot.resize_terminal(120, 40)
        await pilot.press("b")
        assert app.view.draft == KEY


FOUR = tuple(Clean(f"Left {number}") for number in range(4))
FIVE = tuple(Clean(f"Right {number} in so many words that one line is too short") for number in range(5))


async def test_where_there_is_little_room_letters_stand_for_the_partners() -> None:
    app = AskApp(Pair(prompt=Clean("Who held what?"), left=FOUR, right=FIVE))
    async with app.run_test(size=(60, 18)) as pilot:
        assert app.spot("Right 4")
        await pilot.press("1", "c")
        assert app.line("Left 0").endswith("  c")
        assert app.line("Left 1").endswith("…")
        await pilot.resize_terminal(80, 40)
        await pilot.pause()
        assert "c  Right 2" in app.lines[app.spot("Left 0")[1] + 1]


def test_a_command_whose_letter_answers_has_its_capital_too() -> None:
    commands = [command for command in (*QUIZ, *EXAM, *ANYWHERE) if command.name != "answer"]
    clashing = [command for command in commands if set(LETTERS) & set(command.keys)]
    assert {command.name for command in clashing} == {"edit", "flag", "hand_in"}
    for command in clashing:
        assert command.keys[-1] == command.keys[0].upper()


def test_the_first_letters_run_through() -> None:
    assert LETTERS.startswith("abcdefghi")
