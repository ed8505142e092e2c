"""The quick tier of its family."""

from tests.faults.quick import holds


def test_foreign_books() -> None:
    holds("foreign_books")
