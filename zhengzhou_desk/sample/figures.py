"""Figures of the filings: canteen totals and reserves of three years, and those planted to fall short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.records.change import DISSOLVE, MERGE, NEW, RENAME, SPLIT
from zhengzhou_desk.sample.chance import happens
from zhengzhou_desk.sample.names import COMPOUND
from zhengzhou_desk.sample.roster import EVENTS, TOTALS, Body, Event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

YEARS = (2024, 2025, 2026)
YUAN = 100
# Of a unit that splits, the share of its canteen and (in percent) of its reserve that goes with the new unit.
SPLIT_SHARE = 30


@dataclass(frozen=True, slots=True)
class Amounts:
    """A canteen total and a reserve in fen, as filed; None is left blank."""

    total: int | None
    reserve: int | None


FilingFigures: TypeAlias = "dict[tuple[str, int], Amounts]"


def up(fen: int, step: int) -> int:
    """The next multiple of `step` that is not less."""
    return -(-fen // step) * step


def carried(reserve: int) -> int:
    """What a new unit takes over of the reserve of the unit it split from."""
    return reserve * SPLIT_SHARE // 100 // (100 * YUAN) * (100 * YUAN)


def clean(bodies: Iterable[Body], rng: Random) -> FilingFigures:
    """Totals and reserves of every unit that reserves, all meeting both floors."""
    reserving = [body for body in bodies if body.reserves]
    found: FilingFigures = {}
    for year in YEARS:
        for body in reserving:
            if not body.files_in(year):
                continue
            total, floor = _before(body, year, found)
            total = _begun(body, rng) if not total else total * rng.randint(985, 1080) // 1000
            total = total if body.name in _TINY else up(total, 100 * YUAN) if happens(rng, 80) else total
            share = rng.choice((1000, 1000, 1000, 1020, 1050, 1100, 1200, 1300, 1500))
            found[body.code, year] = Amounts(total, up(max(total * share // 10_000, floor), _step(total)))
    return found


def _step(total: int) -> int:
    return 10 * YUAN if total < 20_000 * YUAN else 100 * YUAN


_TINY = {"动物卫生监督所": 1_120}


def _begun(body: Body, rng: Random) -> int:
    """The canteen total of a unit's first year, more often near the lower end of its kind."""
    if body.name in _TINY:
        return _TINY[body.name] * YUAN
    if body.name == COMPOUND:
        return 1_280_000 * YUAN
    least, most = TOTALS[body.kind]
    return int(least + (most - least) * rng.random() ** 1.6) * YUAN


def _before(body: Body, year: int, found: FilingFigures) -> tuple[int, int]:
    """Total and reserve of the year before of the unit and of what has become part of it; 0, 0 if new."""
    own = found.get((body.code, year - 1))
    total, reserve = (own.total or 0, own.reserve or 0) if own else (0, 0)
    for event in EVENTS:
        if event.day.year != year - 1 or event.old == event.new or event.kind in (NEW, DISSOLVE):
            continue
        if body.code == event.new:
            gained = _moved(event, found[event.old or "", year - 1])
            total, reserve = total + (gained.total or 0), reserve + (gained.reserve or 0)
        elif body.code == event.old and event.kind == SPLIT:
            lost = _moved(event, Amounts(total, reserve))
            total, reserve = total - (lost.total or 0), reserve - (lost.reserve or 0)
    return total, reserve


