"""Years closed and opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import book, opened
from tests.services.helpers import rules, the_filing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing, years
from zhengzhou_desk.services.desk import Desk


def test_a_closed_year_is_read_only(tmp_path: Path) -> None:
    with opened(book(tmp_path)) as desk:
        years.close_year(desk, 2024)
        with pytest.raises(Refused, match="已结账"):
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
        years.close_year(desk, 2024, closed=False)
        assert editing.edit(desk, desk.rows(Filing)[0], "reserve", 1) is not None


def test_a_closed_year_is_read_only_until_opened_again(desk: Desk) -> None:
    years.close_year(desk, 2024)
    assert not desk.can_edit
    with pytest.raises(Refused, match="2024 年度已结账"):
        editing.edit(desk, the_filing(desk), "reserve", "80000")
    years.close_year(desk, 2024, closed=False)
    editing.edit(desk, the_filing(desk), "reserve", "80000")
    assert "ratio" not in rules(desk)


def test_a_new_year_asks_every_unit_to_file(desk: Desk) -> None:
    years.open_year(desk, 2025)
    assert desk.year == 2025
    assert {finding.unit for finding in desk.findings() if finding.rule == "not_filed"} == {"101003", "101004"}
    with pytest.raises(Refused, match="已经在账册里"):
        years.open_year(desk, 2025)
