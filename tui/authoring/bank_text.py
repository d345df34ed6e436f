"""The bank as its author sees it: where a question and its fields stand in the file."""

import re
from bisect import bisect_right
from itertools import takewhile

from tui.guide.errors import Place
from tui.guide.files import Folder, top_of
from tui.guide.limits import Limits
from tui.guide.model import Guide
from tui.guide.problems import Problems
from tui.guide.words import QuestionId
from tui.paths import BANK
from tui.quiz.question import Question

_ITEM = re.compile("( *)-(?: |$)")
_LIST = re.compile("questions *:")


class BankText:
    """The lines of `quiz_bank.yaml`, and which of them belong to which question."""

    def __init__(self, guide: Guide[Question]) -> None:
        """Read the file again.

        Args:
            guide: a guide that was read from its folder.
        """
        files = Folder(guide.folder, Problems())
        path = guide.folder / BANK
        read = files.read(path, Limits().file_bytes, missing=None)
        self.top = top_of(path)
        """The file's first line."""
        self.lines: list[str] = read.text.split("\n") if read else []
        """Its lines, in order."""
        self.head = sum(1 for _ in takewhile(lambda line: not _LIST.match(line), self.lines))
        """How many lines stand above the list of questions."""
        self._places = guide.question_places
        self._starts = self._items() or sorted(place.line for place in guide.question_places.values())
        self._starting = {self.start_of(place.line): question for question, place in guide.question_places.items()}

    def lines_of(self, question: QuestionId) -> range:
        """The numbers of the lines on which a question stands, counted from 1."""
        first = self.start_of(self._places[question].line)
        following = bisect_right(self._starts, first)
        last = self._starts[following] if following < len(self._starts) else len(self.lines) + 1
        return range(first, last)

    def start_of(self, line: int) -> int:
        """The line in which the question starts, sound or not, that reaches as far as a line; 0 if there is none."""
        at = bisect_right(self._starts, line)
        return self._starts[at - 1] if at else 0

    def question_at(self, start: int) -> QuestionId | None:
        """The sound question that starts in a line."""
        return self._starting.get(start)

    def place(self, question: QuestionId | None, field: str = "") -> Place:
        """Where a question stands, or one of its fields.

        Args:
            question: the question; None for the bank as a whole.
            field: the field's name, if one is meant.

        Returns:
            The place of the field's value, or of its key where the value stands below it; that of the question, if its
            fields do not stand on lines of their own.
        """
        if question is None:
            return self.top
        place = self._places[question]
        if not field:
            return place
        key = re.compile(rf"(.{{{place.column - 1}}}){re.escape(field)} *:( +(?=[^ #]))?")
        for number in self.lines_of(question):
            found = key.match(self.lines[number - 1]) if number <= len(self.lines) else None
            if found and not found[1].strip(" -"):
                return Place(place.file, number, (found.end() if found[2] else found.end(1)) + 1)
        return place

    def _items(self) -> list[int]:
        """The lines that start the list's items: all with a dash that stands where the first one does."""
        starts: list[int] = []
        wanted = None
        for number, line in enumerate(self.lines[self.head :], self.head + 1):
            found = _ITEM.match(line)
            if found and wanted in (None, found[1]):
                wanted = found[1]
                starts.append(number)
        return starts
