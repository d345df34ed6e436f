"""No file can hang or exhaust the program."""

import gc
from pathlib import Path
from time import process_time

import pytest

from tests.guide.toys import BANK, FILES, HEADER, LESSON, Toys, changed, read, told, write
from tui.guide import yaml_lines
from tui.guide.reader import read_guide

ITEM = "  - id: q{0}\n    kind: date\n    tests: began\n    question: a\n    answer: b\n"


def alias_bomb() -> str:
    lines = [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "a: &a [lol]\n" + "".join(lines) + "questions: *i\n"


def chain(claims: int) -> str:
    one = "  - {{id: c{0}, claim: c, holder: account, source: 1, supports: c{1}}}\n"
    return "argument:\n" + "".join(one.format(number, number + 1) for number in range(claims))


HOSTILE = {
    "brackets": (BANK, "[" * 100_000),
    "braces": (BANK, "{a: " * 100_000),
    "dashes": (BANK, "questions:\n" + "- " * 100_000),
    "question marks": (BANK, "? " * 100_000),
    "20 MB scalar": (BANK, 'questions: "' + "x" * 20_000_000 + '"'),
    "15 MB scalar": (BANK, "questions: " + "x" * 15_000_000),
    "million digits": (BANK, "questions:\n  - id: " + "9" * 1_000_000),
    "long number": (BANK, "questions:\n  - type: number\n    answer: " + "9" * 60_000),
    "alias bomb": (BANK, alias_bomb()),
    "keys": (BANK, "".join(f"a{number}: b\n" for number in range(300_000))),
    "items": (HEADER, "stances:\n" + "- a\n" * 1_000_000),
    "nothing questions": (BANK, "questions:\n" + "- {}\n" * 500_000),
    "colons": (BANK, "questions:\n" + "  - id: a: b\n" * 200_000),
    "comments": (BANK, "a #b #c\n" * 200_000),
    "tabs": (BANK, "a:\tb\n" * 200_000),
    "control characters": (BANK, "\x01" * 1_000_000),
    "marks": (BANK, 'questions:\n  - "e' + "\u0301" * 1_000_000 + '"\n'),
    "exclamation marks": (BANK, "questions: !" + "!" * 1_000_000),
    "chain": ("lessons/argument.yaml", chain(3_000)),
    "headings": (LESSON, FILES[LESSON] + "## a\n" * 40_000),
    "fences": (LESSON, FILES[LESSON] + "```x\n````\n" * 20_000),
    "open fences": (LESSON, FILES[LESSON] + "```\n" * 40_001),
    "signs": (LESSON, FILES[LESSON] + "## " + " #" * 100_000 + "x"),
    "front matter": (LESSON, "---\n" * 60_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_told_and_take_no_time(tmp_path: Path, name: str) -> None:
    file, text = HOSTILE[name]
    began = process_time()
    guide = read(tmp_path, {file: text})
    assert process_time() - began < 5
    assert guide.problems
    assert len(guide.problems) < 1100


@pytest.mark.parametrize(
    ("file", "text", "limits", "code"),
    [
        (BANK, FILES[BANK], {"file_bytes": 100}, "file-too-large"),
        (BANK, FILES[BANK], {"events": 20}, "file-too-large"),
        (BANK, FILES[BANK], {"keys": 4}, "too-many-fields"),
        (BANK, FILES[BANK], {"items": 1}, "too-many-items"),
        (BANK, FILES[BANK], {"nesting": 3}, "too-deep"),
        (BANK, FILES[BANK], {"scalar": 20}, "text-too-long"),
        (LESSON, FILES[LESSON], {"lesson_bytes": 100}, "file-too-large"),
        (LESSON, FILES[LESSON], {"panel_bytes": 60}, "panel-too-large"),
    ],
)
def test_limits(tmp_path: Path, file: str, text: str, limits: dict[str, int], code: str) -> None:
    assert (file, code) in [(each[0], each[3]) for each in told(read(tmp_path, {file: text}, **limits))]


@pytest.mark.parametrize(
    ("markdown", "line", "code"),
    [
        ("- a\n" * 101, 150, "list-too-long"),
        ("1. a\n\n" * 101, 250, "list-too-long"),
        ("- a\nlazy\n" * 101, 250, "list-too-long"),
        ("- - - - - - - x\n", 50, "markdown-too-deep"),
        ("".join("  " * depth + "- x\n" for depth in range(7)), 56, "markdown-too-deep"),
        ("".join("  " * depth + "- x\nlazy\n" for depth in range(7)), 62, "markdown-too-deep"),
        (">>>>>>> x\n", 50, "markdown-too-deep"),
        ("a|" * 13 + "\n" + "-|" * 13 + "\n", 51, "table-too-wide"),
        ("a|b\n-|-\n" + "c|d\n" * 101, 152, "table-too-long"),
        ("> a|b\n> -|-\n" + "> c|d\n" * 101, 152, "table-too-long"),
        ("1. x\n\n   - a|b\n     -|-\n" + "     c|d\n" * 101, 154, "table-too-long"),
    ],
)
def test_markdown_limits(tmp_path: Path, markdown: str, line: int, code: str) -> None:
    guide = read(tmp_path, {LESSON: FILES[LESSON] + "\n\n" + markdown})
    lines = FILES[LESSON].count("\n") + 3
    assert told(guide) == [(LESSON, line - 50 + lines, 1, code)]


def test_markdown_within_the_limits_is_fine(tmp_path: Path) -> None:
    markdown = "- a\n" * 100 + "\nText.\n\n" + "- b\n" * 100 + "\n" + "a|" * 12 + "\n" + "-|" * 12 + "\n" + "b|\n" * 100
    assert read(tmp_path, {LESSON: FILES[LESSON] + "\n\n" + markdown}).problems == ()


def test_an_argument_is_six_deep_at_most(tmp_path: Path) -> None:
    guide = read(tmp_path, {LESSON: None, "lessons/argument.yaml": chain(13)})
    codes = [each[1:] for each in told(guide) if each[0] == "lessons/argument.yaml"]
    assert codes == [(2, 62, "argument-too-deep"), (8, 62, "argument-too-deep"), (14, 63, "unknown-claim")]


def test_the_garbage_collector_is_as_it_was(tmp_path: Path) -> None:
    assert gc.isenabled()
    read(tmp_path)
    assert gc.isenabled()
    gc.disable()
    try:
        read(tmp_path)
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.fixture
def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_lines, "FAST", False)
    monkeypatch.setattr("tui.guide.reader.FAST", False)


@pytest.mark.usefixtures("without_libyaml")
def test_without_libyaml_the_same_is_read_with_a_warning(tmp_path: Path) -> None:
    guide = read(tmp_path)
    assert [problem.code for problem in guide.problems] == ["no-libyaml"]
    assert len(guide.questions) == 2
    for text, code in (("[sic", "unclosed-bracket"), ("a: b", "colon-in-text"), ("'a", "unclosed-quote")):
        again = read_guide(write(tmp_path, changed(BANK, "What did it want?", text)), Toys.TYPES)
        assert code in [problem.code for problem in again.problems]


def test_a_long_bank_with_a_mistake_in_each_question(tmp_path: Path) -> None:
    bank = "questions:\n" + "".join(
        ITEM.format(number).replace("question: a", "question: a: b") for number in range(60)
    )
    guide = read(tmp_path, {BANK: bank})
    assert len(guide.problems) == 60
