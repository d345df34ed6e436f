"""Adding a question line by line: asked by its type's fields, checked at once, shown, and written or not."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta

from tests.guides import BANK, small_guide
from tui.authoring import replacing
from tui.authoring.errors import CannotAdd
from tui.cli import add as command
from tui.cli.main import main
from tui.cli.status import Status
from tui.guide.words import QuestionId
from tui.plain.adding import add
from tui.plain.talk import Talk
from tui.quiz.ask import Pick, Picked, Response
from tui.quiz.question import Fault, Question
from tui.quiz.types import TYPES
from tui.quiz.types.offering import verdict_of
from tui.quiz.verdict import Verdict
from tui.study import open_guide
from tui.text import Clean, clean

OLD = BANK.encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_guide(tmp_path / "guide")


def said(folder: Path, *typed: str, tag: str | None = None) -> str:
    out = io.StringIO()
    add(open_guide(folder), Talk(io.StringIO("".join(f"{line}\n" for line in typed)), out), tag)
    return " ".join(out.getvalue().split())


def new(folder: Path) -> Question:
    guide = open_guide(folder)
    assert (folder / "quiz_bank.yaml").read_bytes().startswith(OLD)
    assert not guide.problems
    (question,) = [each for name, each in guide.questions.items() if name not in {"when", "what"}]
    return question


SHARED = ("began", "", "What was it?", "")
TYPED: dict[str, tuple[str, ...]] = {
    "choice": ("A start", "An end", "It ended in 1922.", "A halt", "", ""),
    "select": ("A start", "A turn", "", "An end", "", ""),
    "true-false": ("no", "It was a start."),
    "date": ("1919",),
    "text": ("A start", "The start", "", "An end", "", ""),
    "number": ("4", "people", ""),
    "order": ("First", "Second", "Third", ""),
    "match": ("One", "Eins", "Two", "Zwei", "", "Drei", ""),
    "cloze": ("It {began} in 1919", "", ""),
    "recall": (),
}


@pytest.mark.parametrize("tag", TYPES)
def test_every_type_is_asked_for_by_its_fields(folder: Path, tag: str) -> None:
    told = said(folder, tag, *SHARED, *TYPED[tag], "It was so (¶1).", "y")
    question = new(folder)
    assert isinstance(question, TYPES[tag])
    assert (question.id, question.kind, question.tests) == ("what-was-it", "date", ("began",))
    assert (question.question, question.explanation) == ("What was it?", "It was so (¶1).")
    assert question.ask("").prompt in told
    assert "Added as what-was-it, in line 20 of quiz_bank.yaml." in told


def test_what_is_typed_is_what_is_written(folder: Path) -> None:
    said(folder, "1", "1 2", "event", "Was: #1 'so'?", "a-name", "- yes", "no", '"Why": so', "", "[So] {it} was.", "y")
    written = (folder / "quiz_bank.yaml").read_text(encoding="utf-8").removeprefix(BANK)
    assert written == (
        "  - id: a-name\n    kind: event\n    tests: [began, wanted]\n    question: \"Was: #1 'so'?\"\n"
        '    answer: "- yes"\n    distractors:\n      - choice: no\n        why: \'"Why": so\'\n'
        '    explanation: "[So] {it} was."\n'
    )


def test_a_learner_s_view_is_shown_with_the_key_apart(folder: Path) -> None:
    told = said(folder, "date", *SHARED, "1919-09", "", "y", tag=None)
    assert "This is how it will be asked. What was it? Right is: September 1919" in told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("dat",), "There is no type dat: did you mean `date`?"),
        (("date", "begam"), "There is no key point begam: did you mean `began`?"),
        (("date", "zzz"), "There is no key point zzz: Enter lists all there are."),
        (("date", "began 9"), "There is no key point 9"),
        (("date", "union"), "2. wanted: It wanted union control."),
        (("date", "began", "dates"), "There is no kind dates: did you mean `date`?"),
        (("date", "began", "xyz"), "There is no kind xyz: write one of: `date`, `position`"),
        (("date", "began", "", ""), "This one is needed."),
        (("date", *SHARED[:3], "when"), "There is a question when already."),
        (("date", *SHARED[:3], "A Name"), "cannot be an id"),
        (("date", *SHARED, "September 1919"), "September 1919 is not EDTF"),
        (("date", *SHARED, "1919-02-30"), "February 1919 has 28 days"),
        (("number", *SHARED, "many"), "must be a number"),
        (("number", *SHARED, "4", "", "-1"), "The tolerance is below 0"),
        (("choice", *SHARED, "This", "this", ""), "is among the distractors"),
        (("choice", *SHARED, "This", "That", "", "That", ""), "“That” is given twice"),
        (("choice", *SHARED, "This", ""), "This one is needed."),
        (("order", *SHARED, "This", "That", ""), "This one is needed."),
        (("order", *SHARED, "This", "That", "This"), "“This” is given twice"),
        (("true-false", *SHARED, "maybe"), "Type true or false."),
        (("true-false", *SHARED, "false", ""), "the statement is false, and there is no correction"),
        (("true-false", *SHARED, "true", "So."), "the statement is true, and there is a correction"),
        (("cloze", *SHARED, "No gap"), "The text has no gap"),
    ],
)
def test_every_answer_is_checked_at_once_and_may_be_given_again(
    folder: Path, typed: tuple[str, ...], told: str
) -> None:
    heard = said(folder, *typed)
    assert told.casefold() in heard.casefold()
    assert heard.endswith("The input has ended. Nothing was added.")
    assert "?." not in heard
    assert (folder / "quiz_bank.yaml").read_bytes() == OLD


def test_a_wrong_answer_is_mended_and_all_goes_on(folder: Path) -> None:
    said(folder, "date", *SHARED, "1919-13", "1919-12", "", "y")
    assert new(folder).key == TYPES["date"].__call__(
        id="a", kind="date", tests=("began",), question="What?", answer="1919-12"
    ).key  # fmt: skip


def test_a_field_can_be_asked_for_again_before_it_is_added(folder: Path) -> None:
    said(folder, "date", *SHARED, "1919", "", "maybe", "question", "When was it?", "tests", "1 2", "y")
    question = new(folder)
    assert (question.question, question.tests) == ("When was it?", ("began", "wanted"))


def test_n_leaves_the_bank_as_it_is(folder: Path) -> None:
    assert said(folder, "recall", *SHARED, "", "n").endswith("Nothing was added.")
    assert (folder / "quiz_bank.yaml").read_bytes() == OLD


def test_the_end_of_input_at_any_line_leaves_the_bank_as_it_is(folder: Path) -> None:
    typed = ("choice", *SHARED, *TYPED["choice"], "", "y")
    for end in range(len(typed)):
        assert said(folder, *typed[:end]).endswith("The input has ended. Nothing was added.")
        assert (folder / "quiz_bank.yaml").read_bytes() == OLD
    assert "Added" in said(folder, *typed)


def test_a_bank_changed_meanwhile_is_read_again_before_anything_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = folder / "quiz_bank.yaml"
    out, heard = io.StringIO(), io.StringIO("".join(f"{line}\n" for line in ("recall", *SHARED, "", "y", "y")))
    read_line = heard.readline

    def meanwhile(size: int = -1) -> str:
        line = read_line(size)
        if line == "y\n" and bank.read_bytes() == OLD:
            bank.write_bytes(OLD + b"  # mine\n")
        return line

    monkeypatch.setattr(heard, "readline", meanwhile)
    assert add(open_guide(folder), Talk(heard, out)) == 21
    assert "was changed by somebody else" in out.getvalue()
    assert bank.read_bytes().startswith(OLD + b"  # mine\n  - id: what-was-it\n")


def test_ids_are_proposed_from_what_the_question_says_and_are_new(folder: Path) -> None:
    said(folder, "recall", "began", "", "What of what it was?", "", "", "y")
    assert new(folder).id == "what-of-what-it"
    said(folder, "recall", "began", "", "What of what it was?", "", "", "y")
    assert QuestionId("what-of-what-it-2") in open_guide(folder).questions
    said(folder, "recall", "began", "", "Когда это началось?", "", "", "y")
    assert QuestionId("когда-это-началось") in open_guide(folder).questions
    said(folder, "recall", "began", "", "???", "", "", "y")
    assert QuestionId("question-6") in open_guide(folder).questions


def test_many_key_points_are_listed_when_asked_for(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    lesson = folder / "lessons" / "01-how-it-began.md"
    point = "  - {id: p%d, kind: term, stance: account, says: Point %d., source: 1, panel: The beginning}\n"
    more = "".join(point % (number, number) for number in range(20))
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("key_points:\n", f"key_points:\n{more}"), "utf-8")
    assert "Point 7." not in said(folder, "recall")
    assert "8. p7: Point 7. Not tested yet." in said(folder, "recall", "")
    assert "21. began: It began in 1919. Tested once." in said(folder, "recall", "1919")


typed = st.text(st.characters(exclude_characters="\x1b\ufffd"), max_size=30) | st.text(
    ": #-'\"\\[]{}&*!|>%@`,?\u200d\u00a0é🙂\ud800", max_size=8
)


@pytest.mark.parametrize(("line", "told"), [("Kep\x1b[Dler", "such as an arrow"), ("K\ufffdpler", "is not text")])
def test_a_line_that_is_not_what_its_writer_saw_is_asked_for_again(folder: Path, line: str, told: str) -> None:
    assert told in said(folder, "recall", "began", "", line, "What was it?", "", "", "y")
    assert new(folder).question == "What was it?"


def full_disk(*_: object) -> int:
    raise OSError(28, "No space left on device")


def test_a_bank_that_cannot_be_written_is_told_before_anything_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "mkstemp", lambda **_: full_disk())
    out = io.StringIO()
    with pytest.raises(CannotAdd, match=r"quiz_bank\.yaml cannot be written: No space left on device\. See who"):
        add(open_guide(folder), Talk(io.StringIO(), out))
    assert out.getvalue() == ""
    assert (folder / "quiz_bank.yaml").read_bytes() == OLD


def test_looking_whether_a_bank_can_be_written_leaves_nothing_behind(folder: Path) -> None:
    before = sorted(folder.iterdir())
    said(folder)
    assert sorted(folder.iterdir()) == before


def test_a_question_that_cannot_be_written_is_said_so_that_it_is_not_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", full_disk)
    lines = ("date", *SHARED, "1919", "So.", "y")
    out = io.StringIO()
    with pytest.raises(CannotAdd, match="No space left on device"):
        add(open_guide(folder), Talk(io.StringIO("".join(f"{line}\n" for line in lines)), out))
    said_last = out.getvalue().partition("here it is")[2].partition("\n\n")[2].rstrip()
    bank = folder / "quiz_bank.yaml"
    assert bank.read_bytes() == OLD
    bank.write_bytes(OLD + f"{said_last}\n".encode())
    assert new(folder).question == "What was it?"


@pytest.fixture(scope="module")
def one_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_guide(tmp_path_factory.mktemp("typed") / "guide")


@given(question=typed, answer=typed, choice=typed, why=typed)
def test_whatever_is_typed_the_bank_reads_back_to_it(
    one_folder: Path, question: str, answer: str, choice: str, why: str
) -> None:
    folder = one_folder
    (folder / "quiz_bank.yaml").write_bytes(OLD)
    words = [f"Q {question.replace(chr(10), ' ')}", f"A {answer}", f"C {choice}", f"W {why}"]
    words = [word.replace("\n", " ").replace("\r", " ") for word in words]
    said(folder, "choice", "began", "", words[0], "new", *words[1:], "", "", "y")
    question_read = new(folder)
    assert isinstance(question_read, TYPES["choice"])
    one = clean(words[0], one_line=True).strip()
    assert question_read.question == one
    (distractor,) = getattr(question_read, "distractors")  # noqa: B009 - a type's own field
    read = [getattr(question_read, "answer"), distractor.choice, distractor.why]  # noqa: B009
    assert read == [clean(word, one_line=True).strip() for word in words[1:]]


class Rating(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="rating"):
    """How many stars."""

    stars: Annotated[int, Meta(ge=1)]
    """The right number of stars."""
    sure: bool
    """Whether everybody agrees."""
    means: dict[str, Clean]
    """What a number of stars means."""

    @property
    def key(self) -> Picked:
        return Picked((str(self.stars),))

    def ask(self, seed: str) -> Pick:
        return Pick(prompt=self.question, options=tuple(Clean(str(star)) for star in range(1, 6)))

    def mark(self, response: Response) -> Verdict:
        return verdict_of(float(response == self.key), self.key)

    def faults(self) -> Iterator[Fault]:
        if self.stars > 5:
            yield Fault(field="stars", code="range", message="there are five stars", hint="write 1 to 5")


def test_a_new_type_is_asked_for_by_itself(folder: Path) -> None:
    types: dict[str, type[Question]] = {**TYPES, "rating": Rating}
    lines = ("rating", *SHARED, "0", "many", "9", "yes", "one", "Poor", "five", "Good", "", "", "4", "y")
    out = io.StringIO()
    add(open_guide(folder), Talk(io.StringIO("".join(f"{line}\n" for line in lines)), out), types=types)
    told = " ".join(out.getvalue().split())
    assert "stars: The right number of stars." in told
    assert "There are five stars: write 1 to 5." in told
    written = (folder / "quiz_bank.yaml").read_text(encoding="utf-8").removeprefix(BANK)
    assert "    stars: 4\n    sure: true\n    means:\n      one: Poor\n      five: Good\n" in written


def called(monkeypatch: pytest.MonkeyPatch, typed: str, *arguments: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return main(["add", *arguments])


def test_the_command_adds_and_says_what_check_finds(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "\n".join(("wanted", "", "Who wanted it?", "", "", "y", ""))
    assert called(monkeypatch, typed, str(folder), "--type", "recall") == Status.FINE
    assert "Added as wanted" in capsys.readouterr().out
    assert new(folder).id == "wanted"


def test_the_command_says_when_nothing_was_added(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert called(monkeypatch, "", str(folder)) == Status.FALLS_SHORT
    assert (folder / "quiz_bank.yaml").read_bytes() == OLD


def test_ctrl_c_leaves_the_bank_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: int = -1) -> str:
        raise KeyboardInterrupt

    stream = io.StringIO()
    monkeypatch.setattr(stream, "readline", interrupted)
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["add", str(folder)]) == Status.INTERRUPTED
    assert (folder / "quiz_bank.yaml").read_bytes() == OLD
    out, err = capsys.readouterr()
    assert out.endswith("\nNothing was added.\n")
    assert err == "\n"


def test_calls_that_cannot_add_say_what_to_do(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert called(monkeypatch, "") == Status.WRONG_CALL
    assert "kruzhok new FOLDER" in capsys.readouterr().err
    assert called(monkeypatch, "", str(folder), "--type", "dat") == Status.WRONG_CALL
    assert "Did you mean date?" in capsys.readouterr().err
    (folder / "quiz_bank.yaml").write_text("questions: []\n", encoding="utf-8")
    assert called(monkeypatch, "", str(folder)) == Status.WRONG_CALL
    assert "in brackets" in capsys.readouterr().err
    (folder / "lessons" / "01-how-it-began.md").unlink()
    assert called(monkeypatch, "", str(folder)) == Status.WRONG_CALL
    assert "key point" in capsys.readouterr().err


def test_a_bank_outside_the_guide_is_not_touched(folder: Path, tmp_path: Path) -> None:
    (folder / "quiz_bank.yaml").rename(tmp_path / "elsewhere.yaml")
    (folder / "quiz_bank.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(CannotAdd, match="outside the guide"):
        said(folder, "recall", *SHARED, "", "y")
    assert (tmp_path / "elsewhere.yaml").read_bytes() == OLD


def test_what_is_no_file_is_no_bank(folder: Path) -> None:
    (folder / "quiz_bank.yaml").unlink()
    (folder / "quiz_bank.yaml").mkdir()
    with pytest.raises(CannotAdd, match="not a file"):
        said(folder, "recall", *SHARED, "", "y")


def test_no_room_is_told_before_anything_is_asked(folder: Path) -> None:
    (folder / "quiz_bank.yaml").write_text("questions: []\n", encoding="utf-8")
    out = io.StringIO()
    with pytest.raises(CannotAdd):
        add(open_guide(folder), Talk(io.StringIO(), out))
    assert out.getvalue() == ""
    assert command.HELP
