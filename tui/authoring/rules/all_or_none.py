"""“All of the above”, “none of these” among the options."""

import re
from collections.abc import Iterator

from tui.authoring.parts import key_field, picks
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import knows
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.question import Question

_OF_OPTIONS = re.compile(
    r"(all|none|both|neither|any|either|each|some)( one| two)?( of)?( the)? ?"
    r"(above|below|following|these|those|them|others|(other )?(options?|choices?|answers?))[.!]?"
    r"|all( are)?( right| correct| true)|none( is| are)( right| correct| true)"
    r"|(both |neither )?\(?[a-e1-5]\)?(,? (and|or|nor) \(?[a-e1-5]\)?)+",
    re.IGNORECASE,
)


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The options that speak of the other options."""
    if not knows(guide):
        return
    for question, options in picks(guide):
        for option in options.all:
            if _OF_OPTIONS.fullmatch(option.strip()):
                field = key_field(question) if option in options.keys else "distractors"
                message = f"“{option}” speaks of the other options, and these are shuffled"
                hint = "take it out, or make the question one of type `select`, where several options may be right"
                yield Finding(question.id, message, hint, field)


RULE = Rule(
    code="all-or-none",
    severity=Severity.WARNING,
    looks_for="“All of the above”, “none of these”, “both A and B” among the options.",
    reason=(
        "Who knows two options to be right has found “all”, and who finds “none” has shown only what is wrong. Options "
        "are shuffled besides, so nothing stands above for sure."
    ),
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3): avoid all-of-the-above, use none-of-the-above with care; "
        "Downing 2005, The effects of violating standard item writing principles on tests and students, Advances in "
        "Health Sciences Education 10."
    ),
    example="""\
  # All:
  - id: what-the-group-wanted
    kind: position
    tests: wanted
    question: What did the group want for the unions?
    answer: All of the above
    distractors:
      - choice: To administer industry
        why: That was one demand.
      - choice: To control the economy
        why: That was one demand.
    explanation: Both were its demands (¶6).

  # Mended:
  - id: what-the-group-wanted
    type: select
    kind: position
    tests: wanted
    question: What did the group want for the unions? Choose all that are right.
    answers: [To administer industry, To control the economy]
    distractors:
      - choice: To discipline the workers
        why: The document says this of the unions' council.
    explanation: Both were its demands (¶6).
""",
    find=find,
)
