"""What every sitting on the screen does, be it a practice or an exam."""

from abc import abstractmethod

from tui.commands import QUIZ
from tui.guide.model import Guide
from tui.memory.errors import NotKept
from tui.open_sitting import OpenSitting
from tui.quiz.ask import Response
from tui.quiz.question import Question
from tui.screens.answering import AnsweringScreen
from tui.screens.asking import AskingScreen
from tui.screens.dialogs import Dialog, DoubtScreen, Way, ask
from tui.screens.routes import routes
from tui.text import capitalised
from tui.widgets.asks.messages import Answered, WrittenDown
from tui.widgets.footer import own_bindings

IN_PRACTICE = {"take_back", "overrule", "show_panel"}
"""The commands of a quiz that an exam does without."""


class QuizScreen(AskingScreen, AnsweringScreen):
    """A sitting: shows its question, hands the answer over, shows what comes of it."""

    # Which letter answers is for the ask to say: the screen has no hand in it.
    BINDINGS = own_bindings(command for command in QUIZ if command.name not in {"answer", *IN_PRACTICE})

    def __init__(self, sitting: OpenSitting) -> None:
        """A sitting, at its current question."""
        super().__init__()
        self.open = sitting
        self._leaving: Dialog | None = None

    @property
    def guide(self) -> Guide[Question]:
        """The guide that is taught."""
        return self.open.guide

    @property
    def question(self) -> Question:
        """The question of the current turn."""
        return self.open.question

    def guide_read(self) -> None:
        """Show the question as it reads now, with what was typed or chosen for as long as that still fits."""
        before = self.open.ask
        if self.open.take_guide(self.open.study.guide):
            self.title_line.left = _title(self.open)
            if self.open.verdict or self.open.ask != before:
                self.show_turn(self.ask_view.draft)

    def on_mount(self) -> None:
        """Begin."""
        self.title_line.left = _title(self.open)
        self.show_turn()

    @abstractmethod
    def show_turn(self, draft: Response | None = None) -> None:
        """Show the current question.

        Args:
            draft: what was begun before; left out where it does not fit the question as it reads now.
        """

    def tell_place(self) -> None:
        """Say what is asked about, how far one is, and whether it is kept."""
        sitting = self.open.sitting
        place = sitting.position
        doubtful = ["doubtful"] if sitting.doubt is not None else []
        unkept = ["not kept"] if self.open.study.unkept else []
        self.title_line.right = "   ".join([*unkept, *doubtful, *self.marks(), f"{place.n} of {place.of}"])
        self.progress_line.share = sitting.settled / place.of
        routes(self).tell_of_record()

    @abstractmethod
    def marks(self) -> list[str]:
        """What else is to be said of the current turn, beside its place."""

    # --- what the learner does

    def on_answered(self, event: Answered) -> None:
        """Take the answer, unless there is one already."""
        event.stop()
        if not self.open.sitting.finished and not self.open.verdict:
            self.take(event.response)

    @abstractmethod
    def take(self, response: Response) -> None:
        """Have an answer graded and kept, and show what comes of it."""

    def on_written_down(self, event: WrittenDown) -> None:
        """Show what there was to remember."""
        event.stop()
        self.ask_view.show_checklist(self.checklist)
        self.tell_keys()

    def action_doubt(self) -> None:
        """Ask what is doubtful about the question."""

        def said(word: str | None) -> None:
            if word is not None:
                try:
                    self.open.doubt(word)
                except NotKept as error:
                    routes(self).say(str(error))
                self.tell_place()

        self.app.push_screen(DoubtScreen(self.open.sitting.doubt or ""), said)

    # --- leaving

    @property
    def answered(self) -> int:
        """How many different questions have an answer."""
        return sum(turn.response is not None and not turn.again for turn in self.open.sitting.turns)

    def action_leave(self) -> None:
        """Leave, once that is sure."""
        if not self.ask_to_leave():
            self._leave()

    def ask_to_leave(self, besides: str = "") -> bool:
        """Ask whether to leave, if something is answered or begun.

        Args:
            besides: what else to know before deciding.

        Returns:
            Whether that is asked now; not if it is asked already.
        """
        if (not self.answered and self.ask_view.draft is None) or self._leaving in self.app.screen_stack:
            return False
        name = self.open.sitting.name
        what_counts = _what_counts(self.answered, self.open.sitting.position.of, self.if_left())
        ways = (Way("s", f"Stay in the {name}"), Way("l", f"Leave the {name}", self._leave))
        self._leaving = ask(self.app, f"Leave the {name}?", "\n".join(filter(None, (what_counts, besides))), ways)
        return True

    @abstractmethod
    def if_left(self) -> str:
        """What becomes of the answers and of the rest, if one leaves now."""

    def _leave(self) -> None:
        """Leave for the results; without any, go back to where the quiz was begun: home, or the results before."""
        answered = self.answered
        self.open.leave()
        if answered:
            routes(self).open_results(self.open)
        else:
            routes(self).leave()


def _what_counts(answered: int, of: int, if_left: str) -> str:
    """What becomes of what was done so far."""
    if not answered:
        return "Nothing is answered yet, so nothing counts. What you have begun here is dropped."
    return f"{answered} of {of} {'is' if answered == 1 else 'are'} answered. {if_left}"


def _title(sitting: OpenSitting) -> str:
    if sitting.sitting.proves:
        return f"Prove {_topic(sitting)}"
    return f"{capitalised(sitting.sitting.name)} on {_topic(sitting)}"


def _topic(sitting: OpenSitting) -> str:
    """What a sitting is on: a lesson, or the whole guide."""
    guide = sitting.guide
    lessons = {guide.lesson_of(guide.questions[turn.question]).id for turn in sitting.sitting.turns}
    if len(lessons) > 1:
        return guide.title
    lesson = guide.lesson(lessons.pop())
    return f"lesson {guide.number_of(lesson)}, {lesson.title}"
