"""Bulletins (通报): rates, progress and ranks as of a day, beside the last bulletin and the year before."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.parameters import COMPLETION_DUE, CONFIRM_DUE, COUNTED_STATUS
from zhengzhou_desk.records.report import APART, TOTAL, Heading, Report, ReportLine
from zhengzhou_desk.reports import purchasing
from zhengzhou_desk.reports.bulletin_units import (
    BulletinFigures,
    BulletinUnit,
    bulletin_units,
    figures_of,
    has_districts,
    summed,
    summed_figures,
)
from zhengzhou_desk.reports.doubtful import DOUBTS, HELD_OUT
from zhengzhou_desk.reports.headings import COUNT, FEN, SHARE, TEXT, UNIT_HEADINGS, purchase_headings
from zhengzhou_desk.reports.progress import progress_basis, progress_headings
from zhengzhou_desk.reports.ranking import ranks
from zhengzhou_desk.reports.unit_status import unit_statuses

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Sequence

    from zhengzhou_desk.policy.engine import Engine, Finding
    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records.kinds import Value

# The line of the overview that says how things stood a year ago.
YEAR_BEFORE = "year_before"


@dataclass(frozen=True, slots=True)
class Pace:
    """序时进度: the days from confirmation to the day by which the purchases are to be done, and those gone by."""

    begin: datetime.date
    due: datetime.date
    elapsed: int

    @property
    def days(self) -> int:
        """All days from `begin` to `due`."""
        return (self.due - self.begin).days

    @property
    def expected(self) -> Ratio:
        """The share of the days that has gone by."""
        return Ratio(self.elapsed, self.days)


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The bulletin of a year as of a day: its headline, its units and its tables."""

    year: int
    day: datetime.date
    headline: BulletinFigures
    units: tuple[BulletinUnit, ...]
    reports: tuple[Report, ...]
    pace: Pace | None
    is_of_districts: bool


def county_figures(engine: Engine, year: int) -> BulletinFigures:
    """The figures of a year of the book's own units as of the engine's day."""
    return summed_figures(figures_of(row, engine.today) for row in unit_statuses(engine, year))


def year_before(
    engine: Engine, year: int, engine_as_of: Callable[[datetime.date, int], Engine]
) -> BulletinFigures | None:
    """The figures of the year before on the same day of that year (28 February for the 29th).

    None where nothing says what counted, and in a city's book: its districts report how things stand now.
    """
    if engine.law.value(COUNTED_STATUS, year - 1) is None or has_districts(engine, year):
        return None
    day = engine.today
    same = day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
    return county_figures(engine_as_of(same, year - 1), year - 1)


def pace(year: int, view: View) -> Pace | None:
    """How much of the time has gone by; None where no days are stated or before the first of them."""
    try:
        begin, due = view.day(CONFIRM_DUE, year), view.day(COMPLETION_DUE, year)
    except Unknown:
        return None
    elapsed = (min(view.today, due) - begin).days
    return Pace(begin, due, elapsed) if elapsed > 0 else None


def bulletin(
    engine: Engine,
    year: int,
    previous: BulletinFigures | None = None,
    before: BulletinFigures | None = None,
    is_settled: Callable[[Finding], bool] = lambda _: False,
) -> Bulletin:
    """The bulletin of a year as of the engine's day; in a city's book of its districts.

    `previous` are the last bulletin's figures, `before` those of the same day last year; `is_settled` says of a
    warning that it was looked into. Refuses a year in which nothing says what counts, and where headline and details
    do not tie: such a bulletin must not go out.
    """
    if engine.law.value(COUNTED_STATUS, year) is None:
        raise Refused("{year} 年度没有现行的采购规定，写不出通报。可在“现行政策数值”中按本局文件填写", year=year)
    units, view = bulletin_units(engine, year, is_settled), engine.reader()
    headline, districts = summed(units), has_districts(engine, year)
    groups = _by_group(units, "市直单位" if districts else "")
    _refuse_untied(headline, [figures for _, _, figures, _ in groups])
    basis = progress_basis(year, view)
    below = (HELD_OUT, *basis) if any(unit.is_doubtful for unit in units) else basis
    of_groups = ("各区县（市）", sentence("区县排名")) if districts else ("各部门", sentence("部门排名"))
    reports = [
        _overview(year, headline, previous, before, basis, _ids(units)),
        _ranked("department_ranks", f"{year}年{of_groups[0]}填报及采购进度", of_groups[1], groups, below),
        _ranked("unit_ranks", f"{year}年各单位采购进度", sentence("单位排名"), _reserving(units), below),
        _with_doubts(
            _list(
                "doubtful",
                sentence("填报数额待核实"),
                f"{year}年填报数额待核实的单位",
                units,
                lambda unit: unit.is_doubtful,
            ),
            [unit.doubt for unit in units if unit.is_doubtful],
        ),
        _list("unfiled", sentence("未填报"), f"{year}年未填报单位", units, lambda unit: unit.is_unfiled),
        _list("idle", sentence("已预留未采购"), f"{year}年已预留未采购单位", units, lambda unit: unit.is_idle),
        _list("open", sentence("未付款未评价"), f"{year}年已采购未完成付款评价单位", units, lambda unit: unit.is_open),
    ]
    own = [unit for unit in units if unit.is_direct]
    if own:
        title = f"{year}年市直各部门填报及采购进度"
        reports.insert(2, _ranked("direct_ranks", title, sentence("市直部门排名"), _by_group(own), below))
    if not districts:
        # Of a district's orders the city knows the sums, not the months and kinds.
        rows = unit_statuses(engine, year)
        lines = purchasing.counting_lines(rows, view)
        reports += [
            purchasing.kinds_report(lines, year, view),
            purchasing.months_report(rows, lines, year, view),
        ]
    reports.append(
        _list("exempt", sentence("不作要求"), f"{year}年不作预留要求的单位", units, lambda unit: unit.is_exempt)
    )
    return Bulletin(year, engine.today, headline, units, tuple(reports), pace(year, view), districts)


