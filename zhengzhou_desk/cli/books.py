"""Commands that keep a book: new, verify, backup, restore, rescue, upgrade, diagnose."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.cli import passwords
from zhengzhou_desk.cli.opening import opened
from zhengzhou_desk.cli.run import DONE, FOUND, now, user
from zhengzhou_desk.common.atomic_file import refuse_target
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, message
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.documents import fonts
from zhengzhou_desk.services import diagnosis
from zhengzhou_desk.services import rescue as rescuing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.journal_words import write_journal
from zhengzhou_desk.store.backup import back_up, state
from zhengzhou_desk.store.book_file import format_of
from zhengzhou_desk.store.checkup import ALTERED, DAMAGED, UNSEEN, checkup
from zhengzhou_desk.store.restore import restore as put_back
from zhengzhou_desk.store.schema import VERSION

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console

# As much of a head as is printed, or all of it.
_HEAD = re.compile("[0-9a-f]{8,64}")
# The mark of each state of a check.
_MARKS = {"good": "✓", "advice": "!", "unseen": "?", "altered": "✗", "damaged": "✗"}


def new(arguments: argparse.Namespace, console: Console) -> int:
    """Makes an empty book; refuses to overwrite a file."""
    with Desk.new(
        arguments.book, region=arguments.region, bureau=arguments.bureau, year=arguments.year, clock=now, who=user()
    ) as desk:
        console.tell(
            "已新建账册 {path}：{bureau}，{region}，{year} 年度",
            path=desk.path, bureau=desk.bureau, region=desk.region_name, year=desk.year,
        )  # fmt: skip
    return DONE


def verify(arguments: argparse.Namespace, console: Console) -> int:
    """体检: every check with what to do where it fails; 1 only for damage.

    `--accept` confirms what was altered outside.
    """
    password = passwords.to_open(arguments.book, arguments.password_file, console)
    checks = checkup(arguments.book, now(), password=password)
    for check in checks:
        console.tell("{mark} {title}", mark=_MARKS[check.state], title=check.title)
        if check.advice is not None:
            console.tell("   → {advice}", advice=check.advice)
    states = {check.state for check in checks}
    if DAMAGED not in states and UNSEEN in states:
        raise Refused("体检没有做完，这不说明账册有问题。原因见上，请处理后再做一次")
    if arguments.accept:
        return _accept(arguments, console, states)
    bad = sum(not check.ok for check in checks)
    if not states & {ALTERED, DAMAGED, UNSEEN}:
        _explain(arguments.book, console)
    known = arguments.head is None or (DAMAGED not in states and _compare_head(arguments, console))
    if not bad:
        console.tell(counted("体检完成，{count} 项全部正常"), count=len(checks))
        return DONE if known else FOUND
    console.tell(counted("体检完成，{count} 项中有 {bad} 项不正常"), count=len(checks), bad=bad)
    if states & {ALTERED, DAMAGED} == {ALTERED}:
        console.tell("看过上面的差别，决定按现在的内容继续用，请加 --accept；否则请用备份恢复")
    return FOUND


def _explain(book: Path, console: Console) -> None:
    """What the check proves, what not, and the head of the journal that is compared with paper."""
    number, head, _ = state(book) or (0, "", "")
    if head:
        console.tell("日志第 {number} 号，链头 {head}", number=number, head=head)
    console.tell(
        "以上说明：文件没有损坏，各表与日志、校验值相符，日志中没有一条被单独改动、插入或删去。"
        "不能说明：没有人用程序以外的办法把整本账册连同日志重做一遍，因为日志链没有密码。"
        "要证明这一点，请用 --head 核对早先印在文书、汇总封面或上报包中的链头（前 8 位）"
    )


def _compare_head(arguments: argparse.Namespace, console: Console) -> bool:
    """Whether the head that was printed on paper is in the journal: then its history up to there is the same."""
    head = str(arguments.head).strip().lower()
    if not _HEAD.fullmatch(head):
        raise Refused("链头“{head}”写得不对：应是 8 位以上的数字和字母 a 到 f", head=head)
    with Desk.opened(arguments.book, clock=now, who=user(), writable=False) as desk:
        line = desk.store.line_of_head(head)
    if line is None:
        console.tell("✗ 日志中没有链头 {head}：这本账册不是印出它的那一本，或者日志被重做过", head=head)
        return False
    console.tell(
        "✓ 链头 {head} 是日志第 {number} 号（{at}）：到这一号为止的历史与印出时相同",
        head=head,
        number=line.number,
        at=line.at,
    )
    return True


def journal(arguments: argparse.Namespace, console: Console) -> int:
    """Writes the journal as a list for an audit."""
    with Desk.opened(arguments.book, clock=now, who=user(), writable=False) as desk:
        write_journal(desk, arguments.out, arguments.year)
        console.tell("已写出日志 {path}，链头 {head}", path=arguments.out, head=desk.store.head)
    return DONE


def _accept(arguments: argparse.Namespace, console: Console, states: set[str]) -> int:
    """Confirms what was altered outside the program: the book's content is what its rows hold now."""
    if DAMAGED in states:
        raise Refused("账册 {path} 已损坏，不能确认。请用最近的备份恢复", path=arguments.book)
    if ALTERED not in states:
        raise Refused("账册 {path} 没有在程序之外被改动过，没有什么要确认", path=arguments.book)
    with opened(arguments.book, console) as desk:
        entry = desk.accept_content()
    console.tell("已确认账册的现有内容，记入日志第 {number} 号", number=entry.number)
    return DONE


