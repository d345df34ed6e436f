"""One more question at the end of `quiz_bank.yaml`, without touching a byte of what stands there."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from tui.authoring.errors import CannotAdd, Changed
from tui.authoring.replacing import content, replace, see_writable
from tui.authoring.yaml_text import Layout, Value, entry
from tui.guide.bank_reader import Bank, BankReader, Taught
from tui.guide.errors import Problem
from tui.guide.files import Folder, name_of
from tui.guide.key_point_reader import Written
from tui.guide.limits import Limits
from tui.guide.model import Guide
from tui.guide.problems import Problems
from tui.guide.words import QuestionId
from tui.paths import BANK
from tui.quiz.question import Question
from tui.quiz.types import TYPES

_LIST = re.compile(r"(?m)^questions *:(.*)$")
_DASH = re.compile(r"(?m)^( *)-( +)(?=\S)")
_NESTED = re.compile(r"(?m)^( *(?:- +)?)[\w-]+ *: *(?:#.*)?\n( *)- ")
_BLANKS_BETWEEN = re.compile(r"\n *\n *(?:#.*\n *)*- ")
_ID = re.compile(r"(?m)(?:^|[{,]) *(?:- +)?id *: *[\"']?([^\s\"'#,}]+)")
_BOM = b"\xef\xbb\xbf"


class Added(Struct, frozen=True):
    """What a bank holds with one more question."""

    data: bytes
    """The whole file."""
    line: int
    """The line in which the new question begins."""


def bank_ids(data: bytes) -> frozenset[str]:
    """The ids that stand in a bank, those of unsound questions among them.

    Args:
        data: what the file holds.
    """
    return frozenset(_ID.findall(data.decode(errors="replace")))


def read_bank(guide: Guide[Question]) -> bytes | None:
    """What a guide's bank holds; None, if there is none.

    Args:
        guide: the guide.

    Raises:
        CannotAdd: it cannot be read, or lies outside the guide's folder.
    """
    problems = Problems()
    data = Folder(guide.folder, problems).bytes_of(guide.folder / BANK, Limits().file_bytes, missing=None)
    for problem in problems.sorted():
        raise CannotAdd(f"{problem.place.file}: {problem.message}; {problem.hint}")
    return data


def see_room(guide: Guide[Question], old: bytes | None) -> None:
    """See that a bank can be written and takes one more question at its end, before somebody writes one.

    Args:
        guide: the guide, with at least one key point.
        old: what the bank holds; None, if there is none.

    Raises:
        CannotAdd: it does not.
    """
    try:
        see_writable(guide.folder / BANK)
    except OSError as error:
        raise CannotAdd(cannot_write(guide, error)) from error
    name = "a-question-to-come"
    while name in bank_ids(old or b""):
        name += "-x"
    point = next(iter(guide.key_points))
    with_question(guide, old, {"id": name, "type": "recall", "kind": "event", "tests": [point], "question": "What?"})


def cannot_write(guide: Guide[Question], error: OSError) -> str:
    """That a guide's bank cannot be written, why, and what to do.

    Args:
        guide: the guide.
        error: what came of the attempt.
    """
    reason = error.strerror or type(error).__name__
    return (
        f"{name_of(guide.folder / BANK)} cannot be written: {reason}. See who may write the file and its folder, and "
        "whether the disk has room"
    )


def bank_of(guide: Guide[Question], data: bytes, types: Mapping[str, type[Question]] = TYPES) -> "Reading":
    """Read a bank of which the bytes are known.

    Args:
        guide: the guide, with the key points that questions may test.
        data: what the file holds, or would hold.
        types: the types of question.
    """
    problems = Problems()
    files = Folder(guide.folder, problems)
    # Whether a key point that is not there exists after all is for `check` to say.
    taught = Taught(guide.key_points.keys(), guide.source.paragraphs)
    reader = BankReader(types, taught, Written(whole=False), problems, Limits())
    text = files.text_of(guide.folder / BANK, data) if data.removeprefix(_BOM).strip() else None
    return Reading(Bank() if text is None else reader.read_text(text), problems.sorted())


class Reading(Struct, frozen=True):
    """What was read in a bank."""

    bank: Bank[Question]
    """Its sound questions."""
    problems: tuple[Problem, ...]
    """What is wrong with it."""


def with_question(
    guide: Guide[Question],
    old: bytes | None,
    values: Mapping[str, Value],
    types: Mapping[str, type[Question]] = TYPES,
) -> Added:
    """What the bank will hold with one more question at its end; the old bytes begin it.

    Args:
        guide: the guide.
        old: what the bank holds; None, if there is none.
        values: what the question's fields hold, in order.
        types: the types of question.

    Raises:
        CannotAdd: the question would not be read there, or something else would be read differently.
    """
    before = bank_of(guide, old or b"", types)
    text = _text(old or b"")
    ending = _line_end(text)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    new, line = _addition(plain, values)
    data = (old or b"") + new.replace("\n", ending).encode()
    after = bank_of(guide, data, types)
    known = {(problem.place, problem.code) for problem in before.problems}
    worse = [problem for problem in after.problems if (problem.place, problem.code) not in known]
    if worse:
        raise CannotAdd(f"{worse[0].place.file}:{worse[0].place.line}: {worse[0].message}; {worse[0].hint}")
    added = {name: each for name, each in after.bank.questions.items() if name not in before.bank.questions}
    kept = {name: each for name, each in after.bank.questions.items() if name in before.bank.questions}
    if list(added) != [values["id"]] or kept != before.bank.questions:
        raise CannotAdd("the bank as it stands does not take another question at its end: see kruzhok check")
    return Added(data, line)


def _text(data: bytes) -> str:
    try:
        return data.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        raise CannotAdd("the bank is not in UTF-8; save it again with the encoding UTF-8") from None


def _line_end(text: str) -> str:
    windows = text.count("\r\n")
    counts = {"\n": text.count("\n") - windows, "\r\n": windows, "\r": text.count("\r") - windows}
    return max(counts, key=lambda ending: counts[ending])


def _addition(text: str, values: Mapping[str, Value]) -> tuple[str, int]:
    """What comes after a bank's text, and in which line the new question begins."""
    lists = _LIST.search(text)
    before = "\n" if text and not text.endswith("\n") else ""
    if lists is None:
        before += "questions:\n"
    elif lists[1].strip() and not lists[1].strip().startswith("#"):
        raise CannotAdd(
            "the questions stand in brackets; write `questions:` in a line of its own, and each one below it"
        )
    elif _stand_apart(text, lists.end()) and not text.endswith("\n\n"):
        before += "\n"
    lines = entry(values, layout_of(text))
    line = text.count("\n") + before.count("\n") + 1
    return before + "".join(f"{each}\n" for part in lines.values() for each in part), line


