"""Names of people."""

import pytest

from tui.quiz.matching.names import last_name_first, romanised


@pytest.mark.parametrize(
    ("name", "swapped"),
    [
        ("Alexandra Kollontai", "Kollontai Alexandra"),
        ("Alexander Gavrilovich Shliapnikov", "Shliapnikov Alexander Gavrilovich"),
        ("Lenin", None),
        ("the trade unions", None),
        ("Workers of the World", None),
        ("", None),
    ],
)
def test_puts_the_last_name_first_in_names_only(name: str, swapped: str | None) -> None:
    assert last_name_first(name) == swapped


@pytest.mark.parametrize(
    "alike",
    [
        ("yakov", "iakov", "jakov"),
        ("yuri", "iuri", "juri", "yurii"),
        ("bukharin", "buharin"),
        ("zhdanov", "jdanov"),
        ("alexei", "aleksei", "aleksey"),
        ("potyomkin", "potemkin", "potjomkin"),
        ("trotsky", "trotski", "trotskii", "trotskij", "trotskiy"),
        ("shchedrin", "schedrin"),
    ],
)
def test_gives_rival_romanisations_one_key(alike: tuple[str, ...]) -> None:
    assert len({romanised(name) for name in alike}) == 1


def test_keeps_other_names_apart() -> None:
    names = ("lenin", "stalin", "medvedev", "mdivani", "kollontai", "krupskaya", "trotsky", "tomsky")
    assert len({romanised(name) for name in names}) == len(names)
