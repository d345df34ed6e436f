"""What the rules about options find, and what they leave alone."""

from pathlib import Path

import pytest

from tests.authoring.writing import found, pick
from tui.authoring.rules import (
    absolutes_in_distractors,
    all_or_none,
    clue_word,
    fits_only_the_key,
    key_much_longer,
    odd_option,
    overlapping_ranges,
)
from tui.authoring.rules.rule import Rule
from tui.guide.edtf import PartialDate
from tui.quiz.matching.dates import read_date

ASKED = "What happened then?"
SELECT = """  - id: one
    type: select
    kind: event
    tests: began
    question: What happened then?
    answers: [{answers}]
    distractors:
      - choice: It failed
        why: It did not.
"""


def messages(rule: Rule, folder: Path, asked: str, key: str, *others: str) -> list[str]:
    return [finding.message for finding in found(rule, folder, pick(asked, key, *others))]


@pytest.mark.parametrize(
    ("key", "others", "longer"),
    [
        ("The trade unions themselves", ["The committees", "The officials"], True),
        ("The trade unions themselves", ["The committees", "The officials of the party"], False),
        ("Lenin himself", ["Marx", "Engels"], False),
        ("The committees", ["The trade unions themselves and nobody else", "The officials"], False),
        ("Yes, as the trade unions themselves said", ["No"], False),
    ],
)
def test_a_key_is_much_longer_than_all_distractors(key: str, others: list[str], longer: bool, tmp_path: Path) -> None:
    assert bool(messages(key_much_longer.RULE, tmp_path, ASKED, key, *others)) is longer


def test_of_several_keys_every_one_must_be_longer(tmp_path: Path) -> None:
    long = "It went on for many more years"
    assert found(key_much_longer.RULE, tmp_path / "all", SELECT.format(answers=f"{long}, {long} then"))
    assert not found(key_much_longer.RULE, tmp_path / "one", SELECT.format(answers=f"{long}, It went"))


@pytest.mark.parametrize(
    ("asked", "key", "others", "word"),
    [
        ("Who taught administration?", "Teachers of administration", ["Unions", "Committees"], "administration"),
        ("What did syndicalists preach?", "Syndicalism", ["Bolshevism", "Liberalism"], "syndicalism"),
        ("Who was teaching the unions?", "He who taught", ["She who knew", "They who sang"], "taught"),
        ("Who taught the unions?", "The unions", ["The councils of unions", "The party"], None),
        ("Who taught it to them?", "Those to whom it was due", ["Lenin", "Marx"], None),
        ("Who taught it?", "Lenin", ["The party", "The school that taught it"], None),
    ],
)
def test_a_word_of_the_question_leads_to_the_key(
    asked: str, key: str, others: list[str], word: str | None, tmp_path: Path
) -> None:
    told = messages(clue_word.RULE, tmp_path, asked, key, *others)
    assert told == ([f"“{word}” stands in the question and, of all options, only in the key"] if word else [])


def test_what_the_whole_guide_is_about_is_no_clue(tmp_path: Path) -> None:
    clue = pick("What did the unions want?", "That unions rule", "Peace", "Land", name="clue")
    others = "".join(pick(f"Question {number} on the unions?", "A", "B", "C", name=f"q{number}") for number in range(6))
    assert found(clue_word.RULE, tmp_path / "alone", clue)
    assert not found(clue_word.RULE, tmp_path / "among", clue + others)
    hidden = pick("What did the unions call harmony?", "A harmony of classes", "The unions", "Land", name="hidden")
    assert not found(clue_word.RULE, tmp_path / "hidden", hidden)
    assert found(clue_word.RULE, tmp_path / "hidden among", hidden + others)


@pytest.mark.parametrize(
    ("asked", "key", "others", "word"),
    [
        (ASKED, "It was refused", ["It was always wanted", "It was lost"], "always"),
        (ASKED, "It was refused", ["Nobody cared", "It was lost"], "nobody"),
        (ASKED, "Only Lenin refused", ["Only Marx refused", "All agreed"], None),
        ("What happened to all of them?", "They fled", ["They all stayed", "They fell ill"], None),
        (ASKED, "It was refused", ["It was allowed", "It was alone"], None),
        (ASKED, "It was refused", ["It was lost in every place", "It was lost"], None),
        (ASKED, "It was refused", ["All agreed", "It was lost"], "all"),
        (ASKED, "It was refused", ["It put a brake on all work", "It was lost"], None),
    ],
)
def test_absolute_words_stand_in_distractors_only(
    asked: str, key: str, others: list[str], word: str | None, tmp_path: Path
) -> None:
    told = messages(absolutes_in_distractors.RULE, tmp_path, asked, key, *others)
    assert told == ([f"“{word}” in the distractors only gives them away"] if word else [])


