"""Keeping a book: new, verify, backup, restore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import DONE, FOUND, now, user
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store.backup import back_up
from zhengzhou_desk.store.checkup import ALTERED, DAMAGED, UNSEEN, checkup
from zhengzhou_desk.store.restore import restore as put_back

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console

# The mark of each state of a check.
_MARKS = {"good": "✓", "advice": "!", "unseen": "?", "altered": "✗", "damaged": "✗"}


def new(asked: argparse.Namespace, speaker: Console) -> int:
    """An empty book; an existing file is never overwritten."""
    with Desk.new(asked.book, region=asked.region, bureau=asked.bureau, year=asked.year, clock=now, who=user()) as desk:
        speaker.tell(
            "已新建账册 {path}：{bureau}，{region}，{year} 年度",
            path=desk.path, bureau=desk.bureau, region=desk.region_name, year=desk.year,
        )  # fmt: skip
    return DONE


def verify(asked: argparse.Namespace, speaker: Console) -> int:
    """体检: every check with what to do where it fails; 1 only for damage.

    `--accept` confirms what was altered outside.
    """
    checks = checkup(asked.book, now())
    for check in checks:
        speaker.tell("{mark} {title}", mark=_MARKS[check.state], title=check.title)
        if check.advice is not None:
            speaker.tell("   → {advice}", advice=check.advice)
    states = {check.state for check in checks}
    if DAMAGED not in states and UNSEEN in states:
        raise Refused("体检没有做完，这不说明账册有问题。原因见上，请处理后再做一次")
    if asked.accept:
        return _accept(asked, speaker, states)
    bad = sum(not check.ok for check in checks)
    if not bad:
        speaker.tell("体检完成，{count} 项全部正常", count=len(checks))
        return DONE
    speaker.tell("体检完成，{count} 项中有 {bad} 项不正常", count=len(checks), bad=bad)
    if states & {ALTERED, DAMAGED} == {ALTERED}:
        speaker.tell("看过上面的差别，决定按现在的内容继续用，请加 --accept；否则请用备份恢复")
    return FOUND


def _accept(asked: argparse.Namespace, speaker: Console, states: set[str]) -> int:
    """What was listed has been looked at: the book's content is what its rows say now."""
    if DAMAGED in states:
        raise Refused("账册 {path} 已损坏，不能确认。请用最近的备份恢复", path=asked.book)
    if ALTERED not in states:
        raise Refused("账册 {path} 没有在程序之外被改动过，没有什么要确认", path=asked.book)
    with Desk.opened(asked.book, clock=now, who=user()) as desk:
        entry = desk.accept_content()
    speaker.tell("已确认账册的现有内容，记入日志第 {number} 号", number=entry.number)
    return DONE


def backup(asked: argparse.Namespace, speaker: Console) -> int:
    """A verified copy beside the book, or in another folder."""
    made = back_up(asked.book, asked.out or asked.book.absolute().parent, now())
    speaker.tell("已备份并核对：{path}", path=made)
    return DONE


def restore(asked: argparse.Namespace, speaker: Console) -> int:
    """A backup in the book's place; the present book is kept beside it."""
    kept = put_back(asked.book, asked.backup, now(), who=user())
    speaker.tell("已用 {backup} 恢复 {book}", backup=asked.backup, book=asked.book)
    if kept is not None:
        speaker.tell("原来的账册留作 {kept}", kept=kept)
    return DONE
