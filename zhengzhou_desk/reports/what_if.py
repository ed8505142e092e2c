"""What if: other values of the law for a year, judged in a scratch copy; nothing in the book changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.parameters import OWN, params
from zhengzhou_desk.records import CLASSES, Setting
from zhengzhou_desk.records.kinds import plain
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.reports.unit_status import FAIL, UnitStatus, unit_statuses

if TYPE_CHECKING:
    from collections.abc import Mapping

# What stands where a bureau's own value names its document.
SUPPOSED = "测算"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The same units by the law in force and by the supposed values, in the order of the book."""

    before: tuple[UnitStatus, ...]
    after: tuple[UnitStatus, ...]

    @property
    def newly_failing(self) -> tuple[UnitStatus, ...]:
        """Units that would fail and do not now, as they would stand."""
        return tuple(new for old, new in self._pairs() if new.state == FAIL and old.state != FAIL)

    @property
    def no_longer_failing(self) -> tuple[UnitStatus, ...]:
        """Units that fail now and would not, as they would stand."""
        return tuple(new for old, new in self._pairs() if old.state == FAIL and new.state != FAIL)

    @property
    def more_required(self) -> int:
        """How much more would have to be reserved in all, in fen; less where negative."""
        return sum((new.required or 0) - (old.required or 0) for old, new in self._pairs() if new.is_counted)

    @property
    def more_missing(self) -> int:
        """How much more would be missing in all, in fen."""
        return sum((new.gap or 0) - (old.gap or 0) for old, new in self._pairs() if new.is_counted)

    def _pairs(self) -> list[tuple[UnitStatus, UnitStatus]]:
        return list(zip(self.before, self.after, strict=True))


def what_if(engine: Engine, year: int, values: Mapping[str, object]) -> Outcome:
    """How the units would stand in `year` if params had these values (typed as in the settings).

    Raises Refused for a value its param does not understand, KeyError for a name that is no param.
    """
    known = params()
    for name, value in values.items():
        known[name].kind.parse(value)
    scratch = Tables()
    for cls in CLASSES:
        scratch.fill(cls, engine.view.all(cls))
    own = {OWN + name for name in values}
    kept = [row for row in engine.view.all(Setting) if not (row.name in own and row.year == year)]
    supposed = [
        Setting(id=-number, name=OWN + name, year=year, value=plain(value), document=SUPPOSED)
        for number, (name, value) in enumerate(values.items(), 1)
    ]
    scratch.fill(Setting, [*kept, *supposed])
    other = Engine(scratch, engine.law.shipped, engine.law.region, engine.today, (year,))
    return Outcome(unit_statuses(engine, year), unit_statuses(other, year))
