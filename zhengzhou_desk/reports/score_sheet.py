"""The scoring sheet (考评表): departments and units by rank, and for every point the records it rests on."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import CHINESE, counted, localized, message, sentence
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.kinds import Score, Text, Whole, plain
from zhengzhou_desk.records.report import Heading, Report, ReportLine
from zhengzhou_desk.reports.assessment import ITEMS, ItemScore, UnitScore, assess, departments
from zhengzhou_desk.reports.headings import UNIT_HEADINGS
from zhengzhou_desk.reports.progress import progress_basis
from zhengzhou_desk.reports.ranking import ranks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengzhou_desk.policy.engine import Engine
    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.kinds import Value

_TEXT, _COUNT, _SCORE = Text(), Whole(), Score()
_LONG = Text(2000)
# Of many orders the first are named; the sum stands in the reason.
_NAMED = 6


def score_reports(engine: Engine, year: int) -> tuple[Report, ...]:
    """The sheets of a year as of the engine's day; none where no weight is in force."""
    units = assess(engine, year)
    view = engine.reader()
    if not any(unit.marks for unit in units):
        return ()
    return (
        _departments(units, year, view),
        _units(units, year, view),
        _grounds(units, year, view),
        _weights(engine, year),
    )


def _departments(units: Sequence[UnitScore], year: int, view: View) -> Report:
    headings = (
        Heading("rank", "名次", _COUNT, 6), Heading("code", "主管部门编码", _TEXT, 14),
        Heading("name", "主管部门", _TEXT, 28),
        Heading("units", "参评单位数", _COUNT, 10), Heading("score", "平均得分", _SCORE, 10),
        Heading("highest", "最高", _SCORE, 10), Heading("lowest", "最低", _SCORE, 10),
    )  # fmt: skip
    found = departments(units)
    rows = sorted(
        zip(ranks([each.score for each in found]), found, strict=True), key=lambda pair: (pair[0], pair[1].code)
    )
    lines = []
    for place, each in rows:
        department = view.one(Unit, ("code",), (each.code,))
        scores = [unit.score or 0 for unit in each.units]
        name = department.name if department is not None else "（未列入单位表）"
        lines.append(
            ReportLine((place, each.code, name, len(scores), each.score, max(scores), min(scores)), unit=each.code)
        )
    below = sentence("部门得分为所属参评单位得分的平均数；得分相同的并列。")
    return Report(
        "department_scores", sentence("部门得分"), f"{year}年各部门考评得分", headings, tuple(lines), (below,)
    )


def _units(units: Sequence[UnitScore], year: int, view: View) -> Report:
    items = [item for item in ITEMS if any(mark.item is item for unit in units for mark in unit.marks)]
    headings = (
        Heading("rank", "名次", _COUNT, 6), *UNIT_HEADINGS,
        Heading("department", "主管部门", _TEXT, 20),
        *(Heading(item.weight.name, item.label, _SCORE, 12) for item in items),
        Heading("points", "得分小计", _SCORE, 10), Heading("whole", "应得分值", _COUNT, 10),
        Heading("score", "得分", _SCORE, 10),
    )  # fmt: skip
    scored = [unit for unit in units if unit.score is not None]
    rows = sorted(
        zip(ranks([unit.score or 0 for unit in scored]), scored, strict=True),
        key=lambda pair: (pair[0], pair[1].unit_status.unit.code),
    )
    lines = []
    for place, each in rows:
        department = (
            view.one(Unit, ("code",), (each.unit_status.unit.department,)) if each.unit_status.unit.department else None
        )
        unit, points = each.unit_status.unit, {mark.item.weight.name: mark.points for mark in each.marks}
        values: tuple[Value, ...] = (
            place, unit.code, unit.name, (department.name if department else None) or unit.department,
            *(points.get(item.weight.name) for item in items), each.points, each.whole, each.score,
        )  # fmt: skip
        lines.append(ReportLine(values, unit=unit.code))
    below = sentence("空格为不适用的项目，不计入应得分值；得分 = 得分小计 ÷ 应得分值 × 100，四舍五入到百分位。")
    return Report("unit_scores", sentence("单位得分"), f"{year}年各单位考评得分", headings, tuple(lines), (below,))


def _grounds(units: Sequence[UnitScore], year: int, view: View) -> Report:
    headings = (
        Heading("code", "单位编码", _TEXT, 14), Heading("name", "单位名称", _TEXT, 26),
        Heading("item", "项目", _TEXT, 14),
        Heading("weight", "分值", _COUNT, 7), Heading("points", "得分", _SCORE, 9), Heading("why", "依据", _LONG, 46),
        Heading("records", "所据记录", _LONG, 46),
    )  # fmt: skip
    lines = [
        ReportLine(
            (
                unit.unit_status.unit.code,
                unit.unit_status.unit.name,
                mark.item.label,
                mark.weight,
                mark.points,
                mark.earned.why.text(),
                records(mark),
            ),
            unit=unit.unit_status.unit.code,
        )
        for unit in units
        for mark in unit.marks
    ]
    return Report(
        "grounds",
        sentence("得分依据"),
        f"{year}年考评得分依据",
        headings,
        tuple(lines),
        (sentence("得分空白为不适用。"), *progress_basis(year, view)),
    )


def records(mark: ItemScore, lang: str = CHINESE) -> str:
    """The records that an item's points rest on, as a person finds them again.

    填报 2024 101003；采购 A-1、A-2 等 9 项.
    """
    by_table: dict[str, list[Record]] = defaultdict(list)
    for row in mark.earned.rows:
        by_table[row.table.text(lang)].append(row)
    return ("；" if lang == CHINESE else "; ").join(f"{label} {_named(rows, lang)}" for label, rows in by_table.items())


def _named(rows: Sequence[Record], lang: str) -> str:
    keys = tuple(" ".join(plain(value) for value in row.key() if value is not None) for row in rows[:_NAMED])
    if len(rows) <= _NAMED:
        return str(localized(keys, lang))
    return message(counted("{rows} 等 {count} 项"), rows=keys, count=len(rows)).text(lang)


def _weights(engine: Engine, year: int) -> Report:
    """The weights in force, each with what states it."""
    headings = (
        Heading("item", "项目", _TEXT, 20),
        Heading("weight", "分值", _COUNT, 8),
        Heading("ground", "依据", _LONG, 60),
    )
    lines = []
    for item in ITEMS:
        found = engine.law.in_force(item.weight.name, year)
        if found is not None and isinstance(found.value, int):
            lines.append(ReportLine((item.label, found.value, _ground(engine, found.articles, found.document))))
    total = sum(value for line in lines if isinstance(value := line.values[1], int))
    below = f"分值合计 {total} 分，各单位按适用的项目折算为百分制。"
    return Report("weights", sentence("分值"), f"{year}年考评分值", headings, tuple(lines), (below,))


def _ground(engine: Engine, articles: Iterable[str], document: str | None) -> str:
    if document is not None:
        return f"本局 {document}"
    return "、".join(engine.law.packs.articles[article].text() for article in articles)
