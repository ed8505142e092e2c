"""The way of a filing from filed to confirmed, with its versions and the lock of the submission."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing, filings
from zhengzhou_desk.services.desk import Desk

DAY = datetime.date(2024, 4, 1)
ROWS = (
    unit("101003", "第一小学"), unit("101004", "第二小学"), unit("101005", "第三小学"),
    filing("101003", 800_000, 80_000, state="filed", confirmed=None),
    filing("101003", 700_000, 70_000, year=2023),
    filing("101004", 800_000, 60_000, state="filed", confirmed=None),
    filing("101004", 700_000, 50_000, year=2023),
)  # fmt: skip


def of(desk: Desk, code: str) -> Filing:
    return next(row for row in desk.rows(Filing) if row.unit == code)


def test_confirming_all_that_pass_says_which_are_left(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        left = filings.confirm_passing(desk, DAY)
        assert of(desk, "101003").confirmed == DAY
        assert [(row.unit.code, row.state) for row in left] == [("101004", "fail"), ("101005", "unfiled")]
        assert of(desk, "101004").state == "filed"
        desk.undo()
        assert of(desk, "101003").state == "filed"


def test_a_filing_is_sent_back_filed_again_and_every_version_kept(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        filings.send_back(desk, [of(desk, "101004")], "预留低于10%", datetime.date(2024, 3, 22))
        row = of(desk, "101004")
        assert (row.state, row.returned, row.return_reason) == ("returned", datetime.date(2024, 3, 22), "预留低于10%")
        editing.edit(desk, row, "reserve", "80000")
        filings.file(desk, [of(desk, "101004")], datetime.date(2024, 3, 28))
        row = of(desk, "101004")
        assert (row.first_filed, row.last_filed) == (datetime.date(2024, 3, 10), datetime.date(2024, 3, 28))
        assert not [found for found in desk.about(row) if found.rule in ("ratio", "late")]
        kept = filings.versions(desk, row)
        assert [version.filing.reserve for version in kept] == [6_000_000, 6_000_000, 8_000_000, 8_000_000]
        assert [version.filing.state for version in kept] == ["filed", "returned", "returned", "filed"]
        assert kept[-1].filing == row


def test_a_reason_is_asked_and_nothing_unfiled_is_confirmed(tmp_path: Path) -> None:
    with new_desk(
        tmp_path, *ROWS, filing("101005", None, None, state="unfiled", first_filed=None, confirmed=None)
    ) as desk:
        with pytest.raises(Refused, match="退回原因"):
            filings.send_back(desk, [of(desk, "101004")], " ", DAY)
        with pytest.raises(Refused, match="第三小学 还没有填报"):
            filings.confirm(desk, [of(desk, "101003"), of(desk, "101005")], DAY)
        assert of(desk, "101003").state == "filed", "all or none"


def test_a_submitted_year_is_locked_until_unlocked_with_a_reason(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        filings.submit(desk, 2024, DAY)
        with pytest.raises(Refused, match="已锁定"):
            editing.edit(desk, of(desk, "101004"), "reserve", "80000")
        editing.edit(desk, desk.unit("101004"), "phone", "0371-5550001")  # type: ignore[arg-type]
        with pytest.raises(Refused, match="理由"):
            filings.unlock(desk, 2024, "")
        filings.unlock(desk, 2024, "市局退回更正")
        editing.edit(desk, of(desk, "101004"), "reserve", "80000")
        assert of(desk, "101004").reserve == 8_000_000
        assert "市局退回更正" in [word for line in desk.journal() for word in line.about]


def test_who_is_left_is_told_why(tmp_path: Path) -> None:
    with new_desk(
        tmp_path,
        *ROWS,
        unit("101006", "第四小学"),
        filing("101006", 100_000, 10_000),
        unit("101007", "第五小学"),
        filing("101007", 90_000, 9_000, year=2023),
        filing("101007", 90_000, 9_000),
    ) as desk:
        filings.send_back(desk, [of(desk, "101007")], "请核实", DAY)
        left = {
            row.unit.code: filings.reason_unconfirmed(row, desk.wording()) for row in filings.confirm_passing(desk, DAY)
        }
        assert "101003" not in left
        assert "10%" in left["101004"] and "尚差" in left["101004"]
        assert left["101005"] == "尚未填报"
        assert left["101007"] == "已退回，等单位重新填报"
        assert "101006" not in left, "confirmed already, whatever is unknown about last year"


def test_no_filing_leaves_or_enters_a_year_that_has_gone_to_the_city(tmp_path: Path) -> None:
    rows = (*ROWS, filing("101005", 100, 10, year=2022))
    with new_desk(tmp_path, *rows) as desk:
        filings.submit(desk, 2024, DAY)
        elsewhere = next(row for row in desk.tables.all(Filing) if row.year == 2022)
        before = list(desk.tables.all(Filing))
        for step in (
            lambda: editing.remove(desk, [of(desk, "101003")]),
            lambda: editing.add(desk, Filing, {"year": 2024, "unit": "101005"}),
            lambda: editing.edit(desk, of(desk, "101003"), "year", 2021),
            lambda: editing.edit(desk, elsewhere, "year", 2024),
        ):
            with pytest.raises(Refused, match="2024 年度已于 2024-04-01 上报市局"):
                step()
        assert list(desk.tables.all(Filing)) == before
        editing.edit(desk, elsewhere, "reserve", "20")


def test_what_is_filed_again_waits_for_confirmation_again(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing(), filing(year=2023)) as desk:
        row = of(desk, "101003")
        assert (row.state, row.confirmed) == ("confirmed", datetime.date(2024, 3, 22))
        filings.file(desk, [row], datetime.date(2024, 3, 28))
        row = of(desk, "101003")
        assert (row.state, row.confirmed, row.last_filed) == ("filed", None, datetime.date(2024, 3, 28))
        assert row.first_filed == datetime.date(2024, 3, 10)
        assert "not_confirmed" in {found.rule for found in desk.about(row)}
