"""The city's summary: districts as rows, their units beneath, ranks, and totals that tie to every submission."""

from __future__ import annotations

from fractions import Fraction
from operator import attrgetter
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.policy.purchases import PurchaseSums
from zhengzhou_desk.records import Filing, Submission, Unit
from zhengzhou_desk.records.entry import HEAD
from zhengzhou_desk.records.filing import CONFIRMED, FILED, is_filed
from zhengzhou_desk.records.kinds import Day, Text
from zhengzhou_desk.records.package_remarks import ERROR, LEVELS
from zhengzhou_desk.records.report import APART, SUBTOTAL, TOTAL, Heading, Report, ReportLine, sum_line
from zhengzhou_desk.records.submission import ORIGINS, SubmittedUnit, remarks_of, unpacked
from zhengzhou_desk.reports.bulletin_units import BulletinFigures, BulletinUnit, reported_unit, summed
from zhengzhou_desk.reports.districts import submitted_districts
from zhengzhou_desk.reports.doubtful import DOUBTS, HELD_OUT
from zhengzhou_desk.reports.headings import COUNT, FEN, SHARE, TEXT, UNIT_HEADINGS, purchase_headings
from zhengzhou_desk.reports.progress import progress_basis, progress_headings
from zhengzhou_desk.reports.ranking import ranks
from zhengzhou_desk.reports.summary import STATE_LABELS, SUMS, UNION_LABELS, basis_points, total_values
from zhengzhou_desk.reports.unit_status import CLOSED, STATES, Totals, UnitStatus, unit_statuses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zhengzhou_desk.policy.engine import Engine
    from zhengzhou_desk.policy.view import View

# The amounts that a package states for the whole district.
TOTALS = ("total", "reserve", "required", "gap", "ordered", "paid", "completed", "counted", "base")


def submitted_unit(row: UnitStatus, view: View, *, contacts: bool = False) -> SubmittedUnit:
    """One unit's status as a submission reports it; personal contacts only with `contacts`."""
    unit = row.unit
    department = view.one(Unit, ("code",), (unit.department,)) if unit.department else None
    return SubmittedUnit(
        code=unit.code, name=unit.name, department=unit.department,
        department_name=department.name if department else None,
        canteen=unit.canteen, filing=_filed(row.filing), state=row.state, union=row.union,
        total=row.summed_total, reserve=row.summed_reserve, last_year=row.last_year, required=row.required, gap=row.gap,
        ordered=row.bought.ordered, paid=row.bought.paid, completed=row.bought.completed, counted=row.counted,
        base=row.base,
        contact=unit.contact if contacts else None, phone=unit.phone if contacts else None,
    )  # fmt: skip


def _filed(filing: Filing | None) -> str | None:
    """How far a filing has come; None where there is none yet."""
    return (filing.state or FILED) if filing is not None and is_filed(filing) else None


def manifest_figures(sums: Totals) -> tuple[dict[str, int], dict[str, int]]:
    """Counts of units, and amounts in fen, by the names of the manifest."""
    counts = {"units": sums.units, "filed": sums.filed, "confirmed": sums.confirmed, **sums.states}
    amounts = {
        name: getattr(sums.bought if name in ("ordered", "paid", "completed") else sums, name) for name in TOTALS
    }
    return counts, amounts


def totals_of_submitted(units: Iterable[SubmittedUnit]) -> Totals:
    """The sums over reported units, closed ones left out as in the sums over the book's own."""
    rows = [row for row in units if row.state != CLOSED]
    states = dict.fromkeys(STATES, 0)
    for row in rows:
        states[row.state] += 1

    def sum_of(name: str) -> int:
        return sum(filter(None, map(attrgetter(name), rows)))

    return Totals(
        units=len(rows),
        filed=sum(row.filing is not None for row in rows),
        confirmed=sum(row.filing == CONFIRMED for row in rows),
        states=states,
        total=sum_of("total"), reserve=sum_of("reserve"), required=sum_of("required"), gap=sum_of("gap"),
        bought=PurchaseSums(sum_of("ordered"), sum_of("paid"), sum_of("completed")),
        counted=sum_of("counted"), base=sum_of("base"), unassigned=PurchaseSums(),
    )  # fmt: skip


def city_reports(engine: Engine, year: int) -> tuple[Report, ...]:
    """The city's own reports of a year; none where no district has reported."""
    view = engine.reader()
    districts = [(row, unpacked(row)) for row in submitted_districts(engine, year)]
    if not districts:
        return ()
    names = engine.law.packs.regions
    own = [submitted_unit(row, view) for row in unit_statuses(engine, year)]
    groups = [(row.region, names.get(row.region, row.region), row, units) for row, units in districts]
    direct = [(code, name, None, units) for code, name, units in _departments(own)]
    every: list[_DistrictGroup] = [*groups, *direct]
    remarks = _remarks(groups, year)
    return (
        _table(every, year), _ranking(groups, year, view), _details(every, year), _ties(groups),
        *((remarks,) if remarks.lines else ()),
    )  # fmt: skip


