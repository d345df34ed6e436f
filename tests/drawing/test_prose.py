import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.prose import prose_lines
from tui.text import bad_characters, clean

PIECES = st.sampled_from(
    (
        *("<http://a.example/", ">", "%1B", "%0D", "%E2%80%AE", "&#13;", "&#8238;", "&#x301;", "&lrm;", "&amp;"),
        *("[", "](", ")", "![", "*", "`", "```\n", "\n", "\n\n", "- ", "> ", "# ", "|", "|-|-|\n", "word", " "),
    )
)


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("a&#13;b", "a b"),
        ("a&#8238;b&lrm;&#12644;", "ab"),
        ("e" + 9 * "&#x323;", "\u1eb9\u0323"),
        ("<http://a.example/%1B]52;c;aGk=%07>", "http://a.example/]52;c;aGk= (http://a.example/%1B%5D52;c;aGk=%07)"),
        ("| a&#13; |\n|---|\n| b |", "a"),
    ],
)
def test_what_markdown_spells_out_is_as_harmless_as_what_is_written(markdown: str, shown: str) -> None:
    assert prose_lines(markdown, 80)[0] == shown


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_markdown_makes_a_character_that_must_not_be_shown(markdown: str) -> None:
    for line in prose_lines(clean(markdown), 40):
        assert [*bad_characters(line)] == []
        assert not set(line) & set("\n\r\t\x85\u2028\u2029")


@pytest.mark.parametrize(
    "markdown",
    [
        *("*" * 8000 + "a" + "*" * 8000, "[" * 15000, "[a](" * 4000, "![a](b" * 2600, "<" * 16000, "`" * 16000),
        *("_a " * 5000 + "_" * 1000, "&#x41;" * 2600, "|" * 8000 + "\n" + "|-" * 8000),
    ],
    ids=lambda markdown: markdown[:8],
)
def test_no_panel_is_too_tangled_to_be_drawn(markdown: str) -> None:
    assert prose_lines(markdown, 40)


def test_what_is_nested_beyond_reason_is_shown_as_written() -> None:
    markdown = "*" * 100 + "a" + "*" * 100
    assert "".join(prose_lines(markdown, 40)) == markdown
