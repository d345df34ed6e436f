"""YAML's own error messages, in words for a teacher."""

import re
from typing import Any, NamedTuple

import yaml

from tui.guide.errors import Place
from tui.guide.files import SourceText
from tui.guide.nodes import Event
from tui.guide.problems import Problems, shorten

_QUOTES = "put quotes round the text"


class _Told(NamedTuple):
    code: str
    message: str
    hint: str


_UNCLOSED = _Told("unclosed-quote", "the quotation mark that opens here is not closed", "write \" or ' after the text")
_SIGN = _Told("text-starts-with-sign", "a text cannot start with this sign", _QUOTES)
_COLON = _Told(
    "colon-in-text",
    "a colon and a blank stand inside a text, or this line is not indented as the one above",
    f"{_QUOTES}, or let the fields start in one column",
)
_ESCAPE = _Told(
    "unknown-escape",
    "this backslash makes no sign",
    "write two backslashes, or put ' round the text instead of \"",
)
_BRACKET = _Told(
    "unclosed-bracket", "the [ that opens here is not closed", f"write ] after the list; if it is text, {_QUOTES}"
)
_BRACE = _Told(
    "unclosed-bracket", "the { that opens here is not closed", f"write }} at the end; if it is text, {_QUOTES}"
)
_NO_COLON = _Told(
    "no-colon",
    "this line has no `field: value`",
    f"write a colon and a blank after the field's name; if it belongs to the text above, indent it or {_QUOTES}",
)
_DASH = _Told(
    "dash-in-text", "a list cannot start in this line", f"start it in the next line; if it is text, {_QUOTES}"
)
_INDENTATION = _Told(
    "indentation",
    "this line does not fit the lines above it",
    "let all fields of one level start in one column, and every item with a -",
)
# By a part of libyaml's message, or of the pure parser's.
_TOLD = {
    "mapping values are not allowed": _COLON,
    "found unexpected end of stream": _UNCLOSED,
    "found unexpected document indicator": _UNCLOSED,
    "found unexpected document separator": _UNCLOSED,
    "cannot start any token": _SIGN,
    "unknown escape character": _ESCAPE,
    "expected ',' or ']'": _BRACKET,
    "expected ',' or '}'": _BRACE,
    "could not find expected ':'": _NO_COLON,
    "sequence entries are not allowed": _DASH,
    "expected alphabetic or numeric": _SIGN,
    "undefined tag handle": _Told("tag", "`!` gives a value a type, which guides do not use", _QUOTES),
    "mapping keys are not allowed": _SIGN,
    "expected comment or line break": _SIGN,
    "expected node content": _SIGN,
    "expected the node content": _SIGN,
    "maximum nesting depth": _Told("too-deep", "lists stand too deep in each other here", _QUOTES),
    "document start": _INDENTATION,
    "expected '-' indicator": _INDENTATION,
    "expected key": _INDENTATION,
    "expected <block end>": _INDENTATION,
}
_AFTER_QUOTE = _Told(
    "text-after-quote",
    "something follows the closing quotation mark",
    "put the whole text in quotes of the other kind: 'He said \"no\"'",
)
_IN_SINGLE_QUOTES = _AFTER_QUOTE._replace(hint='put the whole text in quotes of the other kind: "it\'s"')
_NO_BLANK = _Told("indentation", "a blank is missing after the -", "write `- `, then the text or the field")
_NO_BREAK_SPACE = _Told(
    "no-break-space",
    "there is a no-break space here, which looks like a blank",
    "delete it, and write a blank",
)
_BEFORE_TEXT = re.compile(r"[ ]*(?:-[ ]+)*(?:[^\s:\[{]+:[ ]+)?(?=[\[{].*[\]}][ ]*$)")
_ODD_BLANK = re.compile(
    "(?:[ ]*|[ ]*-|[ ]*(?:-[ ]+)?[^\\W\\d][\\w-]*:[ ]*)(?=[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
)
_AT_CONTEXT = frozenset(("unclosed-quote", "unclosed-bracket", "no-colon", "text-starts-with-sign"))


def explain(error: yaml.YAMLError, source: SourceText, quoted: Event, problems: Problems) -> None:
    """Tell what made a piece of YAML unreadable.

    Args:
        error: what the parser said.
        source: the piece.
        quoted: the last text in quotes before it, whose closing quote may be missing.
        problems: where to tell it.
    """
    mark: Any = getattr(error, "problem_mark", None)
    context: Any = getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or "it cannot be read")
    told = next((told for part, told in _TOLD.items() if part in said), None)
    if told is None:
        told = _Told("yaml", f"this is not YAML: {shorten(said)}", f"compare it with the lines above, or {_QUOTES}")
    if mark is None:
        problems.error(Place(source.origin.file, source.origin.line, 1), *told)
        return
    if told.code == "indentation" and quoted is not None and quoted.end_mark.line == mark.line:
        if quoted.start_mark.line < mark.line:
            told, mark = _UNCLOSED, quoted.start_mark
        elif quoted.start_mark.column < mark.column:
            told = _IN_SINGLE_QUOTES if quoted.style == "'" else _AFTER_QUOTE
    elif told.code in _AT_CONTEXT and context is not None:
        mark = context
    told, line, column = _closer(told, source.text.split("\n", mark.line + 1), mark.line, mark.column)
    problems.error(Place(source.origin.file, source.origin.line + line, column + 1), *told)


def _closer(told: _Told, lines: list[str], number: int, column: int) -> tuple[_Told, int, int]:
    """What the line itself shows of the mistake, which the parser does not know: what, line and column."""
    line = lines[number] if number < len(lines) else ""
    sign = line[column : column + 1]
    if sign == "\t":
        return _Told("tab", "there is a tab in this line", "write blanks instead"), number, column
    for near in (number, number - 1):
        if 0 <= near < len(lines) and (odd := _ODD_BLANK.match(lines[near])):
            return _NO_BREAK_SPACE, near, odd.end()
    if told.code == "indentation":
        if text := _BEFORE_TEXT.match(line[:column]):
            column, told = text.end(), _SIGN
        elif sign == "-" and line[column + 1 : column + 2].strip(" -"):
            told = _NO_BLANK
    if told.code == "text-starts-with-sign" and line[column : column + 1].strip():
        told = told._replace(message=f"a text cannot start with {line[column]}")
    return told, number, column
