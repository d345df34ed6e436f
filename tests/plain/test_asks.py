"""What is typed in plain mode, as responses."""

from collections.abc import Iterable

import pytest

from tui.plain.asks import Takes, Unclear, answer, put
from tui.quiz.ask import (
    Arrange,
    Arranged,
    Ask,
    Field,
    Pair,
    Paired,
    Pick,
    Picked,
    Recall,
    Recalled,
    Response,
    Write,
    Written,
)
from tui.text import Clean


def cleans(*texts: str) -> tuple[Clean, ...]:
    return tuple(map(Clean, texts))


PICK = Pick(Clean("Who?"), cleans("Lenin", "Kollontai", "Shliapnikov"))
SEVERAL = Pick(Clean("Who?"), cleans("Lenin", "Kollontai", "Shliapnikov"), several=True)
ORDER = Arrange(Clean("In what order?"), cleans("March 1921", "1919", "1922"))
MATCH = Pair(Clean("Who held what?"), cleans("Lenin", "Kollontai"), cleans("unions", "party", "nobody"))
GAPS = Write(
    Clean("Fill in."),
    (Field(Clean("gap 1")), Field(Clean("gap 2"))),
    passage=cleans("All power to the ", ", bread to the ", "."),
    attribution=Clean("A slogan"),
)


def respond(ask: Ask, *lines: str) -> Response:
    heard = iter(lines)
    said: list[str] = []
    return answer(
        ask,
        lambda prompt, takes=Takes.CHOICE: next(heard),
        lambda: ("One", "Two"),
        lambda text, mark: said.append(mark + text),
    )


@pytest.mark.parametrize("line", ["2", "b", "B", "2.", "kollontai"])
def test_one_is_picked_by_number_letter_or_its_words(line: str) -> None:
    assert respond(PICK, line) == Picked(("Kollontai",))


@pytest.mark.parametrize("line", ["1 3", "3,1", "a c", "1, 3 1"])
def test_several_are_picked_in_one_line(line: str) -> None:
    response = respond(SEVERAL, line)
    assert isinstance(response, Picked)
    assert sorted(response.options) == ["Lenin", "Shliapnikov"]


@pytest.mark.parametrize("line", ["", "4", "1 2", "-1", "x", "²", "1" * 5000, "٣"])
def test_what_picks_nothing_is_asked_again(line: str) -> None:
    with pytest.raises(Unclear, match="one number from 1 to 3"):
        respond(PICK, line)


@pytest.mark.parametrize("line", ["2 1 3", "2,1,3", "b a c", "213", "2 > 1 > 3", "2-1-3"])
def test_an_order_is_typed_as_numbers(line: str) -> None:
    assert respond(ORDER, line) == Arranged(("1919", "March 1921", "1922"))


@pytest.mark.parametrize("line", ["", "1 2", "1 1 2", "1 2 3 3", "1 2 4", "12", "one two three"])
def test_an_order_with_a_gap_is_asked_again(line: str) -> None:
    with pytest.raises(Unclear, match="each number from 1 to 3 once"):
        respond(ORDER, line)


@pytest.mark.parametrize("line", ["1b 2a", "1 b, 2 a", "2a1b", "1-B 2:a", "1=b; 2=a"])
def test_pairs_are_typed_as_number_and_letter(line: str) -> None:
    response = respond(MATCH, line)
    assert isinstance(response, Paired)
    assert set(response.pairs) == {("Lenin", "party"), ("Kollontai", "unions")}


def test_a_pair_can_be_left_out() -> None:
    assert respond(MATCH, "2c") == Paired((("Kollontai", "nobody"),))


@pytest.mark.parametrize("line", ["", "1", "b", "1d", "3a", "1a 1b", "1b nonsense"])
def test_pairs_that_make_no_sense_are_asked_again(line: str) -> None:
    with pytest.raises(Unclear, match="1b 2a"):
        respond(MATCH, line)


def test_fields_are_heard_one_after_the_other() -> None:
    assert respond(GAPS, "soviets", "people") == Written(("soviets", "people"))


def test_a_passage_shows_its_gaps_and_whose_words_it_is() -> None:
    assert put(GAPS) == [("  ", "All power to the [gap 1], bread to the [gap 2]."), ("  ", "(A slogan)")]


def test_recall_is_written_until_a_full_stop_and_then_ticked() -> None:
    ask = Recall(Clean("What do you remember?"), 2)
    assert respond(ask, "First", "q", "", ".", "2 1") == Recalled("First\nq\n", (0, 1))
    assert respond(ask, ".", "nonsense", "3", "", "0") == Recalled("", ())


@pytest.mark.parametrize("ask", [PICK, SEVERAL, ORDER, MATCH], ids=lambda ask: type(ask).__name__)
def test_everything_that_can_be_chosen_is_put(ask: Ask) -> None:
    shown = [text for _, text in put(ask)]

    def chosen() -> Iterable[str]:
        match ask:
            case Pick(options=entries) | Arrange(items=entries):
                return entries
            case Pair(left=left, right=right):
                return (*left, *right)
            case _:
                return ()

    assert set(chosen()) <= set(shown)
