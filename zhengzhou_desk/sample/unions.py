"""Union spending of the sample: members, welfare, and what was bought, as typed and by order lines."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zhengzhou_desk.records import Spending
from zhengzhou_desk.records.purchase import ELSEWHERE, UNION, VOUCHER
from zhengzhou_desk.sample.chance import happens
from zhengzhou_desk.sample.figures import YEARS, YUAN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from zhengzhou_desk.records import Purchase
    from zhengzhou_desk.sample.roster import Body

YEAR = YEARS[-1]
# Planted, by name. Below both standards; before the year's end that is a hint only.
SHORT = {
    ("第二十五小学", 2025), ("第三市场监管所", 2025), ("玉兰街道办事处", 2024),
    ("第一市场监管所", 2026), ("第二市场监管所", 2026), ("社会保险中心", 2026), ("急救中心", 2026),
}  # fmt: skip
MISMATCH = {("第一小学", 2025), ("第二小学", 2025), ("第二小学", 2024), ("第十四小学", 2025)}
NO_MEMBERS = {("卫生监督所", 2026)}
NO_WELFARE = {("健康教育中心", 2026), ("教学研究中心", 2025)}
NEITHER = {("婚姻登记处", 2026)}
NO_FUNDS = ("价格认定中心", "学生资助中心", "招生考试中心", "中小企业服务中心", "林业工作站", "停车管理中心")
# Who must have order lines of its union, and who must have none, for this to come out.
WITH_LINES = frozenset(name for name, _ in MISMATCH)
WITHOUT_LINES = frozenset([*NO_FUNDS, *(name for name, _ in SHORT | NO_MEMBERS | NO_WELFARE | NEITHER)])
# Of 2026, who has already reported by the end of March although its union bought without order lines.
_REPORTED = 30


# Welfare a member and year in whole yuan.
_POOR, _RICH = (1100, 1400), (1100, 2600)


def by_lines(orders: Iterable[Purchase]) -> dict[tuple[str, int], list[int]]:
    """What each union bought by order lines of the platform in each year: goods, vouchers."""
    sums: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0])
    for order in orders:
        if order.kind in (UNION, VOUCHER) and order.channel != ELSEWHERE and order.buyer is not None:
            sums[order.buyer, order.day.year][order.kind == VOUCHER] += order.amount
    return sums


def spending(bodies: Iterable[Body], orders: Iterable[Purchase], rng: Random) -> list[Spending]:
    """A row for every union of the years that are over, and for those who have reported of this one."""
    sums = by_lines(orders)
    rows = []
    for body in bodies:
        # A rich union meets the first standard, a poor one the second, which asks less of it.
        each = _POOR if happens(rng, 30) else _RICH
        for year in YEARS:
            reported = happens(rng, _REPORTED)
            planted = (body.name, year) in SHORT | NO_MEMBERS | NO_WELFARE | NEITHER
            if not body.files_in(year) or (year == YEAR and not (reported or planted or (body.code, year) in sums)):
                continue
            rows.append(_row(body, year, sums.get((body.code, year)), each, rng))
    return rows


def _row(body: Body, year: int, lines: list[int] | None, each: tuple[int, int], rng: Random) -> Spending:
    key = (body.name, year)
    if body.name in NO_FUNDS and lines is None:
        return Spending(year=year, unit=body.code, members=body.members, no_funds=True)
    members = None if key in NO_MEMBERS | NEITHER else body.members
    welfare = None if key in NO_WELFARE | NEITHER else body.members * rng.randint(*each) * YUAN
    if lines is not None:
        purchased, vouchers = lines
        if key in MISMATCH:
            purchased += rng.randint(5, 90) * 10 * YUAN
    else:
        # 15 % of 1,400 元 is 210 元 a member, which is how a poor union gets by with less than 300.
        per_member = rng.randint(212, 290) if each == _POOR else rng.randint(300, 380)
        if key in NO_WELFARE | NO_MEMBERS:
            per_member = 400
        if key in SHORT:
            per_member, welfare = 118, body.members * 1500 * YUAN
        purchased = body.members * per_member * YUAN
        vouchers = purchased // 4 // (100 * YUAN) * (100 * YUAN) if happens(rng, 30) else 0
        purchased -= vouchers
    return Spending(
        year=year, unit=body.code, members=members, welfare=welfare, purchased=purchased, vouchers=vouchers or None,
        no_funds=False if happens(rng, 50) else None,
    )  # fmt: skip
