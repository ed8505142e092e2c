"""The register of notices: issuing them, and what becomes of each."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.documents.content import REMIND as LETTER_OF_REMINDER
from zhengzhou_desk.documents.content import (
    NoticeContent,
)
from zhengzhou_desk.documents.content_json import to_json
from zhengzhou_desk.records import Change, Entry, Notice
from zhengzhou_desk.records.entry import HEAD
from zhengzhou_desk.records.kinds import normal_number
from zhengzhou_desk.records.notice import (
    ADVANCE,
    ANSWERED,
    CLOSED,
    DELIVERED,
    DRAFT,
    ISSUE,
    ISSUE_AGAIN,
    ISSUED,
    NOTICE_STATES,
    OPEN,
    REFILE,
    REMIND,
    SUPERSEDED,
    WITHDRAWN,
)
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.notices.drafting import under_filing
from zhengzhou_desk.services.notices.numbering import with_numbers
from zhengzhou_desk.services.notices.rendering import refuse_missing_glyphs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from zhengzhou_desk.services.desk import Desk


# What may follow what in the register.
_NEXT = {
    DRAFT: (WITHDRAWN,),
    ISSUED: (DELIVERED, ANSWERED, CLOSED, SUPERSEDED, WITHDRAWN),
    DELIVERED: (ANSWERED, CLOSED, SUPERSEDED, WITHDRAWN),
    ANSWERED: (CLOSED,),
    CLOSED: (),
    SUPERSEDED: (),
    WITHDRAWN: (),
}


def kind_of(content: NoticeContent) -> str:
    """Which kind of notice of the register a document is."""
    return REMIND if content.kind == LETTER_OF_REMINDER else REFILE


def issue(
    desk: Desk, contents: Sequence[NoticeContent], first: int | None = None, *, again: bool = False
) -> tuple[Notice, ...]:
    """Issues notices: numbers them and freezes text and figures in the register, as one entry.

    A unit that has one already is refused: a second notice must be asked for with `again`; the new
    notice takes the place of the earlier one; both say so.
    """
    if not contents:
        return ()
    desk.refuse_altered()
    refuse_missing_glyphs(contents)
    _refuse_doubles(contents)
    earlier = _earlier(desk, contents)
    if earlier and not again:
        raise _issued_already(desk, earlier)
    # The history up to this moment: the step that issues them is not in it yet.
    head = desk.store.head[:HEAD]
    made = [dataclasses.replace(content, journal=head) for content in with_numbers(desk, contents, first)]
    changes: list[Change] = []
    added: list[Change] = []
    for content in made:
        old = earlier.get((content.unit, kind_of(content)), ())
        row = _record(content)
        changes += [Change(each, _superseded(each, row)) for each in old if each.state != ANSWERED]
        added.append(
            Change(None, dataclasses.replace(row, note=f"再次督促，接{old[-1].number or '前次通知'}") if old else row)
        )
    about = (str(len(added)), str(len(changes))) if again and earlier else (str(len(added)),)
    entry = desk.apply(Entry(ISSUE_AGAIN if again and earlier else ISSUE, (*changes, *added), about))
    return tuple(change.after for change in entry.changes if change.before is None and isinstance(change.after, Notice))


def _refuse_doubles(contents: Iterable[NoticeContent]) -> None:
    """Refuses two notices of a kind to one code: two rows of the units have it, and only one can be meant."""
    counts = Counter((content.unit, kind_of(content)) for content in contents)
    for (unit, _), count in counts.items():
        if count > 1:
            raise Refused(
                counted("“单位”中有 {count} 行的编码都是 {code}，不知道该发给哪一个。请先改正编码"),
                count=count,
                code=unit,
            )


def _earlier(desk: Desk, contents: Iterable[NoticeContent]) -> dict[tuple[str, str], list[Notice]]:
    """The notices that are not settled, of the units, kinds and years written about now."""
    about = {(content.unit, kind_of(content), content.year) for content in contents}
    found: dict[tuple[str, str], list[Notice]] = {}
    for row in desk.tables.all(Notice):
        if (row.unit, row.kind, row.year) in about and row.state in OPEN:
            found.setdefault((row.unit, row.kind), []).append(row)
    return found


def _issued_already(desk: Desk, earlier: Mapping[tuple[str, str], Sequence[Notice]]) -> Refused:
    row = next(iter(earlier.values()))[-1]
    unit = desk.unit(row.unit)
    return Refused(
        "{unit} 已有没有办结的通知书（{notice}），没有再发。要发第二次，请用“再次督促”",
        unit=editing.row_name(unit) if unit is not None else row.unit, notice=notice_text(row),
    )  # fmt: skip


def notice_text(notice: Notice) -> Message:
    """A notice in a few words: its number, its day and what became of it."""
    state = NOTICE_STATES.option(notice.state or DRAFT)
    return message("{number}，{day}，{state}", number=notice.number or "—", day=notice.day or "—", state=state)


def _superseded(notice: Notice, by: Notice) -> Notice:
    """The earlier notice, which says what has taken its place."""
    said = f"已由{by.number}替代"
    return dataclasses.replace(notice, state=SUPERSEDED, note=f"{notice.note}；{said}" if notice.note else said)


def _record(content: NoticeContent) -> Notice:
    return Notice(
        year=content.year,
        unit=content.unit,
        kind=kind_of(content),
        number=normal_number(content.number),
        state=ISSUED,
        day=content.day,
        reply_by=content.reply_by,
        rules="、".join(dict.fromkeys(ground.rule for ground in content.grounds)),
        content=to_json(content),
    )


def advance(desk: Desk, notices: Collection[Notice], state: str, day: datetime.date) -> None:
    """Moves notices on in the register: delivered, answered, closed, superseded or withdrawn, as of `day`.

    Refuses a state that cannot follow the present one.
    """
    changes = []
    for notice in notices:
        if state not in _NEXT[notice.state or DRAFT]:
            raise Refused(
                "{number} 现在是“{present}”，不能改为“{next}”",
                number=notice.number or notice.unit, present=NOTICE_STATES.option(notice.state or DRAFT),
                next=NOTICE_STATES.option(state),
            )  # fmt: skip
        moved = dataclasses.replace(
            notice,
            state=state,
            delivered=day if state == DELIVERED else notice.delivered,
            answered=day if state == ANSWERED else notice.answered,
        )
        changes.append(Change(notice, moved))
    if changes:
        desk.apply(Entry(ADVANCE, tuple(changes), (NOTICE_STATES.option(state).label, str(len(changes)))))


def answered_by_filing(desk: Desk) -> tuple[Notice, ...]:
    """Open notices whose unit has mended what they were about: they may be marked answered."""
    failing = {row.unit.code for row in under_filing(desk)}
    return tuple(
        row
        for row in desk.tables.all(Notice)
        if row.year == desk.year and row.state in (ISSUED, DELIVERED) and row.kind == REFILE and row.unit not in failing
    )
