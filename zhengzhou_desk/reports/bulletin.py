"""Bulletins (通报): rates, progress and ranks as of a day, beside the last bulletin and the year before."""

from __future__ import annotations

from dataclasses import dataclass, fields
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.policy.parameters import COUNTED_STATUS
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.filing import CONFIRMED, is_filed
from zhengzhou_desk.records.report import TOTAL, Heading, Report, ReportLine
from zhengzhou_desk.reports import purchasing
from zhengzhou_desk.reports.headings import COUNT, FEN, SHARE, TEXT, UNIT_HEADINGS, purchase_headings
from zhengzhou_desk.reports.unit_status import EXEMPT, UNFILED, UnitStatus, by_department, unit_statuses

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Sequence

    from zhengzhou_desk.records.kinds import Value

T = TypeVar("T")
# The line of the overview that says how things stood a year ago.
YEAR_BEFORE = "year_before"


@dataclass(frozen=True, slots=True)
class BulletinFigures:
    """What a bulletin counts, of one unit, a department or the whole county; amounts in fen.

    `asked` units are to file; `filed` and `confirmed` are those who had by the day; `base` is what
    progress is measured against (of units that must reserve and have filed).
    """

    asked: int = 0
    filed: int = 0
    confirmed: int = 0
    reserve: int = 0
    ordered: int = 0
    paid: int = 0
    completed: int = 0
    counted: int = 0
    base: int = 0

    def __add__(self, other: BulletinFigures) -> BulletinFigures:
        return BulletinFigures(*(getattr(self, part.name) + getattr(other, part.name) for part in fields(self)))

    @property
    def filing_rate(self) -> Ratio:
        """填报率: who has filed, of those who are to file."""
        return Ratio(self.filed, self.asked)

    @property
    def confirmation_rate(self) -> Ratio:
        """审核通过率: whose filing is confirmed, of those who have filed."""
        return Ratio(self.confirmed, self.filed)

    @property
    def progress(self) -> Ratio:
        """What counts against what it is measured by."""
        return Ratio(self.counted, self.base)


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The bulletin of a year as of a day: its headline and its tables."""

    year: int
    day: datetime.date
    headline: BulletinFigures
    reports: tuple[Report, ...]


def figures_of(row: UnitStatus, day: datetime.date) -> BulletinFigures:
    """One unit's figures as of `day`; none for a unit that is gone by then."""
    if not row.is_counted:
        return BulletinFigures()
    filing = row.filing
    by_day = filing is not None and is_filed(filing) and (filing.first_filed is None or filing.first_filed <= day)
    if filing is None or not by_day:
        return BulletinFigures(
            asked=1, ordered=row.bought.ordered, paid=row.bought.paid, completed=row.bought.completed
        )
    is_confirmed = filing.state == CONFIRMED and (filing.confirmed is None or filing.confirmed <= day)
    return BulletinFigures(
        asked=1,
        filed=1,
        confirmed=int(is_confirmed),
        reserve=row.summed_reserve or 0,
        ordered=row.bought.ordered,
        paid=row.bought.paid,
        completed=row.bought.completed,
        counted=row.counted or 0 if row.base else 0,
        base=row.base or 0,
    )


def county_figures(engine: Engine, year: int) -> BulletinFigures:
    """The whole county's figures of a year as of the engine's day."""
    return _sum(figures_of(row, engine.today) for row in unit_statuses(engine, year))


def year_before(
    engine: Engine, year: int, engine_as_of: Callable[[datetime.date, int], Engine]
) -> BulletinFigures | None:
    """The figures of the year before on the same day of that year (28 February for the 29th).

    None where nothing says what counted.
    """
    if engine.law.value(COUNTED_STATUS, year - 1) is None:
        return None
    day = engine.today
    same = day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
    return county_figures(engine_as_of(same, year - 1), year - 1)


def ranks(scores: Sequence[Fraction] | Sequence[int]) -> list[int]:
    """The rank of each score, the highest first; equal scores share a rank and the next is left out."""
    return [1 + sum(other > score for other in scores) for score in scores]


def bulletin(
    engine: Engine, year: int, previous: BulletinFigures | None = None, before: BulletinFigures | None = None
) -> Bulletin:
    """The bulletin of a year as of the engine's day.

    `previous` are the last bulletin's figures, `before` those of the same day last year.
    Refuses a year in which nothing says what counts, and where headline and details do not tie: such a bulletin must
    not go out.
    """
    if engine.law.value(COUNTED_STATUS, year) is None:
        raise Refused("{year} 年度没有现行的采购规定，写不出通报。可在“现行政策数值”中按本局文件填写", year=year)
    rows = unit_statuses(engine, year)
    headline = _sum(figures_of(row, engine.today) for row in rows)
    departments = _by_department(engine, rows)
    lines = purchasing.counting_lines(rows, engine.reader())
    reports = (
        _overview(year, headline, previous, before),
        _ranked("department_ranks", f"{year}年各部门填报及采购进度", "部门排名", departments),
        _ranked("unit_ranks", f"{year}年各单位采购进度", "单位排名", _reserving_units(engine, rows)),
        _list("unfiled", "未填报", f"{year}年未填报单位", rows, lambda row: row.state == UNFILED),
        _list(
            "idle",
            "已预留未采购",
            f"{year}年已预留未采购单位",
            rows,
            lambda row: bool(row.base) and not row.bought.ordered,
        ),
        _list("open", "未付款未评价", f"{year}年已采购未完成付款评价单位", rows, _is_open),
        purchasing.kinds_report(lines, year, engine.reader()),
        purchasing.months_report(rows, lines, year, engine.reader()),
        _list("exempt", "不作要求", f"{year}年不作预留要求的单位", rows, lambda row: row.state == EXEMPT),
    )
    _refuse_untied(headline, [figures for _, _, figures in departments])
    return Bulletin(year, engine.today, headline, reports)


