"""Issued notices: text and figures cannot be changed; only the register changes their state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Change, Entry, Notice, Unit
from zhengzhou_desk.records.notice import ADVANCE, MOVES, SUPERSEDED, TYPED, WITHDRAWN, is_issued

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.records.tables import Tables

# The columns that the register writes when a notice changes its state, beside the clerk's own note.
_MOVED = TYPED | {"state", "delivered", "answered"}


def refuse_retyping(tables: Tables, entry: Entry) -> None:
    """Refuses to change or remove an issued notice, by whichever step.

    A step that is taken back may undo what was typed, but never that a notice was issued.
    """
    for change in entry.changes:
        if not isinstance(change.row, Notice):
            continue
        if isinstance(change.before, Notice) and is_issued(change.before):
            _refuse_lost(change.before, change.after, entry)
        if isinstance(change.after, Notice):
            _refuse_revived(tables, change.before, change.after)


def _refuse_lost(before: Notice, after: object, entry: Entry) -> None:
    taken_back = entry.undoes is not None and entry.name not in MOVES
    if after is None or not isinstance(after, Notice):
        if not taken_back:
            raise _refusal(before)
        return
    changed = {column.name for column in Notice.table.columns if before.cell(column.name) != after.cell(column.name)}
    if _is_recoded(before, after, entry.changes):
        changed.discard("unit")
    allowed = _MOVED if entry.name in (*MOVES, ADVANCE) else TYPED
    if not changed <= allowed and not taken_back:
        raise _refusal(before)


def _is_recoded(before: Notice, after: Notice, changes: Sequence[Change]) -> bool:
    """Whether the unit itself gets the new code in the same step: its notices follow it."""
    return any(
        isinstance(change.before, Unit) and isinstance(change.after, Unit)
        and (change.before.code, change.after.code) == (before.unit, after.unit)
        for change in changes
    )  # fmt: skip


def _refuse_revived(tables: Tables, before: object, after: Notice) -> None:
    """Refuses to undo a withdrawal that would leave two notices of one number, or of one unit, in force."""
    ended = (WITHDRAWN, SUPERSEDED)
    if not isinstance(before, Notice) or before.state not in ended or after.state in ended or not after.number:
        return
    for other in tables.find(Notice, ("unit",), (after.unit,)):
        if (other.year, other.kind) == (after.year, after.kind) and other.id > after.id and other.state not in ended:
            raise Refused(
                "{number} 之后已向该单位另发 {other}，不能再恢复", number=after.number, other=other.number or "—"
            )
    for other in tables.find(Notice, ("number",), (after.number,)):
        if other.id != after.id and other.state not in ended:
            raise Refused("{number} 已用于另一份通知书，不能再恢复", number=after.number)


def _refusal(notice: Notice) -> Refused:
    return Refused(
        "{number} 已经发文，不能改动或删除。有了结果的，用“文书”菜单登记已送达、已回复或已办结；发错的，先撤回，再另发",
        number=notice.number or Notice.table.label,
    )
