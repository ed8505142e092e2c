"""The city summary: reports by department and unit and what ties with what, for screen, workbook and print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy import union
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.parameters import ERROR
from zhengzhou_desk.policy.purchases import PurchaseSums, is_in_force, orders_of_year, purchase_sums, soe_orders
from zhengzhou_desk.policy.wording import Wording
from zhengzhou_desk.records import Account, Filing, Notice, Purchase, Record, Spending, Unit, UnitChange
from zhengzhou_desk.records.kinds import Reference, Text, choice
from zhengzhou_desk.records.report import SUBTOTAL, TOTAL, Heading, Report, ReportLine, sum_line
from zhengzhou_desk.reports import purchasing
from zhengzhou_desk.reports.headings import COUNT, FEN, SHARE, TEXT, UNIT_HEADINGS, purchase_headings
from zhengzhou_desk.reports.progress import progress_basis, progress_headings
from zhengzhou_desk.reports.unit_status import (
    CLOSED,
    EXEMPT,
    FAIL,
    NOT_KNOWN,
    PASS,
    UNFILED,
    Totals,
    UnitStatus,
    by_department,
    has_law,
    totals,
    unassigned_sums,
    unit_statuses,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengzhou_desk.policy.engine import Engine
    from zhengzhou_desk.policy.facts import Ratio
    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records.columns import Column
    from zhengzhou_desk.records.kinds import Value

R = TypeVar("R", bound=Record)
STATE_LABELS = choice(
    (
        (PASS, sentence("达标")),
        (FAIL, sentence("不达标")),
        (NOT_KNOWN, sentence("待查")),
        (EXEMPT, sentence("不作要求")),
        (UNFILED, sentence("未填报")),
        (CLOSED, sentence("已撤并")),
    )
)
UNION_LABELS = choice(
    (
        (union.MET, sentence("达标")),
        (union.SHORT, sentence("未达标")),
        (union.UNKNOWN, sentence("待查")),
        (union.EXEMPT, sentence("不作要求")),
    )
)


def summary(engine: Engine, year: int, *, contacts: bool = False) -> tuple[Report, ...]:
    """All reports of the city summary, of one year, as of the engine's day.

    With `contacts` the list of who is to be pressed says whom to call: for a mail merge.
    """
    rows, view = unit_statuses(engine, year), engine.reader()
    book = _SummaryData(engine, year, rows, purchasing.counting_lines(rows, view), unassigned_sums(engine, year), view)
    kinds, months = (
        purchasing.kinds_report(book.lines, year, view),
        purchasing.months_report(rows, book.lines, year, view),
    )
    return (
        _by_department(book),
        _by_unit(book),
        _under_filing(book, contacts=contacts),
        _unions(book),
        _enterprises(book),
        purchasing.regulators_report(year, book.view),
        _execution(book),
        kinds,
        months,
        _changes(book),
        _notices(book),
        _ties(book, (kinds, months)),
    )


@dataclass(frozen=True, slots=True)
class _SummaryData:
    """What every report is made from."""

    engine: Engine
    year: int
    rows: tuple[UnitStatus, ...]
    lines: purchasing.OrderLines
    loose: PurchaseSums
    view: View

    def departments(self) -> list[tuple[Unit | None, list[UnitStatus]]]:
        """The units that count by their department, in the order of the codes; None for those without."""
        return [(self.view.one(Unit, ("code",), (code,)), rows) for code, rows in by_department(self.rows).items()]


def basis_points(share: Ratio | None) -> int | None:
    """A share as basis points, half up: for the eye; the two amounts beside it are exact."""
    return share.basis_points() if share is not None else None


# -- 汇总表 -----------------------------------------------------------------------------------

SUMS = (
    Heading("units", "应填报单位数", COUNT, 10, summed=True),
    Heading("filed", "已填报", COUNT, 8, summed=True),
    Heading("confirmed", "已确认", COUNT, 8, summed=True),
    Heading("passed", "达标", COUNT, 8, summed=True),
    Heading("failed", "不达标", COUNT, 8, summed=True),
    Heading("exempt", "不作要求", COUNT, 9, summed=True),
    Heading("unknown", "待查", COUNT, 8, summed=True),
    Heading("total", "年度食堂食材采购总额", FEN, 20, summed=True),
    Heading("reserve", "预留份额", FEN, 18, summed=True),
    Heading("ratio", "预留比例", SHARE, 10, quotient=("reserve", "total")),
    Heading("required", "应预留", FEN, 18, summed=True),
    Heading("gap", "尚差", FEN, 16, summed=True),
    *purchase_headings(18),
)


def total_values(sums: Totals) -> tuple[Value, ...]:
    """The values of the columns SUMS."""
    return (
        sums.units, sums.filed, sums.confirmed, sums.states[PASS], sums.states[FAIL], sums.states[EXEMPT],
        sums.states[NOT_KNOWN], sums.total, sums.reserve, basis_points(sums.ratio), sums.required, sums.gap,
        *sums.bought.amounts,
    )  # fmt: skip


def _by_department(book: _SummaryData) -> Report:
    lines = []
    for department, rows in book.departments():
        code = rows[0].unit.department_or_self
        name = department.name if department is not None else None
        figures = total_values(totals(rows))
        lines.append(ReportLine((code, name or "（未列入单位表）", *figures), unit=code, units=_ids(rows)))
    lines.append(ReportLine((None, "合计", *total_values(totals(book.rows))), TOTAL, units=_ids(book.rows)))
    headings = (Heading("code", "主管部门编码", TEXT, 14), Heading("name", "主管部门", TEXT, 26), *SUMS)
    below = sentence(
        "已撤销、合并的单位列入单位明细，不计入本表；多报的单位不能抵补未达标的单位，是否达标逐个单位判断。"
    )
    return Report(
        "departments",
        sentence("汇总表"),
        f"{book.year}年脱贫地区农副产品采购预留份额汇总表",
        headings,
        tuple(lines),
        (below, *_without_law(book)),
    )


def _ids(rows: Iterable[UnitStatus]) -> tuple[int, ...]:
    """The units of these rows, by which a figure made of them is traced."""
    return tuple(row.unit.id for row in rows)


def _without_law(book: _SummaryData) -> tuple[str, ...]:
    """What is said below figures of a year for which no reserve is stated."""
    if has_law(book.year, book.view):
        return ()
    return (sentence("本年度没有现行的预留规定：应预留、尚差无从计算，是否达标不作判断。"),)


# -- 单位明细 ----------------------------------------------------------------------------------

_UNIT_LINE = (
    *UNIT_HEADINGS,
    Heading("canteen", "食堂情况", TEXT, 9),
    Heading("filing", "填报状态", TEXT, 9),
    Heading("state", "审核结果", STATE_LABELS, 9),
    Heading("total", "年度食堂食材采购总额", FEN, 18, summed=True),
    Heading("reserve", "预留份额", FEN, 16, summed=True),
    Heading("ratio", "预留比例", SHARE, 10, quotient=("reserve", "total")),
    Heading("last_year", "上年度预留", FEN, 16, summed=True),
    Heading("required", "应预留", FEN, 16, summed=True),
    Heading("gap", "尚差", FEN, 14, summed=True, less=("required", "reserve")),
    *purchase_headings(),
    Heading("union", "工会", UNION_LABELS, 9),
)


def _unit_line(row: UnitStatus) -> ReportLine:
    unit, filing = row.unit, row.filing
    canteen = Unit.table.column("canteen").kind.show(unit.canteen) or None
    state = Filing.table.column("state").kind.show(filing.state) if filing is not None else "未填报"
    counted = row.is_counted
    values: tuple[Value, ...] = (
        unit.code, unit.name, canteen, state or None, row.state, row.summed_total, row.summed_reserve,
        None if row.is_represented else basis_points(row.ratio),
        row.last_year, row.required, row.gap, *row.bought.amounts, row.union,
    )  # fmt: skip
    if not counted:
        # Listed without figures, so that the sums of the column stay sums of what counts.
        values = (*values[:5], *(None for _ in values[5:]))
    return ReportLine(values, unit=unit.code, units=(unit.id,))


def _by_unit(book: _SummaryData) -> Report:
    lines: list[ReportLine] = []
    details: list[ReportLine] = []
    for department, rows in book.departments():
        mine = [_unit_line(row) for row in rows]
        name = department.name if department is not None else rows[0].unit.department_or_self
        lines += [*mine, sum_line(_UNIT_LINE, mine, f"小计：{name}", SUBTOTAL)]
        details += mine
    gone = [_unit_line(row) for row in book.rows if not row.is_counted]
    lines += [sum_line(_UNIT_LINE, details), *gone]
    remarks = [sentence("合计之后为已撤销、合并的单位，只列名，不计数。")] if gone else []
    if any(_is_double(row) for row in book.rows):
        remarks.append(sentence("共用食堂由代表单位填报，其余单位另报的金额不列、不计数，见未填报及不达标清单。"))
    return Report(
        "units",
        sentence("单位明细"),
        f"{book.year}年预算单位预留份额明细",
        _UNIT_LINE,
        tuple(lines),
        (*remarks, *_without_law(book)),
    )


def _is_double(row: UnitStatus) -> bool:
    """Whether a unit filed figures that its representative has filed."""
    return row.is_represented and bool(row.total or row.reserve)


# -- 未填报及不达标清单 ------------------------------------------------------------------------


def _under_filing(book: _SummaryData, *, contacts: bool = False) -> Report:
    wording = Wording(book.engine.law.packs)
    headings = (
        Heading("code", "单位编码", TEXT, 14),
        Heading("name", "单位名称", TEXT, 26),
        Heading("department", "主管部门编码", TEXT, 12),
        Heading("department_name", "主管部门", TEXT, 20),
        Heading("state", "审核结果", STATE_LABELS, 9),
        Heading("total", "年度食堂食材采购总额", FEN, 18),
        Heading("reserve", "预留份额", FEN, 16),
        Heading("required", "应预留", FEN, 16),
        Heading("gap", "尚差", FEN, 14, summed=True, less=("required", "reserve")),
        Heading("reason", "原因", Text(2000), 60),
        *((Heading("contact", "联系人", TEXT, 9), Heading("phone", "联系电话", TEXT, 14)) if contacts else ()),
    )
    rows = [row for row in book.rows if row.state in (UNFILED, FAIL)]
    rows.sort(key=lambda row: (row.state != UNFILED, -(row.gap or 0), row.unit.code))
    lines = [
        ReportLine(
            (
                row.unit.code, row.unit.name, row.unit.department, _unit_name(row.unit.department, book), row.state,
                row.total, row.reserve, row.required,
                row.gap, reasons(row, wording), *((row.unit.contact, row.unit.phone) if contacts else ()),
            ),
            unit=row.unit.code,
            units=(row.unit.id,),
        )
        for row in rows
    ]  # fmt: skip
    if lines:
        gap = sum(row.gap or 0 for row in rows)
        total = (None, "合计", None, None, None, None, None, None, gap, f"共{len(rows)}个单位")
        lines.append(ReportLine((*total, *((None, None) if contacts else ())), TOTAL, units=_ids(rows)))
    return Report(
        "to_press", sentence("未填报及不达标清单"), f"{book.year}年未填报及预留不达标单位清单", headings, tuple(lines)
    )


def _unit_name(code: Value, book: _SummaryData) -> str | None:
    """The name of the unit of a code."""
    unit = book.view.one(Unit, ("code",), (code,)) if code is not None else None
    return unit.name if unit is not None else None


def reasons(row: UnitStatus, wording: Wording) -> str:
    """Why a unit has not filed properly: one sentence for each error about its filing."""
    found = (f for f in row.findings if f.table == Filing.table.name and f.severity == ERROR)
    return "；".join(wording.message(finding) for finding in found) or "尚未填报"


# -- 工会、国企、采购执行 ------------------------------------------------------------------------


def _unions(book: _SummaryData) -> Report:
    headings = (
        *UNIT_HEADINGS,
        Heading("members", "工会会员数", COUNT, 10, summed=True),
        Heading("welfare", "年度福利总额", FEN, 16, summed=True),
        Heading("purchased", "采购金额", FEN, 16, summed=True),
        Heading("required", "达标所需", FEN, 16),
        Heading("gap", "尚差", FEN, 14, less=("required", "purchased")),
        Heading("state", "结果", UNION_LABELS, 9),
    )
    lines = [_union_line(row, book) for row in book.rows if row.is_counted]
    shown = [line for line in lines if line is not None]
    return Report(
        "unions", sentence("工会"), f"{book.year}年工会采购情况", headings, (*shown, sum_line(headings, shown))
    )


def _union_line(row: UnitStatus, book: _SummaryData) -> ReportLine | None:
    spending = book.view.one(Spending, ("unit", "year"), (row.unit.code, book.year))
    if spending is None:
        return None
    try:
        found = union.standard(spending, book.view) if row.union in (union.MET, union.SHORT) else None
    except Unknown:  # pragma: no cover - met and short are judged from the very same data
        found = None
    amount = union.purchased_amount(spending, book.view)
    asked = (found.required, found.gap) if found is not None else (None, None)
    values = (row.unit.code, row.unit.name, spending.members, spending.welfare, amount, *asked, row.union)
    return ReportLine(values, unit=row.unit.code, units=(row.unit.id,))


def _enterprises(book: _SummaryData) -> Report:
    headings = (
        Heading("uscc", "统一社会信用代码", TEXT, 22),
        Heading("name", "企业名称", TEXT, 28),
        Heading("unit", "所属预算单位编码", TEXT, 16),
        Heading("unit_name", "所属预算单位名称", TEXT, 26),
        Heading("since", "归属起始日期", Account.table.column("since").kind, 12),
        Heading("state", "交易账号状态", Account.table.column("state").kind, 12),
        Heading("regulator", "国资监管机构", TEXT, 20),
        Heading("ordered", "下单金额", FEN, 16, summed=True),
        Heading("completed", "完结金额", FEN, 16, summed=True),
    )
    lines = []
    for account in book.view.all(Account):
        orders = orders_under(account, book.year, book.view)
        sums = purchase_sums(orders, book.view.today)
        values = (
            account.uscc, account.name, account.unit, _unit_name(account.unit, book), account.since, account.state,
            account.regulator, sums.ordered,
            sums.completed,
        )  # fmt: skip
        lines.append(ReportLine(values, unit=account.unit))
    return Report(
        "enterprises",
        sentence("国企"),
        f"{book.year}年国有企业采购账号及采购情况",
        headings,
        (*lines, sum_line(headings, lines)),
    )


def orders_under(account: Account, year: int, view: View) -> list[Purchase]:
    """The orders an SOE placed for a unit while this very row of its history was in force."""
    if account.unit is None or account.uscc is None:
        return []
    mine = (order for order in soe_orders(account.unit, year, view) if order.buyer == account.uscc)
    return [order for order in mine if is_in_force(account, view, order.day)]


def _execution(book: _SummaryData) -> Report:
    headings = (
        *UNIT_HEADINGS,
        *purchase_headings(),
        *progress_headings(),
    )
    lines = []
    for row in book.rows:
        if row.is_counted and (row.base or any(row.bought.amounts)):
            values: tuple[Value, ...] = (
                row.unit.code, row.unit.name, *row.bought.amounts, row.counted, row.base, basis_points(row.progress),
            )  # fmt: skip
            lines.append(ReportLine(values, unit=row.unit.code, units=(row.unit.id,)))
    loose = book.loose
    lines.append(ReportLine((None, sentence("未归集"), *loose.amounts, None, None, None)))
    total = sum_line(headings, lines)
    if not totals(book.rows).is_measured:
        counted = [heading.name for heading in headings].index("counted")
        total = replace(total, values=(*total.values[:counted], None, total.values[counted + 1], None))
    below = sentence("国有企业的采购计入所属预算单位；未归集的是采购单位不在名单或已撤并的订单，不计入任何单位。")
    return Report(
        "execution",
        sentence("采购执行"),
        f"{book.year}年采购执行情况",
        headings,
        (*lines, total),
        (below, *progress_basis(book.year, book.view)),
    )


# -- 变更、通知书台账、核对 ------------------------------------------------------------------------


def _changes(book: _SummaryData) -> Report:
    return _listing(
        "changes",
        sentence("变更"),
        f"{book.year}年单位变更情况",
        UnitChange,
        lambda row: row.day.year == book.year,
        book,
    )


def _notices(book: _SummaryData) -> Report:
    return _listing(
        "notices", sentence("通知书台账"), f"{book.year}年通知书台账", Notice, lambda row: row.year == book.year, book
    )


def _listing(key: str, name: str, title: str, cls: type[R], belongs: Callable[[R], bool], book: _SummaryData) -> Report:
    """A table of the book as it stands, with the name beside each unit's code."""
    columns = [column for column in cls.table.columns if column.name != "content"]
    names = {column.name for column in columns}
    headings: list[Heading] = []
    for column in columns:
        headings.append(Heading(column.name, column.label, column.kind, column.width))
        # Beside `new_unit` the record keeps a name of its own, `new_name`.
        if isinstance(column.kind, Reference) and column.name.removesuffix("unit") + "name" not in names:
            headings.append(Heading(f"{column.name}_name", _name_of(column), TEXT, 26))
    places = [heading.name for heading in headings]

    def values(row: R) -> tuple[Value, ...]:
        cells: list[Value] = []
        for column in columns:
            cells.append(row.cell(column.name))
            if f"{column.name}_name" in places:
                cells.append(_unit_name(row.cell(column.name), book))
        return tuple(cells)

    lines = tuple(ReportLine(values(row), unit=row.unit_of) for row in book.view.all(cls) if belongs(row))
    return Report(key, name, title, tuple(headings), lines)


