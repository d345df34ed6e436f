"""One question put and answered, line by line: what practice and exam have in common."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta

from tui.commands import HELP_KEY, Command, key_as_read
from tui.memory.errors import NotKept
from tui.open_sitting import OpenSitting
from tui.plain.asks import Takes, Turned, Unclear, answer, put
from tui.plain.talk import Gone, Talk
from tui.quiz.ask import Recalled, Response, Skipped
from tui.quiz.confidence import Confidence, is_asked_of
from tui.quiz.events import Mode
from tui.quiz.explain import right_answer
from tui.quiz.sitting import Sitting
from tui.quiz.verdict import AskAgain, Verdict

HELP_WORDS = ("?", "h", "help")
ITSELF = "="
"""What stands before a text that is no command, though it looks like one."""
SKIPS_NUMBER = "-"
"""What says "I don't know" where 0 is a number."""


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
        self._told = sitting.study.unkept
        self._later = {typed_key(command) for command in later if command not in commands}

    def put(self) -> None:
        """Put the current question."""
        sitting, talk = self.open.sitting, self.talk
        number, count = sitting.position
        marks = [
            f"Question {number} of {count}.",
            _once_more(sitting) if sitting.current.again else "",
            "You flagged it." if sitting.current.flagged else "",
            f"{in_words(left)} left." if (left := self.open.time_left or self.open.review_left) is not None else "",
        ]
        talk.say()
        talk.say(" ".join(filter(None, marks)))
        talk.say(self.open.ask.prompt)
        for mark, text in put(self.open.ask):
            talk.say(text, mark)
        if sitting.current.response is not None:
            said = f"{given(sitting.current.response)}."
            exam = sitting.mode is Mode.EXAM
            talk.say(f"Your answer so far: {said} Answer again to change it." if exam else f"Your answer: {said}")

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
                if str(turned) != "skip":
                    raise
                response = Skipped()
            verdict = self.open.answer(response, self._how_sure(response))
            if not isinstance(verdict, AskAgain):
                self.tell_of_record()
                return verdict
            self.talk.say(verdict.reason)

    def _how_sure(self, response: Response) -> Confidence | None:
        """How sure the learner is, where they want to say so, and nobody can know the verdict yet."""
        practice = self.open.sitting.mode is Mode.PRACTICE
        if not (practice and self.open.study.settings.confidence and is_asked_of(self.open.question, response)):
            return None
        keys = dict(zip("stg", Confidence, strict=True))
        with suppress(Gone):
            while (line := self.talk.hear("How sure are you? s sure, t I think so, g a guess:").casefold()) not in keys:
                self.talk.say("Type s, t or g.")
            return keys[line]
        return None

    def tell_of_record(self) -> None:
        """Say that what the learner does is not kept, or is kept again, if that has changed."""
        unkept = self.open.study.unkept
        if unkept != self._told:
            self._told = unkept
            self.talk.say(unkept or "What you do is kept again.")

    def hear(self, prompt: str, *, takes: Takes = Takes.CHOICE) -> str:
        """Hear a line; see `Hear`."""
        known = self._keys(takes)
        typing = takes in {Takes.TEXT, Takes.NUMBER}
        while True:
            line = self.talk.hear(prompt)
            if self.open.tick():
                raise TimeIsUp
            if takes is Takes.ANYTHING:
                return line
            if typing and line.startswith(ITSELF):
                return line.removeprefix(ITSELF).strip()
            if line in known and known[line].name == "doubt":
                self.doubt()
            elif line in known:
                raise Turned(known[line].name)
            elif line in HELP_WORDS:
                tell_keys(self.talk, known)
                if typing:
                    self.talk.say("The text itself, even if it is a key: =0, =q.", f"  {ITSELF}: ")
            elif line in self._later:
                self.talk.say(f"{line} works after the verdict.")
            else:
                return line

    def _keys(self, takes: Takes) -> dict[str, Command]:
        """What can be typed beside an answer."""
        known = {typed_key(command): command for command in self._commands}
        if takes is Takes.TICKS:
            return {key: command for key, command in known.items() if command.name in {"doubt", "leave"}}
        if takes is Takes.NUMBER:
            return {SKIPS_NUMBER if command.name == "skip" else key: command for key, command in known.items()}
        return known

    def doubt(self) -> None:
        """Mark the current question as doubtful, with a word about it."""
        word = self.hear("What is doubtful? A word, or nothing:", takes=Takes.ANYTHING)
        try:
            self.open.doubt(word)
        except NotKept as error:
            self.talk.say(str(error))
        else:
            self.talk.say("Marked as doubtful.")


def _once_more(sitting: Sitting) -> str:
    return f"Once more; then {sitting.returning} more to come." if sitting.returning else "Once more."


def tell_commands(talk: Talk, commands: tuple[Command, ...]) -> None:
    """Say what can be typed."""
    tell_keys(talk, {typed_key(command): command for command in commands})


def tell_keys(talk: Talk, keys: Mapping[str, Command]) -> None:
    """Say what each key does."""
    for key, command in {**keys, typed_key(HELP_KEY): HELP_KEY}.items():
        talk.say(f"{command.help}.", f"  {key}: ")


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
    """A span of time as it is spoken: `1 minute`, `40 seconds`; rounded to whole minutes from two on."""
    seconds = round(span.total_seconds())
    number, unit = (round(seconds / 60), "minute") if seconds >= 120 else (seconds, "second")
    return f"{number} {unit}{'' if number == 1 else 's'}"
