"""Large letters, for a room's code: five squares wide and seven high, in half blocks."""

from tui.drawing.halves import halves
from tui.typeset import Line, Role, Span

_WIDTH = 5
_SHAPES = {
    "3": "11110 00001 00001 01110 00001 00001 11110",
    "4": "00010 00110 01010 10010 11111 00010 00010",
    "6": "01110 10000 10000 11110 10001 10001 01110",
    "7": "11111 00001 00010 00100 01000 01000 01000",
    "9": "01110 10001 10001 01111 00001 00001 01110",
    "A": "01110 10001 10001 11111 10001 10001 10001",
    "B": "11110 10001 10001 11110 10001 10001 11110",
    "C": "01110 10001 10000 10000 10000 10001 01110",
    "D": "11110 10001 10001 10001 10001 10001 11110",
    "E": "11111 10000 10000 11110 10000 10000 11111",
    "F": "11111 10000 10000 11110 10000 10000 10000",
    "G": "01110 10001 10000 10111 10001 10001 01110",
    "H": "10001 10001 10001 11111 10001 10001 10001",
    "J": "00111 00010 00010 00010 00010 10010 01100",
    "K": "10001 10010 10100 11000 10100 10010 10001",
    "M": "10001 11011 10101 10101 10001 10001 10001",
    "N": "10001 11001 10101 10011 10001 10001 10001",
    "P": "11110 10001 10001 11110 10000 10000 10000",
    "Q": "01110 10001 10001 10001 10101 10010 01101",
    "R": "11110 10001 10001 11110 10100 10010 10001",
    "S": "01111 10000 10000 01110 00001 00001 11110",
    "T": "11111 00100 00100 00100 00100 00100 00100",
    "U": "10001 10001 10001 10001 10001 10001 01110",
    "V": "10001 10001 10001 10001 10001 01010 00100",
    "W": "10001 10001 10001 10101 10101 11011 10001",
    "X": "10001 10001 01010 00100 01010 10001 10001",
    "Y": "10001 10001 01010 00100 00100 00100 00100",
    "Z": "11111 00001 00010 00100 01000 10000 11111",
}


def large(text: str, width: int, role: Role) -> list[Line]:
    """A text in letters four lines high; in one line of plain ones, set apart, where these have no room or no shape.

    Args:
        text: capitals and digits, as a room's code has them.
        width: the cells of a line.
        role: how they are inked.
    """
    gap = next((each for each in (2, 1) if len(text) * (_WIDTH + each) - each <= width), 0)
    if not gap or not set(text) <= _SHAPES.keys():
        return [(Span(" ".join(text), role),)]
    shapes = [_SHAPES[letter].split() for letter in text]
    rows = [("0" * gap).join(parts) for parts in zip(*shapes, strict=True)]
    # An empty row on top keeps them off the line above.
    rows = ["0" * len(rows[0]), *rows]
    return [(Span(line.rstrip(), role),) for line in halves([[square == "1" for square in row] for row in rows])]
