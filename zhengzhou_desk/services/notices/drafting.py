"""Drafting notices (督促) and reminders: which units get one, and what each letter says."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.documents.capital_amounts import capital
from zhengzhou_desk.documents.content import (
    LETTER,
    URGE,
    Attachment,
    Contact,
    Figure,
    FigureBlock,
    FormBlock,
    FormField,
    Ground,
    NoticeContent,
    Paragraph,
    chinese_day,
)
from zhengzhou_desk.documents.content import REMIND as LETTER_OF_REMINDER
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.policy.law import ValueInForce
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.parameters import ERROR, RATIO, REPLY_WORKDAYS, WARNING, severity
from zhengzhou_desk.policy.wording import official_documents
from zhengzhou_desk.records import Filing, Notice
from zhengzhou_desk.records.kinds import rate, yuan
from zhengzhou_desk.records.notice import OPEN, REFILE, REMIND
from zhengzhou_desk.records.setting import CONTACT, OFFICE, PHONE
from zhengzhou_desk.reports.unit_status import FAIL, UNFILED, UnitStatus
from zhengzhou_desk.services import dismissals
from zhengzhou_desk.services.notices import templates, workdays
from zhengzhou_desk.services.notices.numbering import number_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.services.desk import Desk


# Where no value of the law says how many working days a unit has to answer.
_REPLY_WORKDAYS = 10
# How last year's amount binds, in the words of a notice; where nothing is said of it, neither does the notice.
_FLOORS = {ERROR: "且不低于上年度数额", WARNING: "并原则上不低于上年度数额"}
_NUMERALS = "一二三四五六七八九十"


def grounds_of(row: UnitStatus) -> tuple[Finding, ...]:
    """The errors about a unit's filing: the grounds for a notice. None for a unit that is gone."""
    if row.state not in (FAIL, UNFILED):
        return ()
    return tuple(found for found in row.findings if found.table == Filing.table.name and found.severity == ERROR)


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
    earlier = open_notices(desk, REFILE)
    return tuple(_draft(desk, row, day, due, earlier.get(row.unit.code)) for row in under_filing(desk, units))


def open_notices(desk: Desk, kind: str) -> dict[str, Notice]:
    """The latest notice of a kind, by unit, that was sent for the desk's year and is not settled."""
    return {row.unit: row for row in desk.rows(Notice) if row.kind == kind and row.state in OPEN}


def reply_day(desk: Desk, day: datetime.date) -> datetime.date:
    """The day by which an answer is expected: as many working days after `day` as are stated for the desk's year."""
    count = desk.law.value(REPLY_WORKDAYS, desk.year)
    return workdays.workday_after(day, count if count is not None else _REPLY_WORKDAYS)


# -- the text of a notice ----------------------------------------------------------------------------


def _draft(
    desk: Desk, row: UnitStatus, day: datetime.date, reply_by: datetime.date, earlier: Notice | None
) -> NoticeContent:
    texts = templates.texts(desk, templates.REFILE)
    found = grounds_of(row)
    grounds = tuple(_ground(desk, finding) for finding in found)
    fields = _fields(desk, row, day, reply_by, found, _stating(desk, row)) | _of_earlier(earlier)
    figures = _figures(row, measures.floor_severity(row.year, desk.engine.reader()))
    department = _department(desk, row)
    contact, phone = desk.setting(CONTACT) or "", desk.setting(PHONE) or ""
    return NoticeContent(
        kind=URGE,
        format=LETTER,
        bureau=desk.bureau,
        addressee=row.unit.name or row.unit.code,
        unit=row.unit.code,
        department=department,
        title=_titled(_said(texts["title_unfiled" if row.state == UNFILED else "title"], fields), "督促", earlier),
        year=row.year,
        day=day,
        reply_by=reply_by,
        code_word=number_word(desk),
        number_year=day.year,
        grounds=grounds,
        figures=figures,
        contacts=(Contact(contact, phone),) if contact or phone else (),
        body=(*_again(texts, fields, earlier), *_body(texts, fields, figures, grounds, row, found)),
        attachments=(Attachment(texts["receipt"], (_receipt(row, texts, fields),)),),
        copies=(department,) if department and department != row.unit.name else (),
    )


