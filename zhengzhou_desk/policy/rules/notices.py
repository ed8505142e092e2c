"""Notices: replies that are overdue, and numbers used twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.rule import Violations, rule, violation
from zhengzhou_desk.policy.rules import filings
from zhengzhou_desk.records import Notice
from zhengzhou_desk.records.filing import is_filed
from zhengzhou_desk.records.notice import DELIVERED, ISSUED, WITHDRAWN

if TYPE_CHECKING:
    from zhengzhou_desk.policy.view import View

# The grounds of a notice to file again, in the order of 一（一） and 一（二）.
GROUNDS = {"ratio": filings.ratio, "last_year": filings.last_year, "total": filings.total}


def has_ground(code: str, year: int, view: View) -> bool:
    """Whether the unit's filing of the year still has a ground for a notice."""
    filing = measures.filing_of(code, year, view)
    if filing is None or not is_filed(filing):
        return True
    for ground in GROUNDS.values():
        try:
            if ground(filing, view) is not None:
                return True
        except Unknown:
            return True
    return False


@rule("notice_overdue", Notice, "reply_by")
def notice_overdue(notice: Notice, view: View) -> Violations:
    """The reply day has passed and what the notice is about has not been mended."""
    if notice.state not in (ISSUED, DELIVERED) or notice.reply_by is None or view.today <= notice.reply_by:
        return None
    if not has_ground(notice.unit, notice.year, view):
        return None
    return violation(number=notice.number or "—", reply_by=notice.reply_by, days=(view.today - notice.reply_by).days)


@rule("notice_number", Notice, "number")
def notice_number(notice: Notice, view: View) -> Violations:
    """One number, two notices."""
    if not notice.number or notice.state == WITHDRAWN:
        return None
    others = [
        other
        for other in view.find(Notice, ("number",), (notice.number,))
        if other.id != notice.id and other.state != WITHDRAWN
    ]
    return violation(number=notice.number, others=tuple(other.unit for other in others)) if others else None
