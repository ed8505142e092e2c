"""Shared canteens as groups: one representative files for all, the others follow (财办库〔2022〕54号)."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy import measures
from zhengzhou_desk.records import Change, Entry, Unit
from zhengzhou_desk.records.unit import OUTSOURCED, OWN, SHARED
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class CanteenGroup:
    """Who eats from one kitchen: the unit that files for all, and those who say so in their note.

    `host` is None for units that share without having said with whom.
    """

    host: Unit | None
    members: tuple[Unit, ...]


def groups(desk: Desk) -> tuple[CanteenGroup, ...]:
    """The groups of units that are there today, by the representative's code; those without one come last."""
    view = desk.engine.reader()
    present = [unit for unit in desk.rows(Unit) if not measures.is_closed(unit, desk.today, view)]
    by_host: dict[str, list[Unit]] = {}
    for unit in present:
        if unit.canteen == SHARED and not measures.is_representative(unit, view):
            by_host.setdefault(unit.canteen_host or "", []).append(unit)
    known = {unit.code: unit for unit in present}
    found = [
        CanteenGroup(known.get(code), tuple(members)) for code, members in sorted(by_host.items()) if code in known
    ]
    lost = [unit for code, members in by_host.items() if code not in known for unit in members]
    return (*found, CanteenGroup(None, tuple(lost))) if lost else tuple(found)


def arrange(desk: Desk, host: Unit, members: Sequence[Unit]) -> Entry:
    """The step by which `host` files for itself and `members`; nothing is written before it is applied.

    Whoever was in the group and is not named any more has no representative until one is given. The
    representative keeps a canteen of its own or an outsourced one; another becomes the one of a shared canteen.
    Refuses a group of one, and units that are gone.
    """
    others = [unit for unit in members if unit.code != host.code]
    if not others:
        raise Refused("共用食堂至少要有两个单位")
    view = desk.engine.reader()
    for unit in (host, *others):
        if measures.is_closed(unit, desk.today, view):
            raise Refused("{unit} 已撤销或合并", unit=unit.name or unit.code)
    after = {
        host.id: _as_host(host),
        **{unit.id: dataclasses.replace(unit, canteen=SHARED, canteen_host=host.code) for unit in others},
    }
    before = {unit.id: unit for unit in (host, *others)}
    for unit in _left_behind(desk, host, others):
        before[unit.id] = unit
        after[unit.id] = dataclasses.replace(unit, canteen_host=None)
    changes = tuple(Change(before[row], changed) for row, changed in after.items() if changed != before[row])
    if not changes:
        raise Refused("已经是这样安排的")
    return Entry("canteen_group", changes, (editing.row_name(host), str(len(others) + 1)))


def _as_host(unit: Unit) -> Unit:
    if unit.canteen in (OWN, OUTSOURCED):
        return dataclasses.replace(unit, canteen_host=None)
    return dataclasses.replace(unit, canteen=SHARED, canteen_host=None)


def _left_behind(desk: Desk, host: Unit, others: Sequence[Unit]) -> list[Unit]:
    """Those who named the representative, or one of the members that is one no more, and are not in the group now."""
    inside = {host.code, *(unit.code for unit in others)}
    return [
        unit
        for code in inside
        for unit in desk.tables.find(Unit, ("canteen_host",), (code,))
        if unit.code not in inside
    ]
