"""The words of a verdict, put together for the screen."""

from msgspec.structs import replace

from tui.guide.model import Guide
from tui.quiz.ask import Arrange, Ask, Pair, Pick, Picked, Write
from tui.quiz.explain import headline, whereabouts, why
from tui.quiz.question import Question
from tui.quiz.verdict import Grade, Verdict
from tui.widgets.verdict_view import Told


def told_of(question: Question, ask: Ask, verdict: Verdict, guide: Guide[Question], then: str = "") -> Told:
    """What is said of a verdict. The right answer itself is marked in the ask.

    Args:
        question: the question answered.
        ask: how it was asked.
        verdict: what grading says.
        guide: the guide that teaches it.
        then: what becomes of the question in this sitting.
    """
    return Told(
        grade=verdict.grade,
        headline=headline(verdict, ask),
        why=[line for line in (*why(_without_rows(verdict, ask)), question.explanation) if line],
        whereabouts=" ".join(filter(None, (whereabouts(question, guide), then))),
    )


def _without_rows(verdict: Verdict, ask: Ask) -> Verdict:
    """The verdict without the notes that say no more than the rows do: what is right."""
    if isinstance(ask, Arrange | Pair):
        return replace(verdict, notes=())
    if isinstance(ask, Write) and ask.passage:
        parts = zip(ask.fields, verdict.parts, strict=False)
        said = {field.label for field, grade in parts if grade is not Grade.CORRECT}
        return replace(verdict, notes=tuple(note for note in verdict.notes if note.about not in said))
    if isinstance(ask, Pick) and ask.several and isinstance(verdict.key, Picked):
        return replace(verdict, notes=tuple(note for note in verdict.notes if note.about not in verdict.key.options))
    return verdict
