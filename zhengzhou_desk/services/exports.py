"""Sheets that leave the bureau: the city summary, the account form, changes for the platform, bulletins."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk import __version__
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.gc_pause import gc_paused
from zhengzhou_desk.documents.content import chinese_day
from zhengzhou_desk.exchange.account_form import write_form, write_list
from zhengzhou_desk.exchange.summary_workbook import Cover
from zhengzhou_desk.exchange.summary_workbook import write_summary as write_reports
from zhengzhou_desk.exchange.workbook import write_workbook
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.parameters import LEVELS, SEVERITIES
from zhengzhou_desk.policy.purchases import latest_accounts
from zhengzhou_desk.records import Account, Change, Entry, Unit, UnitChange
from zhengzhou_desk.records.account import APPLIED, OPENED
from zhengzhou_desk.records.change import NEW, RENAME
from zhengzhou_desk.records.entry import HEAD
from zhengzhou_desk.records.setting import CONTACT, PHONE
from zhengzhou_desk.records.unit import OUTSOURCED
from zhengzhou_desk.reports import city
from zhengzhou_desk.reports import score_sheet as scores
from zhengzhou_desk.reports.summary import summary as summary_reports
from zhengzhou_desk.services import dismissals, explanations, followups, quotas
from zhengzhou_desk.services.former_names import former_name

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from zhengzhou_desk.records.report import Report
    from zhengzhou_desk.services.desk import Desk

# Sheets of the summary that check or list and are not signed.
_INTERNAL = frozenset({"ties", "city_ties", "city_remarks", "notices", "changes"})


def export_book(desk: Desk, path: Path, year: int | None = None, *, contacts: bool = True) -> None:
    """Writes the public workbook, of one year or of all, with or without contacts. Refuses an altered book."""
    desk.refuse_altered()
    write_workbook(path, desk.tables, year=year, contacts=contacts)


def summary(desk: Desk, year: int | None = None, *, contacts: bool = False) -> tuple[Report, ...]:
    """The reports of the city summary: the same rows for screen, workbook and print.

    A city's book shows its districts first, where they have reported.
    """
    year = year or desk.year
    return (*city.city_reports(desk.engine, year), *summary_reports(desk.engine, year, contacts=contacts))


def write_summary(
    desk: Desk,
    path: Path,
    year: int | None = None,
    *,
    wan: bool = False,
    contacts: bool = False,
    despite: str | None = None,
) -> tuple[str, ...]:
    """Writes the city summary of a year as of the desk's day, in 元 or 万元; returns what does not tie.

    Its sheet 核对 shows by how much; with `contacts` its list of who is to be pressed names whom to call; on its cover
    stands `despite`, why errors are left open. Refuses an altered book.
    """
    desk.refuse_altered()
    year = year or desk.year
    with gc_paused():
        reports = summary(desk, year, contacts=contacts)
    signed = {report.key for report in reports} - _INTERNAL
    cover, reason = cover_sheet(desk, year), explanations.reason_given(despite)
    if reason is not None:
        cover = dataclasses.replace(cover, lines=(*cover.lines, ("有错误仍然上报的理由", reason)))
    write_reports(path, cover, reports, wan=wan, signed=signed)
    return untied(reports)


def untied(reports: tuple[Report, ...]) -> tuple[str, ...]:
    """The figures reckoned in two ways that differ (核对): a book in which they do is not to be sent."""
    ties = ((line, report.place("difference")) for report in reports if report.has_ties for line in report.lines)
    return tuple(str(line.values[0]) for line, difference in ties if line.values[difference])


def cover_sheet(desk: Desk, year: int) -> Cover:
    """Who reports what, as of when, and out of which state of the book."""
    contact = " ".join(part for part in (desk.setting(CONTACT), desk.setting(PHONE)) if part)
    return Cover(
        f"{year}年政府采购脱贫地区农副产品预留份额汇总",
        desk.bureau,
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


# -- accounts and changes for the platform --------------------------------------------------------------


def without_account(desk: Desk) -> tuple[tuple[Account, ...], tuple[Unit, ...]]:
    """The SOEs (their latest rows) and the units with an outsourced canteen that still lack a trading account."""
    enterprises = tuple(row for row in latest_accounts(desk.tables) if row.state != OPENED)
    view = desk.engine.reader()
    contractors = tuple(
        unit
        for unit in desk.rows(Unit)
        if unit.canteen == OUTSOURCED and not unit.contractor_account and not measures.is_closed(unit, desk.today, view)
    )
    return enterprises, contractors


def write_accounts(desk: Desk, path: Path) -> int:
    """Writes the account form for SOEs and contractors without an account. Returns how many it names.

    Refuses an altered book.
    """
    desk.refuse_altered()
    enterprises, contractors = without_account(desk)
    rows = [_enterprise(desk, row) for row in enterprises] + [_contractor(desk, unit) for unit in contractors]
    write_form(path, [{**row, "number": str(number)} for number, row in enumerate(rows, 1)])
    return len(rows)


def mark_applied(desk: Desk) -> None:
    """Notes the SOEs on the account form as applied for, as one entry."""
    waiting = [row for row in without_account(desk)[0] if row.state != APPLIED]
    if waiting:
        changes = tuple(Change(row, dataclasses.replace(row, state=APPLIED)) for row in waiting)
        desk.apply(Entry("apply_accounts", changes, (str(len(changes)),)))


def _enterprise(desk: Desk, row: Account) -> dict[str, str]:
    unit = desk.unit(row.unit)
    return {
        "name": row.name or "", "uscc": row.uscc or "", "unit": row.unit or "",
        "unit_name": (unit.name or "") if unit else "",
        "sort": "国有企业", "contact": row.contact or "", "phone": row.phone or "", "region": desk.region_name,
        "address": row.address or "", "note": row.note or "",
    }  # fmt: skip


def _contractor(desk: Desk, unit: Unit) -> dict[str, str]:
    return {
        "name": unit.contractor or "", "uscc": "", "unit": unit.code, "unit_name": unit.name or "",
        "sort": "食堂承包方",
        "contact": unit.contact or "", "phone": unit.phone or "", "region": desk.region_name, "address": "", "note": "",
    }  # fmt: skip


CHANGE_COLUMNS = (
    ("序号", 6),
    ("变更类型", 10),
    ("原单位编码", 14),
    ("原单位名称", 28),
    ("新单位编码", 14),
    ("新单位名称", 28),
    ("变更日期", 14),
    ("依据", 36),
)


def changes_to_tell(desk: Desk) -> list[UnitChange]:
    """The unit changes that the platform does not know of yet, by their days; a new unit is no change of an account."""
    found = [row for row in desk.tables.all(UnitChange) if row.platform_day is None and row.kind != NEW]
    return sorted(found, key=lambda row: row.day)


def unreported_changes(desk: Desk) -> list[tuple[str, ...]]:
    """The same as the rows of the platform's list; a renamed unit by the name it had."""
    kind = UnitChange.table.column("kind").kind

    def name(code: str | None) -> str:
        unit = desk.unit(code)
        return (unit.name or "") if unit is not None else ""

    return [
        (
            str(number), kind.show(row.kind), row.old_unit or "",
            former_name(desk, row) if row.kind == RENAME else name(row.old_unit), row.new_unit or "",
            row.new_name or name(row.new_unit), row.day.isoformat(), row.basis or "",
        )
        for number, row in enumerate(changes_to_tell(desk), 1)
    ]  # fmt: skip


