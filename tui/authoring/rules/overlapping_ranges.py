"""Options that are ranges and overlap."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from math import inf

from tui.authoring.parts import picks
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import knows
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.matching.dates import read_date
from tui.quiz.question import Question

_NUMBER = r"([0-9]+(?:[., ][0-9]{3})*)"
_RANGE = re.compile(rf"(?i)(?:between |from |about )?{_NUMBER} ?(?:[-–—]|to|until|and) ?{_NUMBER}(?: [a-z ]+)?")
_SINGLE = re.compile(rf"(?i){_NUMBER}(?: [a-z ]+)?")
_ASKS_FOR_A_RANGE = re.compile(
    r"(?i)\b(from when|(from|between) which|(which|what) (period|years|dates|months|days|span|range)|how long|until)\b"
)

_LOOKED_AT = 100
"""How many options of a question are read: a date takes its time, and no learner reads more either."""

Span = tuple[float, float]


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions of which two options may be right at once."""
    for question, options in picks(guide, fewest=2):
        if knows(guide) and _ASKS_FOR_A_RANGE.search(question.question):
            continue
        both = _both(options.all[:_LOOKED_AT])
        if both:
            message = f"“{both[0]}” and “{both[1]}” overlap, so that both may be right"
            yield Finding(question.id, message, "let each range start after the one before it ends", "distractors")


def _both(options: Sequence[str]) -> tuple[str, str] | None:
    """Two options that overlap as numbers, or else as dates."""
    for read in (_number_span, _date_span):
        spans = {option: span for option in options if (span := read(option))}
        both = _overlapping(spans)
        if both or len(spans) == len(options):
            return both
    return None


def _overlapping(spans: dict[str, Span]) -> tuple[str, str] | None:
    """Two options of which one starts before the other ends, where at least one is a range."""
    widest, reach = "", (-inf, -inf)
    for option, (start, end) in sorted(spans.items(), key=lambda item: item[1]):
        if start <= reach[1] and (start < end or reach[0] < reach[1]):
            return widest, option
        if end > reach[1]:
            widest, reach = option, (start, end)
    return None


@lru_cache(1024)
def _number_span(option: str) -> Span | None:
    """The range of numbers or years, or the single one, that an option is."""
    if not any(map(str.isdigit, option)):
        return None
    found = _RANGE.fullmatch(option) or _SINGLE.fullmatch(option)
    if not found:
        return None
    ends = [float(re.sub("[., ]", "", end)) for end in found.groups()]
    return (ends[0], ends[-1]) if ends[0] <= ends[-1] else None


@lru_cache(1024)
def _date_span(option: str) -> Span | None:
    if not any(map(str.isdigit, option)):
        return None
    try:
        found = read_date(option)
    except ValueError:
        return None
    return _day(found.earliest), _day(found.latest)


def _day(day: date) -> float:
    return float(day.toordinal())


RULE = Rule(
    code="overlapping-ranges",
    severity=Severity.WARNING,
    looks_for="Two options, dates or numbers, that have something in common: 1919–1921 beside 1920–1922.",
    reason="What lies in both has two right answers, and who knows it is called wrong for one of them.",
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3): keep choices independent, they should not overlap."
    ),
    example="""\
  # Overlapping:
  - id: when-the-conference-met
    kind: date
    tests: began
    question: When did the conference meet?
    answer: 1920–1921
    distractors:
      - choice: 1918–1920
        why: That was during the civil war.
      - choice: 1922–1923
        why: By then it was all over.
    explanation: It met in September 1920 (¶4).

  # Mended:
  - id: when-the-conference-met
    kind: date
    tests: began
    question: When did the conference meet?
    answer: 1920–1921
    distractors:
      - choice: 1918–1919
        why: That was during the civil war.
      - choice: 1922–1923
        why: By then it was all over.
    explanation: It met in September 1920 (¶4).
""",
    find=find,
)
