"""The command of follow-ups: notes a contact, lists contacts and overdue promises, whom to call, a text to send."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import DONE, FOUND, now, user
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.records import Followup
from zhengzhou_desk.reports.deadlines import overdue_promises
from zhengzhou_desk.services import editing, exports
from zhengzhou_desk.services import followups as services
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices.short_message import short_message

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console

# What of a contact is given on the command line, by the column it goes to.
_GIVEN = {
    "means": "by", "result": "result", "whom": "whom", "topic": "topic", "promised": "promised", "next_step": "next",
}  # fmt: skip


def followups(arguments: argparse.Namespace, console: Console) -> int:
    """Does what is asked for; without more it lists. 1 where a promise is overdue."""
    writes = bool(arguments.note or arguments.kept)
    with Desk.opened(
        arguments.book, clock=now, who=user(), writable=writes, on=arguments.on, year=arguments.year
    ) as desk:
        if arguments.note:
            services.note(desk, arguments.note, _contact(arguments, desk))
            console.tell(counted("已登记与 {count} 个单位的联系"), count=len(arguments.note))
        if arguments.kept:
            _keep(desk, arguments.kept, console)
        if arguments.text is not None:
            print(short_message(desk, arguments.text))
        elif arguments.call_list is not None:
            count = exports.write_calls(desk, arguments.call_list)
            console.tell(counted("已写出 {path}：{count} 个单位"), path=arguments.call_list, count=count)
        elif not writes:
            _list(desk, arguments, console)
        return FOUND if overdue_promises(desk.engine, desk.year) else DONE


def _contact(arguments: argparse.Namespace, desk: Desk) -> services.Contact:
    given = {column: getattr(arguments, name) for column, name in _GIVEN.items()}
    parsed = {
        column: editing.parse_cell(Followup, column, value) for column, value in given.items() if value is not None
    }
    return services.Contact(day=arguments.on or desk.today, **{"means": "call", **parsed})


def _keep(desk: Desk, units: list[str], console: Console) -> None:
    rows = [row for code in units for row in services.of_unit(desk, code)]
    entry = services.keep_promises(desk, rows, desk.today)
    if entry is None:
        raise Refused("这些单位没有还没兑现的承诺：{units}", units=tuple(units))
    console.tell(counted("已登记 {count} 项承诺兑现"), count=len(entry.changes))


def _list(desk: Desk, arguments: argparse.Namespace, console: Console) -> None:
    rows = [row for row in desk.rows(Followup) if row.year == desk.year]
    late = {row.id for row in overdue_promises(desk.engine, desk.year)}
    if arguments.overdue:
        rows = [row for row in rows if row.id in late]
    rows.sort(key=lambda row: (row.day, row.id), reverse=True)
    if arguments.json:
        # Whom one spoke with is personal: it is not part of the answer.
        columns = [column for column in Followup.table.columns if not column.personal]
        answer = [
            {column.name: column.kind.show(row.cell(column.name)) for column in columns} | {"overdue": row.id in late}
            for row in rows
        ]
        print(
            json.dumps(
                {"year": desk.year, "on": desk.today.isoformat(), "followups": answer}, ensure_ascii=False, indent=1
            )
        )
        return
    for row in rows:
        _tell(desk, row, console, is_late=row.id in late)
    figures = services.figures(desk, desk.year)
    console.tell(
        "{year} 年度，截至 {day}：督办 {contacts} 次，{units} 个单位，待兑现 {promised} 个，逾期未兑现 {overdue} 个",
        year=desk.year, day=desk.today, contacts=figures.contacts, units=figures.units, promised=figures.promised,
        overdue=figures.overdue,
    )  # fmt: skip


def _tell(desk: Desk, row: Followup, console: Console, *, is_late: bool) -> None:
    unit = desk.unit(row.unit)
    name = (unit.name if unit is not None else None) or ""
    kinds = Followup.table
    shown = [kinds.column(name).kind.show(row.cell(name), console.lang) for name in ("means", "result", "topic")]
    console.tell(
        "{day}  {code} {unit}  {said}", day=row.day, code=row.unit, unit=name,
        said="  ".join(text for text in shown if text),
    )  # fmt: skip
    if is_late:
        console.tell("    承诺 {day} 前完成，已经过期", day=row.promised)
    elif row.promised is not None and row.fulfilled is None:
        console.tell("    承诺 {day} 前完成", day=row.promised)