def _body(
    texts: dict[str, str],
    fields: dict[str, str],
    figures: tuple[Figure, ...],
    grounds: tuple[Ground, ...],
    row: UnitStatus,
    findings: Sequence[Finding],
) -> tuple[Paragraph | FigureBlock, ...]:
    unfiled = row.state == UNFILED
    no_amount = any(finding.rule == "total" for finding in findings) or not row.required
    ask = "ask_unfiled" if unfiled else "ask_total" if no_amount else "ask"
    contact = "contact" if fields["contact"] and fields["phone"] else "contact_blank"
    parts: list[Paragraph | FigureBlock] = [
        Paragraph(_said(texts["opening_unfiled" if unfiled else "opening"], fields))
    ]
    if figures:
        parts.append(FigureBlock(figures))
    parts.append(Paragraph(_said(texts["grounds"], fields)))
    for number, ground in enumerate(grounds):
        lead = f"（{_numeral(number)}）" if len(grounds) > 1 else ""
        basis = f"，不符合{ground.article}的规定" if ground.article else ""
        parts.append(Paragraph(f"{ground.text.rstrip('。')}{basis}。", level=2, lead=lead))
    parts += [Paragraph(_said(texts[name], fields)) for name in (ask, "close", contact)]
    return tuple(parts)


def _of_earlier(earlier: Notice | None) -> dict[str, str]:
    """The fields by which a second notice refers to the first."""
    day, reply_by = (earlier.day, earlier.reply_by) if earlier is not None else (None, None)
    return {
        "earlier_number": (earlier.number if earlier is not None else None) or "前次通知",
        "earlier_day": chinese_day(day) if day is not None else "日前",
        "earlier_reply_by": chinese_day(reply_by) if reply_by is not None else "规定日期",
    }


def _titled(title: str, word: str, earlier: Notice | None) -> str:
    """The title of a first notice, or of a repeated one."""
    return title if earlier is None else title.replace(word, f"再次{word}", 1)


def _again(texts: dict[str, str], fields: dict[str, str], earlier: Notice | None) -> tuple[Paragraph, ...]:
    """A letter to a unit whose notice is not settled begins with that notice."""
    return () if earlier is None else (Paragraph(_said(texts["again"], fields)),)


def _numeral(place: int) -> str:
    """一, 二, … 十一 …, from 0."""
    tens, ones = divmod(place + 1, 10)
    if not tens:
        return _NUMERALS[ones - 1]
    return ("" if tens == 1 else _NUMERALS[tens - 1]) + "十" + (_NUMERALS[ones - 1] if ones else "")


def _said(text: str, fields: dict[str, str]) -> str:
    return text.format_map(fields)


def _ground(desk: Desk, finding: Finding) -> Ground:
    wording = desk.wording()
    cited = wording.articles(finding) if official_documents(packs(), finding.articles, *finding.documents) else ()
    return Ground(finding.rule, wording.message(finding), "、".join(cited))


def _fields(
    desk: Desk,
    row: UnitStatus,
    day: datetime.date,
    reply_by: datetime.date,
    findings: Sequence[Finding],
    stating: Sequence[ValueInForce] = (),
) -> dict[str, str]:
    """The values of the names that may stand in a template. A value that depends on a blank is a dash."""
    ordinary = desk.law.value(RATIO, row.year)
    waiver = measures.valid_waiver(row.unit.code, row.year, desk.engine.reader())
    basis_points = waiver.ratio if waiver is not None else ordinary
    required = row.required if _is_reckoned(row) else None
    floor = _FLOORS.get(measures.floor_severity(row.year, desk.engine.reader()), "")
    waived = (
        f"经{waiver.document}同意，你单位预留比例按{rate(waiver.ratio)}执行。"
        if waiver is not None and waiver.ratio is not None
        else ""
    )
    return {
        "bureau": desk.bureau,
        "unit": row.unit.name or row.unit.code,
        "year": str(row.year),
        "day": chinese_day(day),
        "reply_by": chinese_day(reply_by),
        "basis": _basis(findings, stating),
        "ratio": rate(basis_points) if basis_points is not None else "规定比例",
        "ordinary_ratio": rate(ordinary) if ordinary is not None else "规定比例",
        "floor": floor,
        "and_floor": f"，{floor}" if floor else "",
        "waived": waived,
        "required": yuan(required, grouped=True) if required is not None else "—",
        "required_capital": capital(required) if required is not None else "—",
        "gap": gap_text(row),
        "office": desk.setting(OFFICE) or "",
        "contact": desk.setting(CONTACT) or "",
        "phone": desk.setting(PHONE) or "",
    }


