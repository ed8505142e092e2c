"""The command that opens a year: what it begins with, and opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.opening import opened
from zhengzhou_desk.cli.run import DONE
from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.records import UnitChange
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.services import years

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console


def open_year(arguments: argparse.Namespace, console: Console) -> int:
    """Says what a year begins with and what the one before leaves open; opens it unless it is only looked at."""
    with opened(arguments.book, console, writable=not arguments.dry_run, on=arguments.on) as desk:
        start = years.look_at(desk, arguments.year)
        console.tell(
            counted("单位 {count} 个，国有企业 {accounts} 家"), count=len(start.units), accounts=start.accounts
        )
        console.tell(
            counted("上年预留作为下限：{count} 个单位，合计 {total} 元"),
            count=len(start.floors), total=yuan(start.floor_sum, grouped=True),
        )  # fmt: skip
        if start.unknown:
            console.tell(counted("还查不到上年预留的单位 {count} 个，列为待查"), count=len(start.unknown))
        for row in start.changes:
            kind = UnitChange.table.column("kind").kind.show(row.kind, console.lang)
            console.tell(
                "  变更  {day}  {kind}  {old} → {new} {name}",
                day=row.day, kind=kind, old=row.old_unit or "—", new=row.new_unit or "—", name=row.new_name or "",
            )  # fmt: skip
        for task in start.open_ends:
            console.tell("  没有了结  {task}：{number}", task=task.title, number=task.count)
        if arguments.dry_run:
            console.tell("这是试看，账册没有改动")
        else:
            years.open_year(desk, arguments.year, members=arguments.members)
            console.tell("已开启 {year} 年度", year=arguments.year)
    return DONE
