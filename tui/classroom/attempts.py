"""What a player takes home: their attempts, as their own record would have kept them."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from uuid import uuid5

from tui.classroom.players import Player
from tui.classroom.room import Room
from tui.classroom.rounds import Round
from tui.guide.model import Guide
from tui.memory.attempt import Attempt, AttemptId, Occasion, SittingId
from tui.memory.exchange import line_of, write_lines
from tui.memory.store import Row
from tui.quiz.events import Mode
from tui.quiz.question import Question


def attempt_of(room: Room, player: Player, asked: Round, guide: Guide[Question]) -> Attempt | None:
    """What a player did in a round, as an attempt: by their own first answer, before anybody helped.

    Its id is made of the room, the seat, the round and the grading: kept twice it is kept once, and graded otherwise
    it is another attempt.

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
    graded = f"{question.fingerprint}/{verdict.credit}/{verdict.overruled}"
    return Attempt(
        id=AttemptId(uuid5(room.began.id, f"{player.seat}/{asked.number}/{graded}")),
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


def line_for(room: Room, player: Player, asked: Round, guide: Guide[Question]) -> str:
    """A player's attempt in a round, as a line of the file they take home; empty where there is none.

    Args:
        room: the room.
        player: whose.
        asked: which round.
        guide: the guide it is about.
    """
    attempt = attempt_of(room, player, asked, guide)
    return line_of(_row(room, attempt)).decode() if attempt else ""


def file_for(room: Room, player: Player, guide: Guide[Question]) -> str:
    """All of a player's attempts, as a file that `kruzhok data merge` takes; empty where there are none.

    Args:
        room: the room.
        player: whose.
        guide: the guide it is about.
    """
    rows = list(_rows(room, player, guide))
    if not rows:
        return ""
    file = BytesIO()
    write_lines(rows, file)
    return file.getvalue().decode()


def _rows(room: Room, player: Player, guide: Guide[Question]) -> Iterator[Row]:
    for asked in room.rounds:
        attempt = attempt_of(room, player, asked, guide)
        if attempt is not None:
            yield _row(room, attempt)


def _row(room: Room, attempt: Attempt) -> Row:
    return Row.of(attempt.id, room.began.guide, attempt)
