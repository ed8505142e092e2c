"""Changing units: merge, dissolve, rename, split, found; the consequences are shown before one entry is written."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.policy import carried_reserve, measures
from zhengzhou_desk.policy.purchases import is_in_force
from zhengzhou_desk.records import Account, Change, Entry, Filing, Notice, Purchase, Record, Unit, UnitChange
from zhengzhou_desk.records.change import DISSOLVE, MERGE, NEW, RENAME, SPLIT
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.records.notice import DELIVERED, DRAFT, ISSUED
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zhengzhou_desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that follows from a change, in words, with the rows it is about."""

    says: Message
    rows: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A change of units ready to be looked at: what will be written, and what follows from it."""

    entry: Entry
    consequences: tuple[Consequence, ...]


@dataclass(frozen=True, slots=True)
class TakenAlong:
    """What is transferred with a unit.

    `ties`, its SOEs and the units that share its canteen, and this year's `orders`.
    """

    ties: bool = True
    orders: bool = False


def merge(
    desk: Desk,
    old: Sequence[Unit],
    into: Unit,
    day: datetime.date,
    basis: str | None = None,
    carried: str | None = None,
    along: TakenAlong = TakenAlong(),
) -> PlannedChange:
    """Merges units into another: last year's reserves add up there, the old ones owe no filing from then on.

    `carried` is another amount than was filed, for one old unit; it needs a reason in `basis`. Refuses a merger
    into itself, units that are closed already, and a change that is registered already.
    """
    _refuse_among(into, old)
    amount = _other_amount(carried, basis)
    if amount is not None and len(old) > 1:
        raise Refused("改动结转数时，请一个单位一个单位地办理")
    changes = [_ended(desk, unit, day) for unit in old]
    changes += [_noted(desk, day, MERGE, unit.code, into.code, into.name, basis, carried=amount) for unit in old]
    follows: list[Consequence] = []
    for unit in old:
        follows += _leaves(desk, unit, into, MERGE, day, amount, along)
        changes += _taken_along(
            desk, unit, into, day, along, {change.row.id for change in changes if isinstance(change.row, Unit)}
        )
    return _step(desk, "merge", changes, follows, tuple(unit.code for unit in old), into.name)


def dissolve(desk: Desk, unit: Unit, day: datetime.date, basis: str | None = None) -> PlannedChange:
    """Closes a unit without a successor: its last year's reserve lapses. Refuses one that is closed already."""
    changes = [_ended(desk, unit, day), _noted(desk, day, DISSOLVE, unit.code, None, None, basis)]
    return _step(desk, "dissolve", changes, _leaves(desk, unit, None, DISSOLVE, day), (unit.code,), unit.name)


def rename(
    desk: Desk, unit: Unit, name: str, day: datetime.date, basis: str | None = None, carried: str | None = None
) -> PlannedChange:
    """Renames a unit, which keeps its code and everything it filed.

    `carried` is another amount of last year's reserve than was filed; it needs a reason in `basis`.
    Refuses a blank name and the present one.
    """
    amount = _other_amount(carried, basis)
    new_name = editing.parse_cell(Unit, "name", name)
    if new_name is None or new_name == unit.name:
        raise Refused("请填写新的单位名称")
    changes = [
        Change(unit, dataclasses.replace(unit, name=new_name)),
        _noted(desk, day, RENAME, unit.code, unit.code, new_name, basis, carried=amount),
    ]
    follows = [Consequence(message("填报、订单和国有企业仍归本单位，编码不变"))]
    if amount is not None:
        follows.append(_overridden(unit, amount))
    return _step(desk, "rename", changes, follows, (unit.code,), new_name)


def split(
    desk: Desk, old: Unit, parts: Mapping[str, tuple[str, int]], day: datetime.date, basis: str | None = None
) -> PlannedChange:
    """Divides a unit: `parts` gives each new code its name and its share of last year's reserve in fen.

    A part may bear the old code: what stays there. Refuses shares that do not add up to last year's reserve,
    and codes that other units have.
    """
    whole = _moving_reserve(desk, old, SPLIT, day)
    given = sum(share for _, share in parts.values())
    if whole is not None and given != whole:
        raise Refused(
            "各部分结转的上年预留合计 {given} 元，与原单位上年预留 {whole} 元不符，差 {difference} 元",
            given=_yuan(given), whole=_yuan(whole), difference=_yuan(given - whole),
        )  # fmt: skip
    changes: list[Change] = [] if old.code in parts else [_ended(desk, old, day)]
    for code, (name, share) in parts.items():
        if code != old.code:
            changes.append(_founded(desk, code, name, day, like=old))
        changes.append(_noted(desk, day, SPLIT, old.code, code, name, basis, carried=share))
    follows = _leaves(desk, old, None, SPLIT, day) if old.code not in parts else []
    return _step(desk, "split", changes, follows, (old.code,), old.name)


