"""What a learner chose, and that it survives being joined with what they chose elsewhere."""

from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from tests.samples import START, SetClock, sample_guide, sample_study
from tui.memory.attempt import Entry, SettingChosen
from tui.memory.record import Record
from tui.memory.settings import Settings, settings_in, written
from tui.study import Study


def chosen(name: str, value: str, hours: float = 0) -> SettingChosen:
    return SettingChosen(name=name, value=value, at=START + timedelta(hours=hours))


def test_where_nothing_is_chosen_a_review_takes_ten_minutes() -> None:
    assert settings_in({}) == Settings(minutes=10, confidence=False, by=None)


@pytest.mark.parametrize("value", [20, True, date(2026, 3, 1), "light"])
def test_what_is_written_is_read_as_it_was_chosen(value: int | bool | date | str) -> None:
    name = {int: "minutes", bool: "confidence", date: "by", str: "theme"}[type(value)]
    assert getattr(settings_in({name: written(value)}), name) == value


@pytest.mark.parametrize(
    "of",
    [{"minutes": "many"}, {"minutes": "0"}, {"minutes": "٣"}, {"by": "soon"}, {"confidence": "perhaps"}, {"new": "x"}],
)
def test_what_cannot_be_read_is_as_if_nothing_had_been_chosen(of: dict[str, str]) -> None:
    assert settings_in(of) == Settings()


def test_the_last_choice_holds_in_whatever_order_entries_come() -> None:
    entries: list[Entry] = [chosen("minutes", "5"), chosen("minutes", "20", 2), chosen("by", "2026-03-01", 1)]
    for order in permutations(entries):
        assert settings_in(Record(order).digest.settings) == Settings(minutes=20, by=date(2026, 3, 1))


def test_a_choice_is_kept_for_the_next_run_and_once_only(tmp_path: Path) -> None:
    clock = SetClock()
    for _ in range(2):
        study = Study(sample_guide(), clock, data_folder=lambda: tmp_path)
        study.choose("minutes", 20)
        study.choose("by", date(2026, 3, 1))
        study.close()
        clock.move(hours=1)
    later = Study(sample_guide(), clock, data_folder=lambda: tmp_path)
    assert later.settings == Settings(minutes=20, by=date(2026, 3, 1))
    assert len(later.record.entries) == 2
    later.choose("by", None)
    assert later.settings.by is None
    later.close()


def test_a_choice_is_no_study() -> None:
    study = sample_study()
    before = study.next_step()
    study.choose("minutes", 5)
    assert study.next_step() == before
