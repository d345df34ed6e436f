"""What a player may be called."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.classroom.blocking import BlockFile, block_list
from tui.classroom.names_offered import CITIES, RIVERS, TRADES, names_offered
from tui.classroom.nickname import LONGEST, NameRefused, look_alikes, nickname
from tui.classroom.words import Nickname
from tui.text import Clean, clean


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Anna", "Anna"),
        ("  Anna \t Maria\n", "Anna Maria"),
        ("An\u202ena", "Anna"),
        ("\x1b[31mAnna", "[31mAnna"),
        ("[/]", "[/]"),
        ("Анна", "Анна"),
        ("आन्ना", "आन्ना"),
        ("🙂", "🙂"),
        ("A\u2800n\u3164na", "Anna"),
    ],
)
def test_a_name_is_cleaned(typed: str, name: str) -> None:
    assert nickname(typed, []) == name


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Type a name"),
        ("   ", "Type a name"),
        ("\u200b\u2060", "Nothing"),
        ("\u3164\u2800\u115f", "Nothing"),
        ("\u200d", "Nothing"),
        ("\u0301\u0301", "Nothing"),
        ("x" * (LONGEST + 1), "too long"),
    ],
)
def test_what_is_no_name_is_refused(typed: str, words: str) -> None:
    with pytest.raises(NameRefused, match=words):
        nickname(typed, [])


def test_a_taken_name_gets_a_number() -> None:
    assert nickname("anna", ["Anna"]) == "anna 2"
    assert nickname("Anna", ["Anna", "ANNA 2"]) == "Anna 3"
    longest = "x" * LONGEST
    assert nickname(longest, [longest]) == "x" * (LONGEST - 2) + " 2"


@given(
    st.text(max_size=30) | st.text("aA0 \u200d\u0301", max_size=4),
    st.lists(st.sampled_from(["a", "A", "a 2", "0"]), max_size=4),
)
def test_every_name_is_clean_short_and_of_its_own(typed: str, taken: list[str]) -> None:
    try:
        name = nickname(typed, taken)
    except NameRefused:
        return
    assert name == clean(name, one_line=True)
    assert 0 < len(name) <= LONGEST
    assert name.casefold() not in {each.casefold() for each in taken}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "blocked-names.txt").write_text("# my class\nBad\nпсих\nnasty*  # anywhere\n\n*\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "typed",
    [
        "bad",
        "BÁD",
        "b4d",
        "вad",
        "a bad one",
        "b a d",
        "B.A.D.",
        "псих",
        "Псих",
        "xxnastyxx",
        "N4$ty boy",
        "Bad1",
        "1bad",
        "a B4d2 one",
        "ba7d",
        "b_a_d_99",
        "xna1sty",
    ],
)
def test_a_blocked_word_is_found_however_it_is_written(data: Path, typed: str) -> None:
    with pytest.raises(NameRefused, match="cannot be had here"):
        nickname(typed, [], block_list(data))


@pytest.mark.parametrize("typed", ["Badger", "Baden", "Badger 7", "Психея", "Anna", "42"])
def test_a_word_inside_another_is_none(data: Path, typed: str) -> None:
    assert nickname(typed, [], block_list(data)) == typed


def test_a_word_that_is_added_is_heeded_from_then_on(data: Path) -> None:
    blocked, file = BlockFile(data), data / "blocked-names.txt"
    assert nickname("Voldemort", [], blocked) == "Voldemort"
    file.write_text("Voldemort\n", encoding="utf-8")
    with pytest.raises(NameRefused, match="cannot be had here"):
        nickname("Voldemort1", [], blocked)
    assert nickname("bad", [], blocked) == "bad"
    file.unlink()
    assert nickname("Voldemort", [], blocked) == "Voldemort"


def test_where_the_list_cannot_be_read_any_more_the_last_one_holds(data: Path) -> None:
    blocked, file = BlockFile(data), data / "blocked-names.txt"
    file.unlink()
    file.mkdir()
    with pytest.raises(NameRefused, match="cannot be had here"):
        nickname("bad", [], blocked)


def test_no_list_blocks_nothing(tmp_path: Path) -> None:
    assert nickname("bad", [], block_list(tmp_path)) == "bad"


def test_names_that_look_alike_are_told() -> None:
    alike = ["Anna", "\u0410nn\u0430", "Ann\u00e0", "An\u200dna"]
    ben, two = Nickname(Clean("Ben")), Nickname(Clean("Anna 2"))
    for other in alike[1:]:
        pair = (Nickname(Clean("Anna")), Nickname(Clean(other)))
        assert look_alikes([ben, pair[0], two, pair[1]]) == (pair,)
    assert look_alikes([ben, two]) == ()


def test_six_free_names_are_offered_others_each_time() -> None:
    first, second = names_offered([], "seed/1"), names_offered([], "seed/2")
    assert first != second
    for names in (first, second):
        assert len(set(names)) == 6
        for each in (TRADES, RIVERS, CITIES):
            assert len(set(each.split()) & set(names)) == 2


def test_no_name_is_offered_that_somebody_has() -> None:
    everything = [*TRADES.split(), *RIVERS.split(), *CITIES.split()]
    assert set(names_offered([each.upper() for each in everything[4:]], "seed")) >= set(everything[:4])
    for taken in (everything[4:], everything):
        offered = names_offered(taken, "seed")
        assert len(set(offered)) == 6
        assert not set(offered) & set(taken)
