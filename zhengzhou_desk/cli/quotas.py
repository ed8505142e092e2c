"""The command of quotas: divides the amount set by the city over units, or lists how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import DONE, now, user
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.records import Quota
from zhengzhou_desk.records.kinds import percent, yuan
from zhengzhou_desk.services import editing, exports
from zhengzhou_desk.services import quotas as services
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console


def quotas(arguments: argparse.Namespace, console: Console) -> int:
    """Divides an amount, or lists what was divided and how much of it is done."""
    writes = arguments.total is not None and not arguments.dry_run
    with Desk.opened(
        arguments.book, clock=now, who=user(), writable=writes, on=arguments.on, year=arguments.year
    ) as desk:
        if arguments.total is not None:
            _divide(desk, arguments, console)
        elif arguments.out is not None:
            exports.write_quotas(desk, arguments.out)
            console.tell("已导出 {path}", path=arguments.out)
        else:
            _list(desk, console)
        return DONE


def _divide(desk: Desk, arguments: argparse.Namespace, console: Console) -> None:
    total = editing.parse_cell(Quota, "amount", arguments.total)
    division = services.propose(desk, total, arguments.by)
    for code, amount in division.parts.items():
        unit = desk.unit(code)
        console.tell(
            "{code} {unit}  {amount}", code=code, unit=(unit.name if unit is not None else None) or "",
            amount=yuan(amount, grouped=True),
        )  # fmt: skip
    if division.left_out:
        console.tell("没有数字可分的单位：{units}", units=division.left_out)
    if arguments.dry_run:
        console.tell(counted("会分解到 {count} 个单位。这是试看，账册没有改动"), count=len(division.parts))
    else:
        services.divide(desk, division, arguments.document)
        console.tell(
            counted("已把 {total} 元分解到 {count} 个单位"), count=len(division.parts), total=yuan(total, grouped=True)
        )


def _list(desk: Desk, console: Console) -> None:
    report = services.report(desk)
    if not report.lines:
        raise Refused("{year} 年度还没有分解任务", year=desk.year)
    for line in report.lines:
        quota, counted_fen = line.values[2], line.values[4]
        assert isinstance(quota, int)
        assert isinstance(counted_fen, int)
        console.tell(
            "{code} {unit}  任务 {quota}  完成 {counted}  {share}",
            code=line.unit or "", unit=str(line.values[1] or ""), quota=yuan(quota, grouped=True),
            counted=yuan(counted_fen, grouped=True),
            share=percent(counted_fen, quota) if quota else "",
        )  # fmt: skip
    for remark in report.remarks[1:]:
        print(remark)