def _stating(desk: Desk, row: UnitStatus) -> tuple[ValueInForce, ...]:
    """The values that the opening of a notice states.

    They are the ratio, a waiver of it, and last year's amount where it binds.
    """
    view = desk.engine.reader()
    found = [desk.law.in_force(RATIO.name, row.year)]
    waiver = measures.valid_waiver(row.unit.code, row.year, view)
    if waiver is not None:
        found.append(ValueInForce(waiver.ratio, (), waiver.document))
    if measures.floor_severity(row.year, view) in _FLOORS:
        found.append(desk.law.in_force(severity("last_year").name, row.year))
    return tuple(each for each in found if each is not None and each.value is not None)


def _basis(findings: Iterable[Finding], stating: Iterable[ValueInForce] = ()) -> str:
    """The documents that a letter rests on, each once, from the highest to the bureau's own.

    Limits chosen by the program and the platform's help are no document to cite.
    """
    documents: dict[str, None] = {}
    for value in stating:
        documents |= dict.fromkeys(official_documents(packs(), value.articles, value.document))
    for finding in findings:
        documents |= dict.fromkeys(official_documents(packs(), finding.articles, *finding.documents))
    ordered = sorted(documents, key=lambda text: (not text.startswith("财"), not text.startswith("豫")))
    return "、".join(ordered) or "有关文件"


def _is_reckoned(row: UnitStatus) -> bool:
    """Whether the required amount can be computed: not without a filing or a total, nor where no reserve is asked."""
    return row.state != UNFILED and bool(row.total) and bool(row.required)


def gap_text(row: UnitStatus) -> str:
    """The gap in 元; a dash where it cannot be computed (the grounds state what is blank)."""
    return yuan(row.gap, grouped=True) if _is_reckoned(row) and row.gap is not None else "—"


def _figures(row: UnitStatus, floor: str) -> tuple[Figure, ...]:
    """The figures as filed; none where nothing was. Last year's only where a rule compares with it."""
    if row.state == UNFILED:
        return (
            (Figure("上年度预留份额", _yuan(row.last_year)),) if row.last_year is not None and floor in _FLOORS else ()
        )
    basis_points = next(
        (value.short_of for found in row.findings for _, value in found.facts if isinstance(value, Ratio)), None
    )
    ratio = dataclasses.replace(row.ratio, short_of=basis_points).text() if row.ratio is not None else "—"
    return (
        Figure("年度食堂食材采购总额", _yuan(row.total)),
        Figure("预留份额", _yuan(row.reserve)),
        Figure("预留比例", ratio),
        *([Figure("上年度预留份额", _yuan(row.last_year))] if floor in _FLOORS else []),
        *_asked(row, floor),
    )


def _asked(row: UnitStatus, floor: str) -> tuple[Figure, ...]:
    """The required amount and the gap; none of a unit of which no reserve is asked."""
    if row.required == 0:
        return ()
    called = "应预留份额（两项标准取高）" if floor == ERROR else "应预留份额"
    return Figure(called, _reckoned(row.required, row)), Figure("尚差", _reckoned(row.gap, row))


def _reckoned(fen: int | None, row: UnitStatus) -> str:
    """A computed amount; a dash and the reason where a figure is blank."""
    if not row.total:
        return "—（采购总额未填，不能计算）"
    return _yuan(fen) if fen is not None else "—（预留份额未填，不能计算）" if row.reserve is None else "—"


def _yuan(fen: int | None) -> str:
    return "未填" if fen is None else f"{yuan(fen, grouped=True)}元"