def write_changes(desk: Desk, path: Path) -> int:
    """Writes the list of unit changes for the platform; returns how many. Refuses an altered book."""
    desk.refuse_altered()
    rows = unreported_changes(desk)
    write_list(path, "预算单位变更情况表", CHANGE_COLUMNS, rows)
    return len(rows)


def score_sheet(desk: Desk) -> tuple[Report, ...]:
    """The scoring sheet of the desk's year. Refuses where no weight is in force."""
    desk.refuse_altered()
    found = scores.score_reports(desk.engine, desk.year)
    if not found:
        raise Refused("{year} 年度没有规定考评分值。可在“现行政策数值”中按本局文件填写", year=desk.year)
    return found


def write_score_sheet(desk: Desk, path: Path) -> None:
    """Writes the scoring sheet as a workbook."""
    title = f"{desk.year}年政府采购脱贫地区农副产品工作考评"
    write_reports(path, dataclasses.replace(cover_sheet(desk, desk.year), title=title), score_sheet(desk))


def write_calls(desk: Desk, path: Path, codes: Collection[str] | None = None) -> int:
    """Writes the call list of the desk's year as a workbook; returns how many units. Refuses an empty list."""
    desk.refuse_altered()
    report = followups.call_list(desk, codes)
    if not report.lines:
        raise Refused("没有要打电话督办的单位")
    columns = tuple((heading.label, heading.width) for heading in report.headings)
    write_list(path, report.title, columns, [[str(value or "") for value in line.values] for line in report.lines])
    return len(report.lines)


