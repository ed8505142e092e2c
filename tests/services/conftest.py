"""What a service does to an import begins with the book that `tests/exchange` imports into."""

from tests.exchange.conftest import desk

__all__ = ["desk"]
