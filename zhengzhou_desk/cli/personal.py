"""The command that deletes personal data which has had its time, and the backups that still hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import DONE, FOUND, now, user
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.services import editing, personal
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from zhengzhou_desk.cli.run import Console
    from zhengzhou_desk.store.old_copies import OldCopy


def forget(arguments: argparse.Namespace, console: Console) -> int:
    """Deletes contacts, telephones and addresses of what ended before a year; 1 where backups still hold them."""
    if arguments.pinned_too and not arguments.delete_backups:
        raise Refused("--pinned-too 只能和 --delete-backups 一起用")
    if arguments.sealed_too and not arguments.delete_backups:
        raise Refused("--sealed-too 只能和 --delete-backups 一起用")
    dry = arguments.dry_run
    with Desk.opened(arguments.book, clock=now, who=user(), writable=not dry) as desk:
        rows = personal.outdated(desk, arguments.before)
        for row in rows:
            console.tell("  “{table}” {row}", table=row.table, row=editing.row_name(row, desk.tables, console.lang))
        if dry:
            console.tell(counted("会删除 {count} 行的联系人、电话和地址。这是试看，账册没有改动"), count=len(rows))
        else:
            count = personal.forget(desk, arguments.before)
            console.tell(counted("已删除 {count} 行的联系人、电话和地址，账册文件里不再留有"), count=count)
        copies = personal.copies_holding(desk)
    if arguments.delete_backups and not dry:
        gone, copies = personal.delete_copies(copies, pinned=arguments.pinned_too, sealed=arguments.sealed_too)
        for copy in gone:
            console.tell("已删除备份 {path}", path=copy.path)
    return _say_copies(copies, console)


def _say_copies(copies: Sequence[OldCopy], console: Console) -> int:
    """The backups that still hold what was deleted: where they are, and what may be done."""
    if not copies:
        return DONE
    console.tell(counted("还有 {count} 份备份保存着、或可能保存着账册里已经删除的个人信息："), count=len(copies))
    for copy in copies:
        if copy.sealed:
            console.tell(
                "  {day} {path}（加密的，没有密码看不到里面，可能还保存着）", day=copy.made.date(), path=copy.path
            )
        elif copy.cells is None:
            console.tell("  {day} {path}（读不出来，没有删除）", day=copy.made.date(), path=copy.path)
        elif copy.pinned:
            console.tell("  {day} {path}（长期保留）", day=copy.made.date(), path=copy.path)
        else:
            console.tell("  {day} {path}", day=copy.made.date(), path=copy.path)
    console.tell(
        "要删除它们，请加 --delete-backups；长期保留的再加 --pinned-too，加密的再加 --sealed-too。别处的备份请自行清理"
    )
    return FOUND
