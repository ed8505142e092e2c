"""Commands that write documents: notices to under-filing units, the periodic bulletin, the scoring sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import DONE, now, user
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import message
from zhengzhou_desk.records.notice import REFILE
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.check_json import unit_codes
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import bulletins, drafting, register, rendering

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console


def notices(asked: argparse.Namespace, speaker: Console) -> int:
    """Writes one PDF per under-filing unit; `--issue` numbers and registers them first."""
    if asked.again and not asked.issue:
        raise Refused("--again 只和 --issue 一起用：再次督促就是再发一次文")
    with Desk.opened(asked.book, clock=now, who=user(), writable=asked.issue, on=asked.on, year=asked.year) as desk:
        unknown = sorted(set(asked.unit or ()) - unit_codes(desk))
        if unknown:
            raise Refused("账册中没有编码为 {code} 的单位", code=tuple(unknown))
        contents = drafting.drafts(desk, frozenset(asked.unit) if asked.unit else None, reply_by=asked.reply_by)
        open_ones = drafting.open_notices(desk, REFILE)
        had = tuple(content for content in contents if content.unit in open_ones)
        if asked.issue:
            # A second notice takes the place of the first: that is asked for, never a matter of running this twice.
            taken = contents if asked.again else tuple(content for content in contents if content.unit not in open_ones)
            rendering.document_paths(
                taken, asked.out, asked.merged if taken else None
            )  # an issued notice cannot be taken back
            contents = tuple(rendering.content_of(notice) for notice in register.issue(desk, taken, again=asked.again))
            if contents:
                speaker.tell("已发文 {count} 份，记入通知书台账", count=len(contents))
        written = rendering.write_documents(desk, contents, asked.out, merged=asked.merged if contents else None)
        for content, path in zip(contents, written, strict=True):
            speaker.tell(
                "{number}  {unit} {name}：{path}",
                number=content.number if asked.issue else message("草稿"), unit=content.unit, name=content.addressee,
                path=path,
            )  # fmt: skip
        for content in had if asked.issue and not asked.again else ():
            speaker.tell(
                "{unit} {name} 已有没有办结的通知书（{notice}），没有再发",
                unit=content.unit, name=content.addressee, notice=register.notice_text(open_ones[content.unit]),
            )  # fmt: skip
        if had and not asked.again:
            speaker.tell("有 {count} 个单位的通知书还没有办结。要再次督促，请加 --issue --again", count=len(had))
        if not contents and not desk.has_law():
            speaker.tell("{year} 年度没有现行的预留规定，是否达标不作判断", year=desk.year)
        elif not contents and not had:
            speaker.tell("{year} 年度截至 {day} 没有需要督促的单位", year=desk.year, day=desk.today)
        elif contents and not asked.issue:
            speaker.tell("已写出 {count} 份草稿。正式发文请加 --issue", count=len(contents))
        if asked.merged is not None and contents:
            speaker.tell("合并打印：{path}", path=asked.merged)
    return DONE


def bulletin(asked: argparse.Namespace, speaker: Console) -> int:
    """Writes the bulletin of a year as of a day: a document, or its tables as a workbook."""
    with Desk.opened(asked.book, clock=now, who=user(), writable=asked.keep, on=asked.on, year=asked.year) as desk:
        made = bulletins.make(desk, desk.year)
        if asked.out.suffix.lower() == ".xlsx":
            exports.write_bulletin(desk, asked.out, made.reports)
        else:
            rendering.save_pdf(asked.out, rendering.pdf_of(bulletins.content(desk, made)))
        if asked.keep:
            bulletins.keep(desk, made)
    speaker.tell("已写出 {year} 年度截至 {day} 的通报 {path}", year=made.year, day=made.day, path=asked.out)
    return DONE


def assess(asked: argparse.Namespace, speaker: Console) -> int:
    """Writes the scoring sheet of a year as of a day: a workbook with the grounds of every point, or the scores on paper."""
    with Desk.opened(asked.book, clock=now, who=user(), writable=False, on=asked.on, year=asked.year) as desk:
        if asked.out.suffix.lower() == ".pdf":
            rendering.save_pdf(asked.out, rendering.pdf_of(bulletins.score_letter(desk)))
        else:
            exports.write_score_sheet(desk, asked.out)
        speaker.tell("已写出 {year} 年度截至 {day} 的考评表 {path}", year=desk.year, day=desk.today, path=asked.out)
    return DONE
