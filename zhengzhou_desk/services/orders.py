"""Orders booked to the wrong unit: moved to the right one with a reason, and the list by which the platform follows.

The platform lets a finished order be booked to another unit on application only (采购流程, help of the platform);
until it has done so its own figures and the book's differ by these orders.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.account_form import write_list
from zhengzhou_desk.policy import measures
from zhengzhou_desk.records import Change, Entry, Purchase, Setting, Unit
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk

COLUMNS = (
    ("序号", 6), ("订单号", 24), ("下单日期", 12), ("订单金额（元）", 16), ("原所属预算单位编码", 18),
    ("原所属预算单位", 28),
    ("应归属预算单位编码", 18), ("应归属预算单位", 28), ("原因", 36),
)  # fmt: skip


def move(desk: Desk, orders: Collection[Purchase], to: Unit, reason: str) -> Entry:
    """Books orders to another unit, as one step whose reason the journal keeps.

    Refuses a blank reason, a unit that is gone, and orders that stand there already.
    """
    why = editing.parse_cell(Setting, "note", reason)
    if why is None:
        raise Refused("请写明改记的原因")
    if measures.is_closed(to, desk.today, desk.engine.reader()):
        raise Refused("{unit} 已撤销或合并，不能再记入订单", unit=to.name or to.code)
    moved = [order for order in orders if order.buyer != to.code]
    if not moved:
        raise Refused("所选订单已经记在 {unit} 名下", unit=to.name or to.code)
    changes = tuple(Change(order, dataclasses.replace(order, buyer=to.code)) for order in moved)
    editing.refuse_unfit(desk.tables, changes)
    return desk.apply(Entry("move_orders", changes, (str(len(moved)), editing.row_name(to), why)))


def write_application(desk: Desk, path: Path, entry: Entry) -> int:
    """Writes the platform's list 订单修改所属预算单位 for a step of `move`; returns how many orders it names."""
    rows = [_row(desk, number, change, entry.about[-1]) for number, change in enumerate(entry.changes, 1)]
    write_list(path, "订单修改所属预算单位申请表", COLUMNS, rows)
    return len(rows)


def _row(desk: Desk, number: int, change: Change, reason: str) -> Sequence[str]:
    old, new = change.before, change.after
    assert isinstance(old, Purchase)
    assert isinstance(new, Purchase)
    return (
        str(number), old.number, old.day.isoformat(), yuan(old.amount), old.buyer or "", _name(desk, old.buyer),
        new.buyer or "", _name(desk, new.buyer), reason,
    )  # fmt: skip


def _name(desk: Desk, code: str | None) -> str:
    unit = desk.unit(code)
    return (unit.name or "") if unit is not None else ""
