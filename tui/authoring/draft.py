"""A question being written, checked field by field with the reader's own checks."""

import re
from collections.abc import Collection, Iterator, Mapping

from tui.authoring.bank_file import Reading, bank_of
from tui.authoring.fields import FieldOf, fields_of
from tui.authoring.yaml_text import Value, entry
from tui.guide.bank_reader import USUAL_TYPE
from tui.guide.errors import Problem
from tui.guide.header_reader import is_id
from tui.guide.model import Guide
from tui.guide.words import KeyPointId, QuestionId
from tui.quiz.question import Question
from tui.quiz.types import TYPES

ASKED_FIRST = ("tests", "kind", "question", "id")
"""The fields that are asked first: what else is checked hangs on them."""
FIRST_IN_FILE = ("id", "kind", "tests", "question")
"""The fields that stand first; after `id` comes the type."""
LAST = "explanation"
"""The field that is asked last and stands last."""

_PASSED_OVER = re.compile(
    r"a|an|and|are|as|at|be|been|by|can|could|did|do|does|for|from|had|has|have|he|her|his|how|in|is|it|"
    r"its|of|on|or|she|should|that|the|their|them|they|this|to|was|were|what|when|where|which|who|whom|"
    r"whose|why|will|with|would|you|according"
)
_WORDS_IN_ID = 4
_LONGEST_ID = 50


class Draft:
    """What its author has said of a question so far."""

    def __init__(
        self,
        guide: Guide[Question],
        tag: str,
        taken: Collection[str],
        types: Mapping[str, type[Question]] = TYPES,
    ) -> None:
        """A question of which nothing is known but its type.

        Args:
            guide: the guide it is for.
            tag: its type's word.
            taken: ids that other questions have.
            types: the types of question.
        """
        self.guide = guide
        self.tag = tag
        self.taken = taken
        self._types = types
        self._said: dict[str, Value] = {}
        self.fields = {field.name: field for field in self._in_order()}
        """Its fields, in the order in which they are asked."""

    def _in_order(self) -> Iterator[FieldOf]:
        fields = {field.name: field for field in fields_of(self._types[self.tag])}
        for name in (*ASKED_FIRST, *(each for each in fields if each not in {*ASKED_FIRST, LAST}), LAST):
            if name in fields:
                yield fields[name]

    def say(self, name: str, value: Value) -> Problem | None:
        """Take what a field holds.

        Args:
            name: the field.
            value: what it holds; nothing leaves it out.

        Returns:
            What is wrong with it, as far as can be told by now; the field holds what it held before, then.
        """
        before = self._said.get(name)
        self._set(name, value)
        wrong = self._wrong_with(name)
        if wrong is not None:
            self._set(name, before or "")
        return wrong

    def _set(self, name: str, value: Value) -> None:
        if value:
            self._said[name] = value
        else:
            self._said.pop(name, None)

    def said(self, name: str) -> Value:
        """What a field holds; nothing, if it was not said."""
        return self._said.get(name, "")

    @property
    def values(self) -> dict[str, Value]:
        """What the question holds, in the order of the file."""
        own = [name for name in self.fields if name not in {*FIRST_IN_FILE, LAST}]
        held = {"id": self.said("id"), "type": "" if self.tag == USUAL_TYPE else self.tag}
        held |= {name: self._written(name) for name in (*FIRST_IN_FILE, *own, LAST)}
        return {name: value for name, value in held.items() if value}

    def _written(self, name: str) -> Value:
        """What a field holds, without a list where a single item may stand alone."""
        value = self.said(name)
        if name not in self.fields or not self.fields[name].one_will_do or isinstance(value, str | Mapping):
            return value
        return value[0] if len(value) == 1 else value

    @property
    def question(self) -> Question | None:
        """The question, if it is whole and sound."""
        return self._read(self.values).bank.questions.get(QuestionId(str(self.said("id"))))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with it as it stands."""
        return self._read(self.values).problems

    @property
    def to_mend(self) -> tuple[str, Problem] | None:
        """A field that is wrong, and why, once all of them were said: some checks need the whole question."""
        for name in self.fields:
            wrong = self._wrong_with(name)
            if wrong is not None:
                return name, wrong
        return None

    def _read(self, values: Mapping[str, Value]) -> Reading:
        lines = [line for part in entry(values).values() for line in part] if values else []
        text = "".join(f"{line}\n" for line in ("questions:", *lines))
        return bank_of(self.guide, text.encode(), self._types)

    def _wrong_with(self, name: str) -> Problem | None:
        # A field left out is written as nothing, so that it has a place.
        values = self.values if self.said(name) else {**self.values, name: ""}
        for problem in self._read(values).problems:
            if problem.code != "missing-field" and _field_at(problem, values) == name:
                return problem
        return None

    def id_proposed(self) -> str:
        """An id that the words of the question suggest and no other question has."""
        words = re.findall(r"[^\W_]+", re.sub("['’]", "", str(self.said("question")).lower()))
        telling = [word for word in words if not _PASSED_OVER.fullmatch(word)] or words
        base = "-".join(telling[:_WORDS_IN_ID])[:_LONGEST_ID].rstrip("-")
        if not is_id(base):
            base = f"question-{len(self.taken) + 1}"
        name, number = base, 2
        while name in self.taken:
            name, number = f"{base}-{number}", number + 1
        return name

    def kind_proposed(self) -> str:
        """The kind of the first key point that the question tests."""
        tests = self.said("tests")
        point = self.guide.key_points.get(KeyPointId(str(tests[0]))) if isinstance(tests, list) and tests else None
        return "" if point is None else point.kind.value


def _field_at(problem: Problem, values: Mapping[str, Value]) -> str | None:
    """The field in whose lines a problem stands; None, if it is about the question as a whole."""
    line = 2
    for name, lines in entry(values).items():
        if line <= problem.place.line < line + len(lines):
            # Where the first field's key stands, the question itself begins.
            whole = line == 2 and problem.place.column <= len("  - ") + 1
            return None if whole else name
        line += len(lines)
    return None
