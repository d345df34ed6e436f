"""Lines said and lines heard: nothing moves the cursor, and nothing needs colour."""

from collections.abc import Iterable
from typing import TextIO

from tui.text import clean
from tui.typeset import Span, hang, plain, wrap

WIDEST = 76
"""The longest line, in cells."""
LONGEST_HEARD = 100_000
"""How many characters of one line are heard; the rest of it is dropped."""
_NOT_TYPED = {
    "\x1b": (
        "That line holds a key that does nothing here, such as an arrow. Type the line again; the backspace key takes "
        "back what was typed last."
    ),
    "\ufffd": "Some of that line is not text in the terminal's encoding. Type the line again.",
}
"""What makes a line unlike what its writer saw, and what is said of it."""


class Gone(Exception):
    """Nobody answers any more: the end of the input."""


class Talk:
    """A talk with the learner, line by line."""

    def __init__(self, hears: TextIO, says: TextIO, columns: int = WIDEST) -> None:
        """A talk.

        Args:
            hears: where the learner's lines come from.
            says: where the lines go.
            columns: how wide the learner's terminal is.
        """
        self._hears = hears
        self._says = says
        self.width = max(20, min(columns, WIDEST))
        """How many cells a line has."""
        self.answered_by_a_person = hears.isatty()
        """Whether somebody types the answers at a terminal."""
        self.read_by_a_person = says.isatty()
        """Whether the lines go to a terminal."""

    def say(self, text: str = "", mark: str = "") -> None:
        """Say a text, wrapped; an empty line, if there is none.

        Args:
            text: what to say.
            mark: what stands before it; the lines after the first are indented by as much.
        """
        first, rest = (Span(mark),), (Span(" " * len(mark)),)
        lines = hang(wrap([Span(text)], self.width - len(mark)), first, rest)
        self.set_down(plain(line) for line in lines or [first])

    def set_down(self, lines: Iterable[str]) -> None:
        """Say lines as they stand."""
        for line in lines:
            self._says.write(f"{line}\n")

    def hear(self, prompt: str) -> str:
        """Ask for a line.

        Args:
            prompt: what is asked, said on the line in which the answer is typed.

        Returns:
            The line without blanks around it, harmless.

        Raises:
            Gone: the input has ended.
        """
        while True:
            line = self._heard(prompt)
            wrong = next((said for character, said in _NOT_TYPED.items() if character in line), "")
            if not wrong:
                return clean(line, one_line=True, limit=LONGEST_HEARD)
            self.say(wrong)

    def _heard(self, prompt: str) -> str:
        *before, last = (plain(line) for line in wrap([Span(prompt)], self.width))
        self.set_down(before)
        self._says.write(f"{last} ")
        self._says.flush()
        line = self._line()
        if not (self.answered_by_a_person and line):
            self._says.write("\n")
        if not line:
            raise Gone
        return line

    def _line(self) -> str:
        line = self._hears.readline(LONGEST_HEARD)
        rest = line
        while rest and not rest.endswith("\n"):
            rest = self._hears.readline(LONGEST_HEARD)
        return line
