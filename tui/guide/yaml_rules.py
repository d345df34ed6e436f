"""What of YAML a guide may use, and the cleaning of its texts."""

from itertools import islice

from yaml.events import AliasEvent, MappingStartEvent

from tui.guide.errors import Place
from tui.guide.files import SourceText
from tui.guide.limits import Limits
from tui.guide.nodes import UNSOUND, Event, Mapping, Node, Sequence
from tui.guide.problems import Problems, shorten
from tui.text import Clean, bad_characters, clean

_QUOTE = "put quotes round text that starts with this sign; write a value out again wherever it is needed"
_BEFORE_MARKS = frozenset(" \n\t[{,:")
_TOLD_TABS = 20


class Stop(Exception):
    """Reading this piece of YAML ends here; why was told."""


def _has_marks(text: str) -> bool:
    """Whether an anchor or a tag may stand in a text: & or !, not inside or after a word."""
    for sign in "&!":
        found = text.find(sign)
        while found >= 0:
            if not found or text[found - 1] in _BEFORE_MARKS:
                return True
            found = text.find(sign, found + 1)
    return False


def _has_comment(line: str) -> bool:
    """Whether a comment follows something on its line."""
    before, sign, _ = line.partition("#")
    return bool(sign) and before.endswith(" ") and not before.isspace()


