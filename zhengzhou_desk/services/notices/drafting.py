"""Drafting notices (督促): which units get one, and what each letter says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import (
    LETTER,
    URGE,
    Attachment,
    Figure,
    FigureBlock,
    Ground,
    NoticeContent,
    Paragraph,
)
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.parameters import ERROR, REPLY_WORKDAYS
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.records.notice import REFILE
from zhengzhou_desk.reports.unit_status import UNFILED, UnitStatus
from zhengzhou_desk.services.notices import earlier_letters, grounds, receipts, templates, workdays
from zhengzhou_desk.services.notices.grounds import grounds_of
from zhengzhou_desk.services.notices.letter_texts import (
    FLOORS,
    LetterTexts,
    contact_paragraph,
    contacts,
    is_own,
    is_reckoned,
    letter_texts,
    named,
)
from zhengzhou_desk.services.notices.numbering import number_word

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Sequence

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.records import Notice
    from zhengzhou_desk.services.desk import Desk


# Where no value of the law says how many working days a unit has to answer.
_REPLY_WORKDAYS = 10


def under_filing(desk: Desk, units: Collection[str] | None = None) -> tuple[UnitStatus, ...]:
    """The units that are to get a notice (督促), in the order of departments and codes; of `units` where given."""
    rows = [row for row in desk.unit_statuses() if grounds_of(row) and (units is None or row.unit.code in units)]
    return tuple(sorted(rows, key=lambda row: (row.unit.department_or_self, row.unit.code)))


def drafts(
    desk: Desk,
    units: Collection[str] | None = None,
    *,
    day: datetime.date | None = None,
    reply_by: datetime.date | None = None,
) -> tuple[NoticeContent, ...]:
    """A draft for each under-filing unit, dated `day` (the day judged as of, unless said)."""
    day = day or desk.today
    due = reply_by or reply_day(desk, day)
    earlier = earlier_letters.open_notices(desk, REFILE)
    return tuple(_draft(desk, row, day, due, earlier.get(row.unit.code)) for row in under_filing(desk, units))


def reply_day(desk: Desk, day: datetime.date) -> datetime.date:
    """The day by which an answer is expected: as many working days after `day` as are stated for the desk's year."""
    count = desk.law.value(REPLY_WORKDAYS, desk.year)
    return workdays.workday_after(day, count if count is not None else _REPLY_WORKDAYS)


def department_of(desk: Desk, row: UnitStatus) -> str:
    """The name of a unit's department; "" where it has none in the book."""
    return named(desk.unit(row.unit.department))


# -- the text of a notice ----------------------------------------------------------------------------


def _draft(
    desk: Desk, row: UnitStatus, day: datetime.date, reply_by: datetime.date, earlier: Notice | None
) -> NoticeContent:
    texts = letter_texts(desk, templates.REFILE, row, day, reply_by)
    found = grounds_of(row)
    reasons = tuple(grounds.ground(desk, texts, finding, row) for finding in found)
    figures = _figures(desk, row, found)
    requests = grounds.requests(desk, texts, row, found)
    unfiled, name, department = row.state == UNFILED, named(row.unit), department_of(desk, row)
    slip = receipts.receipt(row, name, requests, grounds.ratio_text(row), texts.said("receipt_note"))
    return NoticeContent(
        kind=URGE,
        format=LETTER,
        bureau=desk.bureau,
        addressee=name,
        unit=row.unit.code,
        department=department,
        title=earlier_letters.titled(texts.said("title_unfiled" if unfiled else "title"), "督促", earlier),
        year=row.year,
        day=day,
        reply_by=reply_by,
        code_word=number_word(desk),
        number_year=day.year,
        grounds=reasons,
        figures=figures,
        contacts=contacts(desk),
        body=(
            *earlier_letters.again(texts, desk, earlier),
            *_facts(desk, texts, row, found, figures, reasons),
            *(texts.paragraph(request) for request in requests),
            Paragraph(texts.said("reply") + texts.said("close_unfiled" if unfiled else "close")),
            contact_paragraph(texts),
        ),
        attachments=(Attachment(texts.said("receipt_unfiled" if unfiled else "receipt"), (slip,)),),
        copies=(department,) if department and department != name and not is_own(desk, department) else (),
    )


def _facts(
    desk: Desk,
    texts: LetterTexts,
    row: UnitStatus,
    found: Sequence[Finding],
    figures: tuple[Figure, ...],
    reasons: Sequence[Ground],
) -> list[Paragraph | FigureBlock]:
    """What the law asks, what was filed, and what is wrong with it."""
    if row.state == UNFILED:
        # That nothing was filed is the whole of it, unless the canteen has no valid representative either.
        opening = grounds.OPENINGS.get(grounds.requests(desk, texts, row, found)[0], "opening_unfiled")
        others = [each for each in reasons if each.rule != "not_filed"]
        shown: list[Paragraph | FigureBlock] = [texts.paragraph(opening)]
        return [*shown, texts.paragraph("grounds_bare"), *grounds.paragraphs(texts, others, "")] if others else shown
    opening = "opening"
    if grounds.is_about_sharing(found):
        opening = "opening_shared" if figures else "opening_shared_blank"
    doubt = grounds.suspected(desk, row)
    said = grounds.ground(desk, texts, doubt, row).text if doubt is not None else ""
    return [
        texts.paragraph(opening),
        *([FigureBlock(figures)] if figures else []),
        texts.paragraph("grounds" if figures else "grounds_bare"),
        *grounds.paragraphs(texts, reasons, said),
    ]


def gap_text(row: UnitStatus) -> str:
    """The gap in 元; a dash where it cannot be computed (the grounds state what is blank)."""
    return yuan(row.gap, grouped=True) if is_reckoned(row) and row.gap is not None else "—"


def _figures(desk: Desk, row: UnitStatus, found: Sequence[Finding]) -> tuple[Figure, ...]:
    """The figures as filed; none where nothing was. Last year's only where a rule compares with it."""
    if row.state == UNFILED:
        return ()
    filed = (Figure("年度食堂食材采购总额", _yuan(row.total)), Figure("预留份额", _yuan(row.reserve)))
    if grounds.is_about_sharing(found):
        return filed if row.total or row.reserve else ()
    floor = measures.floor_severity(row.year, desk.engine.reader())
    last = "无记录" if row.last_year is None else _yuan(row.last_year)
    return (
        *filed,
        Figure("预留比例", grounds.ratio_text(row)),
        *([Figure("上年度预留份额", last)] if floor in FLOORS else []),
        *_asked(row, floor, is_doubtful=grounds.is_total_doubtful(grounds.suspected(desk, row))),
    )


def _asked(row: UnitStatus, floor: str, *, is_doubtful: bool) -> tuple[Figure, ...]:
    """The required amount and the gap; none of a unit of which no reserve is asked."""
    if row.required == 0:
        return ()
    called = "应预留份额（两项标准取高）" if floor == ERROR else "应预留份额"
    if is_doubtful and row.total:
        return (Figure(called, "待核实采购总额后计算"),)
    return Figure(called, _reckoned(row.required, row)), Figure("尚差", _reckoned(row.gap, row))


def _reckoned(fen: int | None, row: UnitStatus) -> str:
    """A computed amount; a dash and the reason where a figure is blank or 0."""
    if not row.total:
        return f"—（采购总额{'为0' if row.total == 0 else '未填'}，不能计算）"
    return _yuan(fen) if fen is not None else "—（预留份额未填，不能计算）" if row.reserve is None else "—"


def _yuan(fen: int | None) -> str:
    return "未填" if fen is None else f"{yuan(fen, grouped=True)}元"
