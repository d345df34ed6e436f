"""The forgetting curve: against the `fsrs` package, and what holds of it whatever happens."""

from datetime import UTC, datetime, timedelta, timezone
from math import isclose

import fsrs
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from tui.memory.rating import Rating
from tui.memory.schedule import (
    LEAST,
    MOST,
    RECOGNISED_AT_MOST,
    SAME_DAY,
    WEIGHTS,
    Card,
    due,
    retrievability,
    review,
)

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
PACKAGE = fsrs.Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
THEIRS = [Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY]
RIGHT = [rating for rating in Rating if rating is not Rating.AGAIN]

times = st.timedeltas(timedelta(days=-9_000), timedelta(days=27_000)).map(lambda since: START + since)
spans = st.timedeltas(timedelta(), timedelta(days=4000))
cards = st.builds(Card, st.floats(LEAST, MOST), st.floats(1, 10), times)
ratings = st.sampled_from(Rating)


def by_the_package(ratings: list[tuple[Rating, timedelta]]) -> fsrs.Card:
    card, at = fsrs.Card(card_id=1, due=START), START
    for rating, wait in ratings:
        at += wait
        card, _ = PACKAGE.review_card(card, fsrs.Rating(rating), at)
    return card


def after(ratings: list[tuple[Rating, timedelta]], card: Card | None = None, at: datetime = START) -> Card:
    for rating, wait in ratings:
        at += wait
        card = review(card, rating, at)
    assert card is not None
    return card


def test_the_weights_are_those_of_the_package() -> None:
    assert WEIGHTS == DEFAULT_PARAMETERS


@given(st.lists(st.tuples(st.sampled_from(THEIRS), st.integers(1, 400).map(timedelta)), min_size=1, max_size=12))
def test_reviews_whole_days_apart_come_out_as_by_the_package(ratings: list[tuple[Rating, timedelta]]) -> None:
    ours, theirs = after(ratings), by_the_package(ratings)
    assert theirs.stability is not None
    assert theirs.difficulty is not None
    assert isclose(ours.stability, min(theirs.stability, MOST), rel_tol=1e-9)
    assert isclose(ours.difficulty, theirs.difficulty, rel_tol=1e-9)


@given(cards, st.integers(0, 4000))
def test_the_chance_after_whole_days_is_that_of_the_package(card: Card, days: int) -> None:
    theirs = fsrs.Card(card_id=1, due=START, stability=card.stability, last_review=card.last_review)
    at = card.last_review + days * DAY
    assert isclose(retrievability(card, at), PACKAGE.get_card_retrievability(theirs, at), rel_tol=1e-9)


def test_a_card_recalled_whenever_it_is_due_comes_at_the_intervals_that_fsrs_is_tested_with() -> None:
    intervals = []
    waits = [timedelta(), timedelta(minutes=10), 2 * DAY, 11 * DAY, 46 * DAY, 163 * DAY]
    for done in range(2, len(waits) + 1):
        card = after([(Rating.GOOD, wait) for wait in waits[:done]])
        intervals.append(round((due(card) - card.last_review) / DAY))
    assert intervals == [2, 11, 46, 163, 497]


def test_a_repeat_soon_after_a_miss_gains_as_by_the_package() -> None:
    missed = [(Rating.GOOD, timedelta()), (Rating.AGAIN, 9 * DAY), (Rating.GOOD, timedelta(minutes=10))]
    theirs = by_the_package(missed).stability
    assert theirs is not None
    assert isclose(after(missed).stability, theirs, rel_tol=1e-9)


@given(cards, st.lists(spans, min_size=2))
def test_the_chance_of_recall_lies_between_0_and_1_and_falls_with_time(card: Card, waits: list[timedelta]) -> None:
    chances = [retrievability(card, card.last_review + wait) for wait in sorted(waits)]
    assert all(0 < chance <= 1 for chance in chances)
    assert chances == sorted(chances, reverse=True)


@given(cards, st.floats(LEAST, MOST), spans)
def test_of_two_the_one_that_holds_better_is_the_likelier(card: Card, other: float, wait: timedelta) -> None:
    low, high = sorted((card.stability, other))
    at = card.last_review + wait
    chances = [retrievability(Card(stability, card.difficulty, card.last_review), at) for stability in (low, high)]
    assert chances == sorted(chances)


@given(cards, st.sampled_from(RIGHT), spans)
def test_a_right_answer_never_lowers_stability(card: Card, rating: Rating, wait: timedelta) -> None:
    assert review(card, rating, card.last_review + wait).stability >= card.stability


@given(cards, spans)
def test_a_wrong_answer_never_raises_stability(card: Card, wait: timedelta) -> None:
    assert review(card, Rating.AGAIN, card.last_review + wait).stability <= card.stability


@given(cards, st.sampled_from([Rating.BARELY, Rating.RECOGNISED]), spans)
def test_to_recognise_counts_for_less_than_to_recall(card: Card, rating: Rating, wait: timedelta) -> None:
    at = card.last_review + wait
    assert review(card, rating, at).stability <= review(card, Rating.GOOD, at).stability
    assert review(None, rating, at).stability < review(None, Rating.GOOD, at).stability
    assert review(card, rating, at).stability <= max(card.stability, RECOGNISED_AT_MOST)


