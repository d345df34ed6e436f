"""A panel, line by line: what it says, whose view it is, where the source says it."""

from tui.drawing import told
from tui.guide.model import Guide, Lesson, Panel
from tui.guide.words import cited
from tui.plain.talk import Talk
from tui.quiz.question import Question


def tell_panel(talk: Talk, guide: Guide[Question], lesson: Lesson, panel: Panel) -> None:
    """Say what stands in a panel, whose view it is, and where the source says it."""
    for block in panel.blocks:
        talk.say()
        talk.set_down(told(block, talk.width))
    points = lesson.taught_in(panel.id)
    if points:
        stances = "; ".join(dict.fromkeys(guide.stances[point.stance] for point in points))
        whence = cited(paragraph for point in points for paragraph in point.source)
        talk.say()
        talk.say(f"{stances}; {whence}.")
    talk.say()
