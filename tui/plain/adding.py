"""One more question for the bank, asked line by line and checked at once."""

from collections.abc import Mapping

from tui.authoring.bank_file import add_question, bank_ids, cannot_write, read_bank, see_room
from tui.authoring.draft import Draft
from tui.authoring.errors import CannotAdd, Changed
from tui.authoring.fields import about
from tui.authoring.yaml_text import Value, entry
from tui.guide.bank_reader import USUAL_TYPE
from tui.guide.errors import Problem
from tui.guide.model import Guide
from tui.guide.problems import did_you_mean
from tui.guide.words import KeyPointId
from tui.paths import BANK
from tui.plain.asking_fields import FieldAsker
from tui.plain.asking_points import hear_points
from tui.plain.asks import put
from tui.plain.talk import Gone, Talk
from tui.quiz.ask import Recall
from tui.quiz.explain import right_answer
from tui.quiz.question import Question
from tui.quiz.types import TYPES
from tui.text import ended, sentence

NOTHING_ADDED = "Nothing was added."


def add(
    guide: Guide[Question], talk: Talk, tag: str | None = None, types: Mapping[str, type[Question]] = TYPES
) -> int | None:
    """Ask for a question, show it, and add it to the bank.

    Args:
        guide: the guide, with at least one key point.
        talk: says and hears.
        tag: the type of the question; asked for, if None.
        types: the types of question.

    Returns:
        The line of the bank in which the new question begins; None, if none was added.

    Raises:
        CannotAdd: the bank cannot be written, or does not take a question at its end as it stands; a question that
            was written by then is said, to be put in by hand.
    """
    adding = _Adding(guide, talk, types)
    try:
        return adding.run(tag)
    except Gone:
        talk.say(f"The input has ended. {NOTHING_ADDED}")
        return None
    except KeyboardInterrupt:
        if not adding.is_writing:
            talk.say()
            talk.say(NOTHING_ADDED)
        raise


class _Adding:
    def __init__(self, guide: Guide[Question], talk: Talk, types: Mapping[str, type[Question]]) -> None:
        self._guide = guide
        self._talk = talk
        self._types = types
        self._old = read_bank(guide)
        see_room(guide, self._old)
        self._asker = FieldAsker(talk)
        self.is_writing = False
        """Whether the bank may have been touched."""

    def run(self, tag: str | None) -> int | None:
        talk = self._talk
        talk.say(f"A new question for {self._guide.title}. Ctrl+c leaves at any time, and nothing is written.")
        draft = Draft(self._guide, tag or self._hear_type(), bank_ids(self._old or b""), self._types)
        for name in draft.fields:
            self._ask(draft, name)
        while (mend := draft.to_mend) is not None:
            talk.say(_told(mend[1]))
            self._ask(draft, mend[0])
        while True:
            self._show(draft)
            line = talk.hear("Add it? y adds it, n leaves the bank as it is; a field's name asks for that field again:")
            word = line.casefold()
            if word in {"y", "yes"} and draft.question is not None:
                written = self._write(draft)
                if written is not None:
                    return written
            elif word in {"n", "no"}:
                talk.say(NOTHING_ADDED)
                return None
            elif word in draft.fields:
                self._ask(draft, word)
            elif word in {"y", "yes"}:
                talk.say("It cannot be added like this yet. Name the field to mend.")
            else:
                talk.say(f"Type y, n or one of {', '.join(draft.fields)}.")

    def _hear_type(self) -> str:
        talk = self._talk
        words = list(self._types)
        talk.say()
        talk.say("How does the question ask?", "type: ")
        for number, (word, shape) in enumerate(self._types.items(), 1):
            first = about(shape).partition("\n")[0].partition(". ")[0]
            talk.say(ended(f"{word}: {first}"), f"  {number}. ")
        while True:
            line = talk.hear(f"type (its number or its name; Enter takes {USUAL_TYPE}):").casefold() or USUAL_TYPE
            if line.isascii() and line.isdecimal() and len(line) < 4 and 1 <= int(line) <= len(words):
                line = words[int(line) - 1]
            if line in words:
                return line
            talk.say(f"There is no type {line}: {did_you_mean(line, words, f'type 1 to {len(words)}.')}")

    def _ask(self, draft: Draft, name: str) -> None:
        """Ask for one field until what it holds is sound, as far as can be told by now."""

        def check(value: Value) -> str:
            if name == "id" and value in draft.taken:
                return f"There is a question {value} already. Write another id."
            return _told(draft.say(name, value))

        if name == "tests":
            wrong = check(hear_points(self._talk, self._guide))
            assert not wrong, wrong
            return
        proposed = {"id": draft.id_proposed, "kind": draft.kind_proposed}
        self._asker.ask(draft.fields[name], check, proposed[name]() if name in proposed else "")

    def _show(self, draft: Draft) -> None:
        """Show the question as the learner will see it, or what is still wrong with it."""
        talk, question = self._talk, draft.question
        talk.say()
        if question is None:
            talk.say("This cannot be asked yet:")
            for problem in draft.problems:
                talk.say(_told(problem), "  ")
            return
        ask = question.ask("")
        talk.say("This is how it will be asked.")
        talk.say()
        talk.say(ask.prompt)
        for mark, text in put(ask):
            talk.say(text, mark)
        talk.say()
        points = tuple(f"{self._guide.key_points[KeyPointId(point)].says}" for point in question.tests)
        for line in points if isinstance(ask, Recall) else right_answer(question.key):
            talk.say(line, "Right is: ")
        if question.explanation:
            talk.say(question.explanation)
        talk.say()

    def _write(self, draft: Draft) -> int | None:
        """Write the question into the bank, or say it; None, if the bank has changed since it was read."""
        self.is_writing = True
        try:
            return self._try_to_write(draft)
        except OSError as error:
            self._say_as_yaml(draft)
            raise CannotAdd(cannot_write(self._guide, error)) from error
        except CannotAdd:
            self._say_as_yaml(draft)
            raise

    def _say_as_yaml(self, draft: Draft) -> None:
        talk = self._talk
        talk.say(f"The question could not be added. So that it is not lost, here it is, for the end of {BANK}:")
        talk.say()
        talk.set_down(line for lines in entry(draft.values).values() for line in lines)
        talk.say()

    def _try_to_write(self, draft: Draft) -> int | None:
        talk = self._talk
        try:
            line = add_question(self._guide, self._old, draft.values, self._types)
        except Changed:
            self._old = read_bank(self._guide)
            draft.taken = bank_ids(self._old or b"")
            talk.say("The bank was changed by somebody else meanwhile, so nothing was written. It has been read again.")
            if draft.said("id") in draft.taken:
                talk.say(f"There is a question {draft.said('id')} by now. Name id to write another.")
            self.is_writing = False
            return None
        talk.say(f"Added as {draft.said('id')}, in line {line} of {BANK}.")
        return line


def _told(problem: Problem | None) -> str:
    """A problem as a sentence."""
    if problem is None:
        return ""
    hint = f": {problem.hint}" if problem.hint else ""
    return sentence(f"{problem.message}{hint}")
