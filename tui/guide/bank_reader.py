"""`quiz_bank.yaml`: the questions."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Generic, Protocol

from msgspec import Struct, field

from tui.guide import nodes
from tui.guide.citations import Stray, strays
from tui.guide.errors import Place
from tui.guide.files import Folder, SourceText
from tui.guide.frames import tell_frame
from tui.guide.header_reader import is_id, tell_bad_id
from tui.guide.key_point_reader import Written
from tui.guide.limits import Limits
from tui.guide.model import Entry
from tui.guide.nodes import UNSOUND, Event, Node, Origin, texts_of
from tui.guide.problems import Problems, did_you_mean, one_of, shorten
from tui.guide.shapes import convert, sound_fields
from tui.guide.words import KeyPointId, Kind, QuestionId
from tui.guide.yaml_lines import read_items
from tui.paths import BANK

USUAL_TYPE = "choice"
"""The type of a question that names none."""

# What stands for fields of every question that cannot be used, so that its type can look at its own.
_STAND_INS = {"id": "", "kind": Kind.EVENT, "tests": (), "question": ""}


class FoundFault(Protocol):
    """What a type of question says is wrong with a question beyond the shape of its fields."""

    @property
    def field(self) -> str:
        """The field to mend."""

    @property
    def item(self) -> int | None:
        """Which item of the field, counted from 0, where it is a list."""

    @property
    def code(self) -> str:
        """The kind of mistake."""

    @property
    def message(self) -> str:
        """What is wrong."""

    @property
    def hint(self) -> str:
        """What to do."""


class Bank(Struct, Generic[Entry]):
    """The questions of a bank, and where each stands."""

    questions: dict[QuestionId, Entry] = field(default_factory=dict)
    """The sound questions, in the order of the file."""
    places: dict[QuestionId, Place] = field(default_factory=dict)
    """Where each of them starts."""


class Taught(Struct, frozen=True):
    """What the questions of a bank may name."""

    key_points: Collection[KeyPointId]
    """The sound key points."""
    paragraphs: int | None
    """How many ¶ the source has; if that is not known, any ¶ passes."""


class BankReader(Generic[Entry]):
    """Reads a bank question by question."""

    def __init__(
        self,
        types: Mapping[str, type[Entry]],
        taught: Taught,
        written: Written,
        problems: Problems,
        limits: Limits,
    ) -> None:
        """A reader for one guide.

        Args:
            types: the types of question by the word that names them.
            taught: the key points that questions may test, and how many ¶ they may cite.
            written: those that lessons name, be they sound or not.
            problems: where to tell what is wrong.
            limits: what is refused for its size.
        """
        self._types = types
        self._key_points = taught.key_points
        self._written = written
        self._problems = problems
        self._limits = limits
        self._paragraphs = taught.paragraphs
        self._strays: tuple[Stray, ...] = ()
        self._lines: dict[str, int] = {}
        self._bank: Bank[Entry] = Bank()
        self._origin = Origin("")

    def read(self, folder: Folder) -> Bank[Entry]:
        """Read the bank of a guide."""
        path = folder.path / BANK
        text = folder.read(
            path, self._limits.file_bytes, missing="write it: `questions:`, then one question after the other"
        )
        return self._bank if text is None else self.read_text(text)

    def read_text(self, text: SourceText) -> Bank[Entry]:
        """Read a bank of which the text is known.

        Args:
            text: the whole of it.
        """
        self._origin = text.origin
        self._strays = tuple(strays(text.text, self._paragraphs))
        whole = read_items(text, "questions", self._take, self._problems, self._limits)
        tell_frame(self._problems, whole, "questions", text.origin)
        return self._bank

    def _take(self, node: Node, event: Event, origin: Origin) -> None:
        self._origin = origin
        if isinstance(node, nodes.Mapping):
            self._question(node)
        elif node is not UNSOUND:
            self._problems.error(
                origin.at(event), "wrong-shape", "a question must have fields", "start it with `- id: …`"
            )

    def _question(self, node: nodes.Mapping) -> None:
        """Take a question into the bank if it is sound."""
        tests = node.get("tests")
        if type(tests) is str:
            node["tests"] = [tests]
        kind = node.pop("type", USUAL_TYPE)
        shape = self._types.get(kind) if type(kind) is str else None
        if shape is None:
            self._tell_type(node, kind)
            self._is_new(node)
            return
        question = convert(node, shape, self._origin, self._problems, ("type",))
        # All are asked, so that all mistakes are told.
        sound = self._is_new(node) & self._tests_sound(node) & self._cites_soundly(node)
        if question is None:
            self._tell_faults_of_the_sound(node, shape)
        elif self._faultless(question, node) and sound:
            self._bank.questions[question.id] = question
            self._bank.places[question.id] = self._origin.of(node)

    def _tell_type(self, node: nodes.Mapping, kind: Node) -> None:
        if kind is UNSOUND:
            return
        written = f"`{shorten(kind)}`" if isinstance(kind, str) else "like this"
        hint = did_you_mean(kind if isinstance(kind, str) else "", self._types, one_of(self._types))
        place = self._origin.of_value(node, "type")
        self._problems.error(place, "unknown-type", f"there is no type {written}", hint)

    def _is_new(self, node: nodes.Mapping) -> bool:
        written = node.get("id")
        if type(written) is not str:
            return False
        line = node.entries["id"][1].start_mark.line + self._origin.line
        first = self._lines.setdefault(written, line)
        if first != line:
            message = f"the id `{shorten(written)}` stands twice, first in line {first}"
            self._problems.error(
                self._origin.of_value(node, "id"), "duplicate-id", message, "give one of them another id"
            )
            return False
        if not is_id(written):
            tell_bad_id(self._problems, self._origin.of_value(node, "id"), written)
            return False
        return True

    def _tests_sound(self, node: nodes.Mapping) -> bool:
        tests = node.get("tests")
        if not isinstance(tests, list):
            return False
        sound = bool(tests)
        if not tests:
            hint = "write the id of a key point"
            self._problems.error(
                self._origin.of_value(node, "tests"), "no-key-point", "`tests` names no key point", hint
            )
        for index, written in enumerate(tests):
            if written not in self._key_points if type(written) is str else True:
                sound = False
                if type(written) is str and not self._written.is_told(written):
                    self._tell_key_point(node, index, written)
        return sound

    def _tell_key_point(self, node: nodes.Mapping, index: int, written: str) -> None:
        start = self._origin.of_value(node, "tests", index)
        parts = [part for part in re.split(r"[,;\s]+", written) if part]
        if len(parts) > 1 and all(part in self._key_points for part in parts):
            message = f"`{shorten(written)}` is one text where a list is meant"
            self._problems.error(start, "unknown-key-point", message, f"write `[{', '.join(parts)}]`")
            return
        hint = did_you_mean(written, self._key_points, "write the id of a key point from the front matter of a lesson")
        self._problems.error(start, "unknown-key-point", f"there is no key point `{shorten(written)}`", hint)

    def _cites_soundly(self, node: nodes.Mapping) -> bool:
        """Whether all ¶ that a question's texts cite exist."""
        if not self._strays:
            return True
        found = [stray for event in texts_of(node) for stray in self._strays if self._stands_in(event, stray)]
        for stray in found:
            self._problems.error(Place(self._origin.file, stray.line + 1, stray.column), *stray.problem)
        return not found

    def _stands_in(self, event: Event, stray: Stray) -> bool:
        start, end, above = event.start_mark, event.end_mark, self._origin.line - 1
        place = (stray.line - above, stray.column - 1)
        return (start.line, start.column) <= place < (end.line, end.column)

    def _faultless(self, question: Entry, node: nodes.Mapping) -> bool:
        check: Callable[[Any], Iterable[FoundFault]] = getattr(type(question), "faults", _no_faults)
        sound = True
        for fault in check(question):
            sound = False
            self._tell_fault(node, fault)
        return sound

    def _tell_fault(self, node: nodes.Mapping, fault: FoundFault) -> None:
        place = self._origin.of_value(node, fault.field, fault.item)
        self._problems.error(place, fault.code, fault.message, fault.hint)

    def _tell_faults_of_the_sound(self, node: nodes.Mapping, shape: type[Entry]) -> None:
        """Tell what is wrong with a question beyond its shape, where that is wrong already."""
        sound = sound_fields(node, shape)
        try:
            question = shape(**{**_STAND_INS, **sound})
        except TypeError:
            return
        check: Callable[[Any], Iterable[FoundFault]] = getattr(shape, "faults", _no_faults)
        for fault in check(question):
            if fault.field in sound:
                self._tell_fault(node, fault)


def _no_faults(_question: object) -> Iterable[FoundFault]:
    return ()
