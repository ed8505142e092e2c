"""The command that checks: the findings of a year, in sentences or as JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import DONE, FOUND, now, user
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, message
from zhengzhou_desk.policy.parameters import ERROR, INFO, SEVERITIES, UNKNOWN, WARNING
from zhengzhou_desk.services import before_submission, exports
from zhengzhou_desk.services.check_json import check_answer, unit_codes
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store.io_errors import altered

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console
    from zhengzhou_desk.policy.engine import Finding

LEVELS = (ERROR, UNKNOWN, WARNING, INFO)


def check(arguments: argparse.Namespace, console: Console) -> int:
    """Prints the findings as of a day; 1 where there is an error among them."""
    with Desk.opened(
        arguments.book, clock=now, who=user(), writable=False, on=arguments.on, year=arguments.year
    ) as desk:
        if arguments.unit is not None and arguments.unit not in unit_codes(desk):
            raise Refused("账册中没有编码为 {code} 的单位", code=arguments.unit)
        if not desk.store.content_agrees():
            # The findings are shown, as the window shows them; no figure leaves the book for others.
            print(altered(desk.path).text(console.lang), file=sys.stderr)
        if arguments.report is not None:
            only = {arguments.unit} if arguments.unit is not None else None
            count = exports.write_findings(desk, arguments.report, only)
            console.remark(message(counted("已写出 {path}：{count} 条"), path=arguments.report, count=count))
        if arguments.submission:
            _print_submission(desk, console)
            return FOUND if before_submission.check(desk).needs_reason else DONE
        answer = check_answer(desk, arguments.unit, console.lang)
        if arguments.json:
            print(json.dumps(answer, ensure_ascii=False, indent=1))
        else:
            _print_findings(desk, arguments.unit, console)
        found = any(finding["severity"] == ERROR for finding in answer["findings"])
        return FOUND if found else DONE


def _print_findings(desk: Desk, only: str | None, console: Console) -> None:
    wording = desk.wording(console.lang)
    shown = desk.findings() if only is None else desk.findings_of_unit(only)
    found = sorted(shown, key=lambda finding: (LEVELS.index(finding.severity), finding.unit or ""))
    for finding in found:
        console.tell(
            "{level}  {unit}  {title}：{message}",
            level=SEVERITIES.option(finding.severity), unit=_unit(desk, finding), title=wording.title(finding.rule),
            message=wording.message(finding),
        )  # fmt: skip
    if not desk.has_law():
        console.tell("{year} 年度没有现行的预留规定，是否达标不作判断", year=desk.year)
    counts = {level: sum(finding.severity == level for finding in found) for level in LEVELS}
    console.tell(
        "{year} 年度，截至 {day}：{error}，待查 {unknown} 条，{warning}，{info}",
        year=desk.year, day=desk.today, unknown=counts[UNKNOWN],
        error=message(counted("错误 {count} 条"), count=counts[ERROR]),
        warning=message(counted("警告 {count} 条"), count=counts[WARNING]),
        info=message(counted("提示 {count} 条"), count=counts[INFO]),
    )  # fmt: skip


def _print_submission(desk: Desk, console: Console) -> None:
    """上报前检查: each part in a sentence, below it whom it is about."""
    found = before_submission.check(desk)
    wording = desk.wording(console.lang)
    for said in found.headlines():
        console.say(said)
    for row in found.unfiled:
        console.tell("  未填报  {unit}", unit=f"{row.unit.code} {row.unit.name or ''}")
    for row in found.unconfirmed:
        console.tell("  未确认  {unit}", unit=f"{row.unit.code} {row.unit.name or ''}")
    for finding in (*found.errors, *found.unknown, *found.warnings):
        console.tell(
            "  {level}  {unit}  {message}",
            level=SEVERITIES.option(finding.severity), unit=_unit(desk, finding), message=wording.message(finding),
        )  # fmt: skip
    for finding, reason in found.explained:
        console.tell(
            "  已说明  {unit}  {title}：{reason}",
            unit=_unit(desk, finding),
            title=wording.title(finding.rule),
            reason=reason,
        )
    for each in found.differences:
        console.tell(
            "  {what}  {unit}  {parts}",
            what=before_submission.LABELS.option(each.what),
            unit=f"{each.code} {each.name or ''}",
            parts=each.words(console.lang),
        )


def _unit(desk: Desk, finding: Finding) -> str:
    unit = desk.unit(finding.unit)
    return f"{unit.code} {unit.name}" if unit is not None else finding.unit or "—"