def establish(
    desk: Desk,
    code: str,
    name: str,
    day: datetime.date,
    basis: str | None = None,
    known: Mapping[str, object] | None = None,
) -> PlannedChange:
    """Founds a unit: without last year's reserve, only the ratio binds it in its first year. Refuses a code in use.

    `known` is what else is known of it, by the names of the columns.
    """
    changes = [_founded(desk, code, name, day, known=known), _noted(desk, day, NEW, None, code, name, basis)]
    return _step(desk, "new", changes, [Consequence(message("没有上年度预留，第一年只按比例要求"))], (code,), name)


def apply(desk: Desk, step: PlannedChange) -> Entry:
    """Writes the step exactly as it was shown, as one entry."""
    return desk.apply(step.entry)


# -- what follows -----------------------------------------------------------------------------


def _other_amount(carried: str | None, basis: str | None) -> int | None:
    """The amount that is to be carried instead of what was filed; it must be given a reason."""
    amount: int | None = editing.parse_cell(UnitChange, "carried", carried)
    if amount is not None and editing.parse_cell(UnitChange, "basis", basis) is None:
        raise Refused("改动结转的上年预留，要在“依据”中写明理由")
    return amount


def _overridden(unit: Unit, amount: int) -> Consequence:
    return Consequence(
        message("{old} 的上年预留不按填报数，按登记的 {amount} 元结转", old=unit.name, amount=_yuan(amount))
    )


def _leaves(
    desk: Desk,
    unit: Unit,
    into: Unit | None,
    kind: str,
    day: datetime.date,
    carried: int | None = None,
    along: TakenAlong = TakenAlong(ties=False),
) -> list[Consequence]:
    """The consequences of the old unit's end."""
    year = desk.year
    tables = desk.tables
    found: list[Consequence] = []
    last = _moving_reserve(desk, unit, kind, day)
    if carried is not None:
        found.append(_overridden(unit, carried))
    if last is not None and into is not None and carried is None:
        found.append(
            Consequence(
                message("{old} 上年预留 {amount} 元并入 {new} 的下限", old=unit.name, amount=_yuan(last), new=into.name)
            )
        )
    elif last is not None and into is None and kind == DISSOLVE:
        found.append(Consequence(message("{old} 上年预留 {amount} 元失效", old=unit.name, amount=_yuan(last))))
    filings = tuple(row for row in tables.find(Filing, ("unit",), (unit.code,)) if row.year >= year)
    if filings:
        found.append(Consequence(message("{old} 本年度的填报只列名、不计数", old=unit.name), filings))
    orders = _orders(desk, unit)
    if orders and into is not None and along.orders:
        found.append(
            Consequence(
                message(
                    counted("{old} 本年的 {count} 笔订单改记到 {new}"), old=unit.name, count=len(orders), new=into.name
                ),
                orders,
            )
        )
    elif orders:
        found.append(
            Consequence(
                message(counted("{old} 的 {count} 笔订单转入未归集，可改记到新单位"), old=unit.name, count=len(orders)),
                orders,
            )
        )
    accounts = _accounts(desk, unit, day)
    if accounts and into is not None and along.ties:
        found.append(
            Consequence(
                message(
                    counted("{count} 家国有企业自 {day} 起归属 {new}"), count=len(accounts), day=day, new=into.name
                ),
                accounts,
            )
        )
    elif accounts:
        found.append(
            Consequence(
                message(counted("{count} 家国有企业归属 {old}，请改记所属单位"), old=unit.name, count=len(accounts)),
                accounts,
            )
        )
    guests = _guests(desk, unit)
    if guests and into is not None and along.ties:
        found.append(
            Consequence(
                message(
                    counted("{count} 个与 {old} 共用食堂的单位改由 {new} 代表"),
                    old=unit.name,
                    count=len(guests),
                    new=into.name,
                ),
                guests,
            )
        )
    elif guests:
        found.append(
            Consequence(
                message(counted("{count} 个单位与 {old} 共用食堂，请另定代表单位"), old=unit.name, count=len(guests)),
                guests,
            )
        )
    notices = tuple(
        row for row in tables.find(Notice, ("unit",), (unit.code,)) if row.state in (DRAFT, ISSUED, DELIVERED)
    )
    if notices:
        found.append(
            Consequence(
                message(counted("{old} 还有 {count} 份未办结的通知书"), old=unit.name, count=len(notices)), notices
            )
        )
    return found


