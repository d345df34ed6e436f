"""`kruzhok data export`: the record as files that can be taken elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.data import there
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain, say, unknown
from tui.text import counted

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.guide.words import GuideId
    from tui.memory.attempt import Entry
    from tui.memory.rewriting import Rewriting
    from tui.memory.store import Row


def export(folder: Path, options: "Namespace") -> Status:
    """Write the two files."""
    from tui.memory.attempts_table import write_table
    from tui.memory.exchange import write_lines
    from tui.memory.rewriting import Rewriting
    from tui.memory.store import NAME
    from tui.memory.whole_files import written_whole

    with closing(Rewriting(there(folder / NAME))) as store:
        everything = _all_of(store, guide_named(store, options.guide) if options.guide else None)
        end = f"-{_for_a_name(options.guide)}" if options.guide else ""
        place = Path(options.folder)
        lines, table = place / f"kruzhok-record{end}.jsonl", place / f"kruzhok-attempts{end}.csv"
        try:
            place.mkdir(parents=True, exist_ok=True)
            with written_whole(lines) as file:
                entries = write_lines((row for row, _ in everything()), file)
            with written_whole(table) as file:
                attempts = write_table(everything, _types(), file)
        except OSError as error:
            complain(f"{error.filename or place}: {(error.strerror or str(error)).lower()}. Your record is as it was")
            return Status.WRONG_CALL
    say(f"{lines}: {counted(entries, 'entry', 'entries')}, for kruzhok data merge on another machine")
    say(f"{table}: {counted(attempts, 'attempt', 'attempts')}, as a table")
    return Status.FINE


def guide_named(store: "Rewriting", name: str) -> "GuideId":
    """The guide with this name, in a record.

    Raises:
        WrongCall: the record has none.
    """
    guides = store.guides()
    if not guides:
        raise WrongCall("Nothing is kept of any guide yet")
    for guide in guides:
        if guide == name:
            return guide
    raise WrongCall(unknown("guide in your record", name, guides))


def _all_of(store: "Rewriting", guide: "GuideId | None") -> Callable[[], "Iterator[tuple[Row, Entry]]"]:
    return lambda: (each for each in store.everything() if guide in {None, each[0].guide})


def _types() -> Callable[["GuideId", str], str]:
    """Says the type of a question, if it is one of the guide at hand."""
    from tui.guide.errors import GuideError
    from tui.paths import guide_folder
    from tui.study import open_guide

    try:
        guide = open_guide(guide_folder(None, Path()))
    except GuideError:
        return lambda _guide, _question: ""
    types = {str(question.id): str(type(question).__struct_config__.tag) for question in guide.questions.values()}
    return lambda of, question: types.get(question, "") if of == guide.id else ""


def _for_a_name(guide: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in guide)[:60]
