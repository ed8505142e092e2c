"""Lots: what each buyer buys of one kind in one year, before it is divided into orders."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.records.purchase import CANTEEN, CONTRACTOR, PERSONAL, SOE, UNION
from zhengzhou_desk.records.unit import OUTSOURCED
from zhengzhou_desk.sample import unions
from zhengzhou_desk.sample.chance import happens
from zhengzhou_desk.sample.figures import YEARS, YUAN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from random import Random

    from zhengzhou_desk.sample.enterprises import Enterprise
    from zhengzhou_desk.sample.figures import FilingFigures
    from zhengzhou_desk.sample.roster import Body

_MARCH = 3
LAST_DAY = datetime.date(2026, 3, 31)
# How much is bought in each month: schools pause in summer, everyone stocks up before the festivals.
SCHOOL = (8, 3, 12, 12, 12, 9, 1, 2, 15, 11, 12, 11)
STEADY = (13, 7, 7, 7, 8, 7, 7, 7, 12, 9, 7, 9)
FESTIVE = (30, 12, 1, 2, 6, 6, 1, 2, 24, 6, 2, 8)
EVEN = (9, 6, 7, 8, 9, 9, 8, 8, 10, 9, 9, 8)
# Planted: what was bought of the reserve in percent, of years that are over; and who has bought nothing yet.
BOUGHT_LITTLE = {
    ("第十六小学", 2025): 62, ("第十七小学", 2025): 94, ("第十一中学", 2025): 35, ("疾病预防控制中心", 2025): 81,
    ("体育中心", 2025): 12, ("第十八小学", 2024): 77,
}  # fmt: skip
_BOUGHT_LITTLE = tuple(name for name, _ in BOUGHT_LITTLE)
BEHIND = ("第二十二小学", "第二十三小学", "第十中学", "城管执法大队", "柳岸街道办事处", "教师进修学校")
# Without order lines in the book: the platform's statistics say what they bought.
WITHOUT_LINES = (
    "第一幼儿园", "第二幼儿园", "第五幼儿园", "第六幼儿园", "第一市场监管所", "第二市场监管所", "第三市场监管所",
    "社会保险中心", "星河街道办事处", "银杏街道办事处", "急救中心", "救助管理站",
)  # fmt: skip
STATISTICS_LITTLE = {("星河街道办事处", 2025): 58}


@dataclass(frozen=True, slots=True)
class Lot:
    """`amount` fen to be bought by `buyer` in a year's open days, in about `weight` shares of all orders.

    `least` is the amount of the first order, so that a year that has begun is not behind the calendar.
    """

    buyer: str
    kind: str
    first: datetime.date
    last: datetime.date
    amount: int
    weight: int
    months: tuple[int, ...]
    least: int = 0


def units_lots(
    bodies: Iterable[Body],
    figures: FilingFigures,
    clean: FilingFigures,
    rng: Random,
    without: Collection[str] = WITHOUT_LINES,
) -> list[Lot]:
    """The lots of all units that buy by order lines."""
    lots: list[Lot] = []
    for body in bodies:
        if body.name in without:
            continue
        has_union_lines = _has_union_lines(body.name, rng)
        for year in YEARS:
            span = _span(body, year)
            if span is None:
                continue
            union = _union_lot(body, *span, rng) if has_union_lines else None
            if union is not None:
                lots.append(union)
            canteen = _canteen_lot(body, year, span, figures, clean, union.amount if union else 0, rng)
            if canteen is not None:
                lots.append(canteen)
            if body.name not in BEHIND and happens(rng, 35):
                lots.append(Lot(body.code, PERSONAL, *span, body.members * rng.randint(15, 60) * YUAN, 5, EVEN))
    return lots


def _has_union_lines(name: str, rng: Random) -> bool:
    if name in unions.WITH_LINES:
        return True
    return happens(rng, 45) and name not in unions.WITHOUT_LINES and name not in (*BEHIND, *_BOUGHT_LITTLE)


def _span(body: Body, year: int) -> tuple[datetime.date, datetime.date] | None:
    """The days of a year on which the unit can buy."""
    first = max(datetime.date(year, 1, 4), body.founded or datetime.date.min)
    last = min(datetime.date(year, 12, 28), LAST_DAY, body.closed or datetime.date.max)
    return (first, last) if first < last else None


def _union_lot(body: Body, first: datetime.date, last: datetime.date, rng: Random) -> Lot | None:
    """The union's goods of a year: 300 元 a member and a little more; not half the unions have bought by March."""
    over = last.month > _MARCH
    if not over and (first.month > 1 or happens(rng, 55)):
        return None
    amount = body.members * rng.randint(300, 360) * YUAN
    return Lot(body.code, UNION, first, last, amount, 3 if over else 2, FESTIVE)


def _canteen_lot(
    body: Body,
    year: int,
    span: tuple[datetime.date, datetime.date],
    figures: FilingFigures,
    clean: FilingFigures,
    union: int,
    rng: Random,
) -> Lot | None:
    filed, fine = figures.get((body.code, year)), clean.get((body.code, year))
    if fine is None:
        return None
    base = max((filed.reserve if filed else None) or 0, fine.reserve or 0)
    little = BOUGHT_LITTLE.get((body.name, year))
    first, last = span
    least = 0
    if little is not None:
        amount = base * little // 100
    elif last.month > _MARCH:
        amount = max(base * 55 // 100, base * rng.randint(104, 128) // 100 - union)
    elif body.name in BEHIND:
        first, amount = datetime.date(year, 3, 25), base * 4 // 100
    else:
        least = base * 13 // 100
        amount = base * rng.randint(18, 42) // 100
    kind = CONTRACTOR if body.canteen == OUTSOURCED else CANTEEN
    months = SCHOOL if body.kind in ("小学", "中学", "幼儿园") else STEADY
    days = (last - first).days
    weight = max(1, int((amount / YUAN) ** 0.5 / 9 + 6) * (days + 40) // 400)
    return Lot(body.code, kind, first, last, amount, weight, months, least)


def enterprise_lots(enterprises: Iterable[Enterprise], rng: Random) -> list[Lot]:
    """What the state-owned enterprises buy, those without an account nothing."""
    return [
        Lot(
            enterprise.uscc,
            SOE,
            datetime.date(year, 1, 4),
            min(datetime.date(year, 12, 28), LAST_DAY),
            amount,
            7,
            FESTIVE,
        )
        for enterprise in enterprises
        if enterprise.buys
        for year in YEARS
        if (amount := rng.randint(6_000, 40_000) * YUAN // (4 if year == YEARS[-1] else 1))
    ]
