"""The quick tier of its family."""

from tests.faults.quick import holds


def test_io_errors() -> None:
    holds("io_errors")
