"""The JSON of the command `check`. Its names and shapes are a public interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.messages import CHINESE
from zhengzhou_desk.policy.facts import Ratio, fact_plain
from zhengzhou_desk.records import Account, Purchase, Unit
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.reports.unit_status import Totals, UnitStatus, totals, unassigned_sums

if TYPE_CHECKING:
    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.policy.wording import Wording
    from zhengzhou_desk.services.desk import Desk


def unit_codes(desk: Desk) -> frozenset[str]:
    """The codes of all units of the book."""
    return frozenset(unit.code for unit in desk.tables.all(Unit))


def check_answer(desk: Desk, only: str | None = None, lang: str = CHINESE) -> dict[str, Any]:
    """Findings, units and totals of the desk's year as of its day; of one unit where `only` says so."""
    wording = desk.wording(lang)
    findings = (_finding(finding, desk, wording) for finding in desk.findings())
    rows = [row for row in desk.unit_statuses() if only in (None, row.unit.code)]
    loose = unassigned_sums(desk.engine, desk.year)
    return {
        "book": str(desk.path),
        "region": desk.region,
        "year": desk.year,
        "on": desk.today.isoformat(),
        "findings": [finding for finding in findings if only in (None, finding["unit"])],
        "units": [_unit(row) for row in rows],
        "totals": _totals(totals(rows, loose)),
    }


def affected_unit(finding: Finding, desk: Desk) -> Unit | None:
    """The unit a finding is about: its own, or the one an order counts for."""
    unit = desk.unit(finding.unit)
    if unit is not None or finding.table != Purchase.table.name:
        return unit
    from zhengzhou_desk.policy.purchases import affiliated_unit

    order = desk.tables.get(Purchase, finding.id)
    if order is None or order.buyer is None or not desk.tables.find(Account, ("uscc",), (order.buyer,)):
        return None
    return desk.unit(affiliated_unit(order.buyer, order.day, desk.engine.reader()))


def _finding(finding: Finding, desk: Desk, wording: Wording) -> dict[str, Any]:
    unit = affected_unit(finding, desk)
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "table": finding.table,
        "unit": unit.code if unit is not None else None,
        "unit_name": unit.name if unit is not None else None,
        "column": finding.column,
        "facts": {name: fact_plain(value) for name, value in finding.facts},
        "articles": list(wording.articles(finding)),
        "message": wording.message(finding),
    }


def _unit(row: UnitStatus) -> dict[str, Any]:
    return {
        "code": row.unit.code,
        "name": row.unit.name,
        "state": row.state,
        "total": _money(row.total),
        "reserve": _money(row.reserve),
        "last_year": _money(row.last_year),
        "required": _money(row.required),
        "gap": _money(row.gap),
        "ratio": _share(row.ratio),
        "ordered": _money(row.bought.ordered),
        "paid": _money(row.bought.paid),
        "completed": _money(row.bought.completed),
        "progress": _share(row.progress),
        "union": row.union,
    }


def _totals(sums: Totals) -> dict[str, Any]:
    return {
        "units": sums.units,
        "filed": sums.filed,
        "confirmed": sums.confirmed,
        "states": sums.states,
        "total": _money(sums.total),
        "reserve": _money(sums.reserve),
        "required": _money(sums.required),
        "gap": _money(sums.gap),
        "ordered": _money(sums.bought.ordered),
        "paid": _money(sums.bought.paid),
        "completed": _money(sums.bought.completed),
        "unassigned": _money(sums.unassigned.ordered),
        "progress": _share(sums.progress),
    }


def _money(fen: int | None) -> str | None:
    return None if fen is None else yuan(fen)


def _share(share: Ratio | None) -> str | None:
    return None if share is None else share.plain()
