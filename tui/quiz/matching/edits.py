"""How many slips of the keyboard part two texts."""


def edits(one: str, other: str) -> int:
    """The Damerau-Levenshtein distance: letters added, left out, mistaken, or swapped with a neighbour.

    Args:
        one: a text.
        other: another.
    """
    from jellyfish import damerau_levenshtein_distance  # noqa: PLC0415  nothing is typed before the first screen

    return damerau_levenshtein_distance(one, other)
