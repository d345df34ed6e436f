"""Words made into what is said to people."""

import pytest

from tui.text import capitalised, ended, sentence


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the room is over", "The room is over."),
        ("is it typed as the lobby shows it?", "Is it typed as the lobby shows it?"),
        ("Ends already.", "Ends already."),
        ("NEP is kept", "NEP is kept."),
    ],
)
def test_words_become_a_sentence(words: str, said: str) -> None:
    assert sentence(words) == said
    assert sentence(said) == said


def test_the_first_letter_alone_changes() -> None:
    assert capitalised("party of Lenin") == "Party of Lenin"
    assert capitalised("") == ""


def test_a_sentence_gets_no_second_end() -> None:
    assert ended(ended("so it is")) == "so it is."
