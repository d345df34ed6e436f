"""Blind guessers: what each goes by, and when that is more than chance."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.authoring.banks import choice, guide_of, judgement
from tui.authoring.guess_report import document, table
from tui.authoring.guessers import BY_LOOKS, BY_PLACE, Score, Trial, scores
from tui.authoring.rules import blind_guesser, key_position

GUESSERS = {guesser.name: guesser for guesser in (*BY_LOOKS, *BY_PLACE)}


def score_of(name: str, folder: Path, questions: Sequence[str], language: str = "en") -> Score | None:
    found = {score.guesser.name: score for score in scores(guide_of(folder, questions, language))}
    return found.get(name)


@pytest.mark.parametrize(
    ("name", "asked", "options", "favoured"),
    [
        ("the longest option", "", ["aa", "bbb", "c"], ["bbb"]),
        ("the longest option", "", ["aa", "bb", "c"], ["aa", "bb"]),
        ("the shortest option", "", ["aa", "bbb", "c"], ["c"]),
        ("the option with most of the question's words", "Who led the unions?", ["A union", "A party"], ["A union"]),
        (
            "the option with most in common with the others",
            "",
            ["The unions of Moscow", "The unions of Petrograd", "The party of Moscow"],
            ["The unions of Moscow"],
        ),
        ("the option with the fewest absolute words", "", ["Never", "Often", "Rarely"], ["Often", "Rarely"]),
        ("the first of options in order", "", ["1", "2", "3", "4"], ["1"]),
        ("an option between others in order", "", ["1", "2", "3", "4"], ["2", "3"]),
        ("the last of options in order", "", ["1", "2", "3", "4"], ["4"]),
        ("“true” every time", "", ["True", "False"], ["True"]),
        ("“false” every time", "", ["True", "False"], ["False"]),
    ],
)
def test_each_goes_by_a_clue(name: str, asked: str, options: list[str], favoured: list[str]) -> None:
    assert list(GUESSERS[name].favours(Trial(asked, tuple(options), options[0], fixed=False))) == favoured


def test_the_score_is_what_the_guesser_gets_and_what_chance_would(tmp_path: Path) -> None:
    questions = [
        choice(1, "the long key", ["short", "brief"]),
        choice(2, "the long key", ["short", "brief", "small"]),
        choice(3, "short", ["the long one", "brief"]),
        choice(4, "the same", ["one size", "as other"]),
    ]
    score = score_of("the longest option", tmp_path, questions)
    assert score
    assert (score.right, score.questions) == (2, 3)
    assert score.chance == pytest.approx(1 / 3 + 1 / 4 + 1 / 3)
    assert score.probability == pytest.approx(
        2 * (1 / 3 * 1 / 4 * 2 / 3) + 1 / 3 * 3 / 4 * 1 / 3 + 1 / 3 * 1 / 4 * 1 / 3
    )


def test_options_that_share_a_clue_are_as_likely_as_they_are_many(tmp_path: Path) -> None:
    score = score_of("the longest option", tmp_path, [choice(1, "long one", ["long two", "short"])])
    assert score
    assert (score.right, score.questions) == (1, 1)
    assert score.probability == pytest.approx(2 / 3)


def long_keys(count: int) -> list[str]:
    return [choice(number, "the long key", ["short", "brief"]) for number in range(count)]


def test_a_bank_with_a_clue_is_warned_of(tmp_path: Path) -> None:
    (finding,) = blind_guesser.find(guide_of(tmp_path, long_keys(5)))
    assert finding.question is None
    assert "the longest option is right in 5 of 5 questions, by chance in 1.7 (p = 0.0041)" in finding.message
    assert finding.hint


def test_a_bank_too_small_to_tell_is_not(tmp_path: Path) -> None:
    assert not list(blind_guesser.find(guide_of(tmp_path, long_keys(2))))


def test_a_bank_without_questions_has_no_scores(tmp_path: Path) -> None:
    assert scores(guide_of(tmp_path, [judgement(1, answer=True)]), BY_LOOKS) == ()


def test_words_count_only_in_a_language_that_is_known(tmp_path: Path) -> None:
    questions = [choice(1, "Often", ["Never", "Always"])]
    name = "the option with the fewest absolute words"
    assert score_of(name, tmp_path / "en", questions)
    assert score_of(name, tmp_path / "de", questions, "de") is None
    assert score_of("the longest option", tmp_path / "ru", questions, "ru")


def test_the_place_counts_only_where_options_are_not_shuffled(tmp_path: Path) -> None:
    shuffled = [choice(number, f"key {number}", ["wrong", "false"]) for number in range(9)]
    assert scores(guide_of(tmp_path, shuffled), BY_PLACE) == ()


def test_keys_in_the_middle_of_numbers_are_warned_of(tmp_path: Path) -> None:
    questions = [choice(number, "1920", ["1919", "1921"]) for number in range(4)]
    (finding,) = key_position.find(guide_of(tmp_path, questions))
    assert "an option between others in order is right in 4 of 4 questions" in finding.message


def test_keys_all_over_the_place_are_not(tmp_path: Path) -> None:
    years = ["1919", "1920", "1921"]
    questions = [choice(n, years[n % 3], [year for year in years if year != years[n % 3]]) for n in range(9)]
    assert not list(key_position.find(guide_of(tmp_path, questions)))


def test_statements_that_are_all_false_are_warned_of(tmp_path: Path) -> None:
    (finding,) = key_position.find(guide_of(tmp_path, [judgement(number, answer=False) for number in range(5)]))
    assert "“false” every time is right in 5 of 5 questions, by chance in 2.5" in finding.message


def test_the_table_marks_what_is_more_than_chance(tmp_path: Path) -> None:
    lines = table(scores(guide_of(tmp_path, long_keys(5)))).splitlines()
    assert lines[0].split() == ["who", "picks", "right", "of", "by", "chance", "p"]
    assert lines[1] == "the longest option       5   5        1.7  0.004 !"
    assert lines[2] == "the shortest option      0   5        3.3  1.000"
    assert "less than 5% of banks" in lines[-1]


def test_without_anything_to_go_by_the_table_says_so() -> None:
    assert table(()).startswith("There is no question")


def test_the_scores_are_written_for_programs(tmp_path: Path) -> None:
    written = json.loads(document(scores(guide_of(tmp_path, long_keys(5)))))
    assert written["schema_version"] == 1
    first = written["guessers"][0]
    assert set(first) == {"guesser", "right", "questions", "chance", "p", "clue"}
    assert (first["guesser"], first["right"], first["questions"], first["clue"]) == ("the longest option", 5, 5, True)
