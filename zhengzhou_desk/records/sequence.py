"""The order of events: what cannot have happened, such as a confirmation before the filing it confirms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import Message, message
from zhengzhou_desk.records.change import DISSOLVE, MERGE, UnitChange
from zhengzhou_desk.records.filing import UNFILED, Filing
from zhengzhou_desk.records.purchase import Purchase
from zhengzhou_desk.records.unit import Unit

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from zhengzhou_desk.records.columns import Record
    from zhengzhou_desk.records.tables import Tables


@dataclass(slots=True)
class KnownUnits:
    """What is known of units while rows are looked at: those of the book, and those that come with a file."""

    units: dict[str, Unit] = field(default_factory=dict)
    departures: dict[str, list[UnitChange]] = field(default_factory=dict)

    def learn(self, records: Iterable[Record]) -> None:
        """Units and changes that a later row may refer to; a later row of one code takes the place of an earlier."""
        for record in records:
            if isinstance(record, Unit):
                self.units[record.code] = record
            elif isinstance(record, UnitChange) and record.old_unit is not None:
                self.departures.setdefault(record.old_unit, []).append(record)


def known_units(tables: Tables, record: Record) -> KnownUnits:
    """The units and changes of a book that `fault` needs for one record."""
    found = KnownUnits()
    named = (
        record.buyer if isinstance(record, Purchase) else record.new_unit if isinstance(record, UnitChange) else None
    )
    if named is not None:
        found.learn(tables.find(Unit, ("code",), (named,)))
        found.learn(change for change in tables.find(UnitChange, ("old_unit",), (named,)) if change.id != record.id)
    return found


def fault(record: Record, about: KnownUnits) -> Message | None:
    """Why a record cannot be true beside the units it names; None where it can."""
    if isinstance(record, Purchase):
        return _order(record, about)
    if isinstance(record, Filing):
        return _filing(record)
    if isinstance(record, UnitChange):
        return _change(record, about)
    if isinstance(record, Unit) and record.founded and record.closed and record.closed < record.founded:
        return message("撤销日期 {closed} 早于成立日期 {founded}", closed=record.closed, founded=record.founded)
    return None


def _filing(filing: Filing) -> Message | None:
    first, last, confirmed = filing.first_filed, filing.last_filed, filing.confirmed
    if confirmed is not None and filing.state == UNFILED:
        return message("还没有填报，却有确认日期 {confirmed}", confirmed=confirmed)
    if confirmed is not None and first is not None and confirmed < first:
        return message("确认日期 {confirmed} 早于首次填报日期 {first}", confirmed=confirmed, first=first)
    if last is not None and first is not None and last < first:
        return message("最近填报日期 {last} 早于首次填报日期 {first}", last=last, first=first)
    return None


def _order(order: Purchase, about: KnownUnits) -> Message | None:
    unit = about.units.get(order.buyer or "")
    if unit is not None and unit.founded is not None and order.day < unit.founded:
        return message(
            "下单日期 {day} 早于 {unit} 成立的日子 {founded}",
            day=order.day,
            unit=unit.name or unit.code,
            founded=unit.founded,
        )
    if order.amount < 0:
        return None  # a refund bears the days of the order it takes back
    for name in ("accepted", "paid", "evaluated"):
        day = order.cell(name)
        if day is not None and day < order.day:  # type: ignore[operator]
            return message(
                "{what} {then} 早于下单日期 {day}", what=Purchase.table.column(name), then=day, day=order.day
            )
    return None


def _change(change: UnitChange, about: KnownUnits) -> Message | None:
    if change.kind != MERGE or change.new_unit is None:
        return None
    if change.new_unit == change.old_unit:
        return message("单位不能并入自己")
    ended = _end(change.new_unit, change.day, about)
    if ended is not None:
        unit = about.units.get(change.new_unit)
        return message(
            "{unit} 已于 {ended} 撤销或合并，不能再并入它", unit=(unit and unit.name) or change.new_unit, ended=ended
        )
    return None


def _end(code: str, day: datetime.date, about: KnownUnits) -> datetime.date | None:
    """The day by which a unit had ended when another was to go into it; one that goes on that very day passes it on."""
    leaving = [change.day for change in about.departures.get(code, ()) if change.kind in (MERGE, DISSOLVE)]
    unit = about.units.get(code)
    days = [*leaving, *([unit.closed] if unit is not None and unit.closed is not None else [])]
    ended = min(days, default=None)
    if ended is None or ended > day or (ended == day and ended in leaving):
        return None
    return ended
