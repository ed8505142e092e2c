"""Bulletins made and kept, and the scores on paper."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import (
    BULLETIN,
    LETTER,
    SHEET,
    Attachment,
    NoticeContent,
    Paragraph,
    chinese_day,
)
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.records import Change, Entry, KeptBulletin
from zhengzhou_desk.records.report import by_key
from zhengzhou_desk.reports import bulletin as bulletins
from zhengzhou_desk.reports.assessment import ITEMS
from zhengzhou_desk.reports.bulletin import Bulletin
from zhengzhou_desk.reports.bulletin_units import BulletinFigures
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.dismissals import dismissal_of
from zhengzhou_desk.services.notices import citing, numbering
from zhengzhou_desk.services.notices.report_tables import table

if TYPE_CHECKING:
    from zhengzhou_desk.records.report import Report
    from zhengzhou_desk.services.desk import Desk


_FIGURES = tuple(part.name for part in dataclasses.fields(BulletinFigures))


# -- the bulletin --------------------------------------------------------------------------------------


def kept(desk: Desk, year: int) -> dict[datetime.date, BulletinFigures]:
    """The bulletins of a year that were kept, by day; one that lacks a figure cannot be compared with."""
    found = {}
    for row in desk.tables.find(KeptBulletin, ("year",), (year,)):
        figures = {name: amount for name in _FIGURES if isinstance(amount := row.cell(name), int)}
        if len(figures) == len(_FIGURES):
            found[row.day] = BulletinFigures(**figures)
    return found


def previous(desk: Desk, year: int) -> tuple[datetime.date, BulletinFigures] | None:
    """The last kept bulletin before the day that is judged as of."""
    earlier = [(day, figures) for day, figures in kept(desk, year).items() if day < desk.today]
    return max(earlier, key=lambda pair: pair[0], default=None)


def make(desk: Desk, year: int) -> Bulletin:
    """The bulletin of a year as of the desk's day, beside the last one and the same day last year.

    Refuses an altered book.
    """
    desk.refuse_altered()
    last = previous(desk, year)
    before = bulletins.year_before(
        desk.engine, year, lambda day, other: Engine(desk.tables, desk.law.shipped, desk.region, day, (other,))
    )
    return bulletins.bulletin(
        desk.engine,
        year,
        last[1] if last is not None else None,
        before if before is not None and before.filed else None,
        lambda finding: dismissal_of(desk, finding) is not None,
    )


def tables(desk: Desk, year: int) -> tuple[Report, ...]:
    """The tables of the same bulletin to be looked at, without the same day last year: that takes a judge of its own.

    Refuses as `make` does.
    """
    desk.refuse_altered()
    last = previous(desk, year)
    made = bulletins.bulletin(
        desk.engine,
        year,
        last[1] if last is not None else None,
        is_settled=lambda finding: dismissal_of(desk, finding) is not None,
    )
    return made.reports


def keep(desk: Desk, made: Bulletin) -> None:
    """Keeps a bulletin's figures in the book for the next one to be compared with."""
    found = desk.tables.find(KeptBulletin, ("year", "day"), (made.year, made.day))
    before = found[0] if found else None
    figures = dataclasses.asdict(made.headline)
    after = dataclasses.replace(before or KeptBulletin(year=made.year, day=made.day), **figures)
    if after != before:
        desk.apply(Entry("bulletin", (Change(before, after),), (str(made.year), made.day.isoformat())))


# -- the scores on paper ------------------------------------------------------------------------------


def score_letter(desk: Desk) -> NoticeContent:
    """The scores of departments and units on paper, with their tables; their grounds stay in the workbook.

    Where a document of the bureau states every weight it is a letter that rests on these documents. Else the points
    are the program's proposals, which are no authority: it is a sheet for the house, and says so.
    """
    sheets = by_key(exports.score_sheet(desk))
    shown = [sheets[key] for key in ("department_scores", "unit_scores", "weights")]
    attachments = tuple(Attachment(report.title, (table(report),), landscape=True) for report in shown)
    documents = _stated_by(desk)
    day, what = chinese_day(desk.today), f"{desk.year}年政府采购脱贫地区农副产品工作考评情况"
    if not documents:
        text = f"截至{day}的{what}见附件。考评分值没有本局文件规定，按程序建议的分值测算，只供内部参考，不作考评依据。"
        return NoticeContent(
            kind=BULLETIN, format=SHEET, bureau=desk.bureau, addressee="", unit="", year=desk.year, day=desk.today,
            title=f"{what}（内部测算）", body=(Paragraph(text),), attachments=attachments,
        )  # fmt: skip
    text = f"按照{citing.full(desk.law.packs, documents)}规定的考评分值，截至{day}的{what}见附件。得分依据留存备查。"
    return NoticeContent(
        kind=BULLETIN, format=LETTER, bureau=desk.bureau, addressee="各主管预算单位", unit="", year=desk.year,
        day=desk.today,
        title=f"{desk.bureau}关于{what}的通报",
        code_word=numbering.number_word(desk), number_year=desk.today.year,
        body=(Paragraph(text),),
        attachments=attachments,
    )  # fmt: skip


def _stated_by(desk: Desk) -> tuple[str, ...]:
    """The bureau's documents that state the weights; none where one of them is the program's proposal."""
    found = [desk.law.in_force(item.weight.name, desk.year) for item in ITEMS]
    documents = [value.document for value in found if value is not None and value.value]
    return tuple(dict.fromkeys(filter(None, documents))) if all(documents) else ()
