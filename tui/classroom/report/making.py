"""Make a report of a room."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from statistics import fmean

from tui.classroom.counting import counts_of
from tui.classroom.players import Player
from tui.classroom.report.model import (
    Discrimination,
    Mark,
    PointReport,
    PupilReport,
    QuestionReport,
    Report,
    TeachAgain,
)
from tui.classroom.room import Room
from tui.classroom.rounds import Given, Round
from tui.classroom.shift import shift_of
from tui.classroom.statistics import (
    FEWEST_FOR_CORRELATION,
    correlation,
    correlation_interval,
    share_interval,
)
from tui.guide.model import Guide
from tui.guide.words import KeyPointId, PanelId
from tui.quiz.explain import right_answer
from tui.quiz.question import Question
from tui.quiz.verdict import Verdict, grade_of
from tui.text import Clean

FAILED = 2 / 3
"""A question failed where a smaller share than this was right."""


def report_of(room: Room, began: datetime, guide: Guide[Question] | None) -> Report:
    """Make the report of a room, over or not.

    Args:
        room: the room; rounds whose key was not shown, or that were dropped, do not count.
        began: when it was made, in UTC.
        guide: what it was about, for the words of key points and panels; None where it is not at hand.

    Returns:
        The report. Questions are judged by the answers given before any discussion, pupils' points by those that
        count.
    """
    counted = [each for each in room.rounds if each.counts]
    questions = tuple(_question(room, each, counted) for each in counted)
    points = _key_points(counted, guide)
    return Report(
        title=room.began.title,
        code=room.began.code,
        began=began,
        has_guide=guide is not None,
        pupils=tuple(_pupil(room, player, counted, points) for player in room.playing),
        questions=questions,
        key_points=tuple(_point(room, point, counted, guide) for point in points),
        again=_again(questions, counted, guide),
        dropped=sum(each.passed_over for each in room.rounds),
    )


def _answers(room: Room, asked: Round) -> dict[Player, Given]:
    """What each pupil answered before any discussion."""
    given = ((player, asked.first(player.seat)) for player in room.playing)
    return {player: each for player, each in given if each is not None}


def _question(room: Room, asked: Round, counted: list[Round]) -> QuestionReport:
    answers = _answers(room, asked)
    verdicts = {player: asked.verdict_of(given.response) for player, given in answers.items()}
    right = sum(_is_right(verdict) for verdict in verdicts.values())
    return QuestionReport(
        round=asked.number,
        id=asked.question.id,
        question=asked.question.question,
        key=tuple(map(Clean, right_answer(asked.graded_by.key))),
        there=sum(room.could_answer(player, asked) for player in room.playing),
        answered=len(answers),
        right=right,
        interval=share_interval(right, len(answers)),
        credit=_mean(verdict.credit for verdict in verdicts.values()),
        counts=counts_of(room.ask_of(asked), asked, [given.response for given in answers.values()]),
        discrimination=_discrimination(room, asked, verdicts, counted),
        shift=shift_of(room, asked) if asked.vote > 1 else None,
        accepted=sum(verdict.overruled for verdict in verdicts.values()),
        regraded=asked.regraded is not None,
    )


def _discrimination(
    room: Room, asked: Round, verdicts: Mapping[Player, Verdict], counted: list[Round]
) -> Discrimination | None:
    """The item-rest correlation, over the pupils who answered and were there for another round."""
    pairs = []
    for player, verdict in verdicts.items():
        others = [each for each in counted if each is not asked and room.could_answer(player, each)]
        if others:
            pairs.append((verdict.credit, fmean(_credit(each, player) for each in others)))
    if len(pairs) < FEWEST_FOR_CORRELATION:
        return None
    value = correlation([here for here, _ in pairs], [rest for _, rest in pairs])
    if value is None:
        return None
    return Discrimination(value=value, interval=correlation_interval(value, len(pairs)), pupils=len(pairs))


def _credit(asked: Round, player: Player) -> float:
    given = asked.first(player.seat)
    return asked.verdict_of(given.response).credit if given else 0.0


def _pupil(room: Room, player: Player, counted: list[Round], points: tuple[KeyPointId, ...]) -> PupilReport:
    return PupilReport(
        seat=player.seat,
        name=player.name,
        points=room.total_of(player),
        most=room.most_of(player),
        rounds=tuple(_mark(_credits(each, each.counted(player.seat))) for each in counted),
        points_known=tuple(
            _mark(
                credit
                for each in counted
                if point in each.question.tests
                for credit in _credits(each, each.first(player.seat))
            )
            for point in points
        ),
    )


def _credits(asked: Round, given: Given | None) -> tuple[float, ...]:
    """The credit of an answer, if there is one."""
    return () if given is None else (asked.verdict_of(given.response).credit,)


def _mark(credits_: Iterable[float]) -> Mark:
    had = tuple(credits_)
    if not had:
        return Mark(credit=None, grade=None)
    mean = fmean(had)
    return Mark(credit=mean, grade=grade_of(mean))


def _key_points(counted: list[Round], guide: Guide[Question] | None) -> tuple[KeyPointId, ...]:
    tested = dict.fromkeys(point for each in counted for point in each.question.tests)
    if guide is None:
        return tuple(tested)
    return (
        *(point for point in guide.key_points if point in tested),
        *(p for p in tested if p not in guide.key_points),
    )


def _point(room: Room, point: KeyPointId, counted: list[Round], guide: Guide[Question] | None) -> PointReport:
    credits_ = [
        asked.verdict_of(given.response).credit
        for asked in counted
        if point in asked.question.tests
        for given in _answers(room, asked).values()
    ]
    known = guide.key_points.get(point) if guide else None
    says = known.says if known else Clean("")
    return PointReport(id=point, says=says, answers=len(credits_), credit=_mean(credits_))


def _again(
    questions: tuple[QuestionReport, ...], counted: list[Round], guide: Guide[Question] | None
) -> tuple[TeachAgain, ...]:
    """The panels behind what failed; none where the guide is not at hand, or does not teach it any more."""
    if guide is None:
        return ()
    failed: dict[PanelId, list[QuestionReport]] = {}
    for report, asked in zip(questions, counted, strict=True):
        taught = guide.key_points.get(asked.question.tests[0])
        if taught and report.answered and report.share < FAILED:
            failed.setdefault(taught.panel, []).append(report)
    panels = [_panel_again(guide, panel, reports) for panel, reports in failed.items()]
    return tuple(sorted(panels, key=lambda each: (not each.sure, -each.missed / each.answers)))


def _panel_again(guide: Guide[Question], panel_id: PanelId, failed: list[QuestionReport]) -> TeachAgain:
    lesson = guide.lesson_of_panel[panel_id]
    right, answers = sum(each.right for each in failed), sum(each.answered for each in failed)
    return TeachAgain(
        lesson=lesson.title,
        number=guide.number_of(lesson),
        panel=next(panel.title for panel in lesson.panels if panel.id == panel_id),
        panel_id=panel_id,
        questions=tuple(each.round for each in failed),
        missed=answers - right,
        answers=answers,
        sure=share_interval(right, answers).high < FAILED,
    )


def _is_right(verdict: Verdict) -> bool:
    return verdict.credit >= 1


def _mean(numbers: Iterable[float]) -> float:
    had = tuple(numbers)
    return fmean(had) if had else 0.0
