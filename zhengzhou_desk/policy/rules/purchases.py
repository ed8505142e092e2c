"""Purchases: 二（一） payment and evaluation in time; what is not through the platform does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy.facts import Fen
from zhengzhou_desk.policy.parameters import UNEVALUATED_DAYS, UNPAID_DAYS, severity
from zhengzhou_desk.policy.rule import Violation, Violations, rule, violation
from zhengzhou_desk.policy.view import known
from zhengzhou_desk.records import Account, Purchase, Unit
from zhengzhou_desk.records.purchase import PLATFORM

if TYPE_CHECKING:
    import datetime

    from zhengzhou_desk.policy.parameters import Param
    from zhengzhou_desk.policy.view import View


@rule("unpaid", Purchase, "paid")
def unpaid(order: Purchase, view: View) -> Violations:
    """二（一）: accepted, and not paid within the days."""
    return _overdue("unpaid", order, "accepted", order.accepted, order.paid, UNPAID_DAYS, view)


@rule("unevaluated", Purchase, "evaluated")
def unevaluated(order: Purchase, view: View) -> Violations:
    """二（一）: paid, and not evaluated within the days, so that it is not completed."""
    return _overdue("unevaluated", order, "paid", order.paid, order.evaluated, UNEVALUATED_DAYS, view)


def _overdue(
    rule_id: str,
    order: Purchase,
    since: str,
    begun: datetime.date | None,
    done: datetime.date | None,
    allowed: Param[int],
    view: View,
) -> Violations:
    """A step that was not done within the days `allowed` after `begun`, which is the fact `since`."""
    if begun is None or _is_done(done, view.today) or not _is_counted(order):
        return None
    days, limit = (view.today - begun).days, view.known(allowed, order.day.year)
    if days <= limit:
        return None
    grounds = (view.source(severity(rule_id), view.today.year), view.source(allowed, order.day.year))
    return Violation(((since, begun), ("days", days), ("limit", limit), ("amount", Fen(order.amount))), by=grounds)


def _is_counted(order: Purchase) -> bool:
    """A purchase on the platform; a refund owes neither payment nor evaluation."""
    return order.channel == PLATFORM and order.amount > 0


def _is_done(day: datetime.date | None, today: datetime.date) -> bool:
    return day is not None and day <= today


@rule("off_platform", Purchase, "channel")
def off_platform(order: Purchase, view: View) -> Violations:  # noqa: ARG001 - every rule has the view
    """Not bought through the platform, so that it does not count; a blank channel cannot be judged."""
    return violation(amount=Fen(order.amount)) if known(order.channel, sentence("渠道")) != PLATFORM else None


@rule("unknown_buyer", Purchase, "buyer")
def unknown_buyer(order: Purchase, view: View) -> Violations:
    """The buyer is no unit and no SOE of the book: the amount stays unassigned."""
    if order.buyer is not None:
        is_unit = bool(view.find(Unit, ("code",), (order.buyer,)))
        if is_unit or view.find(Account, ("uscc",), (order.buyer,)):
            return None
    return violation(buyer=order.buyer or "—", amount=Fen(order.amount))
