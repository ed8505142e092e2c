"""The bulletin as an official document: its sentences, its table and charts, its attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import BULLETIN, DOCUMENT, NoticeContent, Paragraph, chinese_day
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.records.report import DETAIL, by_key
from zhengzhou_desk.reports import bulletin as bulletins
from zhengzhou_desk.services import quotas
from zhengzhou_desk.services.notices import numbering, prose, templates
from zhengzhou_desk.services.notices.bulletins import previous
from zhengzhou_desk.services.notices.report_tables import attachment, month_chart, points, progress_charts, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zhengzhou_desk.documents.content import Block
    from zhengzhou_desk.records.report import Report, ReportLine
    from zhengzhou_desk.reports.bulletin import Bulletin
    from zhengzhou_desk.services.desk import Desk

_NUMBERS = "一二三四五六"
# How many departments are named as the first and the last.
_NAMED = 3
_GROUP_COLUMNS = ("rank", "name", "asked", "filed", "filing_rate", "counted", "base", "progress")
# What each list shows as an attachment; its count stands in the text under the same name.
_LISTS = {
    "unfiled": ("name", "department_name"),
    "doubtful": ("name", "department_name", "reserve", "completed", "doubt"),
    "idle": ("name", "department_name", "reserve"),
    "open": ("name", "department_name", "ordered", "paid", "completed"),
}


def content(desk: Desk, made: Bulletin) -> NoticeContent:
    """The bulletin as an official document."""
    fields = _fields(desk, made)
    texts = _Texts(templates.texts(desk, "bulletin"), fields)
    tables = by_key(made.reports)
    body: list[Block] = [Paragraph(texts["opening"])]
    sections = (
        (texts["overall"], _overall(desk, made, texts)),
        (texts["departments_city" if made.is_of_districts else "departments"], _groups(made, texts)),
        (texts["behind"], _problems(texts)),
        (texts["ask"], [Paragraph(_asked(made, texts))]),
    )
    shown = [(title, blocks) for title, blocks in sections if blocks]
    for number, (title, blocks) in zip(_NUMBERS, shown, strict=False):
        body += [Paragraph("", level=1, lead=f"{number}、{title}"), *blocks]
    lists = [attachment(tables[key], columns) for key, columns in _LISTS.items() if tables[key].lines]
    if not made.is_of_districts:
        lists.insert(0, attachment(tables["unit_ranks"], ("rank", "name", "counted", "base", "progress")))
    divided = quotas.report(desk)
    if divided.lines and made.year == desk.year:
        lists.append(attachment(divided, ("name", "quota", "reserve", "counted", "progress")))
    return NoticeContent(
        kind=BULLETIN, format=DOCUMENT, bureau=desk.bureau, printer=numbering.printer(desk),
        unit="", title=texts["title"], year=made.year,
        addressee=texts["addressee_city" if made.is_of_districts else "addressee"],
        day=made.day, body=tuple(body), code_word=numbering.number_word(desk), number_year=made.day.year,
        attachments=tuple(lists), copies=(prose.office_above(desk.region),),
    )  # fmt: skip


class _Texts:
    """The paragraphs in force, filled in when they are asked for."""

    def __init__(self, texts: Mapping[str, str], fields: dict[str, str]) -> None:
        self._texts = texts
        self.fields = fields

    def __getitem__(self, name: str) -> str:
        return self.filled(name)

    def filled(self, name: str, **more: str) -> str:
        """A paragraph with fields of its own."""
        return templates.filled("bulletin", name, self._texts[name], {**self.fields, **more})

    def some(self, prefix: str, names: Iterable[str]) -> list[str]:
        """The parts of an enumeration whose count is not zero."""
        return [self[f"{prefix}_{name}"] for name in names if self.fields[name] != "0"]


def _fields(desk: Desk, made: Bulletin) -> dict[str, str]:
    sums = made.headline
    lists = {report.key: sum(line.depth == DETAIL for line in report.lines) for report in made.reports}
    amounts = {name: getattr(sums, name) for name in ("reserve", "ordered", "paid", "completed", "counted", "base")}
    finish = prose.finish(desk, made.year)
    late = sum(not unit.figures.filed and bool(unit.figures.base) for unit in made.units)
    return {
        "finish": f"，{finish}" if finish else "", "bureau": desk.bureau, "year": str(made.year),
        "day": chinese_day(made.day), "basis": prose.basis(desk, made.year), "region": prose.own_region(desk),
        "asked": str(sums.asked), "filed": str(sums.filed), "confirmed": str(sums.confirmed),
        "filing_rate": sums.filing_rate.text(), "confirmation_rate": sums.confirmation_rate.text(),
        **{name: yuan(fen, grouped=True) for name, fen in amounts.items()},
        **{f"{name}_wan": prose.in_prose(fen) for name, fen in amounts.items()},
        "progress": sums.progress.text(), "late": str(late), **{name: str(lists[name]) for name in _LISTS},
        **prose.urged(desk, made.year),
    }  # fmt: skip


def _overall(desk: Desk, made: Bulletin, texts: _Texts) -> list[Block]:
    tables, last = by_key(made.reports), previous(desk, made.year)
    parts = [texts["overall_text"]]
    parts += [texts["late_text"]] if texts.fields["late"] != "0" else []
    parts += _pace(made, texts)
    if last is not None:
        filed, counted = made.headline.filed - last[1].filed, made.headline.counted - last[1].counted
        parts.append(
            texts.filled(
                "previous_text", previous_day=chinese_day(last[0]), more_filed=str(filed),
                more_counted=yuan(counted, grouped=True), filed_change=prose.changed(filed, f"{abs(filed)}个"),
                counted_change=prose.changed(counted, prose.in_prose(abs(counted))),
            )
        )  # fmt: skip
    found: list[Block] = [Paragraph("".join(parts))]
    overview = tables["overview"]
    year_ago = next((line for line in overview.lines if line.key == bulletins.YEAR_BEFORE), None)
    if year_ago is not None:
        found.append(Paragraph(texts.filled("before_text", **_shares(overview, year_ago, "before_"))))
    urged = [
        texts[name]
        for name, what in (("urged_text", "notices"), ("contact_text", "contacts"), ("promise_text", "promised"))
        if texts.fields[what] != "0"
    ]
    if urged:
        found.append(Paragraph("".join(urged)))
    months = month_chart(tables["months"]) if "months" in tables else None
    return [*found, *([months] if months is not None else [])]


def _shares(report: Report, line: ReportLine, prefix: str) -> dict[str, str]:
    """What counts, over what, and the share, of a line."""
    amounts = {name: line.values[report.place(name)] for name in ("counted", "base")}
    said = {f"{prefix}{name}_wan": prose.in_prose(fen) for name, fen in amounts.items() if isinstance(fen, int)}
    return {**said, f"{prefix}progress": points(line.values[report.place("progress")])}


def _pace(made: Bulletin, texts: _Texts) -> list[str]:
    expected = made.pace.expected.basis_points() if made.pace is not None else None
    progress = made.headline.progress.basis_points()
    if made.pace is None or expected is None or progress is None:
        return []
    apart = abs(progress - expected)
    said = f"{'快' if progress > expected else '慢'}于序时进度{apart // 100}.{apart % 100:02d}个百分点"
    return [
        texts.filled(
            "pace_text", pace_begin=prose.said_day(made.pace.begin, made.year),
            pace_due=prose.said_day(made.pace.due, made.year), pace_days=str(made.pace.days),
            pace_elapsed=str(made.pace.elapsed), expected=made.pace.expected.text(),
            compared=said if apart else "与序时进度持平",
        )
    ]  # fmt: skip


def _groups(made: Bulletin, texts: _Texts) -> list[Block]:
    """Departments; in a city's book the districts, and after them the city's own departments."""
    reports = by_key(made.reports)
    if not made.is_of_districts:
        return _group(made, texts, reports["department_ranks"], "各部门采购进度")
    found = _group(made, texts, reports["department_ranks"], "各区县（市）采购进度")
    direct = reports.get("direct_ranks")
    return found if direct is None else [*found, *_group(made, texts, direct, "市直各部门采购进度")]


def _group(made: Bulletin, texts: _Texts, report: Report, title: str) -> list[Block]:
    racing = [line for line in report.lines if line.depth == DETAIL and line.unit and line.values[report.place("base")]]
    found: list[Block] = []
    few = min(_NAMED, len(racing) // 2)
    if few:
        best = [line for line in racing[:few] if line.values[report.place("counted")]]
        whose = "市直部门" if report.key == "direct_ranks" else ""
        parts = [texts.filled("best_text", whose=whose, best=_named(report, best))] if best else []
        parts.append(texts.filled("worst_text", whose=whose, worst=_named(report, racing[-few:])))
        found.append(Paragraph("".join(parts)))
    expected = made.pace.expected.basis_points() if made.pace is not None else None
    return [*found, table(report, _GROUP_COLUMNS), *progress_charts(report, title, expected)]


def _named(report: Report, lines: Iterable[ReportLine]) -> str:
    """Departments with their figures, as a sentence names them."""

    def said() -> Iterator[str]:
        for line in lines:
            shares = _shares(report, line, "")
            name = line.values[report.place("name")] or line.unit
            # In brackets: the code of a department without a name, or a name's last digit, must not lead the share.
            yield f"{name}（{shares['progress']}，计入完成{shares['counted_wan']}，应完成{shares['base_wan']}）"

    return "、".join(said())


def _problems(texts: _Texts) -> list[Block]:
    problems = texts.some("behind", _LISTS)
    if not problems:
        return []
    return [Paragraph(texts.filled("behind_text", problems="，".join(problems)) + texts["behind_list"])]


def _asked(made: Bulletin, texts: _Texts) -> str:
    asks = texts.some("ask", ("unfiled", "doubtful"))
    asks += [texts["ask_buy"]] if made.headline.counted < made.headline.base else []
    asks += texts.some("ask", ("open",))
    return texts.filled("ask_text", asks="；".join(asks)) if asks else texts["ask_none"]
