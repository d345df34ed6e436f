"""What all tests share: how long the property tests look, and that none touches anybody's own record."""

from collections.abc import Iterator
from itertools import count
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "check", max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("fuzz", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("check")
learners = count()


@pytest.fixture(scope="session")
def place_for_data() -> Iterator[str]:
    with TemporaryDirectory(prefix="kruzhok-tests-") as folder:
        yield folder


@pytest.fixture(autouse=True)
def data_of_its_own(place_for_data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins as a learner of whom nothing is known."""
    monkeypatch.setenv("KRUZHOK_HOME", f"{place_for_data}/{next(learners)}")
