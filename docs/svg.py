"""What the app draws of itself as SVG, made fit for anybody's viewer."""

import html
import re

from tui.typeset import cells

FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def fit_to_show(picture: str) -> str:
    """The picture, looking alike in every viewer and asking no other host for anything.

    Args:
        picture: as Textual exports it.

    Raises:
        ValueError: it still refers to another host.
    """
    # Textual names everything by a sum over the whole picture: one letter changed would change every line.
    return re.sub(r"\bterminal-\d+", "k", _without_outer_blanks(_without_hosts(picture)))


def _without_outer_blanks(picture: str) -> str:
    """The picture with each run of text starting at its first letter: not every viewer keeps the blanks before it."""
    runs = r'x="([\d.]+)" (y="[\d.]+") textLength="([\d.]+)"([^>]*)>([^<]*)</text>'
    return re.sub(r"<text [^>]*></text>", "", re.sub(runs, _trimmed, picture))


def _trimmed(found: re.Match[str]) -> str:
    start, line, length, rest, written = found.groups()
    text = html.unescape(written)
    cell = float(length) / max(cells(text), 1)
    kept = text.strip()
    left = float(start) + cell * (len(text) - len(text.lstrip()))
    written = html.escape(kept).replace("\N{NO-BREAK SPACE}", "&#160;")
    return f'x="{left:.1f}" {line} textLength="{cell * cells(kept):.1f}"{rest}>{written}</text>'


def _without_hosts(picture: str) -> str:
    """The picture without fonts from elsewhere: whoever looks at it asks no other host for anything."""
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    picture = re.sub(r"font-family: [^;]*;", f"font-family: {FONT};", picture)
    if re.search(r"url\((?!#)|https?://(?!www\.w3\.org/)", re.sub(r"<!--.*?-->", "", picture)):
        raise ValueError("the picture asks another host for something")
    return re.sub(r"<!--.*?-->\s*", "", picture)
