"""Prose: Markdown set in lines. Raw HTML stays text, images are never loaded, a link shows its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.guide.markdown_reader import markdown_reader
from tui.text import Clean, clean
from tui.typeset import BREAK, Line, Role, Span, hang, indent, wrap

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_DEEPEST = 20
"""How deep emphasis and links stand in each other, at most."""


def prose_spans(markdown: str, width: int) -> list[Line]:
    """The prose in lines of at most `width` cells, with a blank line between paragraphs."""
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415  costs start-up, and home does without

    tokens = markdown_reader().parse(markdown)
    for token in tokens:
        _untangle(token)
    return _blocks(SyntaxTreeNode(tokens).children, width)


def _untangle(token: Token) -> None:
    """Leave text as written where its marks nest beyond reason: a tree of it would be too deep to walk."""
    if any(child.level > _DEEPEST for child in token.children or ()):
        token.children = [type(token)("text", "", 0, content=token.content)]


def _blocks(nodes: list[SyntaxTreeNode], width: int, *, tight: bool = False) -> list[Line]:
    lines: list[Line] = []
    for node in nodes:
        block = _block(node, max(width, 8))
        if lines and block and not tight:
            lines.append(())
        lines += block
    return lines


def _block(node: SyntaxTreeNode, width: int) -> list[Line]:  # noqa: PLR0911  one return a kind of block
    match node.type:
        case "paragraph":
            return wrap(_inline(node.children[0], "plain"), width)
        case "heading":
            return wrap(_inline(node.children[0], "heading"), width)
        case "bullet_list" | "ordered_list":
            return _list(node, width)
        case "blockquote":
            bar = (Span("▎ ", "dim"),)
            return hang(_blocks(node.children, width - 2), bar, bar)
        case "fence" | "code_block":
            return _code(node.content, width)
        case "hr":
            return [(Span("─" * min(width, 8), "dim"),)]
        case "table":
            return _table(node, width)
    return []


def _list(node: SyntaxTreeNode, width: int) -> list[Line]:
    """Items with their mark hanging out; close together if the author wrote them so."""
    tight = all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")
    number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
    marks = [f"{number + index}." if node.type == "ordered_list" else "•" for index in range(len(node.children))]
    left = max(map(len, marks)) + 1
    lines: list[Line] = []
    for mark, item in zip(marks, node.children, strict=True):
        if lines and not tight:
            lines.append(())
        body = _blocks(item.children, width - left, tight=tight) or [()]
        lines += hang(body, (Span(mark.ljust(left), "dim"),), indent(left))
    return lines


def _code(text: str, width: int) -> list[Line]:
    lines = text.rstrip("\n").split("\n")
    return [piece for line in lines for piece in (_verbatim(line, width - 2) or [()])]


def _verbatim(line: str, width: int) -> list[Line]:
    kept = line.replace("\t", "    ").replace(" ", "\N{NO-BREAK SPACE}")
    return hang(wrap([Span(kept, "code")], width), indent(2), indent(2))


def _table(node: SyntaxTreeNode, width: int) -> list[Line]:
    """A Markdown table, drawn as a comparison."""
    from tui.drawing.comparison import comparison_lines  # noqa: PLC0415  few panels hold one
    from tui.guide.blocks import Comparison  # noqa: PLC0415

    rows = [
        tuple(Clean("".join(span.text for span in _inline(cell.children[0], "plain"))) for cell in row.children)
        for part in node.children
        for row in part.children
    ]
    return comparison_lines(Comparison(columns=rows[0], rows=tuple(rows[1:])), width)


def _inline(node: SyntaxTreeNode, role: Role) -> list[Span]:
    """The spans of a run of text; a role inside a heading stays the heading's."""
    spans: list[Span] = []
    for child in node.children:
        spans += _piece(child, role)
    return spans


def _piece(node: SyntaxTreeNode, role: Role) -> list[Span]:  # noqa: PLR0911  one return a kind of span
    inner: Role = role
    match node.type:
        case "softbreak":
            return [Span(" ", role)]
        case "hardbreak":
            return [BREAK]
        case "code_inline":
            return [Span(node.content, "code" if role == "plain" else role)]
        case "em":
            inner = "emphasis" if role == "plain" else role
        case "strong":
            inner = "strong" if role != "heading" else role
        case "link":
            return [*_inline(node, role), *_address(node, "href")]
        case "image":
            return [Span(f"[picture: {node.content}]", "dim")]
        case "text":
            # References (`&#13;`) and the addresses in `<…>` are spelt out by now, after the cleaning at the border.
            return [Span(clean(node.content), role)]
    return _inline(node, inner) or [Span(node.content, role)]


def _address(node: SyntaxTreeNode, attribute: str) -> list[Span]:
    """A link's address in brackets, unless it is what the link already shows."""
    address = str(node.attrs.get(attribute, ""))
    shown = "".join(child.content for child in node.children)
    return [] if not address or address in (shown, f"mailto:{shown}") else [Span(f" ({address})", "dim")]
