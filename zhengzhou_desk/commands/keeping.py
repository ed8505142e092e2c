"""Keeping a book: new, verify, backup, restore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.commands.run import DONE, FOUND, now, user

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.commands.run import Speaker


def new(asked: argparse.Namespace, speaker: Speaker) -> int:
    """An empty book; an existing file is never overwritten."""
    from zhengzhou_desk.desk import Desk  # noqa: PLC0415 - each command loads what it needs

    with Desk.new(
        asked.book, region=asked.region, bureau=asked.bureau, year=asked.year, clock=now, who=user()
    ) as desk:
        speaker.tell(
            "已新建账册 {path}：{bureau}，{region}，{year} 年度",
            path=desk.path, bureau=desk.bureau, region=desk.region_name, year=desk.year,
        )  # fmt: skip
    return DONE


def verify(asked: argparse.Namespace, speaker: Speaker) -> int:
    """体检: every check with what to do where it fails."""
    from zhengzhou_desk.store.checkup import checkup  # noqa: PLC0415

    checks = checkup(asked.book, now())
    for check in checks:
        speaker.tell("{mark} {title}", mark="✓" if check.ok else "✗", title=check.title)
        if check.advice is not None:
            speaker.tell("   → {advice}", advice=check.advice)
    if all(check.ok for check in checks):
        speaker.tell("体检完成，{count} 项全部正常", count=len(checks))
        return DONE
    speaker.tell("体检完成，{count} 项中有 {bad} 项不正常", count=len(checks), bad=sum(not c.ok for c in checks))
    return FOUND


def backup(asked: argparse.Namespace, speaker: Speaker) -> int:
    """A verified copy beside the book, or in another folder."""
    from zhengzhou_desk.store.backup import back_up  # noqa: PLC0415

    made = back_up(asked.book, asked.out or asked.book.absolute().parent, now())
    speaker.tell("已备份并核对：{path}", path=made)
    return DONE


def restore(asked: argparse.Namespace, speaker: Speaker) -> int:
    """A backup in the book's place; the present book is kept beside it."""
    from zhengzhou_desk.store.restore import restore as put_back  # noqa: PLC0415

    kept = put_back(asked.book, asked.backup, now(), who=user())
    speaker.tell("已用 {backup} 恢复 {book}", backup=asked.backup, book=asked.book)
    if kept is not None:
        speaker.tell("原来的账册留作 {kept}", kept=kept)
    return DONE
