"""Reports as tables and attachments of a paper: their unit, their footnote, the charts drawn from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import (
    ACROSS,
    CENTRE,
    LEFT,
    LINE,
    RIGHT,
    Attachment,
    ChartBlock,
    Series,
    TableBlock,
    TableColumn,
)
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.records.kinds import Choice, Money, Rate
from zhengzhou_desk.records.report import APART, DETAIL
from zhengzhou_desk.reports.purchasing import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengzhou_desk.records.kinds import Value
    from zhengzhou_desk.records.report import Heading, Report

# A table with more rows than these stands close.
_MANY = 12
# So many lying bars fill a page.
_BARS = 30


def points(value: Value) -> str:
    """Basis points as a percentage of two decimals."""
    return Ratio(value, 10_000).text() if isinstance(value, int) else "—"


def table(report: Report, names: tuple[str, ...] | None = None) -> TableBlock:
    """A report, or some of its columns, as a table of a paper, with its unit and its remarks as a footnote."""
    places = [report.place(name) for name in names] if names else list(range(len(report.headings)))
    headings = [report.headings[place] for place in places]
    rows = tuple(
        tuple(_cell(heading, line.values[place]) for place, heading in zip(places, headings, strict=True))
        for line in report.lines
    )
    has_money = any(isinstance(heading.kind, Money) for heading in headings)
    return TableBlock(
        tuple(map(_column, headings)), rows,
        strong=tuple(place for place, line in enumerate(report.lines) if line.depth),
        unit="单位：元" if has_money else "", note="".join(report.remarks), dense=len(rows) > _MANY,
    )  # fmt: skip


def _column(heading: Heading) -> TableColumn:
    align = RIGHT if heading.kind.right_aligned else CENTRE if heading.width < 10 else LEFT  # noqa: PLR2004 - a short word
    weight = 13 if isinstance(heading.kind, Rate) else max(10 if isinstance(heading.kind, Choice) else 7, heading.width)
    return TableColumn(heading.label, weight, align, isinstance(heading.kind, Money))


def _cell(heading: Heading, value: Value) -> str:
    return points(value) if isinstance(heading.kind, Rate) else heading.kind.show(value)


def attachment(report: Report, names: tuple[str, ...]) -> Attachment:
    """Some columns of a report as an attachment that stands upright."""
    return Attachment(report.title, (table(report, names),))


def progress_charts(report: Report, title: str, expected: int | None) -> Iterator[ChartBlock]:
    """Progress by department, each with its name and value, and 序时进度 as a line; none where nothing was bought."""
    name, progress = report.place("name"), report.place("progress")
    shown = [
        (str(line.values[name] or line.unit or ""), value if isinstance(value := line.values[progress], int) else None)
        for line in report.lines
        if line.depth == DETAIL and line.key != APART
    ]
    if not any(value for _, value in shown):
        return
    for begin in range(0, len(shown), _BARS):
        part = shown[begin : begin + _BARS]
        yield ChartBlock(
            tuple(label for label, _ in part), (Series("采购进度", tuple(value for _, value in part)),),
            title if not begin else f"{title}（续）", ACROSS, 2, "单位：%", expected, "序时进度",
        )  # fmt: skip


def month_chart(report: Report) -> ChartBlock | None:
    """What was ordered and completed month by month; no picture of a single month, nor of nothing."""
    months = [line for line in report.lines if line.key == MONTH]
    series = tuple(
        Series(
            title,
            tuple(value if isinstance(value := line.values[report.place(name)], int) else None for line in months),
        )
        for name, title in (("ordered", "下单"), ("completed", "完结"))
    )
    if len(months) < 2 or not any(value for each in series for value in each.values):  # noqa: PLR2004 - a line needs two points
        return None
    labels = tuple(str(line.values[0]) for line in months)
    return ChartBlock(labels, series, "各月采购", LINE, decimals=6, unit="单位：万元", says_values=True)
