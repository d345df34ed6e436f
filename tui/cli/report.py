"""`kruzhok report`: what a class's answers say, after the quiz."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.rooms import clocks, room_meant
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain, say

if TYPE_CHECKING:
    from tui.classroom.log import RoomFile
    from tui.classroom.report.model import Report
    from tui.guide.model import Guide
    from tui.guide.words import GuideId
    from tui.quiz.question import Question

HELP = "say which question failed in a class, who missed what, and what to teach again"
FORMS = ("text", "csv", "json", "html")
"""The forms of a report; each but text is a module in `tui.classroom.report`."""
NO_ROOM = "No room was hosted here yet. Host one: kruzhok host"
WIDEST = 76
"""How many cells a line has where no terminal says."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    from tui.cli.screen import guide_argument

    add = parser.add_argument
    add("room", metavar="ROOM", nargs="?", help="a room's code; if left out, the latest that anybody joined")
    add("--list", action="store_true", help="list the rooms there are")
    add("--format", choices=FORMS, help="text if left out; on the full screen where there is one")
    add("--output", metavar="FILE", help="write it there; the end of the name says the form")
    add(
        "--regrade",
        action="store_true",
        help="first grade all answers anew by the questions as they read now, where a key was wrong",
    )
    guide_argument(parser)
    add("--data", metavar="FOLDER", help="where records and rooms are; also KRUZHOK_HOME")


def run(options: Namespace) -> int:
    """Make the report, and write or show it."""
    from tui.classroom.log import rooms_in
    from tui.paths import data_folder

    rooms = rooms_in(data_folder(options.data))
    if options.list:
        return _listed(rooms)
    form = _form(options.format, options.output)
    if not rooms:
        raise WrongCall(NO_ROOM)
    meant = room_meant(rooms, options.room)
    guide = _guide(options.guide, meant.began.guide)
    if options.regrade:
        _regrade(meant, guide)
    return _told(_report(meant, guide), form, options.output)


def _listed(rooms: "tuple[RoomFile, ...]") -> Status:
    for room in rooms:
        state = "" if room.ended else ", not ended"
        say(f"{room.began.code}  {room.at.astimezone():%Y-%m-%d %H:%M}  {room.began.title}{state}")
    if not rooms:
        complain(NO_ROOM)
    return Status.FINE


def _form(named: str | None, output: str | None) -> str | None:
    """The form that is meant: as named, or as the end of the file's name says; None, if nothing says."""
    if named or not output:
        return named
    ending = Path(output).suffix.removeprefix(".").lower()
    form = {"txt": "text", "htm": "html"}.get(ending, ending)
    if form not in FORMS:
        raise WrongCall(f"The end of {output} names no form. Say which: --format {'|'.join(FORMS)}")
    return form


def _guide(given: str | None, wanted: "GuideId") -> "Guide[Question] | None":
    """The guide of the room, if it is the one that is meant; else only what the log itself says is told."""
    from tui.paths import guide_folder
    from tui.study import open_guide

    guide = open_guide(guide_folder(given, Path()))
    if guide.id == wanted:
        return guide
    complain(
        f"The room was about the guide {wanted}, and this is {guide.id}: panels are left out. Name its folder: --guide"
    )
    return None


def _regrade(meant: "RoomFile", guide: "Guide[Question] | None") -> None:
    """Grade all answers anew, keep that in the log, and say what it changed."""
    from tui.classroom.happening import RoomError
    from tui.classroom.hosting import HostedRoom
    from tui.classroom.log import BrokenLog
    from tui.classroom.log_writer import RoomInUse

    if guide is None:
        raise WrongCall("Without its guide a room cannot be graded anew. Name its folder: --guide")
    try:
        hosted = HostedRoom.resume(meant.path, guide, clocks())
        _tell_loss(hosted.loss)
        done = hosted.regrade(guide)
        hosted.let_go()
    except (RoomError, RoomInUse, BrokenLog) as error:
        raise WrongCall(f"{error}. Nothing was changed") from error
    if hosted.trouble:
        raise WrongCall(f"The room's log cannot be written ({hosted.trouble.lower()}). Nothing was changed")
    for line in done.in_words:
        complain(line)


def _report(meant: "RoomFile", guide: "Guide[Question] | None") -> "Report":
    from tui.classroom.happening import replay
    from tui.classroom.log import BrokenLog, read_log
    from tui.classroom.report.making import report_of

    try:
        read = read_log(meant.path)
        _tell_loss(read.loss(meant.path))
        return report_of(replay(read.events), meant.at, guide)
    except BrokenLog as error:
        raise WrongCall(f"{error}. Nothing was changed") from error


def _tell_loss(loss: str) -> None:
    if loss:
        complain(loss)


def _told(report: "Report", form: str | None, output: str | None) -> Status:
    from tui.cli.terminal import full_screen

    if output:
        return _written(_in_form(report, form or "text"), Path(output))
    if form is None and full_screen():
        return _shown(report)
    sys.stdout.write(_in_form(report, form or "text"))
    return Status.FINE


def _in_form(report: "Report", form: str) -> str:
    from importlib import import_module

    if form == "text":
        from tui.drawing.report import report_lines
        from tui.typeset import plain

        return "".join(f"{plain(line)}\n" for line in report_lines(report, WIDEST))
    return str(import_module(f"tui.classroom.report.{form}").written(report))


def _written(text: str, output: Path) -> Status:
    from tui.memory.whole_files import written_whole

    try:
        with written_whole(output) as file:
            file.write(text.encode())
    except OSError as error:
        complain(f"{output}: {(error.strerror or str(error)).lower()}")
        return Status.WRONG_CALL
    say(f"{output}: the report")
    return Status.FINE


def _shown(report: "Report") -> Status:
    """Show it on the full screen, and nothing else."""
    from tui.app import run_app
    from tui.paths import shipped_guide
    from tui.screens.report import ReportScreen
    from tui.study import Study, open_guide

    run_app(Study(open_guide(shipped_guide())), lambda ways: ways.open_screen(ReportScreen(report, alone=True)))
    return Status.FINE
