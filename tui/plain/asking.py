"""One question put and answered, line by line: what practice and exam have in common."""

from datetime import timedelta

from tui.commands import HELP_KEY, Command, key_as_read
from tui.plain.asks import Unclear, answer, put
from tui.plain.talk import Talk
from tui.quiz.ask import Recalled, Response, Skipped
from tui.quiz.explain import right_answer
from tui.quiz.verdict import AskAgain, Verdict
from tui.study import OpenSitting

HELP_WORDS = ("?", "h", "help")


class Turned(Exception):
    """The learner typed a command in place of an answer; the text is its name."""


class TimeIsUp(Exception):
    """An exam's time ran out before the line came; the line does not count."""


def typed_key(command: Command) -> str:
    """The key of a command that can be typed in a line: `v`, `!`."""
    return next(key for key in map(key_as_read, command.keys) if len(key) == 1 and key.isascii())


class Asking:
    """A sitting and the talk about it."""

    def __init__(
        self, sitting: OpenSitting, talk: Talk, commands: tuple[Command, ...], later: tuple[Command, ...] = ()
    ) -> None:
        """Ask a sitting's questions.

        Args:
            sitting: what is asked.
            talk: says and hears.
            commands: what works while a question is asked.
            later: what works after its verdict; typed before, it is no answer either.
        """
        self.open = sitting
        self.talk = talk
        self._commands = commands
        self._later = {typed_key(command) for command in later if command not in commands}

    def put(self) -> None:
        """Put the current question."""
        sitting, talk = self.open.sitting, self.talk
        number, count = sitting.position
        marks = [
            f"Question {number} of {count}.",
            "Once more." if sitting.current.again else "",
            "You flagged it." if sitting.current.flagged else "",
            f"{in_words(left)} left." if (left := self.open.time_left) is not None else "",
        ]
        talk.say()
        talk.say(" ".join(filter(None, marks)))
        talk.say(self.open.ask.prompt)
        for mark, text in put(self.open.ask):
            talk.say(text, mark)
        if sitting.current.response is not None:
            talk.say(f"Your answer so far: {given(sitting.current.response)}. Answer again to change it.")

    def respond(self) -> Verdict | None:
        """Hear until the current question is answered.

        Returns:
            The verdict; None in an exam.

        Raises:
            Turned: the learner did something other than answer.
            TimeIsUp: the exam's time ran out.
            Gone: the input has ended.
        """
        while True:
            try:
                response = answer(self.open.ask, self.hear, lambda: self.open.checklist, self.talk.say)
            except Unclear as unclear:
                self.talk.say(str(unclear))
                continue
            except Turned as turned:
                if str(turned) == "doubt":
                    self.doubt()
                    continue
                if str(turned) != "skip":
                    raise
                response = Skipped()
            verdict = self.open.answer(response)
            if not isinstance(verdict, AskAgain):
                return verdict
            self.talk.say(verdict.reason)

    def hear(self, prompt: str, *, commands: bool = True) -> str:
        """Hear a line; see `Hear`."""
        known = {typed_key(command): command.name for command in self._commands}
        while True:
            line = self.talk.hear(prompt)
            if self.open.tick():
                raise TimeIsUp
            if not commands:
                return line
            if line in known:
                raise Turned(known[line])
            if line in HELP_WORDS:
                tell_commands(self.talk, self._commands)
            elif line in self._later:
                self.talk.say(f"{line} works after the verdict.")
            else:
                return line

    def doubt(self) -> None:
        """Mark the current question as doubtful, with a word about it."""
        self.open.doubt(self.hear("What is doubtful? A word, or nothing:", commands=False))
        self.talk.say("Marked as doubtful.")


def tell_commands(talk: Talk, commands: tuple[Command, ...]) -> None:
    """Say what can be typed."""
    for command in (*commands, HELP_KEY):
        talk.say(f"{command.help}.", f"  {typed_key(command)}: ")


def given(response: Response) -> str:
    """A response in words."""
    match response:
        case Skipped():
            return "I don't know"
        case Recalled(text=text):
            return " ".join(text.split())
        case _:
            return "; ".join(right_answer(response))


def in_words(span: timedelta) -> str:
    """A span of time as it is spoken: `1 minute`, `40 seconds`; minutes are rounded down from two on."""
    seconds = int(span.total_seconds())
    number, unit = (seconds // 60, "minute") if seconds >= 120 else (seconds, "second")
    return f"{number} {unit}{'' if number == 1 else 's'}"
