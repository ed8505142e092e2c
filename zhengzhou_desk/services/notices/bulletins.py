"""Bulletins and letters: the bulletin with its tables and chart, and the letter of unit changes to the platform."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents.content import (
    ACCOUNT,
    BULLETIN,
    CENTRE,
    DOCUMENT,
    LETTER,
    LINE,
    RIGHT,
    Attachment,
    ChartBlock,
    NoticeContent,
    Paragraph,
    Series,
    TableBlock,
    TableColumn,
    chinese_day,
)
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.parameters import COMPLETION_DUE, FILING_DUE, RATIO
from zhengzhou_desk.policy.wording import official_documents
from zhengzhou_desk.records import Change, Entry, KeptBulletin
from zhengzhou_desk.records.kinds import Money, Rate, yuan
from zhengzhou_desk.records.report import DETAIL, TOTAL, by_key
from zhengzhou_desk.records.setting import CONTACT, PHONE
from zhengzhou_desk.reports import bulletin as bulletins
from zhengzhou_desk.reports.bulletin import Bulletin, BulletinFigures
from zhengzhou_desk.reports.purchasing import MONTH
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.notices import numbering, templates

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
        desk.engine, year, lambda day, other: Engine(desk.tables, packs(), desk.region, day, (other,))
    )
    return bulletins.bulletin(
        desk.engine,
        year,
        last[1] if last is not None else None,
        before if before is not None and before.filed else None,
    )


def keep(desk: Desk, made: Bulletin) -> None:
    """Keeps a bulletin's figures in the book for the next one to be compared with."""
    found = desk.tables.find(KeptBulletin, ("year", "day"), (made.year, made.day))
    before = found[0] if found else None
    figures = dataclasses.asdict(made.headline)
    after = dataclasses.replace(before or KeptBulletin(year=made.year, day=made.day), **figures)
    if after != before:
        desk.apply(Entry("bulletin", (Change(before, after),), (str(made.year), made.day.isoformat())))


def content(desk: Desk, made: Bulletin) -> NoticeContent:
    """The bulletin as an official document."""
    texts = templates.texts(desk, "bulletin")
    fields = _fields(desk, made)
    said = {
        name: text.format_map(fields) for name, text in texts.items() if name not in ("previous_text", "before_text")
    }
    last = previous(desk, made.year)
    body: list[Paragraph | TableBlock | ChartBlock] = [
        Paragraph(said["opening"]),
        Paragraph("", level=1, lead=f"一、{said['overall']}"),
        Paragraph(said["overall_text"]),
    ]
    if last is not None:
        more = {"previous_day": chinese_day(last[0]), "more_filed": str(made.headline.filed - last[1].filed),
                "more_counted": yuan(made.headline.counted - last[1].counted, grouped=True)}  # fmt: skip
        body.append(Paragraph(texts["previous_text"].format_map({**fields, **more})))
    tables = by_key(made.reports)
    year_ago = next((line for line in tables["overview"].lines if line.key == bulletins.YEAR_BEFORE), None)
    if year_ago is not None:
        share = year_ago.values[tables["overview"].place("progress")]
        progress = _points(share if isinstance(share, int) else None)
        body.append(Paragraph(texts["before_text"].format_map({**fields, "before_progress": progress})))
    months = _months(tables["months"])
    body += [months] if months is not None else []
    body += [
        Paragraph("", level=1, lead=f"二、{said['departments']}"),
        table(tables["department_ranks"], ("rank", "name", "filing_rate", "reserve", "counted", "progress")),
        _chart(tables["department_ranks"]),
        Paragraph("", level=1, lead=f"三、{said['behind']}"),
        Paragraph(said["behind_text"]),
        Paragraph("", level=1, lead=f"四、{said['ask']}"),
        Paragraph(said["ask_text"]),
    ]
    lists = [tables[key] for key in ("unit_ranks", "unfiled", "idle", "open") if tables[key].lines]
    return NoticeContent(
        kind=BULLETIN, format=DOCUMENT, bureau=desk.bureau, addressee=said["addressee"], unit="",
        title=said["title"], year=made.year,
        day=made.day, body=tuple(body), code_word=numbering.number_word(desk), number_year=made.day.year,
        attachments=tuple(_attachment(report) for report in lists),
    )  # fmt: skip


