"""A small guide with tables and a quotation, for tests of the rules of question writing."""

from collections.abc import Sequence
from pathlib import Path

from tui.authoring.rules.rule import Finding, Rule
from tui.guide.model import Guide
from tui.quiz.question import Question
from tui.study import open_guide

GUIDE = """title: A group and its party
language: {language}
source:
  title: A document
  publisher: nobody
  paragraphs: 16
stances:
  account: As the document tells it
  document: The document's view
  opposition: The Workers' Opposition's view
  lenin: Lenin's view
"""
LESSON = """---
title: How it began
key_points:
  - {id: began, kind: date, stance: account, source: [1, 2, 3, 4, 5, 6], panel: It began,
     says: The group began to form in 1919.}
  - {id: metal, kind: person, stance: account, source: 3, panel: It began,
     says: The group was particularly strong among the metal workers.}
  - {id: delegates, kind: figure, stance: account, says: The group had 37 delegates., source: 12, panel: It began}
  - {id: back, kind: figure, stance: account, says: Only four of them came back., source: 8, panel: It began}
  - {id: wanted, kind: position, stance: opposition, source: [1, 2, 4, 5, 6, 7], panel: It began,
     says: The Opposition wanted union control.}
---

## It began

She wrote “we have ceased to rely on the masses”, and then:

```quotation
text: … There can be no self-activity without freedom of thought and opinion, for self-activity is thought too
speaker: Alexandra Kollontai
work: The Workers' Opposition
source: 5
```
"""
TABLES = {
    "dates": """dates:
  - {id: conference, date: 1920-09, lane: Congresses, source: 4,
     event: The Ninth All-Russia Conference debates the economy}
  - {id: forms, date: 1919, event: The Workers' Opposition begins to form, lane: Opposition, source: 2}
  - {id: rising, date: 1921~, event: The sailors of Kronstadt rise, lane: Party, source: 8}
""",
    "people": """people:
  - {id: kollontai, name: Alexandra Kollontai, also: [Kollontay, Коллонтай], role: A leader, source: 3}
  - {id: shliapnikov, name: Alexander Shliapnikov, also: [Shlyapnikov], role: A leader, source: 3}
""",
    "terms": """terms:
  - {id: ninth, term: Ninth All-Russia Conference, also: [Ninth Conference], meaning: A meeting., source: 4}
""",
}


def guide_with(folder: Path, questions: str, language: str = "en") -> Guide[Question]:
    """The guide with these questions, each as it stands in a bank; all of them must be sound."""
    lessons = folder / "lessons"
    lessons.mkdir(parents=True)
    (lessons / "guide.yaml").write_text(GUIDE.format(language=language), encoding="utf-8")
    (lessons / "01-how-it-began.md").write_text(LESSON, encoding="utf-8")
    for name, table in TABLES.items():
        (lessons / f"{name}.yaml").write_text(table, encoding="utf-8")
    (folder / "quiz_bank.yaml").write_text(f"questions:\n{questions}", encoding="utf-8")
    guide = open_guide(folder)
    assert not guide.problems
    return guide


def pick(asked: str, key: str, *others: str, name: str = "one") -> str:
    """A question with one right option, as it stands in a bank."""
    distractors = "".join(f"      - {{choice: {quoted(other)}, why: So it is.}}\n" for other in others)
    return (
        f"  - id: {name}\n    kind: event\n    tests: began\n    question: {quoted(asked)}\n"
        f"    answer: {quoted(key)}\n    distractors:\n{distractors}    explanation: So it is (¶1).\n"
    )


def typed(asked: str, key: str, explanation: str = "So it is (¶1).", name: str = "one", **more: str) -> str:
    """A question to be answered in writing, as it stands in a bank."""
    fields = {"type": "text", "kind": "date", "tests": "began"} | more
    return (
        f"  - id: {name}\n    question: {quoted(asked)}\n    answer: {quoted(key)}\n"
        f"    explanation: {quoted(explanation)}\n"
    ) + "".join(f"    {field}: {value}\n" for field, value in fields.items())


def quoted(text: str) -> str:
    """A text as YAML has it in quotation marks."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def found(rule: Rule, folder: Path, questions: str, language: str = "en") -> Sequence[Finding]:
    """What a rule finds in the guide with these questions."""
    return list(rule.find(guide_with(folder, questions, language)))
