"""The paragraphs of a letter to a unit, and the values that fill them; what the unit does not have is None."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.documents.capital_amounts import capital
from zhengzhou_desk.documents.content import Contact, Paragraph, chinese_day
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.parameters import ASSESS_FILED, ERROR, FILING_DUE, RATIO, WARNING, severity
from zhengzhou_desk.records.kinds import rate, yuan
from zhengzhou_desk.records.setting import CONTACT, OFFICE, PHONE
from zhengzhou_desk.reports.unit_status import UNFILED, UnitStatus
from zhengzhou_desk.services.notices import citing, templates

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from zhengzhou_desk.records import Unit
    from zhengzhou_desk.services.desk import Desk

# How last year's amount binds, in the words of a notice; where nothing is said of it, neither does the notice.
FLOORS = {ERROR: "且不低于上年度数额", WARNING: "并原则上不低于上年度数额"}
_FLOORS_APART = {ERROR: "不低于上年度数额", WARNING: "原则上不低于上年度数额"}


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """The paragraphs of a kind of letter in force, and the values of one letter."""

    kind: str
    paragraphs: Mapping[str, str]
    values: Mapping[str, str | None]

    def said(self, name: str, **more: str | None) -> str:
        """A paragraph filled in. Refuses one that names a thing that the unit does not have."""
        return templates.filled(self.kind, name, self.paragraphs[name], {**self.values, **more})

    def paragraph(self, name: str, **more: str | None) -> Paragraph:
        """The same as a paragraph of the letter."""
        return Paragraph(self.said(name, **more))

    def has(self, name: str) -> bool:
        """Whether there is such a paragraph."""
        return name in self.paragraphs


def letter_texts(desk: Desk, kind: str, row: UnitStatus, day: datetime.date, reply_by: datetime.date) -> LetterTexts:
    """The paragraphs of a letter to a unit, with the values that every letter of the kind has."""
    paragraphs = templates.texts(desk, kind)
    values = _values(desk, row) | common_values(desk, day, reply_by)
    basis = citing.of_value(desk.law.packs, desk.law.in_force(ASSESS_FILED.name, desk.year))
    texts = LetterTexts(kind, paragraphs, values | {"assessed_basis": basis or None})
    said = texts.said("assessed") if basis else ""
    return LetterTexts(kind, paragraphs, {**texts.values, "assessed": said})


def common_values(desk: Desk, day: datetime.date, reply_by: datetime.date) -> dict[str, str | None]:
    """Who writes, when, and by when an answer is expected."""
    return {
        "bureau": desk.bureau, "year": str(desk.year), "day": chinese_day(day), "reply_by": chinese_day(reply_by),
        "office": desk.setting(OFFICE) or "", "contact": desk.setting(CONTACT) or None,
        "phone": desk.setting(PHONE) or None,
    }  # fmt: skip


def contacts(desk: Desk) -> tuple[Contact, ...]:
    """Whom to ask, as far as the bureau has said."""
    contact, phone = desk.setting(CONTACT) or "", desk.setting(PHONE) or ""
    return (Contact(contact, phone),) if contact or phone else ()


def contact_paragraph(texts: LetterTexts) -> Paragraph:
    """The bureau's contact; where it has not said one, the platform's alone."""
    whole = texts.values["contact"] and texts.values["phone"]
    return texts.paragraph("contact" if whole else "contact_blank")


def named(unit: Unit | None) -> str:
    """A unit by its name; where that is blank, by its code."""
    return (unit.name or unit.code) if unit is not None else ""


def is_own(desk: Desk, name: str) -> bool:
    """Whether a unit is the bureau itself, which gets no copy of its own letter: 财政局 of 示例县财政局."""
    return bool(name) and (name == desk.bureau or (name.endswith("财政局") and desk.bureau.endswith(name)))


def _values(desk: Desk, row: UnitStatus) -> dict[str, str | None]:
    """The law as it binds the unit, and what it still has to reserve."""
    view = desk.engine.reader()
    ratio, floor = desk.law.in_force(RATIO.name, row.year), measures.floor_severity(row.year, view)
    due = desk.law.in_force(FILING_DUE.name, row.year)
    duty = citing.stated_by(desk.law.packs, (ratio, due if row.state == UNFILED else None))
    floor_by = (
        citing.stated_by(desk.law.packs, (desk.law.in_force(severity("last_year").name, row.year),))
        if floor in FLOORS
        else ()
    )
    apart = bool(floor_by) and not set(floor_by) <= set(duty)
    words = (
        f"；根据{citing.full(desk.law.packs, floor_by)}规定，预留份额{_FLOORS_APART[floor]}"
        if apart
        else f"，{FLOORS[floor]}"
        if floor in FLOORS
        else ""
    )
    ordinary = desk.law.value(RATIO, row.year)
    waiver = measures.valid_waiver(row.unit.code, row.year, view)
    waived = waiver is not None and waiver.ratio is not None
    basis_points = waiver.ratio if waiver is not None and waived else ordinary
    required = row.required if is_reckoned(row) else None
    host = desk.unit(row.unit.canteen_host)
    return {
        "unit": named(row.unit),
        "basis": citing.full(desk.law.packs, duty),
        "ratio": rate(basis_points) if basis_points is not None else "规定比例",
        "ordinary_ratio": rate(ordinary) if ordinary is not None else "规定比例",
        "floor": FLOORS.get(floor, ""),
        "and_floor": words,
        "waived": f"经{waiver.document}同意，你单位预留比例按{rate(basis_points)}执行。"
        if waiver is not None and waived and basis_points is not None
        else "",
        "before_due": _before_due(desk, row),
        "last_year_words": f"（上年度预留份额{yuan(row.last_year, grouped=True)}元）"
        if row.last_year and floor in FLOORS
        else "",
        "none_basis": _stated(desk, "no_canteen_note", row.year),
        "shared_basis": _stated(desk, "shared", row.year),
        "required": yuan(required, grouped=True) if required else None,
        "required_capital": capital(required) if required else None,
        "host": named(host) or None,
    }


def _stated(desk: Desk, rule: str, year: int) -> str:
    return citing.full(
        desk.law.packs, citing.stated_by(desk.law.packs, (desk.law.in_force(severity(rule).name, year),))
    )


def _before_due(desk: Desk, row: UnitStatus) -> str:
    """于2026年3月20日前, where the law states the day."""
    try:
        return f"于{chinese_day(desk.law.day(FILING_DUE, row.year))}前"
    except Unknown:
        return ""


def is_reckoned(row: UnitStatus) -> bool:
    """Whether the required amount can be computed: not without a filing or a total, nor where no reserve is asked."""
    return row.state != UNFILED and bool(row.total) and bool(row.required)
