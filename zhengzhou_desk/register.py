"""The register of notices: issuing them, and what becomes of each."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import REMIND as LETTER_OF_REMINDER
from zhengzhou_desk.documents.content import (
    NoticeContent,
)
from zhengzhou_desk.documents.frozen import to_json
from zhengzhou_desk.drafting import under_filing
from zhengzhou_desk.errors import Refused
from zhengzhou_desk.numbering import numbered
from zhengzhou_desk.papers import refuse_missing_glyphs
from zhengzhou_desk.records import Change, Entry, Notice
from zhengzhou_desk.records.kinds import normal_number
from zhengzhou_desk.records.notice import (
    ANSWERED,
    CLOSED,
    DELIVERED,
    DRAFT,
    ISSUED,
    REFILE,
    REMIND,
    SUPERSEDED,
    WITHDRAWN,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from zhengzhou_desk.desk import Desk


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



def issue(desk: Desk, contents: Sequence[NoticeContent], first: int | None = None) -> tuple[Notice, ...]:
    """Issues notices: numbers them and freezes text and figures in the register, as one entry.

    An older notice to the same unit that is still open is superseded by the new one.
    """
    if not contents:
        return ()
    refuse_missing_glyphs(contents)
    made = numbered(desk, contents, first)
    rows = [_record(content) for content in made]
    about = {(row.unit, row.kind) for row in rows}
    old = [
        row
        for row in desk.shelf.all(Notice)
        if (row.unit, row.kind) in about and row.year == desk.year and row.state in (DRAFT, ISSUED, DELIVERED)
    ]
    changes = [Change(row, dataclasses.replace(row, state=SUPERSEDED)) for row in old]
    changes += [Change(None, row) for row in rows]
    entry = desk.apply(Entry("issue", tuple(changes), (str(len(rows)),)))
    return tuple(change.after for change in entry.changes if change.before is None and isinstance(change.after, Notice))


def _record(content: NoticeContent) -> Notice:
    return Notice(
        year=content.year,
        unit=content.unit,
        kind=REMIND if content.kind == LETTER_OF_REMINDER else REFILE,
        number=normal_number(content.number),
        state=ISSUED,
        day=content.day,
        reply_by=content.reply_by,
        rules="、".join(dict.fromkeys(ground.rule for ground in content.grounds)),
        content=to_json(content),
    )


def advance(desk: Desk, notices: Collection[Notice], state: str, day: datetime.date) -> None:
    """Moves notices on in the register: delivered, answered, closed, superseded or withdrawn, as of `day`."""
    changes = []
    for notice in notices:
        if state not in _NEXT[notice.state or DRAFT]:
            column = Notice.table.column("state").kind
            raise Refused(
                "{number} 现在是“{present}”，不能改为“{next}”",
                number=notice.number or notice.unit, present=column.show(notice.state or DRAFT), next=column.show(state),
            )  # fmt: skip
        moved = dataclasses.replace(
            notice,
            state=state,
            delivered=day if state == DELIVERED else notice.delivered,
            answered=day if state == ANSWERED else notice.answered,
        )
        changes.append(Change(notice, moved))
    if changes:
        desk.apply(Entry("register", tuple(changes), (Notice.table.column("state").kind.show(state), str(len(changes)))))


def answered_by_filing(desk: Desk) -> tuple[Notice, ...]:
    """Open notices whose unit has mended what they were about: they may be marked answered."""
    failing = {row.unit.code for row in under_filing(desk)}
    return tuple(
        row
        for row in desk.shelf.all(Notice)
        if row.year == desk.year and row.state in (ISSUED, DELIVERED) and row.kind == REFILE and row.unit not in failing
    )
