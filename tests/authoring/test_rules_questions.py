"""What the rules about the wording of a question find, and what they leave alone."""

from pathlib import Path

import pytest

from tests.authoring.writing import found, pick, typed
from tests.guides import BANK, small_guide
from tui.authoring.rules import (
    distractor_without_why,
    gives_away,
    idea_in_options,
    near_duplicate,
    tested_once,
    unstressed_not,
    view_without_holder,
)
from tui.study import open_guide

ORDER = """  - id: {name}
    type: order
    kind: event
    tests: began
    question: Put these in order, the earliest first.
    items: [{items}]
"""


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("Lenin?", False),
        ("The Workers' Opposition", False),
        ("Which of these is true?", False),
        ("Which of the following statements is correct?", False),
        ("Lenin was of the opinion that", False),
        ("Who held what?", True),
        ("Lenin was of the opinion that …", True),
        ("To whom did it matter? Choose all that are right.", True),
    ],
)
def test_a_question_says_what_it_asks(asked: str, whole: bool, tmp_path: Path) -> None:
    assert bool(found(idea_in_options.RULE, tmp_path, pick(asked, "A", "B", "C"))) is not whole


def test_the_order_of_items_is_an_idea(tmp_path: Path) -> None:
    bank = ORDER.format(name="one", items="First, Second, Third").replace(", the earliest first.", "")
    assert not found(idea_in_options.RULE, tmp_path, bank)


@pytest.mark.parametrize(
    "asked",
    [
        "Which of these did the party not refuse?",
        "Which of these is not a demand of the Opposition?",
        "Who didn't sign it?",
        "In which year did they not meet?",
        "According to Lenin, which of these was not a danger?",
        "It went on. Which of these did not follow?",
        "They asked for all of these except which?",
        "Which of these are true except one?",
    ],
)
def test_a_negation_is_easily_overlooked(asked: str, tmp_path: Path) -> None:
    wrong = found(unstressed_not.RULE, tmp_path, pick(asked, "A", "B", "C"))
    assert bool(wrong) is not asked.startswith("They")


@pytest.mark.parametrize(
    "asked",
    [
        "Which of these did the party NOT refuse?",
        "Which of these did the party *not* refuse?",
        "What does the document ask that Lenin does not?",
        "What does the document say of a leader who did not sign?",
        "Why could they not agree?",
        "What did they want, and not only in wartime?",
        "The leaders did not agree.",
        "Which demand was not only a threat?",
    ],
)
def test_a_negation_is_stressed_or_no_matter(asked: str, tmp_path: Path) -> None:
    assert not found(unstressed_not.RULE, tmp_path, pick(asked, "A", "B", "C"))


def test_every_wrong_answer_says_why(tmp_path: Path) -> None:
    bare = pick("What happened then?", "A", "B", "C", "D").replace('choice: "B", why: So it is.', 'choice: "B"')
    (finding,) = found(distractor_without_why.RULE, tmp_path, bare.replace('"C", why: So it is.', '"C"'))
    assert finding.message == "nothing says why “B” and 1 more is wrong"


def test_questions_are_nearly_the_same(tmp_path: Path) -> None:
    one = pick("When did the conference of the party meet?", "1920", "1918", "1919")
    same = typed("When did the party's conference meet?", "1920", name="two")
    (finding,) = found(near_duplicate.RULE, tmp_path / "same", one + same)
    assert (finding.question, finding.message) == ("two", "this asks nearly the same as `one`")
    other = typed("When did the party's conference meet?", "1921", name="two")
    assert not found(near_duplicate.RULE, tmp_path / "other", one + other)
    assert not found(near_duplicate.RULE, tmp_path / "german", one + same, language="de")


def test_a_statement_is_another_form_of_its_question(tmp_path: Path) -> None:
    asked = typed("When did the conference of the party meet?", "1920", name="one")
    statement = typed("The party's conference did meet in 1920.", "true", name="two", type="true-false")
    again = typed("In 1920 the conference of the party did meet.", "true", name="three", type="true-false")
    (finding,) = found(near_duplicate.RULE, tmp_path, asked + statement + again)
    assert (finding.question, finding.message) == ("three", "this asks nearly the same as `two`")


