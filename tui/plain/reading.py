"""Reading, line by line: one panel, then a stop, until the learner leaves."""

from collections.abc import Iterator

from tui.guide.model import Guide, Lesson, Panel
from tui.plain.asking import HELP_WORDS
from tui.plain.panel import tell_panel
from tui.plain.quiz import take
from tui.plain.talk import Gone, Talk
from tui.quiz.choosing import on_lesson
from tui.quiz.question import Question
from tui.study import Study

HELP = (
    ("Enter", "goes on to the next panel"),
    ("b", "goes back a panel"),
    ("g 3", "goes to lesson 3; g 3.2 goes to its second panel"),
    ("c", "lists the lessons and their panels"),
    ("t", "takes the quiz of this lesson"),
    ("q", "leaves"),
    ("?", "says this again; h does too"),
)
Stop = tuple[Lesson, Panel]
"""A panel and its lesson."""


def read(study: Study, talk: Talk, lesson: Lesson | None = None) -> None:
    """Read panel by panel. Without anybody to say when to go on, read without stops.

    Args:
        study: the learner and the guide, which has a lesson.
        talk: says and hears.
        lesson: where to start, and if nobody says when to go on, all there is to read; None for the whole guide.
    """
    guide = study.guide
    talk.say(f"{guide.title}. It teaches: {guide.source.title}, {guide.source.by}.")
    if lesson is None:
        _contents(talk, guide)
    Reading(study, talk, lesson).run()


class Reading:
    """The learner's way through the panels."""

    def __init__(self, study: Study, talk: Talk, lesson: Lesson | None) -> None:
        """Start at a lesson, or at the first one still to read."""
        self._study = study
        self._talk = talk
        self._wanted = lesson
        self._stops: list[Stop] = list(_stops(study.guide))
        start = lesson or next((each for each in study.guide.lessons if _unread(study, each)), study.guide.lessons[0])
        self._at = next(place for place, stop in enumerate(self._stops) if stop[0] is start)
        self._by_itself = talk.answered_by_a_person and not talk.read_by_a_person

    def run(self) -> None:
        """Read until the learner leaves or everything was read."""
        while True:
            self._tell_panel()
            if not self._go_on():
                break
        self._talk.say("You have left the lessons.")

    def _tell_panel(self) -> None:
        lesson, panel = self._stops[self._at]
        number = self._study.guide.number_of(lesson)
        talk = self._talk
        talk.say()
        if panel is lesson.panels[0]:
            talk.say(f"Lesson {number} of {len(self._study.guide.lessons)}: {lesson.title}")
            talk.say()
        talk.say(f"Panel {lesson.number_of(panel)} of {len(lesson.panels)}: {panel.title}")
        tell_panel(talk, self._study.guide, lesson, panel)
        if not self._by_itself:
            self._study.mark_read(panel.id)

    def _go_on(self) -> bool:
        while not self._by_itself:
            try:
                line = self._talk.hear(self._prompt()).casefold()
            except Gone:
                if self._talk.answered_by_a_person:
                    return False
                self._by_itself = True
                break
            done = self._command(line)
            if done is not None:
                return done
        return self._next(within=self._wanted)

    def _prompt(self) -> str:
        lesson, panel = self._stops[self._at]
        if self._at + 1 == len(self._stops):
            return "That was the last panel. t takes the quiz, q leaves:"
        if panel is lesson.panels[-1]:
            return "The lesson ends here. t takes its quiz, Enter goes on to the next lesson:"
        return "Enter goes on:"

    def _command(self, line: str) -> bool | None:
        """Do what a line says: whether to go on reading, or None for another line."""
        verb, _, rest = line.partition(" ")
        match verb:
            case "" | "n":
                return self._next()
            case "b" | "p":
                self._at = max(0, self._at - 1)
            case "g":
                return self._go_to(rest.strip())
            case "t":
                return self._quiz()
            case "q":
                return False
            case _:
                self._explain(verb)
                return None
        return True

    def _explain(self, verb: str) -> None:
        match verb:
            case "c":
                _contents(self._talk, self._study.guide)
            case _ if verb in HELP_WORDS:
                for key, does in HELP:
                    self._talk.say(f"{does}.", f"  {key}: ")
            case _:
                self._talk.say(f"{verb} is no key here. Enter goes on, q leaves, ? says what else you can type.")

    def _next(self, within: Lesson | None = None) -> bool:
        if self._at + 1 == len(self._stops):
            return False
        if within is not None and self._stops[self._at + 1][0] is not within:
            return False
        self._at += 1
        return True

    def _go_to(self, where: str) -> bool | None:
        lesson, _, panel = where.partition(".")
        guide = self._study.guide
        for place, (each, stop) in enumerate(self._stops):
            number, part = guide.number_of(each), each.number_of(stop)
            if (str(number), str(part)) == (lesson, panel or "1"):
                self._at = place
                return True
        self._talk.say(f'There is no panel "{where}". c lists them; g 1.2 goes to the second panel of lesson 1.')
        return None

    def _quiz(self) -> bool | None:
        take(self._study, self._talk, on_lesson(self._stops[self._at][0].id))
        return None


def _stops(guide: Guide[Question]) -> Iterator[Stop]:
    return ((lesson, panel) for lesson in guide.lessons for panel in lesson.panels)


def _unread(study: Study, lesson: Lesson) -> bool:
    return study.read_in(lesson) < len(lesson.panels)


def _contents(talk: Talk, guide: Guide[Question]) -> None:
    talk.say()
    for number, lesson in enumerate(guide.lessons, 1):
        talk.say(f"{lesson.title}", f"{number}. ")
        for part, panel in enumerate(lesson.panels, 1):
            talk.say(panel.title, f"   {number}.{part} ")