@given(cards, spans)
def test_the_better_it_went_the_better_it_holds(card: Card, wait: timedelta) -> None:
    at = card.last_review + wait
    scale = [Rating.AGAIN, Rating.BARELY, Rating.RECOGNISED, Rating.GOOD, Rating.EASY]
    assert sorted(scale, key=lambda rating: review(card, rating, at).stability) == scale


@given(cards, st.integers(0, 11))
def test_what_was_remembered_in_part_changes_nothing_on_the_same_day(card: Card, hours: int) -> None:
    at = card.last_review + timedelta(hours=hours)
    for rating in (Rating.HARD, Rating.BARELY):
        after_it = review(card, rating, at)
        assert (after_it.stability, after_it.difficulty) == (card.stability, card.difficulty)


def test_the_next_evening_is_another_day_though_it_comes_ten_minutes_early() -> None:
    once = review(None, Rating.GOOD, START)
    same_day, next_day = (review(once, Rating.GOOD, START + timedelta(hours=hours)) for hours in (11.9, 12.1))
    assert same_day.stability == once.stability
    assert next_day.stability > 1.5 * once.stability
    early, late = (review(once, Rating.GOOD, START + DAY + timedelta(minutes=minutes)) for minutes in (-10, 10))
    assert isclose(early.stability, late.stability, rel_tol=0.02)


@given(cards, spans, st.lists(st.tuples(st.sampled_from(RIGHT), st.integers(0, 6)), min_size=9, max_size=9))
def test_to_cram_ten_times_in_an_hour_gains_half_a_day_at_most(
    card: Card, wait: timedelta, more: list[tuple[Rating, int]]
) -> None:
    once = review(card, Rating.GOOD, card.last_review + wait)
    crammed = after([(rating, timedelta(minutes=gap)) for rating, gap in more], once, once.last_review)
    assert crammed.stability <= once.stability + 0.5
    assert crammed.difficulty == once.difficulty


@given(cards, spans, st.lists(st.integers(0, 6), max_size=9))
def test_to_miss_again_and_again_within_an_hour_ends_where_a_first_miss_does(
    card: Card, wait: timedelta, gaps: list[int]
) -> None:
    once = review(card, Rating.AGAIN, card.last_review + wait)
    crammed = after([(Rating.AGAIN, timedelta(minutes=gap)) for gap in gaps], once, once.last_review)
    assert crammed.stability >= min(once.stability, WEIGHTS[0])


@given(cards, ratings, spans)
def test_a_clock_set_back_counts_as_no_time(card: Card, rating: Rating, back: timedelta) -> None:
    earlier = card.last_review - back
    assert retrievability(card, earlier) == 1
    set_back = review(card, rating, earlier)
    assert set_back.last_review == earlier
    assert set_back.stability == review(card, rating, card.last_review).stability


@given(st.lists(st.tuples(ratings, times), min_size=1), st.floats(0.01, 0.999))
def test_whatever_happens_a_card_stays_within_its_bounds(happened: list[tuple[Rating, datetime]], kept: float) -> None:
    card = None
    for rating, at in happened:
        card = review(card, rating, at)
        assert LEAST <= card.stability <= MOST
        assert 1 <= card.difficulty <= 10
        assert due(card, kept) >= card.last_review + SAME_DAY


@given(cards, st.floats(0.3, 0.99))
def test_what_is_due_has_fallen_to_the_retention_and_not_below(card: Card, kept: float) -> None:
    when = due(card, kept)
    chance = retrievability(card, when)
    early = when <= card.last_review + SAME_DAY
    far = when >= card.last_review + timedelta(days=10 * MOST) or when.year >= 9999
    assert early or far or isclose(chance, kept, rel_tol=1e-6)


def test_in_the_last_days_there_are_something_is_due_all_the_same() -> None:
    last = datetime.max.replace(tzinfo=UTC)
    assert due(Card(MOST, 5.0, last - DAY)) == last


def test_a_time_without_a_zone_is_refused() -> None:
    card = review(None, Rating.GOOD, START)
    naive = START.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        review(None, Rating.GOOD, naive)
    with pytest.raises(ValueError, match="time zone"):
        retrievability(card, naive)


def test_a_time_of_another_zone_is_the_same_time() -> None:
    there = START.astimezone(timezone(timedelta(hours=3)))
    assert review(None, Rating.GOOD, there) == review(None, Rating.GOOD, START)
    assert review(None, Rating.GOOD, there).last_review.tzinfo is UTC


@pytest.mark.parametrize("kept", [0.0, 1.0, -0.5, 2.0, float("nan")])
def test_a_retention_that_is_no_chance_is_refused(kept: float) -> None:
    with pytest.raises(ValueError, match="retention"):
        due(review(None, Rating.GOOD, START), kept)