def _fields(desk: Desk, made: Bulletin) -> dict[str, str]:
    sums = made.headline
    lists = {report.key: sum(line.depth == DETAIL for line in report.lines) for report in made.reports}
    documents: dict[str, None] = {}
    for param in (RATIO, FILING_DUE, COMPLETION_DUE):
        found = desk.law.in_force(param.name, made.year)
        if found is not None and found.value is not None:
            documents |= dict.fromkeys(official_documents(packs(), found.articles, found.document))
    return {
        "finish": _finish(desk, made.year), "bureau": desk.bureau, "year": str(made.year),
        "day": chinese_day(made.day), "basis": "、".join(documents) or "有关文件",
        "asked": str(sums.asked), "filed": str(sums.filed), "confirmed": str(sums.confirmed),
        "filing_rate": sums.filing_rate.text(),
        "confirmation_rate": sums.confirmation_rate.text(), "reserve": yuan(sums.reserve, grouped=True),
        "ordered": yuan(sums.ordered, grouped=True), "completed": yuan(sums.completed, grouped=True),
        "counted": yuan(sums.counted, grouped=True), "progress": sums.progress.text(), "unfiled": str(lists["unfiled"]),
        "idle": str(lists["idle"]), "open": str(lists["open"]),
    }  # fmt: skip


def _finish(desk: Desk, year: int) -> str:
    """By when the year's purchases should be done, where the law says so: 力争10月底前完成年度任务."""
    try:
        due = desk.law.day(COMPLETION_DUE, year)
    except Unknown:
        return ""
    ends = (due + datetime.timedelta(days=1)).day == 1
    return f"，力争{f'{due.month}月底' if ends else f'{due.month}月{due.day}日'}前完成年度任务"


def _points(points: int | None) -> str:
    return "—" if points is None else Ratio(points, 10_000).text()


def table(report: Report, names: tuple[str, ...] | None = None) -> TableBlock:
    """A report, or some of its columns, as a table of a document."""
    places = [report.place(name) for name in names] if names else list(range(len(report.headings)))
    headings = [report.headings[place] for place in places]
    columns = tuple(
        TableColumn(
            heading.label,
            13 if isinstance(heading.kind, Rate) else max(7, heading.width),
            RIGHT if heading.kind.right_aligned else CENTRE if heading.width < 10 else "left",  # noqa: PLR2004 - a short word
            isinstance(heading.kind, Money),
        )
        for heading in headings
    )
    rows = []
    for line in report.lines:
        cells = []
        for place, heading in zip(places, headings, strict=True):
            value = line.values[place]
            cells.append(
                _points(value if isinstance(value, int) else None)
                if isinstance(heading.kind, Rate)
                else heading.kind.show(value)
            )
        rows.append(tuple(cells))
    strong = tuple(place for place, line in enumerate(report.lines) if line.depth)
    return TableBlock(columns, tuple(rows), strong=strong)


def _chart(report: Report) -> ChartBlock:
    """Progress by department."""
    details = [line for line in report.lines if line.depth == DETAIL]
    name, progress = report.place("name"), report.place("progress")
    values = tuple(value if isinstance(value := line.values[progress], int) else None for line in details)
    return ChartBlock(
        tuple(str(line.values[name] or "") for line in details),
        (Series("采购进度", values),),
        "各部门采购进度",
        decimals=2,
        unit="单位：%",
    )


def _months(report: Report) -> ChartBlock | None:
    """What was ordered and completed month by month; no picture of a single month."""
    months = [line for line in report.lines if line.key == MONTH]
    if len(months) < 2:  # noqa: PLR2004 - a line needs two points
        return None
    series = tuple(
        Series(
            title,
            tuple(value if isinstance(value := line.values[report.place(name)], int) else None for line in months),
        )
        for name, title in (("ordered", "下单"), ("completed", "完结"))
    )
    return ChartBlock(
        tuple(str(line.values[0]) for line in months), series, "各月采购", LINE, decimals=6, unit="单位：万元"
    )


def _attachment(report: Report) -> Attachment:
    names = tuple(
        h.name
        for h in report.headings
        if h.name in ("rank", "code", "name", "reserve", "ordered", "paid", "completed", "counted", "progress")
    )
    return Attachment(report.title, (table(report, names),), landscape=len(names) > 6)  # noqa: PLR2004 - more do not fit upright


# -- the summary on paper ------------------------------------------------------------------------------

# The widest sheets are printed in two landscape tables, who they are about repeated; every other sheet in one.
_WIDE: dict[str, tuple[tuple[str, ...], ...]] = {
    "districts": (
        ("code", "name", "units", "filed", "confirmed", "passed", "failed", "exempt", "unknown", "loose", "day"),
        ("name", "total", "reserve", "ratio", "required", "gap", "ordered", "paid", "completed", "head"),
    ),
    "departments": (
        ("code", "name", "units", "filed", "confirmed", "passed", "failed", "exempt", "unknown"),
        ("name", "total", "reserve", "ratio", "required", "gap", "ordered", "paid", "completed"),
    ),
    "units": (
        ("code", "name", "canteen", "filing", "state", "total", "reserve", "ratio", "last_year", "required", "gap"),
        ("code", "name", "ordered", "paid", "completed", "union"),
    ),
}


