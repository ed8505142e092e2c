"""Commands for spreadsheets: importing, exporting, the city summary and the account form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.cli.opening import opened
from zhengzhou_desk.cli.run import DONE, FOUND, now, user
from zhengzhou_desk.common.messages import counted, message
from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED, SAME
from zhengzhou_desk.services import exports, imports
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console
    from zhengzhou_desk.exchange.plan import ImportPlan

# How many refused rows are said before the rest is only counted.
SHOWN = 50


def import_files(arguments: argparse.Namespace, console: Console) -> int:
    """Imports each file whole or not at all; 1 where rows were refused."""
    status = DONE
    answers = []
    words = dict(arguments.map)
    with opened(arguments.book, console, writable=not arguments.dry_run) as desk:
        for path in arguments.files:
            plan = imports.plan_file(desk, path, arguments.year, words=words)
            kept_out = plan.refused and not arguments.skip_refused
            if plan.refused:
                status = FOUND
            done = not arguments.dry_run and not kept_out
            if done:
                imports.apply_plan(desk, plan)
                if words:
                    imports.remember_words(desk, plan, words)
            if arguments.json:
                answers.append(_plan_json(str(path), plan, console, applied=done))
            else:
                _print_plan(str(path), plan, console, dry=arguments.dry_run, kept_out=bool(kept_out))
    if arguments.json:
        print(json.dumps({"book": str(arguments.book), "files": answers}, ensure_ascii=False, indent=1))
    return status


def _print_plan(path: str, plan: ImportPlan, console: Console, *, dry: bool, kept_out: bool) -> None:
    console.tell(
        "{path}：新增 {new} 行，修改 {changed} 行，相同 {same} 行，拒绝 {refused} 行",
        path=path, new=plan.count(NEW), changed=plan.count(CHANGED), same=plan.count(SAME),
        refused=plan.count(REFUSED),
    )  # fmt: skip
    for remark in plan.remarks:
        console.tell("  {remark}", remark=remark)
    for row in plan.left_out[:SHOWN]:
        console.tell("  {remark}", remark=row.sentence())
    if len(plan.left_out) > SHOWN:
        console.tell(counted("  还有 {count} 行不是数据，--json 可看全部"), count=len(plan.left_out) - SHOWN)
    reasons = [(row, reason) for row in plan.rows for reason in row.reasons]
    for refused, reason in reasons[:SHOWN]:
        console.tell("  工作表“{sheet}”{reason}", sheet=refused.sheet, reason=reason)
    if len(reasons) > SHOWN:
        console.tell(counted("  还有 {count} 处，--json 可看全部"), count=len(reasons) - SHOWN)
    if dry:
        console.tell("  这是试看，账册没有改动")
    elif kept_out:
        console.tell("  有被拒绝的行，整个文件没有导入。请改正后再导入，或加 --skip-refused 只导入其余的行")


def _plan_json(path: str, plan: ImportPlan, console: Console, *, applied: bool) -> dict[str, Any]:
    return {
        "file": path,
        "applied": applied,
        "new": plan.count(NEW),
        "changed": plan.count(CHANGED),
        "same": plan.count(SAME),
        "refused": plan.count(REFUSED),
        "remarks": [console.words(remark) for remark in (*plan.remarks, *(row.sentence() for row in plan.left_out))],
        "left_out": [
            {
                "sheet": row.sheet,
                "row": row.number,
                "text": row.words(),
                "kind": console.words(message(row.sort)),
                "remarks": [console.words(about) for about in row.about],
            }
            for row in plan.left_out
        ],
        "refused_rows": [
            {"sheet": row.sheet, "row": row.number, "reasons": [console.words(reason) for reason in row.reasons]}
            for row in plan.rows
            if row.verdict == REFUSED
        ],
    }


def export_book(arguments: argparse.Namespace, console: Console) -> int:
    """Writes the public workbook, which imports into an empty book as it stands."""
    with Desk.opened(arguments.book, clock=now, who=user(), writable=False) as desk:
        exports.export_book(desk, arguments.out, arguments.year, contacts=not arguments.no_contacts)
    console.tell("已导出 {path}", path=arguments.out)
    return DONE


def summary(arguments: argparse.Namespace, console: Console) -> int:
    """Writes the city summary of a year as of a day."""
    with Desk.opened(
        arguments.book, clock=now, who=user(), writable=False, on=arguments.on, year=arguments.year
    ) as desk:
        untied = exports.write_summary(desk, arguments.out, contacts=arguments.contacts, despite=arguments.despite)
    console.tell("已写出 {year} 年度汇总 {path}", year=arguments.year, path=arguments.out)
    if untied:
        console.tell("注意：核对表中有差额，先查清再报送：{what}", what=untied)
    return DONE


def accounts(arguments: argparse.Namespace, console: Console) -> int:
    """Writes the account form for SOEs and contractors without a trading account."""
    with opened(arguments.book, console, writable=arguments.mark) as desk:
        count = exports.write_accounts(desk, arguments.out)
        # Said before the book is touched: if that is refused, the form is there all the same.
        console.tell(counted("已写出 {path}：{count} 家没有交易账号"), path=arguments.out, count=count)
        if arguments.mark:
            exports.mark_applied(desk)
    return DONE
