"""The screen of units: those that filed every year, stand under their department's code and share nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.policy.uscc import code_fault
from zhengzhou_desk.records import Filing, Unit, UnitChange
from zhengzhou_desk.records.unit import OUTSOURCED

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records.tables import Tables

COVERS = frozenset({
    "contractor", "uscc", "duplicate_code", "duplicate_uscc", "duplicate_name", "parent", "not_filed", "statistics",
})  # fmt: skip


def begin(tables: Tables, view: View) -> Callable[[Unit], tuple[str, ...] | None]:
    """What must be judged of a unit without a history."""
    codes = tables.index(Unit, ("code",)).rows
    credit_codes = tables.index(Unit, ("uscc",)).rows
    names = tables.index(Unit, ("name_key",)).rows
    filings = tables.index(Filing, ("unit", "year")).rows
    apart: set[str | None] = set()
    for change in tables.all(UnitChange):
        apart |= {change.old_unit, change.new_unit}
    # Departments whose own departments form no circle.
    sound: set[str] = set()

    def suspects(unit: Unit) -> tuple[str, ...] | None:
        code = unit.code
        if unit.closed is not None or code in apart or len(codes[code,]) > 1:
            return None
        if unit.uscc and len(credit_codes[unit.uscc,]) > 1:
            return None
        if unit.name and len(names[unit.name_key,]) > 1:
            return None
        if any((code, year) not in filings for year in view.years):
            return None
        above = unit.department
        if above is not None and above != code and not (code.startswith(above) and _is_sound(above, code)):
            return None
        found = ("uscc",) if unit.uscc and code_fault(unit.uscc) else ()
        return (*found, "contractor") if unit.canteen == OUTSOURCED and not unit.contractor_account else found

    def _is_sound(department: str, below: str) -> bool:
        passed: set[str] = {below}
        above: str | None = department
        while above is not None and above not in sound:
            if above in passed:
                return False
            passed.add(above)
            found = codes.get((above,))
            head: Unit | None = found[0] if found else None  # type: ignore[assignment]
            above = head.department if head is not None and head.department != above else None
        sound.update(passed - {below})
        return True

    return suspects
