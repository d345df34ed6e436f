"""Take the README's picture of the real app: `make picture`."""

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path

from tui.study import Study, open_guide

from tui.app import KruzhokApp
from tui.quiz.choosing import Choice
from tui.quiz.sitting import Mode

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "home.svg"
SIZE = (80, 24)
FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def learner() -> Study:
    """Somebody who has read two lessons and answered the questions on the first."""
    study = Study(open_guide(ROOT), clock=lambda: datetime(2026, 1, 14, 9, tzinfo=UTC))
    first, second = study.guide.lessons[:2]
    for panel in (*first.panels, *second.panels):
        study.mark_read(panel.id)
    sitting = study.begin(Choice(first.id, seed="picture"), Mode.EXAM)
    while sitting.sitting.left_open:
        sitting.answer(sitting.question.key)
        sitting.go_on()
    sitting.hand_in()
    return study


async def taken() -> str:
    """The picture."""
    app = KruzhokApp(learner())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return app.export_screenshot(title="kruzhok")


def without_hosts(picture: str) -> str:
    """The picture without fonts from elsewhere: whoever looks at it asks no other host for anything."""
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    picture = re.sub(r"font-family: [^;]*;", f"font-family: {FONT};", picture)
    if re.search(r"url\((?!#)|https?://(?!www\.w3\.org/)", re.sub(r"<!--.*?-->", "", picture)):
        raise ValueError("the picture asks another host for something")
    return re.sub(r"<!--.*?-->\s*", "", picture)


if __name__ == "__main__":
    PICTURE.write_text(without_hosts(asyncio.run(taken())), encoding="utf-8")
    print(f"Taken: {PICTURE.relative_to(ROOT)}")