@pytest.mark.parametrize(
    "option",
    [
        "All of the above",
        "None of these",
        "Both of them",
        "A and C",
        "both (a) and (b)",
        "All are right",
        "None of the others",
    ],
)
def test_an_option_speaks_of_the_others(option: str, tmp_path: Path) -> None:
    (finding,) = found(all_or_none.RULE, tmp_path, pick(ASKED, "It began", "It ended", option))
    assert finding.field == "distractors"


@pytest.mark.parametrize(
    "option", ["All of the unions", "None", "Both unions", "Above all Lenin", "Marx and Engels", "An A and a C"]
)
def test_an_option_speaks_of_the_matter(option: str, tmp_path: Path) -> None:
    assert not messages(all_or_none.RULE, tmp_path, ASKED, "It began", "It ended", option)


@pytest.mark.parametrize(
    ("asked", "key", "others", "fits"),
    [
        ("The council had become an …", "arm of the state", ["school", "union"], True),
        ("The council had become a", "school of the state", ["arm", "hour's delight"], True),
        ("The council had become an …", "arm of the state", ["organ", "school"], False),
        ("The council had become a(n) …", "arm of the state", ["school", "union"], False),
        ("Who were the leaders?", "The unions", ["The party", "The state"], True),
        ("What was it?", "A union", ["Committees", "Officials"], True),
        ("Who were the leaders?", "The unions", ["The party", "The committees"], False),
        ("Who was the leader?", "Lenin", ["The unions of the workers", "Officials"], False),
    ],
)
def test_grammar_fits_the_key_alone(asked: str, key: str, others: list[str], fits: bool, tmp_path: Path) -> None:
    assert bool(messages(fits_only_the_key.RULE, tmp_path, asked, key, *others)) is fits


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["Lenin", "Kollontai", "March 1921"], "of all options, only “March 1921” is a date or number"),
        (["1919", "about 1920", "Never"], "every option but “Never” is a date or number"),
        (["It was lost.", "It was won.", "Peace"], "every option but “Peace” ends with a full stop"),
        (["Karl Marx", "Friedrich Engels", "A book on unions"], "every option but “A book on unions” is a name"),
        (["The Communist Party", "The Central Committee", "The trade unions"], ""),
        (["Delegates of the Comintern", "Rebels of Kronstadt", "Members of a council"], ""),
        (["By election", "By lot", "The unions"], "every option but “The unions” starts with a preposition"),
        (["To rule", "To serve", "By election"], "every option but “By election” starts with “to” and a verb"),
        (
            ["Because it was late", "A quarrel", "A war"],
            "of all options, only “Because it was late” starts with a conjunction",
        ),
        (["Lenin", "Kollontai", "Control by the Party"], ""),
        (["Rule by the Party", "Rule by unions", "Rule by the committees"], ""),
        (["37 delegates", "Four delegates", "No delegates"], ""),
        (["Within it", "Beside it", "Outside it"], ""),
        (["To organs of power", "To Marx", "To the council"], ""),
        (["To Lenin", "By the party", "With the party"], ""),
        (["To the party", "By the party", "With the party"], ""),
        (["1918", "Lenin", "Because of it", "1920"], ""),
        (["That of the party", "The unions", "The state"], ""),
    ],
)
def test_an_option_is_of_another_kind(options: list[str], message: str, tmp_path: Path) -> None:
    key, *others = options
    assert messages(odd_option.RULE, tmp_path, ASKED, key, *others) == ([message] if message else [])


@pytest.mark.parametrize(
    ("asked", "options", "overlap"),
    [
        (ASKED, ["1919–1921", "1920–1922"], True),
        (ASKED, ["1919 to 1921", "1920"], True),
        (ASKED, ["10-20 delegates", "20-30 delegates"], True),
        (ASKED, ["1920", "September 1920"], True),
        (ASKED, ["March to May 1921", "May 1921"], True),
        (ASKED, ["1919–1921", "1922–1923", "1924"], False),
        (ASKED, ["1918", "1919", "1920"], False),
        (ASKED, ["10–20", "21–30"], False),
        (ASKED, ["It began", "It ended"], False),
        ("From which year to which?", ["1919–1921", "1920–1922"], False),
        ("How long did it last?", ["1–2 years", "2–3 years"], False),
    ],
)
def test_ranges_overlap(asked: str, options: list[str], overlap: bool, tmp_path: Path) -> None:
    key, *others = options
    assert bool(messages(overlapping_ranges.RULE, tmp_path, asked, key, *others)) is overlap


def test_of_thousands_of_dates_only_some_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(text: str) -> PartialDate:
        read.append(text)
        return read_date(text)

    monkeypatch.setattr(overlapping_ranges, "read_date", noted)
    dates = [f"{day} March {year}" for year in range(1, 100) for day in range(1, 29)]
    assert messages(overlapping_ranges.RULE, tmp_path, ASKED, *dates) == []
    assert 0 < len(read) <= 100
