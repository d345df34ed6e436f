import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import bad_characters, clean, needs_cleaning

ANY = st.text(st.characters(codec=None))
RARE = st.text(
    st.sampled_from("a \n\t\r\0\x1b\x85\u0301\u0308\u0344\u0958\u093c\u0e31\u200b\u200d\u202e\u2028\u3164\ue000")
)


@given(ANY | RARE, st.booleans())
def test_nothing_forbidden_is_left(text: str, one_line: bool) -> None:
    shown = clean(text, one_line=one_line)
    for character in shown:
        allowed = character == "\u200d" or (character == "\n" and not one_line)
        assert allowed or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
        assert character != "\u3164"
    assert unicodedata.is_normalized("NFC", shown)


@given(ANY | RARE, st.booleans(), st.integers(0, 20))
def test_cleaning_twice_changes_nothing_more(text: str, one_line: bool, limit: int) -> None:
    once = clean(text, one_line=one_line, limit=limit)
    assert clean(once, one_line=one_line, limit=limit) == once
    assert len(once) <= limit


@given(RARE)
def test_a_text_that_needs_no_cleaning_comes_out_as_it_was(text: str) -> None:
    unusual = "".join(character for character in text if not (" " <= character <= "~" or character == "\n"))
    if not needs_cleaning(unusual):
        assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Кто кого?",
        "Ё, й: подъезд",
        "चीज़ें हिन्दी में",
        "ที่นี่ น้ำ",
        "مُحَمَّد ﷺ",
        "naïve café",
        "👩\u200d🔧",
        "…—“”",
    ],
)
def test_the_scripts_of_the_world_survive(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b]52;c;eA==\x07", "[31mred]52;c;eA=="),
        ("a\u202eb\u2066c", "abc"),
        ("a" + "\u0301" * 9, "á\u0301"),
        ("e\u0323\u0301\u0302\u0303", "ẹ\u0301"),
        ("\u3164", ""),
        ("one\r\ntwo\x85three\u2028four", "one\ntwo\nthree\nfour"),
    ],
)
def test_what_does_harm_goes(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_one_line_is_one_line() -> None:
    assert clean(" one\n\ttwo\r\nthree ", one_line=True) == "one  two three"


def test_many_marks_take_no_time() -> None:
    assert len(clean("e" + "\u0301" * 1_000_000 + "\u0e31" * 1_000_000, limit=10**7)) <= 5


def test_bad_characters_are_found_with_code_and_name() -> None:
    found = [(bad.start, bad.code, bad.name) for bad in bad_characters("a\0b\u202ec\x07\u200b")]
    assert found == [
        (1, "nul-character", "U+0000"),
        (3, "bidi-character", "U+202E, right-to-left override"),
        (5, "control-character", "U+0007"),
        (6, "invisible-character", "U+200B, zero width space"),
    ]
