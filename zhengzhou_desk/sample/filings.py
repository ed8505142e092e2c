"""Filings of the sample: when each unit filed, in which state it is, what it noted; waivers of the ratio."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.records import Filing, UnitChange, Waiver
from zhengzhou_desk.records.change import SPLIT
from zhengzhou_desk.records.filing import CONFIRMED, FILED, RETURNED, UNFILED
from zhengzhou_desk.records.unit import NO_CANTEEN
from zhengzhou_desk.sample.chance import happens
from zhengzhou_desk.sample.figures import FAULTS, WAIVED, YEARS, YUAN, Amounts, FilingFigures, carried
from zhengzhou_desk.sample.names import CODES
from zhengzhou_desk.sample.roster import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from zhengzhou_desk.sample.roster import Body, Event

YEAR = YEARS[-1]
_DUE = 20
# Planted in the filings of 2026, by name. Those of FAULTS are not confirmed either.
UNFILED_ROWS = ("第十九小学", "丹枫街道办事处")
NO_ROWS = ("博物馆", "第三幼儿园")
LATE: dict[tuple[str, int], datetime.date] = {
    ("第二十一小学", 2026): datetime.date(2026, 3, 21),
    ("第八中学", 2026): datetime.date(2026, 3, 23),
    ("玉兰街道办事处", 2026): datetime.date(2026, 3, 24),
    ("园林绿化中心", 2025): datetime.date(2025, 3, 24),
    ("图书馆", 2024): datetime.date(2024, 3, 22),
}
ONLY_FILED = ("消防救援保障中心", "第七幼儿园")
ONLY_RETURNED = ("第十一小学",)
# Warned of, or judged not to fall short: confirmed in spite of what stands in FAULTS.
CONFIRMED_ALL_THE_SAME = ("第六中学", "动物卫生监督所", "第二十小学", "水利工程管理所")
FILED_AFTER_ITS_END = "第四市场监管所"
NOTE_MISSING = {"价格认定中心": "no_canteen_note", "信访接待中心": "shared_note"}
AMOUNTS_WITHOUT_CANTEEN = ("劳动监察大队", Amounts(15_000 * YUAN, 1_500 * YUAN))
AMOUNTS_OF_A_SHARER = ("国库支付中心", Amounts(36_000 * YUAN, 3_600 * YUAN))
CANTEEN_GIVEN_UP = ("林业工作站", Amounts(30_000 * YUAN, 3_000 * YUAN))
WAIVER_WITHOUT_DOCUMENT = "社会福利院"


def filings(bodies: Iterable[Body], figures: FilingFigures, rng: Random) -> list[Filing]:
    """A row for every unit and year in which it files, save for those planted to have none."""
    rows = []
    by_code = {body.code: body for body in bodies}
    for year in YEARS:
        for body in by_code.values():
            after_its_end = body.name == FILED_AFTER_ITS_END and year == YEAR
            if not (body.files_in(year) or after_its_end) or (body.name in NO_ROWS and year == YEAR):
                continue
            if body.name in UNFILED_ROWS and year == YEAR:
                rows.append(Filing(year=year, unit=body.code, state=UNFILED))
                continue
            amounts = _amounts(body, year, figures) if not after_its_end else figures[body.code, year - 1]
            host = by_code[body.host].name if body.host is not None else None
            rows.append(_filing(body, year, amounts, _note(body, year, host), rng))
    return rows


def _amounts(body: Body, year: int, figures: FilingFigures) -> Amounts:
    if body.reserves:
        return figures[body.code, year]
    for (name, amounts), when in (
        (AMOUNTS_WITHOUT_CANTEEN, 2026), (AMOUNTS_OF_A_SHARER, 2026), (CANTEEN_GIVEN_UP, 2025),
    ):  # fmt: skip
        if body.name == name and year == when:
            return amounts
    # 零填报: without a canteen the form asks for zeros; those who share leave it blank.
    return Amounts(0, 0) if body.canteen == NO_CANTEEN else Amounts(None, None)


def _note(body: Body, year: int, host: str | None) -> str | None:
    if body.reserves or (body.name in NOTE_MISSING and year == YEAR):
        return None
    if body.name == CANTEEN_GIVEN_UP[0] and year < YEAR:
        return f"食堂年底停办，{YEAR}年起无食堂"
    return "无食堂" if body.canteen == NO_CANTEEN else f"共用食堂，由{host}填报"


def _filing(body: Body, year: int, amounts: Amounts, note: str | None, rng: Random) -> Filing:
    # Most file in the last week; some are returned once and file again before the bureau confirms.
    first = LATE.get((body.name, year)) or datetime.date(year, 3, max(rng.randint(1, 20), rng.randint(4, 20)))
    again = happens(rng, 12) and first.day < _DUE
    last = first + datetime.timedelta(days=rng.randint(1, 3)) if again else first
    confirmed = datetime.date(year, 3, min(25, max(last.day + rng.randint(0, 3), 12)))
    state = _state(body.name, rng) if year == YEAR else CONFIRMED
    return Filing(
        year=year,
        unit=body.code,
        total=amounts.total,
        reserve=amounts.reserve,
        union_plan=body.members * 300 * YUAN if happens(rng, 90) else None,
        first_filed=first,
        last_filed=last,
        state=state,
        confirmed=confirmed if state == CONFIRMED else None,
        platform_note=note,
        returned=last + datetime.timedelta(days=2) if state == RETURNED else None,
        return_reason="请按通知要求核实采购总额和预留份额后重新填报" if state == RETURNED else None,
    )


def _state(name: str, rng: Random) -> str:
    if name in ONLY_FILED:
        return FILED
    if name in ONLY_RETURNED:
        return RETURNED
    if name in FAULTS and name not in CONFIRMED_ALL_THE_SAME:
        return rng.choice((FILED, RETURNED, RETURNED))
    return CONFIRMED


def waivers() -> list[Waiver]:
    """Two with the document of approval, one without, which is ignored."""
    rows = [
        Waiver(year=YEAR, unit=CODES[name], ratio=points, document=f"财库审（样例）〔{YEAR}〕{number}号")
        for number, (name, points) in enumerate(WAIVED.items(), 1)
    ]
    return [*rows, Waiver(year=YEAR, unit=CODES[WAIVER_WITHOUT_DOCUMENT], ratio=600)]


# Whose reserve was carried with another amount than was filed, for the reason beside it.
OVERRIDDEN = "第二十九小学"


def changes(figures: FilingFigures) -> list[UnitChange]:
    """The changes of units; a split says how much of last year's reserve goes with the new unit."""
    rows = []
    for event in EVENTS:
        before = figures.get((event.old or "", event.day.year))
        rows.append(
            UnitChange(
                day=event.day,
                kind=event.kind,
                old_unit=event.old,
                new_unit=event.new,
                new_name=event.name,
                carried=_carried(event, before.reserve or 0) if before is not None else None,
                basis=event.basis,
                platform_day=event.platform,
            )
        )
    return rows


def _carried(event: Event, reserve: int) -> int | None:
    """What a split takes along; of one merger a little less than was filed, with the reason beside it."""
    if event.kind == SPLIT:
        return carried(reserve)
    return reserve - 500 * YUAN if event.old == CODES[OVERRIDDEN] else None