_DistrictGroup = tuple[str, str, Submission | None, "tuple[SubmittedUnit, ...]"]


def _departments(units: Sequence[SubmittedUnit]) -> list[tuple[str, str, tuple[SubmittedUnit, ...]]]:
    """The city's own units (市直) by their department."""
    by_code: dict[str, list[SubmittedUnit]] = {}
    for row in units:
        by_code.setdefault(row.department or row.code, []).append(row)
    return [
        (
            code,
            f"市直：{next((row.department_name for row in rows if row.department_name), rows[0].name or code)}",
            tuple(rows),
        )
        for code, rows in sorted(by_code.items())
    ]


def _table(groups: Sequence[_DistrictGroup], year: int) -> Report:
    headings = (
        Heading("code", "行政区划", TEXT, 12), Heading("name", "区县（市）", TEXT, 24), *SUMS,
        Heading("loose", "未归集金额", FEN, 16, summed=True), Heading("day", "数据截至", Day(), 12),
        Heading("origin", "来源核对", ORIGINS, 10), Heading("head", "账册校验", TEXT, 12),
    )  # fmt: skip
    lines = []
    for code, name, row, units in groups:
        sums = total_values(totals_of_submitted(units))
        if row is None:
            lines.append(ReportLine((code, name, *sums, 0, None, None, None)))
        else:
            head = row.head and row.head[:HEAD]
            lines.append(ReportLine((code, name, *sums, row.loose or 0, row.day, row.origin, head)))
    every = totals_of_submitted(unit for *_, units in groups for unit in units)
    loose = sum(row.loose or 0 for _, _, row, _ in groups if row is not None)
    lines.append(ReportLine((None, "合计", *total_values(every), loose, None, None, None), TOTAL))
    return Report(
        "districts", sentence("区县汇总"), f"{year}年脱贫地区农副产品采购预留份额全市汇总表", headings, tuple(lines)
    )


def _ranking(groups: Sequence[_DistrictGroup], year: int, view: View) -> Report:
    """Districts by what they reserved and by what they completed, without their doubtful units, which follow them."""
    headings = (
        Heading("code", "行政区划", TEXT, 12), Heading("name", "区县（市）", TEXT, 24),
        Heading("base_rank", "预留排名", COUNT, 10), *progress_headings(18),
        Heading("progress_rank", "进度排名", COUNT, 10), Heading("note", "说明", TEXT, 26),
    )  # fmt: skip
    held_out: list[BulletinUnit] = []
    racing = []
    # One district after the other: of a whole city's units only those that are held out are kept.
    for code, name, _, reported in groups:
        mine = [reported_unit(unit, code, name, year, view) for unit in reported if unit.state != CLOSED]
        apart = [unit for unit in mine if unit.is_doubtful]
        held_out += apart
        racing.append((code, name, summed(unit for unit in mine if not unit.is_doubtful), len(apart)))
    by_base = _placed(racing, lambda sums: Fraction(sums.base))
    by_progress = _placed(
        [row for row in racing if row[2].base and row[2].counted > 0], lambda sums: Fraction(sums.counted, sums.base)
    )
    last = len(racing)
    racing.sort(key=lambda row: (by_progress.get(row[0], last + (1 if row[2].base else 2)), row[0]))
    lines = [
        ReportLine(
            (
                code, name, by_base[code] if sums.base else None, sums.counted, sums.base,
                sums.progress.basis_points(), by_progress.get(code), _note(sums, apart),
            )
        )
        for code, name, sums, apart in racing
    ]  # fmt: skip
    lines += [
        ReportLine(
            (
                unit.code, f"{unit.group_name}：{unit.name or unit.code}", None, unit.figures.counted,
                unit.figures.base, unit.figures.progress.basis_points(), None, DOUBTS.show(unit.doubt),
            ),
            key=APART,
        )
        for unit in held_out
    ]  # fmt: skip
    below = sentence("按采购进度的精确值排名，数值相同名次相同；没有预留任务的、尚未形成计入完成金额的不排名。")
    return Report(
        "district_ranks",
        sentence("区县排名"),
        f"{year}年各区县（市）预留及采购进度排名",
        headings,
        tuple(lines),
        (below, *([HELD_OUT] if held_out else []), *progress_basis(year, view)),
    )


def _placed(
    rows: Sequence[tuple[str, str, BulletinFigures, int]], score: Callable[[BulletinFigures], Fraction]
) -> dict[str, int]:
    """The rank of each district by a score of its figures."""
    return dict(zip((code for code, *_ in rows), ranks([score(sums) for _, _, sums, _ in rows]), strict=True))


