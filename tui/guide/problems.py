"""The list to which the readers add what they find wrong."""

from collections.abc import Iterable
from difflib import get_close_matches

from msgspec.structs import replace

from tui.guide.errors import Place, Problem, Severity
from tui.text import clean

PROBLEMS_PER_FILE = 500
"""After so many in one file, the rest is summed up in one."""
MORE = "more-problems"
"""The code of the one that sums up."""


class Problems:
    """Collects problems; the same mistake at the same place is told once."""

    def __init__(self, severity_of_more: Severity = Severity.ERROR) -> None:
        """An empty list.

        Args:
            severity_of_more: how much it matters that there are more problems than are listed.
        """
        self._severity_of_more = severity_of_more
        self._found: dict[tuple[Place, str, str], Problem] = {}
        self._in_file: dict[str, int] = {}

    def error(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Note something that cannot be used.

        Args:
            place: where it is to be mended.
            code: the kind of mistake.
            message: what is wrong, without a full stop.
            hint: what to do, without a full stop.
        """
        self.note(Problem(place, code, message, hint))

    def warning(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Note something that can be used and should be looked at; the arguments are those of `error`."""
        self.note(Problem(place, code, message, hint, Severity.WARNING))

    def note(self, problem: Problem) -> None:
        """Note a problem, its words made harmless."""
        problem = replace(problem, message=_shown(problem.message), hint=_shown(problem.hint))
        file = problem.place.file
        told = (problem.place, problem.code, problem.message)
        if told in self._found:
            return
        count = self._in_file[file] = self._in_file.get(file, 0) + 1
        if count <= PROBLEMS_PER_FILE:
            self._found[told] = problem
        elif count == PROBLEMS_PER_FILE + 1:
            message, hint = "there are more mistakes in this file than are listed", "mend these first, then check again"
            top = Place(file, 1, 1)
            self._found[top, MORE, ""] = Problem(top, MORE, message, hint, self._severity_of_more)

    def is_full(self, file: str) -> bool:
        """Whether so much is wrong with a file that reading on is of no use."""
        return self._in_file.get(file, 0) > PROBLEMS_PER_FILE

    def sorted(self) -> tuple[Problem, ...]:
        """All problems, by file, line and column."""
        return tuple(sorted(self._found.values(), key=lambda problem: (problem.place, problem.code, problem.message)))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._found)


def _shown(text: str) -> str:
    return clean(text, one_line=True, limit=1000)


def shorten(text: str, limit: int = 60) -> str:
    """What somebody wrote, short enough to be quoted in a message."""
    line = clean(text, one_line=True, limit=limit + 1)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def where(other: Place, place: Place) -> str:
    """Where something stands, as said at another place."""
    return ("" if other.file == place.file else f"{other.name}, ") + f"line {other.line}"


def did_you_mean(written: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the known word nearest to the one written.

    Args:
        written: the word nobody knows.
        known: the words there are.
        otherwise: the hint if none of them is near.
    """
    near = get_close_matches(written[:100], list(known), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else otherwise


def one_of(words: Iterable[str], most: int = 12) -> str:
    """A list of words for a hint, or nothing if there are too many of them."""
    listed = list(words)
    return "write one of: " + ", ".join(f"`{word}`" for word in listed) if 0 < len(listed) <= most else ""


def in_words(number: int) -> str:
    """A small number as it is written in a sentence."""
    return _IN_WORDS[number] if 0 <= number < len(_IN_WORDS) else str(number)


_IN_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def with_article(word: str) -> str:
    """A word with "a" or "an" before it."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
