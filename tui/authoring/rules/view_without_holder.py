"""A view that is stated without its holder."""

from collections.abc import Iterator

from tui.authoring.parts import said
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import content, knows, listed, stem, words
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.guide.words import Kind, StanceId
from tui.quiz.question import Question

ACCOUNT = StanceId("account")
"""The stance of what is told as having happened: nobody's view."""
_NO_VIEWS = frozenset({Kind.DATE, Kind.FIGURE, Kind.PERSON})
_NO_NAMES = listed("view opinion position stance tell account case side")
_HOLDERS = listed("author critic document group opponent opposition writer")
_BY = ("according to", "in the words of", "in the eyes of", "in the view of")


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions on a view that name nobody who holds it."""
    if not knows(guide):
        return
    holders = _holders(guide)
    for question in guide.questions.values():
        stances = [guide.key_points[point].stance for point in question.tests if point in guide.key_points]
        if not stances or ACCOUNT in stances or question.kind in _NO_VIEWS:
            continue
        if not any(_names(text, holders) for _, text in said(question)):
            holder = guide.stances.get(stances[0], stances[0])
            message = f"the question states a view and names nobody who holds it; its key point has “{holder}”"
            yield Finding(question.id, message, "say whose view it is: according to …, for …, as … saw it", "question")


def _names(text: str, holders: frozenset[str]) -> bool:
    """Whether a text names somebody, or says that it is a view."""
    return not holders.isdisjoint(content(text)) or any(by in " ".join(words(text)) for by in _BY)


def _holders(guide: Guide[Question]) -> frozenset[str]:
    """The words by which somebody who may hold a view is named: people, stances, the document."""
    people = [name for person in guide.tables.people.values() for name in (person.name, *person.also)]
    named = frozenset[str]().union(*map(content, (*people, guide.source.by, *guide.stances)))
    return (named | _HOLDERS | set(filter(None, map(_head, guide.stances.values())))) - _NO_NAMES


def _head(label: str) -> str:
    """The last word of a stance's label that is a name: the "party" of "the party leadership's view" names nobody."""
    said = [stem(word) for word in words(label)]
    return next((word for word in reversed(said) if word in content(label) - _NO_NAMES), "")


RULE = Rule(
    code="view-without-holder",
    severity=Severity.WARNING,
    looks_for="A question on somebody's view whose question, key and explanation name nobody who holds it.",
    reason="What is asked as plain fact is learnt as plain fact, and the quarrel that the document tells of is lost.",
    basis="This guide's own rule: a view is never stated as plain fact.",
    example="""\
  # As if it were a fact:
  - id: who-should-run-the-economy
    kind: position
    tests: wanted
    question: Who should run the national economy?
    answer: The trade unions
    distractors:
      - choice: The factory committees
        why: These were something else.
      - choice: The officials
        why: They were to be replaced.
    explanation: The unions should take on the task (¶4).

  # Mended:
  - id: who-should-run-the-economy
    kind: position
    tests: wanted
    question: Who should run the national economy, according to the Workers' Opposition?
    answer: The trade unions
    distractors:
      - choice: The factory committees
        why: These were something else.
      - choice: The officials
        why: They were to be replaced.
    explanation: The unions should take on the task (¶4).
""",
    find=find,
)
