"""The words of a verdict, put together for the screen."""

from tui.guide.model import Guide
from tui.quiz.ask import Arrange, Ask, Pair, Write
from tui.quiz.explain import COMES_BACK, headline, whereabouts, why
from tui.quiz.question import Question
from tui.quiz.verdict import Verdict
from tui.widgets.verdict_view import Told


def told_of(question: Question, ask: Ask, verdict: Verdict, guide: Guide[Question], comes_back: bool) -> Told:
    """What is said of a verdict. The right answer itself is marked in the ask.

    Args:
        question: the question answered.
        ask: how it was asked.
        verdict: what grading says.
        guide: the guide that teaches it.
        comes_back: whether it is asked once more in this sitting.
    """
    lesson, panel = guide.lesson_of(question), guide.panel_of(question)
    cited = sorted({number for point in question.tests for number in guide.key_points[point].source})
    where = whereabouts(guide.lessons.index(lesson) + 1, lesson.panels.index(panel) + 1, cited)
    # Of items, pairs and gaps the rows themselves say what is right.
    in_rows = isinstance(ask, Arrange | Pair) or (isinstance(ask, Write) and bool(ask.passage))
    notes = () if in_rows else why(verdict)
    return Told(
        grade=verdict.grade,
        headline=headline(verdict, ask),
        why=[line for line in (*notes, question.explanation) if line],
        whereabouts=f"{where} {COMES_BACK}" if comes_back else where,
    )
