"""What a printed sum adds up, and what rounding to 万元 leaves between it and the figures printed beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.records.kinds import WAN, Money, wan_hundredths, yuan
from zhengzhou_desk.records.report import DETAIL, SUBTOTAL, TOTAL, quotient

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengzhou_desk.records.kinds import Value
    from zhengzhou_desk.records.report import Heading, Report


def added(report: Report, place: int) -> list[int]:
    """The detail lines that a sum adds up: a subtotal those since the last one, a total all before it."""
    ends = (SUBTOTAL, TOTAL) if report.lines[place].depth == SUBTOTAL else (TOTAL,)
    begins = next((other + 1 for other in range(place - 1, -1, -1) if report.lines[other].depth in ends), 0)
    return [other for other in range(begins, place) if report.lines[other].depth == DETAIL]


def rounding_remark(report: Report) -> str | None:
    """What stands below a sheet in 万元 whose figures, as shown, do not add up or divide; None where all of them do."""
    amounts = [column for column, heading in enumerate(report.headings) if isinstance(heading.kind, Money)]
    summed = [column for column in amounts if report.headings[column].summed]
    totals = [
        f"“{report.headings[column].label}”{yuan(gap)} 元"
        for column in summed
        for gap in [next(_by_lines(report, column, TOTAL), 0)]
        if gap
    ]
    said = [f"各行之和与合计相差{'、'.join(totals)}"] if totals else []
    said += _at_most("各行之和与小计", (gap for column in summed for gap in _by_lines(report, column, SUBTOTAL)))
    said += _at_most("各小计之和与合计", (_by_subtotals(report, column) for column in summed))
    for column in amounts:
        said += [*_across(report, report.headings[column]), *_running(report, column)]
    if any(_is_off(report, heading) for heading in report.headings):
        said.append("比例按元计算，与表中万元数相除略有出入")
    return f"以万元显示，四舍五入后{'；'.join(said)}。以元为准。" if said else None


def _by_lines(report: Report, column: int, depth: int) -> Iterator[int]:
    """By how much each sum of a depth differs from the lines it adds up, as both are shown."""
    for place, line in enumerate(report.lines):
        if line.depth == depth:
            yield _gap(line.values[column], (report.lines[each].values[column] for each in added(report, place)))


def _by_subtotals(report: Report, column: int) -> int:
    """By how much the total differs from the subtotals, as they are shown; nothing where there are none."""
    subtotals = [line.values[column] for line in report.lines if line.depth == SUBTOTAL]
    total = next((line.values[column] for line in report.lines if line.depth == TOTAL), None)
    return _gap(total, subtotals) if subtotals else 0


def _running(report: Report, column: int) -> Iterator[str]:
    """A running sum that differs from what is shown as added up to it."""
    heading = report.headings[column]
    if heading.running is None:
        return
    added, so_far, gaps = report.place(heading.running), 0, []
    for line in report.lines:
        reached, step = line.values[column], line.values[added]
        if line.depth == DETAIL and isinstance(reached, int) and isinstance(step, int):
            so_far += wan_hundredths(step)
            gaps.append((wan_hundredths(reached) - so_far) * WAN)
    yield from _at_most(f"“{heading.label}”与“{_label(report, heading.running)}”逐行累加", gaps)


def _across(report: Report, heading: Heading) -> Iterator[str]:
    """A difference that differs from the two figures beside it, as all three are shown."""
    if heading.less is None:
        return
    column, (whole, part) = report.place(heading.name), map(report.place, heading.less)
    gaps = [
        _gap(line.values[column], (line.values[whole], -less))
        for line in report.lines
        if line.depth == DETAIL and line.values[column] and isinstance(less := line.values[part], int)
    ]
    labels = [_label(report, name) for name in heading.less]
    yield from _at_most(f"“{heading.label}”与“{labels[0]}”减“{labels[1]}”", gaps)


def _is_off(report: Report, heading: Heading) -> bool:
    """Whether a share is another one than the shown amounts would give."""
    if heading.quotient is None:
        return False
    column, (part, whole) = report.place(heading.name), map(report.place, heading.quotient)
    for line in report.lines:
        above, below = line.values[part], line.values[whole]
        if (
            not isinstance(above, int)
            or not isinstance(below, int)
            or not isinstance(report.headings[part].kind, Money)
        ):
            continue
        if (
            line.values[column] is not None
            and quotient(wan_hundredths(above), wan_hundredths(below)) != line.values[column]
        ):
            return True
    return False


def _label(report: Report, name: str) -> str:
    return report.headings[report.place(name)].label


def _gap(whole: Value, parts: Iterable[Value]) -> int:
    """The shown whole less the shown parts, in fen; nothing where there is no whole."""
    if not isinstance(whole, int):
        return 0
    return (wan_hundredths(whole) - sum(wan_hundredths(part) for part in parts if isinstance(part, int))) * WAN


def _at_most(said: str, gaps: Iterable[int]) -> Iterator[str]:
    most = max(map(abs, gaps), default=0)
    if most:
        yield f"{said}最多相差 {yuan(most)} 元"
