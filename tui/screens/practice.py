"""Practice: the verdict stands under each answer, and what was missed comes back."""

from tui.commands import HELP_KEY, QUIZ, Command
from tui.guide.errors import Place
from tui.quiz.ask import Response, fits
from tui.quiz.confidence import Confidence, is_asked_of
from tui.quiz.explain import rule_of, what_becomes_of
from tui.quiz.verdict import AskAgain, Verdict
from tui.screens.moments import DOUBT, HAND_IN, LEAVE, PUT_DOWN, TAKE_BACK, asking, told, writing
from tui.screens.quiz import IN_PRACTICE, QuizScreen
from tui.screens.routes import routes
from tui.screens.telling import told_of
from tui.widgets.footer import own_bindings


class PracticeScreen(QuizScreen):
    """A sitting in which each answer has its verdict at once."""

    where = "quiz"
    BINDINGS = own_bindings(command for command in QUIZ if command.name in IN_PRACTICE)

    @property
    def place(self) -> Place:
        """Where the question stands in the guide's files."""
        return self.guide.question_places[self.question.id]

    def show_turn(self, draft: Response | None = None) -> None:
        """Show the current question, with its verdict if it has one."""
        ask = self.open.ask
        self.put(ask, draft if draft and fits(ask, draft) else None)
        if self.open.verdict:
            self._reveal(self.open.verdict)
        elif self.open.sitting.at == 0 and (rule := rule_of(self.open.sitting)):
            self.ask_view.say(rule)
        self.tell_place()

    def _reveal(self, verdict: Verdict) -> None:
        sitting = self.open.sitting
        if sitting.current.response is not None:
            self.reveal(verdict, sitting.current.response)
        self.tell(told_of(self.question, self.open.ask, verdict, self.guide, what_becomes_of(sitting)))

    def marks(self) -> list[str]:
        """Whether the question has come back, and how many more do."""
        sitting = self.open.sitting
        if not sitting.current.again:
            return []
        return ["once more", *([f"{sitting.returning} more to come"] if sitting.returning else [])]

    def keys_now(self) -> tuple[Command, ...]:
        """What the keys do at this moment."""
        if self.open.verdict:
            return told(self.open.can_overrule, self.open.can_take_back)
        if self.ask_view.writing:
            return writing(self.open.ask, exam=False)
        back = (TAKE_BACK,) if self.open.can_take_back else ()
        done = PUT_DOWN if self.ask_view.lifting else HAND_IN
        return (*asking(self.open.ask, self.ask_view.ticking, done), DOUBT, *back, HELP_KEY, LEAVE)

    def take(self, response: Response) -> None:
        """Show the verdict on an answer, once it is known how sure the learner is of it, where they say so."""
        if not (self.open.study.settings.confidence and is_asked_of(self.question, response)):
            self._take(response)
            return
        from tui.screens.how_sure import HowSureScreen  # noqa: PLC0415  few want it

        def said(confidence: Confidence | None) -> None:
            if confidence is not None:
                self._take(response, confidence)

        self.app.push_screen(HowSureScreen(), said)

    def _take(self, response: Response, confidence: Confidence | None = None) -> None:
        verdict = self.open.answer(response, confidence)
        if isinstance(verdict, AskAgain):
            self.ask_view.ask_again(verdict.reason)
        elif verdict is not None:
            self._reveal(verdict)
            self.tell_place()

    def if_left(self) -> str:
        """What becomes of the answers and of the rest, if one leaves now."""
        counts = "It counts" if self.answered == 1 else "They count"
        return f"{counts}, and you see how it went; the rest is not asked."

    def action_go_on(self) -> None:
        """After the verdict go on; before it, hand in what is there."""
        if not self.open.verdict:
            self.ask_view.hand_in()
        elif self.open.go_on():
            self.show_turn()
        else:
            routes(self).open_results(self.open)

    def action_take_back(self) -> None:
        """Take back the last answer: it is asked once more."""
        if self.open.can_take_back:
            self.open.take_back()
            self.show_turn()
            self.ask_view.say("Taken back. It does not count; answer once more.")

    def action_overrule(self) -> None:
        """I was right."""
        if self.open.can_overrule:
            self.open.overrule()
            if self.open.verdict:
                self._reveal(self.open.verdict)
            self.tell_place()

    def action_show_panel(self) -> None:
        """Show the panel that teaches it; before an answer that would give it away."""
        if self.open.verdict:
            super().action_show_panel()
        else:
            self.ask_view.say("Answer first, or say 0 for “I don't know”; then v shows the panel.")
