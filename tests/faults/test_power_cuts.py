"""The quick tier of its family."""

from tests.faults.quick import holds


def test_power_cuts() -> None:
    holds("power_cuts")
