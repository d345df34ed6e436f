"""What went wrong, said in one line: nobody sees a traceback."""

import sys

from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain
from tui.cli.terminal import let_go_of_output
from tui.guide.errors import GuideError
from tui.guide.problems import shorten
from tui.paths import NoDataFolder


def status_of(error: BaseException) -> Status:
    """Say what went wrong, if anybody needs to be told, and give the exit status for it."""
    match error:
        case KeyboardInterrupt():
            sys.stderr.write("\n")
            return Status.INTERRUPTED
        case BrokenPipeError():
            let_go_of_output()
            return Status.PIPE_CLOSED
        case GuideError() | WrongCall():
            complain(str(error))
            return Status.WRONG_CALL
        case NoDataFolder():
            complain(str(error))
            return Status.DATA
        case OSError():
            complain(_about(error))
            if not error.filename:
                let_go_of_output()
            return Status.WRONG_CALL
        case _:
            return crashed(error)


def crashed(error: BaseException) -> Status:
    """Keep what a developer needs in a log, and say where it is. What variables held is left out."""
    complain(f"Something went wrong that should not have, and kruzhok had to stop.{_kept(error)}")
    return Status.CRASHED


def _about(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return (
        f"{shorten(str(error.filename), 200)}: {reason}"
        if error.filename
        else f"The output could not be written: {reason}"
    )


def _kept(error: BaseException) -> str:
    import traceback
    from tempfile import NamedTemporaryFile

    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", errors="replace", prefix="kruzhok-", suffix=".log", delete=False
        ) as log:
            log.write("".join(traceback.format_exception(error)))
    except OSError:
        return ""
    return f" To report it, send this file: {log.name}"
