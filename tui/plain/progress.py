"""What a learner knows, sentence by sentence: for speech and braille, and for reading at a terminal."""

from collections.abc import Iterable, Iterator

from tui.drawing.charts.due import due_told
from tui.drawing.charts.mastery import KindMastery, mastery_told
from tui.drawing.charts.sittings import sittings_told
from tui.drawing.outlook import outlook_sentences
from tui.drawing.progress import (
    NOTHING_MIXED_UP,
    calibration_picture,
    days_picture,
    due_picture,
    kinds_of,
    lessons_of,
    mastery_meaning,
    sittings_of,
)
from tui.memory.outlook import Outlook
from tui.memory.progress import Progress
from tui.plain.talk import Talk
from tui.text import percent

_SITTINGS = 10


def tell_progress(talk: Talk, progress: Progress, outlook: Outlook | None = None) -> None:
    """Say what a learner knows, part by part.

    Args:
        talk: where to say it.
        progress: what they know.
        outlook: what is to be expected of the day to be ready for, if there is one.
    """
    talk.say(progress.says)
    if outlook is not None:
        talk.say(outlook_sentences(outlook))
    if not progress.met:
        return
    for heading, meaning, told in _parts(progress):
        talk.say()
        talk.say(heading)
        if meaning:
            talk.say(meaning, "  ")
        for each in told:
            talk.say(each, "  - ")


def _parts(progress: Progress) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Heading, meaning, and what is said in a sentence each."""
    yield "Lessons", mastery_meaning(progress), mastery_told(lessons_of(progress))
    yield "Kinds", "", map(_kind, kinds_of(progress))
    yield "Due", due_picture(progress).sentence, due_told(progress.due, progress.today, progress.due_later)
    yield "Days", days_picture(progress).sentence, ()
    yield "Quizzes", "", sittings_told(sittings_of(progress)[-_SITTINGS:])
    yield "How sure you are", calibration_picture(progress).sentence, ()
    mixed_up = [" ".join((each.says, *each.asked)) for each in progress.confusions]
    yield "Mix-ups", "" if mixed_up else NOTHING_MIXED_UP, mixed_up


def _kind(kind: KindMastery) -> str:
    share = "not asked yet" if kind.chance is None else f"{percent(kind.chance)}, {kind.met} of {kind.of} asked"
    return f"{kind.name}: {share}."
