"""Guides of any size, made up."""

from pathlib import Path

LESSON = """---
title: Made up
key_points:
{points}
---

## One panel

Some words.
"""
POINT = "  - {{id: point-{number}, kind: figure, stance: account, says: Point {number}., source: 1, panel: One panel}}"
GUIDE = """title: Made up
language: en
source:
  title: Made up
  publisher: nobody
  paragraphs: 16
stances:
  account: As the document tells it
"""
FULL = """  - id: question-{number}
    kind: position
    tests: point-{point}
    question: Who should run the national economy, according to the people of question {number}?
    answer: The trade unions themselves, number {number}
    distractors:
      - choice: Party officials, teaching the workers as they go
        why: That was the answer of somebody else at the conference.
      - choice: The factory committees
        why: The complaint is that they meant the unions, not these.
    explanation: They wanted the unions to build the economy (¶4).
"""
SHORT = """  - id: question-{number}
    type: number
    kind: figure
    tests: point-{point}
    question: How many are {number}?
    answer: {number}
"""


def made_up(folder: Path, questions: int, form: str) -> Path:
    """Write a guide with so many questions of one form, and give its folder."""
    lessons = folder / "lessons"
    lessons.mkdir(parents=True)
    (lessons / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    points = "\n".join(POINT.format(number=number) for number in range(50))
    (lessons / "01-made-up.md").write_text(LESSON.format(points=points), encoding="utf-8")
    bank = "".join(form.format(number=number, point=number % 50) for number in range(questions))
    (folder / "quiz_bank.yaml").write_text(f"questions:\n{bank}", encoding="utf-8")
    return folder
