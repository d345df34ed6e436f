"""Where a lesson lies open: which of its panels, and what there is to say of it."""

from msgspec import Struct
from msgspec.structs import replace

from tui.guide.model import Guide, Lesson, Panel
from tui.guide.words import cited
from tui.quiz.question import Question


class Bookmark(Struct, frozen=True):
    """A panel of a lesson of a guide."""

    guide: Guide[Question]
    """The guide that is read."""
    lesson: Lesson
    """Its lesson that lies open."""
    at: int = 0
    """Which of the lesson's panels is shown, from 0 on."""

    def moved(self, to: int) -> "Bookmark":
        """The bookmark at another panel of the lesson; beyond an end there is only the end."""
        return replace(self, at=min(max(to, 0), len(self.lesson.panels) - 1))

    def in_guide(self, guide: Guide[Question]) -> "Bookmark":
        """Where this is in a later reading of the guide: the same panel, or what took its place."""
        lesson = next((each for each in guide.lessons if each.id == self.lesson.id), None)
        if lesson is None:
            return self
        same = (at for at, panel in enumerate(lesson.panels) if panel.id == self.panel.id)
        return Bookmark(guide, lesson).moved(next(same, self.at))

    @property
    def panel(self) -> Panel:
        """The panel that is shown."""
        return self.lesson.panels[self.at]

    @property
    def at_first(self) -> bool:
        """Whether this is the lesson's first panel."""
        return self.at == 0

    @property
    def at_last(self) -> bool:
        """Whether this is the lesson's last panel."""
        return self.at == len(self.lesson.panels) - 1

    @property
    def number(self) -> int:
        """The lesson's number in the guide, from 1 on."""
        return self.guide.number_of(self.lesson)

    @property
    def questions(self) -> int:
        """How many questions there are on the lesson."""
        return sum(1 for _ in self.guide.questions_of(self.lesson))

    @property
    def views(self) -> str:
        """Whose views the panel holds."""
        stances = dict.fromkeys(point.stance for point in self.lesson.taught_in(self.panel.id))
        return " · ".join(self.guide.stances.get(stance, stance) for stance in stances)

    @property
    def whence(self) -> str:
        """From which ¶ the panel comes."""
        points = self.lesson.taught_in(self.panel.id)
        return cited(paragraph for point in points for paragraph in point.source)