class Rules:
    """Tells what is refused, at its place, and cleans what is kept."""

    def __init__(self, source: SourceText, problems: Problems, limits: Limits) -> None:
        """The rules for one text; what concerns all of it is told at once."""
        self._origin = source.origin
        self._problems = problems
        self._limits = limits
        self._lines = source.text.split("\n") if " #" in source.text else []
        self._tell_tabs(source.text)
        self.careful = source.dirty
        """Whether every text needs cleaning."""
        self.marked = _has_marks(source.text)
        """Whether there may be an anchor or a tag."""
        self.odd_lines = frozenset(number for number, line in enumerate(self._lines) if _has_comment(line))
        """The lines, counted from 0, on which a comment follows a text."""
        self.texts_of_lines = 0
        """How many texts so far have several lines."""

    def _tell_tabs(self, text: str) -> None:
        if "\t" not in text:
            return
        lines = (pair for pair in enumerate(text.split("\n")) if "\t" in pair[1])
        for number, line in islice(lines, _TOLD_TABS):
            place = Place(self._origin.file, self._origin.line + number, line.index("\t") + 1)
            self._problems.error(place, "tab", "there is a tab in this line", "write blanks instead")

    def _tell(self, event: Event, code: str, message: str, hint: str) -> None:
        self._problems.error(self._origin.at(event), code, message, hint)
        if self._problems.is_full(self._origin.file):
            raise Stop

    def scalar(self, event: Event) -> Node:
        """A text, clean; UNSOUND if it is refused."""
        value = event.value
        refused = event.anchor is not None or event.tag is not None
        if refused:
            self._anchor_or_tag(event)
            return UNSOUND
        if len(value) > self._limits.scalar:
            hint = f"keep it under {self._limits.scalar:,} characters"
            self._tell(event, "text-too-long", "this text is too long", hint)
            return UNSOUND
        # A plain text's characters were told with the file's.
        if event.style == '"' and not (value.isascii() and value.isprintable()):
            for found in bad_characters(value.replace("\u200b", "") if self.careful else value):
                self._tell(event, found.code, f"a character that must not be shown: {found.name}", "delete it")
        if not event.style and event.end_mark.line in self.odd_lines:
            self._hash(event)
        if value.isprintable() and value.isascii():
            return Clean(value.strip())
        several = len(value.splitlines()) > 1
        self.texts_of_lines += several
        return clean(value, one_line=not several, limit=self._limits.scalar).strip()

    def _hash(self, event: Event) -> None:
        """Warn if the rest of a text may have been taken for a comment."""
        rest = self._lines[event.end_mark.line][event.end_mark.column :]
        blanks = len(rest) - len(rest.lstrip(" "))
        comment = rest[blanks:]
        if comment.startswith("#") and ((blanks == 1 and " " in event.value) or comment[1:2].strip(" #")):
            column = event.end_mark.column + blanks + 1
            place = Place(self._origin.file, self._origin.line + event.end_mark.line, column)
            message = "everything from this # on is left out, as a comment"
            hint = "if it belongs to the text, put quotes round the whole text; if not, write a blank after the #"
            self._problems.warning(place, "comment-in-text", message, hint)

    def key(self, event: Event, node: Mapping) -> str:
        """A mapping's key, clean."""
        if event.anchor is not None or event.tag is not None:
            self._anchor_or_tag(event)
            node.partial = True
        elif event.style == '"':
            self.scalar(event)
        return clean(event.value, one_line=True, limit=self._limits.scalar)

    def _anchor_or_tag(self, event: Event) -> None:
        if getattr(event, "anchor", None) is not None:
            self._tell(event, "anchor", f"`&{shorten(event.anchor)}` names a value, which guides do not use", _QUOTE)
        else:
            self._tell(event, "tag", "`!` gives a value a type, which guides do not use", _QUOTE)

    def collection(self, event: Event) -> None:
        """Look at the beginning of a list or mapping."""
        if event.anchor is not None or event.tag is not None:
            self._anchor_or_tag(event)

    def alias(self, event: Event) -> Node:
        """Refuse an alias."""
        self._tell(
            event, "alias", f"`*{shorten(event.anchor)}` stands for another value, which guides do not use", _QUOTE
        )
        return UNSOUND

    def refused_key(self, node: Mapping, event: Event) -> None:
        """Refuse a merge key, or a key that stands twice."""
        if event.value == "<<":
            node.partial = True
            self._tell(event, "merge-key", "`<<` copies fields, which guides do not do", "write the fields out here")
            return
        key = clean(event.value, one_line=True)
        first = self._origin.of_key(node, key)
        message = f"`{shorten(key)}` stands twice here, in line {first.line} and in line {self._origin.at(event).line}"
        self._tell(event, "duplicate-key", message, "keep one of them")

    def lacks_dash(self, node: Mapping, key: str, event: Event) -> bool:
        """Tell it where a second `id`, below other fields, shows that the - before it is missing."""
        first = node.entries.get("id")
        if (
            key != "id"
            or first is None
            or next(reversed(node)) == "id"
            or first[0].start_mark.line == event.start_mark.line
        ):
            return False
        message = "an entry starts with `- id:`, and the - is missing in this line"
        self._tell(event, "dash-missing", message, "write `- id:`, its - below the one of the entry above")
        return True

    def odd_key(self, event: Event) -> None:
        """Refuse a key that is a list, a mapping or an alias."""
        if isinstance(event, AliasEvent):
            self.alias(event)
            return
        what = "a mapping in braces" if isinstance(event, MappingStartEvent) else "a list in brackets"
        self._tell(event, "odd-key", f"{what} stands where a field's name is meant", "put quotes round the text")

    def empty_item(self, event: Event) -> Node:
        """Refuse an item with nothing in it."""
        self._tell(event, "empty-item", "this item of the list is empty", "write something after the -, or delete it")
        return UNSOUND

    def second_document(self, event: Event) -> None:
        """Refuse what follows a line of three hyphens."""
        hint = "delete this line; keep one list in a file"
        self._tell(event, "second-document", "`---` starts a second document, and this file has one", hint)

    def too_deep(self, event: Event) -> None:
        """Refuse what stands too deep."""
        message = f"lists and mappings stand more than {self._limits.nesting} deep in each other here"
        self._tell(event, "too-deep", message, "put quotes round text that starts with a bracket or a brace")

    def too_many_keys(self, node: Mapping) -> None:
        """Refuse a mapping that is too large."""
        message = f"this mapping has more than {self._limits.keys} fields"
        self._tell(node.start, "too-many-fields", message, "split it")

    def too_many_items(self, node: Sequence) -> None:
        """Refuse a list that is too long."""
        message = f"this list has more than {self._limits.items:,} items"
        self._tell(node.start, "too-many-items", message, "split it")

    def too_many_events(self) -> None:
        """Refuse a file that holds too much."""
        place = Place(self._origin.file, self._origin.line, 1)
        self._problems.error(place, "file-too-large", "this file holds too many values", "split it")
