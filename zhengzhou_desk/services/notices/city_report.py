"""The summary as a report (报告) to the finance department above: an upward paper with two or three attachments."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import (
    BULLETIN,
    DOCUMENT,
    Attachment,
    Contact,
    NoticeContent,
    Paragraph,
    chinese_day,
)
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.records.report import TOTAL, by_key
from zhengzhou_desk.records.setting import CONTACT, PHONE
from zhengzhou_desk.reports.bulletin_units import bulletin_units, summed
from zhengzhou_desk.reports.summary import STATE_LABELS
from zhengzhou_desk.reports.unit_status import EXEMPT, FAIL, NOT_KNOWN, PASS, UNFILED, unassigned_sums
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.notices import numbering, prose, templates
from zhengzhou_desk.services.notices.report_tables import table

if TYPE_CHECKING:
    from zhengzhou_desk.records.report import Report
    from zhengzhou_desk.services.desk import Desk

# In the order in which the text adds them up to all that are to file.
_STATES = (PASS, FAIL, EXEMPT, UNFILED, NOT_KNOWN)
# The columns of the widest sheets, in two tables that repeat whom they are about.
_COUNTS = ("name", "units", "filed", "confirmed", "passed", "failed", "exempt", "unknown")
_AMOUNTS = ("name", "total", "reserve", "ratio", "required", "gap", "ordered", "paid", "completed")
_PRESSED = ("name", "department_name", "state", "total", "reserve", "required", "gap")
_BOUGHT = ("name", "ordered", "counted", "base", "progress")
_RANKED = ("progress_rank", "name", "counted", "base", "progress", "note")


def city_report(desk: Desk, year: int) -> NoticeContent:
    """The summary of a year as the bureau reports it upward. Refuses an altered book."""
    desk.refuse_altered()
    reports = by_key(exports.summary(desk, year))
    said = _Said(desk, year, reports)
    name, phone = desk.setting(CONTACT) or "", desk.setting(PHONE) or ""
    return NoticeContent(
        kind=BULLETIN, format=DOCUMENT, bureau=desk.bureau, printer=numbering.printer(desk),
        addressee=prose.office_above(desk.region), unit="",
        year=year, day=desk.today, title=said.text("title"), code_word=numbering.number_word(desk),
        number_year=desk.today.year, signer="", body=tuple(said.body()), attachments=tuple(_attachments(reports)),
        contacts=(Contact(name, phone),) if name else (),
        note=f"联系人：{name}，电话：{phone}" if name and phone else "",
    )  # fmt: skip


class _Said:
    """The sentences of the report, with the figures they give."""

    def __init__(self, desk: Desk, year: int, reports: dict[str, Report]) -> None:
        self._texts = templates.texts(desk, "report")
        units = bulletin_units(desk.engine, year)
        sums, states = summed(units), Counter(unit.state for unit in units)
        every = reports["districts" if "districts" in reports else "departments"]
        line = next(line for line in every.lines if line.depth == TOTAL)
        total, gap = (_amount(line.values[every.place(name)]) for name in ("total", "gap"))
        loose = unassigned_sums(desk.engine, year).ordered
        if every.key == "districts":
            loose += _amount(line.values[every.place("loose")])
        self._loose, self._gap = loose, gap
        finish = prose.finish(desk, year)
        self._fields = {
            "bureau": desk.bureau, "year": str(year), "day": chinese_day(desk.today),
            "region": prose.own_region(desk), "basis": prose.basis(desk, year, upward=True), "asked": str(len(units)),
            "states": "，".join(
                f"{STATE_LABELS.show(state)}{states[state]}个" for state in _STATES if states[state]
            ),
            "filed": str(sums.filed), "confirmed": str(sums.confirmed), "loose_wan": prose.in_prose(loose),
            "total_wan": prose.in_prose(total), "ratio": Ratio(sums.reserve, total).text(),
            "gap_wan": prose.in_prose(gap),
            "short": str(_short_units(reports)),
            **{
                f"{name}_wan": prose.in_prose(getattr(sums, name))
                for name in ("reserve", "ordered", "paid", "completed", "counted", "base")
            },
            "progress": sums.progress.text(), "press": str(states[UNFILED] + states[FAIL]),
            "listed": "（名单见附件）" if "districts" not in reports else "",
            "finish_words": finish or "完成年度任务", **prose.urged(desk, year),
        }  # fmt: skip

    def text(self, name: str) -> str:
        """A paragraph filled in."""
        return templates.filled("report", name, self._texts[name], self._fields)

    def body(self) -> list[Paragraph]:
        """The sections, each under its heading; a sentence about nothing is left out."""
        reserve = self.text("reserve_text") + (self.text("gap_text") if self._gap else "")
        buying = self.text("buying_text") + (self.text("loose_text") if self._loose else "")
        steps = [
            self.text("urged_text") if self._fields["notices"] != "0" else "",
            self.text("contact_text") if self._fields["contacts"] != "0" else "",
            self.text("press_text") if self._fields["press"] != "0" else "",
            self.text("next_text"),
        ]
        sections = (
            ("filing", self.text("filing_text")), ("reserve", reserve), ("buying", buying), ("next", "".join(steps)),
        )  # fmt: skip
        found = [Paragraph(self.text("opening"))]
        for number, (title, text) in zip("一二三四", sections, strict=True):
            found += [Paragraph("", level=1, lead=f"{number}、{self.text(title)}"), Paragraph(text)]
        return [*found, Paragraph(self.text("close"))]


def _amount(value: object) -> int:
    return value if isinstance(value, int) else 0


def _short_units(reports: dict[str, Report]) -> int:
    """How many units still miss something of what they must reserve."""
    report = reports.get("city_units", reports["units"])
    place, state = report.place("gap"), report.place("state")
    return sum(bool(line.values[place]) and bool(line.values[state]) for line in report.lines)


def _attachments(reports: dict[str, Report]) -> list[Attachment]:
    """What is submitted: the sums, who has not filed properly, and what was bought. Checks stay in the bureau."""
    every = reports["districts" if "districts" in reports else "departments"]
    found = [Attachment(every.title, (table(every, _COUNTS), table(every, _AMOUNTS)), landscape=True)]
    if "districts" in reports:
        ranks = reports["district_ranks"]
        return [*found, Attachment(ranks.title, (table(ranks, _RANKED),))]
    if reports["to_press"].lines:
        found.append(Attachment(reports["to_press"].title, (table(reports["to_press"], _PRESSED),), landscape=True))
    bought = reports["execution"]
    return [*found, Attachment(bought.title, (table(bought, _BOUGHT),))]