def backup(arguments: argparse.Namespace, console: Console) -> int:
    """Makes a verified copy beside the book, or in another folder; sealed where that is asked for."""
    password = passwords.to_seal(arguments, console)
    made = back_up(arguments.book, arguments.out or arguments.book.absolute().parent, now(), password=password)
    console.tell("已备份并核对：{path}", path=made)
    return DONE


def restore(arguments: argparse.Namespace, console: Console) -> int:
    """Puts a backup in the book's place; the present book is kept beside it."""
    password = passwords.to_open(arguments.backup, arguments.password_file, console)
    kept = put_back(arguments.book, arguments.backup, now(), who=user(), password=password)
    console.tell("已用 {backup} 恢复 {book}", backup=arguments.backup, book=arguments.book)
    if kept is not None:
        console.tell("原来的账册留作 {kept}", kept=kept)
    return DONE


def upgrade(arguments: argparse.Namespace, console: Console) -> int:
    """Brings a book of an older format to this version's; a verified copy of it stays beside it."""
    before = format_of(arguments.book)
    if before == VERSION:
        console.tell("账册 {path} 已经是格式 {version}，不用升级", path=arguments.book, version=VERSION)
        return DONE
    with opened(arguments.book, console) as desk:
        kept = desk.store.kept_before_upgrade
    console.tell(
        "账册 {path} 已从格式 {before} 升级到格式 {version}", path=arguments.book, before=before, version=VERSION
    )
    if kept is not None:
        console.tell("原来的账册留作 {kept}", kept=kept)
    return DONE


def diagnose(arguments: argparse.Namespace, console: Console) -> int:
    """Writes what the window writes under 关于: versions, settings, errors noted, and of a book only counts."""
    proposed = message("诊断信息_{day}.zip", day=f"{now():%Y%m%d}")
    out = arguments.out or Path(proposed.text(console.lang))
    refuse_target(out)
    told = diagnosis.told(Settings.of_user())
    # There is no window; of the libraries it needs the versions are told all the same.
    if arguments.book is None:
        diagnosis.write(out, {}, told, diagnosis.notes(), None, now)
    else:
        with opened(arguments.book, console, writable=False) as desk:
            diagnosis.write(out, {}, told, diagnosis.notes(), diagnosis.facts(desk), now)
    console.tell("诊断信息已写到 {path}", path=out)
    for name in fonts.files_missing():
        console.tell("缺少字体文件：{name}", name=name)
    return DONE


def rescue(arguments: argparse.Namespace, console: Console) -> int:
    """Reads what can be read of a damaged book into a new one; 1 where something is missing."""
    done = rescuing.rescue(arguments.book, arguments.out, clock=now, who=user())
    console.tell("已把 {book} 里读得出的内容读进新账册 {path}，原来的账册没有改动", book=arguments.book, path=done.path)
    for line in done.account:
        console.say(line)
    return DONE if done.is_complete else FOUND
