"""Sheets that leave the bureau: the city summary with its cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk import __version__
from zhengzhou_desk.exchange.summary_workbook import Cover
from zhengzhou_desk.exchange.summary_workbook import write_summary as write_reports
from zhengzhou_desk.records.setting import CONTACT, PHONE

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.desk import Desk
    from zhengzhou_desk.records.report import Report

# How many characters of the journal's head are printed: enough to tell two books apart.
HEAD = 8


def write_summary(desk: Desk, path: Path, year: int, *, wan: bool = False) -> tuple[str, ...]:
    """Writes the city summary of a year as of the desk's day; returns what does not tie (its sheet 核对 shows by how much)."""
    reports = desk.summary(year)
    write_reports(path, cover(desk, year), reports, wan=wan)
    return untied(reports)


def untied(reports: tuple[Report, ...]) -> tuple[str, ...]:
    """The figures of the sheet 核对 that differ: a book in which they do is not to be sent."""
    ties = next(report for report in reports if report.name == "核对")
    return tuple(str(line.values[0]) for line in ties.lines if line.values[-1])


def cover(desk: Desk, year: int) -> Cover:
    """Who reports what, as of when, and out of which state of the book."""
    contact = " ".join(part for part in (desk.setting(CONTACT), desk.setting(PHONE)) if part)
    return Cover(
        f"{year}年政府采购脱贫地区农副产品预留份额汇总",
        (
            ("报送单位", desk.bureau),
            ("行政区划", f"{desk.region_name}（{desk.region}）"),
            ("年度", str(year)),
            ("数据截至", f"{desk.today.year}年{desk.today.month}月{desk.today.day}日"),
            ("联系人", contact or "　"),
            ("账册校验", desk.store.head[:HEAD]),
            ("制表程序", f"郑采台账 {__version__}"),
        ),
    )
