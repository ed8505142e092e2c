"""The command that compares another list of units with the book, in sentences or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.cli.opening import opened
from zhengzhou_desk.cli.run import DONE, FOUND
from zhengzhou_desk.cli.workbooks import SHOWN
from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.reports.unit_comparison import KINDS
from zhengzhou_desk.services import unit_lists

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console
    from zhengzhou_desk.reports.unit_comparison import Difference
    from zhengzhou_desk.services.unit_lists import Comparison


def compare(arguments: argparse.Namespace, console: Console) -> int:
    """Tells where a list and the book differ; 1 where there is a difference that nobody has left with a reason."""
    with opened(arguments.book, console, writable=False) as desk:
        compared = unit_lists.compare_file(desk, arguments.file)
        shown: list[tuple[Difference, str | None]] = [(each, None) for each in compared.fresh]
        shown += compared.left if arguments.all else ()
        if arguments.json:
            answer = {
                "book": str(arguments.book),
                "file": str(arguments.file),
                "rows": len(compared.listed.rows),
                "counts": {kind: sum(each.kind == kind for each in compared.fresh) for kind in KINDS},
                "left": len(compared.left),
                "differences": [_json(each, reason) for each, reason in shown],
                "remarks": [console.words(remark) for remark in _remarks(compared)],
            }
            print(json.dumps(answer, ensure_ascii=False, indent=1))
        else:
            _tell(compared, shown, console)
        return FOUND if compared.fresh else DONE


def _tell(compared: Comparison, shown: list[tuple[Difference, str | None]], console: Console) -> None:
    for remark in _remarks(compared)[:SHOWN]:
        console.tell("  {remark}", remark=remark)
    for each, reason in shown:
        console.say(unit_lists.words(each))
        if reason is not None:
            console.tell("     已留下：{reason}", reason=reason)
    console.tell(
        counted("名录 {rows} 行，与账册有 {count} 处差异；另有 {left} 处以前留下的"),
        rows=len(compared.listed.rows), count=len(compared.fresh), left=len(compared.left),
    )  # fmt: skip


def _remarks(compared: Comparison) -> list[Any]:
    return [*compared.listed.remarks, *(row.sentence() for row in compared.listed.left_out)]


def _json(each: Difference, reason: str | None) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "unit": each.unit.code if each.unit is not None else None,
        "unit_name": each.name,
        "code": each.code or None,
        "sheet": each.row.sheet if each.row is not None else None,
        "row": each.row.number if each.row is not None else None,
        "old": each.old or None,
        "new": each.new or None,
        "candidates": [unit.code for unit in each.candidates],
        "left": reason,
    }
