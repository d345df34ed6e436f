"""Comments that silence a rule where its author knows better: `# kruzhok: ignore[longest-key] a proper name`."""

import re
from collections.abc import Collection, Iterator

from tui.authoring.bank_text import BankText
from tui.authoring.mistakes import MEANINGS
from tui.guide.errors import Place, Problem, Severity
from tui.guide.problems import did_you_mean, shorten
from tui.guide.words import QuestionId

HOW = "write `# kruzhok: ignore[code] reason`"
"""The form of the comment, as a hint."""
_COMMENT = re.compile(r"(?:^|(?<= ))# *kruzhok *(?::|(?=ignore *\[))(.*)$", re.IGNORECASE)
_IGNORE = re.compile(r" *ignore *\[([^\]]*)\](.*)", re.IGNORECASE)


class Silence:
    """Which rules are silent where, and what is wrong with the comments that say so."""

    def __init__(self, text: BankText, codes: Collection[str]) -> None:
        """Look for comments.

        Args:
            text: the bank.
            codes: the rules that there are.
        """
        self._text = text
        self._codes = codes
        self._problems: list[Problem] = []
        self._ignores: dict[tuple[str, QuestionId | None], Place] = {}
        self._used: set[tuple[str, QuestionId | None]] = set()
        for number, line in enumerate(text.lines, 1):
            if "kruzhok" in line.lower() and (comment := _COMMENT.search(line)):
                self._read(comment[1], Place(text.top.file, number, comment.start() + 1))

    def covers(self, code: str, question: QuestionId | None) -> bool:
        """Whether a rule is silent about a question, or about the bank as a whole.

        Args:
            code: the rule's code.
            question: the question; None for the bank as a whole.
        """
        for where in (question, None):
            if (code, where) in self._ignores:
                self._used.add((code, where))
                return True
        return False

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the comments themselves."""
        yield from self._problems

    def unused(self) -> Iterator[Problem]:
        """The comments that silence nothing: to be asked when all rules were followed on a bank without mistakes."""
        for key, place in self._ignores.items():
            if key not in self._used:
                message = f"this silences nothing: `{key[0]}` finds no fault here"
                yield Problem(place, "ignore-unused", message, "take the comment out", Severity.WARNING)

    def _read(self, comment: str, place: Place) -> None:
        found = _IGNORE.match(comment)
        codes = [code.strip() for code in found[1].split(",") if code.strip()] if found else []
        if not found or not codes:
            self._tell(place, "ignore-unreadable", "this comment says nothing that kruzhok understands", HOW)
            return
        if not found[2].strip(" :-–—#"):
            hint = "say after the bracket why the rule does not hold here"
            self._tell(place, "ignore-without-reason", "this silences a rule and gives no reason", hint)
        for code in codes:
            self._silence(code, place)

    def _silence(self, code: str, place: Place) -> None:
        if code in MEANINGS:
            message = f"`{code}` is no rule, so it cannot be silenced"
            self._tell(place, "ignore-unknown-code", message, "mend what it tells of, and take the comment out")
            return
        if code not in self._codes:
            message = f"there is no rule `{shorten(code)}`"
            hint = did_you_mean(code, self._codes, "see `kruzhok check --explain` for the rules there are")
            self._tell(place, "ignore-unknown-code", message, hint)
            return
        line = place.line
        if line <= self._text.head:
            self._ignores[code, None] = place
            return
        while line < len(self._text.lines) and self._text.lines[line - 1].lstrip().startswith("#"):
            line += 1
        start = self._text.start_of(line) if self._text.start_of(line) == line else self._text.start_of(place.line)
        question = self._text.question_at(start)
        if question is not None:
            self._ignores[code, question] = place
        elif not start:
            message = "this comment stands at no question"
            hint = "put it right above a question's `- id`, or above `questions:` if it is about the whole bank"
            self._tell(place, "ignore-unused", message, hint)

    def _tell(self, place: Place, code: str, message: str, hint: str) -> None:
        self._problems.append(Problem(place, code, message, hint, Severity.WARNING))