def test_items_in_another_order_are_another_question(tmp_path: Path) -> None:
    forth = ORDER.format(name="one", items="Conference, Rising, Congress")
    back = ORDER.format(name="two", items="Congress, Rising, Conference")
    again = ORDER.format(name="two", items="Conference, Rising, Congress")
    assert found(near_duplicate.RULE, tmp_path / "again", forth + again)
    assert not found(near_duplicate.RULE, tmp_path / "back", forth + back)


ASKS = typed("Among which workers was the group strong?", "Metal workers", name="asks", tests="metal", kind="person")


@pytest.mark.parametrize(
    ("teller", "gives"),
    [
        (typed("The group was particularly strong among metal workers. Since when?", "1919", name="tells"), True),
        (typed("Since when did metal workers vote?", "1919", name="tells"), False),
        (typed("Where was the group particularly strong?", "In the unions", name="tells"), False),
        (
            typed(
                "Where did it begin?", "Here", "The group was particularly strong among metal workers.", name="tells"
            ),
            False,
        ),
        (pick("Whom did they want?", "Nobody", "The group was strong among metal workers", name="tells"), False),
        (
            typed("The group was particularly strong among metal workers.", "true", name="tells", type="true-false"),
            True,
        ),
        (
            typed("The group was particularly strong among metal workers.", "false", name="tells", type="true-false")
            + "    correction: It was not.\n",
            False,
        ),
        (ORDER.format(name="tells", items="The group is particularly strong among metal workers, B, C"), True),
    ],
    ids=["question", "key only", "point only", "explanation", "option", "true", "false", "item"],
)
def test_a_question_gives_another_away(teller: str, gives: bool, tmp_path: Path) -> None:
    findings = found(gives_away.RULE, tmp_path, ASKS + teller)
    assert [finding.message for finding in findings] == (["this says what `asks` asks for"] if gives else [])


def test_what_is_given_away_is_told_at_once(tmp_path: Path) -> None:
    teller = typed("The group was particularly strong among metal workers. Since when?", "1919", name="tells")
    (finding,) = found(gives_away.RULE, tmp_path, ASKS + ASKS.replace("id: asks", "id: more") + teller)
    assert finding.message == "this says what `asks` and `more` ask for"


@pytest.mark.parametrize(
    ("asked", "explanation", "named"),
    [
        ("Who should run industry?", "The unions should (¶4).", False),
        ("Who should run industry?", "The workers should, and not the party (¶4).", False),
        ("Who should run industry, to the Opposition?", "The unions should (¶4).", True),
        ("Who should run industry?", "Lenin denied it (¶4).", True),
        ("Who should run industry?", "So the document says (¶4).", True),
        ("Who should run industry, according to them?", "The unions should (¶4).", True),
    ],
)
def test_a_view_has_its_holder(asked: str, explanation: str, named: bool, tmp_path: Path) -> None:
    bank = typed(asked, "Unions", explanation, tests="wanted", kind="position")
    assert bool(found(view_without_holder.RULE, tmp_path, bank)) is not named


@pytest.mark.parametrize("fields", [{"tests": "began", "kind": "position"}, {"tests": "wanted", "kind": "date"}])
def test_what_is_no_view_needs_no_holder(fields: dict[str, str], tmp_path: Path) -> None:
    assert not found(view_without_holder.RULE, tmp_path, typed("When was it?", "1919", **fields))


def test_a_question_that_cannot_be_read_counts_for_its_key_point(tmp_path: Path) -> None:
    """It will test the point once it is mended, so a third one is not called for."""
    bank = BANK.replace("  - id: what\n", "  - id: again\n    kind: dat\n    tests: [began]\n  - id: what\n")
    guide = open_guide(small_guide(tmp_path / "guide", bank))
    assert [each.question for each in tested_once.RULE.find(guide)] == ["what"]
    guide = open_guide(small_guide(tmp_path / "sound"))
    assert [each.question for each in tested_once.RULE.find(guide)] == ["when", "what"]
