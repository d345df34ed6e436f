"""One more question at the end of a bank: nothing that stands there changes, and it reads back as it was typed."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.guides import BANK, small_guide
from tui.authoring import bank_file
from tui.authoring.bank_file import add_question, bank_ids, bank_of, see_room, with_question
from tui.authoring.errors import CannotAdd, Changed
from tui.authoring.replacing import content
from tui.authoring.yaml_text import Value
from tui.guide.model import Guide
from tui.guide.words import QuestionId
from tui.quiz.question import Question
from tui.quiz.types.choice import Choice
from tui.study import open_guide
from tui.text import clean

NEW: dict[str, Value] = {
    "id": "new",
    "kind": "position",
    "tests": ["wanted", "began"],
    "question": "What: then?",
    "answer": "- This",
    "distractors": [{"choice": "#1", "why": 'It\'s "said" so.'}, {"choice": "null"}],
    "explanation": "So [¶2] #.",
}
ONE = "  - {id: one, type: recall, kind: event, tests: began, question: What?}\n"


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide[Question]:
    return open_guide(small_guide(tmp_path_factory.mktemp("bank") / "guide"))


def added(guide: Guide[Question], bank: str | bytes | None) -> str:
    """What is added to a bank, after having seen that it is read and that the rest reads as before."""
    old = bank.encode() if isinstance(bank, str) else bank
    result = with_question(guide, old, NEW)
    assert result.data.startswith(old or b"")
    question = bank_of(guide, result.data).bank.questions[QuestionId("new")]
    assert isinstance(question, Choice)
    assert (question.question, question.answer, question.explanation) == ("What: then?", "- This", "So [¶2] #.")
    assert [(each.choice, each.why) for each in question.distractors] == [("#1", 'It\'s "said" so.'), ("null", "")]
    assert question.tests == ("wanted", "began")
    text = result.data[len(old or b"") :].decode()
    whole = result.data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert whole[result.line - 1].split() == ["-", "id:", "new"]
    return text


def test_looks_like_the_questions_above_it(guide: Guide[Question]) -> None:
    assert added(guide, BANK) == (
        "  - id: new\n"
        "    kind: position\n"
        "    tests: [wanted, began]\n"
        '    question: "What: then?"\n'
        '    answer: "- This"\n'
        "    distractors:\n"
        '      - choice: "#1"\n'
        '        why: It\'s "said" so.\n'
        '      - choice: "null"\n'
        '    explanation: "So [¶2] #."\n'
    )


@pytest.mark.parametrize(
    ("bank", "starts"),
    [
        (None, "questions:\n  - id: new\n    kind"),
        ("", "questions:\n  - id: new\n"),
        ("\n\n", "questions:\n  - id: new\n"),
        ("   ", "\nquestions:\n  - id: new\n"),
        ("# The bank\n", "questions:\n  - id: new\n"),
        ("# The bank", "\nquestions:\n  - id: new\n"),
        ("\ufeff# The bank\r\n", "questions:\r\n  - id: new\r\n"),
        ("---\n", "questions:\n"),
        ("questions:", "\n  - id: new\n"),
        ("questions: # none yet\n\n", "  - id: new\n"),
        (f"questions:\n{ONE}", "\n  - id: new\n"),
        (f"questions:\n{ONE}\n", "  - id: new\n"),
        (f"questions:\n{ONE.rstrip()}", "\n\n  - id: new\n"),
        (f"questions:\n{ONE}# the end", "\n\n  - id: new\n"),
        (f"questions:\n{ONE}{ONE.replace('one', 'two')}", "  - id: new\n"),
        (f"questions:\n{ONE}\n  # Two\n{ONE.replace('one', 'two')}", "\n  - id: new\n"),
        ("questions:\n- id: one\n  type: recall\n  kind: event\n  tests: began\n  question: |\n    What?\n\n    So?\n",
         "\n- id: new\n  kind: position\n"),
        ("questions:\n-   id: one\n    type: recall\n    kind: event\n    tests: [\n     began]\n    question: What",
         "\n\n-   id: new\n    kind: position\n"),
        (BANK.replace("\n", "\r\n"), "  - id: new\r\n    kind: position\r\n"),
        (BANK.replace("\n", "\r"), "  - id: new\r    kind: position\r"),
        ("\ufeff" + BANK, "  - id: new\n"),
    ],
)  # fmt: skip
def test_any_bank_goes_on_in_its_own_way(guide: Guide[Question], bank: str | None, starts: str) -> None:
    assert added(guide, bank).startswith(starts)


def test_the_items_of_a_list_stand_where_they_stood(guide: Guide[Question]) -> None:
    flat = BANK.replace("      - choice", "    - choice").replace("        why", "      why")
    assert '    distractors:\n    - choice: "#1"\n      why: It' in added(guide, flat)


def test_a_bank_with_mistakes_takes_a_question_too(guide: Guide[Question]) -> None:
    assert added(guide, BANK.replace("kind: date", "kind: dat").replace("tests: wanted", "tests: wante"))


@pytest.mark.parametrize(
    ("bank", "told"),
    [
        ("questions: []\n", "in brackets"),
        (f"questions: [{ONE.strip(' -').strip()}]\n", "in brackets"),
        (BANK + "more: 1\n", "quiz_bank.yaml:"),
        (BANK + "...\n", "quiz_bank.yaml:"),
        (BANK.replace("questions:", '"questions":'), "."),
        (BANK.replace("id: what", "id: new"), "."),
        ("- id: one\n", "."),
        (BANK.encode() + b"# \xff\n", "UTF-8"),
        (BANK.encode("utf-16"), "UTF-8"),
    ],
)
def test_a_bank_that_takes_none_is_refused(guide: Guide[Question], bank: str | bytes, told: str) -> None:
    data = bank.encode() if isinstance(bank, str) else bank
    with pytest.raises(CannotAdd) as refused:
        with_question(guide, data, NEW)
    assert told in str(refused.value)
    if b"id: new" not in data:
        with pytest.raises(CannotAdd):
            see_room(guide, data)


def test_room_is_seen_whatever_ids_there_are(guide: Guide[Question]) -> None:
    see_room(guide, BANK.replace("id: what", "id: a-question-to-come").encode())


def test_ids_of_unsound_questions_are_known() -> None:
    bank = "questions:\n  - id: a\n  - type: x\n    id: 'b'\n  - {id: c, kind: d}\n  - {kind: d, id: e}\n  # id: f\n"
    assert bank_ids(bank.encode()) == {"a", "b", "c", "e"}


typed = st.text(max_size=40) | st.text(": #-'\"\\[]{}&*!|>%@`,?\u200d\u00a0éж🙂\u2028", max_size=12)
lines = typed.map(lambda text: clean(text, one_line=True).strip()).filter(bool)
banks = st.sampled_from([BANK, BANK.replace("\n", "\r\n"), "\ufeff" + BANK, BANK.rstrip("\n"), "questions:\n", ""])


@given(bank=banks, question=lines, answer=lines, choice=lines, why=lines)
def test_whatever_is_typed_reads_back(
    guide: Guide[Question], bank: str, question: str, answer: str, choice: str, why: str
) -> None:
    values: dict[str, Value] = {
        "id": "new",
        "kind": "position",
        "tests": ["wanted"],
        "question": question,
        "answer": f"{answer}",
        "distractors": [{"choice": f"{choice} other", "why": why}],
        "explanation": why,
    }
    old = bank.encode()
    try:
        result = with_question(guide, old, values)
    except CannotAdd:
        # The type's own checks: the right answer among the distractors.
        assert answer.casefold().split() == f"{choice} other".casefold().split()
        return
    assert result.data.startswith(old)
    read: Any = bank_of(guide, result.data).bank.questions[QuestionId("new")]
    assert (read.question, read.answer, read.explanation) == (question, answer, why)
    assert [(each.choice, each.why) for each in read.distractors] == [(f"{choice} other", why)]


def test_is_written_with_mode_and_links_kept_and_nothing_left_beside_it(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    bank = folder / "quiz_bank.yaml"
    bank.rename(folder / "bank.yaml")
    bank.symlink_to("bank.yaml")
    (folder / "bank.yaml").chmod(0o640)
    line = add_question(open_guide(folder), bank.read_bytes(), NEW)
    assert bank.is_symlink()
    assert stat.S_IMODE((folder / "bank.yaml").stat().st_mode) == 0o640
    assert bank.read_text(encoding="utf-8").split("\n")[line - 1] == "  - id: new"
    assert sorted(each.name for each in folder.iterdir()) == ["bank.yaml", "lessons", "quiz_bank.yaml"]
    assert QuestionId("new") in open_guide(folder).questions


def test_a_bank_that_was_not_there_is_made_as_any_file_is(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    guide = open_guide(folder)
    (folder / "quiz_bank.yaml").unlink()
    add_question(guide, None, NEW)
    (folder / "other").touch()
    assert (folder / "quiz_bank.yaml").stat().st_mode == (folder / "other").stat().st_mode


@pytest.mark.parametrize("now", [BANK + "# more\n", None, ""])
def test_a_change_since_it_was_read_is_noticed(tmp_path: Path, now: str | None) -> None:
    folder = small_guide(tmp_path / "guide")
    guide, bank = open_guide(folder), folder / "quiz_bank.yaml"
    old = content(bank)
    if now is None:
        bank.unlink()
    else:
        bank.write_text(now, encoding="utf-8")
    with pytest.raises(Changed):
        add_question(guide, old, NEW)
    assert content(bank) == (None if now is None else now.encode())
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_full_disk_leaves_the_bank_as_it_was(tmp_path: Path, broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_guide(tmp_path / "guide")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if broken == "fsync" else Path, broken, full)
    with pytest.raises(OSError, match="No space"):
        add_question(open_guide(folder), BANK.encode(), NEW)
    assert content(folder / "quiz_bank.yaml") == BANK.encode()
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize("there", [BANK, None])
def test_what_cannot_be_read_again_is_put_back(
    tmp_path: Path, there: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_guide(tmp_path / "guide")
    guide, bank = open_guide(folder), folder / "quiz_bank.yaml"
    old = None if there is None else there.encode()
    if old is None:
        bank.unlink()

    def cut_short(path: Path, before: bytes | None, new: bytes) -> None:
        path.write_bytes(new[:-200] if before == old else new)

    monkeypatch.setattr(bank_file, "replace", cut_short)
    with pytest.raises(CannotAdd, match="put back"):
        add_question(guide, old, NEW)
    assert content(bank) == old


def test_what_somebody_else_wrote_right_after_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_guide(tmp_path / "guide")
    other = BANK + "# mine\n"
    monkeypatch.setattr(bank_file, "replace", lambda path, *_: path.write_text(other, encoding="utf-8"))
    with pytest.raises(Changed):
        add_question(open_guide(folder), BANK.encode(), NEW)
    assert content(folder / "quiz_bank.yaml") == other.encode()
