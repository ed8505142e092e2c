"""The quick tier of its family."""

import pytest

from tests.faults.quick import holds

pytestmark = pytest.mark.timeout(900)  # a loaded machine may take its time


def test_processes() -> None:
    holds("processes")
