"""A date that contradicts the guide's own."""

import re
from collections.abc import Iterator

from msgspec import Struct

from tui.authoring.parts import ask_of, gives, key_texts
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.stated_dates import YEAR, agree, date_of, dates_in
from tui.authoring.taught import taught
from tui.authoring.wording import content, knows, listed, sentences, stem, words
from tui.guide.edtf import PartialDate
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.ask import Pick, Write
from tui.quiz.question import Question

SHARE = 0.75
"""The share of an event's content words that a sentence must have to be taken to be about it."""
_NAME = re.compile(r"[A-Z][\w'’-]*(?: (?:of |the )?[A-Z][\w'’-]*)+")
_HAPPENS = frozenset(map(stem, listed("begin break close convene date end gather happen hold meet open place sit")))
_SHOWS_HOW = re.compile(r"\b(as in|such as|like|for example|for instance|e\.g\.)", re.IGNORECASE)
_RELATIVE = listed(
    "after ago afterwards before between during earlier following later next old previous since until years year's "
    "eve remember recall anniversary"
)


class _Event(Struct, frozen=True):
    said: str
    """What happened, in the table's words."""
    date: PartialDate
    """When, by the table."""
    shown: str
    """The date as people write it."""
    words: frozenset[str]
    """The content words of what happened."""
    names: tuple[frozenset[str], ...]
    """The words of each name that is this event's alone."""

    def named_by(self, sentence: frozenset[str]) -> bool:
        """Whether a sentence's content words are about this event."""
        if len(self.words) > 2 and len(self.words & sentence) >= SHARE * len(self.words):
            return True
        return bool(sentence & _HAPPENS) and any(name <= sentence for name in self.names)


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions with a date that a table or a key point gives otherwise."""
    if not knows(guide):
        return
    events = _events(guide)
    years = {year for text in taught(guide) for year in YEAR.findall(text)}
    for question in guide.questions.values():
        unlike = list(_unlike_key_point(question, guide))
        for field, sentence in _sentences(question):
            unlike += _unlike_table(question, field, sentence, events)
        yield from unlike or _unknown(question, years)


def _unknown(question: Question, years: set[str]) -> Iterator[Finding]:
    """A year that the guide has nowhere else; one that shows how to write a date is no statement."""
    for field, sentence in _sentences(question):
        for date in dates_in(sentence):
            if f"{date.year:04}" not in years and not _SHOWS_HOW.search(sentence):
                message = f"{date.year} is a year that stands in no table and no lesson"
                yield Finding(question.id, message, "mend it, or teach it in a lesson", field)


def _unlike_key_point(question: Question, guide: Guide[Question]) -> Iterator[Finding]:
    """A key that is a date, where every key point tested that has a date has another one."""
    asked = _asked_date(question)
    says = [guide.key_points[point].says for point in question.tests if point in guide.key_points]
    dated = [(text, dates[0]) for text in says if len(dates := dates_in(text)) == 1]
    if asked and dated and not any(agree(asked, date) for _, date in dated):
        message = f"the key is {asked.shown()}, but the key point tested says “{dated[0][0]}”"
        yield Finding(question.id, message, "mend the one that is wrong", "answer")


def _unlike_table(question: Question, field: str, sentence: str, events: list[_Event]) -> Iterator[Finding]:
    dates = dates_in(sentence)
    if len(dates) != 1 or not _RELATIVE.isdisjoint(words(sentence)):
        return
    named = [event for event in events if event.named_by(content(sentence))]
    if named and not any(agree(event.date, dates[0]) for event in named):
        event = named[0]
        message = f"“{event.said}” is dated {event.shown} in dates.yaml, and {dates[0].shown()} here"
        yield Finding(question.id, message, "mend the one that is wrong", field)


def _sentences(question: Question) -> Iterator[tuple[str, str]]:
    """What the question holds to be so: its own statement, its explanation, and its question with the key."""
    for field, text in (*(("question", text) for text in gives(question)), ("explanation", question.explanation)):
        yield from ((field, sentence) for sentence in sentences(text))
    asked = _asked_date(question)
    if asked and not dates_in(question.question):
        yield "answer", f"{question.question} {asked.shown()}"


def _asked_date(question: Question) -> PartialDate | None:
    """The key, if it is one date."""
    ask, keys = ask_of(question), key_texts(question)
    counts = isinstance(ask, Write) and (len(ask.fields) != 1 or ask.fields[0].number)
    if not isinstance(ask, Pick | Write) or counts or len(keys) != 1 or len(keys[0]) > 20:
        return None
    dates = dates_in(keys[0])
    return dates[0] if len(dates) == 1 else None


def _events(guide: Guide[Question]) -> list[_Event]:
    dated = [(entry.event, date) for entry in guide.tables.dates.values() if (date := date_of(entry.date))]
    all_words = [content(event) for event, _ in dated]
    return [
        _Event(event, date, date.shown(), said, tuple(_own_names(event, said, all_words, guide)))
        for (event, date), said in zip(dated, all_words, strict=True)
        if not date.approximate and not date.uncertain
    ]


def _own_names(
    event: str, said: frozenset[str], all_words: list[frozenset[str]], guide: Guide[Question]
) -> Iterator[frozenset[str]]:
    """The names in an event's words that no other event has, with the forms that the table of terms has of them."""
    for found in _NAME.findall(event):
        name = content(found)
        if len(name) > 1 and not any(name <= other for other in all_words if other is not said):
            yield name
            for term in guide.tables.terms.values():
                if content(term.term) == name:
                    yield from (content(form) for form in term.also if len(content(form)) > 1)


RULE = Rule(
    code="date-unlike-table",
    severity=Severity.WARNING,
    looks_for=(
        "A date in question, key or explanation that dates.yaml or the key point tested gives otherwise, or a year "
        "that the guide has nowhere else."
    ),
    reason="One of the two is wrong, and the learner is taught both.",
    basis="This guide's own rule: each date stands in one place, and all else is held against it.",
    example="""\
  # Against dates.yaml, which has September 1920:
  - id: when-the-ninth-conference-met
    type: date
    kind: date
    tests: wanted
    question: When did the Ninth Conference meet?
    answer: 1921-03
    explanation: It met in the following spring (¶4).

  # Mended:
  - id: when-the-ninth-conference-met
    type: date
    kind: date
    tests: wanted
    question: When did the Ninth Conference meet?
    answer: 1920-09
    explanation: It met in September 1920 (¶4).
""",
    find=find,
)
