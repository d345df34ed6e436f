"""Large letters: each sign of a room's code, read from afar."""

from itertools import combinations

import pytest

from tui.classroom.seating import ALPHABET
from tui.drawing.large import large


def drawn(text: str, width: int = 80) -> list[str]:
    return ["".join(span.text for span in line) for line in large(text, width, "heading")]


def test_a_sign_is_four_lines_high() -> None:
    assert drawn("A7") == [
        " ▄▄▄   ▄▄▄▄▄",
        "█   █     ▄▀",
        "█▀▀▀█   ▄▀",
        "█   █   █",
    ]


def test_every_sign_of_a_code_has_a_shape_far_from_every_other() -> None:
    shapes = {sign: [line.ljust(5) for line in drawn(sign)] for sign in ALPHABET}
    assert {(len(lines), *map(len, lines)) for lines in shapes.values()} == {(4, 5, 5, 5, 5)}
    for one, other in combinations(ALPHABET, 2):
        cells = zip("".join(shapes[one]), "".join(shapes[other]), strict=True)
        assert sum(left != right for left, right in cells) >= 2, (one, other)


@pytest.mark.parametrize(("width", "widest"), [(80, 40), (40, 40), (39, 35), (35, 35), (34, 11), (0, 11)])
def test_a_code_takes_the_room_there_is_and_is_plain_where_that_is_too_little(width: int, widest: int) -> None:
    assert max(map(len, drawn("MMMMMM", width))) == widest


def test_what_has_no_shape_stays_plain() -> None:
    assert drawn("Ab1") == ["A b 1"]
