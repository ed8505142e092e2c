"""The sample county: a believable district with three years of filings, made anew alike every time."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from zhengzhou_desk.sample import enterprises, figures, filings, lots, roster, unions
from zhengzhou_desk.sample import orders as lines
from zhengzhou_desk.sample.execution import statistics

if TYPE_CHECKING:
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.sample.roster import Body

# Orders that a unit with order lines has about, at the least: with fewer orders, fewer units have lines.
_ORDERS_A_UNIT = 12


def county(units: int = 160, orders: int = 5_000, seed: int = 832) -> tuple[Record, ...]:
    """The records of a county in the order of the workbook, with ids still to be given.

    The same numbers give the same records on every machine. There are at least 160 units; units
    beyond these, and orders beyond 5,000, are without fault, so that a larger county is a benchmark.
    Without orders enough for all, the units at the end have the platform's statistics instead.
    """
    bodies = roster.bodies(units, _random(seed, "units"))
    fine = figures.clean(bodies, _random(seed, "figures"))
    filed = figures.faulty(bodies, fine)
    planted = lines.PLANTED if orders >= len(lines.PLANTED) else ()
    without = _without_lines(bodies, orders)
    bought = lots.units_lots(bodies, filed, fine, _random(seed, "lots"), without)
    if planted:
        bought += lots.enterprise_lots(enterprises.ALL, _random(seed, "enterprises"))
    placed = lines.orders(bought, orders - len(planted), _random(seed, "orders"))
    purchases = sorted([*placed, *planted], key=lambda order: order.number)
    stated = [body for body in bodies if body.name in without]
    return (
        *roster.units(bodies, _random(seed, "details")),
        *filings.changes(filed),
        *filings.filings(bodies, filed, _random(seed, "filings")),
        *filings.waivers(),
        *unions.spending(bodies, purchases, _random(seed, "unions")),
        *enterprises.accounts(_random(seed, "contacts")),
        *purchases,
        *statistics(stated, filed, _random(seed, "statistics")),
    )


def _random(seed: int, part: str) -> Random:
    """A source of its own for each part, so that a change in one leaves the others as they were."""
    return Random(f"{seed} {part}")


def _without_lines(bodies: list[Body], orders: int) -> frozenset[str]:
    """The names of those who have statistics instead of order lines."""
    enough = orders // _ORDERS_A_UNIT
    return frozenset([*lots.WITHOUT_LINES, *(body.name for body in bodies[enough:])])