def _note(sums: BulletinFigures, apart: int) -> str | None:
    """Why a district has no rank by progress, and how many of its units its figures leave out."""
    held_out = f"待核实单位{apart}个单列在后" if apart else None
    if not sums.base:
        return held_out or "没有预留任务"
    unranked = "尚未形成计入完成金额" if sums.counted <= 0 else None
    return "；".join(filter(None, (unranked, held_out))) or None


def _details(groups: Sequence[_DistrictGroup], year: int) -> Report:
    headings = (
        Heading("region", "区县（市）", TEXT, 18), *UNIT_HEADINGS,
        Heading("department", "主管部门", TEXT, 20),
        Heading("filing", "填报状态", Filing.table.column("state").kind, 9),
        Heading("state", "审核结果", STATE_LABELS, 9), Heading("total", "年度食堂食材采购总额", FEN, 18, summed=True),
        Heading("reserve", "预留份额", FEN, 16, summed=True),
        Heading("ratio", "预留比例", SHARE, 10, quotient=("reserve", "total")),
        Heading("last_year", "上年度预留", FEN, 16, summed=True), Heading("required", "应预留", FEN, 16, summed=True),
        Heading("gap", "尚差", FEN, 14, summed=True, less=("required", "reserve")), *purchase_headings(),
        Heading("union", "工会", UNION_LABELS, 9),
    )  # fmt: skip
    lines: list[ReportLine] = []
    details: list[ReportLine] = []
    for _, name, _, units in groups:
        mine = [_unit_line(name, unit) for unit in units]
        lines += [*mine, sum_line(headings, mine, f"小计：{name}", SUBTOTAL)]
        details += mine
    lines.append(sum_line(headings, details))
    return Report(
        "city_units",
        sentence("全市单位明细"),
        f"{year}年全市预算单位预留份额明细",
        headings,
        tuple(lines),
        (sentence("已撤销、合并的单位只列名，不计数。"),),
    )


def _unit_line(region: str, unit: SubmittedUnit) -> ReportLine:
    share = Ratio(unit.reserve, unit.total) if unit.total and unit.reserve is not None else None
    figures = (
        unit.total, unit.reserve, basis_points(share), unit.last_year, unit.required, unit.gap, unit.ordered, unit.paid,
        unit.completed, unit.union,
    )  # fmt: skip
    shown = figures if unit.state != CLOSED else (None,) * len(figures)
    return ReportLine(
        (region, unit.code, unit.name, unit.department_name or unit.department, unit.filing, unit.state, *shown)
    )


def _remarks(groups: Sequence[_DistrictGroup], year: int) -> Report:
    """审核说明: what districts say of their own packages: errors that were open and why, and warnings explained."""
    headings = (
        Heading("region", "区县（市）", TEXT, 18), *UNIT_HEADINGS, Heading("level", "级别", LEVELS, 8),
        Heading("matter", "事项", Text(2000), 50), Heading("reason", "说明", Text(2000), 40),
    )  # fmt: skip
    lines = []
    for _, name, row, units in groups:
        said = remarks_of(row) if row is not None else None
        if said is None:
            continue
        if said.errors:
            matter = f"上报时有{said.errors}条错误没有改正"
            lines.append(ReportLine((name, None, None, ERROR, matter, said.despite or "没有说明理由")))
        names = {unit.code: unit.name for unit in units}
        lines += [
            ReportLine((name, each.unit, names.get(each.unit or ""), each.level, each.matter, each.reason))
            for each in said.explanations
        ]
    return Report(
        "city_remarks",
        sentence("审核说明"),
        f"{year}年各区县（市）上报包的审核说明",
        headings,
        tuple(lines),
        (sentence("各区县上报时对错误、警告的说明，以及平台填报的备注。"),),
    )


def _ties(groups: Sequence[_DistrictGroup]) -> Report:
    """Each district's units summed up again, beside what its package said of itself."""
    headings = (
        Heading("what", "核对项目", TEXT, 34), Heading("left", "各单位之和", FEN, 18),
        Heading("right", "上报包合计", FEN, 18), Heading("difference", "差额", FEN, 14),
    )  # fmt: skip
    lines = []
    for _, name, row, units in groups:
        if row is None:
            continue
        sums = totals_of_submitted(units)
        for what, left, right in (
            ("年度食堂食材采购总额", sums.total, row.total or 0),
            ("预留份额", sums.reserve, row.reserve or 0),
            ("完结金额", sums.bought.completed, row.completed or 0),
        ):
            lines.append(ReportLine((f"{name}：{what}", left, right, left - right)))
    return Report(
        "city_ties",
        sentence("全市核对"),
        "全市核对",
        headings,
        tuple(lines),
        (sentence("差额应全部为 0.00。"),),
        has_ties=True,
    )
