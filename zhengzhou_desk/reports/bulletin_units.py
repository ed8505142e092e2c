"""The units a bulletin speaks of: those of the book, or in a city's book those its districts reported."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.filing import CONFIRMED, is_filed
from zhengzhou_desk.records.submission import unpacked
from zhengzhou_desk.reports.districts import submitted_districts
from zhengzhou_desk.reports.doubtful import doubt_of_findings, doubt_of_reported
from zhengzhou_desk.reports.unit_status import CLOSED, EXEMPT, UNFILED, by_department, unit_statuses

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Sequence

    from zhengzhou_desk.policy.engine import Engine, Finding
    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records.submission import SubmittedUnit
    from zhengzhou_desk.reports.unit_status import UnitStatus


@dataclass(frozen=True, slots=True)
class BulletinFigures:
    """What a bulletin counts, of one unit, a department or the whole county; amounts in fen.

    `asked` units are to file; `filed` and `confirmed` are those who had by the day; `counted` over `base` is the
    progress that check and summary show.
    """

    asked: int = 0
    filed: int = 0
    confirmed: int = 0
    reserve: int = 0
    ordered: int = 0
    paid: int = 0
    completed: int = 0
    counted: int = 0
    base: int = 0

    @property
    def filing_rate(self) -> Ratio:
        """填报率: who has filed, of those who are to file."""
        return Ratio(self.filed, self.asked)

    @property
    def confirmation_rate(self) -> Ratio:
        """审核通过率: whose filing is confirmed, of those who have filed."""
        return Ratio(self.confirmed, self.filed)

    @property
    def progress(self) -> Ratio:
        """What counts against what it is measured by."""
        return Ratio(self.counted, self.base)


@dataclass(frozen=True, slots=True)
class BulletinUnit:
    """One unit that is to file: its group (the department, in a city's book the district) and its figures.

    Doubtful figures enter the totals, as everywhere, but no rank; `doubt` says why they are.
    """

    code: str
    name: str | None
    group: str
    group_name: str | None
    department: str | None
    department_name: str | None
    state: str
    figures: BulletinFigures
    doubt: str | None
    # In a city's book a unit of the city itself (市直), beside those of its districts.
    is_direct: bool = False
    # The row of the unit in this book; None where a district has reported it.
    row: int | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether the figures are to be looked into first."""
        return self.doubt is not None

    @property
    def is_unfiled(self) -> bool:
        """Whether it is still to file."""
        return self.state == UNFILED

    @property
    def is_exempt(self) -> bool:
        """Whether nothing need be reserved."""
        return self.state == EXEMPT

    @property
    def is_idle(self) -> bool:
        """已预留未采购: something is reserved and nothing bought."""
        return bool(self.figures.base) and not self.figures.ordered

    @property
    def is_open(self) -> bool:
        """Whether something bought is not yet paid or evaluated."""
        return self.figures.completed < self.figures.ordered


def has_districts(engine: Engine, year: int) -> bool:
    """Whether the book is a city's whose districts have reported for the year."""
    return bool(submitted_districts(engine, year))


def bulletin_units(
    engine: Engine, year: int, is_settled: Callable[[Finding], bool] = lambda _: False
) -> tuple[BulletinUnit, ...]:
    """Every unit that counts as of the engine's day, group by group where districts have reported.

    `is_settled` says of a warning that somebody has looked into it.
    """
    rows, view = unit_statuses(engine, year), engine.reader()
    submissions = submitted_districts(engine, year)
    if not submissions:
        return _of_book(engine, rows, is_settled)
    names = engine.law.packs.regions
    found = [
        reported_unit(unit, row.region, names.get(row.region, row.region), year, view)
        for row in submissions
        for unit in unpacked(row)
    ]
    own = _of_book(engine, rows, is_settled)
    found += [dataclasses.replace(unit, is_direct=True) for unit in own]
    return tuple(unit for unit in found if unit.state != CLOSED)


def _of_book(
    engine: Engine, rows: Sequence[UnitStatus], is_settled: Callable[[Finding], bool]
) -> tuple[BulletinUnit, ...]:
    view = engine.reader()
    names: dict[str, str | None] = {}
    for code in by_department(rows):
        department = view.one(Unit, ("code",), (code,))
        names[code] = department.name if department is not None else None
    return tuple(
        _of_row(
            row, row.unit.department_or_self, names[row.unit.department_or_self],
            names.get(row.unit.department or ""), engine.today, is_settled,
        )
        for row in rows
        if row.is_counted
    )  # fmt: skip


def _of_row(
    row: UnitStatus,
    group: str,
    group_name: str | None,
    department_name: str | None,
    day: datetime.date,
    is_settled: Callable[[Finding], bool],
) -> BulletinUnit:
    return BulletinUnit(
        row.unit.code, row.unit.name, group, group_name, row.unit.department, department_name, row.state,
        figures_of(row, day), doubt_of_findings(row.findings, is_settled), row=row.unit.id,
    )  # fmt: skip


def figures_of(row: UnitStatus, day: datetime.date) -> BulletinFigures:
    """One unit's figures as of `day`; none for a unit that is gone by then.

    Who had filed and was confirmed is told by the days of its filing; the amounts are those of check and summary.
    """
    if not row.is_counted:
        return BulletinFigures()
    filing = row.filing
    has_filed = filing is not None and is_filed(filing) and (filing.first_filed is None or filing.first_filed <= day)
    is_confirmed = (
        has_filed
        and filing is not None
        and filing.state == CONFIRMED
        and (filing.confirmed is None or filing.confirmed <= day)
    )
    return BulletinFigures(
        asked=1, filed=int(has_filed), confirmed=int(is_confirmed), reserve=row.summed_reserve or 0,
        ordered=row.bought.ordered, paid=row.bought.paid, completed=row.bought.completed,
        counted=row.counted or 0, base=row.base or 0,
    )  # fmt: skip


def reported_unit(unit: SubmittedUnit, region: str, name: str, year: int, view: View) -> BulletinUnit:
    """A unit as its district `region` (called `name`) reported it."""
    figures = BulletinFigures(
        asked=1, filed=int(unit.filing is not None), confirmed=int(unit.filing == CONFIRMED),
        reserve=unit.reserve or 0, ordered=unit.ordered or 0, paid=unit.paid or 0, completed=unit.completed or 0,
        counted=unit.counted or 0, base=unit.base or 0,
    )  # fmt: skip
    return BulletinUnit(
        unit.code, unit.name, region, name, unit.department, name, unit.state, figures,
        doubt_of_reported(unit, year, view),
    )  # fmt: skip


def summed(units: Iterable[BulletinUnit]) -> BulletinFigures:
    """The sums over units."""
    return summed_figures(unit.figures for unit in units)


def summed_figures(figures: Iterable[BulletinFigures]) -> BulletinFigures:
    """The sums of figures."""
    every = list(figures)
    return BulletinFigures(*(sum(map(attrgetter(part.name), every)) for part in fields(BulletinFigures)))
