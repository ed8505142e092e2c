"""Years closed and opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import book, opened
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing, years


def test_a_closed_year_is_read_only(tmp_path: Path) -> None:
    with opened(book(tmp_path)) as desk:
        years.close_year(desk, 2024)
        with pytest.raises(Refused, match="已结账"):
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
        years.close_year(desk, 2024, closed=False)
        assert editing.edit(desk, desk.rows(Filing)[0], "reserve", 1) is not None