def _is_open(row: UnitStatus) -> bool:
    return row.bought.completed < row.bought.ordered


def _sum(parts: Iterable[BulletinFigures]) -> BulletinFigures:
    sums = BulletinFigures()
    for part in parts:
        sums += part
    return sums


def _refuse_untied(headline: BulletinFigures, details: Sequence[BulletinFigures]) -> None:
    if _sum(details) != headline:
        raise Refused("通报的合计与各部门明细对不上，没有生成。请运行体检，或与技术支持联系")


# -- the tables -------------------------------------------------------------------------------

Row = tuple["str | None", "str | None", BulletinFigures]


def _by_department(engine: Engine, rows: Iterable[UnitStatus]) -> list[Row]:
    view = engine.reader()
    found: list[Row] = []
    for code, units in by_department(rows).items():
        department = view.one(Unit, ("code",), (code,))
        name = department.name if department is not None else None
        found.append((code, name, _sum(figures_of(row, engine.today) for row in units)))
    return found


def _reserving_units(engine: Engine, rows: Iterable[UnitStatus]) -> list[Row]:
    """Units with something reserved: those who are exempt or have not filed are listed apart."""
    return [
        (row.unit.code, row.unit.name, figures_of(row, engine.today)) for row in rows if row.is_counted and row.base
    ]


_FIGURES = (
    Heading("asked", "应填报单位数", COUNT, 10, summed=True),
    Heading("filed", "已填报", COUNT, 8, summed=True),
    Heading("filing_rate", "填报率", SHARE, 9, quotient=("filed", "asked")),
    Heading("confirmed", "已确认", COUNT, 8, summed=True),
    Heading("confirmation_rate", "审核通过率", SHARE, 10, quotient=("confirmed", "filed")),
    Heading("reserve", "预留份额", FEN, 16, summed=True),
    Heading("ordered", "下单金额", FEN, 16, summed=True),
    Heading("completed", "完结金额", FEN, 16, summed=True),
    Heading("counted", "计入完成", FEN, 16, summed=True),
    Heading("base", "应完成", FEN, 16, summed=True),
    Heading("progress", "采购进度", SHARE, 10, quotient=("counted", "base")),
)


def _values(sums: BulletinFigures) -> tuple[Value, ...]:
    return (
        sums.asked, sums.filed, sums.filing_rate.basis_points(), sums.confirmed, sums.confirmation_rate.basis_points(),
        sums.reserve, sums.ordered, sums.completed, sums.counted, sums.base, sums.progress.basis_points(),
    )  # fmt: skip


def _ranked(key: str, title: str, name: str, rows: Sequence[Row]) -> Report:
    """Rows by progress, exact and not by the rounded percentage; who has nothing to reach comes last, unranked."""
    racing = [row for row in rows if row[2].base]
    scores = [Fraction(row[2].counted, row[2].base) for row in racing]
    placed = sorted(zip(ranks(scores), racing, strict=True), key=lambda pair: (pair[0], pair[1][0] or ""))
    lines = [ReportLine((place, code, called, *_values(sums)), unit=code) for place, (code, called, sums) in placed]
    lines += [
        ReportLine((None, code, called, *_values(sums)), unit=code) for code, called, sums in rows if not sums.base
    ]
    lines.append(ReportLine((None, None, "合计", *_values(_sum(sums for _, _, sums in rows))), TOTAL))
    headings = (
        Heading("rank", "名次", COUNT, 6), Heading("code", "编码", TEXT, 14), Heading("name", "名称", TEXT, 26),
        *_FIGURES,
    )  # fmt: skip
    return Report(key, name, title, headings, tuple(lines), (sentence("进度相同的并列；没有预留任务的不排名。"),))


def _overview(
    year: int, now: BulletinFigures, previous: BulletinFigures | None, before: BulletinFigures | None
) -> Report:
    """The headline beside the last bulletin's and last year's; blank where there was none."""
    headings = (Heading("name", "口径", TEXT, 14), *_FIGURES)
    lines = [ReportLine(("本期", *_values(now)))]
    lines += [ReportLine(("上期", *_values(previous)))] if previous is not None else []
    lines += [ReportLine(("上年同期", *_values(before)), key=YEAR_BEFORE)] if before is not None else []
    return Report("overview", sentence("总体情况"), f"{year}年脱贫地区农副产品采购总体情况", headings, tuple(lines))


def _list(key: str, name: str, title: str, rows: Sequence[UnitStatus], belongs: Callable[[UnitStatus], bool]) -> Report:
    headings = (
        *UNIT_HEADINGS, Heading("department", "主管部门编码", TEXT, 12),
        Heading("department_name", "主管部门", TEXT, 20),
        Heading("reserve", "预留份额", FEN, 16, summed=True), *purchase_headings(),
    )  # fmt: skip
    names = {row.unit.code: row.unit.name for row in rows}
    shown = [row for row in rows if row.is_counted and belongs(row)]
    lines = [
        ReportLine(
            (
                row.unit.code,
                row.unit.name,
                row.unit.department,
                names.get(row.unit.department or ""),
                row.summed_reserve,
                *row.bought.amounts,
            ),
            unit=row.unit.code,
        )
        for row in shown
    ]
    if shown:
        sums = [sum(amounts) for amounts in zip(*(row.bought.amounts for row in shown), strict=True)]
        lines.append(
            ReportLine(
                (None, f"合计 {len(shown)} 个", None, None, sum(row.summed_reserve or 0 for row in shown), *sums), TOTAL
            )
        )
    return Report(key, name, title, headings, tuple(lines))