def _moved(event: Event, amounts: Amounts) -> Amounts:
    total, reserve = amounts.total or 0, amounts.reserve or 0
    if event.kind in (MERGE, RENAME):
        return Amounts(total, reserve)
    return Amounts(total * SPLIT_SHARE // 100, carried(reserve))


@dataclass(frozen=True, slots=True)
class Given:
    """What a planted filing starts from: last year's figures (carried) and this year's clean ones, in fen."""

    last_total: int
    last_reserve: int
    total: int
    reserve: int


def _under(points: int) -> Callable[[Given], Amounts]:
    """A reserve of only `points` of a total that has grown, yet no less than last year's reserve."""
    return lambda given: Amounts(
        up(given.last_reserve * 10_000 // points, 100 * YUAN),
        up(given.last_reserve * 10_000 // points, 100 * YUAN) * points // 10_000,
    )


def _nothing(given: Given) -> Amounts:  # noqa: ARG001 - as all that stand in FAULTS
    return Amounts(0, 0)


def _one_fen_short(given: Given) -> Amounts:
    total = up(given.last_reserve * 11, 1000 * YUAN)
    return Amounts(total, total // 10 - 1)


def _rounded(given: Given) -> Amounts:
    total = up(given.last_reserve * 11, 1000 * YUAN) + 33_333
    return Amounts(total, total // 10)


def _below_last_year(yuan: int) -> Callable[[Given], Amounts]:
    """`yuan` less than last year, of a total of which it is still 10.5 %."""
    return lambda given: Amounts((given.last_reserve - yuan * YUAN) * 200 // 21, given.last_reserve - yuan * YUAN)


def _one_fen_below(given: Given) -> Amounts:
    return Amounts((given.last_reserve - 1) * 9, given.last_reserve - 1)


def _times(percent: int) -> Callable[[Given], Amounts]:
    """A total much larger or smaller than last year's, the reserve being fine."""
    return lambda given: Amounts(
        given.last_total * percent // 100, up(max(given.reserve, given.last_total * percent // 1000), 100 * YUAN)
    )


# 2026: who files what instead. The first fault of a line is its reason to be here; others may follow from it.
FAULTS: dict[str, Callable[[Given], Amounts]] = {
    # below the ratio
    "第三小学": _under(750),
    "第八小学": _one_fen_short,
    "第十小学": _under(950),
    "第二中学": _under(800),
    "第五中学": _under(720),
    "人民医院": _under(990),
    "锦帆街道办事处": _under(680),
    "社会福利院": _under(600),  # relies on a waiver that has no document
    "中医院": lambda given: Amounts(given.total, 0),
    "第二十四小学": lambda given: Amounts(given.total, up(given.total * 6 // 100, 100 * YUAN)),
    # short by rounding only
    "第六中学": _rounded,
    # below last year
    "第一中学": _below_last_year(6_000),
    "第十二小学": _below_last_year(1_500),
    "妇幼保健院": _one_fen_below,
    "云杉街道办事处": _below_last_year(800),
    "第十三中学": _below_last_year(12_000),  # reserves for itself, and forgets the school that was merged into it
    "第三十小学": _below_last_year(900),  # the part that split off
    # totals
    "第十五小学": lambda given: Amounts(None, given.reserve),
    "第四幼儿园": _nothing,
    "动物卫生监督所": lambda given: Amounts(980 * YUAN, max(given.last_reserve, 98 * YUAN)),
    "第二十小学": _times(230),
    "第七中学": _times(40),
    "水利工程管理所": lambda given: Amounts(given.total, given.total + 600 * YUAN),
    "第九中学": lambda given: Amounts(given.last_total // 10_000, given.last_reserve // 10_000),
    "第二人民医院": lambda given: Amounts(given.total, given.reserve // 10_000),
    # not to be judged: the reserve is blank
    "特殊教育学校": lambda given: Amounts(given.total, None),
}


def _waived(given: Given) -> Amounts:
    """As much as last year of a total that has grown by two thirds: less than 10 %, and allowed to be."""
    return Amounts(up(given.last_total * 5 // 3, 100 * YUAN), up(given.last_reserve, 100 * YUAN))


# A waiver that has its document, in basis points; last year's reserve stands all the same.
WAIVED = {"精神卫生中心": 600, "救助管理站": 500}


def faulty(bodies: Iterable[Body], figures: FilingFigures) -> FilingFigures:
    """The figures with those of FAULTS in place of the clean ones of 2026."""
    year = YEARS[-1]
    changed = dict(figures)
    for body in bodies:
        if not body.reserves or not body.files_in(year):
            continue
        last_total, last_reserve = _before(body, year, figures)
        amounts = figures[body.code, year]
        given = Given(last_total, last_reserve, amounts.total or 0, amounts.reserve or 0)
        if body.name in FAULTS:
            changed[body.code, year] = FAULTS[body.name](given)
        elif body.name in WAIVED:
            changed[body.code, year] = _waived(given)
    return changed
