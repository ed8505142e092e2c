"""The quick tier of its family."""

import random

import pytest

from tests.faults import mutants
from tests.faults.quick import holds
from zhengzhou_desk.exchange.limits import LARGEST_FILE

pytestmark = pytest.mark.timeout(900)  # a loaded machine may take its time


def test_sheets() -> None:
    holds("sheets")


def test_a_mutant_of_a_mutant_stays_a_file_that_is_read() -> None:
    """One that is refused for its size tries nothing else, and making it took the memory and time of the try."""
    text = "<td>1</td>" * 300_000
    sizes = [len(mutants._repeated(random.Random(number), text, 0, 2_000_000)) for number in range(20)]
    assert len(text) < max(sizes) < LARGEST_FILE
