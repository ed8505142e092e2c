"""A desk of two schools, the first of which reserves too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, order, unit
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two schools; the first reserved 50,000 元 last year, and files 60,000 of 800,000 this year."""
    with new_desk(
        tmp_path,
        unit(), filing(year=2023, total=500_000, reserve=50_000), filing(reserve=60_000),
        unit("101004", "第二小学"), filing("101004", year=2023, total=100_000, reserve=10_000), filing("101004"),
        order("A1", "101003", 1_000),
    ) as desk:  # fmt: skip
        yield desk
