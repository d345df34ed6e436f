"""What the commands share: the guide that is meant, the lesson that is meant, and the full screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.telling import WrongCall, complain, unknown
from tui.text import Clean, counted

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from tui.app import Start
    from tui.guide.model import Guide, Lesson
    from tui.memory.learners import Learners
    from tui.quiz.question import Question
    from tui.study import Study


GUIDE_HELP = "a guide's folder; if left out, the guide in or around this folder, or the one that ships with kruzhok"
"""What the help says of an argument that names a guide."""


def guide_argument(parser: "ArgumentParser") -> None:
    """Declare which guide a command works on, where its name is not the command's first argument."""
    parser.add_argument(
        "--guide",
        metavar="GUIDE",
        help=GUIDE_HELP,
    )


def plain_argument(parser: "ArgumentParser") -> None:
    """Declare that a command can go on line by line."""
    parser.add_argument(
        "--plain", action="store_true", help="line by line, for speech and braille; by itself where there is no screen"
    )


def guide_to_check(given: str | None) -> Path:
    """The guide that is meant; where it is not in this folder and none was named, standard error says which it is."""
    from tui.paths import guide_folder, shipped_guide

    folder = guide_folder(given, Path())
    if given is None and folder != Path():
        which = "the one that ships with kruzhok" if folder == shipped_guide() else "the one around it"
        complain(f"There is no guide in this folder. This is about {which}: {folder.resolve()}")
    return folder


class Whose(NamedTuple):
    """Whose record is meant, as it was called."""

    learner: str | None = None
    """The learner's name."""
    data: str | None = None
    """The data folder."""

    @classmethod
    def of(cls, options: "Namespace") -> "Whose":
        """What a command's options say, if they do."""
        return cls(getattr(options, "learner", None), getattr(options, "data", None))

    def learners(self) -> "Learners":
        """All who learn there."""
        from tui.memory.learners import Learners
        from tui.paths import data_folder

        return Learners(data_folder(self.data))


def whose_arguments(*parsers: "ArgumentParser") -> None:
    """Declare whose record is meant; said before or after the name of what a command does, it is the same."""
    from argparse import SUPPRESS

    for parser in parsers:
        parser.add_argument("--learner", metavar="NAME", default=SUPPRESS, help="who learns, where several do")
        parser.add_argument("--data", metavar="FOLDER", default=SUPPRESS, help="where records are; also KRUZHOK_HOME")


@contextmanager
def study_of(given: str | None, whose: Whose, *, on_screen: bool) -> "Iterator[Study]":
    """A learner with the guide that is meant; at the end it is told what of it could not be kept.

    Args:
        given: the guide asked for, if any.
        whose: whose record is meant.
        on_screen: whether the app is to ask who it is, where several learn and none was named. Till then it is nobody.
    """
    from tui.paths import guide_folder
    from tui.study import Study, open_guide

    folder, name = _place_of(whose, on_screen=on_screen)
    study = Study(open_guide(guide_folder(given, Path())), data_folder=folder, learner=name)
    try:
        yield study
    finally:
        lost = study.close()
        if lost:
            things = counted(lost, "thing")
            complain(f"{things} that you did could not be kept. {study.unkept}")


def _place_of(whose: Whose, *, on_screen: bool) -> "tuple[Callable[[], Path] | None, Clean]":
    """The data folder of who learns, and their name if there are several; no folder, if that is still to be asked."""
    from tui.paths import LEARNERS, NoDataFolder, data_folder

    place = partial(data_folder, whose.data)
    try:
        alone = whose.learner is None and not (place() / LEARNERS).exists()
    except (NoDataFolder, PermissionError):
        alone = True
    if alone:
        return place, Clean("")
    from tui.cli.whose import learner_meant

    learner = learner_meant(whose, on_screen=on_screen)
    if learner is None:
        return None, Clean("")
    return (lambda: learner.folder), learner.name


def tell_before(study: "Study", consequence: str) -> None:
    """Say on standard error what is to be known before going line by line: of the record, and of the guide's mistakes.

    Args:
        study: the learner and the guide.
        consequence: what comes of mistakes in the guide, as for `tell_mistakes`.
    """
    if study.learner:
        complain(f"This is the record of {study.learner}.")
    if study.notice:
        complain(study.notice)
    if study.offer:
        complain(study.offer.in_words)
    tell_mistakes(study.guide, consequence)


def tell_mistakes(guide: "Guide[Question]", consequence: str) -> None:
    """Say on standard error that a guide has mistakes, if it has, and what lists them.

    Args:
        guide: the guide.
        consequence: what comes of them, as a whole sentence's end: "they are left out".
    """
    from tui.guide.errors import Severity

    if any(problem.severity is Severity.ERROR for problem in guide.problems):
        complain(f"There are mistakes in this guide, and {consequence}. See: kruzhok check {guide.folder}")


def lesson_meant(guide: "Guide[Question]", given: str | None) -> "Lesson | None":
    """The lesson with this id or number; None, if none was given.

    Raises:
        WrongCall: there is no such lesson.
    """
    if given is None:
        return None
    for number, lesson in enumerate(guide.lessons, 1):
        if given.casefold() in {lesson.id.casefold(), str(number)}:
            return lesson
    told = unknown("lesson", given, (lesson.id for lesson in guide.lessons))
    count = len(guide.lessons)
    numbers = f"; a number will do too, {f'1 to {count}' if count > 1 else 'here only 1'}" if count else ""
    raise WrongCall(f"{told}{numbers}")


def show(study: "Study", whose: Whose, start: "Start | None" = None) -> int:
    """Fill the terminal with the app until the learner leaves."""
    from tui.app import run_app

    return run_app(study, start, whose.learners)
