"""Reading line by line."""

import io
from pathlib import Path

import pytest

from tests.guides import small_guide
from tests.streams import Terminal
from tui.plain.reading import read
from tui.plain.talk import Talk
from tui.study import Study, open_guide


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return Study(open_guide(small_guide(tmp_path / "guide")))


def said(study: Study, typed: str, hears: type[io.StringIO] = Terminal, says: type[io.StringIO] = Terminal) -> str:
    out = says()
    read(study, Talk(hears(typed), out))
    return out.getvalue()


def test_enter_goes_from_panel_to_panel_and_out(study: Study) -> None:
    told = said(study, "\n\n")
    assert told.index("Panel 1 of 2: The beginning") < told.index("It began in 1919.") < told.index("Panel 2 of 2")
    assert "The Opposition's view; ¶2." in told
    assert study.read_in(study.guide.lessons[0]) == 2


def test_leaving_keeps_what_was_read(study: Study) -> None:
    told = said(study, "q\n")
    assert "Panel 2 of 2" not in told
    assert study.read_in(study.guide.lessons[0]) == 1


def test_the_end_of_input_at_a_terminal_leaves(study: Study) -> None:
    assert "Panel 2 of 2" not in said(study, "")


def test_without_anybody_to_go_on_all_is_read(study: Study) -> None:
    assert "Panel 2 of 2" in said(study, "", hears=io.StringIO)
    assert "Panel 2 of 2" in said(study, "", says=io.StringIO)


def test_one_goes_back_and_to_any_panel(study: Study) -> None:
    told = said(study, "g 1.2\nb\nq\n")
    assert told.count("Panel 1 of 2") == 2
    assert told.count("Panel 2 of 2") == 1


def test_a_panel_that_is_not_there_is_told(study: Study) -> None:
    assert 'There is no panel "7.1"' in said(study, "g 7.1\nq\n")


def test_help_and_contents_say_what_there_is(study: Study) -> None:
    told = said(study, "?\nc\nq\n")
    assert "g 3: goes to lesson 3" in told
    assert told.count("1.2 What it wanted") == 2


def test_the_quiz_is_one_letter_away(study: Study) -> None:
    told = said(study, "t\nq\nq\n")
    assert "Question 1 of 2" in told


def test_nothing_moves_the_cursor_and_no_line_is_too_long(study: Study) -> None:
    told = said(study, "\n\n", hears=io.StringIO)
    assert told.replace("\n", "").isprintable()
    assert max(map(len, told.splitlines())) <= 76


def test_a_key_that_is_none_does_not_go_on(study: Study) -> None:
    told = said(study, "x\nq\n")
    assert "x is no key here. Enter goes on" in told
    assert "Panel 2 of 2" not in told


def test_an_endless_line_is_heard_to_its_end_and_cut() -> None:
    talk = Talk(io.StringIO("x" * 250_000 + "\nnext\n"), io.StringIO())
    assert len(talk.hear("?")) == 100_000
    assert talk.hear("?") == "next"


def test_what_is_typed_is_made_harmless() -> None:
    assert Talk(io.StringIO(" \x07[A1919\u202e \n"), io.StringIO()).hear("?") == "[A1919"
