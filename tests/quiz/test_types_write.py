"""Date, text, number, cloze."""

import pytest

from tests.quiz.test_types_all import sample
from tests.quiz.test_types_pick import codes, said
from tui.quiz.ask import Write, Written
from tui.quiz.question import Question
from tui.quiz.verdict import AskAgain, Grade, Verdict


def graded(question: Question, *fields: str) -> Verdict:
    verdict = question.grade(Written(fields))
    assert isinstance(verdict, Verdict)
    return verdict


def asked_again(question: Question, *fields: str) -> str:
    again = question.grade(Written(fields))
    assert isinstance(again, AskAgain)
    return again.reason


@pytest.mark.parametrize("tag", ["date", "text", "number"])
def test_an_empty_field_is_asked_again(tag: str) -> None:
    assert "0 for" in asked_again(sample(tag), " \t\n")
    assert float(graded(sample(tag), "1920", "1920").credit) == 0
    assert float(graded(sample(tag)).credit) == 0


@pytest.mark.parametrize(
    ("typed", "grade", "notes"),
    [
        ("Sept 1920", Grade.CORRECT, []),
        ("1920", Grade.PARTLY, [("1920", "Right year, but the month is wanted too.")]),
        ("10/1920", Grade.PARTLY, [("October 1920", "Right year, one month late.")]),
        ("september 1921", Grade.PARTLY, [("September 1921", "Right month, one year late.")]),
        ("late Sept. 1920", Grade.CORRECT, [("late Sept. 1920", "Read as September 1920.")]),
        (
            "the end of 1920",
            Grade.PARTLY,
            [("the end of 1920", "Right year, but the month is wanted too. Read as 1920.")],
        ),
        (
            " late 1920 to\n 1930 ",
            Grade.WRONG,
            [("late 1920 to  1930", "It lies in there, but one date is wanted. Read as 1920–1930.")],
        ),
        ("at 9/1920", Grade.CORRECT, []),
    ],
)
def test_date_is_graded(typed: str, grade: Grade, notes: list[tuple[str, str]]) -> None:
    verdict = graded(sample("date"), typed)
    assert (verdict.grade, said(verdict)) == (grade, notes)


@pytest.mark.parametrize(
    ("typed", "reason"), [("9/20", "four digits"), ("31.9.1920", "30 days"), ("once", "cannot read")]
)
def test_date_in_doubt_is_asked_again(typed: str, reason: str) -> None:
    assert reason in asked_again(sample("date"), typed)


@pytest.mark.parametrize("answer", ["1920", "1920-09", "1921-21", "1921-03-08", "1919~", "1919?", "1919/1922", "0050"])
def test_date_takes_its_key_as_shown(answer: str) -> None:
    question = sample("date", answer=answer)
    verdict = question.grade(question.key)
    assert isinstance(verdict, Verdict)
    assert verdict.grade is Grade.CORRECT


def test_date_has_faults() -> None:
    fault = next(iter(sample("date", answer="1921-02-30").faults()))
    assert (fault.code, fault.message) == ("date", "1921-02-30 does not exist: February 1921 has 28 days")
    fault = next(iter(sample("date", answer="1921-3").faults()))
    assert (fault.message, fault.hint) == ("1921-3 is not EDTF", "write 1921-03")


@pytest.mark.parametrize(
    ("typed", "credit", "notes"),
    [
        ("alexandra kollontai", 1, []),
        ("Коллонтай", 1, []),
        ("Kollontai, Alexandra", 1, []),
        ("Alexandra Kolontay", 1, [("Alexandra Kollontai", "Spelt like this.")]),
        ("Shlyapnikov", 0, [("Shliapnikov", "He led it.")]),
        ("Alexandra", 0, []),
        ("not Kollontai", 0, []),
        ("Kollontai " * 10_000, 0, []),
    ],
)
def test_text_is_graded(typed: str, credit: float, notes: list[tuple[str, str]]) -> None:
    question = sample("text", distractors=[{"choice": "Shliapnikov", "why": "He led it."}])
    verdict = graded(question, typed)
    assert (float(verdict.credit), said(verdict)) == (credit, notes)


@pytest.mark.parametrize(
    ("typed", "credit"),
    [
        ("comrade Shliapnikov", 1),
        ("Comrade Alexander Shlyapnikov", 1),
        ("it was Shliapnikov", 1),
        ("I think it was comrade Shliapnikov.", 1),
        ("It's Shliapnikov, I think", 1),
        ("Mr. Shliapnikov", 1),
        ("Shliapnikov 👍", 1),
        ("Alex Shliapnikov", 1),
        ("Aleks Shlyapnikov", 1),
        ("it was not Shliapnikov", 0),
        ("it wasn't Shliapnikov", 0),
        ("comrade Kollontai", 0),
        ("it was Shliapnikov or Kollontai", 0),
        ("Shliapnikov's friend", 0),
        ("it was before Shliapnikov", 0),
        ("comrade", 0),
        ("Pavel Shliapnikov", 0),
        ("comrade Pavel Shliapnikov", 0),
        ("Alexei Shliapnikov", 0),
        ("Alex Medvedev", 0),
        ("it was " * 10_000, 0),
    ],
)
def test_text_is_taken_in_a_few_polite_words_and_with_a_short_first_name(typed: str, credit: float) -> None:
    question = sample("text", answer="Alexander Shliapnikov", also=["Shliapnikov"], distractors=[])
    assert float(graded(question, typed).credit) == credit


