"""SOE accounts: 二（三） accounts opened, purchases counted for the unit an SOE belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.purchases import is_in_force
from zhengzhou_desk.policy.rule import Violations, rule, violation
from zhengzhou_desk.records import Account, Unit
from zhengzhou_desk.records.account import OPENED

if TYPE_CHECKING:
    from zhengzhou_desk.policy.view import View


@rule("soe_account", Account, "state")
def soe_account(account: Account, view: View) -> Violations:
    """二（三）: the SOE has no trading account and cannot buy on the platform."""
    if not is_in_force(account, view) or account.state == OPENED:
        return None
    return violation(state=account.table.column("state").kind.show(account.state) or "—")


@rule("soe_unit", Account, "unit")
def soe_unit(account: Account, view: View) -> Violations:
    """二（三）: the SOE belongs to no unit of the book, or to a closed one: its purchases are 未归集."""
    if not is_in_force(account, view):
        return None
    unit = view.one(Unit, ("code",), (account.unit,)) if account.unit else None
    if unit is not None and not measures.is_closed(unit, view.today, view):
        return None
    reason = "missing" if account.unit is None else "no_such" if unit is None else "dissolved"
    return violation(affiliated=account.unit or "—", reason=reason)
