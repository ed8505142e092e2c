"""Commands between district and city: writing a package, and taking packages into the city's book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import DONE, FOUND, now, user
from zhengzhou_desk.services import submissions
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console


def package(asked: argparse.Namespace, speaker: Console) -> int:
    """Writes the submission of a year as one file."""
    with Desk.opened(asked.book, clock=now, who=user(), writable=False, on=asked.on, year=asked.year) as desk:
        count = submissions.write(desk, asked.out, asked.year, now=now(), contacts=asked.contacts)
    speaker.tell("已生成 {year} 年度上报包 {path}：{count} 个单位", year=asked.year, path=asked.out, count=count)
    return DONE


def merge(asked: argparse.Namespace, speaker: Console) -> int:
    """Takes valid packages into the book, as one step; 1 where a file was older or refused."""
    with Desk.opened(asked.book, clock=now, who=user()) as desk:
        verdicts = submissions.examine(desk, asked.files)
        submissions.apply(desk, verdicts)
    for verdict in verdicts:
        speaker.say(verdict.sentence())
    return FOUND if any(verdict.state in (submissions.OLDER, submissions.NOT_TAKEN) for verdict in verdicts) else DONE
