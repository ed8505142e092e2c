"""Units: identity and hierarchy, 一（二） changes the platform must learn of, contractors of canteens."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from zhengzhou_desk.policy import carried_reserve, measures
from zhengzhou_desk.policy.facts import Fen
from zhengzhou_desk.policy.parameters import CHANGE_DAYS, severity
from zhengzhou_desk.policy.rule import Violations, rule, violation
from zhengzhou_desk.policy.uscc import code_fault
from zhengzhou_desk.records import Account, Unit, UnitChange
from zhengzhou_desk.records.change import CHANGE_KINDS, MERGE, RENAME
from zhengzhou_desk.records.unit import OUTSOURCED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zhengzhou_desk.policy.view import Key, View

# How many units of one code, credit code or name are listed beside another; of the rest it is said how many they are.
MOST_LISTED = 20


@rule("contractor", Unit, "contractor_account")
def contractor(unit: Unit, view: View) -> Violations:
    """财办库〔2022〕54号: who runs an outsourced canteen needs a trading account."""
    if unit.canteen != OUTSOURCED or unit.contractor_account or measures.is_closed(unit, view.today, view):
        return None
    return violation(contractor=unit.contractor or "—")


@rule("unit_change", UnitChange, "platform_day")
def unit_change(change: UnitChange, view: View) -> Violations:
    """一（二）: merged, dissolved and renamed units are reported to the platform in time."""
    if change.platform_day is not None:
        return None
    days, limit = (view.today - change.day).days, view.known(CHANGE_DAYS, change.day.year)
    if days <= limit:
        return None
    grounds = (view.source(severity("unit_change"), view.today.year), view.source(CHANGE_DAYS, change.day.year))
    return violation(day=change.day, days=days, limit=limit, by=grounds)


@rule("override", UnitChange, "carried", stages=("", "noted"))
def override(change: UnitChange, view: View) -> Violations:
    """Another amount of last year's reserve is carried than was filed; without a reason it is a warning."""
    if change.carried is None or change.kind not in (MERGE, RENAME) or change.day > view.today:
        return None
    filed = carried_reserve.carried_by_filings(change, view)
    if filed == change.carried:
        return None
    return violation(
        "noted" if change.basis else "",
        carried=Fen(change.carried),
        filed=Fen(filed) if filed is not None else "—",
        basis=change.basis or "—",
    )


@rule("uscc", Unit, "uscc")
def unit_uscc(unit: Unit, view: View) -> Violations:  # noqa: ARG001 - every rule has the view
    """GB 32100-2015: form and check character of the credit code."""
    reason = code_fault(unit.uscc) if unit.uscc else None
    return violation(reason=reason) if reason else None


@rule("uscc", Account, "uscc")
def account_uscc(account: Account, view: View) -> Violations:  # noqa: ARG001
    """The same for an SOE, which cannot be matched with its orders without one."""
    reason = code_fault(account.uscc) if account.uscc else "blank"
    return violation(reason=reason) if reason else None


@rule("duplicate_code", Unit, "code")
def duplicate_code(unit: Unit, view: View) -> Violations:
    """Two units under one code."""
    return _doubles(unit, "code", view, is_listed=lambda _: True)


@rule("duplicate_uscc", Unit, "uscc")
def duplicate_uscc(unit: Unit, view: View) -> Violations:
    """Two units that exist under one credit code."""
    if not unit.uscc or measures.is_closed(unit, view.today, view):
        return None
    return _doubles(unit, "uscc", view, is_listed=lambda other: not measures.is_closed(other, view.today, view))


@rule("duplicate_name", Unit, "name")
def duplicate_name(unit: Unit, view: View) -> Violations:
    """Two units whose names differ at most in brackets, width or spaces."""
    if not unit.name or measures.is_closed(unit, view.today, view):
        return None
    return _doubles(unit, "name_key", view, is_listed=lambda other: not measures.is_closed(other, view.today, view))


def _doubles(unit: Unit, column: str, view: View, *, is_listed: Callable[[Unit], bool]) -> Violations:
    """The others that have the same in a column, of very many the first.

    Of very many units each would look at all others, and depend on all of them: they look once together, and depend on
    every change of a unit, since one may close any of them.
    """
    key: Key = (Unit, (column,), (getattr(unit, column),))
    found = cast("Sequence[Unit]", view.find(*key))
    if len(found) <= MOST_LISTED + 1:
        same = _same(found, is_listed)
    else:
        changes = (_changes_of(kind.code) for kind in CHANGE_KINDS.options)
        same = view.shared((column, key), lambda: _same(found, is_listed), key, *changes)
    others = [name for number, name in same[: MOST_LISTED + 1] if number != unit.id][:MOST_LISTED]
    rest = len(same) - 1 - len(others)
    if not others:
        return None
    return violation(others=(*others, f"… +{rest}") if rest > 0 else tuple(others))


def _changes_of(kind: str) -> Key:
    return (UnitChange, ("kind",), (kind,))


def _same(units: Iterable[Unit], is_listed: Callable[[Unit], bool]) -> list[tuple[int, str]]:
    """The units that are listed, in the order they came into the book: id, and code with name."""
    return [
        (unit.id, f"{unit.code} {unit.name or ''}".strip())
        for unit in sorted(units, key=lambda unit: unit.id)
        if is_listed(unit)
    ]


@rule("parent", Unit, "department", stages=("", "loop"))
def parent(unit: Unit, view: View) -> Violations:
    """A code extends the code of the department it belongs to; departments form no circle."""
    if unit.department is None or unit.department == unit.code:
        return None
    if _is_circular(unit, view):
        return violation("loop", department=unit.department)
    return None if unit.code.startswith(unit.department) else violation(department=unit.department)


def _is_circular(unit: Unit, view: View) -> bool:
    seen = {unit.code}
    above = unit.department
    while above is not None:
        if above in seen:
            return above == unit.code
        seen.add(above)
        department = view.one(Unit, ("code",), (above,))
        above = department.department if department is not None and department.department != above else None
    return False
