"""What a player takes home: their attempts, as their own record would have kept them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from uuid import uuid5

from tui.classroom.players import Player
from tui.classroom.room import Room
from tui.classroom.rounds import Former, Round
from tui.guide.model import Guide
from tui.memory.attempt import Amendment, Attempt, AttemptId, Change, Occasion, SittingId
from tui.memory.exchange import line_of, write_lines
from tui.memory.store import Row
from tui.quiz.events import Mode
from tui.quiz.question import Question


def attempt_of(room: Room, player: Player, asked: Round, guide: Guide[Question]) -> Attempt | None:
    """What a player did in a round, as an attempt: by their own first answer, before anybody helped.

    Its id is made of the room, the seat, the round and the grading: kept twice it is kept once, and graded otherwise
    it is another attempt, be it as it was graded before the last time.

    Args:
        room: the room.
        player: whose.
        asked: a round that counts.
        guide: the guide it is about.

    Returns:
        The attempt; None, where they gave no answer, or the guide does not teach the question any more.
    """
    question, given = asked.graded_by, asked.first(player.seat)
    if given is None or not asked.counts or not set(question.tests) <= guide.key_points.keys():
        return None
    verdict = asked.verdict_of(given.response)
    began = asked.opened if player.seat not in asked.votes[0] else asked.first_opened or asked.opened
    return Attempt(
        id=next(reversed(_gradings(room, player, asked))),
        question=question.id,
        fingerprint=question.fingerprint,
        key_points=question.tests,
        lesson=guide.lesson_of(question).id,
        mode=Mode.PRACTICE,
        occasion=Occasion.CLASS,
        seed=f"{room.began.seed}/{question.id}",
        response=given.response,
        key=verdict.key,
        sitting=SittingId(uuid5(room.began.id, player.seat)),
        grade=verdict.grade,
        credit=verdict.credit,
        overruled=verdict.overruled,
        began=began,
        answered=began + timedelta(seconds=given.took),
    )


def lines_for(room: Room, player: Player, asked: Round, guide: Guide[Question]) -> str:
    """What a round puts on a player's record, as lines of the file they take home; empty where there is nothing.

    Args:
        room: the room.
        player: whose.
        asked: which round.
        guide: the guide it is about.
    """
    return b"".join(map(line_of, _rows(room, player, asked, guide))).decode()


def file_for(room: Room, player: Player, guide: Guide[Question]) -> str:
    """All of a player's attempts, as a file that `kruzhok data merge` takes; empty where there are none.

    Args:
        room: the room.
        player: whose.
        guide: the guide it is about.
    """
    rows = [row for asked in room.rounds for row in _rows(room, player, asked, guide)]
    if not rows:
        return ""
    file = BytesIO()
    write_lines(rows, file)
    return file.getvalue().decode()


def _rows(room: Room, player: Player, asked: Round, guide: Guide[Question]) -> Iterator[Row]:
    """That each attempt by a former grading is taken back, whoever may have kept it, and the one that counts."""
    for attempt, until in _gradings(room, player, asked).items():
        if until is not None:
            back = Amendment(attempt=attempt, change=Change.TAKEN_BACK, at=until)
            yield Row.of(uuid5(room.began.id, f"{attempt}/taken back"), room.began.guide, back)
    if (counts := attempt_of(room, player, asked, guide)) is not None:
        yield Row.of(counts.id, room.began.guide, counts)


def _gradings(room: Room, player: Player, asked: Round) -> dict[AttemptId, datetime | None]:
    """The ids of a player's attempts in a round, grading after grading, and until when each counted: None for still.

    A grading that returns has a number besides: what was taken back stays so.
    """
    given = asked.first(player.seat)
    if given is None:
        return {}
    counted = [*asked.former, Former(asked, None)] if asked.counts else asked.former
    turns: list[tuple[str, datetime | None]] = []
    for each in counted:
        verdict = each.asked.verdict_of(given.response)
        graded = f"{each.asked.graded_by.fingerprint}/{verdict.credit}/{verdict.overruled}"
        if turns and turns[-1][0] == graded:
            turns.pop()
        turns.append((graded, each.until))
    before: set[str] = set()
    ids = {}
    for number, (graded, until) in enumerate(turns):
        name = f"{graded}/{number}" if graded in before else graded
        ids[AttemptId(uuid5(room.began.id, f"{player.seat}/{asked.number}/{name}"))] = until
        before.add(graded)
    return ids
