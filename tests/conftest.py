"""What all tests share: how long the property tests look, what they cost; and none touches anybody's own record."""

import gc
import os
import time
from collections.abc import Generator, Iterator
from itertools import count
from tempfile import TemporaryDirectory

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

settings.register_profile(
    "check", max_examples=75, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("fuzz", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("check")
learners = count()

TOGETHER = ("tests/classroom/page/", "tests/cli/test_demo.py", "tests/memory/test_forecast.py", "tests/test_wheel.py")
"""Tests that share something dear: a browser, an installed wheel, learners who were simulated."""


UNMEASURED = (
    *("tests/test_cut_off.py", "tests/test_journeys.py", "tests/test_three_days.py"),
    *("tests/screens/test_closing.py", "tests/screens/test_lesson.py", "tests/screens/test_quiz"),
    *("tests/authoring/test_chance.py", "tests/authoring/test_rules_any_text.py", "tests/authoring/test_schema.py"),
    *("tests/drawing/test_prose.py", "tests/memory/test_forecast.py", "tests/quiz/test_choosing.py"),
)
"""Tests that do much, and pass only lines that others pass, too: where they are measured, they cost twice as much."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    """Where tests run in several processes, those that share something dear run in one, and begin first."""
    if measured := Coverage.current():
        measured.stop()  # none of them runs in this process
    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = lambda name: next(filter(name.startswith, TOGETHER), name)
    return scheduler


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and only among what the tests themselves make."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def is_measured(item: pytest.Item) -> bool:
    """Whether a test's lines count: not if it tries many examples, or a screen at one more size."""
    again = isinstance(item, pytest.Function) and "size" in item.fixturenames and item.callspec.indices["size"] > 0
    return not (again or item.get_closest_marker("hypothesis") or item.nodeid.startswith(UNMEASURED))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    measured = None if is_measured(item) else Coverage.current()
    if measured:
        measured.stop()
    try:
        return (yield)
    finally:
        if measured:
            measured.start()


@pytest.fixture(scope="session", autouse=True)
def only_what_runs_here_is_measured() -> None:
    """The processes that tests start are not: that doubles what they cost, and other tests pass the same lines."""
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)


@pytest.fixture(scope="session")
def place_for_data() -> Iterator[str]:
    with TemporaryDirectory(prefix="kruzhok-tests-") as folder:
        yield folder


@pytest.fixture(autouse=True)
def data_of_its_own(place_for_data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins as a learner of whom nothing is known."""
    monkeypatch.setenv("KRUZHOK_HOME", f"{place_for_data}/{next(learners)}")


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """On a computer in Berlin, whose clocks change in spring and in autumn."""
    yield from _at(monkeypatch, "CET-1CEST,M3.5.0,M10.5.0/3")


@pytest.fixture
def in_samoa(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """On a computer in Pago Pago, where it is still the day before for most of the world's day."""
    yield from _at(monkeypatch, "SST11")


def _at(monkeypatch: pytest.MonkeyPatch, zone: str) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        yield
    time.tzset()