def test_a_short_first_name_that_fits_a_listed_wrong_answer_too_is_wrong() -> None:
    question = sample(
        "text", answer="Alexander Shliapnikov", also=[], distractors=[{"choice": "Alexei Shliapnikov", "why": "No."}]
    )
    assert said(graded(question, "Alex Shliapnikov")) == [("Alexei Shliapnikov", "No.")]


def test_text_does_not_take_a_last_name_that_is_not_listed() -> None:
    assert float(graded(sample("text", also=[]), "Kollontai").credit) == 0


def test_text_has_faults() -> None:
    question = sample("text", answer="Marx", also=["MARX", "?!"], distractors=[{"choice": "marx"}, {"choice": "Lenin"}])
    assert codes(question) == [
        ("also", "cannot-be-typed", 1),
        ("also", "given-twice", 0),
        ("distractors", "key-among-distractors", 0),
    ]
    assert codes(sample("text", answer="word " * 100)) == [("answer", "cannot-be-typed", None)]


@pytest.mark.parametrize(
    ("typed", "credit", "notes"),
    [
        ("37", 1, []),
        ("thirty-seven delegates", 1, []),
        ("38", 0, [("38", "1 too high.")]),
        ("four", 0, [("4", "33 too low.")]),
        ("1,000", 0, [("1000", "963 too high.")]),
    ],
)
def test_number_is_graded(typed: str, credit: float, notes: list[tuple[str, str]]) -> None:
    verdict = graded(sample("number", answer="37", tolerance="0"), typed)
    assert (float(verdict.credit), said(verdict)) == (credit, notes)


def test_number_is_tolerant_only_where_asked() -> None:
    question = sample("number", answer="0.3", tolerance="0.1")
    assert [float(graded(question, typed).credit) for typed in ("0.2", "0.4", "0.41", "0.19")] == [1, 1, 0, 0]
    assert said(graded(question, "0.4")) == [("0.4", "Near enough: it is 0.3.")]


@pytest.mark.parametrize("typed", ["many", "four or five", "one two", "half"])
def test_number_unread_is_asked_again_without_a_number_that_might_be_the_key(typed: str) -> None:
    again = asked_again(sample("number"), typed)
    assert "in digits or in words" in again
    assert not any(map(str.isdigit, again))


def test_number_has_faults() -> None:
    assert codes(sample("number", answer="nan", tolerance="-1")) == [
        ("answer", "number", None),
        ("tolerance", "tolerance-negative", None),
    ]
    assert codes(sample("number", answer="inf")) == [("answer", "number", None)]


def test_cloze_shows_the_text_around_its_gaps() -> None:
    asked = sample("cloze").ask("seed")
    assert isinstance(asked, Write)
    assert asked.passage == ("No ", " without ", ".")
    assert [field.label for field in asked.fields] == ["gap 1", "gap 2"]
    assert asked.attribution == "Kollontai, Pamphlet"


@pytest.mark.parametrize(
    ("fields", "credit", "parts"),
    [
        (["self-activity", "thought"], 1, [Grade.CORRECT, Grade.CORRECT]),
        (["Self activty", "thinking"], 1, [Grade.CORRECT, Grade.CORRECT]),
        (["thought", "self-activity"], 0, [Grade.WRONG, Grade.WRONG]),
        (["", "thought"], 0.5, [Grade.SKIPPED, Grade.CORRECT]),
        (["self-activity"], 0, []),
    ],
)
def test_cloze_is_the_share_of_gaps(fields: list[str], credit: float, parts: list[Grade]) -> None:
    verdict = graded(sample("cloze"), *fields)
    assert (float(verdict.credit), list(verdict.parts)) == (credit, parts)


def test_cloze_shows_the_right_spelling_of_a_word_taken_with_a_typo() -> None:
    assert said(graded(sample("cloze"), "self activty", "thuoght")) == [
        ("gap 1", "Spelt “self-activity”."),
        ("gap 2", "Spelt “thought”."),
    ]
    assert said(graded(sample("cloze"), "activity", "thuoght")) == [
        ("gap 1", "“self-activity”."),
        ("gap 2", "Spelt “thought”."),
    ]
    assert not said(graded(sample("cloze"), "Self-Activity", "thinking"))
    assert said(graded(sample("cloze", text="No {self-activity}."), "self activty")) == [
        ("self-activity", "Spelt like this."),
    ]


def test_cloze_without_a_word_is_asked_again() -> None:
    assert "0 for" in asked_again(sample("cloze"), "", " ")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("There are none.", ["no-gap"]),
        ("One {is open.", ["brace"]),
        ("One is} closed.", ["brace"]),
        ("One {in {another}}.", ["brace"]),
        ("One {} is empty.", ["cannot-be-typed"]),
        ("One {half|} is empty.", ["cannot-be-typed"]),
    ],
)
def test_cloze_has_faults(text: str, code: list[str]) -> None:
    assert [fault.code for fault in sample("cloze", text=text).faults()] == code