def _refuse_untied(headline: BulletinFigures, details: Sequence[BulletinFigures]) -> None:
    if summed_figures(details) != headline:
        raise Refused("通报的合计与各部门明细对不上，没有生成。请运行体检，或与技术支持联系")


# -- the tables -------------------------------------------------------------------------------

# A code, a name and figures, and the units they are made of; without a code it is a line of several units that are
# not ranked.
Row = tuple["str | None", "str | None", BulletinFigures, "tuple[int, ...] | None"]


def _ids(units: Iterable[BulletinUnit]) -> tuple[int, ...] | None:
    """The units by their rows in this book; None where one of them was reported by a district."""
    rows = [unit.row for unit in units]
    return None if None in rows else tuple(row for row in rows if row is not None)


def _by_group(units: Iterable[BulletinUnit], direct: str = "") -> list[Row]:
    """Departments (districts) by their units; those with doubtful figures together in a line of their own.

    Where `direct` says how they are called, so do the city's own units, which race in a table of theirs.
    """
    units = list(units)
    sure = sorted((unit for unit in units if not unit.is_doubtful), key=lambda unit: unit.group)
    apart = [unit for unit in sure if unit.is_direct] if direct else []
    found: list[Row] = [(None, f"{direct}（{len(apart)}个）", summed(apart), _ids(apart))] if apart else []
    sure = [unit for unit in sure if not (direct and unit.is_direct)]
    for code, mine in groupby(sure, key=lambda unit: unit.group):
        rows = list(mine)
        found.append((code, rows[0].group_name, summed(rows), _ids(rows)))
    doubtful = [unit for unit in units if unit.is_doubtful]
    return [*found, *([_doubtful_row(doubtful)] if doubtful else [])]


def _doubtful_row(units: Sequence[BulletinUnit]) -> Row:
    return (None, f"填报数额待核实的单位（{len(units)}个）", summed(units), _ids(units))


def _reserving(units: Iterable[BulletinUnit]) -> list[Row]:
    """Units with something reserved; who is exempt, has not filed or is doubtful stands in a line with its like.

    So the total is the county's.
    """
    units = list(units)
    reserving = [unit for unit in units if unit.figures.base]
    rows: list[Row] = [(unit.code, unit.name, unit.figures, _ids([unit])) for unit in reserving if not unit.is_doubtful]
    others = [unit for unit in units if not unit.figures.base and not unit.is_doubtful]
    doubtful = [unit for unit in units if unit.is_doubtful]
    rows += [(None, f"没有预留任务的单位（{len(others)}个）", summed(others), _ids(others))] if others else []
    return [*rows, *([_doubtful_row(doubtful)] if doubtful else [])]


_FIGURES = (
    Heading("asked", "应填报单位数", COUNT, 10, summed=True),
    Heading("filed", "已填报", COUNT, 8, summed=True),
    Heading("filing_rate", "填报率", SHARE, 9, quotient=("filed", "asked")),
    Heading("confirmed", "已确认", COUNT, 8, summed=True),
    Heading("confirmation_rate", "审核通过率", SHARE, 10, quotient=("confirmed", "filed")),
    Heading("reserve", "预留份额", FEN, 16, summed=True),
    Heading("ordered", "下单金额", FEN, 16, summed=True),
    Heading("completed", "完结金额", FEN, 16, summed=True),
    *progress_headings(),
)


