"""What is found to contradict tables and lessons, and what is left alone."""

from pathlib import Path

import pytest

from tests.authoring.writing import found, pick, typed
from tui.authoring.rules import (
    date_unlike_table,
    name_unlike_table,
    number_unlike_key_point,
    quotation_not_in_lessons,
)

CONFERENCE = "“The Ninth All-Russia Conference debates the economy”"
MET = "When did the Ninth All-Russia Conference meet?"


@pytest.mark.parametrize(
    ("asked", "key", "explanation", "message"),
    [
        (
            "When did the group form?",
            "1920",
            "",
            "the key is 1920, but the key point tested says “The group began to form in 1919.”",
        ),
        ("When did the group form?", "1919", "", ""),
        (
            "When did it form?",
            "1919",
            "The Ninth Conference met in March 1921.",
            f"{CONFERENCE} is dated September 1920 in dates.yaml, and March 1921 here",
        ),
        ("When did it form?", "1919", "The Ninth Conference met in September 1920.", ""),
        ("When did it form?", "1919", "The Ninth Conference met in 1920.", ""),
        ("When did it form?", "1919", "A year after the Ninth Conference met, in 1921, it was over.", ""),
        ("When did it form?", "1919", "The Ninth Conference met. It was over in 1921.", ""),
        ("When did it form?", "1919", "The Ninth Conference met in 1920, the next in 1921.", ""),
        ("When did it form?", "1919", "The Workers' Opposition was at its strongest in 1921.", ""),
        ("When did it form?", "1919", "The sailors of Kronstadt rise in 1919.", ""),
        ("When did it form?", "1919", "It was over in 1922.", "1922 is a year that stands in no table and no lesson"),
        ("When did it form? Write it as in 1850.", "1919", "", ""),
        (
            "When did it form?",
            "1919",
            "The Workers' Opposition begins to form in 1918.",
            "“The Workers' Opposition begins to form” is dated 1919 in dates.yaml, and 1918 here",
        ),
    ],
)
def test_a_date_is_unlike_the_guides_own(asked: str, key: str, explanation: str, message: str, tmp_path: Path) -> None:
    findings = found(date_unlike_table.RULE, tmp_path, typed(asked, key, explanation, type="date"))
    assert [finding.message for finding in findings] == ([message] if message else [])


@pytest.mark.parametrize(("key", "unlike"), [("March 1921", True), ("September 1920", False), ("1920", False)])
def test_a_key_that_is_a_date_is_held_against_the_event_asked_for(key: str, unlike: bool, tmp_path: Path) -> None:
    bank = pick(MET, key, "1917", "1918").replace("tests: began", "tests: wanted")
    findings = found(date_unlike_table.RULE, tmp_path, bank)
    assert [finding.field for finding in findings] == (["answer"] if unlike else [])


def test_a_number_is_no_date(tmp_path: Path) -> None:
    bank = typed("How many delegates did the Ninth Conference hold?", "1921", type="number", kind="figure")
    assert not found(date_unlike_table.RULE, tmp_path, bank)


@pytest.mark.parametrize(
    ("tests", "key", "unlike"),
    [
        ("delegates", "37", False),
        ("delegates", "73", True),
        ("back", "4", False),
        ("[delegates, back]", "33", False),
        ("[delegates, back]", "31", True),
        ("[delegates, began]", "2", False),
    ],
)
def test_a_number_is_unlike_its_key_point(tests: str, key: str, unlike: bool, tmp_path: Path) -> None:
    bank = typed("How many were there?", key, type="number", kind="figure", tests=tests)
    findings = found(number_unlike_key_point.RULE, tmp_path, bank)
    assert [finding.field for finding in findings] == (["answer"] if unlike else [])


def test_a_number_within_its_tolerance_is_like_its_key_point(tmp_path: Path) -> None:
    bank = typed("How many were there?", "40", type="number", kind="figure", tests="delegates", tolerance="5")
    assert not found(number_unlike_key_point.RULE, tmp_path, bank)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Kolontai led it.", "Alexandra Kollontai"),
        ("Shlyapnikow led it.", "Alexander Shliapnikov"),
        ("Sliapnikov led it.", "Alexander Shliapnikov"),
        ("Kollontay led it.", ""),
        ("Kollontai's pamphlet.", ""),
        ("Two Kollontais led it.", ""),
        ("Kuprin led it.", ""),
        ("kolontai", ""),
        ("Коллонтаи led it.", "Alexandra Kollontai"),
    ],
)
def test_a_name_is_nearly_that_of_the_table(text: str, meant: str, tmp_path: Path) -> None:
    findings = found(name_unlike_table.RULE, tmp_path, typed("Who led it?", "They", text))
    assert [finding.message.partition(" has of ")[2] for finding in findings] == ([meant] if meant else [])


def test_other_spellings_of_an_answer_are_no_mistake(tmp_path: Path) -> None:
    bank = typed("Who led it?", "Kollontai", also="[Kolontai]")
    assert not found(name_unlike_table.RULE, tmp_path, bank)


def test_another_language_inflects_names(tmp_path: Path) -> None:
    bank = typed("Wessen?", "Marx", "Alexanders Schrift, Kolontai.")
    (finding,) = found(name_unlike_table.RULE, tmp_path, bank, language="de")
    assert "Kolontai" in finding.message


@pytest.mark.parametrize(
    ("explanation", "known"),
    [
        ("She wrote “without freedom of thought and opinion”.", True),
        ("She wrote “There can be no self-activity … for self-activity is thought too”.", True),
        ("She wrote “There can be no self-activity […] for self-activity is thought too”.", True),
        ("She wrote “we have ceased to rely on the masses”.", True),
        ("She wrote “there was not any freedom of thought”.", False),
        ('She wrote "there was not any freedom of thought".', False),
        ("She wrote “without freedom of thought and of opinion”.", False),
        ("She wrote of “thought” and “not any freedom”.", True),
        ("She wrote “Workers' Control and Socialist Democracy”.", True),
    ],
)
def test_what_is_quoted_stands_in_a_lesson(explanation: str, known: bool, tmp_path: Path) -> None:
    findings = found(quotation_not_in_lessons.RULE, tmp_path, typed("Who wrote it?", "She", explanation))
    assert [finding.field for finding in findings] == ([] if known else ["explanation"])


def test_a_wrong_quotation_may_be_offered_as_a_wrong_answer(tmp_path: Path) -> None:
    bank = pick("What did she write?", "Something", "“there was not any freedom of thought”", "Nothing")
    assert not found(quotation_not_in_lessons.RULE, tmp_path, bank)


def test_a_text_with_gaps_is_sought_with_its_gaps_filled(tmp_path: Path) -> None:
    cloze = """  - {id: one, type: cloze, kind: event, tests: began, question: Complete it.,
     text: 'without {freedom|liberty} of %s'}
"""
    assert not found(quotation_not_in_lessons.RULE, tmp_path / "right", cloze % "{thought}")
    (finding,) = found(quotation_not_in_lessons.RULE, tmp_path / "wrong", cloze % "{thinking}")
    assert finding.message == "“without freedom of thinking” stands in none of the lessons' quotations"
