"""An argument: a tree of words. Claim, because, but; the holder in brackets, and whom it hits."""

from tui.guide.blocks import Argument
from tui.typeset import Line, Span, hang, indent, wrap

_WORDS = ("because", "but")
_JOINT = max(map(len, _WORDS)) + 2


def argument_lines(argument: Argument, width: int) -> list[Line]:
    """The claim, with all that supports it or objects to it below."""
    return [*wrap(_said(argument, ""), width), *_below(argument, width)]


def _said(argument: Argument, above: str) -> list[Span]:
    """The claim, with its holder unless that is the holder of the claim above, and whom it hits."""
    named: list[str] = [] if argument.holder == above else [argument.holder]
    if argument.hits:
        named.append(f"against {_inside(argument.hits)}")
    claim = Span(argument.claim.claim)
    return [claim, Span(f" [{', '.join(named)}]", "dim")] if named else [claim]


def _inside(holder: str) -> str:
    """A holder's words as they stand inside a sentence."""
    return holder[0].lower() + holder[1:] if holder.startswith("The ") else holder


def argument_told(argument: Argument, width: int) -> list[Line]:
    """The tree in words alone: what stands further in speaks for or against what stands above it."""
    return [*wrap(_said(argument, ""), width), *_told_below(argument, width)]


def _told_below(argument: Argument, width: int) -> list[Line]:
    lines: list[Line] = []
    inner = max(width - 2, 8)
    for word, node in _branches(argument):
        said = wrap([Span(f"{word}: ", "accent"), *_said(node, argument.holder)], inner)
        lines += hang([*said, *_told_below(node, inner)], indent(2), indent(2))
    return lines


def _branches(argument: Argument) -> list[tuple[str, Argument]]:
    return [("because", node) for node in argument.because] + [("but", node) for node in argument.but]


def _below(argument: Argument, width: int) -> list[Line]:
    lines: list[Line] = []
    branches = _branches(argument)
    for index, (word, node) in enumerate(branches):
        last = index == len(branches) - 1
        joint = Span("└─ " if last else "├─ ", "dim")
        stem = Span("   " if last else "│  ", "dim")
        room = width - 3 - _JOINT
        roomy = room >= 16
        said = [] if roomy else [Span(word + " ", "accent")]
        text = wrap([*said, *_said(node, argument.holder)], room if roomy else max(width - 3, 8))
        label = (Span(word.ljust(_JOINT), "accent"),) if roomy else ()
        blank = (Span(" " * _JOINT),) if roomy else ()
        lines += hang(text, (joint, *label), (stem, *blank))
        lines += [(stem, *line) for line in _below(node, max(width - 3, 8))]
    return lines
