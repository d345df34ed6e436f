"""The record as lines: all of it comes back as it was written, and what is broken is told and refused."""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from zlib import crc32

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.memory.writing import GUIDE, attempt, rows
from tests.samples import START
from tui.guide.words import GuideId, PanelId
from tui.memory import exchange
from tui.memory.attempt import Amendment, AttemptId, Change, Entry, PanelRead
from tui.memory.exchange import BrokenFile, read_lines, write_lines
from tui.memory.store import Row
from tui.quiz.ask import Written
from tui.quiz.verdict import Credit


def written(path: Path, of: list[Row]) -> Path:
    with path.open("wb") as file:
        write_lines(of, file)
    return path


def row_of(entry: Entry, number: int = 1) -> Row:
    return Row.of(UUID(int=number), GUIDE, entry)


def body_with(**values: object) -> bytes:
    return json.dumps(json.loads(rows(1)[0].body) | values, separators=(",", ":")).encode()


def line_of(row: Row, **values: object) -> bytes:
    fields = {"id": str(row.id), "guide": row.guide, "crc": crc32(row.body), "body": msgspec.Raw(row.body)}
    return msgspec.json.encode(fields | values) + b"\n"


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[bytes], str]:
    """Why a file with these bytes is refused."""

    def reason(content: bytes) -> str:
        (tmp_path / "file").write_bytes(content)
        with pytest.raises(BrokenFile) as told:
            list(read_lines(tmp_path / "file"))
        return str(told.value)

    return reason


HEAD = b'{"form":"kruzhok record","version":1}\n'
END = b'{"entries":1}\n'


def test_every_entry_comes_back_as_it_was_written(tmp_path: Path) -> None:
    other = Row.of(UUID(int=9), GuideId("другой"), PanelRead(panel=PanelId("why"), at=START))
    amended = row_of(Amendment(attempt=AttemptId(UUID(int=1)), change=Change.TAKEN_BACK, at=START), 8)
    all_rows = [*rows(3, 1, 2), amended, other]
    assert list(read_lines(written(tmp_path / "file", all_rows))) == all_rows


def test_an_empty_record_is_a_file_too(tmp_path: Path) -> None:
    assert list(read_lines(written(tmp_path / "file", []))) == []


def test_what_a_field_of_a_newer_kruzhok_holds_survives(tmp_path: Path) -> None:
    row = Row(UUID(int=1), GUIDE, body_with(mood={"bright": [1, "два"]}))
    assert list(read_lines(written(tmp_path / "file", [row]))) == [row]


def test_the_longest_answer_that_can_be_typed_comes_back(tmp_path: Path) -> None:
    row = row_of(replace(attempt(1), response=Written(("\x00" * 64 * 1024,))))
    assert list(read_lines(written(tmp_path / "file", [row]))) == [row]


def test_the_form_stays_readable_for_ever(tmp_path: Path) -> None:
    file = io.BytesIO()
    assert write_lines([row_of(PanelRead(panel=PanelId("why"), at=START))], file) == 1
    head, line, end = file.getvalue().decode().splitlines()
    assert head == '{"form":"kruzhok record","version":1}'
    assert line == (
        '{"id":"00000000-0000-0000-0000-000000000001","guide":"sample","crc":119389954,"body":'
        '{"type":"panel read","panel":"why","at":"2026-01-14T09:00:00Z"}}'
    )
    assert end == '{"entries":1}'