def _orders(desk: Desk, unit: Unit) -> tuple[Purchase, ...]:
    """The unit's orders of the year looked at, and later ones."""
    return tuple(row for row in desk.tables.find(Purchase, ("buyer",), (unit.code,)) if row.day.year >= desk.year)


def _accounts(desk: Desk, unit: Unit, day: datetime.date) -> tuple[Account, ...]:
    """The SOEs that belong to the unit on `day`.

    A row without a credit code has no history, so its day does not matter.
    """
    return tuple(
        row
        for row in desk.tables.find(Account, ("unit",), (unit.code,))
        if row.uscc is None or is_in_force(row, desk.tables, day)
    )


def _guests(desk: Desk, unit: Unit) -> tuple[Unit, ...]:
    """Who shares the unit's canteen and has it file for them."""
    view = desk.engine.reader()
    return tuple(
        row
        for row in desk.tables.find(Unit, ("canteen_host",), (unit.code,))
        if row.code != unit.code and not measures.is_closed(row, desk.today, view)
    )


def _taken_along(
    desk: Desk, unit: Unit, into: Unit, day: datetime.date, along: TakenAlong, ended: set[int]
) -> list[Change]:
    """The changes that transfer SOEs, sharers of the canteen and orders; an SOE gets one row more in its history."""
    changes: list[Change] = []
    if along.ties:
        for account in _accounts(desk, unit, day):
            if account.uscc is None:
                changes.append(Change(account, dataclasses.replace(account, unit=into.code)))
            else:
                changes.append(Change(None, dataclasses.replace(account, id=0, unit=into.code, since=day)))
        for guest in _guests(desk, unit):
            if guest.id not in ended:
                host = None if guest.code == into.code else into.code
                changes.append(Change(guest, dataclasses.replace(guest, canteen_host=host)))
    if along.orders:
        changes += [Change(order, dataclasses.replace(order, buyer=into.code)) for order in _orders(desk, unit)]
    return changes


def _moving_reserve(desk: Desk, unit: Unit, kind: str, day: datetime.date) -> int | None:
    """The reserve that a change on `day` would carry on.

    It is that of its own year where the unit has filed by then, else of the one before.
    """
    return carried_reserve.would_carry(unit.code, kind, day, desk.engine.reader())


# -- what is written ---------------------------------------------------------------------------


def _ended(desk: Desk, unit: Unit, day: datetime.date) -> Change:
    closing = measures.closing_day(unit, desk.engine.reader())
    if closing is not None:
        raise Refused("{unit} 已于 {day} 撤销或合并", unit=unit.name, day=closing)
    return Change(unit, dataclasses.replace(unit, closed=day))


def _founded(
    desk: Desk,
    code: str,
    name: str,
    day: datetime.date,
    like: Unit | None = None,
    known: Mapping[str, object] | None = None,
) -> Change:
    given: dict[str, object] = {**(known or {}), "code": code, "name": name, "founded": day}
    if like is not None:
        given |= {"department": like.department, "level": like.level, "kind": like.kind}
    made = editing.new_record(desk.tables, Unit, given)
    if desk.unit(made.code) is not None:
        raise Refused("编码 {code} 已有单位使用，请换一个", code=made.code)
    return Change(None, made)


def _noted(
    desk: Desk,
    day: datetime.date,
    kind: str,
    old: str | None,
    new: str | None,
    name: str | None,
    basis: str | None,
    *,
    carried: int | None = None,
) -> Change:
    why = editing.parse_cell(UnitChange, "basis", basis)
    row = UnitChange(day=day, kind=kind, old_unit=old, new_unit=new, new_name=name, carried=carried, basis=why)
    if desk.tables.find(UnitChange, UnitChange.table.key, row.key()):
        raise Refused("这项变更已经登记过了")
    return Change(None, row)


def _step(
    desk: Desk, name: str, changes: list[Change], follows: list[Consequence], codes: tuple[str, ...], called: str | None
) -> PlannedChange:
    editing.refuse_unfit(desk.tables, changes)
    entry = Entry(f"unit_{name}", tuple(changes), ("、".join(_named(desk, code) for code in codes), called or ""))
    return PlannedChange(entry, tuple(follows))


def _named(desk: Desk, code: str) -> str:
    unit = desk.unit(code)
    return editing.row_name(unit) if unit is not None else code


def _refuse_among(into: Unit, old: Sequence[Unit]) -> None:
    if not old or any(unit.code == into.code for unit in old):
        raise Refused("请选择要并入的单位，不能并入自己")


def _yuan(fen: int) -> str:
    return yuan(fen, grouped=True)
