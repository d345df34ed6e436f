"""Attempts as a table: in words, as they count, and harmless to a spreadsheet."""

import csv
import io
from uuid import UUID

import pytest
from msgspec.structs import replace

from tests.memory.test_exchange import row_of
from tests.memory.writing import GUIDE, attempt
from tests.samples import START
from tui.memory.attempt import Amendment, AttemptId, Change, Entry
from tui.memory.attempts_table import COLUMNS, harmless, in_words, write_table
from tui.quiz.ask import Arranged, Paired, Picked, Recalled, Response, Skipped, Written


def table(*entries: Entry) -> list[dict[str, str]]:
    file = io.BytesIO()
    everything = [(row_of(entry, number), entry) for number, entry in enumerate(entries, 1)]
    write_table(lambda: everything, lambda guide, question: f"type of {question}", file)
    return list(csv.DictReader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline="")))


def amendment(number: int, change: Change) -> Amendment:
    return Amendment(attempt=AttemptId(UUID(int=number)), change=change, at=START)


def test_an_attempt_is_one_row() -> None:
    (row,) = table(attempt(1))
    assert row == {
        "when (UTC)": "2026-01-14 09:01:09",
        "seconds": "9",
        "guide": GUIDE,
        "lesson": "quarrel",
        "question": "question-1",
        "type": "type of question-1",
        "mode": "practice",
        "asked again": "",
        "response": "The trade unions — сами",
        "grade": "wrong",
        "credit": "0",
        "said “I was right”": "",
        "taken back": "",
    }
    assert tuple(row) == COLUMNS


def test_what_was_done_to_an_attempt_afterwards_shows() -> None:
    overruled, taken_back = table(
        replace(attempt(1), response=Written(("one", ""))),
        attempt(2),
        amendment(1, Change.OVERRULED),
        amendment(2, Change.TAKEN_BACK),
    )
    assert (overruled["grade"], overruled["credit"], overruled["said “I was right”"]) == ("partly", "0.5", "yes")
    assert (taken_back["grade"], taken_back["taken back"]) == ("wrong", "yes")


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (Picked(("one", "two")), "one; two"),
        (Written(("1921", "March")), "1921; March"),
        (Arranged(("one", "two")), "one, then two"),
        (Paired((("Lenin", "no"), ("Shlyapnikov", "yes"))), "Lenin: no; Shlyapnikov: yes"),
        (Recalled("much", (0, 2)), "much (ticked: 1, 3)"),
        (Recalled("much", ()), "much (ticked: none)"),
        (Skipped(), "I don't know"),
    ],
)
def test_a_response_is_said_in_words(response: Response, words: str) -> None:
    assert in_words(response) == words


@pytest.mark.parametrize("active", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1", "\x1b=1", "\u202e=1"])
def test_no_cell_is_a_formula(active: str) -> None:
    assert harmless(active).startswith("'")
    (row,) = table(replace(attempt(1), response=Written((active,))))
    assert row["response"].startswith("'")


def test_a_response_with_line_ends_and_quotes_stays_one_cell() -> None:
    (row,) = table(replace(attempt(1), response=Written(('a "b",\nc\x1b[31m\x00',))))
    assert row["response"] == 'a "b", c[31m'
