"""The journal in a clerk's words: each change by table, row, column, before and after; the whole of it for an audit."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE
from zhengzhou_desk.exchange.summary_workbook import write_summary as write_reports
from zhengzhou_desk.records import BY_NAME
from zhengzhou_desk.records.entry import HEAD
from zhengzhou_desk.records.kinds import Choice, DeclaredName, Text, Whole
from zhengzhou_desk.records.report import Heading, Report, ReportLine
from zhengzhou_desk.services import editing, exports
from zhengzhou_desk.store.journal import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.columns import Column
    from zhengzhou_desk.records.kinds import Kind
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.store.journal import JournalLine, Trace

# A step of more cells than this is summed up in the list; its rows stand on the sheet of details.
MOST_CELLS = 60
# A worksheet has 1,048,576 rows.
_MOST_ROWS = 1_000_000
# The longest text a cell of the list shows; frozen documents are longer, and stand in the register.
_LONGEST = 300
# Where a step's own words give the reason: which of them.
_REASON_WORD = {"unlock": 1, "move_orders": 2}
# The columns in which a row says why.
_REASONS = ("reason", "return_reason", "basis", "document")


class CellChange(NamedTuple):
    """One changed cell in words; blank is empty, what the journal does not keep a mask."""

    table: str
    row: str
    column: str
    before: str
    after: str


def cell_changes(desk: Desk, trace: Trace, lang: str = CHINESE) -> Iterator[CellChange]:
    """The cells that one row's change touched, in the order of the table's columns."""
    cls = BY_NAME[trace.table]
    called = _row_called(desk, trace, lang)
    fields = {**(trace.before or {}), **(trace.after or {})}
    for column in cls.table.columns:
        if column.name in fields:
            old, new = (_in_words(column, (half or {}).get(column.name), lang) for half in (trace.before, trace.after))
            yield CellChange(cls.table.text(lang), called, column.text(lang), old, new)


def _row_called(desk: Desk, trace: Trace, lang: str) -> str:
    """What a person calls the row: as it is now, or by the key it had."""
    cls = BY_NAME[trace.table]
    record: Record | None = desk.tables.get(cls, trace.id)
    if record is not None:
        return editing.row_name(record, desk.tables, lang)
    fields = {**(trace.before or {}), **(trace.after or {})}
    words = [_key_word(cls.table.column(name).kind, fields[name], lang) for name in cls.table.key if fields.get(name)]
    return " ".join(words)


def _key_word(kind: Kind, stored: Any, lang: str) -> str:
    """A part of a removed row's key, as `editing.row_name` says it of one that is there."""
    return kind.show(kind.from_sql(stored), lang) if isinstance(kind, DeclaredName | Choice) else str(stored)


def _in_words(column: Column, stored: Any, lang: str) -> str:
    if stored is None:
        return ""
    # Lines of before addresses were called personal name them.
    return MASK if column.personal or stored == MASK else column.kind.show(column.kind.from_sql(stored), lang)


# -- for an audit ----------------------------------------------------------------------------------

_TEXT, _COUNT = Text(), Whole()
_STEP = (
    Heading("number", "号", _COUNT, 7),
    Heading("at", "时间", _TEXT, 20),
    Heading("who", "经办", _TEXT, 10),
    Heading("step", "做了什么", _TEXT, 30),
)
_CELL = (
    Heading("table", "表", _TEXT, 10),
    Heading("row", "哪一行", _TEXT, 28),
    Heading("column", "栏目", _TEXT, 18),
    Heading("before", "原来", _TEXT, 22),
    Heading("after", "改成", _TEXT, 22),
)
_LIST = (*_STEP, *_CELL, Heading("reason", "理由、依据", _TEXT, 24))


