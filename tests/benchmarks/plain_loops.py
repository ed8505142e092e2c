"""The reference for judging: the same questions as plain loops, which flag and neither explain nor remember.

No unknowns, no articles, no facts, nothing kept for the next edit: what a script written for this very law would do.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk import sample
from zhengzhou_desk.records import Account, Execution, Filing, Purchase, Spending, Unit, Waiver
from zhengzhou_desk.records.filing import CONFIRMED, UNFILED
from zhengzhou_desk.records.unit import NO_CANTEEN, OUTSOURCED

if TYPE_CHECKING:
    from zhengzhou_desk.records.tables import Tables

# What both must see alike: no other record has a say in these.
ALIKE = ("ratio", "late", "not_confirmed", "tiny_total", "over_total")
_TINY = 1_000_00
_PER_MEMBER = 100_00


def flagged(tables: Tables) -> set[tuple[str, int]]:
    """Rule and row of everything that is flagged."""
    flags: set[tuple[str, int]] = set()
    bought: dict[tuple[str | None, int], int] = {}
    for order in tables.all(Purchase):
        key = order.buyer, order.day.year
        bought[key] = bought.get(key, 0) + order.amount
    for row in tables.all(Execution):
        lines = bought.setdefault((row.unit, row.year), row.completed or 0)
        if row.traded is not None and lines > row.traded:
            flags.add(("statistics", row.id))
    _filings(tables, bought, flags)
    _unions(tables, bought, flags)
    _units(tables, flags)
    return flags


def _filings(tables: Tables, bought: dict[tuple[str | None, int], int], flags: set[tuple[str, int]]) -> None:  # noqa: C901, PLR0912 - one loop, as a script has it
    today, units = sample.SAMPLE_DAY, {unit.code: unit for unit in tables.all(Unit)}
    waived = {(row.unit, row.year): row.ratio for row in tables.all(Waiver) if row.document}
    before = {(row.unit, row.year): row for row in tables.all(Filing)}
    dues = {year: (datetime.date(year, 3, 20), datetime.date(year, 3, 25), datetime.date(year, 10, 31)) for year in (2024, 2025, 2026)}  # fmt: skip
    for row in tables.all(Filing):
        unit, key = units.get(row.unit), row.id
        filing_due, confirm_due, completion_due = dues[row.year]
        if unit is None:
            continue
        if row.state in (None, UNFILED):
            if today > filing_due and unit.closed is None:
                flags.add(("not_filed", key))
            continue
        filed = row.first_filed or row.last_filed
        if filed is None or filed > filing_due:
            flags.add(("late", key))
        if row.state != CONFIRMED and today > confirm_due:
            flags.add(("not_confirmed", key))
        earlier = before.get((row.unit, row.year - 1))
        if unit.canteen == NO_CANTEEN:
            if "无食堂" not in (row.platform_note or ""):
                flags.add(("no_canteen_note", key))
            if row.total or row.reserve:
                flags.add(("no_canteen_amount", key))
            if earlier is not None and earlier.reserve:
                flags.add(("canteen_gone", key))
            continue
        total, reserve = row.total, row.reserve
        if not total or reserve is None:
            flags.add(("total", key))
            continue
        if reserve * 10_000 < total * (waived.get((row.unit, row.year)) or 1_000):
            flags.add(("ratio", key))
        if earlier is None or earlier.reserve is None or reserve < earlier.reserve:
            flags.add(("last_year", key))
        if total < _TINY:
            flags.add(("tiny_total", key))
        if reserve > total:
            flags.add(("over_total", key))
        if earlier is not None and earlier.total and not earlier.total * 50 <= total * 100 <= earlier.total * 200:
            flags.add(("total_change", key))
        done = bought.get((row.unit, row.year), 0)
        if today > completion_due:
            if done < reserve:
                flags.add(("completion", key))
        elif row.confirmed is not None and done * (completion_due - row.confirmed).days < reserve * (today - row.confirmed).days:  # fmt: skip
            flags.add(("pace", key))


def _unions(tables: Tables, bought: dict[tuple[str | None, int], int], flags: set[tuple[str, int]]) -> None:
    for row in tables.all(Spending):
        done = bought.get((row.unit, row.year)) or row.purchased or 0
        if row.no_funds:
            continue
        if not row.members or not row.welfare:
            flags.add(("union_data", row.id))
        elif done < min(row.members * _PER_MEMBER, row.welfare * 30 // 100):
            flags.add(("union", row.id))


def _units(tables: Tables, flags: set[tuple[str, int]]) -> None:
    codes: dict[str, int] = {}
    names: dict[str, int] = {}
    credit: dict[str, int] = {}
    filed = {(row.unit, row.year) for row in tables.all(Filing)}
    for unit in tables.all(Unit):
        for seen, text, rule in ((codes, unit.code, "duplicate_code"), (names, unit.name, "duplicate_name"), (credit, unit.uscc, "duplicate_uscc")):  # fmt: skip
            if text and seen.setdefault(text, unit.id) != unit.id:
                flags |= {(rule, unit.id), (rule, seen[text])}
    for unit in tables.all(Unit):
        if unit.closed is not None:
            continue
        for year in (2024, 2025, 2026):
            if (unit.code, year) not in filed:
                flags.add(("not_filed", unit.id))
        if unit.canteen == OUTSOURCED and not unit.contractor_account:
            flags.add(("contractor", unit.id))
        if unit.department and unit.department not in codes:
            flags.add(("parent", unit.id))
    for account in tables.all(Account):
        if account.unit not in codes:
            flags.add(("soe_unit", account.id))
