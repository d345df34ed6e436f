"""What entries come to: the same in whatever order they came and wherever it was written down on the way."""

import zlib
from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid5

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.memory.histories import LESSON, PANELS, POINTS, QUESTIONS, histories, id_of
from tests.memory.writing import GUIDE, attempt
from tests.samples import START
from tui.memory import remembering
from tui.memory.activity import RECENT, activity
from tui.memory.attempt import (
    AfreshTakenBack,
    Amendment,
    Attempt,
    AttemptId,
    Change,
    Entry,
    MarkerId,
    PanelRead,
    Proved,
    SettingChosen,
    SittingId,
    StartedAfresh,
)
from tui.memory.digest import FORM, Digest, written
from tui.memory.folding import MISTAKES, REVIEWS, SITTINGS
from tui.memory.mastery import Known
from tui.memory.order import changes_of
from tui.memory.record import Record
from tui.memory.remembering import condense_what_is_kept, remember, remember_from_log
from tui.memory.store import NAME, Row, Store
from tui.quiz.ask import Paired, Picked, Recalled, Skipped, Written
from tui.quiz.confidence import Confidence
from tui.quiz.events import Mode
from tui.quiz.verdict import Credit, Grade

MARKER = MarkerId(UUID(int=500))


def asked(number: int, grade: Grade = Grade.WRONG, **changed: object) -> Attempt:
    """The attempt of an hour."""
    at = START + timedelta(hours=number)
    as_it_is = {
        "id": AttemptId(UUID(int=number + 1)),
        "question": QUESTIONS[0],
        "key_points": POINTS[:1],
        "grade": grade,
        "credit": Credit(float(grade is Grade.CORRECT)),
        "began": at,
        "answered": at + timedelta(seconds=9),
    }
    return replace(attempt(), **{**as_it_is, **changed})


def rows_of(entries: list[Entry]) -> list[Row]:
    return [Row.of(UUID(int=id_of(entry) or uuid5(UUID(int=0), repr(entry)).int), GUIDE, entry) for entry in entries]


@given(histories.flatmap(lambda entries: st.tuples(st.just(entries), st.permutations(entries))))
def test_any_order_of_arrival_comes_to_the_same(orders: tuple[list[Entry], list[Entry]]) -> None:
    one, other = orders
    assert written(Record(one).digest) == written(Record(other).digest)


@given(histories, st.integers(0, 12))
def test_what_is_written_down_and_the_last_entries_come_to_the_same_as_all(entries: list[Entry], left: int) -> None:
    record = Record(entries)
    assert written(Record((), record.condensed(left)).digest) == written(record.digest)


@given(histories)
def test_entries_added_one_by_one_come_to_the_same_as_all_at_once(entries: list[Entry]) -> None:
    record, kept = Record(), list[Entry]()
    for entry in entries:
        try:
            record.add(entry)
        except KeyError:
            continue
        if not record.needs_log:
            kept.append(entry)
    assert written(record.digest) == written(Record(kept).digest)


@settings(max_examples=60, deadline=None)
@given(histories, st.lists(st.tuples(st.integers(1, 9), st.booleans()), max_size=6))
def test_a_file_read_by_its_snapshots_comes_to_the_same_as_its_whole_log(
    entries: list[Entry], chunks: list[tuple[int, bool]]
) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        for name, value in {"FEW": 3, "MOST": 1, "LEFT": 2, "MANY": 6}.items():
            patch.setattr(remembering, name, value)
        store = Store(Path(folder, NAME))
        store._connection.execute("PRAGMA synchronous = OFF")
        waiting = rows_of(entries)
        for size, condense in [*chunks, (len(waiting), True)]:
            store.add(waiting[:size])
            del waiting[:size]
            if condense:
                condense_what_is_kept(store, GUIDE)
            there = written(Record(store.entries(GUIDE)).digest)
            assert written(remember(store, GUIDE).digest) == there
            assert written(remember_from_log(store, GUIDE).digest) == there
        store.look_over()
        store.close()


def test_a_key_point_is_known_by_all_that_was_said_of_it() -> None:
    known = [
        asked(0, confidence=Confidence.SURE),
        asked(30, Grade.CORRECT, question=QUESTIONS[1], response=Written(("1920",))),
        asked(90, question=QUESTIONS[2]),
    ]
    record = Record(known)
    on = record.digest.points[POINTS[0]]
    assert (on.attempts, on.first, on.question) == (3, known[0].answered, QUESTIONS[2])
    assert [each.at for each in on.reviews] == [each.answered for each in known]
    assert on.card
    assert on.card.stability == on.reviews[-1].stability
    assert record.knowledge == {POINTS[0]: Known(on.card, QUESTIONS[2], surely_wrong=False, missed=True)}
    assert record.grade_on(POINTS[0]) is Grade.WRONG
    assert record.missed() == (QUESTIONS[0], QUESTIONS[2])