def _values(sums: BulletinFigures) -> tuple[Value, ...]:
    return (
        sums.asked, sums.filed, sums.filing_rate.basis_points(), sums.confirmed, sums.confirmation_rate.basis_points(),
        sums.reserve, sums.ordered, sums.completed, sums.counted, sums.base, sums.progress.basis_points(),
    )  # fmt: skip


def _ranked(key: str, title: str, name: str, rows: Sequence[Row], basis: Iterable[str]) -> Report:
    """Rows by progress, exact and not by the rounded percentage.

    Who has bought nothing yet comes after the ranked, then who has nothing to reach, then the doubtful: unranked.
    """
    racing = [row for row in rows if _is_racing(row)]
    scores = [Fraction(row[2].counted, row[2].base) for row in racing]
    placed = sorted(zip(ranks(scores), racing, strict=True), key=lambda pair: (pair[0], pair[1][0] or ""))
    lines = [
        ReportLine((place, code, called, *_values(sums)), unit=code, units=ids)
        for place, (code, called, sums, ids) in placed
    ]
    others = sorted(
        (row for row in rows if not _is_racing(row)), key=lambda row: (row[0] is None, not row[2].base, row[0] or "")
    )
    lines += [
        ReportLine((None, code, called, *_values(sums)), unit=code, key=None if code else APART, units=ids)
        for code, called, sums, ids in others
    ]
    every = [row[3] for row in rows]
    ids = None if None in every else tuple(unit for mine in every for unit in mine or ())
    sums = summed_figures(row[2] for row in rows)
    lines.append(ReportLine((None, None, "合计", *_values(sums)), TOTAL, units=ids))
    headings = (
        Heading("rank", "名次", COUNT, 6), Heading("code", "编码", TEXT, 14), Heading("name", "名称", TEXT, 26),
        *_FIGURES,
    )  # fmt: skip
    shared = sentence("采购进度相同的名次并列；没有预留任务的、尚未形成计入完成金额的不排名。")
    return Report(key, name, title, headings, tuple(lines), (shared, *basis))


def _is_racing(row: Row) -> bool:
    code, _, sums, _ = row
    return code is not None and sums.base > 0 and sums.counted > 0


def _overview(
    year: int,
    now: BulletinFigures,
    previous: BulletinFigures | None,
    before: BulletinFigures | None,
    basis: tuple[str, ...],
    ids: tuple[int, ...] | None,
) -> Report:
    """The headline beside the last bulletin's and last year's; blank where there was none."""
    headings = (Heading("name", "时点", TEXT, 14), *_FIGURES)
    lines = [ReportLine(("本期", *_values(now)), units=ids)]
    lines += [ReportLine(("上期", *_values(previous)))] if previous is not None else []
    lines += [ReportLine(("上年同期", *_values(before)), key=YEAR_BEFORE)] if before is not None else []
    title = f"{year}年脱贫地区农副产品采购总体情况"
    return Report("overview", sentence("总体情况"), title, headings, tuple(lines), basis)


def _list(
    key: str, name: str, title: str, units: Iterable[BulletinUnit], belongs: Callable[[BulletinUnit], bool]
) -> Report:
    headings = (
        *UNIT_HEADINGS, Heading("department", "主管部门编码", TEXT, 12),
        Heading("department_name", "主管部门", TEXT, 20),
        Heading("reserve", "预留份额", FEN, 16, summed=True), *purchase_headings(),
    )  # fmt: skip
    shown = [unit for unit in units if belongs(unit)]
    lines = [
        ReportLine(
            (
                unit.code, unit.name, unit.department, unit.department_name or unit.group_name, unit.figures.reserve,
                unit.figures.ordered, unit.figures.paid, unit.figures.completed,
            ),
            unit=unit.code,
            units=_ids([unit]),
        )
        for unit in shown
    ]  # fmt: skip
    if shown:
        sums = summed(shown)
        amounts = (sums.reserve, sums.ordered, sums.paid, sums.completed)
        lines.append(ReportLine((None, f"合计 {len(shown)} 个", None, None, *amounts), TOTAL, units=_ids(shown)))
    return Report(key, name, title, headings, tuple(lines))


def _with_doubts(report: Report, doubts: Sequence[str | None]) -> Report:
    """The list of doubtful units with why each is one; its last line is the total."""
    lines = tuple(
        dataclasses.replace(line, values=(*line.values, doubt))
        for line, doubt in zip(report.lines, (*doubts, None), strict=False)
    )
    return dataclasses.replace(
        report, headings=(*report.headings, Heading("doubt", "待核实原因", DOUBTS, 22)), lines=lines
    )
