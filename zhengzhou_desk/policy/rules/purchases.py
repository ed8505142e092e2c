"""Purchases: 二（一） payment and evaluation in time; what is not through the platform does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.policy.facts import Fen
from zhengzhou_desk.policy.parameters import UNEVALUATED_DAYS, UNPAID_DAYS, severity
from zhengzhou_desk.policy.rule import Violations, rule, violation
from zhengzhou_desk.policy.view import known
from zhengzhou_desk.records import Account, Purchase, Unit
from zhengzhou_desk.records.purchase import PLATFORM

if TYPE_CHECKING:
    import datetime

    from zhengzhou_desk.policy.view import View


@rule("unpaid", Purchase, "paid")
def unpaid(order: Purchase, view: View) -> Violations:
    """Accepted, and not paid within the days."""
    if order.accepted is None or _done(order.paid, view.today) or not _is_counted(order):
        return None
    days, limit = (view.today - order.accepted).days, view.known(UNPAID_DAYS, order.day.year)
    if days <= limit:
        return None
    grounds = (view.source(severity("unpaid"), view.today.year), view.source(UNPAID_DAYS, order.day.year))
    return violation(accepted=order.accepted, days=days, limit=limit, amount=Fen(order.amount), by=grounds)


@rule("unevaluated", Purchase, "evaluated")
def unevaluated(order: Purchase, view: View) -> Violations:
    """Paid, and not evaluated within the days: it is not completed and does not count."""
    if order.paid is None or _done(order.evaluated, view.today) or not _is_counted(order):
        return None
    days, limit = (view.today - order.paid).days, view.known(UNEVALUATED_DAYS, order.day.year)
    if days <= limit:
        return None
    grounds = (view.source(severity("unevaluated"), view.today.year), view.source(UNEVALUATED_DAYS, order.day.year))
    return violation(paid=order.paid, days=days, limit=limit, amount=Fen(order.amount), by=grounds)


def _is_counted(order: Purchase) -> bool:
    """A purchase on the platform; a refund owes neither payment nor evaluation."""
    return order.channel == PLATFORM and order.amount > 0


def _done(day: datetime.date | None, today: datetime.date) -> bool:
    return day is not None and day <= today


@rule("off_platform", Purchase, "channel")
def off_platform(order: Purchase, view: View) -> Violations:  # noqa: ARG001 - every rule has the view
    """Bought elsewhere: welcome, but not counted; nor is what nobody says where it was bought."""
    return violation(amount=Fen(order.amount)) if known(order.channel, "渠道") != PLATFORM else None


@rule("unknown_buyer", Purchase, "buyer")
def unknown_buyer(order: Purchase, view: View) -> Violations:
    """The buyer is no unit and no SOE of the book: the amount stays unassigned."""
    if order.buyer is not None:
        is_unit = bool(view.find(Unit, ("code",), (order.buyer,)))
        if is_unit or view.find(Account, ("uscc",), (order.buyer,)):
            return None
    return violation(buyer=order.buyer or "—", amount=Fen(order.amount))