def _receipt(row: UnitStatus, texts: dict[str, str], fields: dict[str, str]) -> FormBlock:
    """回执: the figures filed, the corrected figures, the reason and the signature."""
    filed = row.state != UNFILED
    return FormBlock(
        (
            FormField("单位名称", row.unit.name or row.unit.code, wide=True),
            FormField("原采购总额", _yuan(row.total) if filed else ""),
            FormField("重报总额"),
            FormField("原预留份额", _yuan(row.reserve) if filed else ""),
            FormField("重报预留份额"),
            FormField("平台提交日期"),
            FormField("重报比例"),
            FormField("原因说明", height=4, wide=True),
            FormField("填报人"),
            FormField("联系电话"),
            FormField("负责人签字"),
            FormField("日期"),
            FormField("单位公章", height=4, wide=True),
        ),
        _said(texts["receipt_note"], fields),
    )


# -- reminders -----------------------------------------------------------------------------------------

# What a unit is reminded of: things to do, not figures to mend.
REMINDED = (
    "no_canteen_note", "shared_note", "contractor", "soe_account", "completion", "pace", "unpaid", "unevaluated",
)  # fmt: skip


def to_remind(desk: Desk, units: Collection[str] | None = None) -> dict[str, list[Finding]]:
    """The findings that units are to be reminded of, by unit; several orders of one sort are one matter each."""
    found: dict[str, list[Finding]] = {}
    for finding in desk.findings():
        if finding.rule not in REMINDED or finding.unit is None or (units is not None and finding.unit not in units):
            continue
        if dismissals.dismissal_of(desk, finding) is None and desk.unit(finding.unit) is not None:
            found.setdefault(finding.unit, []).append(finding)
    return found


def reminders(
    desk: Desk,
    units: Collection[str] | None = None,
    *,
    day: datetime.date | None = None,
    reply_by: datetime.date | None = None,
) -> tuple[NoticeContent, ...]:
    """A draft letter of reminder for each unit that has something left to do."""
    day = day or desk.today
    due = reply_by or reply_day(desk, day)
    rows = {row.unit.code: row for row in desk.unit_statuses() if row.is_counted}
    earlier = open_notices(desk, REMIND)
    return tuple(
        _reminder(desk, rows[code], found, day, due, earlier.get(code))
        for code, found in sorted(to_remind(desk, units).items())
        if code in rows
    )


def _reminder(
    desk: Desk,
    row: UnitStatus,
    findings: Sequence[Finding],
    day: datetime.date,
    due: datetime.date,
    earlier: Notice | None,
) -> NoticeContent:
    texts = templates.texts(desk, "remind")
    fields = _fields(desk, row, day, due, findings) | _of_earlier(earlier)
    shown = [*findings[:_MOST_MATTERS]]
    grounds = tuple(_ground(desk, finding) for finding in shown)
    body = [*_again(texts, fields, earlier), Paragraph(_said(texts["opening"], fields))]
    for number, ground in enumerate(grounds):
        body.append(
            Paragraph(
                f"{ground.text.rstrip('。')}。", level=2, lead=f"（{_numeral(number)}）" if len(grounds) > 1 else ""
            )
        )
    if len(findings) > len(shown):
        body.append(Paragraph(f"另有同类事项{len(findings) - len(shown)}项，请在平台中一并查办。"))
    contact = "contact" if fields["contact"] and fields["phone"] else "contact_blank"
    body += [Paragraph(_said(texts[name], fields)) for name in ("ask", "close", contact)]
    return NoticeContent(
        kind=LETTER_OF_REMINDER, format=LETTER, bureau=desk.bureau, addressee=row.unit.name or row.unit.code,
        unit=row.unit.code,
        department=_department(desk, row), title=_titled(_said(texts["title"], fields), "提醒", earlier),
        year=row.year, day=day, reply_by=due,
        code_word=number_word(desk), number_year=day.year, grounds=grounds, body=tuple(body),
    )  # fmt: skip


# More matters than this make a list, not a letter.
_MOST_MATTERS = 12


def _department(desk: Desk, row: UnitStatus) -> str:
    department = desk.unit(row.unit.department)
    return (department.name or department.code) if department is not None else ""
