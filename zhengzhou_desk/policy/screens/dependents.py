"""Which records that a screen has passed depend on a changed row: what they read is not noted, it follows from the row.

A filing or spending that was passed depends on rows that name its unit; a unit on these, on units of its code, credit
code or name, and on its departments; an order on whether its buyer is in the book.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhengzhou_desk.records import (
    Account,
    Execution,
    Filing,
    Purchase,
    Record,
    Spending,
    Unit,
    UnitChange,
    Waiver,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from zhengzhou_desk.records import Change
    from zhengzhou_desk.records.tables import Tables

# The columns by which a row names units, of which all years then depend on it.
_NAMING: dict[type[Record], tuple[str, ...]] = {
    Unit: ("code", "canteen_host"), UnitChange: ("old_unit", "new_unit"), Account: ("unit",),
}  # fmt: skip


def dependents(change: Change, tables: Tables, years: Collection[int]) -> Iterator[Record]:
    """The records that may read the row before or after the change; `years` are those of filings and spending."""
    row = change.row
    for code in _values(change, *_NAMING.get(type(row), ())):
        yield from tables.find(Unit, ("code",), (code,))
        for year in years:
            yield from _of_year(code, year, tables)
    if isinstance(row, Unit):
        yield from _units_beside(change, tables)
        yield from _orders_of(_altered(change, "code"), tables)
    elif isinstance(row, Account):
        yield from _orders_of(_altered(change, "uscc"), tables)
    elif isinstance(row, Filing):
        yield from _beside_filing(change, tables)
    elif isinstance(row, Purchase):
        for buyer in _values(change, "buyer"):
            for year in _values(change, "year_ordered", "year_completed"):
                yield from _of_year(buyer, year, tables)
    elif isinstance(row, (Execution, Waiver)):
        for code in _values(change, "unit"):
            for year in _values(change, "year"):
                yield from tables.find(Filing, ("unit", "year"), (code, year))


def _of_year(code: str, year: int, tables: Tables) -> Iterator[Record]:
    yield from tables.find(Filing, ("unit", "year"), (code, year))
    yield from tables.find(Spending, ("unit", "year"), (code, year))


def _beside_filing(change: Change, tables: Tables) -> Iterator[Record]:
    """Filings of the same year and the next; where one comes or goes, the unit, of which one may now be missing."""
    for code in _values(change, "unit"):
        for year in _values(change, "year"):
            yield from tables.find(Filing, ("unit", "year"), (code, year))
            yield from tables.find(Filing, ("unit", "year"), (code, year + 1))
    for code in _altered(change, "unit") or (_values(change, "unit") if _altered(change, "year") else ()):
        yield from tables.find(Unit, ("code",), (code,))


def _units_beside(change: Change, tables: Tables) -> Iterator[Record]:
    for column in ("uscc", "name_key"):
        for value in _altered(change, column):
            yield from tables.find(Unit, (column,), (value,))
    if _altered(change, "department") or _altered(change, "code"):
        yield from _below(_values(change, "code"), tables)


def _below(codes: Iterable[Any], tables: Tables) -> Iterator[Record]:
    """The units of these departments, and of the departments among them."""
    waiting, seen = list(codes), set()
    while waiting:
        code = waiting.pop()
        if code in seen:
            continue
        seen.add(code)
        for unit in tables.find(Unit, ("department",), (code,)):
            yield unit
            waiting.append(unit.code)


def _orders_of(buyers: Iterable[Any], tables: Tables) -> Iterator[Record]:
    for buyer in buyers:
        yield from tables.find(Purchase, ("buyer",), (buyer,))


def _values(change: Change, *columns: str) -> set[Any]:
    rows = (row for row in (change.before, change.after) if row is not None)
    return {value for row in rows for column in columns if (value := getattr(row, column)) is not None}


def _altered(change: Change, column: str) -> set[Any]:
    """The values of a column before and after, where they differ."""
    before, after = (getattr(row, column) if row is not None else None for row in (change.before, change.after))
    return {value for value in (before, after) if value is not None} if before != after else set()
