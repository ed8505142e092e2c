"""Reminders (提醒函): a letter to a unit, or one to a department whose units have a single small matter each."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import LETTER, Attachment, NoticeContent, Paragraph, TableBlock, TableColumn
from zhengzhou_desk.documents.content import REMIND as LETTER_OF_REMINDER
from zhengzhou_desk.records.notice import REMIND
from zhengzhou_desk.services import dismissals
from zhengzhou_desk.services.notices import citing, earlier_letters, grounds, matters
from zhengzhou_desk.services.notices.drafting import department_of, reply_day
from zhengzhou_desk.services.notices.letter_texts import (
    LetterTexts,
    contact_paragraph,
    contacts,
    is_own,
    letter_texts,
    named,
)
from zhengzhou_desk.services.notices.numbering import number_word

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.records import Notice
    from zhengzhou_desk.reports.unit_status import UnitStatus
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.services.notices.matters import Matter

# What a unit is reminded of: things to do.
REMINDED = (
    "no_canteen_note", "shared_note", "contractor", "soe_account", "completion", "pace", "unpaid", "unevaluated",
)  # fmt: skip
# Figures in doubt: a question, unless a notice asks it anyway.
_QUESTIONED = ("mixup", "over_total")
# Never small enough to be one line of a department's letter.
_WEIGHTY = frozenset({"completion"})
_FEWEST = 2
# So many units are named in a department's letter; more of them make a list.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Letter:
    """What a letter to one unit is made of."""

    row: UnitStatus
    texts: LetterTexts
    matters: tuple[Matter, ...]
    earlier: Notice | None


def to_remind(desk: Desk, units: Collection[str] | None = None) -> dict[str, list[Finding]]:
    """The findings that units are to be reminded of, by unit."""
    pressed = {row.unit.code for row in desk.unit_statuses() if grounds.grounds_of(row)}
    found: dict[str, list[Finding]] = {}
    for finding in desk.findings():
        code = finding.unit
        if code is None or (units is not None and code not in units):
            continue
        if finding.rule not in REMINDED and (finding.rule not in _QUESTIONED or code in pressed):
            continue
        if dismissals.dismissal_of(desk, finding) is None and desk.unit(code) is not None:
            found.setdefault(code, []).append(finding)
    return found


def reminders(
    desk: Desk,
    units: Collection[str] | None = None,
    *,
    day: datetime.date | None = None,
    reply_by: datetime.date | None = None,
) -> tuple[NoticeContent, ...]:
    """The draft letters to units that have something left to do; small matters of one department in one letter."""
    day = day or desk.today
    due = reply_by or reply_day(desk, day)
    rows = {row.unit.code: row for row in desk.unit_statuses() if row.is_counted}
    earlier = earlier_letters.open_notices(desk, REMIND)
    letters: dict[str, _Letter] = {}
    for code, found in sorted(to_remind(desk, units).items()):
        if code in rows:
            texts = letter_texts(desk, "remind", rows[code], day, due)
            said = matters.matters_of(desk, texts, rows[code], found)
            letters[code] = _Letter(rows[code], texts, said, earlier.get(code))
    together = _together(desk, letters, rows, earlier)
    bundled = {letter.row.unit.code for members in together.values() for letter in members}
    made = {code: _to_unit(desk, letter, day, due) for code, letter in letters.items() if code not in bundled}
    for code, members in together.items():
        texts = letter_texts(desk, "remind", rows[code], day, due)
        made[code] = _to_department(desk, _Letter(rows[code], texts, (), earlier.get(code)), members, day, due)
    return tuple(made[code] for code in sorted(made))


def _together(
    desk: Desk, letters: Mapping[str, _Letter], rows: Mapping[str, UnitStatus], earlier: Mapping[str, Notice]
) -> dict[str, list[_Letter]]:
    """The letters that become one, by department: of units with a single small matter, at least two of them.

    A department whose last letter is not settled gets another one only about the units which that one spoke of.
    """
    found: dict[str, list[_Letter]] = {}
    for code, letter in letters.items():
        department = letter.row.unit.department_or_self
        if department in rows and not is_own(desk, named(rows[department].unit)) and _is_small(letter, department):
            last = earlier.get(department)
            if last is None or letter.earlier is last or code == department:
                found.setdefault(department, []).append(letter)
    # A department's own matters, small or not, stand in the letter to it.
    for department, members in found.items():
        if department in letters and letters[department] not in members:
            members.insert(0, letters[department])
    return {code: members for code, members in found.items() if len(members) >= _FEWEST}


def _is_small(letter: _Letter, department: str) -> bool:
    own = letter.earlier is not None and letter.earlier.unit != department
    return len(letter.matters) == 1 and letter.matters[0].ground.rule not in _WEIGHTY and not own


def _to_unit(desk: Desk, letter: _Letter, day: datetime.date, due: datetime.date) -> NoticeContent:
    texts = letter.texts
    said = [f"{matter.ground.text}。" for matter in letter.matters]
    texts = _with_basis(desk, texts, letter.matters)
    body = [
        *earlier_letters.again(texts, desk, letter.earlier),
        texts.paragraph("opening"),
        *grounds.numbered(said),
        *_end(desk, texts, letter.matters, "ask"),
    ]
    return _content(desk, letter, letter.matters, body, _order_lists(texts, letter.matters), day, due)


def _to_department(
    desk: Desk, letter: _Letter, members: Sequence[_Letter], day: datetime.date, due: datetime.date
) -> NoticeContent:
    every = tuple(matter for member in members for matter in member.matters)
    texts = _with_basis(desk, letter.texts, every)
    lines = [(named(member.row.unit), "；".join(matter.ground.text for matter in member.matters)) for member in members]
    listed = len(members) > _NAMED
    own = any(member.row.unit.code == letter.row.unit.code for member in members)
    opening = texts.paragraph(
        "opening_department_list" if listed else "opening_department",
        count=str(len(members)), whose="你单位及所属单位" if own else "你单位所属单位",
    )  # fmt: skip
    body = [
        *earlier_letters.again(texts, desk, letter.earlier),
        opening,
        *([] if listed else grounds.numbered([f"{name}：{said}。" for name, said in lines])),
        *_end(desk, texts, every, "ask_department"),
    ]
    columns = (TableColumn("序号", 5, "center"), TableColumn("单位名称", 22), TableColumn("需要办理的事项", 60))
    table = TableBlock(columns, tuple((str(place), *line) for place, line in enumerate(lines, 1)))
    lists = ((Attachment(texts.said("list"), (table,)),) if listed else ()) + _order_lists(texts, every)
    made = _content(desk, letter, every, body, lists, day, due)
    return dataclasses.replace(made, units=tuple(member.row.unit.code for member in members))


def _with_basis(desk: Desk, texts: LetterTexts, every: Iterable[Matter]) -> LetterTexts:
    """The texts, with the documents that these matters rest on."""
    clauses = [each for matter in every for each in matter.ground.article.split("、") if each]
    basis = citing.clauses_titled(desk.law.packs, clauses) or texts.values["basis"]
    return dataclasses.replace(texts, values={**texts.values, "basis": basis})


def _end(desk: Desk, texts: LetterTexts, every: Iterable[Matter], ask: str) -> list[Paragraph]:
    meant = matters.explained(desk, texts, (matter.ground.rule for matter in every))
    return [
        *([Paragraph(meant)] if meant else []),
        texts.paragraph(ask), texts.paragraph("close"), contact_paragraph(texts),
    ]  # fmt: skip


def _order_lists(texts: LetterTexts, every: Iterable[Matter]) -> tuple[Attachment, ...]:
    table = matters.order_list(every)
    return (Attachment(texts.said("orders"), (table,)),) if table is not None else ()


def _content(
    desk: Desk,
    letter: _Letter,
    every: Iterable[Matter],
    body: Sequence[Paragraph],
    attachments: tuple[Attachment, ...],
    day: datetime.date,
    due: datetime.date,
) -> NoticeContent:
    row = letter.row
    return NoticeContent(
        kind=LETTER_OF_REMINDER, format=LETTER, bureau=desk.bureau, addressee=named(row.unit), unit=row.unit.code,
        department=department_of(desk, row),
        title=earlier_letters.titled(letter.texts.said("title"), "提醒", letter.earlier),
        year=row.year, day=day, reply_by=due, code_word=number_word(desk), number_year=day.year,
        # Each sort once: the sentences stand in the text or its list.
        grounds=tuple({matter.ground.rule: matter.ground for matter in every}.values()), contacts=contacts(desk),
        body=tuple(body), attachments=attachments,
    )  # fmt: skip
