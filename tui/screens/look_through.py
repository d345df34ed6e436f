"""Every question of a sitting that has ended, with its verdict."""

from msgspec.structs import replace

from tui.commands import HELP_KEY, LOOK_THROUGH, Command, named
from tui.guide.errors import Place
from tui.guide.model import Guide
from tui.open_sitting import OpenSitting
from tui.quiz.ask import Skipped, fits
from tui.quiz.question import Question
from tui.quiz.sitting import Turn
from tui.quiz.verdict import Credit, Grade, Verdict
from tui.screens.asking import AskingScreen
from tui.screens.routes import routes
from tui.screens.telling import told_of
from tui.widgets.footer import own_bindings

BACK, FORTH, PANEL, LEAVE = named(LOOK_THROUGH, "previous_question", "next_question", "show_panel", "leave")


class LookThroughScreen(AskingScreen):
    """Goes through what was asked; nothing can be changed any more."""

    where = "look through"
    BINDINGS = own_bindings(LOOK_THROUGH)

    def __init__(self, sitting: OpenSitting) -> None:
        """Start at the first question."""
        super().__init__()
        self.open = sitting
        self.turns = sitting.sitting.first_askings
        self.at = 0

    @property
    def turn(self) -> Turn:
        """The asking shown."""
        return self.turns[self.at]

    @property
    def guide(self) -> Guide[Question]:
        """The guide that is taught."""
        return self.open.guide

    @property
    def question(self) -> Question:
        """The question shown."""
        return self.guide.questions[self.turn.question]

    @property
    def place(self) -> Place:
        """Where the question stands in the guide's files."""
        return self.guide.question_places[self.question.id]

    def on_mount(self) -> None:
        """Begin."""
        self.show_turn()

    def guide_read(self) -> None:
        """Show the question as it reads now."""
        if self.open.take_guide(self.open.study.guide):
            self.show_turn()

    def show_turn(self) -> None:
        """Show a question as it was answered."""
        question, turn = self.question, self.turn
        verdict = turn.verdict or Verdict(grade=Grade.SKIPPED, credit=Credit(0.0), key=question.key)
        ask = question.ask(turn.seed)
        self.put(ask, turn.response if turn.response and fits(ask, turn.response) else None)
        self.reveal(verdict, turn.response or Skipped())
        told = told_of(question, ask, verdict, self.guide)
        self.tell(told if turn.response else replace(told, headline="Left open."))
        self.title_line.left = "Looking through"
        self.title_line.right = f"{self.at + 1} of {len(self.turns)}"
        self.progress_line.share = (self.at + 1) / len(self.turns)

    def keys_now(self) -> tuple[Command, ...]:
        """What the keys do."""
        back = (BACK,) if self.at else ()
        forth = (FORTH,) if self.at + 1 < len(self.turns) else ()
        return (*back, *forth, PANEL, HELP_KEY, LEAVE)

    def action_go_on(self) -> None:
        """Go on; after the last, back to the results."""
        if self.at + 1 < len(self.turns):
            self.action_next_question()
        else:
            self.action_leave()

    def action_next_question(self) -> None:
        """Go to the next question."""
        if self.at + 1 < len(self.turns):
            self.at += 1
            self.show_turn()

    def action_previous_question(self) -> None:
        """Go to the question before."""
        if self.at:
            self.at -= 1
            self.show_turn()

    def action_leave(self) -> None:
        """Go back to the results."""
        routes(self).leave()