def test_what_was_mixed_up_is_counted_with_the_question_that_asked_it() -> None:
    key, pairs = Picked(("the party",)), Paired((("Lenin", "party"), ("Kollontai", "unions")))
    record = Record(
        [
            asked(0, response=Picked(("the unions",)), key=key),
            asked(1, response=Picked(("the unions", "the party")), key=key, grade=Grade.PARTLY),
            asked(2, response=Picked(("the party",)), key=key, grade=Grade.CORRECT),
            asked(3, question=QUESTIONS[1], response=Written((" May  1920 ",))),
            asked(4, question=QUESTIONS[1], response=Written(("near",)), grade=Grade.PARTLY),
            asked(5, question=QUESTIONS[2], response=Paired((("Lenin", "unions"), ("Kollontai", "unions"))), key=pairs),
            asked(6, question=QUESTIONS[3], response=Picked(("one", "two"))),
        ]
    )
    mistakes = {question: on.mistakes for question, on in record.digest.questions.items()}
    assert mistakes == {
        QUESTIONS[0]: {"the unions": 2},
        QUESTIONS[1]: {"May 1920": 1, "near": 1},
        QUESTIONS[2]: {"Lenin → unions": 1},
        QUESTIONS[3]: {},
    }
    assert record.digest.questions[QUESTIONS[0]].key == key


def test_activity_counts_answers_in_quarters_of_an_hour_and_nobody_who_went_away() -> None:
    at = START + timedelta(minutes=14)
    long = [
        asked(0, began=at, answered=at + timedelta(seconds=20)),
        asked(1, began=at, answered=at + timedelta(hours=3), response=Written(("1920",)), confidence=Confidence.GUESS),
        asked(2, Grade.CORRECT, began=at + timedelta(hours=3), answered=at + timedelta(hours=5)),
        asked(3, began=at + timedelta(hours=6), answered=at + timedelta(hours=5)),
    ]
    digest = Record(long).digest
    first = int(START.timestamp()) // 900
    assert {quarter - first: (on.answers, on.seconds) for quarter, on in activity(digest)} == {
        0: (1, 20),
        12: (1, 180),
        20: (2, 60),
    }
    assert {how: (on.answers, on.right) for how, on in digest.by_confidence.items()} == {Confidence.GUESS: (1, 0)}


