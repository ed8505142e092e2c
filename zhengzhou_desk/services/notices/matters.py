"""Matters of a reminder: findings of one sort as one sentence, orders and enterprises by their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import Ground, TableBlock, TableColumn, chinese_day
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.facts import Fen, fact_text
from zhengzhou_desk.policy.parameters import COMPLETED, COUNTED_STATUS, ORDERED, PAID
from zhengzhou_desk.records import Account, Purchase
from zhengzhou_desk.records.account import APPLIED
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.services.notices import citing, prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.reports.unit_status import UnitStatus
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.services.notices.letter_texts import LetterTexts

_PACE, _COMPLETION = "pace", "completion"
_ORDERS = {"unpaid": "accepted", "unevaluated": "paid"}
# So many orders are named in the sentence; more of them make a list.
_NAMED = 3
_EXPLAINED = {COMPLETED: "explain_completed", PAID: "explain_paid", ORDERED: "explain_ordered"}


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to do: its rule, its sentence, the clauses it rests on, and the orders that are to be listed."""

    ground: Ground
    listed: tuple[Purchase, ...] = ()


def matters_of(desk: Desk, texts: LetterTexts, row: UnitStatus, findings: Iterable[Finding]) -> tuple[Matter, ...]:
    """The matters of one unit: each sort of finding once."""
    sorts: dict[str, list[Finding]] = {}
    for finding in findings:
        sorts.setdefault(finding.rule, []).append(finding)
    return tuple(_matter(desk, texts, row, found) for found in sorts.values())


def _matter(desk: Desk, texts: LetterTexts, row: UnitStatus, found: Sequence[Finding]) -> Matter:
    first, rule = found[0], found[0].rule
    basis = "、".join(dict.fromkeys(citing.clauses(desk.law.packs, finding) for finding in found))
    if rule in _ORDERS:
        said, listed = _orders(desk, texts, found)
        return Matter(Ground(rule, said, basis), listed)
    name = f"matter_{rule}"
    facts: dict[str, str | None] = {fact: fact_text(value) for fact, value in first.facts}
    if rule == "soe_account":
        facts = {"enterprises": "、".join(_enterprise(desk, finding) for finding in found)}
    elif rule in (_PACE, _COMPLETION):
        finish = prose.finish(desk, row.year)
        facts["finish"] = f"，{finish}" if finish else ""
        name += "" if _counted(first) else "_none"
    elif rule == "contractor":
        facts = {"contractor": row.unit.contractor}
        name += "" if row.unit.contractor else "_unnamed"
    elif rule == "shared_note":
        facts = {}
        valid = measures.host_fault(row.unit, desk.engine.reader()) is None and texts.values["host"]
        name += "" if valid else "_unnamed"
    elif first.stage:
        name += f"_{first.stage}"
    said = texts.said(name, **facts) if texts.has(name) else desk.wording().message(first)
    return Matter(Ground(rule, said.rstrip("。"), basis))


def _counted(finding: Finding) -> bool:
    """Whether anything counts yet: 已完成0.00元 is not written."""
    counted = dict(finding.facts).get("counted")
    return isinstance(counted, Fen) and counted.fen != 0


def _enterprise(desk: Desk, finding: Finding) -> str:
    account = desk.tables.get(Account, finding.id)
    if account is None:
        return ""
    name = account.name or account.uscc or ""
    return f"{name}（已申请）" if account.state == APPLIED else name


def _orders(desk: Desk, texts: LetterTexts, found: Sequence[Finding]) -> tuple[str, tuple[Purchase, ...]]:
    view, rule = desk.engine.reader(), found[0].rule
    orders = [order for finding in found if (order := view.record(Purchase, finding.id)) is not None]
    if len(orders) == 1:
        order = orders[0]
        facts: dict[str, str | None] = {fact: fact_text(value) for fact, value in found[0].facts}
        return texts.said(f"matter_{rule}", **{**facts, "number": order.number, "ordered": chinese_day(order.day)}), ()
    few = len(orders) <= _NAMED
    said = texts.said(
        f"matter_{rule}_many", count=str(len(orders)), limit=str(dict(found[0].facts)["limit"]),
        amount=f"{yuan(sum(order.amount for order in orders), grouped=True)}元",
        orders="；".join(_named(order, rule) for order in orders) if few else "明细见附件",
    )  # fmt: skip
    return said, () if few else tuple(orders)


def _named(order: Purchase, rule: str) -> str:
    day = getattr(order, _ORDERS[rule])
    done = f"{chinese_day(day)}{'验收' if rule == 'unpaid' else '付款'}" if day is not None else ""
    return f"订单{order.number}，{yuan(order.amount, grouped=True)}元，{done}"


def order_list(matters: Iterable[Matter]) -> TableBlock | None:
    """The orders that the sentences only count; None where they name all of them."""
    rows = [
        (
            order.number, chinese_day(order.day), yuan(order.amount, grouped=True),
            chinese_day(order.accepted) if order.accepted else "", chinese_day(order.paid) if order.paid else "",
            "付款" if matter.ground.rule == "unpaid" else "履约评价",
        )
        for matter in matters
        for order in matter.listed
    ]  # fmt: skip
    if not rows:
        return None
    columns = (
        TableColumn("订单号", 16), TableColumn("下单日期", 12), TableColumn("金额（元）", 11, "right", money=True),
        TableColumn("验收日期", 12), TableColumn("付款日期", 12), TableColumn("待办", 7),
    )  # fmt: skip
    return TableBlock(columns, tuple(rows), dense=True)


def explained(desk: Desk, texts: LetterTexts, rules: Iterable[str]) -> str:
    """What 序时进度 and 完结 mean, said once where they are used."""
    rules = set(rules)
    status = desk.law.value(COUNTED_STATUS, desk.year)
    pace = texts.said("explain_pace") if _PACE in rules else ""
    counted = texts.said(_EXPLAINED[status]) if rules & {_PACE, _COMPLETION} and status in _EXPLAINED else ""
    return pace + counted
