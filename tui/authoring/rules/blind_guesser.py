"""Clues by which somebody who knows nothing does better than chance."""

from collections.abc import Iterable, Iterator

from tui.authoring.guessers import BY_LOOKS, SURE, Guesser, Score, scores
from tui.authoring.rules.rule import Finding, Rule
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.question import Question


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The guessers by looks who do better than chance explains."""
    return clues(guide, BY_LOOKS)


def clues(guide: Guide[Question], guessers: Iterable[Guesser]) -> Iterator[Finding]:
    """What to say of guessers who do better than chance explains.

    Args:
        guide: the guide.
        guessers: who guesses.
    """
    for score in scores(guide, guessers):
        if score.is_clue:
            yield Finding(None, _told(score), score.guesser.mend)


def _told(score: Score) -> str:
    return (
        f"a guesser who picks {score.guesser.name} is right in {score.right} of {score.questions} questions, "
        f"by chance in {score.chance:.1f} (p = {score.probability:.2g})"
    )


RULE = Rule(
    code="blind-guesser",
    severity=Severity.WARNING,
    looks_for=(
        "Guessers who know nothing and go by one clue (length, the question's words, what options have in common, "
        f"absolute words) and do so well that chance would in less than {SURE:.0%} of banks. "
        "See `kruzhok check --guessers`."
    ),
    reason=(
        "Who learns the clue instead of the document answers right and remembers nothing, and mastery is counted "
        "where there is none. No single question need be at fault: the clue is in how the bank was written."
    ),
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3); Tarrant & Ware 2008, Impact of item-writing flaws in "
        "multiple-choice questions on student achievement in high-stakes nursing assessments, Medical Education 42(2); "
        "Smith 1982, Converging on correct answers, Journal of Educational Measurement 19(3). The test is exact: "
        "Poisson's binomial distribution, as questions differ in their number of options."
    ),
    example="""\
  # In most questions the key is the longest option:
  - id: what-the-platform-asked
    kind: position
    tests: platform
    question: What did the platform ask for?
    answer: Control over industry by the trade unions, through bodies they elect
    distractors:
      - choice: More officials
        why: It fought these.
      - choice: Higher prices
        why: It says nothing of prices.

  # Mended: what everybody can see no longer tells which it is
  - id: what-the-platform-asked
    kind: position
    tests: platform
    question: What did the platform ask for?
    answer: Industry in the hands of the trade unions
    distractors:
      - choice: Industry in the hands of the party's officials
        why: It fought these.
      - choice: Industry in the hands of its former owners
        why: Nobody in the quarrel wanted them back.
""",
    find=find,
)