FINDING_COLUMNS = (
    ("主管部门", 16), ("单位编码", 14), ("单位名称", 24), ("级别", 8), ("事项", 20), ("内容", 50), ("怎么办", 40),
    ("依据", 30), ("说明", 20),
)  # fmt: skip


def write_findings(desk: Desk, path: Path, codes: Collection[str] | None = None) -> int:
    """Writes 审核清单: the findings of the year by department, the gravest first; returns how many.

    What was set aside stands there with its reason. `codes` narrows it to some units. Refuses an empty list.
    """
    desk.refuse_altered()
    wording = desk.wording()
    found = []
    for finding in desk.findings():
        if codes is not None and finding.unit not in codes:
            continue
        unit = desk.unit(finding.unit)
        head = desk.unit(unit.department_or_self) if unit is not None else None
        kept = dismissals.dismissal_of(desk, finding)
        level = LEVELS.index(finding.severity) if finding.severity in LEVELS else len(LEVELS)
        order = (unit is None, unit.department_or_self if unit is not None else "", level, finding.unit or "")
        department = (head.name or head.code) if head is not None else ""
        name = (unit.name if unit is not None else None) or ""
        row = (
            department, finding.unit or "", name, SEVERITIES.option(finding.severity).text(),
            wording.title(finding.rule), wording.message(finding), wording.advice(finding),
            "；".join([*(title for title, _, _ in wording.quoted(finding)), *finding.documents]),
            f"已搁置：{kept.reason}" if kept is not None else "",
        )  # fmt: skip
        found.append((order, row))
    if not found:
        raise Refused("没有审核结果可以列出")
    found.sort(key=lambda each: each[0])
    write_list(
        path, f"{desk.year}年度审核清单（{chinese_day(desk.today)}）", FINDING_COLUMNS, [row for _, row in found]
    )
    return len(found)


def write_quotas(desk: Desk, path: Path) -> None:
    """Writes quotas and how much of each is done as a workbook. Refuses where nothing was divided."""
    desk.refuse_altered()
    report = quotas.report(desk)
    if not report.lines:
        raise Refused("{year} 年度还没有分解任务", year=desk.year)
    write_reports(path, dataclasses.replace(cover_sheet(desk, desk.year), title=report.title), (report,))


def write_bulletin(desk: Desk, path: Path, reports: tuple[Report, ...]) -> None:
    """Writes the tables of a bulletin as a workbook."""
    title = f"{desk.year}年政府采购脱贫地区农副产品工作通报附表"
    write_reports(path, dataclasses.replace(cover_sheet(desk, desk.year), title=title), reports)