def test_activity_loses_nothing_where_the_clock_was_set_back_after_much_of_it_was_packed() -> None:
    hours = range(5 * RECENT)
    record = Record((), Record(map(asked, hours)).condensed(10))
    for number, hour in enumerate((-1, 0)):
        at = START + timedelta(hours=hour)
        record.add(asked(len(hours) + number, began=at, answered=at + timedelta(seconds=9)))
    counts = Counter[int]()
    for quarter, on in activity(record.digest):
        counts[(quarter - int(START.timestamp()) // 900) // 4] += on.answers
    assert counts == Counter((-1, 0, *hours))


def test_activity_of_the_long_past_stays_in_its_order_in_few_bytes() -> None:
    quarters = 5 * RECENT
    record = Record([asked(number, Grade.CORRECT) for number in range(quarters)])
    found = list(activity(record.digest))
    assert [quarter for quarter, _ in found] == [int(START.timestamp()) // 900 + 4 * each for each in range(quarters)]
    assert {(on.answers, on.seconds, on.right) for _, on in found} == {(1, 9, 1)}
    assert len(record.digest.quarters) <= RECENT


def test_the_last_sittings_are_told_of_in_brief() -> None:
    sittings = [SittingId(UUID(int=number)) for number in range(SITTINGS + 2)]
    once = [asked(number, Grade.CORRECT, sitting=sitting) for number, sitting in enumerate(sittings)]
    more = [asked(99, again=True, sitting=sittings[-1]), asked(100, sitting=sittings[-1], mode=Mode.EXAM)]
    found = Record([*once, *more]).digest.sittings
    assert list(found) == [sitting.hex for sitting in sittings[2:]]
    last = found[sittings[-1].hex]
    assert (last.mode, last.asked, last.credit) == (Mode.PRACTICE, 2, 1.0)
    assert (last.began, last.ended) == (once[-1].began, more[-1].answered)


def test_a_fresh_start_forgets_what_is_known_until_it_is_taken_back() -> None:
    before: list[Entry] = [
        asked(0),
        asked(1, question=QUESTIONS[1], key_points=POINTS[1:2]),
        PanelRead(panel=PANELS[0], at=START),
        PanelRead(panel=PANELS[1], at=START),
    ]
    at = START + timedelta(hours=2)
    lesson = StartedAfresh(
        id=MARKER, lesson=LESSON, key_points=POINTS[:1], questions=QUESTIONS[:1], panels=PANELS[:1], at=at
    )
    record = Record(before)
    as_it_was = written(record.digest)
    record.add(lesson)
    assert (set(record.knowledge), record.missed(), list(record.read_panels)) == (
        {POINTS[1]},
        (QUESTIONS[1],),
        [PANELS[1]],
    )
    assert list(record.digest.fresh_starts) == [MARKER.hex]
    everything = Record([*before, StartedAfresh(id=MARKER, lesson=None, at=at)])
    assert (everything.knowledge, everything.missed(), list(everything.read_panels)) == ({}, (), [])
    assert everything.digest.questions[QUESTIONS[0]].asked == 1
    for afresh in (record, everything):
        afresh.add(AfreshTakenBack(marker=MARKER, at=at + timedelta(hours=1)))
        afresh.digest.latest = Record(before).digest.latest
        assert written(afresh.digest) == as_it_was


def test_what_was_proved_counts_as_recalled_and_read_and_what_is_known_better_stays() -> None:
    first = asked(0, key_points=POINTS[:1])
    proof = Proved(lesson=LESSON, key_points=POINTS[:2], panels=PANELS[:2], at=START + timedelta(hours=2))
    record = Record([first, proof])
    assert list(record.read_panels) == list(PANELS[:2])
    assert record.knowledge[POINTS[0]] == Record([first]).knowledge[POINTS[0]]
    card = record.knowledge[POINTS[1]].card
    assert card
    assert (card.last_review, card.stability > 5) == (proof.at, True)
    assert record.grade_on(POINTS[1]) is None


def test_it_does_not_grow_with_attempts() -> None:
    def size(many: int) -> int:
        attempts = [
            asked(
                number % 2000,
                id=AttemptId(UUID(int=number + 1)),
                sitting=SittingId(UUID(int=number // 10)),
                question=QUESTIONS[number % 4],
                key_points=POINTS,
                response=Written((f"{number % 50}",)),
            )
            for number in range(many)
        ]
        digest = Record(attempts).digest
        assert all(len(on.reviews) <= REVIEWS for on in digest.points.values())
        assert all(len(on.mistakes) <= MISTAKES for on in digest.questions.values())
        return len(written(digest))

    assert size(8000) < size(2000) * 1.05


def test_an_amendment_counts_once_its_attempt_comes() -> None:
    amendment = Amendment(attempt=asked(0).id, change=Change.OVERRULED, at=START + timedelta(hours=1))
    early = Record([amendment])
    assert early.amends_others == {1}
    there = Record([asked(0)], early.condensed(0))
    assert there.amends_others == frozenset()
    assert there.grade_on(POINTS[0]) is Grade.CORRECT
    assert changes_of([amendment, Amendment(attempt=asked(0).id, change=Change.TAKEN_BACK, at=START)], {}) == {
        1: Change.TAKEN_BACK
    }


def rounded(said: object) -> object:
    """The same on every machine: the last digits of a power are not."""
    match said:
        case float():
            return round(said, 6)
        case dict():
            return {name: rounded(each) for name, each in said.items()}
        case list() | tuple():
            return [rounded(each) for each in said]
        case _:
            return said


def test_what_changes_what_entries_come_to_raises_the_form() -> None:
    """If this fails, `tui.memory.digest.FORM` must be one more than it was: snapshots are then computed anew."""
    entries: list[Entry] = [
        asked(
            number * 11,
            grade,
            key_points=POINTS[: 1 + number % 3],
            question=QUESTIONS[number % 4],
            response=response,
            key=response,
            confidence=confidence,
            sitting=SittingId(UUID(int=number // 3)),
        )
        for number, (grade, response, confidence) in enumerate(
            (grade, response, confidence)
            for grade in Grade
            for response in (Picked(("one",)), Written(("two",)))
            for confidence in (None, *Confidence)
        )
    ]
    entries.append(asked(1_500, Grade.SKIPPED, response=Skipped(), key=Recalled("", (0,)), question=QUESTIONS[1]))
    entries.append(Proved(lesson=LESSON, key_points=POINTS, panels=PANELS, at=START + timedelta(days=99)))
    entries.append(SettingChosen(name="minutes", value="5", at=START + timedelta(days=99)))
    entries.append(
        StartedAfresh(id=MARKER, lesson=LESSON, questions=QUESTIONS[:1], at=START + timedelta(days=100)),
    )
    said = repr(rounded(msgspec.to_builtins(Record(entries).digest)))
    assert (FORM, zlib.crc32(said.encode())) == (9, 2197695733)
    assert written(Digest()) == written(Record().digest)


def test_a_sure_error_is_not_settled_by_its_return_in_the_same_sitting_but_by_a_later_answer() -> None:
    error = asked(0, confidence=Confidence.SURE)
    back, later = asked(1, Grade.CORRECT, again=True), asked(30, Grade.CORRECT)
    assert Record([error, back]).digest.points[POINTS[0]].surely_wrong
    assert not Record([error, back, later]).digest.points[POINTS[0]].surely_wrong
