"""What a reference in a lesson spells out is told like the character itself, at its line and column."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.guide.toys import LESSON, changed, read, told
from tui.guide.markdown_lines import Piece
from tui.guide.markdown_reader import markdown_reader
from tui.guide.markdown_references import spelt_out
from tui.text import is_bad

PROSE = "It began in *1919*."
LINE = 20


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("&#8238;", "bidi-character"),
        ("&#x202E;", "bidi-character"),
        ("&#X202e;", "bidi-character"),
        ("&lrm;", "bidi-character"),
        ("&#13;", "control-character"),
        ("&#27;", "control-character"),
        ("&#133;", "control-character"),
        ("&#0;", "nul-character"),
        ("&#173;", "invisible-character"),
        ("&shy;", "invisible-character"),
        ("&ZeroWidthSpace;", "invisible-character"),
        ("&#12644;", "invisible-character"),
        ("&#xD800;", "invisible-character"),
    ],
)
def test_what_must_not_be_shown_is_told_at_its_reference(written: str, code: str, tmp_path: Path) -> None:
    guide = read(tmp_path, changed(LESSON, PROSE, f"It `began`.\n\n> In {written}*1919*."))
    assert told(guide) == [(LESSON, LINE + 2, 6, code)]
    assert f"`{written}`" in guide.problems[0].message
    assert f"`&amp;{written[1:]}`" in guide.problems[0].hint


@pytest.mark.parametrize(
    "prose",
    [
        "&amp; &#38; &eacute; &nbsp; &#8205; &#1078; &nothing; &#9999999; &#; &#x; & lrm; &lrm",
        "`&#8238;` and ``a ` &#8238;``",
        "`it goes\non &#8238; here`",
        "\\&#8238;",
        "```\n&#8238;\n\n&#13;\n```",
        "~~~\n&#8238;\n~~~",
        "```\n&#8238;",
        "> - ```\n>   &#8238;",
        "    &#8238;",
        "[a](b 'c&#8238;')",
    ],
)
def test_what_may_be_shown_or_is_code_is_not(prose: str) -> None:
    assert list(spelt_out(Piece(1, tuple(prose.split("\n"))))) == []


@pytest.mark.parametrize("code", ["`&#8238;`", "`it goes\non &#8238; here`", "```\n&#8238;\n```"])
def test_one_that_is_hidden_inside_code_is_no_mistake_of_the_lesson(code: str, tmp_path: Path) -> None:
    assert told(read(tmp_path, changed(LESSON, PROSE, code))) == []


def test_one_that_is_hidden_inside_code_hides_none_beside_it() -> None:
    told_of = spelt_out(Piece(1, ("`&amp;` and `x` &#8238;",)))
    assert [(each.line, each.column, each.written) for each in told_of] == [(1, 17, "&#8238;")]


def test_one_that_is_active_is_told_with_all_around_it() -> None:
    prose = "`a\n\n&#13; b` &shy;"
    assert [(each.line, each.column, each.written) for each in spelt_out(Piece(7, tuple(prose.split("\n"))))] == [
        (9, 1, "&#13;"),
        (9, 10, "&shy;"),
    ]


PARTS = ("&#8238;", "&lrm;", "&#13;", "&#x41;", "`", "``", "\\", "a", " ", "\n", "\n\n", "*", "> ", "- ", "~~~\n")


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_what_the_cleaning_of_prose_drops_was_told(prose: str) -> None:
    parsed = markdown_reader().parse(prose)
    drawn = "".join(child.content for token in parsed for child in token.children or () if child.type == "text")
    if any(is_bad(character) or character == "\r" for character in drawn):
        assert spelt_out(Piece(1, tuple(prose.split("\n"))))
