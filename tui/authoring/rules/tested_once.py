"""Key points that one question alone tests."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tui.authoring.bank_text import BankText
from tui.authoring.rules.rule import Finding, Rule
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.guide.words import KeyPointId
from tui.quiz.question import Question

_ID = re.compile(r"[\w-]+")


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions that are alone in testing one of their key points."""
    asked: dict[KeyPointId, list[Question]] = defaultdict(list)
    for question in guide.questions.values():
        for point in dict.fromkeys(question.tests):
            asked[point].append(question)
    unread = named_in_the_unread(guide) if any(each.severity is Severity.ERROR for each in guide.problems) else ()
    for point, questions in asked.items():
        if len(questions) == 1 and point not in unread:
            message = f"this is the only question that tests the key point `{point}`"
            yield Finding(questions[0].id, message, "ask for the same point in another form, too", "tests")


def named_in_the_unread(guide: Guide[Question]) -> frozenset[str]:
    """All that may be an id in the lines of the bank that belong to no sound question."""
    text = BankText(guide)
    read = {line for question in guide.questions for line in text.lines_of(question)}
    lines = (line for number, line in enumerate(text.lines, 1) if number > text.head and number not in read)
    return frozenset(_ID.findall("\n".join(lines)))


RULE = Rule(
    code="tested-once",
    severity=Severity.ADVICE,
    looks_for="A key point that is tested by one question only.",
    reason=(
        "What is due is asked again in another form where there is one. Where there is not, learners come to know the "
        "question by its looks instead of what it asks."
    ),
    basis=(
        "Butler, Black-Maier, Raley & Marsh 2017, Retrieving and applying knowledge to different examples promotes "
        "transfer of learning, Journal of Experimental Psychology: Applied 23(4)."
    ),
    example="""\
  # Alone:
  - id: conference-date
    type: date
    kind: date
    tests: conference
    question: When did the conference meet?
    answer: 1920-09

  # Mended: a second question for the same key point
  - id: what-met-in-september-1920
    kind: event
    tests: conference
    question: What met in September 1920?
    answer: The Ninth Conference of the party
    distractors:
      - choice: The Tenth Congress of the party
        why: That met in March 1921.
""",
    find=find,
)