def printed(report: Report) -> tuple[Attachment, ...]:
    """A sheet of the summary as landscape tables of a letter: all of its columns, in one table or two."""
    groups = _WIDE.get(report.key, ())
    if not groups:
        return (Attachment(report.title, (table(report),), landscape=True),)
    return tuple(
        Attachment(f"{report.title}（{number}）", (table(report, columns),), landscape=True)
        for number, columns in zip("一二", groups, strict=True)
    )


def summary_letter(desk: Desk, year: int) -> NoticeContent:
    """The summary as the bureau sends it to the city on paper: a letter with attachments. Refuses an altered book."""
    desk.refuse_altered()
    reports = by_key(exports.summary(desk, year))
    sums = reports["districts" if "districts" in reports else "departments"]
    every = next(line for line in sums.lines if line.depth == TOTAL).values

    def said(name: str) -> str:
        place = sums.place(name)
        return sums.headings[place].kind.show(every[place])

    text = (
        f"截至{chinese_day(desk.today)}，{year}年应填报预算单位{said('units')}个，已填报{said('filed')}个，达标{said('passed')}个，"
        f"不达标{said('failed')}个；预留份额合计{said('reserve')}元，尚差{said('gap')}元；采购完结金额{said('completed')}元。有关情况见附件。"
    )
    tables = [part for report in reports.values() if report.lines for part in printed(report)]
    return NoticeContent(
        kind=BULLETIN, format=LETTER, bureau=desk.bureau, addressee=_above(desk.region), unit="", year=year,
        day=desk.today,
        title=f"{desk.bureau}关于{year}年脱贫地区农副产品采购预留份额汇总情况的报告",
        code_word=numbering.number_word(desk), number_year=desk.today.year,
        body=(Paragraph(text),), attachments=tuple(tables),
    )  # fmt: skip


def score_letter(desk: Desk) -> NoticeContent:
    """The scores of departments and units on paper: a letter with its tables; their grounds stay in the workbook."""
    sheets = by_key(exports.score_sheet(desk))
    shown = [sheets[key] for key in ("department_scores", "unit_scores", "weights")]
    text = f"截至{chinese_day(desk.today)}，{desk.year}年政府采购脱贫地区农副产品工作考评情况见附件。得分依据留存备查。"
    return NoticeContent(
        kind=BULLETIN, format=LETTER, bureau=desk.bureau, addressee="各主管预算单位", unit="", year=desk.year,
        day=desk.today,
        title=f"{desk.bureau}关于{desk.year}年政府采购脱贫地区农副产品工作考评情况的通报",
        code_word=numbering.number_word(desk), number_year=desk.today.year,
        body=(Paragraph(text),), attachments=tuple(part for report in shown for part in printed(report)),
    )  # fmt: skip


def _above(region: str) -> str:
    """The finance department that a region reports to."""
    names = packs().regions
    codes = [code for code in names if region.rstrip("0").startswith(code) and code != region.rstrip("0")]
    code = max(codes, key=len, default="")
    return f"{names[code]}财政{'厅' if len(code) == 2 else '局'}" if code else "上级财政部门"  # noqa: PLR2004


# -- the letter to the platform --------------------------------------------------------------------------


def change_letter(desk: Desk, day: datetime.date | None = None) -> NoticeContent:
    """The letter that asks the platform to change units and accounts. Refuses where there is nothing to tell."""
    rows = exports.unreported_changes(desk)
    if not rows:
        raise Refused("没有需要告知平台的单位变更")
    texts = templates.texts(desk, "change")
    contact, phone = desk.setting(CONTACT) or "", desk.setting(PHONE) or ""
    fields = {"bureau": desk.bureau, "contact": contact, "phone": phone}
    said = {name: text.format_map(fields) for name, text in texts.items()}
    end = said["contact"] if contact and phone else said["contact_blank"]
    widths = (5, 8, 11, 20, 11, 20, 11, 20)
    columns = tuple(TableColumn(title, width) for (title, _), width in zip(exports.CHANGE_COLUMNS, widths, strict=True))
    return NoticeContent(
        kind=ACCOUNT, format=LETTER, bureau=desk.bureau, addressee=said["addressee"], unit="", title=said["title"],
        year=desk.year,
        day=day or desk.today, code_word=numbering.number_word(desk), number_year=(day or desk.today).year,
        body=tuple(Paragraph(text) for text in (said["opening"], said["close"], end) if text),
        attachments=(Attachment(said["table"], (TableBlock(columns, tuple(rows)),), landscape=True),),
    )  # fmt: skip
