"""The quick tier of its family."""

from tests.faults.quick import holds


def test_damage() -> None:
    holds("damage")
