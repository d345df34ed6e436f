"""A small guide in files, for tests that start from a folder."""

from pathlib import Path

GUIDE = """title: A small guide
language: en
source:
  title: A document
  publisher: nobody
  paragraphs: 4
stances:
  account: As the document tells it
  opposition: The Opposition's view
"""
LESSON = """---
title: How it began
key_points:
  - {id: began, kind: date, stance: account, says: It began in 1919., source: 1, panel: The beginning}
  - {id: wanted, kind: position, stance: opposition, says: It wanted union control., source: 2, panel: What it wanted}
---

## The beginning

It began in *1919*.

## What it wanted

Control by the unions.
"""
BANK = """questions:
  - id: when
    type: date
    kind: date
    tests: began
    question: When did it begin?
    answer: 1919
    explanation: It began in 1919 (¶1).
  - id: what
    kind: position
    tests: wanted
    question: What did it want?
    answer: Union control
    distractors:
      - choice: Party control
        why: That was Lenin's view.
      - choice: No control
        why: Nobody held that.
    explanation: It wanted union control (¶2).
"""


def small_guide(folder: Path, bank: str = BANK) -> Path:
    """Write the guide and give its folder."""
    (folder / "lessons").mkdir(parents=True)
    (folder / "lessons" / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    (folder / "lessons" / "01-how-it-began.md").write_text(LESSON, encoding="utf-8")
    (folder / "quiz_bank.yaml").write_text(bank, encoding="utf-8")
    return folder
