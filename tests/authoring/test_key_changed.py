"""Which edits changed the key of a question that was asked before."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.guides import BANK, small_guide
from tests.memory.writing import learner
from tests.samples import START, SetClock
from tui.authoring.check import check
from tui.authoring.key_changed import is_same_key
from tui.guide.errors import Severity
from tui.memory.store import NAME
from tui.quiz.ask import Arranged, Paired, Picked, Skipped
from tui.quiz.choosing import Choice
from tui.study import open_guide


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide of which every question was answered."""
    folder = small_guide(tmp_path / "guide")
    with closing(learner(tmp_path / "data", SetClock(), open_guide(folder))) as study:
        sitting = study.begin(Choice(seed="seed"))
        while not sitting.sitting.finished:
            sitting.answer(Skipped())
            sitting.go_on() if sitting.sitting.at < 1 else sitting.leave()
    return folder


def told(guide: Path, old: str, new: str) -> list[str]:
    """What is said of keys after an edit of the bank."""
    assert old in BANK
    (guide / "quiz_bank.yaml").write_text(BANK.replace(old, new), encoding="utf-8")
    problems = [each for each in check(guide, guide.parent / "data") if each.code == "key-changed"]
    assert all(each.severity is Severity.ADVICE for each in problems)
    return [each.message for each in problems]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("question: What did it want?", "question: What did the Opposition want?"),
        ("explanation: It began in 1919 (¶1).", "explanation: In 1919 (¶1)."),
        ("choice: No control", "choice: No control at all"),
    ],
)
def test_an_edit_of_the_words_is_none(guide: Path, old: str, new: str) -> None:
    assert told(guide, old, new) == []


def test_pairs_and_picks_have_no_order() -> None:
    pairs = (("Lenin", "party"), ("Kollontai", "unions"))
    assert is_same_key(Paired(pairs), Paired(pairs[::-1]))
    assert not is_same_key(Paired(pairs), Paired(pairs[:1]))
    assert is_same_key(Picked(("a", "b")), Picked(("b", "a")))
    assert not is_same_key(Arranged(("a", "b")), Arranged(("b", "a")))


@pytest.mark.usefixtures("in_samoa")
def test_it_is_told_by_the_day_that_the_authors_clock_showed(guide: Path) -> None:
    (said,) = told(guide, "answer: 1919", "answer: 1920")
    assert f"on {START.astimezone():%Y-%m-%d}:" in said
    assert f"{START.astimezone():%Y-%m-%d}" != f"{START:%Y-%m-%d}"


def test_an_edit_that_changed_the_key_is_told_with_both(guide: Path) -> None:
    day = "its key has changed since it was last answered here, on 2026-01-14"
    assert told(guide, "answer: 1919", "answer: 1920") == [f"{day}: “1919” then, “1920” now"]
    assert told(guide, "answer: Union control", "answer: Workers' control") == [
        f"{day}: “Union control” then, “Workers' control” now"
    ]


def test_a_record_that_cannot_be_read_keeps_nobody_from_checking(guide: Path) -> None:
    (guide.parent / "data" / NAME).write_bytes(b"x" * 5000)
    assert told(guide, "answer: 1919", "answer: 1920") == []
