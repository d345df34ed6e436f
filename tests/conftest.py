"""What all tests share: how long the property tests look."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "check", max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("fuzz", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("check")
