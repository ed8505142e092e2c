"""Commands that write documents: notices to under-filing units, the periodic bulletin, the scoring sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.opening import opened
from zhengzhou_desk.cli.run import DONE, FOUND, now, user
from zhengzhou_desk.common.atomic_file import WORD, XLSX
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, message
from zhengzhou_desk.records.notice import REFILE
from zhengzhou_desk.records.setting import CONTACT, PHONE
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.check_json import unit_codes
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import (
    bulletin_document,
    bulletins,
    drafting,
    earlier_letters,
    office_files,
    register,
    rendering,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from zhengzhou_desk.cli.run import Console
    from zhengzhou_desk.documents.content import NoticeContent
    from zhengzhou_desk.records import Notice


def _printable(contents: Sequence[NoticeContent], console: Console) -> tuple[tuple[NoticeContent, ...], int]:
    """The letters that can be printed; of the others it is said why, and 1 where there are some."""
    kept, unprintable = rendering.printable(contents)
    for why in unprintable:
        console.tell("  {remark}", remark=why)
    return kept, FOUND if unprintable else DONE


def notices(arguments: argparse.Namespace, console: Console) -> int:
    """Writes one PDF per under-filing unit; `--issue` numbers and registers them first."""
    if arguments.again and not arguments.issue:
        raise Refused("--again 只和 --issue 一起用：再次督促就是再发一次文")
    with opened(arguments.book, console, writable=arguments.issue, on=arguments.on, year=arguments.year) as desk:
        unknown = sorted(set(arguments.unit or ()) - unit_codes(desk))
        if unknown:
            raise Refused("账册中没有编码为 {code} 的单位", code=tuple(unknown))
        contents = drafting.drafts(
            desk, frozenset(arguments.unit) if arguments.unit else None, reply_by=arguments.reply_by
        )
        contents, status = _printable(contents, console)
        open_ones = earlier_letters.open_notices(desk, REFILE)
        had = tuple(content for content in contents if content.unit in open_ones)
        if arguments.issue:
            contents = _issued(desk, arguments, console, contents, open_ones)
        written = rendering.write_documents(
            desk, contents, arguments.out, merged=arguments.merged if contents else None
        )
        _write_for_office(desk, arguments, console, contents)
        _tell_of_contact(desk, console, () if arguments.issue else contents)
        for content, path in zip(contents, written, strict=True):
            console.tell(
                "{number}  {unit} {name}：{path}",
                number=content.number if arguments.issue else message("草稿"), unit=content.unit,
                name=content.addressee,
                path=path,
            )  # fmt: skip
        for content in had if arguments.issue and not arguments.again else ():
            console.tell(
                "{unit} {name} 已有没有办结的通知书（{notice}），没有再发",
                unit=content.unit, name=content.addressee, notice=register.notice_text(open_ones[content.unit]),
            )  # fmt: skip
        if had and not arguments.again:
            console.tell(
                counted("有 {count} 个单位的通知书还没有办结。要再次督促，请加 --issue --again"), count=len(had)
            )
        if not contents and not desk.has_law():
            console.tell("{year} 年度没有现行的预留规定，是否达标不作判断", year=desk.year)
        elif not contents and not had and status == DONE:
            console.tell("{year} 年度截至 {day} 没有需要督促的单位", year=desk.year, day=desk.today)
        elif contents and not arguments.issue:
            console.tell(counted("已写出 {count} 份草稿。正式发文请加 --issue"), count=len(contents))
        if arguments.merged is not None and contents:
            console.tell("合并打印：{path}", path=arguments.merged)
    return status


def _issued(
    desk: Desk,
    arguments: argparse.Namespace,
    console: Console,
    contents: tuple[NoticeContent, ...],
    open_ones: Mapping[str, Notice],
) -> tuple[NoticeContent, ...]:
    """Numbers and registers the letters, once everything that can be refused has been: none can be taken back.

    A second notice takes the place of the first: that is asked for, never a matter of running this twice.
    """
    taken = contents if arguments.again else tuple(each for each in contents if each.unit not in open_ones)
    desk.refuse_altered()  # before a folder is made
    rendering.document_paths(taken, arguments.out, arguments.merged if taken else None)
    _tell_of_contact(desk, console, taken)
    made = tuple(rendering.content_of(notice) for notice in register.issue(desk, taken, again=arguments.again))
    if made:
        console.tell(counted("已发文 {count} 份，记入通知书台账"), count=len(made))
    return made


def _write_for_office(
    desk: Desk, arguments: argparse.Namespace, console: Console, contents: Sequence[NoticeContent]
) -> None:
    """Writes the same papers as .docx, which the register notes of issued ones, and the source of a mail merge."""
    if arguments.word and contents:
        office_files.write_words(desk, contents, arguments.out)
        office_files.note_copies_of(desk, contents)
        console.tell(counted("另写出 {count} 个 Word 文件，供公文系统流转"), count=len(contents))
    if arguments.list is not None:
        count = office_files.write_merge_list(
            desk, arguments.list, frozenset(arguments.unit) if arguments.unit else None, reply_by=arguments.reply_by
        )
        console.tell(counted("邮件合并名单：{path}，{count} 个单位"), path=arguments.list, count=count)


def _tell_of_contact(desk: Desk, console: Console, contents: Sequence[NoticeContent]) -> None:
    """Says before anything is issued, and beside drafts, that the letters name nobody to ask."""
    if contents and not (desk.setting(CONTACT) and desk.setting(PHONE)):
        console.tell("还没有填写本局的联系人和电话，文书上只有平台的客服电话。请先在窗口的“设置”中补上")


def bulletin(arguments: argparse.Namespace, console: Console) -> int:
    """Writes the bulletin of a year as of a day: a document, or its tables as a workbook."""
    with opened(arguments.book, console, writable=arguments.keep, on=arguments.on, year=arguments.year) as desk:
        made = bulletins.make(desk, desk.year)
        if arguments.out.suffix.lower() == XLSX:
            exports.write_bulletin(desk, arguments.out, made.reports)
        else:
            _write_paper(arguments.out, bulletin_document.content(desk, made))
        # Said before the figures are kept: if the book refuses them, the bulletin is there all the same.
        console.tell("已写出 {year} 年度截至 {day} 的通报 {path}", year=made.year, day=made.day, path=arguments.out)
        if arguments.keep:
            bulletins.keep(desk, made)
    return DONE


def _write_paper(path: Path, content: NoticeContent) -> None:
    """A paper as its file's ending says."""
    if path.suffix.lower() == WORD:
        office_files.write_word(path, content)
    else:
        rendering.save_pdf(path, rendering.pdf_of(content))


def assess(arguments: argparse.Namespace, console: Console) -> int:
    """Writes the scoring sheet of a year as of a day.

    A workbook with the grounds of every point, or the scores on paper.
    """
    with Desk.opened(
        arguments.book, clock=now, who=user(), writable=False, on=arguments.on, year=arguments.year
    ) as desk:
        if arguments.out.suffix.lower() != XLSX:
            _write_paper(arguments.out, bulletins.score_letter(desk))
        else:
            exports.write_score_sheet(desk, arguments.out)
        console.tell("已写出 {year} 年度截至 {day} 的考评表 {path}", year=desk.year, day=desk.today, path=arguments.out)
    return DONE