def audit_reports(desk: Desk, year: int | None = None) -> tuple[Report, ...]:
    """The journal, oldest first, as a list with one line per changed cell, and the rows of its large steps.

    `year` leaves the steps made in that calendar year. Refuses a year in which nothing was done.
    """
    lines = [line for line in reversed(desk.journal()) if year is None or line.at[:4] == str(year)]
    if not lines:
        raise Refused("日志中没有 {year} 年做的步骤", year=year)
    listed: list[ReportLine] = []
    details: list[ReportLine] = []
    for line in lines:
        traces = line.traces()
        step = (line.number, line.at, line.who, editing.journal_text(desk, line))
        if sum(len({**(trace.before or {}), **(trace.after or {})}) for trace in traces) > MOST_CELLS:
            listed += _summed_up(step, traces)
            details += [ReportLine((line.number, *_row_whole(desk, trace))) for trace in traces]
            continue
        reason = _reason(line, traces)
        cells = [cell for trace in traces for cell in cell_changes(desk, trace)]
        listed += [ReportLine((*step, *map(_short, cell), reason)) for cell in cells] or [
            ReportLine((*step, *(None,) * len(_CELL), reason))
        ]
    title = f"{desk.bureau}账册日志" + (f"（{year} 年所做）" if year is not None else "")
    return (
        Report("journal", "日志", title, _LIST, tuple(listed[:_MOST_ROWS]), explanation(desk)),
        *_sheets("日志续", title, _LIST, listed[_MOST_ROWS:]),
        *_sheets("大步明细", f"{title}：导入等大步的明细", (_STEP[0], *_CELL), details),
    )


def _sheets(name: str, title: str, headings: tuple[Heading, ...], lines: Sequence[ReportLine]) -> Iterator[Report]:
    """As many sheets as the lines fill."""
    for number, first in enumerate(range(0, len(lines), _MOST_ROWS), 1):
        called = name if number == 1 else f"{name}{number}"
        yield Report(f"{name}:{number}", called, title, headings, tuple(lines[first : first + _MOST_ROWS]))


def _summed_up(step: tuple[Any, ...], traces: Iterable[Trace]) -> list[ReportLine]:
    """A large step by tables: how many rows were added, changed and removed."""
    counts: Counter[tuple[str, str]] = Counter()
    for trace in traces:
        sort = "新增" if trace.before is None else "删除" if trace.after is None else "修改"
        counts[trace.table, sort] += 1
    return [
        ReportLine((*step, BY_NAME[table].table.label, f"{sort} {count} 行", None, None, None, "逐行见“大步明细”"))
        for (table, sort), count in counts.items()
    ]


def _row_whole(desk: Desk, trace: Trace) -> tuple[str | None, ...]:
    """One row of a large step on one line: the columns that changed, what they said and what they say."""
    cells = list(cell_changes(desk, trace))
    sides = ("；".join(f"{cell.column}：{cell[side]}" for cell in cells if cell[side]) for side in (3, 4))
    sort = "新增一行" if trace.before is None else "删除一行" if trace.after is None else f"{len(cells)} 处"
    table = BY_NAME[trace.table].table.label
    return table, _row_called(desk, trace, CHINESE), sort, *(_short(text) for text in sides)


def _short(text: str) -> str | None:
    return (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…") or None


def _reason(line: JournalLine, traces: Iterable[Trace]) -> str | None:
    """Why the step was taken, where a person had to say it."""
    place = _REASON_WORD.get(line.name)
    if place is not None and place < len(line.about):
        return line.about[place]
    said = [str(trace.after[name]) for trace in traces if trace.after for name in _REASONS if trace.after.get(name)]
    return "；".join(dict.fromkeys(said)) or None


def write_journal(desk: Desk, path: Path, year: int | None = None) -> None:
    """Writes the journal as a workbook for an audit, of one calendar year or whole.

    An altered book's journal is written too: it is what an audit looks at.
    """
    reports = audit_reports(desk, year)
    cover = dataclasses.replace(exports.cover_sheet(desk, year or desk.year), title=reports[0].title)
    write_reports(path, cover, reports)


def explanation(desk: Desk) -> tuple[str, ...]:
    """What stands below the list: the head of the chain, and what it proves and what not."""
    return (
        f"日志共 {desk.store.number} 号，链头 {desk.store.head}（前 {HEAD} 位印在发出的文书、汇总封面和上报包中）。",
        "个人信息（联系人、电话、地址）在日志中只记改动过，不记内容，以 *** 表示。",
        "日志逐条相连，改动、缺少其中任何一条，链就断开；链本身没有密码，把整本账册连同日志重做一遍的人也能重做这条链。",
        "能证明没有被重做的，是早先印在纸上、写进上报包的链头：用 verify --head 核对它仍在日志里。",
    )
