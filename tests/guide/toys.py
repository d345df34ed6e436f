"""A small guide with every table, types of question of its own, and short ways to read it and see what is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from tui.guide.errors import Problem
from tui.guide.limits import Limits
from tui.guide.model import BankEntry, Guide
from tui.guide.reader import read_guide
from tui.text import Clean

BANK, HEADER, LESSON = "quiz_bank.yaml", "lessons/guide.yaml", "lessons/01-how-it-began.md"


@dataclass(frozen=True)
class Fault:
    field: str
    code: str
    message: str
    hint: str
    item: int | None = None


class Wrong(BankEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    choice: Clean
    why: Clean = Clean("")


class Choice(BankEntry, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="choice"):
    answer: Clean
    wrong: tuple[Clean, ...] = ()
    points: int = 1

    def faults(self) -> Iterator[Fault]:
        if self.answer in self.wrong:
            place = self.wrong.index(self.answer)
            yield Fault("wrong", "key-among-distractors", "the key is among them", "take it out", place)


class Number(BankEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    answer: float
    exact: bool = True


class Toys:
    TYPES: ClassVar[dict[str, type[BankEntry]]] = {"choice": Choice, "number": Number}


FILES = {
    HEADER: """title: A small guide
language: en
source:
  title: A document
  publisher: nobody
  paragraphs: 4
stances:
  account: As the document tells it
  opposition: The Opposition's view
""",
    LESSON: """---
title: How it began
key_points:
  - id: began
    kind: date
    stance: account
    says: It began in 1919.
    source: 1
    panel: The beginning
  - id: wanted
    kind: position
    stance: opposition
    says: It wanted union control.
    source: [2, 3]
    panel: What it's wanted for
---

## The beginning

It began in *1919*.

```timeline
dates: [ended, began]
```

## What it's wanted for

```comparison
positions: [who-runs-industry]
holders: [account, opposition]
```

```quotation
text: A brake on all work.
speaker: Somebody
work: a speech
date: 1918
source: 3
```

```argument
show: no-control
```

### Not a panel

Control by the unions.
""",
    "lessons/dates.yaml": """dates:
  - id: began
    date: 1919~
    event: It began
    lane: Opposition
    source: 1
  - id: ended
    date: 1922-03
    event: It ended
    lane: Party
    source: [2, 3]
""",
    "lessons/people.yaml": """people:
  - id: kollontai
    name: Alexandra Kollontai
    also: [Kollontay]
    role: A leader
    source: 2
""",
    "lessons/positions.yaml": """positions:
  - id: who-runs-industry
    question: Who runs it?
    views:
      account: The party
      opposition: The unions
    source: 2
""",
    "lessons/terms.yaml": """terms:
  - id: platform
    term: Platform
    meaning: A programme.
    source: 4
""",
    "lessons/argument.yaml": """argument:
  - id: no-control
    claim: It would not have been workers' control.
    holder: account
    hits: opposition
    source: 3
  - id: arm-of-state
    claim: The unions were an arm of the state.
    holder: account
    supports: no-control
    source: 3
  - id: elected
    claim: They were elected.
    holder: opposition
    objects_to: no-control
    source: 3
""",
    BANK: """questions:
  - id: when
    type: number
    kind: date
    tests: began
    question: When did it begin?
    answer: 1919
  - id: what
    kind: position
    tests: [wanted, began]
    question: What did it want?
    answer: Union control
    wrong:
      - Party control
      - No control
    explanation: It wanted union control (¶2).
""",
}

Edit = Callable[[str], str]


def write(folder: Path, changes: dict[str, str | bytes | None] | None = None) -> Path:
    """Write the guide, some of its files changed or left out."""
    (folder / "lessons").mkdir(parents=True, exist_ok=True)
    for name, text in {**FILES, **(changes or {})}.items():
        if text is not None:
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def read(folder: Path, changes: dict[str, str | bytes | None] | None = None, **limits: int) -> Guide[BankEntry]:
    """Write the guide and read it."""
    return read_guide(write(folder, changes), Toys.TYPES, Limits(**limits))


def changed(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """One file with a text in it replaced."""
    assert FILES[name].count(old) == 1, f"{old!r} must stand once in {name}"
    return {name: FILES[name].replace(old, new)}


def told(guide: Guide[BankEntry]) -> list[tuple[str, int, int, str]]:
    """All problems as file, line, column and code."""
    return [
        (_inside(guide, problem), problem.place.line, problem.place.column, problem.code) for problem in guide.problems
    ]


def _inside(guide: Guide[BankEntry], problem: Problem) -> str:
    return problem.place.file.removeprefix(f"{guide.folder}/")
