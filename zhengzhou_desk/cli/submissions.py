"""Commands between district and city: writing a package, and taking packages into the city's book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.opening import opened
from zhengzhou_desk.cli.run import DONE, FOUND, now, user
from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.services import submissions
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console


def package(arguments: argparse.Namespace, console: Console) -> int:
    """Writes the submission of a year as one file."""
    with Desk.opened(
        arguments.book, clock=now, who=user(), writable=False, on=arguments.on, year=arguments.year
    ) as desk:
        count = submissions.write(desk, arguments.out, arguments.year, now=now(), contacts=arguments.contacts)
    console.tell(
        counted("已生成 {year} 年度上报包 {path}：{count} 个单位"), year=arguments.year, path=arguments.out, count=count
    )
    return DONE


def merge(arguments: argparse.Namespace, console: Console) -> int:
    """Takes valid packages into the book, as one step; 1 where a file was older or refused."""
    with opened(arguments.book, console) as desk:
        verdicts = submissions.examine(desk, arguments.files)
        submissions.apply(desk, verdicts)
    for verdict in verdicts:
        console.say(verdict.sentence())
    return FOUND if any(verdict.state in (submissions.OLDER, submissions.NOT_TAKEN) for verdict in verdicts) else DONE
