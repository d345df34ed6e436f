"""Take the README's picture of the real app: `make picture`."""

import asyncio
import html
import re
from datetime import UTC, datetime
from pathlib import Path

from tui.app import KruzhokApp
from tui.quiz.ask import Recall, Skipped
from tui.quiz.choosing import Choice
from tui.quiz.sitting import Mode
from tui.study import Study, open_guide
from tui.typeset import cells

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "home.svg"
SIZE = (80, 24)
FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def learner() -> Study:
    """Somebody who has read two lessons and answered the questions on the first, not knowing all."""
    study = Study(open_guide(ROOT), clock=lambda: datetime(2026, 1, 14, 9, tzinfo=UTC))
    first, second = study.guide.lessons[:2]
    for panel in (*first.panels, *second.panels):
        study.mark_read(panel.id)
    single = tuple(each.id for each in study.guide.questions_of(first) if not isinstance(each.ask(""), Recall))
    sitting = study.begin(Choice(only=single, seed="picture"), Mode.EXAM)
    while sitting.sitting.left_open:
        known = sitting.sitting.at % 4 > 0
        sitting.answer(sitting.question.key if known else Skipped())
        sitting.go_on()
    sitting.hand_in()
    return study


async def taken() -> str:
    """The picture."""
    app = KruzhokApp(learner())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return app.export_screenshot(title="kruzhok")


def without_outer_blanks(picture: str) -> str:
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


def without_hosts(picture: str) -> str:
    """The picture without fonts from elsewhere: whoever looks at it asks no other host for anything."""
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    picture = re.sub(r"font-family: [^;]*;", f"font-family: {FONT};", picture)
    if re.search(r"url\((?!#)|https?://(?!www\.w3\.org/)", re.sub(r"<!--.*?-->", "", picture)):
        raise ValueError("the picture asks another host for something")
    return re.sub(r"<!--.*?-->\s*", "", picture)


if __name__ == "__main__":
    PICTURE.write_text(without_outer_blanks(without_hosts(asyncio.run(taken()))), encoding="utf-8")
    print(f"Taken: {PICTURE.relative_to(ROOT)}")
