"""Screens: a table is looked over in one pass, so that rules judge only the records they may have something to say of.

A screen never finds anything. Of a record it names the rules that must judge it, or says that all of them must; what
it leaves out is surely in order. The rules stay the only definition of the law: `tests/policy/screens` compares the
findings with and without screens, and a screen that does not know a rule leaves it to be judged always.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from zhengzhou_desk.policy.screens import filings, purchases, spending, units
from zhengzhou_desk.records import Filing, Purchase, Spending, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.tables import Tables

# The rules that must judge a record, in any order; None: all of them, with what they read noted.
Suspects: TypeAlias = "tuple[str, ...] | None"


@dataclass(frozen=True, slots=True)
class Screen:
    """`covers` are the rules that it answers for; `begin` prepares it for a book, a law and a day.

    What its rules read of a record that it does not hand to all rules are rows of the record's own unit alone
    (of an order: whether its buyer is there): see `dependents.py`.
    """

    covers: frozenset[str]
    begin: Callable[[Tables, View], Callable[[Any], Suspects]]


SCREENS: Mapping[type[Record], Screen] = {
    Unit: Screen(units.COVERS, units.begin),
    Filing: Screen(filings.COVERS, filings.begin),
    Spending: Screen(spending.COVERS, spending.begin),
    Purchase: Screen(purchases.COVERS, purchases.begin),
}
