"""The letter of unit changes to the platform (账号信息变更函): what it needs to change names and accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents.content import (
    ACCOUNT,
    LETTER,
    Attachment,
    NoticeContent,
    Paragraph,
    TableBlock,
    TableColumn,
    chinese_day,
)
from zhengzhou_desk.policy.parameters import severity
from zhengzhou_desk.records import Unit, UnitChange
from zhengzhou_desk.records.change import DISSOLVE, MERGE, RENAME
from zhengzhou_desk.records.setting import CONTACT, PHONE
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.former_names import former_name
from zhengzhou_desk.services.notices import citing, numbering, prose, templates
from zhengzhou_desk.services.notices.letter_texts import LetterTexts, contact_paragraph, contacts

if TYPE_CHECKING:
    import datetime

    from zhengzhou_desk.services.desk import Desk

_COLUMNS = (
    TableColumn("序号", 5, "center"), TableColumn("变更类型", 9), TableColumn("原单位（编码）", 18),
    TableColumn("原单位管理账号", 14), TableColumn("变更后单位（编码）", 18), TableColumn("变更日期", 17),
    TableColumn("依据文件", 18), TableColumn("请办理的事项", 22),
)  # fmt: skip


def change_letter(desk: Desk, day: datetime.date | None = None) -> NoticeContent:
    """The letter that asks the platform to change units and accounts. Refuses where there is nothing to tell."""
    changes = exports.changes_to_tell(desk)
    if not changes:
        raise Refused("没有需要告知平台的单位变更")
    day = day or desk.today
    texts = _texts(desk, changes)
    papers = list(dict.fromkeys(change.basis for change in changes if change.basis))
    body = [texts.paragraph("opening")]
    if papers:
        body.append(texts.paragraph("papers", documents="、".join(papers)))
    if not all(change.basis for change in changes):
        body.append(texts.paragraph("proof"))
    rows = tuple((str(number), *_row(desk, texts, change)) for number, change in enumerate(changes, 1))
    return NoticeContent(
        kind=ACCOUNT, format=LETTER, bureau=desk.bureau, addressee=texts.said("addressee"), unit="",
        title=texts.said("title"), year=desk.year, day=day, code_word=numbering.number_word(desk),
        number_year=day.year, contacts=contacts(desk),
        body=(*body, Paragraph(texts.said("close")), contact_paragraph(texts)),
        attachments=(Attachment(texts.said("table"), (TableBlock(_COLUMNS, rows),), landscape=True),),
    )  # fmt: skip


def _texts(desk: Desk, changes: list[UnitChange]) -> LetterTexts:
    shown = UnitChange.table.column("kind").kind
    clauses = citing.of_value(desk.law.packs, desk.law.in_force(severity("unit_change").name, desk.year))
    values: dict[str, str | None] = {
        "bureau": desk.bureau, "year": str(desk.year), "day": chinese_day(desk.today),
        "region": prose.own_region(desk), "count": str(len({change.old_unit for change in changes})),
        "kinds": "、".join(dict.fromkeys(shown.show(change.kind) for change in changes)),
        "basis": citing.clauses_titled(desk.law.packs, clauses.split("、")) if clauses else None,
        "contact": desk.setting(CONTACT) or None, "phone": desk.setting(PHONE) or None,
    }  # fmt: skip
    paragraphs = templates.texts(desk, "change")
    texts = LetterTexts("change", paragraphs, values)
    return LetterTexts("change", paragraphs, {**values, "ruled": texts.said("ruled") if clauses else ""})


def _row(desk: Desk, texts: LetterTexts, change: UnitChange) -> tuple[str, ...]:
    old, new = desk.unit(change.old_unit), desk.unit(change.new_unit)
    old_name = former_name(desk, change) if change.kind == RENAME else (old.name or "") if old is not None else ""
    new_name = change.new_name or ((new.name or "") if new is not None else "")
    used = old is not None and old.admin_account == "active"
    what = f"do_{change.kind}{'' if used or change.kind not in (MERGE, DISSOLVE) else '_unused'}"
    return (
        UnitChange.table.column("kind").kind.show(change.kind), _coded(old_name, change.old_unit), _account(old),
        _coded(new_name, change.new_unit), chinese_day(change.day), change.basis or "", texts.said(what),
    )  # fmt: skip


def _coded(name: str, code: str | None) -> str:
    """A unit's name and code; a name that is not known is left open to be written in."""
    return f"{name or '　　　　　　'}（{code}）" if code else name


def _account(unit: Unit | None) -> str:
    """Room for the account, which the book does not keep, and its state."""
    state = Unit.table.column("admin_account").kind.show(unit.admin_account) if unit is not None else ""
    return f"　　　　　　（{state}）" if state else ""