GOOD = rows(1)[0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no record"),
        (b"hello\n", "no record"),
        (b"[" * 100_000 + b"\n", "no record"),
        (b'{"form":"kruzhok record","version":2}\n', "newer kruzhok"),
        (HEAD, "breaks off after line 1"),
        (HEAD + line_of(GOOD), "breaks off after line 2"),
        (HEAD + line_of(GOOD)[:-20], "breaks off in line 2"),
        (HEAD + line_of(GOOD) * 2 + END, "line 4 is not where the file ends"),
        (HEAD + line_of(GOOD) + END + line_of(GOOD), "line 3 is not where the file ends"),
        (HEAD + b"\xff\xfe\n" + END, "line 2 is not as kruzhok writes it"),
        (HEAD + b"[" * 100_000 + b"\n", "line 2 is not as kruzhok writes it"),
        (HEAD + line_of(GOOD, crc=1) + END, "line 2 does not read as it was written"),
        (HEAD + line_of(GOOD, id="x") + END, "line 2 is not as kruzhok writes it"),
        (HEAD + line_of(GOOD, id=str(UUID(int=2))) + END, "line 2: its entry has two ids"),
        (HEAD + line_of(GOOD, guide="") + END, "line 2: its guide has no name"),
        (HEAD + line_of(GOOD, guide="a\x1b[31m") + END, "line 2: its guide has no name"),
        (HEAD + line_of(GOOD, guide="a" * 201) + END, "line 2: its guide has no name"),
        (HEAD + line_of(GOOD, more=1) + END, "line 2 is not as kruzhok writes it"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(refused: Callable[[bytes], str], content: bytes, told: str) -> None:
    assert told in refused(content)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'{"type":"dream","at":"2026-01-14T09:00:00Z"}', "only a newer kruzhok knows"),
        (b'{"at":"2026-01-14T09:00:00Z"}', "not as kruzhok writes it"),
        (b"7", "not as kruzhok writes it"),
        (body_with(more="x").replace(b'"x"', b'"\xff"'), "not as kruzhok writes it"),
        (body_with(more="x").replace(b'"x"', b"[" * 40 + b"]" * 40), "deeper nested"),
        (body_with(grade="splendid"), "not as kruzhok writes it"),
        (body_with(credit=2), "its credit is not from 0 to 1"),
        (body_with(credit=-1e308), "its credit is not from 0 to 1"),
        (body_with(answered="2026-01-14T09:00:00"), "not as kruzhok writes it"),
        (body_with(answered="2026-01-14T09:00:00+03:00"), "its time is none, or not in UTC"),
        (body_with(began="0001-01-01T00:00:00Z"), "its time is none, or not in UTC"),
        (body_with(answered="9999-12-31T23:59:59Z"), "its time is none, or not in UTC"),
    ],
)
def test_an_entry_that_kruzhok_cannot_have_written_is_refused(
    refused: Callable[[bytes], str], body: bytes, told: str
) -> None:
    assert refused(HEAD + line_of(Row(UUID(int=1), GUIDE, body)) + END).startswith("line 2: ")
    assert told in refused(HEAD + line_of(Row(UUID(int=1), GUIDE, body)) + END)


def test_brackets_that_were_typed_nest_nothing(tmp_path: Path) -> None:
    row = row_of(replace(attempt(1), response=Written(('["[{' * 50,))))
    assert list(read_lines(written(tmp_path / "file", [row]))) == [row]


def test_a_file_and_a_line_have_a_limit(refused: Callable[[bytes], str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "line 2 is longer" in refused(HEAD + b" " * exchange.LONGEST_LINE + b" \n")
    monkeypatch.setattr(exchange, "LARGEST_FILE", 1000)
    assert "larger than 1,000 bytes" in refused(HEAD + line_of(GOOD) * 9)


@given(st.binary(max_size=300), st.integers(0, 10_000))
@settings(max_examples=100)
def test_no_file_does_more_than_be_refused(tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int) -> None:
    path = tmp_path_factory.getbasetemp() / "noise"
    sound = HEAD + line_of(GOOD) + END
    at %= len(sound)
    for content in (noise, HEAD + noise, sound[:at] + noise + sound[at + len(noise) :]):
        path.write_bytes(content)
        try:
            read = list(read_lines(path))
        except BrokenFile:
            continue
        assert all(exchange.sound_entry(row) for row in read)


def test_times_of_wrong_clocks_are_taken(tmp_path: Path) -> None:
    row = row_of(replace(attempt(1), answered=datetime(1970, 1, 1, tzinfo=UTC), credit=Credit(1.0)))
    assert list(read_lines(written(tmp_path / "file", [row]))) == [row]