def _stand_apart(text: str, start: int) -> bool:
    """Whether an empty line stands between the questions, or may as well."""
    first = _DASH.search(text, start)
    if first is None:
        return False
    several = len(re.findall(rf"(?m)^{first[1]}- ", text[start:])) > 1
    return not several or _BLANKS_BETWEEN.search(text, first.end()) is not None


def layout_of(text: str) -> Layout:
    """How a bank is laid out, as its last question shows it.

    Args:
        text: the bank, with line feeds between its lines.
    """
    lists = _LIST.search(text)
    first = _DASH.search(text, lists.end()) if lists else None
    if first is None:
        return Layout()
    last = [found for found in _DASH.finditer(text, first.start()) if found[1] == first[1]][-1]
    nested = list(_NESTED.finditer(text, first.start()))
    items = len(nested[-1][2]) - len(nested[-1][1]) if nested else 2
    return Layout(len(last[1]), 1 + len(last[2]), max(items, 0))


def add_question(
    guide: Guide[Question],
    old: bytes | None,
    values: Mapping[str, Value],
    types: Mapping[str, type[Question]] = TYPES,
) -> int:
    """Add a question to the bank, and see that it is there.

    Args:
        guide: the guide.
        old: what the bank held when it was read; None, if there was none.
        values: what the question's fields hold, in order.
        types: the types of question.

    Returns:
        The line in which the new question begins.

    Raises:
        CannotAdd: the bank as it stands does not take it.
        Changed: the bank holds something else by now.
        OSError: it cannot be written; then it is as it was.
    """
    path = guide.folder / BANK
    added = with_question(guide, old, values, types)
    replace(path, old, added.data)
    there = content(path) or b""
    if QuestionId(str(values["id"])) not in bank_of(guide, there, types).bank.questions:
        if not added.data.startswith(there):  # somebody else has written it since
            raise Changed(str(path))
        _put_back(path, there, old)
        raise CannotAdd("the question could not be read again, so the bank was put back as it was")
    return added.line


def _put_back(path: Path, now: bytes, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        replace(path, now, before)