def _name_of(column: Column) -> str:
    """The heading for the names of the units whose codes stand in a column."""
    return column.label.removesuffix("编码") + "名称"


def _whole(report: Report, name: str) -> int:
    """An amount of a report's last line."""
    value = report.lines[-1].values[report.place(name)]
    return value if isinstance(value, int) else 0


def _ties(book: _SummaryData, series: tuple[Report, ...]) -> Report:
    """What ties with what: each figure reckoned in two ways, the difference 0 or the book is not to be sent."""
    sums = totals(book.rows)
    orders = purchase_sums(orders_of_year(book.view.all(Purchase), book.year, book.view), book.view.today)
    parts = [totals(rows) for _, rows in book.departments()]
    filings = book.view.find(Filing, ("year",), (book.year,))
    listed = {row.unit.code for row in book.rows}
    gone = sum(row.reserve or 0 for row in book.rows if not row.is_counted or row.is_represented)
    # Filings of units that no longer existed in the year, or that the book does not know at all.
    gone += sum(filing.reserve or 0 for filing in filings if filing.unit not in listed)
    by_lines, by_statistics = purchase_sums(book.lines.orders, book.view.today), book.lines.statistics
    ordered, paid, completed = sentence("下单金额"), sentence("已支付金额"), sentence("完结金额")
    reserve, departments, units = sentence("预留份额"), sentence("各部门之和"), sentence("各单位之和")
    orders_alone, whole_year = sentence("订单之和"), sentence("各单位（按订单）加未归集")
    both_sources, sheet = sentence("按订单与按统计之和"), sentence("汇总表")
    pairs: list[tuple[str, str, int, str, int]] = [
        (sentence("年度食堂食材采购总额"), departments, sum(p.total for p in parts), units, sums.total),
        (reserve, departments, sum(p.reserve for p in parts), units, sums.reserve),
        (
            reserve, sentence("填报表之和"), sum(f.reserve or 0 for f in filings),
            sentence("各单位加已撤并、不在册、共用重报"), sums.reserve + gone,
        ),
        (ordered, orders_alone, orders.ordered, whole_year, by_lines.ordered + book.loose.ordered),
        (paid, orders_alone, orders.paid, whole_year, by_lines.paid + book.loose.paid),
        (completed, orders_alone, orders.completed, whole_year, by_lines.completed + book.loose.completed),
        (ordered, both_sources, by_lines.ordered + by_statistics.ordered, sheet, sums.bought.ordered),
        (completed, both_sources, by_lines.completed + by_statistics.completed, sheet, sums.bought.completed),
    ]  # fmt: skip
    for report in series:
        for what, name, amount in (
            (ordered, "ordered", sums.bought.ordered),
            (completed, "completed", sums.bought.completed),
        ):
            pairs.append((what, f"“{report.name}”之和", _whole(report, name), sheet, amount))
    headings = (
        Heading("what", "核对项目", TEXT, 22),
        Heading("left_name", "甲", TEXT, 24),
        Heading("left", "甲数", FEN, 18),
        Heading("right_name", "乙", TEXT, 28),
        Heading("right", "乙数", FEN, 18),
        Heading("difference", "差额", FEN, 14),
    )
    lines = tuple(ReportLine((what, one, left, other, right, left - right)) for what, one, left, other, right in pairs)
    return Report("ties", sentence("核对"), "核对", headings, lines, (sentence("差额应全部为 0.00。"),), has_ties=True)
